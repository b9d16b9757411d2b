"""A finding laid out for the eye: each account's words in their sentence, with what differs marked.

case_of(shelves, finding).sides[0].pieces -> (Piece("the treaty "), Piece("rested on", differs=True), …)
"""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from dragoman.model import Account, Assertion, DragomanError, Finding, Heading, MarkKind, Role, Span
from dragoman.web.room import Shelves
from dragoman.web.wording import act_in_words, date_in_words

CONTEXT = 160
# Of what hundreds tell, so many tellings stand beside a finding.
TELLINGS = 40


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a quote; `differs` where the accounts part (or, when they agree, where they meet)."""

    text: str
    differs: bool = False


class Side(msgspec.Struct, frozen=True):
    """One account's word on the matter. `words` are what the finding turns on, `unsaid` those not in the quote."""

    account: Account
    siglum: str
    assertion: Assertion
    before: str
    pieces: tuple[Piece, ...]
    after: str
    words: str = ""
    unsaid: str = ""


class Case(msgspec.Struct, frozen=True):
    """A finding with its evidence. `beside` are the tellings that come after the first of each account.

    `left_out` counts the tellings that are not shown.
    """

    finding: Finding
    about: Heading | None
    sides: tuple[Side, ...]
    beside: tuple[Side, ...] = ()
    left_out: int = 0


class Found(msgspec.Struct, frozen=True):
    """A place where searched words stand; `side` where an assertion quotes it, else the sentence and its block."""

    account: Account
    siglum: str
    side: Side | None = None
    pieces: tuple[Piece, ...] = ()
    block: int = 0


def cases_of(shelves: Shelves, findings: Iterable[Finding]) -> tuple[Case, ...]:
    """Every finding with its evidence."""
    return tuple(case_of(shelves, finding) for finding in findings)


def case_of(shelves: Shelves, finding: Finding) -> Case:
    """A finding with its evidence, one side for each account that speaks, the other tellings beside."""
    words = dict(zip(finding.assertions, finding.words, strict=False))
    shown = finding.assertions[:TELLINGS]
    told = [one for one in (shelves.assertions.get(target) for target in shown) if one]
    sides: list[Side] = []
    beside: list[Side] = []
    for assertion in told:
        known = {side.account.id for side in sides}
        # An account can contradict itself: then its two tellings are the two sides.
        alone = len({one.account for one in told}) == 1 and len(sides) < 2
        target = sides if assertion.account not in known or alone else beside
        target.append(side_of(shelves, assertion, words.get(assertion.id, "")))
    left_out = len(finding.assertions) - len(shown)
    return Case(finding, shelves.headings.get(finding.topic), tuple(sides), tuple(beside), left_out)


def side_of(shelves: Shelves, assertion: Assertion, words: str = "") -> Side:
    """An assertion's quote in its sentence, with these words marked."""
    account = shelves.accounts[assertion.account]
    before, after = _around(shelves, account, assertion.span)
    spans = tuple(_where(assertion, words))
    return Side(
        account=account,
        siglum=shelves.sigla[account.id],
        assertion=assertion,
        before=before,
        pieces=_pieces(assertion.quote, spans),
        after=after,
        words=words,
        unsaid="" if spans or not words else _readable(words),
    )


def _around(shelves: Shelves, account: Account, span: Span) -> tuple[str, str]:
    """What stands before and after the quote in its sentence."""
    holder = shelves.sentence_around(account.id, span)
    before = shelves.words(account.id, holder.start, span.start)
    after = shelves.words(account.id, span.end, holder.end)
    if len(before) > CONTEXT:
        before = "… " + before[-CONTEXT:].split(" ", 1)[-1]
    if len(after) > CONTEXT:
        after = after[:CONTEXT].rsplit(" ", 1)[0] + " …"
    return before, after


def _where(assertion: Assertion, words: str) -> Iterator[Span]:
    """Where the words stand in the quote: as given, else one by one, else what the assertion turns on."""
    quote = assertion.quote
    if words and (whole := _found(words, quote)):
        yield whole
    elif words:
        yield from _each_word(words, quote)
    else:
        yield from _turning_points(assertion)


def _found(words: str, quote: str) -> Span | None:
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    match = re.search(pattern, quote, re.IGNORECASE) if pattern else None
    return Span(*match.span()) if match else None


def _each_word(words: str, text: str) -> Iterator[Span]:
    for word in dict.fromkeys(re.findall(r"\w{3,}", words)):
        yield from (Span(*match.span()) for match in re.finditer(rf"\b{re.escape(word)}\b", text, re.IGNORECASE))


def _turning_points(assertion: Assertion) -> Iterator[Span]:
    start = assertion.span.start
    for mark in assertion.marks:
        if mark.kind in (MarkKind.TRIGGER, MarkKind.POLARITY) and assertion.span.covers(mark.span):
            yield Span(mark.span.start - start, mark.span.end - start)


def _pieces(quote: str, spans: Sequence[Span]) -> tuple[Piece, ...]:
    if not spans:
        return (Piece(quote),) if quote else ()
    marked = bytearray(len(quote))
    for span in spans:
        marked[span.start : span.end] = b"\1" * len(span)
    _bridge(quote, marked)
    pieces: list[Piece] = []
    at = 0
    while at < len(quote):
        end = marked.find(1 - marked[at], at)
        end = len(quote) if end < 0 else end
        pieces.append(Piece(quote[at:end], bool(marked[at])))
        at = end
    return tuple(pieces)


def _bridge(quote: str, marked: bytearray) -> None:
    """Words marked one after the other are marked as one stretch."""
    for match in re.finditer(r"(?<=\w)[ -](?=\w)", quote):
        if marked[match.start() - 1] and marked[match.end()]:
            marked[match.start()] = 1


def _readable(words: str) -> str:
    return date_in_words(words) if re.fullmatch(r"[\dX./~?%-]+", words) else words


def in_one_line(assertion: Assertion) -> str:
    """What is said, in one line: "signature: Treaty of Kars"; for a relation both ends."""
    ends = [[part.name for part in assertion.of(role)] for role in (Role.SUBJECT, Role.OBJECT)]
    if all(ends):
        return f"{', '.join(ends[0])} {act_in_words(assertion.predicate)} {', '.join(ends[1])}"
    names = dict.fromkeys(part.name for part in assertion.participants)
    return act_in_words(assertion.predicate) + (f": {', '.join(names)}" if names else "")


def found_at(shelves: Shelves, account_id: str, span: Span, assertion_id: str, words: str) -> Found:
    """A hit of a search, with the words marked."""
    account, letter = shelves.accounts[account_id], shelves.sigla[account_id]
    if assertion_id:
        return Found(account, letter, side_of(shelves, shelves.assertions[assertion_id], words))
    sentence = shelves.words(account_id, span.start, span.end)
    marked = _pieces(sentence, tuple(_each_word(words, sentence)))
    return Found(account, letter, None, marked, shelves.block_at(account_id, span.start))


def heading_named(shelves: Shelves, given: str) -> Heading:
    """The heading with this id or name."""
    if not given:
        raise DragomanError("no thing was named: choose one from the page of things")
    return shelves.headings.get(given) or shelves.dossier.heading(given)
