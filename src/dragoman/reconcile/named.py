"""A name as one account has it, with what else that account says to tell it from others.

Named(account, "draft agreement", Kind.INSTRUMENT, dated=24 August 1920, sort="draft")
"""

import re
from functools import lru_cache

import msgspec
from anyascii import anyascii

from dragoman.languages.en.likeness import NUMBERS, STOP, TENS
from dragoman.model import AccountId, Date, Kind, Member

_WORD = re.compile(r"[^\W_]+")
_UNITS = "|".join(sorted((word for word, number in NUMBERS.items() if len(number) == 1), key=len, reverse=True))
_COMPOUND = re.compile(rf"\b({'|'.join(sorted(TENS))})[- ]({_UNITS})\b", re.I)


class Named(msgspec.Struct, frozen=True):
    """A name, and the date, the sort, the parties and the year of its use as the account has them.

    `stands_for` is the name it repeats in the same account ("this draft treaty" for "draft agreement"), with `why`.
    `beside` is what stands around the making of an instrument: powers and names, and single days written "day 701234";
    `between` the powers that the words of its making name.
    """

    account: AccountId
    name: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    dated: Date | None = None
    sort: str = ""
    parties: tuple[str, ...] = ()
    year: int | None = None
    stands_for: str = ""
    why: str = ""
    beside: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()

    @property
    def member(self) -> Member:
        """The name as a member of a heading."""
        return Member(self.account, self.name)

    @property
    def order(self) -> tuple[str, str, str]:
        """An order of names that does not depend on the order of the files."""
        return str(self.kind), self.name, self.account


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """A name without case, accents, articles and possessive endings."""
    words = _WORD.findall(anyascii(re.sub(r"[’']s\b", "", numbered(name))).casefold())
    return " ".join(word for word in words if word not in STOP)


def numbered(text: str) -> str:
    """The text with its compound numbers as digits: the forty-ninth parallel is the 49th."""
    return _COMPOUND.sub(lambda found: f"{NUMBERS[found[1].casefold()][0]}{NUMBERS[found[2].casefold()]}", text)
