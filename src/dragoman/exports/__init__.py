"""Exports: a dossier as files for other programs. Each writes into a folder of its own.

EXPORTS["jsonl"](dossier, Path("out"))
"""

from dragoman.exports import jsonl

EXPORTS = {
    "jsonl": jsonl.write,
}
