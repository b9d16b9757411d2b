"""The problems a reader can have with a file, each with what to do about it.

empty(source) -> Problem(EMPTY, "the file has no text: …", path="accounts/x.txt", level=ERROR)
"""

from dragoman.layout.encoding import Decoded
from dragoman.layout.source import Source
from dragoman.model import Code, Level, Problem

# About 3,000 pages. More than this in one file is a collection, better split; the rest is not read.
LONGEST_TEXT = 20_000_000


def shortened(text: str) -> str:
    """As much of the text as is read."""
    return text[:LONGEST_TEXT]


def too_long(source: Source, text: str) -> tuple[Problem, ...]:
    """A problem if only a part of the text is read."""
    if len(text) <= LONGEST_TEXT:
        return ()
    message = (
        f"{source.name} has more than {LONGEST_TEXT:,} characters and only those were read: split it into several files"
    )
    return (Problem(Code.TOO_LONG, message, source.path),)


def encoding_trouble(source: Source, found: Decoded) -> tuple[Problem, ...]:
    """A note where the encoding was guessed, a warning where bytes were lost."""
    if found.lost:
        message = (
            f"{source.name} has {found.lost} unreadable places (read as {found.encoding}, shown as \ufffd):"
            " compare it with the original, or save it again as UTF-8"
        )
        return (Problem(Code.ENCODING, message, source.path),)
    if found.guessed:
        message = (
            f"{source.name} does not say its encoding and was read as {found.encoding}:"
            " if names look wrong, save it again as UTF-8"
        )
        return (Problem(Code.ENCODING, message, source.path, Level.NOTE),)
    return ()


def empty(source: Source) -> Problem:
    """Nothing, or nothing but blanks."""
    message = f"{source.name} has no text: put the text in, or take the file out of the dossier"
    return Problem(Code.EMPTY, message, source.path, Level.ERROR)


def not_text(source: Source, what: str) -> Problem:
    """A file that is not what its name says."""
    message = f"{source.name} is {what}, not text: save it as plain text or HTML, or take it out of the dossier"
    return Problem(Code.NOT_TEXT, message, source.path, Level.ERROR)


def no_article(source: Source, *, kept: bool) -> Problem:
    """A page in which no article stands out."""
    if kept:
        message = f"{source.name} has no clear article: the paragraphs that look like prose were kept, check them"
        return Problem(Code.NO_ARTICLE, message, source.path)
    message = f"{source.name} is a page without an article: save the page of the article itself, or its text"
    return Problem(Code.NO_ARTICLE, message, source.path, Level.ERROR)
