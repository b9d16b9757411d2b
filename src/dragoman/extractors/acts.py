"""Acts: what the rules read in the grammar of a sentence.

    "no treaty was signed at the time" -> Assertion(SIGNATURE, instrument: treaty, polarity=NEG)
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from spacy.tokens import Token

from dragoman.grammar.clauses import Frame, clause_of, frame_of
from dragoman.judging import bounds
from dragoman.grammar.force import force_of, until_then
from dragoman.grammar.names import Names, sentences_with_names
from dragoman.grammar.roles import participants_of, phrase_of
from dragoman.grammar.voices import speaker_in, speaker_of
from dragoman.languages.en import hedges
from dragoman.languages.en.roles import PAPERS
from dragoman.lexicon import Reading, readings_of
from dragoman.model import (
    AUTHOR,
    Assertion,
    Attribution,
    Certainty,
    Date,
    Evidence,
    InstrumentKind,
    Kind,
    Mark,
    MarkKind,
    Mention,
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

# Below this weight a word tells no act often enough to be worth a person's time.
FLOOR = 0.4
_POS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a"}
_CONTAINS = frozenset("contain include provide stipulate envisage say state define require foresee".split())


def extract(so_far: Testimony) -> Iterator[Assertion]:
    """The acts of every sentence, in the order of the text."""
    drafts = _draft_names(so_far)
    quotations = [passage.span for passage in so_far.passages if passage.role == PassageRole.QUOTATION]
    last_speaker: Voice | None = None
    for sentence, names in sentences_with_names(so_far):
        for trigger, reading, frame in _triggers(sentence, names):
            reader = _Clause(so_far, sentence, names, trigger, reading, frame)
            voices = reader.voices(quotations, last_speaker)
            yield reader.assertion(drafts, voices)
        last_speaker = _speaker_of_quotation(sentence, names, quotations) or last_speaker


class _Clause:
    """One trigger with all that is needed to say what it asserts."""

    def __init__(
        self, so_far: Testimony, sentence: Sentence, names: Names, trigger: Token, reading: Reading, frame: Frame
    ) -> None:
        self.account, self.sentence, self.names = so_far.account, sentence, names
        self.trigger, self.reading, self.frame = trigger, reading, frame

    def assertion(self, drafts: frozenset[str], voices: tuple[Voice, ...]) -> Assertion:
        force = force_of(self.trigger)
        participants = [_spoken(one, voices) for one in self._participants()]
        vehicle = _vehicle(self.trigger, self.names)
        marks = [self._mark(MarkKind.TRIGGER, self.trigger), *(self._mark(kind, token) for kind, token in force.marks)]
        if vehicle is not None:
            if all(one.name != vehicle.name for one in participants):
                participants.append(Participant(Role.INSTRUMENT, vehicle.name, vehicle.span, Kind.INSTRUMENT))
            if (vehicle.name in drafts or "draft" in vehicle.name.casefold().split()) and force.modality == Modality.ACTUAL and self.reading.act not in _ABOUT_PAPERS:
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
            when=_date_of(self.trigger, self.reading.act, self.names),
            polarity=force.polarity,
            modality=force.modality,
            attribution=Attribution(voices) if voices else AUTHOR,
            marks=tuple(marks),
            subtype=self.reading.subtype,
            found_by="rules",
            confidence=self.reading.weight,
        )

    def _participants(self) -> Iterator[Participant]:
        taken: set[str] = set()
        for frame, act in ((self.frame, self.reading.act), *_swallowed(self.trigger, self.reading.act)):
            for one in participants_of(frame, act, self.names):
                if self.reading.act == Predicate.REFUSAL and one.role in (Role.COUNTERPARTY, Role.BENEFICIARY):
                    # "Refused to negotiate with Armenia": whom one refuses is the target of the refusal.
                    one = Participant(Role.TARGET, one.name, one.span, one.kind)
                if one.name.casefold() not in taken:
                    taken.add(one.name.casefold())
                    yield one
        if self.reading.act == Predicate.NEGOTIATION and self.trigger.pos_ in ("NOUN", "PROPN"):
            words = [t for t in self.trigger.subtree if t.i <= self.trigger.i and t.dep_ != "det" and t.pos_ != "DET"]
            words = [t for t in words if all(between in words for between in self.trigger.doc[t.i : self.trigger.i])]
            span = self.sentence.span_of(words)
            if not any(one.role == Role.EVENT for one in ()) and self._words(span).casefold() not in taken:
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
        tokens = clause_of(self.trigger)
        span = self.sentence.span_of(tokens)
        text = self._words(span)
        stripped = text.strip(" \n\t,;:.!?—–-")
        left = text.index(stripped) if stripped else 0
        return Span(span.start + left, span.start + left + len(stripped)) if stripped else span

    def voices(self, quotations: Sequence[Span], last_speaker: Voice | None) -> tuple[Voice, ...]:
        """Who says so, outermost first; empty for the author."""
        found = speaker_of(self.trigger)
        if found is not None and found[1].i != self.trigger.i:
            return (_voice(found, self.sentence, self.names),)
        here = self.sentence.span(self.trigger, self.trigger)
        for quotation in quotations:
            # A few words in quotation marks are a phrase of somebody's; a clause with its verb is speech.
            if quotation.covers(here) and len(quotation) > 24:
                outside = [t for t in self.sentence.doc if not quotation.covers(self.sentence.span(t, t))]
                speaker = speaker_in(outside, before=self.trigger.i)
                if speaker is not None:
                    return (_voice(speaker, self.sentence, self.names),)
                if last_speaker is not None:
                    return (last_speaker,)
        return ()

    def _words(self, span: Span) -> str:
        return self.account.text[span.start : span.end]

    def _mark(self, kind: MarkKind, token: Token) -> Mark:
        span = self.sentence.span(token, token)
        return Mark(kind, span, self._words(span))


_ABOUT_PAPERS = frozenset({Predicate.DRAFT, Predicate.SIGNATURE, Predicate.NEGOTIATION, Predicate.RATIFICATION})


def _spoken(one: Participant, voices: Sequence[Voice]) -> Participant:
    """ "We reject the ultimatum", says the minister: in quoted speech "we" is who speaks."""
    if voices and one.name.casefold() in ("we", "i", "us"):
        return Participant(one.role, voices[-1].who, one.span, one.kind)
    return one


def _triggers(sentence: Sentence, names: Names) -> Iterator[tuple[Token, Reading, Frame]]:
    """The words that tell an act here, less those that only fill another act ("refused to negotiate")."""
    chosen: dict[int, tuple[Token, Reading, Frame]] = {}
    for token in sentence.doc:
        pos = _POS.get(token.pos_)
        readings = readings_of(token.lemma_.lower(), pos) if pos else ()
        if not readings or _is_name(token, names):
            continue
        frame = frame_of(token)
        company = _company(frame, names)
        reading = next((one for one in readings if one.fits(company)), None)
        if reading is not None and reading.weight >= FLOOR:
            chosen[token.i] = (token, reading, frame)
    for token, reading, frame in chosen.values():
        put_off = token.lemma_.lower() in hedges.NEGATIVE_OF_NOUNS and any(each.i in chosen for each in frame.objects)
        # "Postponed the signature" is told by the signature, which did not happen.
        if not put_off and not _fills_another(token, chosen):
            yield token, reading, frame


def _is_name(token: Token, names: Names) -> bool:
    """A word inside a name tells no act: "Declaration of Independence", "Conference of Ambassadors"."""
    return any(
        mention.kind in (Kind.INSTRUMENT, Kind.PERSON, Kind.BODY, Kind.POLITY, Kind.PLACE) and mention.antecedent is None
        for mention in names.at(token)
    )


def _company(frame: Frame, names: Names) -> frozenset[str]:
    trigger = frame.trigger
    around: set[str] = set()
    arguments = [*frame.objects, *frame.datives, *(token for _, token in frame.obliques)]
    if not frame.objects or any(token.lemma_ in ("place", "effect", "force") for token in frame.objects):
        arguments += frame.subjects
    for token in arguments:
        around |= names.company(token)
        around |= {child.lemma_.lower() for child in token.children if child.dep_ in ("compound", "amod")}
    around |= {preposition for preposition, _ in frame.obliques if preposition}
    for child in trigger.children:
        if child.dep_ == "prt":
            around.add(f"+{child.lower_}")
        elif child.dep_ in ("xcomp", "ccomp", "acl", "acomp", "oprd", "advcl"):
            around.add(f">{child.lemma_.lower()}")
        elif child.dep_ == "advmod":
            around.add(child.lower_)
    return frozenset(around)


def _fills_another(token: Token, chosen: dict[int, tuple[Token, Reading, Frame]]) -> bool:
    """Whether this word is only the content of a governing act: "agreed to cede", "made a proposal" stays."""
    head, below, steps = token.head, token, 0
    while steps < 3 and head is not below:
        if head.i in chosen and head.lemma_.lower() in hedges.SWALLOWING and below.dep_ in ("xcomp", "ccomp", "acl", "pcomp", "dobj", "prep", "pobj", "nsubjpass"):
            # "refused the demand", "accepted the offer": the noun under the act is its object, not a second act.
            return True
        if below.dep_ not in ("prep", "pobj", "pcomp", "dobj", "conj"):
            return False
        below, head, steps = head, head.head, steps + 1
    return False


def _swallowed(trigger: Token, act: Predicate) -> Iterator[tuple[Frame, Predicate]]:
    """What a governing act fills itself with: who and which land stand in the clause under it."""
    if trigger.lemma_.lower() not in hedges.SWALLOWING:
        return
    for child in trigger.children:
        if child.dep_ in ("xcomp", "ccomp", "acl") and child.pos_ in ("VERB", "AUX"):
            frame = frame_of(child)
            readings = readings_of(child.lemma_.lower(), "v")
            inner = readings[0].act if readings and act != Predicate.NON_RECOGNITION else act
            if child.dep_ != "ccomp" or act == Predicate.DEMAND:
                frame.subjects = [] if child.dep_ != "ccomp" else frame.subjects
                yield frame, inner


def _vehicle(trigger: Token, names: Names) -> Mention | None:
    """The instrument under which, or in whose clauses, the act is said to be done."""
    for above in (trigger, *trigger.ancestors):
        for child in above.children:
            if child.dep_ == "prep" and child.lower_ == "under":
                for pobj in child.children:
                    for mention in _papers_at(pobj, names):
                        return mention
        if above is not trigger and above.lemma_.lower() in _CONTAINS:
            for child in above.children:
                if child.dep_ in ("nsubj", "nsubjpass"):
                    for mention in names.instruments_at(child):
                        return mention
        if above.dep_ in ("ROOT", "relcl"):
            break
    # "Under this draft, Russia undertook to …": what stands in front holds for the whole sentence.
    for token in trigger.doc[: trigger.i]:
        if token.lower_ == "under" and token.dep_ == "prep":
            for pobj in token.children:
                for mention in _papers_at(pobj, names):
                    return mention
    return None


def _papers_at(token: Token, names: Names) -> tuple[Mention, ...]:
    """The instrument that a word names, or the paper that it is: "the draft convention"."""
    named = names.instruments_at(token)
    if named or token.lemma_.lower() not in PAPERS:
        return named
    words = phrase_of(token)
    return (Mention(names.sentence.span_of(words), Kind.INSTRUMENT, " ".join(word.text for word in words), why="common noun"),)


def _draft_names(so_far: Testimony) -> frozenset[str]:
    """Instruments that this account knows as drafts only."""
    return frozenset(one.name for one in so_far.instruments if one.kind == InstrumentKind.DRAFT)


def _voice(found: tuple[Token, Token], sentence: Sentence, names: Names) -> Voice:
    speaker, verb = found
    mentions = names.at(speaker)
    name = mentions[0].name if mentions else speaker.text
    if not mentions and speaker.pos_ in ("NOUN", "PROPN"):
        left = speaker.left_edge if speaker.i - speaker.left_edge.i < 6 else speaker
        span = sentence.span(left, speaker)
        name = " ".join(sentence.doc[left.i : speaker.i + 1].text.split())
        return Voice(name, hedges.MEDIUM.get(verb.lemma_.lower(), _belief(verb)), span)
    return Voice(name, hedges.MEDIUM.get(verb.lemma_.lower(), _belief(verb)), sentence.span(speaker, verb) if speaker.i < verb.i else sentence.span(verb, speaker))


def _belief(verb: Token) -> str:
    return "belief" if verb.lemma_.lower() in hedges.BELIEVING else ""


def _speaker_of_quotation(sentence: Sentence, names: Names, quotations: Sequence[Span]) -> Voice | None:
    """Who was speaking when this sentence ended inside a quotation that goes on."""
    if not any(quotation.meets(sentence.where) for quotation in quotations):
        return None
    found = speaker_in(list(sentence.doc), before=0)
    return _voice(found, sentence, names) if found else None


# Done to a paper that was there before: its own date is not that of the act.
_DONE_TO_PAPERS = frozenset(
    {
        Predicate.ANNULMENT,
        Predicate.REFUSAL,
        Predicate.ACCEPTANCE,
        Predicate.RATIFICATION,
        Predicate.NON_RECOGNITION,
        Predicate.STATEMENT,
        Predicate.DEMAND,
        Predicate.NEGOTIATION,
    }
)


def _date_of(trigger: Token, act: Predicate, names: Names) -> Date | None:
    """The date that belongs to the act: in its own clause, else that of the clause it hangs on."""
    dated = {
        i: mention.date
        for i, mentions in names.by_token.items()
        for mention in mentions
        if mention.kind == Kind.DATE and mention.date is not None and mention.date.edtf and mention.date.timex_type in ("DATE", "TIME")
    }
    if not dated:
        return None
    for clause in (trigger, *(above for above in trigger.ancestors if above.pos_ in ("VERB", "AUX"))):
        found = [token for token in clause_of(clause) if token.i in dated]
        # "Replaced the convention of 1907" says when the convention was made, not when it was replaced.
        if act in _DONE_TO_PAPERS:
            found = [token for token in found if not _dates_a_paper(token, names)]
        if found:
            date = dated[min((token.i for token in found), key=lambda i: (abs(i - trigger.i), i))]
            return _then(date) if until_then(trigger) else date
    return None


def _then(date: Date) -> Date:
    """ "Did not ratify until March 1879" dates the act itself."""
    edtf = date.edtf.removeprefix("../")
    return replace(date, edtf=edtf, earliest=bounds(edtf)[0], certainty=Certainty.SURE)


def _dates_a_paper(token: Token, names: Names) -> bool:
    """Whether a date belongs to the name of an instrument: "the convention of 1907"."""
    for above in (token, *token.ancestors):
        if above.dep_ == "prep" and above.lower_ == "of":
            return bool(names.instruments_at(above.head))
        if above.pos_ in ("VERB", "AUX"):
            return False
        if above is not token and names.instruments_at(above) and token.dep_ in ("nummod", "npadvmod", "compound", "appos"):
            return True
    return False
