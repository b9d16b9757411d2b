"""Lineage as a stemma: instruments down a line of time, and an arrow from each to what it rests on.

What rests on a thing comes after it and stands below it, so every arrow points up; one that points down cannot be.

    lineage_of(shelves, day=None).arrows[0].verb -> "rests on"
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import inf

import msgspec
from msgspec.structs import replace

from dragoman.model import RELATIONS, Assertion, Heading, Member, Role, Verdict, digest
from dragoman.web.pictures.lettering import wrapped
from dragoman.web.pictures.states import FEW_HEARD, HEARD, State, heard_in_part, states_of
from dragoman.web.room import Shelves, kept
from dragoman.web.wording import act_in_words, date_in_words, manner_of

DATES, BOX, VERBS, LANE = 140, 330, 280, 18  # widths, from left to right
LABEL, SMALL, LEAD = 16.0, 13.0, 20.0
GAP, EDGE, TOP = 26, 12, 30
MOST_ALONE, FEW_ALONE = 60, 20
MOST = 120  # instruments in one drawing
FEW = 60  # where there are more than that, those of which most is told; the rest are counted beneath it
MOST_OF_A_PAIR = 24  # tellings of one relation
QUOTED = 120  # tellings beneath the drawing


class Chip(msgspec.Struct, frozen=True):
    """A state written in the box of its instrument."""

    state: State
    lines: tuple[str, ...]
    y: float
    height: float


class Box(msgspec.Struct, frozen=True):
    """An instrument: its name, its date, and how it stands. `heading` is None where the name has none."""

    key: str
    label: str
    lines: tuple[str, ...]
    dated: tuple[str, ...]
    heading: Heading | None
    states: tuple[State, ...]
    chips: tuple[Chip, ...] = ()
    y: float = 0.0
    height: float = 0.0

    @property
    def days(self) -> tuple[int, int] | None:
        """The first and the last day it can be of."""
        held = self.heading
        if held is None or held.earliest is None:
            return None
        return held.earliest, held.latest if held.latest is not None else held.earliest


class Arrow(msgspec.Struct, frozen=True):
    """One relation with all accounts that tell it. `verdict` is "impossible", "contradicted" or ""."""

    key: str
    subject: str
    object: str
    verb: str
    sigla: tuple[str, ...]
    said: tuple[Assertion, ...]
    verdict: str
    manner: str = ""
    lane: int = 0
    start: float = 0.0
    end: float = 0.0
    lines: tuple[str, ...] = ()
    path: str = ""
    head: str = ""


class Lineage(msgspec.Struct, frozen=True):
    """The drawing. `alone` are the instruments without a relation; `first` and `last` bound all dates, as days.

    `heard` is how many assertions on each instrument its standing is taken from, where that is not all.
    """

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    alone: tuple[Box, ...]
    width: float
    height: float
    first: int | None
    last: int | None
    left_out: int = 0
    alone_left_out: int = 0
    heard: int = 0


def quoted_each(drawing: Lineage) -> int:
    """How many tellings of each arrow stand beneath the drawing: all, where that can be read."""
    told = sum(len(arrow.said) for arrow in drawing.arrows)
    return MOST_OF_A_PAIR if told <= QUOTED else max(1, QUOTED // len(drawing.arrows))


def lineage_of(shelves: Shelves, day: int | None = None) -> Lineage:
    """The lineage of all instruments of a dossier, with how each stands on that day (None: in the end)."""
    charts, amount = shelves.dossier.charts, shelves.dossier.catalogue.amount
    heard = HEARD if _drawn(shelves) == MOST else FEW_HEARD
    ends, told = _relations(shelves, shelves.heard_at)
    # Those that most is told of; how each stands is looked up for what is drawn.
    degree = Counter(key for arrow in told for key in (arrow.subject, arrow.object) for _ in arrow.said)
    kept_ends = sorted(ends, key=lambda key: (-degree[key], ends[key][0], key))[: _drawn(shelves)]
    shown = _in_time([_box(shelves, key, *ends[key], day, heard) for key in kept_ends], told)
    rows = {box.key: row for row, box in enumerate(shown)}
    kept = [arrow for arrow in told if arrow.subject in rows and arrow.object in rows]
    boxes, arrows = _stacked(shown, _laned(kept, rows), rows)
    lanes = max((arrow.lane for arrow in arrows), default=-1) + 1
    others = [
        shelves.headings[one] for one in charts.untied(MOST_ALONE if amount("untied") <= MOST_ALONE else FEW_ALONE)
    ]
    known = [box.days for box in shown if box.days]
    return Lineage(
        boxes=boxes,
        arrows=arrows,
        alone=tuple(_in_time([_box(shelves, one.id, one.label, one, day, heard) for one in others], ())),
        width=DATES + BOX + VERBS + lanes * LANE + 2 * EDGE,
        height=boxes[-1].y + boxes[-1].height + GAP if boxes else 0.0,
        first=min((days[0] for days in known), default=None),
        last=max((days[1] for days in known), default=None),
        left_out=max(len(ends), amount("tied")) - len(shown),
        alone_left_out=amount("untied") - len(others),
        heard=heard if any(box.heading and heard_in_part(shelves, box.heading, heard) for box in boxes) else 0,
    )


def _drawn(shelves: Shelves) -> int:
    return MOST if shelves.dossier.catalogue.amount("tied") <= MOST else FEW


# ---- what is told ----------------------------------------------------------------------------------------------------


@kept(2)
def _relations(shelves: Shelves, heard: tuple[int, int]) -> tuple[dict[str, tuple[str, Heading | None]], list[Arrow]]:
    """The instruments at the ends of relations, by key, and the relations with all who tell each."""
    del heard  # found anew when somebody has judged
    ends: dict[str, tuple[str, Heading | None]] = {}
    grouped: dict[tuple[str, str, str, str], list[Assertion]] = defaultdict(list)
    for one in _related(shelves):
        for subject in one.of(Role.SUBJECT):
            for object_ in one.of(Role.OBJECT):
                keys = [_end(shelves, one, part.name, ends) for part in (subject, object_)]
                if keys[0] != keys[1]:
                    grouped[keys[0], keys[1], act_in_words(one.predicate), manner_of(one)].append(one)
    return ends, [_arrow(shelves, *key, said) for key, said in grouped.items()]


def _related(shelves: Shelves) -> Iterator[Assertion]:
    """The relations told among the instruments that most is told of, and those that somebody judged since the build."""
    charts = shelves.dossier.charts
    built = charts.relations_among(charts.most_tied(_drawn(shelves)), MOST_OF_A_PAIR)
    heard = [one for account in shelves.edition for one in shelves.assertions_in[account]]
    for one in (*(one for one in built if one.account not in shelves.edition), *heard):
        if one.predicate in RELATIONS and shelves.stands(one):
            yield one


def _end(shelves: Shelves, one: Assertion, name: str, ends: dict[str, tuple[str, Heading | None]]) -> str:
    heading = shelves.heading_of.get(Member(one.account, name))
    key = heading.id if heading else digest(one.account, name)
    ends.setdefault(key, (heading.label if heading else name, heading))
    return key


def _arrow(shelves: Shelves, subject: str, object_: str, verb: str, manner: str, said: Sequence[Assertion]) -> Arrow:
    verdicts = {finding.verdict for one in said for finding in shelves.findings_on.get(one.id, ())}
    grave = Verdict.IMPOSSIBLE if Verdict.IMPOSSIBLE in verdicts else Verdict.CONTRADICTED
    sigla = tuple(dict.fromkeys(shelves.sigla[one.account] for one in said))
    return Arrow(
        key=digest("arrow", subject, object_, verb, manner),
        subject=subject,
        object=object_,
        verb=f"{manner} {verb}".strip(),
        sigla=sigla,
        said=tuple(said),
        verdict=grave.value if grave in verdicts else "",
        manner=manner,
    )


def _box(shelves: Shelves, key: str, label: str, heading: Heading | None, day: int | None, heard: int) -> Box:
    dated = date_in_words(heading.edtf) if heading and heading.edtf else "no date given"
    return Box(
        key=key,
        label=label,
        lines=wrapped(label[:1].upper() + label[1:], LABEL, BOX - 2 * EDGE),
        dated=wrapped(dated, SMALL, DATES - 2 * EDGE),
        heading=heading,
        states=states_of(shelves, heading, day, heard) if heading else (),
    )


def _in_time(boxes: Sequence[Box], arrows: Sequence[Arrow]) -> list[Box]:
    """In order of time; what has no date stands above what rests on it, or else below what it rests on."""
    when = {box.key: (float(box.days[0]), 1) for box in boxes if box.days}
    resting: dict[str, list[str]] = defaultdict(list)
    ground: dict[str, list[str]] = defaultdict(list)
    for arrow in arrows:
        resting[arrow.object].append(arrow.subject)
        ground[arrow.subject].append(arrow.object)
    for _ in range(3):  # so many undated ones may hang together
        for box in boxes:
            if box.key not in when:
                later = [when[key] for key in resting[box.key] if key in when]
                earlier = [when[key] for key in ground[box.key] if key in when]
                if later:
                    when[box.key] = (min(later)[0], 0)
                elif earlier:
                    when[box.key] = (max(earlier)[0], 2)
    return sorted(boxes, key=lambda box: (*when.get(box.key, (inf, 0)), box.label))


# ---- where it stands -------------------------------------------------------------------------------------------------


def _laned(arrows: Sequence[Arrow], rows: dict[str, int]) -> list[Arrow]:
    """Each arrow in the innermost lane where it runs into no other; short ones first, so that long ones go round."""
    taken: list[list[tuple[int, int]]] = []
    laned = []
    for arrow in sorted(
        arrows, key=lambda one: (_reach(one, rows)[1] - _reach(one, rows)[0], _reach(one, rows), one.key)
    ):
        top, bottom = _reach(arrow, rows)
        lane = next((n for n, held in enumerate(taken) if all(bottom <= a or b <= top for a, b in held)), len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append((top, bottom))
        laned.append(replace(arrow, lane=lane))
    return laned


def _reach(arrow: Arrow, rows: dict[str, int]) -> tuple[int, int]:
    top, bottom = sorted((rows[arrow.subject], rows[arrow.object]))
    return top, bottom


def _stacked(
    boxes: Sequence[Box], arrows: Sequence[Arrow], rows: dict[str, int]
) -> tuple[tuple[Box, ...], tuple[Arrow, ...]]:
    """Boxes one below the other, each as high as its words and its arrows need."""
    y = float(TOP)
    placed: list[Box] = []
    starts: dict[str, tuple[float, tuple[str, ...]]] = {}
    ends: dict[str, float] = {}
    for box in boxes:
        slots = float(EDGE)
        for arrow in _in_order(box, arrows, rows):
            if arrow.subject == box.key:
                lines = wrapped(_words(arrow), SMALL, VERBS - EDGE)
                slots += len(lines) * (SMALL + 4) + 6
                starts[arrow.key] = (y + slots, lines)
            else:
                slots += 16
                ends[arrow.key] = y + slots
        chips, height = _chips(box, y)
        height = max(height, slots + EDGE)
        placed.append(replace(box, y=y, height=height, chips=chips))
        y += height + GAP
    right = DATES + BOX
    drawn = tuple(
        replace(
            arrow,
            start=starts[arrow.key][0],
            end=ends[arrow.key],
            lines=starts[arrow.key][1],
            path=_path(right, right + VERBS + arrow.lane * LANE, starts[arrow.key][0], ends[arrow.key]),
            head=f"M{right + 9} {ends[arrow.key] - 5}L{right + 1} {ends[arrow.key]}L{right + 9} {ends[arrow.key] + 5}Z",
        )
        for arrow in arrows
    )
    return tuple(placed), drawn


def _in_order(box: Box, arrows: Sequence[Arrow], rows: dict[str, int]) -> list[Arrow]:
    """The arrows at this box from top to bottom, so that no leg crosses a neighbour's: up inner first, down outer."""
    mine = rows[box.key]
    here = [one for one in arrows if box.key in (one.subject, one.object)]
    up = [one for one in here if _reach(one, rows)[0] < mine]
    down = [one for one in here if one not in up]
    return sorted(up, key=lambda one: one.lane) + sorted(down, key=lambda one: -one.lane)


def _words(arrow: Arrow) -> str:
    said = {"impossible": " – cannot be", "contradicted": " – contradicted"}.get(arrow.verdict, "")
    return f"{arrow.verb} · {' '.join(arrow.sigla[:8])}{' …' if len(arrow.sigla) > 8 else ''}{said}"


def _chips(box: Box, top: float) -> tuple[tuple[Chip, ...], float]:
    """The states beneath the name, and how high the box is with them."""
    y = top + EDGE + len(box.lines) * LEAD
    chips = []
    for state in box.states:
        sigla = " ".join(state.sigla[:10]) + (" …" if len(state.sigla) > 10 else "")
        lines = wrapped(f"{state.words} · {sigla}", SMALL, BOX - 3 * EDGE)
        height = len(lines) * (SMALL + 4)
        chips.append(Chip(state, lines, y, height))
        y += height + 3
    return tuple(chips), max(y - top, len(box.dated) * (SMALL + 4)) + EDGE


def _path(left: float, lane: float, start: float, end: float) -> str:
    """From the subject's box out to the lane, along it, and back to the object's box, with rounded corners."""
    turn = 9.0 if end > start else -9.0
    if abs(end - start) < 18:
        turn = (end - start) / 2
    return (
        f"M{left} {start:g}H{lane - 9:g}Q{lane:g} {start:g} {lane:g} {start + turn:g}"
        f"V{end - turn:g}Q{lane:g} {end:g} {lane - 9:g} {end:g}H{left + 8}"
    )
