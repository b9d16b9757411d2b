"""The sentences of an account with the names that stand in each.

for sentence, names in sentences_with_names(testimony): ...
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.model import Kind, Mention, Testimony
from dragoman.syntax import Sentence, sentences_of


@dataclass(frozen=True)
class Names:
    """The mentions of one sentence, by the number of each token they cover."""

    sentence: Sentence
    by_token: Mapping[int, tuple[Mention, ...]]

    def at(self, token: Token) -> tuple[Mention, ...]:
        """The mentions that cover this token; several where a plural points to several things."""
        return self.by_token.get(token.i, ())

    def instruments_at(self, token: Token) -> tuple[Mention, ...]:
        """The instruments among them."""
        return tuple(mention for mention in self.at(token) if mention.kind == Kind.INSTRUMENT)

    def company(self, token: Token) -> frozenset[str]:
        """How the table of acts sees this word: its lemma and the kinds of what it names."""
        kinds = (f"@{sort}" for mention in self.at(token) for sort in _sorts(mention.kind))
        return frozenset({token.lemma_.lower(), *kinds})


def _sorts(kind: Kind) -> tuple[str, ...]:
    return (kind.name, "ACTOR") if kind.acts else (kind.name,)


def sentences_with_names(so_far: Testimony) -> Iterator[tuple[Sentence, Names]]:
    """Each parsed sentence with the mentions in it; both run once through the text."""
    mentions = sorted(so_far.mentions, key=lambda mention: mention.span)
    position = 0
    for sentence in sentences_of(so_far):
        while position < len(mentions) and mentions[position].span.end <= sentence.where.start:
            position += 1
        upto = position
        while upto < len(mentions) and mentions[upto].span.start < sentence.where.end:
            upto += 1
        yield sentence, Names(sentence, _by_token(sentence, mentions[position:upto]))


def _by_token(sentence: Sentence, mentions: Sequence[Mention]) -> dict[int, tuple[Mention, ...]]:
    covered: dict[int, tuple[Mention, ...]] = {}
    for mention in mentions:
        for token in sentence.tokens_in(mention.span):
            covered[token.i] = (*covered.get(token.i, ()), mention)
    return covered
