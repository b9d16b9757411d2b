"""Where a sentence names or points to an instrument, and with which words.

    "under the draft friendship agreement prepared in Moscow" -> Phrase("draft friendship agreement", noun="agreement")

Reads the nouns of `languages.en.instruments`; which instrument a phrase means is settled by the extractor.
"""

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from dragoman import polities
from dragoman.languages.en import instruments as words
from dragoman.languages.wordlist import wordlist
from dragoman.model import InstrumentKind, Span
from dragoman.syntax import Sentence

_HYPHENS = frozenset("-–‑")
_STOPS_LEFT = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "ADV", "PART", "AUX", "PUNCT", "INTJ"})
_NUMBERS = wordlist("two three four five six seven eight nine ten twelve fourteen twenty-one both")
# "by agreement", "in accord with", "of its own accord": a way of doing things, not an instrument.
_NEVER_BARE = wordlist(
    """
    agreement accord note letter draft declaration convention compact constitution resolution memorial protocol
    charter notes letters declarations conventions proclamation decree dispatch despatch
    """
)
_NO_INSTRUMENT_OF = {"declaration": frozenset({"war"}), "declarations": frozenset({"war"})}
_ASSEMBLIES = wordlist("constitutional national republican democratic party state constituent federal political")
# In lower case these need a proper name or a date beside them: "the Versailles peace", "alliance of 1778".
_LOWER_IF_NAMED = frozenset({"peace", "alliance", "settlement"})
# "A pact outlawing war", "a pact made at Riga", "the pact that ended the war"; "a pact that would end it" may never be.
_TELLING = frozenset({("acl", "VBG"), ("acl", "VBN"), ("relcl", "VBD")})
# Where the words that tell which one is meant come to an end, and how many there may be.
_FULL_STOPS = frozenset(", ; : ( ) -- —".split())
_LONGEST = 12
NONE_GIVEN: Mapping[int, tuple[int, str]] = {}
# Only at these words anything can be found.
_STARTS = frozenset({*words.PARTS, *words.NOUNS, *words.NAMED_ONLY, *(name.partition(" ")[0] for name in words.KNOWN)})


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
        return self.sentence.doc[self.head].tag_ in ("NNS", "NNPS") and self.kind is not InstrumentKind.DECLARATION

    @property
    def name(self) -> str:
        """What to call it in the register: the words without those that only judge it ("uneasy truce")."""
        if self.named:
            return self.called or self.text
        doc = self.sentence.doc
        kept = [t for t in doc[self.first : self.head] if not (t.pos_ == "ADJ" and t.is_lower and not _qualifies(t))]
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
        return frozenset(t.lower_ for t in self.modifiers if t.pos_ != "ADJ" or not t.is_lower or _qualifies(t))

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
        """Whether a clause or a party after it tells which one is meant: "the treaty with Rome"."""
        for child in self.sentence.doc[self.head].children:
            if child.i <= self.last:
                continue
            if child.dep_ == "relcl" and not _after_comma(child, self.last):
                return True
            if child.dep_ == "prep" and child.lower_ in ("with", "between", "among"):
                return True
        return False


class Part:
    """An article or other part of an instrument: "Article 4 of the draft"."""

    def __init__(self, sentence: Sentence, first: int, last: int, whole: int | None) -> None:
        """`whole` is the token that begins what it is part of, where the words say it."""
        doc = sentence.doc
        self.sentence, self.first, self.last, self.whole = sentence, first, last, whole
        self.span = sentence.span(doc[first], doc[last])
        self.label = f"{words.PARTS[doc[first].lower_]} {doc[last].text}"


def phrases_in(sentence: Sentence, given: Mapping[int, tuple[int, str]] = NONE_GIVEN) -> Iterator[Phrase | Part]:
    """The instruments a sentence names or points to, in order, none meeting another.

    `given` are those that a person's own list knows: the first token, and with it the last one and the name.
    """
    doc, taken = sentence.doc, -1
    for token in doc:
        if token.i in given:
            last, called = given[token.i]
            taken = last
            yield Phrase(sentence, token.i, _head(doc, token.i, last), last, called)
            continue
        if token.lower_ not in _STARTS or token.i <= taken:
            continue
        found = _part_at(sentence, token) or _known_at(sentence, token) or _phrase_at(sentence, token)
        if found is not None and found.first > taken and given.keys().isdisjoint(range(found.first, found.last + 1)):
            taken = found.last
            yield found


def _head(doc: Doc, first: int, last: int) -> int:
    """The noun of a given name: one that says what it is, else the last word."""
    nouns = (i for i in range(last, first - 1, -1) if doc[i].lower_ in words.NOUNS or doc[i].lower_ in words.NAMED_ONLY)
    return next(nouns, last)


def _part_at(sentence: Sentence, token: Token) -> Part | None:
    doc = sentence.doc
    if token.lower_ not in words.PARTS or token.i + 1 >= len(doc):
        return None
    number = doc[token.i + 1]
    if not (number.like_num or number.text.isdigit() or _is_roman(number.text)) or not (
        token.is_title or number.text.isdigit()
    ):
        return None
    after = number.i + 1
    of_whole = after < len(doc) - 1 and doc[after].lower_ in ("of", "in")
    return Part(sentence, token.i, number.i, after + 1 if of_whole else None)


def _known_at(sentence: Sentence, token: Token) -> Phrase | None:
    doc = sentence.doc
    if not token.text[:1].isupper():
        return None
    for length in (4, 3, 2):
        if token.i + length <= len(doc) and doc[token.i : token.i + length].text.lower() in words.KNOWN:
            if not doc[token.i + length - 1].text[:1].isupper():
                continue
            follows = doc[token.i + length].lower_ if token.i + length < len(doc) else ""
            if follows in words.NOUNS:
                continue
            return Phrase(sentence, token.i, token.i + length - 1, token.i + length - 1)
    return None


def _phrase_at(sentence: Sentence, token: Token) -> Phrase | None:
    noun = token.lower_
    strong = noun in words.NOUNS
    if not strong and noun not in words.NAMED_ONLY:
        return None
    if not _is_noun(token) or _gives_way(token):
        return None
    doc = sentence.doc
    last = _end(doc, token.i)
    first = _start(doc, token.i)
    phrase = Phrase(sentence, first, token.i, last)
    if phrase.text.lower() in words.NOT_NAMES or doc[first : token.i + 1].text.lower() in words.NOT_NAMES:
        return None
    return phrase if _stands(phrase, token, strong) else None


def _stands(phrase: Phrase, token: Token, strong: bool) -> bool:
    """Whether these words really speak of an instrument."""
    doc, noun = phrase.sentence.doc, phrase.noun
    if noun in _NO_INSTRUMENT_OF and token.i + 2 < len(doc) and doc[token.i + 2].lower_ in _NO_INSTRUMENT_OF[noun]:
        return False
    if noun in ("convention", "conventions") and any(t.lower_ in _ASSEMBLIES for t in phrase.modifiers):
        return False
    if not strong:
        return _stands_by_name(phrase, token)
    if noun in ("modus", "capitulations") and not token.is_title:
        return False
    if noun.startswith("resolution") and token.is_lower and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "of":
        # "the resolution of the Straits question" settles something and is no paper.
        return False
    if token.is_lower and not phrase.determiner and not phrase.plural and noun in _NEVER_BARE:
        return bool(phrase.complement or phrase.sorts - {"mutual", "common", "general", "own"})
    return phrase.determiner != "own"


def _stands_by_name(phrase: Phrase, token: Token) -> bool:
    proper_left = any(t.text[:1].isupper() for t in phrase.modifiers)
    proper_right = any(t.text[:1].isupper() or t.like_num for t in phrase.complement)
    if token.text[:1].isupper():
        follows = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
        if follows is not None and follows.text[:1].isupper() and phrase.last == token.i:
            return False
        if phrase.noun in (
            "order",
            "orders",
            "plan",
            "program",
            "programme",
            "report",
            "league",
            "law",
            "laws",
            "points",
        ):
            return proper_left or (proper_right and phrase.noun.startswith("law"))
        if phrase.noun == "peace":
            return proper_right
        return proper_left or proper_right
    if phrase.noun == "peace":
        return _proper(token.doc, phrase.first, token.i) and token.i - phrase.first < 4
    year = token.i + 2 < len(token.doc) and token.nbor(2).text.isdigit() and token.nbor(1).lower_ == "of"
    return phrase.noun in _LOWER_IF_NAMED and (
        _proper(token.doc, phrase.first, token.i) or year or (phrase.noun == "alliance" and _paired(phrase))
    )


def _paired(phrase: Phrase) -> bool:
    """Whether two peoples stand before the noun: "the Franco-Russian alliance", but not "the French alliance"."""
    doc = phrase.sentence.doc
    return any(token.text in _HYPHENS for token in doc[phrase.first : phrase.head])


def _is_noun(token: Token) -> bool:
    if token.lower_ == "bill" and token.ent_type_ == "PERSON":
        return False
    return token.pos_ in ("NOUN", "PROPN") or (token.text[:1].isupper() and token.i > 0 and token.pos_ != "VERB")


def _gives_way(token: Token) -> bool:
    """Whether the next noun takes over: "treaty negotiations", "draft agreement", "Treaty Organization"."""
    if token.i + 1 >= len(token.doc):
        return False
    follows = token.nbor()
    if follows.text in _HYPHENS and not follows.whitespace_ and not token.whitespace_:
        return token.i + 2 < len(token.doc) and token.nbor(2).is_alpha
    if not follows.is_alpha or follows.lower_ in words.TAKE_OVER_EXCEPT or follows.text in ("No", "Nos"):
        return False
    if token.dep_ in ("compound", "amod", "nmod") and token.head.i > token.i:
        return not _is_roman(follows.text)
    return follows.pos_ == "NOUN" or (token.is_title and follows.text[:1].isupper() and not _is_roman(follows.text))


def _start(doc: Doc, head: int) -> int:
    """The first token of the phrase: modifiers to the left, without determiners, possessors and dates."""
    if doc[head].text[:1].isupper():
        return _start_of_name(doc, head)
    first = head
    for i in range(head - 1, max(-1, head - 8), -1):
        token = doc[i]
        if token.text in _HYPHENS and i > 0 and not token.whitespace_:
            continue
        if token.pos_ in _STOPS_LEFT or token.lower_ in _NUMBERS | words.NEW | {"own"} or token.like_num:
            break
        if token.text[0] in _HYPHENS:
            first = max(0, i - 1)
            continue
        if token.pos_ not in ("ADJ", "NOUN", "PROPN") or (token.tag_ in ("VBN", "VBG") and not _qualifies(token)):
            break
        if not _wordy(token) or not i < token.head.i <= head:
            break
        first = i
    return first


def _start_of_name(doc: Doc, head: int) -> int:
    first = head
    for i in range(head - 1, max(-1, head - 8), -1):
        token = doc[i]
        if token.text in _HYPHENS:
            if i > 0 and not token.whitespace_ and not doc[i - 1].whitespace_:
                continue
            break
        if token.lower_ == "and" and i > 0 and doc[i - 1].lower_ in words.SUBJECTS and doc[i - 1].is_title:
            continue
        if token.text in ("’s", "'s") and i == head - 1 and i > 0 and doc[i - 1].ent_type_ == "PERSON":
            # "Jay's Treaty" is its name; "Turkey's National Pact" is not.
            return i - 1
        named = (
            token.text[:1].isupper()
            and (token.pos_ not in _STOPS_LEFT or (token.text.isupper() and len(token.text) > 1))
            and _wordy(token)
        )
        if not named and not (token.is_lower and _qualifies(token)) and not _is_roman(token.text):
            break
        if token.i == 0 and token.pos_ in ("VERB", "SCONJ"):
            break
        first = i
    return first


def _end(doc: Doc, head: int) -> int:
    """The last token of the phrase: "of Alexandropol", "of Peace and Amity", "No. 2"."""
    after = head + 1
    if after >= len(doc):
        return head
    if doc[after].lower_ in ("no", "no.", "number") and after + 1 < len(doc):
        end = after + 1 if doc[after + 1].text != "." else after + 2
        return end if end < len(doc) and doc[end].like_num else head
    if _is_roman(doc[after].text) and doc[head].text[:1].isupper() and len(doc[after].text) > 1:
        return after
    if doc[after].lower_ in ("of", "on", "for", "concerning", "regarding", "against"):
        return _end_of_complement(doc, head, after)
    return head


def _end_of_complement(doc: Doc, head: int, preposition: int) -> int:
    lower = not doc[head].text[:1].isupper()
    if lower and (doc[preposition].lower_ != "of" or doc[head].lower_ in words.NO_NAME_OF | _LOWER_IF_NAMED):
        return head
    last, i, subject = head, preposition + 1, False
    while i < len(doc) and i - head < 16:
        token = doc[i]
        if token.lower_ in words.SUBJECTS:
            last, subject = i, True
        elif (
            token.text[:1].isupper()
            and token.is_alpha
            and not _opens_date(doc, i)
            and not (subject and _after_and(doc, i))
        ):
            last = i
        elif token.text.isdigit() and last == head and len(token.text) == 4 and i == preposition + 1:
            # "Convention of 1800", "treaty of 1854": the year is all the name it has.
            return i if head == 0 or doc[head - 1].pos_ in ("DET", "ADJ", "PRON", "ADP") else head
        elif not _links(doc, i, head, subject, last):
            break
        i += 1
    return last


def _links(doc: Doc, i: int, head: int, subject: bool, last: int) -> bool:
    """Whether the small word or mark at `i` holds two parts of a name together."""
    token, follows = doc[i], doc[i + 1] if i + 1 < len(doc) else None
    if follows is None:
        return False
    capital = follows.text[:1].isupper()
    if token.text in _HYPHENS or token.text in (".", "’", "'", "’s", "'s"):
        return (
            capital and not doc[i - 1].whitespace_ if token.text in _HYPHENS else capital and len(doc[i - 1].text) < 4
        )
    if token.lower_ in ("and", ",", "or"):
        return subject and (follows.lower_ in words.SUBJECTS or follows.lower_ == "and")
    if token.lower_ in ("the", "of", "for", "on", "de", "la"):
        # "Treaty of the Pyrenees", "Covenant of the League of Nations"; but not "Treaty of Paris of the year before".
        return (
            (capital and not subject and not _opens_date(doc, i + 1))
            or (last == head and token.lower_ == "the" and capital)
            or (
                token.lower_ == "of" and last > head and not subject and follows.lower_ == "the" and doc[i + 2].is_title
                if i + 2 < len(doc)
                else False
            )
        )
    return (
        token.is_lower
        and token.pos_ == "ADJ"
        and subject is False
        and last == head
        and follows.lower_ in words.SUBJECTS
    )


def _after_and(doc: Doc, i: int) -> bool:
    return i > 0 and doc[i - 1].lower_ in ("and", ",")


def _opens_date(doc: Doc, i: int) -> bool:
    return doc[i].ent_type_ == "DATE" and (doc[i].pos_ != "PROPN" or (i + 1 < len(doc) and doc[i + 1].like_num))


def _is_named(doc: Doc, first: int, head: int, last: int) -> bool:
    """Whether the words are a name of their own: more than a bare "the Treaty" or "the Peace Treaty"."""
    if doc[first : last + 1].text.lower() in words.KNOWN:
        return True
    right = [t for t in doc[head + 1 : last + 1] if t.text[:1].isupper() or t.like_num]
    subjects = [t for t in right if t.lower_ in words.SUBJECTS]
    if len(right) > len(subjects) or len(subjects) > 1:
        return True
    if not doc[head].text[:1].isupper():
        return _proper(doc, first, head)
    left = [t for t in doc[first:head] if t.text[:1].isupper() and (t.i > 0 or t.pos_ == "PROPN") and _wordy(t)]
    return any(t.lower_ not in words.SUBJECTS and not _qualifies(t) for t in left)


def _proper(doc: Doc, first: int, head: int) -> bool:
    """Whether a proper noun makes a name: "the Brest-Litovsk treaty"; "the Austrian treaty" is none."""
    proper = [t for t in doc[first:head] if t.pos_ == "PROPN" and t.text[:1].isupper()]
    return any(t.ent_type_ != "NORP" and t.text not in polities.meanings() for t in proper)


def _determiner(doc: Doc, first: int) -> str:
    """The small word before the phrase; for a possessor ("Turkey's …") it is "its"."""
    for i in range(first - 1, max(-1, first - 4), -1):
        token = doc[i]
        if token.text in ("’s", "'s", "’"):
            return "its"
        if token.pos_ in ("DET", "PRON") or token.lower_ in words.NEW or token.lower_ in words.POINTING:
            return token.lower_ if token.tag_ != "PRP$" else "its"
        if token.lower_ == "own":
            return "own"
        if token.pos_ not in ("ADJ", "NUM", "ADV", "VERB") and not token.like_num:
            return ""
    return ""


def _wordy(token: Token) -> bool:
    return any(letter.isalpha() for letter in token.text)


def _qualifies(token: Token) -> bool:
    return token.lower_ in words.QUALIFYING or token.lower_ in words.OTHER_ONE


def _is_roman(text: str) -> bool:
    return bool(text) and all(letter in "IVXLC" for letter in text)


def _after_comma(child: Token, last: int) -> bool:
    return any(t.text == "," for t in child.doc[last + 1 : max(last + 1, child.left_edge.i)]) or (
        child.left_edge.i > 0 and child.doc[child.left_edge.i - 1].text == ","
    )
