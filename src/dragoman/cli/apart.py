"""A build in a process of its own, so that pages that are read meanwhile are not kept waiting.

build_apart(Path("my-dossier"))   # as `dragoman build my-dossier` in another terminal
"""

import subprocess
import sys
from pathlib import Path

from dragoman.errors import DragomanError


def build_apart(folder: Path) -> None:
    """Returns when the dossier is built; raises DragomanError with what the build said when it is not."""
    command = [sys.executable, "-c", "from dragoman.cli import main; main()"]
    done = subprocess.run(
        [*command, "build", str(folder), "--fail-on", "never"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        said = done.stderr.strip().splitlines() or ["the build ended without a word"]
        raise DragomanError(said[-1].removeprefix("dragoman: "))
