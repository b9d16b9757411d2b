"""Why a thing was drafted or concluded, for a terminal or as JSON.

why(dossier, "4f0a…")       the sentence, the hand, and the words that decided each slot
try_out("No treaty was signed.")   what a sentence would now say
"""

import sys
from typing import Any

import msgspec
from rich.console import Console
from rich.markup import escape

from dragoman.model import (
    Account,
    AccountId,
    Assertion,
    DragomanError,
    Finding,
    Passage,
    PassageRole,
    Provenance,
    Span,
    Testimony,
)
from dragoman.notation import write as notation
from dragoman.store import Dossier


def why(dossier: Dossier, asked: str, *, as_json: bool) -> None:
    """The proof of an assertion or a finding, by its id or the beginning of it."""
    found = _asked(dossier, asked)
    if as_json:
        sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n")
    elif isinstance(found, Assertion):
        _assertion(Console(highlight=False), found, dossier.account(found.account))
    else:
        _finding(Console(highlight=False), dossier, found)


def try_out(sentence: str, *, as_json: bool) -> None:
    """What the program drafts from a sentence as it stands now: for whoever adds a word to a table."""
    from dragoman.extractors import EXTRACTORS
    from dragoman.verify import verified

    if not sentence.strip():
        raise DragomanError("nothing to try: give a sentence in quotation marks")
    whole = (Passage(Span(0, len(sentence)), PassageRole.PARAGRAPH),)
    account = Account(AccountId("try"), "try", "", sentence, whole, Provenance(), "text", "")
    testimony = Testimony(account, whole)
    for extract in EXTRACTORS:
        testimony = testimony.plus(verified(account, extract(testimony)))
    if as_json:
        sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(testimony.assertions), indent=2) + b"\n")
        return
    out = Console(highlight=False)
    if not testimony.assertions:
        out.print("nothing: no word of it tells an act in the tables, and the learned reader finds none")
    for one in testimony.assertions:
        _assertion(out, one, account)


def _asked(dossier: Dossier, asked: str) -> Assertion | Finding:
    everything: list[Any] = [*dossier.assertions, *dossier.findings]
    found = [one for one in everything if one.id.startswith(asked)] if asked else []
    if len(found) == 1 or (found and found[0].id == asked):
        return found[0]  # type: ignore[no-any-return]
    if found:
        raise DragomanError(f"'{asked}' begins {len(found)} ids: give more of it, as `dragoman show --json` has them")
    raise DragomanError(
        f"no assertion or finding '{asked}': `dragoman show NAME --json` and `compare --json` have the ids"
    )


def _assertion(out: Console, one: Assertion, account: Account) -> None:
    out.print(f"[bold]{escape(notation(one))}[/]", soft_wrap=True)
    out.print(f"  hand: {one.found_by}, sure {one.confidence:.2f}   [dim]{one.id}[/]")
    for mark in one.marks:
        out.print(f"  {mark.kind}: “{escape(mark.words)}” at {_place(account, mark.span)}")
    for participant in one.participants:
        where = f"“{escape(_words(account, participant.span))}” at {_place(account, participant.span)}"
        stands = where if participant.span else "supplied by the grammar"
        out.print(f"  {participant.role}: {escape(participant.name)}, {stands}", soft_wrap=True)
    if one.when is not None:
        out.print(f"  date: “{escape(one.when.text)}” is {one.when.edtf} ({one.when.basis}, {one.when.calendar})")
        if one.when.because is not None:
            out.print(f"    from “{escape(_words(account, one.when.because))}” at {_place(account, one.when.because)}")
    for evidence in one.evidence[1:]:
        out.print(f"  leans on: “{escape(evidence.quote)}” at {_place(account, evidence.span)}", soft_wrap=True)


def _finding(out: Console, dossier: Dossier, finding: Finding) -> None:
    out.print(f"[bold]{finding.verdict}[/] {escape(finding.sentence)}", soft_wrap=True)
    out.print(f"  rule: {finding.rule}, field: {finding.field or 'none'}, {finding.sources} independent sources")
    for reason in finding.reasons:
        out.print(f"  because {escape(reason)}", soft_wrap=True)
    for id_ in finding.assertions:
        one = dossier.assertion(id_)
        account = dossier.account(one.account)
        place = _place(account, one.span)
        out.print(f"  rests on {one.id} {escape(account.name)}:{place} “{escape(one.quote)}”", soft_wrap=True)
    out.print("  to change it: reject or correct one of these, or say that two names are the same or different")


def _words(account: Account, span: Span | None) -> str:
    return " ".join(account.text[span.start : span.end].split()) if span else ""


def _place(account: Account, span: Span | None) -> str:
    if span is None:
        return ""
    before = account.text[: span.start]
    return f"{before.count(chr(10)) + 1}:{span.start - before.rfind(chr(10))}"
