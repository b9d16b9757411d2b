"""Commands over what people decided: another person's judgements taken in, and how far people agree."""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import HERE, AsJson, Where, folder_of, opened


def merge(
    file: Annotated[Path, typer.Argument(help="another person's judgements.jsonl, or the folder it is in")],
    dossier: Where = HERE,
    as_json: AsJson = False,
) -> None:
    """Take another person's judgements into this dossier; nothing that was decided here is lost."""
    from dragoman.merging import merge as merge_them

    where = folder_of(dossier)
    merge_them(opened(where), file, as_json=as_json)


def people(dossier: Where = HERE, as_json: AsJson = False) -> None:
    """Who judged how much, how far every two agree (Cohen's kappa), and where they differ."""
    from dragoman.merging import people as print_them

    print_them(opened(folder_of(dossier)), as_json=as_json)
