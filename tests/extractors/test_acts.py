"""A sentence, and what it says."""

from collections.abc import Callable

import pytest

from dragoman.model import Assertion, Modality, Polarity, Predicate, Role, Testimony

Drafted = Callable[[str], Testimony]


def the(testimony: Testimony, predicate: Predicate) -> Assertion:
    """The one assertion of this predicate."""
    found = [one for one in testimony.assertions if one.predicate == predicate]
    assert len(found) == 1, [(one.predicate, one.quote) for one in testimony.assertions]
    return found[0]


def names(assertion: Assertion, *roles: Role) -> list[str]:
    return [one.name for one in assertion.of(*roles)]


def test_a_passive_names_its_agents_after_by(drafted: Drafted) -> None:
    said = the(
        drafted("The Treaty of Bucharest was signed on 10 August 1913 by Romania, Serbia and Greece."),
        Predicate.SIGNATURE,
    )
    assert names(said, Role.INSTRUMENT) == ["Treaty of Bucharest"]
    assert names(said, Role.AGENT) == ["Romania", "Serbia", "Greece"]
    assert said.when is not None and said.when.edtf == "1913-08-10"


@pytest.mark.parametrize(
    ("sentence", "predicate", "who"),
    [
        ("It was Bismarck, not the Emperor, who asked for the armistice.", Predicate.DEMAND, "Bismarck"),
        ("Germany, not Sweden, first offered its good offices.", Predicate.MEDIATION_OFFER, "Germany"),
        ("The treaty was ratified by Chile but not by Peru.", Predicate.RATIFICATION, "Chile"),
    ],
)
def test_whom_the_sentence_leaves_out_has_no_part(
    drafted: Drafted, sentence: str, predicate: Predicate, who: str
) -> None:
    said = the(drafted(sentence), predicate)
    assert names(said, Role.AGENT) == [who]
    assert said.polarity == Polarity.POS


def test_what_a_participle_with_its_doer_was_done_to_stands_before_it(drafted: Drafted) -> None:
    said = the(drafted("Haldane showed him a letter, signed by the Chancellor of Germany."), Predicate.SIGNATURE)
    assert names(said, Role.INSTRUMENT) == ["letter"]


def test_a_passive_without_an_agent_has_none(drafted: Drafted) -> None:
    said = the(drafted("It was decided to convene a new conference at Lausanne."), Predicate.NEGOTIATION)
    assert names(said, Role.AGENT) == []


def test_the_elided_subject_of_but_also_is_supplied(drafted: Drafted) -> None:
    testimony = drafted("Persia not only promised military aid to Georgia but also recognized its independence.")
    for predicate in (Predicate.COMMITMENT, Predicate.RECOGNITION):
        said = the(testimony, predicate)
        assert names(said, Role.AGENT) == ["Persia"]
        assert said.polarity == Polarity.POS


def test_a_noun_tells_an_act_with_its_parts(drafted: Drafted) -> None:
    said = the(drafted("The cession of Heligoland to Germany angered many in London."), Predicate.CESSION)
    assert names(said, Role.TERRITORY) == ["Heligoland"]
    assert names(said, Role.BENEFICIARY) == ["Germany"]


def test_a_governing_verb_swallows_what_it_governs(drafted: Drafted) -> None:
    said = the(drafted("Turkey refused to negotiate with Armenia."), Predicate.REFUSAL)
    assert names(said, Role.AGENT) == ["Turkey"]
    assert names(said, Role.TARGET) == ["Armenia"]


def test_a_refusal_to_recognise_is_an_act_of_its_own(drafted: Drafted) -> None:
    testimony = drafted("Serbia refused to recognise the annexation of Bosnia.")
    assert the(testimony, Predicate.NON_RECOGNITION).polarity == Polarity.POS
    assert not [one for one in testimony.assertions if one.predicate == Predicate.RECOGNITION]


def test_a_name_in_apposition_has_the_part_of_the_office(drafted: Drafted) -> None:
    said = the(drafted("The head of the delegation, Count Julius Andrassy, rejected the plan."), Predicate.REFUSAL)
    assert any("Andrassy" in name for name in names(said, Role.AGENT))


@pytest.mark.parametrize(
    ("sentence", "predicate", "polarity"),
    [
        ("No treaty was signed at the conference.", Predicate.SIGNATURE, Polarity.NEG),
        ("France never ratified the convention.", Predicate.RATIFICATION, Polarity.NEG),
        ("Prussia failed to conclude an alliance with Italy.", Predicate.SIGNATURE, Polarity.NEG),
        ("The signature of the protocol was postponed.", Predicate.SIGNATURE, Polarity.NEG),
        ("The Sultan did not ratify the convention until March 1879.", Predicate.RATIFICATION, Polarity.POS),
        ("Not all Bulgarian claims were accepted.", Predicate.ACCEPTANCE, Polarity.PARTIAL),
        ("Austria did not fail to sign the convention.", Predicate.SIGNATURE, Polarity.POS),
        ("They reached no agreement on Macedonia.", Predicate.SIGNATURE, Polarity.NEG),
    ],
)
def test_what_did_not_happen_is_told_as_not_happening(
    drafted: Drafted, sentence: str, predicate: Predicate, polarity: Polarity
) -> None:
    assert the(drafted(sentence), predicate).polarity == polarity


def test_a_denied_recognition_leaves_the_annexation_done(drafted: Drafted) -> None:
    """Under a verb that takes it for granted a noun stays affirmed."""
    testimony = drafted("Washington never recognized the annexation of Estonia.")
    assert the(testimony, Predicate.RECOGNITION).polarity == Polarity.NEG
    assert the(testimony, Predicate.CESSION).polarity == Polarity.POS


@pytest.mark.parametrize(
    ("sentence", "predicate", "modality"),
    [
        ("It became necessary to annul the treaty.", Predicate.ANNULMENT, Modality.INTENDED),
        ("Sweden hoped to annul the treaty.", Predicate.ANNULMENT, Modality.INTENDED),
        ("The envoys met in order to sign the convention.", Predicate.SIGNATURE, Modality.INTENDED),
        ("Italy would receive Trieste if the war was won.", Predicate.CESSION, Modality.CONDITIONAL),
        ("Russia will evacuate Manchuria.", Predicate.OCCUPATION, Modality.PREDICTED),
        ("Under the draft convention, Japan undertook to return Shandong.", Predicate.COMMITMENT, Modality.PROPOSED),
        ("Japan annexed Korea.", Predicate.CESSION, Modality.ACTUAL),
    ],
)
def test_a_need_is_not_an_act(drafted: Drafted, sentence: str, predicate: Predicate, modality: Modality) -> None:
    assert the(drafted(sentence), predicate).modality == modality


def test_the_words_that_decide_are_part_of_the_assertion(drafted: Drafted) -> None:
    said = the(drafted("It became necessary to annul the treaty."), Predicate.ANNULMENT)
    assert {(str(mark.kind), mark.words) for mark in said.marks} >= {("trigger", "annul"), ("modality", "necessary")}


@pytest.mark.parametrize(
    ("sentence", "predicate", "who"),
    [
        (
            "Bismarck told the Reichstag that Russia had withdrawn its troops from Bulgaria.",
            Predicate.OCCUPATION,
            "Bismarck",
        ),
        ("Many believed that Greece would annex Crete, but they were mistaken.", Predicate.CESSION, "Many"),
        ("According to the French ambassador, Spain had already annexed Ifni.", Predicate.CESSION, "ambassador"),
        ("Japan annexed Korea.", Predicate.CESSION, "author"),
    ],
)
def test_a_report_stands_on_the_word_of_who_reports(
    drafted: Drafted, sentence: str, predicate: Predicate, who: str
) -> None:
    assert who in the(drafted(sentence), predicate).attribution.who


def test_in_quoted_speech_we_is_who_speaks(drafted: Drafted) -> None:
    said = the(
        drafted("The Grand Vizier wrote to Salisbury: “We reject the ultimatum of the Powers.”"), Predicate.REFUSAL
    )
    assert "Vizier" in said.attribution.who
    assert not {"We", "we"} & set(names(said, Role.AGENT))


def test_the_date_of_a_paper_is_not_that_of_its_end(drafted: Drafted) -> None:
    said = the(drafted("Russia denounced the convention of 1856."), Predicate.ANNULMENT)
    assert said.when is None


@pytest.mark.slow
def test_hostile_sentences_end(drafted: Drafted) -> None:
    """Unbalanced quotation marks, a list of two thousand names, no verb at all."""
    for text in ("“" * 500 + "signed", ", ".join(["Kars"] * 2000) + " were ceded.", "signed " * 1500):
        drafted(text)


@pytest.mark.parametrize(
    ("sentence", "act", "polarity"),
    [
        ("The minister said that they would not recognise the new state.", Predicate.NON_RECOGNITION, Polarity.POS),
        ("Serbia did not recognise the new state.", Predicate.RECOGNITION, Polarity.NEG),
        ("Carthage was no longer bound by the convention.", Predicate.ANNULMENT, Polarity.POS),
        ("Carthage was not bound by the convention.", Predicate.COMMITMENT, Polarity.NEG),
        ("Syria was occupied instead of being ceded to France.", Predicate.CESSION, Polarity.NEG),
        ("The convention became effective on 1 May 1902.", Predicate.ENTRY_INTO_FORCE, Polarity.POS),
        ("The two governments submitted the dispute to arbitration.", Predicate.MEDIATION_OFFER, Polarity.POS),
        ("Britain offered its good offices to both sides.", Predicate.MEDIATION_OFFER, Polarity.POS),
        ("East Germany left the alliance in 1990.", Predicate.ANNULMENT, Polarity.POS),
    ],
)
def test_the_field_has_its_own_name_for_it(drafted: Drafted, sentence: str, act: Predicate, polarity: Polarity) -> None:
    assert (act, polarity) in {(one.predicate, one.polarity) for one in drafted(sentence).assertions}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The commissioner at Riga, Evan Young, informed the ministry that Lithuania had signed the treaty.",
            "Evan Young",
        ),
        ("“I, too,” rejoined the Italian premier, “have rejected the secret treaty of last year.”", "premier"),
        ("“We protest.” Some wept. “Serbia has rejected the whole of the ultimatum,” complained an envoy.", "envoy"),
    ],
)
def test_the_speaker_is_who_utters_it(drafted: Drafted, text: str, who: str) -> None:
    acts = (Predicate.SIGNATURE, Predicate.REFUSAL)
    told = [one for one in drafted(text).assertions if one.predicate in acts and one.attribution.voices]
    assert told
    assert all(who in one.attribution.who for one in told)


def test_what_is_said_of_a_thing_in_one_compound_word_is_told_by_nobody(drafted: Drafted) -> None:
    assert not drafted("The war-ravaged country had a democratically-elected chamber.").assertions


def test_one_verb_with_two_doers_and_two_days_tells_two_acts(drafted: Drafted) -> None:
    told = drafted("The treaty was ratified by Japan on 10 October and by Russia on 14 October 1905.")
    ratified = [one for one in told.assertions if one.predicate == Predicate.RATIFICATION]
    days = {one.of(Role.AGENT)[0].name: one.when.edtf for one in ratified if one.when}
    assert days == {"Japan": "1905-10-10", "Russia": "1905-10-14"}


def test_a_participle_after_a_comma_belongs_to_the_paper_before_it(drafted: Drafted) -> None:
    text = "The Treaty of Portsmouth rested on the Treaty of Peking, concluded with China in December 1905."
    said = the(drafted(text), Predicate.SIGNATURE)
    assert names(said, Role.INSTRUMENT) == ["Treaty of Peking"]


def test_talks_that_are_broken_off_are_no_relations(drafted: Drafted) -> None:
    told = drafted("On 4 February 1923 the talks were broken off. Persia broke off relations with Britain.").assertions
    assert {one.predicate for one in told} == {Predicate.NEGOTIATION, Predicate.NON_RECOGNITION}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Treaty of Lausanne replaced the Treaty of Sevres.",
        "The Treaty of Sevres was replaced by the Treaty of Lausanne.",
    ],
)
def test_what_is_annulled_stands_before_what_annuls_it(drafted: Drafted, sentence: str) -> None:
    said = the(drafted(sentence), Predicate.ANNULMENT)
    assert names(said, Role.INSTRUMENT) == ["Treaty of Sevres", "Treaty of Lausanne"]


@pytest.mark.parametrize(
    ("sentence", "act", "edtf"),
    [
        ("Chicherin said on 3 May 1920 that Turkey had ceded Batum in 1918.", Predicate.STATEMENT, "1920-05-03"),
        ("Chicherin said on 3 May 1920 that Turkey had ceded Batum in 1918.", Predicate.CESSION, "1918"),
        ("According to a report of 1925, France occupied Syria in 1920.", Predicate.OCCUPATION, "1920"),
        ("In his letter of 4 July 1921, Karakhan recalled that Britain had left.", Predicate.STATEMENT, "1921-07-04"),
        ("Persia declared in 1919 that Russia had occupied Tabriz.", Predicate.OCCUPATION, None),
        ("Persia announced on 3 May 1919 that it recognised Finland.", Predicate.RECOGNITION, "1919-05-03"),
    ],
)
def test_the_day_of_saying_is_not_the_day_of_what_is_said(
    drafted: Drafted, sentence: str, act: Predicate, edtf: str | None
) -> None:
    when = the(drafted(sentence), act).when
    assert (when.edtf if when else None) == edtf


def test_his_at_the_beginning_is_the_subject_that_follows(drafted: Drafted) -> None:
    told = drafted("Chicherin was in Moscow. In his letter of 4 July, Karakhan recalled that Britain had left.")
    said = the(told, Predicate.STATEMENT)
    assert names(said, Role.AGENT) == ["Karakhan"]
    assert names(said, Role.INSTRUMENT) == ["letter"]


def test_a_common_noun_speaks_with_its_name(drafted: Drafted) -> None:
    told = the(drafted("The newspaper Izvestia wrote that Persia had ceded Enzeli."), Predicate.CESSION)
    assert told.attribution.who == "newspaper Izvestia"


def test_what_a_sentence_opens_with_only_says_when(drafted: Drafted) -> None:
    told = drafted(
        "After the armistice of Mudros, Britain and the Ottoman Empire signed the Treaty of Ordu on 3 March 1919."
    )
    papers = [names(one, Role.INSTRUMENT) for one in told.assertions if one.when is not None]
    assert papers == [["Treaty of Ordu"]]


def test_a_conference_that_lasted_was_held(drafted: Drafted) -> None:
    said = the(drafted("The Congress of Soissons lasted from 13 June to 13 July 1728."), Predicate.NEGOTIATION)
    assert said.when is not None and said.when.edtf == "1728-06-13/1728-07-13"


def test_the_occupation_and_administration_of_a_land_is_nobody(drafted: Drafted) -> None:
    said = the(drafted("The Sultan ceded the occupation and administration of Samos to Britain."), Predicate.CESSION)
    assert names(said, Role.TERRITORY) == ["Samos"]
    assert names(said, Role.BENEFICIARY) == ["Britain"]


def test_a_semicolon_ends_what_is_said(drafted: Drafted) -> None:
    told = drafted("Sweden demanded an armistice; Denmark insisted on the surrender of Malmo.")
    assert all(one.attribution.who == "author" for one in told.assertions if one.span.start < 20)


def test_after_the_quotation_the_author_speaks(drafted: Drafted) -> None:
    told = drafted("Ito wrote that “the whole nation is deeply ashamed”, and on 30 March 1895 Japan recognised Korea.")
    assert the(told, Predicate.RECOGNITION).attribution.who == "author"


def test_who_obtains_land_is_given_it(drafted: Drafted) -> None:
    said = the(drafted("In 1896 Japan obtained the island of Formosa."), Predicate.CESSION)
    assert names(said, Role.BENEFICIARY) == ["Japan"]
    assert names(said, Role.AGENT) == []


def test_what_is_directed_against_somebody_is_no_order(drafted: Drafted) -> None:
    told = drafted("The alliance was directed against Japan.")
    assert not [one for one in told.assertions if one.predicate == Predicate.DEMAND]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Turkey, Reuters reported, had signed the convention.", "Reuters"),
        ("Bulgaria, said Sir Edward Grey, had occupied Thrace.", "Edward Grey"),
        ("France, it was rumoured, had signed a secret treaty.", "it was rumoured"),
        ("In Wilson's view, Italy had refused the treaty.", "Wilson"),
        ("Britain, in the words of Curzon, had recognised Armenia.", "Curzon"),
        ("As Lloyd George put it, Greece had occupied Smyrna.", "Lloyd George"),
        ("Rumour had it that Italy had signed the pact.", "Rumour"),
        # The author's own: an apposition is no parenthesis of saying.
        ("Grey, the Foreign Secretary, signed the convention.", "author"),
        ("Turkey, which Reuters had never praised, signed the convention.", "author"),
    ],
)
def test_a_parenthesis_hands_the_word_to_somebody(drafted: Drafted, sentence: str, who: str) -> None:
    told = [one for one in drafted(sentence).assertions if one.predicate != Predicate.STATEMENT]
    assert [one.attribution.who for one in told] == [who]


def test_the_subject_before_a_parenthesis_keeps_its_part(drafted: Drafted) -> None:
    said = the(drafted("Bulgaria, said Sir Edward Grey, had occupied Thrace."), Predicate.OCCUPATION)
    assert names(said, Role.AGENT) == ["Bulgaria"]


@pytest.mark.parametrize(
    ("sentence", "act", "polarity"),
    [
        ("The powers had yet to recognise Albania.", Predicate.RECOGNITION, Polarity.NEG),
        ("Russia stopped short of annexing Kars.", Predicate.CESSION, Polarity.NEG),
        ("It is not true that Italy recognised Manchukuo.", Predicate.RECOGNITION, Polarity.NEG),
        ("It is false that Italy recognised Manchukuo.", Predicate.RECOGNITION, Polarity.NEG),
        ("Hardly had Greece signed the treaty when the king fled.", Predicate.SIGNATURE, Polarity.POS),
    ],
)
def test_denials_in_other_words(drafted: Drafted, sentence: str, act: Predicate, polarity: Polarity) -> None:
    assert the(drafted(sentence), act).polarity == polarity


@pytest.mark.parametrize(
    ("sentence", "act", "paper"),
    [
        ("The Senate left the Treaty of Versailles unratified.", Predicate.RATIFICATION, "Treaty of Versailles"),
        ("The Treaty of Kars went unsigned.", Predicate.SIGNATURE, "Treaty of Kars"),
        ("The Treaty of Kars remained unratified by Persia.", Predicate.RATIFICATION, "Treaty of Kars"),
    ],
)
def test_one_word_tells_what_was_not_done(drafted: Drafted, sentence: str, act: Predicate, paper: str) -> None:
    said = the(drafted(sentence), act)
    assert said.polarity == Polarity.NEG
    assert names(said, Role.INSTRUMENT) == [paper]


def test_an_unsigned_draft_is_no_act(drafted: Drafted) -> None:
    assert drafted("An unsigned Treaty of Kars was found in Tiflis.").assertions == ()


def test_who_cedes_and_to_whom_are_no_territory(drafted: Drafted) -> None:
    told = drafted("Austria-Hungary got Bosnia, and Romania had to cede southern Bessarabia to Russia.")
    cessions = [one for one in told.assertions if one.predicate == Predicate.CESSION]
    said = next(one for one in cessions if "cede" in {mark.words for mark in one.marks})
    assert names(said, Role.AGENT) == ["Romania"]
    assert names(said, Role.BENEFICIARY) == ["Russia"]


def test_the_conference_that_is_proposed_takes_part(drafted: Drafted) -> None:
    said = the(drafted("Sweden proposed the conference to Denmark."), Predicate.DEMAND)
    assert names(said, Role.EVENT) == ["conference"]


def test_who_goes_on_after_a_comma_speaks_and_not_the_noun_before_it(drafted: Callable[[str], Testimony]) -> None:
    text = "Austria was outraged by this policy, claiming that Prussia violated the treaty."
    said = [one.attribution.who for one in drafted(text).assertions if one.attribution.voices]
    assert said
    assert set(said) == {"Austria"}


def test_who_presses_threatens_and_not_whom_he_presses(drafted: Callable[[str], Testimony]) -> None:
    threat = the(drafted("Austria pressed Prussia, threatening to conclude a peace."), Predicate.STATEMENT)
    assert names(threat, Role.AGENT) == ["Austria"]


def test_what_was_revised_was_ratified_by_both(drafted: Callable[[str], Testimony]) -> None:
    text = "Austria signed the Treaty of Gastein, which was revised and later ratified by Prussia."
    ratified = [one for one in drafted(text).assertions if "ratified" in one.quote and one.of(Role.AGENT)]
    assert [names(one, Role.INSTRUMENT) for one in ratified if names(one, Role.AGENT) == ["Prussia"]] == [
        ["Treaty of Gastein"]
    ]


def test_a_version_of_a_treaty_is_the_treaty(drafted: Callable[[str], Testimony]) -> None:
    ratified = the(drafted("Austria ratified a final version of the Treaty of Gastein."), Predicate.RATIFICATION)
    assert names(ratified, Role.INSTRUMENT) == ["Treaty of Gastein"]


@pytest.mark.parametrize(
    ("sentence", "who", "polarity"),
    [
        ("Romania was not a member of the congress.", "Romania", Polarity.NEG),
        ("Romania was a participant in the conference.", "Romania", Polarity.POS),
        ("Belgium was absent from the conference.", "Belgium", Polarity.NEG),
    ],
)
def test_who_was_there_and_who_was_not(drafted: Drafted, sentence: str, who: str, polarity: Polarity) -> None:
    said = the(drafted(sentence), Predicate.NEGOTIATION)
    assert (names(said, Role.AGENT), said.polarity) == ([who], polarity)


@pytest.mark.parametrize(
    ("sentence", "land", "keeper"),
    [
        ("Bukovina remained Austrian.", "Bukovina", "Austrian"),
        ("Bukovina stayed with Austria.", "Bukovina", "Austria"),
        ("Bukovina was left in Austrian hands.", "Bukovina", "Austrian"),
    ],
)
def test_what_stays_where_it_was_is_kept(drafted: Drafted, sentence: str, land: str, keeper: str) -> None:
    said = the(drafted(sentence), Predicate.CESSION)
    assert (said.subtype, names(said, Role.TERRITORY), names(said, Role.AGENT)) == ("retention", [land], [keeper])


@pytest.mark.parametrize(
    ("sentence", "taker"),
    [
        ("Bukovina became Romanian.", "Romanian"),
        ("The town of Rowne went to Poland.", "Poland"),
        ("Bukovina was taken from Austria and joined to Romania.", "Romania"),
    ],
)
def test_what_changes_hands_without_a_giver(drafted: Drafted, sentence: str, taker: str) -> None:
    said = the(drafted(sentence), Predicate.CESSION)
    assert names(said, Role.BENEFICIARY) == [taker]
    assert names(said, Role.TERRITORY) in (["Bukovina"], ["Rowne"])


def test_the_ports_of_two_towns_are_the_towns(drafted: Drafted) -> None:
    said = the(drafted("The ports of Dulcigno and Antivari were ceded to Montenegro."), Predicate.CESSION)
    assert names(said, Role.TERRITORY) == ["Dulcigno", "Antivari"]


def test_troops_that_leave_withdraw(drafted: Drafted) -> None:
    said = the(drafted("The last French soldiers left Cremona in May 1860."), Predicate.OCCUPATION)
    assert (said.subtype, said.when and said.when.edtf) == ("withdrawal", "1860-05")
