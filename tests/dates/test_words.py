"""The machinery of dates knows no language: words, months and forms are data."""

import ast
import re
from pathlib import Path

import pytest

from dragoman.dates import words
from dragoman.dates.found import Found, Point
from dragoman.dates.read import READERS
from dragoman.languages.en import dates as english
from dragoman.model.date import Certainty

ROOM = Path(words.__file__).parent


def words_of_english():
    """Every English word of time of four letters or more, and the short ones that are cues."""
    words = {word for words in english.WORDS.values() for word in words}
    return {word for word in words if len(word) >= 4 or word in ("may", "mid", "the", "of", "and", "ago", "not")}


def strings_of(path):
    """The strings a module works with: all but docstrings, names of types, and messages to a person."""
    tree = ast.parse(path.read_text("utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    raised = {id(inner) for node in ast.walk(tree) if isinstance(node, ast.Raise) for inner in ast.walk(node)}
    names = {id(node.annotation) for node in ast.walk(tree) if isinstance(node, ast.arg | ast.AnnAssign)}
    names |= {id(node.returns) for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said | raised | names:
            yield node.value


def our_names():
    """The names that a language and the machinery share: kinds of forms, slots, and the fields of what is found."""
    forms = (*english.MACROS.values(), *(form for _, form in english.FORMS))
    slots = {name for form in forms for name in re.findall(r"([a-z]+2?):", form)}
    return {*READERS, *slots, *Found.__struct_fields__, *Point.__struct_fields__, *Certainty, *MEANINGS}


MEANINGS = {"nothing", "eve", "plain", "duration", "fixed", "season", "half", "victoria", "anne"}
"""Kinds of findings that no form has by itself, and the sovereigns after whom a calendar counts."""


def strange_words(path):
    """The words of English in a module that it does not share with its languages."""
    found = {word for string in strings_of(path) for word in re.findall(r"[A-Za-z][\w']*", string)}
    return {word for word in found - our_names() if not word.isupper() and word.lower() in words_of_english()}


@pytest.mark.parametrize("path", sorted(ROOM.glob("*.py")), ids=lambda path: path.stem)
def test_the_machinery_knows_no_english(path):
    """No month, weekday or cue of English stands in the room: all of them are data of the language."""
    assert not strange_words(path)


def test_the_test_for_english_can_fail(tmp_path):
    module = tmp_path / "machine.py"
    module.write_text('"""March."""\nif word == "these" or word in ("june", "Monday", "until"): pass\n')
    assert strange_words(module) == {"these", "june", "Monday", "until"}
