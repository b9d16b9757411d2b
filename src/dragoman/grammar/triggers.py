"""The words of a sentence that tell an act, and the reading of each.

"Turkey refused to negotiate" -> [(refused, REFUSAL)]: what is refused only fills the refusal
"""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.grammar.clauses import PREDICATE, Frame, frame_of, is_said_of
from dragoman.grammar.names import Names
from dragoman.grammar.roles import held_in
from dragoman.languages.en import hedges
from dragoman.lexicon import Reading, readings_of
from dragoman.model import Kind, Predicate
from dragoman.syntax import Sentence

# Below this weight a word tells no act often enough to be worth a person's time.
FLOOR = 0.4
_POS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a"}


def triggers_in(sentence: Sentence, names: Names) -> Iterator[tuple[Token, Reading, Frame]]:
    """The words that tell an act here, less those that only fill another act ("refused to negotiate")."""
    chosen: dict[int, tuple[Token, Reading, Frame]] = {}
    for token in sentence.doc:
        pos = _POS.get(token.pos_)
        readings = readings_of(token.lemma_.lower(), "c" if is_said_of(token) else pos) if pos else ()
        readings = readings or (readings_of(token.lemma_.lower(), pos) if pos else ())
        named = _is_name(token, names) and not (is_said_of(token) and token.text.islower())
        if not readings or named or _is_in_compound(token):
            continue
        if token.lower_ in hedges.UNDONE and token.dep_ not in PREDICATE:
            # "An unsigned draft" is a draft; "the draft went unsigned" tells what was not done.
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


def _is_in_compound(token: Token) -> bool:
    """ "War-ravaged", "Hanoi-controlled", "hard-fought": said of something, and told by nobody."""
    return token.i > 1 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_ and token.dep_ != "ROOT"


def _is_name(token: Token, names: Names) -> bool:
    """A word inside a name tells no act: "Declaration of Independence", "Conference of Ambassadors"."""
    return any(
        mention.kind in (Kind.INSTRUMENT, Kind.PERSON, Kind.BODY, Kind.POLITY, Kind.PLACE)
        and mention.antecedent is None
        for mention in names.at(token)
    )


def _company(frame: Frame, names: Names) -> frozenset[str]:
    trigger = frame.trigger
    around: set[str] = set()
    arguments = [*frame.objects, *frame.datives, *(token for _, token in frame.obliques)]
    # "Karakhan recalled that …": the clause is the object, and nobody was recalled.
    content = any(child.dep_ == "ccomp" for child in trigger.children)
    if not (frame.objects or content) or any(token.lemma_ in ("place", "effect", "force") for token in frame.objects):
        arguments += frame.subjects
    around |= {f"^{word}" for token in frame.subjects for word in names.company(token)}
    held = [place for each in arguments for place in held_in(each, names)]
    for token in (*arguments, *held):
        around |= names.company(token)
        around |= {child.lemma_.lower() for child in token.children if child.dep_ in ("compound", "amod")}
    around |= {preposition for preposition, _ in frame.obliques if preposition}
    for child in trigger.children:
        if child.dep_ == "prt":
            around.add(f"+{child.lower_}")
        elif child.dep_ in ("xcomp", "ccomp", "acl", "acomp", "oprd", "advcl"):
            around.add(f">{child.lemma_.lower()}")
            if any(each.dep_ == "mark" and each.lower_ == "that" for each in child.children):
                around.add(">that")
        elif child.dep_ == "advmod":
            around.add(child.lower_)
    return frozenset(around)


def _fills_another(token: Token, chosen: dict[int, tuple[Token, Reading, Frame]]) -> bool:
    """Whether this word is only the content of a governing act: "agreed to cede", "made a proposal" stays."""
    head, below, steps = token.head, token, 0
    while steps < 3 and head is not below:
        if (
            head.i in chosen
            and head.lemma_.lower() in hedges.SWALLOWING
            and below.dep_ in ("xcomp", "ccomp", "acl", "pcomp", "dobj", "prep", "pobj", "nsubjpass")
        ):
            # "refused the demand", "accepted the offer": the noun under the act is its object, not a second act.
            return True
        if below.dep_ not in ("prep", "pobj", "pcomp", "dobj", "conj"):
            return False
        below, head, steps = head, head.head, steps + 1
    return False


def swallowed(trigger: Token, act: Predicate) -> Iterator[tuple[Frame, Predicate]]:
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
