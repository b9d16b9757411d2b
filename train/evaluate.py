"""What the exported reader is worth on a folder of annotated texts, by a scorer given by its path.

python train/evaluate.py FOLDER --scorer score.py --weights DIR [--docs held-out.json] [--by kind]
"""

import argparse
import importlib.util
import json
import pathlib
import re
import time
from collections import defaultdict
from collections.abc import Sequence

from dragoman.dates import dates_in
from dragoman.learned.reader import LearnedReader, Reading
from dragoman.model import Date
from dragoman.training.calibrating import reader_in
from dragoman.training.sentences import sentences_of

FIGURES = [
    "events_typed",
    "events_untyped",
    "participants",
    "participants_on_matched",
    "date_lenient",
    "date_strict",
    "polarity_negative",
    "attribution_reported",
]
PLAIN = [
    "participant_role_accuracy",
    "polarity_accuracy_on_matched",
    "modality_accuracy_on_matched",
    "attribution_accuracy_on_matched",
]


def date_written(span: tuple[int, int] | None, dates: Sequence[Date]) -> str | None:
    """What the program's own date finder makes of the words."""
    over = [d for d in dates if span and d.span.start < span[1] and span[0] < d.span.end and d.edtf]
    return over[0].edtf if over else None


def prediction(name: str, text: str, r: Reading, dates: Sequence[Date]) -> dict:
    return dict(
        doc_id=name,
        type=r.act,
        start=r.evidence[0],
        end=r.evidence[1],
        participants=[dict(surface=text[s:e], role=role) for role, s, e, _ in r.roles],
        date=date_written(r.date, dates),
        polarity=r.polarity,
        modality=r.modality,
        attribution=text[slice(*r.source)] if r.reported and r.source else "author",
    )


def predictions(reader: LearnedReader, folder: pathlib.Path, names: list[str]) -> tuple[list[dict], float]:
    """All readings in the scorer's form, and words a second."""
    found, words, spent = [], 0, 0.0
    for name in names:
        text = (folder / "texts" / f"{name}.txt").read_text(encoding="utf-8")
        sentences = sentences_of(text)
        began = time.process_time()
        readings = reader.read(text, sentences)
        spent += time.process_time() - began
        words += len(text.split())
        dates = dates_in(text)
        found += [prediction(name, text, r, dates) for r in readings]
    return found, words / max(spent, 1e-9)


def scorer(path: pathlib.Path):
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows_of(path: pathlib.Path) -> list[dict]:
    return [json.loads(x) for x in path.read_text(encoding="utf-8").splitlines() if x.strip()]


def figures(score, assertions: list[dict], found: list[dict]) -> dict:
    gold = dict(assertions=assertions, instruments=[], lineage=[], links=[])
    return score.score(gold, found)


def line(name: str, r: dict) -> str:
    short = " ".join(f"{r[k]['f1']:.3f}" for k in FIGURES)
    return f"{name:32s} {short} | " + " ".join(f"{r[k] or 0:.3f}" for k in PLAIN)


def main() -> None:
    ask = argparse.ArgumentParser()
    ask.add_argument("folder", type=pathlib.Path)
    ask.add_argument("--scorer", type=pathlib.Path, required=True)
    ask.add_argument("--weights", type=pathlib.Path, required=True)
    ask.add_argument("--docs", type=pathlib.Path, help="a JSON list: only these texts")
    ask.add_argument("--by", default="kind")
    ask.add_argument("--out", type=pathlib.Path, help="write the predictions here")
    ask.add_argument("--set", action="append", default=[], metavar="NAME=NUMBER", help="change a setting")
    a = ask.parse_args()
    rows = rows_of(a.folder / "docs.jsonl")
    only = set(json.loads(a.docs.read_text())) if a.docs else None
    rows = [r for r in rows if only is None or r["doc_id"] in only]
    names = [r["doc_id"] for r in rows]
    every = [
        json.loads(x) for x in (a.folder / "assertions.jsonl").read_text(encoding="utf-8").splitlines() if x.strip()
    ]
    every = [x for x in every if x["doc_id"] in set(names)]
    changes = {k: float(v) for k, v in (x.split("=") for x in a.set)}
    found, speed = predictions(reader_in(a.weights, **changes), a.folder, names)
    if a.out:
        a.out.write_text("".join(json.dumps(x, ensure_ascii=False) + "\n" for x in found), encoding="utf-8")
    score = scorer(a.scorer)
    print(" " * 32, " ".join(re.sub(r"(\w{3})[a-z]*_?(\w{0,3})\w*", r"\1\2", k)[:6] for k in FIGURES))
    groups = defaultdict(list)
    for r in rows:
        groups[r.get(a.by, "")].append(r["doc_id"])
    for group, docs in sorted(groups.items()):
        of = [x for x in every if x["doc_id"] in docs]
        print(line(f"{group} ({len(of)})", figures(score, of, [p for p in found if p["doc_id"] in docs])))
    whole = figures(score, every, found)
    print(line(f"all ({len(every)})", whole))
    for k in FIGURES:
        print(k, whole[k])
    print({k: v["f1"] for k, v in whole["events_by_type"].items()})
    print(f"{speed:.0f} words/s")


if __name__ == "__main__":
    main()
