"""On whose word we have it: verbs of saying and believing, "according to", quotation marks.

"Legran wrote a letter in which he confessed: “we cannot …”" -> Legran, letter
"""

from spacy.tokens import Token

from dragoman.grammar.clauses import frame_of
from dragoman.grammar.parentheses import parentheses_of, parenthesis_around
from dragoman.languages.en import hedges

_SPEECH = hedges.SAYING | hedges.BELIEVING


def speaker_of(trigger: Token) -> tuple[Token, Token] | None:
    """The speaker and the verb of saying under which this trigger stands; None for the author's voice."""
    if trigger.pos_ in ("NOUN", "PROPN") and any(_makes_sure(child) for child in trigger.children):
        # "He noted that the victory at the Eurymedon": who says "the victory" takes it for granted, like the author.
        return None
    aside = parenthesis_around(trigger)
    for each in parentheses_of(trigger.doc):
        if aside is None and not _are_apart(*sorted((trigger, each.verb), key=lambda token: token.i)):
            return each.speaker, each.verb
    below = trigger
    for above in trigger.ancestors:
        lemma = above.lemma_.lower()
        if below.dep_ == "relcl" or (below.dep_ == "advcl" and not _is_content(below, above)):
            # A relative clause or a "when" is the author's own, also inside what somebody said.
            return _according(trigger)
        asking = above.lemma_.lower() in hedges.ASKING and above.pos_ == "VERB"
        if asking and below.dep_ in ("xcomp", "ccomp") and not _are_apart(below, above):
            askers = [
                each
                for each in frame_of(above).subjects
                if each.pos_ in ("PROPN", "NOUN", "PRON") and each.lower_ != "it"
            ]
            if askers:
                return askers[0], above
        if lemma == "have" and below.dep_ == "ccomp":
            rumours = [each for each in frame_of(above).subjects if each.lemma_.lower() in hedges.RUMOURS]
            if rumours:
                return rumours[0], above
        if above.pos_ in ("VERB", "AUX") and lemma in _SPEECH and _is_content(below, above):
            subjects = frame_of(above).subjects
            speakers = [
                each for each in subjects if each.lower_ not in ("it", "which", "that", "there", "himself", "itself")
            ]
            if speakers:
                return _who_adds(above) or speakers[0], above
            # "It was alleged that": somebody says so, and the account does not say who.
            nobody = next(
                (
                    child
                    for child in above.children
                    if child.lower_ == "it" and child.dep_ in ("nsubjpass", "expl", "nsubj") and above.i - child.i < 6
                ),
                None,
            )
            return (nobody, above) if nobody is not None and above.tag_ == "VBN" else None
        below = above
    return _according(trigger)


def _who_adds(saying: Token) -> Token | None:
    """ "Japan was outraged by the policy, claiming that": after a comma the subject goes on, not the nearest noun."""
    if saying.dep_ != "acl" or saying.tag_ != "VBG" or not saying.i or saying.nbor(-1).text != ",":
        return None
    for above in saying.head.ancestors:
        if above.pos_ in _VERBS and above.dep_ != "relcl":
            subjects = frame_of(above).subjects
            return subjects[0] if subjects and subjects[0].pos_ in ("PROPN", "NOUN", "PRON") else None
    return None


_VERBS = ("VERB", "AUX")


def _makes_sure(child: Token) -> bool:
    return child.dep_ == "poss" or (child.dep_ == "det" and child.lower_ in ("the", "this", "these", "those", "that"))


def _are_apart(below: Token, above: Token) -> bool:
    """ "He demanded an armistice; Ito insisted …": two sentences in one, whatever the parser makes of them."""
    return any(token.text == ";" for token in below.doc[below.i : above.i])


def _is_content(below: Token, above: Token) -> bool:
    """Whether what is below is what was said, not when or why it was said."""
    if below.dep_ == "ccomp":
        return not _are_apart(below, above)
    if below.dep_ == "xcomp":
        return above.lemma_.lower() in hedges.BELIEVING or below.tag_ != "VB"
    # "insisting that … and that …": the second content hangs on the first by "conj", so it is reached through ccomp.
    return below.dep_ in ("advcl", "parataxis") and any(c.dep_ == "mark" and c.lower_ == "that" for c in below.children)


def _according(trigger: Token) -> tuple[Token, Token] | None:
    for above in (trigger, *trigger.ancestors):
        for child in above.children:
            if child.lower_ == "according" and child.dep_ in ("prep", "advmod", "pcomp"):
                for to in child.children:
                    for source in to.children if to.dep_ == "prep" else ():
                        if source.dep_ == "pobj":
                            return _whose(source), child
            found = _in_the_view_of(child) or _as_put_by(child)
            if found is not None:
                return found, child
    return None


def _in_the_view_of(child: Token) -> Token | None:
    """ "In Wilson's view", "in the words of Curzon"."""
    if child.dep_ != "prep" or child.lower_ != "in":
        return None
    views = [each for each in child.children if each.dep_ == "pobj" and each.lower_ in hedges.VIEWS]
    return next((who for who in map(_whose, views) if who not in views), None)


def _as_put_by(child: Token) -> Token | None:
    """ "As Lloyd George put it", "as Mutsu explained"."""
    if child.dep_ != "advcl" or child.lemma_.lower() not in hedges.PUTTING:
        return None
    if not any(each.lower_ == "as" and each.dep_ in ("mark", "advmod", "prep") for each in child.children):
        return None
    return next((each for each in child.children if each.dep_ == "nsubj" and each.lower_ != "it"), None)


def _whose(source: Token) -> Token:
    """ "According to the memoirs of Talleyrand": the man speaks, in his memoirs."""
    lemma = source.lemma_.lower()
    if lemma in hedges.MEDIUM or source.lower_ in hedges.VIEWS or lemma in ("memoirs", "account", "word", "testimony"):
        for child in source.children:
            if child.dep_ == "poss":
                return child
            if child.lower_ == "of":
                # "A report of 1925" is nobody's.
                return next(
                    (p for p in child.children if p.dep_ == "pobj" and not p.like_num and not _dates(p)), source
                )
    return source


def _dates(token: Token) -> bool:
    return token.ent_type_ == "DATE"


def speaker_in(sentence_tokens: list[Token], *, before: int) -> tuple[Token, Token] | None:
    """Who utters a quotation that begins at token `before`: the subject of the nearest verb of saying."""
    outside = set(sentence_tokens)
    verbs = [t for t in sentence_tokens if t.pos_ == "VERB" and t.lemma_.lower() in hedges.UTTERING]
    for verb in sorted(verbs, key=lambda each: abs(each.i - before)):
        # "“I, too,” rejoined the Premier": who stands inside the quotation does not utter it.
        speakers = [
            each
            for each in (*_after_quotation(verb), *frame_of(verb).subjects)
            if each.pos_ in ("PROPN", "NOUN", "PRON") and each in outside
        ]
        if speakers:
            return speakers[0], verb
    return None


def _after_quotation(verb: Token) -> list[Token]:
    """ "“…,” complained an envoy": who stands right behind the verb speaks, an object as the parser has it."""
    before = verb.nbor(-1) if verb.i else verb
    if before.text not in ("”", '"', "»", "’", "'"):
        return []
    return [each for each in verb.rights if each.left_edge.i == verb.i + 1]
