"""Serving: on loopback only, at a free port, until told to stop."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from dragoman.model import DragomanError
from dragoman.web import server

SERVE = """
import sys
from pathlib import Path
from dragoman.web.server import serve
serve(Path(sys.argv[1]), int(sys.argv[2]), False, said=lambda words: print(words, flush=True))
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send to another process")
def test_it_says_its_address_takes_the_next_port_and_stops_at_ctrl_c(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [sys.executable, "-c", SERVE, str(folder), str(port)]
        running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        try:
            assert running.stdout
            said = running.stdout.readline()
            address = next(word for word in said.split() if word.startswith("http"))
            assert address.startswith("http://127.0.0.1:")
            assert address != f"http://127.0.0.1:{port}/"
            with urllib.request.urlopen(address, timeout=20) as answer:
                assert b"What the accounts say together" in answer.read()
            running.send_signal(signal.SIGINT)
            running.wait(20)
            assert "Traceback" not in running.stdout.read()
        finally:
            running.kill()
            running.wait()


@pytest.mark.parametrize("port", [70_000, -5])
def test_a_port_that_cannot_be_is_the_callers_mistake(folder: Path, port: int) -> None:
    with pytest.raises(DragomanError, match="--port"):
        server.serve(folder, port, False)
