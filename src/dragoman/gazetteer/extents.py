"""Extents: how far a name reaches that begins at a word: as far as a list has it, or as its last word makes it a place.

extent(Words("in Snake Creek Gap"), 1) -> 3
"""

from dragoman.gazetteer import period, world
from dragoman.gazetteer.wording import Words, cues

MOST_WORDS = 7


def extent(words: Words, i: int) -> int | None:
    """The last word of the longest name that begins at word i: one of the lists, or one its last word makes a place."""
    reach = _reach(words, i)
    known = _longest_known(words, i, reach)
    featured = _featured(words, i, reach)
    if known is None:
        return featured if featured is not None else _unlisted(words, i, reach)
    if featured is None and known < reach and before_a_state(words, reach):
        return reach
    if featured is None or featured <= known:
        return _with_small_feature(words, known)
    return featured


def _reach(words: Words, i: int) -> int:
    """The last word that could belong to a name beginning at word i."""
    connectors = cues()["connectors"]
    last = i
    for j in range(i + 1, min(i + MOST_WORDS, len(words.keys))):
        if not words.joined(j - 1) or not (words.capital[j] or words.keys[j] in connectors):
            break
        if words.capital[j]:
            last = j
    return last


def _longest_known(words: Words, i: int, reach: int) -> int | None:
    """The last word of the longest name that one of the lists has."""
    ours = period.index()
    for j in range(reach, i - 1, -1):
        if words.capital[j]:
            name_key = words.key(i, j)
            if name_key in ours or world.has(name_key):
                return j
    return None


def _featured(words: Words, i: int, reach: int) -> int | None:
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


def _unlisted(words: Words, i: int, reach: int) -> int | None:
    """The word itself, where no list has it and it stands where only a place is likely to: "camped near Villanow"."""
    lists = cues()
    word = words.keys[i]
    if before_a_state(words, reach) and word not in lists["titles"] and word not in lists["no_feature_first"]:
        return reach
    if reach > i or i == 0 or words.keys[i - 1] not in lists["strong_locative"] or words.gap_before(i) != " ":
        return None
    if len(word) < 4 or word in lists["never"] or word in lists["titles"] or word in lists["given"]:
        return None
    raw = words.raw(i, i)
    return i if raw.isalpha() and not raw.isupper() else None


def _with_small_feature(words: Words, last: int) -> int:
    """One word further where a small "province" or "river" belongs to the name."""
    following = last + 1
    if following >= len(words.keys) or words.gap_after(last) != " " or words.keys[last] in cues()["never"]:
        return last
    if words.keys[following] in cues()["features_small"]:
        return following
    return last


def before_a_state(words: Words, last: int) -> bool:
    """Whether ", La." or the like follows, so that what stands before it is a place."""
    if words.gap_after(last).strip() != "," or last + 2 >= len(words.keys) or not words.capital[last + 1]:
        return False
    one, two = words.keys[last + 1], " ".join(words.keys[last + 1 : last + 3])
    states = period.abbreviations()
    abbreviated = one in states and words.gap_after(last + 1)[:1] == "."
    return abbreviated or (two in states and words.gap_after(last + 2)[:1] == ".")
