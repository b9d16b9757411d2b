"""The wheel, as a stranger meets it: built from the sdist, put into an empty environment, and its pages loaded.

Nothing of the work tree may be needed: the commands run in an empty folder with an environment of their own.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tarfile
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CLI = ROOT / "src" / "dragoman" / "cli"
ACCOUNT = """The conference of Moscow

In August 1920 the delegations initialled a draft treaty in Moscow. No treaty was signed at the time.
The Treaty of Moscow was signed on 16 March 1921.
"""
PATIENCE = 120  # seconds for a first page on a slow machine

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CLI.exists(), reason="there is no command line yet: src/dragoman/cli"),
    pytest.mark.xdist_group("wheel"),
]


def run(*command: str | Path, cwd: Path = ROOT) -> str:
    """What a command printed; a failed one fails the test with all that it said."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=clean_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=600,
    )
    assert done.returncode == 0, f"{command} ended with {done.returncode}:\n{done.stdout}"
    return done.stdout


def clean_environment() -> dict[str, str]:
    """This environment without what would let the work tree shine through, or open a browser."""
    leaks = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "CONDA_PREFIX"}
    return {**{name: value for name, value in os.environ.items() if name not in leaks}, "BROWSER": "true"}


@pytest.fixture(scope="module")
def uv() -> str:
    beside = Path(sys.executable).parent / "uv"
    found = shutil.which("uv") or (str(beside) if beside.exists() else None)
    if not found:
        pytest.skip("uv is neither on the machine nor in the environment: run `make setup`")
    return found


@pytest.fixture(scope="module")
def built(uv: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel that was built from that sdist."""
    into = tmp_path_factory.mktemp("dist")
    run(uv, "build", "--quiet", "--no-build-isolation", "--python", sys.executable, "--out-dir", into, ROOT)
    return into


@pytest.fixture(scope="module")
def installed(uv: str, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of an empty environment that holds the wheel and the locked requirements, and no more."""
    venv = tmp_path_factory.mktemp("stranger") / "venv"
    bin_folder = venv / ("Scripts" if os.name == "nt" else "bin")
    run(uv, "venv", "--quiet", "--python", sys.executable, venv)
    install = [uv, "pip", "install", "--quiet", "--python", str(bin_folder / "python")]
    run(*install, "--require-hashes", "-r", ROOT / "requirements" / "runtime.txt")
    run(*install, "--no-deps", next(built.glob("*.whl")))
    return bin_folder


@contextmanager
def served(*command: str | Path, cwd: Path) -> Iterator[str]:
    """The address that a command serves, `dragoman serve` or `dragoman demo`; ended when the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = cwd.parent / "serve.log"
    with log.open("w") as out:
        server = subprocess.Popen(
            [*map(str, command), "--port", str(port)],
            cwd=cwd,
            env=clean_environment(),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(address, server, log)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=30)


def wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        assert server.poll() is None, f"{server.args!r} ended with {server.returncode}:\n{log.read_text()}"
        try:
            with urllib.request.urlopen(address + "/", timeout=10):
                return
        except urllib.error.HTTPError:
            return  # it answers; the test says whether rightly
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"no page within {PATIENCE} s:\n{log.read_text()}")


def status(address: str) -> int:
    return page(address)[0]


def page(address: str) -> tuple[int, str]:
    """The status of an answer and what it says."""
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            return int(answer.status), answer.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode()


def test_the_wheel_holds_the_web_libraries_and_their_licences(built: Path) -> None:
    names = set(zipfile.ZipFile(next(built.glob("*.whl"))).namelist())
    vendor = "dragoman/web/static/vendor/"
    assert {vendor + name for name in ("htmx.min.js", "countries-50m.json", "countries-110m.json")} <= names
    assert {vendor + f"licenses/{name}/LICENSE" for name in ("htmx.org", "world-atlas")} <= names
    assert not [name for name in names if "node_modules" in name or name.startswith(("tests/", "bench/"))]
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_wheel_holds_every_file_of_the_package(built: Path) -> None:
    """Data files are as much the program as its modules: SQL, templates, tables, and the examples of the demo."""
    names = set(zipfile.ZipFile(next(built.glob("*.whl"))).namelist())
    tracked = ["git", "ls-files", "src/dragoman", "examples"]
    listed = subprocess.run(tracked, cwd=ROOT, capture_output=True, text=True, check=True)
    here = [name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]
    inside = {name.removeprefix("src/") if name.startswith("src/") else f"dragoman/{name}" for name in here}
    assert inside - names == set()


def test_the_wheel_holds_the_world_list(built: Path) -> None:
    infos = {info.filename: info for info in zipfile.ZipFile(next(built.glob("*.whl"))).infolist()}
    data = "dragoman/gazetteer/data/"
    assert infos[data + "world.marisa"].file_size > 1_000_000
    assert infos[data + "world.sqlite"].file_size > 10_000_000


def test_the_sdist_leaves_out_what_a_build_makes(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        names = sdist.getnames()
    assert not [name for name in names if "node_modules" in name or "/vendor/" in name or "/gazetteer/data/" in name]
    assert [name for name in names if name.endswith("gazetteer/compile.py")]
    assert [name for name in names if name.endswith("frontend/package-lock.json")]


def test_a_stranger_builds_a_dossier_and_loads_its_pages(installed: Path, tmp_path: Path) -> None:
    dragoman = installed / "dragoman"
    run(dragoman, "init", "my-dossier", cwd=tmp_path)
    dossier = tmp_path / "my-dossier"
    (dossier / "accounts" / "moscow.txt").write_text(ACCOUNT, encoding="utf-8")
    run(dragoman, "build", cwd=dossier)
    with served(dragoman, "serve", cwd=dossier) as address:
        assert status(address + "/") == 200
        assert status(address + "/static/vendor/htmx.min.js") == 200


def test_a_stranger_sees_the_example(installed: Path, tmp_path: Path) -> None:
    """The demo finds its accounts and the towns they name in what was installed, and shows them."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with served(installed / "dragoman", "demo", "--no-browser", cwd=elsewhere) as address:
        answered, shown = page(address + "/")
        assert answered == 200
        assert "Moscow" in shown
    assert list(elsewhere.iterdir()) == []


def test_a_stranger_finds_a_town(installed: Path, tmp_path: Path) -> None:
    asked = "from dragoman.gazetteer import world; print(world.named('arbroath')[0].country)"
    assert run(installed / "python", "-c", asked, cwd=tmp_path).strip() == "GB"
