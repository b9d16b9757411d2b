"""Countries, regimes, peoples and seats of government, as the table of polities has them.

"Ankara refused" -> polity    "in Ankara" -> place
"""

from dragoman import polities
from dragoman.languages.en import actors as words
from dragoman.languages.wordlist import wordlist
from dragoman.model import Kind
from dragoman.name_phrases.reader import Reader
from dragoman.name_phrases.tokens import before, is_capital
from dragoman.polities import Use

# Adjectives of the table that are common words too: nothing without a noun of their own.
_WEAK = frozenset(
    {"Imperial", "White", "Red", "Rebel", "Rebels", "Nationalist", "Nationalists", "Creek", "Whites", "Reds"}
)
_POWERS = frozenset(
    {"Powers", "Allies", "Concert", "Union", "Confederacy", "Bund", "Divan", "Raj", "Empire", "Free City"}
)
_GOING = wordlist(
    """
    leave enter reach occupy take capture visit attack besiege storm seize bombard threaten evacuate abandon
    surround defend retake quit approach burn destroy conquer surrender cede include hold return restore
    """
)


def powers(reader: Reader) -> None:
    """Countries, regimes, peoples and seats of government."""
    text, reach = reader.sentence.flow.text, 0
    for token in reader.doc:
        if token.idx < reach or token.i in reader.taken or not token.text[:1].isupper():
            continue
        surface = polities.surface_at(text, token.idx)
        if surface is None:
            continue
        end = token.idx + len(surface)
        last = token.i
        while last + 1 < len(reader.doc) and reader.doc[last + 1].idx < end:
            last += 1
        if reader.free(token.i, last) and _polity(reader, token.i, last, surface):
            reach = end


def _polity(reader: Reader, first: int, last: int, surface: str) -> bool:
    doc = reader.doc
    before = doc[first - 1] if first > 0 else None
    follows = doc[last + 1] if last + 1 < len(doc) else None
    if surface in _WEAK or (surface in _POWERS and (before is None or before.pos_ not in ("DET", "ADJ"))):
        return False
    if follows is not None and is_capital(follows) and follows.ent_type_ == doc[last].ent_type_ == "PERSON":
        return False
    if (
        before is not None
        and is_capital(before)
        and before.i not in reader.taken
        and before.pos_ == "PROPN"
        and before.ent_type_ == "PERSON"
    ):
        return False
    uses = {one.use for one in polities.meanings()[surface]}
    if uses == {Use.SEAT}:
        return _seat(reader, first, last, surface)
    where = before is not None and before.lower_ in words.WHERE and Use.NAME in uses and follows is not None
    if where:
        reader.take(first, last, Kind.PLACE, 10, "country as a place")
    else:
        reader.take(first, last, Kind.POLITY, 10, "polities")
    return True


def _seat(reader: Reader, first: int, last: int, surface: str) -> bool:
    """A capital acts when it is the subject of a doing or stands beside polities; else it is where it lies."""
    if reader.year is not None and not any(one.holds(reader.year) for one in polities.meanings()[surface]):
        return False
    head = reader.doc[last]
    if head.dep_ in ("nsubj", "nsubjpass") and head.head.pos_ == "VERB" and head.head.lemma_ not in words.NOT_DOINGS:
        reader.take(first, last, Kind.POLITY, 7, "seat of government")
    elif head.dep_ == "nsubj" and head.head.tag_ in ("JJ", "JJR") and head.head.dep_ == "ccomp":
        # "to make Ankara more accommodating"
        reader.take(first, last, Kind.POLITY, 7, "seat of government")
    elif (head.dep_ in ("dobj", "dative") and not _towards(head.head.lemma_)) or (
        first > 0 and before(reader.doc, first).lower_ in ("with", "between", "against", "by") and head.dep_ == "pobj"
    ):
        reader.take(first, last, Kind.POLITY, 6, "seat of government")
    else:
        reader.take(first, last, Kind.PLACE, 7, "seat as a place")
    return True


def _towards(lemma: str) -> bool:
    """Verbs whose object is where one goes or what one takes."""
    return lemma in _GOING
