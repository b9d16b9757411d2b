"""Instruments: treaties, drafts, pacts, letters and their articles, and the register of an account.

"the Treaty of Alexandropol"  -> Mention(INSTRUMENT, "Treaty of Alexandropol")
"This agreement"              -> Mention(INSTRUMENT, "draft friendship agreement", antecedent=where that stands)
"Article 4 of the draft"      -> Mention(INSTRUMENT, "draft friendship agreement, art. 4")
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile

from dragoman.grammar.papers import happened, is_drafted, is_made, only_wished
from dragoman.instrument_phrases import NONE_GIVEN, Part, Phrase, phrases_in
from dragoman.instrument_phrases.parties import is_of_powers, parties_of
from dragoman.instrument_phrases.sameness import content, key_of, nouns_agree, singular
from dragoman.languages.en import instruments as words
from dragoman.languages.en.anaphora import DONE_BY_INSTRUMENT
from dragoman.lore import Standing, standing_in
from dragoman.model import Date, Instrument, InstrumentKind, Kind, Mention, Span, Testimony
from dragoman.syntax import SUBJECT, Sentence, prominence, sentences_of

# How many sentences back "the treaty" and "this treaty" may point.
_REACH, _REACH_OF_THIS = 20, 6
_NEAR, _ABOUT = 10, 2
# What may stand between an instrument and the date that is part of its name.
_JOINS_DATE = re.compile(
    r"[\s,(]*(?:of|dated|from|,|(?:signed|concluded|agreed|made|adopted|reached)(?:\s+(?:at|in)\s+[A-Z][\w-]+)?(?:\s+(?:on|in))?)?\s*"
)


class _Line:
    """A line of the register while the account is being read."""

    def __init__(self, phrase: Phrase, at: int) -> None:
        self.name, self.kind, self.noun = phrase.name, phrase.kind, phrase.noun
        self.named, self.plural, self.noun_counts = phrase.named, phrase.plural, phrase.noun_counts
        self.words, self.sorts = content(phrase.text), phrase.sorts
        self.aliases: list[str] = []
        self.parties: list[str] = []
        self.dated: Date | None = None
        self.stands: Span = phrase.span
        self.last = at
        self.mentions: list[Span] = []
        self.stood: list[tuple[int, int]] = []
        self.open = phrase.determiner in words.OPEN
        self.definite = phrase.determiner == "the" and not phrase.plural and phrase.noun_counts
        head = phrase.sentence.doc[phrase.head]
        self.made, self.drafted = is_made(head), not phrase.named and is_drafted(head)
        self.given = bool(phrase.called)
        self.told = bool(phrase.complement) or (
            phrase.told and not (phrase.determiner in words.NEW and only_wished(head))
        )

    def add(self, phrase: Phrase, at: int, written: str) -> None:
        """One more mention; a longer proper name becomes the name."""
        self.last = at
        self.mentions.append(phrase.span)
        self.stood.append((at, prominence(phrase.sentence.doc[phrase.head])))
        if phrase.named:
            self.stands = phrase.span
            if phrase.called:
                self.aliases.append(self.name)
                self.name, self.named, self.given = phrase.called, True, True
            elif not self.named or (not self.given and len(phrase.name) > len(self.name) and not phrase.renames):
                self.aliases.append(self.name)
                self.name, self.named, self.kind = phrase.name, True, phrase.kind
            self.words |= content(phrase.text)
        elif self.drafted and phrase.kind is InstrumentKind.DRAFT:
            self.kind = InstrumentKind.DRAFT
            if phrase.noun == self.noun:
                self.aliases.append(self.name)
                self.name = phrase.name
        for form in (phrase.name, written, phrase.in_full):
            if form.lower() != self.name.lower() and form.lower() not in {alias.lower() for alias in self.aliases}:
                self.aliases.append(form)

    def salience(self, at: int) -> float:
        """How much the account is about it now: subjects count most, and each sentence that goes by halves it."""
        return sum(weight / 2.0 ** (at - when) for when, weight in self.stood[-6:])

    @property
    def stands_out(self) -> bool:
        """Whether the account speaks of one certain instrument, and not of treaties as such or of none."""
        if self.named or len(self.mentions) > 1:
            return True
        return not self.open and (self.made or self.told or self.definite or self.dated is not None)

    def instrument(self) -> Instrument:
        """The line as it goes into the testimony."""
        aliases = tuple(dict.fromkeys(alias for alias in self.aliases if alias.lower() != self.name.lower()))
        return Instrument(self.name, self.kind, aliases, self.dated, tuple(self.parties), tuple(self.mentions))


class _Register:
    """The lines so far, and which phrase belongs to which."""

    def __init__(self) -> None:
        self.lines: list[_Line] = []
        self.recent: list[_Line] = []
        self.by_words: dict[frozenset[str], list[_Line]] = {}

    def take(self, phrase: Phrase, at: int, dated: Date | None, written: str) -> tuple[_Line, bool]:
        """The line of a phrase, and whether the phrase only points to it."""
        line, points = self._known(phrase, at, dated)
        if line is None:
            line = _Line(phrase, at)
            self.lines.append(line)
        if phrase.named and line not in self.by_words.setdefault(key_of(phrase), []):
            self.by_words[key_of(phrase)].append(line)
        line.add(phrase, at, written)
        if line.dated is None and dated is not None:
            line.dated = dated
        for party in parties_of(phrase, _year(line.dated)):
            if party not in line.parties:
                line.parties.append(party)
        if line in self.recent[-12:]:
            self.recent.remove(line)
        self.recent.append(line)
        del self.recent[:-12]
        return line, points

    def go_on(self, sentence: Sentence, at: int) -> None:
        """ "The Treaty of A was signed. It replaced the Treaty of B": the account is still about the first."""
        subject = next((token for token in sentence.doc[:2] if token.lower_ == "it" and token.dep_ == "nsubj"), None)
        if subject is None or subject.head.lemma_ not in DONE_BY_INSTRUMENT:
            return
        for line in reversed(self.recent):
            if (at - 1, SUBJECT) in line.stood and not line.plural:
                line.stood.append((at, SUBJECT))
                return

    def whole(self) -> _Line | None:
        """What "Article 4" is an article of, where nothing says so: the treaty or draft spoken of last."""
        return next(
            (line for line in reversed(self.recent) if not line.plural and line.kind in words.HAS_ARTICLES), None
        )

    def _known(self, phrase: Phrase, at: int, dated: Date | None) -> tuple[_Line | None, bool]:
        called = self._standing_at(phrase.also_called)
        if called is not None and (phrase.renames or not (phrase.named and called.named)):
            return called, not phrase.named
        if phrase.named:
            if phrase.only_a_year and dated is not None:
                return self._of_that_year(phrase, dated), False
            same = self.by_words.get(key_of(phrase)) or self._without_its_powers(phrase)
            return next(
                (line for line in reversed(same) if _one_date(line.dated, dated) and _one_sort(phrase, line)), None
            ), False
        if phrase.determiner in words.NEW or not phrase.determiner:
            return self._told_again(phrase, dated), False
        other = phrase.sorts & words.OTHER_ONE
        if other:
            # "A new treaty … the new treaty": the one that was new before.
            again = [line for line in self.recent if line.sorts >= other and _fits(phrase, line)]
            return (again[-1] if again and phrase.determiner in words.POINTING else None), bool(again)
        if phrase.restricted and phrase.determiner == "the":
            return None, False
        return self._pointed_at(phrase, at, dated), True

    def _standing_at(self, where: Span | None) -> _Line | None:
        """The line that has a mention at a place: "the Warsaw Treaty, an agreement with Poland" is one line."""
        if where is None:
            return None
        return next((line for line in reversed(self.recent) if any(where.meets(span) for span in line.mentions)), None)

    def _told_again(self, phrase: Phrase, dated: Date | None) -> _Line | None:
        """ "A treaty with Morocco" told of twice with the same words is one treaty, if the dates allow it."""
        if phrase.name == phrase.text and not phrase.complement:
            return None
        return next((line for line in self.lines if line.name == phrase.name and _one_date(line.dated, dated)), None)

    def _of_that_year(self, phrase: Phrase, dated: Date) -> _Line | None:
        """The one line of this sort that the account has dated in that year: "the treaty of 1854"."""
        alike = [
            line
            for line in self.lines
            if line.dated is not None and _one_date(line.dated, dated) and nouns_agree(phrase.noun, line.noun)
        ]
        return alike[0] if len(alike) == 1 else None

    def _without_its_powers(self, phrase: Phrase) -> Sequence[_Line]:
        """The one line that has the year alone for a name: "the Anglo-American Convention of 1818"."""
        year = frozenset(word for word in key_of(phrase) if word.isdigit())
        if not year or not is_of_powers(phrase):
            return ()
        alike = [line for line in self.by_words.get(year, ()) if nouns_agree(phrase.noun, line.noun)]
        return alike if len(alike) == 1 else ()

    def _pointed_at(self, phrase: Phrase, at: int, dated: Date | None) -> _Line | None:
        reach = _REACH_OF_THIS if phrase.determiner in words.DEMONSTRATIVE else _REACH
        doers = phrase.subjects_above
        fitting = [
            line
            for line in reversed(self.recent)
            if at - line.last <= reach
            and _fits(phrase, line)
            and _one_date(line.dated, dated)
            and not any(doer.meets(span) for doer in doers for span in line.mentions[-4:])
        ]
        alike = [line for line in fitting if singular(phrase.noun) == singular(line.noun) or phrase.noun in line.words]
        if alike and (phrase.noun != "agreement" or at - alike[0].last <= _NEAR):
            # "The Treaty of A rested on the Treaty of B. The treaty was ratified": that of A, which it is about.
            return max(alike, key=lambda line: line.salience(at))
        # Of a named one and an unnamed one spoken of at about the same time, "the …" likelier takes up the named one.
        named = [line for line in fitting if line.named and fitting[0].last - line.last <= _ABOUT]
        return next(iter(named if phrase.determiner == "the" and named else fitting), None)


def extract(so_far: Testimony) -> Iterator[Mention | Instrument]:
    """Every mention of an instrument in the order of the text, then the register."""
    register = _Register()
    drafts: list[tuple[Span, _Line, bool, str]] = []
    dates = sorted((m.span, m.date) for m in so_far.mentions if m.kind is Kind.DATE and m.date is not None)
    starts = [span.start for span, _ in dates]
    text = so_far.account.text
    known = _known(so_far)
    for at, sentence in enumerate(sentences_of(so_far)):
        register.go_on(sentence, at)
        lo, hi = bisect_left(starts, sentence.where.start), bisect_left(starts, sentence.where.end)
        drafts += _read(sentence, at, register, dates[lo:hi], text, known)
    for span, line, points, part in drafts:
        name = f"{line.name}, {part}" if part else line.name
        antecedent = line.stands if points and line.stands != span and line.stands.start < span.start else None
        yield Mention(span, Kind.INSTRUMENT, name, antecedent, why="part" if part else "points" if points else "name")
    for line in register.lines:
        if line.stands_out:
            yield line.instrument()


def _read(
    sentence: Sentence,
    at: int,
    register: _Register,
    dates: Sequence[tuple[Span, Date]],
    text: str,
    known: Sequence[Standing],
) -> Iterator[tuple[Span, _Line, bool, str]]:
    """What one sentence adds: spans with their lines; parts wait for the whole that follows them."""
    waiting: list[tuple[Part, _Line | None]] = []
    last: _Line | None = None
    for phrase in phrases_in(sentence, _given(sentence, known) if known else NONE_GIVEN):
        if isinstance(phrase, Part):
            waiting.append((phrase, None if phrase.whole is not None else register.whole()))
            continue
        dated, written = _date_of(phrase, dates, text)
        last, points = register.take(phrase, at, dated, written)
        yield phrase.span, last, points, ""
    for part, before in waiting:
        whole = before or last or register.whole()
        if whole is not None:
            whole.last = at
            yield part.span, whole, True, part.label


def _known(so_far: Testimony) -> Sequence[Standing]:
    """The instruments that a person brought along, where they stand."""
    ours = [one for one in so_far.lore.known if one.kind is Kind.INSTRUMENT]
    return tuple(standing_in(so_far.account.text, ours)) if ours else ()


def _given(sentence: Sentence, known: Sequence[Standing]) -> dict[int, tuple[int, str]]:
    """The same as tokens of a sentence."""
    found: dict[int, tuple[int, str]] = {}
    at = bisect_left(known, sentence.where.start, key=lambda one: one.span.start)
    for one in takewhile(lambda one: sentence.where.covers(one.span), known[at:]):
        tokens = sentence.tokens_in(one.span)
        if tokens:
            found[tokens[0].i] = (tokens[-1].i, one.known.name)
    return found


def _date_of(phrase: Phrase, dates: Sequence[tuple[Span, Date]], text: str) -> tuple[Date | None, str]:
    """The date that belongs to the phrase, and the phrase as written with it."""
    for span, date in dates:
        if not date.edtf:
            continue
        if phrase.span.covers(span):
            return date, phrase.text
        if span.start >= phrase.span.end and _JOINS_DATE.fullmatch(text, phrase.span.end, span.start):
            gap = text[phrase.span.end : span.start].strip(" \n\t,(")
            return date, f"{phrase.name} {gap or 'of'} {date.text}" if gap in ("of", "", "dated") else phrase.name
        if span.end <= phrase.span.start and not text[span.end : phrase.span.start].strip():
            return date, phrase.name
    return _date_of_signing(phrase, dates), phrase.name


def _date_of_signing(phrase: Phrase, dates: Sequence[tuple[Span, Date]]) -> Date | None:
    """The date of "X was signed on DATE" and "they signed X on DATE", where it really was."""
    head = phrase.sentence.doc[phrase.head]
    verb = head.head
    if head.dep_ not in ("nsubjpass", "dobj") or verb.lemma_ not in words.DATING or not dates or not happened(verb):
        return None
    for child in verb.children:
        if child.dep_ in ("prep", "npadvmod", "tmod") and child.i > verb.i:
            where = phrase.sentence.span_of(child.subtree)
            for span, date in dates:
                if (
                    where.covers(span)
                    and date.edtf
                    and child.lower_ in ("on", "in", "at", date.text.split()[0].lower())
                ):
                    return date
    return None


def _fits(phrase: Phrase, line: _Line) -> bool:
    """Whether a pointing phrase may mean the line: kind, number and the words that tell sorts apart."""
    if phrase.plural != line.plural:
        return False
    draft = phrase.kind is InstrumentKind.DRAFT
    if draft and line.drafted and phrase.noun in ("draft", line.noun):
        # "They drafted a convention. The draft was never signed."
        return True
    if draft != (line.kind is InstrumentKind.DRAFT) and (draft or phrase.noun != "agreement"):
        return False
    kinds = words.POINTS_TO.get(phrase.noun, frozenset({phrase.kind}))
    if not draft and line.kind not in kinds and phrase.noun not in line.words:
        return False
    return phrase.sorts - {"draft"} <= line.words


def _year(date: Date | None) -> int | None:
    return int(date.edtf[:4]) if date is not None and date.edtf[:4].isdigit() else None


def _one_sort(phrase: Phrase, line: _Line) -> bool:
    """ "SALT II" and "SALT II agreement" are one; the Paris Convention and the Treaty of Paris are two."""
    return nouns_agree(phrase.noun, line.noun) or not (phrase.noun_counts and line.noun_counts)


def _one_date(known: Date | None, said: Date | None) -> bool:
    """Whether two dates can be those of one instrument."""
    if known is None or said is None or None in (known.earliest, known.latest, said.earliest, said.latest):
        return True
    return known.earliest <= said.latest and said.earliest <= known.latest  # type: ignore[operator]
