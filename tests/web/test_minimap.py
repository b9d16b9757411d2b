"""What stands beside an account: marks where its assertions lie, dates in order, words wherever they stand."""

from __future__ import annotations

from typing import Any

from dragoman.web.minimap import ACROSS, LINES, bars_of, dates_of, hits_in


def test_every_assertion_has_its_mark_and_what_is_contradicted_comes_first(make: Any) -> None:
    row = make.rows()[0]
    grave = row.assertions[5]
    bars = bars_of(len(row.account.text), row.assertions, lambda one: one is grave)
    assert {bar.first for bar in bars} <= {one.id for one in row.assertions}
    assert [bar.first for bar in bars if bar.contrary] == [grave.id]
    assert all(0 <= bar.line < LINES and 0 <= bar.place < bar.of <= ACROSS for bar in bars)
    assert [bar.line for bar in bars] == sorted(bar.line for bar in bars)
    for bar in bars:
        start = next(one.span.start for one in row.assertions if one.id == bar.first)
        assert bar.line == start * LINES // len(row.account.text)


def test_dates_stand_in_the_order_of_time_and_each_once(make: Any) -> None:
    entry = make.rows()[1]
    dates = dates_of(reversed(entry.assertions))
    assert [one.words for one in dates] == ["July to August 1920", "24 August 1920"]


def test_words_are_found_however_they_are_spaced_or_written(make: Any) -> None:
    account = make.account("x", "A title\n\nThe treaty of\nKars. THE  TREATY OF KARS. A treaty (of Kars).")
    hits = hits_in(account, "treaty of kars")
    assert [" ".join(hit.words.split()) for hit in hits] == ["treaty of Kars", "TREATY OF KARS"]
    assert all(account.text[hit.span.start : hit.span.end] == hit.words for hit in hits)
    assert hits_in(account, "(of") and not hits_in(account, "  ") and not hits_in(account, "zebra")
