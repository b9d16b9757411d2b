"""How an instrument stands on a day, account by account, as a word and a colour.

states_of(shelves, heading, day) -> (State("signed", "signed", ("A", "C"), …), State("drafted", "draft", ("B",), …))
"""

from collections import defaultdict

import msgspec
from msgspec.structs import replace

from dragoman.model import AccountId, Assertion, Finding, Heading, Kind, Modality, Polarity, Predicate, Topic
from dragoman.rules.standing import standing_in_accounts
from dragoman.web.room import Shelves, kept

# Of an instrument of which thousands speak, so many assertions are heard; where many instruments are drawn, so few.
HEARD, FEW_HEARD = 200, 24
# The colour of a state, by the last step that an account tells of.
_FAMILIES = {
    Predicate.NEGOTIATION: "draft",
    Predicate.DRAFT: "draft",
    Predicate.ACCEPTANCE: "draft",
    Predicate.SIGNATURE: "signed",
    Predicate.RATIFICATION: "force",
    Predicate.ENTRY_INTO_FORCE: "force",
    Predicate.ANNULMENT: "ended",
    Predicate.NON_RECOGNITION: "refused",
}
FAMILY_LABELS = {
    "draft": "negotiated or drafted",
    "signed": "signed",
    "force": "ratified, in force",
    "ended": "annulled, expired, replaced",
    "refused": "not signed, not recognised",
    "meant": "only meant to be",
    "silent": "no account says",
}


class State(msgspec.Struct, frozen=True):
    """A state and the accounts that give it; `said` is the act it rests on in the first of them."""

    words: str
    family: str
    sigla: tuple[str, ...]
    said: Assertion | None = None


def states_of(shelves: Shelves, heading: Heading, day: int | None, most: int = HEARD) -> tuple[State, ...]:
    """The states that the accounts give it on that day (None: in the end), each with who gives it.

    They are taken from the first so many assertions that speak of it.
    """
    return _states_of(shelves, shelves.heard_at, heading, day, most) if heading.kind is Kind.INSTRUMENT else ()


@kept(2048)
def _states_of(
    shelves: Shelves, heard: tuple[int, int], heading: Heading, day: int | None, most: int
) -> tuple[State, ...]:
    del heard  # found anew when somebody has judged
    held: dict[tuple[str, str], list[tuple[str, Assertion]]] = defaultdict(list)
    for account, finding in standing_in_accounts(_topic(shelves, shelves.heard_at, heading, most), day):
        said = shelves.assertions.get(finding.assertions[-1])
        if said and not _too_late(heading, said, day):
            held[_words(finding, heading), _family(said)].append((shelves.sigla[account], said))
    return tuple(
        State(words, family, tuple(siglum for siglum, _ in who), who[0][1]) for (words, family), who in held.items()
    )


@kept(512)
def _topic(shelves: Shelves, heard: tuple[int, int], heading: Heading, most: int) -> Topic:
    """What is said of it, of a thing much spoken of only the first; without other headings: no parties are drawn."""
    del heard
    said = tuple(one for one in shelves.said_of(heading, "", 0, most) if shelves.stands(one))
    places = {shelves.places[one.account] for one in said}
    members = shelves.dossier.catalogue.members_in(heading.id, places)
    names = tuple((AccountId(one), shelves.sigla[one]) for one in dict.fromkeys(each.account for each in said))
    return Topic(replace(heading, members=members), said, names=names)


def heard_in_part(shelves: Shelves, heading: Heading, most: int = HEARD) -> bool:
    """Whether more is said of it than its states are taken from."""
    spoken = shelves.dossier.catalogue.spoken(heading.id)
    return spoken is not None and spoken.times > most


def _too_late(heading: Heading, said: Assertion, day: int | None) -> bool:
    """An act without a date cannot have come before the instrument itself was dated."""
    undated = said.when is None or said.when.earliest is None
    return day is not None and undated and heading.earliest is not None and heading.earliest > day


def _words(finding: Finding, heading: Heading) -> str:
    """ "Treaty of Kars: signed (1921-10-13), says a" -> "signed"."""
    return finding.sentence.removeprefix(f"{heading.label}: ").split(", says ")[0].split(" (")[0]


def _family(said: Assertion) -> str:
    if said.polarity is not Polarity.POS:
        return "refused"
    return _FAMILIES[said.predicate] if said.modality is Modality.ACTUAL else "meant"


def kinds_of_state(states: tuple[State, ...]) -> tuple[str, ...]:
    """The colours of these states, one each; "silent" where there is none."""
    return tuple(dict.fromkeys(one.family for one in states)) or ("silent",)
