"""A step from an event: how many units, on which side, and which words name the event.

"Five days after the fall of Girona, …" -> Found("event", amount="5", unit="D", step=1, event=("the", "fall", …))
"""

from collections.abc import Iterator

from dragoman.dates.found import Found
from dragoman.dates.slots import amount, found_as, value
from dragoman.dates.words import Phrase


def event_in(phrase: Phrase) -> Iterator[Found]:
    """A step from an event: the words of the event run to the next stop, and are part of the expression."""
    page, last = phrase.page, _end_of_event(phrase)
    words = tuple(page.words[phrase.last : last])
    if not words:
        return
    wide = phrase._replace(last=last)
    if "eve" in phrase.slots:
        step = int(value(phrase, "eve") or 0)
        yield found_as(wide, "eve", amount="1", unit="D", step=step, event=words)
        return
    how_many = amount(phrase) if "count" in phrase.slots else "1"
    step = int(value(phrase, "dir") or 0)
    yield found_as(wide, "event", amount=how_many, unit=str(value(phrase, "unit")), step=step, event=words)


def _end_of_event(phrase: Phrase) -> int:
    """Where the words of an event end; without a stop near enough it is only the first few."""
    page, last = phrase.page, phrase.last
    while last - phrase.last < 16 and (page.kind(last) not in EVENT_ENDS or _is_hyphen(phrase, last)):
        last += 1
    if last - phrase.last > 12:
        last = phrase.last + 3
    last = _end_of_noun(phrase, last)
    if "dir" not in phrase.slots and "eve" not in phrase.slots:
        last = _end_of_name(phrase, last)
    while last > phrase.last and page.kind(last - 1) in LOOSE_ENDS:
        last -= 1
    return last


def _end_of_noun(phrase: Phrase, last: int) -> int:
    """ "Two days after the fall of Kars the army moved on" ends with the noun, where the next clause begins."""
    page = phrase.page
    # An eve is always of a noun; after other words a clause can follow, and only a noun has an "of".
    of = phrase.last if "eve" in phrase.slots else last
    for token in range(phrase.last, last):
        if page.kind(token) == "OF" and of == last:
            of = token
        elif "eve" in phrase.slots and page.kind(token) == "NAME" and page.kind(token - 1) == "WORD":
            # "On the eve of the treaty Turkey occupied Batum"
            return token
        elif token > of + 1 and page.kind(token) in CLAUSES and page.kind(token - 1) in ("WORD", "NAME"):
            return token
    return last


def _end_of_name(phrase: Phrase, last: int) -> int:
    """ "The morning of the Battle of Hastings" ends with the name."""
    page, named = phrase.page, False
    for token in range(phrase.last, last):
        kind = page.kind(token)
        if named and kind not in ("NAME", "OF", "THE"):
            return token
        named = named or kind == "NAME"
    return last


def _is_hyphen(phrase: Phrase, token: int) -> bool:
    """Whether a dash or point stands inside a word: "38th-parallel", "U.S."."""
    page = phrase.page
    return (
        page.kind(token) in ("DASH", "DOT")
        and token + 1 < len(page.words)
        and page.end(token - 1) == page.starts[token] == page.starts[token + 1] - 1
    )


EVENT_ENDS = (
    "COMMA", "DOT", "SEMI", "COLON", "PARA", "STOP", "LPAR", "RPAR", "DASH", "QUOTE", "AND", "", "Y4", "MONTH", "MAY",
    "D1", "NTH", "UNIT", "DAY", "UNITS", "ON",
)  # fmt: skip
CLAUSES = ("THE", "A", "KINGLY", "THIS")
LOOSE_ENDS = ("THE", "A", "OF", "NEW", "IN", "BY", "AT", "TO", "FROM", "ORD", "AND", "THIS", "THESE")
