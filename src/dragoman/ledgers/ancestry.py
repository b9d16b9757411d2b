"""Ancestry: what an instrument rests on, and what that rests on, each step with its quote.

rests_on(kars, topic_of) -> (Link(Kars, Moscow, "confirmed", depth 0), Link(Moscow, draft, "rested on", depth 1), …)
"""

from collections.abc import Callable, Iterator

import msgspec

from dragoman.model import RELATIONS, Assertion, Heading, Member, Modality, Polarity, Predicate, Role, Topic
from dragoman.relating import told_as

# In these the subject would not be what it is without the object. That one only ends or replaces another is told too.
_LEANS_ON = frozenset(RELATIONS) - {Predicate.REFERS_TO}
TopicOf = Callable[[str], Topic]


class Link(msgspec.Struct, frozen=True):
    """One step: `later` rests on `earlier` by the word of these assertions; `depth` is how far from where we began.

    `note` says what is wrong with the step: that it leads back to where we have been, or that it is only reported.
    """

    later: Heading
    earlier: Heading
    relation: str
    said: tuple[Assertion, ...]
    depth: int
    note: str = ""


def rests_on(start: str, topic_of: TopicOf) -> tuple[Link, ...]:
    """Every step from an instrument (the id of its heading) down to what rests on nothing, depth first."""
    return tuple(_walk(start, topic_of, (start,), {start}, up=False))


def carries(start: str, topic_of: TopicOf) -> tuple[Link, ...]:
    """The same upward: what rests on the instrument, and what rests on that."""
    return tuple(_walk(start, topic_of, (start,), {start}, up=True))


def _walk(start: str, topic_of: TopicOf, path: tuple[str, ...], met: set[str], *, up: bool) -> Iterator[Link]:
    """`path` leads here, `met` has been gone through: each instrument is gone through once."""
    for link in _steps(topic_of(start), start, len(path) - 1, up=up):
        far = (link.later if up else link.earlier).id
        if far in path:
            yield msgspec.structs.replace(link, note=_CIRCLE)
        else:
            yield link
            if far not in met:
                met.add(far)
                yield from _walk(far, topic_of, (*path, far), met, up=up)


_CIRCLE = "it leads back to where we have been: a circle, so one of its steps is wrong"


def _steps(topic: Topic, start: str, depth: int, *, up: bool) -> Iterator[Link]:
    by_member = {member: heading for heading in topic.headings for member in heading.members}
    steps: dict[tuple[str, Predicate], list[tuple[Heading, Heading, Assertion]]] = {}
    for one in topic.assertions:
        ends = [
            by_member.get(Member(one.account, p.name)) for role in (Role.SUBJECT, Role.OBJECT) for p in one.of(role)[:1]
        ]
        if one.predicate not in _LEANS_ON or len(ends) != 2 or ends[0] is None or ends[1] is None:
            continue
        near, far = (ends[1], ends[0]) if up else (ends[0], ends[1])
        if near.id == start and one.polarity == Polarity.POS and one.modality == Modality.ACTUAL:
            steps.setdefault((far.id, one.predicate), []).append((ends[0], ends[1], one))
    for (_, predicate), told in sorted(steps.items(), key=lambda item: (item[1][0][2].account, item[1][0][2].span)):
        later, earlier, _ = told[0]
        yield Link(later, earlier, told_as(predicate), tuple(one for _, _, one in told), depth)
