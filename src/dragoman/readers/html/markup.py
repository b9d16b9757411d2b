"""Markup: characters to a tree that can be walked, however broken or deep the page is.

tree_of("<p>War was declared.") -> the <html> element
"""

import re
from typing import Any

# The parser gives up on a page nested deeper than this; what wraps nothing but wrappers is left out below it.
_DEEPEST = 200
_WRAPPERS = (
    "article|aside|b|big|blockquote|center|details|div|dl|em|fieldset|figure|font|footer|form|header|i|ins|main|nav|ol|s"
    "|section|small|span|strong|sub|sup|table|tbody|u|ul"
)
_WRAPPER = re.compile(rf"<(/?)({_WRAPPERS})\b[^>]*>", re.IGNORECASE)
_INLINE = frozenset({"b", "big", "em", "font", "i", "ins", "s", "small", "span", "strong", "sub", "sup", "u"})
_CHARSET = re.compile(
    rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w\-:.]+)|^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w\-:.]+)",
    re.IGNORECASE,
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
_XHTML = re.compile(r"<\?xml|//DTD XHTML|xmlns\s*=\s*[\"']http://www\.w3\.org/1999/xhtml", re.IGNORECASE)
# In XHTML a tag may close itself; read as HTML it would swallow the rest of the page.
_SELF_CLOSED = re.compile(
    r"<(script|style|title|textarea|iframe|noscript|div|span|a|p|td|th|li|i|b|em|strong|sup|sub|h[1-6])\b([^<>]*)/>",
    re.IGNORECASE,
)
# Pages that declare these mean Windows' superset of them, as every browser reads them.
_MEANT = {"iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}
_NOT_XML = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff]")


def declared_encoding(data: bytes) -> str:
    """The encoding that the page names for itself, as Python calls it; "" if it names none."""
    found = _CHARSET.search(data[:4096])
    if not found:
        return ""
    name = (found[1] or found[2]).decode("ascii", "replace").lower()
    return _MEANT.get(name, name)


def tree_of(page: str) -> Any | None:
    """The <html> element of the page; None where there is not one tag or word in it."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    if _XHTML.search(page[:2048]):
        page = _SELF_CLOSED.sub(r"<\1\2></\1>", page)
    page = _flat(_NOT_XML.sub("\ufffd", _XML_DECLARATION.sub("", page, count=1)))
    try:
        return html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return None


def _flat(page: str) -> str:
    """The page, with wrappers left out where they stand deeper than the parser bears."""
    deepest = depth = 0
    for match in _WRAPPER.finditer(page):
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    if deepest <= _DEEPEST:
        return page
    pieces: list[str] = []
    stack: list[tuple[str, bool]] = []
    last = 0
    for match in _WRAPPER.finditer(page):
        name, closing = match[2].lower(), bool(match[1])
        if not closing:
            stack.append((name, len(stack) < _DEEPEST))
            kept = stack[-1][1]
        elif stack and stack[-1][0] == name:
            kept = stack.pop()[1]
        else:
            kept = len(stack) < _DEEPEST
        if not kept:
            between = page[last : match.start()]
            # What was a block of its own stays one; one break is enough for a hundred wrappers.
            pieces.append(between if name in _INLINE or not between.strip() else f"{between}<br><br>")
            last = match.end()
    return "".join((*pieces, page[last:]))
