"""How sure a find is, as a chance: of ten finds that say 0.7, about seven are right.

    surely(found by both, 0.86) -> 0.71

The two hands do not err apart from one another, so that what they say together is too sure by itself. The two numbers
of each line were fitted on the 41 texts of the corpus that the reader was not trained on, by logistic regression on the
log odds; docs/quality.md has the table, made by cross-validation by document.
"""

from math import exp, log

from msgspec.structs import replace

from dragoman.model import Assertion

# found_by -> what is added to the log odds, after they are multiplied.
_FITTED = {"rules+reader": (-0.765, 0.909), "reader": (0.08, 0.489), "rules": (-0.565, 1.125)}
_LEAST, _MOST = 0.02, 0.99


def surely(one: Assertion) -> Assertion:
    """The assertion with its confidence as a chance, from 0 to 1; the same one where its hand was not fitted."""
    if one.found_by not in _FITTED:
        return one
    added, times = _FITTED[one.found_by]
    sure = min(max(one.confidence, _LEAST), _MOST)
    return replace(one, confidence=round(1 / (1 + exp(-(added + times * log(sure / (1 - sure))))), 3))
