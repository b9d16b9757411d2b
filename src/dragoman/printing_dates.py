"""The dates of a file, for a terminal or for another program.

dates_of(Path("war.txt"), Form.TABLE) prints

  words          reading     basis     calendar
  16 March 1921  1921-03-16  explicit  gregorian
"""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec

from dragoman.dates import dates_in, impossible, language_named, timexes
from dragoman.dates.suggesting import suggestion
from dragoman.dates.words import DateWords
from dragoman.layout.encoding import decoded, what_else
from dragoman.model.date import Date
from dragoman.model.errors import DragomanError

# A table has no colours and no frame: what draws them takes longer to load than a text takes to read.
_WIDEST = 60
_PAGES = (".htm", ".html", ".xht", ".xhtml")
_HEADS = ("words", "reading", "basis", "calendar")


class Form(StrEnum):
    """How dates are printed."""

    TABLE = "table"
    JSONL = "jsonl"
    TIMEX3 = "timex3"
    JSON = "json"


def dates_of(path: Path, form: str, *, language: str) -> None:
    """Prints every expression of time in a file. Raises DragomanError where there is no text, form or language."""
    if form not in list(Form):
        raise DragomanError(f"no form '{form}': there is {', '.join(Form)}")
    words, text = language_named(language), text_of(path)
    dates = dates_in(text, language=words, eves=form != Form.TIMEX3)
    _print(_lines(text, dates, Form(form), words))


def text_of(path: Path) -> str:
    """The text of a file in whatever encoding; of a web page, what a person reads there."""
    if path.suffix.lower() in _PAGES and path.is_file():
        return _text_of_page(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise DragomanError(f"no file '{path}': give the path of a text") from None
    except IsADirectoryError:
        raise DragomanError(f"'{path}' is a folder: give the path of one text in it") from None
    except OSError as trouble:
        reason = (trouble.strerror or "it cannot be opened").lower()
        raise DragomanError(f"'{path}' could not be read ({reason}): check that you may read it") from None
    if other := what_else(data):
        raise DragomanError(f"'{path}' is {other}: save its text as a .txt file and give that")
    return decoded(data).text


def _text_of_page(path: Path) -> str:
    # Not needed for a text, and a third of its time.
    from dragoman.readers import read

    account, problems = read(path, path.parent)
    if account is None:
        raise DragomanError(problems[0].message)
    return account.text


def _lines(text: str, dates: Sequence[Date], form: Form, language: DateWords) -> Iterator[str]:
    if form is Form.TABLE:
        yield from _table([_cells(date) for date in dates])
        yield from _hints(text, dates, language)
    elif form is Form.TIMEX3:
        yield _tagged(text, timexes(dates, language=language))
    elif form is Form.JSON:
        rows = msgspec.json.encode([row_of(date, text, language) for date in dates])
        yield msgspec.json.format(rows, indent=2).decode()
    else:
        yield from (msgspec.json.encode(row_of(date, text, language)).decode() for date in dates)


def row_of(date: Date, text: str, language: DateWords) -> dict[str, Any]:
    """A date for another program: flat, with where it stands, and what it may be under a country's older calendar."""
    row = msgspec.to_builtins(date)
    start, end = row.pop("span")
    return {"start": start, "end": end, **row, "perhaps": msgspec.to_builtins(suggestion(text, date, language))}


def _hints(text: str, dates: Iterable[Date], language: DateWords) -> Iterator[str]:
    """One line for each day that the country beside it may have counted otherwise."""
    for date in dates:
        other = suggestion(text, date, language)
        if other is not None:
            words, country = " ".join(date.text.split()), other.country.title()
            custom = f"{country}, which then kept the {other.calendar} calendar"
            yield f"perhaps {other.edtf}: {words}, if it was counted in {custom}"


def _cells(date: Date) -> tuple[str, ...]:
    """The row of a date; without EDTF it shows its TIMEX3 value: a length, a repetition, an unknown day."""
    reading = date.edtf or ("no such day" if impossible(date) else f"({date.timex_value})")
    words = " ".join(date.text.split())
    return words if len(words) <= _WIDEST else words[: _WIDEST - 1] + "…", reading, date.basis, date.calendar


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    if not rows:
        yield "no dates"
        return
    widths = [max(map(len, column)) for column in zip(_HEADS, *rows, strict=True)]
    for row in (_HEADS, *rows):
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _tagged(text: str, dates: Iterable[Date]) -> str:
    """The text with its TIMEX3, all of it escaped so that an XML reader takes it."""
    parts, at = ["<TimeML>\n"], 0
    for number, date in enumerate(dates, 1):
        value = date.timex_value or "XXXX-XX-XX"
        parts.append(_escaped(text[at : date.span.start]))
        parts.append(f'<TIMEX3 tid="t{number}" type="{date.timex_type}" value="{value}">{_escaped(date.text)}</TIMEX3>')
        at = date.span.end
    return "".join((*parts, _escaped(text[at:]).rstrip("\n"), "\n</TimeML>"))


# What XML 1.0 allows in no form.
_NOT_IN_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF), "\ufffd")
_ESCAPES = _NOT_IN_XML | {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)


def _print(lines: Iterable[str]) -> None:
    """Prints as UTF-8; whoever reads may stop before the end (`dragoman dates war.txt | head`)."""
    try:
        for line in lines:
            sys.stdout.buffer.write(line.encode("utf-8", "replace") + b"\n")
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
