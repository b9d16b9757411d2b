"""What was judged since the last build, shown at once: each account that somebody judged in is judged anew by itself.

hear(shelves, log)   # findings wait for the next build; what an account says, and who ruled on it, does not
"""

from collections.abc import Mapping, Sequence

from dragoman.judging import in_force, judged
from dragoman.model import Judgement, Ruling
from dragoman.web.room import Shelves


def hear(shelves: Shelves, log: Sequence[Judgement]) -> None:
    """Takes the log into the shelves. Only accounts with judgements that were not heard before are looked at."""
    new = [one for one in log if one.id not in shelves.heard]
    shelves.log = tuple(log)
    shelves.standing = in_force(log)
    shelves.heard.update(one.id for one in new)
    shelves.waiting += len(new)
    by_id = {one.id: one for one in log}
    for account_id in dict.fromkeys(filter(None, (_account_of(shelves, one, by_id) for one in new))):
        _judge_anew(shelves, account_id)


def _account_of(shelves: Shelves, judgement: Judgement, by_id: Mapping[str, Judgement]) -> str:
    """The account a judgement is about; "" where it is about names or nothing that is here."""
    seen: set[str] = set()
    while judgement.ruling is Ruling.UNDO and judgement.target in by_id and judgement.id not in seen:
        seen.add(judgement.id)
        judgement = by_id[judgement.target]
    if judgement.ruling in (Ruling.SAME, Ruling.DIFFERENT):
        return ""
    if judgement.anchor:
        if judgement.anchor.account in shelves.accounts:
            return judgement.anchor.account
        named = shelves.dossier.catalogue.accounts_named(judgement.anchor.account_name)
        return named[0] if len(named) == 1 else ""
    target = shelves.assertions.get(judgement.target)
    return target.account if target else ""


def _judge_anew(shelves: Shelves, account_id: str) -> None:
    """What this account says with every ruling in force; the order of the others is left as it is."""
    by_id = {one.id: one for one in shelves.standing}
    mine = [one for one in shelves.standing if _account_of(shelves, one, by_id) == account_id]
    heard = judged((shelves.dossier.drafted(account_id),), mine)
    assertions = heard.testimonies[0].assertions
    before = shelves.assertions_in.get(account_id, ())
    for one in before:
        shelves.rulings.pop(one.id, None)
        # What somebody added and took back is not there any more.
        shelves.assertions.lay(one.id, None)
    for one in assertions:
        shelves.assertions.lay(one.id, one)
    shelves.assertions_in.lay(account_id, assertions)
    shelves.rulings.update(heard.rulings)
    shelves.met.update(heard.met)
    shelves.edition[account_id] = shelves.edition.get(account_id, 0) + 1
