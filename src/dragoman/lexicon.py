"""The words that tell an act, read from `languages/en/acts.txt`.

readings_of("establish", "v")[0] -> Reading(act=RECOGNITION, company={"relation", "tie", ...}, ...)
"""

from collections.abc import Set
from functools import lru_cache
from importlib.resources import files

import msgspec

from dragoman.model import Predicate


class Reading(msgspec.Struct, frozen=True):
    """One row of the table: the act that a word tells when one of `company` stands with it (none needed if empty).

    `together` are words that must all stand with it: "remained with Austria", of a place. `said` is a noun that says
    what somebody was: "was a member of the congress".
    """

    act: Predicate
    company: frozenset[str]
    subtype: str
    weight: float
    together: tuple[frozenset[str], ...] = ()
    said: bool = False

    def fits(self, company: Set[str]) -> bool:
        """Whether the words around the trigger allow this reading."""
        return not self.company or bool(self.company & company) or any(words <= company for words in self.together)


def readings_of(lemma: str, pos: str) -> tuple[Reading, ...]:
    """The readings of a lemma ("v", "n" or "a"), in the order of the table; empty if the word tells no act."""
    return _table().get(f"{lemma}.{pos}", ())


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[Reading, ...]]:
    classes: dict[str, frozenset[str]] = {}
    rows: dict[str, tuple[Reading, ...]] = {}
    text = files("dragoman.languages.en").joinpath("acts.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("@"):
            name, _, words = line.partition("=")
            classes[name.strip()] = frozenset(words.split())
        elif line and not line.startswith("#"):
            trigger, company, act, subtype, weight = line.split()
            reading = Reading(
                act=Predicate(act),
                company=_company(company, classes),
                subtype="" if subtype == "-" else subtype,
                weight=float(weight),
                together=tuple(frozenset(each.split("&")) for each in company.split(",") if "&" in each),
                said=trigger.endswith(".c"),
            )
            rows[trigger] = (*rows.get(trigger, ()), reading)
    return rows


def _company(column: str, classes: dict[str, frozenset[str]]) -> frozenset[str]:
    """The words of a row's second column; a class that is not in the table is a kind of mention ("@PLACE")."""
    words: set[str] = set()
    for word in () if column == "-" else column.split(","):
        subject = "^" if word.startswith("^") else ""
        words |= {subject + each for each in classes.get(word.removeprefix("^"), (word.removeprefix("^"),))}
    return frozenset(words)
