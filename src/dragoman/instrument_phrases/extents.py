"""How far the words of an instrument reach to the left and to the right of its noun.

"the Treaty of Peace and Amity of 1842" -> from "Treaty" to "Amity"
"""

from spacy.tokens import Doc

from dragoman.instrument_phrases.tokens import (
    HYPHENS,
    LOWER_IF_NAMED,
    is_peace_of_a_town,
    is_roman,
    is_wordy,
    qualifies,
)
from dragoman.languages.en import instruments as words
from dragoman.languages.wordlist import wordlist
from dragoman.polities import meanings

_STOPS_LEFT = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "ADV", "PART", "AUX", "PUNCT", "INTJ"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BEFORE_THE = wordlist("of for on in with and to against concerning regarding")
_AFTER_ONE = wordlist("to of and or was is were are entered has had did does on in additional")
_ANY = wordlist("either neither each any every no both")
_NUMBERS = wordlist("two three four five six seven eight nine ten twelve fourteen twenty-one both")


def start(doc: Doc, head: int) -> int:
    """The first token of the phrase: modifiers to the left, without determiners, possessors and dates."""
    if doc[head].text[:1].isupper():
        return _start_of_name(doc, head)
    first = head
    for i in range(head - 1, max(-1, head - 8), -1):
        token = doc[i]
        if token.text in HYPHENS and i > 0 and not token.whitespace_:
            continue
        if token.pos_ in _STOPS_LEFT or token.lower_ in _NUMBERS | words.NEW | _ANY | {"own"} or token.like_num:
            break
        if token.text[0] in HYPHENS:
            first = max(0, i - 1)
            continue
        if token.pos_ not in ("ADJ", "NOUN", "PROPN") or (token.tag_ in ("VBN", "VBG") and not qualifies(token)):
            break
        if not is_wordy(token) or not i < token.head.i <= head:
            break
        first = i
    return first


def _start_of_name(doc: Doc, head: int) -> int:
    first = head
    for i in range(head - 1, max(-1, head - 8), -1):
        token = doc[i]
        if token.text in HYPHENS:
            if i > 0 and not token.whitespace_ and not doc[i - 1].whitespace_:
                continue
            break
        if token.lower_ == "and" and i > 0 and doc[i - 1].lower_ in words.SUBJECTS and doc[i - 1].is_title:
            continue
        if token.text in ("’s", "'s") and i == head - 1 and i > 0 and doc[i - 1].ent_type_ == "PERSON":
            # "Jay's Treaty" is its name; "Turkey's National Pact" is not.
            return i - 1
        named = (
            token.text[:1].isupper()
            and (token.pos_ not in _STOPS_LEFT or (token.text.isupper() and len(token.text) > 1))
            and is_wordy(token)
        )
        if not named and not (token.is_lower and qualifies(token)) and not is_roman(token.text):
            break
        if token.i == 0 and token.pos_ in ("VERB", "SCONJ"):
            break
        first = i
    return first


def end(doc: Doc, head: int) -> int:
    """The last token of the phrase: "of Alexandropol", "of Peace and Amity", "No. 2"."""
    after = head + 1
    if after >= len(doc):
        return head
    if doc[head].lower_ in ("exchange", "exchanges"):
        return _end_of_exchange(doc, head)
    if doc[after].lower_ in ("no", "no.", "number") and after + 1 < len(doc):
        end = after + 1 if doc[after + 1].text != "." else after + 2
        return end if end < len(doc) and doc[end].like_num else head
    if (
        is_roman(doc[after].text)
        and doc[head].text[:1].isupper()
        and (len(doc[after].text) > 1 or _numbers(doc, after))
    ):
        return after
    if doc[after].lower_ in ("of", "on", "for", "concerning", "regarding", "against"):
        return _end_of_complement(doc, head, after)
    return head


def _end_of_exchange(doc: Doc, head: int) -> int:
    """ "An exchange of diplomatic notes" is an instrument; an exchange of fire, or of ratifications, is none."""
    if doc[head + 1].lower_ != "of":
        return head
    near = range(head + 2, min(head + 4, len(doc)))
    return next((i for i in near if doc[i].lower_ in words.EXCHANGED), head)


def _numbers(doc: Doc, i: int) -> bool:
    """Whether an "I" behind a noun is a number and no speaker: "Protocol I to the Convention"."""
    return i + 1 >= len(doc) or not doc[i + 1].is_alpha or doc[i + 1].lower_ in _AFTER_ONE


def _end_of_complement(doc: Doc, head: int, preposition: int) -> int:
    lower = not doc[head].text[:1].isupper()
    if lower and is_peace_of_a_town(doc[head]):
        return preposition + 1
    if lower and head and doc[head - 1].lower_ in _ANY:
        # "Nothing was said in either treaty of Constantinople": there is no treaty of that name.
        return head
    if lower and (doc[preposition].lower_ != "of" or doc[head].lower_ in words.NO_NAME_OF | LOWER_IF_NAMED):
        return head
    last, i, subject = head, preposition + 1, False
    while i < len(doc) and i - head < 16:
        token = doc[i]
        if token.lower_ in words.SUBJECTS:
            last, subject = i, True
        elif (
            token.text[:1].isupper()
            and token.is_alpha
            and not _opens_date(doc, i)
            and not (subject and _after_and(doc, i))
        ):
            last = i
        elif token.text.isdigit() and last == head and len(token.text) == 4 and i == preposition + 1:
            # "Convention of 1800", "treaty of 1854": the year is all the name it has.
            return i if head == 0 or doc[head - 1].pos_ in ("DET", "ADJ", "PRON", "ADP") else head
        elif not _links(doc, i, head, subject, last):
            break
        i += 1
    return _before_the_subject(doc, preposition, last)


def _before_the_subject(doc: Doc, preposition: int, last: int) -> int:
    """ "By the Treaty of Riga Poland gained": a state right before a verb that has no other subject is the subject."""
    if last + 1 >= len(doc) or doc[last + 1].tag_ not in _FINITE:
        return last
    verb = doc[last + 1]
    if verb.dep_ in ("aux", "auxpass"):
        verb = verb.head
    if any(child.dep_ in ("nsubj", "nsubjpass") and child.i <= preposition for child in verb.children):
        return last
    for first in range(preposition + 2, last + 1):
        if doc[first : last + 1].text in meanings():
            return first - 1
    return last


def _links(doc: Doc, i: int, head: int, subject: bool, last: int) -> bool:
    """Whether the small word or mark at `i` holds two parts of a name together."""
    token, follows = doc[i], doc[i + 1] if i + 1 < len(doc) else None
    if follows is None:
        return False
    capital = follows.text[:1].isupper()
    if token.text in HYPHENS or token.text in (".", "’", "'", "’s", "'s"):
        return capital and not doc[i - 1].whitespace_ if token.text in HYPHENS else capital and len(doc[i - 1].text) < 4
    if token.lower_ in ("and", ",", "or"):
        return subject and (follows.lower_ in words.SUBJECTS or follows.lower_ == "and")
    if token.lower_ == "the" and doc[i - 1].lower_ not in _BEFORE_THE:
        # "In the Treaty of Riga the Soviets recognised": what follows is another.
        return False
    if token.lower_ in ("the", "of", "for", "on", "de", "la"):
        # "Treaty of the Pyrenees", "Covenant of the League of Nations"; but not "Treaty of Paris of the year before".
        return (
            (capital and not subject and not _opens_date(doc, i + 1))
            or (last == head and token.lower_ == "the" and capital)
            or (
                token.lower_ == "of" and last > head and not subject and follows.lower_ == "the" and doc[i + 2].is_title
                if i + 2 < len(doc)
                else False
            )
        )
    return (
        token.is_lower
        and token.pos_ == "ADJ"
        and subject is False
        and last == head
        and follows.lower_ in words.SUBJECTS
    )


def _after_and(doc: Doc, i: int) -> bool:
    return i > 0 and doc[i - 1].lower_ in ("and", ",")


def _opens_date(doc: Doc, i: int) -> bool:
    return doc[i].ent_type_ == "DATE" and (doc[i].pos_ != "PROPN" or (i + 1 < len(doc) and doc[i + 1].like_num))
