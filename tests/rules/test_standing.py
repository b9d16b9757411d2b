"""Standing: account by account, party by party, with its words; an unsigned draft binds nobody."""

from collections.abc import Callable
from datetime import date
from typing import Any

from dragoman.edtf import bounds
from dragoman.model import Date, Finding, Instrument, InstrumentKind, Span, Testimony, Verdict
from dragoman.reconcile import reconcile, topics_of
from dragoman.rules.standing import standing_of

Act = Callable[..., dict[str, Any]]
Told = Callable[..., Testimony]
TREATY = "Treaty of San Stefano"


def stands(name: str, *accounts: Testimony, day: int | None = None) -> list[Finding]:
    """The standing of an instrument."""
    topics = topics_of(accounts, reconcile(accounts))
    (topic,) = [one for one in topics if any(member.name == name for member in one.heading.members)]
    return list(standing_of(topic, day))


def dated(edtf: str) -> Date:
    return Date(Span(0, 0), edtf, edtf, *bounds(edtf))


def sentences(*found: Finding) -> str:
    return "\n".join(one.sentence for one in found)


def test_the_last_step_done_is_the_state_of_an_account(act: Act, told: Told) -> None:
    a = told(
        "a",
        act("signature", "the treaty was signed on 3 March", "1878-03-03", instrument=TREATY),
        act("ratification", "it was ratified on 17 March", "1878-03-17", instrument=TREATY),
        act("annulment", "it was to be annulled", modality="intended", instrument=TREATY),
    )
    assert "ratified (1878-03-17), says a" in sentences(*stands(TREATY, a))


def test_on_an_earlier_day_less_had_been_done(act: Act, told: Told) -> None:
    a = told(
        "a",
        act("signature", "the treaty was signed on 3 March", "1878-03-03", instrument=TREATY),
        act("ratification", "it was ratified on 17 March", "1878-03-17", instrument=TREATY),
    )
    day = date(1878, 3, 10).toordinal()
    assert "signed (1878-03-03)" in sentences(*stands(TREATY, a, day=day))
    assert stands(TREATY, a, day=date(1878, 1, 1).toordinal()) == []


def test_accounts_are_not_mixed(act: Act, told: Told) -> None:
    a = told("a", act("signature", "the treaty was signed", instrument=TREATY))
    b = told("b", act("signature", "the treaty was never signed", polarity="neg", instrument=TREATY))
    found = sentences(*stands(TREATY, a, b))
    assert "signed, says a" in found
    assert "not signed, says b" in found


def test_it_is_valid_for_one_party_and_to_be_annulled_for_the_other(act: Act, told: Told) -> None:
    a = told(
        "a",
        act("signature", "the illegitimate treaty was signed", instrument=TREATY),
        act("annulment", "Austria meant to annul the treaty", modality="intended", instrument=TREATY, agent="Austria"),
        act("statement", "Russia insisted that the treaty had settled the matter", instrument=TREATY, agent="Russia"),
    )
    found = sentences(*stands(TREATY, a))
    assert "to be annulled for Austria" in found
    assert "valid for Russia" in found
    assert "illegitimate for the author" in found


def test_what_an_unsigned_draft_provides_stays_provisional_with_the_reason(act: Act, told: Told) -> None:
    draft = "draft convention"
    a = told(
        "a",
        act("draft", "a draft convention was made", instrument=draft),
        act("commitment", "under it Russia promised arms", modality="proposed", instrument=draft, agent="Russia"),
        act("signature", "the draft convention was not signed", polarity="neg", instrument=draft),
    )
    (finding,) = [one for one in stands(draft, a) if one.field == "provisional"]
    assert finding.verdict == Verdict.STANDING
    assert "it was not signed" in finding.reasons[0]
    assert len(finding.assertions) == 2


def test_what_a_signed_treaty_provides_is_not_provisional(act: Act, told: Told) -> None:
    a = told(
        "a",
        act("commitment", "under it Russia promised arms", modality="proposed", instrument=TREATY, agent="Russia"),
        act("signature", "the treaty was signed", instrument=TREATY),
    )
    assert not [one for one in stands(TREATY, a) if one.field == "provisional"]


def test_what_a_clause_recognises_is_not_recognised_draft_and_all(act: Act, told: Told) -> None:
    text = "under the draft convention Russia recognised the Treaty of San Stefano"
    said = act("recognition", text, modality="proposed",
               instrument=(TREATY, "draft convention"), agent="Russia")  # fmt: skip
    a = told("a", said, act("draft", "a draft convention was made", instrument="draft convention"))
    assert "recognised for" not in sentences(*stands("draft convention", a))
    assert "recognised for Russia" in sentences(*stands(TREATY, a))


def test_a_treaty_is_valid_for_one_to_be_annulled_for_others_and_illegitimate_for_the_author(
    act: Act, told: Told
) -> None:
    """The three lines of one account, each with its quote and its rule; what comes after the day is left out."""
    treaty = "Treaty of Alexandropol"
    a = told(
        "a",
        act("annulment", "it became essential to annul the illegitimate treaty", modality="intended",
            instrument=treaty),
        act("annulment", "they took steps to annul it", instrument=treaty, agent="Soviet Armenia"),
        act("annulment", "S. Kasyan and B. Legran wrote of annulling the treaty", "1920-12-05", modality="intended",
            instrument=treaty, agent=("Soviet Armenia", "Soviet Russia")),
        act("refusal", "Turkey called a revision of the treaty impossible", instrument=treaty, agent="Turkey"),
        act("annulment", "in 1921 the treaty was annulled", "1921", instrument=treaty),
    )  # fmt: skip
    found = stands(treaty, a, day=date(1920, 12, 5).toordinal())
    said = [one.sentence.removeprefix(f"{treaty}: ") for one in found]
    assert "valid for Turkey, says a" in said
    assert "to be annulled (1920-12-05) for Soviet Armenia and Soviet Russia, says a" in said
    assert "illegitimate for the author, says a" in said
    assert not any(line.startswith("annulled") for line in said)
    for one in found:
        assert any("“" in reason for reason in one.reasons)
        assert any(reason.startswith("by the rule: ") for reason in one.reasons)


def old_treaty(*parties: str, when: str = "1774-07-21") -> Instrument:
    return Instrument("Treaty of Kuchuk Kainarji", InstrumentKind.TREATY, dated=dated(when), parties=parties)


def reached(act: Act, told: Told, old: Instrument, *more: dict[str, Any], **how: Any) -> list[str]:
    """What is said of a treaty of 1774 by an act of 1920 upon all treaties of its parties."""
    signed = act("signature", f"the {old.name} was signed", instrument=old.name)
    how |= {"instrument": ("all treaties", *how.pop("by", ())), "party": ("Tsarist Russia", "Turkey")}
    cancelled = act("annulment", "all treaties between Tsarist Russia and Turkey were cancelled", "1920-08-24", **how)
    a = told("a", signed, cancelled, *more, instruments=(old,))
    return [one.sentence for one in stands(old.name, a) if one.field == "class"]


def test_an_act_upon_a_class_reaches_what_is_of_it(act: Act, told: Told) -> None:
    """Turkey came after the Ottoman Empire, so that its old treaties are meant."""
    (said,) = reached(act, told, old_treaty("Russian Empire", "Ottoman Empire"))
    assert said.endswith("annulled (1920-08-24) as one of “all treaties”, says a")


def test_an_act_upon_a_class_does_not_reach_treaties_of_others_or_of_later(act: Act, told: Told) -> None:
    assert reached(act, told, old_treaty("Russian Empire", "Prussia")) == []
    assert reached(act, told, old_treaty("Russian Empire", "Ottoman Empire", when="1921")) == []
    assert reached(act, told, old_treaty()) == []


def test_an_act_that_does_not_stand_reaches_nothing(act: Act, told: Told) -> None:
    old = old_treaty("Russian Empire", "Ottoman Empire")
    unsigned = act("signature", "the draft treaty was not signed", instrument="draft treaty", polarity="neg")
    (clause,) = reached(act, told, old, unsigned, by=("draft treaty",), modality="proposed")
    assert "untouched by what is said of “all treaties”" in clause
    (meant,) = reached(act, told, old, modality="intended")
    assert "untouched" in meant


def test_a_clause_of_what_was_signed_stands(act: Act, told: Told) -> None:
    signed = act("signature", "the peace treaty was signed", instrument="peace treaty")
    old = old_treaty("Russian Empire", "Ottoman Empire")
    (said,) = reached(act, told, old, signed, by=("peace treaty",), modality="proposed")
    assert "annulled" in said
