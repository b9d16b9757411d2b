"""How to cite what is here: an assertion with the exact words and where they stand, a finding with all it rests on.

    citation_of(assertion, account, imprint).text()
    "“no treaty was signed”, in: Conferences of Moscow (accounts/entry.txt, line 3, characters 103–123). Assertion …"

Ids come from content: the same words in the same account have the same id on every machine and after every build.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from dragoman.model import Account, Assertion, Finding


class Imprint(msgspec.Struct, frozen=True):
    """The dossier that is cited from: its name, when it was built (ISO 8601), and by which version of the program."""

    dossier: str
    built_at: str
    version: str


class Citation(msgspec.Struct, frozen=True):
    """One thing to cite. `sort` is "assertion" or "finding"; `sources` are the sentences that say where it stands."""

    sort: str
    id: str
    title: str
    sources: tuple[str, ...]
    imprint: Imprint
    authors: tuple[str, ...] = ()
    how: str = ""

    @property
    def address(self) -> str:
        """Its page in the reading room; in a report it is the anchor of the same letter and id."""
        return f"/{self.sort}/{self.id}"

    def text(self) -> str:
        """One paragraph, for a footnote."""
        how = f", {self.how}" if self.how else ""
        built = f"dossier “{self.imprint.dossier}” as built on {self.imprint.built_at[:10]}"
        where = f"dragoman {self.imprint.version}, {built}, {self.address}"
        return f"{self.title} {' '.join(self.sources)} {self.sort.capitalize()} {self.id}{how}: {where}."

    def bibtex(self) -> str:
        """An entry for BibTeX or BibLaTeX."""
        fields = {
            "author": " and ".join(self.authors),
            "title": self.title,
            "howpublished": f"{self.sort.capitalize()} {self.id} in the dossier {self.imprint.dossier}",
            "note": " ".join((*self.sources, self.how)).strip(),
            "year": self.imprint.built_at[:4],
            "version": f"dragoman {self.imprint.version}",
        }
        lines = [f"  {name} = {{{_escaped(value)}}}," for name, value in fields.items() if value]
        return "\n".join((f"@misc{{dragoman-{self.id},", *lines, "}"))

    def csl(self) -> Mapping[str, Any]:
        """An item of CSL-JSON, which Zotero and others read."""
        year, month, day = (int(part) for part in self.imprint.built_at[:10].split("-"))
        item: dict[str, Any] = {
            "id": f"dragoman-{self.id}",
            "type": "document",
            "title": self.title,
            "author": [{"literal": one} for one in self.authors],
            "archive": f"dossier {self.imprint.dossier}",
            "archive_location": self.address,
            "issued": {"date-parts": [[year, month, day]]},
            "note": " ".join(self.sources),
            "version": f"dragoman {self.imprint.version}",
        }
        return {name: value for name, value in item.items() if value}


def citation_of(assertion: Assertion, account: Account, imprint: Imprint) -> Citation:
    """How to cite what one account says."""
    return Citation(
        sort="assertion",
        id=assertion.id,
        title=f"“{_in_line(assertion.quote)}”",
        sources=(f"In: {source_of(account)} ({place_of(assertion, account)}).",),
        imprint=imprint,
        authors=tuple(one.value for one in account.provenance.authors),
        how=f"found by {assertion.found_by}",
    )


def citation_of_finding(finding: Finding, said: Sequence[tuple[Assertion, Account]], imprint: Imprint) -> Citation:
    """How to cite what is concluded, with the assertions it rests on and their accounts."""
    return Citation(
        sort="finding",
        id=finding.id,
        title=f"{_in_line(finding.sentence).rstrip('.')}.",
        sources=tuple(
            f"“{_in_line(one.quote)}” ({source_of(account)}, {place_of(one, account)}, assertion {one.id})."
            for one, account in said
        ),
        imprint=imprint,
        how=f"{finding.verdict} by the rule of {finding.rule}",
    )


def source_of(account: Account) -> str:
    """An account as a footnote names it: author, title, publisher, date, as far as it says."""
    origin = account.provenance
    title = f"“{_in_line(origin.title.value)}”" if origin.title else account.name
    parts = [
        ", ".join(one.value for one in origin.authors),
        title,
        origin.publisher.value if origin.publisher else "",
        origin.published.value if origin.published else "",
    ]
    return ", ".join(part for part in parts if part)


def place_of(assertion: Assertion, account: Account) -> str:
    """Where the words stand, so that they can be found without the program."""
    line = account.text.count("\n", 0, assertion.span.start) + 1
    return f"{account.path}, line {line}, characters {assertion.span.start}–{assertion.span.end}"


def _in_line(words: str) -> str:
    return " ".join(words.split())


def _escaped(words: str) -> str:
    """What would be markup in TeX stays the letter it is."""
    return "".join(
        f"\\{letter}" if letter in "#$%&_{}" else letter for letter in words.replace("\\", "\\textbackslash ")
    )
