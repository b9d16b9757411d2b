"""Whether the account says that it happened: polarity and modality, with the words that decide.

"It became essential to annul the treaty" -> (POS, INTENDED, [essential])
"""

from dataclasses import dataclass, field

from spacy.tokens import Token

from dragoman.grammar.clauses import is_excepted
from dragoman.languages.en import hedges
from dragoman.model import MarkKind, Modality, Polarity

_VERBAL = ("VERB", "AUX")
# "has not been signed by France": the denial stands on the auxiliary or on the verb itself.
_CHAIN = frozenset(
    {"xcomp", "ccomp", "acl", "pcomp", "prep", "conj", "dobj", "pobj", "attr", "nsubjpass", "nsubj", "advcl"}
)
_PAST_HAPPENED = ("VBD", "VBN")


@dataclass
class Force:
    """Polarity and modality of one act; `marks` are the words that made them."""

    polarity: Polarity = Polarity.POS
    modality: Modality = Modality.ACTUAL
    marks: list[tuple[MarkKind, Token]] = field(default_factory=list)
    _on_condition: bool = False

    def deny(self, token: Token, *, partial: bool = False) -> None:
        """Turn the polarity; two denials cancel ("did not fail to sign")."""
        if self.polarity == Polarity.POS:
            self.polarity = Polarity.PARTIAL if partial else Polarity.NEG
        elif self.polarity == Polarity.NEG:
            self.polarity = Polarity.POS
        self.marks.append((MarkKind.POLARITY, token))

    def hedge(self, modality: Modality, token: Token) -> None:
        """Lower the modality; the nearest hedge wins, but what governs a "would" reads it: "expected that he would"."""
        if self.modality in (Modality.ACTUAL, Modality.CONDITIONAL) and not self._on_condition:
            self.modality = modality
            self._on_condition = token.lower_ in hedges.CONDITIONAL_WORDS
        self.marks.append((MarkKind.MODALITY, token))


def force_of(trigger: Token) -> Force:
    """Polarity and modality of an act from the trigger itself and from what governs it, nearest first."""
    force = Force()
    _own(trigger, force)
    _governed(trigger, force)
    return force


def _own(trigger: Token, force: Force) -> None:
    if trigger.lower_ in hedges.UNDONE:
        force.deny(trigger)
    for child in trigger.children:
        if child.dep_ == "neg" or (
            child.lower_ in hedges.DENIALS and child.dep_ in ("neg", "det", "advmod", "preconj")
        ):
            if not _only(child) and not until_then(trigger) and not _hardly_when(child):
                force.deny(child, partial=_partial_after(child))
        elif child.lower_ == "longer" and any(grand.lower_ == "no" for grand in child.children):
            force.deny(next(grand for grand in child.children if grand.lower_ == "no"))
        elif child.dep_ in ("aux", "auxpass") and trigger.pos_ in _VERBAL:
            _modal(child, force)
            _inverted(child, trigger, force)
        elif child.dep_ in ("nsubj", "nsubjpass", "dobj"):
            _quantified(child, force)
        elif (child.dep_ == "advcl" and child.i < trigger.i) or child.dep_ == "advcl":
            _condition(child, force)
    if trigger.dep_ == "conj" and trigger.head.pos_ in _VERBAL and not _has_subject(trigger):
        _shared(trigger, force)
    if trigger.dep_ == "advcl" and any(
        child.dep_ == "mark" and child.lower_ in hedges.CONDITIONAL_WORDS for child in trigger.children
    ):
        force.hedge(Modality.CONDITIONAL, next(c for c in trigger.children if c.dep_ == "mark"))


def _only(negation: Token) -> bool:
    """Whether "not" denies nothing: "not only … but also", "not until T"; "Germany, not Sweden, offered"."""
    following = negation.nbor(1) if negation.i + 1 < len(negation.doc) else None
    if following is not None and is_excepted(following):
        return True
    return following is not None and following.lower_ in ("only", "merely", "just", "simply", "until", "till")


def _hardly_when(denial: Token) -> bool:
    """ "Hardly had the treaty been signed when Greece denounced it": it was signed, a moment before."""
    opens = denial.lower_ in ("hardly", "scarcely", "barely") and denial.i + 1 < len(denial.doc)
    return opens and any(token.lower_ in ("when", "before") for token in denial.doc[denial.i + 2 :])


def until_then(trigger: Token) -> bool:
    """Whether a denial reaches only to a day: "did not declare war until December", so it did, then."""
    for child in trigger.children:
        if child.dep_ == "prep" and child.lower_ in ("until", "till"):
            return True
        if child.dep_ == "advcl" and any(
            mark.dep_ == "mark" and mark.lower_ in ("until", "till") for mark in child.children
        ):
            return True
    return False


def _partial_after(negation: Token) -> bool:
    following = negation.nbor(1) if negation.i + 1 < len(negation.doc) else None
    return following is not None and following.lower_ in hedges.PARTIAL


def _quantified(argument: Token, force: Force) -> None:
    """ "No treaty was signed", "not all requests were accepted", "neither power ratified"."""
    if argument.lower_ in ("none", "nobody", "nothing", "neither"):
        force.deny(argument)
        return
    for child in argument.children:
        if child.lower_ in ("no", "neither") and child.dep_ in ("det", "neg", "preconj", "advmod"):
            force.deny(child)
        elif child.lower_ == "not" or child.dep_ == "neg":
            if not _only(child):
                force.deny(
                    child, partial=_partial_after(child) or any(c.lower_ in hedges.PARTIAL for c in argument.children)
                )
        elif child.lower_ in hedges.PARTIAL and any(grand.lower_ == "not" for grand in child.children):
            force.deny(child, partial=True)


def _modal(auxiliary: Token, force: Force) -> None:
    word = auxiliary.lower_
    if word in hedges.PREDICTING_MODALS:
        force.hedge(Modality.PREDICTED, auxiliary)
    elif word in hedges.CONDITIONAL_MODALS and not _would_of_past(auxiliary):
        force.hedge(Modality.CONDITIONAL, auxiliary)
    elif word in ("must", "ought", "to") and word != "to":
        force.hedge(Modality.PROPOSED, auxiliary)


def _inverted(auxiliary: Token, verb: Token, force: Force) -> None:
    """ "Had Russia signed": an auxiliary before its subject, in a clause that hangs on another, is an "if"."""
    if verb.dep_ != "ROOT" and auxiliary.lower_ in ("had", "should", "were"):
        subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None and auxiliary.i < subject.i:
            force.hedge(Modality.CONDITIONAL, auxiliary)


def _would_of_past(auxiliary: Token) -> bool:
    """ "Could" with a denial tells what did not happen rather than a condition: "they could not agree"."""
    return auxiliary.lower_ == "could" and any(child.dep_ == "neg" for child in auxiliary.head.children)


def _condition(clause: Token, force: Force) -> None:
    for child in clause.children:
        if (
            child.dep_ == "mark"
            and child.lower_ in ("if", "unless")
            and any(c.dep_ == "aux" and c.lower_ in hedges.CONDITIONAL_MODALS for c in clause.head.children)
        ):
            force.hedge(Modality.CONDITIONAL, child)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def _shared(trigger: Token, force: Force) -> None:
    """ "Would recognise and support": the auxiliary of the first verb holds for the second, if it has none."""
    if any(child.dep_ in ("aux", "auxpass") for child in trigger.children):
        return
    if trigger.tag_ not in ("VB", "VBN", "VBG"):
        # "Never transmitted his letter or visited": "never" and "or" reach over a finite verb too.
        joining = [child for child in trigger.head.children if child.dep_ == "cc" and child.lower_ in ("or", "nor")]
        for child in (*trigger.head.children, *trigger.children):
            if (child.lower_ == "nor" and child.dep_ in ("cc", "preconj")) or (joining and child.lower_ == "never"):
                force.deny(child)
        return
    for child in trigger.head.children:
        if child.dep_ == "aux":
            _modal(child, force)
        elif child.dep_ == "neg" and not _only(child) and any(c.lower_ in ("or", "nor") for c in trigger.head.children):
            force.deny(child)


def _governed(trigger: Token, force: Force) -> None:
    """What governs the act: a noun looks one step up, a verb climbs while the chain of dependence holds."""
    below = trigger if trigger.pos_ in _VERBAL else _above_noun(trigger, force)
    steps = 0
    while below is not None and below.dep_ in _CHAIN and below.head is not below and steps < 6:
        above = below.head
        if below.dep_ == "conj":
            if _has_subject(below) or (below.pos_ in _VERBAL and below.tag_ in ("VBD", "VBZ", "VBP")):
                return
        elif _free(below, above):
            return
        else:
            _one_step(below, above, force)
        below, steps = above, steps + 1


def _above_noun(noun: Token, force: Force) -> Token | None:
    """A noun takes its force from a verb that makes it ("reached an agreement"), wants it, or keeps it from being.

    Any other verb takes it for granted: "never recognised the incorporation" leaves the incorporation done.
    """
    while noun.dep_ == "conj" and noun.head.pos_ not in _VERBAL:
        noun = noun.head
    above = noun.head
    lemma = above.lemma_.lower()
    owned = any(child.dep_ == "poss" for child in noun.children)
    if above.pos_ in _VERBAL and noun.dep_ in ("dobj", "nsubjpass", "nsubj", "attr"):
        if lemma in hedges.NEGATIVE_OF_NOUNS and noun.dep_ != "nsubj":
            force.deny(above)
        elif (lemma in hedges.LIGHT and noun.dep_ != "nsubj") or (noun.dep_.startswith("nsubj") and _happens(lemma)):
            _inherit(above, force)
            return above
        elif noun.dep_ == "dobj" and above.tag_ == "VB" and _indefinite(noun):
            # "Refused to sign any undertaking", "sought to conclude an alliance": that has made nothing yet.
            _inherit(above, force)
            return above
        elif noun.dep_ != "nsubj" and not owned:
            _hedged_noun(above, lemma, force)
    elif noun.dep_ == "pobj" and above.dep_ == "prep":
        if above.lower_ in ("without", "instead"):
            force.deny(above)
        elif not owned and above.lower_ in ("for", "of", "to", "on"):
            _hedged_noun(above.head, above.head.lemma_.lower(), force)
        elif above.lower_ in ("to", "into", "at") and above.head.lemma_.lower() in hedges.LIGHT:
            _inherit(above.head, force)
            return above.head
    return None


def _indefinite(noun: Token) -> bool:
    return any(child.dep_ == "det" and child.lower_ in ("a", "an", "any") for child in noun.children)


def _happens(lemma: str) -> bool:
    """ "No negotiations took place": the verb only says that its subject was."""
    return lemma in ("take", "occur", "happen", "follow", "begin", "start", "continue", "be", "come", "ensue")


def _hedged_noun(above: Token, lemma: str, force: Force) -> None:
    if lemma in hedges.PROPOSING:
        force.hedge(Modality.PROPOSED, above)
    elif lemma in hedges.INTENDING:
        force.hedge(Modality.INTENDED, above)
    elif lemma in hedges.PREDICTING:
        force.hedge(Modality.PREDICTED, above)


def _one_step(below: Token, above: Token, force: Force) -> None:
    lemma = above.lemma_.lower()
    yet = next((child for child in above.children if child.lower_ == "yet"), None)
    false = _false(above) if below.dep_ in ("ccomp", "csubj") else None
    if above.lower_ == "short" and above.head.lemma_ in ("stop", "fall"):
        # "Stopped short of annexing Kars"
        force.deny(above)
    elif lemma in ("have", "be", "remain") and below.dep_ == "xcomp" and yet is not None:
        # "Had yet to recognise Albania"
        force.deny(yet)
    elif false is not None:
        force.deny(false)
    elif (
        (lemma in ("without", "instead") and below.dep_ in ("pcomp", "pobj"))
        or (lemma == "of" and below.dep_ == "pcomp" and any(child.lower_ == "instead" for child in above.children))
        or (lemma in hedges.NEGATIVE_VERBS and below.dep_ in ("xcomp", "pcomp", "prep"))
        or (lemma in hedges.NEGATIVE_WORDS and below.dep_ in ("xcomp", "acl", "prep", "pcomp", "ccomp"))
    ):
        force.deny(above)
    elif below.dep_ in ("xcomp", "acl", "ccomp", "advcl", "pcomp", "prep", "attr"):
        _by_governor(below, above, lemma, force)
        # "It became necessary to annul": the adjective beside the verb is what governs.
        for child in above.children:
            if child.dep_ in ("acomp", "oprd") and below.dep_ in ("xcomp", "ccomp", "advcl"):
                if child.lemma_.lower() in hedges.NEGATIVE_WORDS:
                    force.deny(child)
                else:
                    _by_governor(below, child, child.lemma_.lower(), force)
    if above.pos_ in _VERBAL and below.dep_ in ("xcomp", "attr"):
        _inherit(above, force)


def _false(verb: Token) -> Token | None:
    """The word that says that what follows is not so: "it is not true that", "it is false that"."""
    if verb.lemma_ != "be":
        return None
    said = next((child for child in verb.children if child.dep_ == "acomp"), None)
    if said is None:
        return None
    if said.lower_ in ("untrue", "false", "incorrect", "wrong"):
        return said
    denied = next((child for child in verb.children if child.dep_ == "neg"), None)
    return denied if said.lower_ in ("true", "correct", "so") else None


def _free(below: Token, above: Token) -> bool:
    """Whether the clause below stands on its own ("when X signed", a relative clause)."""
    if below.dep_ == "advcl":
        return not _purpose(below)
    if below.dep_ == "acl":
        return below.tag_ in ("VBN", "VBG") and not any(c.lower_ == "to" for c in below.children)
    return below.dep_ == "nsubj" and above.pos_ not in _VERBAL


def _purpose(clause: Token) -> bool:
    return clause.tag_ == "VB" and any(child.lower_ == "to" for child in clause.children)


def _by_governor(below: Token, above: Token, lemma: str, force: Force) -> None:
    if lemma == "order" and above.i and above.nbor(-1).lower_ == "in":
        force.hedge(Modality.INTENDED, above)
        return
    if below.dep_ == "advcl" and above.pos_ in _VERBAL:
        # "met to sign an agreement": a purpose, unless the verb above says it was reached ("agreed to").
        force.hedge(Modality.INTENDED, next(c for c in below.children if c.lower_ == "to"))
        return
    infinitive = below.tag_ in ("VB", "VBG") or below.dep_ in ("prep", "pcomp")
    # "Considered signing" proposes; "considered itself bound" only thinks.
    if lemma in hedges.PROPOSING and below.tag_ in (("VBG",) if lemma == "consider" else ("VB", "VBN", "VBG", "IN")):
        force.hedge(Modality.PROPOSED, above)
    elif lemma in hedges.INTENDING and infinitive and below.dep_ in ("xcomp", "acl", "ccomp", "prep", "pcomp"):
        force.hedge(Modality.INTENDED, above)
    elif lemma in hedges.PREDICTING:
        force.hedge(Modality.PREDICTED, above)


def _inherit(verb: Token, force: Force) -> None:
    """A noun or infinitive under a denied or modal verb: "did not reach an agreement", "would sign a treaty"."""
    for child in verb.children:
        if child.dep_ == "neg" and not _only(child):
            force.deny(child, partial=_partial_after(child))
        elif child.dep_ == "aux":
            _modal(child, force)
