"""A dossier of any size, written straight into the store, to measure how the pages and questions do on an archive.

    python bench/make_archive.py FOLDER [--accounts 200] [--assertions 20000] [--seed 1]

Accounts tell treaties, a few of them often and most of them seldom; every telling has words of its own, and one in
fifty is wrong about the year. No account is read and no rule is run: headings, topics, findings and ledgers are made
with the accounts. Everything streams, nothing but who tells what is held. Prints seconds, size and peak memory.
"""

import argparse
import random
import resource
import time
from array import array
from bisect import bisect
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from dragoman.edtf import bounds
from dragoman.model import (
    RELATIONS,
    Account,
    AccountId,
    Assertion,
    Claimed,
    Date,
    Evidence,
    Finding,
    Heading,
    Instrument,
    InstrumentKind,
    Kind,
    Member,
    Participant,
    Passage,
    PassageRole,
    Placement,
    Predicate,
    Provenance,
    Role,
    Shape,
    Span,
    Testimony,
    Verdict,
    digest,
)
from dragoman.polities import polities
from dragoman.store import DOSSIER, Draft
from dragoman.store.rows import PackedTopic
from make_dossier import SYLLABLES

POWERS = tuple(dict.fromkeys(one.name for one in polities().values()))
ACTS = (
    (Predicate.NEGOTIATION, "{a} and {b} negotiated the {t} {x}", 0),
    (Predicate.SIGNATURE, "the {t} was signed by {a} and {b} {x} on {d}", 0),
    (Predicate.RATIFICATION, "{a} ratified the {t} {x} on {d}", 1),
    (Predicate.CESSION, "under the {t} {a} ceded {p} to {b} {x} on {d}", 0),
    (Predicate.OCCUPATION, "troops of {b} occupied {p} {x} in {d}", 2),
    (Predicate.BASED_ON, "the {t} rested on the {u} {x}", 0),
)
# Words of a telling's own, so that no two quotes are alike.
MANNERS = ("after long debate", "to general surprise", "before the court", "against advice", "without ceremony")
days_of = lru_cache(maxsize=200_000)(bounds)
TOLD = 4  # acts of each treaty that an account tells
MOST_PAIRED = 20  # tellings of one act that are laid beside the first of them


class Treaty(NamedTuple):
    """What is true of a treaty, whoever tells it; it rests on one that is told more often."""

    name: str
    ground: str
    place: str
    one: int
    other: int
    year: int
    day: str


class World:
    """Who tells which treaty. All else is made again from these numbers whenever it is needed."""

    def __init__(self, accounts: int, assertions: int, seed: int) -> None:
        """Draws for each account its treaties: the tenth is told a tenth as often as the first."""
        self.accounts, self.seed = accounts, seed
        self.treaty = lru_cache(maxsize=50_000)(self._treaty)
        each = max(1, assertions // (accounts * TOLD))
        treaties = max(each * 2, assertions // 40)
        reach = list(accumulate(1 / (rank + 3) for rank in range(treaties)))
        self.told_by = [array("I") for _ in range(treaties)]
        self.tells: list[array[int]] = []
        for number in range(accounts):
            chance, mine = random.Random(f"{seed} account {number}"), array("I")
            known: set[int] = set()
            while len(mine) < each:
                treaty = bisect(reach, chance.random() * reach[-1])
                if treaty not in known:
                    known.add(treaty)
                    mine.append(treaty)
                    self.told_by[treaty].append(number)
            self.tells.append(mine)
        # Polities first, then of each treaty that is told the instrument and its place.
        self.told = [treaty for treaty, by in enumerate(self.told_by) if by]
        self.position = {treaty: len(POWERS) + 2 * at for at, treaty in enumerate(self.told)}

    def _treaty(self, number: int) -> Treaty:
        """The treaty of this number; the names of no two are alike."""
        chance = random.Random(f"{self.seed} treaty {number}")
        one, other = chance.sample(range(len(POWERS)), 2)
        return Treaty(
            f"Treaty of {_spelt(number)}",
            f"Treaty of {_spelt(number // 2)}",
            f"{_spelt(number)} Land",
            one,
            other,
            chance.randint(1650, 1990),
            f"{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
        )

    def acts(self, account: int, treaty: int) -> tuple[tuple[int, int], ...]:
        """The acts of a treaty that an account tells, each with the year it gives."""
        chance = random.Random(f"{self.seed} telling {account} {treaty}")
        year = self.treaty(treaty).year
        return tuple(
            (act, year + ACTS[act][2] + (chance.random() < 0.02))
            for act in sorted(chance.sample(range(len(ACTS)), TOLD))
        )


def _spelt(number: int) -> str:
    """A name that belongs to this number alone."""
    name = ""
    for _ in range(4):
        number, place = divmod(number, len(SYLLABLES))
        name += SYLLABLES[place]
    return name.capitalize() + ("" if not number else f"-{number}")


def account_id(number: int) -> AccountId:
    """The id of the account with this number."""
    return AccountId(digest("account", str(number)))


def assertion_id(account: int, treaty: int, act: int) -> str:
    """The id of one telling."""
    return digest("telling", str(account), str(treaty), str(act))


# ---- what the accounts say -------------------------------------------------------------------------------------------


def testimony_of(world: World, number: int) -> Testimony:
    """All that one account says, each telling a sentence of its own."""
    ident, name = account_id(number), f"account {number:06}"
    text, said, passages, places = "", [], [], []
    instruments = []
    for treaty in world.tells[number]:
        what = world.treaty(treaty)
        instruments.append(Instrument(what.name, InstrumentKind.TREATY))
        for act, year in world.acts(number, treaty):
            one = _assertion(number, treaty, act, year, what, len(text))
            span = one.span
            text += f"{one.quote}. "
            said.append(one)
            passages.append(Passage(Span(span.start, span.end + 1), PassageRole.SENTENCE))
            if what.place in one.quote:
                start = span.start + one.quote.index(what.place)
                places.append(_placement(what.place, treaty, Span(start, start + len(what.place))))
    account = Account(ident, name, f"accounts/{number:06}.txt", text, (), Provenance(), "text", digest(text))
    return Testimony(account, tuple(passages), (), tuple(instruments), tuple(places), tuple(said))


def _assertion(number: int, treaty: int, act: int, year: int, what: Treaty, start: int) -> Assertion:
    predicate, pattern, _ = ACTS[act]
    when = f"{year}-{what.day}" if "on {d}" in pattern else str(year) if "{d}" in pattern else ""
    manner = f"{MANNERS[(number + treaty) % len(MANNERS)]}, as paper {number}-{treaty} has it,"
    one, other = POWERS[what.one], POWERS[what.other]
    quote = pattern.format(a=one, b=other, t=what.name, u=what.ground, p=what.place, d=when, x=manner)
    if predicate in RELATIONS:
        ends = ((Role.SUBJECT, what.name, Kind.INSTRUMENT), (Role.OBJECT, what.ground, Kind.INSTRUMENT))
    else:
        ends = (
            (Role.AGENT, one, Kind.POLITY),
            (Role.BENEFICIARY, other, Kind.POLITY),
            (Role.INSTRUMENT, what.name, Kind.INSTRUMENT),
            (Role.TERRITORY, what.place, Kind.PLACE),
        )
    participants = [Participant(role, name, None, kind) for role, name, kind in ends if name in quote]
    span, ident = Span(start, start + len(quote)), account_id(number)
    date = Date(span, when, when, *days_of(when)) if when else None
    return Assertion(
        assertion_id(number, treaty, act), ident, predicate, tuple(participants), (Evidence(ident, span, quote),), date
    )


def _placement(name: str, treaty: int, span: Span) -> Placement:
    chance = random.Random(f"place {treaty}")
    return Placement(span, name, "town", Shape.POINT, chance.uniform(-60, 70), chance.uniform(-180, 180))


class Headings:
    """Under which heading a name stands; names are the same in every account."""

    def __init__(self, world: World, kinds: str) -> None:
        """Of "every" kind or of "instruments" alone."""
        self._known: dict[str, tuple[int, str]] = {}
        for treaty, position in world.position.items():
            what = world.treaty(treaty)
            self._known[what.name] = (position, digest("thing", what.name))
            if kinds == "every":
                self._known[what.place] = (position + 1, digest("thing", what.place))
        for position, power in enumerate(POWERS if kinds == "every" else ()):
            self._known[power] = (position, digest("thing", power))

    def get(self, named: tuple[AccountId, str], /) -> tuple[int, str] | None:
        """By the account and the name in it."""
        return self._known.get(named[1])


# ---- what follows from it --------------------------------------------------------------------------------------------


def headings_of(world: World) -> Iterator[Heading]:
    """Polities, instruments, places, events."""
    acting = [bytearray(world.accounts) for _ in POWERS]
    for treaty in world.told:
        what = world.treaty(treaty)
        for number in world.told_by[treaty]:
            acting[what.one][number] = acting[what.other][number] = 1
    for power, name in enumerate(POWERS):
        by = [number for number in range(world.accounts) if acting[power][number]]
        yield _heading(Kind.POLITY, name, by or [0])
    for treaty in world.told:
        what = world.treaty(treaty)
        yield _heading(Kind.INSTRUMENT, what.name, world.told_by[treaty], f"{what.year}-{what.day}")
        yield _heading(Kind.PLACE, what.place, world.told_by[treaty])
    for treaty, act, tellings in _events(world):
        what = world.treaty(treaty)
        members = tuple(Member(account_id(one), assertion_id(one, treaty, act)) for one, _ in tellings)
        label = f"{ACTS[act][0]} of {what.name}"
        yield Heading(_event_id(treaty, act), Kind.EVENT, label, members, ("told of one day",), str(what.year))


def _heading(kind: Kind, name: str, by: "list[int] | array[int]", edtf: str = "") -> Heading:
    members = tuple(Member(account_id(one), name) for one in by)
    first, last = days_of(edtf) if edtf else (None, None)
    return Heading(digest("thing", name), kind, name, members, ("the same name",), edtf, first, last)


def _event_id(treaty: int, act: int) -> str:
    return digest("event", str(treaty), str(act))


def _events(world: World) -> Iterator[tuple[int, int, list[tuple[int, int]]]]:
    """Each act of each treaty with the accounts that tell it and the years they give."""
    for treaty in world.told:
        tellings: list[list[tuple[int, int]]] = [[] for _ in ACTS]
        for number in world.told_by[treaty]:
            for act, year in world.acts(number, treaty):
                tellings[act].append((number, year))
        for act, told in enumerate(tellings):
            if told and ACTS[act][0] not in RELATIONS:
                yield treaty, act, told


def topics_of(world: World) -> Iterator[tuple[PackedTopic, str]]:
    """A topic for each instrument, each place and each event."""
    for treaty in world.told:
        what = world.treaty(treaty)
        things = [digest("thing", one) for one in (what.name, what.place, POWERS[what.one], POWERS[what.other])]
        said: tuple[list[str], list[str]] = ([], [])
        events: list[tuple[str, list[int], list[str]]] = [(_event_id(treaty, act), [], []) for act in range(len(ACTS))]
        for number in world.told_by[treaty]:
            for act, _ in world.acts(number, treaty):
                ident = assertion_id(number, treaty, act)
                events[act][1].append(number)
                events[act][2].append(ident)
                for slot, mark in enumerate(("{t}", "{p}")):
                    if mark in ACTS[act][1]:
                        said[slot].append(ident)
        for slot in range(2):
            if said[slot]:
                others = [one for one in things if one != things[slot]]
                yield _topic(things[slot], said[slot], others, list(world.told_by[treaty]))
        for act, (event, by, ids) in enumerate(events):
            if ids and ACTS[act][0] not in RELATIONS:
                yield _topic(event, ids, things, by)


def _topic(heading: str, ids: list[str], others: list[str], by: list[int]) -> tuple[PackedTopic, str]:
    names = tuple((account_id(one), f"account {one:06}") for one in by)
    alone = tuple((account,) for account, _ in names)
    return PackedTopic(heading, tuple(ids), tuple(others), names, alone), digest(heading)


def findings_of(world: World) -> Iterator[Finding]:
    """Each telling of an act beside the first: they agree on the year or not; what one account tells stands alone."""
    for treaty, act, tellings in _events(world):
        topic, what = _event_id(treaty, act), f"{ACTS[act][0]} of {world.treaty(treaty).name}"
        (first, year), *others = tellings
        one = assertion_id(first, treaty, act)
        if not others:
            yield _finding(topic, Verdict.SINGLE_SOURCED, f"Only one account tells of the {what}.", (one,), ("",), 1)
        for number, told in others[:MOST_PAIRED]:
            verdict = Verdict.CORROBORATED if told == year else Verdict.CONTRADICTED
            ids = (one, assertion_id(number, treaty, act))
            yield _finding(topic, verdict, f"{what}: {year} and {told}.", ids, (str(year), str(told)), len(tellings))


def _finding(
    topic: str, verdict: Verdict, sentence: str, ids: tuple[str, ...], words: tuple[str, ...], sources: int
) -> Finding:
    reasons = ("the same act", "their years were compared")
    return Finding(
        digest(topic, *ids), "agreement", verdict, topic, sentence, ids, reasons, "date", words, sources, 0.8
    )


def claims_of(world: World) -> Iterator[Claimed]:
    """The ledger of each place: who was given it, who held it."""
    for treaty, act, tellings in _events(world):
        what = {Predicate.CESSION: "awarded", Predicate.OCCUPATION: "held"}.get(ACTS[act][0])
        treaty_told = world.treaty(treaty)
        for number, year in tellings if what else ():
            ident, day = assertion_id(number, treaty, act), days_of(str(year))[0]
            yield Claimed(digest("thing", treaty_told.place), str(what), POWERS[treaty_told.other], ident, day)


# ---- writing it ------------------------------------------------------------------------------------------------------


def write(folder: Path, accounts: int, assertions: int, seed: int = 1) -> None:
    """Writes the dossier of such a world into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    world = World(accounts, assertions, seed)
    with Draft(folder) as draft:

        def testimonies() -> Iterator[Testimony]:
            for number in range(accounts):
                one = testimony_of(world, number)
                draft.add(one, "made")
                yield one

        draft.tell(testimonies(), (Headings(world, "every"), Headings(world, "instruments")))
        draft.find(headings_of(world), topics_of(world), findings_of(world), claims_of(world))
        draft.swap()


def main() -> None:
    """Writes one dossier."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--accounts", type=int, default=200)
    parser.add_argument("--assertions", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    began = time.monotonic()
    write(options.folder, options.accounts, options.assertions, options.seed)
    size = (options.folder / DOSSIER).stat().st_size / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{options.accounts} accounts, {options.assertions} assertions: {time.monotonic() - began:.0f} s,"
        f" {size:.0f} MB on the disk, peak {peak} MB of memory"
    )


if __name__ == "__main__":
    main()
