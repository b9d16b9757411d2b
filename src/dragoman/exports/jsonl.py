"""JSON lines: one file for each kind of thing, one thing a line, with its id and its exact words.

write(dossier, Path("out"))   -> out/accounts.jsonl, out/assertions.jsonl, out/findings.jsonl, …
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from dragoman.model import Assertion, DragomanError
from dragoman.notation import write as notation
from dragoman.store import Dossier


def write(dossier: Dossier, out: Path) -> None:
    """Fills the folder `out`, made if need be; one that already holds something is left alone."""
    try:
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise DragomanError(f"'{out}' already holds something: name a new or an empty folder to export to")
        out.mkdir(parents=True, exist_ok=True)
        for name, lines in FILES.items():
            with (out / f"{name}.jsonl").open("wb") as file:
                file.writelines(msgspec.json.encode(line) + b"\n" for line in lines(dossier))
    except OSError as error:
        raise DragomanError(
            f"the export to '{out}' failed ({error.strerror}): make room or allow writing there"
        ) from error


def _assertions(dossier: Dossier) -> Iterator[object]:
    """With the account's name, the notation, and the ruling in force, so that a line can be read by itself."""
    names = {one.id: one.name for one in dossier.accounts}
    rulings = dossier.rulings()
    for one in dossier.assertions:
        ruling = rulings.get(one.id)
        yield {
            **_fields(one),
            "account_name": names[one.account],
            "quote": one.quote,
            "start": one.span.start,
            "end": one.span.end,
            "ruling": ruling.ruling if ruling else None,
            "notation": notation(one),
        }


def _findings(dossier: Dossier) -> Iterator[object]:
    """With the quote of each assertion a finding rests on."""
    said: dict[str, Assertion] = {one.id: one for one in dossier.assertions}
    for one in dossier.findings:
        yield {**_fields(one), "quotes": [said[each].quote if each in said else None for each in one.assertions]}


def _fields(value: msgspec.Struct) -> dict[str, object]:
    return msgspec.structs.asdict(value)


FILES: dict[str, Callable[[Dossier], Iterable[object]]] = {
    "accounts": lambda dossier: dossier.accounts,
    "assertions": _assertions,
    "findings": _findings,
    "headings": lambda dossier: dossier.headings,
    "judgements": lambda dossier: dossier.judgements,
    "problems": lambda dossier: dossier.problems,
}
