"""Write the networks as int8 ONNX beside the vocabulary, ready for the program.

export(Path("work/final"), Path("my-weights"))
"""

import json
import logging
import shutil
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from dragoman.learned.decode import Settings
from dragoman.training.networks import NARROW, SPAN, Judge, Scout

# Before calibrating has fitted better ones.
FIRST = Settings(
    look=0.15, keep=0.3, scout=0.5, judge=0.5, bias=0.0, acts=1.0, slope=1.0, shift=0.0,
    role=0.45, date=0.4, source=0.4, reported=0.5, negative=0.5, actual=0.5,
)  # fmt: skip

Axes = Mapping[str, Mapping[int, str]]


def export(run: Path, out: Path) -> None:
    """What the program reads by, into a folder: two networks, the vocabulary, and the settings of the run."""
    out.mkdir(parents=True, exist_ok=True)
    saved = torch.load(run / "weights.pt")
    scout = Scout(saved["size"], len(saved["layers"])).eval()
    judge = Judge().eval()
    scout.load_state_dict(saved["scout"])
    judge.load_state_dict(saved["judge"])
    words, pieces, triggers = {1: "words"}, {1: "pieces"}, {0: "triggers"}
    whole = tuple(torch.ones(1, k, dtype=torch.long) for k in (9, 9, 5))
    near = (torch.randn(3, SPAN, NARROW), torch.ones(3, SPAN), torch.ones(3, SPAN))
    given: Axes = {"ids": pieces, "shape": pieces, "first": words}
    _write(scout, whole, given, {"words": words, "found": words}, out / "scout.onnx")
    given = {"seen": triggers, "trigger": triggers, "valid": triggers}
    _write(judge, near, given, {"tokens": triggers, "whole": triggers}, out / "judge.onnx")
    shutil.copy(run / "vocabulary.txt", out / "vocabulary.txt")
    settings = run / "settings.json"
    fitted = settings.read_text(encoding="utf-8") if settings.exists() else json.dumps(FIRST, indent=1) + "\n"
    (out / "settings.json").write_text(fitted, encoding="utf-8")


def _write(network: nn.Module, example: tuple[Any, ...], given: Axes, told: Axes, path: Path) -> None:
    plain = path.with_suffix(".fp32.onnx")
    names = {"input_names": list(given), "output_names": list(told), "dynamic_axes": {**given, **told}}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(network, example, str(plain), opset_version=17, dynamo=False, **names)
    _quantize(plain, path)
    plain.unlink()


def _quantize(plain: Path, final: Path) -> None:
    """Seven bits of eight: on processors without VNNI a sum of two full products would overflow."""
    kinds = ["MatMul", "Gather"]
    # It advises a step before this one, which would change nothing here.
    logging.disable(logging.WARNING)
    try:
        quantize_dynamic(plain, final, kinds, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    finally:
        logging.disable(logging.NOTSET)
