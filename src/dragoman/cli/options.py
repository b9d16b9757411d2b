"""What the commands share: their options, the dossier that is meant, the exit code for its problems."""

import os
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


class From(StrEnum):
    """The least level of problem that makes the exit code 1."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"
    NEVER = "never"


Folder = Annotated[Path, typer.Argument(help="the dossier's folder", show_default="this one")]
Where = Annotated[Path, typer.Option("--dossier", "-d", help="the dossier's folder", show_default="this one")]
AsJson = Annotated[bool, typer.Option("--json", help="print JSON instead of text")]
FailOn = Annotated[From, typer.Option(help="exit with 1 on problems of this level or worse")]
HERE = Path(".")


def opened(folder: Path) -> "Dossier":
    """The dossier that is meant, as its last build left it; raises DragomanError where there is none."""
    from dragoman.store import Dossier

    return Dossier.open(folder_of(folder))


def folder_of(folder: Path) -> Path:
    """The folder given; from beside a single dossier that one is meant, so `init`, `build`, `show` work in a row."""
    if folder != HERE or (folder / "accounts").is_dir():
        return folder
    beside = sorted(path.parent for path in folder.glob("*/dragoman.toml"))
    if len(beside) == 1:
        return beside[0]
    if beside:
        raise DragomanError(f"several dossiers here: name one with -d, such as -d {beside[0]}")
    raise DragomanError("no dossier here: go into its folder, name it with -d, or make one with `dragoman init NAME`")


def code(dossier: "Dossier", fail_on: From) -> int:
    """1 where a problem of the dossier is of this level or worse, else 0."""
    return worst(dossier.problems, fail_on)


def worst(found: "Sequence[Problem]", fail_on: From) -> int:
    """1 where one of these problems is of this level or worse, else 0."""
    levels = ["note", "warning", "error", "never"]
    least = levels.index(fail_on)
    return 1 if any(levels.index(problem.level) >= least for problem in found) else 0


def has_screen() -> bool:
    """Whether a browser could be opened here."""
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
