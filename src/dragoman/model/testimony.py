"""A testimony: all that ONE account says. A row.

testimony.plus(found)  is the testimony with what an extractor found
"""

from collections.abc import Iterable

import msgspec

from dragoman.model.account import Account, Passage
from dragoman.model.assertion import Assertion
from dragoman.model.lore import Lore
from dragoman.model.mention import Instrument, Mention
from dragoman.model.placement import Placement
from dragoman.model.problem import Problem

Found = Passage | Mention | Instrument | Placement | Assertion | Problem


class Testimony(msgspec.Struct, frozen=True, gc=False):
    """Everything drafted from one account, each kind in the order of the text.

    `lore` is what a person knows beside the account; it is there while the account is read, and is not kept with it.
    """

    account: Account
    passages: tuple[Passage, ...] = ()
    mentions: tuple[Mention, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    placements: tuple[Placement, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    problems: tuple[Problem, ...] = ()
    lore: Lore = Lore()

    def plus(self, found: Iterable[Found]) -> "Testimony":
        """This testimony and what was found, kind by kind; nothing that was there changes."""
        everything = tuple(found)
        return msgspec.structs.replace(
            self,
            passages=(*self.passages, *(one for one in everything if isinstance(one, Passage))),
            mentions=(*self.mentions, *(one for one in everything if isinstance(one, Mention))),
            instruments=(*self.instruments, *(one for one in everything if isinstance(one, Instrument))),
            placements=(*self.placements, *(one for one in everything if isinstance(one, Placement))),
            assertions=(*self.assertions, *(one for one in everything if isinstance(one, Assertion))),
            problems=(*self.problems, *(one for one in everything if isinstance(one, Problem))),
        )
