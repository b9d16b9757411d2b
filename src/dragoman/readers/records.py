"""Outside records: a CSV or JSON of dated facts, laid beside the accounts as one more that may be wrong.

read(Source(b"act,date,instrument\nsignature,1815-06-09,Final Act\n", "register", …)) -> Reading(account=Account(…))
"""

from collections.abc import Callable, Iterator

from dragoman.layout.encoding import decoded, what_else
from dragoman.layout.records import Row, is_record, rows_in
from dragoman.layout.source import Reading, Source, account_of
from dragoman.layout.trouble import empty, encoding_trouble, not_text, shortened, too_long
from dragoman.model import Account, Code, Level, Passage, PassageRole, Problem, Provenance
from dragoman.verify import place_of

READER = "records 1"
# So many rows that cannot be used are named one by one.
_NAMED = 20


def reader_of(form: str) -> Callable[[Source], Reading]:
    """The reader of "csv" or "json"."""

    def read(source: Source) -> Reading:
        return _read(source, form)

    return read


def _read(source: Source, form: str) -> Reading:
    if other := what_else(source.data):
        return Reading(problems=(not_text(source, other),))
    found = decoded(source.data)
    text = shortened(found.text)
    if not text.strip():
        return Reading(problems=(empty(source),))
    if not is_record(text, form):
        message = f"{source.name} has no row with an act: name a column “act”, as docs/readers.md shows, or take it out"
        return Reading(problems=(Problem(Code.BAD_ROW, message, source.path, Level.ERROR),))
    # Its rows are no sentences: what reads sentences passes them by.
    passages = [Passage(row.span, PassageRole.FURNITURE, "a row of a record") for row in rows_in(text, form)]
    account = account_of(source, text, passages, provenance=Provenance(), reader=f"{READER} {form}")
    bad = tuple(_complaints(account, rows_in(text, form)))
    return Reading(account, (*encoding_trouble(source, found), *too_long(source, found.text), *bad))


def _complaints(account: Account, rows: Iterator[Row]) -> Iterator[Problem]:
    bad = [row for row in rows if row.trouble]
    for row in bad[:_NAMED]:
        yield Problem(Code.BAD_ROW, row.trouble, account.path, at=place_of(account, row.span))
    if len(bad) > _NAMED:
        yield Problem(Code.BAD_ROW, f"and {len(bad) - _NAMED} more rows that cannot be used", account.path)
