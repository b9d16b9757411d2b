"""The walk: the visible text of a page in document order, and the pieces it falls into.

    walk(tree of "<nav>Home</nav><p>War  was<br>declared.</p>")
      -> text "Home\\n\\nWar was\\ndeclared.", pieces nav (inside "navigation") and p

Blanks are run together as a browser does. Not visible, so not in the text: scripts, styles, templates, what is hidden
by an attribute or a style of its own, soft hyphens and zero-width spaces (they are advice on where to break a line).
A no-break space stays.
"""

import re
from typing import Any

import msgspec

from dragoman.languages.en import furniture as english
from dragoman.model import Span

_NEVER_SHOWN = frozenset(
    {
        "applet", "audio", "canvas", "datalist", "embed", "frameset", "head", "iframe", "map", "noframes", "noscript",
        "object", "rp", "script", "style", "svg", "template", "video",
    }
)  # fmt: skip
_INLINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
        "img", "ins", "kbd", "label", "mark", "math", "mi", "mn", "mo", "mrow", "nobr", "q", "rt", "ruby", "s", "samp",
        "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    }
)  # fmt: skip
# Set close together: one line end between two of them, an empty line before anything else.
_TIGHT = frozenset({"li", "td", "th", "dt", "dd", "option", "button", "tr", "caption"})
# Which element holds what; the nearest one above a piece decides.
_HOLDERS = {
    "nav": "navigation",
    "aside": "aside of the page",
    "footer": "foot of the page",
    "form": "form",
    "select": "form",
    "button": "button",
    "figcaption": "caption",
    "dialog": "dialog",
    "menu": "navigation",
}
_ROLES = {"navigation": "navigation", "banner": "head of the page", "contentinfo": "foot of the page", "search": "form",
          "complementary": "aside of the page", "dialog": "dialog", "alertdialog": "dialog"}  # fmt: skip
_NAMED = tuple((why, re.compile(pattern, re.IGNORECASE)) for why, pattern in english.CONTAINERS.items())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_NOTE_MARK = re.compile(r"\d{1,3}|[*†‡]{1,3}|[a-z]")


class Piece(msgspec.Struct, frozen=True):
    """A block of the page: where it stands in the text, its tag, what holds it, and how much of it is links.

    `inside` names the furniture it stands in, "" for none; `parent` is a number that pieces of one parent share.
    """

    span: Span
    tag: str
    lines: int = 1
    inside: str = ""
    parent: int = 0
    linked: float = 0.0

    def words(self, text: str) -> str:
        """Its characters."""
        return text[self.span.start : self.span.end]


class Walk(msgspec.Struct, frozen=True):
    """The visible text and its pieces, in order."""

    text: str
    pieces: tuple[Piece, ...]


def walk(tree: Any) -> Walk:
    """The text of the page and its pieces."""
    from lxml import etree

    page = _Page()
    skipped: Any = None
    steps = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in steps:
        if event in ("comment", "pi"):
            page.add(element.tail or "")
        elif event == "start":
            mark = page.note_mark(element)
            if not mark and not _is_hidden(element):
                page.open(element)
                continue
            steps.skip_subtree()
            skipped = element
            page.add(mark)
        elif element is skipped:
            if _name(element) not in _INLINE and _name(element) not in _NEVER_SHOWN:
                page.finish()
            page.add(element.tail or "")
        else:
            page.close(element)
    page.finish()
    return Walk("".join(page.text), tuple(page.pieces))


class _Page:
    """The text as far as it has been walked."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.pieces: list[Piece] = []
        self._length = 0
        self._words: list[str] = []
        self._blank = self._pre = self._links = self._linked = self._breaks = 0
        self._stack: list[tuple[str, str, int]] = [("body", "", 0)]
        self._parents = 0

    def open(self, element: Any) -> None:
        """Enter an element: a block ends what went before, <br> a line."""
        name = _name(element)
        if name == "br":
            self._break()
        elif name not in _INLINE:
            self.finish()
            self._parents += 1
            self._stack.append((name, _holder(element, name) or self._stack[-1][1], self._parents))
            self._pre += name == "pre"
        self._links += name == "a"
        self.add(element.text or "")

    def note_mark(self, element: Any) -> str:
        """The raised mark of a note as "[1]": "in 1920<sup>1</sup>" must not be read as a year 19201. Else ""."""
        if _name(element) != "sup":
            return ""
        mark = "".join(element.itertext()).strip()
        last = self._words[-1][-1:] if self._words else ""
        at_mark = (
            not last
            or last.isdigit()
            or last in '.,;:!?”"’)'
            or _is_link(element.getparent())
            or any(map(_is_link, element))
        )
        return f"[{mark}]" if at_mark and _NOTE_MARK.fullmatch(mark) else ""

    def close(self, element: Any) -> None:
        """Leave an element, and go on with what follows it."""
        name = _name(element)
        self._links -= name == "a"
        if name != "br" and name not in _INLINE:
            self.finish()
            self._stack.pop()
            self._pre -= name == "pre"
        self.add(element.tail or "")

    def add(self, text: str) -> None:
        """More text, its blanks run together with those before it."""
        if not text:
            return
        shown = _INVISIBLE.sub("", text)
        if self._pre:
            for at, line in enumerate(shown.replace("\r\n", "\n").split("\n")):
                if at:
                    self._break()
                if line.strip():
                    self._put(line.rstrip())
            return
        shown = _BLANKS.sub(" ", shown)
        if not shown.strip(" "):
            self._blank = self._blank or len(shown)
            return
        self._blank = self._blank or shown[0] == " "
        self._put(shown.strip(" "))
        self._blank = shown[-1] == " "

    def finish(self) -> None:
        """End the piece, if there is anything in it."""
        words, self._words = "".join(self._words), []
        linked, self._linked, self._blank, self._breaks = self._linked, 0, 0, 0
        if not words.strip():
            return
        name, inside, own = self._stack[-1]
        tight = name in _TIGHT and bool(self.pieces) and self.pieces[-1].tag in _TIGHT
        between = "" if not self.pieces else "\n" if tight else "\n\n"
        left, bare = len(words) - len(words.lstrip()), words.strip()
        start = self._length + len(between) + left
        self.text += (between, words)
        self._length += len(between) + len(words)
        parent = (
            self._stack[-2][2] if len(self._stack) > 1 and name in ("p", "li", "h2", "h3", "h4", "blockquote") else own
        )
        self.pieces.append(
            Piece(
                Span(start, start + len(bare)),
                name,
                lines=bare.count("\n") + 1,
                inside=inside,
                parent=parent,
                linked=linked / len(bare),
            )
        )

    def _put(self, words: str) -> None:
        if self._breaks > 1:
            self.finish()
        elif self._breaks and self._words:
            self._words.append("\n")
        elif self._blank and self._words:
            self._words.append(" ")
        self._breaks = self._blank = 0
        self._words.append(words)
        self._linked += len(words) if self._links else 0

    def _break(self) -> None:
        self._breaks += 1
        self._blank = 0


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(element.tag, str) else ""


def _is_hidden(element: Any) -> bool:
    name = _name(element)
    if name in _NEVER_SHOWN or (name == "dialog" and element.get("open") is None):
        return True
    # Pages that wait for their script hide the whole body: what a reader came to see is there all the same.
    if name in ("html", "body"):
        return False
    return element.get("hidden") is not None or bool(_HIDDEN.search((element.get("style") or "")[:1000]))


def _holder(element: Any, name: str) -> str:
    """What sort of furniture the element holds, by its tag, its role, or the way pages name such things."""
    if name in ("html", "body", "main", "article", "p", "li", "td", "tr") or re.fullmatch(r"h[1-6]", name):
        return ""
    role = _ROLES.get((element.get("role") or "").lower(), "")
    found = _HOLDERS.get(name, "") or role
    if found:
        return found
    called = f"{element.get('class') or ''} {element.get('id') or ''}"[:300]
    return next((why for why, pattern in _NAMED if pattern.search(called)), "") if called.strip() else ""


def _is_link(element: Any) -> bool:
    return element is not None and (element.get("href") or "").startswith("#")
