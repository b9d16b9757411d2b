"""EDTF (ISO 8601-2:2019, levels 0 to 2): stub."""

from dragoman.calendars import gregorian_date

SEASON_MONTHS = {21: ((0, 3), (0, 5)), 22: ((0, 6), (0, 8)), 23: ((0, 9), (0, 11)), 24: ((-1, 12), (0, 2))}


def year_text(year: int) -> str:
    """A year in EDTF: four figures, a minus before the year 0, a Y beyond 9999."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def day_text(number: int) -> str:
    """A day in EDTF."""
    year, month, day = gregorian_date(number)
    return f"{year_text(year)}-{month:02d}-{day:02d}"
