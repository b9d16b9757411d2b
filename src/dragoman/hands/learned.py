"""The learned hand: what the learned reader finds, as assertions of ours.

    "Turkey ceded Batum" -> Assertion(CESSION, agent: Turkey, territory: Batum, found_by="reader")

Its spans are words of the account; what they name is looked up among the mentions found before.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from msgspec.structs import replace

from dragoman.grammar.clauses import excepts
from dragoman.languages.en import hedges
from dragoman.languages.en.roles import HOLDINGS
from dragoman.learned import LearnedReader, Reading, load
from dragoman.model import (
    AUTHOR,
    Assertion,
    Attribution,
    Date,
    Evidence,
    Kind,
    Lore,
    Mark,
    MarkKind,
    Mention,
    Modality,
    Participant,
    PassageRole,
    Polarity,
    Predicate,
    Role,
    Span,
    Testimony,
    Voice,
    digest,
)

NO_LORE = Lore()

# Words that name nobody, and point to nobody that the grammar could find.
_NOBODY = frozenset(
    "it its which who whom whose that this there what itself one the a an whichever whatever two three four five six"
    " seven eight nine ten twelve first second third northern southern eastern western central upper lower ratification"
    " ratifications".split()
)


def available(lore: Lore = NO_LORE) -> bool:
    """Whether the weights are there; without them the rules work alone."""
    return _reader(lore.weights, lore.mark) is not None


def assertions_of(so_far: Testimony) -> Iterator[Assertion]:
    """The acts the learned reader finds, in the order of the text; none without its weights."""
    reader = _reader(so_far.lore.weights, so_far.lore.mark)
    if reader is None:
        return
    names = _Names(so_far)
    sentences = [(p.span.start, p.span.end) for p in so_far.passages if p.role == PassageRole.SENTENCE]
    for reading in reader.read(so_far.account.text, sentences):
        yield _assertion(so_far, _in_its_sentence(reading, sentences), names)


def _in_its_sentence(reading: Reading, sentences: Sequence[tuple[int, int]]) -> Reading:
    """The reading with its clause cut at the ends of the sentence that holds the trigger, and nobody from the next."""
    at = bisect_left(sentences, (reading.trigger[0] + 1, 0)) - 1
    start, end = sentences[max(at, 0)]
    if not start <= reading.trigger[0] < end:
        return reading
    clause = (max(reading.evidence[0], start), min(reading.evidence[1], end))
    roles = tuple((role, first, min(last, end), sure) for role, first, last, sure in reading.roles if first < end)
    return replace(reading, evidence=clause, roles=roles)


@lru_cache(maxsize=1)
def _reader(folder: str, mark: str) -> LearnedReader | None:
    """Kept while its `mark` stays: weights that were made again in the same folder are read again."""
    return load(Path(folder) if folder else None)


class _Names:
    """The mentions of an account by where they stand."""

    def __init__(self, so_far: Testimony) -> None:
        ordered = sorted(so_far.mentions, key=lambda mention: mention.span)
        self._names = [mention for mention in ordered if mention.kind != Kind.DATE]
        self._dates = [mention for mention in ordered if mention.kind == Kind.DATE]
        self._name_ends = [mention.span.end for mention in self._names]
        self._date_ends = [mention.span.end for mention in self._dates]

    def at(self, span: Span) -> list[Mention]:
        """The names that meet a span, in the order of the text."""
        return _meeting(self._names, self._name_ends, span)

    def after(self, span: Span) -> list[Mention]:
        """The person whose name comes next after a span, if one does soon."""
        position = bisect_left(self._name_ends, span.end + 1)
        return [m for m in self._names[position : position + 3] if m.kind == Kind.PERSON and m.span.start >= span.end][
            :1
        ]

    def date_at(self, span: Span) -> Date | None:
        """The date whose words meet a span most."""
        found = [m for m in _meeting(self._dates, self._date_ends, span) if m.date is not None and m.date.edtf]
        found = [m for m in found if m.date is not None and m.date.timex_type in ("DATE", "TIME")]
        if not found:
            return None
        return max(found, key=lambda m: min(m.span.end, span.end) - max(m.span.start, span.start)).date


def _meeting(mentions: Sequence[Mention], ends: Sequence[int], span: Span) -> list[Mention]:
    found = []
    for mention in mentions[bisect_left(ends, span.start + 1) :]:
        if mention.span.start >= span.end:
            break
        found.append(mention)
    return found


def _assertion(so_far: Testimony, reading: Reading, names: _Names) -> Assertion:
    account = so_far.account
    text = account.text
    span, trigger = Span(*reading.evidence), Span(*reading.trigger)
    voices = _voices(text, reading, names)
    marks = [Mark(MarkKind.TRIGGER, trigger, text[trigger.start : trigger.end])]
    marks += [Mark(MarkKind.ATTRIBUTION, v.span, text[v.span.start : v.span.end]) for v in voices if v.span]
    return Assertion(
        id=digest(account.id, "reader", reading.act, str(trigger.start), str(span.start), str(span.end)),
        account=account.id,
        predicate=Predicate(reading.act),
        participants=tuple(_participants(text, reading, names)),
        evidence=(Evidence(account.id, span, text[span.start : span.end]),),
        when=names.date_at(Span(*reading.date)) if reading.date else None,
        polarity=Polarity(reading.polarity),
        modality=Modality(reading.modality),
        attribution=Attribution(voices) if voices else AUTHOR,
        marks=tuple(marks),
        found_by="reader",
        confidence=round(reading.confidence, 3),
    )


def _participants(text: str, reading: Reading, names: _Names) -> Iterator[Participant]:
    """Each role's words; a name, where they hold one, with all that the account calls it."""
    taken: set[str] = set()
    for role, start, end, _ in reading.roles:
        if excepts(text[max(0, start - 40) : start]):
            continue
        for one in _named(text, Role(role), Span(start, end), names):
            if one.name.casefold() not in taken:
                taken.add(one.name.casefold())
                yield one


def _named(text: str, role: Role, span: Span, names: _Names) -> Iterator[Participant]:
    words = " ".join(text[span.start : span.end].split())
    for article in ("the ", "a ", "an ", "The ", "A ", "An ", "its ", "their ", "his ", "her "):
        if words.startswith(article) and len(words) > len(article):
            words = words[len(article) :]
            # "His letter": who is meant by "his" has another part in it.
            span = Span(min(span.start + len(article), span.end - 1), span.end)
            break
    words = _RELATIVE.sub("", words)
    if words.casefold() in _NOBODY or (role in _LANDS and words.endswith((" of", " at"))):
        return
    found = names.at(span)
    after = [] if role in _NO_OFFICES else [m for m in names.after(span) if _is_title(text, span, m)]
    persons = [m for m in found if m.kind == Kind.PERSON] or after
    if len(persons) == 1 and (not found or found == persons or _is_title(text, span, persons[0])):
        # "Soviet Foreign Commissar Georgy Chicherin": the name has the part, not the office before it.
        # A man is no place, whatever the reader took him for.
        role = Role.AGENT if role in (Role.PLACE, Role.TERRITORY) else role
        yield Participant(role, persons[0].name, persons[0].span, Kind.PERSON)
        return
    # "the government of Saxony" is no other name for Saxony: a mention stands for the words if it is most of them.
    covering = [m for m in found if 2 * (min(m.span.end, span.end) - max(m.span.start, span.start)) >= len(words)]
    if not covering and role == Role.INSTRUMENT:
        # "The armistice of 28 January" is the armistice that the account knows by its day.
        covering = [m for m in found if m.kind == Kind.INSTRUMENT and m.span.start == span.start][:1]
    if not covering and role in _LANDS and (held := _HOLDING.match(words)) and held[1].casefold() in HOLDINGS:
        # "The ports of Dulcigno": what is ceded is the place itself.
        covering = [m for m in found if m.kind == Kind.PLACE and text[m.span.start].isupper()][:1]
    if not covering and len(found) > 1 and sum(len(m.span) + 1 for m in found) > len(span):
        # "Promised Turkey Soviet gold": nothing but names, and the first is whom.
        covering = found[:1]
    if not covering:
        kind = found[0].kind if len(found) == 1 and found[0].span.covers(span) else None
        yield Participant(role, words, span, kind)
        return
    for mention in covering:
        # "To make Ankara more accommodating": a name that acts is no place, whatever it is on the map.
        if role == Role.PLACE and mention.kind.acts:
            continue
        yield Participant(role, mention.name, mention.span, mention.kind)


_LANDS = frozenset({Role.TERRITORY, Role.PLACE})
_HOLDING = re.compile(r"(?:[\w’'-]+ ){0,3}?(\w+) (?:of|at) (?:the )?(?=[A-Z])")
_RELATIVE = re.compile(r"\s+(?:which|that|who|whom)$")
_NO_OFFICES = frozenset({Role.INSTRUMENT, Role.TERRITORY, Role.PLACE, Role.EVENT})
_TITLE = re.compile(r"(?:[’']s|[\s,]|\b(?:for|of|the|and)\b|\b[A-Z][\w.-]*)*")


def _is_title(text: str, span: Span, person: Mention) -> bool:
    """Whether words are the beginning of an office that stands right before a name."""
    between = text[span.end : person.span.start]
    return len(between) <= 60 and "," not in between.strip() and _TITLE.fullmatch(between) is not None


def _voices(text: str, reading: Reading, names: _Names) -> tuple[Voice, ...]:
    if not reading.reported or reading.source is None:
        return ()
    span = Span(*reading.source)
    found = names.at(span)
    if not found and text[span.start : span.end].casefold() in ("the", "a", "an", "it", "that", "this"):
        return ()
    # "Turkish newspapers" are not the Turks.
    found = [one for one in found if 2 * len(one.span) >= len(span)]
    who = found[0].name if len(found) == 1 else " ".join(text[span.start : span.end].split())
    return (Voice(who, _medium(text, span), span),)


def _medium(text: str, span: Span) -> str:
    """In what medium, by the words right after the speaker: "wrote", "telegraphed"."""
    for word in text[span.end : span.end + 40].split()[:3]:
        for form in (word.strip(",.:;"), word.strip(",.:;").removesuffix("ed"), word.strip(",.:;").removesuffix("d")):
            if form in hedges.MEDIUM:
                return hedges.MEDIUM[form]
    return ""
