"""Where the names that a person brought along stand in a text, word by word, the longest first.

    standing_in("Gazi Kemal left.", (Known("Atatürk", Kind.PERSON, ("Gazi Kemal",)),)) -> Standing over "Gazi Kemal"

Each word of the text is looked at once for every length that a name beginning with it has.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from dragoman.model import Known, Span

# A letter with the marks that combine with it is one letter, in any script.
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0670])*")
# "G. Chicherin", "Brest-Litovsk", "Jean d'Arc", a line end: what may stand between two words of one name.
_GAP = re.compile(r"[ \t]*[.\-–‑'’]?[ \t]*\r?\n?[ \t]*")
# A longer name is no name; the words after these count for nothing.
_MOST_WORDS = 20

Words = tuple[str, ...]


class Standing(msgspec.Struct, frozen=True):
    """A name where it stands, and the row of the list that has it."""

    span: Span
    known: Known


def standing_in(text: str, known: Iterable[Known], year: int | None = None) -> Iterator[Standing]:
    """Every place where one of the names stands, in order, none inside another.

    Of two things with one name the one whose years hold the given one is meant, else the first of the list.
    """
    names = _by_words(known)
    if not names:
        return
    lengths = _lengths(names)
    found = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    words = [_form(text[start:end]) for start, end in found]
    i = 0
    while i < len(words):
        last = _longest(text, i, found, words, names, lengths.get(words[i], ()))
        if last is None:
            i += 1
            continue
        rows = names[tuple(words[i : last + 1])]
        yield Standing(Span(found[i][0], found[last][1]), next((row for row in rows if row.holds(year)), rows[0]))
        i = last + 1


def _by_words(known: Iterable[Known]) -> dict[Words, list[Known]]:
    names: dict[Words, list[Known]] = {}
    for row in known:
        for name in (row.name, *row.aliases):
            words = tuple(_form(match[0]) for match, _ in zip(_WORD.finditer(name), range(_MOST_WORDS), strict=False))
            if words and row not in names.setdefault(words, []):
                names[words].append(row)
    return names


def _lengths(names: Iterable[Words]) -> Mapping[str, Sequence[int]]:
    """How many words the names that begin with a word have, the longest first."""
    found: dict[str, set[int]] = {}
    for words in names:
        found.setdefault(words[0], set()).add(len(words))
    return {word: sorted(lengths, reverse=True) for word, lengths in found.items()}


def _longest(
    text: str,
    first: int,
    found: Sequence[tuple[int, int]],
    words: Sequence[str],
    names: Mapping[Words, object],
    lengths: Sequence[int],
) -> int | None:
    """The last word of the longest name that begins here."""
    for length in lengths:
        last = first + length - 1
        if last >= len(words):
            continue
        if tuple(words[first : last + 1]) in names and all(
            _GAP.fullmatch(text, found[i][1], found[i + 1][0]) for i in range(first, last)
        ):
            return last
    return None


def _form(word: str) -> str:
    """A word as it is compared: composed, and capitals of a heading as in the text ("KEMAL")."""
    composed = unicodedata.normalize("NFC", word)
    return composed.capitalize() if len(composed) > 3 and composed.isupper() else composed
