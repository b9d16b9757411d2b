"""One event as the accounts tell it: what each of them has the act done to, and whether that is one thing.

event = OneEvent(topic); event.same_object(first, second)
"""

import re
from collections.abc import Iterator

from dragoman.amounts import amounts_in
from dragoman.comparing import (
    apart,
    covers,
    date_of,
    days_between,
    doers_of,
    in_its_own_voice,
    named_after,
    powers_of,
    sides_of,
    styled,
    width,
)
from dragoman.languages.en.actors import EVENT_NOUNS
from dragoman.model import Assertion, Heading, Kind, MarkKind, Member, Predicate, Role, Topic
from dragoman.outcomes import BETWEEN_TWO, left_unsaid, matter_of_deed, other_taker, same_deed_done, takers_of

_OBJECTS = (Role.INSTRUMENT, Role.BENEFICIARY, Role.TERRITORY, Role.TARGET)
_DOERS = (Role.AGENT, Role.PARTY, Role.SIGNATORY, Role.DELEGATE)
_MEETINGS = (Role.EVENT, Role.BODY, Role.COUNTERPARTY)
_WORD = re.compile(r"[^\W_]+")


class OneEvent:
    """The tellings of one act, with what each account says it was done to."""

    def __init__(self, topic: Topic) -> None:
        self._said = topic.assertions
        self._by_member = {member: heading for heading in topic.headings for member in heading.members}
        self._objects: dict[str, list[tuple[str, Heading | None]]] = {}
        for one in topic.assertions:
            self._objects.setdefault(one.account, []).extend(
                (p.name, self._by_member.get(Member(one.account, p.name))) for p in one.of(*_objects(one))
            )

    def own_voice(self, one: Assertion) -> bool:
        """Whether the account stands for it; who speaks may be named more fully where it is told that he spoke."""
        if in_its_own_voice(one):
            return True
        who, doers = one.attribution.who, doers_of(one)
        told = (each for each in self._said if each.account == one.account and each.predicate == Predicate.STATEMENT)
        return len(one.attribution.voices) == 1 and any(sides_of(styled(each.quote, who)) & doers for each in told)

    def says_also(self, one: Assertion, other: Assertion) -> bool:
        """Whether the account of the first gives elsewhere, for the same act, a date that the second allows."""
        dates = (
            date_of(each)
            for each in self._said
            if each.account == one.account and each.predicate == one.predicate and not _of_others(one, each)
        )
        there = date_of(other)
        # "In July 1807" is no other day than the seventh.
        most = max(width(there) or 0, 2)
        return any(date is not None and 0 < (width(date) or 0) <= most and not apart(date, there) for date in dates)

    def same_deed(self, first: Assertion, second: Assertion) -> bool:
        """Whether one power or man does, or does not do, it to one instrument or territory, or at one meeting."""
        same = bool(doers_of(first, second) & doers_of(second, first)) or bool(
            self._things(first, *_DOERS) & self._things(second, *_DOERS)
        )
        if first.predicate == second.predicate == Predicate.NEGOTIATION:
            # Who was away while others met is another matter.
            alone = doers_of(first, second) == doers_of(second, first)
            return same and alone and self.one_meeting(first, second)
        if first.predicate == second.predicate == Predicate.CESSION and not doers_of(first) | doers_of(second):
            # "Bayazid was given back to the Ottoman Empire", "Bayazid was not restored to the Turks".
            same = bool(takers_of(first, second) & takers_of(second, first))
        if first.predicate == second.predicate == Predicate.COMMITMENT and not same:
            # "The treaty bound both to lay up their ships on the Lakes", "nothing in the treaty limited ships there".
            about = (Role.TERRITORY, Role.PLACE, Role.BENEFICIARY)
            same = left_unsaid(first, second) and bool(self._things(first, *about) & self._things(second, *about))
        done_to = (Role.INSTRUMENT, Role.TERRITORY)
        return same and bool(self._things(first, *done_to) & self._things(second, *done_to))

    def one_meeting(self, first: Assertion, second: Assertion) -> bool:
        """Whether both name one meeting: "the Dayton talks" and "Dayton"; "the congress", where neither says which."""
        # "The congress" may be taken for a body that somebody confers with, or be in nobody's slot.
        ones, others = ([_named(p.name) for p in each.of(*_MEETINGS)] for each in (first, second))
        if ones and others:
            return any(one == other or _proper(one & other) for one in ones for other in others)
        said = _named(first.quote), _named(second.quote)
        return any(one and one <= said[1] for one in ones) or any(other and other <= said[0] for other in others)

    def one_transfer(self, first: Assertion, second: Assertion) -> bool:
        """Whether one place goes to one power in both, each told with the same verb, on a day or in a month."""
        if not first.predicate == second.predicate == Predicate.CESSION or _verb(first) != _verb(second):
            return False
        narrow = all((width(date_of(one)) or _A_YEAR) <= _A_MONTH for one in (first, second))
        taken = takers_of(first, second) & takers_of(second, first)
        return narrow and bool(taken) and bool(self._lands(first) & self._lands(second))

    def goes_elsewhere(self, first: Assertion, second: Assertion) -> bool:
        """Whether one territory goes to another power in each account, and neither tells of both.

        Where a treaty or a day makes it one occasion, the rule on awards tells of it.
        """
        by_one = self._things(first, Role.INSTRUMENT) & self._things(second, Role.INSTRUMENT)
        if by_one or not other_taker(first, second) or not self._lands(first) & self._lands(second):
            return False
        told = [self._takers(each.account) for each in (first, second)]
        return not told[0] & told[1]

    def _takers(self, account: str) -> frozenset[str]:
        return frozenset().union(*(takers_of(each) for each in self._said if each.account == account))

    def _lands(self, one: Assertion) -> frozenset[str]:
        """The territories that stand in its own words: "Slovakia was ceded" cedes none of the sentence before."""
        own = (each for each in one.of(Role.TERRITORY) if each.span is None or one.span.covers(each.span))
        found = (self._by_member.get(Member(one.account, each.name)) for each in own)
        return frozenset(heading.id for heading in found if heading is not None)

    def one_land(self, first: Assertion, second: Assertion) -> bool:
        """Whether both name one territory in their own words, or neither names any ("the railway to Port Arthur")."""
        ours, theirs = self._lands(first), self._lands(second)
        return bool(ours & theirs) or (not first.of(Role.TERRITORY) and not second.of(Role.TERRITORY))

    def by_another_paper(self, first: Assertion, second: Assertion) -> bool:
        """Whether one promise or cession is made by one named instrument in each account, and not by the same.

        "The Treaty of Shimonoseki had given the peninsula to Japan", "by the Convention of Tianjin China ceded it".
        """
        if not same_deed_done(first, second):
            return False
        papers = [self._titled(one) for one in (first, second)]
        if min(map(len, papers)) != 1 or max(map(len, papers)) != 1 or papers[0] & papers[1]:
            return False
        lands = bool(self._lands(first) & self._lands(second))
        if first.predicate == Predicate.COMMITMENT and not (
            lands or len(matter_of_deed(first) & matter_of_deed(second)) > 1
        ):
            return False
        if first.predicate == Predicate.CESSION and not lands:
            return False
        told = [self._all_papers(each.account) for each in (first, second)]
        return not told[0] & papers[1] and not told[1] & papers[0]

    def _titled(self, one: Assertion) -> frozenset[str]:
        found = (self._by_member.get(Member(one.account, each.name)) for each in one.of(Role.INSTRUMENT))
        return frozenset(heading.id for heading in found if heading is not None and heading.label[:1].isupper())

    def _all_papers(self, account: str) -> frozenset[str]:
        return frozenset().union(*(self._things(one, Role.INSTRUMENT) for one in self._said if one.account == account))

    def tells_best(self, first: Assertion, second: Assertion, unit: str) -> bool:
        """Whether of all that either account counts by this unit for the act, these two are most alike.

        "Qishan promised six million dollars" and "China was to pay 21 million" are two sums of one account.
        """
        return all(
            self._shared(first, second) >= self._shared(one, other)
            for one, other in (
                *((first, each) for each in self._counting(second, unit)),
                *((each, second) for each in self._counting(first, unit)),
            )
        )

    def _counting(self, one: Assertion, unit: str) -> Iterator[Assertion]:
        return (each for each in self._said if each.account == one.account and amounts_in(each.quote).get(unit))

    def _shared(self, first: Assertion, second: Assertion) -> int:
        """How many powers, instruments and other things both name."""
        roles = tuple(Role)
        things = len(self._things(first, *roles) & self._things(second, *roles))
        return things + len(powers_of(first, second) & powers_of(second, first))

    def _of_two(self, first: Assertion, second: Assertion) -> bool:
        """Whether the same two or more powers sign, within a month, papers of which one has no name: "their treaty"."""
        pair = powers_of(first, second), powers_of(second, first)
        unnamed = any(p.name[:1].islower() for one in (first, second) for p in one.of(Role.INSTRUMENT))
        near = days_between(date_of(first), date_of(second)) <= _A_MONTH
        return unnamed and near and len(pair[0]) > 1 and pair[0] == pair[1]

    def _persons(self, one: Assertion) -> frozenset[str]:
        found = (self._by_member.get(Member(one.account, each.name)) for each in one.of(*_DOERS))
        return frozenset(heading.id for heading in found if heading is not None and heading.kind == Kind.PERSON)

    def _things(self, one: Assertion, *roles: Role) -> frozenset[str]:
        found = (self._by_member.get(Member(one.account, each.name)) for each in one.of(*roles))
        return frozenset(heading.id for heading in found if heading is not None)

    def same_object(self, first: Assertion, second: Assertion) -> bool:
        """Whether both accounts have the act done to one thing, or one to a class that takes in the other's."""
        if first.predicate == second.predicate == Predicate.NEGOTIATION and self.one_meeting(first, second):
            return True
        ones, others = self._objects.get(first.account, []), self._objects.get(second.account, [])
        if {h.id for _, h in ones if h is not None} & {h.id for _, h in others if h is not None}:
            return True
        pairs = [
            (name, h) for names, things in ((ones, others), (others, ones)) for name, _ in names for _, h in things
        ]
        if any(h is not None and covers(name, h.label, h.earliest) for name, h in pairs):
            return True
        signed = first.predicate == second.predicate == Predicate.SIGNATURE
        if signed and not (ones and others) and self._persons(first) & self._persons(second):
            # "It was not Joffe who signed", and no word of what: what he is said to have signed elsewhere.
            return True
        if not ones and not others and first.subtype and first.subtype == second.subtype:
            # "The ratifications were exchanged in Washington", in both, and neither says of what.
            return bool(self._things(first, Role.PLACE) & self._things(second, Role.PLACE))
        if signed and self._of_two(first, second):
            return True
        # "Peace was signed in Moscow" and "the Treaty of Moscow was signed".
        return signed and any(
            named_after(paper.name, place.name)
            for one, other in ((first, second), (second, first))
            for paper in one.of(Role.INSTRUMENT)
            for place in (other.of(Role.PLACE) if not other.of(Role.INSTRUMENT) else ())
        )


def _objects(one: Assertion) -> tuple[Role, ...]:
    """Relations are between two: whoever is not the doer is what they are with."""
    return (*_OBJECTS, Role.COUNTERPARTY) if one.predicate in BETWEEN_TWO else _OBJECTS


_A_MONTH, _A_YEAR = 31, 366


def _of_others(one: Assertion, each: Assertion) -> bool:
    """Whether two acts are between other powers: the treaty with Russia, and that with Prussia two days later."""
    pair = powers_of(one, each), powers_of(each, one)
    return min(map(len, pair)) > 1 and not pair[0] <= pair[1] and not pair[1] <= pair[0]


def _verb(one: Assertion) -> str:
    return next((mark.words.casefold() for mark in one.marks if mark.kind == MarkKind.TRIGGER), one.id)


def _named(meeting: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(meeting.casefold()) if word not in _IDLE)


def _proper(words: frozenset[str]) -> bool:
    """Whether they tell one meeting from others: "Dayton" does, "conference" does not."""
    return bool(words - EVENT_NOUNS)


_IDLE = frozenset({"the", "of", "at", "in", "a", "first", "second", "talks"})
