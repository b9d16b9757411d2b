"""The key of a name: what stays the same however it is spelt, cased or hyphenated.

key("Arpa Çayı") == key("arpa-cayi") == "arpa cayi"
"""

import re
import unicodedata
from functools import lru_cache

LONGEST_WORD = 60
# A word may hold an apostrophe or a combining mark: "Ely's", "Kut al-'Amara", "Naẖǧawān".
_MARK = "\u0300-\u036f\u064b-\u065f"
WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARK}'’ʼʻ`](?=[^\W_]|[{_MARK}]))*[{_MARK}]*")
_MARKS = re.compile(r"[\W_]+")
# Letters that no decomposition takes to their plain neighbour.
_PLAIN = str.maketrans(
    {"ı": "i", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ə": "e", "ħ": "h", "ŧ": "t"}
    | {"ي": "ى", "ی": "ى", "ک": "ك", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه", "ـ": None, "և": "եւ"}
    | dict.fromkeys("'’ʼʻ`ʾʿ‘ʹʺ·", None)
)
_UMLAUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


@lru_cache(maxsize=65536)
def word_key(word: str) -> str:
    """The key of one word; a "word" that no name could have is cut, so that work stays in proportion."""
    cut = word[:LONGEST_WORD]
    lowered = cut.casefold().translate(_PLAIN)
    if lowered.isascii():
        return lowered
    parts = unicodedata.normalize("NFKD", cut).casefold().translate(_PLAIN)
    return _MARKS.sub("", unicodedata.normalize("NFKD", parts)).translate(_PLAIN)


def key(name: str) -> str:
    """The key of a name: the keys of its words with one space between them."""
    if name.isascii() and name.isalpha():
        # Most of the millions of names of a full list.
        return name[:LONGEST_WORD].lower()
    return " ".join(word_key(match.group()) for match in WORD.finditer(name))


def spelt_out(name: str) -> str:
    """The key with German vowels spelt out: "Memel-Königsberg" is also written "Koenigsberg"."""
    return key(unicodedata.normalize("NFC", name).casefold().translate(_UMLAUT))
