"""Words that only point: pronouns, "the delegation", "the two countries", "these territories".

    "he arrested Turkish communists" -> Mention(PERSON, "Kemal Atatürk", antecedent=where "Kemal Atatürk" stands)
    "these regions" -> one Mention for each place just named, all over the same words

Only where one antecedent stands out; else the words are left alone.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from dragoman.languages.en import actors as actor_words
from dragoman.languages.en import anaphora as words
from dragoman.languages.wordlist import wordlist
from dragoman.model import Kind, Mention, Span, Testimony
from dragoman.syntax import Sentence, sentences_of

_PRONOUN_REACH = 2
_NOUN_REACH = 12


class _Spoken(NamedTuple):
    """A mention where it stands in its sentence."""

    mention: Mention
    at: int
    first: int
    head: Token

    @property
    def subject(self) -> bool:
        """Whether it, or what it is coordinated with, is the subject of a clause."""
        return _top(self.head).dep_ in ("nsubj", "nsubjpass")

    @property
    def plural(self) -> bool:
        """Whether "they" can mean it."""
        return self.head.tag_ in ("NNS", "NNPS") or self.mention.why == "people" or self.head.lower_ in _PEOPLES


# Peoples whose plural looks like an adjective: "the French".
_PEOPLES = wordlist("french english british dutch irish swiss chinese japanese spanish portuguese danish siamese welsh")


def extract(so_far: Testimony) -> Iterator[Mention]:
    """What the pointing words of an account mean, in the order of the text."""
    names = sorted((m for m in so_far.mentions if m.kind is not Kind.DATE), key=lambda mention: mention.span)
    starts = [mention.span.start for mention in names]
    memory = _Memory()
    for at, sentence in enumerate(sentences_of(so_far)):
        lo, hi = bisect_left(starts, sentence.where.start), bisect_left(starts, sentence.where.end)
        yield from memory.read(sentence, at, names[lo:hi])


class _Memory:
    """What was named of late, nearest last."""

    def __init__(self) -> None:
        self.recent: deque[_Spoken] = deque(maxlen=60)
        self.titled: dict[str, dict[str, Span]] = {}
        self.bodies: dict[str, _Spoken] = {}

    def read(self, sentence: Sentence, at: int, names: list[Mention]) -> Iterator[Mention]:
        """The pointing words of one sentence, while its names are remembered."""
        spoken = _placed(sentence, at, names)
        taken = {i for one in spoken for i in range(one.first, one.head.i + 1)}
        waiting = deque(spoken)
        for token in sentence.doc:
            while waiting and waiting[0].first <= token.i:
                self._remember(waiting.popleft())
            if token.i not in taken:
                yield from self._meaning(sentence, at, token, taken)

    def _remember(self, one: _Spoken) -> None:
        self.recent.append(one)
        mention = one.mention
        if mention.kind is Kind.PERSON and mention.why.startswith("title "):
            self.titled.setdefault(mention.why[6:].lower(), {})[mention.name] = mention.span
        if mention.kind is Kind.BODY:
            for word in mention.name.lower().split():
                self.bodies[word] = one

    def _meaning(self, sentence: Sentence, at: int, token: Token, taken: set[int]) -> Iterator[Mention]:
        word = token.lower_
        if word in words.PRONOUNS:
            found = self._pronoun(at, token)
            if found is not None:
                yield self._points(sentence.span(token, token), found)
        elif word in words.TERRITORIES | words.SIDES and token.pos_ == "NOUN":
            yield from self._several(sentence, at, token, taken)
        elif token.pos_ in ("NOUN", "PROPN") and token.dep_ != "compound":
            yield from self._noun(sentence, at, token, taken)

    @staticmethod
    def _points(span: Span, one: _Spoken) -> Mention:
        antecedent = one.mention.antecedent or one.mention.span
        return Mention(span, one.mention.kind, one.mention.name, antecedent, why="points")

    # ---- pronouns ----

    def _pronoun(self, at: int, token: Token) -> _Spoken | None:
        if token.lower_ in words.IT and _nobody(token):
            return None
        fitting = [one for one in reversed(self.recent) if at - one.at <= _PRONOUN_REACH and _may_mean(token, one)]
        return _foremost(token, at, fitting)

    # ---- "the delegation", "the president" ----

    def _noun(self, sentence: Sentence, at: int, token: Token, taken: set[int]) -> Iterator[Mention]:
        word = token.lower_
        body = word in actor_words.LOWER_BODIES
        office = word in actor_words.OFFICES
        if not (body or office) or not _definite(token):
            return
        first = min(
            (child.i for child in token.children if child.dep_ in ("amod", "compound") and child.i < token.i),
            default=token.i,
        )
        if not taken.isdisjoint(range(first, token.i + 1)):
            return
        span = sentence.span(sentence.doc[first], token)
        if body:
            known = self.bodies.get(word)
            if known is not None and at - known.at <= _NOUN_REACH:
                yield self._points(span, known)
                return
            yield Mention(span, Kind.BODY, sentence.doc[first : token.i + 1].text, why="body noun")
            return
        holders = self.titled.get(word, {})
        if holders:
            name, where = list(holders.items())[-1]
            yield Mention(span, Kind.PERSON, name, where, why="office")
        else:
            yield Mention(span, Kind.PERSON, sentence.doc[first : token.i + 1].text, why="office")

    # ---- "the two countries", "these territories" ----

    def _several(self, sentence: Sentence, at: int, token: Token, taken: set[int]) -> Iterator[Mention]:
        left = {child.lower_ for child in token.children if child.i < token.i}
        first = min((child.i for child in token.children if child.i < token.i), default=token.i)
        if not taken.isdisjoint(range(first, token.i + 1)):
            return
        span = sentence.span(sentence.doc[first], token)
        if "these" in left and token.lower_ in words.TERRITORIES:
            group = self._group(at, (Kind.PLACE, Kind.POLITY), 2)
        elif token.lower_ in words.SIDES and (left & words.PAIR or (token.lower_ == "parties" and "the" in left)):
            group = self._group(at, (Kind.POLITY, Kind.BODY), 2)
            group = group if len(group) == 2 else []
        else:
            return
        for one in group:
            yield self._points(span, one)

    def _group(self, at: int, kinds: tuple[Kind, ...], least: int) -> list[_Spoken]:
        """The last run of names of these kinds that stand together: "Batumi, Kars and Ardahan"."""
        group: list[_Spoken] = []
        for one in reversed(self.recent):
            if at - one.at > 3:
                break
            if one.mention.kind not in kinds or (group and not _together(one, group[0])):
                if len(group) >= least:
                    break
                group = [one] if one.mention.kind in kinds else []
                continue
            if one.mention.name not in {other.mention.name for other in group}:
                group.insert(0, one)
        return group if len(group) >= least else []


def _placed(sentence: Sentence, at: int, names: list[Mention]) -> list[_Spoken]:
    """The names of a sentence with their head tokens."""
    if not names:
        return []
    ends = [sentence.span(token, token).end for token in sentence.doc]
    begins = [sentence.span(token, token).start for token in sentence.doc]
    placed = []
    for mention in names:
        first = bisect_left(ends, mention.span.start + 1)
        last = max(first, bisect_left(begins, mention.span.end) - 1)
        if first < len(sentence.doc):
            placed.append(_Spoken(mention, at, first, sentence.doc[min(last, len(sentence.doc) - 1)]))
    return placed


def _top(token: Token) -> Token:
    """The first member of a coordination."""
    while token.dep_ in ("conj", "compound", "appos", "flat") and token.head is not token:
        token = token.head
    return token


def _together(one: _Spoken, other: _Spoken) -> bool:
    """Whether only commas and "and" stand between two names."""
    if one.at != other.at:
        return False
    between = one.head.doc[one.head.i + 1 : other.first]
    return len(between) < 4 and all(t.is_punct or t.lower_ in ("and", "or", "the", "with") for t in between)


def _nobody(token: Token) -> bool:
    """Whether "it" stands for a clause to come: "it became essential to annul"."""
    if token.dep_ == "expl":
        return True
    verb = token.head
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return False
    clauses = any(
        child.dep_ in ("ccomp", "xcomp", "csubj", "advcl", "acomp", "csubjpass") and child.i > verb.i
        for child in verb.children
    )
    if verb.lemma_ in words.WEATHER:
        return clauses or any(child.dep_ == "attr" for child in verb.children)
    return token.dep_ == "nsubjpass" and verb.lemma_ in words.DECIDED


def _may_mean(token: Token, one: _Spoken) -> bool:
    word, kind = token.lower_, one.mention.kind
    if _same_clause_object(token, one):
        return False
    if word in words.HE:
        return kind is Kind.PERSON and not _female(one.mention)
    if word in words.SHE:
        return (kind is Kind.PERSON and _female(one.mention)) or (kind is Kind.POLITY and not one.plural)
    if word in words.THEY:
        return kind.acts and one.plural
    if kind is Kind.INSTRUMENT:
        verb = token.head.lemma_
        return verb in (words.DONE_TO_INSTRUMENT if token.dep_ in ("dobj", "nsubjpass") else words.DONE_BY_INSTRUMENT)
    return kind in (Kind.POLITY, Kind.BODY) and not one.plural and one.head.pos_ != "ADJ"


def _same_clause_object(token: Token, one: _Spoken) -> bool:
    """ "He" and "him" of one verb are two: the object of a clause is not its subject."""
    return (
        token.doc is one.head.doc
        and token.lower_ not in words.POSSESSIVE
        and token.head is one.head.head
        and token.dep_ != "nsubj"
    )


def _female(mention: Mention) -> bool:
    first = mention.name.split()[0].lower()
    return (
        first in actor_words.FEMALE_NAMES | actor_words.FEMALE_TITLES
        or mention.why[6:].lower() in actor_words.FEMALE_TITLES
    )


def _foremost(token: Token, at: int, fitting: list[_Spoken]) -> _Spoken | None:
    """The one that stands out: the only one, or the nearest subject."""
    if not fitting:
        return None
    if len({one.mention.name for one in fitting}) == 1:
        return fitting[0]
    for distance in range(_PRONOUN_REACH + 1):
        near = [one for one in fitting if at - one.at == distance]
        subjects = [one for one in near if one.subject]
        if len({one.mention.name for one in subjects}) == 1:
            return subjects[0]
        if subjects:
            return subjects[0] if distance == 0 else subjects[-1]
        if near and len({one.mention.name for one in near}) == 1:
            return near[0]
    return None


def _definite(token: Token) -> bool:
    return any(child.lower_ in ("the", "this", "that", "said") and child.i < token.i for child in token.children)
