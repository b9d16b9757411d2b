"""Assertions from the rows of an outside record; each row is its own evidence.

"signature,1815-06-09,Final Act" -> Assertion(SIGNATURE, instrument: Final Act, when 1815-06-09)
"""

from collections.abc import Iterator

from dragoman.comparing import side_of
from dragoman.edtf import bounds
from dragoman.layout.records import ROLES, Row, rows_in
from dragoman.model import (
    Account,
    Assertion,
    Date,
    Evidence,
    Instrument,
    InstrumentKind,
    Kind,
    Modality,
    Participant,
    Polarity,
    Predicate,
    Role,
    Span,
    Testimony,
    digest,
)

_READER = "records "
_KINDS = {
    Role.INSTRUMENT: Kind.INSTRUMENT,
    Role.SUBJECT: Kind.INSTRUMENT,
    Role.OBJECT: Kind.INSTRUMENT,
    Role.PLACE: Kind.PLACE,
    Role.TERRITORY: Kind.PLACE,
    Role.EVENT: Kind.EVENT,
}
# A register is no surer than a careful reader.
_SURE = 0.8


def extract(so_far: Testimony) -> Iterator[Assertion | Instrument]:
    """What the usable rows say; nothing where the account is no record."""
    account = so_far.account
    if not account.reader.startswith(_READER):
        return
    said = [_assertion(account, row) for row in rows_in(account.text, account.reader.split()[-1]) if not row.trouble]
    yield from said
    named = (p.name for one in said for p in one.participants if p.kind == Kind.INSTRUMENT)
    yield from (Instrument(name, _sort(name)) for name in dict.fromkeys(named))


def _assertion(account: Account, row: Row) -> Assertion:
    quote = account.text[row.span.start : row.span.end]
    return Assertion(
        id=digest(account.id, str(row.span.start), quote),
        account=account.id,
        predicate=Predicate(row.fields["act"]),
        participants=tuple(_participants(account, row)),
        evidence=(Evidence(account.id, row.span, quote),),
        when=_date(account, row),
        polarity=Polarity(row.fields.get("polarity") or "pos"),
        modality=Modality(row.fields.get("modality") or "actual"),
        subtype=row.fields.get("subtype", ""),
        found_by="record",
        confidence=_SURE,
    )


def _participants(account: Account, row: Row) -> Iterator[Participant]:
    for role in map(Role, ROLES):
        for name in row.names(role):
            yield Participant(role, name, _stands(account, row, name), _kind(role, name))


def _kind(role: Role, name: str) -> Kind:
    return _KINDS.get(role) or (Kind.POLITY if side_of(name) else Kind.BODY)


def _stands(account: Account, row: Row, words: str) -> Span | None:
    at = account.text.find(words, row.span.start, row.span.end)
    return Span(at, at + len(words)) if at >= 0 else None


def _date(account: Account, row: Row) -> Date | None:
    edtf = row.fields.get("date", "")
    where = _stands(account, row, edtf) if edtf else None
    return Date(where or row.span, edtf, edtf, *bounds(edtf)) if edtf else None


def _sort(name: str) -> InstrumentKind:
    words = name.casefold().split()
    return next((kind for kind in (InstrumentKind.DRAFT, *InstrumentKind) if kind in words), InstrumentKind.OTHER)
