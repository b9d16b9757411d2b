"""Whether two names mean one person: by surname and initials, or by the table of those who had several names.

"G. Chicherin", "Georgy Chicherin" -> one        "Mustafa Kemal", "Atatürk" -> one, in the table
"""

from functools import lru_cache
from importlib.resources import files

from dragoman.languages.en.likeness import TITLES
from dragoman.reconcile.named import Named, folded


def person_keys(name: str) -> frozenset[str]:
    """Keys of which two names of one person share at least one."""
    words = _words(name)
    known = known_person(name)
    return frozenset((*(["surname " + words[-1]] if words else []), *([f"person {known}"] if known else [])))


def why_one_person(first: Named, second: Named) -> str:
    """The reason for taking two names as one person; "" if there is none."""
    if folded(first.name) == folded(second.name):
        return f"the same name: “{first.name}”"
    one, other = known_person(first.name), known_person(second.name)
    if one and other:
        return f"“{first.name}” and “{second.name}” are names of one person in the table" if one == other else ""
    if first.account == second.account:
        # An account that writes two names means two persons; its own short forms were put together when it was read.
        return ""
    return why_names_agree(first.name, second.name)


def why_names_agree(first: str, second: str) -> str:
    """The reason in the names alone: one surname, and given names that do not contradict one another."""
    one, other = _words(first), _words(second)
    if not one or not other or one[-1] != other[-1] or len(one[-1]) < 3:
        return ""
    givens, others = one[:-1], other[:-1]
    if (
        givens
        and others
        and (len(givens) != len(others) or not all(_given(a, b) for a, b in zip(givens, others, strict=True)))
    ):
        return ""
    return f"“{first}” and “{second}”: the same surname, and nothing that tells them apart"


def _given(one: str, other: str) -> bool:
    return one == other or (one[0] == other[0] and 1 in (len(one), len(other)))


def is_title(name: str) -> bool:
    """Whether the name is that of an office alone."""
    return all(word in TITLES for word in folded(name).split())


def _words(name: str) -> list[str]:
    words = folded(name).split()
    return [word for word in words if word not in TITLES] or words


@lru_cache(maxsize=65536)
def known_person(name: str) -> str:
    """Who this is in the table of persons with several names; "" if it does not know the name."""
    return _table().get(" ".join(_words(name)), "") or _table().get(folded(name), "")


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    text = files("dragoman.vocabulary").joinpath("persons.txt").read_text(encoding="utf-8")
    table: dict[str, str] = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            names = [name.strip() for name in line.split(";")]
            table |= {folded(name): names[0] for name in names if name}
    return table
