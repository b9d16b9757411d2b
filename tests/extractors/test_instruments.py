"""What names an instrument, what points to one, and the register an account makes."""

from collections.abc import Callable

import pytest

from dragoman import polities
from dragoman.model import Instrument, InstrumentKind, Kind, Mention, Testimony

Drafted = Callable[[str], Testimony]


def instruments(testimony: Testimony) -> list[Mention]:
    found = [mention for mention in testimony.mentions if mention.kind is Kind.INSTRUMENT]
    return sorted(found, key=lambda mention: mention.span)


def words(testimony: Testimony) -> list[str]:
    text = testimony.account.text
    return [
        text[mention.span.start : mention.span.end] for mention in instruments(testimony) if mention.why != "relative"
    ]


def line(testimony: Testimony, name: str) -> Instrument:
    found = [one for one in testimony.instruments if one.name == name]
    assert len(found) == 1, [one.name for one in testimony.instruments]
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Sweden signed the Treaty of Kiel.", "Treaty of Kiel"),
        ("Both powers ratified the Brest-Litovsk Treaty.", "Brest-Litovsk Treaty"),
        ("France denounced the Anglo-Japanese Alliance.", "Anglo-Japanese Alliance"),
        ("Wilson read the Fourteen Points to Congress.", "Fourteen Points"),
        ("The delegates accepted the Vance-Owen plan.", "Vance-Owen plan"),
        ("Moscow denounced the non-aggression pact.", "non-aggression pact"),
        ("Everything rested on the Lausanne principles.", "Lausanne principles"),
        (
            "They concluded the Treaty of Peace, Amity, and Commerce at Tientsin.",
            "Treaty of Peace, Amity, and Commerce",
        ),
        ("The Senate approved the Jay Treaty.", "Jay Treaty"),
        ("The powers agreed to the Peace of the Pruth.", "Peace of the Pruth"),
        ("The two governments replaced the Convention of 1800.", "Convention of 1800"),
        ("Denmark signed Protocol No. 2 at London.", "Protocol No. 2"),
        ("The ministers initialled a draft friendship agreement.", "draft friendship agreement"),
        ("Persia signed a secret convention.", "secret convention"),
        ("The Shah concluded a treaty of friendship and commerce.", "treaty of friendship and commerce"),
        ("Nobody in Berlin loved the Versailles peace.", "Versailles peace"),
        ("Both courts signed the peace of Amiens.", "peace of Amiens"),
        ("France denounced the Ankara agreement.", "Ankara agreement"),
        ("Ford defended the Vladivostok agreements.", "Vladivostok agreements"),
        ("Forty states ratified Additional Protocol I in 1980.", "Additional Protocol I"),
        ("Siam settled the border in an exchange of notes with France.", "exchange of notes"),
        ("Both courts confirmed the exchange of diplomatic notes.", "exchange of diplomatic notes"),
    ],
)
def test_an_instrument_is_known_by_its_noun(drafted: Drafted, sentence: str, name: str) -> None:
    assert words(drafted(sentence)) == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "The treaty negotiations failed.",
        "The plan of the allies failed.",
        "They kept to their principles.",
        "They kept the peace of Europe.",
        "The Quadruple Alliance Powers refused.",
        "Trade was confined to the treaty ports.",
        "He would draft a reply.",
        "The parties were in agreement.",
        "The envoy acted of his own accord.",
        "The declaration of war surprised nobody.",
        "The Southeast Asia Treaty Organization met at Manila.",
        "The National Convention abolished the monarchy.",
        "The resolution of the dispute took years.",
    ],
)
def test_what_only_sounds_like_an_instrument_is_none(drafted: Drafted, sentence: str) -> None:
    assert words(drafted(sentence)) == []


def test_a_demonstrative_points_back_to_the_draft(drafted: Drafted) -> None:
    testimony = drafted("Russia and Persia prepared a draft friendship agreement. This agreement was never signed.")
    named, pointing = instruments(testimony)
    assert pointing.name == "draft friendship agreement"
    assert pointing.antecedent == named.span


def test_an_indefinite_article_begins_a_new_line(drafted: Drafted) -> None:
    testimony = drafted(
        "Chile signed the Treaty of Ancón. A treaty was also signed with Bolivia. The treaty was secret."
    )
    assert [mention.name for mention in instruments(testimony)][:1] == ["Treaty of Ancón"]
    assert len({mention.name for mention in instruments(testimony)}) == 2


def test_the_year_tells_two_treaties_of_one_name_apart(drafted: Drafted) -> None:
    testimony = drafted("The Treaty of Paris of 1763 ended one war. The Treaty of Paris of 1783 ended another.")
    dated = [one.dated.edtf for one in testimony.instruments if one.dated is not None]
    assert dated == ["1763", "1783"]


def test_one_instrument_has_two_forms_of_its_name(drafted: Drafted) -> None:
    testimony = drafted("The Treaty of Gandamak angered the Amir. The Gandamak Treaty was annulled.")
    assert len(testimony.instruments) == 1
    assert len(testimony.instruments[0].mentions) == 2


def test_the_date_of_signing_dates_the_instrument(drafted: Drafted) -> None:
    testimony = drafted("The Treaty of Kuldja was signed on 25 July 1851.")
    dated = line(testimony, "Treaty of Kuldja").dated
    assert dated is not None and dated.edtf == "1851-07-25"


def test_a_treaty_that_was_not_signed_has_no_date_of_signing(drafted: Drafted) -> None:
    testimony = drafted("The Treaty of Livadia was not signed in 1881.")
    assert line(testimony, "Treaty of Livadia").dated is None


def test_an_article_is_part_of_its_instrument(drafted: Drafted) -> None:
    testimony = drafted("The envoys prepared a draft convention. Article 4 of the draft opened the river.")
    assert "draft convention, art. 4" in [mention.name for mention in instruments(testimony)]


def test_a_draft_is_of_the_kind_of_drafts(drafted: Drafted) -> None:
    testimony = drafted("Japan rejected the draft treaty of 1872.")
    assert testimony.instruments[0].kind is InstrumentKind.DRAFT


def test_treaties_as_such_are_no_line_of_the_register(drafted: Drafted) -> None:
    testimony = drafted("The cabinet would not hear of any treaty.")
    assert words(testimony) == ["treaty"]
    assert testimony.instruments == ()


def test_every_mention_of_a_line_is_kept(drafted: Drafted) -> None:
    testimony = drafted("The Treaty of Kiel was harsh. The treaty was resented. Norway rejected this treaty.")
    assert len(line(testimony, "Treaty of Kiel").mentions) == 3


@pytest.mark.parametrize(
    ("sentences", "name", "alias"),
    [
        ("Chile signed a treaty, known as the Treaty of Ancón.", "Treaty of Ancón", "treaty"),
        ("Spain ratified the Adams-Onís Treaty (also called the Transcontinental Treaty).", "Adams-Onís Treaty",
         "Transcontinental Treaty"),
        ("Persia signed the Treaty of Turkmenchay, a treaty that ceded Erivan.", "Treaty of Turkmenchay", ""),
        ("Peru signed the Treaty of Lima. The Peace of Lima lasted ten years.", "Treaty of Lima", "Peace of Lima"),
        ("France bought it by Gadsden's Treaty. The Gadsden Treaty was short.", "Gadsden's Treaty", ""),
    ],
)  # fmt: skip
def test_two_names_of_one_instrument_are_one_line(drafted: Drafted, sentences: str, name: str, alias: str) -> None:
    (one,) = drafted(sentences).instruments
    assert one.name == name and len(one.mentions) == 2
    assert not alias or alias in one.aliases


def test_a_treaty_told_of_twice_with_the_same_words_is_one(drafted: Drafted) -> None:
    testimony = drafted(
        "The consul concluded a treaty with Morocco in 1786. Congress had signed a treaty with Morocco."
    )
    assert len(line(testimony, "treaty with Morocco").mentions) == 2


def test_a_treaty_with_another_date_is_another(drafted: Drafted) -> None:
    testimony = drafted("Spain concluded a treaty with Morocco in 1767. Spain concluded a treaty with Morocco in 1799.")
    assert len(testimony.instruments) == 2


def test_a_draft_is_one_line_under_all_its_common_nouns(drafted: Drafted) -> None:
    testimony = drafted(
        "The conference ended with a draft agreement defining the main principles. Two towns were to be ceded. "
        "The signing of the prepared agreement was postponed. This draft treaty was rejected."
    )
    draft = line(testimony, "draft agreement")
    assert draft.kind is InstrumentKind.DRAFT and len(draft.mentions) == 3
    assert len(testimony.instruments) == 1
    first, *pointing = instruments(testimony)
    assert [mention.antecedent for mention in pointing] == [first.span, first.span]


def test_a_class_of_treaties_is_no_line(drafted: Drafted) -> None:
    assert drafted("They spoke of the conclusion of economic agreements.").instruments == ()


def test_what_was_only_to_be_signed_is_no_line(drafted: Drafted) -> None:
    assert drafted("The envoy hoped to sign a treaty.").instruments == ()


def test_the_words_that_tell_which_one_are_kept_as_an_alias(drafted: Drafted) -> None:
    testimony = drafted("He replied in a telegram dated July 25, 1922. Congress adopted a pact outlawing war.")
    assert "telegram dated July 25, 1922" in line(testimony, "telegram").aliases
    assert "pact outlawing war" in line(testimony, "pact").aliases


def test_what_refers_to_an_instrument_is_not_called_so(drafted: Drafted) -> None:
    testimony = drafted("The agreement referred to the convention of 1881.")
    assert [mention.name for mention in instruments(testimony)] == ["agreement", "convention of 1881"]


def test_what_was_drafted_is_what_the_draft_means(drafted: Drafted) -> None:
    testimony = drafted("Russia drafted a convention in 1872. This draft was never signed.")
    assert {mention.name for mention in instruments(testimony)} == {"convention"}


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("The Shah signed a treaty between Russia and Persia in 1828.", {"Russia", "Persia"}),
        ("The Franco-Russian Alliance alarmed Berlin.", {"France", "Russia"}),
        ("Sweden and Denmark signed the Treaty of Kiel.", {"Sweden", "Denmark"}),
        ("The Treaty of Ancón was signed by Chile and Peru.", {"Chile", "Peru"}),
        ("Sweden refused to sign the Treaty of Kiel.", set()),
        ("The Treaty of Kiel was discussed in Denmark.", set()),
    ],
)
def test_the_parties_are_those_the_words_name(drafted: Drafted, sentence: str, parties: set[str]) -> None:
    (one,) = drafted(sentence).instruments
    assert {polities.key_of(party, 1850) for party in one.parties} == {polities.key_of(p, 1850) for p in parties}


def test_the_plural_of_a_name_is_pointed_to_by_a_plural(drafted: Drafted) -> None:
    """The tagger takes the "Agreements" of a name for one."""
    found = instruments(drafted("The Geneva Agreements of 1954 ended it. France had signed the agreements."))
    assert [mention.name for mention in found] == ["Geneva Agreements", "Geneva Agreements"]


def test_such_a_treaty_takes_up_one_and_makes_none(drafted: Drafted) -> None:
    testimony = drafted("Persia signed a secret treaty. Such a treaty was dangerous. Nobody had wanted such a pact.")
    assert [one.name for one in testimony.instruments] == ["secret treaty"]


def test_the_treaty_is_the_one_the_account_goes_on_about(drafted: Drafted) -> None:
    text = (
        "The Treaty of Riga was signed in 1921. It replaced the Treaty of Pskov. The diet ratified the treaty in May."
    )
    assert [one.name for one in instruments(drafted(text))][-1] == "Treaty of Riga"


def test_an_exchange_of_fire_or_of_ratifications_is_no_instrument(drafted: Drafted) -> None:
    assert words(drafted("There was an exchange of fire at Agadir, and later an exchange of prisoners.")) == []


def test_a_year_and_the_powers_before_it_are_one_name(drafted: Drafted) -> None:
    told = drafted(
        "Persia hated the Convention of 1907. It learned of the Anglo-Russian Convention of 1907 from a newspaper."
    )
    assert [one.name for one in told.instruments] == ["Anglo-Russian Convention of 1907"]


def test_two_conventions_of_one_year_stay_two(drafted: Drafted) -> None:
    told = drafted("The Anglo-Russian Convention of 1907 pleased Paris. So did the Franco-Japanese Convention of 1907.")
    assert len(told.instruments) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "Sweden hoped to sign a treaty with Denmark.",
        "Polk wanted to seek an agreement with Mexico.",
        "The king failed to conclude a treaty with Venice.",
    ],
)
def test_a_treaty_that_was_only_wished_is_not_in_the_register(drafted: Drafted, sentence: str) -> None:
    assert drafted(sentence).instruments == ()


def test_a_treaty_that_was_wished_and_then_signed_is(drafted: Drafted) -> None:
    told = drafted("Sweden hoped to sign a treaty with Denmark. In 1660 the treaty was signed.")
    assert len(told.instruments) == 1
