"""How the pages say dates, numbers and acts."""

from __future__ import annotations

import pytest

from dragoman.model import Predicate, Verdict
from dragoman.web.wording import (
    FAMILY_LABELS,
    VERDICT_ORDER,
    counted,
    date_in_words,
    edtf_of_words,
    family_of,
    siglum,
)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1920-08-24", "24 August 1920"),
        ("1920-08", "August 1920"),
        ("1921", "1921"),
        ("1920-07/1920-08", "July to August 1920"),
        ("1921-02-26/1921-03-16", "26 February to 16 March 1921"),
        ("1920-12-02/1920-12-04", "2–4 December 1920"),
        ("1918/1921", "1918–1921"),
        ("../1920-08", "until August 1920"),
        ("1920/..", "from 1920"),
        ("1920~", "about 1920"),
        ("1920-12?", "perhaps December 1920"),
        ("192X", "the 1920s"),
        ("1920-21", "spring 1920"),
        ("-0043", "44 BC"),
        ("1920-99", "1920-99"),
        ("nonsense", "nonsense"),
        ("", ""),
    ],
)
def test_a_date_is_said_as_a_historian_writes_it_and_what_is_not_understood_stays(edtf: str, words: str) -> None:
    assert date_in_words(edtf) == words


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("3 December 1920", "1920-12-03"),
        ("3 Dec. 1920", "1920-12-03"),
        ("December 3, 1920", "1920-12-03"),
        ("december 1920", "1920-12"),
        ("1920-12-03", "1920-12-03"),
        ("1920-07/1920-08", "1920-07/1920-08"),
        ("1920", "1920"),
        ("Ju 1920", ""),
        ("soon", ""),
        ("", ""),
    ],
)
def test_a_typed_date_becomes_edtf_or_nothing(typed: str, edtf: str) -> None:
    assert edtf_of_words(typed) == edtf


def test_every_act_and_relation_has_a_colour_and_every_verdict_a_place() -> None:
    assert {family_of(predicate) for predicate in Predicate} == set(FAMILY_LABELS)
    assert sorted(VERDICT_ORDER) == sorted(Verdict)


def test_sigla_go_on_after_z() -> None:
    assert [siglum(place) for place in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]


def test_small_numbers_are_words() -> None:
    assert [counted(1, "account"), counted(3, "account"), counted(1200, "party", "parties")] == [
        "one account",
        "three accounts",
        "1,200 parties",
    ]
