"""English words for instruments: the nouns with their kinds, and what stands around them.

NOUNS["treaty"] -> InstrumentKind.TREATY
"""

from dragoman.languages.wordlist import wordlist
from dragoman.model import InstrumentKind

_T, _C, _A, _P = InstrumentKind.TREATY, InstrumentKind.CONVENTION, InstrumentKind.AGREEMENT, InstrumentKind.PACT
_R, _M, _D, _L = InstrumentKind.PROTOCOL, InstrumentKind.ARMISTICE, InstrumentKind.DECLARATION, InstrumentKind.LETTER

# Nouns that name an instrument wherever they stand as a noun of their own.
NOUNS: dict[str, InstrumentKind] = {
    "treaty": _T, "treaties": _T, "concordat": _T, "concordats": _T, "capitulations": _T, "preliminaries": _T,
    "convention": _C, "conventions": _C,
    "agreement": _A, "agreements": _A, "accord": _A, "accords": _A, "compact": _A, "modus": _A,
    "memorandum": InstrumentKind.OTHER, "memoranda": InstrumentKind.OTHER, "memorial": InstrumentKind.OTHER,
    "pact": _P, "pacts": _P, "covenant": _P, "covenants": _P,
    "protocol": _R, "protocols": _R, "procès-verbal": _R,
    "armistice": _M, "armistices": _M, "truce": _M, "ceasefire": _M, "cease-fire": _M,
    "communiqué": _D, "communique": _D, "declaration": _D, "declarations": _D, "proclamation": _D, "manifesto": _D,
    "ultimatum": _L, "ultimatums": _L, "note": _L, "notes": _L, "letter": _L, "letters": _L,
    "telegram": _L, "telegrams": _L,    "dispatch": _L, "despatch": _L, "dispatches": _L, "despatches": _L,
    "constitution": InstrumentKind.ACT, "charter": InstrumentKind.ACT, "decree": InstrumentKind.ACT,
    "decrees": InstrumentKind.ACT, "edict": InstrumentKind.ACT, "ukase": InstrumentKind.ACT,
    "firman": InstrumentKind.ACT,
    "resolution": InstrumentKind.ACT, "resolutions": InstrumentKind.ACT,
    "draft": InstrumentKind.DRAFT, "drafts": InstrumentKind.DRAFT,
    "exchange": _A, "exchanges": _A,
}  # fmt: skip

# With a capital and "the" these stand for the paper that was named before: "the Act", "the Statute".
SHORT = frozenset({"act", "statute", "award", "framework", "ordinance"})
# What is exchanged where an exchange is an instrument (UN Treaty Handbook, glossary, "exchange of notes").
EXCHANGED = frozenset({"notes", "letters"})

# Nouns that name an instrument only inside a proper name ("the Johnson Act", "Peace of Amiens", "Monroe Doctrine").
NAMED_ONLY: dict[str, InstrumentKind] = {
    "act": InstrumentKind.ACT, "acts": InstrumentKind.ACT, "law": InstrumentKind.ACT, "laws": InstrumentKind.ACT,
    "bill": InstrumentKind.ACT, "statute": InstrumentKind.ACT, "ordinance": InstrumentKind.ACT,
    "bull": InstrumentKind.ACT,
    "sanction": InstrumentKind.ACT, "amendment": InstrumentKind.ACT, "code": InstrumentKind.ACT,
    "doctrine": _D, "plan": InstrumentKind.OTHER, "program": InstrumentKind.OTHER, "programme": InstrumentKind.OTHER,
    "proposals": _D, "formula": _A, "framework": _A, "guidelines": _D,
    "points": _D, "principles": _D, "articles": _D, "demands": _L,
    "peace": _T, "alliance": _T, "entente": _A, "understanding": _A, "settlement": _A, "compromise": _A, "truce": _M,
    "order": InstrumentKind.ACT, "orders": InstrumentKind.ACT, "contract": _A, "purchase": _T,
    "award": InstrumentKind.OTHER, "bond": _A,
}  # fmt: skip

# Names that no pattern could know for an instrument: parts of the common stock of diplomatic history.
KNOWN: dict[str, InstrumentKind] = {
    "fourteen points": _D, "magna carta": InstrumentKind.ACT, "salt i": _T, "salt ii": _T,
    "start i": _T, "start ii": _T,
    "entente cordiale": _A, "twenty-one demands": _L, "four points": _D, "five principles": _D,
    "pragmatic sanction": InstrumentKind.ACT, "platt amendment": InstrumentKind.ACT, "holy alliance": _T,
    "triple alliance": _T, "quadruple alliance": _T, "grand alliance": _T, "triple entente": _A, "dual alliance": _T,
    "family compact": _T, "alabama claims": InstrumentKind.OTHER, "young plan": _A, "dawes plan": _A,
    "schuman plan": InstrumentKind.OTHER, "marshall plan": InstrumentKind.OTHER, "baruch plan": InstrumentKind.OTHER,
    "open door notes": _L, "zimmermann telegram": _L, "balfour declaration": _D, "tanzimat": InstrumentKind.ACT,
}  # fmt: skip

# Words that stand before "order", "report", "plan", "settlement", "league" in a name without making it an instrument.
NOT_NAMES = frozenset(
    {
        "new order", "world order", "five-year plan", "balkan league", "arab league", "hanseatic league", "civil code",
        "supreme allied", "white house", "louisiana purchase order",
    }
)  # fmt: skip

# What makes an instrument another one than the one just named: "the new treaty", "another agreement".
OTHER_ONE = wordlist("new another other second third further additional separate subsequent later final definitive")

# Adjectives and nouns that say what sort of instrument it is, kept in its name even in lower case.
QUALIFYING = wordlist(
    """
    draft secret preliminary provisional definitive final supplementary additional military naval commercial
    economic financial consular trade peace friendship border boundary frontier non-aggression nonaggression
    neutrality alliance armistice mutual defense defence assistance joint bilateral trilateral multilateral unequal
    unratified proposed separate permanent temporary perpetual reciprocity extradition arms cultural postal railway
    loan lend-lease cooperation
    """
)

# The subjects of a treaty: "treaty of peace, amity and commerce".
SUBJECTS = wordlist(
    """
    peace friendship amity commerce navigation alliance brotherhood cooperation co-operation mutual assistance
    neutrality limits guarantee guaranty union partition non-aggression nonaggression cession annexation extradition
    reciprocity settlement boundaries mediation protection subsidy understanding security arbitration conciliation
    collaboration trade establishment armistice abdication independence surrender capitulation war defense defence
    aid rights acceptance accession principles offensive defensive general perpetual offense offence good
    recognition intent
    """
)

# Nouns that take over when an instrument's noun stands before them: "treaty negotiations" are not a treaty.
TAKE_OVER_EXCEPT = frozenset({"text", "version", "document", "proper"})

# Determiners that point back, and those that bring in something new.
POINTING = frozenset({"the", "this", "that", "these", "those", "said", "such", "its", "their", "his", "her", "which"})
DEMONSTRATIVE = frozenset({"this", "that", "these", "those", "said", "which"})
NEW = frozenset(
    {"a", "an", "another", "any", "no", "some", "every", "each", "several", "many", "two", "three", "various"}
)

# Parts of an instrument that are cited by number.
PARTS = {
    "article": "art.", "articles": "art.", "art.": "art.", "clause": "cl.", "section": "sec.", "annex": "annex",
    "chapter": "ch.", "paragraph": "para.",
}  # fmt: skip

# Verbs after which a date dates the instrument: "signed on March 16, 1921".
DATING = frozenset(
    {
        "sign",
        "conclude",
        "agree",
        "make",
        "reach",
        "ink",
        "initial",
        "execute",
        "seal",
        "negotiate",
        "adopt",
        "issue",
        "date",
    }
)

# Which kinds a bare noun can point back to: "the agreement" may be a treaty, "the letter" may not.
POINTS_TO: dict[str, frozenset[InstrumentKind]] = {
    "agreement": frozenset({_T, _C, _A, _P, _R, InstrumentKind.DRAFT}),
    "agreements": frozenset({_T, _C, _A, _P, _R, InstrumentKind.DRAFT}),
    "accord": frozenset({_T, _C, _A, _P, _R}),
    "accords": frozenset({_T, _C, _A, _P, _R}),
    "treaty": frozenset({_T, _C, _P, _A}),
    "pact": frozenset({_P, _T, _A}),
    "convention": frozenset({_C, _T}),
    "draft": frozenset({InstrumentKind.DRAFT}),
    "note": frozenset({_L}),
    "letter": frozenset({_L}),
    "document": frozenset(InstrumentKind),
    "instrument": frozenset(InstrumentKind),
    "armistice": frozenset({_M}),
    "truce": frozenset({_M}),
    "ceasefire": frozenset({_M}),
    "declaration": frozenset({_D}),
}

# Lower-case nouns after which "of X" says whose or of what, and is no part of a name: "the draft of the Treaty".
NO_NAME_OF = frozenset({"draft", "drafts", "letter", "letters", "note", "notes", "decree", "decrees", "constitution"})

# Nouns that one instrument goes by alike when the rest of its name is the same.
ONE_SORT = (frozenset({"treaty", "peace", "pact"}), frozenset({"agreement", "accord", "settlement"}))

# Verbs whose subjects are the parties of what they make.
SIGNING = frozenset({"sign", "conclude", "initial", "ratify", "make", "reach"})

# First halves of "Anglo-Japanese", "Sino-Soviet": which power each means.
HALVES = {
    "anglo": "Britain", "franco": "France", "russo": "Russia", "sino": "China", "austro": "Austria", "italo": "Italy",
    "turco": "Turkey", "hispano": "Spain", "luso": "Portugal", "greco": "Greece", "indo": "India", "graeco": "Greece",
    "germano": "Germany", "nippo": "Japan", "dano": "Denmark", "swedo": "Sweden", "polono": "Poland",
}  # fmt: skip

# "The treaty, known as …", "the treaty (also called …)".
CALLED = frozenset({"know", "call", "name", "term", "style", "entitle", "refer", "dub", "title"})

# Determiners that leave open whether there is such an instrument at all.
OPEN = frozenset({"any", "no", "every", "each", ""})

# What is done when an instrument comes to be: then there is one.
MADE = DATING | frozenset(
    {"accept", "send", "ratify", "approve", "reject", "exchange", "draft", "grant", "promulgate", "publish"}
)

# What has articles.
HAS_ARTICLES = frozenset({_T, _C, _A, _R, _M, InstrumentKind.DRAFT, InstrumentKind.ACT})
