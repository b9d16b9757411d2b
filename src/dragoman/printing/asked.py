"""What the words of a question mean in a dossier: which land, which side, which day.

side_of(dossier, "the Bolsheviks") -> "Soviet Russia"        lands_of(dossier, "Kars") -> [Kars, Kars province]
"""

from collections.abc import Callable, Iterable
from functools import cache

from dragoman.comparing import sides_of
from dragoman.edtf import bounds
from dragoman.labels import Labels
from dragoman.languages.wordlist import wordlist
from dragoman.ledgers import conferences_of
from dragoman.model import AccountId, Assertion, DragomanError, Heading, Kind, Topic
from dragoman.polities import polities
from dragoman.printing.paper import in_line
from dragoman.reconcile.register import year_told
from dragoman.rules.claims import Entry
from dragoman.rules.standing import states_of
from dragoman.store import Dossier

# What may stand beside the name of a land and leaves it the same land.
_SORTS = wordlist("province provinces region district area oblast vilayet sanjak fortress city town of the county land")


def day_of(text: str, end: int) -> int | None:
    if not text:
        return None
    day = bounds(text)[end]
    if day is None:
        raise DragomanError(f"'{text}' is no day: write it as 1921-03-17, 1921-03 or 1921")
    return day


def lands_of(dossier: Dossier, place: str) -> list[Heading]:
    """The heading that is asked for, then those that are the same land by another sort: Kars, Kars province."""
    asked = dossier.heading(place)
    if asked.kind not in (Kind.PLACE, Kind.POLITY, Kind.BODY):
        raise DragomanError(f"“{asked.label}” is a {asked.kind}, not a territory: name a town, a province, a country")
    name = _bare_land(asked.label)
    called = [name, *(label for sort in sorted(_SORTS) for label in (f"{name} {sort}", f"{sort} of {name}"))]
    others = [one for one in dossier.headings_called(called) if one.kind in (Kind.PLACE, Kind.POLITY)]
    return [asked, *(one for one in others if one.id != asked.id and _has_topic(dossier, one))]


def _has_topic(dossier: Dossier, heading: Heading) -> bool:
    return dossier.speaks_of(heading.id)


def topic_of(dossier: Dossier, ident: str) -> Topic:
    """All that is said of an instrument; what is only named has an empty one."""
    heading = dossier.heading(ident)
    return dossier.topic_near(ident) if _has_topic(dossier, heading) else Topic(heading, ())


def _bare_land(label: str) -> str:
    return " ".join(word for word in label.casefold().split() if word not in _SORTS)


def side_of(dossier: Dossier, actor: str) -> str:
    """The power that is meant, by one name; who is none keeps the name of his heading."""
    sides = sorted(sides_of(actor))
    if len(sides) == 1 and sides[0] in polities():
        return polities()[sides[0]].name
    heading = _actor(dossier, actor)
    sides = sorted(sides_of(heading.label))
    return polities()[sides[0]].name if len(sides) == 1 and heading.kind != Kind.PERSON else heading.label


def _actor(dossier: Dossier, actor: str) -> Heading:
    """The heading of this name; of a person the last name is enough where it is one person's."""
    try:
        return dossier.heading(actor)
    except DragomanError:
        words = f" {actor.casefold()}"
        found = [one for one in dossier.headings if one.kind.acts and f" {one.label.casefold()}".endswith(words)]
        if len(found) == 1:
            return found[0]
        raise


def is_about(dossier: Dossier, one: Assertion, thing: str) -> bool:
    """Whether an assertion is about a thing: by the name of a participant, or because its words have it."""
    words = thing.casefold()
    return words in in_line(one.quote).casefold() or any(words in p.name.casefold() for p in one.participants)


def labels_of(dossier: Dossier) -> Labels:
    years = {one.account.id: year for one in dossier.testimonies if (year := year_told(one)) is not None}
    return Labels(
        dossier.headings,
        [(one.id, one.name) for one in dossier.accounts],
        {one.id: one.text for one in dossier.accounts},
        years,
    )


def labels_for(dossier: Dossier, topics: Iterable[Topic]) -> Labels:
    """The names of some topics, without reading the accounts that they come from."""
    headings = [one for topic in topics for one in topic.headings]
    names = {account: name for topic in topics for account, name in topic.names}
    years = {account: year for account in names if (year := dossier.year_of(account)) is not None}
    return Labels(headings, names.items(), years=years)


def states_in(dossier: Dossier) -> Callable[[AccountId, str], str]:
    """How an instrument stands in an account, or where that tells nothing, in another."""
    by_member = {
        (member.account, member.name): heading
        for heading in dossier.headings
        if heading.kind == Kind.INSTRUMENT
        for member in heading.members
    }
    states = cache(lambda ident: states_of(dossier.topic(ident)))

    def state_of(account: AccountId, name: str) -> str:
        heading = by_member.get((account, name))
        if heading is None:
            return ""
        known = states(heading.id)
        if account in known:
            return str(known[account])
        return next((f"{state}, says {dossier.name_of(other)}" for other, state in sorted(known.items())), "")

    return state_of


def met_at(dossier: Dossier, labels: Labels) -> dict[str, str]:
    found = conferences_of(dossier.assertions, labels, dossier.headings)
    return {part.position.said.id: one.label for one in found for part in one.parts}


def told_once(entries: Iterable[Entry]) -> list[Entry]:
    """An assertion that names two of the lands stands once."""
    return list({(entry.said.id, entry.what, entry.holder): entry for entry in entries}.values())
