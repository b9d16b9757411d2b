"""The words we know, as data: what each act, relation, role, verdict, status and problem means, with an example.

    definition_of(Predicate.CESSION).label    -> "cession"
    definition_of(Code.TWICE).next            -> "take one of the two files away"

One table of a .toml file for each value of the model; a test fails where one lacks a label, a definition, an example or
the word that exports use for it.
"""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

import msgspec

from dragoman.model import RELATIONS, Code, Modality, Polarity, Predicate, Role, Verdict

__all__ = ["Entry", "Word", "definition_of", "entries"]

Word = Predicate | Role | Verdict | Polarity | Modality | Code


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a word means. `export` is what other formats call it, "" where they have no word for it.

    `inverse` is how a relation reads from its other end and `rule` what must hold of it; `subtypes` are the finer words
    an act may carry; `level` and `next` are a problem's usual level and what to do about it.
    """

    label: str
    definition: str
    example: str
    export: str
    inverse: str = ""
    rule: str = ""
    subtypes: tuple[str, ...] = ()
    level: str = ""
    next: str = ""


def definition_of(word: Word) -> Entry:
    """The entry of a word; a word without one is our mistake, and a test keeps us from making it."""
    return entries(_table_of(word))[word.value]


@lru_cache
def entries(table: str) -> Mapping[str, Entry]:
    """A table in its order: "acts", "relations", "roles", "verdicts", "polarity", "modality" or "problems"."""
    name = "statuses" if table in ("polarity", "modality") else table
    with files("dragoman.vocabulary").joinpath(f"{name}.toml").open("rb") as file:
        rows = tomllib.load(file)
    return msgspec.convert(rows[table] if name == "statuses" else rows, dict[str, Entry])


_TABLES: dict[type[StrEnum], str] = {
    Role: "roles",
    Verdict: "verdicts",
    Polarity: "polarity",
    Modality: "modality",
    Code: "problems",
}


def _table_of(word: Word) -> str:
    if isinstance(word, Predicate):
        return "relations" if word in RELATIONS else "acts"
    return _TABLES[type(word)]
