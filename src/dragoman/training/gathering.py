"""What people judged in their dossiers, as a folder in the layout of the corpus.

gathered([Path("my-dossier")], Path("judged")).line() -> "31 accepted, 12 corrected, 2 added, 9 rejected; …"

Accepted, corrected and added acts are what the reader shall say; what was rejected it shall not find. Nothing else is
taught of these texts, neither as told nor as not told: that nobody judged a word says nothing of it. So every text is
marked `in_part`, and training leaves all other words out of account.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import msgspec

from dragoman.judging import Judged, judged
from dragoman.lexicon import readings_of
from dragoman.model import (
    ACTS,
    Account,
    Assertion,
    DragomanError,
    Judgement,
    MarkKind,
    Passage,
    PassageRole,
    Ruling,
    Span,
    Testimony,
)
from dragoman.store import Dossier
from dragoman.syntax import sentences_of
from dragoman.training.layout import (
    ASSERTIONS,
    DOCUMENTS,
    REJECTED,
    TEXTS,
    Document,
    Part,
    Row,
    Words,
    write_rows,
)

_POS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a"}
_RELATION = "is about a relation of instruments, which the rules find and the reader does not"
_NO_TRIGGER = "was added, and none of its words is known to tell that act"
_AS_GOOD = "was rejected, but its word tells something else that was not"
_LOST = "no longer finds what it was about"


class Gathered(msgspec.Struct, frozen=True):
    """How many judgements of each ruling teach something, and why others do not."""

    used: tuple[tuple[Ruling, int], ...]
    left_out: tuple[tuple[str, int], ...]
    accounts: int

    def line(self) -> str:
        """All of it in one sentence."""
        used = dict(self.used)
        words = ((Ruling.ACCEPT, "accepted"), (Ruling.CORRECT, "corrected"), (Ruling.ADD, "added"))
        told = ", ".join(f"{used.get(ruling, 0)} {word}" for ruling, word in (*words, (Ruling.REJECT, "rejected")))
        left = "".join(f"; {number} left out: it {why}" for why, number in self.left_out)
        return f"{told} in {self.accounts} account{'' if self.accounts == 1 else 's'}{left}"


class _Taught(msgspec.Struct, frozen=True):
    """What one account's judgements teach."""

    account: Account
    who: tuple[str, ...]
    told: tuple[Row, ...]
    struck: tuple[Row, ...]


def gathered(dossiers: Sequence[Path], out: Path) -> Gathered:
    """Writes the folder and says what is in it; a DragomanError where nothing was judged, or `out` is not empty."""
    _must_be_free(out)
    used: Counter[Ruling] = Counter()
    left_out: Counter[str] = Counter()
    taught: dict[str, _Taught] = {}
    for folder in dossiers:
        for one in _taught_by(folder, used, left_out):
            taught[_name(folder, one.account, taught)] = one
    if not used:
        named = " and ".join(f"'{folder}'" for folder in dossiers)
        reasons = "".join(f"; {number} judged, but it {why}" for why, number in left_out.most_common())
        raise DragomanError(f"nobody has judged in {named} what the reader could learn from{reasons}: judge some first")
    _write(taught, out)
    return Gathered(tuple(used.most_common()), tuple(left_out.most_common()), len(taught))


def _must_be_free(out: Path) -> None:
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise DragomanError(f"'{out}' already holds something: name a new or an empty folder")


def _name(folder: Path, account: Account, taken: dict[str, _Taught]) -> str:
    """A name for the text that no other has, fit for a file."""
    plain = re.sub(r"[^\w.-]+", "-", f"{folder.resolve().name}-{account.name}")[:100].strip("-.")
    name, number = plain, 2
    while name in taken:
        name, number = f"{plain}-{number}", number + 1
    return name


def _write(taught: dict[str, _Taught], out: Path) -> None:
    try:
        (out / TEXTS).mkdir(parents=True, exist_ok=True)
        for name, one in taught.items():
            (out / TEXTS / f"{name}.txt").write_bytes(one.account.text.encode())
        write_rows(out / DOCUMENTS, [_document(name, one) for name, one in taught.items()])
        for file, rows in ((ASSERTIONS, "told"), (REJECTED, "struck")):
            named = [
                msgspec.structs.replace(row, doc_id=name, id=f"{name}:{row.id}")
                for name, one in taught.items()
                for row in getattr(one, rows)
            ]
            write_rows(out / file, named)
    except OSError as error:
        raise DragomanError(
            f"'{out}' cannot be written ({error.strerror}): make room or name another folder"
        ) from error


def _document(name: str, one: _Taught) -> Document:
    text = one.account.text
    return Document(
        doc_id=name,
        kind="judged",
        source=one.account.path,
        annotator=", ".join(one.who),
        words=len(text.split()),
        sha256=sha256(text.encode()).hexdigest(),
        in_part=True,
    )


# ---- one dossier -----------------------------------------------------------------------------------------------------


def _taught_by(folder: Path, used: Counter[Ruling], left_out: Counter[str]) -> Iterator[_Taught]:
    with closing(Dossier.open(folder)) as dossier:
        # The log as it is now, not as it was at the build.
        heard = judged([dossier.drafted(one.id) for one in dossier.accounts], dossier.judgements)
    if heard.problems:
        left_out[_LOST] += len(heard.problems)
    for testimony in heard.testimonies:
        one = _of(testimony, heard, used, left_out)
        if one.told or one.struck:
            yield one


def _of(testimony: Testimony, heard: Judged, used: Counter[Ruling], left_out: Counter[str]) -> _Taught:
    told: list[Row] = []
    struck: list[Row] = []
    who: set[str] = set()
    for one in testimony.assertions:
        judgement = heard.rulings.get(one.id)
        if judgement is None:
            continue
        row = _row(testimony, one, judgement, heard)
        if isinstance(row, str):
            left_out[row] += 1
            continue
        (struck if judgement.ruling == Ruling.REJECT else told).append(row)
        used[judgement.ruling] += 1
        who.add(judgement.who)
    return _Taught(testimony.account, tuple(sorted(who)), tuple(told), tuple(struck))


def _row(testimony: Testimony, one: Assertion, judgement: Judgement, heard: Judged) -> Row | str:
    """What a judgement teaches, or why it teaches nothing."""
    if one.predicate not in ACTS:
        return _RELATION
    trigger = _marked(one) or _found(testimony, one)
    if trigger is None:
        return _NO_TRIGGER
    if judgement.ruling == Ruling.REJECT and _tells_another(trigger, testimony, one, heard):
        return _AS_GOOD
    text = testimony.account.text
    # Who adds an act need not fill in every slot: what was left empty was not denied.
    added = judgement.ruling == Ruling.ADD
    undated = one.when is not None and not one.when.edtf
    open_ = (("participants", added and not one.participants), ("date", undated or (added and one.when is None)))
    return Row(
        doc_id="",
        id=one.id,
        type=one.predicate,
        subtype=one.subtype or None,
        start=one.span.start,
        end=one.span.end,
        quote=one.quote,
        trigger=Words(trigger.start, trigger.end, text[trigger.start : trigger.end]),
        participants=tuple(
            Part(each.role, (each.name, *_words(text, each.span)), each.name) for each in one.participants
        ),
        date=one.when.edtf if one.when and one.when.edtf else None,
        polarity=one.polarity,
        modality=one.modality,
        attribution=_speaker(text, one),
        judged=judgement.ruling,
        open=tuple(name for name, is_open in open_ if is_open),
    )


def _words(text: str, span: Span | None) -> tuple[str, ...]:
    return (text[span.start : span.end],) if span else ()


def _speaker(text: str, one: Assertion) -> str:
    """On whose word, as the account writes it."""
    voices = one.attribution.voices
    return next(iter(_words(text, voices[-1].span)), one.attribution.who) if voices else "author"


def _marked(one: Assertion) -> Span | None:
    return next((mark.span for mark in one.marks if mark.kind == MarkKind.TRIGGER), None)


def _tells_another(trigger: Span, testimony: Testimony, rejected: Assertion, heard: Judged) -> bool:
    """Whether something that was not rejected is told by the same word: then the word is no negative."""

    def stands(one: Assertion) -> bool:
        judgement = heard.rulings.get(one.id)
        return judgement is None or judgement.ruling != Ruling.REJECT

    others = [one for one in testimony.assertions if one.id != rejected.id and stands(one)]
    places = [_marked(one) or _found(testimony, one) for one in others]
    return any(place and place.meets(trigger) for place in places)


def _found(testimony: Testimony, added: Assertion) -> Span | None:
    """The word of an added assertion that tells its act: a trigger drafted there, else the likeliest by the table."""
    drafted = [
        place
        for one in testimony.assertions
        if one.predicate == added.predicate and (place := _marked(one)) and added.span.covers(place)
    ]
    if drafted:
        return drafted[0]
    where = [p for p in testimony.passages if p.role == PassageRole.SENTENCE and p.span.meets(added.span)]
    sentences = tuple(where) or (Passage(added.span, PassageRole.SENTENCE),)
    weighed = [
        (reading.weight, -place.start, place)
        for sentence in sentences_of(Testimony(testimony.account, sentences))
        for token in sentence.doc
        if added.span.covers(place := sentence.span(token, token))
        for reading in readings_of(token.lemma_.lower(), _POS.get(token.pos_, ""))
        if reading.act == added.predicate
    ]
    return max(weighed)[2] if weighed else None
