"""The names in a sentence, each with the kind its form and its surroundings speak for.

    "the Russian delegation leader, Soviet Foreign Commissar Georgy Chicherin"
    -> "Russian delegation" (body, by its noun), "Georgy Chicherin" (person, by its title)

Tables and patterns first; the model's entities only where nothing else is known.
"""

from typing import NamedTuple

from spacy.tokens import Token

from dragoman import gazetteer, polities
from dragoman.languages.en import actors as words
from dragoman.languages.wordlist import wordlist
from dragoman.model import Kind, Span
from dragoman.polities import Use
from dragoman.syntax import Sentence

_HYPHENS = frozenset("-–‑")
_NO_NAME = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "PART", "INTJ", "PUNCT", "SYM"})
_LABELS = {
    "PERSON": Kind.PERSON, "GPE": Kind.PLACE, "LOC": Kind.PLACE, "FAC": Kind.PLACE, "ORG": Kind.BODY, "NORP": Kind.BODY,
    "EVENT": Kind.EVENT,
}  # fmt: skip
_SELF_STANDING = wordlist(
    """
    congress senate parliament reichstag reichsrat duma porte divan politburo comintern assembly directory
    convention league cabinet government council diet sejm rada majlis mejlis knesset cortes skupshtina storthing
    sovnarkom junta court embassy legation commission committee presidium admiralty vatican curia
    """
)
# Adjectives of the table that are common words too: nothing without a noun of their own.
_WEAK = frozenset(
    {"Imperial", "White", "Red", "Rebel", "Rebels", "Nationalist", "Nationalists", "Creek", "Whites", "Reds"}
)
_POWERS = frozenset(
    {"Powers", "Allies", "Concert", "Union", "Confederacy", "Bund", "Divan", "Raj", "Empire", "Free City"}
)


class Name(NamedTuple):
    """Words that name something: the kind they speak for, how strongly (0 to 10), and why.

    `where` tells that they stand where a place would, `placed` how strongly the gazetteer speaks for a place.
    """

    span: Span
    text: str
    kind: Kind | None
    weight: int
    why: str
    where: bool = False
    placed: int = 0


def names_in(sentence: Sentence, claimed: set[int], year: int | None) -> list[Name]:
    """The names of a sentence in order, none meeting another or a claimed token."""
    reader = _Reader(sentence, claimed, year)
    reader.phrases()
    reader.persons()
    reader.polities()
    reader.others()
    return sorted(reader.found, key=lambda name: name.span)


class _Reader:
    """One sentence while its names are found; each pass takes only words that none took before."""

    def __init__(self, sentence: Sentence, claimed: set[int], year: int | None) -> None:
        self.sentence, self.doc, self.year = sentence, list(sentence.doc), year
        self.taken = set(claimed)
        self.found: list[Name] = []

    def take(self, first: int, last: int, kind: Kind | None, weight: int, why: str, placed: int = 0) -> None:
        """Keep the words from `first` to `last` as a name."""
        self.taken.update(range(first, last + 1))
        doc = self.doc
        where = first > 0 and _before(doc, first).lower_ in words.WHERE_FOR_TOWNS
        span = self.sentence.span(doc[first], doc[last])
        self.found.append(Name(span, self.sentence.doc[first : last + 1].text, kind, weight, why, where, placed))

    def free(self, first: int, last: int) -> bool:
        """Whether no pass took any of these words."""
        return self.taken.isdisjoint(range(first, last + 1))

    # ---- bodies, events, places: a noun says what it is ----

    def phrases(self) -> None:
        """Names that carry their kind in a noun."""
        for token in self.doc:
            if token.i in self.taken or (token.pos_ not in ("NOUN", "PROPN") and not token.is_title):
                continue
            word = token.lower_
            if word in words.EVENT_NOUNS and token.text[:1].isupper():
                self._event(token)
            if token.i not in self.taken and word in words.PLACE_NOUNS:
                self._place(token)
            if token.i not in self.taken and (word in words.BODIES or word in words.GROUPS):
                self._body(token)

    def _event(self, head: Token) -> None:
        first, last = self._left(head.i, lower=False), self._right(head.i, ("of", "on", "in"))
        if not self.free(first, last) or _runs_on(self.doc, last):
            return
        if head.lower_ in words.MEETINGS_OR_BODIES and last == head.i:
            # "the U.S. Congress" sits, "the Congress of Vienna" is held; of "the Congress" the account decides.
            return
        if head.lower_ in words.MEETINGS_OR_BODIES and "United" in self.sentence.doc[head.i : last + 1].text:
            return
        if first < head.i or last > head.i:
            self.take(first, last, Kind.EVENT, 8, "event noun")
        elif head.lower_ in ("conference", "summit", "congress"):
            self.take(first, last, Kind.EVENT, 5, "event noun")

    def _place(self, head: Token) -> None:
        first = self._left(head.i, lower=False)
        if head.text[:1].isupper():
            last = self._right(head.i, ("of",)) if first == head.i else head.i
            if first == head.i == last and head.i + 1 < len(self.doc) and _capital(self.doc[head.i + 1]):
                # "Lake Van", "Cape Town", "Mount Ararat"
                last = head.i + 1
            if first < last and self.free(first, last) and not _runs_on(self.doc, last):
                self.take(first, last, Kind.PLACE, 8, "place noun")
        elif first < head.i and self.free(first, head.i) and not self._is_demonym(first, head.i):
            self.take(first, head.i, Kind.PLACE, 8, "place noun")

    def _is_demonym(self, first: int, head: int) -> bool:
        """ "Armenian territories" are of Armenia, and no name of a place."""
        surface = polities.surface_at(self.sentence.flow.text, self.doc[first].idx)
        return (
            surface is not None
            and len(surface) >= self.doc[head - 1].idx + len(self.doc[head - 1]) - self.doc[first].idx
        )

    def _body(self, head: Token) -> None:
        doc, word = self.doc, head.lower_
        capital = head.text[:1].isupper()
        follows = doc[head.i + 1] if head.i + 1 < len(doc) else None
        if follows is not None and follows.text in _HYPHENS and not head.whitespace_:
            return
        if follows is not None and follows.lower_ in words.BODIES | words.GROUPS:
            return
        if word not in words.LOWER_BODIES and word not in words.GROUPS and not capital:
            return
        if head.dep_ == "compound" and head.head.i == head.i + 1 and head.head.lower_ in words.BODIES | words.GROUPS:
            return
        first = self._left(head.i, lower=not capital)
        last = self._right(head.i, ("of", "for", "on", "to"))
        if first == last == head.i and not (capital and word in _SELF_STANDING):
            return
        if first == head.i and last > head.i and not capital and word not in words.LOWER_BODIES:
            return
        if not self.free(first, last) or (capital and _runs_on(doc, last)):
            return
        if not any(_capital(doc[i]) for i in range(first, last + 1)):
            return
        state = self.sentence.doc[first : last + 1].text in polities.meanings()
        self.take(
            first, last, Kind.POLITY if state else Kind.BODY, 10 if state else 8, "polities" if state else "body noun"
        )

    def _left(self, head: int, lower: bool) -> int:
        """The first token of the name that ends in `head`; `lower` lets small adjectives stand between."""
        doc, first = self.doc, head
        for i in range(head - 1, max(-1, head - 7), -1):
            token = doc[i]
            if i in self.taken:
                break
            if token.text in _HYPHENS and i > 0 and not token.whitespace_ and not doc[i - 1].whitespace_:
                continue
            if token.text in ("’s", "'s", "’", "'") and i == head - 1 and i > 0 and doc[i - 1].lower_ == "people":
                continue
            if (_capital(token) and token.pos_ not in _NO_NAME and not _opens_sentence(token)) or (
                token.text in ("’s", "'s", "’")
                and i > 0
                and doc[i - 1].text in ("People", "Workers", "Commissars", "King", "Queen")
            ):
                first = i
            elif not (lower and token.is_lower and token.pos_ in ("ADJ", "NOUN") and token.is_alpha):
                break
        return first

    def _right(self, head: int, links: tuple[str, ...]) -> int:
        """The last token of the name that begins with `head`: "of the RSFSR", "of Foreign Affairs"."""
        doc, last, i = self.doc, head, head + 1
        while i + 1 < len(doc) and doc[i].lower_ in links and i not in self.taken:
            j = i + 1
            if doc[j].lower_ == "the" and j + 1 < len(doc):
                j += 1
            if not _capital(doc[j]) or j in self.taken or doc[j].ent_type_ == "DATE":
                break
            end = self._run(j)
            if not self.free(j, end):
                break
            last, i = end, end + 1
        return last

    def _run(self, start: int) -> int:
        """The last token of a run of capitalised words."""
        doc, end = self.doc, start
        surface = polities.surface_at(self.sentence.flow.text, doc[start].idx)
        reach = doc[start].idx + len(surface) if surface else 0
        for i in range(start + 1, min(len(doc), start + 9)):
            token = doc[i]
            if token.idx < reach or (_capital(token) and token.pos_ not in _NO_NAME and i not in self.taken):
                end = i
            elif (token.text in _HYPHENS and not token.whitespace_ and not doc[i - 1].whitespace_) or (
                token.lower_ in words.PARTICLES and i + 1 < len(doc) and _capital(doc[i + 1])
            ):
                continue
            else:
                break
        return end

    # ---- persons: a title, initials or a given name says so ----

    def persons(self) -> None:
        """Persons by title, by initials and by given name."""
        i = 0
        while i < len(self.doc):
            i = self._titled(i) or self._by_form(i) or i + 1

    def _titled(self, i: int) -> int | None:
        doc = self.doc
        if doc[i].lower_ not in words.OFFICES or i in self.taken or doc[i].pos_ == "VERB":
            return None
        start = self._after_title(i)
        if start is None:
            return self._office(i)
        end = self._person_run(start)
        if not self.free(start, end):
            return None
        self._take_title(i, start)
        self.take(start, end, Kind.PERSON, 9, f"title {doc[i].text}")
        return end + 1

    def _after_title(self, i: int) -> int | None:
        """Where the name after a title begins, or None if none follows."""
        doc, j = self.doc, i + 1
        while (
            j < len(doc) and doc[j].lower_ in words.OFFICES | words.TITLE_PARTS and doc[j].text != doc[j].lower_.upper()
        ):
            j += 1
        if j + 1 < len(doc) and doc[j].lower_ in ("of", "for") and doc[j + 1].lower_ in words.TITLE_PARTS:
            j += 2
            while j < len(doc) and doc[j].lower_ in words.TITLE_PARTS | {"affairs", "and"}:
                j += 1
        if j < len(doc) and doc[j].text == "." and not doc[j - 1].whitespace_:
            j += 1
        if j >= len(doc) or not _capital(doc[j]) or j in self.taken or doc[j].pos_ in _NO_NAME:
            return None
        if self.doc[i].lower_ in ("state", "party") or _is_people(self.sentence, doc[j]):
            return None
        return j

    def _take_title(self, i: int, start: int) -> None:
        """A title belongs to its person, with the country in it: "Soviet Foreign Commissar Georgy Chicherin"."""
        first = i
        while first > 0 and (
            self.doc[first - 1].lower_ in words.TITLE_PARTS | words.OFFICES
            or _is_people(self.sentence, self.doc[first - 1])
            or (self.doc[first - 1].text in ("’s", "'s") and self.doc[first - 2].lower_ == "people")
            or (self.doc[first - 1].lower_ == "people" and self.doc[first].text in ("’s", "'s"))
        ):
            first -= 1
            if first in self.taken:
                return
        self.taken.update(range(first, start))

    def _office(self, i: int) -> int | None:
        """ "King of Prussia", "the Pope": a person by office alone, in capitals."""
        doc, token = self.doc, self.doc[i]
        if not _capital(token) or token.lower_ not in _RULERS or token.tag_ == "NNPS":
            return None
        last = self._right(i, ("of", "for"))
        if last == i and (_opens_sentence(token) and token.pos_ != "PROPN"):
            return None
        first = i
        while (
            first > 0
            and doc[first - 1].lower_ in words.TITLE_PARTS
            and _capital(doc[first - 1])
            and first - 1 not in self.taken
        ):
            first -= 1
        if (
            first > 1
            and doc[first - 1].text in ("’s", "'s")
            and doc[first - 2].text == "People"
            and self.free(first - 2, first)
        ):
            first -= 2
        self.take(first, last, Kind.PERSON, 6, "office")
        return last + 1

    def _by_form(self, i: int) -> int | None:
        doc, token = self.doc, self.doc[i]
        if i in self.taken or not _capital(token):
            return None
        initial = _is_initial(token.text)
        if initial and i + 1 < len(doc):
            end = self._person_run(i)
            if end > i and self.free(i, end) and any(not _is_initial(doc[k].text) for k in range(i, end + 1)):
                self.take(i, end, Kind.PERSON, 9, "initials")
                return end + 1
        if token.lower_ in words.GIVEN_NAMES:
            end = self._person_run(i)
            if end > i and self.free(i, end):
                self.take(i, end, Kind.PERSON, 8, "given name")
                return end + 1
        return None

    def _person_run(self, start: int) -> int:
        """The last token of a person's name that begins at `start`."""
        doc, end = self.doc, start
        for i in range(start + 1, min(len(doc), start + 8)):
            token = doc[i]
            if i in self.taken or (token.lower_ in words.OFFICES - words.AFTER_NAME and not _is_initial(token.text)):
                break
            if (
                (_capital(token) and token.pos_ not in _NO_NAME)
                or _is_initial(token.text)
                or token.lower_ in ("jr.", "sr.", "pasha")
            ):
                if _is_people(self.sentence, token):
                    break
                end = i
            elif (
                (token.text in _HYPHENS and not token.whitespace_ and not doc[i - 1].whitespace_)
                or (token.lower_ in words.PARTICLES and i + 1 < len(doc) and _capital(doc[i + 1]))
                or (token.text == "." and _is_initial(doc[i - 1].text + "."))
            ):
                continue
            else:
                break
        return end

    # ---- polities: the table says so ----

    def polities(self) -> None:
        """Countries, regimes, peoples and seats of government."""
        text, reach = self.sentence.flow.text, 0
        for token in self.doc:
            if token.idx < reach or token.i in self.taken or not token.text[:1].isupper():
                continue
            surface = polities.surface_at(text, token.idx)
            if surface is None:
                continue
            end = token.idx + len(surface)
            last = token.i
            while last + 1 < len(self.doc) and self.doc[last + 1].idx < end:
                last += 1
            if self.free(token.i, last) and self._polity(token.i, last, surface):
                reach = end

    def _polity(self, first: int, last: int, surface: str) -> bool:
        doc = self.doc
        before = doc[first - 1] if first > 0 else None
        follows = doc[last + 1] if last + 1 < len(doc) else None
        if surface in _WEAK or (surface in _POWERS and (before is None or before.pos_ not in ("DET", "ADJ"))):
            return False
        if follows is not None and _capital(follows) and follows.ent_type_ == doc[last].ent_type_ == "PERSON":
            return False
        if (
            before is not None
            and _capital(before)
            and before.i not in self.taken
            and before.pos_ == "PROPN"
            and before.ent_type_ == "PERSON"
        ):
            return False
        uses = {one.use for one in polities.meanings()[surface]}
        if uses == {Use.SEAT}:
            return self._seat(first, last, surface)
        where = before is not None and before.lower_ in words.WHERE and Use.NAME in uses and follows is not None
        if where:
            self.take(first, last, Kind.PLACE, 10, "country as a place")
        else:
            self.take(first, last, Kind.POLITY, 10, "polities")
        return True

    def _seat(self, first: int, last: int, surface: str) -> bool:
        """A capital acts when it is the subject of a doing or stands beside polities; else it is where it lies."""
        if self.year is not None and not any(one.holds(self.year) for one in polities.meanings()[surface]):
            return False
        head = self.doc[last]
        if (
            head.dep_ in ("nsubj", "nsubjpass")
            and head.head.pos_ == "VERB"
            and head.head.lemma_ not in words.NOT_DOINGS
        ):
            self.take(first, last, Kind.POLITY, 7, "seat of government")
        elif head.dep_ == "nsubj" and head.head.tag_ in ("JJ", "JJR") and head.head.dep_ == "ccomp":
            # "to make Ankara more accommodating"
            self.take(first, last, Kind.POLITY, 7, "seat of government")
        elif (head.dep_ in ("dobj", "dative") and not self._towards(head.head.lemma_)) or (
            first > 0
            and _before(self.doc, first).lower_ in ("with", "between", "against", "by")
            and head.dep_ == "pobj"
        ):
            self.take(first, last, Kind.POLITY, 6, "seat of government")
        else:
            self.take(first, last, Kind.PLACE, 7, "seat as a place")
        return True

    @staticmethod
    def _towards(lemma: str) -> bool:
        """Verbs whose object is where one goes or what one takes."""
        return lemma in _GOING

    # ---- the rest: capitals, with what the model thinks of them ----

    def others(self) -> None:
        """Runs of capitalised words that no table or pattern knows."""
        i = 0
        while i < len(self.doc):
            token = self.doc[i]
            if (
                i in self.taken
                or not _capital(token)
                or token.pos_ in _NO_NAME
                or _opens_sentence(token)
                or not token.is_alpha
            ):
                i += 1
                continue
            end = self._run(i)
            while not self.free(i, end):
                end -= 1
            self._other(i, end)
            i = end + 1

    def _other(self, first: int, last: int) -> None:
        doc = self.doc
        labels = [doc[i].ent_type_ for i in range(first, last + 1) if doc[i].ent_type_]
        if labels and labels[0] in ("DATE", "TIME", "ORDINAL", "CARDINAL", "PERCENT", "MONEY", "LANGUAGE", "QUANTITY"):
            return
        if doc[last].pos_ not in ("PROPN", "NOUN") and not labels:
            return
        if doc[last].tag_ == "NNPS" and last == first and not _placed(doc[last].text):
            self.take(first, last, Kind.BODY, 3, "plural")
            return
        kind, why = _LABELS.get(labels[-1] if labels else ""), "model" if labels else "capital"
        head = doc[last]
        name = self.sentence.doc[first : last + 1].text
        placed = _placed(name)
        if (
            first == last
            and first > 0
            and not placed
            and kind is not Kind.PERSON
            and _is_people(self.sentence, doc[first - 1])
        ):
            # "the Armenian Cause": capitals make a slogan of it, not an actor.
            return
        if first > 0 and doc[first - 1].lower_ in words.WHERE and kind is not Kind.EVENT:
            self.take(first, last, Kind.PLACE, 4, "in, at or near", placed)
        elif _human(head):
            self.take(first, last, Kind.PERSON, 4, "does what people do", placed)
        elif first == last and doc[first].lower_ in words.GIVEN_NAMES:
            self.take(first, last, Kind.PERSON, 4, "given name", placed)
        elif first == last and name.isupper() and 1 < len(name) < 7:
            self.take(first, last, Kind.BODY, 3, "acronym")
        elif kind is None and placed > 1:
            self.take(first, last, Kind.PLACE, 1, "gazetteer", placed)
        else:
            self.take(first, last, kind, 2, why, placed)


_RULERS = wordlist(
    """
    commissar
    president king queen emperor empress czar tsar tzar tsarina czarina sultan shah pope prince duke archduke
    elector kaiser chancellor premier khedive viceroy regent pasha bey dey bashaw emir mikado shogun dictator
    ambassador secretary minister governor marshal general admiral
    """
)
_GOING = wordlist(
    """
    leave enter reach occupy take capture visit attack besiege storm seize bombard threaten evacuate abandon
    surround defend retake quit approach burn destroy conquer surrender cede include hold return restore
    """
)


def _capital(token: Token) -> bool:
    """Whether a token can begin or go on in a name: "Though" and "However" cannot, "US" can."""
    return token.text[:1].isupper() and (not token.is_stop or (token.text.isupper() and len(token.text) > 1))


def _placed(name: str) -> int:
    """How strongly the gazetteer speaks for a place: the table of the period more than a town of today."""
    found = gazetteer.knows(name)
    if not found:
        return 0
    if found[0].source != "GeoNames" or found[0].known:
        return 4
    return 2 if found[0].main and found[0].population > 150_000 else 1


def _human(head: Token) -> bool:
    """Whether a name does or suffers what only people do: it speaks, it is followed by "who"."""
    if head.dep_ in ("nsubj", "nsubjpass") and head.head.lemma_ in words.HUMAN_VERBS:
        return True
    return any(
        child.dep_ == "relcl" and any(t.lower_ in ("who", "whom") for t in child.children) for child in head.children
    )


def _opens_sentence(token: Token) -> bool:
    """A capital that only begins the sentence: "Naturally", "Losing"."""
    if token.i != 0 and not (token.i == 1 and token.doc[0].is_punct):
        return False
    return (token.pos_ not in ("PROPN", "NOUN") and not token.ent_type_) or (
        token.pos_ == "NOUN" and not token.ent_type_
    )


def _runs_on(doc: list[Token], last: int) -> bool:
    """Whether another capitalised noun follows, so that the name does not end here."""
    follows = doc[last + 1] if last + 1 < len(doc) else None
    return follows is not None and _capital(follows) and follows.pos_ == "PROPN" and doc[last].whitespace_ != ""


def _before(doc: list[Token], first: int) -> Token:
    before = doc[first - 1]
    return doc[first - 2] if before.pos_ == "DET" and first > 1 else before


def _is_initial(text: str) -> bool:
    return (
        len(text) <= 4
        and text.endswith(".")
        and text[:1].isupper()
        and all(len(part) == 1 for part in text.split(".") if part)
    )


def _is_people(sentence: Sentence, token: Token) -> bool:
    surface = polities.surface_at(sentence.flow.text, token.idx) if _capital(token) else None
    return surface is not None and any(one.use in (Use.ADJECTIVE, Use.PEOPLE) for one in polities.meanings()[surface])
