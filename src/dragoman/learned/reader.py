"""The learned reader: finds acts in prose, their clause, roles, date and source, without a rule.

reader = load()
reader.read("Turkey ceded Batum.", [(0, 19)])  -> (Reading(act="cession", trigger=(7, 12), ...),)
"""

import importlib.resources
import json
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources.abc import Traversable
from typing import NamedTuple, Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

from dragoman.learned.decode import Flags, Floats, Judgement, Settings, in_text, judgement_of, sigmoid, without_echoes
from dragoman.learned.labels import AFTER, BEFORE
from dragoman.learned.pieces import PLAIN, Ints, Pieces, Words
from dragoman.learned.windows import Window, windows_of

PLACES = np.arange(-BEFORE, AFTER + 1)

FILES = ("scout.onnx", "judge.onnx", "vocabulary.txt", "settings.json")

Span = tuple[int, int]


class Reading(msgspec.Struct, frozen=True):
    """One act the text tells of; all spans are code points of the whole text."""

    act: str
    alternatives: tuple[tuple[str, float], ...]
    trigger: Span
    evidence: Span
    roles: tuple[tuple[str, int, int, float], ...]
    date: Span | None
    source: Span | None
    polarity: str
    modality: str
    reported: bool
    confidence: float


class Numbers(NamedTuple):
    """What the networks say of the likely triggers of one window; words count from `offset` in the text."""

    tokens: Floats
    whole: Floats
    scouted: Floats
    trigger: Flags
    valid: Flags
    offset: Ints


class Network(Protocol):
    """What we use of an ONNX Runtime session."""

    def run(self, outputs: None, inputs: Mapping[str, NDArray[np.int64] | Floats], /) -> list[Floats]: ...


def load(folder: Traversable | None = None, *, threads: int = 1) -> "LearnedReader | None":
    """The reader that came with the program (or lies in this folder), or None when its weights do not."""
    weights = folder or shipped()
    if not all((weights / name).is_file() for name in FILES):
        return None
    scout, judge, vocabulary, settings = ((weights / name).read_bytes() for name in FILES)
    return LearnedReader(scout, judge, vocabulary.decode(), json.loads(settings), threads=threads)


def shipped() -> Traversable:
    """The folder of the weights that came with the program."""
    return importlib.resources.files("dragoman.learned") / "weights"


class LearnedReader:
    """Two small networks: a scout that reads windows once, a judge that looks at each likely trigger."""

    def __init__(self, scout: bytes, judge: bytes, vocabulary: str, settings: Settings, *, threads: int = 1) -> None:
        self._scout = session(scout, threads)
        self._judge = session(judge, threads)
        self._pieces = Pieces(vocabulary.splitlines())
        self._settings = settings

    def read(self, text: str, sentences: Sequence[Span]) -> tuple[Reading, ...]:
        """All acts told in these sentences, in the order of their triggers; the same for the same text."""
        words = self._pieces(text)
        found = (reading for window in windows_of(words, sentences) for reading in self._read(words, window))
        return tuple(sorted(found, key=lambda r: (r.trigger, r.act)))

    def try_out(self, text: str) -> None:
        """Reads a text with every cut at nothing, and the last word of the vocabulary: what does not fit raises."""
        last = np.array([[self._pieces.start, len(self._pieces) - 1, self._pieces.stop]])
        self._scout.run(None, {"ids": last, "shape": np.full_like(last, PLAIN), "first": np.array([[1]])})
        words = self._pieces(text)
        vectors, found = self._scout.run(None, self._inputs(words, Window(0, len(words.start))))
        every = np.arange(len(words.start))
        numbers = self._judge_all(Window(0, len(words.start)), vectors[0], sigmoid(found[0]), every)
        judgement_of(*numbers[:5], self._settings)

    def numbers(self, text: str, sentences: Sequence[Span]) -> Iterator[Numbers]:
        """What the networks say of every likely trigger, window by window, before anything is cut."""
        words = self._pieces(text)
        for window in windows_of(words, sentences):
            if (found := self._numbers(words, window)) is not None:
                yield found

    def _read(self, words: Words, window: Window) -> list[Reading]:
        found = self._numbers(words, window)
        if found is None:
            return []
        placed = [in_text(j, int(found.offset[j.row])) for j in judgement_of(*found[:5], self._settings)]
        return [reading_of(j, words) for j in without_echoes(placed)]

    def _numbers(self, words: Words, window: Window) -> Numbers | None:
        # One window a run: no padding, nothing to mask, and what passes between layers stays in the cache.
        vectors, found = self._scout.run(None, self._inputs(words, window))
        chance = sigmoid(found[0])
        at = np.nonzero(chance[:, 0] >= self._settings["look"])[0]
        return self._judge_all(window, vectors[0], chance, at) if len(at) else None

    def _inputs(self, words: Words, window: Window) -> dict[str, Ints]:
        low, high = words.first[window.first], words.first[window.last]
        return {
            "ids": framed(words.ids[low:high], self._pieces.start, self._pieces.stop),
            "shape": framed(words.shape[low:high], PLAIN, PLAIN),
            "first": (words.first[window.first : window.last] - low + 1)[None, :],
        }

    def _judge_all(self, window: Window, vectors: Floats, chance: Floats, at: Ints) -> Numbers:
        index = at[:, None] + PLACES
        valid = (index >= 0) & (index < len(vectors))
        inside = index.clip(0, len(vectors) - 1)
        trigger = self._trigger(chance[inside, 1], valid)
        numbers = {"seen": vectors[inside], "trigger": trigger.astype(np.float32), "valid": valid.astype(np.float32)}
        tokens, whole = self._judge.run(None, numbers)
        return Numbers(tokens, whole, chance[at, 0], trigger, valid, window.first + at - BEFORE)

    def _trigger(self, inside: Floats, valid: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """The first word, and those after it for as long as they go on."""
        more = (inside[:, BEFORE + 1 :] >= 0.5) & valid[:, BEFORE + 1 :]
        trigger = np.zeros(valid.shape, np.bool_)
        trigger[:, BEFORE] = True
        trigger[:, BEFORE + 1 :] = np.logical_and.accumulate(more, axis=1)
        return trigger


def session(weights: bytes, threads: int) -> Network:
    """An ONNX Runtime session that keeps to its threads and says nothing."""
    import onnxruntime  # here, not above: it takes a fifth of a second that no other command should pay

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.use_deterministic_compute = True
    network: Network = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
    return network


def framed(numbers: Ints, before: int, after: int) -> Ints:
    return np.concatenate([[before], numbers, [after]])[None, :]


def reading_of(judged: Judgement, words: Words) -> Reading:
    """Words of the text become code points."""

    def span(pair: Span) -> Span:
        return int(words.start[pair[0]]), int(words.end[pair[1] - 1])

    return Reading(
        act=judged.act,
        alternatives=judged.alternatives,
        trigger=span(judged.trigger),
        evidence=span(judged.evidence),
        roles=tuple((role, *span((first, last)), sure) for role, first, last, sure in judged.roles),
        date=span(judged.date) if judged.date else None,
        source=span(judged.source) if judged.source else None,
        polarity=judged.polarity,
        modality=judged.modality,
        reported=judged.reported,
        confidence=judged.confidence,
    )
