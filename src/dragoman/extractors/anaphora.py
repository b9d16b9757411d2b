"""Words that only point: pronouns, "the delegation", "the two countries", "these territories".

    "he arrested Turkish communists" -> Mention(PERSON, "Kemal Atatürk", antecedent=where "Kemal Atatürk" stands)
    "these regions" -> one Mention for each place just named, all over the same words
    "the envoy" -> Mention(PERSON, "envoy") where nobody of that office was named

Only where one antecedent stands out; else a pronoun is left alone.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.antecedents import Memory, Spoken, agrees, coming_subject, is_grounded, pointing, relatives
from dragoman.languages.en import actors as actor_words
from dragoman.languages.en import anaphora as words
from dragoman.model import Kind, Mention, Testimony
from dragoman.syntax import Sentence, sentences_of

# How many sentences back "the delegation" and "that province" may point.
_NOUN_REACH, _PLACE_REACH = 12, 3
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj", "appos", "attr", "poss", "ROOT"})
_SORTING = frozenset({"amod", "compound", "nmod"})
_WHERE_OR_WHO = frozenset({Kind.PLACE, Kind.POLITY})
_WHO = frozenset({Kind.POLITY, Kind.BODY})


def extract(so_far: Testimony) -> Iterator[Mention]:
    """What the pointing words of an account mean, in the order of the text."""
    names = sorted((m for m in so_far.mentions if m.kind is not Kind.DATE), key=lambda mention: mention.span)
    starts = [mention.span.start for mention in names]
    memory = Memory()
    for at, sentence in enumerate(sentences_of(so_far)):
        lo, hi = bisect_left(starts, sentence.where.start), bisect_left(starts, sentence.where.end)
        yield from _Reader(sentence, at, memory, names[lo:hi]).read()


def _is_named(noun: Token) -> bool:
    """ "The town of Goražde" is Goražde, and no place spoken of before."""
    after = noun.doc[noun.i + 1 : noun.i + 3]
    return len(after) == 2 and after[0].lower_ == "of" and after[1].pos_ == "PROPN" and after[1].text[0].isupper()


class _Reader:
    """One sentence, read from left to right while its names are remembered."""

    def __init__(self, sentence: Sentence, at: int, memory: Memory, names: list[Mention]) -> None:
        self.sentence, self.doc, self.at, self.memory = sentence, sentence.doc, at, memory
        self.spoken = _placed(sentence, at, names)
        self.taken = {i for one in self.spoken for i in range(one.first, one.head.i + 1)}

    def read(self) -> Iterator[Mention]:
        """The pointing words, in order."""
        waiting = deque(self.spoken)
        for token in self.doc:
            while waiting and waiting[0].first <= token.i:
                self.memory.remember(waiting.popleft())
            if token.i in self.taken:
                continue
            found = tuple(self._meaning(token))
            yield from found
            for mention in found:
                self.memory.remember(Spoken(mention, self.at, token.i, token))
            judges = token.lemma_.lower() in words.JUDGING
            if not found and token.pos_ == "NOUN" and token.dep_ in _ARGUMENTS and not judges:
                self.memory.remember(Spoken(None, self.at, token.i, token))

    def _meaning(self, token: Token) -> Iterator[Mention]:
        word = token.lower_
        if word in words.PRONOUNS:
            yield from self._pronoun(token)
        elif token.tag_ in ("WP", "WDT", "WP$"):
            yield from self._relative(token)
        elif token.pos_ != "NOUN" or token.dep_ not in _ARGUMENTS:
            return
        elif word in words.TEXTS and is_grounded(token) and _definite(token):
            yield from self._text(token)
        elif word in words.TERRITORIES | words.SIDES and self._is_several(token):
            yield from self._several(token)
        elif word in words.PLACES and not token.tag_.endswith("S"):
            yield from self._place(token)
        else:
            yield from self._noun(token)

    def _text(self, token: Token) -> Iterator[Mention]:
        papers = (one for one in reversed(self.memory.recent) if one.kind is Kind.INSTRUMENT and not one.plural)
        last = next(papers, None)
        if last is not None and last.mention is not None:
            yield pointing(self.sentence.span(token, token), last.mention)

    def _pronoun(self, token: Token) -> Iterator[Mention]:
        coming = coming_subject(token)
        ahead = [
            one
            for one in self.spoken
            if coming is not None and one.first <= coming.i <= one.head.i and agrees(token, one) >= 0.7
        ]
        for one in ahead[:1] or self.memory.meant_by(token, self.at):
            if one.mention is not None:
                yield pointing(self.sentence.span(token, token), one.mention)

    def _relative(self, token: Token) -> Iterator[Mention]:
        for noun in relatives(token):
            for one in reversed(self.memory.recent):
                if one.at != self.at:
                    break
                if one.first <= noun.i <= one.head.i:
                    found = self._not_whom(one) if token.lower_ == "which" and one.kind is Kind.PERSON else one
                    if found is not None and found.mention is not None:
                        yield pointing(self.sentence.span(token, token), found.mention, why="relative")
                    return

    def _not_whom(self, person: Spoken) -> Spoken | None:
        """What "which" means after a person: the letter in "a letter to him, in which"."""
        near = [one for one in self.memory.recent if one.at == self.at and 0 < person.first - one.head.i <= 3]
        return next((one for one in reversed(near) if one.kind is not Kind.PERSON), None)

    # ---- "the two countries", "these territories" ----

    def _is_several(self, token: Token) -> bool:
        left = {child.lower_ for child in token.children if child.i < token.i}
        if "these" in left:
            return True
        both = bool(left & words.PAIR) or (token.lower_ == "parties" and "the" in left)
        return both and token.lower_ in words.SIDES

    def _several(self, token: Token) -> Iterator[Mention]:
        first = min((child.i for child in token.children if child.i < token.i), default=token.i)
        if not self.taken.isdisjoint(range(first, token.i + 1)):
            return
        these = self.doc[first].lower_ == "these"
        if these and token.lower_ in words.TERRITORIES:
            group = self.memory.run_of(self.at, _WHERE_OR_WHO, 3)
        else:
            group = self.memory.run_of(self.at, words.SORTS.get(token.lower_, _WHO), 6)
            group = group if these or len(group) == 2 else []
        for one in group:
            if one.mention is not None:
                yield pointing(self.sentence.span(self.doc[first], token), one.mention)
        if not group:
            yield from self._noun(token)

    def _place(self, token: Token) -> Iterator[Mention]:
        """ "That province" is the one spoken of last; "the islands" are themselves."""
        left = {child.lower_ for child in token.children if child.i < token.i}
        first = self._first(token)
        if not left & words.DETERMINERS or not self.taken.isdisjoint(range(first, token.i + 1)):
            return
        if _is_named(token):
            return
        span = self.sentence.span(self.doc[first], token)
        known = self.memory.last_place(self.at, _PLACE_REACH, sure=bool(left & {"this", "that"}))
        plain = first == token.i and not any(child.dep_ in ("prep", "relcl", "acl") for child in token.children)
        if known is not None and known.mention is not None and plain and left & {"this", "that", "the"}:
            yield pointing(span, known.mention)
        elif not left & {"a", "an", "no", "any"}:
            yield Mention(span, Kind.PLACE, self.doc[first : token.i + 1].text, why="place noun")

    # ---- "the delegation", "an envoy", "the talks" ----

    def _noun(self, token: Token) -> Iterator[Mention]:
        kind = _kind_of(token)
        if kind is None:
            return
        first = self._first(token)
        if not self.taken.isdisjoint(range(first, token.i + 1)):
            return
        span = self.sentence.span(self.doc[first], token)
        sorting = [each for each in token.children if each.dep_ in _SORTING and each.lower_ not in words.SAID]
        whole = min((each.left_edge.i for each in sorting if each.i < token.i), default=token.i)
        known = self._known(token, kind) if whole == token.i and _definite(token) else None
        if known is not None and known.mention is not None:
            yield pointing(span, known.mention)
        elif kind is not Kind.PERSON or not any(child.dep_ == "appos" for child in token.children):
            # Where the name follows ("the leader, Chicherin"), the office adds nobody.
            yield Mention(span, kind, self.doc[min(first, whole) : token.i + 1].text, why="noun")

    def _known(self, token: Token, kind: Kind) -> Spoken | None:
        if kind is Kind.PERSON:
            holders = list(self.memory.titled.get(token.lower_, {}).values())
            return holders[-1] if holders else None
        known = self.memory.by_noun.get(token.lower_)
        return known if known is not None and self.at - known.at <= _NOUN_REACH and known.kind is kind else None

    def _first(self, token: Token) -> int:
        """The first of the modifiers that stand directly before a noun."""
        first = token.i
        for i in range(token.i - 1, max(-1, token.i - 5), -1):
            before = self.doc[i]
            if i in self.taken or before.pos_ not in ("ADJ", "NOUN") or not before.is_alpha or before.head.i > token.i:
                break
            if before.lower_ in words.DETERMINERS | words.SAID:
                break
            first = i
        return first


def _kind_of(token: Token) -> Kind | None:
    """What sort of thing a common noun speaks of; None where it is none of ours."""
    word = token.lower_
    if token.text == "People":
        # "the People's Commissar": part of a title.
        return None
    left = {
        child.lower_
        for child in token.children
        if child.i < token.i and child.dep_ in ("det", "poss", "nummod", "amod")
    }
    plural = token.tag_ == "NNS"
    if word in words.EVENTS:
        return Kind.EVENT if left & words.DETERMINERS or plural else None
    if word in actor_words.LOWER_BODIES or (plural and word in actor_words.GROUPS):
        return Kind.BODY if left & words.DETERMINERS or plural else None
    if word in actor_words.OFFICES and not plural:
        return Kind.PERSON if left & words.DETERMINERS else None
    return None


def _definite(token: Token) -> bool:
    return any(
        child.lower_ in ("the", "this", "that", "said", "these") and child.i < token.i for child in token.children
    )


def _placed(sentence: Sentence, at: int, names: list[Mention]) -> list[Spoken]:
    """The names of a sentence with their head tokens."""
    placed = []
    for mention in names:
        tokens = sentence.tokens_in(mention.span)
        if tokens:
            placed.append(Spoken(mention, at, tokens[0].i, _head(tokens[0], tokens[-1])))
    return placed


def _head(first: Token, last: Token) -> Token:
    """The last token, whose place in the sentence is that of the whole name; a name ends in its head but for "of …"."""
    for token in first.doc[first.i : last.i + 1]:
        if token.dep_ == "prep" and token.i > first.i:
            return first.doc[token.i - 1]
    return last
