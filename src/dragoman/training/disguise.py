"""Other names, so that no topic can be learned by heart.

Names(texts).swap(["Turkey", "ceded", "Batum"], chance, 0.7) -> ["Spain", "ceded", "Olmütz"]
"""

import re
from collections.abc import Sequence
from random import Random

from dragoman.training.corpus import Text
from dragoman.training.dates_told import MONTHS

_DEMONYM = re.compile(r".{2,}(?:ish|ian|ese|ean|can|man|ans|mans|French|Dutch|Greek|Turk|Czech)s?$")
_PERSONAL = frozenset("I He She They It We His Her Their Its My Our You Who The This That These Those".split())


class Names:
    """Swaps names of a text for names of other texts, each one everywhere in the text."""

    def __init__(self, texts: Sequence[Text]) -> None:
        lower = {w for t in texts for w in t.words if w.islower()}
        self._pools: dict[str, list[str]] = {"demonym": [], "name": []}
        self._of: dict[str, str] = {}
        for text in texts:
            for before, word in zip(text.words, text.words[1:], strict=False):
                if _is_name(word) and before not in '.!?“"' and word.lower() not in lower:
                    self._of.setdefault(word, "demonym" if _DEMONYM.match(word) else "name")
        for word, kind in self._of.items():
            self._pools[kind].append(word)

    def swap(self, words: list[str], chance: Random, share: float) -> list[str]:
        """The words with about this share of their names exchanged."""
        new: dict[str, str] = {}
        for word in dict.fromkeys(words):
            kind = self._of.get(word)
            if kind and chance.random() < share:
                new[word] = chance.choice(self._pools[kind])
        return [new.get(w, w) for w in words] if new else words


def _is_name(word: str) -> bool:
    plain = word[:1].isupper() and word.isalpha() and len(word) > 2 and not word.isupper()
    return plain and word not in _PERSONAL and word not in MONTHS
