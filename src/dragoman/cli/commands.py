"""Every command of the command line, put together.

app(["compare", "-d", "my-dossier"])
"""

from collections.abc import Callable
from typing import Any

import typer

from dragoman.cli import asking, judging, learning, ledgers, making, names, sharing, trying

# Every command, as the help lists them. To add one, write a function in a module beside this and its row here; a name
# of two words is a command of a group. Nothing heavy is imported by these modules: `dragoman --help` answers before a
# language model could be found on the disk.
COMMANDS: tuple[tuple[str, Callable[..., None]], ...] = (
    ("init", making.init),
    ("build", making.build),
    ("show", asking.show),
    ("compare", asking.compare),
    ("status", asking.status),
    ("claims", ledgers.claims),
    ("positions", ledgers.positions),
    ("conferences", ledgers.conferences),
    ("promises", ledgers.promises),
    ("lineage", ledgers.lineage),
    ("search", asking.search),
    ("problems", asking.problems),
    ("why", asking.why),
    ("who", names.who),
    ("same", names.same),
    ("different", names.different),
    ("try", trying.try_),
    ("dates", trying.dates),
    ("report", sharing.report),
    ("cite", sharing.cite),
    ("export", making.export),
    ("serve", making.serve),
    ("demo", making.demo),
    ("judgements merge", judging.merge),
    ("judgements people", judging.people),
    ("train", learning.train),
    ("places import", names.import_),
)
GROUPS = {"judgements": "What people decided.", "places": "The list of places."}


def _typer(help_: str, **more: Any) -> typer.Typer:
    # Without rich_markup_mode=None typer would load all of rich to print a page of help: half a second for nothing.
    return typer.Typer(help=help_, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None, **more)


def _assembled() -> typer.Typer:
    whole = _typer(
        "Reads accounts of diplomatic history and shows what each asserts, and where they disagree.",
        name="dragoman",
        add_completion=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    groups = {name: _typer(help_) for name, help_ in GROUPS.items()}
    for words, command in COMMANDS:
        *group, name = words.split()
        (groups[group[0]] if group else whole).command(name=name)(command)
    for name, group_ in groups.items():
        whole.add_typer(group_, name=name)
    return whole


app = _assembled()
