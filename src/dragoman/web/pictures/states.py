"""How an instrument stands on a day, account by account, as a word and a colour.

states_of(shelves, heading, day) -> (State("signed", "signed", ("A", "C"), …), State("drafted", "draft", ("B",), …))
"""

from collections import defaultdict
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from dragoman.model import AccountId, Assertion, Finding, Heading, Modality, Polarity, Predicate, Topic, digest
from dragoman.rules.standing import standing_of
from dragoman.web.room import Shelves

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


def states_of(shelves: Shelves, heading: Heading, day: int | None) -> tuple[State, ...]:
    """The states that the accounts give it on that day (None: in the end), each with who gives it."""
    return _states_of(shelves, shelves.heard_at, heading, day)


@lru_cache(maxsize=2048)
def _states_of(shelves: Shelves, heard: tuple[int, int], heading: Heading, day: int | None) -> tuple[State, ...]:
    del heard  # found anew when somebody has judged
    held: dict[tuple[str, str], list[tuple[str, Assertion]]] = defaultdict(list)
    for account, spoken in _by_account(shelves, heading).items():
        # Account by account, and without the other headings: the states of parties, which need those, are not drawn.
        members = tuple(one for one in heading.members if one.account == account)
        topic = Topic(replace(heading, members=members), tuple(spoken), names=((account, shelves.sigla[account]),))
        for finding in standing_of(topic, day):
            said = shelves.assertions[finding.assertions[-1]] if finding.assertions else None
            if said and finding.id == digest("standing", heading.id, account, "") and not _too_late(heading, said, day):
                held[_words(finding, heading), _family(said)].append((shelves.sigla[account], said))
    return tuple(
        State(words, family, tuple(siglum for siglum, _ in who), who[0][1]) for (words, family), who in held.items()
    )


def _by_account(shelves: Shelves, heading: Heading) -> dict[AccountId, list[Assertion]]:
    """What each account says of it, in the order of the accounts."""
    found: dict[AccountId, list[Assertion]] = defaultdict(list)
    for one in shelves.mentions_of.get(heading.id, ()):
        if shelves.stands(one):
            found[one.account].append(one)
    return found


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
