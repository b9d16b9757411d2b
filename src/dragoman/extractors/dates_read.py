"""From a phrase to what it says: each kind of form has its reader.

"the night of April 18, 1775" -> Found("point", first=Point(1775, 4, 18, clock="TNI"))
"""

from collections.abc import Callable, Iterator

from dragoman.extractors.dates_found import Found, Point
from dragoman.extractors.dates_words import Phrase
from dragoman.model.date import Calendar, Certainty


def found_in(phrase: Phrase) -> Iterator[Found]:
    """What the phrase says; nothing if on a second look it is not about time."""
    return READERS[phrase.kind](phrase)


def _point(phrase: Phrase) -> Iterator[Found]:
    yield _found(phrase, "point", first=_point_of(phrase))


def _days(phrase: Phrase) -> Iterator[Found]:
    first, last = _point_of(phrase), _point_of(phrase)
    last.day = _number(phrase, "day2") or 0
    yield _found(phrase, "range", first=first, last=last)


def _pair(phrase: Phrase) -> Iterator[Found]:
    """Two days of one month: two dates, each with its own words."""
    first, last = _point_of(phrase), _point_of(phrase)
    last.day = _number(phrase, "day2") or 0
    middle = phrase.slots["day2"][0] - 1
    while phrase.page.kind(middle) != "AND":
        middle -= 1
    yield _found(phrase, "point", until=middle, first=first)
    yield _found(phrase, "point", since=middle + 1, first=last)


def _both(phrase: Phrase) -> Iterator[Found]:
    """One day under two calendars: the later reading of the two is the Gregorian."""
    first, second = _point_of(phrase), _point_of(phrase)
    second.day = _number(phrase, "day2") or 0
    if "month2" in phrase.slots:
        second.month = _number(phrase, "month2") or 0
    elif second.day < first.day:
        first, second = second, first
    if second.month == 1 and first.month == 12 and first.year is not None:
        first.year -= 1
    if first.month == 1 and second.month == 12:
        first, second = second, first
    yield _found(phrase, "point", first=second, calendar=Calendar.BOTH)


def _years(phrase: Phrase) -> Iterator[Found]:
    first, last = _point_of(phrase), Point()
    year = _number(phrase, "year2") or 0
    if first.bc:
        last = Point(year=1 - year, bc=True)
    elif len(phrase.page.words[phrase.slots["year2"][0]]) < 3 and first.year is not None:
        size = 10 ** len(phrase.page.words[phrase.slots["year2"][0]])
        last.year = first.year - first.year % size + year
        if last.year <= first.year:
            return
    else:
        last.year = year
    yield _found(phrase, "range", first=first, last=last)


def _yearpair(phrase: Phrase) -> Iterator[Found]:
    middle = phrase.slots["year2"][0] - 1
    first = _point_of(phrase)
    yield _found(phrase, "point", until=middle, first=first)
    year = _number(phrase, "year2") or 0
    yield _found(phrase, "point", since=middle + 1, first=Point(year=1 - year if first.bc else year, bc=first.bc))


def _shift(phrase: Phrase) -> Iterator[Found]:
    step = int(_value(phrase, "dir") or 0)
    yield _found(phrase, "shift", amount=_amount(phrase), unit=str(_value(phrase, "unit")), step=step)


def _which(phrase: Phrase) -> Iterator[Found]:
    step = int(_value(phrase, "which") or 0)
    point = Point(mod=str(_value(phrase, "mod") or ""))
    yield _found(phrase, "which", first=point, unit=str(_value(phrase, "unit")), step=step)


def _length(phrase: Phrase) -> Iterator[Found]:
    yield _found(phrase, "duration", amount=_amount(phrase), unit=str(_value(phrase, "unit")))


def _value_only(phrase: Phrase) -> Iterator[Found]:
    yield _found(phrase, phrase.kind, value=str(_value(phrase, "value")))


READERS: dict[str, Callable[[Phrase], Iterator[Found]]] = {
    "point": _point,
    "days": _days,
    "pair": _pair,
    "both": _both,
    "years": _years,
    "yearpair": _yearpair,
    "shift": _shift,
    "which": _which,
    "length": _length,
    "ref": _value_only,
    "set": _value_only,
}


def _found(phrase: Phrase, kind: str, since: int = -1, until: int = -1, **said: object) -> Found:
    first = phrase.first if since < 0 else since
    last = phrase.last if until < 0 else until
    page = phrase.page
    found = Found(kind, page.starts[first], page.end(last - 1), **said)  # type: ignore[arg-type]
    found.before = page.kind(first - 1)
    approx = _value(phrase, "approx")
    if approx in ("about", "probably"):
        found.certainty = Certainty(approx)
    if "mark" in phrase.slots:
        found.calendar = Calendar(str(_value(phrase, "mark")))
    return found


def _point_of(phrase: Phrase) -> Point:
    """The point that the slots of a phrase describe."""
    point = Point(mod=str(_value(phrase, "mod") or ""), season=str(_value(phrase, "season") or ""))
    point.month = _number(phrase, "month") or 0
    point.day = _number(phrase, "day") or 0
    point.weekday = _number(phrase, "weekday") or 0
    point.bc = _value(phrase, "era") == -1
    if "daytime" in phrase.slots:
        point.clock = f"T{_value(phrase, 'daytime')}"
    year = _number(phrase, "year")
    if year is not None:
        point.year = 1 - year if point.bc else year
        if "dual" in phrase.slots:
            point.year += 1
    if "decade" in phrase.slots:
        decade = int(phrase.page.words[phrase.slots["decade"][0]].rstrip("s"))
        point.decade = (-decade if point.bc else decade) // 10
    if "century" in phrase.slots:
        point.century = (_number(phrase, "nth") or 1) - 1
    return point


def _value(phrase: Phrase, slot: str) -> int | str | None:
    """What the first word in a slot is worth."""
    if slot not in phrase.slots:
        return None
    return phrase.page.value(phrase.slots[slot][0])


def _number(phrase: Phrase, slot: str) -> int | None:
    """The whole number a slot spells, in figures or words."""
    if slot not in phrase.slots:
        return None
    total, page = 0, phrase.page
    for token in range(*phrase.slots[slot]):
        word = page.words[token]
        value = int(word.replace(",", "")) if word[0].isdecimal() and word[-1].isdecimal() else page.value(token)
        if page.kind(token) in ("HUNDRED", "THOUSAND"):
            total = (total or 1) * int(value or 1)
        elif isinstance(value, int) and page.kind(token) not in ("A", "AND", "OF", "DASH", "THE"):
            total += value
    return total


def _amount(phrase: Phrase) -> str:
    """How many: digits, or X for a number that is not said."""
    if "count" not in phrase.slots:
        return "X"
    kinds = [phrase.page.kind(token) for token in range(*phrase.slots["count"])]
    if "VAGUE" in kinds:
        return "X"
    if "HALF" in kinds:
        return "0.5"
    return str(_number(phrase, "count") or 1)
