"""Values onto pages: the templates in pages/, and the words they may use.

Printer(folder).page("opening.html", request, shelves, opening=…)
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dragoman.model import RELATIONS, Account, Assertion, Heading, Member, Role
from dragoman.settings import settings_of
from dragoman.web import wording
from dragoman.web.marking import manner_classes
from dragoman.web.room import Shelves
from dragoman.web.telling import in_one_line

HERE: Final = Path(__file__).resolve().parent
STATIC: Final = HERE / "static"


class Printer:
    """Prints pages; autoescape is on for every one of them, so an account's words stay words."""

    def __init__(self, folder: Path) -> None:
        """For the dossier in this folder. `seal` goes into every form."""
        self.seal = ""
        self.name = settings_of(folder).title or folder.resolve().name
        self._pages = Environment(
            loader=FileSystemLoader(HERE / "pages"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._pages.globals.update(_words())
        self._pages.filters.update(date=wording.date_in_words, sentence=wording.as_sentence, words=wording.in_words)

    def page(
        self, template: str, request: Request, shelves: Shelves, *, status: int = 200, **values: Any
    ) -> HTMLResponse:
        """The page with these values on it."""
        return HTMLResponse(self.sheet(template, shelves, path=request.url.path, seal=self.seal, **values), status)

    def sheet(self, template: str, shelves: Shelves, **values: Any) -> str:
        """The text of a page with these values on it, for a browser or for a file."""
        return self._pages.get_template(template).render(
            shelves=shelves,
            dossier_name=self.name,
            heading_of=lambda one, part: shelves.heading_of.get(Member(one.account, part.name)),
            contrary=shelves.contrary,
            **values,
        )

    def refusal(self, request: Request, status: int, sentence: str) -> HTMLResponse:
        """One sentence that says what is wrong and what to do."""
        made = self._pages.get_template("refusal.html").render(
            dossier_name=self.name, path=request.url.path, sentence=sentence
        )
        return HTMLResponse(made, status)


def _words() -> Mapping[str, Any]:
    return {
        "act": wording.act_in_words,
        "acts_of": lambda family: wording.FAMILIES[family],
        "counted": wording.counted,
        "ends": (Role.SUBJECT, Role.OBJECT),
        "families": wording.FAMILY_LABELS,
        "family": wording.family_of,
        "in_one_line": in_one_line,
        "is_relation": lambda one: one.predicate in RELATIONS and bool(one.of(Role.SUBJECT) and one.of(Role.OBJECT)),
        "link_to": link_to,
        "manner": wording.manner_of,
        "manner_classes": manner_classes,
        "not_contrary": wording.NOT_CONTRADICTIONS,
        "parts": wording.parts_of,
        "title_of": title_of,
        "words_at": words_at,
    }


def words_at(assertion: Assertion) -> str:
    """Where the exact words of an assertion are shown in their account."""
    return f"/account/{quote(assertion.account, '')}?at={quote(assertion.id, '')}#a-{quote(assertion.id, '')}"


def link_to(value: Account | Assertion | Heading) -> str:
    """The page of an account, an assertion or a heading."""
    if isinstance(value, Account):
        return f"/account/{quote(value.id, '')}"
    if isinstance(value, Assertion):
        return f"/assertion/{quote(value.id, '')}"
    return f"/thing/{quote(value.id, '')}"


def title_of(account: Account) -> str:
    """What an account is called: its title, or the name of its file."""
    title = account.provenance.title
    return title.value if title and title.value.strip() else account.name
