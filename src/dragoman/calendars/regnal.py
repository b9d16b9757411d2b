"""English and British regnal years, as statutes cite them.

    regnal_year("george", 3, 12) == (day of 25 October 1771, day of 24 October 1772)     12 Geo. III

A regnal year runs from the anniversary of the accession. Dates of accession up to George II are Old Style: his years
from 1752 on begin on 22 June, New Style, which is the same day. Charles II counted from his father's death.
Source: the list of accessions in C. R. Cheney, Handbook of Dates for Students of English History.
"""

from dragoman.calendars.days import gregorian_date, gregorian_day, julian_date, julian_day

# (king, number): the accession, and the last day of the reign, as they were dated at the time.
_REIGNS: dict[tuple[str, int], tuple[tuple[int, int, int], tuple[int, int, int]]] = {
    ("henry", 3): ((1216, 10, 28), (1272, 11, 16)),
    ("edward", 1): ((1272, 11, 20), (1307, 7, 7)),
    ("edward", 2): ((1307, 7, 8), (1327, 1, 20)),
    ("edward", 3): ((1327, 1, 25), (1377, 6, 21)),
    ("richard", 2): ((1377, 6, 22), (1399, 9, 29)),
    ("henry", 4): ((1399, 9, 30), (1413, 3, 20)),
    ("henry", 5): ((1413, 3, 21), (1422, 8, 31)),
    ("henry", 6): ((1422, 9, 1), (1461, 3, 4)),
    ("edward", 4): ((1461, 3, 4), (1483, 4, 9)),
    ("richard", 3): ((1483, 6, 26), (1485, 8, 22)),
    ("henry", 7): ((1485, 8, 22), (1509, 4, 21)),
    ("henry", 8): ((1509, 4, 22), (1547, 1, 28)),
    ("edward", 6): ((1547, 1, 28), (1553, 7, 6)),
    ("mary", 1): ((1553, 7, 6), (1558, 11, 17)),
    ("elizabeth", 1): ((1558, 11, 17), (1603, 3, 24)),
    ("james", 1): ((1603, 3, 24), (1625, 3, 27)),
    ("charles", 1): ((1625, 3, 27), (1649, 1, 30)),
    ("charles", 2): ((1649, 1, 30), (1685, 2, 6)),
    ("james", 2): ((1685, 2, 6), (1688, 12, 11)),
    ("william", 3): ((1689, 2, 13), (1702, 3, 8)),
    ("anne", 1): ((1702, 3, 8), (1714, 8, 1)),
    ("george", 1): ((1714, 8, 1), (1727, 6, 11)),
    ("george", 2): ((1727, 6, 11), (1760, 10, 25)),
    ("george", 3): ((1760, 10, 25), (1820, 1, 29)),
    ("george", 4): ((1820, 1, 29), (1830, 6, 26)),
    ("william", 4): ((1830, 6, 26), (1837, 6, 20)),
    ("victoria", 1): ((1837, 6, 20), (1901, 1, 22)),
    ("edward", 7): ((1901, 1, 22), (1910, 5, 6)),
    ("george", 5): ((1910, 5, 6), (1936, 1, 20)),
    ("edward", 8): ((1936, 1, 20), (1936, 12, 11)),
    ("george", 6): ((1936, 12, 11), (1952, 2, 6)),
    ("elizabeth", 2): ((1952, 2, 6), (2022, 9, 8)),
}
# Kings of whom there was one only, or whose statutes are cited without a number.
_ONLY = {"victoria": 1, "anne": 1, "mary": 1}


def regnal_year(king: str, number: int | None, year: int) -> tuple[int, int] | None:
    """The first and last day of a regnal year; None when no such king reigned so long."""
    reign = _REIGNS.get((king, number or _ONLY.get(king, 0)))
    if reign is None or year < 1:
        return None
    accession, death = reign
    first, last = _anniversary(accession, year - 1), _anniversary(accession, year) - 1
    end = _day(death)
    return (first, min(last, end)) if first <= end else None


def _anniversary(accession: tuple[int, int, int], years: int) -> int:
    """The day so many years after an accession; before 1752 both are Old Style."""
    year, month, day = accession
    if year < 1752:
        return julian_day(year + years, month, day)
    return gregorian_day(year + years, month, day)


def _day(date: tuple[int, int, int]) -> int:
    return julian_day(*date) if date < (1752, 9, 3) else gregorian_day(*date)


def regnal_years_of(number: int) -> tuple[tuple[str, int, int], ...]:
    """The kings, and the years of their reigns, that a day fell in."""
    return tuple(
        (king, which, _count(accession, number))
        for (king, which), (accession, death) in _REIGNS.items()
        if _day(accession) <= number <= _day(death)
    )


def _count(accession: tuple[int, int, int], number: int) -> int:
    year = (julian_date(number) if accession[0] < 1752 else gregorian_date(number))[0]
    years = year - accession[0]
    return years + 1 if _anniversary(accession, years) <= number else years
