"""Runs of capitalised words that no table or pattern knows, with what the model and the gazetteer think of them.

"Hardenberg accepted" -> person, as it does what people do
"""

from functools import lru_cache
from importlib.resources import files

from spacy.tokens import Token

from dragoman import gazetteer
from dragoman.languages.en import actors as words
from dragoman.languages.en.roles import HOLDINGS
from dragoman.model import Kind
from dragoman.name_phrases.reader import Reader
from dragoman.name_phrases.tokens import NO_NAME, is_capital, is_people, opens_sentence

_LABELS = {
    "PERSON": Kind.PERSON, "GPE": Kind.PLACE, "LOC": Kind.PLACE, "FAC": Kind.PLACE, "ORG": Kind.BODY, "NORP": Kind.BODY,
    "EVENT": Kind.EVENT,
}  # fmt: skip


def others(reader: Reader) -> None:
    """Runs of capitalised words that no table or pattern knows."""
    i = 0
    while i < len(reader.doc):
        token = reader.doc[i]
        if (
            i in reader.taken
            or not is_capital(token)
            or token.pos_ in NO_NAME
            or opens_sentence(token)
            or not token.is_alpha
        ):
            i += 1
            continue
        end = reader.run(i)
        while not reader.free(i, end):
            end -= 1
        _other(reader, i, end)
        i = end + 1


def _other(reader: Reader, first: int, last: int) -> None:
    doc = reader.doc
    labels = [doc[i].ent_type_ for i in range(first, last + 1) if doc[i].ent_type_]
    if first - 1 in reader.taken and set(labels) == {"DATE"}:
        # "In May Bismarck proposed": the month is the date, whatever the model makes of both.
        labels = []
    if labels and labels[0] in ("DATE", "TIME", "ORDINAL", "CARDINAL", "PERCENT", "MONEY", "LANGUAGE", "QUANTITY"):
        return
    if doc[last].pos_ not in ("PROPN", "NOUN") and not labels:
        return
    if first == last == 0 and doc[first].lower_ in words.EVENT_NOUNS:
        # "War broke out" begins with a common noun.
        return
    if doc[last].tag_ == "NNPS" and last == first and not _placed(doc[last].text):
        reader.take(first, last, Kind.BODY, 3, "plural")
        return
    kind, why = _LABELS.get(labels[-1] if labels else ""), "model" if labels else "capital"
    head = doc[last]
    name = reader.sentence.doc[first : last + 1].text
    placed = _placed(name)
    if (
        first == last
        and first > 0
        and not placed
        and kind is not Kind.PERSON
        and is_people(reader.sentence, doc[first - 1])
    ):
        # "the Armenian Cause": capitals make a slogan of it, not an actor.
        return
    if first > 1 and doc[first - 1].lower_ == "of" and doc[first - 2].lower_ in HOLDINGS:
        # "The eastern town of Goražde", whatever the model takes it for.
        reader.take(first, last, Kind.PLACE, 4, "of a place noun", placed)
    elif first > 0 and doc[first - 1].lower_ in words.WHERE and kind is not Kind.EVENT:
        reader.take(first, last, Kind.PLACE, 4, "in, at or near", placed)
    elif kind is not Kind.PERSON and kind is not Kind.EVENT and _is_land(head, placed=bool(placed)):
        # "Cremona was handed back to Austria": towns change hands, and no company does.
        reader.take(first, last, Kind.PLACE, 4, "what lands suffer", placed)
    elif name in known_persons():
        reader.take(first, last, Kind.PERSON, 6, "persons", placed)
    elif _human(head):
        reader.take(first, last, Kind.PERSON, 4, "does what people do", placed)
    elif not placed and kind is not Kind.PERSON and _like_a_person(head, alone=first == last):
        reader.take(first, last, Kind.PERSON, 4, "no map knows it")
    elif first == last and doc[first].lower_ in words.GIVEN_NAMES:
        reader.take(first, last, Kind.PERSON, 4, "given name", placed)
    elif first == last and name.isupper() and 1 < len(name) < 7:
        reader.take(first, last, Kind.BODY, 3, "acronym")
    elif kind is Kind.PERSON and first == last and _has_article(doc, first):
        # "the Dobrudsha", "the Schneeberg": nobody is called so.
        reader.take(first, last, Kind.PLACE, 2, "article", placed)
    elif kind is None and placed > 1:
        reader.take(first, last, Kind.PLACE, 1, "gazetteer", placed)
    else:
        reader.take(first, last, kind, 2, why, placed)


@lru_cache(maxsize=1)
def known_persons() -> frozenset[str]:
    """The names in the table of persons, as they are written there."""
    table = files("dragoman.vocabulary").joinpath("persons.txt").read_text(encoding="utf-8")
    rows = (line for line in table.splitlines() if line.strip() and not line.startswith("#"))
    return frozenset(name.strip() for row in rows for name in row.split(";"))


def _placed(name: str) -> int:
    """How strongly the gazetteer speaks for a place: the table of the period more than a town of today."""
    found = gazetteer.knows(name)
    if not found:
        return 0
    if found[0].source != "GeoNames" or found[0].known:
        return 4
    return 2 if found[0].main and found[0].population > 150_000 else 1


def _is_land(head: Token, *, placed: bool) -> bool:
    """Whether what is said of a name is said of lands: it is ceded, or, where a map knows it, is kept or falls."""
    while head.dep_ == "conj" and head.head.pos_ in ("PROPN", "NOUN"):
        head = head.head
    verb = head.head.lemma_
    if head.dep_ in ("dobj", "nsubjpass"):
        return verb in words.ONLY_TO_LANDS or (placed and verb in words.TO_LANDS)
    return placed and head.dep_ == "nsubj" and verb in words.BY_LANDS


def _has_article(doc: list[Token], first: int) -> bool:
    return first > 0 and doc[first - 1].lower_ == "the"


def _like_a_person(head: Token, *, alone: bool) -> bool:
    """Whether a name that no map knows goes somewhere, or ends as surnames do."""
    goes = head.dep_ == "nsubj" and head.head.lemma_ in words.GOING
    return goes or (alone and len(head) > 5 and head.lower_.endswith(words.SURNAME_ENDINGS))


def _human(head: Token) -> bool:
    """Whether a name does or suffers what only people do: it speaks, it is followed by "who"."""
    if head.dep_ in ("nsubj", "nsubjpass") and head.head.lemma_ in words.HUMAN_VERBS:
        return True
    return any(
        child.dep_ == "relcl" and any(t.lower_ in ("who", "whom") for t in child.children) for child in head.children
    )
