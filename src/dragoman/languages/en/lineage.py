"""English words by which one instrument is said to rest on, change or end another. Data, no logic; lemmas.

"was based on": ("base", "on") -> BASED_ON, the subject rests on what follows "on"
"""

from dragoman.model import Predicate as P

# verb and preposition: the subject (of the passive too) stands in the relation to what follows the preposition.
BY_PREPOSITION: dict[tuple[str, str], P] = {
    **{(verb, on): P.BASED_ON for verb in ("base", "rest", "build", "draw", "found", "model", "ground", "rely", "pattern") for on in ("on", "upon", "after")},
    **{(verb, "from"): P.BASED_ON for verb in ("derive", "stem", "spring", "arise", "result", "descend", "develop", "grow", "evolve", "proceed")},
    ("grow", "of"): P.BASED_ON, ("arise", "of"): P.BASED_ON, ("flow", "from"): P.BASED_ON,
    **{(verb, into): P.PART_OF for verb in ("insert", "incorporate", "include", "embody", "write", "embed") for into in ("in", "into")},
    **{(verb, on): P.AMENDS for verb in ("expand", "elaborate", "enlarge", "improve") for on in ("on", "upon")},
    ("annex", "to"): P.PART_OF, ("attach", "to"): P.PART_OF, ("append", "to"): P.PART_OF, ("belong", "to"): P.PART_OF,
    ("refer", "to"): P.REFERS_TO, ("allude", "to"): P.REFERS_TO,
}  # fmt: skip
# verb alone: the subject stands in the relation to the object.
BY_OBJECT: dict[str, P] = {
    **dict.fromkeys(("replicate", "reproduce", "copy", "echo", "mirror", "repeat", "imitate"), P.BASED_ON),
    **dict.fromkeys(
        ("amend", "modify", "revise", "supplement", "alter", "extend", "adjust", "expand", "complement"), P.AMENDS
    ),
    **dict.fromkeys(("confirm", "reaffirm", "renew", "uphold", "reiterate", "restate", "endorse", "affirm", "reinforce"), P.CONFIRMS),
    **dict.fromkeys(("supersede", "replace", "supplant", "displace"), P.SUPERSEDES),
    **dict.fromkeys(
        ("annul", "abrogate", "cancel", "terminate", "void", "nullify", "invalidate", "rescind", "revoke", "repeal", "abolish", "end", "denounce", "repudiate"),
        P.ANNULS,
    ),
    **dict.fromkeys(("implement", "execute", "fulfil", "fulfill", "enforce"), P.IMPLEMENTS),
    **dict.fromkeys(("recognize", "recognise", "acknowledge", "accept"), P.RECOGNISES),
    **dict.fromkeys(("mention", "cite", "quote", "reference"), P.REFERS_TO),
}  # fmt: skip
# "laid the foundation for": what follows "for" or "of" rests on the subject.
FOUNDATIONS = frozenset(
    "foundation foundations basis groundwork base ground cornerstone starting-point precedent model template blueprint"
    " pattern framework prototype forerunner precursor draft".split()
)
# "Prepared the way for the treaty".
CLEARING = frozenset("prepare pave clear open".split())
# "Took the treaty for its foundation", "named it as the basis": the verb only chooses what is built on.
CHOOSING = frozenset("take have adopt use keep name choose make treat regard accept recognise recognize retain".split())
# "Was drawn up on the model of", "along the lines of": the noun after the preposition carries the relation.
BASES = frozenset("basis foundation ground strength model pattern line lines footing".split())
ON = frozenset({"on", "upon", "after", "along"})
# "Had its roots in the protocol".
ROOTS = frozenset("root origin source basis foundation beginning".split())
LAYING = frozenset(
    "lay form provide serve become constitute be create set furnish supply establish act remain offer".split()
)
# "In accordance with the preliminaries they signed the treaty": what is made rests on, or carries out, what follows.
PURSUING: dict[str, P] = {
    **dict.fromkeys(("accordance", "pursuance", "conformity", "virtue", "keeping"), P.BASED_ON),
    **dict.fromkeys(("execution", "implementation", "fulfilment", "fulfillment", "application"), P.IMPLEMENTS),
}
# "The terms of the treaty" stand for the treaty.
CONTENTS = frozenset(
    "term provision decision clause stipulation article principle obligation text wording condition validity".split()
)
# "Replaced the convention with a treaty", "substituted a treaty for the convention": the new one, and the old.
EXCHANGING = {"replace": "with", "supersede": "with", "substitute": "for"}
# "By the Convention of 1800 the two governments ended the alliance": the paper by which somebody does it.
BY_WHICH = frozenset({"under", "by", "in", "through", "with"})
# Nouns that name the relation themselves: "cancellation of previous agreements" in the clauses of a draft.
BY_NOUN: dict[str, P] = {
    **dict.fromkeys(("annulment", "abrogation", "cancellation", "repeal", "termination", "denunciation", "invalidation"), P.ANNULS),
    **dict.fromkeys(("confirmation", "reaffirmation", "renewal"), P.CONFIRMS),
    **dict.fromkeys(("revision", "amendment", "modification", "supplement", "addition"), P.AMENDS),
    **dict.fromkeys(("replacement", "substitute"), P.SUPERSEDES),
    **dict.fromkeys(("implementation", "execution", "fulfilment", "fulfillment"), P.IMPLEMENTS),
    "recognition": P.RECOGNISES,
}  # fmt: skip
