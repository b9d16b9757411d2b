"""From a phrase to what it says: each kind of form has its reader.

"the night of April 18, 1775" -> Found("point", first=Point(year=1775, month=4, day=18, clock="TNI"))
"""

from collections.abc import Callable, Iterator

from dragoman.dates.calendars import CALENDAR_READERS
from dragoman.dates.event_words import event_in
from dragoman.dates.found import Found, Point
from dragoman.dates.slots import amount, found_as, number, number_in, point_of, value, words_of
from dragoman.dates.words import Phrase


def found_in(phrase: Phrase) -> Iterator[Found]:
    """What the phrase says; nothing if on a second look it is not about time."""
    if phrase.page.kind(phrase.first) == "Y4" and _is_numbered(phrase, phrase.first):
        return iter(())
    return READERS[phrase.kind](phrase)


def _is_numbered(phrase: Phrase, token: int) -> bool:
    """Whether four figures only number a thing: "No. 1920", "pp. 1204 and 1871"."""
    page, before = phrase.page, token - 1
    if page.kind(before) in ("AND", "DASH") and page.kind(before - 1) == "Y4":
        return _is_numbered(phrase, before - 1)
    if page.kind(before) == "DOT":
        before -= 1
        if page.kind(before) == "NOT":
            return True
    return page.kind(before) == "NUMBER"


def _point(phrase: Phrase) -> Iterator[Found]:
    first = phrase.page.words[phrase.first]
    if phrase.page.kind(phrase.first) == "FALL" and first.islower() and phrase.page.kind(phrase.first + 1) == "NAME":
        # "was allowed to fall Communist"
        return
    yield found_as(phrase, "point", first=point_of(phrase))


def _days(phrase: Phrase) -> Iterator[Found]:
    first, last = point_of(phrase), point_of(phrase)
    last.day = number(phrase, "day2") or 0
    yield found_as(phrase, "range", first=first, last=last)


def _pair(phrase: Phrase) -> Iterator[Found]:
    """Two days of one month: two dates, each with its own words."""
    first, last = point_of(phrase), point_of(phrase)
    last.day = number(phrase, "day2") or 0
    middle = _link(phrase, "day2")
    yield found_as(phrase, "point", until=middle, first=first)
    yield found_as(phrase, "point", since=middle + 1, first=last)


def _years(phrase: Phrase) -> Iterator[Found]:
    """1918-21, 499-493 BC; "1918-12" and "1921-05" are a month, not years."""
    first, last = point_of(phrase), Point(season=str(value(phrase, "season") or ""))
    words = words_of(phrase, "year2")
    year = int(words)
    if first.bc:
        last.year, last.bc = 1 - year, True
    elif len(words) < 3 and first.year is not None:
        last.year = first.year - first.year % 10 ** len(words) + year
        if last.year <= first.year:
            last.year += 10 ** len(words) if last.year % 100 == 0 else 0
        if last.year <= first.year:
            yield found_as(phrase, "point", until=phrase.slots["year"][1], first=first)
            return
    else:
        last.year = year
    if first.season == "WI" and last.year is not None:
        yield found_as(phrase, "point", first=last)
        return
    yield found_as(phrase, "range", first=first, last=last)


def _yearpair(phrase: Phrase) -> Iterator[Found]:
    middle = _link(phrase, "year2")
    first = point_of(phrase)
    year = number(phrase, "year2") or 0
    yield found_as(phrase, "point", until=middle, first=first)
    last = Point(year=1 - year if first.bc else year, bc=first.bc)
    yield found_as(phrase, "point", since=middle + 1, first=last)


def _yearrest(phrase: Phrase) -> Iterator[Found]:
    """ "The rest of 496 and 495 BC": the year before the era is reached takes the era of the next."""
    yield found_as(phrase, "point", first=Point(year=1 - (number(phrase, "year") or 0), bc=True))


def _centuries(phrase: Phrase) -> Iterator[Found]:
    """ "The 18th and 19th centuries": two centuries, each with its own words."""
    middle = _link(phrase, "nth2")
    first = point_of(phrase)
    if phrase.page.kind(middle) in ("TO", "DASH"):
        last = Point(years=century(number(phrase, "nth2") or 1, bc=first.bc), bc=first.bc)
        yield found_as(phrase, "range", first=first, last=last)
        return
    yield found_as(phrase, "point", until=middle, first=first)
    nth = number(phrase, "nth2") or 1
    yield found_as(phrase, "point", since=middle + 1, first=Point(years=century(nth, bc=first.bc), bc=first.bc))


def century(nth: int, *, bc: bool) -> tuple[int, int]:
    """The years of the nth century, as they are written: the 19th is 1800 to 1899."""
    return (1 - 100 * nth, 100 - 100 * nth) if bc else (100 * nth - 100, 100 * nth - 1)


def _season(phrase: Phrase) -> Iterator[Found]:
    """A season without an article: of any year when it only qualifies a common noun ("winter quarters")."""
    page = phrase.page
    if page.words[phrase.first][0].isupper() and page.kind(phrase.last) == "PALACE":
        return
    noun = phrase.page.kind(phrase.last) == "WORD" and phrase.page.kind(phrase.first - 1) not in ("IN", "BY", "DURING")
    season = str(value(phrase, "season"))
    if noun and phrase.page.words[phrase.first].islower():
        yield found_as(phrase, "plain", value=f"XXXX-{season}")
    else:
        yield found_as(phrase, "point", first=Point(season=season))


def _shift(phrase: Phrase) -> Iterator[Found]:
    step = value(phrase, "dir")
    how_many = amount(phrase) if "count" in phrase.slots else "1" if phrase.kind != "shift" or _is_one(phrase) else "X"
    yield found_as(phrase, "shift", amount=how_many, unit=str(value(phrase, "unit")), step=int(step or 0))


def _is_one(phrase: Phrase) -> bool:
    """ "The year before" is one year; "years later" is no number."""
    return phrase.page.kind(phrase.slots["unit"][0]) != "UNITS"


def _which(phrase: Phrase) -> Iterator[Found]:
    point = Point(mod=str(value(phrase, "mod") or ""), season=str(value(phrase, "season") or ""))
    point.month = number(phrase, "month") or 0
    unit = str(value(phrase, "unit") or ("season" if point.season else "month"))
    yield found_as(phrase, "which", first=point, unit=unit, step=int(value(phrase, "which") or 0))


def _day_step(phrase: Phrase) -> Iterator[Found]:
    """One word for a step of days ("the morrow" in many languages), and perhaps the time of that day."""
    unit = str(value(phrase, "unit") or "D")
    yield found_as(phrase, "which", unit=unit, step=int(value(phrase, "which") or 0))


def _unit(phrase: Phrase) -> Iterator[Found]:
    """A bare "the year": the one we are in; a bare "the day" is no particular one."""
    unit = str(value(phrase, "unit"))
    if unit in ("Y", "CE", "DE", "M") and phrase.page.kind(phrase.first) == "THE":
        yield found_as(phrase, "which", unit=unit)
    elif unit in ("D", "Y"):
        yield found_as(phrase, "plain", value="XXXX-XX-XX" if unit == "D" else "XXXX")


def _nth_day(phrase: Phrase) -> Iterator[Found]:
    yield found_as(phrase, "nthday", unit=str(value(phrase, "unit")), first=Point(mod=str(value(phrase, "mod") or "")))


_BEFORE_A_DAY = frozenset("ON BY TO FROM UNTIL SINCE AND OF AFTER BEFORE".split())


def _nth(phrase: Phrase) -> Iterator[Found]:
    """A day by its number alone ("on the 5th"), where a word of time stands before it."""
    if "approx" in phrase.slots or phrase.page.kind(phrase.first - 1) in _BEFORE_A_DAY:
        yield found_as(phrase, "point", first=point_of(phrase))


def _length(phrase: Phrase) -> Iterator[Found]:
    unit = str(value(phrase, "unit"))
    if unit == "WE":
        return
    how_many = amount(phrase) if "count" in phrase.slots else "X" if _is_many(phrase) else "1"
    yield found_as(phrase, "duration", amount=how_many, unit=unit)


def _lengths(phrase: Phrase) -> Iterator[Found]:
    """ "Ten to fifteen years": two lengths, each with its own words."""
    middle, unit = _link(phrase, "count2"), str(value(phrase, "unit"))
    yield found_as(phrase, "duration", until=middle, amount=amount(phrase), unit=unit)
    yield found_as(phrase, "duration", since=middle + 1, amount=amount(phrase, "count2"), unit=unit)


def _short_year(phrase: Phrase) -> Iterator[Found]:
    """A year of three figures and no era: only an account of the years before Christ means one by it."""
    first, last = Point(year=number(phrase, "year"), season=str(value(phrase, "season") or "")), None
    if "year2" in phrase.slots:
        last = Point(year=number(phrase, "year2"))
    yield found_as(phrase, "shortyear", first=first, last=last)


def _days_list(phrase: Phrase) -> Iterator[Found]:
    """ "The 5th, 6th and 8th of June": each day with its own words, the last with all that follows."""
    page = phrase.page
    ends = (
        (phrase.slots["month"][0], phrase.last) if page.kind(phrase.first) in ("THE", "D1", "NTH") else (phrase.last,)
    )
    days = [token for token in range(phrase.first, ends[0]) if page.kind(token) in ("D1", "NTH")]
    for at, token in enumerate(days):
        point = point_of(phrase)
        point.day = number_in(page, token, token + 1)
        since = phrase.first if at == 0 else token
        yield found_as(
            phrase, "point", since=since, until=phrase.last if at == len(days) - 1 else token + 1, first=point
        )


def _today(phrase: Phrase) -> Iterator[Found]:
    yield found_as(phrase, "ref", value="PRESENT_REF")


def _is_many(phrase: Phrase) -> bool:
    return phrase.page.kind(phrase.slots["unit"][0]) in ("UNITS", "CENTURIES", "DAYTIMES")


def _portion(phrase: Phrase) -> Iterator[Found]:
    """ "The last two weeks of February 1951": a length, and where it lies."""
    step = -1 if value(phrase, "which") in (-1, "") else 1
    point = point_of(phrase)
    point.step = None
    yield found_as(phrase, "portion", first=point, amount=amount(phrase), unit=str(value(phrase, "unit")), step=step)


def _week_of(phrase: Phrase) -> Iterator[Found]:
    """ "The first week of May 1915", "the last day of May"; "the first month of May" is none."""
    unit = str(value(phrase, "unit"))
    if unit in ("D", "W"):
        nth = number(phrase, "nth") or 0
        yield found_as(phrase, "weekof", first=point_of(phrase), amount="1", unit=unit, step=max(nth, 0) or -1)


def _clock(phrase: Phrase) -> Iterator[Found]:
    point = point_of(phrase)
    if not point.clock:
        return
    kinds = phrase.page.kind(phrase.first)
    if kinds == "CLOCK" and phrase.last - phrase.first == 1 and phrase.page.kind(phrase.first - 1) == "WORD":
        return
    yield found_as(phrase, "point", first=point)


def _daytime(phrase: Phrase) -> Iterator[Found]:
    """ "At night", "night attacks": any night."""
    yield found_as(phrase, "plain", value=f"XXXX-XX-XXT{value(phrase, 'unit')}")


def _set(phrase: Phrase) -> Iterator[Found]:
    said = value(phrase, "value")
    if said is None:
        said = _EVERY.get(str(value(phrase, "unit")), "XXXX-XX-XX")
    yield found_as(phrase, "set", value=str(said))


_EVERY = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "TH": "XXXX-XX-XXTXX", "NI": "XXXX-XX-XXTNI"}


def _ref(phrase: Phrase) -> Iterator[Found]:
    yield found_as(phrase, "ref", value=str(value(phrase, "value")))


def _deictic(phrase: Phrase) -> Iterator[Found]:
    """A day seen from the one of writing: "yesterday", "this morning", "Monday next", "the 9th instant"."""
    unit, step = str(value(phrase, "unit") or "D"), int(value(phrase, "which") or 0)
    first = point_of(phrase) if "day" in phrase.slots or "weekday" in phrase.slots else Point()
    yield found_as(phrase, "deictic", unit=unit, step=step, first=first)


def _past(phrase: Phrase) -> Iterator[Found]:
    yield found_as(phrase, "ref", value="PAST_REF")


def _that(phrase: Phrase) -> Iterator[Found]:
    yield found_as(phrase, "that")


def _vaguely(phrase: Phrase) -> Iterator[Found]:
    yield found_as(phrase, "vaguely", step=int(value(phrase, "dir") or 0))


def _new_year(phrase: Phrase) -> Iterator[Found]:
    if value(phrase, "unit") not in (None, "Y"):
        # "The new century" begins on no day.
        return
    point = point_of(phrase)
    point.month, point.day = (12, 31) if "which" in phrase.slots else (1, 1)
    point.step = None
    yield found_as(phrase, "newyear", first=point)


def _nothing(phrase: Phrase) -> Iterator[Found]:
    return iter(())


def _link(phrase: Phrase, slot: str) -> int:
    """The token that joins the words before a slot to it."""
    middle = phrase.slots[slot][0] - 1
    while phrase.page.kind(middle) not in ("AND", "OR", "TO", "DASH"):
        middle -= 1
    return middle


READERS: dict[str, Callable[[Phrase], Iterator[Found]]] = {
    "point": _point,
    "days": _days,
    "pair": _pair,
    "years": _years,
    "yearpair": _yearpair,
    "yearrest": _yearrest,
    "centuries": _centuries,
    "season": _season,
    "shift": _shift,
    "event": event_in,
    "which": _which,
    "daystep": _day_step,
    "unit": _unit,
    "units": _ref,
    "nthday": _nth_day,
    "nth": _nth,
    "length": _length,
    "vaguelength": _length,
    "lengths": _lengths,
    "shortyear": _short_year,
    "dayslist": _days_list,
    "today": _today,
    "pastlength": _length,
    "portion": _portion,
    "weekof": _week_of,
    "clock": _clock,
    "daytime": _daytime,
    "set": _set,
    "rate": _set,
    "ref": _ref,
    "past": _past,
    "deictic": _deictic,
    "that": _that,
    "atthetime": _past,
    "vaguely": _vaguely,
    "newyear": _new_year,
    "nothing": _nothing,
    **CALENDAR_READERS,
}
