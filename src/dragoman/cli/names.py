"""Commands over names: who or what is meant, what a person says of it, and where names are looked up."""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import HERE, AsJson, FailOn, From, Where, folder_of, opened, worst

Name = Annotated[str, typer.Argument(help="a name, or ACCOUNT:NAME for that of one account")]
Who = Annotated[str, typer.Option("--who", help="who says so", show_default="the user of this machine")]


def who(
    name: Name,
    dossier: Where = HERE,
    as_json: AsJson = False,
) -> None:
    """Who or what a name is: its forms, where each stands, and why they were taken for one."""
    from dragoman.naming import who as print_it

    print_it(opened(dossier), name, as_json=as_json)


def same(one: Name, other: Name, dossier: Where = HERE, who: Who = "") -> None:
    """Say that two names mean one; the next build joins them, whatever speaks against it."""
    _ruled("same", one, other, dossier, who)


def different(one: Name, other: Name, dossier: Where = HERE, who: Who = "") -> None:
    """Say that two names do not mean one; the next build keeps them apart."""
    _ruled("different", one, other, dossier, who)


def import_(
    file: Annotated[Path, typer.Argument(help="a table as GeoNames gives it, such as allCountries.txt")],
    fail_on: FailOn = From.ERROR,
) -> None:
    """Look places up in a full GeoNames table from now on, in every dossier of yours."""
    from dragoman.gazetteer.importing import import_geonames

    taken, found = import_geonames(file)
    for problem in found:
        print(f"{problem.line()} [{problem.level}]")
    print(f"{taken} places taken from {file}: build your dossiers again to use them")
    raise typer.Exit(worst(found, fail_on))


def _ruled(ruling: str, one: str, other: str, folder: Path, who: str) -> None:
    from getpass import getuser

    from dragoman.model import Ruling
    from dragoman.naming import rule

    where = folder_of(folder)
    number = rule(opened(where), Ruling(ruling), one, other, who=who or getuser())
    said = "the same" if ruling == "same" else "different"
    print(
        f"kept: “{one}” and “{other}” are {said} ({number} pairs of names); run `dragoman build {where}` to follow it"
    )
