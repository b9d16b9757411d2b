"""What a person decides on a page becomes a judgement.

judgement_of(assertion, account, form) -> Judgement(ruling=CORRECT, changes=(("when", "1920-12-03"),), …)
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from urllib.parse import parse_qsl

from dragoman.edtf import parse
from dragoman.judging import anchor_of, corrected, slots_of
from dragoman.model import Account, Anchor, Assertion, DragomanError, Judgement, Role, Ruling, Span, digest
from dragoman.web.wording import date_in_words, edtf_of_words

LONGEST_NOTE = 4_000
# What lies around words that were picked, so that they are found again among others like them.
AROUND = 60
PLAIN_SLOTS = ("predicate", "subtype", "polarity", "modality", "attribution")


class Form(dict[str, str]):
    """A posted form: one value for each field, and the rows of participants in `parts`."""

    def __init__(self, fields: Mapping[str, str], parts: tuple[tuple[str, str], ...] = ()) -> None:
        """Fields as given; `parts` are (role, name) in the order of the page."""
        super().__init__(fields)
        self.parts = parts

    @classmethod
    def read(cls, body: bytes) -> "Form":
        """What a browser sent."""
        pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=500)
        roles, names = ([value for key, value in pairs if key == wanted] for wanted in ("role", "name"))
        return cls(dict(pairs), tuple(zip(roles, names, strict=False)))


def who_in(form: Mapping[str, str]) -> str:
    """The name of the person who decides; a DragomanError when none was given."""
    who = " ".join(form.get("who", "").split())[:200]
    if not who:
        raise DragomanError("no name was given: write who decides, so that others know on whose judgement it stands")
    return who


def judgement_of(assertion: Assertion, account: Account, form: Form) -> Judgement:
    """The judgement a form asks for; a DragomanError in one sentence when it cannot be one."""
    ruling = _ruling(form.get("ruling", ""))
    if ruling is Ruling.UNDO:
        return undoing(form)
    changes = tuple(_changes(assertion, form)) if ruling is Ruling.CORRECT else ()
    if ruling is Ruling.CORRECT:
        _must_change(assertion, changes)
    return _judgement(form, ruling, assertion.id, anchor=anchor_of(assertion, account), changes=changes)


def undoing(form: Mapping[str, str]) -> Judgement:
    """The judgement that takes another back; that one stays in the log."""
    if not form.get("undoes"):
        raise DragomanError("there is no judgement on this assertion to undo")
    return _judgement(form, Ruling.UNDO, form["undoes"])


def pairing(form: Mapping[str, str]) -> Judgement:
    """The judgement that two names, or two tellings, are the same or different."""
    ruling = form.get("ruling", "")
    if ruling not in (Ruling.SAME, Ruling.DIFFERENT):
        raise DragomanError("nothing was decided: choose whether the two are the same or different")
    return _judgement(form, Ruling(ruling), form.get("target", ""), other=form.get("other", ""))


def adding(account: Account, form: Mapping[str, str]) -> Judgement:
    """The judgement that adds an assertion on words of the account, given by their place or as they stand there."""
    span = _picked(account.text, form)
    text = account.text
    anchor = Anchor(
        account=account.id,
        account_name=account.name,
        quote=text[span.start : span.end],
        before=text[max(0, span.start - AROUND) : span.start],
        after=text[span.end : span.end + AROUND],
        slots=(("predicate", form.get("predicate", "")),),
    )
    target = digest("added", account.id, str(span.start), str(span.end), form.get("predicate", ""), who_in(form), now())
    return _judgement(form, Ruling.ADD, target, anchor=anchor)


def now() -> str:
    """The time of a judgement: ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _judgement(
    form: Mapping[str, str],
    ruling: Ruling,
    target: str,
    *,
    anchor: Anchor | None = None,
    other: str = "",
    changes: tuple[tuple[str, str], ...] = (),
) -> Judgement:
    at, who = now(), who_in(form)
    return Judgement(
        id=digest(at, who, ruling, target, other, repr(changes)),
        at=at,
        who=who,
        ruling=ruling,
        target=target,
        anchor=anchor,
        other=other,
        changes=changes,
        note=form.get("note", "").strip()[:LONGEST_NOTE],
    )


def _ruling(given: str) -> Ruling:
    allowed = (Ruling.ACCEPT, Ruling.CORRECT, Ruling.REJECT, Ruling.UNDO)
    if given not in allowed:
        raise DragomanError("nothing was decided: choose to accept, to correct or to reject")
    return Ruling(given)


# ---- corrections -----------------------------------------------------------------------------------------------------


def _changes(assertion: Assertion, form: Form) -> Iterator[tuple[str, str]]:
    """What the form says otherwise than the assertion; a field that is not in the form changes nothing."""
    told = dict(slots_of(assertion))
    if form.get("put"):
        # The form of picked words asks for an act too, for the case that they become a new assertion.
        yield from _put(assertion, form)
        return
    for slot in PLAIN_SLOTS:
        if slot in form and form[slot].strip() != told[slot]:
            yield slot, form[slot].strip()
    if "when" in form:
        yield from _date(form["when"], told["when"])
    if form.parts:
        yield from _parts(assertion, form.parts)


def date_typed(edtf: str) -> str:
    """A date as it stands in a field: in words where the words say all of it, else in EDTF."""
    words = date_in_words(edtf)
    return words if edtf_of_words(words) == edtf else edtf


def _date(typed: str, told: str) -> Iterator[tuple[str, str]]:
    typed = " ".join(typed.split())
    if typed in (told, date_typed(told)):
        return
    edtf = edtf_of_words(typed) or (typed if typed and parse(typed) else "")
    if typed and not edtf:
        raise DragomanError(
            f"{typed!r} is not a date that can be read: write it like 3 December 1920, 1920-12-03 or 1920-07/1920-08"
        )
    if edtf != told:
        yield "when", edtf


def _parts(assertion: Assertion, given: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    """Each role in which other names stand than before, with all its names; "" where none is left."""
    wanted: dict[str, list[str]] = {
        role: [] for role in dict.fromkeys(one.role.value for one in assertion.participants)
    }
    for role, name in given:
        if name.strip():
            wanted.setdefault(role, []).append(" ".join(name.split()))
    for role, names in wanted.items():
        told = [one.name for one in assertion.participants if one.role == role]
        if names != [" ".join(name.split()) for name in told]:
            yield from ((f"participant:{role}", name) for name in names or [""])


def _put(assertion: Assertion, form: Form) -> Iterator[tuple[str, str]]:
    """Words picked in the text, put into one slot: in the place of what stood there, or beside it."""
    slot, words = form["put"], " ".join(form.get("words", "").split())
    if not words:
        raise DragomanError("no words were picked: select them in the account, then choose what they are")
    if slot == "when":
        yield from _date(words, dict(slots_of(assertion))["when"])
        return
    if slot not in tuple(Role):
        raise DragomanError(f"there is no role {slot!r}: choose one from the list")
    told = [one.name for one in assertion.participants if one.role == slot] if form.get("how") == "beside" else []
    yield from ((f"participant:{slot}", name) for name in dict.fromkeys((*told, words)))


def _must_change(assertion: Assertion, changes: tuple[tuple[str, str], ...]) -> None:
    if not changes:
        raise DragomanError("nothing was changed: put right what is wrong, or accept what stands there")
    corrected(assertion, changes)


# ---- words picked in the text ----------------------------------------------------------------------------------------


def _picked(text: str, form: Mapping[str, str]) -> Span:
    words = form.get("words", "")
    if not words.strip():
        raise DragomanError("no words were picked: select them in the account, or write them as they stand there")
    start, end = form.get("start", ""), form.get("end", "")
    if start.isdecimal() and end.isdecimal():
        return _trimmed(text, Span(int(start), int(end)), words)
    first = text.find(words.strip())
    if first < 0:
        raise DragomanError("these words do not stand in the account: copy them from it, letter by letter")
    if text.find(words.strip(), first + 1) >= 0:
        raise DragomanError(
            "these words stand in the account more than once: copy a few more, so that one place is meant"
        )
    return Span(first, first + len(words.strip()))


def _trimmed(text: str, span: Span, words: str) -> Span:
    """The place a browser counted, without white space at its ends; its words must be those of the account."""
    held = text[span.start : span.end]
    if "".join(held.split()) != "".join(words.split()):
        raise DragomanError("the words picked are not those of the account at this place: reload the page, pick again")
    start = span.start + len(held) - len(held.lstrip())
    return Span(start, start + len(held.strip()))
