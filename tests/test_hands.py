"""Two hands find an act: together they say it once, and surer."""

import pytest
from msgspec.structs import replace

from dragoman.hands import learned
from dragoman.hands.denying import denied_beside
from dragoman.hands.joining import READER_ALONE, READER_OF_NAMES, RULES_ALONE, joined
from dragoman.hands.listing import listed
from dragoman.hands.rules import Ruled
from dragoman.hands.settling import on_its_day, settled
from dragoman.hands.surety import surely
from dragoman.model import (
    Account,
    AccountId,
    Assertion,
    Date,
    Evidence,
    Kind,
    Mark,
    MarkKind,
    Mention,
    Participant,
    Polarity,
    Predicate,
    Provenance,
    Role,
    Span,
)

TEXT = "Austria did not cede Galicia to Russia in 1815 as some had hoped."


def said(predicate: Predicate, word: str, by: str, confidence: float, **slots: object) -> Assertion:
    """An assertion of one hand whose trigger is a word of TEXT."""
    start = TEXT.index(word)
    trigger, whole = Span(start, start + len(word)), Span(0, len(TEXT))
    return Assertion(
        id=f"{by}-{word}",
        account=AccountId("a"),
        predicate=predicate,
        participants=slots.pop("participants", ()),  # type: ignore[arg-type]
        evidence=(Evidence(AccountId("a"), whole, TEXT),),
        marks=(Mark(MarkKind.TRIGGER, trigger, word),),
        found_by=by,
        confidence=confidence,
        **slots,  # type: ignore[arg-type]
    )


def part(role: Role, name: str) -> Participant:
    start = TEXT.index(name)
    return Participant(role, name, Span(start, start + len(name)), Kind.POLITY)


def test_one_act_of_two_hands_is_one_assertion_and_surer() -> None:
    rule = said(Predicate.CESSION, "cede", "rules", 0.7, polarity=Polarity.NEG)
    reader = said(Predicate.CESSION, "cede", "reader", 0.6)
    (one,) = joined([Ruled(rule)], [reader])
    assert one.found_by == "rules+reader"
    assert one.confidence > max(rule.confidence, reader.confidence)
    assert one.polarity == Polarity.NEG


def test_names_of_both_hands_are_kept_and_none_twice() -> None:
    rule = said(
        Predicate.CESSION,
        "cede",
        "rules",
        0.7,
        participants=(part(Role.AGENT, "Austria"), part(Role.BENEFICIARY, "Russia")),
    )
    reader = said(Predicate.CESSION, "cede", "reader", 0.9, participants=(part(Role.AGENT, "Austria"),))
    (one,) = joined([Ruled(rule)], [reader])
    assert [p.name for p in one.participants] == ["Austria", "Russia"]


def test_what_one_hand_alone_finds_must_be_surer_of_itself() -> None:
    somebody = (part(Role.AGENT, "Austria"),)
    weak = said(Predicate.STATEMENT, "hoped", "rules", RULES_ALONE - 0.1, participants=somebody)
    sure = said(Predicate.STATEMENT, "hoped", "rules", RULES_ALONE, participants=somebody)
    assert list(joined([Ruled(weak)], [])) == []
    assert list(joined([Ruled(sure)], [])) == [sure]
    assert next(iter(joined([], [said(Predicate.CESSION, "cede", "reader", 0.9)]))).found_by == "reader"


def test_an_act_of_nobody_needs_more_than_the_rules() -> None:
    assert list(joined([Ruled(said(Predicate.STATEMENT, "hoped", "rules", 0.9))], [])) == []


def test_an_act_that_somebody_has_a_part_in_is_believed_sooner() -> None:
    between = (READER_OF_NAMES + READER_ALONE) / 2
    named = said(Predicate.CESSION, "cede", "reader", between, participants=(part(Role.AGENT, "Austria"),))
    assert list(joined([], [named])) == [named]
    assert list(joined([], [said(Predicate.CESSION, "cede", "reader", between)])) == []


def test_each_find_of_the_reader_is_used_once() -> None:
    rules = [
        Ruled(said(Predicate.CESSION, "cede", "rules", 0.7)),
        Ruled(said(Predicate.REFUSAL, "not cede", "rules", 0.7)),
    ]
    reader = [said(Predicate.CESSION, "cede", "reader", 0.9)]
    assert sum(one.found_by == "rules+reader" for one in joined(rules, reader)) == 1


def test_a_passive_without_an_agent_has_none_whatever_the_reader_sees() -> None:
    rule = said(Predicate.CESSION, "cede", "rules", 0.7)
    reader = said(Predicate.CESSION, "cede", "reader", 0.9, participants=(part(Role.AGENT, "Austria"),))
    (one,) = joined([Ruled(rule, agentless=True)], [reader])
    assert one.participants == ()


def test_the_surer_hand_names_the_act() -> None:
    reader = said(Predicate.OCCUPATION, "cede", "reader", 0.6)
    for confidence, act in ((0.7, Predicate.CESSION), (0.5, Predicate.OCCUPATION)):
        (one,) = joined([Ruled(said(Predicate.CESSION, "cede", "rules", confidence))], [reader])
        assert one.predicate == act


def test_a_verb_and_its_noun_in_the_same_words_are_one_act() -> None:
    somebody = (part(Role.AGENT, "Austria"),)
    rule = said(Predicate.CESSION, "cede", "rules", 0.7, participants=somebody)
    reader = said(Predicate.CESSION, "Galicia", "reader", 0.9, participants=somebody)
    assert list(joined([Ruled(rule)], [reader])) == [reader]


def test_nobody_from_the_next_sentence_takes_part() -> None:
    reading = learned.Reading(
        act="signature", alternatives=(), trigger=(3, 9), evidence=(0, 30),
        roles=(("agent", 0, 2, 0.9), ("instrument", 22, 32, 0.9), ("agent", 26, 36, 0.9)),
        date=None, source=None, polarity="pos", modality="actual", reported=False, confidence=0.9,
    )  # fmt: skip
    cut = learned._in_its_sentence(reading, [(0, 25), (26, 40)])
    assert cut.evidence == (0, 25)
    assert cut.roles == (("agent", 0, 2, 0.9), ("instrument", 22, 25, 0.9))


def test_a_surer_find_stays_the_surer_and_says_a_chance() -> None:
    for hand in ("rules", "reader", "rules+reader"):
        chances = [surely(said(Predicate.CESSION, "cede", hand, sure / 100)).confidence for sure in range(101)]
        assert chances == sorted(chances)
        assert 0 < chances[0] < chances[-1] < 1
    assert surely(said(Predicate.CESSION, "cede", "person", 1.0)).confidence == 1.0


def test_a_treaty_is_not_signed_on_the_day_of_another_sentence_that_its_own_day_excludes() -> None:
    day = Date(Span(9_000, 9_004), "1898", "1898", earliest=692_867, latest=693_231)
    treaty = Participant(Role.INSTRUMENT, "Treaty of Shimonoseki", None, Kind.INSTRUMENT)
    signed = replace(said(Predicate.SIGNATURE, "cede", "reader", 0.8), participants=(treaty,), when=day)
    made = replace(day, edtf="1895-04-17", earliest=691_878, latest=691_878)
    assert on_its_day(signed, {"Treaty of Shimonoseki": made}).when is None
    assert on_its_day(signed, {"Treaty of Shimonoseki": day}).when == day
    assert on_its_day(signed, {}).when == day


LISTS = "France yielded Hudson Bay, Acadia and Newfoundland together with Cape Breton to Britain."


def land(name: str, role: Role = Role.TERRITORY) -> Participant:
    start = LISTS.index(name)
    return Participant(role, name, Span(start, start + len(name)), Kind.PLACE)


def test_places_in_one_list_have_one_part() -> None:
    names = ("Hudson Bay", "Acadia", "Newfoundland", "Cape Breton")
    places = [Mention(Span(LISTS.index(name), LISTS.index(name) + len(name)), Kind.PLACE, name) for name in names]
    one = Assertion(
        id="1",
        account=AccountId("a"),
        predicate=Predicate.CESSION,
        participants=(land("Hudson Bay"), land("Acadia"), land("Cape Breton", Role.BENEFICIARY)),
        evidence=(Evidence(AccountId("a"), Span(0, len(LISTS)), LISTS),),
    )
    assert [(each.role, each.name) for each in listed(one, places, LISTS).participants] == [
        (Role.TERRITORY, "Hudson Bay"),
        (Role.TERRITORY, "Acadia"),
        (Role.TERRITORY, "Cape Breton"),
        (Role.TERRITORY, "Newfoundland"),
    ]
    signed = replace(one, predicate=Predicate.SIGNATURE)
    assert listed(signed, places, LISTS) == signed, "who signs in a list is no land"


def test_a_land_of_the_last_sentence_is_another() -> None:
    text = "Kavala went to Greece. Bulgaria kept Strumica."
    spans = {name: Span(text.index(name), text.index(name) + len(name)) for name in ("Kavala", "Strumica")}
    start = text.index("Bulgaria")
    one = Assertion(
        id="1",
        account=AccountId("a"),
        predicate=Predicate.CESSION,
        participants=tuple(Participant(Role.TERRITORY, name, span, Kind.PLACE) for name, span in spans.items()),
        evidence=(Evidence(AccountId("a"), Span(start, len(text) - 1), text[start:-1]),),
    )
    assert [each.name for each in listed(one, (), text).participants] == ["Strumica"]


@pytest.mark.parametrize(
    ("text", "words", "who", "left_out"),
    [
        ("It was not Joffe but Chicherin who signed.", "Chicherin who signed", "Chicherin", "Joffe"),
        (
            "Poland, not Lithuania, occupied the town.",
            "Poland, not Lithuania, occupied the town",
            "Poland",
            "Lithuania",
        ),
        ("Chile, but not Peru, ratified it.", "Chile, but not Peru, ratified it", "Chile", "Peru"),
    ],
)
def test_who_is_left_out_did_not_do_it(text: str, words: str, who: str, left_out: str) -> None:
    account = Account(AccountId("a"), "a", "a.txt", text, (), Provenance(), "text", "")
    spans = {name: Span(text.index(name), text.index(name) + len(name)) for name in (who, left_out)}
    start = text.index(words)
    one = Assertion(
        id="1",
        account=account.id,
        predicate=Predicate.SIGNATURE,
        participants=(Participant(Role.AGENT, who, spans[who], Kind.POLITY),),
        evidence=(Evidence(account.id, Span(start, start + len(words)), words),),
    )
    named = sorted((Mention(span, Kind.POLITY, name) for name, span in spans.items()), key=lambda each: each.span)
    (denied,) = denied_beside(one, account, named)
    assert (denied.polarity, [each.name for each in denied.participants]) == (Polarity.NEG, [left_out])
    assert text[denied.span.start : denied.span.end] == denied.quote
    assert [mark.words for mark in denied.marks] == ["not"]
    assert not list(denied_beside(replace(one, polarity=Polarity.NEG), account, named))
    twice = [named[0], *named, named[-1]]
    assert len(list(denied_beside(one, account, twice))) == 1, "what is denied of one man is denied once"


@pytest.mark.parametrize("words", ["Nothing in the treaty bound Britain", "None of the powers signed"])
def test_nobody_and_nothing_deny(words: str) -> None:
    one = Assertion(
        id="1",
        account=AccountId("a"),
        predicate=Predicate.COMMITMENT,
        participants=(),
        evidence=(Evidence(AccountId("a"), Span(0, len(words)), words),),
    )
    assert settled(one).polarity == Polarity.NEG
    assert [mark.words for mark in settled(one).marks] == [words.split()[0]]
