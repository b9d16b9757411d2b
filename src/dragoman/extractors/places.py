"""Places: where each place that the account names lies, on what ground, and how sure that is.

    "Kars province" -> Placement("Kars province", kind="province", shape=AREA, lat=40.6, lon=43.1, …)

Most words that name a place or a polity have been found before; here they are put on the map, each in the light of all
the others. A name that only the gazetteer knows ("the Straits") becomes a mention here as well.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from dragoman.gazetteer import Candidate, Resolved, knows, resolved, sighted, sightings, year_of
from dragoman.lore import NAMES
from dragoman.model import Kind, Known, Mention, PassageRole, Placement, Span, Testimony

_PLACED = (Kind.PLACE, Kind.POLITY)
_HOLDING = (Kind.BODY, Kind.EVENT)
_READ = (PassageRole.PARAGRAPH, PassageRole.NOTE, PassageRole.HEADING, PassageRole.TITLE)
_SURE = 1.0
# How sure we are of the place of today that a person's own list names: it may have namesakes.
_GIVEN = 0.9


def extract(so_far: Testimony) -> Iterator[Mention | Placement]:
    """A placement for every mention of a place, in the order of the text; `lat` is None where it stays unplaced."""
    text = so_far.account.text
    named = {mention.span: mention for mention in so_far.mentions if _names_a_place(mention)}
    overlooked, parts = _overlooked(so_far)
    named |= {mention.span: mention for mention in (*overlooked, *parts)}
    mentions = [named[span] for span in sorted(named)]
    yield from overlooked
    year = _year(so_far)
    known = {one.name: one for one in so_far.lore.known if one.kind is Kind.PLACE}
    for mention, answer in zip(mentions, resolved(text, sighted(text, sorted(named)), year), strict=True):
        if mention.why == NAMES and mention.name in known:
            yield _as_known(mention, known[mention.name], answer, year)
        elif mention.kind is Kind.PLACE or _is_listed(answer):
            yield _placement(mention, answer)


def _names_a_place(mention: Mention) -> bool:
    """Whether the words name a place or a polity and do not only point to one ("these regions")."""
    return mention.kind in _PLACED and mention.antecedent is None and mention.span.end > mention.span.start


def _is_listed(answer: Resolved) -> bool:
    """A polity is put where its name lies ("Ankara", "Soviet Russia"); "the Turks" lies nowhere."""
    return answer.place is not None and (answer.place.known or bool(answer.place.identifier))


def _overlooked(so_far: Testimony) -> tuple[list[Mention], list[Mention]]:
    """Places of the running text that no mention names: those outside all mentions, and those inside a longer name.

    "the Revolutionary Committee of the Armenian SSR" is a body; where it belongs is part of its name, as it is in
    "the Conference of the Powers of the Black Sea".
    """
    text = so_far.account.text
    taken = _Stretches(mention.span for mention in so_far.mentions if mention.kind not in _HOLDING)
    bodies = _Stretches(mention.span for mention in so_far.mentions if mention.kind in _HOLDING)
    running = _Stretches(passage.span for passage in so_far.passages if passage.role in _READ)
    overlooked, parts = [], []
    for one in sightings(text):
        if taken.meet(one.span) or not running.meet(one.span) or one.standing < _SURE:
            continue
        mention = Mention(one.span, Kind.PLACE, text[one.span.start : one.span.end], why="gazetteer")
        if not bodies.meet(one.span):
            overlooked.append(mention)
        elif any(candidate.known for candidate in one.candidates):
            parts.append(mention)
    return overlooked, parts


def _as_known(mention: Mention, known: Known, answer: Resolved, year: int | None) -> Placement:
    """Where a person's own list puts it: at its point, else where the place of today lies that the list names."""
    because = f"line {known.line} of {NAMES}"
    placed = _placement(mention, answer)
    if known.lat is not None and known.lon is not None:
        kind = placed.kind if answer.place is None else answer.place.kind
        return Placement(
            mention.span, mention.name, kind, lat=known.lat, lon=known.lon, modern=known.modern, source=NAMES,
            because=because, confidence=_SURE,
        )  # fmt: skip
    there = knows(known.modern, year) if known.modern else ()
    if not there:
        return placed
    chosen = Resolved(answer.sighting, there[0], f"{because}: today {known.modern}", _GIVEN)
    return replace(_placement(mention, chosen), modern=known.modern)


class _Stretches:
    """Stretches of a text; asks in a blink whether one of them shares a character with a span."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Stretches that meet count as one."""
        joined: list[Span] = []
        for span in sorted(spans):
            if joined and span.start < joined[-1].end:
                joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
            else:
                joined.append(span)
        self._spans: Sequence[Span] = joined
        self._starts = [span.start for span in joined]

    def meet(self, span: Span) -> bool:
        """Whether any stretch shares a character with the span."""
        at = bisect_right(self._starts, span.end - 1) - 1
        return at >= 0 and self._spans[at].meets(span)


def _year(so_far: Testimony) -> int | None:
    """The middle one of the years that the account dates; the years in its words where nothing is dated."""
    dates = (mention.date for mention in so_far.mentions if mention.date is not None)
    years = sorted(int(date.edtf[:4]) for date in dates if date.edtf[:4].isdigit())
    return years[len(years) // 2] if years else year_of(so_far.account.text)


def _placement(mention: Mention, answer: Resolved) -> Placement:
    place = answer.place
    if place is None:
        kind = answer.sighting.feature or "place"
        return Placement(mention.span, mention.name, kind, because=answer.because, confidence=answer.confidence)
    return Placement(
        span=mention.span,
        name=mention.name,
        kind=place.kind,
        shape=place.shape,
        lat=place.lat,
        lon=place.lon,
        modern=_modern(place),
        within=place.within or ", ".join(part for part in (place.admin, place.country) if part),
        identifier=place.identifier,
        source="period table" if place.known else place.source,
        because=answer.because,
        confidence=answer.confidence,
    )


def _modern(place: Candidate) -> str:
    """What the place is called today; nothing for a mere neighbourhood."""
    return place.modern or (place.name if place.identifier else "")
