"""What two slots say of each other: dates that exclude each other, the powers behind names, whose voice speaks.

    apart(31 July 1801, 18 December 1801) -> True        sides_of("the U.S. Congress", 1898) -> {"united_states"}

Rules and reconcile both ask here, so that both mean the same by "the dates exclude each other".
"""

import re
from collections.abc import Set
from functools import lru_cache

from dragoman.amounts import amounts_in
from dragoman.languages.en.likeness import ALL_SIDES, FOR_A_TIME, FOR_GOOD, PAPERS, RELATIVE
from dragoman.model import AccountId, Assertion, Basis, Date, Predicate, Role, Topic
from dragoman.offices import power_of_statesman, powers_of_office
from dragoman.polities import key_of, polities, surface_at

# Done once to one thing: two dates for it are a disagreement. A conference or an attack may be one of many.
ONCE = frozenset(
    {
        Predicate.SIGNATURE,
        Predicate.RATIFICATION,
        Predicate.ENTRY_INTO_FORCE,
        Predicate.ANNULMENT,
        Predicate.RECOGNITION,
        Predicate.NON_RECOGNITION,
        Predicate.DRAFT,
    }
)
# An inferred date is our guess, and one taken from an event is that event's: neither may speak against an account.
_OWN = frozenset({Basis.EXPLICIT, Basis.INHERITED, Basis.RELATIVE})
_WORD = re.compile(r"[^\W_]+")
_DOERS = (Role.AGENT, Role.PARTY, Role.SIGNATORY, Role.DELEGATE, Role.COUNTERPARTY, Role.BODY)
_NAMING = re.compile(rf"\b(?:{'|'.join(sorted(PAPERS))})\b(?:\s+[\w-]+){{0,3}}\s*(?:of|,|\()\s*$", re.I)
_BY_TIME = re.compile(r"\b(?:on|in|by|since|until)\s*$", re.I)
_AT_THE_HEAD = 3
_YEAR = re.compile(r"\b1[0-9]{3}\b|\b20[0-9]{2}\b")
# The Julian calendar was 10 days behind until 1700, then 11, 12, and from 1900 on 13.
_BEHIND = (10, 11, 12, 13)


def bounded(date: Date | None) -> tuple[int, int] | None:
    """The first and the last day a date allows; None where either is open or unknown."""
    if date is None or date.earliest is None or date.latest is None:
        return None
    # "In the night of 2 December" may be past midnight.
    return date.earliest, date.latest + (1 if date.timex_value.endswith("TNI") else 0)


def own(date: Date | None) -> bool:
    """Whether the account itself gives this date, so that it may be held against it."""
    return date is not None and date.basis in _OWN and bool(date.edtf)


def dated_by_a_name(one: Assertion) -> bool:
    """Whether the words of the date are part of an instrument's name: "developed on the basis of the Treaty of 1921".

    They date that instrument, not what is done; a signature alone is of the day of what is signed.
    """
    if one.when is None or one.predicate == Predicate.SIGNATURE:
        return False
    at = one.when.span.start - one.span.start
    if not one.quote[max(0, at) :].startswith(one.when.text):
        at = one.quote.find(one.when.text)
    naming = _NAMING.search(one.quote[:at]) if at > 0 else None
    # "The Convention of 1800 terminated …": what an instrument does itself, it does on its own day.
    return (
        naming is not None
        and one.quote[: naming.start()].count(" ") > _AT_THE_HEAD
        and not _BY_TIME.search(one.quote[:at])
    )


def date_of(one: Assertion) -> Date | None:
    """The date of what is done; None where the words date an instrument by its name, or what came after."""
    return None if dated_by_a_name(one) or _dated_by_another(one) else one.when


def _dated_by_another(one: Assertion) -> bool:
    """Whether the date stands outside a clause with "after": "the legation was closed on 9 April, after they broke"."""
    if one.when is None or len(one.when.span) == 0:
        return False
    return not one.span.meets(one.when.span) and one.quote.casefold().startswith(RELATIVE)


def apart(one: Date | None, other: Date | None) -> bool:
    """Whether no day is in both dates; False where either is open or unknown."""
    return days_between(one, other) > 0


def days_between(one: Date | None, other: Date | None) -> int:
    """The days from the end of the earlier date to the beginning of the later; 0 where they share a day or are open."""
    first, second = bounded(one), bounded(other)
    if first is None or second is None:
        return 0
    return max(0, first[0] - second[1], second[0] - first[1])


def width(date: Date | None) -> int | None:
    """How many days a date allows; None where it is open."""
    days = bounded(date)
    return None if days is None else days[1] - days[0] + 1


def within(one: Date | None, other: Date | None) -> bool:
    """Whether the first date lies wholly in the second and is narrower."""
    first, second = bounded(one), bounded(other)
    if first is None or second is None or first == second:
        return False
    return second[0] <= first[0] and first[1] <= second[1]


def one_day_in_two_calendars(one: Date | None, other: Date | None) -> bool:
    """Whether two single days lie as far apart as the two calendars did: 2 and 15 March 1917."""
    first, second = bounded(one), bounded(other)
    if first is None or second is None or first[0] != first[1] or second[0] != second[1]:
        return False
    return abs(first[0] - second[0]) == _behind(year_of(max(first[0], second[0])))


def year_of(day: int) -> int:
    """The year of a day number, near enough to tell one age from another."""
    return int((day - 1) / 365.2425) + 1


def _behind(year: int) -> int:
    return _BEHIND[0] if year <= 1700 else _BEHIND[1] if year <= 1800 else _BEHIND[2] if year <= 1900 else _BEHIND[3]


@lru_cache(maxsize=65536)
def side_of(name: str, year: int | None = None) -> str | None:
    """The power that a name stands for as a whole: "Soviet government", "Bolshevik Russia" -> "soviet_russia"."""
    return key_of(name, year)


def is_seat(name: str, side: str) -> bool:
    """Whether the name is that of the town or palace where the power sits, which acts for it and is not it."""
    bare = name.removeprefix("the ").removeprefix("The ")
    return any(seat == bare or seat.startswith(f"{bare} ") for seat in polities()[side].seats)


@lru_cache(maxsize=65536)
def sides_of(name: str, year: int | None = None) -> frozenset[str]:
    """The powers in a name: its own, or those of the adjectives in it ("the British and American envoys")."""
    whole = side_of(name, year)
    if whole:
        return frozenset((whole,))
    found: set[str] = set()
    end = 0
    for word in _WORD.finditer(name):
        if word.start() >= end:
            surface = surface_at(name, word.start())
            if surface:
                end = word.start() + len(surface)
                found.add(key_of(surface, year) or surface)
    return frozenset(found or _by_office(name, year))


def _by_office(name: str, year: int | None) -> tuple[str, ...]:
    """ "The Tsar ratified it", "Tsar Nicholas II", "Nesselrode": who holds an office of one power does what it does."""
    words = name.split()
    for length in range(len(words), 0, -1):
        powers = powers_of_office(" ".join(words[:length]), year)
        if powers:
            return powers if len(powers) == 1 else ()
    power = power_of_statesman(name, year)
    return (power,) if power else ()


def doers_of(one: Assertion, beside: Assertion | None = None) -> frozenset[str]:
    """The powers that act, alone or through their bodies and envoys; see `year_in` for `beside`."""
    year = year_in(one, beside)
    return frozenset().union(*(sides_of(p.name, year) for p in one.of(*_DOERS)))


def powers_of(one: Assertion, beside: Assertion | None = None) -> frozenset[str]:
    """The powers that have a part in it, whichever; see `year_in` for `beside`."""
    year = year_in(one, beside)
    others = one.of(Role.TARGET, Role.BENEFICIARY, Role.RECIPIENT)
    return doers_of(one, beside).union(*(sides_of(p.name, year) for p in others))


def year_in(one: Assertion, beside: Assertion | None = None) -> int | None:
    """The year of an assertion, or of what it is held against: "Poland" without a date is the Poland of the other."""
    for each in (one, beside):
        if each is not None and each.when is not None and each.when.earliest is not None:
            return year_of(each.when.earliest)
    return None


def all_sides(name: str) -> bool:
    """Whether the name stands for all who took part: "both sides", "the parties", "the negotiators"."""
    words = name.casefold().split()
    return bool(words) and words[-1] in ALL_SIDES and not sides_of(name)


def in_its_own_voice(one: Assertion) -> bool:
    """Whether the account stands for it: it says so itself, or whoever says it speaks of what his own side does.

    What a treaty says it does is done by it; what a party says of another is a report.
    """
    if not one.attribution.voices:
        return True
    who = one.attribution.who
    if len(one.attribution.voices) > 1 or one.attribution.voices[-1].medium == "belief":
        return False
    return is_paper(who) or bool(sides_of(who) & doers_of(one))


def sources_among(topic: Topic, accounts: Set[AccountId]) -> int:
    """How many independent sources stand behind these accounts: those that copy one another are one."""
    return sum(1 for group in topic.independent if accounts & set(group)) or len(accounts)


def is_paper(name: str) -> bool:
    """Whether the name is that of an instrument."""
    return any(word in PAPERS for word in _WORD.findall(name.casefold()))


def named_after(paper: str, place: str) -> bool:
    """Whether an instrument bears the name of this place: "Treaty of Moscow", "Moscow Treaty"."""
    words, where = _WORD.findall(paper.casefold()), _WORD.findall(place.casefold())
    at = next((i for i in range(len(words)) if words[i : i + len(where)] == where), -1) if where else -1
    return is_paper(paper) and at >= 0 and (at == 0 or words[at - 1] == "of")


def is_class(name: str) -> bool:
    """Whether the name is of several instruments at once: "all treaties between A and B"."""
    words = _WORD.findall(name.casefold())
    return any(word in PAPERS and word.endswith("s") and word != "articles" for word in words)


def covers(name: str, label: str, day: int | None) -> bool:
    """Whether a class by its year takes in an instrument of that day: "the treaties of 1778"."""
    years = _YEAR.findall(name)
    if not is_class(name) or day is None or len(years) != 1 or int(years[0]) != year_of(day):
        return False
    sorts = {word for word in _WORD.findall(label.casefold()) if word in PAPERS}
    named = {word for word in _WORD.findall(name.casefold()) if word in PAPERS}
    return not sorts or any(plural in (f"{sort}s", f"{sort[:-1]}ies") for sort in sorts for plural in named)


def for_a_time(one: Assertion) -> bool:
    """Whether what is given is given for a time: "until 1935", "a lease of ninety-nine years"."""
    words = " ".join(one.quote.casefold().split())
    if one.subtype == "lease" or "for year" in amounts_in(words):
        return not for_good(one)
    return any(word in words for word in FOR_A_TIME) and "not " not in words


def for_good(one: Assertion) -> bool:
    """Whether what is given is given for good: "absolutely", "in perpetuity"."""
    words = " ".join(one.quote.casefold().split())
    return any(word in words for word in FOR_GOOD) and "not " not in words


def styled(quote: str, who: str) -> str:
    """A speaker with the words before his name: "the Mexican Minister" for "Minister"."""
    before, name, _ = quote.partition(who)
    return " ".join([*before.split()[-3:], who]) if name else ""
