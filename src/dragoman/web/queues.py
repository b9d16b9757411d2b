"""The queues of questions to a person: each as long as it may be, read one item at a time.

queue_of(shelves, "gravest").item(0) -> Item(id="a1b2…", why="Which rested on which? …", finding="…", other="c3d4…")
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final, Protocol

import msgspec

from dragoman.judging import people_of
from dragoman.model import Assertion, Member, Ruling
from dragoman.store import NamePair, Question
from dragoman.web.room import Shelves, kept
from dragoman.web.telling import in_one_line
from dragoman.web.wording import counted

QUEUES: Final = {
    "gravest": "by consequence",
    "names": "names taken for one",
    "all": "all that nobody judged",
    "differences": "where two people differ",
}


class Item(msgspec.Struct, frozen=True):
    """One question: about an assertion (`id`), beside the one it is held against (`other`), or about two names."""

    id: str
    kind: str
    label: str
    why: str
    finding: str = ""
    other: str = ""
    target: str = ""


class Queue(Protocol):
    """Items as they stood at the build, by their places; what is decided since keeps its place until the next."""

    @property
    def total(self) -> int:
        """How many there are."""

    @property
    def decided(self) -> frozenset[int]:
        """The places of those on which somebody decided since."""

    def item(self, place: int) -> Item:
        """The item at this place."""

    def place_of(self, item_id: str) -> int | None:
        """The place of an item; None where it is not there any more."""


def queue_of(shelves: Shelves, queue: str) -> Queue:
    """The queue of this name, with all that was decided up to now."""
    return _queue_of(shelves, queue, shelves.heard_at, len(shelves.heard))


@kept(8)
def _queue_of(shelves: Shelves, queue: str, heard_at: tuple[int, int], heard: int) -> Queue:
    del heard_at, heard  # laid out anew when somebody has judged
    if queue == "names":
        return _Names(shelves)
    return _Differences(shelves) if queue == "differences" else _Questions(shelves, queue)


def decided_on(shelves: Shelves, item: Item) -> str:
    """What was decided on an item since the build, "" when nothing was."""
    pairs = pairs_ruled(shelves)
    if item.kind == "names":
        return pairs.get(frozenset((item.target, item.other)), "")
    ruling = shelves.rulings.get(item.id)
    if ruling and not (item.kind == "difference" and ruling.id in shelves.dossier.met):
        return ruling.ruling.value
    return pairs.get(frozenset((item.id, item.other)), "")


def pairs_ruled(shelves: Shelves) -> Mapping[frozenset[str], str]:
    """What people said of two things, the last word on each pair."""
    said = (one for one in shelves.standing if one.ruling in (Ruling.SAME, Ruling.DIFFERENT))
    return {frozenset((one.target, one.other)): one.ruling.value for one in said}


def _touched(shelves: Shelves) -> set[str]:
    """All that somebody decided on since the build, or said to be one with another; most of a queue is not."""
    ruled = {target for target, ruling in shelves.rulings.items() if ruling.id not in shelves.dossier.met}
    return ruled.union(*pairs_ruled(shelves))


class _Questions:
    """What contradicts or cannot be, then what was drafted with doubt and is much used; or all that was drafted."""

    def __init__(self, shelves: Shelves, queue: str) -> None:
        self._shelves, self._queue, self._weighed = shelves, queue, shelves.dossier.weighed
        self.total = shelves.dossier.catalogue.amount("question", queue)

    @cached_property
    def decided(self) -> frozenset[int]:
        asked = filter(None, (self._weighed.question_about(self._queue, one) for one in _touched(self._shelves)))
        return frozenset(one.place for one in asked if decided_on(self._shelves, self._asked(one)))

    def item(self, place: int) -> Item:
        return self._asked(self._weighed.questions(self._queue, place, 1)[0])

    def place_of(self, item_id: str) -> int | None:
        found = self._weighed.question_about(self._queue, item_id)
        return found.place if found else None

    def _asked(self, question: Question) -> Item:
        one = self._shelves.assertions.get(question.assertion)
        if one is None:
            return Item(question.assertion, "doubt", "taken back", "it was added by a person, who took it back")
        return _side(self._shelves, one, question.finding) if question.finding else _doubtful(self._shelves, one)


class _Names:
    """For each thing every other name it goes by, most spoken of first; the names are spelt out, the places shown."""

    def __init__(self, shelves: Shelves) -> None:
        self._shelves, self._weighed = shelves, shelves.dossier.weighed
        self.total = shelves.dossier.catalogue.amount("name_pair")

    @cached_property
    def decided(self) -> frozenset[int]:
        named = {one for pair in pairs_ruled(self._shelves) for one in pair if ":" in one}
        found = {one.place: one for each in named for one in self._weighed.pairs_with(*each.split(":", 1))}
        return frozenset(place for place, one in found.items() if decided_on(self._shelves, _of_names(one)))

    def item(self, place: int) -> Item:
        return _of_names(self._weighed.name_pairs(place, 1)[0])

    def place_of(self, item_id: str) -> int | None:
        heading, _, number = item_id.rpartition("~")
        found = self._weighed.name_pair(heading, int(number)) if number.isdecimal() else None
        return found.place if found else None


class _Differences:
    """Where two people differ."""

    def __init__(self, shelves: Shelves) -> None:
        self._shelves, self._items = shelves, tuple(_differing(shelves))
        self.total = len(self._items)

    @cached_property
    def decided(self) -> frozenset[int]:
        return frozenset(place for place, one in enumerate(self._items) if decided_on(self._shelves, one))

    def item(self, place: int) -> Item:
        return self._items[place]

    def place_of(self, item_id: str) -> int | None:
        return next((place for place, one in enumerate(self._items) if one.id == item_id), None)


def _side(shelves: Shelves, one: Assertion, finding_id: str) -> Item:
    """What contradicts another, or cannot be."""
    finding = shelves.dossier.weighed.finding(finding_id)
    assert finding is not None, "a question names a finding of its own dossier"
    told = [each for each in map(shelves.assertions.get, finding.assertions) if each]
    other = next((each for each in told if each.account != one.account), None)
    other = other or next((each for each in told if each.id != one.id), None)
    return Item(
        id=one.id,
        kind=finding.verdict.value,
        label=in_one_line(one),
        why=finding.sentence,
        finding=finding.id,
        other=other.id if other else "",
    )


def _doubtful(shelves: Shelves, one: Assertion) -> Item:
    """What was drafted with doubt and is much used."""
    thing, times = _uses(shelves, one)
    rests = f"; {counted(times, 'assertion')} speak of {thing}" if times > 1 else ""
    return Item(one.id, "doubt", in_one_line(one), f"drafted {_doubt(one)}{rests}")


def _uses(shelves: Shelves, assertion: Assertion) -> tuple[str, int]:
    """The most spoken of thing in it, and how many assertions speak of that."""
    names = (Member(assertion.account, part.name) for part in assertion.participants)
    headings = filter(None, (shelves.heading_of.get(name) for name in names))
    spoken = filter(None, (shelves.dossier.catalogue.spoken(one.id) for one in headings))
    times, label = max(((one.times, one.heading.label) for one in spoken), default=(0, ""))
    return label, times


def _doubt(assertion: Assertion) -> str:
    sure = "with doubt" if assertion.confidence < 0.5 else "probably" if assertion.confidence < 0.8 else "surely"
    return f"{sure} ({assertion.confidence:.2f}) by {assertion.found_by}"


def _of_names(pair: NamePair) -> Item:
    return Item(
        id=f"{pair.heading}~{pair.number}",
        kind="names",
        label=f"{pair.first.name} = {pair.other.name}",
        why=pair.why,
        target=f"{pair.first.account}:{pair.first.name}",
        other=f"{pair.other.account}:{pair.other.name}",
    )


def _differing(shelves: Shelves) -> Iterator[Item]:
    for one in people_of(shelves.standing, shelves.met).differences:
        assertion = shelves.assertions.get(one.assertion)
        if assertion:
            yield Item(one.assertion, "difference", in_one_line(assertion), one.sentence)
