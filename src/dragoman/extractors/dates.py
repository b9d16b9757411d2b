"""Dates of an account as mentions, read in the thread of its own narrative.

"on Dec. 4" -> Mention(kind=DATE, date=Date(edtf="1920-12-04", basis=INHERITED, because=<where 1920 stands>))
"""

from collections.abc import Iterator

from dragoman.dates import dates_in, impossible
from dragoman.model import Code, Kind, Level, Mention, PassageRole, Problem, Testimony
from dragoman.verify import place_of


def extract(so_far: Testimony) -> Iterator[Mention | Problem]:
    """Every expression of time outside furniture; a Problem for a day that no calendar has."""
    account = so_far.account
    furniture = [passage.span for passage in so_far.passages if passage.role == PassageRole.FURNITURE]
    sentences = [passage.span for passage in so_far.passages if passage.role == PassageRole.SENTENCE]
    published = account.provenance.published.value if account.provenance.published else None
    for date in dates_in(account.text, sentences=sentences, published=published, furniture=furniture, eves=True):
        if any(span.meets(date.span) for span in furniture):
            continue
        yield Mention(date.span, Kind.DATE, date.text, date=date, why=str(date.basis))
        if impossible(date):
            yield Problem(
                Code.DATE_IMPOSSIBLE,
                f"no calendar has the day “{date.text}”; correct it in a judgement if you know what was meant",
                account.path,
                Level.NOTE,
                at=place_of(account, date.span),
            )
