"""`dragoman dates FILE` without the library of the command line: in a fifth of a second and not in half of one.

    dates(["dates", "war.txt", "--form", "jsonl"]) -> prints the dates, True
    dates(["dates", "--help"])                     -> False: help and mistakes are left to cli/commands.py

Only what is well formed is taken here, so that no word of help or complaint is written twice.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

_DEFAULTS = {"--form": "table", "--language": "en"}


def dates(words: Sequence[str]) -> bool:
    """Prints the dates of a file where the words ask for that; False where they ask for anything else."""
    said = _said(words[1:]) if words[:1] == ["dates"] else None
    if said is None:
        return False
    file, options = said
    _without_typing_extensions()
    from dragoman.printing_dates import dates_of

    dates_of(Path(file), options["--form"], language=options["--language"])
    return True


def _said(words: Sequence[str]) -> tuple[str, dict[str, str]] | None:
    """The file and the options; None unless there is one file and every option is known and has its value."""
    files, options, rest = [], dict(_DEFAULTS), list(words)
    as_json = False
    while rest:
        word = rest.pop(0)
        name, given, value = word.partition("=")
        if word == "--json":
            as_json = True
        elif name in options and (given or rest):
            options[name] = value if given else rest.pop(0)
        elif word.startswith("-"):
            return None
        else:
            files.append(word)
    if as_json:
        options["--form"] = "json"
    return (files[0], options) if len(files) == 1 else None


def _without_typing_extensions() -> None:
    """Lets msgspec load with the typing of Python itself.

    It asks for typing_extensions first, takes nothing from it that this Python lacks, and waits a third of the time of
    the whole command for it.
    """
    if "typing_extensions" in sys.modules:
        return
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]
    try:
        import_module("msgspec")
    finally:
        del sys.modules["typing_extensions"]
