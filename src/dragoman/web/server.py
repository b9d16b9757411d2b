"""Serves a dossier on this machine until it is told to stop.

serve(Path("my-dossier"), port=8321, open_browser=True)
"""

import errno
import gc
import os
import secrets
import socket
import threading
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path

import uvicorn

from dragoman.model import DragomanError
from dragoman.web.app import app_of
from dragoman.web.keeping import Room

LOOPBACK = "127.0.0.1"
ATTEMPTS = 20
LAST_PORT = 65_535


def serve(
    folder: Path,
    port: int,
    open_browser: bool,
    *,
    host: str = LOOPBACK,
    rebuild: Callable[[Path], object] | None = None,
    said: Callable[[str], object] = print,
) -> None:
    """Serves the dossier at the first free port from `port` on, says the address, returns when interrupted.

    At another `host` than this machine's own loopback, who asks must know the token in the address.
    """
    token = "" if _is_loopback(host) else secrets.token_urlsafe(24)
    app = app_of(folder, rebuild=rebuild, token=token, host=host if token else "")
    with _free_socket(port, host) as ear:
        named = f"[{host}]" if ":" in host else host
        address = f"http://{named}:{ear.getsockname()[1]}/{f'?token={token}' if token else ''}"
        if token:
            said("other machines can ask for this dossier: whoever has the whole address can read it and judge in it")
            if host in ("0.0.0.0", "::"):
                said(f"for them write this machine's number in the place of {host}")
        said(f"{folder.resolve().name} is open at {address}   (stop with Ctrl+C)")
        if open_browser:
            # A browser that is slow to start, or not there, must not keep the pages from being served.
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        threading.Thread(target=warm, args=(app.state.room,), daemon=True).start()
        # Ctrl+C is how a person ends it, so it is no error here.
        with suppress(KeyboardInterrupt):
            uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False)).run(sockets=[ear])


def warm(room: Room) -> None:
    """Has the collector leave alone what the program itself is, and lays ready what every page needs."""
    gc.collect()
    gc.freeze()
    room.warm()


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _free_socket(port: int, host: str = LOOPBACK) -> socket.socket:
    """Listens at this host only; the browser waits in the queue until the server is up."""
    candidates = range(port, port + ATTEMPTS) if port else (0,)
    for candidate in (one for one in candidates if port >= 0 and one <= LAST_PORT):
        ear = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
        if os.name == "posix":  # on Windows it would let two programs listen at one port
            ear.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            ear.bind((host, candidate))
            ear.listen(128)
        except socket.gaierror as error:
            ear.close()
            raise DragomanError(f"'{host}' is no address of this machine ({error.strerror})") from error
        except OSError as error:
            ear.close()
            if error.errno == errno.EADDRNOTAVAIL:
                raise DragomanError(f"'{host}' is no address of this machine: leave --host out") from error
            continue
        return ear
    raise DragomanError(f"no free port from {port} to {port + ATTEMPTS - 1}: name another with --port")
