"""The concordance (who is who across accounts) and a topic: ALL that is said of one thing by all accounts. A column.

Heading(kind=INSTRUMENT, label="Treaty of Moscow", members=(Member(a, "Moscow Treaty"), …))
"""

import msgspec

from dragoman.model.assertion import Assertion
from dragoman.model.ids import AccountId
from dragoman.model.mention import Kind


class Member(msgspec.Struct, frozen=True, order=True, gc=False):
    """A name as one account has it; for an event, the id of an assertion stands in `name`."""

    account: AccountId
    name: str


class Heading(msgspec.Struct, frozen=True, gc=False):
    """One thing across accounts: what it is called, who calls it so, and why we take the names for one thing.

    `earliest` and `latest` bound its date as day numbers (see `Date`), where the accounts allow one to be drawn;
    `edtf` is the same for people.
    """

    id: str
    kind: Kind
    label: str
    members: tuple[Member, ...]
    reasons: tuple[str, ...] = ()
    edtf: str = ""
    earliest: int | None = None
    latest: int | None = None

    @property
    def accounts(self) -> frozenset[AccountId]:
        """The accounts that know this thing."""
        return frozenset(member.account for member in self.members)


class Concordance(msgspec.Struct, frozen=True, gc=False):
    """All headings of a dossier. An event's members are assertions: tellings of one act."""

    headings: tuple[Heading, ...] = ()

    def of(self, member: Member) -> Heading | None:
        """The heading under which this name of this account stands."""
        return next((heading for heading in self.headings if member in heading.members), None)


class Topic(msgspec.Struct, frozen=True, gc=False):
    """All that is said of one thing. `headings` are those of every name in its assertions, `names` the accounts' names.

    `independent` groups accounts that copy or translate one another: accounts in one group count as one source.
    """

    heading: Heading
    assertions: tuple[Assertion, ...]
    headings: tuple[Heading, ...] = ()
    names: tuple[tuple[AccountId, str], ...] = ()
    independent: tuple[tuple[AccountId, ...], ...] = ()
