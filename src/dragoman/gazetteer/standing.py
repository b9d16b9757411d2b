"""Standing: how much the words around a name speak for a place, by weights set by hand.

"in Kars" stands high, "General Sherman" and "the Treaty of Kars" low.
"""

from typing import NamedTuple

from dragoman.gazetteer import period
from dragoman.gazetteer.candidate import Candidate
from dragoman.gazetteer.wording import Words, cues

REFUSED = -3.0
_SOME_PEOPLE = 100_000
_BY_PEOPLE = ((15_000, -0.5), (_SOME_PEOPLE, -0.25), (500_000, 0.25))


class Name(NamedTuple):
    """Words `first` to `last` of a text as a name; `after` is the last word of the place before it."""

    words: Words
    first: int
    last: int
    candidates: tuple[Candidate, ...]
    feature: str
    surnames: frozenset[str]
    after: int

    @property
    def ours(self) -> bool:
        """Whether the period table has it."""
        return any(one.known for one in self.candidates)

    @property
    def before(self) -> str:
        """The key of the word before it."""
        return self.words.keys[self.first - 1] if self.first else ""


def standing(name: Name) -> float:
    """Above 0 for a likely place; REFUSED or less where the whole name is surely none."""
    words, first = name.words, name.first
    if _of_a_command(words, first) or (words.gap_before(first) == " " and _is_ordinal(name.before)):
        return REFUSED
    score = 1.5 if name.ours else 0.0
    score += 1.5 if name.feature else 0.0
    score += _before(name) + _after(words, name.last, name.ours)
    if not name.ours:
        score += _unknown(name)
    return score - _as_surname(name)


def _before(name: Name) -> float:
    """What the words before it add or take away."""
    lists, words, first = cues(), name.words, name.first
    gap, before = words.gap_before(first), name.before
    if gap not in (" ", "\n", "- ", "-", ". ", "."):
        return 1.0 if gap.strip() == "," and name.after == first - 1 else 0.0
    if before in lists["locative"]:
        return 1.5
    if before == "the":
        return 0.0 if name.ours or name.feature else -1.0
    if before in lists["weak_locative"]:
        return 0.5 + (_of(words, first - 2) if before == "of" and first > 1 else 0.0)
    if first and words.capital[first - 1] and not words.opens(first):
        return -_crowded(words, first, name.ours)
    return 0.0


def _unknown(name: Name) -> float:
    """What is added or taken away where only the world list, or no list, has the name."""
    words, first = name.words, name.first
    alone = name.last == first
    score = _people(name.candidates) if name.candidates else 0.0 if name.feature else -1.0
    if alone and words.keys[first] in cues()["given"]:
        score -= 1.5
    if alone and _is_acronym(words, first):
        score -= 3.0
    if words.opens(first) and not name.feature:
        score -= 0.5
    return score


def _people(candidates: tuple[Candidate, ...]) -> float:
    """A small town is less likely to be meant than a large one, and so is a mere other spelling."""
    people = max(one.population for one in candidates)
    score = next((score for bound, score in _BY_PEOPLE if people < bound), 0.75)
    if any(one.main for one in candidates):
        return score
    return score - (0.75 if people < _SOME_PEOPLE else 0.25)


def _as_surname(name: Name) -> float:
    """What it loses when the text uses one of its words as a person's surname."""
    keys = name.words.keys
    if keys[name.last] in name.surnames or (keys[name.first] in name.surnames and not name.feature):
        return 1.0 if name.ours else 2.0
    return 0.0


def _is_acronym(words: Words, i: int) -> bool:
    """Whether a word in capitals stands among words that are not: "NATO agreed", but not "NEAR KARS"."""
    near = [words.raw(j, j) for j in (i - 1, i + 1) if 0 <= j < len(words.keys)]
    lone = not any(word.isupper() and len(word) > 1 for word in near)
    return words.raw(i, i).isupper() and lone and not words.opens(i)


def _crowded(words: Words, i: int, ours: bool) -> float:
    """What a capitalised word right before it takes away: "J. F. Marsh", "Genesis Armenia", but "Soviet Armenia"."""
    lists = cues()
    before = words.keys[i - 1]
    if before in lists["soft_before"]:
        return 0.0
    if before in lists["titles"] or before in lists["given"] or words.is_initial(i - 1):
        return 4.0
    return 1.0 if ours else 2.0


def _is_ordinal(word: str) -> bool:
    """ "the Third Ohio" is a regiment."""
    return word in cues()["ordinals"] or (word[:1].isdigit() and word.endswith(("st", "nd", "rd", "th", "d")))


def _of(words: Words, i: int) -> float:
    """ "the city of Kars" is a place, "the Treaty of Kars" is not."""
    lists = cues()
    if words.keys[i] in lists["not_a_place_after"]:
        return REFUSED
    return 1.5 if words.keys[i] in lists["kinds_before"] else 0.0


def _of_a_command(words: Words, i: int) -> bool:
    """ "the Army of the Potomac", "Department of Western Virginia": troops and their staff, not the place."""
    lists = cues()
    before = i - 1
    while before > 0 and (words.keys[before] in lists["directions"] or words.keys[before] == "the"):
        before -= 1
    if before < 1 or words.keys[before] != "of":
        return False
    return words.capital[before - 1] and words.keys[before - 1] in lists["commands"]


def _after(words: Words, last: int, ours: bool) -> float:
    """What the words after it add or take away."""
    gap = words.gap_after(last)
    if last + 1 >= len(words.keys):
        return 0.0
    following = words.keys[last + 1]
    if gap in (" ", "-", "\n") and following in cues()["not_a_place_after"]:
        return 2 * REFUSED
    if gap == " " and words.capital[last + 1] and following not in cues()["months"]:
        return -1.6
    if gap == ". " and words.ends[last] - words.starts[last] == 1 and words.capital[last + 1]:
        return -1.6
    if gap.startswith(",") and following in cues()["months"]:
        return 1.5
    if gap.strip() == "," and words.capital[last + 1]:
        return _before_an_area(following, " ".join(words.keys[last + 1 : last + 3]))
    if ours:
        return 0.0
    return -2.0 if gap == "-" else -0.5 if gap[:2] in ("'s", "’s") else 0.0


def _before_an_area(*nexts: str) -> float:
    """ "X, Tenn." and "X, Armenia": what follows the comma speaks for a place before it."""
    if any(following in period.abbreviations() for following in nexts):
        return 2.0
    return 1.0 if any(following in period.index() for following in nexts) else 0.0
