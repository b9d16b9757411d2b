"""Lineage: which instrument is said to rest on, amend, confirm or end which other.

    "the Moscow Treaty was based on the draft" -> Assertion(BASED_ON, subject: Moscow Treaty, object: draft)

The direction is the account's own, also where it cannot be true: judging that is the work of the rules.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from dragoman.grammar.clauses import Frame, clause_of, frame_of
from dragoman.grammar.force import force_of
from dragoman.grammar.instead import of_object, put_instead
from dragoman.grammar.names import Names, sentences_with_names
from dragoman.grammar.vehicles import papers_at
from dragoman.grammar.voices import speaker_of
from dragoman.languages.en import lineage as table
from dragoman.model import (
    AUTHOR,
    Account,
    Assertion,
    Attribution,
    Evidence,
    Kind,
    Mark,
    MarkKind,
    Mention,
    Participant,
    Predicate,
    Role,
    Testimony,
    Voice,
    digest,
)
from dragoman.syntax import Sentence

_CERTAIN = frozenset({"the", "this", "that", "these", "those"})
_Edge = tuple[Mention, Predicate, Mention]


def extract(so_far: Testimony) -> Iterator[Assertion]:
    """The relations between instruments, in the order of the text."""
    for sentence, names in sentences_with_names(so_far):
        for token in sentence.doc:
            for edge in dict.fromkeys(_with_instead(_edges(token, names), names)):
                if edge[0].name != edge[2].name:
                    yield _assertion(so_far.account, sentence, token, names, edge)


def _edges(token: Token, names: Names) -> Iterator[_Edge]:
    lemma = token.lemma_.lower()
    if token.pos_ in ("VERB", "AUX"):
        frame = frame_of(token)
        doers = _instruments((*frame.subjects, *(frame.objects if frame.passive else ())), names)
        yield from _by_preposition(token, frame, doers, names)
        yield from _by_choosing(lemma, frame, names)
        yield from _by_basis(token, frame, doers, names)
        yield from _by_foundation(lemma, frame, doers, names)
        yield from _by_pursuing(token, frame, doers, names)
        if lemma in table.EXCHANGING:
            exchanged = list(_by_exchange(lemma, frame, names))
            yield from exchanged
            if exchanged:
                return
        yield from _by_copula(token, frame, names)
        yield from _by_idiom(lemma, frame, names)
        relation = table.BY_OBJECT.get(lemma)
        if relation is not None:
            subjects = (
                _instruments(frame.subjects, names)
                or _instruments((t for p, t in frame.obliques if p in table.BY_WHICH), names)
                or _under(token, names)
            )
            for subject in subjects:
                for object_ in _instruments(frame.objects, names):
                    yield subject, relation, object_
    elif token.pos_ == "NOUN" and lemma in table.BY_NOUN and not _is_negated(token):
        for subject in _under(token, names):
            for object_ in _instruments((t for p, t in frame_of(token).obliques if p == "of"), names):
                yield subject, table.BY_NOUN[lemma], object_


def _is_negated(noun: Token) -> bool:
    """ "Non-recognition of the treaties" recognises none."""
    before = [token.lower_ for token in noun.doc[max(0, noun.i - 2) : noun.i]]
    return before[-2:] == ["non", "-"] or before[-1:] == ["non"]


def _by_preposition(verb: Token, frame: Frame, doers: list[Mention], names: Names) -> Iterator[_Edge]:
    """ "Was based on the draft"; "he based the treaty on the draft"; "it was on the draft that it was based"."""
    made = doers or _instruments(frame.objects, names)
    for preposition, token in (*frame.obliques, *_cleft(verb)):
        relation = table.BY_PREPOSITION.get((verb.lemma_.lower(), preposition))
        if relation is not None:
            for subject in made:
                for object_ in _instruments((token,), names):
                    yield subject, relation, object_


def _cleft(verb: Token) -> Iterator[tuple[str, Token]]:
    """What a sentence puts before its verb with "it was … that"."""
    it = _it_was(verb)
    for child in it.head.children if it is not None else ():
        if child.dep_ == "prep":
            yield from ((child.lower_, pobj) for pobj in _under_preposition(child))


def _it_was(verb: Token) -> Token | None:
    """The "it" of "it was on the draft that it was based"."""
    above = verb.head
    if above.lemma_ != "be" or above.i >= verb.i:
        return None
    return next((child for child in above.children if child.lower_ == "it"), None)


def _by_choosing(lemma: str, frame: Frame, names: Names) -> Iterator[_Edge]:
    """ "Took the Treaty of A for its basis", "accepted A as the basis of B", "had its roots in A"."""
    if lemma not in table.CHOOSING:
        return
    for preposition, noun in frame.obliques:
        if preposition in ("for", "as") and noun.lemma_.lower() in table.FOUNDATIONS:
            later = _instruments(_after(noun, "of", "for"), names) or _instruments(frame.subjects, names)
            for subject in later:
                for object_ in _instruments(frame.objects, names):
                    yield subject, Predicate.BASED_ON, object_
    if lemma == "have" and any(noun.lemma_.lower() in table.ROOTS for noun in frame.objects):
        inside = [pobj for noun in frame.objects for pobj in _after(noun, "in")]
        for subject in _instruments(frame.subjects, names):
            for object_ in _instruments((*inside, *(t for p, t in frame.obliques if p == "in")), names):
                yield subject, Predicate.BASED_ON, object_


def _by_basis(token: Token, frame: Frame, doers: list[Mention], names: Names) -> Iterator[_Edge]:
    """ "was developed on the basis of the treaty": the noun "basis" carries the relation, whatever the verb."""
    for preposition, noun in frame.obliques:
        if preposition in table.ON and noun.lemma_.lower() in table.BASES:
            for child in noun.children:
                if child.lower_ == "of":
                    for subject in doers or _instruments(frame.objects, names):
                        for object_ in _instruments((t for t in child.children if t.dep_ == "pobj"), names):
                            yield subject, Predicate.BASED_ON, object_


def _by_foundation(lemma: str, frame: Frame, doers: list[Mention], names: Names) -> Iterator[_Edge]:
    """ "laid the foundation for the Kars Treaty", "served as the basis of the peace": the later one comes last."""
    clears = lemma in table.CLEARING and any(noun.lemma_.lower() == "way" for noun in frame.objects)
    if lemma not in table.LAYING and not clears:
        return
    nouns = [*frame.objects, *(token for preposition, token in frame.obliques if preposition == "as")]
    for noun in nouns:
        # "The draft of this constitution was laid before the King" lays no foundation.
        if clears or (noun.lemma_.lower() in table.FOUNDATIONS and (lemma, noun.lemma_.lower()) != ("lay", "draft")):
            built = [
                t
                for child in noun.children
                if child.lower_ in ("for", "of")
                for t in child.children
                if t.dep_ == "pobj"
            ]
            built += [token for preposition, token in frame.obliques if preposition == "for"]
            for later in _instruments(built, names):
                for earlier in doers:
                    yield later, Predicate.BASED_ON, earlier


def _by_pursuing(verb: Token, frame: Frame, doers: list[Mention], names: Names) -> Iterator[_Edge]:
    """ "In execution of the treaty they signed a protocol", "a protocol was signed pursuant to the treaty"."""
    made = doers or _instruments(frame.objects, names)
    for child in verb.children if made else ():
        if child.lower_ == "pursuant":
            relation, papers = Predicate.BASED_ON, _after(child, "to")
        elif child.dep_ == "prep" and child.lower_ in ("in", "by"):
            nouns = [noun for noun in child.children if noun.lemma_.lower() in table.PURSUING]
            if not nouns:
                continue
            relation, papers = table.PURSUING[nouns[0].lemma_.lower()], _after(nouns[0], "of", "with")
        else:
            continue
        for object_ in _instruments(papers, names):
            for subject in made:
                yield subject, relation, object_


def _after(word: Token, *prepositions: str) -> list[Token]:
    return [pobj for child in word.children if child.lower_ in prepositions for pobj in _under_preposition(child)]


def _under_preposition(preposition: Token) -> list[Token]:
    return [child for child in preposition.children if child.dep_ == "pobj"]


def _by_copula(verb: Token, frame: Frame, names: Names) -> Iterator[_Edge]:
    """ "The treaty of 1921 was a revision of the Treaty of Brest-Litovsk": the noun carries the relation."""
    for noun in verb.children if verb.lemma_ in ("be", "become", "constitute", "represent", "mean") else ():
        relation = table.BY_NOUN.get(noun.lemma_.lower()) if noun.dep_ in ("attr", "dobj") else None
        if relation is not None:
            for subject in _instruments(frame.subjects, names):
                for object_ in _instruments(_after(noun, "of", "to"), names):
                    yield subject, relation, object_
    if verb.lemma_ == "be":
        # "The basis of the Treaty of A was the Treaty of B."
        later = [
            paper
            for noun in frame.subjects
            if noun.lemma_.lower() in table.FOUNDATIONS
            for paper in _instruments(_after(noun, "of", "for"), names)
        ]
        for subject in later:
            for object_ in _instruments((child for child in verb.children if child.dep_ == "attr"), names):
                yield subject, Predicate.BASED_ON, object_


def _by_idiom(lemma: str, frame: Frame, names: Names) -> Iterator[_Edge]:
    """ "Gave way to the treaty", "took the place of the draft": one goes, another comes."""
    nouns = {noun.lemma_.lower(): noun for noun in frame.objects}
    if lemma in ("give", "yield") and ("way" in nouns or "place" in nouns or lemma == "yield"):
        for new in _instruments((t for p, t in frame.obliques if p == "to"), names):
            for old in _instruments(frame.subjects, names):
                yield new, Predicate.SUPERSEDES, old
    elif lemma == "take" and "place" in nouns:
        for old in _instruments(_after(nouns["place"], "of"), names):
            for new in _instruments(frame.subjects, names):
                yield new, Predicate.SUPERSEDES, old


def _by_exchange(lemma: str, frame: Frame, names: Names) -> Iterator[_Edge]:
    """ "Replaced the embargo with an act", "substituted an act for it": by whom does not matter."""
    objects = _instruments(frame.objects, names)
    preposition = table.EXCHANGING[lemma]
    # "Replaced the Convention of Akkerman with a treaty": the parser hangs "with" on either noun.
    hanging = [t for child in frame.trigger.subtree if child.lower_ == preposition for t in _under_preposition(child)]
    others = _instruments((*(t for p, t in frame.obliques if p == preposition), *hanging), names)
    for object_ in objects:
        for other in dict.fromkeys(others):
            new, old = (object_, other) if lemma == "substitute" else (other, object_)
            yield new, Predicate.SUPERSEDES, old


def _under(token: Token, names: Names) -> list[Mention]:
    """The instrument under which, or in whose clauses, something is said: "it contained clauses on …"."""
    for above in token.ancestors:
        if above.pos_ in ("VERB", "AUX"):
            frame = frame_of(above)
            found = _instruments((t for p, t in frame.obliques if p == "under"), names)
            if above.lemma_.lower() in ("contain", "include", "provide", "stipulate"):
                found += _instruments(frame.subjects, names)
            if found:
                return found
    return []


def _instruments(tokens: Iterable[Token], names: Names) -> list[Mention]:
    """The instruments that words name, or the certain papers that they are: "the earlier convention"."""
    found: list[Mention] = []
    for token in tokens:
        if token.lemma_.lower() in table.CONTENTS and not names.instruments_at(token):
            # "Replicated the terms of the Treaty of Nanjing", "enforced the decisions of the protocol".
            found += _instruments(_after(token, "of", "in"), names)
            continue
        certain = any(child.dep_ == "det" and child.lower_ in _CERTAIN for child in token.children)
        found += papers_at(token, names) if certain else names.instruments_at(token)
    return found


def _with_instead(edges: Iterable[_Edge], names: Names) -> Iterator[_Edge]:
    """Each edge, and that to what stands in the place of its object: "not on the Treaty of A but on that of B"."""
    for subject, relation, object_ in edges:
        yield subject, relation, object_
        for token in put_instead(names.sentence.tokens_in(object_.span)):
            yield from ((subject, relation, other) for other in names.instruments_at(token)[:1])


def _assertion(account: Account, sentence: Sentence, trigger: Token, names: Names, edge: _Edge) -> Assertion:
    subject, relation, object_ = edge
    force = force_of(trigger)
    of_object(force, trigger, sentence.tokens_in(object_.span))
    it = _it_was(trigger)
    for child in it.head.children if it is not None else ():
        if child.dep_ == "neg":
            force.deny(child)
    spans = [sentence.span_of(clause_of(trigger)), subject.span, object_.span]
    spans += [sentence.span(it, it)] if it is not None else []
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    text = account.text[start:end]
    end -= len(text) - len(text.rstrip(" \n\t,;:.!?"))
    span = type(subject.span)(start, end)
    marks = [
        Mark(MarkKind.TRIGGER, here, account.text[here.start : here.end]) for here in (sentence.span(trigger, trigger),)
    ]
    for kind, token in force.marks:
        here = sentence.span(token, token)
        marks.append(Mark(kind, here, account.text[here.start : here.end]))
    found = speaker_of(trigger)
    said_by = AUTHOR
    if found is not None and found[1].i != trigger.i:
        mentions = names.at(found[0])
        said_by = Attribution(
            (Voice(mentions[0].name if mentions else found[0].text, "", sentence.span(found[0], found[0])),)
        )
    antecedents = [one.antecedent for one in (subject, object_) if one.antecedent is not None]
    return Assertion(
        id=digest(account.id, relation, str(start), str(end), subject.name, object_.name),
        account=account.id,
        predicate=relation,
        participants=(
            Participant(Role.SUBJECT, subject.name, subject.span, Kind.INSTRUMENT),
            Participant(Role.OBJECT, object_.name, object_.span, Kind.INSTRUMENT),
        ),
        evidence=(
            Evidence(account.id, span, account.text[start:end]),
            *(Evidence(account.id, where, account.text[where.start : where.end]) for where in antecedents),
        ),
        polarity=force.polarity,
        modality=force.modality,
        attribution=said_by,
        marks=tuple(marks),
        found_by="rules",
        confidence=0.8,
    )
