"""The layout of a corpus on disk: docs.jsonl, assertions.jsonl, texts/, and rejected.jsonl where a person judged.

rows_of(Path("corpus/docs.jsonl"), Document) -> [Document(doc_id="paris-1856", kind="essay"), ...]
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import msgspec

from dragoman.model import DragomanError

DOCUMENTS, ASSERTIONS, REJECTED, TEXTS = "docs.jsonl", "assertions.jsonl", "rejected.jsonl", "texts"


class Document(msgspec.Struct, frozen=True):
    """One text. `in_part`: only what is in assertions.jsonl and rejected.jsonl is known of it; the rest is open."""

    doc_id: str
    kind: str = ""
    source: str = ""
    licence: str = ""
    annotator: str = ""
    words: int = 0
    sha256: str = ""
    in_part: bool = False


class Words(msgspec.Struct, frozen=True):
    """The word or words that name an act, and where they stand."""

    start: int
    end: int
    text: str = ""


class Part(msgspec.Struct, frozen=True):
    """Who has which part; `surface` is what it is called, then the words as they stand beside the act."""

    role: str
    surface: tuple[str, ...]
    canonical: str = ""


class Row(msgspec.Struct, frozen=True):
    """One assertion. `open` names what nobody has said of it: "participants", "date"."""

    doc_id: str
    type: str
    start: int
    end: int
    id: str = ""
    quote: str = ""
    type_alt: tuple[str, ...] = ()
    subtype: str | None = None
    trigger: Words | None = None
    participants: tuple[Part, ...] = ()
    date: str | None = None
    polarity: str = "pos"
    modality: str = "actual"
    attribution: str = "author"
    judged: str = ""
    open: tuple[str, ...] = ()


Line = TypeVar("Line", Document, Row)


def rows_of(path: Path, kind: type[Line]) -> list[Line]:
    """Every line of a file; a DragomanError that names the line which cannot be used."""
    decoder = msgspec.json.Decoder(kind)
    found: list[Line] = []
    for number, line in enumerate(text_of(path).split("\n"), 1):
        if line.strip():
            try:
                found.append(decoder.decode(line))
            except msgspec.DecodeError as error:
                raise DragomanError(f"'{path}', line {number} cannot be used ({error}): mend or remove it") from error
    return found


def text_of(path: Path) -> str:
    """What a file of the corpus holds, its line ends as they are; a DragomanError where it cannot be read."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise DragomanError(
            f"no file '{path}': a corpus has {DOCUMENTS}, {ASSERTIONS} and {TEXTS}/, see docs/training.md"
        ) from None
    except OSError as error:
        raise DragomanError(f"'{path}' cannot be read ({error.strerror}): allow reading it") from error
    except UnicodeDecodeError as error:
        raise DragomanError(f"'{path}' is not UTF-8 ({error.reason}): save it as UTF-8") from error


def write_rows(path: Path, rows: Iterable[Document | Row]) -> None:
    """One line each, in their order."""
    path.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))
