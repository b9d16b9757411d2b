"""The corpus in words: for every trigger what the reader shall say of it.

load(Path("corpus")) -> [Text(name="paris-1856", items=[Item(trigger=(6, 7), ...), ...]), ...]
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.learned.labels import ACTS, MODALITIES, POLARITIES, ROLES
from dragoman.learned.pieces import WORD
from dragoman.model import DragomanError
from dragoman.training.dates_told import Told, dates_in, expression_of
from dragoman.training.layout import ASSERTIONS, DOCUMENTS, REJECTED, TEXTS, Document, Row, rows_of, text_of
from dragoman.training.sentences import sentences_of

Pair = tuple[int, int]


@dataclass
class Item:
    """One assertion at word level. What nobody has said is not known: `None` for a clause, False for the others."""

    trigger: Pair
    evidence: Pair | None
    acts: NDArray[np.float32]
    polarity: int
    modality: int
    reported: int
    roles: list[tuple[int, int, int]]  # role, first word, word after the last
    roles_known: bool
    date: Pair | None
    date_known: bool
    source: Pair | None


@dataclass
class Text:
    """One text of the corpus, in words.

    Of a text known `in_part` a person has judged some triggers and nothing else: what is no item is not a negative,
    but for the `rejected` triggers.
    """

    name: str
    kind: str
    text: str
    words: list[str]
    start: NDArray[np.int64]
    end: NDArray[np.int64]
    sentences: list[Pair]  # in words
    in_part: bool = False
    items: list[Item] = field(default_factory=list)
    rejected: list[Pair] = field(default_factory=list)


def load_all(folders: Iterable[Path]) -> list[Text]:
    """The texts of several folders, one after another; a DragomanError for a name that two of them have."""
    found: dict[str, Text] = {}
    for folder in folders:
        for text in load(folder):
            if text.name in found:
                raise DragomanError(f"two texts are called '{text.name}', one of them in '{folder}': name it otherwise")
            found[text.name] = text
    return list(found.values())


def load(folder: Path) -> list[Text]:
    """All texts, in the order of docs.jsonl; a DragomanError that names what cannot be used."""
    told, struck = (_by_text(folder / name) for name in (ASSERTIONS, REJECTED))
    texts = [
        _one(doc, text_of(folder / TEXTS / f"{doc.doc_id}.txt"), told[doc.doc_id], struck[doc.doc_id])
        for doc in rows_of(folder / DOCUMENTS, Document)
    ]
    if not any(text.items or text.rejected for text in texts):
        raise DragomanError(f"'{folder}' has no assertion with a trigger: there is nothing to learn from")
    return texts


def _by_text(path: Path) -> dict[str, list[Row]]:
    by_text: dict[str, list[Row]] = defaultdict(list)
    if path.name == ASSERTIONS or path.exists():
        for row in rows_of(path, Row):
            by_text[row.doc_id].append(row)
    return by_text


def _one(doc: Document, text: str, told: Sequence[Row], struck: Sequence[Row]) -> Text:
    """One text with its assertions."""
    spans = [m.span() for m in WORD.finditer(text)]
    start, end = (np.array([span[side] for span in spans], np.int64) for side in (0, 1))
    made = Text(doc.doc_id, doc.kind, text, [text[s:e] for s, e in spans], start, end, [], doc.in_part)
    made.sentences = [_within(made, s, e) for s, e in sentences_of(text)]
    dates = list(dates_in(text))
    made.items = [_item(made, row, dates) for row in told if _has_trigger(made, row)]
    taken = {item.trigger[0] for item in made.items}
    no_triggers = [_within(made, row.trigger.start, row.trigger.end) for row in struck if row.trigger]
    # A word that tells another act is no negative, though what was drafted from it first was struck out.
    made.rejected = sorted({span for span in no_triggers if span[0] not in taken})
    return made


def _has_trigger(text: Text, row: Row) -> bool:
    """Whether there is something to learn here; a DragomanError where a row says what cannot be."""
    for word, known in ((row.type, ACTS), (row.polarity, POLARITIES), (row.modality, MODALITIES)):
        if word not in known:
            raise DragomanError(
                f"{ASSERTIONS}: '{word}' in an assertion of '{text.name}' is none of {', '.join(known)}: mend it"
            )
    if row.trigger is None:
        return False
    if not 0 <= row.trigger.start < row.trigger.end <= len(text.text):
        raise DragomanError(f"{ASSERTIONS}: a trigger of '{text.name}' stands outside its text: mend it")
    return True


def _within(text: Text, start: int, end: int) -> Pair:
    """Code points to words."""
    return int(np.searchsorted(text.end, start, "right")), int(np.searchsorted(text.start, end, "left"))


def _item(text: Text, row: Row, dates: Sequence[Told]) -> Item:
    assert row.trigger is not None
    date, known = expression_of(row, dates)
    source = None
    if row.attribution != "author":
        source = _nearest(text, [row.attribution], row, row.trigger.start, before=True)
    return Item(
        trigger=_within(text, row.trigger.start, row.trigger.end),
        # Nobody judges how far a clause goes: only its slots.
        evidence=None if text.in_part else _within(text, row.start, row.end),
        acts=_acts(row),
        polarity=POLARITIES.index(row.polarity),
        modality=MODALITIES.index(row.modality),
        reported=int(row.attribution != "author"),
        roles=_roles(text, row, row.trigger.start),
        roles_known="participants" not in row.open,
        date=_within(text, *date) if date else None,
        date_known=known,
        source=source,
    )


def _acts(row: Row) -> NDArray[np.float32]:
    """The chance of each act: all of it, or the most where others would be as good."""
    acts = np.zeros(len(ACTS), np.float32)
    alternatives = [act for act in row.type_alt if act in ACTS]
    for act in alternatives:
        acts[ACTS.index(act)] = 0.3 / len(alternatives)
    acts[ACTS.index(row.type)] = 0.7 if alternatives else 1.0
    return acts


def _roles(text: Text, row: Row, at: int) -> list[tuple[int, int, int]]:
    roles: dict[Pair, int] = {}
    for part in row.participants:
        place = _nearest(text, part.surface[1:] or part.surface[:1], row, at)
        if place and part.role in ROLES:
            roles.setdefault(place, ROLES.index(part.role))
    return [(role, *place) for place, role in roles.items()]


def _nearest(text: Text, surfaces: Sequence[str], row: Row, at: int, *, before: bool = False) -> Pair | None:
    """The occurrence nearest to the trigger: inside the evidence first, then before it, then after."""
    best: tuple[int, int, int] | None = None
    for surface in surfaces:
        for match in re.finditer(r"(?<!\w)" + re.escape(surface) + r"(?!\w)", text.text):
            s, e = match.span()
            inside = row.start <= s and e <= row.end
            away = abs(s - at) + (0 if inside and not before else 60) + (200 if before and s > at else 0)
            if abs(s - at) < 700 and (best is None or away < best[0]):
                best = (away, s, e)
    return _within(text, *best[1:]) if best else None
