"""Two hands, one drafting: where both find an act they are one assertion, surer than either.

    joined(by_rules, by_reader)   found_by "rules+reader", "rules" or "reader"

The surer hand names the act. The rules own polarity, modality and attribution, for they can show the words; the reader
knows better who takes part. An act that one hand alone finds must be surer of itself, and the rules alone are not
believed in an act of nobody: "the experience of those years informed their approach".
"""

import re
from collections.abc import Iterator, Sequence, Set

from msgspec.structs import replace

from dragoman.grammar.clauses import only_leaves_out
from dragoman.hands.rules import Ruled
from dragoman.languages.en import hedges
from dragoman.model import Assertion, Evidence, Kind, MarkKind, Modality, Participant, Polarity, Predicate, Role, Span
from dragoman.outcomes import RETENTION

# Cuts of confidence, found on the texts of the corpus that the reader was not trained on.
RULES_ALONE = 0.6
READER_ALONE = 0.4
_MOSTLY = 0.6  # of the longer of two clauses
_A_FIGURE = 0.7  # "come into force", not "forces remained"
READER_OF_NAMES = 0.35  # where somebody or something that has a name takes part


def joined(ruled: Sequence[Ruled], by_reader: Sequence[Assertion]) -> Iterator[Assertion]:
    """The assertions of both hands in the order of the text, each act once."""
    by_rules = [each.assertion for each in ruled]
    partners = _partners(by_rules, by_reader)
    taken = set(partners.values())
    found = [
        _found_by_both(one, _agreed(by_reader[partners[i]], ruled[i])) if i in partners else one
        for i, one in enumerate(by_rules)
        if (i in partners and (one.found_by == "rules" or _stands_alone(by_reader[partners[i]])))
        or (one.found_by == "rules" and one.confidence >= RULES_ALONE and _has_names(one))
    ]
    found += [_on_its_own(one) for j, one in enumerate(by_reader) if j not in taken and _stands_alone(one)]
    yield from _each_once(sorted(found, key=lambda one: (one.span, one.id)))


def _each_once(found: Sequence[Assertion]) -> Iterator[Assertion]:
    """ "China gave its consent": the verb and its noun tell one act in the same words; the surer find of it."""
    kept: dict[Predicate, list[Assertion]] = {}
    others: dict[str, list[Assertion]] = {}
    for one in sorted(found, key=lambda one: (-one.confidence, one.id)):
        near = [other for other in kept.setdefault(one.predicate, []) if other.span.meets(one.span)]
        if any(_is_told_by(one, other) for other in near):
            continue
        kept[one.predicate].append(one)
        others[one.id] = [other for other in near if other.span == one.span]
        for other in others[one.id]:
            others[other.id].append(one)
    yield from (_without_the_others(one, others[one.id]) for one in found if one.id in others)


def _is_told_by(one: Assertion, other: Assertion) -> bool:
    """Whether a surer find tells the same act: in the same words, or in nearly the same with the same doers."""
    if one.span == other.span:
        # "Ratified by Japan on the 10th and by Russia on the 14th" are two.
        return not (one.when and other.when and one.when.edtf != other.when.edtf)
    shared = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
    doers = {each.name for each in one.of(Role.AGENT)}
    same = bool(doers) and doers == {each.name for each in other.of(Role.AGENT)}
    return same and shared >= _MOSTLY * max(len(one.span), len(other.span)) and _trigger(one) != _trigger(other)


def _without_the_others(one: Assertion, told: Sequence[Assertion]) -> Assertion:
    """Russia, who ratified on the 14th, has no part in what was done on the 10th."""
    others = {each.name for other in told if other is not one for each in other.of(Role.AGENT)[:1]}
    mine = one.of(Role.AGENT)[:1]
    kept = tuple(each for each in one.participants if each in mine or each.name not in others)
    return one if len(kept) == len(one.participants) else replace(one, participants=kept)


def _found_by_both(rule: Assertion, reader: Assertion) -> Assertion:
    """One assertion of two; what the grammar only lends its parse to is still the reader's own."""
    return _on_its_own(_both(rule, reader)) if rule.found_by == "grammar" else _both(rule, reader)


def _on_its_own(reader: Assertion) -> Assertion:
    """ "After the armistice of Mudros, Britain …": who acts after it, and on which day, is another matter."""
    evidence = reader.evidence[0]
    if evidence.quote.split(maxsplit=1)[0].casefold() not in hedges.BESIDE_IN_TIME:
        return reader
    own = tuple(one for one in reader.participants if one.span is not None and evidence.span.covers(one.span))
    when = reader.when if reader.when is not None and evidence.span.covers(reader.when.span) else None
    return replace(reader, participants=own, when=when)


def _stands_alone(reader: Assertion) -> bool:
    return reader.confidence >= (READER_OF_NAMES if _has_names(reader) else READER_ALONE)


def _has_names(one: Assertion) -> bool:
    return any(each.kind is not None for each in one.participants)


def _partners(by_rules: Sequence[Assertion], by_reader: Sequence[Assertion]) -> dict[int, int]:
    """Which find of the reader is which of the rules': their triggers meet; the same act first."""
    triggers = [_trigger(one) for one in by_reader]
    order = sorted(range(len(by_reader)), key=lambda j: triggers[j])
    pairs: list[tuple[bool, float, int, int]] = []
    position = 0
    for i in sorted(range(len(by_rules)), key=lambda i: _trigger(by_rules[i])):
        mine = _trigger(by_rules[i])
        while position < len(order) and triggers[order[position]].end + 200 <= mine.start:
            position += 1
        for j in order[position:]:
            if triggers[j].start >= mine.end:
                break
            if triggers[j].meets(mine):
                same = by_rules[i].predicate == by_reader[j].predicate
                pairs.append((same, by_reader[j].confidence, -i, -j))
    partners: dict[int, int] = {}
    for _, _, i, j in sorted(pairs, reverse=True):
        if -i not in partners and -j not in partners.values():
            partners[-i] = -j
    return partners


def _agreed(reader: Assertion, ruled: Ruled) -> Assertion:
    """The reader's find without the agent that a passive does not name ("it was decided" decides nobody), and without
    the papers that only say when it was."""
    named = tuple(
        one
        for one in reader.participants
        if not (ruled.agentless and one.role == Role.AGENT)
        and not (one.kind == Kind.INSTRUMENT and one.span and any(each.covers(one.span) for each in ruled.aside))
    )
    return reader if len(named) == len(reader.participants) else replace(reader, participants=named)


def _trigger(one: Assertion) -> Span:
    return next((mark.span for mark in one.marks if mark.kind == MarkKind.TRIGGER), one.span)


def _trigger_words(one: Assertion) -> str:
    return next((mark.words.casefold() for mark in one.marks if mark.kind == MarkKind.TRIGGER), "")


def _both(rule: Assertion, reader: Assertion) -> Assertion:
    """One assertion of two: each slot from the hand that knows it better."""
    surer = rule.found_by == "rules" and rule.confidence > reader.confidence
    # "They never came into force": the words are a figure that has one meaning only.
    figure = rule.predicate == Predicate.ENTRY_INTO_FORCE and rule.confidence >= _A_FIGURE
    # So are those for what stays where it was: "Chios remained with Turkey" is no negotiation and no occupation.
    surer = surer or (rule.found_by == "rules" and (figure or rule.subtype == RETENTION))
    # A denial that the grammar weighed, also one that another denial takes back, is weighed for good.
    weighed = rule.polarity != Polarity.POS or any(mark.kind == MarkKind.POLARITY for mark in rule.marks)
    weighed = weighed or only_leaves_out(rule.quote)
    predicate = rule.predicate if surer else reader.predicate
    return replace(
        rule,
        predicate=predicate,
        subtype=rule.subtype if rule.predicate == predicate else "",
        participants=_participants(rule, _recast(rule, reader) if surer else reader),
        evidence=(_evidence(rule, reader), *rule.evidence[1:]),
        when=rule.when or (None if _is_of_a_paper(reader) else reader.when),
        polarity=rule.polarity if weighed else reader.polarity,
        modality=rule.modality if rule.modality != Modality.ACTUAL else reader.modality,
        attribution=rule.attribution if rule.attribution.voices else reader.attribution,
        marks=(
            *rule.marks,
            *(mark for mark in reader.marks if mark not in rule.marks and mark.kind != MarkKind.TRIGGER),
        ),
        found_by="reader" if rule.found_by == "grammar" else "rules+reader",
        confidence=reader.confidence
        if rule.found_by == "grammar"
        else round(1 - (1 - rule.confidence) * (1 - reader.confidence), 3),
    )


_BEFORE_DATES = re.compile(r"\b(?:(?:on|in|by|from|since|until|during|about|early|late|the)\s+)+$", re.IGNORECASE)
_OF_PAPERS = frozenset(
    {Predicate.SIGNATURE, Predicate.RATIFICATION, Predicate.DRAFT, Predicate.ANNULMENT, Predicate.ENTRY_INTO_FORCE}
)
_DONE_TO_PAPERS = frozenset(
    {Predicate.ANNULMENT, Predicate.REFUSAL, Predicate.ACCEPTANCE, Predicate.RATIFICATION, Predicate.NON_RECOGNITION}
)


def _is_of_a_paper(reader: Assertion) -> bool:
    """Whether the date is part of what the act was done to: "denounced the convention of 1856"."""
    if reader.when is None or reader.predicate not in _DONE_TO_PAPERS:
        return False
    day = reader.when.span
    papers = [one.span for one in reader.participants if one.kind == Kind.INSTRUMENT and one.span is not None]
    return any(span.covers(day) or 0 <= day.start - span.end <= 4 for span in papers)


def _evidence(rule: Assertion, reader: Assertion) -> Evidence:
    """The reader's clause, back to the date that stands before it in the clause of the rules."""
    here, whole, when = reader.evidence[0], rule.evidence[0], rule.when
    if when is None or not whole.span.covers(when.span) or not whole.span.covers(here.span):
        return here
    start, end = min(here.span.start, when.span.start), max(here.span.end, when.span.end)
    # "In October 1880, on board …, the delegates demanded": the preposition belongs to the date.
    before = _BEFORE_DATES.search(whole.quote[: start - whole.span.start]) if start == when.span.start else None
    start -= len(before[0]) if before else 0
    quote = whole.quote[start - whole.span.start : end - whole.span.start]
    return Evidence(here.account, Span(start, end), quote)


def _meets_any(span: Span, others: Sequence[Span]) -> bool:
    return any(span.meets(other) for other in others)


_NOT_DOERS = frozenset({Role.BODY, Role.PLACE, Role.BENEFICIARY})


def _who_cedes(one: Participant, doers: Set[Span | None]) -> Participant:
    ceding = one.role == Role.TERRITORY and one.span in doers and one.kind is not None and one.kind.acts
    return replace(one, role=Role.AGENT) if ceding else one


# Troops are withdrawn, and are no land.
_SEATS = frozenset({Role.AGENT, Role.PLACE})
_NO_LAND = frozenset({Role.AGENT, Role.BENEFICIARY, Role.RECIPIENT, Role.TARGET, Role.COUNTERPARTY, Role.PLACE})


def _by_grammar(
    one: Participant, rule: Assertion, doers: Set[Span | None], given: Set[Span | None], lands: Set[Span | None]
) -> Participant:
    """The participant with the role of the grammar, where that cannot be in doubt."""
    if one.role in _NOT_DOERS and one.span in doers:
        # "Ankara ratified": whoever is the subject of what is done does it, and is no place or body it is done in.
        return replace(one, role=Role.AGENT)
    if one.role == Role.APPOINTEE and one.span in doers and rule.predicate != Predicate.APPOINTMENT:
        return replace(one, role=Role.AGENT)
    if rule.subtype == RETENTION and one.role == Role.COUNTERPARTY and one.span in doers:
        return replace(one, role=Role.AGENT)
    if one.role in (Role.AGENT, Role.TERRITORY, Role.COUNTERPARTY) and one.span in given:
        # "Japan obtained Formosa": nobody gives himself anything; "ceded Bessarabia to Russia": nor is he given away.
        return replace(one, role=Role.BENEFICIARY)
    if rule.predicate == Predicate.COMMITMENT and one.role == Role.BENEFICIARY and rule.of(Role.BENEFICIARY):
        # "Promised Transylvania to Romania": the land is promised, and to whom stands beside it.
        return replace(one, role=Role.TERRITORY) if one.span in {each.span for each in rule.of(Role.TERRITORY)} else one
    if one.role == Role.TERRITORY and any(each.span == one.span for each in rule.of(Role.TARGET)):
        # "Briey was taken from France": France was not taken.
        return replace(one, role=Role.TARGET)
    if (
        one.role in _NO_LAND
        and one.span in lands
        and (rule.predicate == Predicate.CESSION or (one.kind == Kind.PLACE and one.role in _SEATS))
    ):
        # "Yielded Hudson Bay, Newfoundland, and Acadia": what is given away gives and gets nothing.
        return replace(one, role=Role.TERRITORY)
    return one


def _recast(rule: Assertion, reader: Assertion) -> Assertion:
    """The reader's find as the act that the rules are surer of: in another act each has another part."""
    if rule.predicate == reader.predicate:
        return reader
    roles: dict[Span | None, Role] = {one.span: one.role for one in rule.participants if one.span is not None}
    parts = (replace(one, role=roles.get(one.span, one.role)) for one in reader.participants)
    return replace(reader, predicate=rule.predicate, participants=tuple(parts))


def _participants(rule: Assertion, reader: Assertion) -> tuple[Participant, ...]:
    """The reader's, and the named ones of the rules that stand where the reader saw nobody."""
    doers = {one.span for one in rule.of(Role.AGENT)}
    if rule.of(Role.TERRITORY):
        # "Romania had to cede Bessarabia": the land is another, so Romania is who cedes it.
        reader = replace(reader, participants=tuple(_who_cedes(one, doers) for one in reader.participants))
    moved = rule.predicate == reader.predicate and rule.predicate in (Predicate.CESSION, Predicate.OCCUPATION)
    moved = moved or rule.subtype == RETENTION
    # "Morocco became a French protectorate": the grammar has an object there, which is nothing given.
    moved = moved and (not _trigger_words(rule).startswith("bec") or bool(rule.of(Role.BENEFICIARY)))
    given = {one.span for one in rule.of(Role.BENEFICIARY)} if rule.predicate == Predicate.CESSION else set()
    lands = {one.span for one in rule.of(Role.TERRITORY)} if moved else set()
    roles = (_by_grammar(one, rule, doers, given, lands) for one in reader.participants)
    reader = replace(reader, participants=tuple(roles))
    spans = [one.span for one in reader.participants if one.span is not None]
    names = {one.name.casefold() for one in reader.participants}
    more = [
        one
        for one in rule.participants
        if one.kind is not None
        and (
            one.role not in (Role.PLACE, Role.EVENT) or (one.role == Role.EVENT and rule.predicate == Predicate.DEMAND)
        )
        and one.name.casefold() not in names
        and not (one.span and any(span.meets(one.span) for span in spans))
    ]
    papers = [one for one in rule.participants if one.kind == Kind.INSTRUMENT]
    if papers and rule.predicate in _OF_PAPERS:
        # "The Treaty of A rested on the Treaty of B, concluded in May": what was concluded the grammar can tell.
        told = {one.name.casefold() for one in papers}
        where = [one.span for one in papers if one.span is not None]
        kept = [
            one
            for one in reader.participants
            if one.kind != Kind.INSTRUMENT
            and one.name.casefold() not in told
            # "The Jay Treaty with Great Britain" is the Jay Treaty, named once; so is "a final version of the treaty".
            and not (one.role == Role.INSTRUMENT and one.span and (one.kind is None or _meets_any(one.span, where)))
        ]
        return (*kept, *papers, *(one for one in more if one.kind != Kind.INSTRUMENT))
    return (*reader.participants, *more)
