"""Rows of an outside record (a register of treaties, a list of territorial changes), each with where it stands.

    rows_in("act,date,instrument\nsignature,1815-06-09,Final Act\n", "csv") -> [Row(Span(20, 52), {"act": …})]

The first line of a CSV names its columns; a JSON file is a list of objects with the same names.
"""

import csv
import json
from collections.abc import Iterator, Mapping
from io import StringIO

import msgspec

from dragoman.edtf import parse
from dragoman.model import Modality, Polarity, Predicate, Role, Span

# What a column may be called: the slots of an assertion.
SLOTS = ("act", "date", "polarity", "modality", "subtype")
ROLES = tuple(str(role) for role in Role)
# Several names in one field are parted so.
PARTED = ";"
_BEFORE = "[, \t\r\n\ufeff"


class Row(msgspec.Struct, frozen=True):
    """One row: where it stands, its fields by column, and in `trouble` why it cannot be used, "" if it can."""

    span: Span
    fields: Mapping[str, str]
    trouble: str = ""

    def names(self, column: str) -> tuple[str, ...]:
        """The names in a column."""
        return tuple(name.strip() for name in self.fields.get(column, "").split(PARTED) if name.strip())


def rows_in(text: str, form: str) -> Iterator[Row]:
    """The rows of a record, those that cannot be used with the reason."""
    for span, fields in _csv(text) if form == "csv" else _json(text):
        yield Row(span, fields, _trouble(fields))


def is_record(text: str, form: str) -> bool:
    """Whether the text is such a record at all: a table or a list in which at least one row names an act."""
    return any(row.fields.get("act") for row in rows_in(text, form))


def _csv(text: str) -> Iterator[tuple[Span, dict[str, str]]]:
    lines = text.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(lines[0] if lines else ""))
    columns: list[str] = []
    before = 0
    for cells in reader:
        first, before = before, reader.line_num
        if not columns:
            columns = [cell.strip().strip("\ufeff").casefold().replace(" ", "_") for cell in cells]
        elif any(cell.strip() for cell in cells):
            start, end = starts[first], starts[min(before, len(lines))]
            yield _trimmed(text, start, end), dict(zip(columns, (cell.strip() for cell in cells), strict=False))


def _delimiter(head: str) -> str:
    return max(",\t;", key=head.count)


def _json(text: str) -> Iterator[tuple[Span, dict[str, str]]]:
    """Each object of the list, with where it stands; what follows a mistake in the file is not read."""
    decoder, at = json.JSONDecoder(), 0
    while True:
        while at < len(text) and text[at] in _BEFORE:
            at += 1
        if at >= len(text) or text[at] != "{":
            return
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return
        yield Span(at, end), {str(key).casefold(): _field(one) for key, one in value.items()}
        at = end


def _field(value: object) -> str:
    return f"{PARTED} ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)


def _trimmed(text: str, start: int, end: int) -> Span:
    stretch = text[start:end]
    return Span(start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip()))


def _trouble(fields: Mapping[str, str]) -> str:
    """Why a row cannot be used, with what would mend it."""
    act = fields.get("act", "")
    if act not in list(Predicate):
        return f"the act {act!r} is none of ours: write one of {', '.join(Predicate)}"
    if fields.get("date") and parse(fields["date"]) is None:
        return f"the date {fields['date']!r} cannot be read: write it as 1921-03-17, 1921-03 or 1921"
    for column, known in (("polarity", list(Polarity)), ("modality", list(Modality))):
        if fields.get(column) and fields[column] not in known:
            return f"the {column} {fields[column]!r} is unknown: write one of {', '.join(known)}"
    if not any(fields.get(role) for role in ROLES):
        return f"it names nobody and nothing: fill one of {', '.join(ROLES)}"
    return ""
