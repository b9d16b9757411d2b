"""From text to phrases of time: words become classes, and forms are matched over the classes.

    "On 3 March 1918" -> ON D1 MAY Y4 -> a phrase of kind "point" with slots day, month, year

One character stands for each word, so a form is an ordinary regular expression and a text is read in linear time.
Nothing here knows a language: the words and the forms are data.
"""

import itertools
import re
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from typing import NamedTuple, Protocol

from dragoman.dates.openings import Openings

BLOCK = 1 << 16
"""Text is read in blocks of about this many characters, cut between paragraphs or words."""

Value = int | str


class DateWords(Protocol):
    """What a language gives: its words by class and its forms (see languages/en/dates.py)."""

    def __hash__(self) -> int: ...
    @property
    def WORDS(self) -> Mapping[str, Mapping[str, Value]]: ...
    @property
    def CAPITALISED(self) -> Collection[str]: ...
    @property
    def EXACT(self) -> Collection[str]: ...
    @property
    def JOINED(self) -> str: ...
    @property
    def UNIONS(self) -> Mapping[str, str]: ...
    @property
    def MACROS(self) -> Mapping[str, str]: ...
    @property
    def FORMS(self) -> Sequence[tuple[str, str]]: ...
    @property
    def SURENESS(self) -> Collection[str]: ...
    @property
    def SIDES(self) -> Mapping[str, str]: ...
    @property
    def NOT_BEFORE(self) -> Collection[str]: ...
    @property
    def DENIED_WHEN(self) -> Collection[str]: ...
    @property
    def NAMING(self) -> Collection[str]: ...
    @property
    def BOOKS(self) -> Set[str]: ...
    @property
    def NAMING_WHAT_WAS(self) -> Sequence[str]: ...
    @property
    def RECORDS(self) -> Set[str]: ...
    @property
    def KIN(self) -> Mapping[str, str]: ...
    @property
    def ENDINGS(self) -> Sequence[str]: ...
    @property
    def CUSTOMS(self) -> Mapping[str, str]: ...
    @property
    def DECADE_ENDING(self) -> str: ...
    @property
    def DAY_FIRST(self) -> bool: ...


class Grammar(NamedTuple):
    """A language made ready: a token pattern, word classes and values, and compiled forms."""

    token: re.Pattern[str]
    classes: Mapping[str, str]
    values: Mapping[str, Value]
    names: Mapping[str, str]
    openings: Openings
    starts: re.Pattern[str]
    brackets: re.Pattern[str]
    language: DateWords


class Phrase(NamedTuple):
    """Words of time before they are understood: the kind of form, its slots, and where all of it stands."""

    kind: str
    slots: Mapping[str, tuple[int, int]]
    first: int
    last: int
    page: "Page"


class Page(NamedTuple):
    """A block of text in tokens: where each starts, what it says and its class."""

    words: Sequence[str]
    starts: Sequence[int]
    classes: str
    grammar: Grammar

    def end(self, token: int) -> int:
        """Where a token ends in the text."""
        return self.starts[token] + len(self.words[token])

    def value(self, token: int) -> Value | None:
        """What a word is worth in its language; None for other words."""
        return self.grammar.values.get(self.words[token])

    def kind(self, token: int) -> str:
        """The name of a token's class; "" outside the block."""
        return self.grammar.names[self.classes[token]] if 0 <= token < len(self.classes) else ""


SHAPES = ("D1", "D2", "N3", "Y4", "BIG", "DEC", "CLOCK", "DECADE", "NUMERIC", "WORD", "NAME", "SIGN", "PARA")
SIGNS = {
    "COMMA": ",",
    "DOT": ".",
    "SEMI": ";",
    "COLON": ":",
    "LPAR": "([",
    "RPAR": ")]",
    "SLASH": "/",
    "DASH": "-–—‑‒−",
    "APOS": "'’‘",
    "QUOTE": '"“”«»',
    "STOP": "!?…",
}
_TOKEN = r"""
    {joined}
    | [^\W\d_]+
    | \d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}(?![\w]|[./-]\d) | \d{{4}}-\d\d-\d\d(?!\w)
    | \d{{1,2}}[./-](?:[IVX]{{1,4}}|[ivx]{{1,4}})[./-]\d{{2,4}}(?!\w)
    | \d{{1,3}}(?:,\d{{3}})+(?!\d) | \d{{1,3}}\.\d+ | \d{{1,2}}:\d\d(?::\d\d)?
    | \d+[^\W\d_]*
    | \n[^\S\n]*\n\s*
    | [^\w\s]
"""


def grammar_of(language: DateWords) -> Grammar:
    """The language's words and forms, compiled."""
    names = [*language.WORDS, *SHAPES, *SIGNS]
    letters = {name: chr(0xE000 + number) for number, name in enumerate(names)}
    classes: dict[str, str] = {}
    values: dict[str, Value] = {}
    for name, words in language.WORDS.items():
        for word, value in words.items():
            for spelling in _spellings(word, exact=name in language.EXACT, capital=name in language.CAPITALISED):
                classes.setdefault(spelling, letters[name])
                values.setdefault(spelling, value)
    classes |= {sign: letters[name] for name, signs in SIGNS.items() for sign in signs}
    forms = [(kind, _pattern(form, language, letters)) for kind, form in language.FORMS]
    openings = Openings(forms)
    return Grammar(
        re.compile(_TOKEN.format(joined=language.JOINED), re.VERBOSE),
        classes,
        values,
        {letter: name for name, letter in letters.items()},
        openings,
        re.compile(f"[{openings.letters}]"),
        re.compile("[" + "".join(letters[name] for name in ("LPAR", "RPAR", "PARA")) + "]"),
        language,
    )


def pages_of(text: str, grammar: Grammar) -> Iterator[Page]:
    """The text in tokenised blocks; a phrase never spans two of them."""
    classes = _Classes(grammar)
    start = 0
    while start < len(text):
        end = _cut(text, start)
        found = list(grammar.token.finditer(text, start, end))
        words = [match[0] for match in found]
        starts = [match.start() for match in found]
        yield Page(words, starts, "".join(map(classes.__getitem__, words)), grammar)
        start = end


def phrases_of(page: Page) -> Iterator[Phrase]:
    """Every phrase of time in the block, in order; the earliest form that fits wins."""
    classes, grammar = page.classes, page.grammar
    start = grammar.starts.search(classes)
    while start:
        at = start.start()
        found = grammar.openings.match(classes, at)
        if found:
            kind, match = found
            slots = {name.partition("_")[0]: match.span(name) for name in match.re.groupindex if match[name]}
            yield Phrase(kind, slots, at, match.end(), page)
            at = match.end() - 1
        start = grammar.starts.search(classes, at + 1)


class _Classes(dict[str, str]):
    """The class of every word met so far; new ones are judged by their shape."""

    def __init__(self, grammar: Grammar) -> None:
        super().__init__(grammar.classes)
        self._letter = {name: letter for letter, name in grammar.names.items()}
        self._decade = grammar.language.DECADE_ENDING

    def __missing__(self, word: str) -> str:
        letter = self._letter["DECADE" if self._is_decade(word) else _shape(word)]
        if len(self) < 60_000 and len(word) < 40:
            self[word] = letter
        return letter

    def _is_decade(self, word: str) -> bool:
        """ "1930s", "30s"; a language without such an ending has none."""
        if not self._decade or not word.endswith(self._decade):
            return False
        years = word.removesuffix(self._decade)
        return years.isascii() and years.isdecimal() and years[-1] == "0" and 2 <= len(years) <= 4


def _shape(word: str) -> str:
    """The class of a word the language does not list."""
    first = word[0]
    if first.isdecimal():
        return _number_shape(word)
    if first.isalpha():
        return "NAME" if first.isupper() else "WORD"
    return "PARA" if first == "\n" else "SIGN"


def _number_shape(word: str) -> str:
    if not word.isascii():
        return "BIG" if word[-1].isdecimal() else "WORD"
    if word.isdecimal():
        return _whole_number_shape(word)
    if ":" in word:
        return "CLOCK"
    if word.count(".") == 1 or "," in word:
        return "DEC" if "." in word else "BIG"
    return "NUMERIC" if word[-1].isdecimal() else "WORD"


def _whole_number_shape(word: str) -> str:
    size = len(word)
    if size <= 2:
        return "D1" if 1 <= int(word) <= 31 else "D2"
    if size == 3:
        return "N3"
    return "Y4" if size == 4 and "1000" <= word <= "2199" else "BIG"


def _spellings(word: str, *, exact: bool, capital: bool) -> tuple[str, ...]:
    if exact:
        return (word,)
    upper = (word.capitalize(), word.upper())
    return upper if capital else (word, *upper)


def _pattern(form: str, language: DateWords, letters: Mapping[str, str]) -> str:
    """A form as a regular expression over class letters."""
    for _ in range(5):
        form = re.sub(r"\{([a-z]+2?)\}", lambda m: f"(?:{language.MACROS[m[1]]})", form)
    numbers = itertools.count()
    form = re.sub(r"\b([a-z]+2?):([A-Z][A-Z0-9]*|\[[A-Z0-9 ]+\])", r"\1:(\2)", form)
    # A slot may stand in several places of a form: its groups are numbered, and the number is dropped when it is read.
    form = re.sub(r"\b([a-z]+2?):\((?:\?:)?", lambda m: f"(?P<{m[1]}_{next(numbers)}>", form)

    def letters_of(match: re.Match[str]) -> str:
        names = [name for word in match[0].strip("[]").split() for name in language.UNIONS.get(word, word).split()]
        return "[" + "".join(letters[name] for name in names) + "]"

    form = re.sub(r"\[[A-Z0-9 ]+\]|(?<![<\w?])[A-Z][A-Z0-9]*", letters_of, form)
    return form.replace(" ", "")


def _cut(text: str, start: int) -> int:
    """Where the block that starts here ends: between paragraphs if it can, else between words."""
    end = start + BLOCK
    if end >= len(text):
        return len(text)
    for mark in ("\n\n", "\n", " "):
        at = text.rfind(mark, start + BLOCK // 2, end)
        if at > 0:
            return at
    return end
