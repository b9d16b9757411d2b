"""Steps from an anchor: what "the following month" or "two days later" is, and which year a month falls in.

stepped(Point(year=1917, month=9, day=27), two days later) -> Point(year=1917, month=9, day=29)
"""

from dragoman.calendars import gregorian_day, is_day, month_length, weekday
from dragoman.dates.found import Found, Point
from dragoman.dates.write import bounds_of, day_point, week_point

_DAYTIMES = ("MO", "AF", "EV", "NI", "MI", "DT")
_SEASONS = {"WI": 1, "SP": 4, "SU": 7, "FA": 10, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7}


def stepped(anchor: Point, one: Found) -> Point:
    """The anchor moved as the expression says, and cut to its unit."""
    if one.first.step is not None:
        return _step_inside(anchor, one.first)
    amount = _amount(one)
    if anchor.year is None:
        return Point(clock=f"T{one.unit}" if one.unit in _DAYTIMES else "")
    if one.kind == "that":
        return Point(year=anchor.year, month=anchor.month, day=anchor.day, bc=anchor.bc, season=anchor.season)
    if one.kind in ("vaguely", "nthday"):
        return _unknown_day(anchor, one)
    if amount is None:
        return _lost(anchor, one.unit)
    if one.kind == "newyear":
        after = one.first.month == 1 and anchor.month > 1
        return _at(anchor.year + after, one.first.month, one.first.day)
    if one.first.month or one.first.season:
        return _next_named(anchor, one)
    if one.unit in _DAYTIMES or one.unit in ("D", "W", "W2", "WE"):
        return _step_days(anchor, one, amount)
    if one.unit == "TH" and one.amount and amount % 24 == 0:
        return _step_days(anchor, one, amount // 24)
    if one.unit in ("TH", "TM"):
        return _lost(anchor, one.unit)
    return _step_months(anchor, one.unit, amount, given="amount" if one.amount else "")


def given_year(point: Point, anchor: Point, one: Found) -> Point:
    """The point with the year (and month) that the narrative stands in."""
    year = anchor.year
    assert year is not None
    if point.short is not None:
        century = year - year % 100
        if point.unit == "DE":
            first = min((century + point.short + turn for turn in (-100, 0, 100)), key=lambda y: abs(y + 5 - year))
            first = min(max(first, point.short), 9900 + point.short)
            return Point(years=(first, first + 9), mod=point.mod)
        point.year = min((century + point.short + turn for turn in (-100, 0, 100)), key=lambda y: abs(y - year))
        return point
    if point.weekday and not point.month:
        return _weekday(point, anchor)
    if not point.month and not point.season:
        return _same_day(point, anchor)
    point.year = year + turned(point, anchor, one)
    point.bc = anchor.bc or point.year <= 0
    return point


def shared(first: Point, last: Point) -> None:
    """The two ends of a range give each other what one of them leaves out."""
    if first.clock and last.day and not (first.day or first.month or first.weekday):
        # "Between midnight and 3 a.m. on 29 March"
        first.day, first.month, first.year, first.bc = last.day, last.month, last.year, last.bc
    if last.bc and first.year is not None and not first.bc:
        first.year, first.bc = 1 - first.year, True
    if first.day and not first.month:
        first.month = last.month
    if last.day and not last.month:
        last.month = first.month
    if not first.is_dated and last.year is not None:
        first.year, first.bc = last.year, last.bc
        if first.month > last.month > 0:
            first.year -= 1
    elif not last.is_dated and first.year is not None:
        last.year, last.bc = first.year, first.bc
        if first.month > last.month > 0:
            last.year += 1


def within(point: Point, one: Found) -> list[Point]:
    """The first or last so many days, weeks or months of a month or year, as a range."""
    bounds = bounds_of(point)
    amount = int(one.amount) if one.amount.isdecimal() else 0
    if bounds[0] is None or bounds[1] is None or not amount:
        return []
    if one.unit == "M" and not point.month and point.year is not None and amount < 12:
        first, last = (1, amount) if one.step > 0 else (13 - amount, 12)
        return [_at(point.year, first, 0), _at(point.year, last, 0)]
    days = amount * {"D": 1, "W": 7, "W2": 14}.get(one.unit, 0)
    if not days:
        return []
    if one.kind == "weekof" and one.step > 0 and days == 7:
        start = bounds[0] + 7 * (one.step - 1)
        return [day_point(start), day_point(min(start + 6, bounds[1]))]
    start = bounds[0] if one.step > 0 else bounds[1] - days + 1
    if days == 1:
        return [day_point(start)]
    return [day_point(start), day_point(start + days - 1)]


def _amount(one: Found) -> int | None:
    """How many units to move; None when the text gives no number."""
    if not one.amount:
        return one.step
    return int(one.amount) * one.step if one.amount.isdecimal() and len(one.amount) < 6 else None


def _step_inside(anchor: Point, point: Point) -> Point:
    """ "24th ultimo", "January of the same year": a point inside a month or year a step away."""
    if anchor.year is None:
        return Point(month=point.month, day=point.day, season=point.season)
    step = point.step or 0
    if point.weekday and not (point.month or point.day):
        return _weekday(point, anchor)
    if point.month or point.season or point.unit == "Y":
        moved = _step_months(anchor, point.unit or "Y", step, given="amount")
        return Point(
            year=moved.year, month=point.month or (anchor.month if point.day else 0), day=point.day,
            season=point.season, bc=moved.bc, mod=point.mod, clock=point.clock,
        )  # fmt: skip
    moved = _step_months(anchor, "M", step, given="amount")
    return Point(year=moved.year, month=moved.month, day=point.day, bc=moved.bc, clock=point.clock)


def _step_days(anchor: Point, one: Found, amount: int) -> Point:
    clock = f"T{one.unit}" if one.unit in _DAYTIMES else ""
    if not anchor.day or anchor.year is None:
        if one.unit in ("W", "W2", "WE"):
            return _lost(anchor, "W")
        return Point(year=anchor.year, month=anchor.month, bc=anchor.bc, clock=clock, lost="D")
    number = _number(anchor)
    if one.unit in ("W", "W2", "WE"):
        return week_point(number + amount * (14 if one.unit == "W2" else 7))
    point = day_point(number + amount)
    point.clock = clock
    return point


def _step_months(anchor: Point, unit: str, amount: int, *, given: str) -> Point:
    year = anchor.year
    assert year is not None
    if unit == "M":
        if not anchor.month:
            return _lost(anchor, "M")
        years, month = divmod(anchor.month - 1 + amount, 12)
        return _at(year + years, month + 1, 0)
    size = {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}.get(unit, 1)
    if size > 1 and not given:
        return _years(anchor, size, amount)
    return _at(year + amount * size, 0, 0)


def _years(anchor: Point, size: int, amount: int) -> Point:
    """The decade or century so many away from the anchor's."""
    if anchor.years is not None:
        first = anchor.years[0] + amount * size
        return Point(years=(first, first + size - 1), bc=anchor.bc)
    year = anchor.year
    assert year is not None
    if not anchor.bc:
        first = year - year % size + amount * size
        return Point(years=(first, first + size - 1))
    label = (1 - year) // size - amount
    return Point(years=(1 - (label * size + size - 1), 1 - label * size), bc=True)


def _unknown_day(anchor: Point, one: Found) -> Point:
    """A day that only the story knows: "the seventh day", "shortly afterwards"."""
    clock = f"T{one.unit}" if one.unit in _DAYTIMES else ""
    if one.kind == "vaguely" or anchor.month:
        return Point(year=anchor.year, month=anchor.month, bc=anchor.bc, clock=clock, lost="D")
    return Point(bc=anchor.bc, clock=clock, lost="D")


def _lost(anchor: Point, unit: str) -> Point:
    """A point whose number of units only the story knows."""
    day = anchor.day if unit in ("TH", "TM") else 0
    month = anchor.month if unit in ("D", "TH", "TM") else 0
    return Point(year=anchor.year, month=month, day=day, bc=anchor.bc, lost=unit, clock="TXX" if day else "")


def _next_named(anchor: Point, one: Found) -> Point:
    """ "The following spring", "last March", "that autumn": the nearest of that name on the side the words say."""
    year = anchor.year
    assert year is not None
    month = one.first.month or _SEASONS[one.first.season]
    here = anchor.month or (_SEASONS[anchor.season] if anchor.season else 0)
    if one.step > 0 and (not here or month <= here):
        year += 1
    elif (one.step < 0 and here and month >= here) or (one.step < 0 and not here):
        year -= 1
    elif one.step == 0 and one.first.season == "WI" and here >= 7:
        year += 1
    return Point(year=year, month=one.first.month, season=one.first.season, bc=year <= 0, mod=one.first.mod)


def turned(point: Point, anchor: Point, one: Found) -> int:
    """Whether the year turns between the anchor and a month or season without a year: -1, 0 or 1."""
    if point.season == "WI":
        return 1 if anchor.month >= 7 or not (anchor.month or anchor.season) or anchor.season in ("FA", "SU") else 0
    if point.season and anchor.season == "WI":
        return 0
    if not point.month or not anchor.month:
        return 0
    if one.lead == "SINCE":
        return -1 if point.month > anchor.month else 0
    return 1 if anchor.month - point.month >= 8 else 0


def _weekday(point: Point, anchor: Point) -> Point:
    """The weekday on or next after the anchor's day; "next Monday" is after it, "last Monday" before it."""
    if not anchor.day or anchor.year is None:
        return Point(weekday=point.weekday, clock=point.clock)
    number = _number(anchor)
    days = (point.weekday - weekday(number)) % 7
    if point.step:
        days = days - 7 if point.step < 0 else days or 7
    found = day_point(number + days)
    found.clock = point.clock
    return found


def _same_day(point: Point, anchor: Point) -> Point:
    """A day by its number alone, or only a time of day, in the month or on the day the narrative stands at."""
    point.year, point.bc = anchor.year, anchor.bc
    if not point.day:
        point.month, point.day = anchor.month, anchor.day
        return point
    if not anchor.month:
        return Point(day=point.day, year=None, clock=point.clock)
    point.month = anchor.month
    if anchor.day - point.day > 15 and anchor.year is not None:
        moved = _step_months(anchor, "M", 1, given="amount")
        point.year, point.month = moved.year, moved.month
    return point


def _number(anchor: Point) -> int:
    assert anchor.year is not None
    if not is_day(anchor.year, anchor.month, anchor.day):
        return gregorian_day(anchor.year, anchor.month, month_length(anchor.year, anchor.month))
    return gregorian_day(anchor.year, anchor.month, anchor.day)


def _at(year: int, month: int, day: int) -> Point:
    return Point(year=year, month=month, day=day, bc=year <= 0)
