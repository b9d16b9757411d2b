"""Persons by title, by initials, by a given name, by office.

"Soviet Foreign Commissar Georgy Chicherin" -> person over "Georgy Chicherin"
"""

from dragoman.languages.en import actors as words
from dragoman.languages.wordlist import wordlist
from dragoman.model import Kind
from dragoman.name_phrases.reader import Reader
from dragoman.name_phrases.tokens import (
    HYPHENS,
    NO_NAME,
    ends_a_given_name,
    is_capital,
    is_initial,
    is_people,
    opens_sentence,
)

_RULERS = wordlist(
    """
    commissar
    president king queen emperor empress czar tsar tzar tsarina czarina sultan shah pope prince duke archduke
    elector kaiser chancellor premier khedive viceroy regent pasha bey dey bashaw emir mikado shogun dictator
    ambassador secretary minister governor marshal general admiral vizier vezir vizir khan hospodar hetman stadtholder
    sherif shereef patriarch doge negus amir reis
    """
)

# Whose house is part of the name: "Prince Leopold of Saxe-Coburg". A king's country is not.
_OF_A_HOUSE = frozenset({"prince", "princess", "archduke", "archduchess"})


def persons(reader: Reader) -> None:
    """Persons by title, by initials and by given name."""
    i = 0
    while i < len(reader.doc):
        i = _titled(reader, i) or _by_form(reader, i) or i + 1


def _titled(reader: Reader, i: int) -> int | None:
    doc = reader.doc
    if doc[i].lower_ not in words.OFFICES or i in reader.taken or doc[i].pos_ == "VERB":
        return None
    start = _after_title(reader, i)
    if start is None:
        return _office(reader, i)
    end = _person_run(reader, start)
    if doc[i].lower_ in _OF_A_HOUSE:
        end = reader.right(end, ("of",))
    if not reader.free(start, end):
        return None
    _take_title(reader, i, start)
    reader.take(start, end, Kind.PERSON, 9, f"title {doc[i].text}")
    return end + 1


def _after_title(reader: Reader, i: int) -> int | None:
    """Where the name after a title begins, or None if none follows."""
    doc, j = reader.doc, i + 1
    while j < len(doc) and doc[j].lower_ in words.OFFICES | words.TITLE_PARTS and doc[j].text != doc[j].lower_.upper():
        j += 1
    if j + 1 < len(doc) and doc[j].lower_ in ("of", "for") and doc[j + 1].lower_ in words.TITLE_PARTS:
        j += 2
        while j < len(doc) and doc[j].lower_ in words.TITLE_PARTS | {"affairs", "and"}:
            j += 1
    if j < len(doc) and doc[j].text == "." and not doc[j - 1].whitespace_:
        j += 1
    if j >= len(doc) or not is_capital(doc[j]) or j in reader.taken or doc[j].pos_ in NO_NAME:
        return None
    if reader.doc[i].lower_ in ("state", "party") or is_people(reader.sentence, doc[j]):
        return None
    return j


def _take_title(reader: Reader, i: int, start: int) -> None:
    """A title belongs to its person, with the country in it: "Soviet Foreign Commissar Georgy Chicherin"."""
    first = i
    while first > 0 and (
        reader.doc[first - 1].lower_ in words.TITLE_PARTS | words.OFFICES
        or is_people(reader.sentence, reader.doc[first - 1])
        or (reader.doc[first - 1].text in ("’s", "'s") and reader.doc[first - 2].lower_ == "people")
        or (reader.doc[first - 1].lower_ == "people" and reader.doc[first].text in ("’s", "'s"))
    ):
        first -= 1
        if first in reader.taken:
            return
    reader.taken.update(range(first, start))


def _office(reader: Reader, i: int) -> int | None:
    """ "King of Prussia", "the Pope": a person by office alone, in capitals."""
    doc, token = reader.doc, reader.doc[i]
    if not is_capital(token) or token.lower_ not in _RULERS or token.tag_ == "NNPS":
        return None
    last = reader.right(i, ("of", "for"))
    if last == i and (opens_sentence(token) and token.pos_ != "PROPN"):
        return None
    first = i
    while (
        first > 0
        and doc[first - 1].lower_ in words.TITLE_PARTS
        and is_capital(doc[first - 1])
        and first - 1 not in reader.taken
    ):
        first -= 1
    if (
        first > 1
        and doc[first - 1].text in ("’s", "'s")
        and doc[first - 2].text == "People"
        and reader.free(first - 2, first)
    ):
        first -= 2
    reader.take(first, last, Kind.PERSON, 6, "office")
    return last + 1


def _by_form(reader: Reader, i: int) -> int | None:
    doc, token = reader.doc, reader.doc[i]
    if i in reader.taken or not is_capital(token):
        return None
    initial = is_initial(token.text)
    if initial and i + 1 < len(doc):
        end = _person_run(reader, i)
        if end > i and reader.free(i, end) and any(not is_initial(doc[k].text) for k in range(i, end + 1)):
            reader.take(i, end, Kind.PERSON, 9, "initials")
            return end + 1
    if token.lower_ in words.GIVEN_NAMES:
        end = _person_run(reader, i)
        if end > i and reader.free(i, end):
            reader.take(i, end, Kind.PERSON, 8, "given name")
            return end + 1
    return None


def _person_run(reader: Reader, start: int) -> int:
    """The last token of a person's name that begins at `start`."""
    doc, end = reader.doc, start
    for i in range(start + 1, min(len(doc), start + 8)):
        token = doc[i]
        if i in reader.taken or (token.lower_ in words.OFFICES - words.AFTER_NAME and not is_initial(token.text)):
            break
        if (
            (is_capital(token) and token.pos_ not in NO_NAME)
            or is_initial(token.text)
            or token.lower_ in ("jr.", "sr.", "pasha")
        ):
            if is_people(reader.sentence, token):
                break
            end = i
        elif i - start > 2 and ends_a_given_name(doc, i):
            end = i
        elif (
            (token.text in HYPHENS and not token.whitespace_ and not doc[i - 1].whitespace_)
            or (token.lower_ in words.PARTICLES and i + 1 < len(doc) and is_capital(doc[i + 1]))
            or (token.text == "." and is_initial(doc[i - 1].text + "."))
        ):
            continue
        else:
            break
    return end
