"""Finds and resolves the places of a set of texts, and has them scored.

    python bench/places.py GOLD.jsonl --out PRED.jsonl --scorer SCORER.py --calibration
    python bench/places.py --variants variants.csv

The answers are written in the scorer's form. Without --scorer they are only written.
"""

import argparse
import csv
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.gazetteer import km, knows, resolved, sightings, year_of
from dragoman.model import Placement


def main() -> None:
    """Runs what the command line asks for."""
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("gold", nargs="?", type=Path)
    words.add_argument("--out", type=Path, default=Path("places.pred.jsonl"))
    words.add_argument("--scorer", type=Path)
    words.add_argument("--variants", type=Path)
    words.add_argument("--calibration", action="store_true")
    words.add_argument("--line", action="store_true", help="take the places from the whole line")
    asked = words.parse_args()
    if asked.variants:
        print_variants(asked.variants)
    if asked.gold:
        documents = [json.loads(line) for line in asked.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
        answers = list(told(documents) if asked.line else answered(documents))
        asked.out.write_text("".join(json.dumps(answer) + "\n" for answer in answers), encoding="utf-8")
        if asked.scorer:
            sys.stdout.flush()
            for more in ([], ["--no-areas"]):
                subprocess.run([sys.executable, str(asked.scorer), str(asked.gold), str(asked.out), *more], check=True)
        if asked.calibration:
            print_calibration(documents, answers)


def answered(documents: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The answer to each document; says at the end how fast it went."""
    knows("Kars")
    matching, resolving, letters, names = 0.0, 0.0, 0, 0
    for document in documents:
        begun = time.process_time()
        found = tuple(sightings(document["text"]))
        seen = time.process_time()
        answers = resolved(document["text"], found, year_of(document["text"]))
        matching, resolving = matching + seen - begun, resolving + time.process_time() - seen
        letters, names = letters + len(document["text"]), names + len(answers)
        yield {"doc_id": document["doc_id"], "mentions": [mention(one) for one in answers]}
    print(f"matching {letters:,} characters: {letters / matching:,.0f} a second of processor")
    print(f"resolving {names:,} names: {names / resolving:,.0f} a second of processor")


def told(documents: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The answer that the line from file to testimony gives to each document."""
    from dragoman.pipeline import testimony_of

    with tempfile.TemporaryDirectory() as folder:
        for document in documents:
            path = Path(folder, "account.txt")
            path.write_text(document["text"], encoding="utf-8", newline="")
            testimony, _ = testimony_of(path, Path(folder))
            placements = testimony.placements if testimony and testimony.account.text == document["text"] else ()
            yield {"doc_id": document["doc_id"], "mentions": [placed(one) for one in placements]}


def placed(one: Placement) -> dict[str, Any]:
    """One placement in the scorer's form."""
    where = {"lat": one.lat, "lon": one.lon, "geonames": one.identifier} if one.lat is not None else {}
    return {"start": one.span.start, "end": one.span.end, "confidence": one.confidence, **where}


def mention(one: Any) -> dict[str, Any]:
    """One answer in the scorer's form."""
    place = one.place
    where = {"lat": place.lat, "lon": place.lon, "geonames": place.identifier} if place else {}
    return {"start": one.sighting.span.start, "end": one.sighting.span.end, "confidence": one.confidence, **where}


def print_variants(path: Path) -> None:
    """How many of the spellings resolve to within their concept's radius, and which do not."""
    rows = list(csv.DictReader(path.open(encoding="utf-8")))
    wrong = [row["variant"] for row in rows if not right(row)]
    print(f"variants: {len(rows) - len(wrong)} of {len(rows)}", *wrong)


def right(row: dict[str, str]) -> bool:
    """Whether the first meaning of a spelling lies where it should."""
    found = knows(row["variant"])
    at = (float(row["lat"]), float(row["lon"]))
    return bool(found) and km(found[0].lat, found[0].lon, *at) <= float(row["radius_km"])


def print_calibration(documents: list[dict[str, Any]], answers: list[dict[str, Any]]) -> None:
    """How often the answers on coded mentions were right within 161 km: by confidence, and at two coverages."""
    judged, coded = [], 0
    for document, answer in zip(documents, answers, strict=True):
        gold = {one["start"]: one for one in document["mentions"] if one.get("lat") is not None}
        coded += sum(one["start"] in gold for one in answer["mentions"])
        for one in answer["mentions"]:
            there = gold.get(one["start"])
            if there and "lat" in one:
                good = km(one["lat"], one["lon"], there["lat"], there["lon"]) <= 161
                judged.append((one["confidence"], good))
    for step in range(10):
        goods = [good for confidence, good in judged if step <= confidence * 10 < step + 1]
        if goods:
            print(f"confidence {step / 10:.1f} and up: {len(goods):5} answers, {sum(goods) / len(goods):.2f} right")
    judged.sort(key=lambda pair: -pair[0])
    for coverage in (0.6, 0.7):
        best = judged[: round(coverage * coded)]
        print(f"at {coverage:.0%} coverage of what was found: {sum(good for _, good in best) / len(best):.2f} right")


if __name__ == "__main__":
    main()
