"""What a dossier holds, looked up as the pages ask for it, with what was judged since the build laid over it.

Shelves.opened(Path("my-dossier")).assertions["a1b2…"]

Nothing here reads the whole dossier, but for the ids of the accounts and what people decided.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache, partial, wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from dragoman.judging import stands
from dragoman.model import Account, Assertion, Finding, Heading, Judgement, Kind, Member, Span, Testimony
from dragoman.store import Dossier
from dragoman.web.marking import Marking, blocks_of
from dragoman.web.wording import siglum

K = TypeVar("K")
V = TypeVar("V")
P = ParamSpec("P")
# So many findings of one assertion are looked at; a page that shows them says how many there are.
MOST_ON = 200
# Accounts of which the heading of every name is at hand.
MOST_READY = 8


class Looked(Mapping[K, V]):
    """Values by their keys, each looked up when it is asked for; the last of them are kept for a while."""

    def __init__(self, look: Callable[[K], V | None], keys: Callable[[], Iterable[K]], kept: int) -> None:
        """`look` finds one, or None where there is none; `keys` are all there are, in the dossier's order."""
        self._look = lru_cache(maxsize=kept)(look)
        self._keys = keys
        self._over: dict[K, V | None] = {}

    def lay(self, key: K, value: V | None) -> None:
        """From now on this stands under the key; None: nothing does."""
        self._over[key] = value

    def __getitem__(self, key: K) -> V:
        found = self._over[key] if key in self._over else self._look(key)
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[K]:
        every = dict.fromkeys((*self._keys(), *self._over))
        return (one for one in every if self._over.get(one, one) is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def kept(
    most: int,
) -> "Callable[[Callable[Concatenate[Shelves, P], V]], Callable[Concatenate[Shelves, P], V]]":
    """Has so many answers of a function of shelves kept with these, so that they go when the dossier is built anew."""

    def keeping(make: "Callable[Concatenate[Shelves, P], V]") -> "Callable[Concatenate[Shelves, P], V]":
        @wraps(make)
        def asked(shelves: "Shelves", /, *args: P.args, **named: P.kwargs) -> V:
            if make not in shelves.memory:
                shelves.memory[make] = lru_cache(maxsize=most)(partial(make, shelves))
            answer: V = shelves.memory[make](*args, **named)
            return answer

        return asked

    return keeping


class Shelves:
    """What a dossier holds, with the ways across it that the pages need."""

    def __init__(self, dossier: Dossier) -> None:
        """Of an open dossier."""
        self.dossier = dossier
        catalogue, weighed = dossier.catalogue, dossier.weighed
        # What was judged after the build is heard by `hearing`: how far, and what of it waits for the next build.
        self.log: tuple[Judgement, ...] = ()
        self.standing: tuple[Judgement, ...] = ()
        self.heard: set[str] = set(dossier.met)
        self.waiting = 0
        self.edition: dict[str, int] = {}
        self.heard_at = (0, 0)
        self.memory: dict[Any, Callable[..., Any]] = {}
        # Accounts without their texts; `whole` has them.
        self.accounts: Looked[str, Account] = Looked(self._account, lambda: self.places, 4096)
        self.assertions: Looked[str, Assertion] = Looked(catalogue.assertion, catalogue.ids, 8192)
        self.assertions_in: Looked[str, tuple[Assertion, ...]] = Looked(self._said_in, lambda: self.places, 16)
        # Headings without their names, of which there may be thousands; the catalogue has those.
        self.headings: Looked[str, Heading] = Looked(catalogue.heading, tuple, 8192)
        self.heading_of: Looked[Member, Heading] = Looked(self._heading_of, tuple, 32_768)
        self._ready: dict[str, dict[str, Heading]] = {}
        self.findings_on: Looked[str, tuple[Finding, ...]] = Looked(lambda one: weighed.on(one, MOST_ON), tuple, 2048)
        self._contrary: Looked[str, bool] = Looked(weighed.contrary, tuple, 8192)
        self._marked = lru_cache(maxsize=8)(self._marking)
        self._blocks = lru_cache(maxsize=64)(self._starts_of)
        self._text = lru_cache(maxsize=64)(catalogue.text)
        self._sentence = lru_cache(maxsize=8192)(catalogue.sentence_at)

    @classmethod
    def opened(cls, folder: Path) -> "Shelves":
        """Of the dossier in this folder."""
        return cls(Dossier.open(folder))

    # ---- accounts --------------------------------------------------------------------------------------------------

    @cached_property
    def places(self) -> dict[str, int]:
        """The position of each account by its id, in the dossier's order."""
        return {one: place for place, one in enumerate(self.dossier.catalogue.account_ids())}

    @cached_property
    def sigla(self) -> dict[str, str]:
        """The letter each account goes by."""
        return {account_id: siglum(place) for account_id, place in self.places.items()}

    def whole(self, account_id: str) -> Account:
        """An account with its text."""
        return self.dossier.testimony(account_id).account

    def furniture(self, account: Account) -> float:
        """The share of an account's characters that are page furniture."""
        told = self.dossier.catalogue.told(account.id)
        return told.furniture if told else 0.0

    def testimony(self, account_id: str) -> Testimony:
        """All that one account says, with its passages."""
        return self.dossier.testimony(account_id)

    def words(self, account_id: str, start: int, end: int) -> str:
        """The words of an account between two places."""
        return self._text(account_id)[start:end]

    def sentence_around(self, account_id: str, span: Span) -> Span:
        """The sentence in which a clause stands; the clause itself when it runs over more than one."""
        found = self._sentence(account_id, span.start)
        return found if found and found.covers(span) else span

    def block_at(self, account_id: str, place: int) -> int:
        """Where the block begins in which a character of an account stands."""
        starts = self._blocks(account_id)
        return starts[max(0, bisect_right(starts, place) - 1)]

    def marking(self, account_id: str) -> Marking:
        """An account cut and marked for the page, as it is judged now."""
        return self._marked(account_id, self.edition.get(account_id, 0))

    # ---- what is said ----------------------------------------------------------------------------------------------

    @property
    def said(self) -> int:
        """How many assertions there are."""
        told = filter(None, (self.dossier.catalogue.told(one) for one in self.edition))
        more = sum(len(self.assertions_in[one.account.id]) - one.assertions for one in told)
        return self.dossier.catalogue.amount("assertion") + more

    def now(self, said: Iterable[Assertion]) -> tuple[Assertion, ...]:
        """The same assertions as they are judged now; those that nobody rejected."""
        return tuple(one for each in said if (one := self.assertions.get(each.id)) and self.stands(one))

    def said_of(self, heading: Heading, slot: str = "", start: int = 0, most: int = -1) -> tuple[Assertion, ...]:
        """What is said of a thing in one slot ("": in any), as it is judged now, rejected or not."""
        said = self.dossier.catalogue.said_of(heading.id, slot, start, most)
        return tuple(filter(None, (self.assertions.get(one.id) for one in said))) if self.edition else said

    def stands(self, assertion: Assertion) -> bool:
        """Whether nobody rejected it."""
        return stands(assertion.id, self.rulings)

    def contrary(self, assertion: Assertion) -> bool:
        """Whether it contradicts another, or cannot be."""
        return self._contrary.get(assertion.id, False)

    @cached_property
    def rulings(self) -> dict[str, Judgement]:
        """The judgement in force on an assertion."""
        return dict(self.dossier.rulings())

    @cached_property
    def met(self) -> dict[str, str]:
        """Which assertion each judgement is about, overruled and undone ones too."""
        return {judgement: assertion for judgement, assertion in self.dossier.met.items() if assertion}

    # ---- things ----------------------------------------------------------------------------------------------------

    def things(self, *kinds: Kind, start: int = 0, most: int = -1) -> list[Heading]:
        """The headings of these kinds, most spoken of first."""
        found = [one for kind in kinds for one in self.dossier.catalogue.things(kind, start, most)]
        found.sort(key=lambda one: (-one.times, one.heading.label))
        return [one.heading for one in found[: None if most < 0 else most]]

    def lay_ready(self, account_id: str) -> None:
        """Has the headings of all names in an account at hand: sooner than one by one, where a page needs them all."""
        if account_id not in self._ready:
            if len(self._ready) >= MOST_READY:
                del self._ready[next(iter(self._ready))]
            self._ready[account_id] = self.dossier.catalogue.headings_in(account_id)

    def sigla_of(self, heading: Heading, most: int) -> list[str]:
        """The letters of the accounts that know a thing, so many of them, in their order."""
        return [siglum(place) for place in self.dossier.catalogue.accounts_of(heading.id, most)]

    # ---- below -----------------------------------------------------------------------------------------------------

    def warm(self) -> "Shelves":
        """The same, with what every page looks up laid ready."""
        for ready in (self.sigla, self.rulings, self.met):
            len(ready)
        return self

    def _account(self, account_id: str) -> Account | None:
        told = self.dossier.catalogue.told(account_id)
        return told.account if told else None

    def _starts_of(self, account_id: str) -> list[int]:
        return [one.span.start for one in blocks_of(self.whole(account_id))]

    def _heading_of(self, member: Member) -> Heading | None:
        names = self._ready.get(member.account)
        return names.get(member.name) if names is not None else self.dossier.catalogue.heading_of(member)

    def _said_in(self, account_id: str) -> tuple[Assertion, ...] | None:
        return self.dossier.catalogue.said_in(account_id) if account_id in self.places else None

    def _marking(self, account_id: str, edition: int) -> Marking:
        del edition  # only tells one marking from the next
        return Marking(self.testimony(account_id), self.assertions_in.get(account_id, ()), self.rulings)
