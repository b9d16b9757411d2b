"""What a dossier holds, looked up by index: the shelves from which every page is made.

Shelves.opened(Path("my-dossier")).findings_on["a1b2…"]
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar

from dragoman.judging import stands
from dragoman.model import (
    Account,
    Assertion,
    Finding,
    Heading,
    Judgement,
    Kind,
    Member,
    PassageRole,
    Span,
    Testimony,
)
from dragoman.store import Dossier
from dragoman.web.marking import Marking
from dragoman.web.wording import siglum

T = TypeVar("T")


class Shelves:
    """What a dossier holds, with the ways across it that the pages need."""

    def __init__(self, dossier: Dossier) -> None:
        """Of an open dossier."""
        self.dossier = dossier
        # What was judged after the build is heard by `hearing`: how far, and what of it waits for the next build.
        self.log: tuple[Judgement, ...] = ()
        self.standing: tuple[Judgement, ...] = ()
        self.heard: set[str] = set(dossier.met)
        self.waiting = 0
        self.edition: dict[str, int] = {}
        self.heard_at = (0, 0)
        self._made: dict[str, tuple[int, Any]] = {}
        self._marked = lru_cache(maxsize=8)(self._marking)
        self._sentences = lru_cache(maxsize=64)(self._sentences_of)

    @classmethod
    def opened(cls, folder: Path) -> "Shelves":
        """Of the dossier in this folder."""
        return cls(Dossier.open(folder))

    @cached_property
    def accounts(self) -> dict[str, Account]:
        """Accounts by id, in the dossier's order."""
        return {account.id: account for account in self.dossier.accounts}

    @cached_property
    def sigla(self) -> dict[str, str]:
        """The letter each account goes by."""
        return {account_id: siglum(place) for place, account_id in enumerate(self.accounts)}

    @cached_property
    def assertions(self) -> dict[str, Assertion]:
        """Assertions by id, in the order of account and text."""
        return {assertion.id: assertion for assertion in self.dossier.assertions}

    @cached_property
    def assertions_in(self) -> dict[str, tuple[Assertion, ...]]:
        """What each account says."""
        return _grouped((assertion.account, assertion) for assertion in self.assertions.values())

    @cached_property
    def findings_on(self) -> dict[str, tuple[Finding, ...]]:
        """The findings an assertion is in."""
        return _grouped((target, finding) for finding in self.dossier.findings for target in finding.assertions)

    @cached_property
    def findings_by_verdict(self) -> dict[str, tuple[Finding, ...]]:
        """The findings of each verdict, in the order of the build."""
        return _grouped((finding.verdict.value, finding) for finding in self.dossier.findings)

    @cached_property
    def headings(self) -> dict[str, Heading]:
        """Headings by id."""
        return {heading.id: heading for heading in self.dossier.headings}

    @cached_property
    def heading_of(self) -> dict[Member, Heading]:
        """The heading a name of an account stands under."""
        return {member: heading for heading in self.headings.values() for member in heading.members}

    @cached_property
    def rulings(self) -> dict[str, Judgement]:
        """The judgement in force on an assertion."""
        return dict(self.dossier.rulings())

    @cached_property
    def met(self) -> dict[str, str]:
        """Which assertion each judgement is about, overruled and undone ones too."""
        return {judgement: assertion for judgement, assertion in self.dossier.met.items() if assertion}

    def stands(self, assertion: Assertion) -> bool:
        """Whether nobody rejected it."""
        return stands(assertion.id, self.rulings)

    @cached_property
    def mentions_of(self) -> dict[str, tuple[Assertion, ...]]:
        """The assertions in which a heading's names take part; an event's are its tellings."""
        return _grouped(
            (heading.id, assertion)
            for assertion in self.assertions.values()
            for heading in self._headings_in(assertion)
        )

    def _headings_in(self, assertion: Assertion) -> Iterable[Heading]:
        names = [*(part.name for part in assertion.participants), assertion.id]
        found = (self.heading_of.get(Member(assertion.account, name)) for name in names)
        return {heading.id: heading for heading in found if heading}.values()

    def things(self, *kinds: Kind) -> list[Heading]:
        """The headings of these kinds, most spoken of first."""
        return self.once("things " + " ".join(kinds), lambda: self._things(kinds))

    def _things(self, kinds: tuple[Kind, ...]) -> list[Heading]:
        chosen = [heading for heading in self.headings.values() if heading.kind in kinds]
        return sorted(chosen, key=lambda one: (-len(self.mentions_of.get(one.id, ())), one.label))

    def furniture(self, account: Account) -> float:
        """The share of an account's characters that are page furniture."""
        spans = [len(one.span) for one in account.passages if one.role is PassageRole.FURNITURE]
        return sum(spans) / max(1, len(account.text))

    def testimony(self, account_id: str) -> Testimony:
        """All that one account says, with its passages."""
        return self.dossier.testimony(account_id)

    def sentence_around(self, account_id: str, span: Span) -> Span:
        """The sentence in which a clause stands; the clause itself when it runs over more than one."""
        sentences = self._sentences(account_id)
        place = bisect_right(sentences, span.start, key=lambda one: one.start) - 1
        return sentences[place] if place >= 0 and sentences[place].covers(span) else span

    def marking(self, account_id: str) -> Marking:
        """An account cut and marked for the page, as it is judged now."""
        return self._marked(account_id, self.edition.get(account_id, 0))

    def once(self, name: str, make: Callable[[], T], *, follows: bool = False) -> T:
        """What `make` makes, made once for this build and kept; once more after each judgement where it `follows`."""
        turn = self.waiting if follows else 0
        kept = self._made.get(name)
        if kept is None or kept[0] != turn:
            kept = self._made[name] = (turn, make())
        made: T = kept[1]
        return made

    def warm(self) -> "Shelves":
        """The same, with all that the pages look up laid ready."""
        for ready in (
            self.findings_by_verdict,
            self.accounts,
            self.sigla,
            self.findings_on,
            self.heading_of,
            self.rulings,
            self.mentions_of,
        ):
            len(ready)
        return self

    def _marking(self, account_id: str, edition: int) -> Marking:
        del edition  # only tells one marking from the next
        return Marking(self.testimony(account_id), self.assertions_in.get(account_id, ()), self.rulings)

    def _sentences_of(self, account_id: str) -> list[Span]:
        passages = self.testimony(account_id).passages
        return sorted(one.span for one in passages if one.role is PassageRole.SENTENCE)


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}
