"""Who has which part in an act: the arguments of its clause, by the table of roles.

participants_of(frame, CESSION, names) -> (agent: Russia, territory: Kars, beneficiary: Turkey)
"""

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from dragoman.grammar.clauses import IS, Frame, coordinated, is_excepted
from dragoman.grammar.names import Names
from dragoman.languages.en import roles as table
from dragoman.model import Kind, Participant, Predicate, Role

_UNRESOLVED = frozenset("he she they we him her them".split())
_NOT_IN_NAMES = frozenset({"DET", "PUNCT", "PRON", "SPACE", "CCONJ"})


def participants_of(frame: Frame, act: Predicate, names: Names) -> tuple[Participant, ...]:
    """The participants of an act, each once, in the order of the text."""
    found: dict[tuple[str, str], Participant] = {}
    for token, roles in _slots(frame, act):
        for one in _filled(token, roles, names):
            found.setdefault((one.name.casefold(), ""), one)
    return tuple(sorted(found.values(), key=lambda one: one.span.start if one.span else -1))


def _slots(frame: Frame, act: Predicate) -> Iterator[tuple[Token, Mapping[str, str]]]:
    """Each argument with the roles it may have, by sort of thing."""
    subject = {**table.SUBJECT_DEFAULT, **table.SUBJECT.get(act, {})}
    verb = frame.trigger.lemma_.lower()
    receiving = act in table.GIVEN and verb in table.RECEIVING
    if receiving:
        subject = {**subject, **dict.fromkeys(("actor", "place", "noun"), "beneficiary")}
    passing = _passes(frame, act)
    if passing:
        subject = table.OBJECT[act]
    for token in frame.subjects:
        yield token, subject
    for token in frame.possessors:
        yield token, subject
    for token in frame.objects:
        yield token, table.OBJECT.get(act, {})
    for token in frame.datives:
        yield token, table.OBLIQUE_OF_ACT.get((act, "to"), table.OBLIQUE["to"])
    nominal = frame.trigger.pos_ in ("NOUN", "PROPN")
    for preposition, token in frame.deeper:
        if preposition in ("with", "between", "to", "from", "on", "against"):
            yield token, table.OBLIQUE_OF_ACT.get((act, preposition), table.OBLIQUE.get(preposition, {}))
    for preposition, token in frame.obliques:
        if nominal and preposition == "of":
            yield token, subject if act in table.OF_IS_AGENT else table.OBJECT.get(act, {})
        elif nominal and preposition == "":
            yield token, {"actor": "agent", "place": "agent", "instrument": "instrument"}
        elif preposition == IS and act == Predicate.CESSION:
            # "Remained French" is kept by France, "became French" given to her.
            yield token, {"actor": "agent" if verb in table.STAYING else "beneficiary"}
        elif preposition == "from" and act == Predicate.OCCUPATION and frame.objects:
            yield token, table.OBLIQUE["from"]
        elif verb in table.STAYING and preposition == "with" and act in (Predicate.CESSION, Predicate.OCCUPATION):
            # "Belfort stayed with France": who has it.
            yield token, {**table.GIVER, "noun": "agent"}
        elif (receiving and preposition == "from") or (passing and preposition == "to" and act == Predicate.OCCUPATION):
            yield token, table.GIVER
        else:
            yield token, table.OBLIQUE_OF_ACT.get((act, preposition), table.OBLIQUE.get(preposition, {}))


def _passes(frame: Frame, act: Predicate) -> bool:
    """Whether the subject is what goes from hand to hand: "Chios fell to Turkey", "Batum became Georgian"."""
    if act not in (Predicate.CESSION, Predicate.OCCUPATION) or frame.objects:
        return False
    verb = frame.trigger
    if verb.lemma_.lower() in table.PASSING or any(preposition == IS for preposition, _ in frame.obliques):
        return True
    # "Were taken from France and joined to Germany": the second verb does not say that it is a passive.
    above = verb.head.children if verb.dep_ == "conj" and verb.tag_ in ("VBN", "VBD") else ()
    return act == Predicate.CESSION and any(child.dep_ == "auxpass" for child in above)


def _filled(token: Token, roles: Mapping[str, str], names: Names) -> Iterator[Participant]:
    mentions = names.at(token)
    apposed = [
        mention
        for child in token.children
        if child.dep_ == "appos" and not is_excepted(child)
        for mention in names.at(child)
        if mention.kind == Kind.PERSON
    ]
    if apposed and not any(mention.kind == Kind.PERSON for mention in mentions):
        # "The delegation leader, Foreign Commissar Chicherin, opposed": the name, not the office, has the part.
        mentions = tuple(apposed)
    if mentions:
        for mention in mentions:
            role = roles.get(_sort(mention.kind), "")
            if role:
                yield Participant(Role(role), mention.name, mention.span, mention.kind)
        return
    if token.pos_ == "PRON":
        role = roles.get("actor", "")
        if role and token.lower_ in _UNRESOLVED:
            yield Participant(Role(role), token.text, names.sentence.span(token, token))
        return
    yield from _common(token, roles, names)


def _sort(kind: Kind) -> str:
    return (
        "actor"
        if kind.acts
        else {Kind.PLACE: "place", Kind.INSTRUMENT: "instrument", Kind.EVENT: "event"}.get(kind, "")
    )


def _common(token: Token, roles: Mapping[str, str], names: Names) -> Iterator[Participant]:
    """A common noun: an instrument, a land, people; else what it hands its place to."""
    lemma = token.lemma_.lower()
    if token.lower_ in table.COGNATE:
        return
    if lemma in table.ABSTRACT:
        owners = [
            each
            for child in token.children
            if child.dep_ in ("poss", "prep", "amod", "compound")
            for each in _owners(child, of_claim=lemma in ("claim", "claims", "right", "rights", "title"))
            if names.at(each)
        ]
        if owners:
            for owner in owners:
                yield from _filled(owner, roles, names)
            return
        if token.dep_ == "conj" and token.head.lemma_.lower() in table.ABSTRACT:
            # "The occupation and administration of Samos": Samos hangs on one of the two.
            return
    held = list(held_in(token, names)) if roles.get("place") else []
    if held:
        for each in held:
            yield from _filled(each, roles, names)
        return
    sort = (
        "instrument"
        if lemma in table.PAPERS
        else "place"
        if lemma in table.LANDS
        else "actor"
        if lemma in table.PEOPLE
        else "noun"
    )
    role = roles.get(sort) or (roles.get("noun", "") if token.pos_ in ("NOUN", "PROPN") else "")
    if role == "agent" and sort == "noun" and lemma.endswith(table.DOING):
        # "The signing ended the war": an act is nobody.
        return
    if role and token.pos_ in ("NOUN", "PROPN"):
        words = phrase_of(token)
        yield Participant(Role(role), " ".join(word.text for word in words), names.sentence.span_of(words))


def _owners(child: Token, *, of_claim: bool) -> Iterator[Token]:
    if child.dep_ == "prep":
        if child.lower_ in ("of", "over") or (of_claim and child.lower_ in ("to", "on")):
            for grand in child.children:
                if grand.dep_ == "pobj":
                    yield from coordinated(grand)
    else:
        yield from coordinated(child)


def held_in(noun: Token, names: Names) -> Iterator[Token]:
    """The places that "the ports of Dulcigno and Antivari" are."""
    if noun.lemma_.lower() not in table.HOLDINGS:
        return
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "at"):
            for grand in child.children:
                if grand.dep_ == "pobj":
                    yield from (each for each in coordinated(grand) if _is_a_place(each, names))


def _is_a_place(token: Token, names: Names) -> bool:
    mentions = names.at(token)
    # A name that nobody knows, after "the bases at", is that of a place.
    return any(mention.kind == Kind.PLACE for mention in mentions) or (not mentions and token.pos_ == "PROPN")


def phrase_of(noun: Token) -> list[Token]:
    """A noun with what stands before it, less articles and possessors' marks: "separate peace treaty"."""
    words = [noun]
    for child in sorted(noun.lefts, key=lambda each: -each.i):
        if (
            child.dep_ in ("amod", "compound", "nmod", "nummod")
            and child.pos_ not in _NOT_IN_NAMES
            and child.i == words[0].i - 1
        ):
            words.insert(0, child)
            while (
                words[0].i
                and words[0].nbor(-1).dep_ in ("compound", "amod", "advmod", "punct")
                and words[0].nbor(-1).head in words
                and words[0].nbor(-1).text not in ",;:("
            ):
                words.insert(0, words[0].nbor(-1))
    return words
