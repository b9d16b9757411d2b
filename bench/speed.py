"""Speed of the whole build beside the bare spaCy pipeline, on the same distinct texts, in one run.

    python bench/speed.py TEXTS_DIR [--words 60000] [--cores 1] [--hands rules]

The model is loaded on both sides. The build uses the machine as it does for everybody: where there are several cores
and enough texts, several processes; spaCy is one. `--cores 1` keeps both to one core. The ratio is what counts:
machines are noisy.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from dragoman import build
from dragoman.model import Hands
from dragoman.syntax import model


def main() -> int:
    """Prints words a second of both, and the ratio; 2 when there are no texts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("texts", type=Path)
    parser.add_argument("--words", type=int, default=60_000)
    parser.add_argument("--cores", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--hands", type=Hands, choices=list(Hands), default=Hands.BOTH, help="who drafts")
    options = parser.parse_args()
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: options.cores])
    paths, words = _chosen(options.texts, options.words)
    if not paths:
        print(f"speed: no texts in '{options.texts}': give a folder with .txt files", file=sys.stderr)
        return 2
    texts = [path.read_text(encoding="utf-8") for path in paths]
    model()("The model is loaded now.")
    bare = ours = float("inf")
    for _ in range(2):
        began = time.perf_counter()
        for _doc in model().pipe((part for text in texts for part in text.split("\n\n")), batch_size=64):
            pass
        bare = min(bare, time.perf_counter() - began)
        ours = min(ours, _build(paths, options.hands))
    print(f"{len(paths)} texts, {words} words, {len(os.sched_getaffinity(0))} cores")
    print(f"bare spaCy pipeline {words / bare:10.0f} words/s")
    print(f"the whole build     {words / ours:10.0f} words/s")
    print(f"ratio               {bare / ours:10.2f}")
    return 0


def _chosen(folder: Path, most: int) -> tuple[list[Path], int]:
    paths, words = [], 0
    for path in sorted(folder.glob("*.txt")):
        if words < most:
            paths.append(path)
            words += len(path.read_text(encoding="utf-8").split())
    return paths, words


def _build(paths: list[Path], hands: Hands) -> float:
    with tempfile.TemporaryDirectory() as folder:
        accounts = Path(folder) / "accounts"
        accounts.mkdir()
        for path in paths:
            shutil.copyfile(path, accounts / path.name)
        began = time.perf_counter()
        build(folder, hands=hands)
        return time.perf_counter() - began


if __name__ == "__main__":
    raise SystemExit(main())
