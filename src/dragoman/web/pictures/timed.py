"""What is told of when: acts with a time, one for each lane and label, whoever tells it and however often.

told_in(shelves, View(by="actor")) -> (Told(label="signature: Treaty of Kars · A C", shape="day", …), …)
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec
from msgspec.structs import replace

from dragoman.comparing import date_of
from dragoman.model import Assertion, Basis, Certainty, Date, Heading, Kind, Member, digest
from dragoman.web.room import Shelves, kept
from dragoman.web.wording import act_in_words, counted, family_of, manner_of

LANES = 40
LANE_KINDS = {
    "actor": frozenset({Kind.PERSON, Kind.BODY, Kind.POLITY}),
    "instrument": frozenset({Kind.INSTRUMENT}),
    "place": frozenset({Kind.PLACE}),
}
BY = ("account", *LANE_KINDS)


class View(msgspec.Struct, frozen=True):
    """What is looked at: lanes by what, from which day to which, and only what of it. All of it is in the address."""

    by: str = "account"
    first: int | None = None
    last: int | None = None
    family: str = ""
    account: str = ""
    thing: str = ""
    lanes: int = LANES


class Told(msgspec.Struct, frozen=True):
    """One act at one time as a lane tells it, with all the assertions that do. None is an open end."""

    key: str
    lane: str
    label: str
    family: str
    manner: str
    said: tuple[Assertion, ...]
    sigla: tuple[str, ...]
    earliest: int | None
    latest: int | None
    shape: str
    contrary: bool = False


def told_in(shelves: Shelves, view: View) -> tuple[tuple[Told, ...], int]:
    """All that is told with a time of what the view asks for, and how much is told without one."""
    # To go along and to look nearer asks for the same again, between other days.
    return _told_in(shelves, shelves.heard_at, replace(view, first=None, last=None, lanes=LANES))


@kept(8)
def _told_in(shelves: Shelves, heard: tuple[int, int], view: View) -> tuple[tuple[Told, ...], int]:
    del heard  # made anew when somebody has judged
    chosen = [one for one in _candidates(shelves, view) if shelves.stands(one) and _wanted(shelves, one, view)]
    dated = [one for one in chosen if _is_dated(one)]
    return tuple(_merged(shelves, dated, view)), len(chosen) - len(dated)


def told_of(shelves: Shelves, said: Iterable[Assertion], view: View) -> list[Told]:
    """What these assertions tell with a time."""
    return _merged(shelves, filter(_is_dated, said), view)


def _candidates(shelves: Shelves, view: View) -> Iterable[Assertion]:
    """What may be in the view: what the account says, what is said of the thing, or all."""
    if view.account:
        return shelves.assertions_in.get(view.account, ())
    return shelves.said_of(shelves.headings[view.thing]) if view.thing else shelves.assertions.values()


def _is_dated(one: Assertion) -> bool:
    # Words that only date an instrument by its name ("the Treaty of 1921") are no time of what is done to it.
    known = one.when is not None and (one.when.earliest is not None or one.when.latest is not None)
    return known and date_of(one) is not None


def _wanted(shelves: Shelves, one: Assertion, view: View) -> bool:
    if view.family and family_of(one.predicate) != view.family:
        return False
    if view.account and one.account != view.account:
        return False
    return not view.thing or view.thing in {heading.id for heading in _headings(shelves, one)}


def _headings(shelves: Shelves, one: Assertion) -> Iterator[Heading]:
    for name in (*(part.name for part in one.participants), one.id):
        if heading := shelves.heading_of.get(Member(one.account, name)):
            yield heading


def _lanes_of(shelves: Shelves, one: Assertion, by: str) -> list[str]:
    if by == "account":
        return [one.account]
    return list(dict.fromkeys(each.id for each in _headings(shelves, one) if each.kind in LANE_KINDS[by]))


def _merged(shelves: Shelves, said: Iterable[Assertion], view: View) -> list[Told]:
    """One thing told for each act at one time in one lane, whoever tells it and however often."""
    groups: dict[tuple[str, str, int | None, int | None, str], list[Assertion]] = defaultdict(list)
    for one in said:
        date = _date(one)
        for lane in _lanes_of(shelves, one, view.by):
            label = _label(shelves, one, lane)
            groups[lane, label, date.earliest, date.latest, manner_of(one)].append(one)
    return [_told(shelves, key, tuple(group), view) for key, group in groups.items()]


def _told(
    shelves: Shelves, key: tuple[str, str, int | None, int | None, str], said: tuple[Assertion, ...], view: View
) -> Told:
    lane, label, earliest, latest, manner = key
    sigla = tuple(dict.fromkeys(shelves.sigla[one.account] for one in said))
    contrary = any(map(shelves.contrary, said))
    return Told(
        key=digest("told", *map(str, key)),
        lane=lane,
        label=label if view.by == "account" else f"{label} · {' '.join(sigla[:8])}{' …' if len(sigla) > 8 else ''}",
        family=family_of(said[0].predicate),
        manner=manner,
        said=said,
        sigla=sigla,
        earliest=earliest,
        latest=latest,
        shape=_shape(_date(said[0])),
        contrary=contrary,
    )


def _date(one: Assertion) -> Date:
    assert one.when is not None
    return one.when


def _shape(date: Date) -> str:
    """How it is drawn: "before", "after", "day", "stretch" (over the time) or "within" (some time in it)."""
    if date.earliest is None:
        return "before"
    if date.latest is None:
        return "after"
    unsure = date.certainty is not Certainty.SURE or date.basis in (Basis.INFERRED, Basis.EVENT)
    if date.latest == date.earliest and not unsure:
        return "day"
    return "stretch" if "/" in date.edtf and not unsure else "within"


def _label(shelves: Shelves, one: Assertion, lane: str) -> str:
    """ "not signed: Treaty of Kars" without the lane's own name; more than three names are counted."""
    names = list(
        dict.fromkeys(
            part.name
            for part in one.participants
            if (heading := shelves.heading_of.get(Member(one.account, part.name))) is None or heading.id != lane
        )
    )
    shown = ", ".join(names[:3]) + (f" and {counted(len(names) - 3, 'other')}" if len(names) > 3 else "")
    how = "no" if (how := manner_of(one)) == "not" else how
    about = "about " if one.when and one.when.certainty is Certainty.ABOUT else ""
    return f"{about}{how + ' ' if how else ''}{act_in_words(one.predicate)}{': ' if shown else ''}{shown}"


def first_of(one: Told) -> int:
    """The first day it can be; for an open beginning the last."""
    return one.earliest if one.earliest is not None else one.latest or 0


def last_of(one: Told) -> int:
    """The last day it can be; for an open end the first."""
    return one.latest if one.latest is not None else one.earliest or 0
