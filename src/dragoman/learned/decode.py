"""From the judge's numbers to what it says: spans, labels, and how sure it is.

judgement_of(tokens, whole, ...) -> [Judgement(act="cession", roles=(("agent", 40, 41, 0.9),), ...)]
"""

from collections.abc import Sequence
from typing import NamedTuple, TypedDict

import numpy as np
from numpy.typing import NDArray

from dragoman.learned.labels import ACTS, MODALITIES, POLARITIES, ROLES

Floats = NDArray[np.float32]
Flags = NDArray[np.bool_]
Pair = tuple[int, int]

TOKEN_PARTS = (2 * len(ROLES) + 1, 3, 3, 2)
WHOLE_PARTS = (len(ACTS), len(POLARITIES), len(MODALITIES), 1, 1)
WORTH_SAYING = 0.1  # an act beside the first is told from here on
ECHO = 0.7  # shared words of two clauses that tell one thing
LONGEST = 70  # words of a clause


class Settings(TypedDict):
    """Fitted on held-out texts: where to cut, and how to weigh the scout and the judge."""

    look: float
    keep: float
    scout: float
    judge: float
    bias: float
    acts: float
    slope: float
    shift: float
    role: float
    date: float
    source: float
    reported: float
    negative: float
    actual: float


class Judgement(NamedTuple):
    """One trigger judged; spans are words, counted from BEFORE words before the trigger."""

    row: int
    act: str
    alternatives: tuple[tuple[str, float], ...]
    trigger: Pair
    evidence: Pair
    roles: tuple[tuple[str, int, int, float], ...]
    date: Pair | None
    source: Pair | None
    polarity: str
    modality: str
    reported: bool
    confidence: float


def judgement_of(
    tokens: Floats, whole: Floats, scouted: Floats, trigger: Flags, valid: Flags, settings: Settings
) -> list[Judgement]:
    """What is worth keeping of a batch of triggers."""
    act, polarity, modality, reported, truth = np.split(whole, np.cumsum(WHOLE_PARTS)[:-1], axis=1)
    role, date, source, ends = np.split(tokens, np.cumsum(TOKEN_PARTS)[:-1], axis=2)
    acts = softmax(act * settings["acts"])
    sure = confidence_of(scouted, truth[:, 0], acts, settings)
    role, date, source = softmax(role), softmax(date), softmax(source)
    polarities, modalities = softmax(polarity), softmax(modality)
    said = sigmoid(reported[:, 0])
    judged = []
    for row in np.nonzero(sure >= settings["keep"])[0].tolist():
        best = int(acts[row].argmax())
        first = int(trigger[row].argmax())
        core = (first, first + int(trigger[row].sum()))
        judged.append(
            Judgement(
                row=row,
                act=ACTS[best],
                alternatives=others(acts[row], best),
                trigger=core,
                evidence=clause(ends[row], valid[row], core),
                roles=roles_of(role[row], valid[row], settings["role"]),
                date=one_span(date[row], valid[row], settings["date"]),
                source=one_span(source[row], valid[row], settings["source"]),
                polarity=polarity_of(polarities[row], settings["negative"]),
                modality=modality_of(modalities[row], settings["actual"]),
                reported=bool(said[row] >= settings["reported"]),
                confidence=round(float(sure[row]), 4),
            )
        )
    return judged


def in_text(judged: Judgement, offset: int) -> Judgement:
    """The same, with words counted from the beginning of the text."""

    def moved(pair: Pair) -> Pair:
        return pair[0] + offset, pair[1] + offset

    return judged._replace(
        trigger=moved(judged.trigger),
        evidence=moved(judged.evidence),
        roles=tuple((role, first + offset, last + offset, sure) for role, first, last, sure in judged.roles),
        date=moved(judged.date) if judged.date else None,
        source=moved(judged.source) if judged.source else None,
    )


def without_echoes(judged: Sequence[Judgement]) -> list[Judgement]:
    """Of judgements that say one act of one clause ("entered into negotiations": two triggers), the surest."""
    kept: list[Judgement] = []
    for one in sorted(judged, key=lambda j: (-j.confidence, j.row)):
        if not any(one.act == other.act and alike(one.evidence, other.evidence) for other in kept):
            kept.append(one)
    return kept


def alike(a: Pair, b: Pair) -> bool:
    """Whether two spans share most of their words."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared >= ECHO * (max(a[1], b[1]) - min(a[0], b[0]))


def confidence_of(scouted: Floats, truth: Floats, acts: Floats, settings: Settings) -> Floats:
    """How likely it is this act, or one as good: fitted on held-out texts, so that 0.7 comes true 7 times in 10."""
    weighed = settings["scout"] * logit(scouted) + settings["judge"] * truth + settings["bias"]
    at_all = sigmoid(weighed.astype(np.float32))
    this_act = np.asarray(at_all * acts.max(axis=1), np.float32)
    return sigmoid((settings["slope"] * logit(this_act) + settings["shift"]).astype(np.float32))


def logit(chance: Floats) -> Floats:
    kept = chance.clip(1e-6, 1 - 1e-6)
    return np.asarray(np.log(kept / (1 - kept)), np.float32)


def sigmoid(x: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-x.clip(-30, 30))), np.float32)


def softmax(x: Floats) -> Floats:
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return np.asarray(e / e.sum(axis=-1, keepdims=True), np.float32)


def others(chances: Floats, best: int) -> tuple[tuple[str, float], ...]:
    """The acts it might as well be, likeliest first."""
    order = np.argsort(-chances, kind="stable").tolist()
    return tuple((ACTS[i], round(float(chances[i]), 4)) for i in order if i != best and chances[i] >= WORTH_SAYING)


def clause(ends: Floats, valid: Flags, core: Pair) -> Pair:
    """The best pair of ends around the trigger."""
    start = np.where(valid, ends[:, 0], -1e9)[: core[0] + 1]
    end = np.where(valid, ends[:, 1], -1e9)[core[1] - 1 :]
    first = int(start.argmax())
    last = core[1] - 1 + int(end[:LONGEST].argmax())
    return first, last + 1


def roles_of(chances: Floats, valid: Flags, cut: float) -> tuple[tuple[str, int, int, float], ...]:
    """Every span that begins surely enough, for as long as it goes on."""
    begins, goes_on = chances[:, 1::2], chances[:, 2::2]
    any_begin = begins.sum(axis=1)
    found: list[tuple[str, int, int, float]] = []
    at = 0
    for place in np.nonzero(valid & (any_begin >= cut))[0].tolist():
        if place < at:
            continue
        role = int(begins[place].argmax())
        at = place + 1
        while at < len(valid) and valid[at] and goes_on[at].sum() > 0.5 and goes_on[at].sum() > any_begin[at]:
            at += 1
        found.append((ROLES[role], place, at, round(float(begins[place, role]), 4)))
    return tuple(found)


def one_span(chances: Floats, valid: Flags, cut: float) -> Pair | None:
    """The likeliest span, if it is likely enough; it may begin before its likeliest beginning ("3 March 1878")."""
    belongs = np.where(valid, chances[:, 1] + chances[:, 2], 0)
    first = int(np.where(valid, chances[:, 1], 0).argmax())
    if belongs[first] < cut:
        return None
    last = first + 1
    while first > 0 and belongs[first - 1] >= 0.5:
        first -= 1
    while last < len(belongs) and belongs[last] >= 0.5:
        last += 1
    return first, last


def polarity_of(chances: Floats, cut: float) -> str:
    """Denied when surely enough denied; a historian would rather strike a no than miss one."""
    return POLARITIES[int(1 + chances[1:].argmax())] if chances[1:].sum() >= cut else POLARITIES[0]


def modality_of(chances: Floats, cut: float) -> str:
    return MODALITIES[0] if chances[0] >= cut else MODALITIES[int(1 + chances[1:].argmax())]
