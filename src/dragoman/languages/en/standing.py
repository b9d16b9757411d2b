"""English words that say how an instrument stands with somebody: upheld, or held to be void.

"had already settled the issue" -> UPHELD        "the illegitimate treaty" -> VOID
"""

UPHELD = ("settled", "in force", "binding", "still valid", "remains valid", "is valid", "inviolable", "must stand")
VOID = ("illegitimate", "null and void", "invalid", "illegal", "without force", "no legal force", "not binding")
# What is refused where an instrument is upheld: its revision or its end.
CHANGE = ("revis", "annul", "abrogat", "amend", "renegotiat", "denounc", "cancel", "terminat")
