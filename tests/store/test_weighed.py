"""Findings and questions by their weight say what the whole dossier says, in the order in which a reader wants them."""

import pytest

from dragoman.judging import judged
from dragoman.model import Concordance, Finding, Heading, Kind, Member, Ruling, Verdict
from dragoman.store import Dossier, Draft


@pytest.fixture
def dossier(tmp_path, testimonies):
    """Three findings between the two accounts and three inside one of them."""
    a, b = testimonies
    first, second, third = (one.id for one in a.assertions)
    other = b.assertions[0].id

    def found(number, verdict, *ids, rule="agreement", topic="h-draft", sources=1, confidence=0.5):
        return Finding(f"f-{number}", rule, verdict, topic, "", ids, ("so",), sources=sources, confidence=confidence)

    findings = (
        found(0, Verdict.CORROBORATED, first, third),
        found(1, Verdict.CORROBORATED, first, other, sources=2),
        found(2, Verdict.CORROBORATED, second, other, sources=3),
        found(3, Verdict.CONTRADICTED, second, other, rule="lineage"),
        found(4, Verdict.IMPOSSIBLE, first),
        found(5, Verdict.CONTRADICTED, second, other, topic="h-other", confidence=0.9),
    )
    members = (Member(a.account.id, "The treaty"), Member(b.account.id, "A draft"))
    headings = (Heading("h-draft", Kind.INSTRUMENT, "draft", members),)
    with Draft(tmp_path) as draft:
        draft.conclude(judged((a, b), ()), Concordance(headings), (), findings)
        draft.swap()
    return Dossier.open(tmp_path)


def ids(findings):
    return [one.id for one in findings]


def test_lineage_comes_first_then_what_cannot_be_then_what_most_sources_speak_of(dossier):
    assert ids(dossier.weighed.findings("", 0, 9)) == ["f-3", "f-4", "f-2", "f-1", "f-5", "f-0"]
    assert ids(dossier.weighed.findings("corroborated", 1, 9)) == ["f-1", "f-0"]
    assert ids(dossier.weighed.findings("standing", 0, 9)) == []


def test_a_matter_is_counted_once_for_a_topic_and_never_for_one_account_alone(dossier):
    assert ids(dossier.weighed.matters("corroborated", 9)) == ["f-2"]
    assert dossier.catalogue.amount("matter", "corroborated") == 1
    assert dossier.catalogue.amount("finding", "corroborated") == 3


def test_findings_are_found_from_their_topic_their_words_and_their_accounts(dossier):
    first, second, third = (one.id for one in dossier.testimonies[0].assertions)
    assert ids(dossier.weighed.about("h-draft", ("contradicted", "impossible"), 9)) == ["f-3", "f-4"]
    assert ids(dossier.weighed.about("h-draft", ("corroborated",), 1)) == ["f-2"]
    assert ids(dossier.weighed.on(first)) == ["f-0", "f-1", "f-4"]
    assert ids(dossier.weighed.on(first, 1)) == ["f-0"]
    assert ids(dossier.weighed.between((0, 1))) == ["f-1", "f-2", "f-3", "f-5"]
    assert ids(dossier.weighed.between((0,))) == []
    assert dossier.weighed.contrary_in(dossier.accounts[0].id) == {first, second}
    assert not dossier.weighed.contrary(third)
    assert dossier.weighed.finding("f-9") is None


def test_contradictions_of_a_thing_rest_on_what_is_said_of_it(dossier):
    assert ids(dossier.weighed.contrary_of("h-draft", 9)) == ["f-3", "f-5"]
    assert ids(dossier.weighed.contrary_of("h-draft", 1)) == ["f-3"]


def test_the_accounts_most_at_odds_are_known(dossier):
    assert dossier.weighed.most_at_odds() == tuple(one.id for one in dossier.accounts)


def test_the_gravest_questions_come_first_each_assertion_once_and_name_the_finding_that_asks(dossier):
    asked = dossier.weighed.questions("gravest", 0, 99)
    grave = [(one.assertion, one.finding) for one in asked if one.finding]
    first, second, _ = (one.id for one in dossier.testimonies[0].assertions)
    other = dossier.testimonies[1].assertions[0].id
    assert grave == [(second, "f-3"), (other, "f-3"), (first, "f-4")]
    assert [one.place for one in asked] == list(range(len(asked)))
    doubted = [one.assertion for one in asked if not one.finding]
    assert sorted(doubted) == sorted(one.id for one in dossier.assertions if one.id not in (first, second, other))
    assert dossier.weighed.question_about("gravest", other) == asked[1]
    assert dossier.weighed.question_about("gravest", "none") is None


def test_what_was_judged_is_asked_no_more(tmp_path, testimonies, ruled, rebuild):
    target = testimonies[0].assertions[0]
    rebuild(tmp_path, testimonies)
    Dossier.open(tmp_path).judge(ruled("j-1", Ruling.ACCEPT, target.id))
    rebuild(tmp_path, testimonies)
    dossier = Dossier.open(tmp_path)
    assert dossier.weighed.question_about("all", target.id) is None
    assert dossier.catalogue.amount("question", "all") == len(dossier.assertions) - 1
