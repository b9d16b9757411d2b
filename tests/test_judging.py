"""Judging: what a person decided finds its assertion again, and is never lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dragoman import model
from dragoman.judging import anchor_of, corrected, in_force, judged
from dragoman.model import (
    Account,
    AccountId,
    Anchor,
    Assertion,
    Attribution,
    Code,
    Date,
    DragomanError,
    Evidence,
    Judgement,
    Modality,
    Participant,
    Polarity,
    Predicate,
    Provenance,
    Role,
    Ruling,
    Span,
    Voice,
    digest,
)

TEXT = (
    "The Times had it that Chicherin agreed. Bekir Sami went to Moscow in July 1920. No treaty was signed at the time. "
    "Later the envoys met again. No treaty was signed at the time. Ankara claimed Batum."
)
SIGNED = "No treaty was signed at the time"


def account(text: str = TEXT, name: str = "a") -> Account:
    """An account with this text."""
    return Account(AccountId(digest(text)), name, f"accounts/{name}.txt", text, (), Provenance(), "plain", digest(text))


def said(of: Account, quote: str, predicate: Predicate, nth: int = 0, **slots: object) -> Assertion:
    """The nth telling of these words."""
    start = -1
    for _ in range(nth + 1):
        start = of.text.index(quote, start + 1)
    span = Span(start, start + len(quote))
    id = digest(of.id, predicate, str(start))
    return Assertion(id, of.id, predicate, (), (Evidence(of.id, span, quote),), **slots)  # type: ignore[arg-type]


def telling(of: Account | None = None) -> model.Testimony:
    """A journey, two denials in the same words, and a claim."""
    of = of or account()
    return model.Testimony(
        of,
        assertions=(
            said(of, "Bekir Sami went to Moscow in July 1920", Predicate.NEGOTIATION),
            said(of, SIGNED, Predicate.SIGNATURE, polarity=Polarity.NEG),
            said(of, SIGNED, Predicate.SIGNATURE, 1, polarity=Polarity.NEG),
            said(of, "Ankara claimed Batum", Predicate.TERRITORIAL_CLAIM),
        ),
    )


def ruling(kind: Ruling, target: str, id: str = "", who: str = "M. K.", **more: object) -> Judgement:
    """A judgement."""
    id = id or digest(kind, target, repr(more))
    return Judgement(id, "2026-11-24T12:00:00Z", who, kind, target, **more)  # type: ignore[arg-type]


def on(of: model.Testimony, number: int, kind: Ruling, **more: object) -> Judgement:
    """A judgement with its anchor on the nth assertion."""
    one = of.assertions[number]
    return ruling(kind, one.id, anchor=anchor_of(one, of.account), **more)


def test_without_judgements_nothing_changes():
    assert judged([telling()], []).testimonies == judged([telling()], []).standing == (telling(),)


def test_a_correction_changes_slots_and_leaves_words_and_id():
    before = telling()
    changes = (
        ("when", "1920-08"),
        ("polarity", "partial"),
        ("modality", "intended"),
        ("attribution", "Chicherin (letter)"),
    )
    (after,) = judged([before], [on(before, 1, Ruling.CORRECT, changes=changes)]).testimonies
    one = after.assertions[1]
    assert (one.id, one.evidence) == (before.assertions[1].id, before.assertions[1].evidence)
    assert (one.polarity, one.modality) == (Polarity.PARTIAL, Modality.INTENDED)
    assert one.attribution == Attribution((Voice("Chicherin", "letter"),))
    assert one.when is not None
    assert (one.when.edtf, one.when.latest - one.when.earliest) == ("1920-08", 30)
    assert after.assertions[2:] == before.assertions[2:]


def test_a_corrected_participant_takes_the_place_of_all_in_that_role():
    one = replace(
        telling().assertions[3],
        participants=(
            Participant(Role.AGENT, "Batum"),
            Participant(Role.AGENT, "x"),
            Participant(Role.TERRITORY, "Batum"),
        ),
    )
    start = one.span.start
    assert corrected(one, [("participant:agent", "Ankara"), ("participant:agent", "Moscow")]).participants == (
        Participant(Role.TERRITORY, "Batum"),
        Participant(Role.AGENT, "Ankara", Span(start, start + 6)),
        Participant(Role.AGENT, "Moscow"),
    )
    assert corrected(one, [("participant:agent", "")]).of(Role.AGENT) == ()
    assert corrected(replace(one, when=Date(Span(0, 1), "x", "1920")), [("when", "")]).when is None


def test_what_is_rejected_stays_and_does_not_stand():
    before = telling()
    after = judged([before], [on(before, 3, Ruling.REJECT)])
    assert after.testimonies == (before,)
    assert after.standing[0].assertions == before.assertions[:3]
    assert after.rulings[before.assertions[3].id].ruling == Ruling.REJECT


def test_of_two_rulings_the_last_wins_and_both_are_kept():
    before = telling()
    target = before.assertions[3].id
    one, two = on(before, 3, Ruling.REJECT, who="A"), on(before, 3, Ruling.ACCEPT, who="B")
    after = judged([before], [one, two])
    assert after.rulings[target] == two
    assert after.met == {one.id: target, two.id: target}
    assert judged([before], [two, one]).standing[0].assertions == before.assertions[:3]


def test_corrections_of_different_slots_add_up():
    before = telling()
    log = [
        on(before, 1, Ruling.CORRECT, changes=(change,))
        for change in (("when", "1920"), ("polarity", "pos"), ("when", "1921"))
    ]
    one = judged([before], log).testimonies[0].assertions[1]
    assert one.when is not None
    assert (one.when.edtf, one.polarity) == ("1921", Polarity.POS)


def test_an_undone_judgement_is_as_if_it_had_not_been():
    before = telling()
    no = on(before, 3, Ruling.REJECT)
    undo = ruling(Ruling.UNDO, no.id)
    redo = ruling(Ruling.UNDO, undo.id)
    assert judged([before], [no, undo]).standing == (before,)
    assert judged([before], [no, undo, redo]).standing == judged([before], [no]).standing
    assert [one.code for one in judged([before], [undo]).problems] == [Code.ORPHAN]


def test_when_ids_have_changed_the_words_around_tell_twins_apart():
    before = telling()
    for number in (1, 2):
        fresh = replace(
            before, assertions=tuple(replace(one, id=f"new-{at}") for at, one in enumerate(before.assertions))
        )
        assert list(judged([fresh], [on(before, number, Ruling.ACCEPT)]).rulings) == [f"new-{number}"]


def test_when_the_file_was_edited_the_name_and_the_words_find_it():
    before = telling()
    edited = telling(account("A new first line.\n" + TEXT.replace("The Times", "A newspaper")))
    after = judged([edited], [on(before, 2, Ruling.ACCEPT), on(before, 1, Ruling.REJECT)])
    assert set(after.rulings) == {edited.assertions[2].id, edited.assertions[1].id}
    assert after.rulings[edited.assertions[2].id].ruling == Ruling.ACCEPT


def test_when_the_words_were_changed_a_little_the_likeliest_are_found():
    before = telling()
    now = account(TEXT.replace("Bekir Sami went to Moscow in July 1920", "Bekir Sami Bey went to Moscow, in July 1920"))
    fresh = model.Testimony(
        now, assertions=(said(now, "Sami Bey went to Moscow, in July 1920", Predicate.NEGOTIATION),)
    )
    assert list(judged([fresh], [on(before, 0, Ruling.ACCEPT)]).rulings) == [fresh.assertions[0].id]


def test_a_judgement_that_finds_nothing_is_a_problem_that_quotes_it():
    before = telling()
    gone = replace(before, assertions=before.assertions[:3])
    after = judged([gone], [on(before, 3, Ruling.ACCEPT), ruling(Ruling.ACCEPT, "no such id")])
    assert [one.code for one in after.problems] == [Code.ORPHAN, Code.ORPHAN]
    assert "Ankara claimed Batum" in after.problems[0].message
    assert after.rulings == {}


def test_another_act_in_the_same_words_is_not_what_was_judged():
    before = telling()
    now = said(before.account, "Ankara claimed Batum", Predicate.STATEMENT)
    after = judged([model.Testimony(before.account, assertions=(now,))], [on(before, 3, Ruling.ACCEPT)])
    assert (after.rulings, len(after.problems)) == ({}, 1)


def test_a_rejection_does_not_retire_what_now_says_the_contrary():
    before = telling()
    other = tuple(replace(one, id=one.id[::-1], polarity=Polarity.POS) for one in before.assertions)
    after = judged([replace(before, assertions=other)], [on(before, 1, Ruling.REJECT)])
    assert (after.rulings, len(after.problems)) == ({}, 1)


def test_what_was_accepted_overrules_a_newer_draft():
    before = telling()
    other = tuple(replace(one, id=one.id[::-1], polarity=Polarity.POS) for one in before.assertions)
    after = judged([replace(before, assertions=other)], [on(before, 1, Ruling.ACCEPT)])
    assert after.testimonies[0].assertions[1].polarity == Polarity.NEG


def test_an_added_assertion_stands_where_its_words_do():
    before = telling()
    anchor = Anchor(before.account.id, "a", "The Times had it", "", " that", (("predicate", "statement"),))
    add = ruling(Ruling.ADD, "mine", anchor=anchor, changes=(("participant:agent", "The Times"),))
    (after,) = judged([before], [add, ruling(Ruling.CORRECT, "mine", changes=(("modality", "proposed"),))]).testimonies
    one = after.assertions[0]
    assert (one.id, one.quote, one.span, one.found_by) == ("mine", "The Times had it", Span(0, 16), "M. K.")
    assert (one.predicate, one.modality) == (Predicate.STATEMENT, Modality.PROPOSED)
    assert one.of(Role.AGENT)[0].span == Span(0, 9)


def test_a_change_that_cannot_be_read_is_a_problem_and_changes_nothing():
    before = telling()
    after = judged([before], [on(before, 1, Ruling.CORRECT, changes=(("polarity", "maybe"),))])
    assert after.testimonies == (before,)
    assert "maybe" in after.problems[0].message


def test_same_and_different_are_handed_on_unless_undone():
    same, other = ruling(Ruling.SAME, "x", other="y"), ruling(Ruling.DIFFERENT, "x", other="z")
    after = judged([telling()], [same, other, ruling(Ruling.UNDO, same.id)])
    assert (after.pairings, after.problems) == ((other,), ())


@given(
    st.lists(
        st.tuples(st.sampled_from([Ruling.ACCEPT, Ruling.REJECT, Ruling.CORRECT]), st.integers(0, 3), st.booleans())
    )
)
def test_no_judgement_is_ever_lost(decided: list[tuple[Ruling, int, bool]]) -> None:
    before = telling()
    log = [
        on(before, number, kind, id=str(at), changes=(("when", "1920"),) if kind == Ruling.CORRECT else ())
        for at, (kind, number, _) in enumerate(decided)
    ]
    log = [
        one if there else replace(one, target="gone", anchor=None)
        for one, (_, _, there) in zip(log, decided, strict=True)
    ]
    after = judged([before], log)
    orphans = [one for one in log if any(f"judgement {one.id} " in problem.message for problem in after.problems)]
    assert {one.id for one in orphans} | set(after.met) == {one.id for one in log}
    assert after.judgements == tuple(log)
    assert set(after.rulings) == set(after.met.values())


def test_the_same_line_twice_is_one_judgement():
    one = ruling(Ruling.REJECT, "x")
    assert in_force([one, one]) == (one,)


@pytest.mark.parametrize("edtf", ["in August", "1920-13", "1920-02-30", "20", "/"])
def test_what_is_no_date_is_refused(edtf: str):
    with pytest.raises(DragomanError):
        corrected(telling().assertions[0], [("when", edtf)])
