"""Three small accounts of the frontier between Russia and Japan, in our own words, built once for all tests that read.

`built` is the folder of the dossier and may only be read; `bench` is a copy of it that a test may change.
"""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from dragoman.edtf import bounds
from dragoman.model import (
    AUTHOR,
    Account,
    AccountId,
    Assertion,
    Attribution,
    Basis,
    Date,
    Evidence,
    Instrument,
    InstrumentKind,
    Kind,
    Modality,
    Participant,
    Polarity,
    Predicate,
    Provenance,
    Role,
    Span,
    Testimony,
    Voice,
    digest,
)

# How long an example takes is the machine's affair: a busy one must not fail a law that holds.
hypothesis.settings.register_profile("any machine", deadline=None)
hypothesis.settings.load_profile("any machine")

ESSAY = """The frontier in the Kuriles

The Treaty of Shimoda was signed on 7 February 1855. It left the island of Sakhalin undivided. Russia demanded the whole
of Sakhalin, but Japan rejected the demand.

The Russian government drafted a convention in 1872. This draft was not signed. The Treaty of Saint Petersburg was based
on the draft convention of 1872. The Treaty of Saint Petersburg was signed on 7 May 1875. Japan ceded Sakhalin to
Russia. Russia ceded the Kurile Islands to Japan. Japan ratified the treaty in August 1875.

Enomoto reported that Russia wanted the island for a penal colony.
"""
HANDBOOK = """JAPAN

The Treaty of Shimoda was signed on 7 February 1855 by Putiatin for Russia. Not all the Russian demands were accepted.

The draft convention of 1872 was drawn up on the basis of the Treaty of Saint Petersburg of 1875. The Treaty of Saint
Petersburg was signed on 9 May 1875 by Enomoto and Gorchakov. Under the treaty Japan ceded Sakhalin to Russia. Russia
promised Japan the Kurile Islands. If the treaty lapsed, Japan would occupy the south of the island.
"""
PAGE = """<!doctype html>
<html lang="en"><head><title>An island for an archipelago</title><meta name="author" content="R. Halden"></head>
<body><nav><a href="/">Home</a> <a href="/maps">Maps</a></nav>
<article><h1>An island for an archipelago</h1>
<p>In 1855 the Treaty of Shimoda was signed at a temple in the town of that name, and Russian ships were admitted to
three Japanese harbours. Japan and Russia negotiated for twenty years about the frontier that it had left open in the
north.</p>
<p>The Treaty of Saint Petersburg was signed on 7 May 1875. Russia ceded the Kurile Islands to Japan, and Japan
recognised the Russian claim to Sakhalin. The treaty was never annulled by the Meiji government, though a war ended what
it had settled thirty years later.</p></article>
<footer>Subscribe to our letter</footer></body></html>
"""
ACCOUNTS: Mapping[str, str] = {"essay.txt": ESSAY, "handbook.txt": HANDBOOK, "page.html": PAGE}


def dossier_of(folder: Path, accounts: Mapping[str, str]) -> Path:
    """A dossier's folder with these files in it, not built yet."""
    (folder / "accounts").mkdir(parents=True)
    for name, text in accounts.items():
        (folder / "accounts" / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def accounts() -> Mapping[str, str]:
    """The files by name."""
    return ACCOUNTS


@pytest.fixture(scope="session")
def founded() -> Callable[[Path, Mapping[str, str]], Path]:
    """Makes a dossier's folder of files by name."""
    return dossier_of


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The three accounts, built; not to be changed."""
    from dragoman.pipeline import build

    folder = dossier_of(tmp_path_factory.mktemp("dossier") / "kuriles", ACCOUNTS)
    build(folder).close()
    return folder


@pytest.fixture
def bench(built: Path, tmp_path: Path) -> Path:
    """A copy of the built dossier, to be changed."""
    return Path(shutil.copytree(built, tmp_path / "kuriles"))


# ---- accounts made by hand: `act` says one thing, `told` puts what one account says together -------------------------

_KINDS = {
    Role.INSTRUMENT: Kind.INSTRUMENT,
    Role.SUBJECT: Kind.INSTRUMENT,
    Role.OBJECT: Kind.INSTRUMENT,
    Role.PLACE: Kind.PLACE,
    Role.TERRITORY: Kind.PLACE,
    Role.EVENT: Kind.EVENT,
}


def dated(edtf: str, basis: Basis = Basis.EXPLICIT) -> Date:
    """A date with its bounds."""
    earliest, latest = bounds(edtf)
    return Date(Span(0, 0), edtf, edtf, earliest, latest, basis=basis)


def _act(predicate: str, quote: str, when: str = "", *, basis: Basis = Basis.EXPLICIT, **more: Any) -> dict[str, Any]:
    """One thing said: participants by role (several as a tuple); `polarity`, `modality`, `says`, `subtype` as words.

    `persons` are the names that are persons'.
    """
    return {"predicate": predicate, "quote": quote, "when": when, "basis": basis, **more}


def _told(name: str, *said: dict[str, Any], instruments: tuple[Instrument, ...] = (), text: str = "") -> Testimony:
    text = text or ". ".join(str(one["quote"]) for one in said)
    account = AccountId(name)
    drafted = []
    for number, one in enumerate(said):
        start = text.index(one["quote"])
        span = Span(start, start + len(one["quote"]))
        drafted.append(
            Assertion(
                digest(name, str(number), one["quote"]),
                account,
                Predicate(one["predicate"]),
                tuple(_participants(one)),
                (Evidence(account, span, one["quote"]),),
                dated(one["when"], one["basis"]) if one["when"] else None,
                Polarity(one.get("polarity", "pos")),
                Modality(one.get("modality", "actual")),
                Attribution((Voice(one["says"]),)) if "says" in one else AUTHOR,
                subtype=one.get("subtype", ""),
                confidence=0.9,
            )
        )
    known = {instrument.name for instrument in instruments}
    more = dict.fromkeys(
        p.name for one in drafted for p in one.participants if p.kind == Kind.INSTRUMENT and p.name not in known
    )
    register = (*instruments, *(Instrument(each, _kind(each)) for each in more))
    return Testimony(
        Account(account, name, name, text, (), Provenance(), "text", ""),
        instruments=register,
        assertions=tuple(drafted),
    )


def _kind(name: str) -> InstrumentKind:
    words = name.casefold().split()
    return next((kind for kind in (InstrumentKind.DRAFT, *InstrumentKind) if kind in words), InstrumentKind.OTHER)


def _participants(one: dict[str, Any]) -> list[Participant]:
    found = []
    for role in Role:
        names = one.get(str(role), ())
        for name in (names,) if isinstance(names, str) else names:
            kind = Kind.PERSON if name in one.get("persons", ()) else _KINDS.get(role, Kind.POLITY)
            found.append(Participant(role, name, None, kind))
    return found


@pytest.fixture
def act() -> Callable[..., dict[str, Any]]:
    """Says one thing."""
    return _act


@pytest.fixture
def told() -> Callable[..., Testimony]:
    """Puts what one account says together."""
    return _told
