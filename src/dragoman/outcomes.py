"""What came out of one act, where two accounts of it cannot both be right: kept or given away, for a time or for good.

kept_or_given("Russia kept the islands", "Russia ceded the islands to France") -> True
"""

import re
from functools import lru_cache

from dragoman.amounts import amounts_in
from dragoman.comparing import (
    all_sides,
    apart,
    date_of,
    doers_of,
    for_a_time,
    for_good,
    own,
    powers_of,
    sides_of,
    year_in,
)
from dragoman.gazetteer import knows
from dragoman.languages.en.likeness import OF_A_PART, PARTS, SO_FAR
from dragoman.languages.wordlist import wordlist
from dragoman.model import Assertion, Modality, Polarity, Predicate, Role
from dragoman.polities import last_of_line

RETENTION = "retention"
# Each party does these for itself, on a day of its own.
_REFUSING = frozenset({Predicate.REFUSAL, Predicate.NON_RECOGNITION})
_LOWER = re.compile(r"\b[a-z]{5,}\b")
_OF_REFUSALS = wordlist(
    "government refused rejected accepted agreed promised every which their other would could after"
)
# "The last time" and "at last" make nothing the last of its sort.
_LAST = re.compile(r"\bthe (?:very )?last (?!time\b|days?\b|weeks?\b|months?\b|years?\b|moment\b)[a-z]", re.IGNORECASE)
_EACH_FOR_ITSELF = frozenset({Predicate.RATIFICATION, Predicate.RECOGNITION, Predicate.NON_RECOGNITION})
BETWEEN_TWO = frozenset({Predicate.RECOGNITION, Predicate.NON_RECOGNITION})
# What one and the same power did or did not do; of the other acts a power does many.
DONE_OR_NOT = frozenset(
    {
        Predicate.ACCEPTANCE,
        Predicate.CESSION,
        Predicate.COMMITMENT,
        Predicate.MEDIATION_OFFER,
        Predicate.NEGOTIATION,
    }
)
# To do the second is to have left the first undone, and the other way round.
_OPPOSED = frozenset(
    frozenset((Predicate.REFUSAL, each))
    for each in (
        Predicate.ACCEPTANCE,
        Predicate.RATIFICATION,
        Predicate.SIGNATURE,
        Predicate.RECOGNITION,
        Predicate.COMMITMENT,
    )
) | {frozenset((Predicate.RECOGNITION, Predicate.NON_RECOGNITION))}
_ACTORS = (Role.AGENT, Role.PARTY, Role.SIGNATORY, Role.BODY)
_GIVEN = frozenset({Predicate.CESSION, Predicate.OCCUPATION, Predicate.COMMITMENT, Predicate.RECOGNITION})
_DOERS = (Role.AGENT, Role.PARTY, Role.SIGNATORY)
_TAKERS = (Role.BENEFICIARY, Role.RECIPIENT)


def doers_allow(first: Assertion, second: Assertion) -> bool:
    """Whether both can speak of one and the same party's act."""
    one, other = doers_of(first, second), doers_of(second, first)
    if first.predicate in BETWEEN_TWO:
        # Two powers that break with a third do it each on a day of its own.
        pairs = powers_of(first, second), powers_of(second, first)
        return bool(pairs[0] & pairs[1]) and (pairs[0] <= pairs[1] or pairs[1] <= pairs[0])
    if one & other:
        return True
    if any(all_sides(p.name) for each in (first, second) for p in each.of(*_ACTORS)):
        return True
    if first.predicate in _EACH_FOR_ITSELF:
        return not first.of(*_ACTORS) and not second.of(*_ACTORS)
    return not one or not other or first.predicate == Predicate.ANNULMENT


def opposed(first: Assertion, second: Assertion) -> bool:
    """Whether one refuses what the other does: "rejected the plan", "ratified the plan"."""
    return frozenset((first.predicate, second.predicate)) in _OPPOSED


def refused_what_was_done(first: Assertion, second: Assertion) -> bool:
    """Whether one power recognises another here, or promises it something, and there refuses to do so.

    Powers change their minds: a day that both give, or a refusal that knows no other time, must make it one time. What
    is done with an instrument is for the rule on answers.
    """
    if not opposed(first, second) or not _both_done(first, second) or not doers_allow(first, second):
        return False
    relations = {first.predicate, second.predicate} == set(BETWEEN_TWO)
    if not relations and (_papers(first) & _papers(second) or not matter_of_deed(first) & matter_of_deed(second)):
        return False
    refused, done = (first, second) if first.predicate in _REFUSING else (second, first)
    pair = [frozenset(map(last_of_line, _pair(*each))) for each in ((refused, done), (done, refused))]
    if len(pair[0]) < 2 or pair[0] != pair[1]:
        return False
    days = date_of(refused), date_of(done)
    if days[0] is not None:
        return own(days[0]) and own(days[1]) and not apart(*days)
    return for_ever(refused)


def _pair(one: Assertion, beside: Assertion) -> frozenset[str]:
    return powers_of(one, beside) | _sides(one, (Role.COUNTERPARTY,), beside)


def _papers(one: Assertion) -> frozenset[str]:
    return frozenset(each.name.casefold() for each in one.of(Role.INSTRUMENT))


def matter_of_deed(one: Assertion) -> frozenset[str]:
    """What it is about: the longer words of its clause that are no names, and not the verb that tells the act."""
    triggers = {word.casefold() for mark in one.marks if mark.kind == "trigger" for word in mark.words.split()}
    return frozenset(_LOWER.findall(one.quote)) - triggers - _OF_REFUSALS


def same_deed_done(first: Assertion, second: Assertion) -> bool:
    """Whether both tell of one promise, or one cession, as done, by the same power to the same."""
    if first.predicate != second.predicate or first.predicate not in (Predicate.CESSION, Predicate.COMMITMENT):
        return False
    if not _both_done(first, second) or RETENTION in (first.subtype, second.subtype):
        return False
    givers = doers_of(first, second), doers_of(second, first)
    takers = takers_of(first, second), takers_of(second, first)
    same = [bool(one & other) for one, other in (givers, takers)]
    # A cession tells at least to whom, a promise who made it.
    return same[1] if first.predicate == Predicate.CESSION else same[0] and (same[1] or not all(takers))


def left_unsaid(first: Assertion, second: Assertion) -> bool:
    """Whether the one that denies it names nobody who would have done it."""
    denied = first if first.polarity == Polarity.NEG else second
    return denied.polarity == Polarity.NEG and not denied.of(*_ACTORS)


def takers_of(one: Assertion, beside: Assertion | None = None) -> frozenset[str]:
    """The powers that a territory goes to."""
    return _sides(one, _TAKERS, beside)


def other_taker(first: Assertion, second: Assertion) -> bool:
    """Whether both have one territory given, whole, and each to another power; by one giver, where both name one."""
    if not first.predicate == second.predicate == Predicate.CESSION or not _both_done(first, second):
        return False
    if RETENTION in (first.subtype, second.subtype) or of_a_part(first) or of_a_part(second):
        return False
    ours, theirs = takers_of(first, second), takers_of(second, first)
    givers = _sides(first, _DOERS, second), _sides(second, _DOERS, first)
    if not ours or not theirs or ours & theirs or (givers[0] and givers[1] and not givers[0] & givers[1]):
        return False
    # Who gives in one and takes in the other: a thing may be given and given back.
    return not (ours & givers[1] or theirs & givers[0])


def for_ever(one: Assertion) -> bool:
    """Whether a denial is of all time, as far as its words go: "never ratified", and not "had not yet signed"."""
    return not SO_FAR & set(re.findall(r"[^\W\d_]+", one.quote.casefold()))


def is_last(one: Assertion) -> bool:
    """Whether it can have been but once: "the last German soldiers left France"."""
    return _LAST.search(one.quote) is not None


def left_out(first: Assertion, second: Assertion) -> bool:
    """Whether one says only that somebody had no part in what the other tells of nobody by name.

    "The United States did not sign the treaty" stands against no "the treaty was signed".
    """
    denied, told = (first, second) if first.polarity == Polarity.NEG else (second, first)
    return bool(denied.of(*_ACTORS)) and not told.of(*_ACTORS)


def kept_or_given(first: Assertion, second: Assertion) -> bool:
    """Whether one has a power keep what the other has it give to somebody else: both cannot be what came out."""
    if not _both_done(first, second) or not kept_against_given(first, second):
        return False
    kept, given = (first, second) if first.subtype == RETENTION else (second, first)
    # "Reserved to the French crown" keeps it as "France kept it" does.
    keepers = _sides(kept, _DOERS, given) or _sides(kept, _TAKERS, given)
    givers, takers = _sides(given, _DOERS, kept), _sides(given, _TAKERS, kept)
    if given.predicate != Predicate.CESSION:
        # Troops take what a treaty gives back; only "taken from France" speaks against "remained French".
        return bool(keepers & _sides(given, (Role.TARGET,), kept))
    if not givers:
        # "Remained French" and "joined to the German Empire", by nobody who is named.
        return bool(keepers and takers) and not keepers & takers
    if keepers & givers:
        return (bool(takers) or not given.subtype) and not keepers & takers
    # "Russia kept Kinburn", "Russia handed Kinburn back to Turkey"; or a third party awards it to another.
    return bool(keepers and takers) and not keepers & takers and _stands_aside(given)


def kept_against_given(first: Assertion, second: Assertion) -> bool:
    """Whether one has it kept and the other given away or taken, as was meant or done."""
    moved = {first.predicate, second.predicate} <= {Predicate.CESSION, Predicate.OCCUPATION}
    if not moved or (first.subtype == RETENTION) == (second.subtype == RETENTION):
        return False
    kept, given = (first, second) if first.subtype == RETENTION else (second, first)
    # "Austria kept Lauenburg", "Lauenburg went to Austria": both have it with her.
    return not _sides(kept, _DOERS, given) & takers_of(given, kept)


def _stands_aside(given: Assertion) -> bool:
    """Whether who gives is a judge between others, and gives nothing of his own."""
    return given.subtype == "award"


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
    if not _both_done(first, second) or of_a_part(first) or of_a_part(second):
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


def of_a_part(one: Assertion) -> bool:
    """Whether it tells of a part of a thing only: "part of Lombardy", "northern Schleswig"."""
    words = one.quote.casefold().split()
    if PARTS & set(words):
        return True
    lands = [each.span.start - one.span.start for each in one.of(Role.TERRITORY) if each.span is not None]
    before = (one.quote[max(0, at - _BEFORE_A_LAND) : at].casefold().split() for at in lands if at >= 0)
    within = (each.name.casefold().split()[:1] for each in one.of(Role.TERRITORY))
    return any(OF_A_PART & set(each) for each in (*before, *within))


# Characters before the name of a land in which its part is named.
_BEFORE_A_LAND = 24


def _both_done(first: Assertion, second: Assertion) -> bool:
    done = first.modality == second.modality == Modality.ACTUAL
    return done and Polarity.NEG not in (first.polarity, second.polarity)


def _sides(one: Assertion, roles: tuple[Role, ...], beside: Assertion | None = None) -> frozenset[str]:
    year = year_in(one, beside)
    return frozenset().union(*(sides_of(each.name, year) for each in one.of(*roles)))
