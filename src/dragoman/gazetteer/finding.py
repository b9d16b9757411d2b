"""Finding: the place names of a text, by probing the lists at the start of every capitalised word.

    text = "from Kars to the Arax and Mill Creek"
    [text[one.span.start : one.span.end] for one in sightings(text)] -> ["Kars", "Arax", "Mill Creek"]

Nothing is parsed: each word is looked at a fixed number of times, so the work grows with the text and no faster.
"""

from collections.abc import Iterable, Iterator

import msgspec

from dragoman.gazetteer import period
from dragoman.gazetteer.candidate import Candidate
from dragoman.gazetteer.extents import before_a_state, extent
from dragoman.gazetteer.folding import key
from dragoman.gazetteer.lookup import knows_key
from dragoman.gazetteer.standing import REFUSED, Name, standing
from dragoman.gazetteer.wording import Words, cues
from dragoman.model import Span


class Sighting(msgspec.Struct, frozen=True):
    """A name that stands in a text and may be a place: where, its key, what it may mean and how much it looks like one.

    `standing` is above 0 for a likely place. `feature` is the word that says what it is ("creek"), "" if none does.
    `article` is True after "the": "the Mississippi" is a river, "Mississippi" a state.
    """

    span: Span
    key: str
    candidates: tuple[Candidate, ...]
    standing: float
    feature: str = ""
    article: bool = False


def sightings(text: str) -> Iterator[Sighting]:
    """The likely places of a text, in order, none inside another."""
    words = Words(text)
    surnames = _surnames(words)
    i, count = 0, len(words.keys)
    last_end = -1
    while i < count:
        if not words.capital[i]:
            i += 1
            continue
        last = extent(words, i)
        if last is None:
            i += 1
            continue
        sighting = _sighting(words, i, last, surnames, last_end)
        if sighting is not None and sighting.standing > 0:
            yield sighting
            last_end = last
        # A name that only looks unlikely is tried again word by word; "the 10th New York" does not hold a York.
        taken = sighting is not None and (sighting.standing > 0 or sighting.standing <= REFUSED)
        i = last + 1 if taken else i + 1


def sighted(text: str, spans: Iterable[Span]) -> tuple[Sighting, ...]:
    """Names that somebody else found, as sightings: for each span what it may mean."""
    return tuple(_given(text, span) for span in spans)


def _given(text: str, span: Span) -> Sighting:
    """A span somebody else found; it stands at 0 where it is no name ("the frontier"), so that nobody guesses at it."""
    words = text[span.start : span.end]
    name_key = key(words).removeprefix("the ")
    bare, _, last = name_key.rpartition(" ")
    feature = last if bare and last in cues()["features_after"] else ""
    is_word = name_key in cues()["never"] and name_key not in period.index()
    if is_word or words == words.lower() != words.upper():
        return Sighting(span, name_key, (), standing=0.0, feature=feature)
    candidates = knows_key(name_key)
    if not candidates and feature and feature not in cues()["features_apart"]:
        candidates = knows_key(bare)
    article = text[max(0, span.start - 4) : span.start].lower() == "the " or words[:4].lower() == "the "
    return Sighting(span, name_key, candidates, standing=2.0, feature=feature, article=article)


def _surnames(words: Words) -> frozenset[str]:
    """Words that this text uses as a person's surname at least once: after a title, a given name or an initial."""
    lists = cues()
    titles, given = lists["titles"], lists["given"]
    found = set()
    for i in range(1, len(words.keys)):
        if not words.capital[i] or words.ends[i] - words.starts[i] < 3:
            continue
        gap, before = words.gap_before(i), words.keys[i - 1]
        if gap in (" ", ". ", ".", "- ", "-") and (before in titles or before in given or words.is_initial(i - 1)):
            found.add(words.keys[i])
    return frozenset(found)


def _sighting(words: Words, first: int, last: int, surnames: frozenset[str], after: int) -> Sighting | None:
    """The name as a sighting; None where it is a mere word or abbreviation."""
    name_key = words.key(first, last)
    feature = _feature(words, first, last)
    if not feature and _is_word(words, first, last, name_key):
        return None
    candidates = _candidates(words, first, last, name_key, feature)
    likely = standing(Name(words, first, last, candidates, feature, surnames, after))
    end = words.ends[last]
    if name_key in period.abbreviations() or (name_key in period.acronyms() and "." in words.raw(first, last)):
        end += words.text[end : end + 1] == "."
    article = first > 0 and words.keys[first - 1] == "the"
    return Sighting(Span(words.starts[first], end), name_key, candidates, likely, feature, article)


def _feature(words: Words, i: int, last: int) -> str:
    """The word of the name that says what it is, "" if none does."""
    if last == i:
        return ""
    if words.keys[last] in cues()["features_after"]:
        return words.keys[last]
    return words.keys[i] if words.keys[i] in cues()["features_before"] else ""


def _candidates(words: Words, i: int, last: int, name_key: str, feature: str) -> tuple[Candidate, ...]:
    """What the whole name may mean; failing that, what it means without the word that says what it is."""
    whole = knows_key(name_key)
    if not feature or words.keys[last] != feature or feature in cues()["features_apart"]:
        return whole
    if any(one.known for one in whole):
        return whole
    return (*whole, *knows_key(words.key(i, last - 1)))


def _is_word(words: Words, i: int, last: int, name_key: str) -> bool:
    """Whether it is a mere word or abbreviation here, though somewhere a town bears that name."""
    raw = words.raw(i, last)
    if name_key in period.acronyms():
        return not raw.replace(".", "").replace(" ", "").isupper()
    if name_key in period.abbreviations():
        return not (words.gap_after(last).startswith(".") and "," in words.gap_before(i))
    if last == i and len(name_key) < 3:
        return True
    if last > i or name_key not in cues()["never"] or name_key in period.index():
        return False
    return not before_a_state(words, last)
