"""The names of one account, each with its date, parties and year of use, drawn from all that the account says of it.

DRAFT on 1920-08-24 of "draft agreement" -> Named("draft agreement", dated=1920-08-24)
"This draft treaty", the only draft before it being the "draft agreement" -> stands_for="draft agreement"
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from statistics import median_low

from msgspec.structs import replace

from dragoman.comparing import apart, bounded, date_of, days_between, is_class, own, sides_of, width, year_of
from dragoman.languages.en.likeness import POINTING
from dragoman.model import (
    AccountId,
    Assertion,
    Date,
    Instrument,
    InstrumentKind,
    Kind,
    Modality,
    Polarity,
    Predicate,
    Role,
    Testimony,
)
from dragoman.reconcile.instruments import core_of, is_common, sort_of
from dragoman.reconcile.named import Named, folded

# Events are no names of things, dates none at all, and instruments have a register of their own.
_ELSEWHERE = frozenset({Kind.EVENT, Kind.DATE, Kind.INSTRUMENT})
# The act that makes an instrument dates it: its drafting a draft, its signature a treaty.
_MAKING = (Predicate.SIGNATURE, Predicate.ACCEPTANCE, Predicate.NEGOTIATION)
# So many acts before and after the making of an instrument are its surroundings.
_NEAR = 4
_PARTIES = (Role.AGENT, Role.PARTY, Role.SIGNATORY, Role.COUNTERPARTY, Role.DELEGATE)
_DEFINITE = re.compile(rf"\b(?:{'|'.join(sorted(POINTING))})(?:\s+\w+){{0,2}}\s*$", re.I)


def names_of(testimony: Testimony) -> Iterator[Named]:
    """What an account's instruments and the participants of its assertions are called."""
    year = year_told(testimony)
    yield from _instruments(testimony, year)
    counted: dict[str, Counter[Kind]] = defaultdict(Counter)
    dated: dict[str, list[Date | None]] = defaultdict(list)
    for assertion in testimony.assertions:
        for one in assertion.participants:
            if one.kind is not None and one.kind not in _ELSEWHERE:
                counted[one.name][one.kind] += 1
                dated[one.name].append(assertion.when)
    for name, kinds in counted.items():
        kind = min(kinds, key=lambda kind: (-kinds[kind], kind))
        yield Named(testimony.account.id, name, kind, year=_year(dated[name]) or year)


def year_told(testimony: Testimony) -> int | None:
    """The year that an account is about: the middle of its dates."""
    return _year([one.when for one in testimony.assertions])


def _year(dates: Sequence[Date | None]) -> int | None:
    """The year in the middle of the dates."""
    days = [days[0] for days in (bounded(date) for date in dates) if days is not None]
    return year_of(median_low(days)) if days else None


def _instruments(testimony: Testimony, year: int | None) -> Iterator[Named]:
    about: dict[str, list[Assertion]] = defaultdict(list)
    for assertion in testimony.assertions:
        for name in dict.fromkeys(p.name for p in assertion.of(Role.INSTRUMENT)):
            about[name].append(assertion)
    register = _one_each((*testimony.instruments, *_unlisted(testimony)))
    repeats = dict(_by_their_month(register)) | dict(_repeats(testimony, register))
    spoken = [alias for one in register for alias in (one.name, *one.aliases)]
    for one in register:
        acts = about[one.name]
        stands_for, why = repeats.get(one.name, ("", ""))
        date = one.dated or _date_from(one, acts, spoken)
        own_year = year_of(date.earliest) if date is not None and date.earliest is not None else year
        parties = {side for name in (*one.parties, *_parties(acts)) for side in sides_of(name, own_year)}
        yield Named(
            testimony.account.id,
            one.name,
            Kind.INSTRUMENT,
            one.aliases,
            date,
            str(one.kind),
            tuple(sorted(parties)),
            own_year,
            stands_for,
            why,
            *_surroundings(testimony, one, own_year),
        )


def _surroundings(testimony: Testimony, one: Instrument, year: int | None) -> tuple[frozenset[str], frozenset[str]]:
    """Who, where and which days are told just before and after it was made; the powers that the making itself names.

    Where no act makes it, those of all that is done to it.
    """
    acts = sorted(testimony.assertions, key=lambda act: (act.span, act.id))
    about = [i for i, act in enumerate(acts) if any(p.name == one.name for p in act.participants)]
    made = [i for i in about if _made(one, acts[i])] or about
    beside: set[str] = set()
    for act in (acts[j] for i in made for j in range(max(0, i - _NEAR), min(len(acts), i + _NEAR + 1))):
        names = [p.name for p in act.participants if p.kind is not None and p.kind not in _ELSEWHERE]
        beside.update(key for name in names for key in sides_of(name, year) or (folded(name),))
        days = bounded(date_of(act))
        if days is not None and days[0] == days[1] and own(act.when) and not _made(one, act):
            beside.add(f"day {days[0]}")
    told = [name for i in made for name in (acts[i].quote, *(p.name for p in acts[i].participants))]
    return frozenset(beside), frozenset(side for name in told for side in sides_of(name, year))


def _unlisted(testimony: Testimony) -> Iterator[Instrument]:
    """Instruments that have a part in an act and no line in the register: "this draft treaty"."""
    listed = {one.name for one in testimony.instruments}
    for assertion in testimony.assertions:
        for one in assertion.participants:
            if one.kind == Kind.INSTRUMENT and one.name not in listed:
                yield Instrument(one.name, sort_of(one.name), mentions=(one.span,) if one.span is not None else ())


def _one_each(instruments: Sequence[Instrument]) -> list[Instrument]:
    """A register has one line for each name; what two lines of one name say is put together."""
    lines: dict[str, Instrument] = {}
    for one in instruments:
        old = lines.get(one.name)
        if old is None:
            lines[one.name] = one
        else:
            aliases = tuple(dict.fromkeys((*old.aliases, *one.aliases)))
            lines[one.name] = replace(
                old, aliases=aliases, dated=old.dated or one.dated, mentions=(*old.mentions, *one.mentions)
            )
    return list(lines.values())


def _date_from(one: Instrument, acts: Sequence[Assertion], spoken: Sequence[str]) -> Date | None:
    """The narrowest date of the acts that made it; None where there is none, or where two exclude each other."""
    dates = [
        act.when for act in acts if _made(one, act) and own(date_of(act)) and not _in_a_name(act.when, one, spoken)
    ]
    known = sorted(
        (date for date in dates if date is not None and width(date)), key=lambda date: (width(date) or 0, date.edtf)
    )
    best = known[0] if known else None
    return None if any(apart(best, other) for other in known) else best


def _made(one: Instrument, act: Assertion) -> bool:
    """Whether this act alone made the instrument: "the treaty was based on the draft" makes no draft."""
    if (
        act.polarity != Polarity.POS
        or act.modality != Modality.ACTUAL
        or len({p.name for p in act.of(Role.INSTRUMENT)}) > 1
    ):
        return False
    if one.kind == InstrumentKind.DRAFT:
        return act.predicate == Predicate.DRAFT and act.subtype in ("", "revision")
    return act.predicate == Predicate.SIGNATURE


def _in_a_name(date: Date | None, one: Instrument, spoken: Sequence[str]) -> bool:
    """Whether the date stands in the name of another instrument: "on the basis of the Moscow Treaty of 1921"."""
    if date is None:
        return False
    mine = (one.name, *one.aliases)
    return any(date.text in name for name in spoken if name not in mine)


def _parties(acts: Sequence[Assertion]) -> Iterator[str]:
    for act in acts:
        if act.predicate in _MAKING and act.polarity == Polarity.POS:
            yield from (p.name for p in act.of(*_PARTIES))


def _repeats(testimony: Testimony, register: Sequence[Instrument]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Common nouns with "this" or "the" that point back to the one instrument of their sort named before."""
    common = [one for one in register if one.mentions and is_common(_bare(one)) and not is_class(one.name)]
    common.sort(key=lambda one: (min(one.mentions), one.name))
    for i, one in enumerate(common):
        before = testimony.account.text[max(0, min(one.mentions).start - 40) : min(one.mentions).start]
        # The mention's own first word may be the pointing one.
        head = testimony.account.text[min(one.mentions).start : min(one.mentions).end].split(" ")[0]
        earlier = [other for other in common[:i] if other.kind == one.kind]
        if len(earlier) == 1 and (_DEFINITE.search(before) or _DEFINITE.search(head)):
            yield (
                one.name,
                (
                    earlier[0].name,
                    f"“{one.name}” points back: “{earlier[0].name}” is the only {one.kind} named before it",
                ),
            )


def _by_their_month(register: Sequence[Instrument]) -> Iterator[tuple[str, tuple[str, str]]]:
    """ "The January armistice" of an account that dates one armistice on a day of that January."""
    for one in register:
        if one.dated is None or not 2 <= (width(one.dated) or 0) <= 31 or core_of(one.name):
            continue
        of_month = [
            other
            for other in register
            if other.name != one.name
            and other.kind == one.kind
            and width(other.dated) == 1
            and not days_between(one.dated, other.dated)
        ]
        if len(of_month) == 1:
            why = f"“{one.name}” is of the month in which “{of_month[0].name}” was made"
            yield one.name, (of_month[0].name, why)


def _bare(one: Instrument) -> Named:
    return Named(AccountId(""), one.name, Kind.INSTRUMENT, one.aliases)
