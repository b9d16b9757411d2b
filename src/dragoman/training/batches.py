"""Windows of texts as tensors, with what the scout and the judge shall say of them.

for batch in batches(windows, chance): ids, shape, first, target = tensors(batch)
"""

from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

import torch
from torch import Tensor

from dragoman.learned.labels import ACTS, BEFORE
from dragoman.learned.pieces import PLAIN, Pieces
from dragoman.learned.windows import MOST
from dragoman.training.corpus import Item, Text
from dragoman.training.disguise import Names
from dragoman.training.networks import SPAN
from dragoman.training.sentences import cut

IGNORE = -100
BATCH = 1400  # pieces in a batch
NOT_KNOWN = -1.0


class Window(NamedTuple):
    """One window, ready to be put in a batch; triggers are counted from its first word, `at` in the text."""

    ids: list[int]
    shape: list[int]
    first: list[int]
    at: int
    items: list[Item]
    rejected: list[int]
    in_part: bool


class Targets(NamedTuple):
    """For every trigger of a batch: where it is and what the judge shall say of it."""

    where: Tensor
    at: Tensor
    length: Tensor
    roles: Tensor
    date: Tensor
    source: Tensor
    ends: Tensor
    whole: Tensor
    acts: Tensor


def windows_of(text: Text, pieces: Pieces, names: Names, chance: Random, *, disguised: bool) -> Iterator[Window]:
    """The windows of a text that teach something: of one known in part, those in which something was judged."""
    words = names.swap(text.words, chance, chance.choice([0.0, 0.3, 0.7])) if disguised else text.words
    entries = [pieces.of(w) for w in words]
    counts = [len(ids) for ids, _ in entries]
    mask = pieces.number("[MASK]")
    for a, b in cut(text.sentences, counts, MOST, chance if disguised else None):
        ids, shape, first = [pieces.start], [PLAIN], list[int]()
        for numbers, kind in entries[a:b]:
            first.append(len(ids))
            masked = disguised and chance.random() < 0.03
            ids += [mask] * len(numbers) if masked else numbers
            shape += [kind] * len(numbers)
        items = [i for i in text.items if a <= i.trigger[0] < b]
        rejected = [s - a for s, _ in text.rejected if a <= s < b]
        if items or rejected or not text.in_part:
            yield Window([*ids, pieces.stop], [*shape, PLAIN], first, a, items, rejected, text.in_part)


def batches(windows: Sequence[Window], chance: Random) -> list[list[Window]]:
    """Alike lengths together, in random order."""
    order = sorted(windows, key=lambda w: len(w.ids) + chance.random() * 12)
    made: list[list[Window]] = []
    held: list[Window] = []
    size = 0
    for w in order:
        if held and (len(held) + 1) * max(size, len(w.ids)) > BATCH:
            made.append(held)
            held, size = [], 0
        held.append(w)
        size = max(size, len(w.ids))
    made.append(held)
    chance.shuffle(made)
    return made


def tensors(batch: Sequence[Window]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Pieces, shapes, first pieces of words, and of each word whether a trigger begins or goes on there."""
    n, w = max(len(x.ids) for x in batch), max(len(x.first) for x in batch)
    ids, shape, first = (torch.zeros(len(batch), k, dtype=torch.long) for k in (n, n, w))
    target = torch.full((len(batch), w, 2), NOT_KNOWN)
    for r, x in enumerate(batch):
        ids[r, : len(x.ids)] = torch.tensor(x.ids)
        shape[r, : len(x.shape)] = torch.tensor(x.shape)
        first[r, : len(x.first)] = torch.tensor(x.first)
        if x.in_part:
            _judged_only(target[r], x)
        else:
            _everything(target[r], x)
    return ids, shape, first, target


def _everything(target: Tensor, window: Window) -> None:
    target[: len(window.first)] = 0
    for item in window.items:
        s, e = item.trigger[0] - window.at, min(item.trigger[1] - window.at, len(window.first))
        target[s, 0] = 1
        target[s + 1 : e, 1] = 1


def _judged_only(target: Tensor, window: Window) -> None:
    """A word that nobody judged is neither a trigger nor none, and nobody judges how far a trigger goes."""
    for s in window.rejected:
        target[s, 0] = 0
    for item in window.items:
        target[item.trigger[0] - window.at, 0] = 1


def targets(batch: Sequence[Window]) -> Targets:
    """What the judge shall say of every trigger of the batch."""
    rows = [(r, item, x) for r, x in enumerate(batch) for item in x.items]
    n = len(rows)
    roles, date, source = (torch.zeros(n, SPAN, dtype=torch.long) for _ in range(3))
    ends = torch.full((n, 2), IGNORE, dtype=torch.long)
    whole = torch.zeros(n, 3, dtype=torch.long)
    acts = torch.zeros(n, len(ACTS))
    for k, (_, item, x) in enumerate(rows):
        low = item.trigger[0] - BEFORE  # word of the text at place 0
        _mark_roles(roles[k], item, low)
        _mark_span(date[k], item.date, low, known=item.date_known)
        _mark_span(source[k], item.source, low, known=not item.reported)
        if item.evidence:
            ends[k, 0] = _place(max(item.evidence[0], x.at) - low)
            ends[k, 1] = _place(min(item.evidence[1], x.at + len(x.first)) - 1 - low)
        whole[k] = torch.tensor([item.polarity, item.modality, item.reported])
        acts[k] = torch.from_numpy(item.acts)
    where, at, length = (
        torch.tensor(numbers, dtype=torch.long)
        for numbers in (
            [r for r, *_ in rows],
            [i.trigger[0] - x.at for _, i, x in rows],
            [max(1, i.trigger[1] - i.trigger[0]) for _, i, _ in rows],
        )
    )
    return Targets(where, at, length, roles, date, source, ends, whole, acts)


def rejected_in(batch: Sequence[Window]) -> Tensor:
    """Where a person said that no act is told: (window, word)."""
    return torch.tensor([(r, s) for r, x in enumerate(batch) for s in x.rejected], dtype=torch.long).reshape(-1, 2)


def _mark_roles(row: Tensor, item: Item, low: int) -> None:
    if not item.roles_known:
        row[:] = IGNORE
    for role, s, e in item.roles:
        _mark(row, s - low, e - low, 1 + 2 * role)


def _mark_span(row: Tensor, span: tuple[int, int] | None, low: int, *, known: bool) -> None:
    if span:
        _mark(row, span[0] - low, span[1] - low, 1)
    elif not known:
        row[:] = IGNORE


def _mark(row: Tensor, s: int, e: int, label: int) -> None:
    """begin, then inside; only where it begins within reach."""
    if 0 <= s < SPAN:
        row[s] = label
        row[s + 1 : min(e, SPAN)] = label + 1


def _place(at: int) -> int:
    return at if 0 <= at < SPAN else IGNORE
