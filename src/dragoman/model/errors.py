"""The one error a caller can cause, among the values that everybody knows.

It stands in `dragoman.errors`, which imports nothing: a command line must be able to catch it before it loads a model.
"""

from dragoman.errors import DragomanError

__all__ = ["DragomanError"]
