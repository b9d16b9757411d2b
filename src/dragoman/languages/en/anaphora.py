"""English words that only point: pronouns, and the nouns of "these territories" and "the two countries"."""

from dragoman.languages.wordlist import wordlist
from dragoman.model import Kind

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
PRONOUNS = HE | SHE | IT | THEY
POSSESSIVE = frozenset({"his", "her", "its", "their"})

# "these territories": all the places just named together.
TERRITORIES = wordlist(
    """
    territories regions provinces districts areas cities towns lands countries islands places fortresses duchies
    states
    """
)
# "the two countries", "both sides", "the parties": the two who were just named together.
SIDES = wordlist(
    """
    countries sides parties states nations powers governments republics delegations monarchs sovereigns emperors
    leaders
    """
)
PAIR = frozenset({"two", "both"})

# Verbs whose subject "it" is nobody: "it became essential to annul", "it was decided to convene".
WEATHER = wordlist("be become seem appear remain prove happen turn follow take matter look require need")
DECIDED = wordlist(
    """
    decide agree say note think believe hope report know suggest propose understand expect resolve order
    """
)

# What an instrument does, and what is done to one: "it provided", "signed it".
DONE_BY_INSTRUMENT = wordlist(
    """
    provide stipulate contain guarantee oblige bind prohibit confirm annul cede award grant establish recognize
    recognise require include forbid allow permit end settle fix lay replace supersede amend modify extend renew
    reaffirm abolish abrogate repeal rest rely draw supplement complement incorporate embody codify regulate
    """
)
DONE_TO_INSTRUMENT = wordlist(
    """
    sign ratify conclude denounce annul violate abrogate draft initial accept reject approve amend revise negotiate
    renew repudiate breach break observe base found model ground pattern build draw supplement supersede replace extend
    confirm reaffirm register implement invoke honour honor
    """
)

# What only a paper or a settlement is: "it was based on the Treaty of Moscow".
GROUNDED = wordlist("base rest found model ground pattern")
GROUNDS = frozenset({"on", "upon", "after"})
# "The text rested on the treaty of 1783": the paper spoken of last.
TEXTS = wordlist("text document paper draft")

# What an instrument has: "its ratification", "its provisions".
OF_INSTRUMENT = wordlist(
    """
    ratification signature provision term article clause conclusion revision annulment abrogation text stipulation
    implementation renewal negotiation signing acceptance rejection violation execution validity
    """
)

# What only an instrument holds or lays: "it contained clauses", "it laid the foundation".
HELD_BY_INSTRUMENT = wordlist("clause article provision stipulation preamble proviso annex basis foundation groundwork")

# "That province", "the islands": a place by its sort.
PLACES = wordlist(
    """
    country territory territories region province provinces district city town island islands peninsula area colony
    colonies duchies duchy capital frontier border coast fortress port ports kingdom strip valley
    """
)

EVENTS = wordlist(
    """
    conference conferences congress negotiation negotiations talks war wars meeting meetings summit conflict
    hostilities revolution uprising revolt rebellion battle siege campaign crisis insurrection deliberations
    discussions
    """
)

DETERMINERS = wordlist(
    """
    the this that these those a an his her its their our my your all both some several many two three four five no
    any each every another other such said
    """
)

# Of what sort the two are: countries are polities, sovereigns are persons; of the others either will do.
SORTS: dict[str, frozenset[Kind]] = {
    **dict.fromkeys(("countries", "nations", "states", "republics", "powers"), frozenset({Kind.POLITY})),
    **dict.fromkeys(("monarchs", "sovereigns", "emperors", "leaders"), frozenset({Kind.PERSON})),
}

# What only repeats "the": "the said conference", "the mentioned conference".
SAID = wordlist("said mentioned aforesaid aforementioned above above-mentioned present same latter")
# "The importance of the treaty is that it …": the noun only judges, and what it is "of" is spoken of.
JUDGING = frozenset(
    "significance importance value meaning merit weakness strength purpose aim effect consequence outcome fact problem"
    " difficulty advantage drawback novelty essence gist core heart point interest fate failure success".split()
)
