"""The one error a caller can cause; a traceback is for our own bugs only.

raise DragomanError("no folder 'x': give the path of a dossier, or make one with `dragoman init x`")
"""


class DragomanError(Exception):
    """The caller's mistake, in one sentence that names the thing and the next step; the CLI exits with 2."""
