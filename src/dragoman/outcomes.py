"""What came out of one act, where two accounts of it cannot both be right: kept or given away, for a time or for good.

kept_or_given("Russia kept the islands", "Russia ceded the islands to France") -> True
"""

from dragoman.comparing import for_a_time, for_good, sides_of
from dragoman.model import Assertion, Modality, Polarity, Predicate, Role

RETENTION = "retention"
_GIVEN = frozenset({Predicate.CESSION, Predicate.OCCUPATION, Predicate.COMMITMENT, Predicate.RECOGNITION})
_DOERS = (Role.AGENT, Role.PARTY, Role.SIGNATORY)
_TAKERS = (Role.BENEFICIARY, Role.RECIPIENT)


def kept_or_given(first: Assertion, second: Assertion) -> bool:
    """Whether one has a power keep what the other has it give to somebody else: both cannot be what came out."""
    if not first.predicate == second.predicate == Predicate.CESSION or not _both_done(first, second):
        return False
    kept = [one for one in (first, second) if one.subtype == RETENTION]
    given = [one for one in (first, second) if one.subtype != RETENTION]
    if len(kept) != 1:
        return False
    keepers, givers, takers = _sides(kept[0], _DOERS), _sides(given[0], _DOERS), _sides(given[0], _TAKERS)
    return bool(keepers & givers) and bool(takers) and not keepers & takers


def limits_differ(first: Assertion, second: Assertion) -> bool:
    """Whether one has it given for a time ("until 1935") and the other for good ("absolutely")."""
    if first.predicate not in _GIVEN or second.predicate not in _GIVEN or not _both_done(first, second):
        return False
    return (for_a_time(first), for_good(first), for_a_time(second), for_good(second)) in (
        (True, False, False, True),
        (False, True, True, False),
    )


def _both_done(first: Assertion, second: Assertion) -> bool:
    done = first.modality == second.modality == Modality.ACTUAL
    return done and Polarity.NEG not in (first.polarity, second.polarity)


def _sides(one: Assertion, roles: tuple[Role, ...]) -> frozenset[str]:
    return frozenset().union(*(sides_of(each.name) for each in one.of(*roles)))
