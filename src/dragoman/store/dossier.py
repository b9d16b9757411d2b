"""The read side of the store: what the accounts say together.

dossier = Dossier.open(Path("my-dossier"))
dossier.findings_about(dossier.heading("Treaty of Moscow").id)
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import islice
from pathlib import Path
from typing import TypeVar

import msgspec

from dragoman.judging import check
from dragoman.model import (
    Account,
    AccountId,
    Assertion,
    Concordance,
    DragomanError,
    Finding,
    Heading,
    Judgement,
    Problem,
    Testimony,
    Topic,
)
from dragoman.store import log
from dragoman.store.catalogue import Catalogue
from dragoman.store.charts import Charts
from dragoman.store.former import opened
from dragoman.store.rows import PackedGroups, PackedTopic
from dragoman.store.search import Hit, hits
from dragoman.store.tables import Table
from dragoman.store.weighed import Weighed

T = TypeVar("T")
_CALLED = "select value from heading where label = ? collate nocase order by position"
_PLACES = "select position from account where id in (select value from json_each(?))"
_NAMES = """
    select label from heading
    union select name from called where heading not in (select number from thing where kind = 'event')
"""

# SQLite takes at least so many values in one question.
_AT_ONCE = 500
# Among more names than these nobody looks for the one that was mistyped.
_COMPARED = 20_000


class Dossier:
    """A dossier as the last build left it; opening reads nothing yet, and a build that comes later is not seen."""

    def __init__(self, folder: Path, database: sqlite3.Connection) -> None:
        """Use `Dossier.open`."""
        self.folder, self._database = folder, database
        self._testimony = lru_cache(maxsize=24)(self._read_testimony)
        # What the pages look up: by indexes, and never more than they show.
        self.catalogue, self.weighed, self.charts = Catalogue(database), Weighed(database), Charts(database)

    @classmethod
    def open(cls, folder: Path | str) -> "Dossier":
        """The dossier of this folder; a DragomanError that says what to do when nothing was built there."""
        return cls(Path(folder), opened(Path(folder)))

    def close(self) -> None:
        """Lets the file go; needed where a system will not replace an open file."""
        self._database.close()

    @cached_property
    def built_at(self) -> str:
        """When it was built, ISO 8601 in UTC."""
        return str(self._one("select value from meta where key = 'built_at'"))

    # ---- everything ------------------------------------------------------------------------------------------------

    @cached_property
    def testimonies(self) -> tuple[Testimony, ...]:
        """What each account says, as judged, by path."""
        said = iter(self._all("select value from assertion order by number", Assertion))
        counts = self._column("select assertions from account order by position")
        told = self._all("select judged from account order by position", Testimony)
        return tuple(
            msgspec.structs.replace(one, assertions=tuple(islice(said, int(count))))
            for one, count in zip(told, counts, strict=True)
        )

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The accounts, by path."""
        return tuple(one.account for one in self.testimonies)

    @cached_property
    def assertions(self) -> tuple[Assertion, ...]:
        """What all accounts say, as judged, by account and then in the order of the text; rejected ones too."""
        return tuple(each for one in self.testimonies for each in one.assertions)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The things across accounts."""
        return self._all("select value from heading order by position", Heading)

    @property
    def concordance(self) -> Concordance:
        """Who is who across accounts."""
        return Concordance(self.headings)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What we conclude, in the order of the build."""
        return self._all("select value from finding order by position", Finding)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Trouble with the material and with the log."""
        return self._all("select value from problem order by position", Problem)

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement in the log as it is now, undone and overruled ones too."""
        return log.read(self.folder).judgements

    @cached_property
    def _rulings(self) -> dict[str, Judgement]:
        query = "select value from judgement where in_force = 1 and assertion is not null order by position"
        ids = self._column(query.replace("value", "assertion", 1))
        return dict(zip(ids, self._all(query, Judgement), strict=True))

    def rulings(self) -> Mapping[str, Judgement]:
        """For each judged assertion the judgement in force at the build: accepted, corrected, rejected or added."""
        return self._rulings

    @cached_property
    def met(self) -> Mapping[str, str]:
        """For each judgement known at the build the assertion it was about, "" where there is none."""
        rows = self._database.execute("select id, coalesce(assertion, '') from judgement order by position")
        return dict(rows.fetchall())

    # ---- one thing -------------------------------------------------------------------------------------------------

    def testimony(self, name_or_id: str) -> Testimony:
        """What the account of this name, path or id says."""
        # By its id it is found at once; by name or path every account has to be looked at.
        found = self._one("select id from account where id = ?", name_or_id) or self._one(
            "select id from account where name = ?1 or path = ?1 order by position", name_or_id
        )
        if found is None:
            raise self._unknown("account", name_or_id, "select name from account")
        return self._testimony(str(found))

    def drafted(self, account_id: str) -> Testimony:
        """What the account says as it was drafted, before anybody judged."""
        judged = self.testimony(account_id)
        query = "select drafted from testimony where path = ?"
        drafted = self._all(query, Testimony, judged.account.path)[0]
        return msgspec.structs.replace(drafted, account=judged.account)

    def account(self, name_or_id: str) -> Account:
        """The account of this name, path or id."""
        return self.testimony(name_or_id).account

    def assertion(self, id: str) -> Assertion:
        """The assertion with this id."""
        found = self._all("select value from assertion where id = ?", Assertion, id)
        if not found:
            raise self._unknown("assertion", id, "select id from assertion")
        return found[0]

    def heading(self, id_or_name: str) -> Heading:
        """The heading with this id, label, or name in some account; an instrument before anything else."""
        query = """
            select id from heading
            where id = ?1 or label = ?1 collate nocase or position in (select heading from called where name = ?1)
            order by id = ?1 desc, label = ?1 collate nocase desc, kind = 'instrument' desc, position
        """
        found = self._one(query, id_or_name)
        if found is None:
            raise self._unknown("heading", id_or_name, _NAMES)
        return self._headings([found])[0]

    def headings_called(self, labels: Iterable[str]) -> tuple[Heading, ...]:
        """The headings whose label is one of these, however their letters are, in the order of the concordance."""
        found = [one for label in labels for one in self._all(_CALLED, Heading, label)]
        return tuple({one.id: one for one in found}.values())

    def topic(self, heading_id: str) -> Topic:
        """All that is said of the thing with this heading."""
        found = self._all("select value from topic where heading = ?", PackedTopic, heading_id)
        if not found:
            raise self._unknown("topic", heading_id, "select heading from topic")
        return self._unpacked(found[0])

    def topic_near(self, heading_id: str) -> Topic:
        """The same, of each heading only the names that its own accounts use: all that a rule looks at, sooner read."""
        found = self._all("select value from topic where heading = ?", PackedTopic, heading_id)
        if not found:
            raise self._unknown("topic", heading_id, "select heading from topic")
        packed = found[0]
        accounts = json.dumps([account for account, _ in packed.names])
        places = [int(one) for one in self._column(_PLACES, accounts)]
        heading, *others = (self._near(one, places) for one in (packed.heading, *packed.headings))
        return Topic(heading, self._assertions(packed.assertions), tuple(others), packed.names, packed.independent)

    def _near(self, heading_id: str, places: Sequence[int]) -> Heading:
        known = self.catalogue.heading(heading_id)
        assert known is not None, "a topic names headings of its own dossier"
        return msgspec.structs.replace(known, members=self.catalogue.members_in(heading_id, places))

    def speaks_of(self, heading_id: str) -> bool:
        """Whether any account says anything of this heading."""
        query = """
            select 1 from thing where id = ?1 and (
              exists (select 1 from topic where heading = ?1)
              or exists (select 1 from said_of where thing = thing.number and slot = ''))
        """
        return self._one(query, heading_id) is not None

    def topics(self) -> tuple[Topic, ...]:
        """All that was laid side by side."""
        return tuple(self._unpacked(one) for one in self._all("select value from topic order by position", PackedTopic))

    def independent_on(self, heading_id: str) -> tuple[tuple[AccountId, ...], ...]:
        """The groups of accounts that copy or translate one another, among those that tell of this heading."""
        found = self._all("select value from topic where heading = ?", PackedGroups, heading_id)
        return found[0].independent if found else ()

    def assertions_about(self, heading_id: str) -> tuple[Assertion, ...]:
        """What the accounts say of this heading: its topic, or where there is none, all that names it."""
        packed = self._all("select value from topic where heading = ?", PackedTopic, heading_id)
        if packed:
            told = self._numbered("id in (select value from json_each(?))", json.dumps(packed[0].assertions))
        else:
            told = self._numbered(
                "number in (select assertion from said_of where slot = '' and thing = "
                "(select number from thing where id = ?))",
                heading_id,
            )
        return told

    def _numbered(self, where: str, value: str) -> tuple[Assertion, ...]:
        return self._all(f"select value from assertion where {where} order by number", Assertion, value)

    def findings_about(self, heading_id: str) -> tuple[Finding, ...]:
        """What we conclude about this heading."""
        return self._all("select value from finding where topic = ? order by position", Finding, heading_id)

    def findings_on(self, assertion_id: str) -> tuple[Finding, ...]:
        """What we conclude that rests on this assertion."""
        query = """
            select value from finding
            where position in (select finding from finding_assertion where assertion = ?)
            order by position
        """
        return self._all(query, Finding, assertion_id)

    def search(self, words: str, most: int = 50) -> tuple[Hit, ...]:
        """Where the accounts have all these words: quotes of assertions first, then other sentences."""
        return hits(self._database, words, most)

    def table(self, name: str) -> Table:
        """A named view, for counting."""
        return Table(self._database, name)

    # ---- a person --------------------------------------------------------------------------------------------------

    def judge(self, judgement: Judgement) -> None:
        """Keeps the judgement; when this returns it is on the disk. What follows from it comes with the next build."""
        check(judgement)
        log.append(self.folder, judgement)

    # ---- names -----------------------------------------------------------------------------------------------------

    def name_of(self, account_id: str) -> str:
        """What the account with this id is called, without reading it."""
        return self._one("select name from account where id = ?", account_id) or account_id

    def year_of(self, account_id: str) -> int | None:
        """The year in the middle of the dates that an account tells; None where it tells none."""
        year = self._one("select year from account where id = ?", account_id)
        return int(year) if year is not None else None

    # ---- below -----------------------------------------------------------------------------------------------------

    def _unpacked(self, packed: PackedTopic) -> Topic:
        heading, *others = self._headings([packed.heading, *packed.headings])
        return Topic(heading, self._assertions(packed.assertions), tuple(others), packed.names, packed.independent)

    def _headings(self, ids: Sequence[str]) -> list[Heading]:
        found = {one.id: one for one in self._by_ids("heading", Heading, ids)}
        return [found[one] for one in ids]

    def _assertions(self, ids: Iterable[str]) -> tuple[Assertion, ...]:
        wanted = tuple(ids)
        found = {one.id: one for one in self._by_ids("assertion", Assertion, wanted)}
        return tuple(found[one] for one in wanted)

    def _by_ids(self, table: str, kind: type[T], ids: Sequence[str]) -> Iterator[T]:
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            yield from self._all(f"select value from {table} where id in ({', '.join('?' * len(some))})", kind, *some)

    def _read_testimony(self, account: str) -> Testimony:
        told = self._all("select judged from account where id = ?", Testimony, account)[0]
        return msgspec.structs.replace(told, assertions=self.catalogue.said_in(account))

    def _one(self, query: str, *values: str) -> str | None:
        row = self._database.execute(query, values).fetchone()
        return row[0] if row else None

    def _column(self, query: str, *values: str) -> list[str]:
        return [row[0] for row in self._database.execute(query, values)]

    def _all(self, query: str, kind: type[T], *values: str) -> tuple[T, ...]:
        decoder = msgspec.msgpack.Decoder(kind)
        return tuple(decoder.decode(row[0]) for row in self._database.execute(query, values))

    def _unknown(self, what: str, asked: str, query: str) -> DragomanError:
        from difflib import get_close_matches

        known = self._column(f"select * from ({query}) limit {_COMPARED + 1}")
        names = {name.casefold(): name for name in known} if len(known) <= _COMPARED else {}
        near = [names[one] for one in get_close_matches(asked.casefold(), names, n=3, cutoff=0.4)]
        hint = (
            f"did you mean {' or '.join(repr(one) for one in near)}?"
            if near
            else "see `dragoman show` for what there is"
        )
        return DragomanError(f"there is no {what} '{asked}' in '{self.folder}': {hint}")
