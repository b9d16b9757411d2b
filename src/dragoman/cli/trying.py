"""Commands that need no dossier: try a sentence, find the dates of a file."""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import AsJson


def try_(
    sentence: Annotated[str, typer.Argument(help="a sentence, in quotation marks")],
    as_json: AsJson = False,
) -> None:
    """What a sentence would now say: for whoever adds a word to a table."""
    from dragoman.explaining import try_out

    try_out(sentence, as_json=as_json)


def dates(
    file: Annotated[Path, typer.Argument(help="a text or a web page")],
    form: Annotated[str, typer.Option(help="table, jsonl, timex3 or json")] = "table",
    language: Annotated[str, typer.Option(help="en or fr")] = "en",
    as_json: AsJson = False,
) -> None:
    """Every date in a file: its words, what it means, and how that is known."""
    from dragoman.printing_dates import dates_of

    dates_of(file, "json" if as_json else form, language=language)
