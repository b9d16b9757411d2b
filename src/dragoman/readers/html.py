"""Web pages (being written)."""

from dragoman.layout.source import Reading, Source
from dragoman.layout.trouble import no_article


def read(source: Source) -> Reading:
    """Nothing yet."""
    return Reading(problems=(no_article(source, kept=False),))
