"""Which part of an English clause fills which role of each act. Data, no logic.

    "Russia ceded Kars to Turkey": subject -> AGENT, object -> TERRITORY, "to" -> BENEFICIARY

A value may be a table by the kind of thing that stands there ("instrument", "place", "actor", "noun"); "" drops it.
"""

from dragoman.model import Predicate as P

SUBJECT: dict[P, dict[str, str]] = {
    P.NEGOTIATION: {"instrument": "instrument", "event": "event", "place": "", "noun": "agent"},
    P.RECOGNITION: {"instrument": "instrument"},
}
SUBJECT_DEFAULT = {"instrument": "instrument", "event": "event", "actor": "agent", "place": "agent", "noun": "agent"}

# Who "obtained", "gained" or "received" land or a promise gave nothing: it was given to him.
RECEIVING = frozenset(
    "obtain gain receive acquire get win secure recover regain retrieve wrest extract purchase buy".split()
)
# What "passed", "fell" or "reverted" to somebody is the land itself.
PASSING = frozenset("pass fall revert go return devolve accrue remain stay".split())
STAYING = frozenset({"remain", "stay", "leave", "lie", "rest"})
GIVEN = frozenset({P.CESSION, P.COMMITMENT})

OBJECT: dict[P, dict[str, str]] = {
    P.NEGOTIATION: {"instrument": "instrument", "actor": "counterparty", "place": "", "event": "event", "noun": ""},
    P.DRAFT: {"instrument": "instrument", "noun": "instrument"},
    P.SIGNATURE: {"instrument": "instrument", "noun": "instrument", "actor": "party"},
    P.RATIFICATION: {"instrument": "instrument", "noun": "instrument"},
    P.ENTRY_INTO_FORCE: {"instrument": "instrument", "noun": "instrument"},
    P.ANNULMENT: {"instrument": "instrument", "actor": "target", "noun": "target"},
    P.RECOGNITION: {"instrument": "instrument", "actor": "beneficiary", "place": "beneficiary", "noun": "beneficiary"},
    P.NON_RECOGNITION: {"instrument": "instrument", "actor": "target", "place": "target", "noun": "target"},
    P.TERRITORIAL_CLAIM: {"place": "territory", "actor": "territory", "noun": "territory"},
    P.CESSION: {"place": "territory", "actor": "territory", "noun": "territory", "instrument": "instrument"},
    P.OCCUPATION: {"place": "territory", "actor": "territory", "noun": "territory"},
    P.COMMITMENT: {"instrument": "instrument", "actor": "beneficiary", "place": "territory", "noun": ""},
    P.DEMAND: {"instrument": "instrument", "actor": "target", "place": "territory", "event": "event", "noun": ""},
    P.REFUSAL: {"instrument": "instrument", "actor": "target", "place": "target", "noun": "target"},
    P.ACCEPTANCE: {"instrument": "instrument", "actor": "target", "place": "territory", "noun": "target"},
    P.STATEMENT: {"instrument": "instrument", "actor": "recipient", "noun": ""},
    P.APPOINTMENT: {"actor": "appointee", "place": "place", "noun": "body"},
    P.VIOLENCE: {"actor": "target", "place": "target", "event": "event", "noun": "target"},
    P.MEDIATION_OFFER: {"actor": "party", "instrument": "instrument", "noun": ""},
    P.REGIME_CHANGE: {"actor": "target", "place": "target", "noun": ""},
}
# The object of a noun is what follows "of": "the signing of the treaty". These nouns name their doer there instead.
OF_IS_AGENT = frozenset({P.REFUSAL, P.STATEMENT, P.DEMAND, P.ACCEPTANCE, P.COMMITMENT, P.MEDIATION_OFFER})

_TO = {"actor": "recipient", "place": "recipient", "noun": "", "instrument": "instrument"}
_BENEFITS = {"actor": "beneficiary", "place": "beneficiary", "noun": ""}
_AT = {"place": "place", "event": "event", "instrument": "instrument", "noun": "", "actor": ""}
_WITH = {"actor": "counterparty", "place": "counterparty", "instrument": "instrument", "noun": ""}
_BETWEEN = {"actor": "party", "place": "party", "noun": "party"}
_AGAINST = {"actor": "target", "place": "target", "noun": "target", "instrument": "instrument"}
_VEHICLE = {"instrument": "instrument", "event": "event", "place": "place", "actor": "", "noun": ""}
_FROM = {"actor": "target", "place": "target", "noun": ""}
_BY = {"actor": "agent", "place": "agent", "instrument": "instrument", "noun": "agent"}
_THROUGH = {"actor": "delegate", "instrument": "instrument", "place": "", "noun": ""}

OBLIQUE: dict[str, dict[str, str]] = {
    "to": _TO, "for": _BENEFITS, "with": _WITH, "between": _BETWEEN, "among": _BETWEEN, "against": _AGAINST, "in": _AT, "at": _AT,
    "near": _AT, "under": _VEHICLE, "during": _VEHICLE, "by": _BY, "from": _FROM, "upon": _AGAINST, "on": _VEHICLE,
    "through": _THROUGH, "via": _THROUGH, "pursuant": _VEHICLE, "into": _AT, "toward": _TO, "towards": _TO, "over": _VEHICLE,
    "within": _AT, "outside": _AT, "off": _AT,
}  # fmt: skip
GIVER = {"actor": "agent", "place": "agent", "noun": ""}
OBLIQUE_OF_ACT: dict[tuple[P, str], dict[str, str]] = {
    (P.CESSION, "to"): _BENEFITS,
    # "Remained in Chilean hands": whose hands they are has what remained.
    (P.CESSION, "in"): {**_AT, "actor": "agent"},
    (P.CESSION, "into"): {"actor": "beneficiary", "place": "beneficiary"},
    (P.COMMITMENT, "to"): _BENEFITS,
    (P.COMMITMENT, "with"): {"actor": "party", "place": "party", "instrument": "instrument"},
    (P.RECOGNITION, "as"): {},
    (P.APPOINTMENT, "to"): {"place": "place", "actor": "recipient", "event": "event", "noun": ""},
    (P.APPOINTMENT, "for"): {"place": "place", "noun": ""},
    (P.APPOINTMENT, "as"): {},
    (P.NEGOTIATION, "over"): {"place": "territory", "instrument": "instrument", "noun": ""},
    (P.NEGOTIATION, "on"): {"instrument": "instrument", "place": "territory", "noun": ""},
    (P.NEGOTIATION, "for"): {"instrument": "instrument", "noun": ""},
    (P.VIOLENCE, "on"): _AGAINST,
    (P.VIOLENCE, "with"): _AGAINST,
    (P.VIOLENCE, "into"): {"place": "target", "actor": "target"},
    (P.OCCUPATION, "from"): {"place": "territory", "actor": "territory", "noun": ""},
    (P.OCCUPATION, "in"): {"place": "territory", "event": "event"},
    (P.DEMAND, "of"): _FROM,
    (P.DEMAND, "for"): {"instrument": "instrument", "noun": ""},
    (P.REFUSAL, "to"): {"instrument": "instrument", "actor": "target", "noun": "target"},
    (P.ACCEPTANCE, "to"): {"instrument": "instrument", "actor": "target", "noun": "target"},
    (P.TERRITORIAL_CLAIM, "to"): {"place": "territory", "actor": "territory", "noun": "territory"},
    (P.TERRITORIAL_CLAIM, "on"): {"place": "territory", "noun": "territory"},
    (P.TERRITORIAL_CLAIM, "over"): {"place": "territory", "noun": "territory"},
    (P.TERRITORIAL_CLAIM, "as"): {"place": "beneficiary", "actor": "beneficiary"},
}
# What is abstract hands its place on to the name that it has: "recognised the independence OF CUBA".
ABSTRACT = frozenset(
    "independence sovereignty right rights claim claims existence legitimacy authority integrity neutrality title possession hand hands version versions"
    " rule government offer demand proposal request aid assistance help support relation relations annexation cession occupation"
    " recognition mediation revision objection objections interest part control loan money weapon arm territory belligerency"
    " lease leasehold concession administration jurisdiction protectorate ownership lordship overlordship"
    " status annulment evacuation withdrawal return freedom autonomy suzerainty boundary border frontier restoration".split()
)
# The act's own noun under a light verb is no participant: "declared WAR on Sweden", "seized POWER".
COGNATE = frozenset(
    "war battle attack offensive siege campaign hostility hostilities fire blow power place step action steps measure measures"
    " notice way effect force possession control arm arms independence relation relations tie ties credential credentials"
    " ratification ratifications date dates".split()
)
DOING = ("ing", "tion", "sion", "ment", "ance", "ence", "ness", "ity", "ism", "al", "ure", "war")
# Nouns that can do something, though they are no names.
PEOPLE = frozenset(
    "government parliament congress senate cabinet ministry minister president king queen emperor tsar czar sultan shah khan"
    " delegation delegate delegates representative commissioner commissar ambassador envoy plenipotentiary army troops force forces"
    " fleet navy power powers party parties side sides state states country countries nation nations people authorities official"
    " leader council assembly commission committee court chancellor premier general admiral commander rebel communist nationalist"
    " revolutionary ally allies diplomat consul secretary administration regime soldier citizen inhabitant population negotiator"
    " republic empire kingdom monarchy chamber house duke prince pope bishop lord governor officer statesman crown public enemy"
    " belligerent signatory victor victors league union opposition majority minority group movement".split()
)
LANDS = frozenset(
    "territory territories land lands province provinces district districts region regions island islands area areas coast city"
    " cities town towns port ports fortress colony colonies possession possessions county part half zone strip peninsula boundary"
    " border frontier line valley strait straits railway village capital base airbase airfield fort castle stronghold"
    " citadel enclave principality duchy bishopric".split()
)
# "The ports of Dulcigno and Antivari", "the bases at Sinop": what these are is the place named after them, whole.
HOLDINGS = frozenset(
    "territory province provinces district districts region regions island islands city cities town towns port ports"
    " fortress fortresses fort forts castle castles stronghold strongholds citadel citadels base bases airbase airbases"
    " airfield airfields harbour harbours harbor harbors colony colonies county counties duchy duchies principality"
    " principalities peninsula valley bishopric bishoprics oasis stations station village villages enclave enclaves".split()
)
# What may stand between the members of a list of places: "and with them the castle of", "together with".
LIST_WORDS = frozenset(
    "and or nor together along with as well also likewise besides including the them it its all both of neighbouring"
    " neighboring adjacent nearby whole small great".split()
)
PAPERS = frozenset(
    "treaty treaties agreement agreements convention conventions pact pacts protocol protocols accord accords armistice truce peace"
    " alliance draft declaration declarations act charter constitution covenant settlement note notes ultimatum memorandum letter"
    " article articles clause clauses ratification ratifications instrument resolution bill law document concordat compromise"
    " ceasefire terms document documents contract".split()
)
# Verbs whose participle, after a comma, belongs to the paper before it.
DONE_TO_PAPERS = frozenset(
    "conclude sign initial ratify denounce abrogate annul renew negotiate adopt draft dictate impose reach agree".split()
)
