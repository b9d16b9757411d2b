"""Weights of a person's own: whether a folder holds some that can be read by, and which they are.

check(Path("my-dossier/my-weights"))      a DragomanError that says what is wrong with them, if anything is
mark_of(None) -> "4f0a…"                  another one as soon as a byte of the weights differs
"""

import json
from hashlib import blake2b
from importlib.resources.abc import Traversable

from dragoman.learned.decode import Settings
from dragoman.learned.reader import FILES, load, shipped
from dragoman.model import DragomanError

_AGAIN = "make them again with `dragoman train`, or take reader.weights out of dragoman.toml"
_TRIAL = "On 3 March 1878 Russia and the Porte signed the Treaty of San Stefano. The Sultan ceded Batum to Russia."


def mark_of(folder: Traversable | None) -> str:
    """The digest of the weights in this folder, or of those that came with the program; "" where they are not whole."""
    weights = folder or shipped()
    digest = blake2b(digest_size=8)
    for name in FILES:
        if not (weights / name).is_file():
            return ""
        digest.update((weights / name).read_bytes())
    return digest.hexdigest()


def check(folder: Traversable) -> None:
    """Reads a little by these weights; a DragomanError where they are not there, not whole, or not of this program."""
    lacking = [name for name in FILES if not (folder / name).is_file()]
    if lacking:
        raise DragomanError(f"'{folder}' is no folder of weights, it has no {', no '.join(lacking)}: {_AGAIN}")
    try:
        settings = json.loads((folder / "settings.json").read_bytes())
        unset = [name for name in Settings.__annotations__ if not isinstance(settings.get(name), int | float)]
    except (ValueError, AttributeError) as error:
        raise DragomanError(f"the weights in '{folder}' cannot be used (settings.json is broken): {_AGAIN}") from error
    if unset:
        raise DragomanError(f"the weights in '{folder}' cannot be used (settings.json sets no {unset[0]}): {_AGAIN}")
    broken: tuple[type[Exception], ...] = (OSError, KeyError, ValueError, IndexError, *_onnx_errors())
    try:
        reader = load(folder)
        assert reader is not None
        reader.try_out(_TRIAL)
    except broken as error:
        reason = " ".join(str(error).split())[:120]
        raise DragomanError(f"the weights in '{folder}' cannot be used ({reason}): {_AGAIN}") from error


def _onnx_errors() -> tuple[type[Exception], ...]:
    """All that ONNX Runtime raises: each kind of failure is a class of its own, and they have no common one."""
    from onnxruntime.capi import onnxruntime_pybind11_state as state

    kinds = (getattr(state, name) for name in dir(state))
    return tuple(kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Exception))
