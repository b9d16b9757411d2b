"""What belongs to one thing alone: an instrument's standing over time and articles, a place's claims, an event's slots.

standing_over_time(shelves, heading) -> (Step("from 16 March 1921", (State("signed", …),)), …)
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from dragoman.comparing import date_of
from dragoman.model import Account, Assertion, Heading, Kind, Member, Role
from dragoman.web.pictures.places import Claim, Placed, claims_on, placed_at
from dragoman.web.pictures.scale import day_in_words
from dragoman.web.pictures.states import HEARD, State, heard_in_part, states_of
from dragoman.web.room import Shelves
from dragoman.web.wording import act_in_words, date_in_words, manner_of

MOST_STEPS = 40
MOST_ARTICLES = 400
COLUMNS = 24  # accounts that can be read side by side
TELLINGS = 200


class Step(msgspec.Struct, frozen=True):
    """How an instrument stands from a day on, account by account."""

    day: str
    states: tuple[State, ...]


class Cell(msgspec.Struct, frozen=True):
    """What one account says in one slot; `differs` where another account says another thing."""

    words: tuple[str, ...]
    differs: bool = False


class Slots(msgspec.Struct, frozen=True):
    """An event, slot by slot: the accounts that tell it are the columns, the first of them; `of` counts all."""

    accounts: tuple[tuple[Account, str], ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    of: int = 0


class History(msgspec.Struct, frozen=True):
    """All of it; what does not belong to a thing of that kind is empty.

    `standing_of` is how many assertions its standing is taken from, where that is not all.
    """

    standing: tuple[Step, ...] = ()
    standing_of: int = 0
    articles: tuple[Heading, ...] = ()
    place: Placed | None = None
    claims: tuple[Claim, ...] = ()
    claims_of: int = 0
    slots: Slots | None = None
    geonames: str = ""


def history_of(shelves: Shelves, heading: Heading) -> History:
    """What belongs to a thing of this kind."""
    if heading.kind is Kind.INSTRUMENT:
        return History(
            standing=standing_over_time(shelves, heading),
            standing_of=HEARD if heard_in_part(shelves, heading) else 0,
            articles=articles_of(shelves, heading),
        )
    if heading.kind in (Kind.PLACE, Kind.POLITY):
        spot = shelves.dossier.charts.spot(heading.id)
        return History(
            place=placed_at(shelves, spot) if spot else None,
            claims=claims_on(shelves, heading.id, None) or (),
            claims_of=shelves.dossier.charts.counted_claims(heading.id),
            geonames=spot.identifier if spot else "",
        )
    return History(slots=slots_of(shelves, heading)) if heading.kind is Kind.EVENT else History()


def standing_over_time(shelves: Shelves, heading: Heading) -> tuple[Step, ...]:
    """A step for each day on which an account changes its word on how it stands; told without a date comes first."""
    said = shelves.said_of(heading, "", 0, HEARD)
    days = {date.earliest for one in said if (date := date_of(one)) and date.earliest}
    steps: list[Step] = []
    for day in (min(days) - 1, *sorted(days)) if days else (None,):
        states = states_of(shelves, heading, day)
        if states and (not steps or [*map(_said, states)] != [*map(_said, steps[-1].states)]):
            first = not steps and (day is None or day < min(days))
            steps.append(
                Step("at no time that is given" if first or day is None else f"from {day_in_words(day)}", states)
            )
            if len(steps) == MOST_STEPS:
                break
    return tuple(steps)


def _said(state: State) -> tuple[str, tuple[str, ...]]:
    return state.words, state.sigla


def articles_of(shelves: Shelves, heading: Heading) -> tuple[Heading, ...]:
    """The articles of an instrument that have a heading of their own, in the order of their numbers."""
    found = shelves.dossier.catalogue.articles(heading.id, MOST_ARTICLES)
    return tuple(sorted(found, key=lambda one: (_number(one.label), one.label)))


def _number(label: str) -> int:
    digits = "".join(letter for letter in label.rsplit("art. ", 1)[-1].split(" ")[0] if letter.isdecimal())
    return int(digits or 0)


# ---- an event --------------------------------------------------------------------------------------------------------


def slots_of(shelves: Shelves, heading: Heading) -> Slots:
    """The tellings of an event side by side: one row for each slot that any account fills."""
    told: dict[str, list[Assertion]] = defaultdict(list)
    for one in shelves.said_of(heading, "", 0, TELLINGS):
        if shelves.stands(one):
            told[one.account].append(one)
    accounts = list(told)[:COLUMNS]
    by_slot: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for account in accounts:
        for one in told[account]:
            for slot, key, words in _filled(shelves, one):
                by_slot[slot][account].setdefault(key, words)
    order = ["act", "when", "on whose word", *(role.value for role in Role)]
    rows = tuple((slot, tuple(_cells(by_slot[slot], accounts))) for slot in order if slot in by_slot)
    spoken = shelves.dossier.catalogue.spoken(heading.id)
    every = max(spoken.accounts if spoken else 0, len(told))
    return Slots(tuple((shelves.accounts[one], shelves.sigla[one]) for one in accounts), rows, every)


def _filled(shelves: Shelves, one: Assertion) -> Iterator[tuple[str, str, str]]:
    """(slot, what it is compared by, the words) of one telling; names of one thing compare as one."""
    act = f"{manner_of(one)} {act_in_words(one.predicate)}".strip()
    yield "act", act, act
    if one.when and (one.when.edtf or one.when.text):
        yield "when", one.when.edtf or one.when.text, date_in_words(one.when.edtf) if one.when.edtf else one.when.text
    if one.attribution.voices:
        yield "on whose word", one.attribution.who.casefold(), one.attribution.who
    for part in one.participants:
        heading = shelves.heading_of.get(Member(one.account, part.name))
        yield part.role.value, heading.id if heading else part.name.casefold(), part.name


def _cells(by_account: dict[str, dict[str, str]], accounts: Iterable[str]) -> Iterator[Cell]:
    """What each account has; it differs where no other that fills the slot has anything in common with it."""
    filled = {account: set(by_account[account]) for account in accounts if by_account.get(account)}
    for account in accounts:
        mine = filled.get(account, set())
        others = [other for who, other in filled.items() if who != account]
        differs = bool(mine and others) and not any(mine & other for other in others)
        yield Cell(tuple(by_account[account].values()) if account in by_account else (), differs)
