"""An account's text cut where anything begins or ends, so that overlapping evidence shows as it is.

    "no treaty was signed at the time" -> bits "no" (denial), " treaty was ", "signed" (trigger), …

The text is cut into blocks (a heading, a paragraph, furniture), the blocks are bound into sheets of a few pages. A
sheet is what is marked at one go, so that a long account shows its text at once and its marks where the reader is.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec

from dragoman.model import (
    Account,
    Assertion,
    Evidence,
    Judgement,
    MarkKind,
    Modality,
    Passage,
    PassageRole,
    Polarity,
    Span,
    Testimony,
)
from dragoman.web.wording import family_of

# A digitised book can be one paragraph; nothing a browser lays out at once is longer than this.
LONGEST_BLOCK = 6_000
SHEET = 3_500

_NOBODY: Mapping[str, Judgement] = {}
_MARK_CLASS = {
    MarkKind.TRIGGER: "says",
    MarkKind.POLARITY: "denial",
    MarkKind.MODALITY: "hedge",
    MarkKind.ATTRIBUTION: "voice",
}


class Bit(msgspec.Struct, frozen=True):
    """A stretch in which nothing begins or ends. `anchors` are the assertions whose words begin here."""

    text: str
    classes: str = ""
    assertions: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()


class Block(msgspec.Struct, frozen=True):
    """A heading, a paragraph or furniture; `continued` when a long one had to be cut before it."""

    span: Span
    role: PassageRole
    why: str = ""
    continued: bool = False


class Marked(msgspec.Struct, frozen=True):
    """A block as it is shown: its bits, and the assertions whose words begin in it."""

    block: Block
    bits: tuple[Bit, ...]
    notes: tuple[Assertion, ...]


class _Layer(msgspec.Struct, frozen=True):
    """Something that lies over a stretch of text: evidence of an assertion, a mark, quoted speech."""

    span: Span
    classes: tuple[str, ...]
    assertion: str = ""
    first: bool = False


class Marking:
    """One account made ready for the page; cut once, marked sheet by sheet."""

    def __init__(
        self, testimony: Testimony, assertions: Sequence[Assertion], rulings: Mapping[str, Judgement] = _NOBODY
    ) -> None:
        """Lay the assertions over the account's text; `rulings` are those in force on them."""
        self.account = testimony.account
        self.blocks = tuple(blocks_of(self.account))
        self.sheets = tuple(_sheets_of(self.blocks))
        self._starts = [block.span.start for block in self.blocks]
        self._layers = self._by_block(_layers_of(testimony, assertions, rulings))
        self._notes = self._by_first_word(assertions)

    def sheet(self, number: int, lit: str = "", hits: Sequence[Span] = ()) -> tuple[Marked, ...]:
        """The blocks of one sheet, marked; `lit` is the assertion the reader came for, `hits` the words searched."""
        return tuple(self._marked(place, lit, hits) for place in self.sheets[number])

    def plain(self, number: int) -> tuple[Marked, ...]:
        """The blocks of one sheet with their text only."""
        text = self.account.text
        return tuple(
            Marked(block, (Bit(text[block.span.start : block.span.end]),), ())
            for block in (self.blocks[place] for place in self.sheets[number])
        )

    def sheet_of(self, position: int) -> int:
        """The sheet on which a character of the account stands."""
        place = self._block_at(position)
        return next((number for number, sheet in enumerate(self.sheets) if place in sheet), 0)

    def block_at(self, position: int) -> Block:
        """The block in which a character of the account stands."""
        return self.blocks[self._block_at(position)]

    def _marked(self, place: int, lit: str, hits: Sequence[Span]) -> Marked:
        block = self.blocks[place]
        found = [_Layer(span, ("hit",)) for span in hits if span.meets(block.span)]
        bits = tuple(_bits_of(self.account.text, block.span, [*self._layers[place], *found], lit))
        return Marked(block, bits, tuple(self._notes[place]))

    def _block_at(self, position: int) -> int:
        return max(0, bisect_right(self._starts, position) - 1)

    def _by_block(self, layers: Iterable[_Layer]) -> dict[int, list[_Layer]]:
        found: dict[int, list[_Layer]] = defaultdict(list)
        for layer in layers:
            for place in range(self._block_at(layer.span.start), len(self.blocks)):
                if self.blocks[place].span.start >= layer.span.end:
                    break
                found[place].append(layer)
        return found

    def _by_first_word(self, assertions: Iterable[Assertion]) -> dict[int, list[Assertion]]:
        found: dict[int, list[Assertion]] = defaultdict(list)
        for assertion in sorted(assertions, key=lambda one: one.span):
            found[self._block_at(assertion.span.start)].append(assertion)
        return found


def blocks_of(account: Account) -> Iterator[Block]:
    """The account's text in order, nothing left out: what no passage covers is a paragraph too."""
    last = 0
    for passage in sorted(account.passages, key=lambda one: one.span):
        if passage.role in (PassageRole.SENTENCE, PassageRole.QUOTATION) or passage.span.start < last:
            continue
        yield from _loose(account.text, Span(last, passage.span.start))
        yield from _cut(account.text, passage)
        last = passage.span.end
    yield from _loose(account.text, Span(last, len(account.text)))


def _loose(text: str, span: Span) -> Iterator[Block]:
    """Words between passages; white space between them is not shown."""
    if text[span.start : span.end].strip():
        yield from _cut(text, Passage(span, PassageRole.PARAGRAPH))


def _cut(text: str, passage: Passage) -> Iterator[Block]:
    start, end = passage.span.start, passage.span.end
    while start < end:
        stop = end if end - start <= LONGEST_BLOCK else _good_end(text, start, start + LONGEST_BLOCK)
        yield Block(Span(start, stop), passage.role, passage.why, continued=start > passage.span.start)
        start = stop


def _good_end(text: str, start: int, limit: int) -> int:
    """After the last full stop before the limit, or the last space, or at the limit when there is neither."""
    for sign in (". ", ".\n", " ", "\n"):
        found = text.rfind(sign, start + LONGEST_BLOCK // 2, limit)
        if found >= 0:
            return found + len(sign)
    return limit


def _sheets_of(blocks: Sequence[Block]) -> Iterator[range]:
    first, size = 0, 0
    for place, block in enumerate(blocks):
        if size and size + len(block.span) > SHEET:
            yield range(first, place)
            first, size = place, 0
        size += len(block.span)
    if first < len(blocks):
        yield range(first, len(blocks))


def _layers_of(
    testimony: Testimony, assertions: Iterable[Assertion], rulings: Mapping[str, Judgement]
) -> Iterator[_Layer]:
    own = testimony.account.id
    for passage in (*testimony.account.passages, *testimony.passages):
        if passage.role is PassageRole.QUOTATION:
            yield _Layer(passage.span, ("speech",))
    for assertion in assertions:
        for place, evidence in enumerate(assertion.evidence):
            if evidence.account == own:
                yield _evidence_layer(assertion, evidence, rulings.get(assertion.id), first=place == 0)
        for mark in assertion.marks:
            yield _Layer(mark.span, _mark_classes(assertion, mark.kind))


def _evidence_layer(assertion: Assertion, evidence: Evidence, ruling: Judgement | None, *, first: bool) -> _Layer:
    if not first:
        return _Layer(evidence.span, ("lean",), assertion.id)
    ruled = (f"is-{ruling.ruling.value}",) if ruling else ()
    classes = ("ev", f"act-{family_of(assertion.predicate)}", *manner_classes(assertion), *ruled)
    return _Layer(evidence.span, classes, assertion.id, first)


def manner_classes(assertion: Assertion) -> tuple[str, ...]:
    """The classes that draw what is denied, what is only meant, and what is told on another's word."""
    denied = ("denied",) if assertion.polarity is Polarity.NEG else ()
    meant = () if assertion.modality is Modality.ACTUAL else ("meant",)
    return (*denied, *meant, *(("reported",) if assertion.attribution.voices else ()))


def _mark_classes(assertion: Assertion, kind: MarkKind) -> tuple[str, ...]:
    struck = ("struck",) if kind is MarkKind.TRIGGER and assertion.polarity is Polarity.NEG else ()
    return (_MARK_CLASS[kind], *struck)


def _bits_of(text: str, span: Span, layers: Sequence[_Layer], lit: str) -> Iterator[Bit]:
    """The span cut at every boundary of every layer."""
    points = {span.start, span.end}
    begin: dict[int, list[int]] = defaultdict(list)
    stop: dict[int, list[int]] = defaultdict(list)
    for number, layer in enumerate(layers):
        start, end = max(layer.span.start, span.start), min(layer.span.end, span.end)
        if start < end:
            begin[start].append(number)
            stop[end].append(number)
            points.update((start, end))
    ordered = sorted(points)
    above: set[int] = set()
    for start, end in pairwise(ordered):
        above.difference_update(stop[start])
        above.update(begin[start])
        here = [layers[number] for number in sorted(above)]
        anchors = tuple(
            layers[number].assertion
            for number in sorted(begin[start])
            if layers[number].first and layers[number].span.start == start
        )
        yield _bit(text[start:end], here, anchors, lit)


def _bit(words: str, layers: Sequence[_Layer], anchors: tuple[str, ...], lit: str) -> Bit:
    """Where clauses nest, the narrowest gives the colour; every one of them can be reached."""
    clauses = sorted((layer for layer in layers if layer.first), key=lambda one: len(one.span))
    others = [name for layer in layers if not layer.first for name in layer.classes]
    named = [*(clauses[0].classes if clauses else ()), *others]
    if len(clauses) > 1:
        named.append("deep")
    ids = tuple(dict.fromkeys([one.assertion for one in clauses] + [one.assertion for one in layers if one.assertion]))
    if lit and lit in ids:
        named.append("lit")
    return Bit(words, " ".join(dict.fromkeys(named)), ids, anchors)
