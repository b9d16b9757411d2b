"""Quality on a gold folder: a dossier for each topic, predictions in the scorer's four files, one table.

    python bench/quality.py GOLD_DIR [--hands rules|learned|both] [--scorer PATH] [--out DIR] [--json]

GOLD_DIR holds texts/, docs.jsonl, assertions.jsonl, instruments.jsonl, lineage.jsonl, links.jsonl, and traps.jsonl
where there are traps. The scorer is GOLD_DIR/score.py, or the one beside this repository in ../shared/gold.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from dragoman import build
from dragoman.model import RELATIONS, Assertion, Hands, Kind, Level, Polarity, Predicate, Role, Verdict
from dragoman.store import Dossier

Row = dict[str, Any]
_AGREE = (Verdict.CORROBORATED, Verdict.REFINED)
_TABLE = (
    ("typed", "events_typed"),
    ("untyped", "events_untyped"),
    ("participants", "participants"),
    ("dates strict", "date_strict"),
    ("dates lenient", "date_lenient"),
    ("negatives", "polarity_negative"),
    ("reported", "attribution_reported"),
    ("instruments", "instruments"),
    ("lineage", "lineage_strict"),
    ("same event", "same_event"),
    ("corroborates", "corroborates"),
    ("contradicts", "contradicts"),
)


def main() -> int:
    """Builds, scores, prints; 2 when the folder is no gold folder."""
    options = _options()
    gold: Path = options.gold
    missing = [name for name in ("texts", "docs.jsonl", "assertions.jsonl") if not (gold / name).exists()]
    if missing:
        print(
            f"quality: '{gold}' has no {', '.join(missing)}: give a folder laid out like the gold set", file=sys.stderr
        )
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        out = options.out or Path(scratch) / "predictions"
        out.mkdir(parents=True, exist_ok=True)
        whole = _predict(gold, Path(scratch), out, options.hands)
        score = _score(gold, options.scorer or _scorer(gold), out)
        traps = _traps(gold, out)
    result = {"gold": gold.name, **whole, "score": score, "traps": traps}
    print(json.dumps(result, indent=1, ensure_ascii=False) if options.json else _table(result))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, help="score.py to use")
    parser.add_argument("--out", type=Path, help="keep the predictions and the errors here")
    parser.add_argument("--hands", type=Hands, choices=list(Hands), default=Hands.BOTH, help="who drafts")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def _predict(gold: Path, scratch: Path, out: Path, hands: Hands) -> dict[str, int]:
    """Writes the four files; counts assertions, quotes that do not stand where they say, and words."""
    topics: dict[str, list[str]] = defaultdict(list)
    for row in _rows(gold / "docs.jsonl"):
        topics[str(row.get("topic") or row["doc_id"])].append(row["doc_id"])
    assertions: list[Row] = []
    instruments: list[Row] = []
    lineage: list[Row] = []
    links: list[Row] = []
    wrong = words = 0
    for topic, docs in sorted(topics.items()):
        folder = scratch / "dossiers" / topic
        (folder / "accounts").mkdir(parents=True)
        for doc in docs:
            shutil.copyfile(gold / "texts" / f"{doc}.txt", folder / "accounts" / f"{doc}.txt")
        dossier = build(folder, hands=hands)
        for problem in dossier.problems:
            if problem.level == Level.ERROR:
                print(f"quality: {topic}: {problem.line()}", file=sys.stderr)
        texts = {doc: (gold / "texts" / f"{doc}.txt").read_text(encoding="utf-8") for doc in docs}
        names = {account.id: account.name for account in dossier.accounts}
        for one in dossier.assertions:
            text = texts[names[one.account]]
            words_there = all(text[e.span.start : e.span.end] == e.quote for e in one.evidence)
            wrong += not words_there
            assertions += _events(one, names[one.account])
        words += sum(len(text.split()) for text in texts.values())
        instruments += _instruments(dossier, names)
        lineage += _lineage(dossier, names)
        links += _links(dossier, names)
    for name, rows in (
        ("assertions", assertions),
        ("instruments", instruments),
        ("lineage", lineage),
        ("links", links),
    ):
        with (out / f"{name}.jsonl").open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return {
        "documents": sum(map(len, topics.values())),
        "words": words,
        "assertions": len(assertions),
        "quotes_not_verbatim": wrong,
    }


def _events(one: Assertion, doc: str) -> Iterator[Row]:
    """An act as the scorer has it; that one instrument rests on another is an event of drafting there."""
    kind = one.predicate
    if kind in RELATIONS:
        if kind != Predicate.BASED_ON:
            return
        kind = Predicate.DRAFT
    yield {
        "id": one.id,
        "doc_id": doc,
        "type": str(kind),
        "start": one.span.start,
        "end": one.span.end,
        "participants": [
            {"surface": p.name, "role": str(p.role if p.role not in (Role.SUBJECT, Role.OBJECT) else Role.INSTRUMENT)}
            for p in one.participants
        ],
        "date": one.when.edtf if one.when is not None and one.when.edtf else None,
        "polarity": "pos" if one.polarity == Polarity.POS else "neg",
        "modality": str(one.modality),
        "attribution": one.attribution.who,
    }


def _instruments(dossier: Dossier, names: dict[str, str]) -> Iterator[Row]:
    for testimony in dossier.testimonies:
        for one in testimony.instruments:
            yield {
                "doc_id": names[testimony.account.id],
                "name": one.name,
                "aliases": list(one.aliases),
                "type": str(one.kind),
                "date": one.dated.edtf if one.dated else None,
            }


def _lineage(dossier: Dossier, names: dict[str, str]) -> Iterator[Row]:
    for one in dossier.assertions:
        if one.predicate in RELATIONS and one.of(Role.SUBJECT) and one.of(Role.OBJECT):
            yield {
                "doc_id": names[one.account],
                "src": one.of(Role.SUBJECT)[0].name,
                "rel": str(one.predicate),
                "dst": one.of(Role.OBJECT)[0].name,
            }


def _links(dossier: Dossier, names: dict[str, str]) -> Iterator[Row]:
    """Pairs of evidence: tellings of one event, what supports and what contradicts what."""
    end = {
        one.id: {"doc_id": names[one.account], "start": one.span.start, "end": one.span.end}
        for one in dossier.assertions
    }
    for heading in dossier.headings:
        if heading.kind == Kind.EVENT:
            for first, second in combinations(heading.members, 2):
                yield {"relation": "same_event", "a": end[first.name], "b": end[second.name]}
    for finding in dossier.findings:
        if len(finding.assertions) == 2 and finding.verdict in (*_AGREE, Verdict.CONTRADICTED):
            relation = "corroborates" if finding.verdict in _AGREE else "contradicts"
            yield {"relation": relation, "a": end[finding.assertions[0]], "b": end[finding.assertions[1]]}


def _scorer(gold: Path) -> Path:
    for path in (gold / "score.py", Path(__file__).parents[2] / "shared" / "gold" / "score.py"):
        if path.exists():
            return path
    raise SystemExit("quality: no score.py in the gold folder: name one with --scorer")


def _score(gold: Path, scorer: Path, out: Path) -> dict[str, Any]:
    """Runs the scorer; what the gold folder does not have is scored against nothing."""
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch)
        for name in ("assertions", "instruments", "lineage", "links"):
            source = gold / f"{name}.jsonl"
            (whole / f"{name}.jsonl").write_bytes(source.read_bytes() if source.exists() else b"")
        command = [sys.executable, str(scorer), "--gold", str(whole), "--json", str(out / "score.json")]
        command += ["--pred", str(out / "assertions.jsonl"), "--errors", str(out / "errors.jsonl")]
        for name in ("instruments", "lineage", "links"):
            command += [f"--{name}", str(out / f"{name}.jsonl")]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    result: dict[str, Any] = json.loads((out / "score.json").read_text(encoding="utf-8"))
    return result


def _traps(gold: Path, out: Path) -> str:
    check = gold / "check_traps.py"
    if not (gold / "traps.jsonl").exists() or not check.exists():
        return "none"
    command = [sys.executable, str(check), "-v", "--pred", str(out / "assertions.jsonl")]
    for name in ("instruments", "lineage", "links"):
        command += [f"--{name}", str(out / f"{name}.jsonl")]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    (out / "traps.txt").write_text(told, encoding="utf-8")
    return told.strip().splitlines()[-1]


def _table(result: dict[str, Any]) -> str:
    score = result["score"]
    lines = [
        f"{result['gold']}: {result['documents']} texts, {result['words']} words,"
        f" {result['assertions']} assertions drafted, {result['quotes_not_verbatim']} quotes not verbatim",
        f"{'':16}{'F1':>7}{'P':>7}{'R':>7}   right / drafted / gold",
    ]
    for label, key in _TABLE:
        if key in score:
            one = score[key]
            lines.append(
                f"{label:16}{one['f1']:7.2f}{one['p']:7.2f}{one['r']:7.2f}"
                f"   {one['tp']} / {one['pred']} / {one['gold']}"
            )
    for key in (
        "polarity_accuracy_on_matched",
        "modality_accuracy_on_matched",
        "attribution_accuracy_on_matched",
        "participant_role_accuracy",
    ):
        lines.append(f"{key.replace('_', ' ')}: {score.get(key)}")
    false = score["contradicts"]["pred"] - score["contradicts"]["tp"] if "contradicts" in score else 0
    lines.append(
        f"false contradictions: {false}; hard negatives called contradictions: {score.get('contradiction_traps_hit')}"
    )
    lines.append(f"traps: {result['traps']}")
    return "\n".join(lines)


def _rows(path: Path) -> Iterable[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    raise SystemExit(main())
