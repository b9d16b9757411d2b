"""Three small accounts of the frontier between Russia and Japan, in our own words, built once for all tests that read.

`built` is the folder of the dossier and may only be read; `bench` is a copy of it that a test may change.
"""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

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
