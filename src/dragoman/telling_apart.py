"""Accounts told apart: one that is there twice counts once, and two files of one name get names of their own.

told_apart(testimonies) -> (testimonies, problems)
"""

from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from dragoman.model import AccountId, Code, Level, Problem, Testimony


def told_apart(testimonies: Iterable[Testimony]) -> tuple[tuple[Testimony, ...], tuple[Problem, ...]]:
    """The testimonies of different texts, by path; a Problem for each text that was there before."""
    first: dict[AccountId, Testimony] = {}
    problems: list[Problem] = []
    for testimony in sorted(testimonies, key=lambda each: each.account.path):
        known = first.setdefault(testimony.account.id, testimony)
        if known is not testimony:
            problems.append(_twice(testimony.account.path, known.account.path))
    names = Counter(each.account.name for each in first.values())
    return tuple(_named(each) if names[each.account.name] > 1 else each for each in first.values()), tuple(problems)


def _named(testimony: Testimony) -> Testimony:
    """A name that no other file has: where it lies, and what sort of file it is."""
    name = testimony.account.path.removeprefix("accounts/")
    return replace(testimony, account=replace(testimony.account, name=name))


def _twice(path: str, known: str) -> Problem:
    message = f"the same text as {known}: it counts once; remove one of the two files"
    return Problem(Code.TWICE, message, path, Level.WARNING)
