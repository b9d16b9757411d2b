"""A picture of every page, light and dark, wide and narrow, to be looked at by a person.

    python bench/screens.py [DOSSIER] [--out screenshots]

Without a dossier the example is built and shown. Prints what was taken, and every complaint of the browser.
"""

import argparse
import shutil
import tempfile
from pathlib import Path

from dragoman import build
from dragoman.store import Dossier
from dragoman.web.reporting import write
from reading_room import chromium, pages_of, served

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "moscow-1920"


def main() -> int:
    """Takes the pictures; 1 where the browser complained."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("dossier", type=Path, nargs="?")
    parser.add_argument("--out", type=Path, default=Path("screenshots"))
    parser.add_argument("--schemes", nargs="+", default=["light", "dark"])
    parser.add_argument("--widths", type=int, nargs="+", default=[1280, 420])
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as kitchen:
        folder = options.dossier or _example(Path(kitchen))
        return _taken(folder, options, Path(kitchen))


def _example(kitchen: Path) -> Path:
    shutil.copytree(EXAMPLE, kitchen / EXAMPLE.name)
    build(kitchen / EXAMPLE.name)
    return kitchen / EXAMPLE.name


def _taken(folder: Path, options: argparse.Namespace, kitchen: Path) -> int:
    complaints: list[str] = []
    write(Dossier.open(folder), kitchen / "report.html")
    with served(folder) as home, chromium() as browser:
        pages = {name: home + address for name, address in pages_of(folder).items()}
        pages["report"] = (kitchen / "report.html").as_uri()
        for scheme in options.schemes:
            for width in options.widths:
                context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
                page = context.new_page()
                page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
                page.on("pageerror", lambda error: complaints.append(str(error)))
                for name, address in pages.items():
                    page.goto(address)
                    page.wait_for_load_state("networkidle")
                    file = options.out / f"{name}-{scheme}-{width}.png"
                    page.screenshot(path=file, full_page=True)
                    print(file)
                context.close()
    for complaint in complaints:
        print(f"the browser complains: {complaint}")
    return 1 if complaints else 0


if __name__ == "__main__":
    raise SystemExit(main())
