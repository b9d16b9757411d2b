"""Who made an instrument, as far as the words beside it tell.

"a treaty between Russia and Persia"  -> "Russia", "Persia"
"the Anglo-Japanese Alliance"         -> "United Kingdom", "Japan"
"Sweden and Denmark signed it"        -> "Sweden", "Denmark"
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from dragoman import polities
from dragoman.instrument_phrases.phrase import Phrase
from dragoman.languages.en import instruments as words
from dragoman.polities import Use

_BINDING = frozenset({"with", "between", "among"})


def parties_of(phrase: Phrase, year: int | None = None) -> tuple[str, ...]:
    """The powers that made it, each once, in the order of the text."""
    doc = phrase.sentence.doc
    head = doc[phrase.head]
    found = [*_paired(phrase, year)]
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in _BINDING:
            found += _named(phrase, child.subtree, year)
    found += _signatories(phrase, head, year)
    return tuple(dict.fromkeys(found))


def is_of_powers(phrase: Phrase) -> bool:
    """Whether nothing but its powers stands before its noun: "the Anglo-American Convention"."""
    left = [token for token in phrase.modifiers if token.text[:1].isupper()]
    return bool(left) and all(token.lower_ in words.HALVES or token.text in polities.meanings() for token in left)


def _paired(phrase: Phrase, year: int | None) -> Iterator[str]:
    """Two peoples joined by a hyphen before the noun; one alone ("the Turkish treaty") may be the other side."""
    doc = phrase.sentence.doc
    left = doc[phrase.first : phrase.head]
    if any(token.text in ("-", "–", "‑") for token in left):
        pieces = [token for token in left if token.text[:1].isupper()]
        powers = [_power(phrase, token, year) for token in pieces]
        if sum(power is not None for power in powers) > 1:
            yield from (power for power in powers if power is not None)


def _power(phrase: Phrase, token: Token, year: int | None) -> str | None:
    """The name of the power that a half of "Anglo-Japanese" means."""
    known = words.HALVES.get(token.lower_) or token.text
    key = polities.key_of(known, year) if known in polities.meanings() else None
    return polities.polities()[key].name if key else None


def _named(phrase: Phrase, tokens: Iterable[Token], year: int | None) -> Iterator[str]:
    """The powers named among these words; a people stands for its power."""
    text, reach = phrase.sentence.flow.text, 0
    for token in tokens:
        if token.dep_ in ("relcl", "acl", "advcl"):
            return
        surface = polities.surface_at(text, token.idx) if token.idx >= reach and token.text[:1].isupper() else None
        if surface is None:
            continue
        reach = token.idx + len(surface)
        uses = {one.use for one in polities.meanings()[surface]}
        key = polities.key_of(surface, year)
        if Use.NAME in uses or key is None:
            yield surface
        elif Use.SEAT not in uses:
            yield polities.polities()[key].name


def _signatories(phrase: Phrase, head: Token, year: int | None) -> Iterator[str]:
    """Those who sign it in this sentence, where it is really signed."""
    verb = head.head
    if head.dep_ not in ("dobj", "nsubjpass") or verb.lemma_ not in words.SIGNING or _only_meant(verb):
        return
    for child in verb.children:
        if (
            child.dep_ == "nsubj"
            or child.dep_ == "agent"
            or (child.dep_ == "prep" and child.lower_ in (*_BINDING, "by"))
        ):
            yield from _named(phrase, child.subtree, year)


def _only_meant(verb: Token) -> bool:
    return verb.dep_ == "xcomp" or any(child.dep_ == "neg" or child.tag_ in ("MD", "TO") for child in verb.children)
