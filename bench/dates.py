"""How well dates are read: WikiWars, the Moscow accounts, and the speed.

    python bench/dates.py BENCH_DIR                       tables of everything in a folder of *_docs.jsonl, *_gold.jsonl
    python bench/dates.py DOCS.jsonl --out PRED.jsonl     one line an expression, for the scorer

BENCH_DIR holds score_timex.py, which does the scoring.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from dragoman.dates import dates_in, timexes


def main() -> None:
    """Predict one file, or print the tables of a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, help="a folder of the bench, or a DOCS.jsonl")
    parser.add_argument("--out", type=Path, help="where the predictions of one file go")
    parser.add_argument(
        "--ranges", choices=("two", "dash"), default="two", help="whether 1920-1921 is two TIMEX3 or one"
    )
    parser.add_argument("--only", help="passed on to the scorer: the documents to score")
    parser.add_argument("--errors", type=int, default=0, help="passed on to the scorer: how many errors to list")
    given = parser.parse_args()
    if given.path.is_dir():
        _tables(given.path, given)
    else:
        _write(given.path, given.out, given.ranges)


def _tables(folder: Path, given: argparse.Namespace) -> None:
    for docs in sorted(folder.glob("*_docs.jsonl")):
        gold = docs.with_name(docs.name.replace("_docs", "_gold"))
        ranges = "dash" if '"edtf"' in gold.read_text(encoding="utf-8") else given.ranges
        with tempfile.TemporaryDirectory() as scratch:
            predicted = Path(scratch) / "predicted.jsonl"
            _write(docs, predicted, ranges)
            print(f"== {docs.stem.removesuffix('_docs')} (ranges: {ranges})", flush=True)
            options = ["--docs", str(docs), "--errors", str(given.errors)] + (
                ["--only", given.only] if given.only else []
            )
            subprocess.run(
                [sys.executable, str(folder / "score_timex.py"), str(gold), str(predicted), *options], check=True
            )
        print(_speed(docs))


def _write(docs: Path, out: Path, ranges: str) -> None:
    lines = [json.dumps(row, ensure_ascii=False) for doc in _read(docs) for row in _rows(doc, ranges)]
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _rows(doc: dict[str, str], ranges: str) -> Iterator[dict[str, object]]:
    dates = dates_in(doc["text"], published=doc.get("dct"))
    for date in timexes(dates, split_dashes=ranges == "two"):
        yield {
            "doc_id": doc["doc_id"], "start": date.span.start, "end": date.span.end, "type": date.timex_type,
            "value": date.timex_value, "edtf": date.edtf, "text": date.text,
        }  # fmt: skip


def _speed(docs: Path) -> str:
    texts = [doc["text"] for doc in _read(docs)]
    size = sum(len(text.encode()) for text in texts)
    rounds = max(1, 600_000 // size)
    began = time.process_time()
    for _ in range(rounds):
        for text in texts:
            dates_in(text)
    return f"speed    {rounds * size / 1e6 / (time.process_time() - began):.2f} MB/s of {size} bytes, one core, warm"


def _read(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    main()
