"""Where a sentence names or points to an instrument, and with which words.

    "under the draft friendship agreement prepared in Moscow" -> Phrase("draft friendship agreement", noun="agreement")

Reads the nouns of `languages.en.instruments`; which instrument a phrase means is settled by the extractor.
"""

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from dragoman.instrument_phrases.extents import end, start
from dragoman.instrument_phrases.phrase import Part, Phrase
from dragoman.instrument_phrases.tokens import (
    CALLED_AFTER,
    HYPHENS,
    LOWER_IF_NAMED,
    is_peace_of_a_town,
    is_proper,
    is_roman,
)
from dragoman.languages.en import instruments as words
from dragoman.languages.wordlist import wordlist
from dragoman.syntax import Sentence

__all__ = ["NONE_GIVEN", "Part", "Phrase", "phrases_in"]

# "by agreement", "in accord with", "of its own accord": a way of doing things, not an instrument.
_NEVER_BARE = wordlist(
    """
    agreement accord note letter draft declaration convention compact constitution resolution memorial protocol
    charter notes letters declarations conventions proclamation decree dispatch despatch
    """
)
_NO_INSTRUMENT_OF = {"declaration": frozenset({"war"}), "declarations": frozenset({"war"})}
_ASSEMBLIES = wordlist("constitutional national republican democratic party state constituent federal political")
# "The Quadruple Alliance Powers" are its members.
_MEMBERS = wordlist("powers power states members nations countries governments")
NONE_GIVEN: Mapping[int, tuple[int, str]] = {}
# Only at these words anything can be found.
_STARTS = frozenset({*words.PARTS, *words.NOUNS, *words.NAMED_ONLY, *(name.partition(" ")[0] for name in words.KNOWN)})


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
    if not (number.like_num or number.text.isdigit() or is_roman(number.text)) or not (
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
            if follows in words.NOUNS or follows in _MEMBERS:
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
    last = end(doc, token.i)
    first = start(doc, token.i)
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
    if noun in ("exchange", "exchanges"):
        return phrase.last > token.i
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
        # "The General Act … the Act": a capital makes a name of the noun alone.
        return proper_left or proper_right or (phrase.noun in words.SHORT and phrase.determiner in words.POINTING)
    if phrase.noun == "peace":
        return is_peace_of_a_town(token) or (is_proper(token.doc, phrase.first, token.i) and token.i - phrase.first < 4)
    year = token.i + 2 < len(token.doc) and token.nbor(2).text.isdigit() and token.nbor(1).lower_ == "of"
    if phrase.noun in CALLED_AFTER:
        return phrase.determiner in words.POINTING and is_proper(token.doc, phrase.first, token.i)
    return phrase.noun in LOWER_IF_NAMED and (
        is_proper(token.doc, phrase.first, token.i) or year or (phrase.noun == "alliance" and _paired(phrase))
    )


def _paired(phrase: Phrase) -> bool:
    """Whether two peoples stand before the noun: "the Franco-Russian alliance", but not "the French alliance"."""
    doc = phrase.sentence.doc
    return any(token.text in HYPHENS for token in doc[phrase.first : phrase.head])


def _is_noun(token: Token) -> bool:
    if token.lower_ == "bill" and token.ent_type_ == "PERSON":
        return False
    return token.pos_ in ("NOUN", "PROPN") or (token.text[:1].isupper() and token.i > 0 and token.pos_ != "VERB")


def _gives_way(token: Token) -> bool:
    """Whether the next noun takes over: "treaty negotiations", "draft agreement", "Treaty Organization"."""
    if token.i + 1 >= len(token.doc):
        return False
    follows = token.nbor()
    if follows.text in HYPHENS and not follows.whitespace_ and not token.whitespace_:
        return token.i + 2 < len(token.doc) and token.nbor(2).is_alpha
    if not follows.is_alpha or follows.lower_ in words.TAKE_OVER_EXCEPT or follows.text in ("No", "Nos"):
        return False
    if token.dep_ in ("compound", "amod", "nmod") and token.head.i > token.i:
        return not is_roman(follows.text)
    return follows.pos_ == "NOUN" or (token.is_title and follows.text[:1].isupper() and not is_roman(follows.text))
