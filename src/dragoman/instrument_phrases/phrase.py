"""Words that name an instrument or point to one, and its parts.

Phrase(sentence, first, head, last).name -> "draft friendship agreement"
"""

from spacy.tokens import Doc, Token

from dragoman.instrument_phrases.tokens import HYPHENS, is_proper, is_wordy, qualifies, qualifies_here
from dragoman.languages.en import instruments as words
from dragoman.model import InstrumentKind, Span
from dragoman.syntax import Sentence

# "A pact outlawing war", "a pact made at Riga", "the pact that ended the war"; "a pact that would end it" may never be.
_TELLING = frozenset({("acl", "VBG"), ("acl", "VBN"), ("relcl", "VBD")})
# The tagger takes the "Agreements" of a name for one.
_PLURALS = frozenset(f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s" for noun in words.NOUNS) & frozenset(
    words.NOUNS
)
# Where the words that tell which one is meant come to an end, and how many there may be.
_FULL_STOPS = frozenset(", ; : ( ) -- —".split())
_LONGEST = 12


class Phrase:
    """Words of one sentence that name an instrument (`named`) or point to one."""

    def __init__(self, sentence: Sentence, first: int, head: int, last: int, called: str = "") -> None:
        """The phrase runs from token `first` to token `last`, both included; `called` is the name a list gives it."""
        self.sentence, self.first, self.head, self.last = sentence, first, head, last
        doc = sentence.doc
        self.span = sentence.span(doc[first], doc[last])
        self.noun = doc[head].lower_
        self.text = doc[first : last + 1].text
        self.determiner = _determiner(doc, first)
        self.modifiers = tuple(token for token in doc[first:head] if token.is_alpha)
        self.complement = tuple(token for token in doc[head + 1 : last + 1] if token.is_alpha and not token.is_stop)
        self.called = called
        self.named = bool(called) or _is_named(doc, first, head, last)
        self.kind = self._kind()

    def _kind(self) -> InstrumentKind:
        if self.text.lower() in words.KNOWN:
            return words.KNOWN[self.text.lower()]
        if any(token.lower_ == "draft" for token in self.modifiers):
            return InstrumentKind.DRAFT
        if any(token.lower_ == "armistice" for token in self.modifiers):
            return InstrumentKind.ARMISTICE
        return words.NOUNS.get(self.noun) or words.NAMED_ONLY.get(self.noun, InstrumentKind.OTHER)

    @property
    def noun_counts(self) -> bool:
        """Whether the noun is part of the name: in "the SALT II agreement" it is not."""
        return self.sentence.doc[self.head].text[:1].isupper() and self.noun in words.NOUNS

    @property
    def plural(self) -> bool:
        """Whether it speaks of several."""
        many = self.sentence.doc[self.head].tag_ in ("NNS", "NNPS") or self.noun in _PLURALS
        return many and self.kind is not InstrumentKind.DECLARATION

    @property
    def name(self) -> str:
        """What to call it in the register: the words without those that only judge it ("uneasy truce")."""
        if self.named:
            return self.called or self.text
        doc = self.sentence.doc
        # A hyphen is an adjective to the tagger at times, and so are the halves of "non-aggression".
        kept = [
            t for t in doc[self.first : self.head] if not (t.pos_ == "ADJ" and t.is_lower and not qualifies_here(t))
        ]
        while kept and kept[0].text in HYPHENS:
            del kept[0]
        left = "".join(t.text_with_ws for t in kept)
        return left + doc[self.head : self._reach() + 1].text

    def _reach(self) -> int:
        """The last word of "treaty with Great Britain": whom it is with tells it from the others."""
        doc = self.sentence.doc
        for child in doc[self.head].children:
            if child.i == self.last + 1 and child.lower_ in ("with", "between"):
                end = child.right_edge.i
                relative = [
                    t.i
                    for t in doc[child.i : end + 1]
                    if t.dep_ in ("relcl", "acl", "advcl")
                    or t.text in (",", ";", "(", "--", "—")
                    or t.lower_.endswith("self")
                ]
                end = min([end, *(i - 1 for i in relative)])
                return end if self.last + 1 < end <= self.last + 8 else self.last
        return self.last

    @property
    def sorts(self) -> frozenset[str]:
        """The modifiers that tell it from other instruments, in small letters."""
        return frozenset(t.lower_ for t in self.modifiers if t.pos_ != "ADJ" or not t.is_lower or qualifies(t))

    @property
    def only_a_year(self) -> bool:
        """Whether a year is all the name it has: "the convention of 1885"."""
        after = [token for token in self.sentence.doc[self.head + 1 : self.last + 1] if token.lower_ != "of"]
        return bool(after) and all(token.text.isdigit() for token in after) and not self.modifiers

    @property
    def also_called(self) -> Span | None:
        """Where what it is another name or a description of stands in the same sentence, before it.

        "The Warsaw Treaty, an agreement with Petlura"; "the treaty, known as the Treaty of Kalisch"
        """
        head, called = self.sentence.doc[self.head], self._called_after
        if called is not None:
            return called
        other: Token | None = None
        if head.dep_ == "appos":
            other = head.head
        elif head.dep_ == "attr" and head.head.lemma_ == "be" and not self.named:
            other = next((child for child in head.head.children if child.dep_ == "nsubj"), None)
        if other is None or other.i >= self.first:
            return None
        return self.sentence.span(other, other)

    @property
    def renames(self) -> bool:
        """Whether the words before say that this is one more name: "known as", "called", a bracket."""
        return self._called_after is not None

    @property
    def _called_after(self) -> Span | None:
        doc, i = self.sentence.doc, self.first - 1
        while i > 0 and (doc[i].pos_ == "DET" or doc[i].is_quote or doc[i].lower_ in ("as", "to")):
            i -= 1
        if i > 0 and doc[i].text == "(" and self.named:
            return self.sentence.span(doc[i - 1], doc[i - 1])
        # "(also called …)" is taken for the past tense at times; "the note referred to …" has a subject.
        by_somebody = any(child.dep_ == "nsubj" for child in doc[i].children)
        if i > 0 and doc[i].tag_ in ("VBN", "VBD") and doc[i].lemma_ in words.CALLED and not by_somebody:
            return self.sentence.span(doc[max(0, i - _LONGEST)], doc[i - 1])
        return None

    @property
    def told(self) -> bool:
        """Whether the words tell so much that there is one: with whom it is, what it says, how it came about."""
        if self.plural:
            return False
        for child in self.sentence.doc[self.head].children:
            if child.i > self.last and (child.dep_, child.tag_) in _TELLING:
                return True
            if child.i > self.last and child.lower_ in ("with", "between") and child.dep_ == "prep":
                return any(token.pos_ == "PROPN" for token in child.subtree)
        return False

    @property
    def in_full(self) -> str:
        """The words with all that tells which one is meant: "telegram dated July 25, 1922", "treaty to end the war"."""
        doc, end = self.sentence.doc, self.last
        for child in doc[self.head].children:
            tells = child.dep_ == "prep" or (child.dep_ in ("acl", "relcl") and not self.named)
            if tells and end + 1 in (child.i, child.left_edge.i):
                end = child.right_edge.i
        stop = next((i for i in range(self.last + 1, end + 1) if doc[i].text in _FULL_STOPS), end + 1)
        return doc[
            self._leftmost() : min(stop, self.last + _LONGEST) if stop - self.last <= _LONGEST else self.last + 1
        ].text

    def _leftmost(self) -> int:
        """Where the adjectives and the possessor before it begin."""
        first = self.first
        while (
            first > 0
            and self.sentence.doc[first - 1].dep_ in ("amod", "compound")
            and self.sentence.doc[first - 1].is_alpha
        ):
            first -= 1
        return first

    @property
    def restricted(self) -> bool:
        """Whether words of its own tell which one is meant: "the treaty with Rome", "the only treaty of alliance"."""
        if any(token.lower_ in ("only", "sole", "very") for token in self.modifiers):
            return True
        for child in self.sentence.doc[self.head].children:
            if child.i <= self.last:
                continue
            if child.dep_ == "relcl" and not _after_comma(child, self.last):
                return True
            if child.dep_ == "prep" and child.lower_ in ("with", "between", "among"):
                return True
        return False

    @property
    def subjects_above(self) -> list[Span]:
        """The subjects of the verb above: in "the Treaty of Amity was based on this treaty" the latter is another."""
        below = self.sentence.doc[self.head]
        while below.dep_ in ("dobj", "pobj", "prep", "agent", "conj", "attr") and below.head is not below:
            below = below.head
            if below.pos_ in ("VERB", "AUX"):
                subjects = [child for child in below.children if child.dep_ in ("nsubj", "nsubjpass")]
                return [self.sentence.span(child, child) for child in subjects]
        return []


class Part:
    """An article or other part of an instrument: "Article 4 of the draft"."""

    def __init__(self, sentence: Sentence, first: int, last: int, whole: int | None) -> None:
        """`whole` is the token that begins what it is part of, where the words say it."""
        doc = sentence.doc
        self.sentence, self.first, self.last, self.whole = sentence, first, last, whole
        self.span = sentence.span(doc[first], doc[last])
        self.label = f"{words.PARTS[doc[first].lower_]} {doc[last].text}"


def _is_named(doc: Doc, first: int, head: int, last: int) -> bool:
    """Whether the words are a name of their own: more than a bare "the Treaty" or "the Peace Treaty"."""
    if doc[first : last + 1].text.lower() in words.KNOWN:
        return True
    right = [t for t in doc[head + 1 : last + 1] if t.text[:1].isupper() or t.like_num]
    subjects = [t for t in right if t.lower_ in words.SUBJECTS]
    if len(right) > len(subjects) or len(subjects) > 1:
        return True
    if not doc[head].text[:1].isupper():
        return is_proper(doc, first, head)
    left = [t for t in doc[first:head] if t.text[:1].isupper() and (t.i > 0 or t.pos_ == "PROPN") and is_wordy(t)]
    return any(t.lower_ not in words.SUBJECTS and not qualifies(t) for t in left)


def _determiner(doc: Doc, first: int) -> str:
    """The small word before the phrase; for a possessor ("Turkey's …") it is "its"."""
    for i in range(first - 1, max(-1, first - 4), -1):
        token = doc[i]
        if token.text in ("’s", "'s", "’"):
            return "its"
        if token.lower_ in ("a", "an") and i > 0 and doc[i - 1].lower_ == "such":
            # "Such a treaty" takes up one that was spoken of, and makes none.
            return "such"
        if token.pos_ in ("DET", "PRON") or token.lower_ in words.NEW or token.lower_ in words.POINTING:
            return token.lower_ if token.tag_ != "PRP$" else "its"
        if token.lower_ == "own":
            return "own"
        if token.pos_ not in ("ADJ", "NUM", "ADV", "VERB") and not token.like_num:
            return ""
    return ""


def _after_comma(child: Token, last: int) -> bool:
    return any(t.text == "," for t in child.doc[last + 1 : max(last + 1, child.left_edge.i)]) or (
        child.left_edge.i > 0 and child.doc[child.left_edge.i - 1].text == ","
    )
