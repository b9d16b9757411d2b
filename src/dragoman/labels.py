"""What things are called across accounts, and for which power somebody acts, with the words that say so.

labels.of(one, "Bolshevik Russia") -> "Soviet Russia"
labels.party(one, chicherin)       -> Party("Georgy Chicherin", "Soviet Russia", PERSON, "Soviet Foreign Commissar …")
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

import msgspec

from dragoman.comparing import bounded, date_of, side_of, sides_of, year_of
from dragoman.languages.en.likeness import TITLES
from dragoman.languages.wordlist import wordlist
from dragoman.model import AccountId, Assertion, Heading, Kind, Member, Participant
from dragoman.polities import Use, key_of, meanings, polities, surface_at

_ADJECTIVES = wordlist("us u american british french german russian soviet turkish s")
_OFFICES = (TITLES - _ADJECTIVES) | wordlist("leader head chief delegation mission ministry commissariat")
_OFFICE = "|".join(sorted(_OFFICES, key=lambda word: (-len(word), word)))
# "Soviet Foreign Commissar Georgy Chicherin": the adjective stands before the office, the office before the name.
_HELD = re.compile(rf"(?:[^\W\d_]+['’]?s?[ -]){{0,4}}(?:{_OFFICE})(?: [^\W\d_]+\.?){{0,4}},? $", re.I)
# "the Commissar for Foreign Affairs of the Armenian SSR, Aleksandr Bekzadyan"; a minister TO Mexico acts for another.
_OFFICE_OF = re.compile(rf"\b(?:{_OFFICE})\b[^,.;:]* of (?:the )?(?P<power>[^,.;:]+?),? $", re.I)
_REACH = 120
# "Gen. Smith" goes on, "the loan. Smith" does not.
_SENTENCE = re.compile(r"(?<=[a-zé]{4})[.]\s+|[;:!?]\s+")
_BREAK = re.compile(r"[.;:!?]\s+(?=[A-Z])|\n|,|\band\b")


class Stage(StrEnum):
    """Who acts: the power itself, a body of it, or a person who speaks for it. Their positions may differ."""

    POWER = "power"
    BODY = "body"
    PERSON = "person"


class Party(msgspec.Struct, frozen=True):
    """Somebody who takes a position; `side` is the power he acts for, "" where no account says; `why` the words."""

    name: str
    side: str
    stage: Stage
    why: str = ""


def names_of(heading: Heading) -> dict[AccountId, frozenset[str]]:
    """What each account calls a thing, for a rule that asks it of every assertion."""
    found: dict[AccountId, set[str]] = defaultdict(set)
    for member in heading.members:
        found[member.account].add(member.name)
    return {account: frozenset(names) for account, names in found.items()}


class Labels:
    """The names of one topic, or of a dossier."""

    def __init__(
        self,
        headings: Iterable[Heading],
        names: Iterable[tuple[AccountId, str]] = (),
        texts: Mapping[str, str] | None = None,
        years: Mapping[AccountId, int] | None = None,
    ) -> None:
        """`texts` are the accounts' own, in which offices stand; `years` what each is about, for what has no date."""
        self._by_member = {
            member: heading for heading in headings if heading.kind != Kind.EVENT for member in heading.members
        }
        self._names = dict(names)
        self._texts = texts or {}
        self._years = years or {}
        self._offices: dict[tuple[AccountId, str], tuple[str, str]] = {}

    def account(self, id_: AccountId) -> str:
        """What the account is called."""
        return self._names.get(id_, id_)

    def heading(self, account: AccountId, name: str) -> Heading | None:
        """The heading of a name of an account."""
        return self._by_member.get(Member(account, name))

    def of(self, one: Assertion, name: str) -> str:
        """What all accounts call a party; a body of a power ("the Mexican envoys") goes by the power."""
        year = self.year(one)
        heading = self.heading(one.account, name)
        known = heading.label if heading is not None and heading.kind == Kind.POLITY else ""
        sides = sorted(sides_of(name, year))
        # Without a year "Turkey" may be the empire or the republic: what the accounts call it says less, and no wrong.
        if len(sides) != 1 or sides[0] not in polities() or (known and year is None):
            return known or name
        return polities()[sides[0]].name

    def thing(self, one: Assertion, participant: Participant) -> str:
        """What all accounts call it; a treaty or a town of a power ("Treaty of Moscow") is not the power."""
        if participant.kind in (Kind.INSTRUMENT, Kind.PLACE, Kind.PERSON, Kind.EVENT):
            heading = self.heading(one.account, participant.name)
            return heading.label if heading is not None else participant.name
        return self.of(one, participant.name)

    def party(self, one: Assertion, participant: Participant) -> Party:
        """Who it is that acts, and for whom."""
        name, year = participant.name, self.year(one)
        if participant.kind != Kind.PERSON:
            sides = sorted(sides_of(name, year))
            if len(sides) == 1 and sides[0] in polities():
                whole = side_of(name, year) is not None
                return Party(name, polities()[sides[0]].name, Stage.POWER if whole else Stage.BODY)
            return Party(name, "", Stage.BODY)
        heading = self.heading(one.account, name)
        side, why = self._office(one.account, name, year)
        return Party(heading.label if heading is not None else name, side, Stage.PERSON, why)

    def year(self, one: Assertion) -> int | None:
        """The year of what is done, or else that which its account is about."""
        days = bounded(date_of(one))
        return year_of(days[0]) if days is not None else self._years.get(one.account)

    def _office(self, account: AccountId, name: str, year: int | None) -> tuple[str, str]:
        """The one power that the words before a person's name put him under in this account; "" where none does."""
        key = (account, name)
        if key not in self._offices:
            self._offices[key] = _office_in(self._texts.get(account, ""), name, year)
        return self._offices[key]


def _office_in(text: str, name: str, year: int | None) -> tuple[str, str]:
    """The power named in an office that stands right before this name, with the words; only if it is one power."""
    found: dict[str, str] = {}
    for match in re.finditer(rf"\b{re.escape(name)}\b", text):
        before = _SENTENCE.split(" ".join(text[max(0, match.start() - _REACH) : match.start()].split()) + " ")[-1]
        for side, words in _offices_before(before, year):
            found.setdefault(side, words + name)
    return next(iter(found.items())) if len(found) == 1 else ("", "")


def _offices_before(before: str, year: int | None) -> Iterator[tuple[str, str]]:
    of_power = _OFFICE_OF.search(before)
    side = side_of(of_power["power"], year) if of_power else None
    if of_power is not None and side in polities():
        yield polities()[str(side)].name, of_power[0]
        return
    held = _HELD.search(before)
    words = held[0] if held else ""
    start = max((gap.end() for gap in _BREAK.finditer(words[:-2])), default=0)
    for word in reversed(list(re.finditer(r"[^\W_]+", words[start:]))):
        surface = surface_at(words[start:], word.start())
        if surface and not _is_name(surface):
            key = key_of(surface, year)
            if key in polities():
                yield polities()[str(key)].name, words[start + word.start() :]
            return


def _is_name(surface: str) -> bool:
    """Whether it names a country or its seat, and is no adjective: what stands before an office says where it is."""
    return all(one.use in (Use.NAME, Use.SEAT) for one in meanings().get(surface, ()))
