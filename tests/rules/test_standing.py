"""Standing: account by account, party by party, with its words; an unsigned draft binds nobody."""

from collections.abc import Callable
from datetime import date
from typing import Any

from dragoman.model import Finding, Testimony, Verdict
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


def test_it_is_upheld_for_one_party_and_to_be_annulled_for_the_other(act: Act, told: Told) -> None:
    a = told(
        "a",
        act("signature", "the illegitimate treaty was signed", instrument=TREATY),
        act("annulment", "Austria meant to annul the treaty", modality="intended", instrument=TREATY, agent="Austria"),
        act("statement", "Russia insisted that the treaty had settled the matter", instrument=TREATY, agent="Russia"),
    )
    found = sentences(*stands(TREATY, a))
    assert "to be annulled for Austria" in found
    assert "upheld for Russia" in found
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
