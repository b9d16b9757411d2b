"""The read side: what went in comes out."""

from pathlib import Path

import pytest

from dragoman.model import DragomanError, Ruling
from dragoman.store import Dossier


def test_what_was_added_is_what_is_read(folder, testimonies):
    dossier = Dossier.open(folder)
    assert dossier.testimonies == testimonies
    assert dossier.accounts == tuple(one.account for one in testimonies)
    assert dossier.assertions == (*testimonies[0].assertions, *testimonies[1].assertions)
    assert dossier.account("b") == dossier.account("accounts/b.txt") == testimonies[1].account
    assert dossier.assertion(testimonies[1].assertions[1].id) == testimonies[1].assertions[1]


def test_what_was_concluded_is_what_is_read(folder, testimonies):
    dossier = Dossier.open(folder)
    (topic,) = dossier.topics()
    assert topic == dossier.topic("h-draft")
    assert topic.heading == dossier.heading("moscow draft") == dossier.headings[0]
    assert topic.assertions == (testimonies[0].assertions[1], testimonies[1].assertions[0])
    assert topic.headings == dossier.concordance.headings
    assert dossier.findings == dossier.findings_about("h-draft") == dossier.findings_on(topic.assertions[1].id)
    assert dossier.findings_about("h-treaty") == ()
    assert dossier.assertions_about("h-draft") == dossier.assertions_about("h-treaty") == topic.assertions


def test_an_unknown_name_is_answered_with_the_nearest(folder):
    dossier = Dossier.open(folder)
    with pytest.raises(DragomanError, match="Treaty of Moscow"):
        dossier.heading("Treaty of Mosow")
    with pytest.raises(DragomanError, match="there is no account 'z'"):
        dossier.account("z")
    for ask in (dossier.assertion, dossier.topic):
        with pytest.raises(DragomanError, match="there is no"):
            ask("nothing of the sort")


def test_a_search_finds_quotes_first_then_other_sentences(folder, testimonies):
    dossier = Dossier.open(folder)
    (hit,) = dossier.search("treaties signing")
    assert hit.assertion == testimonies[0].assertions[2].id
    assert hit.snippet == "No [treaty] was [signed] at Kars"
    (only,) = dossier.search("wrote")
    assert (only.assertion, only.account) == ("", testimonies[1].account.id)


@pytest.mark.parametrize("words", ['"', "", "  ", "NOT", "a AND (", "quote:x*", '" OR "', "\0", "^x", "-Kars"])
def test_no_words_are_taken_for_grammar(folder, words):
    Dossier.open(folder).search(words)


def test_a_folder_without_a_build_says_what_to_do(tmp_path: Path):
    with pytest.raises(DragomanError, match="run `dragoman build"):
        Dossier.open(tmp_path)
    with pytest.raises(DragomanError, match="dragoman init"):
        Dossier.open(tmp_path / "nowhere")


def test_a_judgement_is_kept_at_once_and_followed_at_the_next_build(folder, testimonies, rebuild, ruled):
    dossier, target = Dossier.open(folder), testimonies[1].assertions[1].id
    dossier.judge(ruled("j1", Ruling.REJECT, target))
    assert [one.id for one in dossier.judgements] == ["j1"]
    assert dossier.rulings() == {}
    rebuild(folder, testimonies)
    assert Dossier.open(folder).rulings()[target].id == "j1"
    assert Dossier.open(folder).assertion(target) == testimonies[1].assertions[1]


def test_a_judgement_that_could_never_be_applied_is_refused(folder, testimonies, ruled):
    dossier, target = Dossier.open(folder), testimonies[0].assertions[0].id
    for changes in ((("polarity", "perhaps"),), (("when", "in the summer"),), (("colour", "red"),), ()):
        with pytest.raises(DragomanError):
            dossier.judge(ruled("j", Ruling.CORRECT, target, changes=changes))
    assert dossier.judgements == ()
