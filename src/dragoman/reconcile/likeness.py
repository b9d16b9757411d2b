"""Whether two names mean one thing, and why.

    why_one(Moscow Treaty, Treaty of Moscow) -> "the same instrument named in two ways"
"""

import re
from functools import lru_cache

import msgspec
from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler

from dragoman.model import AccountId, Date, Kind, Member

_WORD = re.compile(r"[^\W_]+")
_STOP = frozenset("the a an of and to in on at for by with between s his her its their our this that these those said".split())
_PAPERS = frozenset(
    "treaty treaties agreement convention pact draft protocol accord armistice peace alliance declaration act charter"
    " settlement truce note memorandum letter ultimatum compact concordat covenant proclamation final general".split()
)
# These describe an instrument; many have the same, so they do not name it.
_DESCRIBING = frozenset(
    "friendship commerce amity navigation secret mutual assistance preliminary new first second third definitive defensive"
    " offensive separate trade provisional military naval commercial economic financial consular political bilateral joint"
    " formal final previous earlier later own such same draft illegitimate unequal old proposed signed unsigned".split()
)
_LOOSE = frozenset({"treaty", "peace", "agreement", "convention", "pact", "accord", "settlement", "alliance"})
_ALIKE = 0.93


class Named(msgspec.Struct, frozen=True):
    """A name as one account has it, with what else that account says to tell it from others."""

    account: AccountId
    name: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    dated: Date | None = None
    sort: str = ""

    @property
    def member(self) -> Member:
        """The name as a member of a heading."""
        return Member(self.account, self.name)


def keys_of(one: Named) -> frozenset[str]:
    """Keys of which two names for one thing share at least one; names that share none are not compared."""
    keys = {folded(one.name)}
    if one.kind == Kind.INSTRUMENT:
        for name in (one.name, *one.aliases):
            core = core_of(name)
            if core:
                keys.add("core " + " ".join(sorted(core)))
        if one.dated is not None and one.dated.edtf:
            keys.add(f"dated {one.sort} {one.dated.edtf}")
    elif one.kind == Kind.PERSON:
        keys.add("surname " + folded(one.name).split(" ")[-1] if folded(one.name) else "")
    else:
        keys |= {f"key {key}" for key in _known_keys(one.name, one.kind)}
        keys.add("like " + folded(one.name).replace(" ", "")[:4])
    return frozenset(key for key in keys if key)


def why_one(first: Named, second: Named) -> str:
    """The reason for taking two names as one thing; "" if there is none."""
    if first.kind == Kind.INSTRUMENT:
        return _why_one_instrument(first, second)
    if folded(first.name) == folded(second.name):
        return f"the same name: “{first.name}”" if first.account != second.account else f"“{first.name}” names one thing in an account"
    if first.kind == Kind.PERSON:
        return _why_one_person(first, second)
    shared = _known_keys(first.name, first.kind) & _known_keys(second.name, second.kind)
    if shared:
        return f"“{first.name}” and “{second.name}” are names of one thing in the table"
    one, other = folded(first.name), folded(second.name)
    if first.kind == Kind.PLACE and min(len(one), len(other)) >= 6 and JaroWinkler.similarity(one, other) >= _ALIKE and " " not in one + other:
        return f"“{first.name}” and “{second.name}” are two spellings of one name"
    return ""


def folded(name: str) -> str:
    """A name without case, accents, articles and possessive endings."""
    words = _WORD.findall(anyascii(re.sub(r"[’']s\b", "", name)).casefold())
    return " ".join(word for word in words if word not in _STOP)


def core_of(name: str) -> frozenset[str]:
    """What an instrument is called beside its sort: the Treaty of Moscow and the Moscow Treaty of 1921 have {moscow}."""
    return frozenset(
        word for word in folded(name).split() if word not in _PAPERS and word not in _DESCRIBING and not word[0].isdigit() and word not in _MONTHS
    )


_MONTHS = frozenset("january february march april may june july august september october november december".split())


def _why_one_instrument(first: Named, second: Named) -> str:
    if not _dates_allow(first.dated, second.dated):
        return ""
    for one in (first.name, *first.aliases):
        for other in (second.name, *second.aliases):
            core = core_of(one)
            if core and core == core_of(other) and _sorts_allow(first.sort, second.sort) and _years_allow(one, other):
                return f"“{first.name}” and “{second.name}” name one instrument" if first.name != second.name else f"the same name: “{first.name}”"
    if first.account != second.account and first.sort == second.sort and not core_of(first.name) and not core_of(second.name):
        one, other = first.dated, second.dated
        if one is not None and other is not None and one.edtf and one.edtf == other.edtf and len(one.edtf) >= 7:
            return f"both are a {first.sort} of {one.edtf}: “{first.name}” and “{second.name}”"
    return ""


def _sorts_allow(one: str, other: str) -> bool:
    return one == other or {one, other} <= _LOOSE or "other" in (one, other)


def _years_allow(one: str, other: str) -> bool:
    """The treaties of Paris of 1783 and 1814 are two."""
    first, second = re.findall(r"\b1[0-9]{3}\b|\b20[0-9]{2}\b", one), re.findall(r"\b1[0-9]{3}\b|\b20[0-9]{2}\b", other)
    return not first or not second or bool(set(first) & set(second))


def _dates_allow(one: Date | None, other: Date | None) -> bool:
    """Two instruments of one name are two if their dates lie more than a year apart; less may be a disagreement."""
    if one is None or other is None or None in (one.earliest, one.latest, other.earliest, other.latest):
        return True
    return not (one.latest + 366 < other.earliest or other.latest + 366 < one.earliest)  # type: ignore[operator]


def _why_one_person(first: Named, second: Named) -> str:
    one, other = folded(first.name).split(), folded(second.name).split()
    if not one or not other or one[-1] != other[-1]:
        return ""
    givens = list(zip(one[:-1], other[:-1], strict=False))
    if all(a[0] == b[0] and (len(a) == 1 or len(b) == 1 or a == b) for a, b in givens):
        return f"“{first.name}” and “{second.name}”: the same surname, and nothing that tells them apart"
    return ""


@lru_cache(maxsize=4096)
def _known_keys(name: str, kind: Kind) -> frozenset[str]:
    """The keys under which the tables of polities and places know a name."""
    return frozenset()
