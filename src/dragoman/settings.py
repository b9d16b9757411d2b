"""The settings of a dossier, from its dragoman.toml: none is needed.

settings_of(Path("my-dossier"))  ->  Settings(title="The talks at Tilsit", hands=Hands.RULES)
"""

import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

import msgspec

from dragoman.model import DragomanError, Hands

SETTINGS = "dragoman.toml"


class Reader(msgspec.Struct, frozen=True):
    """What the learned reader reads by: a folder made with `dragoman train`, sought beside the settings."""

    weights: str = ""


class Settings(msgspec.Struct, frozen=True):
    """What a person has set: a title for the pages, whose hand drafts, and by what the learned one reads."""

    title: str = ""
    hands: Hands = Hands.BOTH
    reader: Reader = Reader()


def settings_of(folder: Path) -> Settings:
    """The settings in this folder, the usual ones where there is no file; DragomanError for a file that is wrong."""
    path = folder / SETTINGS
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise DragomanError(f"'{path}' cannot be read ({error.strerror}): allow reading it") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DragomanError(f"'{path}' is not TOML in UTF-8 ({error}): mend that line") from error
    _must_know(path, written, Settings.__struct_fields__)
    if isinstance(written.get("reader"), dict):
        _must_know(path, written["reader"], Reader.__struct_fields__, "reader.")
    try:
        return msgspec.convert(written, Settings)
    except msgspec.ValidationError as error:
        raise DragomanError(
            f"'{path}' cannot be used ({error}): hands is {', '.join(Hands)}, title is text, reader.weights is a folder"
        ) from error


def _must_know(path: Path, keys: Iterable[str], known: tuple[str, ...], section: str = "") -> None:
    for key in keys:
        if key not in known:
            near = (f"{section}{one}" for one in get_close_matches(key, known, 1) or known)
            raise DragomanError(f"'{path}' has no setting '{section}{key}': there is {', '.join(near)}")


def weights_of(folder: Path, settings: Settings) -> Path | None:
    """The folder of the person's own weights, None for what came with the program."""
    return folder / settings.reader.weights if settings.reader.weights else None


def hands_of(word: str) -> Hands | None:
    """The hands that a word names; None for no word. Raises DragomanError for another word."""
    if word and word not in tuple(Hands):
        raise DragomanError(f"no hands '{word}': there is {', '.join(Hands)}")
    return Hands(word) if word else None
