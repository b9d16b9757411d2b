"""The line: laws that hold of every build, shown on three small accounts (tests/conftest.py)."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

# `Testimony` and `testimony_of` by themselves would be taken by pytest for tests.
from dragoman import model, pipeline
from dragoman.engines import ENGINES, local
from dragoman.judging import anchor_of
from dragoman.model import (
    Assertion,
    Code,
    DragomanError,
    Judgement,
    Level,
    Modality,
    Polarity,
    Predicate,
    Role,
    Ruling,
    Verdict,
)
from dragoman.pipeline import build, findings_of
from dragoman.store import DOSSIER, Dossier


class Counting:
    """An engine without processes that keeps what it was given to read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def map(self, work: Callable[[Path], Any], items: Iterable[Path], *, lost: object = None) -> Iterator[Any]:
        """Reads each file here, when its turn comes."""
        for path in items:
            self.read.append(path.name)
            yield work(path)


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Counting:
    """The engine named "counting"."""
    counting = Counting()
    monkeypatch.setitem(ENGINES, "counting", counting.map)
    return counting


def said(dossier: Dossier, account: str, predicate: Predicate, name: str = "") -> Assertion:
    """The first assertion of this sort in an account; `name` is one of its participants."""
    return next(
        one
        for one in dossier.testimony(account).assertions
        if one.predicate == predicate and (not name or name in [p.name for p in one.participants])
    )


def judgement(id: str, ruling: Ruling, one: Assertion, dossier: Dossier, *changes: tuple[str, str]) -> Judgement:
    anchor = anchor_of(one, dossier.account(one.account))
    return Judgement(id, "2026-11-24T12:00:00Z", "M. K.", ruling, one.id, anchor, changes=changes)


def content_of(dossier: Dossier) -> tuple[object, ...]:
    """All that a build gives, but for the hour."""
    return (dossier.testimonies, dossier.headings, dossier.topics(), dossier.findings, dossier.problems)


# ---- one account -----------------------------------------------------------------------------------------------------


def test_every_quote_stands_where_it_says(built):
    dossier = Dossier.open(built)
    assert len(dossier.assertions) > 15
    for one in dossier.assertions:
        text = dossier.account(one.account).text
        assert one.evidence
        for evidence in one.evidence:
            assert text[evidence.span.start : evidence.span.end] == evidence.quote
        for mark in one.marks:
            assert text[mark.span.start : mark.span.end] == mark.words
        for part in one.participants:
            assert part.span is None or text[part.span.start : part.span.end].strip()


def test_the_originals_are_never_written_to(built, accounts):
    for name, text in accounts.items():
        assert (built / "accounts" / name).read_text("utf-8") == text


def test_what_an_account_denies_or_only_supposes_is_not_told_as_done(built):
    """ "This draft was not signed", "Not all the demands were accepted", "Japan would occupy"."""
    dossier = Dossier.open(built)
    unsigned = [one for one in dossier.testimony("essay").assertions if one.polarity == Polarity.NEG]
    assert [one.quote for one in unsigned] == ["This draft was not signed"]
    assert said(dossier, "handbook", Predicate.ACCEPTANCE).polarity == Polarity.PARTIAL
    assert said(dossier, "handbook", Predicate.OCCUPATION).modality == Modality.CONDITIONAL


def test_furniture_asserts_nothing(built):
    dossier = Dossier.open(built)
    text = dossier.account("page").text
    assert "Subscribe" in text and "Maps" in text
    assert not [one for one in dossier.testimony("page").assertions if "Subscribe" in one.quote or "Maps" in one.quote]


def test_one_account_is_read_alike_each_time_and_without_the_others(built):
    path = built / "accounts" / "essay.txt"
    assert pipeline.testimony_of(path, built) == pipeline.testimony_of(path, built)
    assert pipeline.testimony_of(path, built)[0] == Dossier.open(built).testimony("essay")


# ---- all accounts ----------------------------------------------------------------------------------------------------


def test_the_accounts_are_laid_side_by_side(built):
    """Two days for one signature, one cession in two accounts, and a draft that rests on a later treaty."""
    dossier = Dossier.open(built)
    found = {(one.verdict, one.field): one for one in dossier.findings}
    dates = {dossier.assertion(id).when.edtf for id in found[Verdict.CONTRADICTED, "date"].assertions}
    assert dates == {"1875-05-07", "1875-05-09"}
    assert found[Verdict.CORROBORATED, "date"].sources == 2
    turned = [one for one in dossier.findings if one.verdict in (Verdict.IMPOSSIBLE, Verdict.CONTRADICTED)]
    ends = [dossier.assertion(id) for one in turned for id in one.assertions]
    assert Predicate.BASED_ON in {one.predicate for one in ends}


def test_a_finding_rests_on_assertions_that_are_there_and_says_why(built):
    dossier = Dossier.open(built)
    assert dossier.findings
    for one in dossier.findings:
        assert one.reasons and one.sentence
        assert one.assertions or one.verdict == Verdict.SINGLE_SOURCED
        for id in one.assertions:
            assert dossier.assertion(id).id == id


def test_findings_come_from_topics_alone(built):
    dossier = Dossier.open(built)
    assert tuple(one for topic in dossier.topics() for one in findings_of(topic)) == dossier.findings


def test_the_order_of_the_files_does_not_matter(built, founded, accounts, tmp_path):
    """Under other names, which put them in another order, they say the same and are found to differ in the same."""
    names = {"essay.txt": "z.txt", "handbook.txt": "m.txt", "page.html": "a.html"}
    other = build(founded(tmp_path / "other", {names[name]: text for name, text in accounts.items()}))
    first = Dossier.open(built)
    assert [one.name for one in other.accounts] == ["a", "m", "z"]
    assert {one.id for one in other.assertions} == {one.id for one in first.assertions}
    assert {(one.kind, frozenset(one.members)) for one in other.headings} == {
        (one.kind, frozenset(one.members)) for one in first.headings
    }
    assert sorted((one.verdict, one.field, sorted(one.assertions)) for one in other.findings) == sorted(
        (one.verdict, one.field, sorted(one.assertions)) for one in first.findings
    )


# ---- again -----------------------------------------------------------------------------------------------------------


def test_building_twice_is_building_once(bench, engine):
    before = content_of(Dossier.open(bench))
    after = content_of(build(bench, engine="counting"))
    assert after == before
    assert engine.read == []


def test_building_elsewhere_gives_the_same_ids(built, founded, accounts, tmp_path):
    """Nothing hangs on the folder, the hour or the process."""
    assert content_of(build(founded(tmp_path / "elsewhere", accounts))) == content_of(Dossier.open(built))


def test_only_what_has_changed_is_read_again(bench, engine, accounts):
    before = Dossier.open(bench)
    changed = accounts["handbook.txt"].replace("9 May 1875", "7 May 1875")
    (bench / "accounts" / "handbook.txt").write_text(changed, encoding="utf-8")
    after = build(bench, engine="counting")
    assert engine.read == ["handbook.txt"]
    assert after.testimony("essay") == before.testimony("essay")
    assert after.testimony("handbook") != before.testimony("handbook")
    assert not [one for one in after.findings if (one.verdict, one.field) == (Verdict.CONTRADICTED, "date")]


def test_an_account_that_is_new_is_read_and_one_taken_away_is_gone(bench, engine):
    (bench / "accounts" / "page.html").unlink()
    (bench / "accounts" / "note.txt").write_text("Japan ratified the Treaty of Shimoda in 1856.\n", encoding="utf-8")
    after = build(bench, engine="counting")
    assert engine.read == ["note.txt"]
    assert [one.name for one in after.accounts] == ["essay", "handbook", "note"]
    assert {one.account for one in after.assertions} <= {one.id for one in after.accounts}


def test_a_touched_file_is_not_read_again(bench, engine):
    """What counts is what is in it, not its date."""
    path = bench / "accounts" / "essay.txt"
    path.write_bytes(path.read_bytes())
    build(bench, engine="counting")
    assert engine.read == []


# ---- what a person decided -------------------------------------------------------------------------------------------


def test_a_correction_survives_a_rebuild(bench):
    dossier = Dossier.open(bench)
    wrong = said(dossier, "handbook", Predicate.SIGNATURE, "Treaty of Saint Petersburg")
    dossier.judge(judgement("j1", Ruling.CORRECT, wrong, dossier, ("when", "1875-05-07")))
    for again in (build(bench), build(bench)):
        assert again.assertion(wrong.id).when.edtf == "1875-05-07"
        assert again.rulings()[wrong.id].id == "j1"
        assert not [one for one in again.findings if (one.verdict, one.field) == (Verdict.CONTRADICTED, "date")]


def test_a_judgement_finds_again_only_the_topics_it_touches(bench, monkeypatch):
    """And what is found is what a build from nothing finds."""
    asked: list[str] = []
    find = pipeline.findings_of

    def counting(topic):
        asked.append(topic.heading.label)
        return find(topic)

    monkeypatch.setattr(pipeline, "findings_of", counting)
    before = build(bench)
    assert asked == []
    one = said(before, "essay", Predicate.SIGNATURE, "Treaty of Shimoda")
    touched = {each.heading.label for each in before.topics() if one.id in {other.id for other in each.assertions}}
    before.judge(judgement("j1", Ruling.CORRECT, one, before, ("when", "1855-02-08")))
    after = build(bench)
    assert touched & set(asked)
    assert "Sakhalin" in {each.heading.label for each in before.topics()} - set(asked)
    assert len(asked) < len(before.topics()) / 2
    (bench / DOSSIER).unlink()
    assert build(bench).findings == after.findings


def test_a_correction_survives_a_changed_account(bench, accounts):
    """A paragraph is put in before it, so that every place and the account's own id are others."""
    dossier = Dossier.open(bench)
    wrong = said(dossier, "handbook", Predicate.SIGNATURE, "Treaty of Saint Petersburg")
    dossier.judge(judgement("j1", Ruling.CORRECT, wrong, dossier, ("when", "1875-05-07")))
    changed = accounts["handbook.txt"].replace("The draft", "The two empires were rivals.\n\nThe draft")
    (bench / "accounts" / "handbook.txt").write_text(changed, encoding="utf-8")
    after = build(bench)
    found = said(after, "handbook", Predicate.SIGNATURE, "Treaty of Saint Petersburg")
    assert found.id != wrong.id
    assert found.when.edtf == "1875-05-07"
    assert not [one for one in after.problems if one.code == Code.ORPHAN]


def test_what_was_rejected_is_kept_and_counts_for_nothing(bench):
    dossier = Dossier.open(bench)
    wrong = said(dossier, "handbook", Predicate.BASED_ON)
    dossier.judge(judgement("j1", Ruling.REJECT, wrong, dossier))
    after = build(bench)
    assert wrong.id in {one.id for one in after.assertions}
    assert wrong.id not in {id for one in after.findings for id in one.assertions}
    assert Verdict.IMPOSSIBLE not in {one.verdict for one in after.findings}


def test_a_judgement_whose_account_is_gone_is_an_orphan_and_comes_back_with_it(bench, accounts):
    dossier = Dossier.open(bench)
    wrong = said(dossier, "handbook", Predicate.SIGNATURE, "Treaty of Saint Petersburg")
    dossier.judge(judgement("j1", Ruling.CORRECT, wrong, dossier, ("when", "1875-05-07")))
    (bench / "accounts" / "handbook.txt").unlink()
    without = build(bench)
    assert [one.code for one in without.problems] == [Code.ORPHAN]
    assert [one.id for one in without.judgements] == ["j1"]
    (bench / "accounts" / "handbook.txt").write_text(accounts["handbook.txt"], encoding="utf-8")
    assert build(bench).assertion(wrong.id).when.edtf == "1875-05-07"


# ---- engines and trouble ---------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_local_processes_or_none_give_the_same(built, founded, accounts, tmp_path, monkeypatch):
    monkeypatch.setitem(ENGINES, "two", partial(local.map, processes=2))
    over_processes = build(founded(tmp_path / "two", accounts), engine="two")
    assert content_of(over_processes) == content_of(Dossier.open(built))


def _fails_on_the_handbook(so_far: model.Testimony) -> Iterator[Any]:
    if so_far.account.name == "handbook":
        raise ZeroDivisionError("a slip")
    yield from ()


def test_a_mistake_of_ours_costs_one_account_and_is_told(built, founded, accounts, tmp_path, monkeypatch):
    monkeypatch.setattr(pipeline, "EXTRACTORS", (*pipeline.EXTRACTORS, _fails_on_the_handbook))
    dossier = build(founded(tmp_path / "other", accounts))
    assert [one.name for one in dossier.accounts] == ["essay", "page"]
    assert dossier.testimony("essay") == Dossier.open(built).testimony("essay")
    (trouble,) = dossier.problems
    assert (trouble.code, trouble.level, trouble.path) == (Code.OUR_BUG, Level.ERROR, "accounts/handbook.txt")
    assert "ZeroDivisionError: a slip" in trouble.message and "report" in trouble.message


def _says_what_is_not_there(so_far: model.Testimony) -> Iterator[Any]:
    for one in so_far.assertions[:1]:
        wrong = one.evidence[0].__class__(one.account, one.span, "words that nobody wrote")
        yield Assertion("x", one.account, one.predicate, one.participants, (wrong,))


def test_nothing_passes_the_gate_unless_its_words_are_there(founded, tmp_path, monkeypatch):
    monkeypatch.setattr(pipeline, "EXTRACTORS", (*pipeline.EXTRACTORS, _says_what_is_not_there))
    dossier = build(founded(tmp_path / "other", {"a.txt": "Japan ratified the Treaty of Shimoda in 1856.\n"}))
    assert "x" not in {one.id for one in dossier.assertions}
    assert [one.code for one in dossier.problems] == [Code.QUOTE_NOT_THERE]
    assert dossier.problems[0].line().startswith("accounts/a.txt:1:1: quote-not-there: ")


def test_a_build_that_breaks_off_leaves_the_old_dossier(bench, monkeypatch):
    def stopped(work: object, items: object, *, lost: object) -> Iterator[Any]:
        raise KeyboardInterrupt
        yield

    before = (bench / DOSSIER).read_bytes()
    monkeypatch.setitem(ENGINES, "stopped", stopped)
    (bench / "accounts" / "new.txt").write_text("Japan ratified the Treaty of Shimoda.\n", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        build(bench, engine="stopped")
    assert (bench / DOSSIER).read_bytes() == before
    assert not list(bench.glob("*.new-*"))


def test_progress_is_told_file_by_file(bench, accounts):
    heard: list[tuple[str, int, int]] = []
    build(bench, told=lambda *step: heard.append(step))
    assert heard[:3] == [(name, done, 3) for done, name in enumerate(sorted(accounts))]
    assert heard[-1][1:] == (3, 3)


def test_an_engine_we_do_not_have_is_the_callers_mistake(bench):
    with pytest.raises(DragomanError, match="local"):
        build(bench, engine="abacus")


def test_participants_have_roles_of_the_model(built):
    for one in Dossier.open(built).assertions:
        ends = {part.role for part in one.participants} & {Role.SUBJECT, Role.OBJECT}
        assert bool(ends) == (one.predicate == Predicate.BASED_ON)
