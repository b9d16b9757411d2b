"""The notation: an assertion as one line of text, both ways.

    moscow treaty | based on | moscow draft ; says author <- "was based on the draft friendship agreement"
    first moscow conference | not signed | treaty ; 1920-08 ; says author <- "no treaty was signed at the time"

Subject, verb and object stand first; then, parted by ";", the other roles, the date, the modality, and on whose word.
"""

import json
import re
from collections.abc import Iterable

import msgspec

from dragoman.model import RELATIONS, Assertion, Attribution, DragomanError, Modality, Polarity, Predicate, Role, Voice

VERBS: dict[Predicate, str] = {
    Predicate.NEGOTIATION: "negotiated",
    Predicate.DRAFT: "drafted",
    Predicate.SIGNATURE: "signed",
    Predicate.RATIFICATION: "ratified",
    Predicate.ENTRY_INTO_FORCE: "brought into force",
    Predicate.ANNULMENT: "annulled",
    Predicate.RECOGNITION: "recognised",
    Predicate.NON_RECOGNITION: "withheld recognition of",
    Predicate.TERRITORIAL_CLAIM: "claimed",
    Predicate.CESSION: "ceded",
    Predicate.OCCUPATION: "occupied",
    Predicate.COMMITMENT: "committed to",
    Predicate.DEMAND: "demanded of",
    Predicate.REFUSAL: "refused",
    Predicate.ACCEPTANCE: "accepted",
    Predicate.STATEMENT: "stated to",
    Predicate.APPOINTMENT: "appointed",
    Predicate.VIOLENCE: "used force on",
    Predicate.MEDIATION_OFFER: "offered mediation to",
    Predicate.REGIME_CHANGE: "changed regime",
    Predicate.BASED_ON: "based on",
    Predicate.AMENDS: "amends",
    Predicate.CONFIRMS: "confirms",
    Predicate.SUPERSEDES: "supersedes",
    Predicate.ANNULS: "annuls",
    Predicate.IMPLEMENTS: "implements",
    Predicate.PART_OF: "part of",
    Predicate.RECOGNISES: "recognises",
    Predicate.REFERS_TO: "refers to",
}

# The role that stands where the object stands; every other role is named.
OBJECTS: dict[Predicate, Role] = {
    Predicate.NEGOTIATION: Role.COUNTERPARTY,
    Predicate.DRAFT: Role.INSTRUMENT,
    Predicate.SIGNATURE: Role.INSTRUMENT,
    Predicate.RATIFICATION: Role.INSTRUMENT,
    Predicate.ENTRY_INTO_FORCE: Role.INSTRUMENT,
    Predicate.ANNULMENT: Role.INSTRUMENT,
    Predicate.RECOGNITION: Role.TARGET,
    Predicate.NON_RECOGNITION: Role.TARGET,
    Predicate.TERRITORIAL_CLAIM: Role.TERRITORY,
    Predicate.CESSION: Role.TERRITORY,
    Predicate.OCCUPATION: Role.TERRITORY,
    Predicate.COMMITMENT: Role.BENEFICIARY,
    Predicate.DEMAND: Role.RECIPIENT,
    Predicate.REFUSAL: Role.TARGET,
    Predicate.ACCEPTANCE: Role.TARGET,
    Predicate.STATEMENT: Role.RECIPIENT,
    Predicate.APPOINTMENT: Role.APPOINTEE,
    Predicate.VIOLENCE: Role.TARGET,
    Predicate.MEDIATION_OFFER: Role.RECIPIENT,
    Predicate.REGIME_CHANGE: Role.TARGET,
}

_PREDICATES = {verb: predicate for predicate, verb in VERBS.items()}
_POLARITY = {Polarity.POS: "", Polarity.NEG: "not ", Polarity.PARTIAL: "partly "}
_NOBODY = "?"
# What may stand bare: nothing that parts the line, no quotation mark, no space at the ends, no line end of any kind.
_SPECIAL = re.compile(r'[|;,"<>()\\\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]|^\s|\s$|^$|^\?$')
_BARE_DATE = re.compile(r"[-0-9XY\[{./][-0-9XYETSWZ:\[\]{}~?%/.]*")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_LINE_ENDS = re.compile("[\x7f\x85\u2028\u2029\ud800-\udfff]")
_SAID = re.compile(r'(?P<who>"(?:[^"\\]|\\.)*"|[^"()]*?)(?: \((?P<medium>"(?:[^"\\]|\\.)*"|[^"()]*)\))?')


class Line(msgspec.Struct, frozen=True):
    """What the notation holds of an assertion. `participants` are (role, name) pairs in the order of the roles."""

    predicate: Predicate
    participants: tuple[tuple[Role, str], ...] = ()
    subtype: str = ""
    polarity: Polarity = Polarity.POS
    modality: Modality = Modality.ACTUAL
    date: str = ""
    voices: tuple[tuple[str, str], ...] = ()
    quote: str = ""

    def of(self, role: Role) -> tuple[str, ...]:
        """The names in this role."""
        return tuple(name for its, name in self.participants if its == role)


def line_of(assertion: Assertion) -> Line:
    """What the notation holds of this assertion."""
    return Line(
        predicate=assertion.predicate,
        participants=_in_order((p.role, p.name) for p in assertion.participants),
        subtype=assertion.subtype,
        polarity=assertion.polarity,
        modality=assertion.modality,
        date=assertion.when.edtf if assertion.when else "",
        voices=_pairs(assertion.attribution),
        quote=assertion.quote,
    )


def write(assertion: Assertion | Line) -> str:
    """The assertion as one line; `read` gives back its `line_of`."""
    line = assertion if isinstance(assertion, Line) else line_of(assertion)
    subject, other = _ends(line.predicate)
    head = (_names(line.of(subject)), _POLARITY[line.polarity] + VERBS[line.predicate], _names(line.of(other)))
    parts = [f"{role} {_names(line.of(role))}" for role in Role if line.of(role) and role not in (subject, other)]
    if line.subtype:
        parts.append(f"subtype {_word(line.subtype)}")
    if line.date:
        parts.append(line.date if _BARE_DATE.fullmatch(line.date) else _string(line.date))
    if line.modality != Modality.ACTUAL:
        parts.append(f"modality {line.modality}")
    parts.append(f"says {_voices(line.voices)}")
    return " ; ".join((" | ".join(head), *parts)) + (f" <- {_string(line.quote)}" if line.quote else "")


def read(line: str) -> Line:
    """What a line in the notation says; a DragomanError that quotes the part we cannot read."""
    said, _, quote = _halves(line.strip(" "))
    head, *parts = _split(said, ";")
    subject, verb, other = _three(head)
    polarity, predicate = _verb(verb)
    ends = _ends(predicate)
    found: dict[str, str] = {}
    participants = [(ends[0], name) for name in _read_names(subject)] + [(ends[1], name) for name in _read_names(other)]
    for part in parts:
        key, value = _key(part)
        if key in _ROLES:
            participants += [(Role(key), name) for name in _read_names(value)]
        elif key in found:
            raise DragomanError(f"the notation says '{key}' twice: {line!r}; leave one of them")
        else:
            found[key] = value
    return Line(
        predicate=predicate,
        participants=_in_order(participants),
        subtype=_read_word(found.get("subtype", "")),
        polarity=polarity,
        modality=_modality(found.get("modality", "actual")),
        date=_read_word(found.get("date", "")),
        voices=_read_voices(found.get("says", "author")),
        quote=_read_word(quote),
    )


def written(attribution: Attribution) -> str:
    """An attribution as in the notation: `author`, or `The Times > Chicherin (letter)`, outermost first."""
    return _voices(_pairs(attribution))


def attribution(text: str) -> Attribution:
    """The attribution that `written` wrote."""
    return Attribution(tuple(Voice(who, medium) for who, medium in _read_voices(text)))


_ROLES = frozenset(Role)
_KEYS = frozenset({"subtype", "modality", "says"}) | _ROLES


def _ends(predicate: Predicate) -> tuple[Role, Role]:
    return (Role.SUBJECT, Role.OBJECT) if predicate in RELATIONS else (Role.AGENT, OBJECTS[predicate])


def _in_order(participants: Iterable[tuple[Role, str]]) -> tuple[tuple[Role, str], ...]:
    order = list(Role)
    return tuple(sorted(participants, key=lambda pair: order.index(pair[0])))


def _pairs(said: Attribution) -> tuple[tuple[str, str], ...]:
    return tuple((voice.who, voice.medium) for voice in said.voices)


# ---- writing -----------------------------------------------------------------------------------------------------


def _string(text: str) -> str:
    """In quotation marks and on one line, whatever it holds."""
    return _LINE_ENDS.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))


def _word(text: str) -> str:
    return _string(text) if _SPECIAL.search(text) else text


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(_word(name) for name in names) or _NOBODY


def _voices(voices: tuple[tuple[str, str], ...]) -> str:
    if not voices:
        return "author"
    # A voice that is called "author" is not the author's own voice.
    said = (_string(who) if who == "author" else _word(who) for who, _ in voices)
    return " > ".join(
        who + (f" ({_word(medium)})" if medium else "") for who, (_, medium) in zip(said, voices, strict=True)
    )


# ---- reading -----------------------------------------------------------------------------------------------------


def _split(text: str, mark: str) -> list[str]:
    """The parts between these marks, where the mark does not stand in quotation marks."""
    parts, start, at = [], 0, 0
    while at < len(text):
        if string := _STRING.match(text, at):
            at = string.end()
        elif text.startswith(mark, at):
            parts.append(text[start:at])
            at = start = at + len(mark)
        else:
            at += 1
    return [part.strip(" ") for part in (*parts, text[start:])]


def _halves(line: str) -> tuple[str, str, str]:
    said, *quotes = _split(line, "<-")
    if len(quotes) > 1:
        raise DragomanError(f"the notation has more than one quote: {line!r}; write one after '<-'")
    return said, "<-", quotes[0] if quotes else ""


def _three(head: str) -> tuple[str, str, str]:
    ends = _split(head, "|")
    if len(ends) != 3:
        raise DragomanError(f"the notation needs 'subject | verb | object', not {head!r}; write '?' for nobody")
    return ends[0], ends[1], ends[2]


def _verb(words: str) -> tuple[Polarity, Predicate]:
    for polarity in (Polarity.NEG, Polarity.PARTIAL, Polarity.POS):
        rest = words.removeprefix(_POLARITY[polarity])
        if words.startswith(_POLARITY[polarity]) and rest in _PREDICATES:
            return polarity, _PREDICATES[rest]
    raise DragomanError(f"the notation has no verb {words!r}; it knows {', '.join(sorted(_PREDICATES))}")


def _key(part: str) -> tuple[str, str]:
    key, _, value = part.partition(" ")
    if key in _KEYS:
        return key, value
    if _STRING.fullmatch(part) or _BARE_DATE.fullmatch(part):
        return "date", part
    raise DragomanError(
        f"the notation cannot read {part!r}; write a role and a name, a date in EDTF, or 'says' and who"
    )


def _modality(word: str) -> Modality:
    try:
        return Modality(word)
    except ValueError:
        raise DragomanError(f"the notation has no modality {word!r}; it knows {', '.join(Modality)}") from None


def _read_word(text: str) -> str:
    if not text.startswith('"'):
        return text
    try:
        return str(json.loads(text, strict=False))
    except ValueError:
        raise DragomanError(f"the notation cannot read the quoted words {text!r}; close the quotation mark") from None


def _read_names(text: str) -> list[str]:
    return [] if text == _NOBODY else [_read_word(name) for name in _split(text, ",")]


def _read_voices(text: str) -> tuple[tuple[str, str], ...]:
    return () if text == "author" else tuple(_read_voice(voice) for voice in _split(text, ">"))


def _read_voice(text: str) -> tuple[str, str]:
    match = _SAID.fullmatch(text)
    if not match:
        raise DragomanError(f"the notation cannot read on whose word: {text!r}; write 'who' or 'who (medium)'")
    return _read_word(match["who"]), _read_word(match["medium"] or "")
