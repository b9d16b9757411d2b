"""Who is who, for a terminal or as JSON, and a person's word on it.

who(dossier, "Kemal")                    the heading, its forms, where each stands, why they were joined
rule(dossier, Ruling.SAME, "Kemal", "Gazi", who="M. K.")   keeps a judgement; the next build follows it
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import msgspec
from rich.console import Console
from rich.markup import escape

from dragoman.comparing import is_paper
from dragoman.judging import in_force
from dragoman.model import Account, DragomanError, Heading, Judgement, Kind, Member, Mention, Ruling, digest
from dragoman.offices import LASTING, offices_called
from dragoman.polities import polities
from dragoman.store import Dossier

# Where a form stands more often than this, a terminal shows the first places only.
_SHOWN = 6
# More pairs than these are two crowds: then it has to be said which account's names are meant.
_MOST_PAIRS = 400
_SHORTEST_WORD = 4


class Form(msgspec.Struct, frozen=True):
    """One wording of a name in one account, and the lines where it stands; `points` counts words that point to it.

    `why` says on what ground the account means the same by another wording.
    """

    account: str
    name: str
    form: str
    lines: tuple[int, ...]
    points: int = 0
    why: str = ""


class Apart(msgspec.Struct, frozen=True):
    """A heading that sounds alike and was not joined, and why not."""

    id: str
    label: str
    kind: str
    why: str


def who(dossier: Dossier, name: str, *, as_json: bool) -> None:
    """The heading of a name: its forms, where each stands, why they are one, and what it was kept apart from."""
    heading = _heading(dossier, name)
    forms, others = tuple(_forms(dossier, heading)), tuple(_apart(dossier, heading))
    if as_json:
        value = {
            "heading": heading, "forms": forms, "stands_for": tuple(_stands_for(forms)), "reasons": heading.reasons,
            "apart": others,
        }  # fmt: skip
        sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n")
        return
    out = Console(highlight=False)
    dated = f", {heading.edtf}" if heading.edtf else ""
    out.print(f"[bold]{escape(heading.label)}[/]  {heading.kind}{dated}  [dim]{heading.id}[/]", soft_wrap=True)
    for form in forms:
        out.print(f"  {_line(form)}", soft_wrap=True)
    for line in _stands_for(forms):
        out.print(f"  stands for {escape(line)}", soft_wrap=True)
    for reason in (*dict.fromkeys(form.why for form in forms if form.why), *heading.reasons):
        out.print(f"  one, because {escape(reason)}", soft_wrap=True)
    for other in others:
        out.print(f"  not {escape(other.label)} ({other.kind}): {escape(other.why)}", soft_wrap=True)
    out.print("  to change it: `dragoman same A B` or `dragoman different A B`, then build again", soft_wrap=True)


def rule(dossier: Dossier, ruling: Ruling, one: str, other: str, *, who: str) -> int:
    """Keeps a person's word that two names are the same or different; returns how many pairs of names it is about.

    "account:name" means the name of one account only.
    """
    first, second = _members(dossier, one), _members(dossier, other)
    pairs = [(a, b) for a in first for b in second if a != b]
    if not pairs:
        raise DragomanError(f"'{one}' and '{other}' are one name of one account: name two")
    if len(pairs) > _MOST_PAIRS:
        raise DragomanError(f"'{one}' and '{other}' stand in too many accounts at once: say which, as ACCOUNT:NAME")
    if ruling is Ruling.SAME:
        # Each name once with the first of the other side; what was ruled otherwise before is overruled by name.
        pairs = [(a, b) for a, b in pairs if a == first[0] or b == second[0] or _parted(dossier, (a, b))]
    for a, b in pairs:
        dossier.judge(_judgement(ruling, _target(a), _target(b), who))
    return len(pairs)


def _judgement(ruling: Ruling, target: str, other: str, who: str) -> Judgement:
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    return Judgement(digest("judgement", now, who, ruling, target, other), now, who, ruling, target, other=other)


def _target(member: Member) -> str:
    """As the concordance reads it."""
    return f"{member.account}:{member.name}"


def _parted(dossier: Dossier, pair: tuple[Member, Member]) -> bool:
    return frozenset(map(_target, pair)) in _ruled_different(dossier)


def _ruled_different(dossier: Dossier) -> set[frozenset[str]]:
    """The pairs of names on which the last word is that they are different."""
    last = {
        frozenset((one.target, one.other)): one.ruling
        for one in in_force(dossier.judgements)
        if one.ruling in (Ruling.SAME, Ruling.DIFFERENT)
    }
    return {pair for pair, ruling in last.items() if ruling is Ruling.DIFFERENT}


def _heading(dossier: Dossier, name: str) -> Heading:
    """The heading of a name, of a wording of it ("Kemal Pasha"), or of ACCOUNT:NAME."""
    members = _found(dossier, name)
    if not members:
        return dossier.heading(name)
    under = {member: heading for heading in _things(dossier) for member in heading.members}
    return under[members[0]]


def _members(dossier: Dossier, name: str) -> Sequence[Member]:
    found = _found(dossier, name)
    if not found:
        heading = dossier.heading(name)
        if heading.kind is Kind.EVENT:
            raise DragomanError(f"“{heading.label}” is an act: judge its tellings where they are shown, in `serve`")
        return heading.members
    return found


def _found(dossier: Dossier, name: str) -> Sequence[Member]:
    """The names of accounts that are called so; failing these, those of which it is another wording."""
    account, _, bare = name.partition(":")
    ids = {one.id for one in dossier.accounts if account.strip() in (one.id, one.name, one.path)} if bare else set()
    asked = (bare if ids else name).strip().casefold()
    every = [m for heading in _things(dossier) for m in heading.members if not ids or m.account in ids]
    found = [member for member in every if member.name.casefold() == asked]
    if found:
        return found
    known = set(every)
    worded: list[Member] = []
    for testimony in dossier.testimonies:
        text = testimony.account.text
        for mention in testimony.mentions:
            member = Member(testimony.account.id, mention.name)
            if member in known and _words(text[mention.span.start : mention.span.end]).casefold() == asked:
                worded.append(member)
    return tuple(dict.fromkeys(worded))


def _things(dossier: Dossier) -> Iterator[Heading]:
    return (heading for heading in dossier.headings if heading.kind is not Kind.EVENT)


def _forms(dossier: Dossier, heading: Heading) -> Iterator[Form]:
    """Every wording in every account, in the order of the text; what only points to it is counted."""
    for member in heading.members:
        testimony = dossier.testimony(member.account)
        lines: dict[str, list[int]] = defaultdict(list)
        why: dict[str, str] = {}
        points = 0
        for mention in sorted(testimony.mentions, key=lambda one: one.span):
            if mention.name != member.name or mention.kind is Kind.DATE:
                continue
            if mention.antecedent is not None:
                points += 1
                continue
            words = _words(testimony.account.text[mention.span.start : mention.span.end])
            lines[words].append(_line_of(testimony.account, mention.span.start))
            why.setdefault(words, _why_here(testimony.account.name, words, mention))
        for number, (words, where) in enumerate(lines.items()):
            yield Form(testimony.account.name, member.name, words, tuple(where), 0 if number else points, why[words])
        if not lines:
            yield Form(testimony.account.name, member.name, member.name, (), points)


def _why_here(account: str, words: str, mention: Mention) -> str:
    """Why an account means by these words what it calls otherwise elsewhere; "" where they are its name."""
    if words.casefold() == mention.name.casefold():
        return ""
    if mention.why == "office":
        return f"{account} gives the office “{words}” to {mention.name}, and to nobody else"
    if mention.kind is Kind.PERSON:
        return f"“{words}” can mean no other person of {account}"
    if mention.kind is Kind.INSTRUMENT:
        return f"“{words}” takes up “{mention.name}” in {account}"
    return f"“{words}” is another form of “{mention.name}” in {account}"


def _stands_for(forms: Sequence[Form]) -> Iterator[str]:
    """The powers that it stands for by the offices among its wordings, with the years of the office."""
    said = dict.fromkeys(office for form in forms for office in offices_called(form.form))
    for one in said:
        yield f"{polities()[one.power].name} as {one.title} ({one.since}-{'' if one.until == LASTING else one.until})"


def _apart(dossier: Dossier, heading: Heading) -> Iterator[Apart]:
    """The headings that share a telling word with this one, or of which a person said that they are others."""
    ruled = _ruled_different(dossier)
    targets = {_target(member) for member in heading.members}
    mine = _telling(heading)
    for other in _things(dossier):
        if other.id == heading.id:
            continue
        said = any(frozenset((one, _target(member))) in ruled for one in targets for member in other.members)
        if said or (mine & _telling(other)):
            yield Apart(other.id, other.label, other.kind, _why_apart(heading, other, said=said))


def _telling(heading: Heading) -> frozenset[str]:
    """The words of its names that others do not all have too: no "treaty", no "the"."""
    words = {word for member in heading.members for word in member.name.casefold().replace("’s", "").split()}
    return frozenset(word for word in words if len(word) >= _SHORTEST_WORD and not is_paper(word))


def _why_apart(one: Heading, other: Heading, *, said: bool) -> str:
    if said:
        return "a person says that they are different"
    if one.kind != other.kind:
        return f"another kind of thing, not {_a(one.kind)}"
    days = (one.earliest, one.latest, other.earliest, other.latest)
    if None not in days and (one.latest < other.earliest or other.latest < one.earliest):  # type: ignore[operator]
        return f"dated {other.edtf}, not {one.edtf}"
    return "they share a word, and nothing else tells that they are one"


def _a(kind: Kind) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _line(form: Form) -> str:
    """One wording for a terminal."""
    shown = ", ".join(map(str, form.lines[:_SHOWN])) + (" …" if len(form.lines) > _SHOWN else "")
    name = f" [dim]({escape(form.name)})[/]" if form.form != form.name else ""
    pointed = f"  [dim]and pointed to {form.points} times[/]" if form.points else ""
    return f"[dim]{escape(form.account)}:{shown}[/] “{escape(form.form)}”{name}{pointed}"


def _line_of(account: Account, start: int) -> int:
    return account.text.count("\n", 0, start) + 1


def _words(text: str) -> str:
    return " ".join(text.split())
