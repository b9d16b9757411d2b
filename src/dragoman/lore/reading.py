"""Reading names.csv: a row for each person, body, polity, place or instrument that a person wants known.

    name,kind,aliases,from,to,lat,lon,modern,note
    Mustafa Kemal,person,Kemal Pasha|Gazi,1881,1938,,,,Atatürk from 1934 on

A row that cannot be used is a Problem with its line, and the others are used.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

from dragoman.model import Code, DragomanError, Kind, Known, Level, Lore, Problem

NAMES = "names.csv"
_KINDS = (Kind.PERSON, Kind.BODY, Kind.POLITY, Kind.PLACE, Kind.INSTRUMENT)
_COLUMNS = ("name", "kind", "aliases", "from", "to", "lat", "lon", "modern", "note")
_LONGEST = 500


class _Unusable(Exception):
    """Why a row cannot be used."""


def read(folder: Path) -> tuple[Lore, tuple[Problem, ...]]:
    """What the dossier's names.csv says, and a Problem for each row that says nothing; nothing if there is no file."""
    try:
        content = (folder / NAMES).read_bytes()
    except FileNotFoundError:
        return Lore(), ()
    except OSError as error:
        raise DragomanError(f"'{folder / NAMES}' cannot be read ({error.strerror}): allow reading it") from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Lore(), (_problem(line, "is not UTF-8: save the list as UTF-8; until then none of it is used"),)
    known: list[Known] = []
    problems: list[Problem] = []
    for one in _rows(text):
        if isinstance(one, Known):
            known.append(one)
        else:
            problems.append(one)
    return Lore(tuple(known), blake2b(content, digest_size=8).hexdigest()), tuple(problems)


def _rows(text: str) -> Iterator[Known | Problem]:
    # A spreadsheet of a country with decimal commas writes semicolons.
    header = text.partition("\n")[0]
    table = csv.reader(io.StringIO(text, newline=""), delimiter=";" if ";" in header and "," not in header else ",")
    columns: list[str] | None = None
    while True:
        try:
            cells = next(table)
        except StopIteration:
            return
        except csv.Error as error:
            yield _problem(table.line_num, f"is no row of a table ({error}) and is left out")
            continue
        if not any(cell.strip() for cell in cells):
            continue
        if columns is None:
            columns = [cell.strip().casefold() for cell in cells]
            missing = [name for name in ("name", "kind") if name not in columns]
            if missing:
                first = ",".join(_COLUMNS)
                yield _problem(table.line_num, f"has no column {missing[0]}: begin the list with the line {first}")
                return
            continue
        try:
            yield _known(dict(zip(columns, cells, strict=False)), len(cells) - len(columns), table.line_num)
        except _Unusable as why:
            yield _problem(table.line_num, f"{why}; the row is left out")


def _known(row: Mapping[str, str], surplus: int, line: int) -> Known:
    cell = {name: row.get(name, "").strip() for name in _COLUMNS}
    if surplus > 0:
        raise _Unusable("has more cells than the first line: put a cell with commas into quotation marks")
    name = _name(cell["name"])
    if cell["kind"].casefold() not in _KINDS:
        raise _Unusable(f"kind “{cell['kind'][:40]}” is none of {', '.join(_KINDS)}")
    aliases = tuple(dict.fromkeys(_name(one) for one in cell["aliases"].split("|") if one.strip()))
    since, until = _year(cell["from"]), _year(cell["to"])
    if since is not None and until is not None and since > until:
        raise _Unusable(f"it begins in {since} and ends in {until}")
    if bool(cell["lat"]) != bool(cell["lon"]):
        raise _Unusable("lat and lon go together: give both or none")
    lat, lon = _degrees(cell["lat"], "lat", 90), _degrees(cell["lon"], "lon", 180)
    return Known(
        name, Kind(cell["kind"].casefold()), aliases, since, until, lat, lon, cell["modern"], cell["note"], line
    )


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not any(char.isalnum() for char in name):
        raise _Unusable("a name has no letter")
    if len(name) > _LONGEST:
        raise _Unusable(f"a name has {len(name)} characters, more than {_LONGEST}")
    return name


def _year(text: str) -> int | None:
    if not text:
        return None
    try:
        return int(text)
    except ValueError:
        raise _Unusable(f"“{text[:40]}” is no year") from None


def _degrees(text: str, name: str, most: int) -> float | None:
    if not text:
        return None
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        raise _Unusable(f"{name} “{text[:40]}” is no number of degrees") from None
    if not -most <= value <= most:
        raise _Unusable(f"{name} {text[:40]} is not between -{most} and {most}")
    return value


def _problem(line: int, what: str) -> Problem:
    return Problem(Code.BAD_ROW, f"line {line}: {what}", NAMES, Level.WARNING)
