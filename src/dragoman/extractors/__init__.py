"""The shelf of extractors: each looks at the testimony so far and yields what it found.

    for extract in EXTRACTORS: testimony = testimony.plus(verified(account, extract(testimony)))

The order is the order of this tuple: what comes later may lean on what came before. To add one: a file with
`extract(so_far)`, its place in EXTRACTORS, a test.
"""

from collections.abc import Callable, Iterable, Sequence

from dragoman import light_spacy  # noqa: F401  (first: what follows loads spaCy)
from dragoman.extractors import actors, acts, anaphora, dates, instruments, lineage, passages, places, records
from dragoman.model import Testimony
from dragoman.model.testimony import Found

EXTRACTORS: Sequence[Callable[[Testimony], Iterable[Found]]] = (
    passages.extract,
    dates.extract,
    instruments.extract,
    actors.extract,
    places.extract,
    anaphora.extract,
    lineage.extract,
    acts.extract,
    records.extract,
)
