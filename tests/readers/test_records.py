"""Outside records: a table or a list of dated facts is one more account; a bad row costs only itself."""

import json

import pytest

from dragoman.layout.source import Source
from dragoman.model import Code, Level
from dragoman.readers.records import reader_of

TABLE = """act,date,instrument,party
signature,1815-06-09,Final Act of Vienna,Austria; Prussia
ratification,1815-13-40,Final Act of Vienna,Austria
dance,1815,Final Act of Vienna,Austria
signature,1815,,
"""


def source(text: str, name: str = "register") -> Source:
    return Source(text.encode(), name, f"accounts/{name}")


def test_a_table_is_an_account_whose_text_is_the_file() -> None:
    account = reader_of("csv")(source(TABLE)).account
    assert account is not None
    assert account.text == TABLE
    assert [account.text[one.span.start : one.span.end].split(",")[0] for one in account.passages] == [
        "signature", "ratification", "dance", "signature",
    ]  # fmt: skip


def test_a_bad_row_is_named_with_its_line_and_what_would_mend_it() -> None:
    problems = reader_of("csv")(source(TABLE)).problems
    assert [(one.code, one.level, one.at.line) for one in problems if one.at] == [
        (Code.BAD_ROW, Level.WARNING, 3),
        (Code.BAD_ROW, Level.WARNING, 4),
        (Code.BAD_ROW, Level.WARNING, 5),
    ]
    assert "1815-13-40" in problems[0].message
    assert "signature" in problems[1].message
    assert "instrument" in problems[2].message


def test_a_thousand_bad_rows_are_counted_and_not_all_named() -> None:
    problems = reader_of("csv")(source("act,date\nsignature,1815\n" + "dance,1815\n" * 1000)).problems
    assert len(problems) < 30
    assert "more rows" in problems[-1].message


@pytest.mark.parametrize("text", ["name,lat,lon\nVienna,48,16\n", "no table at all", "act\n", '{"act": 1'])
def test_a_table_without_acts_is_no_record(text: str) -> None:
    for form in ("csv", "json"):
        reading = reader_of(form)(source(text))
        assert reading.account is None
        assert [one.level for one in reading.problems] == [Level.ERROR]


def test_an_empty_file_is_empty() -> None:
    assert [one.code for one in reader_of("json")(source(" \n")).problems] == [Code.EMPTY]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_tables_of_three_kinds_are_read(mark: str) -> None:
    account = reader_of("csv")(source("Act,Date,Instrument\nsignature,1815,Final Act\n".replace(",", mark))).account
    assert account is not None
    assert len(account.passages) == 1


def test_a_list_of_objects_is_read_up_to_what_is_broken() -> None:
    rows = [{"act": "signature", "date": "1815", "instrument": "Final Act", "party": ["Austria", "Prussia"]}] * 2
    whole = json.dumps(rows, indent=1)
    for text, count in ((whole, 2), (whole[:-30], 1)):
        account = reader_of("json")(source(text)).account
        assert account is not None
        assert len(account.passages) == count
