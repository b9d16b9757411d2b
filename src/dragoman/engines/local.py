"""Local processes: work mapped over items on all the cores of this machine, or in this process when it is little.

    for testimony in map(testimony_of, paths): ...
    for testimony in map(testimony_of, paths, lost=lambda path, died: a_problem(path, died)): ...

A worker is a fresh interpreter that reads pickles from a pipe (see worker.py), not a fork (a fork copies locks that
other threads hold) and not `multiprocessing` (its fresh processes run the caller's script again: five lines without a
main guard would start themselves without end).
"""

import builtins
import os
import pickle
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import SimpleQueue
from threading import Lock
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# A worker takes about this long to load the language model: less work than twice that is sooner done here.
_START_UP = 3.0
_AHEAD = 4
_AHEAD_BESIDE = 64


class WorkerDied(Exception):
    """A process ended in the middle of an item (out of memory, killed); the item is named."""


def map(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    processes: int | None = None,
    lost: Callable[[Item, WorkerDied], Result] | None = None,
) -> Iterator[Result]:
    """`work(item)` for each item, in order; what `work` raises is raised at its place.

    Without `processes` the first items are done here, and the rest by this process and others when that will be sooner.
    `lost` says what stands for an item whose worker died; without it the WorkerDied is raised.
    """
    waiting = deque(items)
    beside = processes is None
    if processes is None:
        yield from _here_until_it_pays(work, waiting)
        processes = min(_cores(), len(waiting))
    if min(processes, len(waiting)) < 2 or not _travels(work):
        yield from builtins.map(work, waiting)
    else:
        yield from _over_processes(work, waiting, processes, lost, beside)


def _here_until_it_pays(work: Callable[[Item], Result], waiting: deque[Item]) -> Iterator[Result]:
    """Does items here, taking them off the list, until what is left would be sooner done by processes."""
    taken: deque[float] = deque(maxlen=8)
    while waiting and not _pays(taken, len(waiting)):
        began = time.perf_counter()
        result = work(waiting.popleft())
        taken.append(time.perf_counter() - began)
        yield result


def _pays(taken: Sequence[float], left: int) -> bool:
    # The first item loads the model and says little of the others.
    cores = _cores()
    if cores < 2 or left < 2 or len(taken) < 3:
        return False
    alone = left * sum(sorted(taken)[:-1]) / (len(taken) - 1)
    return alone - alone / min(cores, left) > _START_UP


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _travels(work: object) -> bool:
    """Whether a fresh process can find this function: one of a script, a notebook or another function it cannot."""
    try:
        return b"__main__" not in pickle.dumps(work)
    except (pickle.PicklingError, AttributeError, TypeError):
        return False


def _over_processes(
    work: Callable[[Item], Result],
    waiting: deque[Item],
    processes: int,
    lost: Callable[[Item, WorkerDied], Result] | None,
    beside: bool,
) -> Iterator[Result]:
    """`beside`: this process is one of them, and does items while it would only wait."""
    idle: SimpleQueue[_Worker] = SimpleQueue()
    workers = [_Worker(work) for _ in range(min(processes - beside, len(waiting)))]
    for worker in workers:
        idle.put(worker)

    def one(item: Item) -> Result:
        worker = idle.get()
        try:
            result: Result = worker.do(item)
            return result
        except WorkerDied as died:
            if lost is None:
                raise
            return lost(item, died)
        finally:
            idle.put(worker)

    # One thread to wait for each process; not much further ahead than the caller, so that results do not pile up.
    threads = ThreadPoolExecutor(len(workers))
    sent: list[Future[Result]] = []
    try:
        ahead: deque[Future[Result]] = deque()
        while waiting or ahead:
            sent = [future for future in sent if not future.done()]
            while waiting and len(sent) < 2 * len(workers) and (beside or len(ahead) < _AHEAD * len(workers)):
                sent.append(threads.submit(one, waiting.popleft()))
                ahead.append(sent[-1])
            if beside and waiting and len(ahead) < _AHEAD_BESIDE:
                ahead.append(_done_here(work, waiting.popleft()))
            else:
                yield ahead.popleft().result()
    finally:
        for worker in workers:
            worker.stop()
        threads.shutdown(cancel_futures=True)
        for worker in workers:
            worker.end()


def _done_here(work: Callable[[Item], Result], item: Item) -> Future[Result]:
    """The result, or what the work raised, to be told at its place."""
    future: Future[Result] = Future()
    try:
        future.set_result(work(item))
    except Exception as error:
        future.set_exception(error)
    return future


class _Worker:
    """One process; started when first needed, and again after it died. One thread at a time, but for `stop`."""

    def __init__(self, work: object) -> None:
        self._work = pickle.dumps(work)
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False
        self._starting = Lock()

    def do(self, item: object) -> Any:
        """The result of the work, or what it raised; WorkerDied if the process ended."""
        asked = pickle.dumps(item)
        try:
            process = self._process or self._start()
            good, value = _ask(process, asked)
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            raise WorkerDied(f"the process that worked on {item!r} ended ({self.end()})") from error
        if not good:
            raise value
        return value

    def stop(self) -> None:
        """Kills the process, whatever it is doing; no other is started."""
        with self._starting:
            self._stopped = True
            if self._process:
                self._process.kill()

    def end(self) -> str:
        """Lets the process go, and says how it ended."""
        process, self._process = self._process, None
        if process is None:
            return "it did not start"
        process.kill()
        with suppress(OSError):
            process.communicate()
        return f"exit code {process.wait()}"

    def _start(self) -> "subprocess.Popen[bytes]":
        with self._starting:
            if self._stopped:
                raise EOFError
            self._process = process = subprocess.Popen(_WORKER, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert process.stdin
        process.stdin.write(pickle.dumps(sys.path) + self._work)
        return process


# -P: what lies in the current folder is no module of ours; the path comes from this process.
_WORKER = (
    sys.executable,
    "-P",
    "-c",
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); "
    "from dragoman.engines.worker import serve; serve(sys.stdin.buffer)",
)


def _ask(process: "subprocess.Popen[bytes]", asked: bytes) -> tuple[bool, Any]:
    assert process.stdin and process.stdout
    process.stdin.write(asked)
    process.stdin.flush()
    good, value = pickle.load(process.stdout)
    return good, value
