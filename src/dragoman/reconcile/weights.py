"""Parts of a score that the two tellings alone decide: their dates, their moods, their powers, where they stand.

dates_of(first, second) -> (3.0, "the dates allow it: 1814-05-30")
"""

from collections.abc import Callable

from dragoman import comparing
from dragoman.comparing import days_between, width, within
from dragoman.model import Modality, Predicate
from dragoman.outcomes import is_last
from dragoman.polities import last_of_line
from dragoman.reconcile.acts import FORM
from dragoman.reconcile.tellings import Telling

# Of two changes of a regime, too, two dates are likelier a disagreement than two changes.
ONCE = comparing.ONCE | {Predicate.REGIME_CHANGE}
# Two dates of an act done once may lie so far apart and be a disagreement; of another act, a matter of rounding.
_TWICE = 5 * 366
_ROUNDED = 20
# Of a day on which everybody wrote a name accounts differ by days and months: two signatures years apart are two.
_ON_A_DAY = frozenset({Predicate.SIGNATURE, Predicate.RATIFICATION, Predicate.DRAFT})
_A_YEAR = 366
NEVER = 20.0

# A part of a score, and the words for it, which only those pairs need that are taken for one.
Part = tuple[float, Callable[[], list[str]]]


def nothing() -> list[str]:
    """No words."""
    return []


SILENT: Part = (0.0, nothing)


def dates_of(first: Telling, second: Telling) -> Part:
    one, other = first.when, second.when
    widest = max(width(one) or 0, width(other) or 0)
    if one is None or other is None or not width(one) or not width(other):
        return SILENT
    words = f"{one.edtf} and {other.edtf}" if one.edtf != other.edtf else one.edtf
    gap = days_between(one, other)
    if gap == 0:
        if one.edtf != other.edtf and not within(one, other) and not within(other, one):
            return 0.5, lambda: [f"the dates overlap: {words}"]
        # That two battles were both in 1898 says little; that a treaty was signed in 1898, and on a day of it, more.
        wide = 1.0 if first.one.predicate in ONCE else 0.3
        return (3.0 if widest <= 2 else 2.0 if widest <= 62 else wide), lambda: [f"the dates allow it: {words}"]
    once = first.one.predicate in ONCE or (is_last(first.one) and is_last(second.one)) or one_transfer(first, second)
    if first.one.predicate == second.one.predicate and once:
        # What is done once may be dated twice; the further apart, the likelier there were two.
        cost = 4.0 if first.one.predicate in _ON_A_DAY and gap > _A_YEAR else 1.0
        return (-cost if gap < _TWICE else -NEVER), lambda: [f"the dates differ: {words}"]
    return (-2.0 if gap < _ROUNDED else -NEVER), lambda: [f"the dates differ: {words}"]


def one_transfer(first: Telling, second: Telling) -> bool:
    """Whether two accounts have one place given, or promised by one power, to one power: that is done once."""
    if first.one.account == second.one.account or first.one.subtype != second.one.subtype:
        return False
    if not first.lands & second.lands or not first.done_to & second.done_to:
        return False
    act = first.one.predicate if first.one.predicate == second.one.predicate else None
    return act == Predicate.CESSION or (act == Predicate.COMMITMENT and bool(first.doers & second.doers))


def mood_of(first: Telling, second: Telling) -> Part:
    """What was only meant is seldom what was done; what a draft provides may be what was agreed."""
    one, other = first.one.modality, second.one.modality
    if one == other or Modality.PROPOSED in (one, other):
        return SILENT
    once = first.one.predicate in ONCE and first.one.predicate == second.one.predicate
    return (-3.5 if once else -1.5), lambda: [f"one tells it as {one}, the other as {other}"]


def side_by_side(first: Telling, second: Telling, act: float) -> Part:
    """Two clauses side by side tell of two acts, unless one is the form of the other."""
    if first.one.account != second.one.account or act >= FORM:
        return SILENT
    if first.done_to & second.done_to:
        return SILENT
    if first.lands & second.lands and first.one.predicate != second.one.predicate:
        # "Were taken from France and joined to the German Empire".
        return SILENT
    gap = max(first.one.span.start - second.one.span.end, second.one.span.start - first.one.span.end)
    return (-2.5, lambda: ["they stand side by side in one account"]) if gap < 60 else (-0.5, nothing)


def ages_of(first: Telling, second: Telling) -> Part:
    """What has no date of its own is of the time that the sentences around it tell of."""
    one, other = first.years, second.years
    if one is None or other is None or (first.when is not None and second.when is not None):
        return SILENT
    gap = max(other[0] - one[1], one[0] - other[1])
    return (-3.0, lambda: [f"they are of different times: {one[0]} and {other[0]}"]) if gap > _AN_AGE else SILENT


# Narratives look back and ahead some years around what they tell.
_AN_AGE = 4


def partners_of(first: Telling, second: Telling) -> Part:
    """Austria breaking with America is not Germany breaking with America."""
    one, other = lines_of(first.powers), lines_of(second.powers)
    if len(one) >= 2 and len(other) >= 2 and not one <= other and not other <= one:
        # Two powers that break with a third on one day do it each for itself.
        between_two = first.one.predicate in (Predicate.RECOGNITION, Predicate.NON_RECOGNITION)
        return (-NEVER if between_two else -2.5), lambda: [f"the powers are not the same: {_listed(one ^ other)}"]
    # What has no part in the act by name may still be named in its clause: "recognised the independence of Latvia".
    one, other = one | lines_of(first.named), other | lines_of(second.named)
    if first.one.account == second.one.account or one <= other or other <= one:
        return SILENT
    # One man with his name in both is the same man, whatever else his clause names.
    cost = -0.5 if any(not doer.startswith(("@", "“")) for doer in first.doers & second.doers) else -2.0
    return cost, lambda: [f"each names a power that the other does not: {_listed(one ^ other)}"]


def lines_of(sides: frozenset[str]) -> frozenset[str]:
    """Who is Soviet Russia in one account and the Soviet Union in another is one power."""
    return frozenset("@" + last_of_line(side[1:]) for side in sides if side.startswith("@"))


def _listed(sides: frozenset[str]) -> str:
    return ", ".join(sorted(side.lstrip("@").replace("_", " ") for side in sides))


def counted(first: Telling, second: Telling) -> Part:
    """The first conference is not the second, nor a new one."""
    one, other = first.count, second.count
    if not one or not other or one == other:
        return SILENT
    return -3.0, lambda: [f"one tells of the {one}, the other of the {other}"]
