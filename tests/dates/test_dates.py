"""What the reader of dates makes of sentences: each test is a law and the words that show it."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.calendars import gregorian_day
from dragoman.dates import dates_in, impossible, timexes
from dragoman.edtf import bounds
from dragoman.model.date import Basis, Calendar, Certainty
from dragoman.model.text import Span


def read(text, **given_):
    """The words and the EDTF of every expression."""
    return [(date.text, date.edtf) for date in dates_in(text, **given_)]


def values(text):
    """The words, type and value of every TIMEX3."""
    return [(date.text, date.timex_type, date.timex_value) for date in timexes(dates_in(text))]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("16 March 1921", "1921-03-16"),
        ("March 16, 1921", "1921-03-16"),
        ("the 16th of March, 1921", "1921-03-16"),
        ("March the 16th, 1921", "1921-03-16"),
        ("Aug. 24, 1920", "1920-08-24"),
        ("Saturday, June 24, 1950", "1950-06-24"),
        ("the fourth day of June, one thousand nine hundred and eighteen", "1918-06-04"),
        (
            "this third day of September, in the year of our Lord one thousand seven hundred and eighty-three",
            "1783-09-03",
        ),
        ("16/III/1921", "1921-03-16"),
        ("11.IX.1922", "1922-09-11"),
        ("16.3.1921", "1921-03-16"),
        ("3/16/1921", "1921-03-16"),
        ("1921-03-16", "1921-03-16"),
        ("March 1921", "1921-03"),
        ("July-August 1920", "1920-07/1920-08"),
        ("28-29 November 1920", "1920-11-28/1920-11-29"),
        ("the night of 2-3 December 1920", "1920-12-02/1920-12-03"),
        ("1918-21", "1918/1921"),
        ("1899-1902", "1899/1902"),
        ("499-493 BC", "-0498/-0492"),
        ("the summer of 1779", "1779-22"),
        ("early March 1921", "1921-03"),
        ("the end of 1776", "1776"),
        ("mid-1920", "1920"),
        ("the 1920s", "192X"),
        ("the late nineteenth century", "18XX"),
        ("the first two months of 1939", "1939-01/1939-02"),
        ("44 BC", "-0043"),
        ("15 March 44 BC", "-0043-03-13"),
        ("AD 70", "0070"),
        ("c. 1500", "1500~"),
    ],
)
def test_a_date_in_full_needs_no_context(text, edtf):
    date = dates_in(f"It was so in {text}.")[0]
    assert (date.text, date.edtf, date.basis) == (text, edtf, Basis.EXPLICIT)
    assert date.because is None


def test_a_range_is_one_date_with_an_interval():
    assert read("The conference met from Feb. 26 to March 16, 1921.") == [
        ("Feb. 26 to March 16, 1921", "1921-02-26/1921-03-16")
    ]


def test_a_range_is_two_timexes():
    assert values("It met from Feb. 26 to March 16, 1921.") == [
        ("Feb. 26", "DATE", "1921-02-26"),
        ("March 16, 1921", "DATE", "1921-03-16"),
    ]
    assert values("The war of 1775-1780 was long.") == [("1775", "DATE", "1775"), ("1780", "DATE", "1780")]


def test_a_date_without_a_year_says_where_its_year_came_from():
    text = "In 1921 he turned to the West. On 15 January he struck."
    date = dates_in(text)[1]
    assert (date.edtf, date.basis) == ("1921-01-15", Basis.INHERITED)
    assert date.because is not None
    assert text[date.because.start : date.because.end] == "1921"


def test_a_heading_gives_the_year():
    text = "The war\n\n1937\n\nThe town fell on 8 February.\n\n1938\n\nThey attacked on 7 March."
    assert read(text)[1::2] == [("8 February", "1937-02-08"), ("7 March", "1938-03-07")]


def test_the_year_turns_with_the_months():
    assert read("On 12 December 1919 they met. On 3 January they parted.")[1][1] == "1920-01-03"


def test_since_looks_back():
    assert read("On 27 June 1950 he spoke. They had been away since October.")[1][1] == "1949-10/.."


@pytest.mark.parametrize(
    ("aside", "law"),
    [
        ("The book of Smith (1998) tells it.", "a parenthesis"),
        ("In 2004 documents were found. In 1920 the front moved.", "a digression"),
        ("The Treaty of Paris of 1763 was forgotten.", "a date that names a thing"),
        ("Two years earlier all had been quiet.", "a look back"),
    ],
)
def test_what_never_becomes_the_anchor(aside, law):
    text = f"On 24 April 1920 the attack began. {aside} On 7 May they entered the city."
    assert read(text)[-1] == ("7 May", "1920-05-07"), law


def test_not_until_tells_when():
    """The narrative moves to the year before its heading's, for the account says that it happened then."""
    text = "Texas, 1845–1848\n\nIt was not serious until 1844. On April 12 they signed. On March 1, 1845 it passed."
    assert ("April 12", "1844-04-12") in read(text)


def test_the_bare_year_we_are_in_does_not_lose_the_month():
    text = "On 27 December 1870 the shelling began. It was the worst of 1870. On the 30th of January the city fell."
    assert read(text)[-1][1] == "1871-01-30"


def test_a_masthead_and_a_publication_date_never_become_the_anchor():
    text = "26 March 2025\n\nOn 2 December they signed. In 1920 all was well."
    assert ("2 December", "1920-12-02") in read(text, furniture=[Span(0, 13)])
    assert ("2 December", "1920-12-02") in read(text, published="2025-03-26")


def test_the_year_of_the_context_is_where_the_narrative_begins():
    assert read("On 2 December they signed.", context_year=1920) == [("2 December", "1920-12-02")]
    assert read("On 2 December they signed.") == [("2 December", "")]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("Two days later", "1936-09-29"),
        ("three days earlier", "1936-09-24"),
        ("The next day", "1936-09-28"),
        ("the same day", "1936-09-27"),
        ("the following month", "1936-10"),
        ("two months later", "1936-11"),
        ("that year", "1936"),
        ("the following year", "1937"),
        ("the previous year", "1935"),
        ("at the end of the year", "1936"),
        ("the following spring", "1937-21"),
        ("on the 29th", "1936-09-29"),
        ("the 3rd instant", "1936-09-03"),
        ("the 27th ultimo", "1936-08-27"),
        ("the 5th proximo", "1936-10-05"),
        ("12 October of the same year", "1936-10-12"),
        ("several days later", ""),
        ("a decade later", "1946"),
    ],
)
def test_a_step_is_taken_from_where_the_narrative_stands(words, edtf):
    dates = dates_in(f"On 27 September 1936 they relieved the town. {words}, it was over.")
    assert dates[1].edtf == edtf
    assert dates[1].basis in (Basis.RELATIVE, Basis.INHERITED)


def test_words_beside_a_date_name_the_same_day():
    assert read("On 21 July 1936, the fifth day of the rebellion, they took it.")[1][1] == "1936-07-21"
    assert read("On 1 October 1950 they crossed. Six days later, on 7 October, others did.")[1][1] == "1950-10-07"


def test_an_event_is_dated_where_the_account_dates_it():
    text = "Girona fell on 5 February 1939. Five days after the fall of Girona, all was over."
    date = dates_in(text)[1]
    assert (date.text, date.edtf, date.basis) == ("Five days after the fall of Girona", "1939-02-10", Basis.EVENT)
    unknown = dates_in("On 5 May 1920 he spoke. Three weeks after the siege began, help came.")[1]
    assert (unknown.edtf, unknown.basis) == ("", Basis.EVENT)


def test_the_eve_of_an_event_is_found_when_asked_for():
    text = "The treaty was signed on 16 March 1921. What happened on the eve of the treaty?"
    assert len(dates_in(text)) == 1
    eve = dates_in(text, eves=True)[1]
    assert (eve.text, eve.edtf) == ("the eve of the treaty", "1921-03-15")
    text = "The treaty was signed on 16 March 1921. On the eve of the treaty Turkey occupied Batum."
    assert read(text, eves=True)[1] == ("the eve of the treaty", "1921-03-15")


@pytest.mark.parametrize(
    ("text", "edtf", "calendar"),
    [
        ("3/16 March 1921", "1921-03-16", Calendar.BOTH),
        ("24 January/6 February 1918", "1918-02-06", Calendar.BOTH),
        ("January 24/February 6, 1918", "1918-02-06", Calendar.BOTH),
        ("24 December 1919/6 January 1920", "1920-01-06", Calendar.BOTH),
        ("16 (29) January 1921", "1921-01-29", Calendar.BOTH),
        ("6 February (24 January O.S.) 1918", "1918-02-06", Calendar.BOTH),
        ("16 January 1921 (O.S.)", "1921-01-29", Calendar.JULIAN),
        ("29 January 1921 (N.S.)", "1921-01-29", Calendar.GREGORIAN),
        ("11 February 1731/2", "1732-02-22", Calendar.JULIAN),
        ("25 December 1066", "1066-12-31", Calendar.JULIAN),
        ("29 February 1900", "1900-03-13", Calendar.JULIAN),
        ("23 Nisan 1336", "1920-04-23", Calendar.RUMI),
        ("31 Mart 1325", "1909-04-13", Calendar.RUMI),
        ("12 Ramadan 1338", "1920-05-30", Calendar.HIJRI),
        ("1200 AH", "1785-11-04/1786-10-23", Calendar.HIJRI),
        ("18 Brumaire, Year VIII", "1799-11-09", Calendar.REPUBLICAN),
        ("9 Thermidor, Year II", "1794-07-27", Calendar.REPUBLICAN),
        ("12 Geo. III", "1771-10-25/1772-10-24", Calendar.REGNAL),
    ],
)
def test_a_conversion_stands_beside_the_words(text, edtf, calendar):
    date = next(date for date in dates_in(f"It was dated {text}, they say."))
    assert (date.text.rstrip("."), date.edtf, date.calendar) == (text.rstrip("."), edtf, calendar)


def test_two_days_that_cannot_be_one_are_two_days():
    assert read("On 13/14 March 1921 they rode.") == [("13/14 March 1921", "1921-03-13/1921-03-14")]


def test_what_can_be_read_two_ways_is_read_both_ways():
    date = dates_in("Dated 4/3/1921.")[0]
    assert (date.edtf, date.calendar) == ("[1921-03-04,1921-04-03]", Calendar.UNKNOWN)


@pytest.mark.parametrize(
    ("text", "certainty", "edtf"),
    [
        ("about 1250", Certainty.ABOUT, "1250~"),
        ("probably in 1250", Certainty.PROBABLY, "1250?"),
        ("before 1914", Certainty.BEFORE, "../1914"),
        ("until December 1917", Certainty.BEFORE, "../1917-12"),
        ("since 1815", Certainty.AFTER, "1815/.."),
        ("not signed until 20 November 1815", Certainty.SURE, "1815-11-20"),
    ],
)
def test_the_account_says_how_sure_it_is(text, certainty, edtf):
    date = dates_in(f"It was {text}.")[0]
    assert (date.certainty, date.edtf) == (certainty, edtf)


@pytest.mark.parametrize("text", ["31 February 1920", "30 Feb. 1921", "31 June 1921", "Feb. 30, 1921", "31.13.1921",
                                  "30 Nivôse, Year XIV"])  # fmt: skip
def test_an_impossible_day_is_found_and_marked(text):
    date = dates_in(f"Signed on {text}, they say.")[0]
    assert date.edtf == ""
    assert impossible(date)


@pytest.mark.parametrize(
    "text",
    ["He may go.", "They march on.", "The fall of Paris.", "1500 men fell.", "30,000 soldiers in 12 ships.",
     "An august body.", "The sun rose.", "Chapter 12", "He was second."],
)  # fmt: skip
def test_what_is_not_a_date(text):
    assert dates_in(text) == ()


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("six months", "DURATION", "P6M"),
        ("more than three years", "DURATION", "P3Y"),
        ("several days", "DURATION", "PXD"),
        ("the next six months", "DURATION", "P6M"),
        ("a 6-month siege", "DURATION", "P6M"),
        ("two and a half years", "DURATION", "P2.5Y"),
        ("a dozen years", "DURATION", "P12Y"),
        ("daily", "SET", "XXXX-XX-XX"),
        ("every week", "SET", "XXXX-WXX"),
        ("now", "DATE", "PRESENT_REF"),
        ("formerly", "DATE", "PAST_REF"),
        ("the night of April 18, 1775", "TIME", "1775-04-18TNI"),
        ("3 p.m. on 5 June 1920", "TIME", "1920-06-05T15:00"),
        ("the 460s BC", "DATE", "BC046"),
        ("the 4th century BC", "DATE", "BC03"),
        ("the early 21st century", "DATE", "20"),
    ],
)
def test_timex_values(text, kind, value):
    date = dates_in(f"It took {text} to do.")[0]
    assert (date.timex_type, date.timex_value) == (kind, value)


def test_two_days_of_one_month_are_two_dates():
    assert read("They landed on June 22 and 24, 1898.") == [("June 22", "1898-06-22"), ("24, 1898", "1898-06-24")]


def test_lines_may_be_wrapped_inside_a_date():
    assert read("It was signed on March 16,\n1921 in Moscow.")[0][1] == "1921-03-16"


UNSEEN = Path(__file__).with_name("unseen.txt")
"""Sentences of many kinds of prose, each written with its reading before the program was asked."""


def unseen():
    """Each sentence of the table with the EDTF it must say."""
    lines = [line for line in UNSEEN.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [(text.replace("\\n", "\n"), said[1:].split()) for text, said in zip(lines[::2], lines[1::2], strict=True)]


def test_unseen_sentences_are_read_as_a_person_reads_them():
    """A floor under a rate, and no list of laws: two of them only a person who knows the history can read."""
    wrong = [text for text, said in unseen() if [edtf for _, edtf in read(text, eves=True) if edtf] != said]
    assert len(unseen()) >= 290
    assert len(wrong) <= 10, "\n".join(wrong)


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("Peace was made on 10 May 1871; Sedan, on 1 September 1870, had decided it. On 20 May it was ratified.",
         "a look back in the sentence"),
        ("In May 1915 they went to war. Talks had opened in August 1914, and moved in December. By 20 May all ended.",
         "months that would go back"),
        ("On 5 May 1915 they met. As was written in 1972, it was late. On 20 May all was done.", "the year of a book"),
    ],
)  # fmt: skip
def test_a_narrative_that_was_left_is_taken_up_again(text, law):
    assert read(text)[-1][1][4:] == "-05-20", law
    assert read(text)[-1][1][:4] in ("1871", "1915"), law


PIECES = st.sampled_from(
    ["3", "16", "March", "May", "1921", ",", ".", "/", "-", "–", "(", ")", "the", "of", "year", "days", "later", "BC",
     "AH", "O.S.", "Year", "XIV", "night", "before", "between", "and", "to", "from", "\n\n", "\u200f", "٣", "99999",
     "30", "February", "Nisan", "1336", "Ramadan", "Brumaire", "Geo.", "III", "century", "19th", "1930s",
     "winter", "Sunday", "half", "a", "instant", "eve", "war"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_every_expression_keeps_its_words_and_its_days(text):
    dates = dates_in(text, eves=True)
    assert [date.span.start for date in dates] == sorted(date.span.start for date in dates)
    for date in dates:
        assert text[date.span.start : date.span.end] == date.text
        if date.edtf:
            assert bounds(date.edtf) == (date.earliest, date.latest)
        else:
            assert date.earliest is None
    for date in timexes(dates):
        assert text[date.span.start : date.span.end] == date.text


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_no_text_makes_it_fail(text):
    dates_in(text, eves=True)


@pytest.mark.parametrize("text", ["Shaaban 27thfloréal", "Muharram 1300é", "In 9999 they met. In the 30s they parted."])
def test_figures_grown_together_with_letters_are_no_year(text):
    """Found by a fuzz run."""
    assert all(bounds(date.edtf) == (date.earliest, date.latest) for date in dates_in(text) if date.edtf)


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    ["1" * 1_000_000, "1/" * 50_000, "3/16 " * 20_000, "the " * 50_000, "(" * 100_000, "1,000" * 40_000,
     "May " * 30_000, "three weeks after the siege " * 3_000, "2 March " * 10_000, "\n \n" * 60_000],
)  # fmt: skip
def test_hostile_text_takes_linear_time(text):
    half = text[: len(text) // 2]
    began = time.process_time()
    dates_in(half)
    once = time.process_time() - began
    began = time.process_time()
    dates_in(text)
    twice = time.process_time() - began
    assert twice < 3.5 * once + 0.5


def test_days_of_the_bounds_are_gregorian():
    date = dates_in("On 16 March 1921 they signed.")[0]
    assert date.earliest == date.latest == gregorian_day(1921, 3, 16)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("TALKS OF 1920 AND 1921\n\nThey met in July and August 1920.", ["1920", "1921", "1920-07", "1920-08"]),
        ("In 1905 they met in December and January 1907.", ["1905", "1906-12", "1907-01"]),
        ("In 1920 they met on 3 May and 4 June 1921.", ["1920", "1921-05-03", "1921-06-04"]),
    ],
)
def test_two_months_joined_by_and_share_the_year_behind_them(text, read):
    assert [date.edtf for date in dates_in(text)] == read


@pytest.mark.parametrize(
    ("told", "words", "edtf"),
    [
        (
            "In 1921 they met. France had joined in 1778. Twenty years later they fought. In 1922 they met.",
            "Twenty years later",
            "1798",
        ),
        (
            "In 1921 they met. In 1853 Perry came; the following year he was back. In 1922 they met.",
            "the following year",
            "1854",
        ),
        (
            "It was lost in 1918. They sat from 26 February to 16 March 1921. Three days later they left.",
            "Three days later",
            "1921-03-19",
        ),
        # A month on from a bare year is nowhere: the step is from where the narrative stands.
        (
            "In March 1920 talks began. Kars was lost in 1878. Two months later they ended. In 1921 …",
            "Two months later",
            "1920-05",
        ),
        (
            "In March 1920 talks began. Kars was lost in 1878. A year later they ended. In 1921 …",
            "A year later",
            "1921",
        ),
        (
            "It was made in July 1774. In the summer of 1772 they sat at Focsani. In the ensuing winter they sat again."
            " In January 1775 it was ratified.",
            "the ensuing winter",
            "1773-24",
        ),
    ],
)
def test_a_step_is_from_the_date_told_last_where_only_that_can_be_meant(told: str, words: str, edtf: str) -> None:
    assert (words, edtf) in [one[:2] for one in read(told)]


@pytest.mark.parametrize(
    ("words", "edtf", "days"),
    [
        ("the first half of 1921", "1921-40", ("1921-01-01", "1921-06-30")),
        ("the second half of 1921", "1921-41", ("1921-07-01", "1921-12-31")),
        ("the last quarter of 1921", "1921-36", ("1921-10-01", "1921-12-31")),
    ],
)
def test_halves_and_quarters_of_a_year(words: str, edtf: str, days: tuple[str, str]) -> None:
    (one,) = dates_in(f"Talks were held in {words}.")
    assert (one.text, one.edtf) == (words, edtf)
    assert (one.earliest, one.latest) == (bounds(days[0])[0], bounds(days[1])[0])


def test_a_range_has_its_year_at_its_end_and_the_thread_goes_there() -> None:
    told = (
        "Spain left in 1825. From the spring of 1820 onwards revolts broke out: in Spain in January, in Naples in "
        "July. Troppau met in October; Laibach from January to May 1821."
    )
    months = {words: edtf for words, edtf in read(told) if words in ("January", "July", "October")}
    assert months == {"January": "1820-01", "July": "1820-07", "October": "1820-10"}


LETTER = """British Legation, Tehran, 12 February 1919.

My Lord,

{said}
"""


@pytest.mark.parametrize(
    ("said", "edtf"),
    [
        ("I have your telegram of yesterday.", "1919-02-11"),
        ("He called again this morning.", "1919-02-12"),
        ("It was drafted last August.", "1918-08"),
        ("It comes before the Council on Monday next.", "1919-02-17"),
        ("In my despatch No. 14 of January 28 I said so.", "1919-01-28"),
        ("They left in 1917. He called on the 9th instant.", "1919-02-09"),
        ("They left in 1917. I shall write on or about the 20th.", "1919-02-20~"),
    ],
)
def test_a_letter_is_read_from_the_day_at_its_head(said: str, edtf: str) -> None:
    assert read(LETTER.format(said=said))[-1][1] == edtf


def test_next_and_last_before_a_day_of_the_week() -> None:
    told = "On Thursday, 3 March 1921, they met. The following Monday they signed; last Friday they had quarrelled."
    assert [edtf for _, edtf in read(told)] == ["1921-03-03", "1921-03-07", "1921-03-04"]


def test_a_look_ahead_does_not_move_the_thread() -> None:
    told = "On 13 July 1878 they signed. The Porte did not cede it until 1881.\n\nThe Tsar ratified it on 27 July."
    assert read(told)[-1] == ("27 July", "1878-07-27")


def test_a_day_of_the_next_sentence_is_another_day() -> None:
    told = "The siege began on 3 June 1855. Three weeks after the siege began they left. On 16 March 1921 all was over."
    assert read(told)[1][1] == "1855-06-18/1855-06-24"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("On 18 March 1921 they signed on the basis of the October preliminaries.", "1920-10"),
        ("On 18 March 1921 they signed. The October elections followed.", "1921-10"),
        ("On 18 March 1921 they signed, and in October they met again.", "1921-10"),
    ],
)
def test_a_month_that_names_a_paper_is_past(text, edtf):
    assert read(text)[-1][1] == edtf
