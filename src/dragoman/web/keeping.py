"""The room in which a dossier is read and judged: opened once, heard anew when somebody judges, built anew behind it.

room = Room(Path("my-dossier"), rebuild=build)
room.shelves().findings_on["a1b2…"]
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from dragoman.model import DragomanError
from dragoman.store import DOSSIER, JUDGEMENTS, read_log
from dragoman.web.hearing import hear
from dragoman.web.room import Shelves

# So long nobody must have judged before the findings are concluded anew: one build for a row of decisions.
QUIET = 1.2
Rebuild = Callable[[Path], object]


class Room:
    """Keeps the shelves of the dossier as last built, with all that was judged since."""

    def __init__(self, folder: Path, rebuild: Rebuild | None = None, quiet: float = QUIET) -> None:
        """Of the dossier in this folder; nothing is read before it is asked for."""
        self.folder = folder
        self.trouble = ""
        self._rebuild, self._quiet = rebuild, quiet
        self._held: tuple[Shelves, tuple[int, int]] | None = None
        self._building = False
        self._timer: threading.Timer | None = None
        self._opening = threading.Lock()

    def shelves(self) -> Shelves:
        """The shelves of the latest build, with every judgement in the log."""
        now = _stamp(self.folder / DOSSIER)
        if self._held is None or (now != self._held[1] and not self._building):
            with self._opening:
                if self._held is None or now != self._held[1]:
                    self._held = Shelves.opened(self.folder), now
        shelves = self._held[0]
        log = _stamp(self.folder / JUDGEMENTS)
        if log != shelves.heard_at:
            hear(shelves, read_log(self.folder).judgements)
            shelves.heard_at = log
            if shelves.waiting:
                self.conclude()
        return shelves

    def warm(self) -> None:
        """Lays ready what the pages look up, so that the first reader need not wait; silent where nothing is built."""
        with suppress(DragomanError), self._opening:
            if self._held is None:
                self._held = Shelves.opened(self.folder).warm(), _stamp(self.folder / DOSSIER)

    @property
    def concluding(self) -> bool:
        """Whether findings are about to follow from what was judged."""
        return self._timer is not None or self._building

    def conclude(self) -> None:
        """Have the findings follow, when nobody has judged for a little while."""
        if self._rebuild is None:
            return
        if self._timer:
            self._timer.cancel()
        self._timer = threading.Timer(self._quiet, self._conclude)
        self._timer.daemon = True
        self._timer.start()

    def _conclude(self) -> None:
        self._timer = None
        if self._rebuild is None:
            return
        if self._building:
            self.conclude()
            return
        self._building = True
        try:
            self._rebuild(self.folder)
            now = _stamp(self.folder / DOSSIER)
            # Made ready beside the pages that are being read, and put in their place at one stroke.
            self._held = Shelves.opened(self.folder).warm(), now
            self.trouble = ""
        except DragomanError as error:
            self.trouble = str(error)
        finally:
            self._building = False


def _stamp(path: Path) -> tuple[int, int]:
    try:
        held = path.stat()
    except OSError:
        return 0, 0  # opening it says what is wrong
    return held.st_mtime_ns, held.st_ino ^ held.st_size
