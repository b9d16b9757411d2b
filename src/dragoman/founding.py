"""Founding a dossier: the folder a person works in, new or as an example.

found(Path("my-dossier"))   makes accounts/ and a commented dragoman.toml
"""

import shutil
import tempfile
from importlib.resources import as_file, files
from pathlib import Path

from dragoman.model import DragomanError

SETTINGS = """\
# dragoman.toml: the settings of this dossier. None is needed; remove a "#" to change one.
#
# title = "The Soviet-Kemalist negotiations of 1920-21"
#
# Whose hand drafts what an account says: "rules" that explain themselves, the "learned" reader, or "both".
# hands = "both"
#
# Weights of your own for the learned reader, made with `dragoman train`: a folder, sought beside this file.
# reader.weights = "my-weights"
"""


def found(folder: Path) -> None:
    """Makes a dossier; a folder that is one already, or holds something else, is left as it is."""
    try:
        if (folder / "accounts").exists() or (folder / "dragoman.toml").exists():
            raise DragomanError(f"'{folder}' is a dossier already: copy accounts into '{folder / 'accounts'}'")
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise DragomanError(f"'{folder}' already holds something: name a new or an empty folder")
        (folder / "accounts").mkdir(parents=True)
        (folder / "dragoman.toml").write_text(SETTINGS, encoding="utf-8")
    except OSError as error:
        raise DragomanError(
            f"'{folder}' cannot be made ({error.strerror}): name a folder where you may write"
        ) from error


def example() -> Path:
    """A copy of the example dossier in a folder of its own, since what is installed may not be writable."""
    target = Path(tempfile.mkdtemp(prefix="dragoman-")) / "moscow-1920"
    for where in (
        files("dragoman") / "examples" / "moscow-1920",
        Path(__file__).parents[2] / "examples" / "moscow-1920",
    ):
        if where.is_dir():
            with as_file(where) as source:
                shutil.copytree(source, target, ignore=shutil.ignore_patterns("*.sqlite*", "*.new-*"))
            return target
    raise DragomanError("the example dossier is missing from this installation: install dragoman again")
