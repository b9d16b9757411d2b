"""The two hands that draft acts: rules that explain themselves, and a learned reader that finds what rules miss.

drafted(testimony)   both hands where the reader's weights are there, the rules alone where they are not
"""

from collections.abc import Iterable, Iterator, Sequence

from dragoman.hands import joining, learned, rules
from dragoman.hands.denying import denied_beside
from dragoman.hands.listing import listed
from dragoman.hands.settling import on_its_day, settled, with_its_unit
from dragoman.hands.surety import surely
from dragoman.model import RELATIONS, Assertion, Hands, Kind, MarkKind, Mention, Testimony

__all__ = ["drafted"]


def drafted(so_far: Testimony) -> Iterator[Assertion]:
    """The acts of an account, in the order of the text; the grammar of the rules reads what the reader points to."""
    called = [each for each in sorted(so_far.mentions, key=lambda each: each.span) if each.kind != Kind.DATE]
    for each in _by_hands(so_far, list(_places(so_far.account.text, called))):
        one = with_its_unit(each, so_far.account.text)
        yield one
        yield from denied_beside(one, so_far.account, called)


def _by_hands(so_far: Testimony, places: Sequence[Mention]) -> Iterator[Assertion]:
    hands, text = so_far.lore.hands, so_far.account.text
    if hands == Hands.RULES or not learned.available(so_far.lore):
        yield from (listed(settled(ruled.assertion), places, text) for ruled in rules.assertions_of(so_far))
        return
    by_reader = list(learned.assertions_of(so_far))
    if hands == Hands.LEARNED:
        yield from map(settled, _no_relations(joining.joined([], by_reader), so_far))
        return
    pointed = [
        (next(mark.span for mark in one.marks if mark.kind == MarkKind.TRIGGER), one.predicate, one.confidence)
        for one in by_reader
    ]
    both = joining.joined(list(rules.assertions_of(so_far, pointed)), by_reader)
    made = {one.name: one.dated for one in so_far.instruments if one.dated is not None}
    yield from (surely(on_its_day(listed(settled(one), places, text), made)) for one in _no_relations(both, so_far))


def _places(text: str, called: Iterable[Mention]) -> Iterator[Mention]:
    """The places that are called by name, by where they stand."""
    return (each for each in called if each.kind == Kind.PLACE and text[each.span.start].isupper())


def _no_relations(found: Iterable[Assertion], so_far: Testimony) -> Iterator[Assertion]:
    """Without what the reader alone takes for an act of papers where the words only relate two of them.

    "The Treaty of A rested on the Treaty of B" signs neither.
    """
    relations = [one for one in so_far.assertions if one.predicate in RELATIONS]
    for one in found:
        names = {each.name for each in one.participants}
        if one.found_by != "reader" or not any(
            names and names <= {each.name for each in other.participants} and other.span.covers(one.span)
            for other in relations
        ):
            yield one
