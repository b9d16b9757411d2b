"""Who does what to whom: the arguments of a verb or an act's noun, over the dependency parse.

"the pact claimed Kars" -> Frame(subjects=[pact], objects=[Kars])
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from dragoman.grammar.parentheses import parentheses_of
from dragoman.languages.en.hedges import BESIDE_IN_TIME, DENIALS, UNDONE
from dragoman.languages.en.roles import DONE_TO_PAPERS, PAPERS

_CONTROLLED_BY_OBJECT = frozenset(
    (
        "persuade urge ask force order allow permit require tell convince invite instruct compel induce encourage "
        "oblige beg press enable cause lead help authorize forbid request direct advise warn implore entreat "
        "command appoint commission send empower"
    ).split()
)
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
_EXCEPTING = re.compile(
    r"(?:[,(—–-]\s*|\b(?:and|but)\s+)not\s+(?:by\s+|to\s+|with\s+)?(?:the\s+|an?\s+)?$"
    r"|\b(?:rather than|instead of)\s+(?:by\s+|to\s+|with\s+)?(?:the\s+|an?\s+)?$",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(
    r"(?:(?:[,(—–-]\s*|\b(?:and|but)\s+)not|\b(?:rather than|instead of))\s+"
    r"(?:by\s+|to\s+|with\s+)?(?:the\s+|an?\s+)?(?=[A-Z])"
)
_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "conj", "parataxis", "csubj"})


@dataclass
class Frame:
    """The arguments of one trigger. `passive` says that `objects` were its grammatical subject."""

    trigger: Token
    subjects: list[Token] = field(default_factory=list)
    objects: list[Token] = field(default_factory=list)
    datives: list[Token] = field(default_factory=list)
    obliques: list[tuple[str, Token]] = field(default_factory=list)
    possessors: list[Token] = field(default_factory=list)
    deeper: list[tuple[str, Token]] = field(default_factory=list)
    passive: bool = False


# How "French" hangs on "remained": it says whose it is.
IS = "="
_COPULAS = frozenset({"remain", "stay", "become"})
# What an adjective said of something is to its verb.
PREDICATE = frozenset({"acomp", "oprd"})


def frame_of(trigger: Token) -> Frame:
    """The arguments of a verb, a noun or an adjective, elided ones supplied where grammar leaves one choice."""
    frame = Frame(trigger)
    if trigger.pos_ in ("VERB", "AUX"):
        _of_verb(trigger, frame)
        _with_parentheses(trigger, frame)
    else:
        _of_noun(trigger, frame)
    for each in (frame.subjects, frame.objects, frame.datives):
        each[:] = [token for token in each if not is_excepted(token)]
    frame.obliques = [(by, token) for by, token in frame.obliques if not is_excepted(token)]
    return frame


def _with_parentheses(verb: Token, frame: Frame) -> None:
    """ "Bulgaria, said Grey, had occupied Thrace": each verb with its own subject, on its own side of the commas."""
    for each in parentheses_of(verb.doc):
        if each.verb == verb:
            frame.subjects = [each.speaker]
        elif verb.i > each.last and not frame.passive and all(token.i > each.last for token in frame.subjects):
            before = verb.doc[each.first - 1]
            if not frame.subjects and before.pos_ in ("NOUN", "PROPN", "PRON"):
                frame.subjects = [before]
        elif each.speaker in frame.subjects:
            before = verb.doc[each.first - 1]
            frame.subjects = [before if one == each.speaker else one for one in frame.subjects]


def coordinated(token: Token) -> Iterator[Token]:
    """The token and what is joined to it by "and", commas and "as well as", in the order of the text."""
    yield token
    for child in token.rights:
        if child.dep_ == "conj" and child.pos_ not in ("VERB", "AUX"):
            yield from coordinated(child)
        elif child.dep_ == "cc" and child.lower_ == "well":
            continue


def is_excepted(token: Token) -> bool:
    """Whether the words before leave it out: "Napoleon, not the Tsar", "France rather than Spain"."""
    noun = next((each for each in token.doc[token.i : token.i + 4] if each.pos_ not in ("DET", "ADP", "ADJ")), token)
    # "Not the January armistice": what belongs to the noun stands before it.
    first = min((each.i for each in token.lefts if each.dep_ in ("compound", "nmod", "amod")), default=token.i)
    before = token.doc[max(0, first - 5) : first].text_with_ws
    return noun.pos_ in ("NOUN", "PROPN") and excepts(before)


def excepts(before: str) -> bool:
    """Whether these words leave out whom the next ones name: ", not the", "rather than"."""
    return _EXCEPTING.search(before) is not None


def only_leaves_out(quote: str) -> bool:
    """Whether all that is denied in these words is that some other did it: "Germany, not Sweden, offered mediation"."""
    rest = _LEFT_OUT.sub(" ", quote)
    return rest != quote and DENIALS.isdisjoint(rest.casefold().split())


def referent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; any other token is itself."""
    if token.tag_ in _RELATIVE:
        for above in token.ancestors:
            if above.dep_ == "relcl":
                noun = above.head
                # "The Treaty of Peking of December 1905, which": the parser hangs the clause on the date.
                while noun.ent_type_ == "DATE" and noun.dep_ in ("pobj", "nummod") and noun.head is not noun:
                    noun = noun.head.head if noun.dep_ == "pobj" else noun.head
                return noun.head if noun.dep_ in ("appos", "conj") and is_excepted(noun) else noun
    return token


def clause_of(trigger: Token) -> list[Token]:
    """The words of the trigger's own clause: its subtree, less coordinated clauses and clauses that hang on it."""
    barred = {"conj", "cc", "advcl", "parataxis"} if trigger.pos_ in ("VERB", "AUX") else {"relcl", "appos"}
    found: list[Token] = []
    waiting = [trigger]
    while waiting:
        one = waiting.pop()
        found.append(one)
        for child in one.children:
            if one is trigger and child.dep_ in barred and not _belongs(child):
                continue
            if child.dep_ == "relcl" or (child.dep_ == "ccomp" and child.i < one.i):
                continue
            waiting.append(child)
    return sorted(found, key=lambda token: token.i)


def _belongs(child: Token) -> bool:
    """A short adverbial ("as agreed") stays with its verb."""
    return child.dep_ == "advcl" and child.right_edge.i - child.left_edge.i < 3


def _of_verb(verb: Token, frame: Frame) -> None:
    for child in verb.children:
        if child.dep_ == "nsubj":
            frame.subjects += coordinated(referent(_past_the_opening(child, verb)))
        elif child.dep_ == "nsubjpass":
            frame.passive = True
            frame.objects += coordinated(referent(_past_the_opening(child, verb)))
        elif child.dep_ in ("dobj", "oprd", "attr"):
            frame.objects += coordinated(referent(child))
            frame.deeper += _hanging_on(child, ("on", "with", "against", "between", "to", "from"))
        elif child.dep_ == "dative":
            frame.datives += [each for pobj in _within(child) for each in coordinated(pobj)]
        elif child.dep_ == "agent":
            frame.subjects += [each for pobj in _within(child) for each in coordinated(referent(pobj))]
        elif child.dep_ == "prep":
            _oblique(child, frame)
        elif child.dep_ == "acomp" and verb.lemma_ in _COPULAS:
            frame.obliques += [(IS, each) for each in coordinated(child)]
    # "A letter, signed by the leaders": who did it may follow, what it was done to stands before.
    bare = not frame.passive and not frame.objects and not any(child.dep_ == "nsubj" for child in verb.children)
    paper = _paper_before(verb) if bare else None
    if paper is not None:
        frame.passive, frame.objects = True, [paper]
    elif bare and frame.subjects and verb.dep_ == "acl" and verb.tag_ == "VBN":
        frame.passive, frame.objects = True, [*coordinated(verb.head)]
    elif bare and verb.dep_ == "conj" and verb.tag_ == "VBN" and frame_of(verb.head).passive:
        # "Which was revised and later ratified by both sides": what was revised was ratified.
        frame.passive, frame.objects = True, list(frame_of(verb.head).objects)
    elif not frame.subjects and not frame.passive:
        _supply(verb, frame)
    if verb.dep_ == "relcl" and not frame.objects and not frame.passive and verb.head not in frame.subjects:
        frame.objects += coordinated(verb.head)
    elif verb.dep_ == "conj" and frame.passive and not frame.objects:
        frame.objects += frame_of(verb.head).objects


def _past_the_opening(subject: Token, verb: Token) -> Token:
    """ "After the armistice, Britain and France signed": the parser may take the armistice for the subject."""
    opening = verb.doc[verb.left_edge.i]
    if opening.lower_ not in BESIDE_IN_TIME or opening.head != verb or verb.dep_ == "advcl" or subject.i > verb.i:
        return subject
    comma = next((token for token in verb.doc[subject.i : verb.i] if token.text == ","), None)
    if comma is None:
        return subject
    after = (t for t in verb.doc[comma.i : verb.i] if t.dep_ in ("conj", "appos") and t.head.i < comma.i)
    return next(after, subject)


def _paper_before(verb: Token) -> Token | None:
    """The paper that a participle follows after a comma: "rested on the Treaty of Peking, concluded with China".

    The parser hangs such a participle on the main verb, or takes it for one more verb of the sentence.
    """
    if verb.tag_ not in ("VBN", "VBD") or verb.lemma_.lower() not in DONE_TO_PAPERS or verb.i < 2:
        return None
    if verb.nbor(-1).text != "," or any(child.dep_ in ("aux", "auxpass") for child in verb.children):
        return None
    noun = verb.nbor(-2)
    while noun.dep_ in ("pobj", "nummod", "appos") and noun.lemma_.lower() not in PAPERS and noun.head is not noun:
        noun = noun.head.head if noun.dep_ == "pobj" else noun.head
    return noun if noun.lemma_.lower() in PAPERS else None


def _supply(verb: Token, frame: Frame) -> None:
    """The subject that the sentence does not repeat."""
    head = verb.head
    passive = verb.tag_ == "VBN" and not any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children)
    if verb.dep_ == "acl":
        if passive:
            frame.passive = True
            frame.objects += coordinated(head)
        elif verb.tag_ == "VBG":
            frame.subjects += coordinated(head)
        else:
            frame.subjects += _possessors(head) or _subject_above(head)
    elif verb.dep_ == "relcl" and passive and not frame.objects:
        frame.passive = True
        frame.objects += coordinated(head)
    elif verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        above = frame_of(head)
        if above.passive and verb.tag_ == "VBN" and not frame.objects:
            frame.passive, frame.objects = True, list(above.objects)
        elif not any(child.dep_.startswith("nsubj") for child in verb.children):
            frame.subjects += above.objects if above.passive and verb.tag_ in ("VBD", "VBZ", "VBP") else above.subjects
    elif verb.dep_ in ("xcomp", "ccomp", "advcl", "pcomp", "prep"):
        frame.subjects += _controller(verb, head)


def _controller(verb: Token, head: Token) -> list[Token]:
    if verb.dep_ == "ccomp" and any(child.dep_ == "mark" for child in verb.children):
        return []
    if head.pos_ in ("VERB", "AUX"):
        above = frame_of(head)
        if verb.dep_ == "advcl" and verb.tag_ == "VBG":
            # "Japan was outraged by the policy, claiming"; "Nixon pressed Thieu, threatening": the first goes on.
            return list(above.objects if above.passive else above.subjects)
        if head.lemma_.lower() in _CONTROLLED_BY_OBJECT and above.objects:
            return list(above.objects)
        return list(above.subjects) or (list(above.objects) if above.passive and verb.dep_ == "advcl" else [])
    return _possessors(head) or _subject_above(head)


def _subject_above(token: Token) -> list[Token]:
    """The subject of the clause in which a noun or a preposition stands."""
    for above in token.ancestors:
        if above.pos_ in ("VERB", "AUX"):
            frame = frame_of(above)
            return [each for each in frame.subjects if each is not token]
    return []


def _of_noun(noun: Token, frame: Frame) -> None:
    frame.possessors = _possessors(noun)
    for child in noun.children:
        if child.dep_ == "prep":
            _oblique(child, frame)
        elif child.dep_ in ("compound", "amod") and child.pos_ in ("PROPN", "ADJ", "NOUN"):
            frame.obliques.append(("", child))
    if noun.lower_ in UNDONE and noun.dep_ in PREDICATE:
        # "Left the treaty unratified", "the draft went unsigned": a passive with its denial in one word.
        above = frame_of(noun.head)
        frame.passive, frame.objects = True, list(above.objects if noun.dep_ == "oprd" else above.subjects)
        frame.objects = [each for each in frame.objects if each != noun]
        frame.subjects = [each for child in noun.children if child.dep_ == "agent" for each in _within(child)]
    elif noun.dep_ == "nsubj" and is_said_of(noun):
        frame.subjects = _said_to_be(noun)
    elif (noun.pos_ == "ADJ" and noun.head.pos_ in ("VERB", "AUX")) or is_said_of(noun):
        frame.subjects = frame_of(noun.head).subjects
    elif noun.dep_ in ("dobj", "pobj") and not frame.possessors:
        frame.subjects = _subject_above(noun)


def is_said_of(noun: Token) -> bool:
    """Whether the noun says what somebody is: "Romania was not a member of the congress", "the mediator was Owen"."""
    if noun.pos_ != "NOUN" or noun.head.lemma_ not in ("be", "become", "remain"):
        return False
    return noun.dep_ == "attr" or (noun.dep_ == "nsubj" and bool(_said_to_be(noun)))


def _said_to_be(noun: Token) -> list[Token]:
    """Whom "the mediator was" names: what stands on the other side of the verb."""
    return [
        each
        for child in noun.head.children
        if child.dep_ == "attr" and child.pos_ == "PROPN"
        for each in coordinated(child)
    ]


def _possessors(noun: Token) -> list[Token]:
    return [
        each for child in noun.children if child.dep_ == "poss" for each in coordinated(child) if child.tag_ != "WP$"
    ]


def _within(preposition: Token) -> Iterator[Token]:
    if preposition.pos_ != "ADP":
        yield preposition
        return
    for child in preposition.children:
        if child.dep_ == "pobj":
            yield child


def _oblique(preposition: Token, frame: Frame) -> None:
    """What stands after a preposition; `deeper` takes what hangs on that ("to an alliance WITH FRANCE")."""
    if preposition.head.lower_ == "according" or preposition.lower_ == "according":
        return
    for child in preposition.children:
        if child.dep_ == "pobj":
            for noun in coordinated(referent(child)):
                frame.obliques.append((preposition.lower_, noun))
                frame.deeper += _hanging_on(noun, ("between", "with", "of", "to", "from", "in"))
        elif child.dep_ == "prep":
            _oblique(child, frame)


def _hanging_on(noun: Token, prepositions: tuple[str, ...]) -> list[tuple[str, Token]]:
    """What hangs on a noun by one of these: "an alliance WITH FRANCE", "war ON SWEDEN"."""
    return [
        (below.lower_, each)
        for below in noun.children
        if below.dep_ == "prep" and below.lower_ in prepositions
        for pobj in below.children
        if pobj.dep_ == "pobj"
        for each in coordinated(referent(pobj))
    ]
