"""Encodings: bytes to characters, and what had to be guessed.

decoded(b"Turkey\\x92s claim") -> Decoded("Turkey’s claim", "cp1252", guessed=True)
"""

import re

import msgspec

# Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SAMPLE = 64_000
_HIGH = re.compile(rb"[^\n]{0,80}[\x80-\xff][^\n]{0,80}")
# A capital with an accent in the middle of a small word: "TurkeyÕs" is "Turkey’s" of an old Macintosh.
_MISREAD = re.compile(r"(?<=[a-z])[À-ÖØ-Þ](?=[a-z])|[\x80-\x9f¶§¬Ž†‡¥¦](?=[a-z])")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
# What other files begin with, so that the message can say what the file is.
_OTHER = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)


class Decoded(msgspec.Struct, frozen=True):
    """The characters; `lost` counts bytes that were none in this encoding and stand as U+FFFD."""

    text: str
    encoding: str
    guessed: bool = False
    lost: int = 0


def what_else(data: bytes) -> str:
    """What the bytes are if they are no text: "a PDF", "binary data"; "" for text."""
    for begins, what in _OTHER:
        if data.startswith(begins):
            return what
    if _marked(data) or _wide(data):
        return ""
    sample = data[:_SAMPLE] + data[len(data) // 2 : len(data) // 2 + _SAMPLE]
    return "binary data" if len(_CONTROL.findall(sample)) > 0.01 * len(sample) else ""


def decoded(data: bytes, declared: str = "") -> Decoded:
    """The text of these bytes: by its mark, as UTF-8, as declared, and only then by a guess."""
    mark = _marked(data)
    if mark:
        begins, encoding = mark
        return _by(data[len(begins) :], encoding)
    wide = _wide(data)
    if wide:
        return _by(data, wide, guessed=True)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if declared and _strictly(data, declared):
        return _by(data, declared)
    if _mostly_utf8(data):
        return _by(data, "utf-8")
    return _by(data, _guess(data), guessed=True)


def _marked(data: bytes) -> tuple[bytes, str] | None:
    return next(((begins, encoding) for begins, encoding in _MARKS if data.startswith(begins)), None)


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: in Latin script every other byte is zero."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    even, odd, half = sample[::2].count(0), sample[1::2].count(0), len(sample) // 2
    if half and odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if half and even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return ""


def _by(data: bytes, encoding: str, *, guessed: bool = False) -> Decoded:
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    return Decoded(text, encoding, guessed, lost)


def _strictly(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _mostly_utf8(data: bytes) -> bool:
    """Whether this is UTF-8 with a few broken bytes, rather than another encoding."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    whole = len(text) - len(text.encode("ascii", "ignore")) - lost
    # By chance, letters of another encoding almost never make whole characters of UTF-8.
    return whole > lost


def _guess(data: bytes) -> str:
    """The likeliest encoding, judged on the lines that hold something else than ASCII."""
    sample = b""
    for match in _HIGH.finditer(data):
        sample += match.group() + b"\n"
        if len(sample) > _SAMPLE:
            break
    high = sum(byte > 127 for byte in sample)
    if high < 0.2 * len(sample):
        # Latin letters with an accent here and there: the two encodings that old files have, by which reads worse.
        return min(("cp1252", "mac-roman"), key=lambda one: len(_MISREAD.findall(sample.decode(one, "replace"))))
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"
