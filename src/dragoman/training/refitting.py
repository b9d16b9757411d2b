"""`dragoman train`: a corpus and people's judgements to weights that a dossier can name.

refit(Path("corpus"), [Path("my-dossier")], Path("my-dossier/my-weights"), encoder=None, rounds=8)
"""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from dragoman.model import DragomanError
from dragoman.training.corpus import load
from dragoman.training.gathering import gathered
from dragoman.training.plan import Plan
from dragoman.training.requirements import encoder_in, torch_or_complain


def refit(corpus: Path, dossiers: Sequence[Path], out: Path, *, encoder: Path | None, rounds: int) -> None:
    """Makes the folder `out`, whole or not at all, and says how far it is; a DragomanError before anything is lost.

    All that can be wrong is looked at first: nobody shall wait an hour to hear of it.
    """
    torch_or_complain()
    begin = encoder_in(encoder)
    if out.exists():
        raise DragomanError(f"'{out}' is there already: name another folder with --out, or remove it")
    load(corpus)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        # Beside what it shall become, so that the last step is a renaming; it needs half a gigabyte.
        with tempfile.TemporaryDirectory(prefix=".training-", dir=out.parent) as kitchen:
            _refit(corpus, dossiers, out, Path(kitchen), begin, rounds)
    except OSError as error:
        raise DragomanError(
            f"'{out}' cannot be made ({error.strerror or error}): make room, or name another folder"
        ) from error


def _refit(corpus: Path, dossiers: Sequence[Path], out: Path, kitchen: Path, encoder: Path, rounds: int) -> None:
    folders = [corpus]
    if dossiers:
        judged = kitchen / "judged"
        _say(f"learning from {corpus} and what was judged: {gathered(dossiers, judged).line()}")
        folders.append(judged)
    else:
        _say(f"learning from {corpus} alone: no dossier is named")
    from dragoman.training.making import make  # imports torch

    whole = kitchen / "weights"
    make(Plan(tuple(folders), encoder, rounds=rounds), whole, kitchen / "work", _say)
    whole.rename(out)
    print(f"made {out}: to read by it, write into a dossier's dragoman.toml")
    print(f'    reader.weights = "{_as_named_from(dossiers, out)}"')
    print("and build again; without that line the reader that came with the program reads")


def _as_named_from(dossiers: Sequence[Path], out: Path) -> str:
    """The folder as a dossier beside it would name it, else where it stands."""
    inside = [one for one in dossiers if out.resolve().is_relative_to(one.resolve())]
    return (out.resolve().relative_to(inside[0].resolve()) if inside else out.resolve()).as_posix()


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
