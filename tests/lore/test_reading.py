"""names.csv: what is read, and what becomes of a row that cannot be used."""

import pytest

from dragoman.lore import NAMES, read
from dragoman.model import Code, Kind, Known, Lore

HEAD = "name,kind,aliases,from,to,lat,lon,modern,note\n"


@pytest.fixture
def lore_of(tmp_path):
    def lore_of(content: str | bytes):
        (tmp_path / NAMES).write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return read(tmp_path)

    return lore_of


def test_without_a_list_nothing_is_known(tmp_path):
    assert read(tmp_path) == (Lore(), ())


def test_a_row_is_a_name_with_all_that_is_said_of_it(lore_of):
    lore, problems = lore_of(HEAD + "Ceyhan,place,Jihun | Pyramus,1100,1900,37.03,35.81,Ceyhan (Turkey),a river\n")
    assert problems == ()
    assert lore.known == (
        Known("Ceyhan", Kind.PLACE, ("Jihun", "Pyramus"), 1100, 1900, 37.03, 35.81, "Ceyhan (Turkey)", "a river", 2),
    )


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (",person,,,,,,,", "no letter"),
        ("X,persn,,,,,,,", "persn"),
        ("X,date,,,,,,,", "date"),
        ("X,person,,soon,,,,,", "soon"),
        ("X,person,,1920,1910,,,,", "1920"),
        ("X,place,,,,north,3,,", "north"),
        ("X,place,,,,91,3,,", "91"),
        ("X,place,,,,nan,3,,", "nan"),
        ("X,place,,,,41,,,", "both or none"),
        ("X,person,,,,,,,,,one too many", "more cells"),
        ("X" * 501 + ",person,,,,,,,", "501"),
    ],
)
def test_a_bad_row_is_a_problem_with_its_line_and_the_rest_is_used(lore_of, row, said):
    lore, problems = lore_of(f"{HEAD}Enver,person\n{row}\nTalat,person\n")
    assert [known.name for known in lore.known] == ["Enver", "Talat"]
    (problem,) = problems
    assert problem.code == Code.BAD_ROW and problem.message.startswith("line 3: ") and said in problem.message


def test_a_list_without_the_columns_we_need_says_which(lore_of):
    lore, problems = lore_of("person;Enver\n")
    assert lore.known == () and "no column name" in problems[0].message


def test_a_list_in_another_encoding_says_where(lore_of):
    lore, problems = lore_of(HEAD.encode() + "Atatürk,person\n".encode("latin-1"))
    assert lore.known == () and problems[0].message.startswith("line 2: ")


def test_a_spreadsheet_may_write_semicolons_and_a_mark_of_its_encoding(lore_of):
    lore, _ = lore_of("\ufeffname;kind;lat;lon\r\nKars;place;40,6;43,1\r\n")
    assert (lore.known[0].name, lore.known[0].lat) == ("Kars", 40.6)


def test_the_mark_differs_as_soon_as_a_letter_does(lore_of):
    assert lore_of(HEAD + "Enver,person\n")[0].mark != lore_of(HEAD + "Enver,body\n")[0].mark


@pytest.mark.parametrize("content", [b"\x00\x01\x02", b'name,kind\n"open', b"\xff\xfe", b"name,kind\n\x00,person\n"])
def test_no_file_is_too_broken_to_be_told_of(lore_of, content):
    lore, problems = lore_of(content)
    assert lore.known == () and problems
