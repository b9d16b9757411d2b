"""What a text itself states about its origin in its first paragraphs.

"The Kars Institute has published an article by historian A. Roe." -> publisher Kars Institute, author A. Roe
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import msgspec

from dragoman.languages.en import furniture as english
from dragoman.layout.head import names_in
from dragoman.model import Passage, PassageRole, Provenance, Stated, Trust

_PUBLISHES = re.compile(english.PUBLISHES)
_WORK_BY = re.compile(english.WORK_BY)
_READ = 3
_ARTICLES = re.compile(r"^(?:The|A|An)\s+")


def with_statements(text: str, passages: Sequence[Passage], provenance: Provenance) -> Provenance:
    """The provenance and what the first paragraphs state; what is stated stands above what was guessed."""
    opening = list(islice(_opening(text, passages), _READ))
    publisher = next(_found(_PUBLISHES, opening), "")
    authors = names_in(next(_found(_WORK_BY, opening), ""))
    return msgspec.structs.replace(
        provenance,
        publisher=Stated(_ARTICLES.sub("", publisher), Trust.STATED) if publisher else provenance.publisher,
        authors=tuple(Stated(name, Trust.STATED) for name in authors) or provenance.authors,
    )


def _opening(text: str, passages: Iterable[Passage]) -> Iterator[str]:
    for passage in passages:
        if passage.role == PassageRole.PARAGRAPH:
            yield " ".join(text[passage.span.start : min(passage.span.end, passage.span.start + 600)].split())


def _found(pattern: re.Pattern[str], opening: Iterable[str]) -> Iterator[str]:
    return (match["who"] for words in opening if (match := pattern.search(words)))
