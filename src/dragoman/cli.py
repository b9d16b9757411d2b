"""Words in, exit code out: 0 done, 1 done with problems at or above the asked level, 2 the caller's mistake.

dragoman init my-dossier; cp texts my-dossier/accounts; cd my-dossier; dragoman build; dragoman compare
"""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.errors import DragomanError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.model import Problem
    from dragoman.store import Dossier

# Nothing heavy is imported here: `dragoman --help` answers before a language model could be found on the disk.
app = typer.Typer(
    name="dragoman",
    help="Reads accounts of diplomatic history and shows what each asserts, and where they disagree.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    # Without it typer would load all of rich to print a page of help: half a second for nothing.
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

places = typer.Typer(
    help="The list of places.", no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None
)
app.add_typer(places, name="places")


class From(StrEnum):
    """The least level of problem that makes the exit code 1."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"
    NEVER = "never"


Folder = Annotated[Path, typer.Argument(help="the dossier's folder", show_default="this one")]
Where = Annotated[Path, typer.Option("--dossier", "-d", help="the dossier's folder", show_default="this one")]
AsJson = Annotated[bool, typer.Option("--json", help="print JSON instead of text")]
Name = Annotated[str, typer.Argument(help="a name, or ACCOUNT:NAME for that of one account")]
Who = Annotated[str, typer.Option("--who", help="who says so", show_default="the user of this machine")]
_HERE = Path(".")


def main() -> None:
    """Runs the command line; the caller's mistakes end in one sentence and exit code 2."""
    try:
        app()
    except DragomanError as mistake:
        print(f"dragoman: {mistake}", file=sys.stderr)
        raise SystemExit(2) from None


@app.command()
def init(folder: Annotated[Path, typer.Argument(help="the folder to make")]) -> None:
    """Make a new dossier: a folder for accounts, and settings that need no change."""
    from dragoman.founding import found

    found(folder)
    print(f"made {folder}: copy texts or web pages into {folder / 'accounts'}, then run `dragoman build {folder}`")


@app.command()
def build(
    folder: Folder = _HERE,
    fail_on: Annotated[From, typer.Option(help="exit with 1 on problems of this level or worse")] = From.ERROR,
    as_json: AsJson = False,
) -> None:
    """Read what is new or changed, draft what it says, and lay the accounts side by side."""
    from dragoman.pipeline import build as build_dossier
    from dragoman.printing import built, progress

    with progress() as told:
        dossier = build_dossier(_found(folder), told=told)
    built(dossier, as_json=as_json)
    raise typer.Exit(_code(dossier, fail_on))


@app.command()
def show(
    name: Annotated[
        str, typer.Argument(help="an account, an instrument, an actor, a place; all accounts if left out")
    ] = "",
    dossier: Where = _HERE,
    as_json: AsJson = False,
) -> None:
    """What an account says, or all that is said of a thing."""
    from dragoman.printing import show as print_it

    print_it(_opened(dossier), name, as_json=as_json)


@app.command()
def compare(
    accounts: Annotated[list[str] | None, typer.Argument(help="two or more accounts; all if left out")] = None,
    dossier: Where = _HERE,
    as_json: AsJson = False,
) -> None:
    """Where the accounts agree, and where they do not."""
    from dragoman.printing import compare as print_it

    print_it(_opened(dossier), accounts or [], as_json=as_json)


@app.command()
def status(
    instrument: Annotated[str, typer.Argument(help="the name of a treaty, a draft, a pact …")],
    as_of: Annotated[
        str, typer.Option(help="a day as EDTF, such as 1921-03-17", show_default="after all that is told")
    ] = "",
    dossier: Where = _HERE,
    as_json: AsJson = False,
) -> None:
    """The standing of an instrument on a day, account by account."""
    from dragoman.printing import status as print_it

    print_it(_opened(dossier), instrument, as_of, as_json=as_json)


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(help="words that must all be there")],
    dossier: Where = _HERE,
    as_json: AsJson = False,
) -> None:
    """Find words in the quotes, and in the sentences that assert nothing."""
    from dragoman.printing import search as print_it

    print_it(_opened(dossier), " ".join(words), as_json=as_json)


@app.command()
def problems(
    dossier: Where = _HERE,
    fail_on: Annotated[From, typer.Option(help="exit with 1 on problems of this level or worse")] = From.ERROR,
    as_json: AsJson = False,
) -> None:
    """What could not be read, where, and what to do about it."""
    from dragoman.printing import problems as print_it

    opened = _opened(dossier)
    print_it(opened, as_json=as_json)
    raise typer.Exit(_code(opened, fail_on))


@app.command()
def why(
    what: Annotated[str, typer.Argument(help="the id of an assertion or a finding, or the beginning of it")],
    dossier: Where = _HERE,
    as_json: AsJson = False,
) -> None:
    """Why a thing was drafted or concluded: the hand or the rule, and the words that decided."""
    from dragoman.explaining import why as print_it

    print_it(_opened(dossier), what, as_json=as_json)


@app.command()
def who(
    name: Annotated[str, typer.Argument(help="a name, or ACCOUNT:NAME for that of one account")],
    dossier: Where = _HERE,
    as_json: AsJson = False,
) -> None:
    """Who or what a name is: its forms, where each stands, and why they were taken for one."""
    from dragoman.naming import who as print_it

    print_it(_opened(dossier), name, as_json=as_json)


@app.command()
def same(one: Name, other: Name, dossier: Where = _HERE, who: Who = "") -> None:
    """Say that two names mean one; the next build joins them, whatever speaks against it."""
    _ruled("same", one, other, dossier, who)


@app.command()
def different(one: Name, other: Name, dossier: Where = _HERE, who: Who = "") -> None:
    """Say that two names do not mean one; the next build keeps them apart."""
    _ruled("different", one, other, dossier, who)


@places.command(name="import")
def import_(
    file: Annotated[Path, typer.Argument(help="a table as GeoNames gives it, such as allCountries.txt")],
    fail_on: Annotated[From, typer.Option(help="exit with 1 on problems of this level or worse")] = From.ERROR,
) -> None:
    """Look places up in a full GeoNames table from now on, in every dossier of yours."""
    from dragoman.gazetteer.importing import import_geonames

    taken, found = import_geonames(file)
    for problem in found:
        print(f"{problem.line()} [{problem.level}]")
    print(f"{taken} places taken from {file}: build your dossiers again to use them")
    raise typer.Exit(_worst(found, fail_on))


@app.command(name="try")
def try_(
    sentence: Annotated[str, typer.Argument(help="a sentence, in quotation marks")],
    as_json: AsJson = False,
) -> None:
    """What a sentence would now say: for whoever adds a word to a table."""
    from dragoman.explaining import try_out

    try_out(sentence, as_json=as_json)


@app.command()
def dates(
    file: Annotated[Path, typer.Argument(help="a text or a web page")],
    form: Annotated[str, typer.Option(help="table, jsonl, timex3 or json")] = "table",
    language: Annotated[str, typer.Option(help="en or fr")] = "en",
    as_json: AsJson = False,
) -> None:
    """Every date in a file: its words, what it means, and how that is known."""
    from dragoman.printing_dates import dates_of

    dates_of(file, "json" if as_json else form, language=language)


@app.command()
def export(
    form: Annotated[str, typer.Argument(help="jsonl")],
    out: Annotated[Path, typer.Option("--out", "-o", help="the folder to fill")] = Path("export"),
    dossier: Where = _HERE,
) -> None:
    """Hand all of it on, as files."""
    from dragoman.exports import EXPORTS

    if form not in EXPORTS:
        raise DragomanError(f"no export '{form}': there is {', '.join(sorted(EXPORTS))}")
    EXPORTS[form](_opened(dossier), out)
    print(f"exported to {out}")


@app.command()
def serve(
    folder: Folder = _HERE,
    port: Annotated[int, typer.Option(help="the first port to try")] = 8321,
    browser: Annotated[bool, typer.Option(help="open a browser")] = True,
) -> None:
    """Show the dossier as pages, at an address of this machine only."""
    from dragoman.pipeline import build as build_dossier
    from dragoman.web.server import serve as serve_pages

    where = _found(folder)
    _opened(where)
    serve_pages(where, port, browser and _has_screen(), rebuild=build_dossier)


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="the first port to try")] = 8321,
    browser: Annotated[bool, typer.Option(help="open a browser")] = True,
) -> None:
    """Build the example dossier and show it."""
    from dragoman.founding import example
    from dragoman.pipeline import build as build_dossier
    from dragoman.printing import built, progress
    from dragoman.web.server import serve as serve_pages

    folder = example()
    with progress() as told:
        built(build_dossier(folder, told=told), as_json=False)
    serve_pages(folder, port, browser and _has_screen(), rebuild=build_dossier)


def _opened(folder: Path) -> "Dossier":
    from dragoman.store import Dossier

    return Dossier.open(_found(folder))


def _found(folder: Path) -> Path:
    """The folder given; from beside a single dossier that one is meant, so `init`, `build`, `show` work in a row."""
    if folder != _HERE or (folder / "accounts").is_dir():
        return folder
    beside = sorted(path.parent for path in folder.glob("*/dragoman.toml"))
    if len(beside) == 1:
        return beside[0]
    if beside:
        raise DragomanError(f"several dossiers here: name one with -d, such as -d {beside[0]}")
    raise DragomanError("no dossier here: go into its folder, name it with -d, or make one with `dragoman init NAME`")


def _ruled(ruling: str, one: str, other: str, folder: Path, who: str) -> None:
    from getpass import getuser

    from dragoman.model import Ruling
    from dragoman.naming import rule

    where = _found(folder)
    number = rule(_opened(where), Ruling(ruling), one, other, who=who or getuser())
    said = "the same" if ruling == "same" else "different"
    print(
        f"kept: “{one}” and “{other}” are {said} ({number} pairs of names); run `dragoman build {where}` to follow it"
    )


def _code(dossier: "Dossier", fail_on: From) -> int:
    return _worst(dossier.problems, fail_on)


def _worst(found: "Sequence[Problem]", fail_on: From) -> int:
    levels = ["note", "warning", "error", "never"]
    least = levels.index(fail_on)
    return 1 if any(levels.index(problem.level) >= least for problem in found) else 0


def _has_screen() -> bool:
    import os

    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
