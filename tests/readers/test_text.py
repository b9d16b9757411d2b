"""A text file keeps every character; what is furniture is marked, and nothing real is lost."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.layout.paragraphs import LONGEST_PARAGRAPH
from dragoman.layout.source import Source
from dragoman.layout.trouble import LONGEST_TEXT
from dragoman.model import Account, Code, Level, PassageRole, Trust
from dragoman.readers.text import read

PROSE = "The delegates met at Harbourtown on 3 May 1871 and spoke for a week of nothing but the order of the seats."
MORE = "The draft gave the northern shore to Norland, and Vester was promised free passage for ever."


def account(data: str | bytes) -> Account:
    given_bytes = data if isinstance(data, bytes) else data.encode()
    found = read(Source(given_bytes, "lake", "accounts/lake.txt")).account
    assert found is not None
    return found


def said(found: Account, role: PassageRole) -> list[str]:
    return [found.text[p.span.start : p.span.end] for p in found.passages if p.role == role]


def paragraphs(data: str) -> list[str]:
    return said(account(data), PassageRole.PARAGRAPH)


def furniture(data: str) -> dict[str, str]:
    found = account(data)
    return {found.text[p.span.start : p.span.end]: p.why for p in found.passages if p.role == PassageRole.FURNITURE}


LINES = st.sampled_from(
    [PROSE, MORE, "", "  ", "26 Mar", "2025", "12", "- 13 -", "THE LAKE TREATY 14", "To be continued", "\f", "* * *",
     "The Draft of June", "War was declared.", "[1] A note.", "- an item", "Share", "5.3° C HARBOURTOWN", "“",
     "*** START OF THIS PROJECT GUTENBERG EBOOK LAKE ***", "and so on,", "CHAPTER II", "x" * 90, "\u2028x",
     "\x1c", "\x85y"]
)  # fmt: skip
DOCUMENTS = st.one_of(st.text(max_size=400), st.lists(LINES, max_size=30).map("\n".join))


@given(DOCUMENTS)
def test_passages_are_in_order_disjoint_and_hold_all_that_is_not_blank(text: str) -> None:
    written = text.encode("utf-8", "replace")
    found = read(Source(written, "x", "accounts/x.txt")).account
    if found is None:
        return
    covered = 0
    for passage in found.passages:
        assert covered <= passage.span.start < passage.span.end <= len(found.text)
        assert not found.text[covered : passage.span.start].strip()
        covered = passage.span.end
    assert not found.text[covered:].strip()


@given(DOCUMENTS)
def test_the_text_is_the_file_character_for_character(text: str) -> None:
    found = read(Source(b"\xef\xbb\xbf" + text.encode("utf-8", "replace"), "x", "accounts/x.txt")).account
    assert found is None or found.text == text.encode("utf-8", "replace").decode()


def test_line_ends_of_windows_stay_in_the_text() -> None:
    found = account(f"{PROSE}\r\n\r\n{MORE}\r\n")
    assert found.text == f"{PROSE}\r\n\r\n{MORE}\r\n"
    assert said(found, PassageRole.PARAGRAPH) == [PROSE, MORE]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac-roman"]
)
def test_any_encoding_gives_the_same_text(encoding: str) -> None:
    text = "Vester’s envoy said “no” to the draft. Norland’s envoy was Señor Peña."
    assert account(text.encode(encoding)).text == text


def test_a_guessed_encoding_is_noted_and_lost_bytes_are_a_warning() -> None:
    guessed = read(Source("Vester’s draft was signed.".encode("cp1252"), "x", "accounts/x.txt"))
    assert [(p.code, p.level) for p in guessed.problems] == [(Code.ENCODING, Level.NOTE)]
    broken = read(Source("Vester’s “draft” was signed.".encode() + b"\xff", "x", "accounts/x.txt"))
    assert [(p.code, p.level) for p in broken.problems] == [(Code.ENCODING, Level.WARNING)]
    assert broken.account is not None and "Vester’s “draft”" in broken.account.text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", Code.EMPTY),
        (b"\xef\xbb\xbf", Code.EMPTY),
        (b" \r\n\t\n", Code.EMPTY),
        (bytes(range(256)) * 20, Code.NOT_TEXT),
        (b"%PDF-1.7 ...", Code.NOT_TEXT),
        (b"PK\x03\x04 a document", Code.NOT_TEXT),
    ],
)
def test_what_holds_no_text_is_a_problem_and_no_account(data: bytes, code: Code) -> None:
    reading = read(Source(data, "x", "accounts/x.txt"))
    assert reading.account is None
    assert [(p.code, p.level) for p in reading.problems] == [(code, Level.ERROR)]


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = [textwrap.fill(f"{PROSE} {MORE}", width) for width in (60, 72)]
    for text in wrapped:
        assert paragraphs(f"{text}\n\n{text}\n") == [text, text]


def test_a_document_with_a_paragraph_a_line_is_not_glued() -> None:
    assert paragraphs(f"{PROSE}\n{MORE}\n{PROSE}") == [PROSE, MORE, PROSE]


def test_indented_paragraphs_of_old_books_need_no_empty_line() -> None:
    one = textwrap.fill(f"{PROSE} {MORE}", 64, initial_indent="   ")
    assert paragraphs("\n".join([one] * 4)) == [one.strip()] * 4


def test_lines_with_an_empty_line_between_any_two_are_wrapped_too() -> None:
    spaced = textwrap.fill(f"{PROSE} {MORE} {PROSE}", 64).replace("\n", "\n\n")
    assert paragraphs(f"{spaced}\n\n\n{spaced}") == [spaced, spaced]


def test_a_chronicle_keeps_its_lines_apart() -> None:
    lines = [
        f"{year}: Norland and Vester sign the treaty number {year % 7} at Harbourtown" for year in range(1871, 1879)
    ]
    assert len(account("\n".join(lines)).passages) == len(lines)


def test_a_masthead_is_furniture_and_its_date_goes_to_the_provenance() -> None:
    found = account(
        f"26 Mar\n2025\n5.3° c HARBOURTOWN\nLAKEMEDIA\nWho made the Treaty?\n\nWho made the Treaty?\n\n{PROSE}"
    )
    assert said(found, PassageRole.TITLE) == ["Who made the Treaty?"]
    assert said(found, PassageRole.FURNITURE) == [
        "26 Mar", "2025", "5.3° c HARBOURTOWN", "LAKEMEDIA", "Who made the Treaty?",
    ]  # fmt: skip
    published = found.provenance.published
    assert published is not None and (published.value, published.trust) == ("2025-03-26", Trust.FURNITURE)


def test_what_follows_the_end_is_furniture() -> None:
    after = furniture(f"The Lake\n\n{PROSE}\n\n{MORE}\n\nTo be continued\n\nHerring prices")
    assert after == {"To be continued": "series marker", "Herring prices": "a short line after the end"}


def test_a_short_line_in_the_text_is_a_heading_not_furniture() -> None:
    found = account(f"The Lake Treaty\n\n{PROSE}\n\nOn the Eve of the Draft\n\n{MORE}")
    assert said(found, PassageRole.HEADING) == ["On the Eve of the Draft"]


@pytest.mark.parametrize(
    "line",
    [
        "War was declared.",
        "Like this treaty, the pact was void.",
        "Read more closely, the draft gave nothing away.",
        "No treaty was signed.",
        "“We refuse,” said the envoy.",
        "Done at Harbourtown, the 9th of April 1873",
        "Signed: Weaver and Holm",
        "Follow us the envoys did not.",
        "Comments were made by the envoy of Vester on the draft.",
        "It was over; they left",
    ],
)
def test_a_real_line_is_never_lost(line: str) -> None:
    """Neither in the middle nor at the end of a text."""
    assert line in paragraphs(f"The Lake Treaty\n\n{PROSE}\n\n{line}\n\n{MORE}")
    assert line in paragraphs(f"The Lake Treaty\n\n{PROSE}\n\n{MORE}\n\n{line}")


def test_a_sentence_right_below_the_title_is_a_paragraph() -> None:
    assert paragraphs(f"The Lake\n\nWar was declared.\n\n{PROSE}") == ["War was declared.", PROSE]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Photo: Jane Roe / Lake Archive", "credit"),
        ("Read also: The war of the two bridges", "link to something else"),
        ("Share on Facebook", "share bar"),
        ("We use cookies to improve this site.", "cookie or consent notice"),
        ("© 2024 The Valley Courier", "copyright"),
        ("3 comments", "comments"),
        ("Tags: lakes, treaties", "tags"),
        ("Home | Politics | History", "navigation"),
        ("Subscribe to our newsletter", "subscription"),
        ("5 min read", "reading time"),
    ],
)
def test_the_words_of_a_line_can_give_it_away(line: str, why: str) -> None:
    assert furniture(f"The Lake Treaty\n\n{PROSE}\n\n{line}\n\n{MORE}") == {line: why}


def test_pages_of_a_digitised_book_leave_numbers_and_heads_behind() -> None:
    page = textwrap.fill(f"{PROSE} {MORE} {PROSE}", 66)
    book = "\n\n".join(
        f"{number}  THE LAKE TREATY\n\n{page}\n\n[1] See the minutes.\n\n- {number} -" for number in range(7, 12)
    )
    found = account(book)
    assert said(found, PassageRole.PARAGRAPH) == [page] * 5
    assert said(found, PassageRole.NOTE) == ["[1] See the minutes."] * 5
    assert len(said(found, PassageRole.FURNITURE)) == 10


def test_a_year_alone_heads_a_year_and_is_no_page_number() -> None:
    found = account(f"The Lake\n\n{PROSE}\n\n1872\n\n{MORE}\n\n1873\n\n{MORE}")
    assert said(found, PassageRole.HEADING) == ["1872", "1873"]


def test_the_licence_of_a_digital_library_is_furniture() -> None:
    start, end = (
        "*** START OF THIS PROJECT GUTENBERG EBOOK LAKE ***",
        "*** END OF THIS PROJECT GUTENBERG EBOOK LAKE ***",
    )
    found = account(f"This eBook is for the use of anyone anywhere.\n\n{start}\n\n{PROSE}\n\n{end}\n\n{MORE}")
    assert said(found, PassageRole.PARAGRAPH) == [PROSE]


def test_the_card_of_a_digital_library_gives_title_and_author() -> None:
    card = "Title: The Lake and Its Powers\n\nAuthor: Anna Weaver\n\n*** START OF THE PROJECT GUTENBERG EBOOK LAKE ***"
    found = account(f"{card}\n\n{PROSE}").provenance
    assert found.title is not None and found.title.value == "The Lake and Its Powers"
    assert [(one.value, one.trust) for one in found.authors] == [("Anna Weaver", Trust.MARKED)]


def test_chapter_headings_in_capitals_are_headings() -> None:
    page = textwrap.fill(f"{PROSE} {MORE}", 66)
    found = account(f"{page}\n\nCHAPTER IV\n\nTHE LAKE IS DIVIDED\n{page}\n")
    assert said(found, PassageRole.HEADING) == ["CHAPTER IV", "THE LAKE IS DIVIDED"]
    assert said(found, PassageRole.PARAGRAPH) == [page, page]


def test_a_byline_and_what_the_text_states_go_to_the_provenance() -> None:
    by = account(f"The Lake Treaty\nBy Anna Weaver and Piet Holm\n\n{PROSE}").provenance
    assert [one.value for one in by.authors] == ["Anna Weaver", "Piet Holm"]
    lead = (
        "The Lake Institute has published an article titled “Who Drew the Shore” by PhD in history Anna Weaver"
        " and historian P. Holm."
    )
    stated = account(f"The Lake\n\n{lead}\n\n{PROSE}").provenance
    assert [one.value for one in stated.authors] == ["Anna Weaver", "P. Holm"]
    assert stated.publisher is not None and stated.publisher.value == "Lake Institute"
    assert stated.publisher.trust == Trust.STATED


def test_a_paragraph_too_long_for_a_parser_is_cut_between_sentences() -> None:
    parts = paragraphs(f"{PROSE} " * 1000)
    assert len(parts) > 1 and all(len(part) <= LONGEST_PARAGRAPH and part.endswith(".") for part in parts)


@pytest.mark.slow
def test_a_line_of_fifty_million_characters_is_read_as_far_as_the_limit() -> None:
    reading = read(Source(b"The treaty was signed at Moscow. " * 1_600_000, "x", "accounts/x.txt"))
    assert reading.account is not None and len(reading.account.text) == LONGEST_TEXT
    assert [p.code for p in reading.problems] == [Code.TOO_LONG]


def test_a_letter_keeps_its_dateline_and_its_signature() -> None:
    letter = f"Harbourtown, 16 March 1871\n\nSir,\n\n{PROSE}\n\nYours sincerely,\n\nP. Holm"
    assert paragraphs(letter) == ["Harbourtown, 16 March 1871", "Sir,", PROSE, "Yours sincerely,", "P. Holm"]


def test_below_a_bar_of_links_the_headline_is_the_line_that_says_more() -> None:
    found = account(f"Home\nSearch\nThe Valley Courier\nHow the lake was divided\n3 min read\n\n{PROSE}")
    assert said(found, PassageRole.TITLE) == ["How the lake was divided"]
    assert said(found, PassageRole.HEADING) == ["The Valley Courier"]
