"""What came out of one act, where two accounts of it cannot both be right: kept or given away, for a time or for good.

kept_or_given("Russia kept the islands", "Russia ceded the islands to France") -> True
"""

from functools import lru_cache

from dragoman.amounts import amounts_in
from dragoman.comparing import all_sides, doers_of, for_a_time, for_good, powers_of, sides_of
from dragoman.gazetteer import knows
from dragoman.languages.en.likeness import PARTS
from dragoman.model import Assertion, Modality, Polarity, Predicate, Role

RETENTION = "retention"
# Each party does these for itself, on a day of its own.
_EACH_FOR_ITSELF = frozenset({Predicate.RATIFICATION, Predicate.RECOGNITION, Predicate.NON_RECOGNITION})
BETWEEN_TWO = frozenset({Predicate.RECOGNITION, Predicate.NON_RECOGNITION})
# What one and the same power did or did not do; of the other acts a power does many.
DONE_OR_NOT = frozenset({Predicate.ACCEPTANCE, Predicate.CESSION, Predicate.COMMITMENT, Predicate.MEDIATION_OFFER})
_ACTORS = (Role.AGENT, Role.PARTY, Role.SIGNATORY, Role.BODY)
_GIVEN = frozenset({Predicate.CESSION, Predicate.OCCUPATION, Predicate.COMMITMENT, Predicate.RECOGNITION})
_DOERS = (Role.AGENT, Role.PARTY, Role.SIGNATORY)
_TAKERS = (Role.BENEFICIARY, Role.RECIPIENT)


def doers_allow(first: Assertion, second: Assertion) -> bool:
    """Whether both can speak of one and the same party's act."""
    one, other = doers_of(first), doers_of(second)
    if first.predicate in BETWEEN_TWO:
        # Two powers that break with a third do it each on a day of its own.
        pairs = powers_of(first), powers_of(second)
        return bool(pairs[0] & pairs[1]) and (pairs[0] <= pairs[1] or pairs[1] <= pairs[0])
    if one & other:
        return True
    if any(all_sides(p.name) for each in (first, second) for p in each.of(*_ACTORS)):
        return True
    if first.predicate in _EACH_FOR_ITSELF:
        return not first.of(*_ACTORS) and not second.of(*_ACTORS)
    return not one or not other or first.predicate == Predicate.ANNULMENT


def kept_or_given(first: Assertion, second: Assertion) -> bool:
    """Whether one has a power keep what the other has it give to somebody else: both cannot be what came out."""
    return _both_done(first, second) and kept_against_given(first, second)


def kept_against_given(first: Assertion, second: Assertion) -> bool:
    """The same, also where one of them tells only of what was to be."""
    if not first.predicate == second.predicate == Predicate.CESSION:
        return False
    kept = [one for one in (first, second) if one.subtype == RETENTION]
    given = [one for one in (first, second) if one.subtype != RETENTION]
    if len(kept) != 1:
        return False
    # "Reserved to the French crown" keeps it as "France kept it" does.
    keepers = _sides(kept[0], _DOERS) or _sides(kept[0], _TAKERS)
    givers, takers = _sides(given[0], _DOERS), _sides(given[0], _TAKERS)
    return bool(keepers & givers) and (bool(takers) or not given[0].subtype) and not keepers & takers


def limits_differ(first: Assertion, second: Assertion) -> bool:
    """Whether one has it given for a time ("until 1935") and the other for good ("absolutely")."""
    if first.predicate not in _GIVEN or second.predicate not in _GIVEN or not _both_done(first, second):
        return False
    return (for_a_time(first), for_good(first), for_a_time(second), for_good(second)) in (
        (True, False, False, True),
        (False, True, True, False),
    )


def amounts_differ(first: Assertion, second: Assertion) -> str:
    """The unit in which the two state other amounts: thirty years here, fifty there; "" where they state none."""
    if not _both_done(first, second) or _a_part(first) or _a_part(second):
        return ""
    one, other = amounts_in(first.quote), amounts_in(second.quote)
    # Two sums in one clause may be the parts of the one sum in the other.
    alone = (unit for unit in sorted(one) if len(one[unit]) == 1 == len(other.get(unit, ())))
    return next((unit for unit in alone if one[unit] != other[unit]), "")


def other_town(first: Assertion, second: Assertion) -> bool:
    """Whether both have it signed in a town, and each in another one far away."""
    if not first.predicate == second.predicate == Predicate.SIGNATURE or not _both_done(first, second):
        return False
    ones, others = ([p.name for p in each.of(Role.PLACE)] for each in (first, second))
    return bool(ones and others) and all(_far_apart(one, other) for one in ones for other in others)


# What is signed at Versailles is signed in Paris.
_NEAR_KM = 60.0


@lru_cache(maxsize=4096)
def _far_apart(one: str, other: str) -> bool:
    """Whether both name towns, and none that the one may mean is near any that the other may."""
    ours, theirs = knows(one), knows(other)
    if not ours or not theirs or ours[0].kind != "town" or theirs[0].kind != "town":
        return False
    return all(here.km_to(there) > _NEAR_KM for here in ours for there in theirs)


def _a_part(one: Assertion) -> bool:
    return bool(PARTS & set(one.quote.casefold().split()))


def _both_done(first: Assertion, second: Assertion) -> bool:
    done = first.modality == second.modality == Modality.ACTUAL
    return done and Polarity.NEG not in (first.polarity, second.polarity)


def _sides(one: Assertion, roles: tuple[Role, ...]) -> frozenset[str]:
    return frozenset().union(*(sides_of(each.name) for each in one.of(*roles)))
