"""The ledgers for a terminal or as JSON: claims, positions, conferences, promises, lineage.

claims(dossier, "Kars", "1918", "1921", as_json=False)
"""

from collections.abc import Iterable, Sequence
from functools import cache

from rich.console import Console
from rich.markup import escape

from dragoman.edtf import day_text
from dragoman.labels import Party
from dragoman.ledgers import (
    Link,
    Position,
    Silence,
    carries,
    conferences_of,
    moves_of,
    positions_of,
    promises_of,
    rests_on,
    silences_of,
)
from dragoman.model import Assertion, DragomanError, Heading, Kind
from dragoman.printing.asked import (
    day_of,
    is_about,
    labels_for,
    labels_of,
    lands_of,
    met_at,
    side_of,
    states_in,
    told_once,
    topic_of,
)
from dragoman.printing.paper import Paper, Piece, counted, in_line, print_json
from dragoman.printing.plain import (
    plain_conference,
    plain_entry,
    plain_link,
    plain_position,
    plain_promise,
    wrong_with,
)
from dragoman.rules.claims import Entry, is_wanted, ledger_of
from dragoman.store import Dossier


def claims(dossier: Dossier, place: str, since: str, until: str, *, as_json: bool) -> None:
    """Who claimed, held, was awarded or renounced a territory, when, by what, and who says so; and the gaps."""
    first, last = day_of(since, 0), day_of(until, 1)
    lands = lands_of(dossier, place)
    topics = [topic_of(dossier, land.id) for land in lands]
    labels = labels_for(dossier, topics)
    entries = told_once(entry for topic in topics for entry in ledger_of(topic, first, last, labels))
    dated = [day for entry in entries for day in (entry.earliest, entry.latest) if day is not None]
    begin, end = (
        first if first is not None else min(dated, default=None),
        last if last is not None else max(dated, default=None),
    )
    gaps = (
        silences_of([(e.earliest, e.latest) for e in entries], begin, end)
        if begin is not None and end is not None
        else ()
    )
    holders = sorted({entry.holder for entry in entries if is_wanted(entry)})
    competing = holders if len(holders) > 1 else []
    if as_json:
        print_json(
            {
                "place": lands[0].label,
                "names": [land.label for land in lands],
                "entries": [plain_entry(dossier, entry) for entry in entries],
                "gaps": [{"from": day_text(gap.earliest), "to": day_text(gap.latest)} for gap in gaps],
                "competing": competing,
            }
        )
        return
    out = Paper(highlight=False)
    out.print(
        f"[bold]{escape(lands[0].label)}[/]" + (f"  [dim]also {escape(_listed(lands[1:]))}[/]" if lands[1:] else "")
    )
    lines = [(entry.earliest, _claim_line(dossier, entry)) for entry in entries]
    lines += [(gap.earliest, _gap_line(gap)) for gap in gaps]
    out.lines(line for _, line in sorted(lines, key=lambda pair: (pair[0] is None, pair[0] or 0)))
    if not entries:
        out.print("  no account says who claimed, held or gave it" + (" in that time" if since or until else ""))
    if competing:
        out.print(
            f"  [cyan]competing claims[/] for {escape(', '.join(competing))}: that is no contradiction", soft_wrap=True
        )


def positions(dossier: Dossier, actor: str, thing: str, *, as_json: bool) -> None:
    """What a party demanded, offered, refused and accepted, of one thing or of all, and how its position moved."""
    labels = labels_of(dossier)
    side = side_of(dossier, actor)
    found = [
        one for one in positions_of(dossier.assertions, labels, side) if not thing or is_about(dossier, one.said, thing)
    ]
    met = met_at(dossier, labels)
    moves = moves_of(found)
    if as_json:
        print_json(
            {
                "actor": side,
                "on": thing or None,
                "positions": [plain_position(dossier, one, met.get(one.said.id, "")) for one in found],
                "moves": [{"before": m.before.said.id, "after": m.after.said.id, "why": m.why} for m in moves],
            }
        )
        return
    out = Paper(highlight=False)
    out.print(f"[bold]{escape(side)}[/]" + (f" on {escape(thing)}" if thing else ""))
    if not found:
        out.print(
            "  no account tells a position of this party" + (f" in words that name {escape(thing)}" if thing else "")
        )
    for one in found:
        at = met.get(one.said.id, "")
        out.print(_position_line(dossier, one) + (f" [dim]at the {escape(_bare(at))}[/]" if at else ""), soft_wrap=True)
        _quote(out, dossier, one.said)
    for move in moves:
        out.print(
            f"  [cyan]moved[/] {escape(_who(move.before.party))} {escape(move.before.stance)} →"
            f" {escape(_who(move.after.party))} {escape(move.after.stance)}: {move.why}",
            soft_wrap=True,
        )


def conferences(dossier: Dossier, *, as_json: bool) -> None:
    """For each conference its parties, delegates, what each side wanted and gave, and what came out."""
    found = conferences_of(dossier.assertions, labels_of(dossier), dossier.headings)
    if as_json:
        print_json([plain_conference(dossier, one) for one in found])
        return
    out = Paper(highlight=False)
    if not found:
        out.print("no account tells of a conference")
    for one in found:
        out.print(f"[bold]{escape(one.label)}[/]  {escape(', '.join(one.dates))}", soft_wrap=True)
        for word, names in (("in", one.places), ("parties", one.parties), ("delegates", one.delegates)):
            if names:
                out.print(f"  {word}: {escape(', '.join(names))}", soft_wrap=True)
        out.print(f"  [dim]told by {escape(_listed_accounts(dossier, one.told_by))}[/]")
        for part in one.parts:
            out.print(_position_line(dossier, part.position), soft_wrap=True)
            _quote(out, dossier, part.position.said, part.why)
        for outcome in one.outcomes:
            out.print(f"  [green]came out[/] {escape(outcome.what)}", soft_wrap=True)
            _quote(out, dossier, outcome.said, outcome.why)


def promises(dossier: Dossier, *, as_json: bool) -> None:
    """What was promised, by whom, to whom, under what, on what condition, kept or not, and who says so."""
    found = promises_of(dossier.assertions, labels_of(dossier), states_in(dossier))
    if as_json:
        print_json([plain_promise(dossier, one) for one in found])
        return
    out = Paper(highlight=False)
    if not found:
        out.print("no account tells of a promise")
    for one in found:
        by, to = ", ".join(one.by) or "somebody", ", ".join(one.to)
        under = f", under {one.under}" if one.under else ""
        out.print(
            f"[bold]{escape(one.what)}[/]: {escape(by)}{escape(' to ' + to if to else '')}{escape(under)}",
            soft_wrap=True,
        )
        if one.state:
            out.print(f"    {escape(one.state)}", soft_wrap=True)
        if one.condition:
            out.print(f"    condition: “{escape(one.condition)}”", soft_wrap=True)
        out.print(f"    kept: {one.kept or 'no account says'}")
        for said in (one.said, *one.on_the_word_of):
            _quote(out, dossier, said)


def lineage(dossier: Dossier, instrument: str, *, as_json: bool) -> None:
    """What an instrument rests on and what that rests on, with the chain of quotes; and what rests on it."""
    heading = dossier.heading(instrument)
    if heading.kind != Kind.INSTRUMENT:
        raise DragomanError(f"“{heading.label}” is a {heading.kind}, not an instrument: name a treaty, a draft, a pact")
    topics = cache(lambda ident: topic_of(dossier, ident))
    below, above = rests_on(heading.id, topics), carries(heading.id, topics)
    if as_json:
        links = {"rests_on": below, "carries": above}
        print_json(
            {"instrument": heading.label}
            | {key: [plain_link(dossier, one) for one in found] for key, found in links.items()}
        )
        return
    out = Paper(highlight=False)
    out.print(f"[bold]{escape(heading.label)}[/]{f', {heading.edtf}' if heading.edtf else ''}")
    _tree(out, dossier, below, "rests on, as the accounts tell it", "no account says what it rests on")
    _tree(out, dossier, above, "is what these rest on", "no account says that anything rests on it")


def _gap_line(gap: Silence) -> tuple[Piece, ...]:
    return ("  ", ""), (_reach(gap.earliest, gap.latest), "yellow"), ("  no account says", "")


def _claim_line(dossier: Dossier, entry: Entry) -> tuple[Piece, ...]:
    by = f", by {', '.join(entry.instruments)}" if entry.instruments else ""
    said = entry.said
    where = f"{dossier.name_of(said.account)}{_on_the_word_of(said)}: “{in_line(said.quote)}”"
    what = f"{entry.what} {_for(entry)}{by}{f' ({entry.dated_by})' if entry.dated_by else ''}"
    return (f"  {_reach(entry.earliest, entry.latest)}  {what}\n      ", ""), (where, "dim")


def _for(entry: Entry) -> str:
    doers = ("held", "renounced", "did not hold")
    return f"by {entry.holder}" if entry.what.rpartition(": ")[2] in doers else f"for {entry.holder}"


def _reach(earliest: int | None, latest: int | None) -> str:
    if earliest is None or latest is None:
        return "no time given"
    first, last = day_text(earliest), day_text(latest)
    if first.endswith("-01-01") and last.endswith("-12-31") and first[:4] == last[:4]:
        return first[:4]
    return first if first == last else f"{first} to {last}"


def _position_line(dossier: Dossier, one: Position) -> str:
    what = f": {', '.join(one.what)}" if one.what else ""
    when = f"{_reach(one.earliest, one.latest)}  " if one.earliest is not None else ""
    return f"  {when}{escape(f'{_who(one.party)} {one.stance}{what}')}"


def _who(party: Party) -> str:
    return f"{party.name} (for {party.side})" if party.side and party.side != party.name else party.name


def _bare(label: str) -> str:
    return label.removeprefix("the ").removeprefix("The ")


def _quote(out: Console, dossier: Dossier, said: Assertion, why: str = "") -> None:
    who = f"{dossier.name_of(said.account)}{_on_the_word_of(said)}"
    because = f"  ({why})" if why else ""
    out.print(f"      [dim]{escape(who)}: “{escape(in_line(said.quote))}”{escape(because)}[/]", soft_wrap=True)


def _on_the_word_of(said: Assertion) -> str:
    return f", on the word of {said.attribution.who}" if said.attribution.voices else ""


def _tree(out: Console, dossier: Dossier, links: Sequence[Link], title: str, none: str) -> None:
    out.print(f"  [cyan]{title}[/]" if links else f"  [dim]{none}[/]")
    for link in links:
        indent = "    " * (link.depth + 1)
        out.print(f"{indent}{escape(f'{link.later.label} {link.relation} {link.earlier.label}')}", soft_wrap=True)
        for said in link.said:
            out.print(
                f"{indent}    [dim]{escape(dossier.name_of(said.account))}: “{escape(in_line(said.quote))}”[/]",
                soft_wrap=True,
            )
        for wrong in wrong_with(dossier, link):
            out.print(f"{indent}    [red]{escape(wrong)}[/]", soft_wrap=True)


def _listed(headings: Sequence[Heading]) -> str:
    return ", ".join(one.label for one in headings)


def _listed_accounts(dossier: Dossier, said: Iterable[Assertion]) -> str:
    accounts = list(dict.fromkeys(dossier.name_of(one.account) for one in said))
    return f"{counted(len(accounts), 'account')}: {', '.join(accounts)}"
