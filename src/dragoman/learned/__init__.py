"""The learned reader: the second hand beside the rules; without its weights the rules work alone.

reader = load()
reader.read(text, sentences)
"""

from dragoman.learned.own import check, mark_of
from dragoman.learned.reader import LearnedReader, Numbers, Reading, load

__all__ = ["LearnedReader", "Numbers", "Reading", "check", "load", "mark_of"]
