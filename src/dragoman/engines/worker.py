"""A worker: one process that does the work it is sent, item by item, until its pipe is closed.

local.map starts it; nobody else need.
"""

import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable
from typing import Any, BinaryIO


def serve(asked: BinaryIO) -> None:
    """Reads the work and then items; answers (True, result) or (False, what it raised) for each."""
    answers = _apart(sys.stdout.fileno())
    # Ctrl-C is for the process that started us; when it goes, our pipe ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    work = pickle.load(asked)
    while True:
        try:
            item = pickle.load(asked)
        except EOFError:
            return
        answers.write(_answer(work, item))
        answers.flush()


def _apart(stdout: int) -> BinaryIO:
    """The pipe for answers; what a library prints from now on goes to stderr and not between them."""
    answers = os.fdopen(os.dup(stdout), "wb")
    os.dup2(2, stdout)
    return answers


def _answer(work: Callable[[Any], Any], item: object) -> bytes:
    try:
        return pickle.dumps((True, work(item)))
    except BaseException as error:  # whatever it is belongs to the caller: it is raised again there
        error.add_note(traceback.format_exc())
        return _raised(error)


def _raised(error: BaseException) -> bytes:
    try:
        packed = pickle.dumps((False, error))
        pickle.loads(packed)
    except Exception:  # an error that cannot be packed is told in words, not lost
        return pickle.dumps((False, RuntimeError("".join(traceback.format_exception(error)))))
    return packed
