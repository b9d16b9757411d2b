"""Anchors: where a judged assertion stood, and where its words stand now.

place_of(anchor, account.text) -> the very words, best by their surroundings, else the likeliest
"""

from collections.abc import Iterable

from dragoman.judging.slots import slots_of
from dragoman.model import Account, Anchor, Assertion, Span

_AROUND = 60
# Below this likeness (0 to 100) two quotes are not the same words told a little differently.
_ALIKE = 75.0


def anchor_of(assertion: Assertion, account: Account) -> Anchor:
    """Where the assertion stands and what it says: enough to find it again when ids have changed."""
    start, end = assertion.span.start, assertion.span.end
    return Anchor(
        account=account.id,
        account_name=account.name,
        quote=assertion.quote,
        before=account.text[max(0, start - _AROUND) : start],
        after=account.text[end : end + _AROUND],
        slots=slots_of(assertion),
    )


def place_of(anchor: Anchor, text: str) -> Span | None:
    """Where the anchor's quote stands in a text: the very words, best by their surroundings, else the likeliest."""
    if not anchor.quote:
        return None
    starts = []
    start = text.find(anchor.quote)
    while start >= 0:
        starts.append(start)
        start = text.find(anchor.quote, start + 1)
    if starts:
        best = max(starts, key=lambda at: _context(anchor, text, at))
        return Span(best, best + len(anchor.quote))
    # Only an orphan's search needs it: loading it is not every start's business.
    from rapidfuzz.fuzz import partial_ratio_alignment

    found = partial_ratio_alignment(anchor.quote, text, score_cutoff=_ALIKE)
    return Span(found.dest_start, found.dest_end) if found and found.dest_end > found.dest_start else None


def near(span: Span, place: Span | None) -> float:
    """The greater, the nearer to the place the span begins."""
    return 0.0 if place is None else -abs(span.start - place.start)


def overlap(span: Span, place: Span | None) -> float:
    """The share of the shorter of the two that both have, 0 to 1."""
    if place is None:
        return 0.0
    shared = min(span.end, place.end) - max(span.start, place.start)
    return max(0, shared) / max(1, min(len(span), len(place)))


def agreement(anchor: Anchor, assertion: Assertion) -> int:
    """In how many slots the assertion says what the anchor's did."""
    return len(set(anchor.slots) & set(slots_of(assertion)))


def differing(anchor: Anchor, assertion: Assertion) -> tuple[tuple[str, str], ...]:
    """The anchor's slots where the assertion now says otherwise; all names of a role where one differs."""
    now = slots_of(assertion)
    slots = {slot for slot, _ in anchor.slots}
    changed = {slot for slot in slots if _values(anchor.slots, slot) != _values(now, slot)}
    return tuple((slot, value) for slot, value in anchor.slots if slot in changed)


def says_the_same(anchor: Anchor, assertion: Assertion) -> bool:
    """Whether act, denial and modality are those of the anchor, and one of its names at least is still there."""
    now = slots_of(assertion)
    firm = ("predicate", "polarity", "modality")
    if any(_values(anchor.slots, slot) not in ([], _values(now, slot)) for slot in firm):
        return False
    names = {value for slot, value in anchor.slots if slot.startswith("participant:")}
    return not names or bool(names & {value for slot, value in now if slot.startswith("participant:")})


def _context(anchor: Anchor, text: str, start: int) -> int:
    """How many characters before and after are the same, counted from the quote outwards."""
    end = start + len(anchor.quote)
    before, after = text[max(0, start - _AROUND) : start][::-1], text[end : end + _AROUND]
    return _common(anchor.before[::-1], before) + _common(anchor.after, after)


def _common(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _values(slots: Iterable[tuple[str, str]], wanted: str) -> list[str]:
    return [str(value) for slot, value in slots if slot == wanted]
