"""How far the networks are from what they shall say, part by part.

sum(losses(scout, judge, batch).values()).backward()
"""

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional as F

from dragoman.learned.decode import TOKEN_PARTS, WHOLE_PARTS
from dragoman.learned.labels import BEFORE
from dragoman.training.batches import IGNORE, Window, rejected_in, targets, tensors
from dragoman.training.networks import SPAN, Judge, Scout, gather


def losses(scout: Scout, judge: Judge, batch: Sequence[Window]) -> dict[str, Tensor]:
    """One number for each thing that is learned."""
    ids, shape, first, target = tensors(batch)
    words, found = scout(ids, shape, first)
    wanted = targets(batch)
    n = len(wanted.at)
    none = torch.cat([_lookalikes(found, target, max(1, n // 2)), rejected_in(batch)])
    where, at = torch.cat([wanted.where, none[:, 0]]), torch.cat([wanted.at, none[:, 1]])
    length = torch.cat([wanted.length, torch.ones(len(none), dtype=torch.long)])
    seen, index = gather(words, where, at)
    sizes = torch.tensor([len(x.first) for x in batch])[where]
    valid = ((index >= 0) & (index < sizes[:, None])).float()
    place = torch.arange(SPAN)
    trigger = ((place >= BEFORE) & (place < BEFORE + length[:, None])).float() * valid
    tokens, out = judge(seen, trigger, valid)
    act, polarity, modality, reported, truth = out.split(WHOLE_PARTS, -1)
    answer = torch.cat([torch.ones(n), torch.zeros(len(none))]) * 0.94 + 0.03
    parts = {"detect": _detected(found, target)}
    if len(answer):
        parts["truth"] = F.binary_cross_entropy_with_logits(truth[:, 0], answer) * 0.7
    if not n:
        return parts
    role_out, date_out, source_out, end_out = tokens[:n].split(TOKEN_PARTS, -1)
    gone = valid[:n] == 0
    roles, date, source = (t.masked_fill(gone, IGNORE) for t in (wanted.roles, wanted.date, wanted.source))
    ends = torch.where(gone.gather(1, wanted.ends.clamp(min=0)) | (wanted.ends < 0), IGNORE, wanted.ends)
    end_out = end_out.masked_fill(gone[:, :, None], -1e4)
    told = wanted.whole
    return parts | {
        "act": -(wanted.acts * F.log_softmax(act[:n], -1)).sum() / n,
        "roles": _summed(role_out, roles) / n / 5,
        "date": _summed(date_out, date) / n / 3,
        "source": _summed(source_out, source) / n / 3,
        "ends": _summed(end_out.transpose(1, 2), ends) / n / 2,
        "polarity": F.cross_entropy(polarity[:n], told[:, 0], label_smoothing=0.01),
        "modality": F.cross_entropy(modality[:n], told[:, 1], label_smoothing=0.02) * 0.7,
        "reported": F.binary_cross_entropy_with_logits(reported[:n, 0], told[:, 2].float() * 0.96 + 0.02) * 0.7,
    }


def _detected(found: Tensor, target: Tensor) -> Tensor:
    many = max(1.0, float((target[:, :, 0] == 1).sum()))
    soft = target.clamp(min=0) * 0.95 + 0.01
    return (F.binary_cross_entropy_with_logits(found, soft, reduction="none") * (target >= 0)).sum() / many


def _lookalikes(found: Tensor, target: Tensor, most: int) -> Tensor:
    """Words that look like a trigger and are none: the judge shall say so."""
    with torch.no_grad():
        close = (torch.sigmoid(found[:, :, 0]) * (target[:, :, 0] == 0) > 0.06).nonzero()
        return close[torch.randperm(len(close))[:most]]


def _summed(out: Tensor, target: Tensor) -> Tensor:
    return F.cross_entropy(out.flatten(0, 1), target.flatten(), ignore_index=IGNORE, reduction="sum")
