"""Write the networks as int8 ONNX beside the vocabulary, ready for the program.

python train/export.py RUN --out src/dragoman/learned/weights
"""

import argparse
import json
import pathlib
import shutil
import warnings

import torch
from corpus import SPAN
from model import NARROW, Judge, Scout
from onnxruntime.quantization import QuantType, quantize_dynamic

FIRST = {
    "look": 0.15, "keep": 0.3, "scout": 0.5, "judge": 0.5, "bias": 0.0, "acts": 1.0, "slope": 1.0, "shift": 0.0,
    "role": 0.45, "date": 0.4, "source": 0.4, "reported": 0.5, "negative": 0.5, "actual": 0.5,
}  # fmt: skip


def export(run: pathlib.Path, out: pathlib.Path, *, int8: bool = True) -> None:
    out.mkdir(parents=True, exist_ok=True)
    saved = torch.load(run / "weights.pt")
    scout = Scout(saved["size"], len(saved["layers"])).eval()
    judge = Judge().eval()
    scout.load_state_dict(saved["scout"])
    judge.load_state_dict(saved["judge"])
    n, p, w = {1: "words"}, {1: "pieces"}, {0: "triggers"}
    whole = tuple(torch.ones(1, k, dtype=torch.long) for k in (9, 9, 5))
    near = (torch.randn(3, SPAN, NARROW), torch.ones(3, SPAN), torch.ones(3, SPAN))
    jobs = [
        (scout, "scout", whole, dict(ids=p, shape=p, first=n), dict(words=n, found=n)),
        (judge, "judge", near, dict(seen=w, trigger=w, valid=w), dict(tokens=w, whole=w)),
    ]
    for network, name, example, given, told in jobs:
        plain, final = out / f"{name}.fp32.onnx", out / f"{name}.onnx"
        write(network, example, given, told, plain)
        if int8:
            quantize(plain, final)
            plain.unlink()
        else:
            plain.rename(final)
    shutil.copy(run / "vocabulary.txt", out / "vocabulary.txt")
    settings = run / "settings.json"
    (out / "settings.json").write_text(settings.read_text() if settings.exists() else json.dumps(FIRST, indent=1))


def write(network, example: tuple, given: dict, told: dict, path: pathlib.Path) -> None:
    names = dict(input_names=list(given), output_names=list(told), dynamic_axes=given | told)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(network, example, str(path), opset_version=17, dynamo=False, **names)


def quantize(plain: pathlib.Path, final: pathlib.Path) -> None:
    """Seven bits of eight: on processors without VNNI a sum of two full products would overflow."""
    kinds = ["MatMul", "Gather"]
    quantize_dynamic(plain, final, kinds, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)


if __name__ == "__main__":
    ask = argparse.ArgumentParser()
    ask.add_argument("run", type=pathlib.Path)
    ask.add_argument("--out", type=pathlib.Path, required=True)
    ask.add_argument("--fp32", action="store_true")
    a = ask.parse_args()
    export(a.run, a.out, int8=not a.fp32)
