"""Make the learned reader again: everything, in order.

make(Plan((Path("corpus"),), encoder), Path("my-weights"), Path("work"))

A first run and half as many rounds again, with texts held out: their mean gives the cuts and the figures. A few gentle
rounds on everything from where the first run ended, again in the mean with the second run: that is what is kept.
"""

import shutil
from pathlib import Path

import torch

from dragoman.training.calibrating import calibrate, fit_for
from dragoman.training.corpus import load_all
from dragoman.training.exporting import export
from dragoman.training.plan import Plan, Told
from dragoman.training.rounds import kept_out, run


def make(plan: Plan, out: Path, work: Path, told: Told = print) -> None:
    """The weights, into the folder `out`; what comes before them stays in `work`. `told` hears how far it is."""
    first, again, trial, every, final = (work / name for name in ("first", "again", "trial", "every", "final"))
    texts = load_all(plan.folders)
    away = kept_out(plan, texts)
    fit_for(texts, away)  # looked at before anybody waits
    run(plan, first, _step("first run", told))
    run(plan.again(first / "weights.pt"), again, _step("second run", told))
    _blend(first, again, trial)
    export(trial, trial / "weights")
    calibrate(texts, trial / "weights", away, _step("cuts and chances", told))
    run(plan.on_everything(first / "weights.pt"), every, _step("on everything", told))
    _blend(every, again, final)
    shutil.copy(trial / "weights" / "settings.json", final / "settings.json")
    export(final, out)


def _step(name: str, told: Told) -> Told:
    return lambda line: told(f"{name}: {line}")


def _blend(one: Path, other: Path, out: Path) -> None:
    """The mean of two runs that started from the same: better on held-out texts than either."""
    out.mkdir(parents=True, exist_ok=True)
    state, beside = torch.load(one / "weights.pt"), torch.load(other / "weights.pt")
    for name in ("scout", "judge"):
        state[name] = {key: (value + beside[name][key]) / 2 for key, value in state[name].items()}
    torch.save(state, out / "weights.pt")
    shutil.copy(one / "vocabulary.txt", out / "vocabulary.txt")
