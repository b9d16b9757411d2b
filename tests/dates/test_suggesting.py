"""What a day may be under another calendar: only a hint, and only where nothing in the text decides."""

import pytest

from dragoman.calendars import COUNTRIES
from dragoman.dates import find
from dragoman.dates.suggesting import suggestion
from dragoman.languages.en import dates as english
from dragoman.languages.fr import dates as french


def hints(text):
    return [hint and hint.edtf for hint in (suggestion(text, date, english) for date in find(text))]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("In St. Petersburg, on 14 December 1825, the regiments refused the oath.", "1825-12-26"),
        ("The Tsar of Russia abdicated on 2 March 1917.", "1917-03-15"),
        ("Athens declared war on 5 October 1912.", "1912-10-18"),
        ("Queen Anne died in London on 1 August 1714.", "1714-08-12"),
    ],
)
def test_a_day_of_a_country_that_kept_the_old_calendar_may_be_another(text, edtf):
    assert hints(text) == [edtf]


@pytest.mark.parametrize(
    "text",
    [
        "In St. Petersburg, on 14 December 1825 (O.S.), they refused.",
        "In St. Petersburg, on 26 December 1825 (N.S.), they refused.",
        "In Moscow, on 3/16 March 1921, they signed.",
        "In Moscow, on 16 March 1921, they signed.",
        "In Paris, on 14 December 1825, the Chamber met.",
        "Russia was far away. On 14 December 1825 the Chamber met.",
        "In Russia, in December 1825, they refused.",
        "In Russia the oath was refused in 1825.",
    ],
)
def test_what_the_text_decides_or_no_country_speaks_for_needs_no_hint(text):
    assert set(hints(text)) <= {None}


def test_the_reading_itself_stays_as_it_was_written():
    assert find("In Russia, on 14 December 1825, they refused.")[0].edtf == "1825-12-14"


@pytest.mark.parametrize("language", [english, french])
def test_every_country_of_a_language_is_in_the_table_of_customs(language):
    assert set(language.CUSTOMS.values()) <= set(COUNTRIES)
