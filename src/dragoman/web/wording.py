"""How the pages say things: dates, numbers, acts and roles in a historian's words.

date_in_words("1920-07/1920-08") -> "July to August 1920"
"""

import re

from dragoman.model import Assertion, Modality, Participant, Polarity, Predicate, Role, Verdict

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SEASONS = {
    "21": "spring",
    "22": "summer",
    "23": "autumn",
    "24": "winter",
    "25": "spring",
    "26": "summer",
    "27": "autumn",
    "28": "winter",
}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

# Twenty-nine colours cannot be told apart; eight can. The family is the class of the mark in the text.
FAMILIES: dict[str, tuple[Predicate, ...]] = {
    "making": (
        Predicate.NEGOTIATION,
        Predicate.DRAFT,
        Predicate.SIGNATURE,
        Predicate.RATIFICATION,
        Predicate.ENTRY_INTO_FORCE,
    ),
    "lineage": (
        Predicate.BASED_ON,
        Predicate.AMENDS,
        Predicate.CONFIRMS,
        Predicate.IMPLEMENTS,
        Predicate.PART_OF,
        Predicate.REFERS_TO,
    ),
    "ending": (Predicate.ANNULMENT, Predicate.ANNULS, Predicate.SUPERSEDES),
    "recognition": (Predicate.RECOGNITION, Predicate.RECOGNISES, Predicate.ACCEPTANCE),
    "refusal": (Predicate.NON_RECOGNITION, Predicate.REFUSAL),
    "territory": (Predicate.TERRITORIAL_CLAIM, Predicate.CESSION, Predicate.OCCUPATION),
    "promise": (Predicate.COMMITMENT, Predicate.DEMAND, Predicate.MEDIATION_OFFER),
    "word": (Predicate.STATEMENT, Predicate.APPOINTMENT),
    "force": (Predicate.VIOLENCE, Predicate.REGIME_CHANGE),
}
FAMILY_LABELS = {
    "making": "negotiating, drafting, signing, ratifying",
    "lineage": "what rests on what",
    "ending": "annulling, replacing",
    "recognition": "recognising, accepting",
    "refusal": "refusing, not recognising",
    "territory": "claiming, ceding, occupying",
    "promise": "promising, demanding, mediating",
    "word": "stating, appointing",
    "force": "violence, change of regime",
}
_FAMILY_OF = {predicate: family for family, predicates in FAMILIES.items() for predicate in predicates}

_LABELS = {
    Predicate.ENTRY_INTO_FORCE: "entry into force",
    Predicate.NON_RECOGNITION: "non-recognition",
    Predicate.TERRITORIAL_CLAIM: "claim to territory",
    Predicate.MEDIATION_OFFER: "offer of mediation",
    Predicate.REGIME_CHANGE: "change of regime",
    Predicate.BASED_ON: "rests on",
    Predicate.PART_OF: "is part of",
    Predicate.REFERS_TO: "refers to",
}
_BEFORE_NAME = {
    Role.AGENT: "by",
    Role.COUNTERPARTY: "with",
    Role.PARTY: "among",
    Role.SIGNATORY: "signed by",
    Role.DELEGATE: "through",
    Role.APPOINTEE: "of",
    Role.TARGET: "to",
    Role.BENEFICIARY: "for",
    Role.RECIPIENT: "to",
    Role.SUPPORTER: "backed by",
    Role.TERRITORY: "over",
    Role.PLACE: "in",
    Role.BODY: "in",
    Role.EVENT: "at",
}
_ROLE_ORDER = (
    Role.SUBJECT,
    Role.OBJECT,
    Role.INSTRUMENT,
    Role.TERRITORY,
    Role.AGENT,
    Role.PARTY,
    Role.SIGNATORY,
    Role.DELEGATE,
    Role.APPOINTEE,
    Role.COUNTERPARTY,
    Role.TARGET,
    Role.RECIPIENT,
    Role.BENEFICIARY,
    Role.SUPPORTER,
    Role.BODY,
    Role.EVENT,
    Role.PLACE,
)

# What looks like a contradiction and is none, with why it is none.
NOT_CONTRADICTIONS = {
    Verdict.REFINED: "one account says it more closely than the other",
    Verdict.COMPLEMENTED: "each account adds what the other leaves out",
    Verdict.OPPOSED_POSITIONS: "two parties wanted different things; the accounts agree that they did",
    Verdict.COMPETING_CLAIMS: "both claimed it; neither account says the other did not",
    Verdict.LATER_CHANGE: "first one, later the other",
    Verdict.OTHER_SCOPE: "the two speak of different things",
    Verdict.PLAN_AND_OUTCOME: "what was meant, and what came of it",
    Verdict.REPORTED_BELIEF: "somebody is said to have believed it; the account does not say it was so",
    Verdict.OTHER_LEVEL: "the whole in one account, a part of it in the other",
    Verdict.OTHER_CALENDAR: "the same day in two calendars",
}
CONTRADICTIONS = (Verdict.CONTRADICTED, Verdict.IMPOSSIBLE)
# Each verdict in the order in which a reader wants them.
VERDICT_ORDER = (
    *CONTRADICTIONS,
    Verdict.CORROBORATED,
    Verdict.SINGLE_SOURCED,
    *NOT_CONTRADICTIONS,
    Verdict.STANDING,
    Verdict.NOTE,
)


def family_of(predicate: Predicate) -> str:
    """The family whose colour an act or relation has."""
    return _FAMILY_OF[predicate]


def act_in_words(predicate: Predicate) -> str:
    """What an act or relation is called on a page."""
    return _LABELS.get(predicate, predicate.value.replace("_", " "))


def manner_of(assertion: Assertion) -> str:
    """What keeps the assertion from being a plain "it was so": "not", "proposed", "" when nothing does."""
    denied = {Polarity.NEG: "not", Polarity.PARTIAL: "in part"}.get(assertion.polarity, "")
    meant = "" if assertion.modality is Modality.ACTUAL else assertion.modality.value
    return ", ".join(word for word in (denied, meant) if word)


def parts_of(assertion: Assertion) -> tuple[tuple[str, Participant], ...]:
    """The participants in reading order, each with the small word that says its part ("by", "with", "over")."""
    order = {role: place for place, role in enumerate(_ROLE_ORDER)}
    ranked = sorted(assertion.participants, key=lambda one: order[one.role])
    return tuple((_BEFORE_NAME.get(one.role, ""), one) for one in ranked)


def in_words(number: int) -> str:
    """Small numbers as a book writes them: 3 -> "three", 41 -> "41"."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else f"{number:,}"


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "one account", "three accounts"."""
    return f"{in_words(number)} {one if number == 1 else many or one + 's'}"


def as_sentence(words: str) -> str:
    """With a capital at the beginning; the rest as it is."""
    return words[:1].upper() + words[1:]


def siglum(place: int) -> str:
    """The letter an account goes by, as in a critical edition: A, B, … Z, AA, AB, …"""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def date_in_words(edtf: str) -> str:
    """An EDTF date as a historian writes it; what is not understood stays as it is."""
    if "/" in edtf:
        return _interval(*edtf.split("/", 1))
    return _single(edtf)


def _interval(start: str, end: str) -> str:
    if start in ("", ".."):
        return f"until {_single(end)}"
    if end in ("", ".."):
        return f"from {_single(start)}"
    first, last = _single(start), _single(end)
    if start[:7] == end[:7] and len(start) == len(end) == 10:
        return f"{int(start[8:])}–{last}"
    if start[:4] == end[:4] and len(start) > 4 and start[4] == "-":
        first = first.removesuffix(f" {start[:4]}")
    return f"{first} to {last}" if " " in first or " " in last else f"{first}–{last}"


def _single(edtf: str) -> str:
    bare, mark = re.fullmatch(r"(.*?)([~?%]*)", edtf, re.DOTALL).groups()  # type: ignore[union-attr]
    prefix = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}.get(mark, "")
    return prefix + _plain(bare)


def _plain(edtf: str) -> str:
    if decade := re.fullmatch(r"(\d{3})X", edtf):
        return f"the {decade[1]}0s"
    if century := re.fullmatch(r"(\d{2})XX", edtf):
        return f"the {century[1]}00s"
    found = re.fullmatch(r"(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?", edtf)
    if not found:
        return edtf
    year, month, day = found[1], found[2], found[3]
    said = f"{-int(year) + 1} BC" if year.startswith("-") else str(int(year))
    if not month:
        return said
    if month in _SEASONS:
        return f"{_SEASONS[month]} {said}"
    if not 1 <= int(month) <= 12:
        return edtf
    named = f"{_MONTHS[int(month) - 1]} {said}"
    return f"{int(day)} {named}" if day else named


def edtf_of_words(words: str) -> str:
    """EDTF for a date a person typed ("3 December 1920", "December 1920", "1920-12-03"); "" when it is neither."""
    typed = " ".join(words.split()).replace(",", "")
    if re.fullmatch(r"[\d./~?%-]*\d{4}[\d./~?%-]*", typed):
        return typed
    american = re.fullmatch(r"([^\W\d_]{3,})\.? (\d{1,2}) (\d{4})", typed)
    typed = "{1} {0} {2}".format(*american.groups()) if american else typed
    found = re.fullmatch(r"(?:(\d{1,2})\.? )?([^\W\d_]{3,})\.? (\d{4})", typed)
    months = [number for number, month in enumerate(_MONTHS, 1) if found and _begins(month, found[2])]
    if not found or len(months) != 1:
        return ""
    return f"{found[3]}-{months[0]:02d}" + (f"-{int(found[1]):02d}" if found[1] else "")


def _begins(month: str, typed: str) -> bool:
    return month.casefold().startswith(typed.casefold())
