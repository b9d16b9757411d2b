"""What came out of one act, where two accounts of it cannot both be right: kept or given away, for a time or for good.

kept_or_given("Russia kept the islands", "Russia ceded the islands to France") -> True
"""

import re

from dragoman.comparing import for_a_time, for_good, sides_of
from dragoman.languages.en.likeness import NUMBERS, TENS
from dragoman.model import Assertion, Modality, Polarity, Predicate, Role

_TERM = re.compile(r"\bfor (?:(?:a )?(?:term|period) of )?([\w-]+) years\b", re.IGNORECASE)
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


def terms_differ(first: Assertion, second: Assertion) -> bool:
    """Whether what is given for a time is given for another number of years: thirty here, fifty there."""
    if first.predicate not in _GIVEN or second.predicate not in _GIVEN or not _both_done(first, second):
        return False
    one, other = _years(first), _years(second)
    return bool(one) and bool(other) and not one & other


def _years(one: Assertion) -> set[str]:
    """For how many years, as digits."""
    told = (found[1] for found in _TERM.finditer(one.quote))
    return {word if word.isdigit() else NUMBERS.get(word.casefold(), TENS.get(word.casefold(), word)) for word in told}


def _both_done(first: Assertion, second: Assertion) -> bool:
    done = first.modality == second.modality == Modality.ACTUAL
    return done and Polarity.NEG not in (first.polarity, second.polarity)


def _sides(one: Assertion, roles: tuple[Role, ...]) -> frozenset[str]:
    return frozenset().union(*(sides_of(each.name) for each in one.of(*roles)))
