"""Testimonies by the thousand, distinct and skewed as real ones are, to see that reconcile and rules stay linear.

    python bench/make_dossier.py [--accounts 500 1000 2000] [--seed 1]

A few treaties are told by many accounts and most by few; dates, names and words vary from account to account, and one
account in fifty is wrong about something. Prints assertions, seconds of one core, microseconds per assertion and peak
memory.
"""

import argparse
import random
import resource
import time
from collections.abc import Iterator

from dragoman.edtf import bounds
from dragoman.model import (
    Account,
    AccountId,
    Assertion,
    Date,
    Evidence,
    Instrument,
    InstrumentKind,
    Kind,
    Participant,
    Predicate,
    Provenance,
    Role,
    Span,
    Testimony,
    digest,
)
from dragoman.polities import polities
from dragoman.reconcile import reconcile, topics_of
from dragoman.rules import RULES

SYLLABLES = (
    "ka",
    "ro",
    "vin",
    "mel",
    "tas",
    "dor",
    "pe",
    "lu",
    "gra",
    "shi",
    "bern",
    "ost",
    "al",
    "ny",
    "quer",
    "zim",
    "fa",
    "hol",
)
_ASIDES = (
    "after long debate", "to general surprise", "in the presence of the court", "against the advice of the generals",
    "while the roads were still closed", "at the second attempt", "without ceremony", "under the eyes of the press",
)  # fmt: skip
_ACTS = (
    (Predicate.NEGOTIATION, "{a} and {b} negotiated the {t} {x}", 0),
    (Predicate.SIGNATURE, "the {t} was signed by {a} and {b} {x} on {d}", 60),
    (Predicate.RATIFICATION, "{a} ratified the {t} {x} on {d}", 150),
    (Predicate.CESSION, "under the {t} {a} ceded {p} to {b} {x}", 60),
    (Predicate.COMMITMENT, "{b} promised {a} aid against its neighbours {x}", 60),
    (Predicate.OCCUPATION, "troops of {b} occupied {p} {x} in {y}", 400),
)


def main() -> None:
    """Builds and concludes at each size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--accounts", type=int, nargs="+", default=[500, 1000, 2000])
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print("accounts assertions headings findings   reconcile  topics   rules  us/assertion  peak MB")
    for count in options.accounts:
        testimonies = list(testimonies_of(count, options.seed))
        said = sum(len(one.assertions) for one in testimonies)
        began = time.process_time()
        concordance = reconcile(testimonies)
        joined = time.process_time()
        topics = topics_of(testimonies, concordance)
        cut = time.process_time()
        found = sum(1 for topic in topics for find in RULES for _ in find(topic))
        ended = time.process_time()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{count:8} {said:10} {len(concordance.headings):8} {found:8} {joined - began:10.1f}s {cut - joined:6.1f}s"
            f" {ended - cut:6.1f}s {(ended - began) / said * 1e6:13.0f} {peak:8}"
        )


def testimonies_of(count: int, seed: int = 1) -> Iterator[Testimony]:
    """So many accounts, each of some treaties; how many treaties there are grows with the accounts."""
    chance = random.Random(seed)
    treaties = [_treaty(chance) for _ in range(max(5, count // 2))]
    # Zipf: the tenth treaty is told a tenth as often as the first.
    weights = [1 / (rank + 1) for rank in range(len(treaties))]
    for number in range(count):
        yield _testimony(f"account{number:06}", chance, chance.choices(treaties, weights, k=3))


def _treaty(chance: random.Random) -> dict[str, str]:
    powers = [polity.name for polity in polities().values()]
    one, other = chance.sample(powers, 2)
    year = str(chance.randint(1650, 1990))
    day = {"y": year, "m": f"{chance.randint(1, 10):02}", "day": f"{chance.randint(1, 28):02}"}
    return {"a": one, "b": other, "t": f"Treaty of {_name(chance)}", "p": _name(chance)} | day


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=3)).capitalize()


def _testimony(name: str, chance: random.Random, treaties: list[dict[str, str]]) -> Testimony:
    account = AccountId(name)
    text = ""
    said = []
    for treaty in treaties:
        for predicate, pattern, later in chance.sample(_ACTS, k=4):
            year = int(treaty["y"]) + later // 365 + (chance.random() < 0.02)
            when = (
                f"{year}-{treaty['m']}-{treaty['day']}" if "{d}" in pattern else str(year) if "{y}" in pattern else ""
            )
            quote = pattern.format(**(treaty | {"d": when, "x": chance.choice(_ASIDES)}))
            said.append(_assertion(account, predicate, quote, len(text), when, treaty))
            text += quote + ". "
    register = tuple(Instrument(one["t"], InstrumentKind.TREATY) for one in treaties)
    return Testimony(
        Account(account, name, name, text, (), Provenance(), "text", ""), instruments=register, assertions=tuple(said)
    )


def _assertion(
    account: AccountId, predicate: Predicate, quote: str, start: int, when: str, treaty: dict[str, str]
) -> Assertion:
    participants = [
        Participant(Role.AGENT, treaty["a"], None, Kind.POLITY),
        Participant(Role.BENEFICIARY, treaty["b"], None, Kind.POLITY),
    ]
    if treaty["t"] in quote:
        participants.append(Participant(Role.INSTRUMENT, treaty["t"], None, Kind.INSTRUMENT))
    if treaty["p"] in quote:
        participants.append(Participant(Role.TERRITORY, treaty["p"], None, Kind.PLACE))
    span = Span(start, start + len(quote))
    date = Date(span, when, when, *bounds(when)) if when else None
    ident = digest(account, str(start), quote)
    return Assertion(ident, account, predicate, tuple(participants), (Evidence(account, span, quote),), date)


if __name__ == "__main__":
    main()
