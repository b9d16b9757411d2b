"""What a dossier says, for a terminal or as JSON.

show(dossier, "Treaty of Moscow", as_json=False)
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TextColumn

from dragoman.edtf import bounds
from dragoman.model import Account, Assertion, DragomanError, Finding, Heading, Kind, Verdict
from dragoman.notation import write as notation
from dragoman.printing.paper import Paper, Piece, counted, in_line, print_json
from dragoman.rules.standing import standing_of
from dragoman.store import Dossier

_LEADING = (
    Verdict.CONTRADICTED,
    Verdict.IMPOSSIBLE,
    Verdict.CORROBORATED,
    Verdict.REFINED,
    Verdict.COMPLEMENTED,
    Verdict.OPPOSED_POSITIONS,
    Verdict.COMPETING_CLAIMS,
    Verdict.LATER_CHANGE,
    Verdict.PLAN_AND_OUTCOME,
    Verdict.REPORTED_BELIEF,
    Verdict.OTHER_SCOPE,
    Verdict.SINGLE_SOURCED,
)
_COLOURS = {
    Verdict.CONTRADICTED: "bold red",
    Verdict.IMPOSSIBLE: "red",
    Verdict.CORROBORATED: "green",
    Verdict.REFINED: "green",
}


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """A bar on stderr when the build takes longer than a second; what is yielded is told how far it is."""
    console = Console(stderr=True)
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
        console=console,
        transient=True,
    )
    began = time.monotonic()
    task = bar.add_task("reading", total=1)

    def told(what: str, done: int, all_: int) -> None:
        if time.monotonic() - began > 1 and console.is_terminal and not bar.live.is_started:
            bar.start()
        bar.update(task, description=escape(what[:40]), completed=done, total=all_)

    try:
        yield told
    finally:
        # One that never started would still end with an empty line.
        if bar.live.is_started:
            bar.stop()


def built(dossier: Dossier, *, as_json: bool) -> None:
    """What a build found, in a few lines."""
    verdicts = Counter(str(finding.verdict) for finding in dossier.findings)
    if as_json:
        print_json(
            {
                "folder": str(dossier.folder),
                "accounts": len(dossier.accounts),
                "assertions": len(dossier.assertions),
                "findings": dict(verdicts),
                "problems": len(dossier.problems),
            }
        )
        return
    out = Paper(highlight=False)
    out.print(f"{counted(len(dossier.accounts), 'account')}, {counted(len(dossier.assertions), 'assertion')} drafted")
    for verdict in (Verdict.CONTRADICTED, Verdict.IMPOSSIBLE, Verdict.CORROBORATED, Verdict.REFINED):
        if verdicts[verdict]:
            out.print(f"  [{_COLOURS[verdict]}]{verdicts[verdict]:4} {verdict}[/]")
    if dossier.problems:
        out.print(f"  {len(dossier.problems):4} problems with the material: see `dragoman problems`")


def show(dossier: Dossier, name: str, *, as_json: bool) -> None:
    """An account's assertions, or all that is said of a thing; without a name, what there is."""
    if not name:
        _overview(dossier, as_json=as_json)
        return
    account = _account(dossier, name)
    findings: Sequence[Finding] = ()
    if account is not None:
        said: Sequence[Assertion] = dossier.testimony(account.id).assertions
        title = account.name
    else:
        heading = dossier.heading(name)
        said, findings = dossier.assertions_about(heading.id), dossier.findings_about(heading.id)
        title = heading.label
    if as_json:
        print_json(
            {
                "name": title,
                "assertions": [_flat(dossier, one) for one in said],
                "findings": [_finding(dossier, one) for one in findings],
            }
        )
        return
    out = Paper(highlight=False)
    names = {one.id: one.name for one in dossier.accounts}
    out.print(f"[bold]{escape(title)}[/]")
    for one in said:
        out.print(f"  [dim]{escape(names[one.account])}[/] {escape(notation(one))}", soft_wrap=True)
    for finding in findings:
        _print_finding(out, dossier, finding)


def compare(dossier: Dossier, accounts: Sequence[str], *, as_json: bool) -> None:
    """The findings, the gravest first; between the named accounts only, where some are named."""
    wanted = {dossier.account(name).id for name in accounts}
    if len(wanted) == 1:
        raise DragomanError(f"nothing to compare '{accounts[0]}' with: name two accounts or more, or none for all")
    found = [one for one in dossier.findings if one.verdict in _LEADING and _among(dossier, one, wanted)]
    found.sort(key=lambda one: (_LEADING.index(one.verdict), one.rule != "lineage", -one.confidence))
    if as_json:
        print_json([_finding(dossier, one) for one in found])
        return
    out = Paper(highlight=False)
    told = _once(dossier, found)
    if not told:
        out.print("nothing to lay side by side: in what was drafted the accounts do not speak of the same things")
    for finding, more in told:
        _print_finding(out, dossier, finding)
        if more:
            out.print(f"    [dim]and {counted(more, 'more pair')} of quotes: `dragoman show` has all, or --json[/]")


def _once(dossier: Dossier, findings: Sequence[Finding]) -> list[tuple[Finding, int]]:
    """One finding for each matter and verdict, with how many more there are; an account repeating itself is no news."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for one in findings:
        accounts = {dossier.assertion(id_).account for id_ in one.assertions}
        if len(accounts) > 1 or one.verdict in (Verdict.IMPOSSIBLE, Verdict.SINGLE_SOURCED):
            agreed = one.verdict in (Verdict.CORROBORATED, Verdict.REFINED, Verdict.COMPLEMENTED)
            key = (one.topic, "agreed" if agreed else str(one.verdict), "" if agreed else one.id)
            groups.setdefault(key, []).append(one)
    return [(group[0], len(group) - 1) for group in groups.values()]


def status(dossier: Dossier, instrument: str, as_of: str, *, as_json: bool) -> None:
    """The standing of an instrument on a day."""
    heading = dossier.heading(instrument)
    if heading.kind != Kind.INSTRUMENT:
        raise DragomanError(f"“{heading.label}” is a {heading.kind}, not an instrument: name a treaty, a draft, a pact")
    day: int | None = None
    if as_of:
        day = bounds(as_of)[1]
        if day is None:
            raise DragomanError(f"'{as_of}' is no day: write it as 1921-03-17, 1921-03 or 1921")
    found = list(standing_of(dossier.topic_near(heading.id), day))
    if as_json:
        print_json(
            {"instrument": heading.label, "as_of": as_of or None, "standing": [_finding(dossier, one) for one in found]}
        )
        return
    out = Paper(highlight=False)
    when = f" as of {as_of}" if as_of else ""
    out.print(f"[bold]{escape(heading.label)}[/]{when}")
    if not found:
        out.print("  no account tells anything of its fate" + (" up to then" if as_of else ""))
    out.lines(line for finding in found for line in _standing_lines(finding))


def _standing_lines(finding: Finding) -> Iterator[tuple[Piece, ...]]:
    yield ((f"  {finding.sentence}", ""),)
    for reason in finding.reasons:
        yield ("      ", ""), (in_line(reason), "dim")


def search(dossier: Dossier, words: str, *, as_json: bool) -> None:
    """What is asserted in quotes that have these words, then the other sentences that have them."""
    hits = dossier.search(words)
    if as_json:
        print_json(hits)
        return
    out = Paper(highlight=False)
    names = {one.id: one.name for one in dossier.accounts}
    if not hits:
        out.print(f"no account has “{escape(words)}”", soft_wrap=True)
    for hit in hits:
        line = notation(dossier.assertion(hit.assertion)) if hit.assertion else in_line(hit.snippet)
        out.print(f"  [dim]{escape(names[hit.account])}[/] {escape(line)}", soft_wrap=True)


def problems(dossier: Dossier, *, as_json: bool) -> None:
    """A line for each problem, as compilers print them."""
    if as_json:
        print_json(dossier.problems)
        return
    out = Paper(highlight=False)
    for problem in dossier.problems:
        out.print(escape(f"{problem.line()} [{problem.level}]"), soft_wrap=True)
    if not dossier.problems:
        out.print("no problems")


def _overview(dossier: Dossier, *, as_json: bool) -> None:
    said_by = Counter(one.account for one in dossier.assertions)
    if as_json:
        print_json(
            [
                {"id": one.id, "name": one.name, "words": len(one.text.split()), "assertions": said_by[one.id]}
                for one in dossier.accounts
            ]
        )
        return
    out = Paper(highlight=False)
    for account in dossier.accounts:
        size = f"{len(account.text.split())} words, {counted(said_by[account.id], 'assertion')}"
        out.print(f"  [bold]{escape(account.name)}[/]  {size}{_origin(account)}", soft_wrap=True)
    instruments = [one for one in dossier.headings if one.kind == Kind.INSTRUMENT]
    for heading in sorted(instruments, key=lambda one: (-len(one.accounts), one.earliest or 10**7, one.label)):
        out.print(f"  {escape(heading.label)}{_dated(heading)}  [dim]{counted(len(heading.accounts), 'account')}[/]")


def _origin(account: Account) -> str:
    title = account.provenance.title
    return f"  [dim]“{escape(title.value)}”[/]" if title else ""


def _dated(heading: Heading) -> str:
    return f", {heading.edtf}" if heading.edtf else ""


def _account(dossier: Dossier, name: str) -> Account | None:
    return next((one for one in dossier.accounts if name in (one.id, one.name, one.path)), None)


def _among(dossier: Dossier, finding: Finding, wanted: set[Any]) -> bool:
    if not wanted:
        return True
    return {dossier.assertion(one).account for one in finding.assertions} <= wanted


def _print_finding(out: Console, dossier: Dossier, finding: Finding) -> None:
    colour = _COLOURS.get(finding.verdict, "cyan")
    field = f" ({finding.field})" if finding.field else ""
    out.print(f"[{colour}]{finding.verdict}{field}[/] {escape(finding.sentence)}", soft_wrap=True)
    for id_ in finding.assertions[:6]:
        one = dossier.assertion(id_)
        out.print(
            f"    [dim]{escape(dossier.account(one.account).name)}:[/] “{escape(in_line(one.quote))}”", soft_wrap=True
        )
    if finding.verdict in (Verdict.CONTRADICTED, Verdict.IMPOSSIBLE):
        for reason in finding.reasons:
            out.print(f"      [dim]- {escape(in_line(reason))}[/]", soft_wrap=True)


def _finding(dossier: Dossier, finding: Finding) -> dict[str, Any]:
    return {**msgspec.to_builtins(finding), "quotes": [dossier.assertion(one).quote for one in finding.assertions]}


def _flat(dossier: Dossier, one: Assertion) -> dict[str, Any]:
    return {**msgspec.to_builtins(one), "account_name": dossier.account(one.account).name, "notation": notation(one)}
