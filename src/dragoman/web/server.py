"""Serves a dossier on this machine until it is told to stop.

serve(Path("my-dossier"), port=8321, open_browser=True)
"""

import socket
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path

import uvicorn

from dragoman.model import DragomanError
from dragoman.web.app import app_of

LOOPBACK = "127.0.0.1"
ATTEMPTS = 20


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
        uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False)).run(sockets=[ear])


def _free_socket(port: int) -> socket.socket:
    """Listens on loopback only; the browser waits in the queue until the server is up."""
    for attempt in range(ATTEMPTS if port else 1):
        ear = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        ear.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            ear.bind((LOOPBACK, port + attempt if port else 0))
            ear.listen(128)
        except (OSError, OverflowError):
            ear.close()
            continue
        return ear
    raise DragomanError(f"no free port from {port} to {port + ATTEMPTS - 1}: name another with --port")
