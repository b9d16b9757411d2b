"""The settings of a dossier, from its dragoman.toml: none is needed.

settings_of(Path("my-dossier"))  ->  Settings(title="The talks at Tilsit", hands=Hands.RULES)
"""

import tomllib
from difflib import get_close_matches
from pathlib import Path

import msgspec

from dragoman.model import DragomanError, Hands

SETTINGS = "dragoman.toml"


class Settings(msgspec.Struct, frozen=True):
    """What a person has set: a title for the pages, and whose hand drafts."""

    title: str = ""
    hands: Hands = Hands.BOTH


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
    for key in written:
        if key not in Settings.__struct_fields__:
            near = get_close_matches(key, Settings.__struct_fields__, 1) or Settings.__struct_fields__
            raise DragomanError(f"'{path}' has no setting '{key}': there is {', '.join(near)}")
    try:
        return msgspec.convert(written, Settings)
    except msgspec.ValidationError as error:
        raise DragomanError(f"'{path}' cannot be used ({error}): hands is {', '.join(Hands)}, title is text") from error


def hands_of(word: str) -> Hands | None:
    """The hands that a word names; None for no word. Raises DragomanError for another word."""
    if word and word not in tuple(Hands):
        raise DragomanError(f"no hands '{word}': there is {', '.join(Hands)}")
    return Hands(word) if word else None
