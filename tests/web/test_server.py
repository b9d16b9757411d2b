"""Serving: on loopback only, at a free port, until told to stop."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request
from http.client import HTTPException
from pathlib import Path
from typing import Any

import pytest

from dragoman.model import DragomanError
from dragoman.store import read_log
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


@pytest.mark.slow
def test_what_was_answered_is_kept_when_the_program_is_killed(own_folder: Path, make: Any) -> None:
    """Killed without warning in a row of judgements: every one that was answered is whole on the disk."""
    command = [sys.executable, "-c", SERVE, str(own_folder), "0"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    answered: list[str] = []
    enough = threading.Event()

    def judge(address: str, seal: str) -> None:
        for number in range(2_000):
            fields = {"seal": seal, "who": "M. K.", "ruling": "accept", "note": str(number)}
            asked = urllib.request.Request(
                f"{address}assertion/{make.rows()[0].assertions[3].id}/judge",
                data=urllib.parse.urlencode(fields).encode(),
                headers={"Origin": address.rstrip("/"), "X-Part": "kept"},
            )
            try:
                with urllib.request.urlopen(asked, timeout=20) as answer:
                    assert answer.status == 204
            except (OSError, HTTPException):
                return
            answered.append(str(number))
            if len(answered) == 12:
                enough.set()

    try:
        assert running.stdout
        address = next(word for word in running.stdout.readline().split() if word.startswith("http"))
        with urllib.request.urlopen(f"{address}review", timeout=20) as answer:
            seal = re.findall(r'name="seal" value="([^"]*)"', answer.read().decode())[0]
        judging = threading.Thread(target=judge, args=(address, seal))
        judging.start()
        assert enough.wait(60)
    finally:
        running.kill()
        running.wait()
    judging.join(30)
    kept = [one.note for one in read_log(own_folder).judgements]
    assert kept[: len(answered)] == answered
    assert len(kept) <= len(answered) + 1, "at most one was on the disk before its answer came"


def test_an_address_that_is_not_of_this_machine_is_the_callers_mistake(folder: Path) -> None:
    with pytest.raises(DragomanError, match="no address of this machine"):
        server.serve(folder, 0, False, host="203.0.113.9")
