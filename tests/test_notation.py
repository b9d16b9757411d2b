"""The notation: an assertion as one line, both ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import (
    ACTS,
    Assertion,
    Attribution,
    Date,
    DragomanError,
    Evidence,
    Modality,
    Participant,
    Polarity,
    Predicate,
    Role,
    Span,
    Voice,
)
from dragoman.notation import OBJECTS, VERBS, attribution, line_of, read, write, written

WORDS = st.text(st.characters(), max_size=12) | st.text("|;,\"<->() \\\n\r\u2028\x85?'“”abc", max_size=8)
VOICES = st.lists(st.builds(Voice, WORDS | st.just("author"), WORDS), max_size=3)


@st.composite
def assertions(draw: st.DrawFn) -> Assertion:
    """Any assertion at all, with any characters in its words."""
    quote = draw(WORDS)
    when = st.none() | st.builds(
        Date, st.just(Span(0, 0)), WORDS, WORDS | st.sampled_from(["1920-08", "-0043~", "1920-07/.."])
    )
    return Assertion(
        id="x",
        account="a",  # type: ignore[arg-type]
        predicate=draw(st.sampled_from(Predicate)),
        participants=tuple(draw(st.lists(st.builds(Participant, st.sampled_from(Role), WORDS), max_size=5))),
        evidence=(Evidence("a", Span(0, len(quote)), quote),),  # type: ignore[arg-type]
        when=draw(when),
        polarity=draw(st.sampled_from(Polarity)),
        modality=draw(st.sampled_from(Modality)),
        attribution=Attribution(tuple(draw(VOICES))),
        subtype=draw(WORDS),
    )


@given(assertions())
def test_the_notation_reads_back_what_it_writes(assertion: Assertion) -> None:
    line = write(assertion)
    assert read(line) == line_of(assertion)
    assert write(read(line)) == line
    assert line.splitlines() == [line]
    line.encode()


@given(VOICES)
def test_an_attribution_reads_back(voices: list[Voice]) -> None:
    said = Attribution(tuple(voices))
    assert attribution(written(said)) == said


def test_a_line_reads_like_a_sentence():
    words = "no treaty was signed at the time"
    line = line_of(
        Assertion(
            "x",
            "a",  # type: ignore[arg-type]
            Predicate.SIGNATURE,
            (Participant(Role.PLACE, "Kars, the city"), Participant(Role.INSTRUMENT, "treaty")),
            (Evidence("a", Span(0, len(words)), words),),  # type: ignore[arg-type]
            Date(Span(0, 0), "August", "1920-08"),
            Polarity.NEG,
            attribution=Attribution((Voice("The Times"), Voice("Chicherin", "letter"))),
        )
    )
    assert write(line) == (
        '? | not signed | treaty ; place "Kars, the city" ; 1920-08 ; says The Times > Chicherin (letter) '
        '<- "no treaty was signed at the time"'
    )


def test_a_line_written_by_hand_is_read():
    line = read("moscow treaty | based on | moscow draft ; modality proposed")
    assert line.of(Role.SUBJECT) == ("moscow treaty",)
    assert line.of(Role.OBJECT) == ("moscow draft",)
    assert (line.predicate, line.modality, line.voices) == (Predicate.BASED_ON, Modality.PROPOSED, ())


@pytest.mark.parametrize(
    "line",
    [
        "",
        "a | b",
        "a | loved | b",
        "a | signed | b ; perhaps",
        "a | signed | b ; modality odd",
        'a | signed | "b',
        "a | signed | b ; says (x",
    ],
)
def test_what_cannot_be_read_is_the_callers_mistake(line: str):
    with pytest.raises(DragomanError):
        read(line)


def test_every_predicate_has_a_verb_of_its_own():
    assert set(VERBS) == set(Predicate)
    assert len(set(VERBS.values())) == len(VERBS)
    assert not [verb for verb in VERBS.values() if verb.startswith(("not ", "partly "))]
    assert set(OBJECTS) == ACTS
