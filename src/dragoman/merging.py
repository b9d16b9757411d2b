"""Another person's judgements taken in, and how far people agree, for a terminal or as JSON.

merge(dossier, Path("their/judgements.jsonl"))   every line that was not here is added; none is changed or dropped
people(dossier)                                  who judged how much, Cohen's kappa, where they differ
"""

import sys
from collections import Counter
from pathlib import Path

import msgspec

from dragoman.judging import ABOUT_ASSERTIONS, LOG, Judged, People, check, in_force, judged, people_of
from dragoman.model import DragomanError, Judgement, Problem
from dragoman.store import Dossier, append, read_log, read_log_file


class Merged(msgspec.Struct, frozen=True):
    """What came of a merge: lines taken and from whom, lines that were here before, and what cannot be used here.

    `lost` are judgements taken that find nothing in these accounts: they stay in the log, and may find it later.
    """

    taken: int
    by: tuple[tuple[str, int], ...]
    known: int
    refused: tuple[str, ...]
    unread: tuple[str, ...]
    lost: tuple[str, ...]
    differences: tuple[str, ...]


def merge(dossier: Dossier, file: Path, *, as_json: bool) -> None:
    """Takes the judgements in and says what came of it; raises DragomanError where the file is not there."""
    found = merged(dossier, file)
    if as_json:
        _print_json(found)
        return
    by = ", ".join(f"{number} by {who}" for who, number in found.by)
    print(
        f"{found.taken} judgement{'' if found.taken == 1 else 's'} taken{f' ({by})' if by else ''}, "
        f"{found.known} were here already"
    )
    for title, lines in (
        ("cannot be used and was left out", found.refused),
        ("cannot be read and was left out", found.unread),
        ("finds nothing in these accounts, and is kept", found.lost),
        ("two people differ, and the line that came last holds until somebody decides", found.differences),
    ):
        for line in lines:
            print(f"  {title}: {line}")
    if found.differences:
        print(f"  to decide: `dragoman serve {dossier.folder}`, Review, “where two people differ”")
    if found.taken:
        print(f"run `dragoman build {dossier.folder}` to follow them")


def merged(dossier: Dossier, file: Path) -> Merged:
    """Adds every judgement of the file that is not in the log; the log's own lines stay as they are."""
    theirs = read_log_file(file / LOG if file.is_dir() else file)
    ours = read_log(dossier.folder).judgements
    known = {one.id for one in ours}
    fresh = tuple({one.id: one for one in theirs.judgements if one.id not in known}.values())
    refused = {one.id: why for one in fresh if (why := _why_not(one))}
    taken = [one for one in fresh if one.id not in refused]
    for one in taken:
        append(dossier.folder, one)
    heard = _heard(dossier, (*ours, *taken))
    new = {one.id for one in taken}
    apart = people_of(in_force(heard.judgements), heard.met).differences
    return Merged(
        taken=len(taken),
        by=tuple(Counter(one.who for one in taken).most_common()),
        known=len(theirs.judgements) - len(fresh),
        refused=tuple(f"{one.id}: {refused[one.id]}" for one in fresh if one.id in refused),
        unread=tuple(problem.message for problem in theirs.problems),
        lost=tuple(_told(one, heard.problems) for one in taken if _is_lost(one, heard)),
        differences=tuple(one.sentence for one in apart if {one.one.id, one.other.id} & new),
    )


def people(dossier: Dossier, *, as_json: bool) -> None:
    """Prints who judged how much, and of every two who judged the same assertions how far they agree."""
    found = people_in(dossier)
    if as_json:
        _print_json(found)
        return
    if not found.judged:
        print("nobody has judged yet")
    for who, number in found.judged:
        print(f"{who}: {number} assertions judged")
    for pair in found.pairs:
        kappa = "no kappa: both always said the same" if pair.kappa is None else f"Cohen's kappa {pair.kappa:.2f}"
        print(f"{pair.one} and {pair.other}: {pair.both} judged by both, {pair.agreed} alike; {kappa}")
        for one in pair.differences:
            print(f"  {one.assertion}: {one.sentence}")


def people_in(dossier: Dossier) -> People:
    """The people in the log as it is now, not as it was at the build."""
    heard = _heard(dossier, dossier.judgements)
    return people_of(in_force(heard.judgements), heard.met)


def _heard(dossier: Dossier, log: tuple[Judgement, ...]) -> Judged:
    return judged([dossier.drafted(one.id) for one in dossier.accounts], log)


def _why_not(judgement: Judgement) -> str:
    try:
        check(judgement)
    except DragomanError as error:
        return str(error)
    return ""


def _is_lost(judgement: Judgement, heard: Judged) -> bool:
    standing = {one.id for one in in_force(heard.judgements)}
    return judgement.ruling in ABOUT_ASSERTIONS and judgement.id in standing and judgement.id not in heard.met


def _told(judgement: Judgement, problems: tuple[Problem, ...]) -> str:
    return next((one.message for one in problems if judgement.id in one.message), judgement.id)


def _print_json(value: object) -> None:
    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n")
