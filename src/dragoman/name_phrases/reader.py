"""A sentence while its names are found: what was taken, and how far a name reaches.

reader.take(first, last, Kind.PERSON, 9, "title")
"""

from typing import NamedTuple

from spacy.tokens import Token

from dragoman import polities
from dragoman.languages.en import actors as words
from dragoman.model import Kind, Span
from dragoman.name_phrases.tokens import HYPHENS, NO_NAME, before, ends_a_given_name, is_capital, opens_sentence
from dragoman.polities import Use
from dragoman.syntax import Sentence


class Name(NamedTuple):
    """Words that name something: the kind they speak for, how strongly (0 to 10), and why.

    `where` tells that they stand where a place would, `placed` how strongly the gazetteer speaks for a place.
    """

    span: Span
    text: str
    kind: Kind | None
    weight: int
    why: str
    where: bool = False
    placed: int = 0


class Reader:
    """One sentence while its names are found; each pass takes only words that none took before."""

    def __init__(self, sentence: Sentence, claimed: set[int], year: int | None) -> None:
        self.sentence, self.doc, self.year = sentence, list(sentence.doc), year
        self.taken = set(claimed)
        self.found: list[Name] = []

    def take(self, first: int, last: int, kind: Kind | None, weight: int, why: str, placed: int = 0) -> None:
        """Keep the words from `first` to `last` as a name."""
        self.taken.update(range(first, last + 1))
        doc = self.doc
        where = first > 0 and before(doc, first).lower_ in words.WHERE_FOR_TOWNS
        span = self.sentence.span(doc[first], doc[last])
        self.found.append(Name(span, self.sentence.doc[first : last + 1].text, kind, weight, why, where, placed))

    def free(self, first: int, last: int) -> bool:
        """Whether no pass took any of these words."""
        return self.taken.isdisjoint(range(first, last + 1))

    def left(self, head: int, lower: bool) -> int:
        """The first token of the name that ends in `head`; `lower` lets small adjectives stand between."""
        doc, first = self.doc, head
        for i in range(head - 1, max(-1, head - 7), -1):
            token = doc[i]
            if i in self.taken:
                break
            if token.text in HYPHENS and i > 0 and not token.whitespace_ and not doc[i - 1].whitespace_:
                continue
            if token.text in ("’s", "'s", "’", "'") and i == head - 1 and i > 0 and doc[i - 1].lower_ == "people":
                continue
            if (is_capital(token) and token.pos_ not in NO_NAME and not opens_sentence(token)) or (
                token.text in ("’s", "'s", "’")
                and i > 0
                and doc[i - 1].text in ("People", "Workers", "Commissars", "King", "Queen")
            ):
                if first == i + 1 and _is_two(token, doc[first]):
                    break
                first = i
            elif not (lower and token.is_lower and token.pos_ in ("ADJ", "NOUN") and token.is_alpha):
                break
        return first

    def right(self, head: int, links: tuple[str, ...]) -> int:
        """The last token of the name that begins with `head`: "of the RSFSR", "of Foreign Affairs"."""
        doc, last, i = self.doc, head, head + 1
        while i + 1 < len(doc) and doc[i].lower_ in links and i not in self.taken:
            j = i + 1
            if doc[j].lower_ == "the" and j + 1 < len(doc):
                j += 1
            if not is_capital(doc[j]) or j in self.taken or doc[j].ent_type_ == "DATE":
                break
            end = self.run(j)
            if not self.free(j, end):
                break
            last, i = end, end + 1
        return last

    def run(self, start: int) -> int:
        """The last token of a run of capitalised words."""
        doc, end = self.doc, start
        surface = polities.surface_at(self.sentence.flow.text, doc[start].idx)
        reach = doc[start].idx + len(surface) if surface else 0
        for i in range(start + 1, min(len(doc), start + 9)):
            token = doc[i]
            if token.idx < reach or (is_capital(token) and token.pos_ not in NO_NAME and i not in self.taken):
                end = i
            elif (token.text in HYPHENS and not token.whitespace_ and not doc[i - 1].whitespace_) or (
                token.lower_ in words.PARTICLES
                and i + 1 < len(doc)
                # "Ponce de León", and "Aix-la-Chapelle"
                and (is_capital(doc[i + 1]) or (doc[i - 1].text in HYPHENS and doc[i + 1].text in HYPHENS))
            ):
                continue
            elif i - start > 2 and ends_a_given_name(doc, i):
                end = i
            else:
                break
        return end


def _is_two(country: Token, people: Token) -> bool:
    """ "Promised Turkey Soviet gold": a country and a people side by side are two names."""
    meanings = polities.meanings()
    uses = {one.use for one in meanings.get(country.text, ())}
    others = {one.use for one in meanings.get(people.text, ())}
    return uses == {Use.NAME} and bool(others) and others.isdisjoint({Use.NAME, Use.SEAT})
