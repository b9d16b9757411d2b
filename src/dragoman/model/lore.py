"""What a person knows beside the accounts: names of their own, read once and given to every account while it is read.

Known("Mustafa Kemal", Kind.PERSON, aliases=("Kemal Pasha", "Gazi"))
"""

from enum import StrEnum

import msgspec

from dragoman.model.mention import Kind


class Known(msgspec.Struct, frozen=True, gc=False):
    """One name, and what else the same thing is called.

    `since` and `until` are the years in which the names hold, for where two things bear one name. `lat` and `lon` are
    degrees, `modern` is what a place is called today. `line` is where it stands in the list.
    """

    name: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    lat: float | None = None
    lon: float | None = None
    modern: str = ""
    note: str = ""
    line: int = 0

    def holds(self, year: int | None) -> bool:
        """Whether the names were in use in that year, as far as the list says."""
        if year is None:
            return True
        return (self.since is None or self.since <= year) and (self.until is None or year <= self.until)


class Hands(StrEnum):
    """Whose hand drafts the acts: the rules that explain themselves, the learned reader, or both."""

    BOTH = "both"
    RULES = "rules"
    LEARNED = "learned"


class Lore(msgspec.Struct, frozen=True, gc=False):
    """All that a person knows, and whose hand is to draft; `mark` is another one as soon as anything in it differs.

    `weights` is the folder the learned reader reads by, "" for what came with the program.
    """

    known: tuple[Known, ...] = ()
    mark: str = ""
    hands: Hands = Hands.BOTH
    weights: str = ""
