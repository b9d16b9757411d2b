"""The whole program on one page: accounts come in on the left, findings stand on the right.

    Path ──read──▶ Account ──extract*──▶ Testimony ──verify──▶ Testimony       testimony_of(path)    over accounts
    Testimonies, Judgements ──judged──▶ ──reconcile──▶ Concordance ──▶ Topics
    Topic ──find*──▶ Findings                                                  findings_of(topic)    over topics
    Draft ──swap──▶ Dossier                                                    build(folder)

Left of the store everything knows one account, right of it one topic; only the concordance knows both.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from dragoman import gazetteer, lore, readers
from dragoman.engines import ENGINES
from dragoman.extractors import EXTRACTORS
from dragoman.fingerprints import fingerprint_of, mark_of
from dragoman.hands import learned
from dragoman.judging import judged
from dragoman.learned import check
from dragoman.learned import mark_of as mark_of_weights
from dragoman.model import (
    Claimed,
    Code,
    DragomanError,
    Finding,
    Hands,
    Kind,
    Level,
    Lore,
    Problem,
    Testimony,
    Topic,
)
from dragoman.reconcile import reconcile, topics_of
from dragoman.rules import RULES, once_each
from dragoman.rules.claims import ledger_of
from dragoman.settings import settings_of, weights_of
from dragoman.store import Dossier, Draft, Former, read_log
from dragoman.telling_apart import told_apart
from dragoman.verify import verified

Told = Callable[[str, int, int], None]
NO_LORE = Lore()
Read = tuple[Testimony | None, tuple[Problem, ...]]


def testimony_of(path: Path, root: Path, lore: Lore = NO_LORE) -> Read:
    """What one account says, every quote verified; None and the problems where it cannot be read.

    `lore` is what a person knows beside it.
    """
    account, problems = readers.read(path, root)
    if account is None:
        return None, problems
    testimony = Testimony(account, account.passages, problems=problems, lore=lore)
    for extract in EXTRACTORS:
        testimony = testimony.plus(verified(account, extract(testimony)))
    return replace(testimony, lore=NO_LORE), ()


def findings_of(topic: Topic) -> tuple[Finding, ...]:
    """What we conclude from one topic, each finding with its reasons."""
    return tuple(finding for find in RULES for finding in find(topic))


def build(
    folder: Path | str, *, engine: str = "local", hands: Hands | None = None, told: Told = lambda *_: None
) -> Dossier:
    """Builds the dossier in this folder and returns it; what stood before stays until the new one is whole.

    `hands` draft, or those that the settings name. Only accounts whose bytes, reader or extractors have changed are
    read again. `told(what, done, all)` hears how far
    the build is. Raises DragomanError when there is nothing to build, or no place to write.
    """
    root = Path(folder)
    if engine not in ENGINES:
        raise DragomanError(f"no engine '{engine}': there is {', '.join(sorted(ENGINES))}")
    paths = _accounts_in(root)
    log = read_log(root)
    known, unusable = lore.read(root)
    known = _with_hands(known, root, hands)
    with Draft(root) as draft:
        testimonies, twice = told_apart(_testimonies(root, paths, known, draft, engine, told))
        told("laying the accounts side by side", len(paths), len(paths))
        heard = judged(testimonies, log.judgements)
        concordance = reconcile(heard.standing, heard.pairings)
        topics = topics_of(heard.standing, concordance)
        with Former(root) as former:
            findings = once_each(finding for topic in topics for finding in _found(topic, former))
        draft.complain((*log.problems, *twice, *unusable, *_lacking(known)))
        draft.conclude(heard, concordance, topics, findings, claims_of(topics))
        draft.swap()
    return Dossier.open(root)


def claims_of(topics: Iterable[Topic]) -> Iterator[Claimed]:
    """The ledger of every territory, line by line, so that a map need not draw it up anew."""
    for topic in topics:
        if topic.heading.kind in (Kind.PLACE, Kind.POLITY):
            for one in ledger_of(topic):
                yield Claimed(topic.heading.id, one.what, one.holder, one.said.id, one.earliest, one.dated_by)


def _found(topic: Topic, former: Former) -> tuple[Finding, ...]:
    """What was found last time where nothing in the topic has changed, else what is found now."""
    known = former.findings(topic.heading.id, mark_of(topic))
    return findings_of(topic) if known is None else known


def _accounts_in(root: Path) -> list[Path]:
    if not root.is_dir():
        raise DragomanError(f"no folder '{root}': give the path of a dossier, or make one with `dragoman init {root}`")
    accounts = root / "accounts"
    if not accounts.is_dir():
        raise DragomanError(f"'{root}' is no dossier, it has no folder accounts: make one with `dragoman init {root}`")
    paths = list(readers.files_in(accounts))
    if not paths:
        raise DragomanError(
            f"no accounts in '{accounts}': copy at least one text or web page into it, then build again"
        )
    return paths


def _with_hands(known: Lore, root: Path, hands: Hands | None) -> Lore:
    """What a person knows, with whose hand drafts and by which weights; a DragomanError where those cannot be used."""
    settings = settings_of(root)
    drafts = hands or settings.hands
    if drafts == Hands.RULES:
        return replace(known, hands=drafts)
    weights = weights_of(root, settings)
    if weights is not None:
        check(weights)
    return replace(known, hands=drafts, weights=str(weights or ""), mark=f"{known.mark}{mark_of_weights(weights)}")


def _lacking(known: Lore) -> Iterator[Problem]:
    """What this installation lacks, said once for a build: we can do without, but not as well."""
    if known.hands != Hands.RULES and not learned.available(known):
        message = "the learned reader's weights are not there, the rules read alone: install dragoman again"
        yield Problem(Code.READER_MISSING, message, "accounts", Level.NOTE)
    if not gazetteer.present():
        message = "the list of the world's towns is not there: run python -m dragoman.gazetteer.compile"
        yield Problem(Code.NO_GAZETTEER, message, "accounts", Level.NOTE)


def _testimonies(
    root: Path, paths: list[Path], known: Lore, draft: Draft, engine: str, told: Told
) -> Iterator[Testimony]:
    """The testimony of each file in order: as it was last time where nothing has changed, else drafted anew."""
    # A pipe would keep us waiting for ever; that it is no file is for the reader to tell.
    beside = known.mark + known.hands + gazetteer.edition()
    marks = {path: fingerprint_of(path, beside) if path.is_file() else "" for path in paths}
    with Former(root) as former:
        old = {path: former.testimony(path.relative_to(root).as_posix(), marks[path]) for path in paths}
    fresh = [path for path in paths if old[path] is None]
    new = ENGINES[engine](partial(_guarded, root=root, known=known), fresh, lost=partial(_lost, root=root))
    for done, path in enumerate(paths):
        told(path.name, done, len(paths))
        testimony = old[path]
        if testimony is None:
            testimony, problems = next(new)
            draft.complain(problems)
        if testimony is not None:
            draft.add(testimony, marks[path])
            yield testimony


def _guarded(path: Path, root: Path, known: Lore) -> Read:
    """One account's trouble costs no other account: a bug of ours becomes a problem that says so."""
    try:
        return testimony_of(path, root, known)
    except Exception as error:
        return _lost(path, error, root=root)


def _lost(path: Path, error: Exception, root: Path) -> Read:
    what = f"{type(error).__name__}: {error}".replace("\n", " ")[:200]
    message = f"{path.name} could not be read to the end ({what}); this is our mistake: please report it"
    return None, (Problem(Code.OUR_BUG, message, path.relative_to(root).as_posix(), Level.ERROR),)
