"""Whether two names mean one instrument: by what it is called, or by its sort, date and parties.

"Moscow Treaty" (16 March 1921), "Moscow Treaty of 1921" -> one
"Treaty of Alliance" (1778), "Treaty of Amity and Commerce" (1778) -> two
"""

import re
from collections.abc import Set

from rapidfuzz.distance import JaroWinkler

from dragoman.comparing import bounded, days_between, is_class, width
from dragoman.languages.en.instruments import NOUNS
from dragoman.languages.en.likeness import DESCRIBING, MATTERS, MONTHS, PAPERS, TELLING_APART
from dragoman.model import Date, InstrumentKind
from dragoman.reconcile.named import Named, folded

_LOOSE = frozenset({"treaty", "agreement", "convention", "pact", "protocol"})
_YEAR = re.compile(r"\b1[0-9]{3}\b|\b20[0-9]{2}\b")
_ARTICLE = re.compile(r"\bart(?:icle)?s?\.?\s*([0-9]+|[IVXLC]+)\b", re.I)
# A description with the town of signing, which many papers share, and no name.
_SIGNED = re.compile(r"\b(?:signed|concluded|made|initialled|reached|agreed|negotiated)\b")
_ALIKE = 0.92
# Accounts that differ about the day of one thing seldom differ by more.
_DAYS_APART = 31
_ENOUGH_BESIDE = 3
_ONE_A_MONTH = frozenset({InstrumentKind.DRAFT, InstrumentKind.ARMISTICE})


def instrument_keys(one: Named) -> frozenset[str]:
    """Keys of which two names of one instrument share at least one."""
    keys = {folded(one.name)}
    for name in (one.name, *one.aliases):
        core = core_of(name)
        if core:
            keys |= {"core " + " ".join(sorted(core)), "like " + min(core)[:3]}
    keys |= {f"about {matter}" for matter in matter_of(one.name)}
    days = bounded(one.dated)
    if days is not None and days[1] - days[0] <= 366:
        # A date known to the day is compared with one known by its year alone.
        keys |= {f"dated {day // 366}" for day in (days[0] - _DAYS_APART, *days)}
    return frozenset(keys)


def core_of(name: str) -> frozenset[str]:
    """What an instrument is called beside its sort: the Moscow Treaty of 1921 has {moscow}.

    A "treaty with Moscow" is called after whom it is with, and is no Treaty of Moscow: it has {with moscow}.
    """
    idle = PAPERS | DESCRIBING | MONTHS
    own, _, whom = name.partition(" with ")
    core = frozenset(word for word in folded(own).split() if word not in idle and not word[0].isdigit())
    partner = folded(whom)
    return core | {f"with {partner}"} if partner else core


def matter_of(name: str) -> frozenset[str]:
    """What an instrument is said to be about: friendship, commerce, alliance."""
    return frozenset(MATTERS[word] for word in folded(name).split() if word in MATTERS)


def is_common(one: Named) -> bool:
    """Whether it is named by a common noun alone: "the treaty", "draft friendship agreement"."""
    return not any(core_of(name) for name in (one.name, *one.aliases)) and not _YEAR.search(one.name)


def sort_of(name: str) -> InstrumentKind:
    """The sort by the nouns of the name; a draft of anything is a draft."""
    kinds = [NOUNS[word] for word in folded(name).split() if word in NOUNS]
    return InstrumentKind.DRAFT if InstrumentKind.DRAFT in kinds else kinds[-1] if kinds else InstrumentKind.OTHER


def article_of(name: str) -> str:
    """The article that is meant, "" for the whole: Article 4 of a draft is a part of it."""
    found = _ARTICLE.search(name)
    return found[1] if found else ""


def why_one_instrument(first: Named, second: Named) -> str:
    """The reason for taking two names as one instrument; "" if there is none."""
    if article_of(first.name) != article_of(second.name) or is_class(first.name) != is_class(second.name):
        return ""
    if not _dates_allow(first.dated, second.dated) or not _matters_allow(first, second):
        return ""
    if first.name == second.name and is_titled(first.name) and _of_one_time(first, second):
        return f"the same name: “{first.name}”"
    gap = days_between(first.dated, second.dated)
    if gap and first.account == second.account and _both_to_the_day(first, second):
        # A convention of 30 January and a treaty of 24 July, both of Lausanne: who tells of both knows them apart.
        return ""
    for one in (first.name, *first.aliases):
        for other in (second.name, *second.aliases):
            if gap > _DAYS_APART and (_SIGNED.search(one) or _SIGNED.search(other)):
                continue
            if (
                _one_core(core_of(one), core_of(other))
                and _sorts_allow(first.sort, second.sort)
                and _years_allow(one, other)
            ):
                if first.name == second.name:
                    return f"the same name: “{first.name}”"
                return f"“{first.name}” and “{second.name}” name one instrument"
    return ""


def is_titled(name: str) -> bool:
    """Whether capitals make a name of common nouns: "General Act", "Final Protocol"."""
    words = name.split()
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _of_one_time(first: Named, second: Named) -> bool:
    return None not in (first.year, second.year) and abs((first.year or 0) - (second.year or 0)) <= _YEARS_APART


def _both_to_the_day(first: Named, second: Named) -> bool:
    return width(first.dated) == width(second.dated) == 1


def why_perhaps_one(first: Named, second: Named) -> str:
    """A reason that holds only where there is no other such instrument: sort, date and parties agree."""
    if first.account == second.account or is_class(first.name) or is_class(second.name):
        return ""
    one, other = bounded(first.dated), bounded(second.dated)
    if one is None or other is None or days_between(first.dated, second.dated) or not _matters_allow(first, second):
        return ""
    cores = [frozenset().union(*(core_of(name) for name in (each.name, *each.aliases))) for each in (first, second)]
    if cores[0] and cores[1] and not cores[0] & cores[1]:
        return ""
    if min(len(first.parties), len(second.parties)) > 1 and _each_has_its_own(set(first.parties), set(second.parties)):
        # One treaty of that day is with Russia, another with Prussia.
        return ""
    narrow, wide = sorted((width(first.dated) or 0, width(second.dated) or 0))
    when = (first.dated or second.dated).edtf  # type: ignore[union-attr]
    # One conference brings forth one draft, one front one armistice: a day within the month of the other will do.
    if first.sort == second.sort and (wide <= 1 or (first.sort in _ONE_A_MONTH and wide <= 31)):
        return f"both are a {first.sort} of {when}: “{first.name}” and “{second.name}”"
    shared = set(first.parties) & set(second.parties)
    if _sorts_allow(first.sort, second.sort) and narrow <= 31 and wide <= 366 and len(shared) > 1:
        return f"both are of {when} and between the same parties: “{first.name}” and “{second.name}”"
    return ""


def why_dated_twice(first: Named, second: Named) -> str:
    """A reason, where there is no other such instrument, for one that two accounts date some days apart.

    "An armistice was concluded on the 21st" and "the armistice was signed on 22 June", told amid the same people,
    places and days, are one armistice and a disagreement about its day.
    """
    if first.account == second.account or is_class(first.name) or is_class(second.name):
        return ""
    gap = days_between(first.dated, second.dated)
    if not 0 < gap <= _DAYS_APART or max(width(first.dated) or 0, width(second.dated) or 0) > _DAYS_APART:
        return ""
    if first.sort != second.sort or _told_apart(first, second):
        return ""
    ours, theirs = set(first.parties), set(second.parties)
    shared = first.beside & second.beside
    between_them = len(ours & theirs) > 1
    if not between_them and not (is_common(first) and is_common(second) and _weight(shared) >= _ENOUGH_BESIDE):
        return ""
    # One envoy signs the like with three neighbours in three days.
    if _each_has_its_own(ours, theirs) or _each_has_its_own(first.between, second.between):
        return ""
    amid = "between the same parties" if between_them else "told amid the same names and days"
    return f"both are a {first.sort}, {gap} days apart and {amid}: “{first.name}” and “{second.name}”"


# Accounts whose instruments lie further apart in time speak of two.
_YEARS_APART = 2
_YEARS_IN_FORCE = 20


def why_described_alike(first: Named, second: Named) -> str:
    """A reason, where there is no other such instrument, for one that both accounts call by what it is about.

    "The non-aggression pact of 1932", denounced by Moscow here, is "the non-aggression pact" that it annuls there.
    """
    if first.account == second.account or is_class(first.name) or is_class(second.name):
        return ""
    matters = matter_of(first.name)
    if not matters or matters != matter_of(second.name) or core_of(first.name) or core_of(second.name):
        return ""
    if first.sort != second.sort or _told_apart(first, second) or not _years_allow(first.name, second.name):
        return ""
    if days_between(first.dated, second.dated) or article_of(first.name) != article_of(second.name):
        return ""
    if first.year is None or second.year is None:
        return ""
    # A treaty that only one account dates may be older than what the other tells of.
    far = _YEARS_IN_FORCE if (first.dated is None) != (second.dated is None) else _YEARS_APART
    if abs(first.year - second.year) > far:
        return ""
    if not first.between & second.between or _each_has_its_own(first.between, second.between):
        return ""
    return f"both are about {' and '.join(sorted(matters))} and of the same power: “{first.name}” and “{second.name}”"


def _each_has_its_own(one: Set[str], other: Set[str]) -> bool:
    return not one <= other and not other <= one


def _told_apart(first: Named, second: Named) -> bool:
    """Whether a word of one name says that it is not the other: the preliminary peace is not the definitive one."""
    one, other = set(folded(first.name).split()), set(folded(second.name).split())
    return bool((one ^ other) & TELLING_APART) or not _matters_allow(first, second)


def _weight(shared: frozenset[str]) -> int:
    """A day that both accounts give beside it weighs two names."""
    return sum(2 if one.startswith("day ") else 1 for one in shared)


def excluded(one: Date | None, other: Date | None) -> bool:
    """Whether two dates cannot be those of one instrument."""
    return not _dates_allow(one, other)


def _one_core(one: frozenset[str], other: frozenset[str]) -> bool:
    if not one or not other:
        return False
    if one == other:
        return True
    if len(one) != 1 or len(other) != 1:
        return False
    (first,), (second,) = one, other
    return min(len(first), len(second)) >= 7 and JaroWinkler.similarity(first, second) >= _ALIKE


def _matters_allow(first: Named, second: Named) -> bool:
    """A treaty of alliance and a treaty of commerce, made in one place on one day, are two."""
    one, other = matter_of(first.name), matter_of(second.name)
    return not one or not other or one <= other or other <= one


def _sorts_allow(one: str, other: str) -> bool:
    return one == other or {one, other} <= _LOOSE or "other" in (one, other)


def _years_allow(one: str, other: str) -> bool:
    """The treaties of Paris of 1783 and 1814 are two."""
    first, second = _YEAR.findall(one), _YEAR.findall(other)
    return not first or not second or bool(set(first) & set(second))


def _dates_allow(one: Date | None, other: Date | None) -> bool:
    """Two instruments of one name are two if their dates lie more than a year apart; less may be a disagreement."""
    return days_between(one, other) <= 366
