"""Serves a dossier on this machine until it is told to stop.

serve(Path("my-dossier"), port=8321, open_browser=True)
"""

import os
import socket
import threading
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import uvicorn

from dragoman.model import DragomanError
from dragoman.web.app import app_of

LOOPBACK = "127.0.0.1"
ATTEMPTS = 20
LAST_PORT = 65_535


def serve(
    folder: Path,
    port: int,
    open_browser: bool,
    *,
    rebuild: Callable[[Path], object] | None = None,
    said: Callable[[str], object] = print,
) -> None:
    """Serves the dossier at the first free port from `port` on, says the address, returns when interrupted."""
    app = app_of(folder, rebuild=rebuild)
    with _free_socket(port) as ear:
        address = f"http://{LOOPBACK}:{ear.getsockname()[1]}/"
        said(f"{folder.resolve().name} is open at {address}   (stop with Ctrl+C)")
        if open_browser:
            # A browser that is slow to start, or not there, must not keep the pages from being served.
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        # Ctrl+C is how a person ends it, so it is no error here.
        with suppress(KeyboardInterrupt):
            uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False)).run(sockets=[ear])


def _free_socket(port: int) -> socket.socket:
    """Listens on loopback only; the browser waits in the queue until the server is up."""
    candidates = range(port, port + ATTEMPTS) if port else (0,)
    for candidate in (one for one in candidates if port >= 0 and one <= LAST_PORT):
        ear = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if os.name == "posix":  # on Windows it would let two programs listen at one port
            ear.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            ear.bind((LOOPBACK, candidate))
            ear.listen(128)
        except OSError:
            ear.close()
            continue
        return ear
    raise DragomanError(f"no free port from {port} to {port + ATTEMPTS - 1}: name another with --port")
