"""Commands that ask a dossier: show, compare, status, search, problems, why."""

from typing import Annotated

import typer

from dragoman.cli.options import HERE, AsJson, FailOn, From, Where, code, opened


def show(
    name: Annotated[
        str, typer.Argument(help="an account, an instrument, an actor, a place; all accounts if left out")
    ] = "",
    dossier: Where = HERE,
    as_json: AsJson = False,
) -> None:
    """What an account says, or all that is said of a thing."""
    from dragoman.printing import show as print_it

    print_it(opened(dossier), name, as_json=as_json)


def compare(
    accounts: Annotated[list[str] | None, typer.Argument(help="two or more accounts; all if left out")] = None,
    dossier: Where = HERE,
    as_json: AsJson = False,
) -> None:
    """Where the accounts agree, and where they do not."""
    from dragoman.printing import compare as print_it

    print_it(opened(dossier), accounts or [], as_json=as_json)


def status(
    instrument: Annotated[str, typer.Argument(help="the name of a treaty, a draft, a pact …")],
    as_of: Annotated[
        str, typer.Option(help="a day as EDTF, such as 1921-03-17", show_default="after all that is told")
    ] = "",
    dossier: Where = HERE,
    as_json: AsJson = False,
) -> None:
    """The standing of an instrument on a day, account by account."""
    from dragoman.printing import status as print_it

    print_it(opened(dossier), instrument, as_of, as_json=as_json)


def search(
    words: Annotated[list[str], typer.Argument(help="words that must all be there")],
    dossier: Where = HERE,
    as_json: AsJson = False,
) -> None:
    """Find words in the quotes, and in the sentences that assert nothing."""
    from dragoman.printing import search as print_it

    print_it(opened(dossier), " ".join(words), as_json=as_json)


def problems(
    dossier: Where = HERE,
    fail_on: FailOn = From.ERROR,
    as_json: AsJson = False,
) -> None:
    """What could not be read, where, and what to do about it."""
    from dragoman.printing import problems as print_it

    asked = opened(dossier)
    print_it(asked, as_json=as_json)
    raise typer.Exit(code(asked, fail_on))


def why(
    what: Annotated[str, typer.Argument(help="the id of an assertion or a finding, or the beginning of it")],
    dossier: Where = HERE,
    as_json: AsJson = False,
) -> None:
    """Why a thing was drafted or concluded: the hand or the rule, and the words that decided."""
    from dragoman.explaining import why as print_it

    print_it(opened(dossier), what, as_json=as_json)
