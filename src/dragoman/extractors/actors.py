"""Actors and places by name: persons, bodies, polities, and the names that are where and not who.

    "Soviet Foreign Commissar Georgy Chicherin" -> Mention(PERSON, "Georgy Chicherin")
    "Ankara refused" -> Mention(POLITY, "Ankara")     "in Ankara" -> Mention(PLACE, "Ankara")

What a sentence names is read by `name_phrases`; what kind a bare name is, and its fullest form, the account decides:
one sense for one name.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from dragoman.languages.en import actors as words
from dragoman.lore import NAMES, standing_in
from dragoman.model import Kind, Mention, Span, Testimony
from dragoman.name_phrases import Name, holders, names_in, set_beside
from dragoman.syntax import Sentence, sentences_of

_CLAIM = (Kind.INSTRUMENT, Kind.DATE)
_OF_ITS_OWN = words.PLACE_NOUNS | words.BODIES | words.GROUPS
# How strongly the gazetteer speaks for a name of its table of the period.
_OF_THE_PERIOD = 4


def extract(so_far: Testimony) -> Iterator[Mention]:
    """The actors, places and named events of an account in the order of the text."""
    year = _year_of(so_far)
    claims = sorted(mention.span for mention in so_far.mentions if mention.kind in _CLAIM)
    known = [one for one in _known(so_far, year) if not any(claim.meets(one.span) for claim in claims)]
    yield from known
    claims = sorted((*claims, *(one.span for one in known)))
    starts = [span.start for span in claims]
    found: list[Name] = []
    for sentence in sentences_of(so_far):
        lo = bisect_left(starts, sentence.where.start)
        hi = bisect_left(starts, sentence.where.end)
        found += names_in(sentence, _tokens_of(sentence, claims[lo:hi]), year)
    beside = set_beside(so_far.account.text, found)
    found = [
        name._replace(kind=Kind.PERSON, weight=8, why="beside an office")
        if name.span in beside and name.kind is not Kind.PERSON
        else name
        for name in found
    ]
    kinds = _kinds(found)
    full = _full_names(name.text for name in found if _kind_of(name, kinds) is Kind.PERSON)
    persons = frozenset(name.span for name in found if _kind_of(name, kinds) is Kind.PERSON)
    held = holders(so_far.account.text, found, persons)
    for name in found:
        kind = _kind_of(name, kinds)
        if kind is not None:
            holder = held.get(name.span, name).text
            called = full.get(holder, holder) if kind is Kind.PERSON else name.text
            yield Mention(name.span, kind, called, why=name.why)


def _known(so_far: Testimony, year: int | None) -> Iterator[Mention]:
    """The names that a person brought along, as they stand in the sentences."""
    ours = [one for one in so_far.lore.known if one.kind is not Kind.INSTRUMENT]
    starts = [sentence.where.start for sentence in sentences_of(so_far)] if ours else []
    for one in standing_in(so_far.account.text, ours, year):
        at = bisect_right(starts, one.span.start) - 1
        if at < 0 or not sentences_of(so_far)[at].where.covers(one.span):
            continue
        after = re.match(r"\s+(\w+)", so_far.account.text[one.span.end : one.span.end + 40])
        # "Kars" is a place, "Kars province" another, the "Kars delegation" a body.
        if one.known.kind not in (Kind.PLACE, Kind.POLITY) or after is None or after[1].casefold() not in _OF_ITS_OWN:
            yield Mention(one.span, one.known.kind, one.known.name, why=NAMES)


def _tokens_of(sentence: Sentence, claims: list[Span]) -> set[int]:
    if not claims:
        return set()
    return {token.i for token in sentence.doc if any(claim.meets(sentence.span(token, token)) for claim in claims)}


def _year_of(so_far: Testimony) -> int | None:
    """The year the account is about: the middle one of its dates; None if it has none."""
    years = sorted(
        int(mention.date.edtf[:4])
        for mention in so_far.mentions
        if mention.date is not None and mention.date.edtf[:4].isdigit()
    )
    return years[len(years) // 2] if years else None


def _kinds(found: Sequence[Name]) -> dict[str, Kind]:
    """The one sense of each name: what most and the strongest of its mentions speak for."""
    votes: dict[str, Counter[Kind]] = {}
    for name in found:
        if name.placed:
            votes.setdefault(name.text, Counter())[Kind.PLACE] += name.placed
        if name.kind is None:
            continue
        votes.setdefault(name.text, Counter())[name.kind] += name.weight
        parts = name.text.split()
        if name.weight >= 8 and name.kind is Kind.PERSON:
            # "Georgy Chicherin" speaks for "Chicherin" too, "Congress of Vienna" for "Congress".
            votes.setdefault(parts[-1], Counter())[Kind.PERSON] += name.weight
        elif name.weight >= 8 and name.kind is Kind.EVENT:
            votes.setdefault(parts[0], Counter())[Kind.EVENT] += name.weight
    for text, spoken in _namesakes_of_towns(found).items():
        votes[text][Kind.PERSON] += spoken
    return {text: counted.most_common(1)[0][0] for text, counted in votes.items()}


def _namesakes_of_towns(found: Sequence[Name]) -> Counter[str]:
    """Names of small towns that stand three times and more, and hardly ever where a place would: Hardenberg the man."""
    count, where = Counter[str](), Counter[str]()
    for name in found:
        if 0 < name.placed < _OF_THE_PERIOD:
            count[name.text] += 1
            where[name.text] += name.where
    return Counter({text: 3 * n for text, n in count.items() if n > 2 and where[text] <= 0.2 * n})


def _kind_of(name: Name, kinds: dict[str, Kind]) -> Kind | None:
    if name.kind is not None and name.weight >= 6:
        return name.kind
    kind = kinds.get(name.text, name.kind)
    if kind in (Kind.POLITY, Kind.PLACE) and name.where:
        return Kind.PLACE
    return kind


def _full_names(names: Iterable[str]) -> dict[str, str]:
    """For each form of a person's name the fullest the account has, where only one person can be meant."""
    by_surname: dict[str, set[str]] = {}
    by_part: dict[str, set[str]] = {}
    every = dict.fromkeys(names)
    for name in every:
        parts = name.split()
        if len(parts) > 1:
            by_surname.setdefault(parts[-1], set()).add(name)
            for part in parts[:-1]:
                by_part.setdefault(part, set()).add(name)
    return {name: _fullest(name, by_surname, by_part) for name in every}


def _fullest(name: str, by_surname: dict[str, set[str]], by_part: dict[str, set[str]]) -> str:
    parts = name.split()
    same = by_surname.get(parts[-1], set())
    if len(parts) > 1:
        same = {other for other in same if other[0] == name[0]}
    elif not same:
        same = by_part.get(name, set())
    initials = {other[0] for other in same}
    if not same or len(initials) > 1:
        return name
    return max(same, key=lambda other: (not other.split()[0].endswith("."), len(other), other))
