"""Searching words in the accounts, with SQLite's FTS5.

hits(database, "moscow treaty")  -> Hit(assertion="…", account="…", snippet="the [Moscow] [Treaty] was …")
"""

import sqlite3

import msgspec

from dragoman.model import AccountId, Span


class Hit(msgspec.Struct, frozen=True):
    """Where the words stand. `assertion` is "" where only a sentence has them; the words found are in [ ]."""

    assertion: str
    account: AccountId
    snippet: str
    span: Span


def hits(database: sqlite3.Connection, words: str, most: int) -> tuple[Hit, ...]:
    """Quotes that have all the words, then sentences that do and are not quoted, each best first."""
    asked = _asked(words)
    if not asked:
        return ()
    quotes = [_hit(row) for row in database.execute(_QUOTES, (asked, most))]
    sentences = [_hit(row) for row in database.execute(_SENTENCES, (asked, most))]
    told = {(hit.account, hit.span) for hit in quotes}
    rest = [
        one for one in sentences if not any(one.account == account and one.span.meets(span) for account, span in told)
    ]
    return tuple((*quotes, *rest)[:most])


_QUOTES = """
    select quote_words.assertion, quote_words.account, snippet(quote_words, 0, '[', ']', '…', 24),
      assertion.start, assertion."end"
    from quote_words join assertion on assertion.id = quote_words.assertion
    where quote_words match ?
    order by rank, quote_words.rowid
    limit ?
"""
_SENTENCES = """
    select '', account, snippet(passage_words, 0, '[', ']', '…', 24), start, "end"
    from passage_words
    where passage_words match ?
    order by rank, rowid
    limit ?
"""


def _asked(words: str) -> str:
    """Each word as a string of FTS5, so that no word of the reader's is taken for its grammar."""
    return " ".join('"' + word.replace('"', '""') + '"' for word in words.replace("\0", " ").split() if word.strip('"'))


def _hit(row: tuple[str, str, str, int, int]) -> Hit:
    assertion, account, snippet, start, end = row
    return Hit(assertion, AccountId(account), snippet, Span(start, end))
