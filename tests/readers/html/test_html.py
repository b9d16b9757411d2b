"""Of a web page every visible word stands in the text, in its order; the article is told, the rest is furniture."""

import html
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.layout.source import Reading, Source
from dragoman.model import Account, Code, Level, PassageRole, Stated, Trust
from dragoman.readers.html import read

ARTICLE = (Path(__file__).parent / "pages" / "article.html").read_bytes()
PROSE = "The delegates met at Harbourtown on 3 May 1871 and spoke for a week of nothing but the order of the seats."


def reading(page: str | bytes) -> Reading:
    return read(Source(page if isinstance(page, bytes) else page.encode(), "lake", "accounts/lake.html"))


def account(page: str | bytes) -> Account:
    found = reading(page).account
    assert found is not None
    return found


def said(found: Account, *roles: PassageRole) -> list[str]:
    return [found.text[p.span.start : p.span.end] for p in found.passages if p.role in roles]


def test_the_article_is_told_and_the_rest_is_furniture() -> None:
    found = account(ARTICLE)
    told = said(found, PassageRole.PARAGRAPH)
    assert [words.split()[0] for words in told] == ["The", "On", "“We", "No", "The", "The", "The"]
    assert said(found, PassageRole.TITLE) == ["How the Lake Treaty was made"]
    assert said(found, PassageRole.HEADING) == ["The draft of June"]
    assert said(found, PassageRole.NOTE) == ["[1] The minutes of the conference were printed in 1902."]
    whys = {found.text[p.span.start : p.span.end]: p.why for p in found.passages if p.role == PassageRole.FURNITURE}
    assert whys["7.5° C Harbourtown"] == "weather box"
    assert whys["To be continued"] == "series marker"
    assert whys["By Anna Weaver and Piet Holm"] == "byline"
    assert "The war of the two bridges began in 1866." in whys


def test_what_is_not_visible_is_not_in_the_text() -> None:
    assert "must never be read" not in account(ARTICLE).text


def test_blanks_entities_and_soft_hyphens_are_as_a_browser_shows_them() -> None:
    text = account(ARTICLE).text
    assert "Neither of them had come to give way" in text
    assert "free passage & a yearly payment of 4\u00a0000 crowns" in text
    assert "concluded on the basis of it" in text


def test_the_raised_mark_of_a_note_does_not_grow_onto_a_word_or_year() -> None:
    assert "fish in the lake.[1] Neither" in account(ARTICLE).text
    assert "in 1871[2] and" in account(f"<p>{PROSE}</p><p>It was signed in 1871<sup>2</sup> and kept.</p>").text
    assert "400 m2 of shore" in account(f"<p>{PROSE}</p><p>It gave 400 m<sup>2</sup> of shore.</p>").text


def test_metadata_goes_to_the_provenance_as_marked() -> None:
    found = account(ARTICLE).provenance
    assert found.title and found.publisher and found.published and found.via
    assert (found.title.value, found.title.trust) == ("How the Lake Treaty was made", Trust.MARKED)
    assert [one.value for one in found.authors] == ["Anna Weaver", "Piet Holm"]
    assert (found.publisher.value, found.published.value) == ("The Valley Courier", "2024-11-05")
    assert found.via.value == "https://courier.example/lake-treaty"


def test_a_page_without_an_article_is_a_problem() -> None:
    bars = "<nav><a href='/'>Home</a></nav><p>We use cookies on this site.</p><footer>© 2024 Lake</footer>"
    found = reading(bars)
    assert found.account is None
    assert [(p.code, p.level) for p in found.problems] == [(Code.NO_ARTICLE, Level.ERROR)]


@pytest.mark.parametrize("page", ["", "<html><body></body></html>", "<script>var x;</script>", "<!-- nothing -->"])
def test_a_page_without_a_word_is_empty(page: str) -> None:
    assert [p.code for p in reading(page).problems] == [Code.EMPTY]


@pytest.mark.parametrize("depth", [300, 10_000])
def test_no_nesting_is_too_deep(depth: int) -> None:
    page = "<div>" * depth + f"<p>{PROSE}</p>" + "</div>" * depth + "<p>The draft was signed afterwards, in June.</p>"
    assert said(account(page), PassageRole.PARAGRAPH) == [PROSE, "The draft was signed afterwards, in June."]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>War was <b>declared <i>by</b> Norland.</i></table></div>", "War was declared by Norland."),
        ("<script>var a = '</p><p>never';</script><p>War was declared.</p>", "War was declared."),
        ("<!-- a -- b --><p>War was declared.</p>", "War was declared."),
        ("<p title='" + "x" * 200_000 + "'>War was declared.</p>", "War was declared."),
        ('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="x"/></head>'
         "<body><p>War was declared.</p></body></html>", "War was declared."),
        ("<p>War was\u200b de\u00adclared.</p>", "War was declared."),
        ("<p>War<br>was declared.</p>", "War\nwas declared."),
        ("<div>War was declared.<br><br>Peace was made.</div>", "Peace was made."),
    ],
)  # fmt: skip
def test_broken_and_odd_pages_are_read_as_a_browser_shows_them(page: str, words: str) -> None:
    assert words in said(account(page), PassageRole.PARAGRAPH)


def test_the_encoding_is_that_of_the_page() -> None:
    words = "Vester’s envoy signed the draft at Harbourtown on 3 May 1871."
    assert account(f"<p>{words}</p>".encode("utf-16")).text == words
    assert account(b'<meta charset="iso-8859-1">' + f"<p>{words}</p>".encode("cp1252")).text == words
    greek = "Η Συνθήκη υπογράφηκε στην Κωνσταντινούπολη τον Ιούνιο."
    assert account(b'<meta charset="iso-8859-7">' + f"<p>{greek}</p>".encode("iso-8859-7")).text == greek


WORDS = st.text(alphabet="abcdefghij&<é’", min_size=1, max_size=8)
TAGS = st.sampled_from(["p", "div", "li", "td", "h2", "span", "b", "blockquote", "nav", "aside", "a", "pre", "article"])
TREES = st.recursive(
    WORDS,
    lambda inner: st.tuples(TAGS, st.lists(inner, min_size=1, max_size=4)),
    max_leaves=25,
)


def words_of(tree: object) -> list[str]:
    return [tree] if isinstance(tree, str) else [word for one in tree[1] for word in words_of(one)]  # type: ignore[index]


def markup_of(tree: object) -> str:
    if isinstance(tree, str):
        return f" {html.escape(tree)} "
    tag, inner = tree  # type: ignore[misc]
    return f"<{tag}>{''.join(markup_of(one) for one in inner)}</{tag}>"


@given(TREES)
def test_every_visible_word_stands_in_the_text_in_its_order(tree: object) -> None:
    page = f"<body><p>{PROSE}</p>{markup_of(tree)}</body>"
    found = account(page)
    assert found.text.split() == [*PROSE.split(), *words_of(tree)]
    covered = 0
    for passage in found.passages:
        assert covered <= passage.span.start < passage.span.end
        assert not found.text[covered : passage.span.start].strip()
        covered = passage.span.end
    assert not found.text[covered:].strip()


def test_a_page_of_boxes_without_marks_is_read_by_its_layout() -> None:
    page = (
        "<title>What happened to the Lake? - LakeMedia</title><div><div>26 Mar</div><div>2025</div>"
        "<div>5.3° c HARBOURTOWN</div></div><div>What happened to the Lake?</div>"
        f"<div>{PROSE}<br><br><b>On the Eve of the Draft</b><br><br>No treaty was signed.<br><br>{PROSE}"
        "<br><br>To be continued</div><div><a href='/1'>Prisoners of war</a></div>"
    )
    found = account(page)
    assert said(found, PassageRole.TITLE) == ["What happened to the Lake?"]
    assert said(found, PassageRole.HEADING) == ["On the Eve of the Draft"]
    assert said(found, PassageRole.PARAGRAPH) == [PROSE, "No treaty was signed.", PROSE]
    assert found.provenance.title == Stated("What happened to the Lake?", Trust.MARKED)
    assert found.provenance.published == Stated("2025-03-26", Trust.FURNITURE)
