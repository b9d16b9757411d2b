"""Who or what a pointing word means: the names just spoken, and how much each stands out.

    memory.remember(...);  memory.meant_by(pronoun, at)  -> the Spoken it means, or none

After Lappin and Leass (1994): a name counts for its place in the sentence, every mention of it adds up, and each
sentence that goes by halves it. Where no name stands out, the pronoun is left alone.
"""

from collections import deque
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from spacy.tokens import Token

from dragoman.languages.en import actors as actor_words
from dragoman.languages.en import anaphora as words
from dragoman.model import Kind, Mention, Span
from dragoman.syntax import SUBJECTS, is_left_out, prominence, topmost

_REACH = 3
_WHERE = frozenset({Kind.PLACE, Kind.POLITY})
# Peoples whose plural looks like an adjective: "the French".
_PEOPLES = frozenset(
    {
        "french",
        "english",
        "british",
        "dutch",
        "irish",
        "swiss",
        "chinese",
        "japanese",
        "spanish",
        "portuguese",
        "danish",
    }
)


class Spoken(NamedTuple):
    """A mention where it stands: the number of its sentence, its first token and its head.

    Without a mention it is a common noun that names none of our things, but may be what "it" or "they" means.
    """

    mention: Mention | None
    at: int
    first: int
    head: Token

    @property
    def name(self) -> str:
        """What it is called."""
        return self.mention.name if self.mention else f"({self.head.lower_})"

    @property
    def kind(self) -> Kind | None:
        """The sort of thing it is."""
        return self.mention.kind if self.mention else None

    @property
    def plural(self) -> bool:
        """Whether it speaks of several."""
        if self.head.lower_ in words.THEY:
            return True
        return self.head.tag_ in ("NNS", "NNPS") or self.head.lower_ in _PEOPLES

    @property
    def weight(self) -> int:
        """How much its place in the sentence makes it stand out."""
        top = topmost(self.head)
        if top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.lemma_.lower() in words.JUDGING:
            top = top.head.head
        return prominence(top)


class Memory:
    """The names of late, nearest last."""

    def __init__(self) -> None:
        """Nothing has been spoken yet."""
        self.recent: deque[Spoken] = deque(maxlen=120)
        self.titled: dict[str, dict[str, Spoken]] = {}
        self.by_noun: dict[str, Spoken] = {}

    def remember(self, one: Spoken) -> None:
        """One more name has been spoken."""
        self.recent.append(one)
        mention = one.mention
        if mention is None:
            return
        if mention.kind is Kind.PERSON and mention.why.startswith("title "):
            self.titled.setdefault(mention.why[6:].lower(), {})[mention.name] = one
        if mention.kind in (Kind.BODY, Kind.EVENT):
            for word in mention.name.lower().split():
                self.by_noun[word] = one

    def meant_by(self, token: Token, at: int) -> tuple[Spoken, ...]:
        """What a pronoun means: one name, or several that stand together; nothing where none stands out."""
        if token.lower_ in words.IT and _nobody(token):
            return ()
        if token.lower_.endswith(("self", "selves")):
            return self._subject_of(token, at)
        owner = self._owner(token, at)
        if owner is not None:
            return (owner,)
        if token.lower_ in words.IT and (_holds_clauses(token) or _done_under(token)):
            # "It contained clauses on …", "under it China gave up …": whatever else was spoken of, only a paper has
            # clauses, or anything done under it; the last one named.
            papers = (one for one in reversed(self.recent) if one.kind is Kind.INSTRUMENT and not one.plural)
            return tuple(one for one in islice(papers, 1) if at - one.at <= _REACH and not _barred(token, one))
        counts: dict[str, float] = {}
        nearest: dict[str, Spoken] = {}
        for one in reversed(self.recent):
            distance = at - one.at
            if distance > _REACH:
                break
            fit = _fit(token, one)
            if fit:
                counts[one.name] = counts.get(one.name, 0) + fit * _stand(token, one) / 2**distance
                nearest.setdefault(one.name, one)
        ranked = sorted(counts, key=lambda name: -counts[name])
        margin = _margin(token)
        if not ranked or (len(ranked) > 1 and counts[ranked[0]] < margin * counts[ranked[1]]):
            return ()
        best = nearest[ranked[0]]
        if best.mention is None:
            return ()
        return self.group_of(best) if token.lower_ in words.THEY and not best.plural else (best,)

    def _owner(self, token: Token, at: int) -> Spoken | None:
        """Who is meant by "his" in "Stalin in his article": the name the words hang on."""
        if token.lower_ not in words.POSSESSIVE:
            return None
        for above in token.ancestors:
            if above.pos_ in ("VERB", "AUX"):
                return None
            for one in reversed(self.recent):
                if one.at != at:
                    break
                if one.head == above and one.mention is not None and agrees(token, one) >= 0.7:
                    return one
        return None

    def _subject_of(self, token: Token, at: int) -> tuple[Spoken, ...]:
        verb = token.head if token.head.pos_ in ("VERB", "AUX") else token.head.head
        for one in reversed(self.recent):
            if one.at != at:
                break
            if topmost(one.head).dep_ in SUBJECTS and topmost(one.head).head in (verb, verb.head):
                return (one,) if one.mention and agrees(token, one) else ()
        return ()

    def group_of(self, one: Spoken) -> tuple[Spoken, ...]:
        """The names that are coordinated with this one, itself among them."""
        top = topmost(one.head)
        return tuple(
            each
            for each in self.recent
            if each.at == one.at
            and topmost(each.head) == top
            and (each.kind is not None and each.kind.acts)
            and each.head.dep_ != "poss"
        )

    def run_of(self, at: int, kinds: frozenset[Kind], reach: int) -> list[Spoken]:
        """The last names of these kinds that stand together: "Batumi, Kars and Ardahan"; empty if there are none."""
        group: list[Spoken] = []
        for one in reversed(self.recent):
            if at - one.at > reach:
                break
            if one.kind in kinds and (not group or _together(one, group[0])):
                if one.name not in {other.name for other in group}:
                    group.insert(0, one)
            elif len(group) > 1:
                break
            else:
                group = [one] if one.kind in kinds else []
        return group if len(group) > 1 else []

    def last_place(self, at: int, reach: int, sure: bool) -> Spoken | None:
        """The place or country spoken of last; unless `sure` only where no other was spoken of."""
        found = [
            one
            for one in reversed(self.recent)
            if at - one.at <= reach and one.kind in _WHERE and one.head.pos_ != "ADJ" and not one.plural
        ]
        if not found or (not sure and len({one.name for one in found}) > 1):
            return None
        return found[0]


def _margin(token: Token) -> float:
    """How much more the best must count than the next: "it" and "they" may mean so much that is no name."""
    return 1.15 if token.lower_ in words.HE | words.SHE else 1.7


def pointing(span: Span, named: Mention, why: str = "points") -> Mention:
    """A mention that points to what another names."""
    return Mention(span, named.kind, named.name, named.antecedent or named.span, why=why)


def coming_subject(token: Token) -> Token | None:
    """The subject that follows what a sentence opens with.

    "Losing his foothold in Turkey, Lenin found himself …"; "In his letter of 4 July, Karakhan recalled …"
    """
    for above in token.ancestors:
        fronted = above.head.i > above.i and above.head.pos_ in ("VERB", "AUX")
        clause = above.dep_ == "advcl" and above.tag_ in ("VBG", "VBN")
        if fronted and (clause or (above.dep_ == "prep" and token.lower_ in words.POSSESSIVE)):
            return next((child for child in above.head.children if child.dep_ in SUBJECTS and child.i > token.i), None)
        if above.pos_ in ("VERB", "AUX"):
            return None
    return None


def relatives(token: Token) -> Iterator[Token]:
    """The noun that a relative pronoun takes up."""
    if token.tag_ in ("WP", "WDT", "WP$") or (token.lower_ == "whose"):
        for above in token.ancestors:
            if above.dep_ == "relcl":
                yield above.head.head if above.head.dep_ == "conj" and is_left_out(above.head) else above.head
                if above.head.ent_type_ in ("DATE", "CARDINAL"):
                    # "The Treaty of Peking of December 1905, which": the parser hangs the clause on the date.
                    yield from above.head.ancestors
                return


def _stand(token: Token, one: Spoken) -> float:
    """A subject is likelier to be taken up by a subject, and what is nearer by a possessive."""
    weight: float = one.weight
    if token.dep_ in SUBJECTS and topmost(one.head).dep_ in SUBJECTS:
        weight *= 1.25
    if one.mention is not None and one.mention.antecedent is not None:
        weight *= 1.1
    return weight


def _fit(token: Token, one: Spoken) -> float:
    """How well a name agrees with a pronoun: 0 not at all, 1 fully."""
    if _barred(token, one):
        return 0
    return agrees(token, one)


def agrees(token: Token, one: Spoken) -> float:
    """How well a name fits a pronoun by number, gender and kind: 0 not at all, 1 fully."""
    word, kind = token.lower_, one.kind
    if one.mention is None or kind is None:
        return 0.8 if word in words.IT | words.THEY and one.plural == (word in words.THEY) else 0
    if kind is Kind.INSTRUMENT and word in words.IT | words.THEY:
        return _instrument_fits(token, one)
    if word in words.HE:
        return float(kind is Kind.PERSON and not female(one.mention))
    if word in words.SHE:
        if kind is Kind.PERSON:
            return float(female(one.mention))
        return 0.8 if kind is Kind.POLITY and not one.plural and one.head.pos_ != "ADJ" else 0
    if word in words.THEY:
        if not kind.acts:
            return 0.9 if one.plural or _coordinated(one.head) else 0
        return 1.0 if one.plural else 0.7 if _coordinated(one.head) else 0.35 if kind is Kind.BODY else 0
    if kind in (Kind.POLITY, Kind.BODY):
        return 0 if one.plural else 0.2 if is_grounded(token) else 0.4 if one.head.pos_ == "ADJ" else 1.0
    return 0.5 if kind is Kind.PLACE and word == "its" else 0


def is_grounded(token: Token) -> bool:
    """Whether it is said to be based on something, as no country is: "it rested on the Treaty of Moscow"."""
    on = any(child.dep_ == "prep" and child.lower_ in words.GROUNDS for child in token.head.children)
    return on and token.dep_ in SUBJECTS and token.head.lemma_ in words.GROUNDED


def _holds_clauses(token: Token) -> bool:
    """Whether what the pronoun does has clauses or foundations for its object."""
    return token.dep_ == "nsubj" and any(
        child.dep_ == "dobj" and child.lemma_.lower() in words.HELD_BY_INSTRUMENT for child in token.head.children
    )


def _done_under(token: Token) -> bool:
    """Whether things are said to be done under it, or by it where that stands in front: "By it Russia gave up …"."""
    way = token.head
    if token.dep_ != "pobj" or way.dep_ != "prep":
        return False
    return way.lower_ == "under" or (way.lower_ == "by" and way.i < way.head.i and way.head.pos_ in ("VERB", "AUX"))


def _instrument_fits(token: Token, one: Spoken) -> float:
    """An instrument is taken up by what instruments do and suffer."""
    if one.plural != (token.lower_ in words.THEY):
        return 0
    if token.lower_ in words.POSSESSIVE:
        return 1.0 if token.head.lemma_ in words.OF_INSTRUMENT else 0
    verb = token.head.lemma_
    if token.dep_ in ("dobj", "nsubjpass"):
        return 1.6 if verb in words.DONE_TO_INSTRUMENT else 0
    return 1.4 if verb in words.DONE_BY_INSTRUMENT and token.dep_ == "nsubj" else 0


def _barred(token: Token, one: Spoken) -> bool:
    """ "He" and "him" of one clause are two."""
    if token.doc is not one.head.doc or token.lower_ in words.POSSESSIVE:
        return False
    here, there = _clause(token), _clause(one.head)
    return here is not None and here == there and token.dep_ not in SUBJECTS


def _clause(token: Token) -> Token | None:
    """The verb whose argument a token is."""
    top = topmost(token)
    above = top.head
    while above.dep_ in ("prep", "agent", "pcomp") and above.head is not above:
        above = above.head
    return above if above.pos_ in ("VERB", "AUX") else None


def _coordinated(head: Token) -> bool:
    return head.dep_ == "conj" or any(child.dep_ == "conj" for child in head.children)


def _together(one: Spoken, other: Spoken) -> bool:
    """Whether only commas and "and" stand between two names."""
    if one.at != other.at:
        return False
    between = one.head.doc[one.head.i + 1 : other.first]
    return len(between) < 4 and all(t.is_punct or t.lower_ in ("and", "or", "the", "with") for t in between)


def _nobody(token: Token) -> bool:
    """Whether "it" stands for a clause to come: "it became essential to annul"."""
    if token.dep_ == "expl":
        return True
    verb = token.head
    if token.dep_ not in SUBJECTS:
        return False
    clausal = ("ccomp", "xcomp", "csubj", "advcl", "acomp", "csubjpass", "relcl")
    if verb.lemma_ in words.WEATHER:
        return any(child.dep_ in (*clausal, "attr") and child.i > verb.i for child in verb.children)
    return token.dep_ == "nsubjpass" and verb.lemma_ in words.DECIDED


def female(mention: Mention) -> bool:
    """Whether a person's name or title is a woman's."""
    first = mention.name.split()[0].lower()
    titles = actor_words.FEMALE_TITLES
    return first in actor_words.FEMALE_NAMES | titles or mention.why.removeprefix("title ").lower() in titles
