"""Commands that hand a dossier to others: report, cite."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import HERE, Where, folder_of, opened
from dragoman.errors import DragomanError

if TYPE_CHECKING:
    from dragoman.citing import Citation
    from dragoman.store import Dossier


class Form(StrEnum):
    """How a citation is written."""

    TEXT = "text"
    BIBTEX = "bibtex"
    CSL = "csl"


def report(
    out: Annotated[
        Path, typer.Option("--out", "-o", help="the file to write", show_default="DOSSIER-report.html")
    ] = Path(),
    dossier: Where = HERE,
) -> None:
    """Write one page that holds it all: to send, to print, to keep. It needs no server and no network."""
    from dragoman.web.reporting import write

    asked = opened(dossier)
    into = out if out != Path() else Path(f"{folder_of(dossier).resolve().name}-report.html")
    size = write(asked, into)
    print(f"wrote {into}: {max(1, round(size / 1000)):,} kB, one file that needs nothing else")


def cite(
    what: Annotated[str, typer.Argument(help="the id of an assertion or a finding, or the beginning of it")],
    form: Annotated[Form, typer.Option(help="how it is written")] = Form.TEXT,
    dossier: Where = HERE,
) -> None:
    """How to cite an assertion or a finding: the exact words, where they stand, and the address."""
    import msgspec

    found = _cited(opened(dossier), what)
    if form is Form.CSL:
        print(msgspec.json.format(msgspec.json.encode([found.csl()]), indent=2).decode())
    else:
        print(found.bibtex() if form is Form.BIBTEX else found.text())


def _cited(dossier: "Dossier", asked: str) -> "Citation":
    from importlib.metadata import version

    from dragoman.citing import Imprint, citation_of, citation_of_finding

    imprint = Imprint(dossier.folder.resolve().name, dossier.built_at, version("dragoman"))
    said = {one.id: one for one in dossier.assertions}
    found = {one.id: one for one in dossier.findings}
    near = [asked] if asked in (*said, *found) else [one for one in (*said, *found) if asked and one.startswith(asked)]
    if len(near) > 1:
        raise DragomanError(f"'{asked}' begins {len(near)} ids: give more of it")
    if not near:
        raise DragomanError(
            f"no assertion or finding '{asked}': each page of the reading room has its id in the address"
        )
    if one := said.get(near[0]):
        return citation_of(one, dossier.account(one.account), imprint)
    finding = found[near[0]]
    rests_on = [said[one] for one in finding.assertions if one in said]
    return citation_of_finding(finding, [(one, dossier.account(one.account)) for one in rests_on], imprint)
