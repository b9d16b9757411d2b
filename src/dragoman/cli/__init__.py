"""Words in, exit code out: 0 done, 1 done with problems at or above the asked level, 2 the caller's mistake.

dragoman init my-dossier; cp texts my-dossier/accounts; cd my-dossier; dragoman build; dragoman compare
"""

import sys

from dragoman.cli import quick
from dragoman.errors import DragomanError


def main() -> None:
    """Runs the command line; the caller's mistakes end in one sentence and exit code 2."""
    try:
        if quick.dates(sys.argv[1:]):
            raise SystemExit(0)
        # What reads the words of all other commands takes longer to load than a text takes to read.
        from dragoman.cli.commands import app

        app()
    except DragomanError as mistake:
        print(f"dragoman: {mistake}", file=sys.stderr)
        raise SystemExit(2) from None
