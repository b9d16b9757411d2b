"""The names in a sentence, each with the kind its form and its surroundings speak for.

    "the Russian delegation leader, Soviet Foreign Commissar Georgy Chicherin"
    -> "Russian delegation" (body, by its noun), "Georgy Chicherin" (person, by its title)

Tables and patterns first; the model's entities only where nothing else is known.
"""

from dragoman.name_phrases.holders import holders, set_beside
from dragoman.name_phrases.nouns import phrases
from dragoman.name_phrases.others import others
from dragoman.name_phrases.persons import persons
from dragoman.name_phrases.powers import powers
from dragoman.name_phrases.reader import Name, Reader
from dragoman.syntax import Sentence

__all__ = ["Name", "holders", "names_in", "set_beside"]


def names_in(sentence: Sentence, claimed: set[int], year: int | None) -> list[Name]:
    """The names of a sentence in order, none meeting another or a claimed token."""
    reader = Reader(sentence, claimed, year)
    phrases(reader)
    persons(reader)
    powers(reader)
    others(reader)
    return sorted(reader.found, key=lambda name: name.span)
