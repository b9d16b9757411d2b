"""The head of a text: all before its first real paragraph. Which line is the title, and what do the others say?

26 Mar / 2025 / 5.3° c YEREVAN / ABCMEDIA / headline / headline   ->  published, publisher, title
"""

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from dragoman.languages.en import furniture as english
from dragoman.layout.block import Block
from dragoman.layout.day import day_of, part_of_day
from dragoman.layout.wording import closes, count_words, is_item
from dragoman.model import PassageRole, Stated, Trust

# "The Lake Treaty, 1873" is a headline.
_YEAR_ALONE = re.compile(r",\s*\d{4}$")
_PLAIN = re.compile(r"[\W_]+")


class Head(msgspec.Struct, frozen=True):
    """The blocks of the head, every one with its role, and what they say of the origin of the text."""

    blocks: tuple[Block, ...]
    title: Stated | None = None
    authors: tuple[Stated, ...] = ()
    publisher: Stated | None = None
    published: Stated | None = None


def head_of(text: str, blocks: Sequence[Block]) -> Head:
    """The head, read: dates and bylines first, then the title among what is left."""
    published, dated = dated_in(text, blocks)
    bylined = [_bylined(text, block) for block in dated]
    names = [name for block in bylined if block.why == "byline" for name in names_in(_who(block.words(text)))]
    free = [at for at, block in enumerate(bylined) if block.role is None and _may_be_title(block.words(text))]
    given = (at for at, block in enumerate(bylined) if block.role == PassageRole.TITLE)
    title = next(given, None)
    title = _title(text, bylined, free) if title is None else title
    read = [_placed(text, block, at, title, bylined) for at, block in enumerate(bylined)]
    site = next((block.words(text) for block in read if block.why == "site name"), "")
    return Head(
        blocks=tuple(read),
        title=Stated(_one_line(bylined[title].words(text)), Trust.GUESSED) if title is not None else None,
        authors=tuple(Stated(name, Trust.STATED) for name in names),
        publisher=Stated(site, Trust.FURNITURE) if site else None,
        published=Stated(published, Trust.FURNITURE) if published else None,
    )


def dated_in(text: str, blocks: Sequence[Block]) -> tuple[str, list[Block]]:
    """The date of the page and the blocks with its lines marked; it may be set over up to three lines."""
    found, marked, at = "", list(blocks), 0
    while at < len(blocks):
        for size in (3, 2, 1):
            group = blocks[at : at + size]
            whole = " ".join(block.words(text) for block in group)
            if len(group) < size or any(block.role for block in group) or len(whole) > 60:
                continue
            if size > 1 and not all(part_of_day(block.words(text)) for block in group):
                continue
            if day := day_of(whole):
                found = found or day
                marked[at : at + size] = [_furniture(block, "date of the page") for block in group]
                at += size - 1
                break
        at += 1
    return found, marked


def _bylined(text: str, block: Block) -> Block:
    if block.role is None and len(block.span) <= 160 and _who(block.words(text)):
        return _furniture(block, "byline")
    return block


def _who(words: str) -> str:
    match = next((match for pattern in _bylines() if (match := pattern.fullmatch(words))), None)
    return match["who"] if match else ""


@cache
def _bylines() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(f"(?i:{one})" if "[A-Z]" not in one else one.replace("by:?", "[Bb][Yy]:?"), 0)
        for one in english.BYLINE
    )


def _title(text: str, blocks: Sequence[Block], free: Sequence[int]) -> int | None:
    """The line that comes twice; else the last of several words; else the last line there is."""
    seen: dict[str, int] = {}
    for at in free:
        key = plain(blocks[at].words(text))
        if key in seen and count_words(blocks[at].words(text)) > 1:
            return seen[key]
        seen.setdefault(key, at)
    # "Recognition of Cuba, 1902." with its full stop is the first heading of a guide, not its title.
    open_ended = [at for at in free if not blocks[at].words(text).endswith(".")]
    longer = [at for at in open_ended if count_words(blocks[at].words(text)) > 1]
    # Below a bar of links the name of the site comes first, and the headline says more than it.
    if longer and any(block.why == "navigation" for block in blocks[: longer[0]]):
        return max(longer, key=lambda at: count_words(blocks[at].words(text)))
    return next(iter(longer or open_ended), None)


def _placed(text: str, block: Block, at: int, title: int | None, blocks: Sequence[Block]) -> Block:
    """The block with its role beside the title."""
    words = block.words(text)
    if block.role is not None or not _may_be_title(words):
        return block
    if title is None:
        return msgspec.structs.replace(block, role=PassageRole.HEADING, why="a short line before the text")
    if at == title:
        return msgspec.structs.replace(block, role=PassageRole.TITLE, why="the first headline")
    if at > title and plain(words) == plain(blocks[title].words(text)):
        return _furniture(block, "doubled headline")
    # "ABCMEDIA" above a headline: one word in capitals. A heading of one word in small letters stays a heading.
    if at < title and count_words(words) == 1 and words.isupper():
        return _furniture(block, "site name")
    return msgspec.structs.replace(block, role=PassageRole.HEADING, why="a short line before the text")


def _may_be_title(words: str) -> bool:
    """Whether a line of the head can be a headline; "(1) The Treaty strikes in four ways:" cannot."""
    # "Moscow, 16 March 1921" above a letter.
    dateline = bool(day_of(words.partition(",")[2])) and len(words.split()) <= 6 and not _YEAR_ALONE.search(words)
    return closes(words) not in ",;:" and not is_item(words) and not dateline


def plain(words: str) -> str:
    """The words without signs and capitals, to compare two headlines."""
    return _PLAIN.sub(" ", words).strip().casefold()


def names_in(words: str) -> list[str]:
    """The names in a byline: "PhD in political science A. Roe and historian B. Doe" -> A. Roe, B. Doe."""
    found = []
    for part in re.split(r"\s*(?:,|;|&|\band\b|\bwith\b|\|)\s*", words):
        tokens = part.split()
        while tokens and not tokens[-1][0].isupper():
            tokens.pop()
        name: list[str] = []
        while tokens and tokens[-1][0].isupper():
            name.insert(0, tokens.pop())
        if 2 <= len(name) <= 5:
            found.append(" ".join(name))
    return found


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _furniture(block: Block, why: str) -> Block:
    return msgspec.structs.replace(block, role=PassageRole.FURNITURE, why=why)
