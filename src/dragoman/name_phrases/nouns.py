"""Bodies, events and places that carry their kind in a noun.

"Greek delegation" -> body    "Congress of Laibach" -> event    "Kars province" -> place
"""

from spacy.tokens import Token

from dragoman import polities
from dragoman.languages.en import actors as words
from dragoman.languages.wordlist import wordlist
from dragoman.model import Kind
from dragoman.name_phrases.reader import Reader
from dragoman.name_phrases.tokens import HYPHENS, is_capital, runs_on

# What is sent to somebody keeps whom in its name: "the embassy to Persia".
_SENT = wordlist("embassy legation mission delegation commission deputation")
# Before "and administration of": both are what is done there.
_DOING = ("tion", "sion", "ment", "ance")
_SELF_STANDING = wordlist(
    """
    congress senate parliament reichstag reichsrat duma porte divan politburo comintern assembly directory
    convention league cabinet government council diet sejm rada majlis mejlis knesset cortes skupshtina storthing
    sovnarkom junta court embassy legation commission committee presidium admiralty vatican curia
    """
)


def phrases(reader: Reader) -> None:
    """Names that carry their kind in a noun."""
    for token in reader.doc:
        if token.i in reader.taken or (token.pos_ not in ("NOUN", "PROPN") and not token.is_title):
            continue
        word = token.lower_
        if word in words.EVENT_NOUNS and token.text[:1].isupper():
            _event(reader, token)
        if token.i not in reader.taken and word in words.PLACE_NOUNS:
            _place(reader, token)
        if token.i not in reader.taken and (word in words.BODIES or word in words.GROUPS):
            _body(reader, token)


def _event(reader: Reader, head: Token) -> None:
    first, last = reader.left(head.i, lower=False), reader.right(head.i, ("of", "on", "in"))
    if not reader.free(first, last) or runs_on(reader.doc, last):
        return
    if head.lower_ in words.MEETINGS_OR_BODIES and last == head.i:
        # "the U.S. Congress" sits, "the Congress of Vienna" is held; of "the Congress" the account decides.
        return
    if head.lower_ in words.MEETINGS_OR_BODIES and "United" in reader.sentence.doc[head.i : last + 1].text:
        return
    if first < head.i or last > head.i:
        reader.take(first, last, Kind.EVENT, 8, "event noun")
    elif head.lower_ in ("conference", "summit", "congress"):
        reader.take(first, last, Kind.EVENT, 5, "event noun")


def _place(reader: Reader, head: Token) -> None:
    first = reader.left(head.i, lower=False)
    if head.text[:1].isupper():
        last = reader.right(head.i, ("of",)) if first == head.i else head.i
        if first == head.i == last and head.i + 1 < len(reader.doc) and is_capital(reader.doc[head.i + 1]):
            # "Lake Van", "Cape Town", "Mount Ararat"
            last = head.i + 1
        if first < last and reader.free(first, last) and not runs_on(reader.doc, last):
            reader.take(first, last, Kind.PLACE, 8, "place noun")
    elif first < head.i and reader.free(first, head.i) and not _is_demonym(reader, first, head.i):
        reader.take(first, head.i, Kind.PLACE, 8, "place noun")


def _is_demonym(reader: Reader, first: int, head: int) -> bool:
    """ "Armenian territories" are of Armenia, and no name of a place."""
    surface = polities.surface_at(reader.sentence.flow.text, reader.doc[first].idx)
    return (
        surface is not None
        and len(surface) >= reader.doc[head - 1].idx + len(reader.doc[head - 1]) - reader.doc[first].idx
    )


def _body(reader: Reader, head: Token) -> None:
    doc, word = reader.doc, head.lower_
    capital = head.text[:1].isupper()
    follows = doc[head.i + 1] if head.i + 1 < len(doc) else None
    if follows is not None and follows.text in HYPHENS and not head.whitespace_:
        return
    if follows is not None and follows.lower_ in words.BODIES | words.GROUPS:
        return
    if word not in words.LOWER_BODIES and word not in words.GROUPS and not capital:
        return
    if head.dep_ == "compound" and head.head.i == head.i + 1 and head.head.lower_ in words.BODIES | words.GROUPS:
        return
    first = reader.left(head.i, lower=not capital)
    last = reader.right(head.i, ("of", "for", "on", "to") if word in _SENT else ("of", "for", "on"))
    if not capital and head.dep_ == "conj" and head.head.lower_.endswith(_DOING):
        # "Ceded the occupation and administration of Cyprus to Britain"
        return
    if first == last == head.i and not (capital and word in _SELF_STANDING):
        return
    if first == head.i and last > head.i and not capital and word not in words.LOWER_BODIES:
        return
    if not reader.free(first, last) or (capital and runs_on(doc, last)):
        return
    if not any(is_capital(doc[i]) for i in range(first, last + 1)):
        return
    state = reader.sentence.doc[first : last + 1].text in polities.meanings()
    reader.take(
        first, last, Kind.POLITY if state else Kind.BODY, 10 if state else 8, "polities" if state else "body noun"
    )
