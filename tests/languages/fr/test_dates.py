"""French sentences and what their dates are: the same machinery over another language's words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.dates import dates_in, find, language_named, timexes
from dragoman.edtf import bounds
from dragoman.languages.en import dates as english
from dragoman.model.date import Basis, Calendar, Certainty
from dragoman.model.errors import DragomanError


def read(text):
    """The words and the EDTF of every expression."""
    return [(date.text, date.edtf) for date in dates_in(text, language=language_named("fr"), eves=True)]


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("Le traité fut signé à Moscou le 16 mars 1921.", [("le 16 mars 1921", "1921-03-16")]),
        ("Le 1er mars 1921, ils partirent.", [("Le 1er mars 1921", "1921-03-01")]),
        ("Le lundi 14 mars 1921, on parla.", [("Le lundi 14 mars 1921", "1921-03-14")]),
        ("La note est du 3 sept. 1783.", [("3 sept. 1783", "1783-09-03")]),
        ("La lettre fut écrite le 4 janv. 1920.", [("le 4 janv. 1920", "1920-01-04")]),
        ("Fait à Paris le quatre juin mil neuf cent dix-huit.",
         [("le quatre juin mil neuf cent dix-huit", "1918-06-04")]),
        ("Reçu le 16/03/1921, répondu le 04/03/1922.", [("16/03/1921", "1921-03-16"), ("04/03/1922", "1922-03-04")]),
        ("Daté du 16.III.1921.", [("16.III.1921", "1921-03-16")]),
        ("Il revint en mars 1921.", [("mars 1921", "1921-03")]),
        ("Au mois de mars 1921, il revint.", [("mois de mars 1921", "1921-03")]),
        ("En 1921, il revint.", [("1921", "1921")]),
        ("L’année 1920 fut dure.", [("L’année 1920", "1920")]),
        ("À Noël 1914, on se tut.", [("Noël 1914", "1914-12-25")]),
        # Ranges.
        ("Les négociations durèrent du 26 février au 16 mars 1921.",
         [("26 février au 16 mars 1921", "1921-02-26/1921-03-16")]),
        ("Il resta à Bakou du 2 au 5 mars 1921.", [("2 au 5 mars 1921", "1921-03-02/1921-03-05")]),
        ("On signa dans la nuit du 2 au 3 décembre 1920.",
         [("la nuit du 2 au 3 décembre 1920", "1920-12-02/1920-12-03")]),
        ("Les 28 et 29 novembre 1920, on négocia.", [("Les 28", "1920-11-28"), ("29 novembre 1920", "1920-11-29")]),
        ("Les 5, 6 et 8 juin 1920, on négocia.",
         [("Les 5", "1920-06-05"), ("6", "1920-06-06"), ("8 juin 1920", "1920-06-08")]),
        ("En juillet-août 1920 une délégation vint.", [("juillet-août 1920", "1920-07/1920-08")]),
        ("La guerre de 1914-1918 fut longue.", [("1914-1918", "1914/1918")]),
        ("La guerre de 1914-18 fut longue.", [("1914-18", "1914/1918")]),
        ("La guerre dura de 1918 à 1921.", [("1918 à 1921", "1918/1921")]),
        ("Entre 1918 et 1921, tout changea.", [("1918 et 1921", "1918/1921")]),
        # Parts, seasons, decades, centuries, before Christ.
        ("Début mars 1921, il revint.", [("Début mars 1921", "1921-03")]),
        ("Il revint fin 1920.", [("fin 1920", "1920")]),
        ("À la fin de l’année 1920, il revint.", [("la fin de l’année 1920", "1920")]),
        ("À la mi-mars 1921, on attendait.", [("la mi-mars 1921", "1921-03")]),
        ("Au printemps 1921, il fit froid.", [("printemps 1921", "1921-21")]),
        ("L’été 1920 fut chaud.", [("L’été 1920", "1920-22")]),
        ("On mourut pendant l'hiver 1920-1921.", [("l'hiver 1920-1921", "1921-24")]),
        ("On construisit dans les années 1920.", [("les années 1920", "192X")]),
        ("On construisit dans les années vingt.", [("les années vingt", "192X")]),
        ("Au XIXe siècle, l’Empire recula.", [("XIXe siècle", "18XX")]),
        ("Au début du xixe siècle, l’Empire recula.", [("début du xixe siècle", "18XX")]),
        ("Aux XVIIIe et XIXe siècles, il recula.", [("XVIIIe", "17XX"), ("XIXe siècles", "18XX")]),
        ("César mourut le 15 mars 44 av. J.-C. à Rome.", [("le 15 mars 44 av. J.-C.", "-0043-03-13")]),
        ("Les guerres de 499-493 av. J.-C. furent dures.", [("499-493 av. J.-C.", "-0498/-0492")]),
        # How sure.
        ("Vers 1250, il mourut.", [("1250", "1250~")]),
        ("Il arriva vers le 16 mars 1921.", [("le 16 mars 1921", "1921-03-16~")]),
        ("Avant 1914, il était riche.", [("1914", "../1914")]),
        ("Depuis 1815, rien ne bougeait.", [("1815", "1815/..")]),
        ("Il resta jusqu’en novembre 1917.", [("novembre 1917", "../1917-11")]),
        ("Il ne fut pas signé avant le 20 novembre 1815.", [("le 20 novembre 1815", "1815-11-20")]),
        # Impossible, and no date at all.
        ("Le 31 février 1920, rien ne se fit.", [("Le 31 février 1920", "")]),
        ("Il a été nommé chef de 1500 hommes.", []),
        ("Il y fut en tout point le second.", []),
    ],
)  # fmt: skip
def test_a_sentence_and_its_dates(sentence, dates):
    assert read(sentence) == dates


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("La veille", "1921-03-15"),
        ("Le lendemain", "1921-03-17"),
        ("Le surlendemain", "1921-03-18"),
        ("Le même jour", "1921-03-16"),
        ("Ce jour-là", "1921-03-16"),
        ("Deux jours plus tard", "1921-03-18"),
        ("Deux mois plus tard", "1921-05"),
        ("Trois jours avant", "1921-03-13"),
        ("Dix ans après", "1931"),
        ("La même année", "1921"),
        ("Cette année-là", "1921"),
        ("L’année suivante", "1922"),
        ("L’année précédente", "1920"),
        ("Le mois suivant", "1921-04"),
        ("À la fin du mois", "1921-03"),
        ("Le 20 mai", "1921-05-20"),
        ("Le 20 mai de la même année", "1921-05-20"),
        ("Le 3 janvier de l’année suivante", "1922-01-03"),
        ("Le 20", "1921-03-20"),
        ("Quelques jours plus tard", ""),
    ],
)
def test_a_step_is_taken_from_where_the_narrative_stands(words, edtf):
    dates = find(f"Le 16 mars 1921 on signa. {words}, il partit.", language="fr")
    assert dates[1].edtf == edtf
    assert dates[1].basis in (Basis.RELATIVE, Basis.INHERITED)


def test_an_event_is_dated_where_the_account_dates_it():
    text = "Girone tomba le 5 février 1939. Cinq jours après la chute de Girone, tout fut fini."
    assert read(text)[1] == ("Cinq jours après la chute de Girone", "1939-02-10")
    assert read("La ville fut prise le 5 mai 1920. La veille de la prise de la ville, il partit.")[1] == (
        "La veille de la prise de la ville",
        "1920-05-04",
    )


@pytest.mark.parametrize(
    ("text", "edtf", "calendar"),
    [
        ("le 18 brumaire an VIII", "1799-11-09", Calendar.REPUBLICAN),
        ("le 9 thermidor de l’an II", "1794-07-27", Calendar.REPUBLICAN),
        ("l’an VIII", "1799-09-23/1800-09-22", Calendar.REPUBLICAN),
        ("le 3/16 mars 1921", "1921-03-16", Calendar.BOTH),
        ("le 24 janvier/6 février 1918", "1918-02-06", Calendar.BOTH),
        ("le 16 (29) janvier 1921", "1921-01-29", Calendar.BOTH),
        ("le 16 janvier 1921 (ancien style)", "1921-01-29", Calendar.JULIAN),
    ],
)
def test_a_conversion_stands_beside_the_words(text, edtf, calendar):
    date = find(f"Ce fut {text}, dit-on.", language="fr")[0]
    assert (date.text, date.edtf, date.calendar) == (text, edtf, calendar)


@pytest.mark.parametrize(
    ("words", "kind", "value"),
    [
        ("six mois", "DURATION", "P6M"),
        ("plusieurs jours", "DURATION", "PXD"),
        ("deux ans et demi", "DURATION", "P2.5Y"),
        ("vingt et un ans", "DURATION", "P21Y"),
        ("quatre-vingt-dix jours", "DURATION", "P90D"),
        ("chaque jour", "SET", "XXXX-XX-XX"),
        ("aujourd’hui", "DATE", "PRESENT_REF"),
        ("le matin du 16 mars 1921", "TIME", "1921-03-16TMO"),
    ],
)
def test_timex_values(words, kind, value):
    date = find(f"Cela dura {words}, dit-on.", language="fr")[0]
    assert (date.text, date.timex_type, date.timex_value) == (words, kind, value)


def test_a_range_is_two_timexes():
    french = language_named("fr")
    dates = timexes(dates_in("Réunis du 26 février au 16 mars 1921.", language=french), language=french)
    assert [(date.text, date.timex_value) for date in dates] == [
        ("26 février", "1921-02-26"), ("16 mars 1921", "1921-03-16")
    ]  # fmt: skip


def test_the_account_says_how_sure_it_is():
    assert find("Vers 1250, il mourut.", language="fr")[0].certainty is Certainty.ABOUT


def test_a_language_that_is_not_there_is_the_callers_mistake():
    with pytest.raises(DragomanError, match="there is en, fr"):
        find("16 March 1921", language="tlh")


PIECES = st.sampled_from(
    ["3", "16", "1er", "mars", "1921", ",", ".", "/", "-", "(", ")", "le", "la", "l’", "du", "au", "de", "an", "année",
     "jours", "mois", "plus", "tard", "av. J.-C.", "ancien style", "an", "XIV", "nuit", "avant", "entre", "et", "\n\n",
     "99999", "30", "février", "brumaire", "siècle", "XIXe", "années", "vingt", "été", "lundi", "demi", "quelques",
     "mil", "cent", "courant", "veille", "même", "suivant", "guerre", "Girone", "fin", "premiers", "il y a"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_every_expression_keeps_its_words_and_its_days(text):
    for date in dates_in(text, language=language_named("fr"), eves=True):
        assert text[date.span.start : date.span.end] == date.text
        assert bounds(date.edtf) == (date.earliest, date.latest) if date.edtf else date.earliest is None


def test_the_languages_give_the_same_tables():
    french = language_named("fr")
    tables = {name for name in vars(english) if name.isupper() and not name.startswith("_")}
    assert tables == {name for name in vars(french) if name.isupper() and not name.startswith("_")}
