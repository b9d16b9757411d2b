"""Commands that make a dossier, build it, and show it as pages: init, build, serve, demo, export."""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import HERE, AsJson, FailOn, Folder, From, Where, code, folder_of, has_screen, opened
from dragoman.errors import DragomanError


def init(folder: Annotated[Path, typer.Argument(help="the folder to make")]) -> None:
    """Make a new dossier: a folder for accounts, and settings that need no change."""
    from dragoman.founding import found

    found(folder)
    print(f"made {folder}: copy texts or web pages into {folder / 'accounts'}, then run `dragoman build {folder}`")


def build(
    folder: Folder = HERE,
    fail_on: FailOn = From.ERROR,
    hands: Annotated[
        str, typer.Option(help="who drafts: rules, learned or both", show_default="as the settings say")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Read what is new or changed, draft what it says, and lay the accounts side by side."""
    from dragoman.pipeline import build as build_dossier
    from dragoman.printing import built, progress
    from dragoman.settings import hands_of

    with progress() as told:
        dossier = build_dossier(folder_of(folder), hands=hands_of(hands), told=told)
    built(dossier, as_json=as_json)
    raise typer.Exit(code(dossier, fail_on))


def serve(
    folder: Folder = HERE,
    port: Annotated[int, typer.Option(help="the first port to try")] = 8321,
    browser: Annotated[bool, typer.Option(help="open a browser")] = True,
    host: Annotated[str, typer.Option(help="where to listen; beyond this machine a token is asked for")] = "127.0.0.1",
) -> None:
    """Show the dossier as pages, at an address of this machine only unless --host says otherwise."""
    from dragoman.cli.apart import build_apart
    from dragoman.web.server import serve as serve_pages

    where = folder_of(folder)
    opened(where)
    serve_pages(where, port, browser and has_screen(), host=host, rebuild=build_apart)


def demo(
    port: Annotated[int, typer.Option(help="the first port to try")] = 8321,
    browser: Annotated[bool, typer.Option(help="open a browser")] = True,
) -> None:
    """Build the example dossier and show it."""
    from dragoman.cli.apart import build_apart
    from dragoman.founding import example
    from dragoman.pipeline import build as build_dossier
    from dragoman.printing import built, progress
    from dragoman.web.server import serve as serve_pages

    folder = example()
    with progress() as told:
        built(build_dossier(folder, told=told), as_json=False)
    serve_pages(folder, port, browser and has_screen(), rebuild=build_apart)


def export(
    form: Annotated[str, typer.Argument(help="jsonl")],
    out: Annotated[Path, typer.Option("--out", "-o", help="the folder to fill")] = Path("export"),
    dossier: Where = HERE,
) -> None:
    """Hand all of it on, as files."""
    from dragoman.exports import EXPORTS

    if form not in EXPORTS:
        raise DragomanError(f"no export '{form}': there is {', '.join(sorted(EXPORTS))}")
    EXPORTS[form](opened(dossier), out)
    print(f"exported to {out}")
