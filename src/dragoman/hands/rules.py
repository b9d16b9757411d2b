"""The rules' hand: what the grammar of a sentence asserts, with the words that decided each slot.

"no treaty was signed at the time" -> Assertion(SIGNATURE, instrument: treaty, polarity=NEG, found_by="rules")
"""

from collections.abc import Iterator, Sequence

import msgspec
from spacy.tokens import Token

from dragoman.grammar.clauses import Frame, clause_of, frame_of
from dragoman.grammar.force import force_of
from dragoman.grammar.names import Names, sentences_with_names
from dragoman.grammar.roles import participants_of, phrase_of
from dragoman.grammar.triggers import swallowed, triggers_in
from dragoman.grammar.vehicles import vehicle_of
from dragoman.grammar.voices import speaker_in, speaker_of
from dragoman.grammar.when import date_of
from dragoman.hands.gapping import told_again
from dragoman.languages.en import hedges
from dragoman.languages.en.actors import OFFICES
from dragoman.lexicon import Reading
from dragoman.model import (
    AUTHOR,
    Assertion,
    Attribution,
    Evidence,
    InstrumentKind,
    Kind,
    Mark,
    MarkKind,
    Modality,
    Participant,
    PassageRole,
    Predicate,
    Role,
    Span,
    Testimony,
    Voice,
    digest,
)
from dragoman.syntax import Sentence

# An unsigned paper is drafted, negotiated and signed in earnest; what it provides is not.
_ABOUT_PAPERS = frozenset({Predicate.DRAFT, Predicate.SIGNATURE, Predicate.NEGOTIATION, Predicate.RATIFICATION})


_FEW = 24  # letters: a few words in quotation marks are a phrase of somebody's, a clause with its verb is speech


class Ruled(msgspec.Struct, frozen=True):
    """An assertion of the rules; `agentless` when its clause is a passive that names no agent, so that it has none.

    `aside` are the words that only say when it was: "after the armistice of Mudros".
    """

    assertion: Assertion
    agentless: bool = False
    aside: tuple[Span, ...] = ()


def assertions_of(so_far: Testimony, pointed: Sequence[tuple[Span, Predicate, float]] = ()) -> Iterator[Ruled]:
    """The acts of every sentence, in the order of the text.

    `pointed` are triggers that another hand points to, each with its act and how sure that hand is: what the rules do
    not know as a trigger they still read with their grammar, and say so (`found_by="grammar"`).
    """
    drafts = _draft_names(so_far)
    quotations = [passage.span for passage in so_far.passages if passage.role == PassageRole.QUOTATION]
    waiting = sorted(pointed, key=lambda each: each[0])
    last_speaker: Voice | None = None
    position = 0
    for sentence, names in sentences_with_names(so_far):
        while position < len(waiting) and waiting[position][0].end <= sentence.where.start:
            position += 1
        here = []
        for each in waiting[position:]:
            if each[0].start >= sentence.where.end:
                break
            here.append(each)
        known = [(*found, "rules") for found in triggers_in(sentence, names)]
        for trigger, reading, frame, hand in (*known, *_pointed(sentence, here, {each[0].i for each in known})):
            clause = _Clause(so_far, sentence, names, trigger, reading, frame)
            voices = clause.voices(quotations, last_speaker)
            said = clause.assertion(drafts, voices, hand)
            yield Ruled(said, _is_agentless(frame), clause.aside())
            yield from (Ruled(again) for again in told_again(said, names))
        last_speaker = _speaker_of_quotation(sentence, names, quotations) or last_speaker


def _is_agentless(frame: Frame) -> bool:
    """A passive that names no agent, and what hangs on one: "it was decided to convene a conference"."""
    if frame.subjects or frame.trigger.pos_ not in ("VERB", "AUX"):
        return False
    return frame.passive or (frame.trigger.dep_ == "xcomp" and _is_agentless(frame_of(frame.trigger.head)))


def _pointed(
    sentence: Sentence, pointed: Sequence[tuple[Span, Predicate, float]], known: set[int]
) -> Iterator[tuple[Token, Reading, Frame, str]]:
    """Triggers of another hand, read by our grammar; the topmost word stands for several."""
    for span, act, sure in pointed:
        words = sentence.tokens_in(span)
        if words and not any(word.i in known for word in words):
            head = next((word for word in words if word.head not in words or word.head is word), words[0])
            yield head, Reading(act, frozenset(), "", sure), frame_of(head), "grammar"


class _Clause:
    """One trigger with all that is needed to say what it asserts."""

    def __init__(
        self, so_far: Testimony, sentence: Sentence, names: Names, trigger: Token, reading: Reading, frame: Frame
    ) -> None:
        self.account, self.sentence, self.names = so_far.account, sentence, names
        self.trigger, self.reading, self.frame = trigger, reading, frame
        # "Was not a member of the congress": the verb denies it.
        self.said = trigger.head if reading.said else trigger

    def assertion(self, drafts: frozenset[str], voices: tuple[Voice, ...], hand: str) -> Assertion:
        force = force_of(self.said)
        participants = [_spoken(one, voices) for one in self._done_to_first(list(self._participants()))]
        # A draft is signed or not; it is not signed "under" itself.
        vehicle = None if self.reading.act in _ABOUT_PAPERS else vehicle_of(self.trigger, self.names)
        marks = [self._mark(MarkKind.TRIGGER, self.trigger), *(self._mark(kind, token) for kind, token in force.marks)]
        if vehicle is not None:
            if all(one.name != vehicle.name for one in participants):
                participants.append(Participant(Role.INSTRUMENT, vehicle.name, vehicle.span, Kind.INSTRUMENT))
            if (vehicle.name in drafts or "draft" in vehicle.name.casefold().split()) and force.modality in (
                Modality.ACTUAL,
                Modality.CONDITIONAL,
                Modality.PREDICTED,
            ):
                # "Under this draft Russia committed": nobody signed it, so nobody is bound.
                force.modality = Modality.PROPOSED
                marks.append(Mark(MarkKind.MODALITY, vehicle.span, self._words(vehicle.span)))
        marks += [Mark(MarkKind.ATTRIBUTION, voice.span, self._words(voice.span)) for voice in voices if voice.span]
        span = self._evidence(voices)
        return Assertion(
            id=digest(self.account.id, self.reading.act, str(span.start), str(span.end), str(self.trigger.i)),
            account=self.account.id,
            predicate=self.reading.act,
            participants=tuple(participants),
            evidence=(Evidence(self.account.id, span, self._words(span)), *self._antecedents(participants)),
            when=date_of(self.trigger, self.reading.act, self.names),
            polarity=force.polarity,
            modality=force.modality,
            attribution=Attribution(voices) if voices else AUTHOR,
            marks=tuple(marks),
            subtype=self.reading.subtype,
            found_by=hand,
            confidence=self.reading.weight,
        )

    def _done_to_first(self, found: list[Participant]) -> list[Participant]:
        """ "The Treaty of Lausanne replaced that of Sèvres": the paper it is done to stands before the one by which."""
        if self.reading.act != Predicate.ANNULMENT:
            return found
        by = {mention.span for token in self.frame.subjects for mention in self.names.instruments_at(token)}
        to = {mention.span for token in self.frame.objects for mention in self.names.instruments_at(token)}
        return sorted(found, key=lambda one: one.span in by) if by and to else found

    def _participants(self) -> Iterator[Participant]:
        taken: set[str] = set()
        for frame, act in ((self.frame, self.reading.act), *swallowed(self.trigger, self.reading.act)):
            for one in participants_of(frame, act, self.names):
                if self.reading.act == Predicate.REFUSAL and one.role in (Role.COUNTERPARTY, Role.BENEFICIARY):
                    # "Refused to negotiate with Armenia": whom one refuses is the target of the refusal.
                    one = Participant(Role.TARGET, one.name, one.span, one.kind)
                if one.name.casefold() not in taken:
                    taken.add(one.name.casefold())
                    yield one
        if (
            self.reading.act == Predicate.NEGOTIATION
            and self.trigger.pos_ in ("NOUN", "PROPN")
            and self.said is self.trigger
        ):
            words = [t for t in self.trigger.subtree if t.i <= self.trigger.i and t.dep_ != "det" and t.pos_ != "DET"]
            words = [t for t in words if all(between in words for between in self.trigger.doc[t.i : self.trigger.i])]
            span = self.sentence.span_of(words)
            if self._words(span).casefold() not in taken:
                yield Participant(Role.EVENT, " ".join(self._words(span).split()), span, Kind.EVENT)

    def _antecedents(self, participants: Sequence[Participant]) -> Iterator[Evidence]:
        """Where a name stands that a pronoun or "this draft" only points to."""
        spans = {one.span for one in participants}
        for mentions in self.names.by_token.values():
            for mention in mentions:
                if mention.span in spans and mention.antecedent is not None:
                    spans.discard(mention.span)
                    yield Evidence(self.account.id, mention.antecedent, self._words(mention.antecedent))

    def _evidence(self, voices: Sequence[Voice]) -> Span:
        tokens = clause_of(self.said)
        span = self.sentence.span_of(tokens)
        text = self._words(span)
        stripped = text.strip(" \n\t,;:.!?—–-")
        left = text.index(stripped) if stripped else 0
        return Span(span.start + left, span.start + left + len(stripped)) if stripped else span

    def voices(self, quotations: Sequence[Span], last_speaker: Voice | None) -> tuple[Voice, ...]:
        """Who says so, outermost first; empty for the author."""
        found = speaker_of(self.trigger)
        if found is not None and found[1].i != self.trigger.i and not self._is_past_the_quotation(found[1], quotations):
            return (_voice(found, self.sentence, self.names),)
        here = self.sentence.span(self.trigger, self.trigger)
        for quotation in quotations:
            if quotation.covers(here) and len(quotation) > _FEW:
                speaker = speaker_in(_outside(self.sentence, quotations), before=self.trigger.i)
                if speaker is not None:
                    return (_voice(speaker, self.sentence, self.names),)
                if last_speaker is not None:
                    return (last_speaker,)
        return ()

    def _is_past_the_quotation(self, saying: Token, quotations: Sequence[Span]) -> bool:
        """ "Ito wrote that “we are ashamed”, and on 30 March they granted it": what follows is the author's again."""
        said, here = self.sentence.span(saying, saying), self.sentence.span(self.trigger, self.trigger)
        return any(said.end <= one.start and one.end <= here.start and len(one) > _FEW for one in quotations)

    def aside(self) -> tuple[Span, ...]:
        """The phrases of the clause that only say when: they name what was done before or after."""
        preps = [each for each in self.trigger.children if each.dep_ == "prep" and each.lower_ in hedges.BESIDE_IN_TIME]
        spans = [self.sentence.span_of(each.subtree) for each in preps]
        opening = self.trigger.doc[self.trigger.left_edge.i]
        if opening.lower_ in hedges.BESIDE_IN_TIME and opening.head == self.trigger:
            # The parser may take "After the armistice of Mudros, …" for a clause.
            comma = next((t for t in self.trigger.doc[opening.i : self.trigger.i] if t.text == ","), None)
            spans += [self.sentence.span(opening, comma)] if comma is not None else []
        return tuple(spans)

    def _words(self, span: Span) -> str:
        return self.account.text[span.start : span.end]

    def _mark(self, kind: MarkKind, token: Token) -> Mark:
        span = self.sentence.span(token, token)
        return Mark(kind, span, self._words(span))


def _spoken(one: Participant, voices: Sequence[Voice]) -> Participant:
    """ "We reject the ultimatum", says the minister: in quoted speech "we" is who speaks."""
    if voices and one.name.casefold() in ("we", "i", "us"):
        return Participant(one.role, voices[-1].who, one.span, one.kind)
    return one


def _draft_names(so_far: Testimony) -> frozenset[str]:
    """Instruments that this account knows as drafts only."""
    return frozenset(one.name for one in so_far.instruments if one.kind == InstrumentKind.DRAFT)


def _voice(found: tuple[Token, Token], sentence: Sentence, names: Names) -> Voice:
    """The speaker by name, where one stands beside the office: "Commissioner at Riga, Evan Young, informed"."""
    speaker, verb = found
    medium = hedges.MEDIUM.get(verb.lemma_.lower(), _belief(verb))
    near = speaker.doc[speaker.i : min(speaker.right_edge.i + 1, speaker.i + 9)]
    # The parser takes "Commissioner at Riga, Evan Young," for two people in a list that has no "and".
    listed = any(child.dep_ == "cc" for child in speaker.children)
    beside = [
        each
        for word in near
        if word.dep_ == "appos" or (word.dep_ == "conj" and word.head == speaker and not listed)
        for each in names.at(word)
    ]
    own = names.at(speaker)
    # "According to Beck, the Polish statesman": the name, on whichever side of the comma it stands.
    named = speaker.pos_ == "PROPN" and speaker.lower_ not in OFFICES and any(each.kind == Kind.PERSON for each in own)
    mentions = list(own) if named else [each for each in beside if each.kind == Kind.PERSON] or list(own)
    span = sentence.span(speaker, verb) if speaker.i < verb.i else sentence.span(verb, speaker)
    if mentions and speaker.lower_ != "it":
        return Voice(mentions[0].name, medium, span)
    if speaker.pos_ in ("NOUN", "PROPN"):
        words = [*phrase_of(speaker), *_name_after(speaker)]
        return Voice(" ".join(word.text for word in words), medium, sentence.span_of(words))
    if speaker.lower_ == "it":
        return Voice(" ".join(sentence.doc[speaker.i : verb.i + 1].text.split()), medium, span)
    return Voice(speaker.text, medium, span)


def _name_after(speaker: Token) -> list[Token]:
    """The name that belongs to a common noun without a comma: "the newspaper Izvestia"."""
    close = (each for each in speaker.children if each.dep_ == "appos" and each.left_edge.i == speaker.i + 1)
    return [word for each in close if each.pos_ == "PROPN" for word in phrase_of(each)]


def _belief(verb: Token) -> str:
    return "belief" if verb.lemma_.lower() in hedges.BELIEVING else ""


def _outside(sentence: Sentence, quotations: Sequence[Span]) -> list[Token]:
    """The words of a sentence that nobody is quoted with."""
    quoted = [quotation for quotation in quotations if quotation.meets(sentence.where)]
    return [t for t in sentence.doc if not any(one.covers(sentence.spans[t.i]) for one in quoted)]


def _speaker_of_quotation(sentence: Sentence, names: Names, quotations: Sequence[Span]) -> Voice | None:
    """Who was speaking when this sentence ended inside a quotation that goes on."""
    if not any(quotation.meets(sentence.where) for quotation in quotations):
        return None
    found = speaker_in(_outside(sentence, quotations), before=0)
    return _voice(found, sentence, names) if found else None
