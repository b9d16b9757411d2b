"""The repository itself: locks without addresses, no trace of the machine it was written on, licences we may use.

A lock holds "name==version" and hashes; where a package comes from is each user's own setting.
"""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
NPM_LOCK = ROOT / "frontend" / "package-lock.json"

# Put together here, so that this file does not hold what it forbids.
DOT = r"\."
HOSTS = re.compile(
    "|".join(
        [
            "pypi" + DOT + "org",
            "pythonhosted" + DOT + "org",
            "registry" + DOT + "[a-z]+js" + DOT,
            "unpkg" + DOT + "com",
            "jsdelivr" + DOT,
            "cdnjs" + DOT,
            "esm" + DOT + "sh",
            "//cdn" + DOT,
            "fonts" + DOT + "g(oogleapis|static)" + DOT,
            "files" + DOT + "pythonhosted",
            "hugging" + "face" + DOT + "co/",
        ]
    )
)
MACHINE_PATHS = re.compile(r"(?<![\w.}>*-])/(?:" + "|".join(["work", "root", "home", "Users"]) + r")/\w")
ADDRESS = re.compile(r"https?://")
# Under these a user of dragoman would have to publish his own work.
COPYLEFT = re.compile(r"\bA?GPL|GNU (Affero )?General Public", re.IGNORECASE)
LESSER = re.compile(r"LGPL|GNU Lesser|GNU Library", re.IGNORECASE)


def tracked() -> Iterator[tuple[str, str]]:
    """Every file git knows here that is text, by name and content."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git work tree, so there is no list of tracked files")
    for name in filter(None, listed.decode().split("\0")):
        path = ROOT / name
        if path.is_file():
            content = path.read_bytes()
            if b"\0" not in content[:8000]:
                yield name, content.decode("utf-8", errors="replace")


def lines_that_hold(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, content in tracked()
        for number, line in enumerate(content.splitlines(), 1)
        if pattern.search(line)
    ]


def requirements(lock: Path) -> list[str]:
    """Each requirement of a lock file with its hashes on one line; a package may be there once for each system."""
    joined = re.sub(r"\\\n", " ", lock.read_text(encoding="utf-8"))
    return [line.strip() for line in joined.splitlines() if line.strip() and not line.startswith("#")]


def names(lines: Iterable[str]) -> set[str]:
    return {re.split(r"[=<>!~ ;\[]", line)[0].lower() for line in lines}


def licence_of(name: str) -> str:
    """What a package says its licence is: SPDX expression, else classifiers, else the first line of the field."""
    about = metadata.metadata(name)
    for expression in about.get_all("License-Expression") or []:
        return str(expression)
    classifiers = [line for line in about.get_all("Classifier") or [] if line.startswith("License ::")]
    if classifiers:
        return " OR ".join(line.rpartition("::")[2].strip() for line in classifiers)
    return "".join(about.get_all("License") or []).strip().partition("\n")[0]


def may_be_had_without(pattern: re.Pattern[str], licence: str) -> bool:
    """Of "MIT AND (BSD OR LGPL)" each part must offer a choice that the pattern does not match."""
    parts = re.split(r"\s+AND\s+", licence)
    return all(any(not pattern.search(choice) for choice in re.split(r"\s+OR\s+", part)) for part in parts)


def installed(lock: Path) -> Iterator[str]:
    for name in sorted(names(requirements(lock))):
        try:
            metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # for another system or another Python
        yield name


def test_there_are_locks_to_look_at() -> None:
    assert {lock.name for lock in LOCKS} >= {"runtime.txt", "dev.txt", "uv.txt", "node.txt"}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_locked_requirement_has_one_version_and_a_hash(lock: Path) -> None:
    pinned = re.compile(r"^[\w.\[\],-]+==\S+.*--hash=sha256:[0-9a-f]{64}")
    found = requirements(lock)
    assert found
    assert [line for line in found if not pinned.search(line)] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_no_lock_holds_an_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert not ADDRESS.search(text)
    assert not re.search(r"^\s*(-i|-f|--index-url|--extra-index-url|--find-links)\b", text, re.MULTILINE)
    assert not re.search(r" @ |file:|git\+", text)


def test_npm_lock_has_hashes_and_no_address() -> None:
    text = NPM_LOCK.read_text(encoding="utf-8")
    packages = {name: held for name, held in json.loads(text)["packages"].items() if name}
    assert packages
    assert [name for name, held in packages.items() if not held.get("integrity", "").startswith("sha512-")] == []
    assert [name for name, held in packages.items() if "resolved" in held] == []
    assert not ADDRESS.search(text)


def test_the_locks_are_of_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [
        *project["project"]["dependencies"],
        *project["build-system"]["requires"],
        *project["dependency-groups"]["dev"],
    ]
    assert names(asked) - names(requirements(ROOT / "requirements" / "dev.txt")) == set()


def test_what_users_install_is_what_was_tested() -> None:
    tested, shipped = (requirements(ROOT / "requirements" / name) for name in ("dev.txt", "runtime.txt"))
    assert set(map(version, shipped)) - set(map(version, tested)) == set()


def version(line: str) -> str:
    return line.split()[0]


def test_no_file_names_a_registry_or_a_cdn() -> None:
    assert lines_that_hold(HOSTS) == []


def test_no_file_holds_a_path_of_somebodys_machine() -> None:
    assert lines_that_hold(MACHINE_PATHS) == []


def test_web_libraries_and_environments_are_not_committed() -> None:
    made = ("src/dragoman/web/static/vendor/", ".venv/", "frontend/node_modules/", "dist/")
    assert [name for name, _ in tracked() if name.startswith(made)] == []


def test_no_dependency_binds_its_users() -> None:
    """The GPL and AGPL nowhere; the LGPL only in tests, which nobody is handed."""
    everything = {name: licence_of(name) for name in installed(ROOT / "requirements" / "dev.txt")}
    assert len(everything) > 20
    strict = re.compile(rf"(?<!L){COPYLEFT.pattern}", re.IGNORECASE)
    assert {name: has for name, has in everything.items() if not may_be_had_without(strict, has)} == {}
    runtime = {name: everything[name] for name in installed(ROOT / "requirements" / "runtime.txt")}
    assert {name: has for name, has in runtime.items() if not may_be_had_without(LESSER, has)} == {}


def test_every_dependency_says_what_its_licence_is() -> None:
    assert [name for name in installed(ROOT / "requirements" / "dev.txt") if not licence_of(name)] == []
