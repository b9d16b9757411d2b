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
    """Quotes that have all the words, then sentences that do and are not quoted, each best first.

    Of a dossier so large that weighing every place would keep the reader waiting, in the order of the accounts.
    """
    asked = _asked(words)
    if not asked:
        return ()
    (said,) = database.execute("select coalesce(max(number), 0) from assertion").fetchone()
    order = "rank, {0}.rowid" if said <= _WEIGHED else "{0}.rowid"
    quotes, sentences = (
        [_hit(row) for row in database.execute(query.format(order=order.format(table)), (asked, most))]
        for query, table in ((_QUOTES, "quote_words"), (_SENTENCES, "passage_words"))
    )
    told = {(hit.account, hit.span) for hit in quotes}
    rest = [
        one for one in sentences if not any(one.account == account and one.span.meets(span) for account, span in told)
    ]
    return tuple((*quotes, *rest)[:most])


# Words that stand in a million quotes take seconds to weigh.
_WEIGHED = 200_000
_QUOTES = """
    select assertion.id, assertion.account, snippet(quote_words, 0, '[', ']', '…', 24),
      assertion.start, assertion."end"
    from quote_words join assertion on assertion.number = quote_words.rowid
    where quote_words match ?
    order by {order}
    limit ?
"""
_SENTENCES = """
    select '', account, snippet(passage_words, 0, '[', ']', '…', 24), start, "end"
    from passage_words
    where passage_words match ?
    order by {order}
    limit ?
"""


def _asked(words: str) -> str:
    """Each word as a string of FTS5, so that no word of the reader's is taken for its grammar."""
    return " ".join('"' + word.replace('"', '""') + '"' for word in words.replace("\0", " ").split() if word.strip('"'))


def _hit(row: tuple[str, str, str, int, int]) -> Hit:
    assertion, account, snippet, start, end = row
    return Hit(assertion, AccountId(account), snippet, Span(start, end))
