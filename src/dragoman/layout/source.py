"""A file as it was given: its bytes and what to call it.

Source(b"War was declared.", name="war", path="accounts/war.txt")
"""

from collections.abc import Iterable
from hashlib import blake2b

import msgspec

from dragoman.model import Account, Passage, Problem, Provenance, digest
from dragoman.model.ids import AccountId


class Source(msgspec.Struct, frozen=True):
    """`path` is relative to the dossier, with forward slashes; `name` is what people call the account."""

    data: bytes
    name: str
    path: str

    @property
    def original(self) -> str:
        """The digest of the bytes: equal for two copies of one file."""
        return blake2b(self.data, digest_size=8).hexdigest()


class Reading(msgspec.Struct, frozen=True):
    """What came of a source: an account where there is one, and what was wrong with the material."""

    account: Account | None = None
    problems: tuple[Problem, ...] = ()


def account_of(
    source: Source, text: str, passages: Iterable[Passage], *, provenance: Provenance, reader: str
) -> Account:
    """The account with its ids; the id depends on the text alone."""
    return Account(
        id=AccountId(digest(text)),
        name=source.name,
        path=source.path,
        text=text,
        passages=tuple(passages),
        provenance=provenance,
        reader=reader,
        original=source.original,
    )
