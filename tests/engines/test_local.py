"""Local processes: the same results as none, in the same order, and no hang when one dies.

The work is from the standard library, so that a fresh process can find it.
"""

import math
import os
import pickle
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from dragoman.engines import ENGINES, local

SRC = Path(__file__).parents[2] / "src"
DIE = "__import__('os')._exit(7)"
WHERE = "__import__('os').getpid()"


@pytest.mark.parametrize("items", [[], [5], list(range(40))])
def test_processes_or_none_the_results_are_the_same(items):
    expected = [math.factorial(item) for item in items]
    assert list(local.map(math.factorial, items, processes=1)) == expected
    assert list(local.map(math.factorial, items, processes=2)) == expected
    assert list(local.map(math.factorial, items)) == expected


def test_two_processes_are_not_this_one_and_little_work_is():
    assert os.getpid() not in set(local.map(eval, [WHERE] * 3, processes=2))
    assert set(local.map(eval, [WHERE] * 3)) == {os.getpid()}


@pytest.mark.parametrize("processes", [1, 2])
def test_what_work_raises_is_raised_at_its_place(processes):
    results = local.map(math.sqrt, [4, -1, 9], processes=processes)
    assert next(results) == 2
    with pytest.raises(ValueError, match="domain"):
        next(results)


def test_a_worker_that_dies_is_an_error_that_names_the_item():
    with pytest.raises(local.WorkerDied, match=r"_exit\(7\).*exit code 7"):
        list(local.map(eval, ["1", DIE, "2"], processes=2))


def test_a_worker_that_dies_costs_one_item_and_no_other():
    results = local.map(eval, ["1", DIE, "2", DIE, "3"], processes=2, lost=lambda item, died: item)
    assert list(results) == [1, DIE, 2, DIE, 3]


def test_what_work_prints_is_not_taken_for_a_result(capfd):
    assert list(local.map(print, ["hello", "again"], processes=2)) == [None, None]
    assert capfd.readouterr().out == ""


def test_a_result_that_cannot_travel_is_an_error_and_no_hang():
    with pytest.raises((pickle.PicklingError, AttributeError), match="lambda"):
        list(local.map(eval, ["lambda: 1", "2"], processes=2))


def test_a_function_no_other_process_can_find_is_done_here():
    assert list(local.map(lambda item: (item, os.getpid()), [1, 2], processes=2)) == [
        (1, os.getpid()),
        (2, os.getpid()),
    ]


def test_leaving_early_leaves_no_process_and_no_thread():
    before = threading.active_count()
    results = local.map(eval, [WHERE] * 50, processes=2)
    first = next(results)
    results.close()
    assert threading.active_count() == before
    with pytest.raises(ProcessLookupError):
        os.kill(first, 0)


def test_a_script_without_a_main_guard_does_not_start_itself_again(tmp_path):
    script = tmp_path / "five_lines.py"
    script.write_text(
        "import math\nfrom dragoman.engines import local\nprint(*local.map(math.sqrt, [4, 9], processes=2))\n"
    )
    done = subprocess.run(
        [sys.executable, script], capture_output=True, text=True, timeout=60, env={**os.environ, "PYTHONPATH": str(SRC)}
    )
    assert (done.stdout, done.returncode) == ("2.0 3.0\n", 0)


def test_the_shelf_has_local():
    assert ENGINES["local"] is local.map


def test_work_that_pays_is_done_here_and_by_others(monkeypatch):
    monkeypatch.setattr(local, "_START_UP", -1.0)
    monkeypatch.setattr(local, "_cores", lambda: 2)
    slow = f"(sum(range(200_000)), {WHERE})[1]"
    where = list(local.map(eval, [slow] * 300))
    assert len(where) == 300
    assert where[:3] == [os.getpid()] * 3
    assert len(set(where)) == 2
    assert list(local.map(math.factorial, range(300))) == [math.factorial(item) for item in range(300)]
    with pytest.raises(ValueError, match="domain"):
        list(local.map(math.sqrt, [1] * 20 + [-1] + [1] * 20))
