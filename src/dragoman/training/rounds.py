"""One run of training: rates, rounds, and the running mean of the weights.

run(plan, Path("work/first"), told)      writes weights.pt, vocabulary.txt and held-out.json
"""

import json
import math
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from dragoman.learned.pieces import Pieces
from dragoman.model import DragomanError
from dragoman.training.batches import Window, batches, windows_of
from dragoman.training.corpus import Text, load_all
from dragoman.training.disguise import Names
from dragoman.training.holding_out import held_out
from dragoman.training.losses import losses
from dragoman.training.networks import Judge, Scout, start_from
from dragoman.training.plan import Plan, Told


def run(plan: Plan, out: Path, told: Told) -> None:
    """Weights, vocabulary and the names of the texts held out, into a folder; `told` hears after each round."""
    out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(plan.threads)
    torch.manual_seed(plan.seed)
    texts = load_all(plan.folders)
    away = kept_out(plan, texts)
    (out / "held-out.json").write_text(json.dumps(sorted(away), indent=1), encoding="utf-8")
    vocabulary = (plan.encoder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    rows = _worth_keeping(vocabulary)
    kept = [vocabulary[i] for i in rows]
    (out / "vocabulary.txt").write_text("\n".join(kept) + "\n", encoding="utf-8")
    scout, judge = Scout(len(kept), len(plan.layers)), Judge()
    start_from(scout, plan.encoder / "model.safetensors", rows, plan.layers)
    if plan.start:
        earlier = torch.load(plan.start)
        scout.load_state_dict(earlier["scout"])
        judge.load_state_dict(earlier["judge"])
    learn = [t for t in texts if t.name not in away]
    if not any(t.items for t in learn):
        raise DragomanError("nothing is left to learn from once some texts are held out: give a corpus of more texts")
    mean = _Mean([scout, judge], 0.99)
    for _ in _rounds(plan, mean, _Material(learn, Pieces(kept), random.Random(plan.seed)), told):
        state = {"scout": mean.held[0], "judge": mean.held[1], "layers": list(plan.layers), "size": len(kept)}
        torch.save(state, out / "weights.pt")


def kept_out(plan: Plan, texts: Sequence[Text]) -> set[str]:
    """The names of the texts that a run does not learn from."""
    away = held_out(texts, plan.held_out, 1) if plan.held_out else set()
    return away | {t.name for t in texts if plan.without and t.name.startswith(plan.without) and not t.in_part}


def _worth_keeping(vocabulary: Sequence[str]) -> list[int]:
    """Rows of the vocabulary without unused ones, and without scripts that English prose does not hold."""

    def foreign(char: str) -> bool:
        return ord(char) > 0x24F and not 0x2010 <= ord(char) <= 0x20BF

    return [
        number
        for number, piece in enumerate(vocabulary)
        if not piece.startswith("[unused") and not any(map(foreign, piece.removeprefix("##")))
    ]


class _Material:
    """The texts to learn from, cut and disguised anew for every round."""

    def __init__(self, texts: Sequence[Text], pieces: Pieces, chance: random.Random) -> None:
        self._texts, self._pieces, self._chance = texts, pieces, chance
        self._names = Names(texts)

    def __len__(self) -> int:
        """About how many batches a round has."""
        chance = random.Random(0)
        return len(batches(self._windows(chance, disguised=False), chance))

    def batches(self) -> list[list[Window]]:
        return batches(self._windows(self._chance, disguised=True), self._chance)

    def _windows(self, chance: random.Random, *, disguised: bool) -> list[Window]:
        texts = self._texts
        return [w for t in texts for w in windows_of(t, self._pieces, self._names, chance, disguised=disguised)]


class _Mean:
    """A running mean of the weights: steadier than the last step."""

    def __init__(self, modules: Sequence[nn.Module], keep: float) -> None:
        self.modules, self._keep, self._count = modules, keep, 0
        self.held: list[dict[str, Tensor]] = [
            {k: v.detach().clone() for k, v in m.state_dict().items()} for m in modules
        ]

    def step(self) -> None:
        self._count += 1
        keep = min(self._keep, (1 + self._count) / (10 + self._count))
        with torch.no_grad():
            for held, module in zip(self.held, self.modules, strict=True):
                for k, v in module.state_dict().items():
                    held[k].lerp_(v, 1 - keep)


def _rounds(plan: Plan, mean: _Mean, material: _Material, told: Told) -> Iterator[int]:
    """The number of each round as it ends."""
    scout, judge = mean.modules
    adam = torch.optim.AdamW(_parameters(scout, judge, plan.rate), weight_decay=0.01, betas=(0.9, 0.98))
    total, step, began = len(material) * plan.rounds, 0, time.monotonic()
    scout.train()
    judge.train()
    for number in range(1, plan.rounds + 1):
        sums: Counter[str] = Counter()
        made = material.batches()
        for batch in made:
            step += 1
            for group in adam.param_groups:
                group["lr"] = group["peak"] * plan.force * _pace(step / total)
            parts = losses(scout, judge, batch)
            adam.zero_grad(set_to_none=True)
            sum(parts.values()).backward()
            nn.utils.clip_grad_norm_([p for group in adam.param_groups for p in group["params"]], 2.0)
            adam.step()
            mean.step()
            sums.update({k: float(v.detach()) / len(made) for k, v in parts.items()})
        far = ", ".join(f"{name} {value:.2f}" for name, value in sums.items())
        told(f"round {number} of {plan.rounds}, {time.monotonic() - began:.0f} s; still off by: {far}")
        yield number


def _parameters(scout: Scout, judge: Judge, rate: float, decay: float = 0.9) -> list[dict[str, Any]]:
    """Lower layers learn more slowly; the heads fast."""
    heads = (*judge.parameters(), *scout.detect.parameters(), *scout.narrow.parameters(), scout.mix, scout.shape.weight)
    sets: list[dict[str, Any]] = [{"params": list(heads), "lr": 1.2e-3}]
    for depth, layer in enumerate(reversed(scout.layers)):
        sets.append({"params": list(layer.parameters()), "lr": rate * decay**depth})
    low = rate * decay ** len(scout.layers)
    scout.word.weight.requires_grad_(False)  # names of new topics stay where the encoder had them
    sets.append({"params": [*scout.norm.parameters(), scout.place.weight], "lr": low})
    for one in sets:
        one["peak"] = one["lr"]
    return sets


def _pace(done: float) -> float:
    """Up for a twelfth of the way, then down along a cosine."""
    return min(1.0, done / 0.08) * max(0.02, 0.5 + 0.5 * math.cos(math.pi * min(1.0, done)))
