"""A telling: an assertion taken apart into what can be compared.

"Bolshevik Russia committed to aid Kemalist Turkey" -> doers {@soviet_russia}, done_to {@turkey}, words {aid …}
"""

import re
from collections.abc import Mapping
from functools import lru_cache

import msgspec
from anyascii import anyascii

from dragoman.comparing import all_sides, bounded, date_of, is_class, is_seat, side_of, sides_of, year_of
from dragoman.languages.en.likeness import ALIKE, COUNTING, EMPTY, MEETINGS, MONTHS, NUMBERS, STOP
from dragoman.model import Assertion, Date, Heading, Kind, Member, Participant, Predicate, Role
from dragoman.polities import surface_at
from dragoman.reconcile.named import folded, numbered

_DOERS = frozenset({Role.AGENT, Role.PARTY, Role.SIGNATORY, Role.DELEGATE, Role.COUNTERPARTY, Role.SUPPORTER})
_DONE_TO = frozenset({Role.TARGET, Role.BENEFICIARY, Role.RECIPIENT, Role.APPOINTEE})
_LANDS = frozenset({Role.TERRITORY, Role.PLACE})
_WORD = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"\b1[0-9]{3}\b|\b20[0-9]{2}\b")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_COUNTED = re.compile(rf"\b({'|'.join(COUNTING)})\b(?=(?:\W+\w+){{0,3}}\W+(?:{'|'.join(MEETINGS)})\b)", re.I)
_COUNTABLE = frozenset({Predicate.NEGOTIATION, Predicate.VIOLENCE})
_LETTERS = 6
_ENDINGS = ("ations", "ation", "ingly", "edly", "ings", "ing", "ions", "ion", "ies", "ed", "es", "ly", "s", "e")


class Telling(msgspec.Struct, frozen=True):
    """An assertion with what is compared; powers are written @key, other things by the id of their heading.

    `events` are the words that name a conference or a war, `around` what the sentences beside it name, `years` the time
    that these tell of. `things` is all that it names, `powers` are those that have a part in it, `named` those that its
    words name. `plural` says that it names a class of instruments, `vague` that it names the doers as a class
    ("both sides"), which fits whomever the other telling names; `when` is the date of the act, `count` the word that
    says which of its sort it is ("first", "new").
    """

    one: Assertion
    instruments: frozenset[str]
    plural: bool
    classes: frozenset[str]
    doers: frozenset[str]
    done_to: frozenset[str]
    lands: frozenset[str]
    events: frozenset[str]
    words: frozenset[str]
    vague: bool
    when: Date | None
    count: str
    around: frozenset[str] = frozenset()
    years: tuple[int, int] | None = None
    things: frozenset[str] = frozenset()
    powers: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()


def telling_of(one: Assertion, by_member: Mapping[Member, Heading], year: int | None) -> Telling:
    """What is compared of an assertion; `year` is that of its account, for an assertion without a date."""
    days = bounded(one.when)
    year = year_of(days[0]) if days is not None else year
    parts: dict[str, set[str]] = {
        slot: set() for slot in ("instruments", "classes", "doers", "done_to", "lands", "events")
    }
    for each in one.participants:
        heading = by_member.get(Member(one.account, each.name))
        if _instrument(each):
            parts["classes"] |= _classes(heading, each.name)
            if not is_class(each.name):
                parts["instruments"].add(heading.id if heading is not None else f"{one.account} “{folded(each.name)}”")
        elif each.role == Role.EVENT:
            parts["events"] |= words_in(each.name, year)
        elif each.role in _DOERS or each.role in _DONE_TO or each.role in _LANDS:
            slot = "doers" if each.role in _DOERS else "done_to" if each.role in _DONE_TO else "lands"
            parts[slot] |= _keys(each, heading, year, one.account)
    slots = {slot: frozenset(names) for slot, names in parts.items()}
    acting, words = slots["doers"] | slots["done_to"], words_of(one, year)
    return Telling(
        one,
        plural=any(is_class(each.name) for each in one.participants if _instrument(each)),
        words=words,
        vague=any(all_sides(each.name) for each in one.participants if each.role in _DOERS),
        when=date_of(one),
        count=_count(one),
        things=slots["instruments"] | acting | slots["lands"],
        powers=_powers(acting),
        named=_powers(words),
        instruments=slots["instruments"],
        classes=slots["classes"],
        doers=slots["doers"],
        done_to=slots["done_to"],
        lands=slots["lands"],
        events=slots["events"],
    )


def _powers(names: frozenset[str]) -> frozenset[str]:
    return frozenset(name for name in names if name.startswith("@"))


def _count(one: Assertion) -> str:
    """Which of its sort it is said to be: "first", "new"; only meetings and campaigns are counted."""
    found = _COUNTED.search(one.quote) if one.predicate in _COUNTABLE else None
    return found[1].casefold() if found else ""


def _instrument(each: Participant) -> bool:
    return each.kind == Kind.INSTRUMENT or each.role == Role.INSTRUMENT


def _classes(heading: Heading | None, name: str) -> set[str]:
    """The classes by year that an instrument stands in, or that a class is: the "treaties of 1778"."""
    if is_class(name):
        return {f"class {year}" for year in _YEAR.findall(name)} or {"class " + folded(name)}
    return {f"class {year_of(heading.earliest)}"} if heading is not None and heading.earliest is not None else set()


def _keys(each: Participant, heading: Heading | None, year: int | None, account: str) -> set[str]:
    """A power acts through its bodies: the Congress of the United States is compared as the United States."""
    if each.kind in (None, Kind.BODY, Kind.POLITY) or each.role in _DONE_TO:
        sides = sides_of(each.name, year)
        if sides:
            return {f"@{side}" for side in sides}
    if each.kind == Kind.PLACE:
        side = side_of(each.name, year)
        if side and not is_seat(each.name, side):
            return {f"@{side}"}
    # What has no heading is nobody that another account could know: "the minister", "peace".
    own = {heading.id if heading is not None else f"{account} “{folded(each.name)}”"}
    # "Louis XIV recognised" in one account is "France recognised" in the other.
    return own | {f"@{side}" for side in sides_of(each.name, year)} if each.kind == Kind.PERSON else own


def words_of(one: Assertion, year: int | None) -> frozenset[str]:
    """The words of the clause that tell one act from another: stems, numbers as digits, powers by their key."""
    return words_in(one.quote, year)


@lru_cache(maxsize=200_000)
def words_in(quote: str, year: int | None) -> frozenset[str]:
    """The stems of a text that are not empty words."""
    quote = numbered(quote)
    found: set[str] = set()
    end = 0
    for word in _WORD.finditer(quote):
        if word.start() < end:
            continue
        surface = surface_at(quote, word.start()) if word[0][0].isupper() else None
        if surface:
            end = word.start() + len(surface)
            found |= {f"@{side}" for side in sides_of(surface, year)}
        else:
            found.add(_stem(anyascii(word[0]).casefold()))
    return frozenset(found - {""})


@lru_cache(maxsize=1)
def _alike() -> dict[str, str]:
    return {_cut(word): _cut(first) for word, first in ALIKE.items()}


def _stem(word: str) -> str:
    ordinal = _ORDINAL.fullmatch(word)
    if ordinal:
        return ordinal[1]
    if word in NUMBERS:
        return NUMBERS[word]
    if word in EMPTY or word in STOP or word in MONTHS or (len(word) < 3 and not word.isdigit()):
        return ""
    stem = _cut(word)
    return _alike().get(stem, stem)


def _cut(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)][:_LETTERS]
    return word[:_LETTERS]
