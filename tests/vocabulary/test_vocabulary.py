"""The words we know: every value of the model has an entry, and the examples are read as what they are examples of."""

import tomllib
from collections.abc import Iterator
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

import pytest

from dragoman.lexicon import readings_of
from dragoman.model import ACTS, RELATIONS, Assertion, Code, Level, Modality, Polarity, Predicate, Role, Verdict
from dragoman.notation import write as notation
from dragoman.vocabulary import Entry, Word, definition_of, entries

WORDS: dict[str, tuple[Word, ...]] = {
    "acts": tuple(word for word in Predicate if word in ACTS),
    "relations": tuple(word for word in Predicate if word in RELATIONS),
    "roles": tuple(Role),
    "verdicts": tuple(Verdict),
    "polarity": tuple(Polarity),
    "modality": tuple(Modality),
    "problems": tuple(Code),
}
EVERY = [word for words in WORDS.values() for word in words]
# What other programs have no word for.
NO_EXPORT = {Verdict.IMPOSSIBLE, Verdict.SINGLE_SOURCED, Verdict.STANDING, Verdict.NOTE}
READ = ("acts", "relations", "polarity", "modality")
# Examples that the extractors do not read as they should yet: take a word off this list as soon as they do.
NOT_YET: set[StrEnum] = set()


@pytest.mark.parametrize("word", EVERY, ids=lambda word: f"{type(word).__name__}.{word.name}")
def test_every_word_has_a_label_a_definition_an_example_and_an_export(word: StrEnum):
    entry = definition_of(word)
    assert entry.label and entry.label == entry.label.strip()
    for sentence in (entry.definition, entry.example):
        assert sentence[0].isupper() and sentence[-1] in ".!?", sentence
    assert bool(entry.export) != (word in NO_EXPORT)


@pytest.mark.parametrize("table", WORDS)
def test_a_table_has_an_entry_for_each_word_of_the_model_and_none_else(table):
    """In the same order too, since pages list them so."""
    assert list(entries(table)) == [word.value for word in WORDS[table]]


@pytest.mark.parametrize("table", WORDS)
def test_labels_and_examples_are_not_shared(table):
    rows = list(entries(table).values())
    assert len({row.label for row in rows}) == len({row.example for row in rows}) == len(rows)


def test_a_slip_in_a_table_is_no_silent_default():
    """`labl = "…"` must not pass as an entry without a label."""
    table = tomllib.loads(files("dragoman.vocabulary").joinpath("acts.toml").read_text("utf-8"))
    assert {key for row in table.values() for key in row} <= set(Entry.__struct_fields__)
    assert Entry.__struct_config__.forbid_unknown_fields


def test_every_relation_reads_both_ways():
    inverses = [entry.inverse for entry in entries("relations").values()]
    assert all(inverses) and len(set(inverses)) == len(inverses)


def test_every_problem_has_a_level_and_a_next_step():
    for entry in entries("problems").values():
        assert entry.level in set(Level) and entry.next


def test_the_finer_words_of_the_lexicon_are_those_of_the_vocabulary():
    """A subtype that only the table of triggers knows would reach a reader without a meaning."""
    rows = files("dragoman.languages.en").joinpath("acts.txt").read_text("utf-8").splitlines()
    triggers = {row.split()[0] for row in rows if row and row[0] not in "#@"}
    readings = {reading for trigger in triggers for reading in readings_of(*trigger.rsplit(".", 1))}
    assert readings
    strange = {(one.act, one.subtype) for one in readings if one.subtype not in ("", *definition_of(one.act).subtypes)}
    assert not strange, "name them in vocabulary/acts.toml, or use a word that is there"


@pytest.fixture(scope="module")
def examples(tmp_path_factory) -> dict[Word, tuple[Assertion, ...]]:
    """What each example is read as."""
    from dragoman.pipeline import testimony_of

    root = tmp_path_factory.mktemp("examples")

    def read(word: Word) -> tuple[Assertion, ...]:
        path: Path = root / f"{word}.txt"
        path.write_text(definition_of(word).example + "\n", encoding="utf-8")
        testimony, problems = testimony_of(path, root)
        assert testimony is not None, problems
        return testimony.assertions

    return {word: read(word) for table in READ for word in WORDS[table]}


def _cases() -> Iterator[object]:
    for word in (word for table in READ for word in WORDS[table]):
        marks = pytest.mark.xfail(strict=True, reason=f"the example of '{word}' is not read as one yet")
        yield pytest.param(word, marks=marks if word in NOT_YET else (), id=f"{type(word).__name__}.{word.name}")


@pytest.mark.parametrize("word", [*_cases()])
def test_an_example_is_read_as_what_it_is_an_example_of(examples, word):
    read = examples[word]
    found = any(word in (one.predicate, one.polarity, one.modality) for one in read)
    assert found, [notation(one) for one in read]
