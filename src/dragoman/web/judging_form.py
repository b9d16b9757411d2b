"""What a person decides on a page becomes a judgement.

judgement_of(assertion, account, form) -> Judgement(ruling=CORRECT, changes=(("when", "1920-12-03"),), …)
"""

from collections.abc import Mapping
from datetime import UTC, datetime

from dragoman.judging import anchor_of
from dragoman.model import Account, Assertion, DragomanError, Judgement, Ruling, digest
from dragoman.web.wording import edtf_of_words

LONGEST_NOTE = 4_000


def judgement_of(assertion: Assertion, account: Account, form: Mapping[str, str]) -> Judgement:
    """The judgement a form asks for; a DragomanError in one sentence when it cannot be one."""
    ruling = _ruling(form.get("ruling", ""))
    changes = _changes(form.get("when", "")) if ruling is Ruling.CORRECT else ()
    target = form.get("undoes", "") if ruling is Ruling.UNDO else assertion.id
    if not target:
        raise DragomanError("there is no judgement on this assertion to undo")
    who = " ".join(form.get("who", "").split())[:200]
    if not who:
        raise DragomanError("no name was given: write who decides, so that others know on whose judgement it stands")
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    return Judgement(
        id=digest(at, who, ruling, target, repr(changes)),
        at=at,
        who=who,
        ruling=ruling,
        target=target,
        anchor=anchor_of(assertion, account),
        changes=changes,
        note=form.get("note", "").strip()[:LONGEST_NOTE],
    )


def _ruling(given: str) -> Ruling:
    allowed = (Ruling.ACCEPT, Ruling.CORRECT, Ruling.REJECT, Ruling.UNDO)
    if given not in allowed:
        raise DragomanError("nothing was decided: choose to accept, to correct or to reject")
    return Ruling(given)


def _changes(when: str) -> tuple[tuple[str, str], ...]:
    edtf = edtf_of_words(when)
    if not edtf:
        raise DragomanError(
            f"{when!r} is not a date that can be read: write it like 3 December 1920, 1920-12-03 or 1920-07/1920-08"
        )
    return (("when", edtf),)
