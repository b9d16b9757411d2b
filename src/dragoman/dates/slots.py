"""What the slots of a phrase say: numbers in figures and words, points, amounts, and the words around them.

slots {"day": "16", "month": "March", "year": "1921"} -> Point(year=1921, month=3, day=16)
"""

from typing import Any

from dragoman.dates.found import Found, Point
from dragoman.dates.words import Page, Phrase
from dragoman.model.date import Calendar, Certainty


def found_as(phrase: Phrase, kind: str, since: int = -1, until: int = -1, **said: Any) -> Found:
    """What the phrase was found to be, with its place and what the words around it add."""
    first = phrase.first if since < 0 else since
    last = phrase.last if until < 0 else until
    page = phrase.page
    while page.kind(last - 1) == "COMMA":
        last -= 1
    found = Found(kind, page.starts[first], page.end(last - 1), **said)
    found.lead = page.kind(first - 1)
    found.told = page.kind(first - 1) in page.grammar.language.NOT_BEFORE and _is_denied(page, first)
    found.certainty = Certainty.SURE if found.told else _certainty(phrase, first)
    if "mark" in phrase.slots and found.calendar is Calendar.GREGORIAN:
        found.calendar = Calendar(str(value(phrase, "mark")))
    if found.told and page.kind(first - 1) not in page.grammar.language.DENIED_WHEN:
        found.certainty = _certainty(phrase, first)
    if "dual" in phrase.slots and found.first.day:
        found.calendar = Calendar.JULIAN
    found.beside = _is_attribute(page, first, last)
    return found


def point_of(phrase: Phrase) -> Point:
    """The point that the slots of a phrase describe."""
    point = Point(mod=str(value(phrase, "mod") or ""), season=str(value(phrase, "season") or ""))
    point.month = number(phrase, "month") or 0
    point.day = number(phrase, "day") or 0
    point.weekday = number(phrase, "weekday") or 0
    point.bc = value(phrase, "era") == -1
    _set_clock(phrase, point)
    _set_year(phrase, point)
    if "holiday" in phrase.slots:
        point.month, point.day = (int(part) for part in str(value(phrase, "holiday")).split("-"))
    if "which" in phrase.slots:
        point.step = int(value(phrase, "which") or 0)
        point.unit = str(value(phrase, "wunit") or "M")
    return point


def value(phrase: Phrase, slot: str) -> int | str | None:
    """What the first word in a slot is worth."""
    return phrase.page.value(phrase.slots[slot][0]) if slot in phrase.slots else None


def words_of(phrase: Phrase, slot: str) -> str:
    """The words in a slot."""
    first, last = phrase.slots[slot]
    return " ".join(phrase.page.words[first:last])


def number(phrase: Phrase, slot: str) -> int | None:
    """The whole number a slot spells, in figures or words."""
    return number_in(phrase.page, *phrase.slots[slot]) if slot in phrase.slots else None


def number_in(page: Page, first: int, last: int) -> int:
    """ "1,204", "twenty-first", "one thousand nine hundred and eighteen"."""
    total = 0
    for token in range(first, last):
        word, kind = page.words[token], page.kind(token)
        worth = _figures(word) if word[0].isdecimal() and word[-1].isdecimal() else page.value(token)
        if kind == "THOUSAND":
            total = (total or 1) * 1000
        elif kind == "HUNDRED":
            total += (total % 100 or 1) * 100 - total % 100
        elif isinstance(worth, int) and kind not in ("A", "AND", "OF", "THE", "UNIT", "DAY"):
            total += worth
    return total


def _figures(word: str) -> int:
    """A number in figures; one of more than nine is nobody's date."""
    figures = word.replace(",", "")
    return int(figures) if len(figures) < 10 and figures.isdecimal() else 0


def amount(phrase: Phrase, slot: str = "count") -> str:
    """How many: digits, or X for a number that is not said."""
    kinds = [phrase.page.kind(token) for token in range(*phrase.slots[slot])]
    if "VAGUE" in kinds:
        return "X"
    if "DEC" in kinds:
        return words_of(phrase, slot)
    if "HALF" in kinds:
        return f"{number(phrase, slot) or 0}.5"
    return str(number(phrase, slot) or 1)


def _certainty(phrase: Phrase, first: int) -> Certainty:
    page, words = phrase.page, phrase.page.grammar.language
    said = value(phrase, "approx")
    if isinstance(said, str) and said in ("about", "probably"):
        return Certainty(said)
    before = first - 1
    while page.kind(before) in ("ON", "IN", "THE", "AT"):
        before -= 1
    if page.kind(before) in words.SURENESS:
        return Certainty(str(page.value(before)))
    side = _side(page, first - 1) or _side(page, before)
    if side is None and _is_open(page, phrase.last, first):
        side = "after"
    return Certainty(side) if side else Certainty.SURE


def _side(page: Page, last: int) -> str | None:
    """On which side the words that end here put the date: "no later than", "prior to", "after"."""
    for size in (3, 2, 1):
        words = " ".join(page.kind(token) for token in range(last - size + 1, last + 1))
        if words in page.grammar.language.SIDES:
            return page.grammar.language.SIDES[words]
    return None


def _is_open(page: Page, last: int, first: int) -> bool:
    """Whether the time runs on: "from 1878 onwards", "from 1878 on"."""
    after = page.kind(last)
    if after == "ON" and page.kind(first - 1) == "FROM":
        return page.kind(last + 1) in ("COMMA", "DOT", "SEMI", "PARA", "")
    return after == "ONWARDS"


def _is_denied(page: Page, first: int) -> bool:
    """Whether a denial stands before "until": "was not signed until November" says when it was."""
    for token in range(first - 1, max(-1, first - 16), -1):
        kind = page.kind(token)
        if kind in ("DOT", "STOP", "SEMI", "PARA"):
            return False
        if kind == "NOT":
            return True
    return False


def _is_attribute(page: Page, first: int, last: int) -> bool:
    """Whether the date names a thing ("the Treaty of 1783") or is looked back to, rather than tells when."""
    before, after = page.kind(first - 1), page.kind(last)
    if before == "AS" and page.kind(first - 2) == "EARLY":
        # "Had promised it as early as 1864"
        return True
    if before in page.grammar.language.NAMING:
        return page.kind(first - 2) == "NAME" or (page.kind(first - 2) == "WORD" and page.kind(first) == "Y4")
    return before in ("THE", "A") and after in ("NAME", "WORD") and page.kind(first) == "Y4"


def _set_year(phrase: Phrase, point: Point) -> None:
    year = number(phrase, "year")
    if year is None:
        year = number(phrase, "spelt")
    if year is not None:
        point.year = 1 - year if point.bc else year
        point.year += _is_dual(phrase, year)
    elif "decade" in phrase.slots:
        _set_decade(phrase, point)
    elif "century" in phrase.slots and value(phrase, "century") == "CE":
        nth = number(phrase, "nth") or 1
        point.years = (1 - 100 * nth, 100 - 100 * nth) if point.bc else (100 * nth - 100, 100 * nth - 1)


def _set_decade(phrase: Phrase, point: Point) -> None:
    """ "The 1930s", "the nineteen-thirties"; "the thirties" and "the 30s" are of a century that is not said."""
    first, last = phrase.slots["decade"]
    page = phrase.page
    words = words_of(phrase, "decade").removesuffix(page.grammar.language.DECADE_ENDING)
    years = int(words) if words.isdecimal() else number_in(page, last - 1, last)
    if not words.isdecimal() and last - first > 1:
        years += 100 * number_in(page, first, first + 1)
    if years < 100 and not point.bc:
        point.short, point.unit = years, "DE"
    else:
        point.years = _decade(years, bc=point.bc)


def _is_dual(phrase: Phrase, year: int) -> bool:
    """Whether "1731/2" names the year by both its beginnings: January or Lady Day."""
    return "dual" in phrase.slots and number(phrase, "dual") in ((year + 1) % 10, (year + 1) % 100)


def _decade(first: int, *, bc: bool) -> tuple[int, int] | None:
    """The years of "1930s" or "470s BC"."""
    size = 100 if first % 100 == 0 and first >= 1000 else 10
    return (-8 - first, 1 - first) if bc else (first, first + size - 1)


def _set_clock(phrase: Phrase, point: Point) -> None:
    if "daytime" in phrase.slots:
        point.clock = f"T{value(phrase, 'daytime')}"
    if "clock" not in phrase.slots:
        return
    first, last = phrase.slots["clock"]
    page = phrase.page
    if page.kind(first) == "DAWN":
        point.clock = f"T{page.value(first)}"
        return
    hour, _, minute = page.words[first].replace(".", ":").partition(":")
    hours = int(hour) if hour.isdecimal() else number_in(page, first, first + 1)
    if page.kind(last - 1) == "PM" and hours < 12:
        hours += 12
    if hours <= 24 and int(minute[:2] or 0) < 60:
        point.clock = f"T{hours:02d}:{minute[:2]}" if minute else f"T{hours:02d}:00"
