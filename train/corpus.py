"""The corpus as arrays: words, windows, and for every trigger what the reader shall say of it.

texts = load(folder); windows = cut(texts[0], most=160)
"""

import json
import pathlib
import random
import re
import sys
from collections import defaultdict
from dataclasses import dataclass, field

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "src"))
from dragoman.learned.labels import ACTS, AFTER, BEFORE, MODALITIES, POLARITIES, ROLES
from dragoman.learned.pieces import WORD

SPAN = BEFORE + 1 + AFTER
IGNORE = -100
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
MONTH = {name[:n].lower(): i + 1 for i, name in enumerate(MONTHS) for n in (3, len(name))} | {"sept": 9}
MONTH_WORDS = "|".join(MONTHS) + r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?"
DATE = re.compile(
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<m1>{MONTH_WORDS})(?:,?\s+(?P<y1>\d{{4}}))?\b"
    rf"|(?P<m2>{MONTH_WORDS})\s+(?:the\s+)?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)(?:,?\s+(?P<y2>\d{{4}}))?"
    rf"|(?P<m3>{MONTH_WORDS}),?(?:\s+of)?(?:\s+(?P<y3>\d{{4}}))?\b"
    r"|\bthe\s+(?P<d4>\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?:[Cc]entury|[Cc]orps|[Dd]ivision|Army|Congress))"
    r"|\b(?P<y5>1[3-9]\d\d|20[0-2]\d)s?\b(?:\s*[-–/]\s*\d{2,4}\b)?"
    r"|\b(?P<bc>\d{2,3})\s*(?:BC|B\.C\.|BCE)"
)
MAY = re.compile(r"\b(?:in|of|since|until|by|early|late|mid|last) $")  # the month, not the verb
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\n+")
NOT_END = re.compile(r"\b(?:Mr|Mrs|Dr|St|Gen|Col|Capt|Lt|Gov|Hon|Rev|M|MM|No|vs|Prof|Sen|Rep|U\.S|[A-Z])\.$")


@dataclass
class Item:
    """One assertion at word level."""

    trigger: tuple[int, int]
    evidence: tuple[int, int]
    acts: np.ndarray
    polarity: int
    modality: int
    reported: int
    roles: list[tuple[int, int, int]]  # role, first word, word after the last
    date: tuple[int, int] | None
    date_known: bool
    source: tuple[int, int] | None


@dataclass
class Text:
    """One text of the corpus, in words."""

    name: str
    kind: str
    text: str
    words: list[str]
    start: np.ndarray
    end: np.ndarray
    sentences: list[tuple[int, int]]  # in words
    items: list[Item] = field(default_factory=list)


def sentences_of(text: str) -> list[tuple[int, int]]:
    """A plain splitter, for training only; the program brings its own."""
    found, at = [], 0
    for match in SENTENCE_END.finditer(text):
        if "\n" not in match.group() and NOT_END.search(text[at : match.start()]):
            continue
        found.append((at, match.start() + len(match.group().rstrip())))
        at = match.end()
    found.append((at, len(text)))
    return [(s, e) for s, e in found if text[s:e].strip()]


def load(folder: str | pathlib.Path) -> list[Text]:
    """All texts, in the order of docs.jsonl."""
    folder = pathlib.Path(folder)
    by_text = defaultdict(list)
    for line in (folder / "assertions.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        by_text[row["doc_id"]].append(row)
    texts = []
    for line in (folder / "docs.jsonl").read_text(encoding="utf-8").splitlines():
        doc = json.loads(line)
        texts.append(one(doc, (folder / "texts" / f"{doc['doc_id']}.txt").read_text(encoding="utf-8"), by_text))
    return texts


def one(doc: dict, text: str, by_text: dict) -> Text:
    """One text with its assertions."""
    spans = [m.span() for m in WORD.finditer(text)]
    start, end = np.array([s for s, _ in spans]), np.array([e for _, e in spans])
    made = Text(doc["doc_id"], doc.get("kind", ""), text, [text[s:e] for s, e in spans], start, end, [])
    made.sentences = [within(made, s, e) for s, e in sentences_of(text)]
    dates = list(dates_in(text))
    for row in by_text[doc["doc_id"]]:
        if "trigger" in row:
            made.items.append(item(made, row, dates))
    return made


def within(text: Text, start: int, end: int) -> tuple[int, int]:
    """Code points to words."""
    return int(np.searchsorted(text.end, start, "right")), int(np.searchsorted(text.start, end, "left"))


def item(text: Text, row: dict, dates: list) -> Item:
    trigger = within(text, row["trigger"]["start"], row["trigger"]["end"])
    acts = np.zeros(len(ACTS), np.float32)
    alternatives = [a for a in row.get("type_alt", []) if a in ACTS]
    for act in alternatives:
        acts[ACTS.index(act)] = 0.3 / len(alternatives)
    acts[ACTS.index(row["type"])] = 0.7 if alternatives else 1.0
    roles, seen = [], set()
    for p in row["participants"]:
        place = nearest(text, p["surface"][1:] or p["surface"][:1], row)
        if place and p["role"] in ROLES and place not in seen:
            seen.add(place)
            roles.append((ROLES.index(p["role"]), *place))
    source = None
    if row["attribution"] != "author":
        source = nearest(text, [row["attribution"]], row, before=True)
    date, known = date_of(row, dates)
    return Item(
        trigger,
        within(text, row["start"], row["end"]),
        acts,
        POLARITIES.index(row["polarity"]),
        MODALITIES.index(row["modality"]),
        int(row["attribution"] != "author"),
        roles,
        within(text, *date) if date else None,
        known,
        source,
    )


def nearest(text: Text, surfaces: list[str], row: dict, before: bool = False) -> tuple[int, int] | None:
    """The occurrence nearest to the trigger: inside the evidence first, then before it, then after."""
    at = row["trigger"]["start"]
    best = None
    for surface in surfaces:
        for match in re.finditer(r"(?<!\w)" + re.escape(surface) + r"(?!\w)", text.text):
            s, e = match.span()
            inside = row["start"] <= s and e <= row["end"]
            away = abs(s - at) + (0 if inside and not before else 60) + (200 if before and s > at else 0)
            if abs(s - at) < 700 and (best is None or away < best[0]):
                best = (away, s, e)
    return within(text, *best[1:]) if best else None


# ---- dates -------------------------------------------------------------------------------------------


def dates_in(text: str):
    """(start, end, year, month, day, decade or range) for every date expression of a plain kind."""
    for m in DATE.finditer(text):
        g = m.groupdict()
        day = g["d1"] or g["d2"] or g["d4"]
        month = g["m1"] or g["m2"] or g["m3"]
        if month == "May" and not (day or g["y3"]) and not MAY.search(text[max(0, m.start() - 8) : m.start()]):
            continue
        year = g["y1"] or g["y2"] or g["y3"] or g["y5"]
        number = int(year) if year else None
        if g["bc"]:
            number = -int(g["bc"])
        start = m.start() + (4 if g["d4"] else 0)
        yield start, m.end(), number, MONTH.get(month.rstrip(".").lower()) if month else None, int(day) if day else None


def date_of(row: dict, dates: list) -> tuple[tuple[int, int] | None, bool]:
    """The date expression that gave the date of this assertion, and whether we know."""
    if not row["date"]:
        return None, True
    numbers = re.match(r"(?:\.\./)?(-?\d{3}[\dX]|\d{2}XX)(?:-(\d\d))?(?:-(\d\d))?(?:/(-?\d{4}))?", row["date"])
    if not numbers:
        return None, False
    year, month, day, until = numbers.groups()
    at, best = row["trigger"]["start"], None
    for start, end, y, m, d in dates:
        if start < at - 400 or end > at + 300:
            continue
        if y is not None and str(abs(y))[:-1] != year.lstrip("-0")[: len(str(abs(y))) - 1] and str(y) != until:
            continue
        if y is not None and "X" not in year and y != int(year) and str(y) != until:
            continue
        if (m and (not month or m != int(month))) or (d and (not day or d != int(day))):
            continue
        fine = (y is not None) + 2 * bool(m) + 2 * bool(d)
        want = 1 + 2 * bool(month) + 2 * bool(day)
        inside = row["start"] <= start and end <= row["end"]
        score = 40 * (want - fine) + abs(start - at) + (0 if inside else 60)
        if best is None or score < best[0]:
            best = (score, start, end)
    return ((best[1], best[2]), True) if best else (None, False)


# ---- windows -----------------------------------------------------------------------------------------


def cut(text: Text, pieces: list[int], most: int, chance: random.Random | None = None) -> list[tuple[int, int]]:
    """Whole sentences packed up to `most` pieces; longer ones are cut."""
    room = most - 2
    found: list[tuple[int, int]] = []
    at, size = None, 0
    limit = room if chance is None else chance.randint(room // 3, room)
    for first, last in text.sentences:
        count = sum(pieces[first:last])
        if at is not None and size + count > limit:
            found.append((at, first))
            at, size = None, 0
            limit = room if chance is None else chance.randint(room * 2 // 3, room)
        while count > room:
            cut_at, held = first, 0
            while held + pieces[cut_at] <= room:
                held += pieces[cut_at]
                cut_at += 1
            found.append((first, cut_at))
            first, count = cut_at, count - held
        at = first if at is None else at
        size += count
    if at is not None:
        found.append((at, text.sentences[-1][1]))
    return [(a, b) for a, b in found if b > a]


# ---- other names, so that no topic can be learned by heart ---------------------------------------------

DEMONYM = re.compile(r".{2,}(?:ish|ian|ese|ean|can|man|ans|mans|French|Dutch|Greek|Turk|Czech)s?$")
PERSONAL = set(
    [
        "I",
        "He",
        "She",
        "They",
        "It",
        "We",
        "His",
        "Her",
        "Their",
        "Its",
        "My",
        "Our",
        "You",
        "Who",
        "The",
        "This",
        "That",
        "These",
        "Those",
    ]
)


class Names:
    """Swaps names of a text for names of other texts, each one everywhere in the text."""

    def __init__(self, texts: list[Text]) -> None:
        lower = {w for t in texts for w in t.words if w.islower()}
        self.pools: dict[str, list[str]] = {"demonym": [], "name": []}
        self.of: dict[str, str] = {}
        for text in texts:
            for before, word in zip(text.words, text.words[1:], strict=False):
                if is_name(word) and before not in '.!?“"' and word.lower() not in lower:
                    self.of.setdefault(word, "demonym" if DEMONYM.match(word) else "name")
        for word, kind in self.of.items():
            self.pools[kind].append(word)

    def swap(self, words: list[str], chance: random.Random, share: float) -> list[str]:
        new = {}
        for word in dict.fromkeys(words):
            kind = self.of.get(word)
            if kind and chance.random() < share:
                new[word] = chance.choice(self.pools[kind])
        return [new.get(w, w) for w in words] if new else words


def is_name(word: str) -> bool:
    plain = word[:1].isupper() and word.isalpha() and len(word) > 2 and not word.isupper()
    return plain and word not in PERSONAL and word not in MONTHS


# ---- who is held out -----------------------------------------------------------------------------------

TOGETHER = ["china", "campo_formio", "luneville", "amiens", "korea", "geneva", "versailles", "paris_18"]


def groups(texts: list[Text]) -> dict[str, int]:
    """Texts that share ten words in a row five times, or a topic word in their names, stay together."""
    parent = {t.name: t.name for t in texts}

    def root(x: str) -> str:
        while parent[x] != x:
            x = parent[x]
        return x

    seen: dict[tuple[str, ...], str] = {}
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for text in texts:
        lower = [w.lower() for w in text.words if w.isalnum()]
        for gram in set(zip(*(lower[i:] for i in range(10)), strict=False)):
            if gram in seen:
                shared[seen[gram], text.name] += 1
            seen[gram] = text.name
    for (a, b), count in shared.items():
        if count >= 5:
            parent[root(a)] = root(b)
    for word in TOGETHER:
        alike = [t.name for t in texts if word in t.name.lower()]
        for name in alike[1:]:
            parent[root(name)] = root(alike[0])
    numbers: dict[str, int] = {}
    return {t.name: numbers.setdefault(root(t.name), len(numbers)) for t in texts}


def held_out(texts: list[Text], share: float, seed: int) -> set[str]:
    """About a share of every kind, whole groups only."""
    group = groups(texts)
    chance = random.Random(seed)
    out: set[str] = set()
    for kind in sorted({t.kind for t in texts}):
        of_kind = [t for t in texts if t.kind == kind]
        want = share * sum(len(t.words) for t in of_kind)
        have = sum(len(t.words) for t in of_kind if t.name in out)
        order = sorted({group[t.name] for t in of_kind})
        chance.shuffle(order)
        for number in order:
            if have >= want:
                break
            members = [t for t in texts if group[t.name] == number]
            out |= {t.name for t in members}
            have += sum(len(t.words) for t in members if t.kind == kind)
    return out
