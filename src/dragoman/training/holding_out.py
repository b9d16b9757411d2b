"""Who is held out: texts the networks do not see, on which cuts and chances are fitted.

held_out(texts, 0.17, 1) -> {"paris-1856", ...}
"""

from collections import defaultdict
from collections.abc import Sequence
from random import Random

from dragoman.training.corpus import Text

# Topic words in the names of texts: what has one stays together.
_TOGETHER = ("china", "campo_formio", "luneville", "amiens", "korea", "geneva", "versailles", "paris_18")


def held_out(texts: Sequence[Text], share: float, seed: int) -> set[str]:
    """About a share of every kind, whole groups only.

    What is known in part cannot say what was missed, so it is held out only beside a text that it shares passages with.
    """
    group = groups(texts)
    chance = Random(seed)
    out: set[str] = set()
    whole = [t for t in texts if not t.in_part]
    for kind in sorted({t.kind for t in whole}):
        of_kind = [t for t in whole if t.kind == kind]
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


def groups(texts: Sequence[Text]) -> dict[str, int]:
    """Texts that share ten words in a row five times, or a topic word in their names, stay together."""
    parent = {t.name: t.name for t in texts}

    def root(x: str) -> str:
        while parent[x] != x:
            x = parent[x]
        return x

    for (a, b), count in _shared(texts).items():
        if count >= 5:
            parent[root(a)] = root(b)
    for word in _TOGETHER:
        alike = [t.name for t in texts if word in t.name.lower() and not t.in_part]
        for name in alike[1:]:
            parent[root(name)] = root(alike[0])
    numbers: dict[str, int] = {}
    return {t.name: numbers.setdefault(root(t.name), len(numbers)) for t in texts}


def _shared(texts: Sequence[Text]) -> dict[tuple[str, str], int]:
    """For two texts, how many runs of ten words both have."""
    seen: dict[tuple[str, ...], str] = {}
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for text in texts:
        lower = [w.lower() for w in text.words if w.isalnum()]
        for gram in set(zip(*(lower[i:] for i in range(10)), strict=False)):
            if gram in seen:
                shared[seen[gram], text.name] += 1
            seen[gram] = text.name
    return shared
