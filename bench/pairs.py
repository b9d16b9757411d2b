"""Pairs of accounts with clashes planted in them: how many the whole line finds, and what it makes up.

    python bench/pairs.py bench/pairs [--missed]

Each folder holds a.txt, b.txt and expected.json: what clashes, what both tell, what only seems to clash, by quotes. A
finding counts where it joins assertions on the quotes of both accounts. These texts hold untrue statements: no history.
"""

import argparse
import json
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from dragoman import build
from dragoman.model import Assertion, Finding, Span, Verdict
from dragoman.store import Dossier

CLASHES = frozenset({Verdict.CONTRADICTED, Verdict.IMPOSSIBLE})
AGREES = frozenset({Verdict.CORROBORATED, Verdict.REFINED})
COLUMNS = ("clashes", "found", "made up", "seeming", "called clashes", "told by both", "corroborated")


def main() -> int:
    """Prints a row for each pair and the sum; 2 where the folder holds none."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--missed", action="store_true", help="name what was missed, made up or wrongly called a clash")
    options = parser.parse_args()
    pairs = sorted(path.parent for path in options.folder.glob("*/expected.json"))
    if not pairs:
        print(f"pairs: no pairs in '{options.folder}': give a folder of folders with expected.json", file=sys.stderr)
        return 2
    print(f"{'':22}", *(f"{name:>14}" for name in COLUMNS))
    total: Counter[str] = Counter()
    for pair in pairs:
        figures = Counter(_measured(pair, told=options.missed))
        total.update(figures)
        print(f"{pair.name:22}", *(f"{figures[name]:14}" for name in COLUMNS))
    print(f"{'all':22}", *(f"{total[name]:14}" for name in COLUMNS))
    return 0


def _measured(pair: Path, *, told: bool) -> dict[str, int]:
    expected = json.loads((pair / "expected.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        accounts = Path(folder) / "accounts"
        accounts.mkdir()
        for name in ("a.txt", "b.txt"):
            shutil.copyfile(pair / name, accounts / name)
        build(folder)
        held = _Held(Dossier.open(Path(folder)))
    clashes = [one for one in held.findings if one.verdict in CLASHES and held.joins_two(one)]
    agreed = [one for one in held.findings if one.verdict in AGREES and held.joins_two(one)]
    found = {item["id"]: [one for one in clashes if held.is_about(one, item)] for item in expected["contradictions"]}
    seeming = {item["id"]: [one for one in clashes if held.is_about(one, item)] for item in expected["hard_negatives"]}
    both = [any(held.is_about(one, item) for one in agreed) for item in expected["corroborations"]]
    right = {one.id for ones in found.values() for one in ones}
    if told:
        _tell("missed", (f"{x['id']} {x['kind']}" for x in expected["contradictions"] if not found[x["id"]]))
        _tell("made up", (one.sentence for one in clashes if one.id not in right))
    return {
        "clashes": len(found),
        "found": sum(map(bool, found.values())),
        "made up": sum(1 for one in clashes if one.id not in right),
        "seeming": len(seeming),
        "called clashes": sum(map(bool, seeming.values())),
        "told by both": len(both),
        "corroborated": sum(both),
    }


def _tell(what: str, lines: Iterable[str]) -> None:
    for line in lines:
        print(f"    {what}: {line}")


class _Held:
    """What one dossier says, read whole before its folder goes."""

    def __init__(self, dossier: Dossier) -> None:
        self._said = {one.id: one for one in dossier.assertions}
        self._text = {one.id: (Path(one.name).stem, one.text) for one in dossier.accounts}
        self.findings = list(dossier.findings)

    def joins_two(self, finding: Finding) -> bool:
        return len({one.account for one in self._assertions(finding)}) > 1

    def is_about(self, finding: Finding, item: Mapping[str, Any]) -> bool:
        """Whether it joins assertions that stand on the item's quotes in both accounts."""
        names = {self._text[one.account][0] for one in self._assertions(finding) if self._is_on(one, item)}
        return names == {"a", "b"}

    def _assertions(self, finding: Finding) -> Iterator[Assertion]:
        return (self._said[one] for one in finding.assertions if one in self._said)

    def _is_on(self, one: Assertion, item: Mapping[str, Any]) -> bool:
        name, text = self._text[one.account]
        for quote in item[name]:
            start = text.index(quote)
            shared = min(one.span.end, start + len(quote)) - max(one.span.start, start)
            if shared >= 0.4 * min(len(quote), len(Span(one.span.start, one.span.end))):
                return True
        return False


if __name__ == "__main__":
    raise SystemExit(main())
