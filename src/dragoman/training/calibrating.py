"""Fit the few numbers that turn scores into chances and cuts, on texts the networks have not seen.

calibrate(texts, Path("work/trial/weights"), {"paris-1856", ...}, print)      settings.json beside the weights
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from dragoman.learned import LearnedReader, Numbers
from dragoman.learned.decode import (
    WHOLE_PARTS,
    Floats,
    Judgement,
    Settings,
    confidence_of,
    judgement_of,
    logit,
    softmax,
)
from dragoman.learned.labels import ACTS, BEFORE, MODALITIES
from dragoman.model import DragomanError
from dragoman.training.corpus import Item, Text
from dragoman.training.plan import Told
from dragoman.training.sentences import sentences_of

Flags = NDArray[np.bool_]
Ints = NDArray[np.int64]
# Fewer assertions than these say nothing of where to cut.
FEWEST = 30


def calibrate(texts: Sequence[Text], weights: Path, names: set[str], told: Told) -> None:
    """Fits on the texts of these names and writes settings.json beside the weights.

    A text known in part cannot say what was missed, and is left out. `told` hears how sure comes true how often.
    """
    seen = seen_by(reader_in(weights, look=0.05, keep=0.0), fit_for(texts, names))
    settings = fit(seen, settings_in(weights), told)
    (weights / "settings.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


def fit_for(texts: Sequence[Text], names: set[str]) -> list[Text]:
    """The texts of these names that cuts can be fitted on; a DragomanError where they are too few."""
    away = [t for t in texts if t.name in names and not t.in_part]
    if sum(len(t.items) for t in away) < FEWEST:
        raise DragomanError(
            f"the texts held out have fewer than {FEWEST} assertions, too few to fit cuts on: give a corpus of more"
        )
    return away


def settings_in(weights: Path) -> Settings:
    """The cuts and chances of a folder of weights."""
    return cast(Settings, json.loads((weights / "settings.json").read_text(encoding="utf-8")))


def reader_in(weights: Path, **changes: float) -> LearnedReader:
    """The reader of a folder of weights with some of its cuts changed."""
    read = (weights / "scout.onnx").read_bytes(), (weights / "judge.onnx").read_bytes()
    settings = cast(Settings, {**settings_in(weights), **changes})
    return LearnedReader(*read, (weights / "vocabulary.txt").read_text(encoding="utf-8"), settings)


@dataclass
class Seen:
    """All candidates of the held-out texts side by side, with the item each of them names."""

    texts: Sequence[Text]
    raws: Sequence[Numbers]
    ties: Sequence[Ints]
    items: list[Item | None] = field(init=False)

    def __post_init__(self) -> None:
        self.items = [t.items[n] if n >= 0 else None for t, tie in zip(self.texts, self.ties, strict=True) for n in tie]
        self.every = [i for t in self.texts for i in t.items]
        self.scouted = np.concatenate([r.scouted for r in self.raws])
        parts: list[Floats] = np.split(
            np.concatenate([r.whole for r in self.raws]), np.cumsum(WHOLE_PARTS)[:-1], axis=1
        )
        self.act, self.polarity, self.modality, self.reported, self.truth = parts
        self.true = self.mark(lambda i: True)
        self.kinds = np.array([i.acts if i else np.zeros(len(ACTS)) for i in self.items])
        self.right: Flags = np.take_along_axis(self.kinds, self.act.argmax(1)[:, None], 1)[:, 0] > 0

    def mark(self, question: Callable[[Item], bool]) -> Flags:
        return np.array([bool(i and question(i)) for i in self.items])


def seen_by(reader: LearnedReader, texts: Sequence[Text]) -> Seen:
    """Everything that the scout looks at in these texts, tied to what is told there."""
    looked = [(t, list(reader.numbers(t.text, sentences_of(t.text)))) for t in texts]
    some = [(t, joined(windows)) for t, windows in looked if windows]
    if not some:
        raise DragomanError("the reader has learned nothing yet, it sees no trigger at all: give it more rounds")
    ties = [_matched(raw, t, np.argsort(-raw.scouted, kind="stable")) for t, raw in some]
    return Seen([t for t, _ in some], [raw for _, raw in some], ties)


def joined(windows: Iterable[Numbers]) -> Numbers:
    """The numbers of one text, window after window."""
    return Numbers(*(np.concatenate(column) for column in zip(*windows, strict=True)))


def _matched(raw: Numbers, text: Text, order: Ints) -> Ints:
    """For every candidate the item it names, or -1; the surest first."""
    found = np.full(len(order), -1)
    taken: set[int] = set()
    at = raw.offset + BEFORE
    for row in order.tolist():
        for number, item in enumerate(text.items):
            if number not in taken and item.trigger[0] <= at[row] < item.trigger[1]:
                found[row] = number
                taken.add(number)
                break
    return found


def fit(seen: Seen, settings: Settings, told: Told) -> Settings:
    """All numbers, one after another."""
    given = np.stack([logit(seen.scouted), seen.truth[:, 0]], 1)
    settings["scout"], settings["judge"], settings["bias"] = logistic(given, seen.true).tolist()
    settings["slope"], settings["shift"] = 1.0, 0.0
    settings["acts"] = best(np.arange(0.5, 1.6, 0.05), lambda x: _likelihood(seen, x))
    acts = softmax(seen.act * settings["acts"])
    rough = confidence_of(seen.scouted, seen.truth[:, 0], acts, settings)
    settings["slope"], settings["shift"] = logistic(logit(rough)[:, None], seen.right).tolist()
    sure = confidence_of(seen.scouted, seen.truth[:, 0], acts, settings)
    settings["keep"] = best(np.arange(0.1, 0.75, 0.01), lambda x: _events(seen, sure >= x))
    kept: Flags = sure >= settings["keep"]
    looks = np.arange(0.05, 0.4, 0.01)
    settings["look"] = cheapest(looks, lambda x: _events(seen, kept & (seen.scouted >= x)))
    settings["negative"], settings["actual"] = _labels(seen, kept)
    for name, what in (("role", "roles"), ("date", "date"), ("source", "source")):
        settings = _with(settings, name, _cut(seen, settings, name, what))
        told(f"F1 of the words of the {name}: {_spans(seen, settings, what):.3f}")
    reported = np.arange(0.2, 0.8, 0.02)
    settings["reported"] = best(reported, lambda x: _spans(seen, _with(settings, "reported", x), "source"))
    told(f"F1 of acts, typed and untyped: {_f1s(seen, kept)}")
    _tell_reliability(sure, seen.right, told)
    return settings


def _cut(seen: Seen, settings: Settings, name: str, what: str) -> float:
    return best(np.arange(0.2, 0.75, 0.05), lambda x: _spans(seen, _with(settings, name, x), what))


def _with(settings: Settings, name: str, value: float) -> Settings:
    return cast(Settings, {**settings, name: float(value)})


def best(grid: NDArray[np.float64], value: Callable[[float], float]) -> float:
    """The cut of the best value, smoothed so that luck does not choose; of equals the middle one."""
    plain = np.pad([value(x) for x in grid], 2, mode="edge")
    values = np.convolve(plain, np.ones(5) / 5, "valid").tolist()
    top = [x for x, v in zip(grid, values, strict=True) if v >= max(values) - 1e-4]
    return round(float(top[len(top) // 2]), 4)


def cheapest(grid: NDArray[np.float64], value: Callable[[float], float], price: float = 0.001) -> float:
    """The highest cut that costs next to nothing: what the scout passes on, the judge must look at."""
    values = [value(x) for x in grid]
    return round(float([x for x, v in zip(grid, values, strict=True) if v >= max(values) - price][-1]), 4)


def logistic(x: NDArray[Any], true: Flags) -> NDArray[np.float64]:
    """Newton's method, a little shrunk."""
    x = np.concatenate([x.astype(np.float64), np.ones((len(x), 1))], 1)
    y = true.astype(np.float64)
    w = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-(x @ w).clip(-30, 30)))
        h = (x * (p * (1 - p))[:, None]).T @ x + 1e-3 * np.eye(len(w))
        w += np.linalg.solve(h, x.T @ (y - p) - 1e-3 * w)
    return w


def f1(tp: float, said: float, true: float) -> float:
    return float(2 * tp / max(1e-9, said + true))


def _events(seen: Seen, kept: Flags) -> float:
    """Typed and untyped count the same."""
    return sum(_both(seen, kept))


def _both(seen: Seen, kept: Flags) -> tuple[float, float]:
    true = len(seen.every)
    return f1((seen.right & kept).sum(), kept.sum(), true), f1((seen.true & kept).sum(), kept.sum(), true)


def _f1s(seen: Seen, kept: Flags) -> str:
    return " and ".join(f"{one:.3f}" for one in _both(seen, kept))


def _likelihood(seen: Seen, scale: float) -> float:
    return float((seen.kinds[seen.true] * np.log(softmax(seen.act[seen.true] * np.float32(scale)) + 1e-9)).sum())


def _labels(seen: Seen, kept: Flags) -> tuple[float, float]:
    """Cuts for denied and actual."""
    actual = seen.mark(lambda i: MODALITIES[i.modality] == "actual")
    chance = softmax(seen.modality)[:, 0]
    on = kept & seen.true
    cuts = np.arange(0.2, 0.8, 0.02)
    denied = softmax(seen.polarity)[:, 1:].sum(1)
    negative = best(cuts, lambda x: _flagged(seen, kept, denied >= x))
    return negative, best(cuts, lambda x: float((actual == (chance >= x))[on].mean()) if on.any() else 0.0)


def _flagged(seen: Seen, kept: Flags, said: Flags) -> float:
    hit = (kept & said & seen.mark(lambda i: i.polarity > 0)).sum()
    return f1(hit, (kept & said).sum(), sum(i.polarity > 0 for i in seen.every))


def _spans(seen: Seen, settings: Settings, what: str) -> float:
    """F1 of role spans (half their words shared) or of dates and sources (any word shared)."""
    hit = said = 0
    for raw, text, tie in zip(seen.raws, seen.texts, seen.ties, strict=True):
        for judged in judgement_of(*raw[:5], settings):
            item = text.items[tie[judged.row]] if tie[judged.row] >= 0 else None
            good, many = _compared(judged, item, int(raw.offset[judged.row]), what)
            hit, said = hit + good, said + many
    true = sum(len(i.roles) if what == "roles" else getattr(i, what) is not None for i in seen.every)
    return f1(hit, said, true)


def _compared(judged: Judgement, item: Item | None, low: int, what: str) -> tuple[int, int]:
    """How many spans are right, and how many there are."""
    if what == "roles":
        parts = {(s - low, e - low) for _, s, e in item.roles} if item else set()
        return sum(any(_halves((s, e), w) for w in parts) for _, s, e, _ in judged.roles), len(judged.roles)
    span, want = (judged.date, item and item.date) if what == "date" else (judged.source, item and item.source)
    unknown = what == "date" and item and not item.date_known
    if span is None or unknown or (what == "source" and not judged.reported):
        return 0, 0
    return int(bool(want and want[0] - low < span[1] and span[0] < want[1] - low)), 1


def _halves(a: tuple[int, int], b: tuple[int, int]) -> bool:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return 2 * shared >= max(a[1], b[1]) - min(a[0], b[0])


def _tell_reliability(sure: Floats, right: Flags, told: Told) -> None:
    """What was said, and what came true."""
    for low in np.arange(0.1, 1.0, 0.1):
        in_it = (sure >= low) & (sure < low + 0.1)
        share = f"{right[in_it].mean():.2f} of them right" if in_it.any() else "none"
        told(f"sure from {low:.1f} to {low + 0.1:.1f}: {in_it.sum()} readings, {share}")
