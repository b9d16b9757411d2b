"""The write side: a build is whole or has not been, whatever happens to it."""

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from itertools import permutations
from pathlib import Path

import pytest

from dragoman.judging import judged
from dragoman.model import Code, DragomanError, Ruling
from dragoman.store import DOSSIER, Dossier, Draft, unchanged

HERE = Path(__file__).parent
SRC = HERE.parents[1] / "src"


def rows(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, but for when it was built."""
    with closing(sqlite3.connect(folder / DOSSIER)) as database:
        names = [one for (one,) in database.execute("select name from sqlite_schema where type in ('table', 'view')")]
        found = {name: list(database.execute(f"select * from {name}")) for name in names}
    return {name: [row for row in those if row[0] != "built_at"] for name, those in found.items()}


def test_building_twice_is_building_once(folder, testimonies, rebuild):
    before = rows(folder)
    rebuild(folder, testimonies)
    assert rows(folder) == before
    assert before["assertion"]


def test_the_order_of_the_files_makes_no_difference(tmp_path, testimonies, rebuild):
    built = []
    for number, order in enumerate(permutations(testimonies)):
        folder = tmp_path / str(number)
        folder.mkdir()
        rebuild(folder, order)
        built.append(rows(folder))
    assert built[0] == built[1]


def test_no_judgement_is_lost_by_building(folder, testimonies, rebuild, ruled):
    target = testimonies[0].assertions[0].id
    for number, (kind, what) in enumerate([(Ruling.REJECT, target), (Ruling.ACCEPT, "gone"), (Ruling.ACCEPT, target)]):
        Dossier.open(folder).judge(ruled(f"j{number}", kind, what))
    log = (folder / "judgements.jsonl").read_bytes()
    for _ in range(2):
        rebuild(folder, testimonies)
    dossier = Dossier.open(folder)
    assert (folder / "judgements.jsonl").read_bytes() == log
    assert dossier.rulings()[target].id == "j2"
    assert [row["id"] for row in dossier.table("judgement").rows()] == ["j0", "j1", "j2"]
    assert [row["in_force"] for row in dossier.table("judgement").rows()] == [0, 1, 1]
    assert "j1" in next(one.message for one in dossier.problems if one.code == Code.ORPHAN)


def test_a_draft_that_is_not_swapped_leaves_nothing(folder, testimonies):
    before = (folder / DOSSIER).read_bytes()
    with pytest.raises(RuntimeError), Draft(folder) as draft:
        draft.add(testimonies[0], "print")
        draft.conclude(judged(testimonies, ()))
        raise RuntimeError
    assert (folder / DOSSIER).read_bytes() == before
    assert not list(folder.glob("*.new-*"))


def test_an_unchanged_file_need_not_be_read_again(folder, testimonies):
    path = testimonies[0].account.path
    assert unchanged(folder, path, f"print of {path}") == testimonies[0]
    assert unchanged(folder, path, "another print") is None
    assert unchanged(folder, "accounts/new.txt", f"print of {path}") is None
    assert unchanged(folder / "nowhere", path, f"print of {path}") is None


def test_what_is_kept_for_the_next_build_is_the_draft_and_not_the_correction(folder, testimonies, rebuild, ruled):
    target = testimonies[0].assertions[0].id
    Dossier.open(folder).judge(ruled("j", Ruling.CORRECT, target, changes=(("polarity", "neg"),)))
    rebuild(folder, testimonies)
    path = testimonies[0].account.path
    assert Dossier.open(folder).assertion(target).polarity == "neg"
    assert unchanged(folder, path, f"print of {path}") == testimonies[0]


def test_the_same_words_in_two_files_are_one_account_and_a_problem(tmp_path, testimonies):
    from msgspec.structs import replace

    copy = replace(testimonies[0], account=replace(testimonies[0].account, name="z", path="accounts/z.txt"))
    with Draft(tmp_path) as draft:
        draft.conclude(judged([copy, testimonies[0]], ()))
        draft.swap()
    dossier = Dossier.open(tmp_path)
    assert [one.name for one in dossier.accounts] == ["a"]
    assert [one.path for one in dossier.problems if one.code == Code.TWICE] == ["accounts/z.txt"]


# ---- two at once, and nowhere to write -----------------------------------------------------------------------------


def test_two_builds_at_once_are_told_so(folder):
    with Draft(folder), pytest.raises(DragomanError, match="another build"), Draft(folder):
        pass
    with Draft(folder):
        pass


@pytest.fixture
def sealed(testimonies, rebuild):
    """A built folder in which nobody may write, seen by somebody who is not root."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rebuild(folder, testimonies)
        folder.chmod(0o555)
        (folder / DOSSIER).chmod(0o444)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        yield folder
        if root:
            os.seteuid(0)
        folder.chmod(0o700)


def test_a_read_only_folder_can_be_read_and_not_built(sealed, testimonies, ruled):
    dossier = Dossier.open(sealed)
    assert dossier.testimonies == testimonies
    with pytest.raises(DragomanError, match="cannot be written to"), Draft(sealed):
        pass
    with pytest.raises(DragomanError, match="could not be kept"):
        dossier.judge(ruled("j", Ruling.ACCEPT, "x"))


def test_a_folder_that_is_not_there_is_the_callers_mistake(tmp_path):
    with pytest.raises(DragomanError, match="dragoman init"), Draft(tmp_path / "nowhere"):
        pass


# ---- other files in its place --------------------------------------------------------------------------------------


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\0" + b"\xff" * 4096, "other", "newer"])
def test_a_file_of_another_version_says_to_build_and_a_build_replaces_it(tmp_path, testimonies, rebuild, content):
    path = tmp_path / DOSSIER
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        if content == "newer":
            rebuild(tmp_path, testimonies)
        with closing(sqlite3.connect(path)) as database:
            database.execute("create table if not exists note (words)")
            database.execute("pragma user_version = 99")
    with pytest.raises(DragomanError, match="run `dragoman build"):
        Dossier.open(tmp_path)
    assert unchanged(tmp_path, "accounts/a.txt", "print of accounts/a.txt") is None
    rebuild(tmp_path, testimonies)
    assert Dossier.open(tmp_path).testimonies == testimonies


LEAVE_A_WAL = """
import os, sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("pragma journal_mode = wal")
database.execute("pragma wal_autocheckpoint = 0")
database.execute("update account set name = 'overwritten'")
database.execute("create table foreign_one as select * from assertion")
os._exit(0)
"""


def test_what_another_program_left_beside_the_old_file_does_not_reach_the_new(folder, testimonies, rebuild):
    subprocess.run([sys.executable, "-c", LEAVE_A_WAL, folder / DOSSIER], check=True)
    assert (folder / f"{DOSSIER}-wal").stat().st_size > 0
    rebuild(folder, testimonies[1:] + testimonies[:1])
    with closing(sqlite3.connect(folder / DOSSIER)) as database:
        assert database.execute("pragma integrity_check").fetchone() == ("ok",)
        assert database.execute("select name from account order by name").fetchall() == [("a",), ("b",)]
    assert Dossier.open(folder).testimonies == testimonies


def test_an_open_dossier_goes_on_reading_what_it_opened(folder, testimonies, rebuild):
    old = Dossier.open(folder)
    rebuild_one = testimonies[0]
    with Draft(folder) as draft:
        draft.conclude(judged([rebuild_one], ()))
        draft.swap()
    assert len(old.testimonies) == 2
    assert len(Dossier.open(folder).testimonies) == 1


# ---- killed --------------------------------------------------------------------------------------------------------

# A build that is killed with SIGKILL just before its nth call to SQLite or the disk: every write, sync and rename.
KILLED = """
import os, signal, sys
from pathlib import Path

sys.path[:0] = [{src!r}, {here!r}]
import conftest
from dragoman.judging import judged
from dragoman.store import Draft

TOUCHES = {{
    "close", "connect", "execute", "executemany", "executescript", "flock", "fsync", "open", "replace", "unlink",
}}

def die_at(moment):
    calls = 0
    def count(frame, event, what):
        nonlocal calls
        if event == "c_call" and what.__name__ in TOUCHES:
            calls += 1
            if calls == moment:
                os.kill(os.getpid(), signal.SIGKILL)
    return count

def build(folder, moment):
    import gc
    gc.disable()
    one = conftest.testimony_a()
    sys.setprofile(die_at(moment))
    with Draft(folder) as draft:
        draft.add(one, "print")
        draft.conclude(judged([one], ()))
        draft.swap()
        sys.setprofile(None)
    os._exit(0)

folder = Path(sys.argv[1])
for moment in sys.stdin:
    child = os.fork()
    if child == 0:
        build(folder, int(moment))
    _, how = os.waitpid(child, 0)
    print(os.WTERMSIG(how) if os.WIFSIGNALED(how) else os.WEXITSTATUS(how), flush=True)
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
def test_a_build_killed_at_any_moment_leaves_the_old_or_the_new(folder, testimonies, rebuild):
    script = KILLED.format(src=str(SRC), here=str(HERE))
    whole = {"old": testimonies, "new": testimonies[:1]}
    seen: list[str] = []
    with subprocess.Popen(
        [sys.executable, "-c", script, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    ) as builds:
        assert builds.stdin and builds.stdout
        ended, moment = signal.SIGKILL, 1
        while ended == signal.SIGKILL:
            builds.stdin.write(f"{moment}\n")
            ended = int(builds.stdout.readline())
            found = Dossier.open(folder).testimonies
            assert found in whole.values(), f"killed at call {moment}"
            now = "old" if found == testimonies else "new"
            if now == "new" and ended == signal.SIGKILL:
                with closing(sqlite3.connect(folder / DOSSIER)) as database:
                    assert database.execute("pragma integrity_check").fetchone() == ("ok",)
                rebuild(folder, testimonies)
            seen.append(now)
            moment += 1
    assert ended == 0
    assert set(seen[:-1]) == {"old", "new"}
    rebuild(folder, testimonies)
    assert not list(folder.glob("*.new-*"))
    assert Dossier.open(folder).testimonies == testimonies
