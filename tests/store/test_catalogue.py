"""What the pages look up says what the whole dossier says, however it is asked for."""

from collections import Counter

import pytest

from dragoman.model import Kind
from dragoman.pipeline import build
from dragoman.store import Dossier


@pytest.fixture
def dossier(folder):
    return Dossier.open(folder)


def test_what_is_said_of_a_thing_is_found_by_act_and_by_part_and_counted(dossier):
    for heading in dossier.headings:
        names = {(one.account, one.name) for one in heading.members}
        said = [
            one
            for one in dossier.assertions
            if (one.account, one.id) in names or any((one.account, each.name) in names for each in one.participants)
        ]
        assert dossier.catalogue.said_of(heading.id) == tuple(said)
        tally = dossier.catalogue.tally(heading.id)
        assert tally.get("", 0) == len(said)
        for act, times in Counter(one.predicate.value for one in said).items():
            assert len(dossier.catalogue.said_of(heading.id, act)) == tally[act] == times


def test_nothing_is_lost_between_pages(dossier):
    for heading in dossier.headings:
        whole = dossier.catalogue.said_of(heading.id)
        paged = [one for start in range(len(whole)) for one in dossier.catalogue.said_of(heading.id, "", start, 1)]
        assert tuple(paged) == whole
    findings = [one for start in range(len(dossier.findings)) for one in dossier.weighed.findings("", start, 1)]
    assert sorted(one.id for one in findings) == sorted(one.id for one in dossier.findings)
    assert dossier.catalogue.amount("finding") == len(dossier.findings)
    problems = [one for start in range(len(dossier.problems)) for one in dossier.catalogue.problems(start, 1)]
    assert tuple(problems) == dossier.problems
    assert dossier.problems


def test_accounts_are_listed_without_their_texts(dossier):
    listed = dossier.catalogue.accounts(0, 10)
    assert [one.account.id for one in listed] == [one.id for one in dossier.accounts]
    assert not any(one.account.text for one in listed)
    for one, testimony in zip(listed, dossier.testimonies, strict=True):
        assert one.assertions == len(testimony.assertions)
        assert dossier.catalogue.said_in(one.account.id) == testimony.assertions
        assert dossier.catalogue.text(one.account.id) == testimony.account.text


def test_things_are_listed_most_spoken_of_first(dossier):
    for kind in Kind:
        times = [one.times for one in dossier.catalogue.things(kind, 0, 100)]
        assert times == sorted(times, reverse=True)
        assert len(times) == dossier.catalogue.amount("thing", kind.value)


def test_every_assertion_nobody_judged_is_asked_about_once(dossier):
    asked = [one.assertion for one in dossier.weighed.questions("all", 0, 1000)]
    assert sorted(asked) == sorted(one.id for one in dossier.assertions if one.id not in dossier.rulings())


def test_a_topic_near_has_the_same_assertions_and_the_names_of_its_own_accounts(dossier):
    for topic in dossier.topics():
        near = dossier.topic_near(topic.heading.id)
        told = {account for account, _ in topic.names}
        assert (near.assertions, near.names, near.independent) == (topic.assertions, topic.names, topic.independent)
        for one, other in zip((topic.heading, *topic.headings), (near.heading, *near.headings), strict=True):
            assert set(other.members) == {each for each in one.members if each.account in told}


def test_a_name_written_small_in_one_account_and_large_in_the_other_is_found_by_either(tmp_path):
    accounts = tmp_path / "accounts"
    accounts.mkdir()
    for name, treaty in (("a", "Treaty of Kiel"), ("b", "treaty of Kiel")):
        told = f"The {treaty} was signed on 14 January 1814. Denmark ratified the {treaty}."
        (accounts / f"{name}.txt").write_text(told)
    built = build(tmp_path)
    (heading,) = [one for one in built.headings if one.kind == Kind.INSTRUMENT]
    assert {one.name for one in heading.members} == {"Treaty of Kiel", "treaty of Kiel"}
    assert built.heading("TREATY OF KIEL").id == heading.id
