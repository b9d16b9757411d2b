"""The learned reader with the weights that came with it: laws that hold for every text, and a few plain sentences."""

import pathlib

import pytest

from dragoman.learned import LearnedReader, Reading, load

TEXT = (
    "On 3 March 1878 Russia and the Porte signed the Treaty of San Stefano. The Sultan ceded Batum to Russia. "
    "Lord Salisbury refused to recognise the treaty. No agreement was reached at Vienna. "
    "Bismarck told the envoys that Austria would occupy Bosnia."
)


@pytest.fixture(scope="module")
def reader() -> LearnedReader:
    found = load()
    assert found is not None
    return found


def test_without_weights_there_is_no_reader(tmp_path: pathlib.Path):
    assert load(tmp_path) is None


def test_a_cession_has_its_parties_and_its_territory(reader: LearnedReader):
    said = one(reader, "The Sultan ceded Batum to Russia.", "ceded")
    assert said.act == "cession"
    assert {"The Sultan", "Batum", "Russia"} <= roles("The Sultan ceded Batum to Russia.", said)


def test_what_was_not_signed_is_denied(reader: LearnedReader):
    said = one(reader, "No treaty was signed at the conference.", "signed")
    assert (said.act, said.polarity) == ("signature", "neg")


def test_a_signature_has_its_day(reader: LearnedReader):
    said = one(reader, TEXT, "signed")
    assert said.date is not None and TEXT[slice(*said.date)] == "3 March 1878"


def test_every_span_stands_in_the_text_and_the_clause_holds_the_trigger(reader: LearnedReader):
    for said in reader.read(TEXT, sentences(TEXT)):
        spans = [said.trigger, said.evidence, *((s, e) for _, s, e, _ in said.roles)]
        spans += [span for span in (said.date, said.source) if span]
        assert all(0 <= start < end <= len(TEXT) for start, end in spans)
        assert said.evidence[0] <= said.trigger[0] and said.trigger[1] <= said.evidence[1]


def test_reading_twice_is_reading_once(reader: LearnedReader):
    assert reader.read(TEXT, sentences(TEXT)) == reader.read(TEXT, sentences(TEXT))


def test_nothing_is_said_of_nothing(reader: LearnedReader):
    assert reader.read("", []) == ()
    assert reader.read("   \n", [(0, 4)]) == ()
    assert reader.read(TEXT, []) == ()


@pytest.mark.slow
def test_a_sentence_of_five_thousand_words_is_read(reader: LearnedReader):
    text = "they signed the treaty and " * 1000
    assert all(r.evidence[1] <= len(text) for r in reader.read(text, [(0, len(text))]))


def test_letters_beyond_the_first_plane_shift_nothing(reader: LearnedReader):
    text = "𝔗he 😀 Sultan ceded Batum to Russia."
    assert text[slice(*one(reader, text, "ceded").trigger)] == "ceded"


def one(reader: LearnedReader, text: str, trigger: str) -> Reading:
    return next(r for r in reader.read(text, sentences(text)) if trigger in text[slice(*r.trigger)])


def roles(text: str, said: Reading) -> set[str]:
    return {text[start:end] for _, start, end, _ in said.roles}


def sentences(text: str) -> list[tuple[int, int]]:
    spans, at = [], 0
    for part in text.split(". "):
        spans.append((at, at + len(part) + 1))
        at += len(part) + 2
    return [(s, min(e, len(text))) for s, e in spans]
