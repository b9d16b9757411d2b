"""Finding: the place names of a text, by probing the lists at the start of every capitalised word.

    [text[s.span.start:s.span.end] for s in sightings("from Kars to the Arax and Mill Creek")] -> ["Kars", "Arax", "Mill Creek"]

Nothing is parsed: each word is looked at a fixed number of times, so the work grows with the text and no faster.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import msgspec

from dragoman.gazetteer import period, world
from dragoman.gazetteer.candidate import Candidate
from dragoman.gazetteer.folding import WORD, key, word_key
from dragoman.gazetteer.lookup import knows_key
from dragoman.model import Span

MOST_WORDS = 7
LONGEST_KEY = 80
_JOINS = frozenset({" ", "-", "–", "‑", "\u00a0", "\n", "- ", "-\n", " -", "  ", "'s ", "’s ", "'S "})
_ABBREVIATED = frozenset({". ", ".", ".\u00a0"})
_SENTENCE_END = re.compile(r"[.!?:;]['\"”’)\]]*\s|\n\s*\n|[“\"(]\s*$")
_FEW_PEOPLE = 15_000


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


class _Words:
    """The words of a text in parallel lists: where they stand, what they are, and their keys."""

    __slots__ = ("capital", "ends", "full", "keys", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.keys: list[str] = []
        self.full: list[str] = []
        self.capital: list[bool] = []
        for match in WORD.finditer(text):
            start, end = match.span()
            word = match.group()
            self.full.append(word_key(word))
            if word[-2:] in ("'s", "’s", "'S", "’S"):
                word, end = word[:-2], end - 2
            self.starts.append(start)
            self.ends.append(end)
            self.keys.append(word_key(word))
            first = word[0]
            self.capital.append(first.isupper() or (first.isalpha() and first.lower() == first.upper()))

    def joined(self, i: int) -> bool:
        """Whether word i and the next can be parts of one name."""
        gap = self.text[self.ends[i] : self.starts[i + 1]]
        return gap in _JOINS or (gap in _ABBREVIATED and self.ends[i] - self.starts[i] <= 2)

    def gap_before(self, i: int) -> str:
        return self.text[self.ends[i - 1] if i else 0 : self.starts[i]]

    def gap_after(self, i: int) -> str:
        return self.text[self.ends[i] : self.starts[i + 1] if i + 1 < len(self.starts) else len(self.text)]

    def opens(self, i: int) -> bool:
        """Whether word i begins a sentence or a line of its own."""
        if i == 0:
            return True
        gap = self.gap_before(i)
        if gap[:1] == "." and (self.ends[i - 1] - self.starts[i - 1] == 1 or self.keys[i - 1] in cues()["titles"]):
            return False
        return bool(_SENTENCE_END.search(gap))

    def key(self, i: int, j: int) -> str:
        """The key of words i to j: the genitive counts inside a name ("Harper's Ferry") and not at its end."""
        return " ".join((*self.full[i:j], self.keys[j])) if j > i else self.keys[i]

    def raw(self, i: int, j: int) -> str:
        return self.text[self.starts[i] : self.ends[j]]


@lru_cache(maxsize=1)
def cues() -> dict[str, frozenset[str]]:
    """The word lists of words.toml."""
    lists = tomllib.loads((Path(__file__).with_name("words.toml")).read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in lists.items()}


def sightings(text: str) -> Iterator[Sighting]:
    """The likely places of a text, in order, none inside another."""
    words = _Words(text)
    surnames = _surnames(words)
    i, count = 0, len(words.keys)
    last_end = -1
    while i < count:
        if not words.capital[i]:
            i += 1
            continue
        last = _extent(words, i)
        if last is None:
            i += 1
            continue
        sighting = _sighting(words, i, last, surnames, last_end)
        if sighting is not None and sighting.standing > 0:
            yield sighting
            last_end = last
        # A name refused as a whole ("Jackson Mississippi") is passed over word by word.
            i = last + 1
        else:
            i += 1


def sighted(text: str, spans: Iterable[Span]) -> tuple[Sighting, ...]:
    """Names that somebody else found, as sightings: for each span what it may mean."""
    return tuple(_given(text, span) for span in spans)


def _given(text: str, span: Span) -> Sighting:
    name_key = key(text[span.start : span.end]).removeprefix("the ")
    bare, _, last = name_key.rpartition(" ")
    feature = last if bare and last in cues()["features_after"] else ""
    candidates = knows_key(name_key)
    if not candidates and feature and feature not in cues()["features_apart"]:
        candidates = knows_key(bare)
    return Sighting(span, name_key, candidates, standing=2.0, feature=feature)


def _extent(words: _Words, i: int) -> int | None:
    """The last word of the longest name that begins at word i: one of the lists, or one its last word makes a place."""
    reach = _reach(words, i)
    known = _longest_known(words, i, reach)
    featured = _featured(words, i, reach)
    if known is None:
        return featured if featured is not None else _unlisted(words, i, reach)
    if featured is None or featured <= known:
        return _with_small_feature(words, known)
    return featured


def _reach(words: _Words, i: int) -> int:
    """The last word that could belong to a name beginning at word i."""
    connectors = cues()["connectors"]
    last = i
    for j in range(i + 1, min(i + MOST_WORDS, len(words.keys))):
        if not words.joined(j - 1) or not (words.capital[j] or words.keys[j] in connectors):
            break
        if words.capital[j]:
            last = j
    return last


def _longest_known(words: _Words, i: int, reach: int) -> int | None:
    ours = period.index()
    for j in range(reach, i - 1, -1):
        if words.capital[j]:
            name_key = words.key(i, j)
            if name_key in ours or world.has(name_key):
                return j
    return None


def _featured(words: _Words, i: int, reach: int) -> int | None:
    """The last word of "Snake Creek Gap" or "Fort Ross": capitalised words with a word that says what they are."""
    features = cues()["features_after"]
    last = i
    while last < reach and words.capital[last + 1]:
        last += 1
    if words.keys[i] in cues()["features_before"] and last > i and words.keys[i + 1] not in cues()["no_feature_first"]:
        return min(last, i + 2)
    if words.keys[i] in cues()["titles"] or words.keys[i] in cues()["no_feature_first"]:
        return None
    for j in range(last, i, -1):
        if words.keys[j] in features:
            return j
    return None


def _unlisted(words: _Words, i: int, reach: int) -> int | None:
    """The word itself, where no list has it and it stands where only a place is likely to: "camped near Villanow"."""
    lists = cues()
    word = words.keys[i]
    if reach > i or i == 0 or words.keys[i - 1] not in lists["strong_locative"] or words.gap_before(i) != " ":
        return None
    if len(word) < 4 or word in lists["never"] or word in lists["titles"] or word in lists["given"]:
        return None
    raw = words.raw(i, i)
    return i if raw.isalpha() and not raw.isupper() else None


def _with_small_feature(words: _Words, last: int) -> int:
    """One word further where a small "province" or "river" belongs to the name."""
    following = last + 1
    if following >= len(words.keys) or words.gap_after(last) != " " or words.keys[last] in cues()["never"]:
        return last
    if words.keys[following] in cues()["features_small"]:
        return following
    return last


def _surnames(words: _Words) -> frozenset[str]:
    """Words that this text uses as a person's surname at least once: after a title, a given name or an initial."""
    lists = cues()
    titles, given = lists["titles"], lists["given"]
    found = set()
    for i in range(1, len(words.keys)):
        if not words.capital[i] or words.ends[i] - words.starts[i] < 3:
            continue
        gap, before = words.gap_before(i), words.keys[i - 1]
        if gap in (" ", ". ", ".", "- ", "-") and (before in titles or before in given or _is_initial(words, i - 1)):
            found.add(words.keys[i])
    return frozenset(found)


def _is_initial(words: _Words, i: int) -> bool:
    return (
        words.ends[i] - words.starts[i] == 1 and words.capital[i] and words.gap_after(i)[:1] == "." and words.keys[i] != "u"
    )


def _sighting(words: _Words, i: int, last: int, surnames: frozenset[str], last_end: int) -> Sighting | None:
    name_key = words.key(i, last)
    feature = _feature(words, i, last)
    candidates = _candidates(words, i, last, name_key, feature)
    if not feature and _is_word(words, i, last, name_key):
        return None
    standing = _standing(words, i, last, candidates, surnames, last_end, feature)
    article = i > 0 and words.keys[i - 1] == "the"
    end = words.ends[last]
    if name_key in period.abbreviations() or (name_key in period.acronyms() and "." in words.raw(i, last)):
        end += words.text[end : end + 1] == "."
    return Sighting(Span(words.starts[i], end), name_key, candidates, standing, feature, article)


def _feature(words: _Words, i: int, last: int) -> str:
    if last == i:
        return ""
    if words.keys[last] in cues()["features_after"]:
        return words.keys[last]
    return words.keys[i] if words.keys[i] in cues()["features_before"] else ""


def _candidates(words: _Words, i: int, last: int, name_key: str, feature: str) -> tuple[Candidate, ...]:
    """What the whole name may mean; failing that, what it means without the word that says what it is."""
    whole = knows_key(name_key)
    if not feature or words.keys[last] != feature or feature in cues()["features_apart"]:
        return whole
    if any(one.known for one in whole):
        return whole
    return (*whole, *knows_key(words.key(i, last - 1)))


def _is_word(words: _Words, i: int, last: int, name_key: str) -> bool:
    """Whether it is a mere word or abbreviation here, though somewhere a town bears that name."""
    raw = words.raw(i, last)
    if name_key in period.acronyms():
        return not raw.replace(".", "").replace(" ", "").isupper()
    if name_key in period.abbreviations():
        return not (words.gap_after(last).startswith(".") and "," in words.gap_before(i))
    if last == i and len(name_key) < 3:
        return True
    return last == i and name_key in cues()["never"] and name_key not in period.index()


def _standing(
    words: _Words, i: int, last: int, candidates: tuple[Candidate, ...], surnames: frozenset[str], last_end: int, feature: str
) -> float:
    """How much the words around it speak for a place: hand-set weights, one line each."""
    lists = cues()
    ours = any(one.known for one in candidates)
    score = 1.5 if ours else 0.0
    if feature:
        score += 1.5
    before = words.keys[i - 1] if i else ""
    before_gap = words.gap_before(i)
    adjacent = before_gap in (" ", "\n", "- ", "-", ". ", ".")
    if adjacent and (before in lists["ordinals"] or before[:1].isdigit() and before[-2:] in ("st", "nd", "rd", "th", "d")):
        return -4.0
    if adjacent and before in lists["locative"]:
        score += 1.5
    elif adjacent and before == "the":
        score += 0.0 if ours or feature else -1.0
        if i > 2 and words.keys[i - 2] == "of":
            score += min(0.0, _of(words, i - 3))
    elif adjacent and before in lists["weak_locative"]:
        score += 0.5
        if before == "of" and i > 1:
            score += _of(words, i - 2)
    elif before_gap.strip() == "," and last_end == i - 1:
        score += 1.0
    elif adjacent and i and words.capital[i - 1] and not words.opens(i):
        score -= _crowded(words, i, ours)
    score += _after(words, last, ours)
    if candidates and not ours:
        people = max(one.population for one in candidates)
        score += -0.5 if people < _FEW_PEOPLE else -0.25 if people < 100_000 else 0.25 if people < 500_000 else 0.75
        if not any(one.main for one in candidates):
            score -= 0.75 if people < 100_000 else 0.25
    if not candidates and not feature:
        score -= 1.0
    if last == i and words.keys[i] in lists["given"] and not ours:
        score -= 1.5
    if last == i and not ours and _is_acronym(words, i):
        score -= 3.0
    if words.opens(i) and not ours and not feature:
        score -= 0.5
    if words.keys[last] in surnames or words.keys[i] in surnames and not feature:
        score -= 1.0 if ours else 2.0
    return score


def _is_acronym(words: _Words, i: int) -> bool:
    """Whether a word in capitals stands among words that are not: "NATO agreed", but not "NEAR KARS"."""
    near = [words.raw(j, j) for j in (i - 1, i + 1) if 0 <= j < len(words.keys)]
    lone = not any(word.isupper() and len(word) > 1 for word in near)
    return words.raw(i, i).isupper() and lone and not words.opens(i)


def _crowded(words: _Words, i: int, ours: bool) -> float:
    """What a capitalised word right before it takes away: "J. F. Marsh", "Genesis Armenia", but "Soviet Armenia"."""
    lists = cues()
    before = words.keys[i - 1]
    if before in lists["soft_before"]:
        return 0.0
    if before in lists["titles"] or before in lists["given"] or _is_initial(words, i - 1):
        return 4.0
    return 1.0 if ours else 2.0


def _of(words: _Words, i: int) -> float:
    """ "the city of Kars" is a place, "the Treaty of Kars" and "Army of the Potomac" are not."""
    lists = cues()
    noun = words.keys[i]
    if noun in lists["not_a_place_after"] or (words.capital[i] and noun in lists["commands"]):
        return -4.0
    return 1.5 if noun in lists["kinds_before"] else 0.0


def _after(words: _Words, last: int, ours: bool) -> float:
    """What the words after it add or take away."""
    gap = words.gap_after(last)
    if last + 1 >= len(words.keys):
        return 0.0
    following = words.keys[last + 1]
    if gap in (" ", "-", "\n") and following in cues()["not_a_place_after"]:
        return -4.0
    if gap == " " and words.capital[last + 1] and following not in cues()["months"]:
        return -1.6
    if gap == ". " and words.ends[last] - words.starts[last] == 1 and words.capital[last + 1]:
        return -1.6
    if gap.startswith(",") and following in cues()["months"]:
        return 1.5
    if gap.startswith(",") and gap.strip() == "," and words.capital[last + 1]:
        nexts = " ".join(words.keys[last + 1 : last + 3])
        if following in period.abbreviations() or following in period.index() or nexts in period.index():
            return 1.0
    if gap == "-" and not ours:
        return -2.0
    if gap[:2] in ("'s", "’s"):
        return 0.0 if ours else -0.5
    return 0.0
