"""Passages: the sentences of an account, and what stands in quotation marks.

"He signed on Aug. 24, 1920. B. Legran wrote." -> two SENTENCE passages
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from dragoman.model import Passage, PassageRole, Span, Testimony
from dragoman.syntax import Flow

# A parser's time grows faster than its sentence. The longest of Gibbon's have some 1,500 characters.
LONGEST = 2000
NO_WORD = 200
_READ = (PassageRole.PARAGRAPH, PassageRole.NOTE)
_QUOTED = re.compile(r"“[^”]{2,2000}”|«[^»]{2,2000}»|\"[^\"\n]{2,2000}\"")
# What nupunkt's model for law does not know: ranks and titles before a name, and months cut short.
_NEVER_LAST = re.compile(
    r"(?:\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Dr|M|MM|Messrs|Gen|Col|Lt|Capt|Maj|Adm|Prof|Rev|Hon"
    r"|St|Sr|Fr|Bp|No|Nos|Art|art|vol|cf|viz|e\.g|i\.e|ca|c|approx)\.|(?<![^\W_])[A-Z]\.)\s*$"
)
# "agreements. , financial and consular agreements": no sentence begins with a comma or a small letter.
_NEVER_FIRST = re.compile(r"\s*[,;:)\]a-zà-ÿ]")


def extract(so_far: Testimony) -> Iterator[Passage]:
    """The sentences of every paragraph and note, then the quotations."""
    text = so_far.account.text
    for passage in so_far.passages:
        if passage.role in _READ:
            for span in _sentences_in(text, passage.span):
                yield Passage(span, PassageRole.SENTENCE)
    for passage in so_far.passages:
        if passage.role in _READ:
            for match in _QUOTED.finditer(text, passage.span.start, passage.span.end):
                yield Passage(Span(match.start(), match.end()), PassageRole.QUOTATION)


def _sentences_in(text: str, paragraph: Span) -> Iterator[Span]:
    flow = Flow(text, paragraph)
    start = 0
    for _, end in _splitter()(flow.text):
        done = flow.text[start:end]
        if end < len(flow.text) and (_NEVER_LAST.search(done.rstrip()) or _NEVER_FIRST.match(flow.text, end)):
            continue
        yield from _cut(flow, start, end)
        start = end
    yield from _cut(flow, start, len(flow.text))


def _cut(flow: Flow, start: int, end: int) -> Iterator[Span]:
    """A sentence without the blanks around it, in pieces where it is longer than any sentence: a list, a table."""
    while end - start > LONGEST:
        space = flow.text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        piece = space if space > 0 else start + LONGEST
        yield from _cut(flow, start, piece)
        start = piece
    words = flow.text[start:end]
    # Two hundred letters without a blank are no words: a code, a broken file.
    if words.strip() and (len(words) < NO_WORD or " " in words.strip()):
        yield flow.span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


@lru_cache(maxsize=1)
def _splitter() -> Any:
    import nupunkt

    return nupunkt.sent_spans
