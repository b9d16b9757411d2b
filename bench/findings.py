"""Concordance and rules measured alone: gold assertions go in, links come out, one table.

    python bench/findings.py GOLD_DIR [--scorer PATH] [--errors] [--json]

GOLD_DIR is laid out like the gold set: texts, docs, assertions, instruments, lineage and links.
The assertions are taken as a person wrote them, so that an error here is one of reconcile or of the rules, and of no
reader. `--errors` prints each link that was missed and each that was made up.
"""

import argparse
import importlib.util
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

from dragoman.edtf import bounds
from dragoman.model import (
    AUTHOR,
    Account,
    AccountId,
    Assertion,
    Attribution,
    Concordance,
    Date,
    Evidence,
    Finding,
    Instrument,
    InstrumentKind,
    Kind,
    Modality,
    Participant,
    Polarity,
    Predicate,
    Provenance,
    Role,
    Span,
    Testimony,
    Verdict,
    Voice,
)
from dragoman.reconcile import reconcile, topics_of
from dragoman.rules import RULES

Row = dict[str, Any]
_KINDS = {
    Role.INSTRUMENT: Kind.INSTRUMENT,
    Role.PLACE: Kind.PLACE,
    Role.TERRITORY: Kind.PLACE,
    Role.EVENT: Kind.EVENT,
}
_NEEDED = ("texts", "docs.jsonl", "assertions.jsonl", "instruments.jsonl", "lineage.jsonl", "links.jsonl")
_RELATIONS = ("same_event", "corroborates", "contradicts")


def main() -> int:
    """Scores, prints; 2 when the folder is no gold folder."""
    options = _options()
    missing = [name for name in _NEEDED if not (options.gold / name).exists()]
    if missing:
        print(
            f"findings: '{options.gold}' has no {', '.join(missing)}: give a folder laid out like the gold set",
            file=sys.stderr,
        )
        return 2
    gold = {name.removesuffix(".jsonl"): _rows(options.gold / name) for name in _NEEDED[1:]}
    began = time.perf_counter()
    links, verdicts = _links(options.gold, gold)
    seconds = time.perf_counter() - began
    score = _scored(gold, links, options.scorer or _scorer(options.gold))
    result = {
        "gold": options.gold.name,
        "assertions": len(gold["assertions"]),
        "seconds": round(seconds, 2),
        "verdicts": verdicts,
        **{relation: score[relation] for relation in (*_RELATIONS, "contradiction_traps_hit")},
    }
    print(json.dumps(result, indent=1) if options.json else _table(result))
    if options.errors:
        print("\n".join(_errors(gold, links)))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, help="score.py to use")
    parser.add_argument("--errors", action="store_true", help="print each link missed and each made up")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _links(folder: Path, gold: Mapping[str, list[Row]]) -> tuple[list[Row], dict[str, int]]:
    topics: dict[str, list[str]] = defaultdict(list)
    for row in gold["docs"]:
        topics[str(row.get("topic") or row["doc_id"])].append(row["doc_id"])
    links: list[Row] = []
    verdicts: Counter[str] = Counter()
    for docs in topics.values():
        testimonies = [_testimony(folder, doc, gold) for doc in docs]
        concordance = reconcile(testimonies)
        found = [f for topic in topics_of(testimonies, concordance) for find in RULES for f in find(topic)]
        verdicts.update(str(finding.verdict) for finding in found)
        links += _exported(testimonies, concordance, found)
    return links, dict(sorted(verdicts.items()))


def _exported(testimonies: Iterable[Testimony], concordance: Concordance, found: Iterable[Finding]) -> Iterator[Row]:
    end = {
        one.id: {"doc_id": one.account, "start": one.span.start, "end": one.span.end}
        for testimony in testimonies
        for one in testimony.assertions
    }
    for heading in concordance.headings:
        if heading.kind == Kind.EVENT:
            for first, second in combinations(heading.members, 2):
                yield {"relation": "same_event", "a": end[first.name], "b": end[second.name]}
    for finding in found:
        if len(finding.assertions) == 2 and finding.verdict in (
            Verdict.CORROBORATED,
            Verdict.REFINED,
            Verdict.CONTRADICTED,
        ):
            relation = "contradicts" if finding.verdict == Verdict.CONTRADICTED else "corroborates"
            yield {"relation": relation, "a": end[finding.assertions[0]], "b": end[finding.assertions[1]]}


def _testimony(folder: Path, doc: str, gold: Mapping[str, list[Row]]) -> Testimony:
    account = AccountId(doc)
    text = (folder / "texts" / f"{doc}.txt").read_text(encoding="utf-8")
    rows = [row for row in gold["instruments"] if row["doc_id"] == doc]
    called = {alias: row["name"] for row in rows for alias in (row["name"], *row["aliases"])}
    register = tuple(
        Instrument(row["name"], _kind(row["type"]), tuple(row["aliases"]), _date(row["date"])) for row in rows
    )
    said = [_assertion(row, account, called) for row in gold["assertions"] if row["doc_id"] == doc]
    names = {row["id"]: row["name"] for row in rows}
    said += [_relation(row, account, names) for row in gold["lineage"] if row["doc_id"] == doc]
    kept = Account(account, doc, doc, text, (), Provenance(), "text", "")
    return Testimony(kept, instruments=register, assertions=tuple(said))


def _kind(word: str) -> InstrumentKind:
    return InstrumentKind(word) if word in list(InstrumentKind) else InstrumentKind.OTHER


def _date(edtf: str | None) -> Date | None:
    return Date(Span(0, 0), edtf, edtf, *bounds(edtf)) if edtf else None


def _assertion(row: Row, account: AccountId, called: Mapping[str, str]) -> Assertion:
    participants = []
    for one in row["participants"]:
        role = Role(one["role"])
        name = called.get(one["canonical"], one["canonical"]) if role == Role.INSTRUMENT else one["canonical"]
        participants.append(Participant(role, name, None, _KINDS.get(role, Kind.POLITY)))
    return Assertion(
        row["id"],
        account,
        Predicate(row["type"]),
        tuple(participants),
        (Evidence(account, Span(row["start"], row["end"]), row["quote"]),),
        _date(row["date"]),
        Polarity(row["polarity"]),
        Modality(row["modality"]),
        AUTHOR if row["attribution"] == "author" else Attribution((Voice(row["attribution"]),)),
        subtype=row["subtype"] or "",
        found_by="gold",
        confidence=0.9,
    )


def _relation(row: Row, account: AccountId, names: Mapping[str, str]) -> Assertion:
    relation, subject, object_ = row["rel"], names[row["src"]], names[row["dst"]]
    if relation == "lays_foundation_for":
        relation, subject, object_ = "based_on", object_, subject
    ends = (
        Participant(Role.SUBJECT, subject, None, Kind.INSTRUMENT),
        Participant(Role.OBJECT, object_, None, Kind.INSTRUMENT),
    )
    evidence = Evidence(account, Span(row["start"], row["end"]), row["quote"])
    ident = f"{account}:relation:{row['start']}:{row['src']}:{row['dst']}"
    return Assertion(ident, account, Predicate(relation), ends, (evidence,), found_by="gold", confidence=0.9)


def _scorer(gold: Path) -> Path:
    for path in (gold / "score.py", Path(__file__).parents[2] / "shared" / "gold" / "score.py"):
        if path.exists():
            return path
    raise SystemExit("findings: no score.py in the gold folder: name one with --scorer")


def _scored(gold: Mapping[str, list[Row]], links: list[Row], scorer: Path) -> Row:
    spec = importlib.util.spec_from_file_location("score", scorer)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    perfect, *_ = module.as_pred(dict(gold))
    result: Row = module.score(dict(gold), perfect, None, None, links)
    return result


def _errors(gold: Mapping[str, list[Row]], links: Iterable[Row]) -> Iterator[str]:
    row_at = {(row["doc_id"], row["start"], row["end"]): row for row in gold["assertions"]}
    by_id = {row["id"]: row for row in gold["assertions"]}
    made: dict[str, set[frozenset[str]]] = defaultdict(set)
    for link in links:
        ends = [row_at.get((link[end]["doc_id"], link[end]["start"], link[end]["end"])) for end in ("a", "b")]
        if ends[0] is not None and ends[1] is not None:
            made[link["relation"]].add(frozenset((ends[0]["id"], ends[1]["id"])))
    for relation in _RELATIONS:
        wanted = {frozenset((row["a"], row["b"])) for row in gold["links"] if row["relation"] == relation}
        for word, pairs in (("missed", wanted - made[relation]), ("made up", made[relation] - wanted)):
            for pair in sorted(map(sorted, pairs)):
                yield f"{word} {relation}"
                yield from (f"    {ident}: {' '.join(by_id[ident]['quote'].split())[:140]}" for ident in pair)


def _table(result: Row) -> str:
    lines = [f"{result['gold']}: {result['assertions']} gold assertions, {result['seconds']} s", ""]
    lines += ["| links | P | R | F1 | found | made | gold |", "|---|---|---|---|---|---|---|"]
    for relation in _RELATIONS:
        one = result[relation]
        lines.append(
            f"| {relation.replace('_', ' ')} | {one['p']:.2f} | {one['r']:.2f} | {one['f1']:.2f} |"
            f" {one['tp']} | {one['pred']} | {one['gold']} |"
        )
    lines += ["", f"hard negatives called contradictions: {result['contradiction_traps_hit']}"]
    lines += ["verdicts: " + ", ".join(f"{name} {count}" for name, count in result["verdicts"].items())]
    return "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(main())
