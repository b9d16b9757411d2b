"""Commands over ledgers: claims, positions, conferences, promises, lineage."""

from typing import Annotated

import typer

from dragoman.cli.options import HERE, AsJson, Where, opened


def claims(
    place: Annotated[str, typer.Argument(help="a town, a province, a country")],
    since: Annotated[
        str, typer.Option("--from", help="a day as EDTF, such as 1918", show_default="the first told")
    ] = "",
    until: Annotated[str, typer.Option("--to", help="a day as EDTF, such as 1921", show_default="the last told")] = "",
    dossier: Where = HERE,
    as_json: AsJson = False,
) -> None:
    """Who claimed, held, was awarded or gave up a territory, by what, when, and who says so."""
    from dragoman.printing.ledgers import claims as print_it

    print_it(opened(dossier), place, since, until, as_json=as_json)


def positions(
    actor: Annotated[str, typer.Argument(help="a power, a body, a person")],
    on: Annotated[str, typer.Option("--on", help="a territory, an instrument, or words", show_default="all")] = "",
    dossier: Where = HERE,
    as_json: AsJson = False,
) -> None:
    """What a party demanded, offered, refused and accepted, and how its position moved."""
    from dragoman.printing.ledgers import positions as print_it

    print_it(opened(dossier), actor, on, as_json=as_json)


def conferences(dossier: Where = HERE, as_json: AsJson = False) -> None:
    """Each conference: who met, what each side wanted and gave, what came out."""
    from dragoman.printing.ledgers import conferences as print_it

    print_it(opened(dossier), as_json=as_json)


def promises(dossier: Where = HERE, as_json: AsJson = False) -> None:
    """What was promised, by whom, to whom, under what, and whether it was kept."""
    from dragoman.printing.ledgers import promises as print_it

    print_it(opened(dossier), as_json=as_json)


def lineage(
    instrument: Annotated[str, typer.Argument(help="the name of a treaty, a draft, a pact …")],
    dossier: Where = HERE,
    as_json: AsJson = False,
) -> None:
    """What an instrument rests on, and what that rests on, with the chain of quotes."""
    from dragoman.printing.ledgers import lineage as print_it

    print_it(opened(dossier), instrument, as_json=as_json)
