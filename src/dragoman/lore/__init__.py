"""Lore: the names a person brings along in names.csv, read once for a build and found in every account.

lore, problems = read(Path("my-dossier"))
[(text[one.span.start : one.span.end], one.known.name) for one in standing_in(text, lore.known, 1920)]
"""

from dragoman.lore.finding import Standing, standing_in
from dragoman.lore.reading import NAMES, read

__all__ = ["NAMES", "Standing", "read", "standing_in"]
