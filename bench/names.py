"""How many of the participants and instruments of annotated texts the names extractors find, by role and by kind.

    python bench/names.py ../shared/corpus            the table
    python bench/names.py ../shared/corpus --missed   and what was missed, by role

A participant counts as found when a mention stands in or beside the evidence of its assertion and has exactly its
words ("exact"), or shares at least half of the words of both ("half"); "kind" is right when a mention that counts is
of a kind that can have the role.
"""

import argparse
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dragoman.extractors import actors, anaphora, dates, instruments, passages
from dragoman.languages.wordlist import wordlist
from dragoman.model import Instrument, Kind, Mention, Span, Testimony
from dragoman.readers import read
from dragoman.syntax import sentences_of

_STOP = wordlist(
    """
    the a an of and to in on at for by his her its their he she it they who which that this these those mr messrs m
    """
)
_ACTORS = frozenset({Kind.PERSON, Kind.BODY, Kind.POLITY})
_KINDS = {
    "instrument": frozenset({Kind.INSTRUMENT}),
    "event": frozenset({Kind.EVENT}),
    "place": frozenset({Kind.PLACE, Kind.POLITY}),
    "territory": frozenset({Kind.PLACE, Kind.POLITY}),
}
# Words about which annotators speak far beyond the clause: how far from the evidence a surface may stand.
_NEAR = 400


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="a folder with texts/, assertions.jsonl and instruments.jsonl")
    parser.add_argument("--docs", default="", help="only these, separated by commas")
    parser.add_argument("--missed", action="store_true", help="print what was missed")
    asked = parser.parse_args()
    only = set(filter(None, asked.docs.split(",")))
    score = _Score()
    for path in sorted((asked.folder / "texts").glob("*.txt")):
        if not only or path.stem in only:
            score.add(testimony_of(path, score), asked.folder)
    score.print(missed=asked.missed)


def testimony_of(path: Path, score: "_Score") -> Testimony:
    """The testimony of a text as far as names go."""
    account, _ = read(path, path.parent)
    assert account is not None, path
    testimony = Testimony(account, account.passages)
    testimony = testimony.plus(passages.extract(testimony))
    testimony = testimony.plus(dates.extract(testimony))
    started = time.perf_counter()
    sentences_of(testimony)
    score.parsing += time.perf_counter() - started
    for extractor in (instruments, actors, anaphora):
        started = time.perf_counter()
        testimony = testimony.plus(extractor.extract(testimony))
        score.seconds[extractor.__name__.rpartition(".")[2]] += time.perf_counter() - started
    return testimony


class _Score:
    """The counts, and what was missed."""

    def __init__(self) -> None:
        self.parsing = 0.0
        self.seconds: Counter[str] = Counter()
        self.gold: Counter[str] = Counter()
        self.exact: Counter[str] = Counter()
        self.half: Counter[str] = Counter()
        self.right_kind: Counter[str] = Counter()
        self.wrong_kind: Counter[tuple[str, str]] = Counter()
        self.missed: dict[str, Counter[str]] = defaultdict(Counter)
        self.as_kind: dict[str, Counter[str]] = defaultdict(Counter)
        self.pointing: Counter[tuple[str, str]] = Counter()
        self.astray: Counter[str] = Counter()
        self.registers: Counter[str] = Counter()
        self.lost: Counter[str] = Counter()
        self.extra: Counter[str] = Counter()
        self.words = 0

    def add(self, testimony: Testimony, folder: Path) -> None:
        """Count one account."""
        doc, text = testimony.account.name, testimony.account.text
        self.words += len(text.split())
        mentions = sorted((m for m in testimony.mentions if m.kind is not Kind.DATE), key=lambda m: m.span)
        for row in _rows(folder / "assertions.jsonl", doc):
            for participant in row["participants"]:
                self._participant(participant, Span(row["start"], row["end"]), mentions, text)
        self._register(testimony.instruments, list(_rows(folder / "instruments.jsonl", doc)))

    def _participant(self, participant: dict[str, Any], where: Span, mentions: list[Mention], text: str) -> None:
        role, surface = participant["role"], participant["surface"][-1]
        near = [m for m in mentions if where.start - _NEAR < m.span.end and m.span.start < where.end + _NEAR]
        words = _words(surface)
        kinds = _KINDS.get(role, _ACTORS)
        alike = [(_likeness(words, _words(text[m.span.start : m.span.end])), m.kind in kinds, m) for m in near]
        best = max(alike, key=lambda one: one[:2], default=(0.0, False, None))
        self.gold[role] += 1
        self.exact[role] += best[0] == 1
        self.half[role] += best[0] >= 0.5
        self.right_kind[role] += best[0] >= 0.5 and best[1]
        self._pointed(participant, where, near, text)
        if best[0] < 0.5:
            self.missed[role][surface] += 1
        elif not best[1] and best[2] is not None:
            self.as_kind[role][f"{surface} ({best[2].kind})"] += 1

    def _pointed(self, participant: dict[str, Any], where: Span, near: list[Mention], text: str) -> None:
        """Whether a pronoun or "the treaty" was taken for what the annotator took it for."""
        canonical, surface = participant["canonical"], participant["surface"][-1]
        if _words(canonical) & _words(surface) or surface.lower() in (
            "i",
            "we",
            "me",
            "us",
            "our",
            "my",
            "you",
            "your",
        ):
            return
        sort = "pronoun" if " " not in surface else "noun"
        plain = re.sub(r"^(?:the|this|that|these|its|his|their)\s+", "", surface.lower())
        here = [
            m
            for m in near
            if where.meets(m.span) and text[m.span.start : m.span.end].lower() in (plain, surface.lower())
        ]
        if not any(m.antecedent for m in here):
            self.pointing[sort, "silent"] += 1
        elif any(_alike(_words(m.name), _words(canonical)) for m in here):
            self.pointing[sort, "right"] += 1
        else:
            self.pointing[sort, "wrong"] += 1
            self.astray[f"{surface} = {canonical}, not {here[0].name}"] += 1

    def _register(self, found: Iterable[Instrument], gold: list[dict[str, Any]]) -> None:
        lines = list(found)
        free = set(range(len(lines)))
        for row in gold:
            names = [row["name"], *row["aliases"]]
            hit = next((i for i in sorted(free) if _same(names, lines[i])), None)
            self.registers["gold"] += 1
            if hit is None:
                self.lost[row["name"]] += 1
            else:
                free.discard(hit)
                self.registers["found"] += 1
        self.registers["said"] += len(lines)
        self.extra.update(lines[i].name for i in free)

    def print(self, *, missed: bool) -> None:
        """The tables."""
        print(f"{'role':14}{'gold':>7}{'exact':>8}{'half':>8}{'kind':>8}")
        for role, count in [*self.gold.most_common(), ("all", self.gold.total())]:
            sums = [c.total() if role == "all" else c[role] for c in (self.exact, self.half, self.right_kind)]
            print(f"{role:14}{count:7}" + "".join(f"{100 * one / count:8.1f}" for one in sums))
        recall = self.registers["found"] / max(1, self.registers["gold"])
        precision = self.registers["found"] / max(1, self.registers["said"])
        f1 = 2 * recall * precision / max(1e-9, recall + precision)
        print(f"instruments: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f} of {self.registers['gold']}")
        print("pointing words:", *(f"{sort} {how} {n};" for (sort, how), n in sorted(self.pointing.items())))
        spent = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in self.seconds.items())
        print(f"{self.words} words: parse {self.parsing:.1f} s, {spent}")
        if missed:
            for role in self.gold:
                print(f"\nmissed {role}:", *(f"{name} {n};" for name, n in self.missed[role].most_common(70)))
                print(f"\nof another kind {role}:", *(f"{name} {n};" for name, n in self.as_kind[role].most_common(30)))
            print("\nastray:", *(f"{what} {n};" for what, n in self.astray.most_common(120)))
            print("\ninstruments lost:", *(f"{name};" for name, _ in self.lost.most_common(150)))
            print("\ninstruments not in the gold:", *(f"{name} {n};" for name, n in self.extra.most_common(150)))


def _rows(path: Path, doc: str) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if f'"{doc}"' in line[:200]:
            yield json.loads(line)


def _same(names: list[str], line: Instrument) -> bool:
    """The rule of the scorer: equal, or one's words inside the other's and at least half of them."""
    for name in names:
        for form in (line.name, *line.aliases):
            if _alike(_words(name), _words(form)):
                return True
    return False


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return one == other or ((one <= other or other <= one) and _likeness(one, other) >= 0.5)


def _words(text: str) -> frozenset[str]:
    every = re.findall(r"[^\W_]+", re.sub(r"['’]s\b", "", text.lower()))
    return frozenset(word for word in every if word not in _STOP) or frozenset(every)


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, len(one | other))


if __name__ == "__main__":
    main()
