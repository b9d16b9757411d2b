"""Acts upon a class of instruments, brought to every instrument that is of the class.

"all treaties between Tsarist Russia and Turkey are cancelled" reaches the Treaty of Kuchuk Kainarji of 1774

With the act comes what is told of the instrument that carries it: an unsigned draft cancels nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.comparing import bounded, covers, date_of, is_class, is_paper, sides_of, year_of
from dragoman.model import Assertion, Heading, Kind, Member, Predicate, Role, Testimony
from dragoman.polities import polities

_UPON_A_CLASS = frozenset({Predicate.ANNULMENT, Predicate.NON_RECOGNITION})
_BETWEEN = (Role.PARTY, Role.COUNTERPARTY, Role.TARGET, Role.BENEFICIARY)
_CONCLUDING = frozenset({Predicate.SIGNATURE, Predicate.RATIFICATION, Predicate.ENTRY_INTO_FORCE})
_CONCLUDED_BY = (Role.PARTY, Role.AGENT, Role.SIGNATORY, Role.COUNTERPARTY)


def class_acts(testimonies: Sequence[Testimony], by_member: Mapping[Member, Heading]) -> dict[str, list[Assertion]]:
    """For each instrument (the id of its heading) the acts upon a class it is of, and what tells whether they stand."""
    acts = [one for each in testimonies for one in each.assertions if one.predicate in _UPON_A_CLASS and _class(one)]
    if not acts:
        return {}
    parties = _parties(testimonies, by_member)
    concluded = _concluded(testimonies, by_member)
    instruments = {heading.id: heading for heading in by_member.values() if heading.kind == Kind.INSTRUMENT}
    found: dict[str, list[Assertion]] = {}
    for heading in instruments.values():
        for one in acts:
            if _reaches(one, heading, parties.get(heading.id, frozenset())):
                carriers = [by_member.get(Member(one.account, name)) for name in carriers_of(one)]
                proof = [each for carrier in carriers if carrier is not None for each in concluded.get(carrier.id, ())]
                found.setdefault(heading.id, []).extend((one, *proof))
    return found


def carriers_of(one: Assertion) -> tuple[str, ...]:
    """The instruments by which it is done: named beside the class, or the paper that says so."""
    named = [p.name for p in one.of(Role.INSTRUMENT) if not is_class(p.name)]
    said = [voice.who for voice in one.attribution.voices if is_paper(voice.who)]
    return tuple(dict.fromkeys((*named, *said)))


def _class(one: Assertion) -> str:
    return next((p.name for p in one.of(Role.INSTRUMENT, Role.TARGET) if is_class(p.name)), "")


def _reaches(one: Assertion, heading: Heading, parties: frozenset[str]) -> bool:
    name = _class(one)
    if is_class(heading.label) or any(member.name == name for member in heading.members):
        return False
    if covers(name, heading.label, heading.earliest):
        return True
    day = bounded(date_of(one))
    if heading.earliest is None or (day is not None and heading.earliest > day[1]):
        return False
    # What is cancelled between two powers was concluded between them, or by those they came after.
    sides = {
        side
        for text in (name, *(p.name for p in one.of(*_BETWEEN) if not is_class(p.name)))
        for side in _sides(text, one)
    }
    return len(sides) > 1 and all(_lineage(side) & parties for side in sides)


def _sides(name: str, one: Assertion) -> frozenset[str]:
    days = bounded(date_of(one))
    return sides_of(name, year_of(days[0]) if days is not None else None)


def _lineage(side: str) -> set[str]:
    """A power and those it came after."""
    found = {side}
    while before := {key for key, polity in polities().items() if polity.successor in found} - found:
        found |= before
    return found


def _parties(testimonies: Iterable[Testimony], by_member: Mapping[Member, Heading]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for heading, name in _named_parties(testimonies, by_member):
        year = year_of(heading.earliest) if heading.earliest is not None else None
        found[heading.id] |= sides_of(name, year)
    return {ident: frozenset(sides) for ident, sides in found.items()}


def _named_parties(
    testimonies: Iterable[Testimony], by_member: Mapping[Member, Heading]
) -> Iterator[tuple[Heading, str]]:
    for each in testimonies:
        for instrument in each.instruments:
            heading = by_member.get(Member(each.account.id, instrument.name))
            if heading is not None:
                yield from ((heading, name) for name in instrument.parties)
        for one in each.assertions:
            if one.predicate in _CONCLUDING:
                for instrument_name in (p.name for p in one.of(Role.INSTRUMENT)):
                    heading = by_member.get(Member(one.account, instrument_name))
                    if heading is not None:
                        yield from ((heading, p.name) for p in one.of(*_CONCLUDED_BY))


def _concluded(testimonies: Iterable[Testimony], by_member: Mapping[Member, Heading]) -> dict[str, list[Assertion]]:
    found: dict[str, list[Assertion]] = defaultdict(list)
    for each in testimonies:
        for one in each.assertions:
            if one.predicate in _CONCLUDING:
                for p in one.of(Role.INSTRUMENT):
                    heading = by_member.get(Member(one.account, p.name))
                    if heading is not None:
                        found[heading.id].append(one)
    return found
