"""What a text itself states about its origin in its first paragraphs.

"The Kars Institute has published an article by historian A. Roe." -> publisher Kars Institute, author A. Roe
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import msgspec

from dragoman.languages.en import furniture as english
from dragoman.layout.head import names_in
from dragoman.layout.pages import LICENCE
from dragoman.model import Passage, PassageRole, Provenance, Stated, Trust

_PUBLISHES = re.compile(english.PUBLISHES)
_WORK_BY = re.compile(english.WORK_BY)
_FIELDS = {field: re.compile(one, re.IGNORECASE) for field, one in english.LICENCE_FIELDS.items()}
_READ = 3
_ARTICLES = re.compile(r"^(?:The|A|An)\s+")


def with_statements(text: str, passages: Sequence[Passage], provenance: Provenance) -> Provenance:
    """The provenance and what the first paragraphs state; what is stated stands above what was guessed."""
    card = _card(text, passages)
    opening = list(islice(_opening(text, passages), _READ))
    publisher = next(_found(_PUBLISHES, opening), "")
    authors = names_in(next(_found(_WORK_BY, opening), ""))
    return msgspec.structs.replace(
        provenance,
        title=Stated(card["title"], Trust.MARKED) if "title" in card else provenance.title,
        publisher=Stated(_ARTICLES.sub("", publisher), Trust.STATED) if publisher else provenance.publisher,
        authors=tuple(Stated(name, Trust.STATED) for name in authors)
        or tuple(Stated(name, Trust.MARKED) for name in names_in(card.get("author", "")))
        or provenance.authors,
    )


def _card(text: str, passages: Iterable[Passage]) -> dict[str, str]:
    """What a digital library's own header says of a book."""
    lines = (text[one.span.start : one.span.end] for one in passages if one.why == LICENCE and len(one.span) < 300)
    said = [
        (field, found[1]) for line in lines for field, pattern in _FIELDS.items() if (found := pattern.fullmatch(line))
    ]
    return dict(reversed(said))


def _opening(text: str, passages: Iterable[Passage]) -> Iterator[str]:
    for passage in passages:
        if passage.role == PassageRole.PARAGRAPH:
            yield " ".join(text[passage.span.start : min(passage.span.end, passage.span.start + 600)].split())


def _found(pattern: re.Pattern[str], opening: Iterable[str]) -> Iterator[str]:
    return (match["who"] for words in opening if (match := pattern.search(words)))
