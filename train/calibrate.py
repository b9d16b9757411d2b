"""Fit the few numbers that turn scores into chances and cuts, on texts the networks have not seen.

python train/calibrate.py CORPUS --weights DIR --docs held-out.json
"""

import argparse
import json
import pathlib
from dataclasses import dataclass

import corpus
import numpy as np

from dragoman.learned.decode import WHOLE_PARTS, confidence_of, judgement_of, logit, softmax
from dragoman.learned.labels import ACTS, BEFORE, MODALITIES
from dragoman.learned.reader import LearnedReader
from dragoman.learned.windows import windows_of


class Raw(LearnedReader):
    """Keeps the numbers instead of judging by them."""

    def _judge_all(self, words, window, vectors, chance, at):
        import dragoman.learned.reader as module

        kept = {}

        def keep(tokens, whole, scouted, trigger, valid, settings):
            kept.update(tokens=tokens, whole=whole, scouted=scouted, trigger=trigger, valid=valid)
            return []

        plain, module.judgement_of = module.judgement_of, keep
        try:
            super()._judge_all(words, window, vectors, chance, at)
        finally:
            module.judgement_of = plain
        return [kept | {"offset": window.first + at - BEFORE}]


def reader_in(folder: pathlib.Path, **changes: float) -> LearnedReader:
    read = (folder / "scout.onnx").read_bytes(), (folder / "judge.onnx").read_bytes()
    settings = json.loads((folder / "settings.json").read_text()) | changes
    return LearnedReader(*read, (folder / "vocabulary.txt").read_text(encoding="utf-8"), settings)


def candidates(reader: Raw, text) -> dict:
    """Everything the scout looked at in one text."""
    words = reader._pieces(text.text)
    kept = []
    for window in windows_of(words, corpus.sentences_of(text.text)):
        kept += reader._read(words, window)
    return {k: np.concatenate([x[k] for x in kept]) for k in kept[0]}


def matched(raw: dict, text, order: np.ndarray) -> np.ndarray:
    """For every candidate the item it names, or -1; the surest first."""
    found = np.full(len(order), -1)
    taken = set()
    at = raw["offset"] + BEFORE
    for row in order.tolist():
        for number, item in enumerate(text.items):
            if number not in taken and item.trigger[0] <= at[row] < item.trigger[1]:
                found[row] = number
                taken.add(number)
                break
    return found


def f1(tp: float, said: float, true: float) -> float:
    return 2 * tp / max(1e-9, said + true)


def best(grid, value) -> float:
    """The cut of the best value, smoothed so that luck does not choose; of equals the middle one."""
    plain = np.pad([value(x) for x in grid], 2, mode="edge")
    values = np.convolve(plain, np.ones(5) / 5, "valid").tolist()
    top = [x for x, v in zip(grid, values, strict=True) if v >= max(values) - 1e-4]
    return round(float(top[len(top) // 2]), 4)


def cheapest(grid, value, price: float = 0.001) -> float:
    """The highest cut that costs next to nothing: what the scout passes on, the judge must look at."""
    values = [value(x) for x in grid]
    return round(float([x for x, v in zip(grid, values, strict=True) if v >= max(values) - price][-1]), 4)


def logistic(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Newton's method, a little shrunk."""
    x = np.concatenate([x, np.ones((len(x), 1))], 1)
    w = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        h = (x * (p * (1 - p))[:, None]).T @ x + 1e-3 * np.eye(len(w))
        w += np.linalg.solve(h, x.T @ (y - p) - 1e-3 * w)
    return w


@dataclass
class Seen:
    """All candidates of the held-out texts side by side, with the item each of them names."""

    texts: list
    raws: list[dict]
    ties: list[np.ndarray]

    def __post_init__(self) -> None:
        self.items = [t.items[n] if n >= 0 else None for t, tie in zip(self.texts, self.ties, strict=True) for n in tie]
        self.every = [i for t in self.texts for i in t.items]
        self.scouted = np.concatenate([r["scouted"] for r in self.raws])
        whole = np.concatenate([r["whole"] for r in self.raws])
        parts = np.split(whole, np.cumsum(WHOLE_PARTS)[:-1], axis=1)
        self.act, self.polarity, self.modality, self.reported, self.truth = parts
        self.true = self.mark(lambda i: True)
        self.kinds = np.array([i.acts if i else np.zeros(len(ACTS)) for i in self.items])
        self.right = np.take_along_axis(self.kinds, self.act.argmax(1)[:, None], 1)[:, 0] > 0

    def mark(self, question) -> np.ndarray:
        return np.array([bool(i and question(i)) for i in self.items])


def seen_by(reader: Raw, texts: list) -> Seen:
    raws = [candidates(reader, t) for t in texts]
    ties = [matched(r, t, np.argsort(-r["scouted"], kind="stable")) for r, t in zip(raws, texts, strict=True)]
    return Seen(texts, raws, ties)


def fit(seen: Seen, settings: dict) -> dict:
    """All numbers, one after another."""
    given = np.stack([logit(seen.scouted), seen.truth[:, 0]], 1)
    weights = logistic(given, seen.true.astype(float))
    settings = (
        settings | dict(zip(("scout", "judge", "bias"), weights.tolist(), strict=True)) | dict(slope=1.0, shift=0.0)
    )
    settings["acts"] = best(np.arange(0.5, 1.6, 0.05), lambda x: likelihood(seen, x))
    acts = softmax(seen.act * settings["acts"])
    rough = confidence_of(seen.scouted, seen.truth[:, 0], acts, settings)
    slope = logistic(logit(rough)[:, None], seen.right.astype(float))
    settings |= dict(zip(("slope", "shift"), slope.tolist(), strict=True))
    sure = confidence_of(seen.scouted, seen.truth[:, 0], acts, settings)
    settings["keep"] = best(np.arange(0.1, 0.75, 0.01), lambda x: events(seen, sure >= x))
    kept = sure >= settings["keep"]
    settings["look"] = cheapest(np.arange(0.05, 0.4, 0.01), lambda x: events(seen, kept & (seen.scouted >= x)))
    settings |= labels(seen, kept)
    for name, field in (("role", "roles"), ("date", "date"), ("source", "source")):
        cuts = np.arange(0.2, 0.75, 0.05)
        settings[name] = best(cuts, lambda x, n=name, f=field: spans(seen, settings | {n: float(x)}, f))
        print(f"{name} spans: {spans(seen, settings, field):.3f}")
    settings["reported"] = best(np.arange(0.2, 0.8, 0.02), lambda x: spans(seen, settings | {"reported": x}, "source"))
    table(sure, seen.right)
    return settings


def events(seen: Seen, kept: np.ndarray) -> float:
    """Typed and untyped count the same."""
    true = len(seen.every)
    return f1((seen.right & kept).sum(), kept.sum(), true) + f1((seen.true & kept).sum(), kept.sum(), true)


def likelihood(seen: Seen, scale: float) -> float:
    return float((seen.kinds[seen.true] * np.log(softmax(seen.act[seen.true] * scale) + 1e-9)).sum())


def labels(seen: Seen, kept: np.ndarray) -> dict:
    """Cuts for denied and actual."""
    actual = seen.mark(lambda i: MODALITIES[i.modality] == "actual")
    chance = softmax(seen.modality)[:, 0]
    on = kept & seen.true
    cuts = np.arange(0.2, 0.8, 0.02)
    denied = softmax(seen.polarity)[:, 1:].sum(1)
    return dict(
        negative=best(cuts, lambda x: flagged(seen, kept, denied >= x, lambda i: i.polarity > 0)),
        actual=best(cuts, lambda x: float((actual == (chance >= x))[on].mean())),
    )


def flagged(seen: Seen, kept: np.ndarray, said: np.ndarray, question) -> float:
    hit = (kept & said & seen.mark(question)).sum()
    return f1(hit, (kept & said).sum(), sum(bool(question(i)) for i in seen.every))


def spans(seen: Seen, settings: dict, field: str) -> float:
    """F1 of role spans (half their words shared) or of dates and sources (any word shared)."""
    hit = said = 0
    for raw, text, tie in zip(seen.raws, seen.texts, seen.ties, strict=True):
        numbers = (raw[k] for k in ("tokens", "whole", "scouted", "trigger", "valid"))
        for judged in judgement_of(*numbers, settings):
            item = text.items[tie[judged.row]] if tie[judged.row] >= 0 else None
            good, many = compared(judged, item, int(raw["offset"][judged.row]), field)
            hit, said = hit + good, said + many
    return f1(hit, said, sum(len(i.roles) if field == "roles" else getattr(i, field) is not None for i in seen.every))


def compared(judged, item, low: int, field: str) -> tuple[int, int]:
    """How many spans are right, and how many there are."""
    if field == "roles":
        want = {(s - low, e - low) for _, s, e in item.roles} if item else set()
        return sum(any(halves((s, e), w) for w in want) for _, s, e, _ in judged.roles), len(judged.roles)
    span, want = getattr(judged, field), getattr(item, field) if item else None
    if (
        span is None
        or (field == "source" and not judged.reported)
        or (field == "date" and item and not item.date_known)
    ):
        return 0, 0
    return int(bool(want and want[0] - low < span[1] and span[0] < want[1] - low)), 1


def halves(a: tuple[int, int], b: tuple[int, int]) -> bool:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return 2 * shared >= max(a[1], b[1]) - min(a[0], b[0])


def table(sure, right) -> None:
    """Reliability: what was said, and what came true."""
    print("confidence  readings  right")
    for low in np.arange(0.1, 1.0, 0.1):
        in_it = (sure >= low) & (sure < low + 0.1)
        print(f"{low:.1f}-{low + 0.1:.1f}     {in_it.sum():6d}    {right[in_it].mean() if in_it.any() else 0:.2f}")


def calibrate(folder: pathlib.Path, weights: pathlib.Path, names: set[str]) -> None:
    """Fit on these texts and write settings.json beside the weights."""
    reader = reader_in(weights, look=0.05, keep=0.0)
    reader.__class__ = Raw
    seen = seen_by(reader, [t for t in corpus.load(folder) if t.name in names])
    settings = fit(seen, json.loads((weights / "settings.json").read_text()))
    (weights / "settings.json").write_text(json.dumps(settings, indent=1) + "\n")
    print(settings)


if __name__ == "__main__":
    ask = argparse.ArgumentParser()
    ask.add_argument("corpus", type=pathlib.Path)
    ask.add_argument("--weights", type=pathlib.Path, required=True)
    ask.add_argument("--docs", type=pathlib.Path, required=True)
    a = ask.parse_args()
    calibrate(a.corpus, a.weights, set(json.loads(a.docs.read_text())))
