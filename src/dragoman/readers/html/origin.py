"""Where a page says it comes from: its metadata, marked as such.

<meta property="article:published_time" content="2025-03-26T10:00">  ->  published 2025-03-26, MARKED
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from dragoman.layout.day import day_of
from dragoman.model import Provenance, Stated, Trust

# The first that is there counts. Names as they stand in `name`, `property` or `itemprop`.
_TITLE = ("citation_title", "og:title", "dc.title", "dcterms.title", "twitter:title")
_AUTHORS = (
    "citation_author",
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
)
_PUBLISHER = (
    "citation_publisher",
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "application-name",
)
_PUBLISHED = (
    "article:published_time", "citation_publication_date", "citation_date", "datepublished", "dc.date",
    "dc.date.issued", "dcterms.issued", "dcterms.date", "pubdate", "publishdate", "parsely-pub-date",
    "sailthru.date", "date",
)  # fmt: skip
_URL = re.compile(r"https?://|^@")
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_SUFFIX = re.compile(r"\s+[|–—·»]\s+[^|–—·»]{2,60}$")


def origin_of(tree: Any) -> Provenance:
    """The provenance that the page is marked with."""
    meta = _meta(tree)
    linked = list(_linked_data(tree))
    headline = next((one["headline"] for one in linked if isinstance(one.get("headline"), str)), "")
    title = _first(meta, _TITLE) or headline or _SUFFIX.sub("", _text(tree.find(".//head/title")))
    names = [name for one in linked for name in _names(one.get("author"))] or meta.get(_key(meta, _AUTHORS), [])
    publisher = next((name for one in linked for name in _names(one.get("publisher"))), "") or _first(meta, _PUBLISHER)
    published = next((day for one in linked if (day := _day(one.get("datePublished")))), "") or next(
        (day for name in _PUBLISHED for value in meta.get(name, ()) if (day := _day(value))), ""
    )
    address = next(
        (link.get("href") or "" for link in tree.iterfind(".//head/link") if link.get("rel") == "canonical"), ""
    )
    return Provenance(
        title=_marked(title),
        authors=tuple(Stated(name, Trust.MARKED) for name in dict.fromkeys(_clean(names)) if not _URL.search(name)),
        publisher=_marked(publisher),
        published=_marked(published),
        via=_marked(address or _first(meta, ("og:url",))),
    )


def _meta(tree: Any) -> dict[str, list[str]]:
    """What the page's <meta> elements say, by their name in small letters."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        content = " ".join((element.get("content") or "").split())[:500]
        if name and content:
            found.setdefault(name, []).append(content)
    return found


def _key(meta: dict[str, list[str]], names: tuple[str, ...]) -> str:
    return next((name for name in names if name in meta), "")


def _first(meta: dict[str, list[str]], names: tuple[str, ...]) -> str:
    return next(iter(meta.get(_key(meta, names), ())), "")


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """The articles of the page's JSON-LD; what cannot be parsed says nothing."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            said = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for one in said if isinstance(said, list) else [said]:
            graph = one.get("@graph") if isinstance(one, dict) else None
            for each in graph if isinstance(graph, list) else [one]:
                if isinstance(each, dict) and re.search(
                    r"Article|Report|Posting|WebPage|Book", str(each.get("@type", ""))
                ):
                    yield each


def _names(said: Any) -> Iterator[str]:
    """The names in a value of JSON-LD: a word, an object with a name, or several of them."""
    for one in said if isinstance(said, list) else [said]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str) and name.strip():
            yield name


def _clean(names: Any) -> Iterator[str]:
    for name in names:
        for part in re.split(r"\s*(?:;|\band\b|&)\s*", re.sub(r"(?i)^by\s+", "", name.strip())):
            if part.strip():
                yield " ".join(part.split())


def _day(said: Any) -> str:
    if not isinstance(said, str):
        return ""
    iso = _DAY.match(said.strip())
    return day_of(iso.group()) if iso else day_of(said)


def _text(element: Any) -> str:
    return " ".join(element.text_content().split()) if element is not None else ""


def _marked(value: str) -> Stated | None:
    return Stated(value, Trust.MARKED) if value else None
