"""Agreement: slots that exclude each other contradict; everything else has a name of its own."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from dragoman.model import Basis, Finding, Kind, Mark, MarkKind, Span, Testimony, Verdict
from dragoman.reconcile import reconcile, topics_of
from dragoman.rules import agreement

Act = Callable[..., dict[str, Any]]
Told = Callable[..., Testimony]


def found(*accounts: Testimony) -> list[Finding]:
    """All that agreement finds about events."""
    topics = topics_of(accounts, reconcile(accounts))
    return [finding for topic in topics if topic.heading.kind == Kind.EVENT for finding in agreement.find(topic)]


def treaty(act: Act, predicate: str, when: str, **more: Any) -> dict[str, Any]:
    """An act upon one treaty."""
    quote = more.pop("quote", f"the Treaty of Gastein, {predicate} {when}")
    return act(predicate, quote, when, **({"instrument": "Treaty of Gastein"} | more))


def only(findings: list[Finding]) -> Finding:
    (finding,) = findings
    return finding


def test_two_days_of_one_signature_contradict_and_the_field_is_named(act: Act, told: Told) -> None:
    a, b = (
        told(account, treaty(act, "signature", when)) for account, when in (("a", "1865-08-14"), ("b", "1865-08-20"))
    )
    finding = only(found(a, b))
    assert (finding.verdict, finding.field) == (Verdict.CONTRADICTED, "date")
    assert set(finding.words) == {"1865-08-14", "1865-08-20"}


@pytest.mark.parametrize("basis", [Basis.INFERRED, Basis.EVENT])
def test_a_date_that_is_not_the_accounts_own_contradicts_nobody(act: Act, told: Told, basis: Basis) -> None:
    a = told("a", treaty(act, "signature", "1865-08-14"))
    b = told("b", treaty(act, "signature", "1865-08-20", basis=basis))
    assert only(found(a, b)).verdict == Verdict.COMPLEMENTED


@pytest.mark.parametrize(("old", "new"), [("1918-03-03", "1918-03-16"), ("1878-02-19", "1878-03-03")])
def test_one_day_in_two_calendars_is_one_day(act: Act, told: Told, old: str, new: str) -> None:
    a, b = (told(account, treaty(act, "signature", when)) for account, when in (("a", old), ("b", new)))
    assert only(found(a, b)).verdict == Verdict.OTHER_CALENDAR


def test_a_narrower_date_refines(act: Act, told: Told) -> None:
    a, b = told("a", treaty(act, "signature", "1865")), told("b", treaty(act, "signature", "1865-08-14"))
    assert only(found(a, b)).verdict == Verdict.REFINED


def test_the_same_date_corroborates_and_counts_sources(act: Act, told: Told) -> None:
    a, b = (
        told(account, treaty(act, "signature", "1865-08-14", quote=quote))
        for account, quote in (("a", "the Treaty of Gastein was signed"), ("b", "at Gastein a treaty was concluded"))
    )
    finding = only(found(a, b))
    assert (finding.verdict, finding.sources) == (Verdict.CORROBORATED, 2)


def test_each_party_ratifies_on_a_day_of_its_own(act: Act, told: Told) -> None:
    a, b = (
        told(account, treaty(act, "ratification", when, agent=who))
        for account, when, who in (("a", "1865-08-14", "Prussia"), ("b", "1865-09-01", "Austria"))
    )
    assert not [f for f in found(a, b) if f.verdict == Verdict.CONTRADICTED]


def test_both_sides_ratifying_on_one_day_contradicts_another_day_of_one(act: Act, told: Told) -> None:
    a = told("a", treaty(act, "ratification", "1865-08-14", agent="both sides"))
    b = told("b", treaty(act, "ratification", "1865-12-01", agent="Prussia"))
    assert only(found(a, b)).verdict == Verdict.CONTRADICTED


def test_a_report_contradicts_nobody(act: Act, told: Told) -> None:
    a = told("a", treaty(act, "signature", "1865-08-14"))
    b = told("b", treaty(act, "signature", "1865-08-20", says="a Bavarian newspaper"))
    assert only(found(a, b)).verdict == Verdict.REPORTED_BELIEF


def test_a_power_speaks_for_what_it_does_itself(act: Act, told: Told) -> None:
    common = {"agent": "Mexico", "target": "the United States", "subtype": "relations_broken"}
    a = told(
        "a", act("non_recognition", "Mexico severed diplomatic relations with the United States", "1844-04", **common)
    )
    b = told("b", act("non_recognition", "Mexico was severing diplomatic relations with the United States", "1845",
                      says="the Mexican minister", **common))  # fmt: skip
    assert only(found(a, b)).verdict == Verdict.CONTRADICTED


def test_given_for_a_time_and_given_for_good_contradict_in_extent(act: Act, told: Told) -> None:
    common = {"beneficiary": "France", "territory": "Saar Basin", "agent": "Germany"}
    a = told("a", act("cession", "Germany let France work the mines of the Saar until 1935", "1935", **common))
    b = told("b", act("cession", "Germany ceded the mines of the Saar to France absolutely", **common))
    finding = only(found(a, b))
    assert (finding.verdict, finding.field) == (Verdict.CONTRADICTED, "extent")


@pytest.mark.parametrize(
    ("years", "verdict"),
    [("fifty", Verdict.CONTRADICTED), ("99", Verdict.CONTRADICTED), ("thirty", Verdict.CORROBORATED)],
)
def test_leased_for_another_number_of_years_contradicts_in_extent(
    act: Act, told: Told, years: str, verdict: Verdict
) -> None:
    common = {"agent": "China", "territory": "Kiaochow", "beneficiary": "Germany"}
    a = told("a", act("cession", "in 1898 China leased Kiaochow to Germany for thirty years", "1898", **common))
    b = told("b", act("cession", f"in 1898 China leased Kiaochow to Germany for {years} years", "1898", **common))
    assert only(found(a, b)).verdict == verdict


@pytest.mark.parametrize(
    ("taker", "keeper", "verdict"),
    [
        ("Prussia", "Austria", Verdict.CONTRADICTED),
        ("Prussia", "Denmark", Verdict.CORROBORATED),
        ("Austria", "Austria", Verdict.CORROBORATED),
    ],
)
def test_what_a_power_kept_it_gave_to_nobody(act: Act, told: Told, taker: str, keeper: str, verdict: Verdict) -> None:
    given, kept = f"in 1865 Austria ceded Lauenburg to {taker}", f"in 1865 {keeper} kept Lauenburg"
    a = told("a", act("cession", given, "1865", agent="Austria", beneficiary=taker, territory="Lauenburg"))
    b = told("b", act("cession", kept, "1865", agent=keeper, territory="Lauenburg", subtype="retention"))
    assert {finding.verdict for finding in found(a, b)} <= {verdict}
    if verdict == Verdict.CONTRADICTED:
        assert only(found(a, b)).field == "outcome"


def test_denied_and_affirmed_of_one_treaty_contradict(act: Act, told: Told) -> None:
    a = told("a", treaty(act, "ratification", "", agent="Prussia", quote="Prussia ratified the Treaty of Gastein"))
    b = told("b", treaty(act, "ratification", "", agent="Prussia", polarity="neg",
                         quote="Prussia did not ratify the Treaty of Gastein"))  # fmt: skip
    assert only(found(a, b)).field == "polarity"


def test_a_plan_and_its_outcome_do_not_contradict(act: Act, told: Told) -> None:
    a = told("a", treaty(act, "draft", "1865-08-01", modality="proposed"))
    b = told("b", treaty(act, "draft", "1865-08-09"))
    assert not [f for f in found(a, b) if f.verdict == Verdict.CONTRADICTED]


def test_the_year_in_the_name_of_a_treaty_is_no_date_of_the_act(act: Act, told: Told) -> None:
    quote = "the draft convention was worked out on the basis of the Treaty of Gastein of 1865"
    a = told("a", act("draft", quote, "1865", instrument="draft convention"))
    b = told("b", act("draft", "the draft convention of 3 May 1864", "1864-05-03", instrument="draft convention"))
    assert not [f for f in found(a, b) if f.verdict == Verdict.CONTRADICTED]


def test_an_account_that_tells_it_twice_is_no_second_source(act: Act, told: Told) -> None:
    text = "the Treaty of Gastein was signed on 14 August. Much later they met. The Treaty of Gastein, signed in 1865"
    one, two = text.split(". Much later they met. ")
    a = told(
        "a",
        treaty(act, "signature", "1865-08-14", quote=one),
        treaty(act, "signature", "1865-08-14", quote=two),
        text=text,
    )
    for finding in found(a):
        assert finding.verdict in (Verdict.COMPLEMENTED, Verdict.REFINED)
        assert finding.sources == 1


def test_accounts_that_copy_one_another_are_one_source(act: Act, told: Told) -> None:
    text = "In August 1865 the Treaty of Gastein was signed by Prussia and Austria over the fate of the duchies"
    a, b = (told(account, treaty(act, "signature", "1865-08-14", quote=text)) for account in "ab")
    finding = only(found(a, b))
    assert finding.sources == 1
    assert "copy" in finding.sentence


def test_an_account_that_gives_both_dates_contradicts_nobody(act: Act, told: Told) -> None:
    a = told(
        "a",
        treaty(act, "signature", "1865-08-14", quote="the Treaty of Gastein was signed on 14 August"),
        treaty(act, "signature", "1865-08-20", quote="the Treaty of Gastein, signed before the King left on 20 August"),
    )
    b = told("b", treaty(act, "signature", "1865-08-14", quote="on 14 August the Treaty of Gastein was signed"))
    assert not [f for f in found(a, b) if f.verdict == Verdict.CONTRADICTED]


def test_two_powers_break_with_a_third_each_on_its_own_day(act: Act, told: Told) -> None:
    words = "{who} severed diplomatic relations with the United States in the wake of the war on {when}"
    a, b = (
        told(
            account,
            act("non_recognition", words.format(who=who, when=when), when, agent=who, target="the United States"),
        )
        for account, who, when in (("a", "Iraq", "1967-06-07"), ("b", "Algeria", "1967-06-06"))
    )
    assert not [f for f in found(a, b) if f.verdict == Verdict.CONTRADICTED]


@pytest.mark.parametrize(
    ("sum_of", "verdict"),
    [
        ("230 million taels", Verdict.CONTRADICTED),
        ("two hundred million taels", Verdict.CORROBORATED),
        ("about 230 million taels", Verdict.CORROBORATED),
        ("30 million yen", Verdict.CORROBORATED),
        ("instalments of 50 million taels each", Verdict.CORROBORATED),
    ],
)
def test_another_sum_of_one_coin_contradicts_in_extent(act: Act, told: Told, sum_of: str, verdict: Verdict) -> None:
    common = {"agent": "China", "beneficiary": "Japan", "instrument": "Treaty of Shimonoseki"}
    a = told("a", act("commitment", "in 1895 China paid Japan an indemnity of 200 million taels", "1895", **common))
    b = told("b", act("commitment", f"in 1895 China paid Japan an indemnity of {sum_of}", "1895", **common))
    assert only(found(a, b)).verdict == verdict


@pytest.mark.parametrize(
    ("town", "verdict"),
    [
        ("Vienna", Verdict.CONTRADICTED),
        ("Salzburg", Verdict.CONTRADICTED),
        ("Bad Gastein", Verdict.CORROBORATED),
        ("Austria", Verdict.CORROBORATED),  # a country may hold the town
    ],
)
def test_one_treaty_signed_in_two_towns_far_apart_contradicts_in_place(
    act: Act, told: Told, town: str, verdict: Verdict
) -> None:
    a, b = (
        told(name, treaty(act, "signature", "1865-08-14", place=place, quote=f"the treaty was signed at {place}"))
        for name, place in (("a", "Bad Gastein"), ("b", town))
    )
    finding = only(found(a, b))
    assert finding.verdict == verdict
    assert (finding.field == "place") == (verdict == Verdict.CONTRADICTED)


def test_versailles_is_in_paris_for_a_treaty(act: Act, told: Told) -> None:
    a, b = (
        told(name, treaty(act, "signature", "1871-02-26", place=place, quote=f"signed at {place}"))
        for name, place in (("a", "Versailles"), ("b", "Paris"))
    )
    assert only(found(a, b)).verdict == Verdict.CORROBORATED


@pytest.mark.parametrize(("says", "verdict"), [("", Verdict.CORROBORATED), ("the envoys", Verdict.PLAN_AND_OUTCOME)])
def test_what_a_draft_gave_may_be_what_was_given_and_what_somebody_asked_for_not(
    act: Act, told: Told, says: str, verdict: Verdict
) -> None:
    common = {"agent": "Denmark", "territory": "Schleswig", "beneficiary": "Prussia"}
    voice = {"says": says} if says else {}
    a = told("a", act("cession", "the cession of Schleswig to Prussia", "1864", modality="proposed", **voice, **common))
    b = told("b", act("cession", "Denmark gave up Schleswig to Prussia", "1864", **common))
    assert only(found(a, b)).verdict == verdict


def test_what_was_to_be_given_and_was_kept_is_no_corroboration(act: Act, told: Told) -> None:
    common = {"territory": "Lauenburg", "agent": "Austria"}
    a = told("a", act("cession", "in 1865 Austria was to cede Lauenburg", "1865", modality="proposed", **common))
    b = told("b", act("cession", "in 1865 Lauenburg stayed in Austrian hands", "1865", subtype="retention", **common))
    assert only(found(a, b)).verdict == Verdict.PLAN_AND_OUTCOME


@pytest.mark.parametrize(("town", "verdict"), [("Gastein", Verdict.CONTRADICTED), ("Berlin", None)])
def test_peace_signed_in_a_town_is_the_treaty_named_after_it(
    act: Act, told: Told, town: str, verdict: Verdict | None
) -> None:
    common = {"agent": "Austria"}
    a = told("a", treaty(act, "signature", "1865-08-14", quote="Austria signed the Treaty of Gastein", **common))
    quote = f"Austria made peace at {town}"
    b = told("b", act("signature", quote, "1865-08-20", place=town, **common))
    assert [one.verdict for one in found(a, b)] == ([verdict] if verdict else [])


def test_what_was_done_without_it_denies_no_other_act(act: Act, told: Told) -> None:
    common = {"agent": "Great Britain", "beneficiary": "United States"}
    a = told(
        "a",
        act("recognition", "without British acknowledgement of the United States", "1783", polarity="neg", **common),
    )
    b = told("b", act("recognition", "Great Britain recognised the United States in 1783", "1783", **common))
    assert only(found(a, b)).verdict == Verdict.CONTRADICTED
    mark = Mark(MarkKind.POLARITY, Span(0, 7), "without")
    without = replace(a, assertions=tuple(replace(one, marks=(mark,)) for one in a.assertions))
    assert only(found(without, b)).verdict == Verdict.OTHER_SCOPE


@pytest.mark.parametrize(
    ("who", "pact", "verdict"),
    [
        ("Argentina", "Pact of Lima", Verdict.CONTRADICTED),
        ("Brazil", "Pact of Lima", Verdict.OTHER_SCOPE),
    ],
)
def test_acceded_and_never_acceded_contradict_for_one_power_and_one_pact(
    act: Act, told: Told, who: str, pact: str, verdict: Verdict
) -> None:
    common = {"instrument": pact, "subtype": "accession"}
    a = told("a", act("acceptance", f"Argentina acceded to the {pact}", agent="Argentina", **common))
    b = told("b", act("acceptance", f"{who} never acceded to the {pact}", agent=who, polarity="neg", **common))
    verdicts = [one.verdict for one in found(a, b)]
    assert verdicts == ([verdict] if verdicts else [])
    assert verdicts or verdict == Verdict.OTHER_SCOPE
