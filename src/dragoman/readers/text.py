"""Plain text: any encoding, wrapped or not, with or without what a web page left around it.

read(Source(b"War was declared.", "war", "accounts/war.txt")) -> Reading(account=Account(…))
"""

from dragoman.layout.encoding import decoded, what_else
from dragoman.layout.paragraphs import blocks_in
from dragoman.layout.roles import layout_of
from dragoman.layout.source import Reading, Source, account_of
from dragoman.layout.statement import with_statements
from dragoman.layout.trouble import empty, encoding_trouble, not_text, shortened, too_long

READER = "text 1"


def read(source: Source) -> Reading:
    """The account of a text file; its text is the decoded file, character for character."""
    if other := what_else(source.data):
        return Reading(problems=(not_text(source, other),))
    found = decoded(source.data)
    text = shortened(found.text)
    if not text.strip():
        return Reading(problems=(empty(source),))
    layout = layout_of(text, blocks_in(text))
    account = account_of(
        source,
        text,
        layout.passages,
        provenance=with_statements(text, layout.passages, layout.provenance),
        reader=READER,
    )
    return Reading(account, (*encoding_trouble(source, found), *too_long(source, found.text)))
