"""Topics: ALL that is said of one thing, cut out of the dossier for the rules to judge.

topics_of(testimonies, concordance)[0].assertions  -> every assertion in which the thing has a part
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from dragoman.model import AccountId, Assertion, Concordance, Heading, Kind, Member, Testimony, Topic
from dragoman.reconcile.classes import class_acts
from dragoman.reconcile.independence import sources_of


def topics_of(testimonies: Sequence[Testimony], concordance: Concordance) -> tuple[Topic, ...]:
    """One topic for each heading that anything is said of, in the order of the concordance."""
    assertions = {one.id: one for testimony in testimonies for one in testimony.assertions}
    by_member = {
        member: heading for heading in concordance.headings if heading.kind != Kind.EVENT for member in heading.members
    }
    about: dict[str, list[Assertion]] = defaultdict(list)
    for one in assertions.values():
        for heading in dict.fromkeys(_headings_of(one, by_member)):
            about[heading.id].append(one)
    for ident, acts in class_acts(testimonies, by_member).items():
        # Of what is only named nothing is said that an act upon a class could change.
        known = {one.id for one in about[ident]}
        about[ident] += list({one.id: one for one in acts if one.id not in known}.values())
    names = tuple((testimony.account.id, testimony.account.name) for testimony in testimonies)
    order = {account: at for at, (account, _) in enumerate(names)}
    group_of = {account: group for group in sources_of(testimonies) for account in group}
    topics = []
    for heading in concordance.headings:
        said = (
            [assertions[m.name] for m in heading.members if m.name in assertions]
            if heading.kind == Kind.EVENT
            else about[heading.id]
        )
        if said:
            others = dict.fromkeys(h for one in said for h in _headings_of(one, by_member))
            topics.append(
                Topic(heading, tuple(said), tuple(others), _only(order, names, said), _groups(group_of, said))
            )
    return tuple(topics)


def _headings_of(assertion: Assertion, by_member: dict[Member, Heading]) -> list[Heading]:
    found = (by_member.get(Member(assertion.account, one.name)) for one in assertion.participants)
    return [heading for heading in found if heading is not None]


def _groups(
    group_of: Mapping[AccountId, tuple[AccountId, ...]], said: Sequence[Assertion]
) -> tuple[tuple[AccountId, ...], ...]:
    return tuple(sorted({group_of[one.account] for one in said}))


def _only(
    order: Mapping[AccountId, int], names: Sequence[tuple[AccountId, str]], said: Sequence[Assertion]
) -> tuple[tuple[AccountId, str], ...]:
    """The names of the accounts that say something here, in the order of the accounts."""
    return tuple(names[at] for at in sorted({order[one.account] for one in said}))
