"""What a single token tells about the name of an instrument.

is_roman("II")  True
"""

from spacy.tokens import Doc, Token

from dragoman import gazetteer, polities
from dragoman.languages.en import instruments as words

# In lower case these need a proper name or a date beside them: "the Versailles peace", "alliance of 1778".
LOWER_IF_NAMED = frozenset({"peace", "alliance", "settlement"})
# "The Geneva principles", "the Vance-Owen plan": papers by the town or the person they are called after.
CALLED_AFTER = frozenset("plan principles points proposals formula framework programme program guidelines".split())
HYPHENS = frozenset("-–‑")


def is_wordy(token: Token) -> bool:
    return any(letter.isalpha() for letter in token.text)


def qualifies(token: Token) -> bool:
    return token.lower_ in words.QUALIFYING or token.lower_ in words.OTHER_ONE


def qualifies_here(token: Token) -> bool:
    """The same where it stands: "non" and "aggression" on both sides of their hyphen qualify a pact."""
    first, last = token.i, token.i
    while first > 0 and not token.doc[first - 1].whitespace_:
        first -= 1
    while not token.doc[last].whitespace_ and last + 1 < len(token.doc):
        last += 1
    return qualifies(token) or token.doc[first : last + 1].text.lower() in words.QUALIFYING


def is_roman(text: str) -> bool:
    return bool(text) and all(letter in "IVXLC" for letter in text)


def is_proper(doc: Doc, first: int, head: int) -> bool:
    """Whether a proper noun makes a name: "the Brest-Litovsk treaty"; "the Austrian treaty" is none."""
    capitals = [t for t in doc[first:head] if t.text[:1].isupper() and not is_power(t.text)]
    # The tagger takes the town of "Vladivostok agreements" for a people, or for an adjective.
    return any((t.pos_ == "PROPN" and t.ent_type_ != "NORP") or (t.i > 0 and is_town(t.text)) for t in capitals)


def is_peace_of_a_town(token: Token) -> bool:
    """ "The peace of Amiens" was signed; "the peace of Europe" is kept or broken."""
    if token.lower_ != "peace" or token.i + 2 >= len(token.doc) or token.nbor().lower_ != "of":
        return False
    return token.nbor(2).text[:1].isupper() and is_town(token.nbor(2).text)


def is_power(name: str) -> bool:
    """Whether a name is a country's or a people's; its seat is a town too: "the Versailles peace"."""
    return any(one.use is not polities.Use.SEAT for one in polities.meanings().get(name, ()))


def is_town(name: str) -> bool:
    """Whether the gazetteer has a town of that name, and no country."""
    found = gazetteer.knows(name)
    return bool(found) and found[0].kind in ("town", "capital", "fortress", "palace") and not is_power(name)
