"""English words that deny, hedge, or hand the word to somebody else. Data, no logic; lemmas.

"It became essential to annul": essential -> INTENDED, so nothing was annulled
"""

DENIALS = frozenset("not n't never no neither nor none nobody nothing without hardly scarcely barely".split())
# "After the armistice they signed the treaty": the armistice was not what they signed.
BESIDE_IN_TIME = frozenset("after before since following until till pending preceding".split())
# "The treaty went unsigned": the act with its denial in one word.
UNDONE = frozenset("unsigned unratified unrecognised unrecognized".split())
PARTIAL = frozenset("all every each both entirely fully always completely wholly".split())
# "failed to sign", "avoided signing": the act under them did not happen.
NEGATIVE_VERBS = frozenset("fail neglect avoid omit forbid refrain abstain forgo preclude prevent".split())
# "postponed the signature", "prevented an agreement": the noun under them did not happen either.
NEGATIVE_OF_NOUNS = frozenset("postpone delay defer prevent avoid forgo preclude lack avert forestall block".split())
NEGATIVE_WORDS = frozenset(
    "unable impossible failure inability lack absence reluctant unwilling refusal instead".split()
)
# What is under them was wanted or planned; whether it happened the account must say elsewhere.
INTENDING = frozenset(
    "want wish intend plan hope seek try attempt prepare decide resolve aim desire strive endeavor endeavour determine need"
    " long eager anxious ready essential necessary important desirable urgent intention aspiration"
    " wish hope determination readiness willingness necessity goal purpose objective ambition step bid"
    " contemplate design full-power empower prefer".split()
)
PROPOSING = frozenset(
    "propose demand urge ask offer suggest request insist order call require recommend advise consider invite instruct"
    " proposal demand request offer suggestion proposition order recommendation appeal plea advocate favor favour press beg"
    " implore entreat entitle draft stipulate envisage contemplate clause plan project".split()
)
CONDITIONAL_WORDS = frozenset("if unless whether provided lest".split())
CONDITIONAL_MODALS = frozenset("would could might should may".split())
PREDICTING_MODALS = frozenset("will shall 'll".split())
PREDICTING = frozenset("predict foresee anticipate expect forecast prospect".split())
# "agreed to cede": one act, told by its governing verb; what is under it only fills it.
SWALLOWING = frozenset(
    "refuse decline agree consent demand request ask propose offer promise pledge undertake urge insist order instruct"
    " suggest persuade convince invite require threaten forbid prohibit commit refusal proposal demand request offer promise"
    " pledge willing unwilling oblige bind vow decide allow permit authorize force compel induce encourage beg press"
    " recommend advise warn oppose object protest reject accept guarantee stipulate call appeal swear".split()
)
SAYING = frozenset(
    "say state announce declare inform tell write reply answer respond argue claim assert insist maintain contend allege report"
    " note observe remark explain admit confess acknowledge concede warn add confirm stress emphasize repeat reiterate"
    " complain proclaim affirm assure testify record relate recall suggest hint protest object deny notify swear cable telegraph".split()
)
# Verbs that stand beside a quotation and say little by themselves.
UTTERING = SAYING | frozenset(
    "rejoin retort exclaim cry continue ask question demand murmur thunder comment conclude read run object urge plead"
    " boast lament quip reflect interject interpose".split()
)
BELIEVING = frozenset(
    "believe think feel fear suspect consider regard suppose assume imagine hope expect perceive view see hold conclude"
    " judge reckon doubt understand know realize worry".split()
)
# "It was rumoured", "rumour had it": nobody in particular says so.
RUMOURED = frozenset("rumour rumor suppose allege understand report believe say".split())
RUMOURS = frozenset("rumour rumor legend tradition gossip hearsay".split())
# "In Wilson's view", "in the words of Curzon".
VIEWS = frozenset("view opinion eye eyes judgement judgment word words estimation telling version reading".split())
# "As Lloyd George put it"
PUTTING = SAYING | frozenset({"put", "have"})
# "begged Bonaparte to withdraw": what is asked for stands on the word of who asks.
ASKING = frozenset(
    "demand request ask beg urge insist propose suggest plead recommend stipulate implore entreat order instruct require threaten".split()
)
MEDIUM = {
    "write": "letter", "letter": "letter", "cable": "telegram", "telegraph": "telegram", "telegram": "telegram",
    "note": "note", "article": "article", "speech": "speech", "book": "book", "memoir": "memoir", "report": "report",
    "statement": "statement", "declaration": "declaration", "message": "message", "interview": "interview",
}  # fmt: skip
# Light verbs carry no act of their own: "made a proposal", "reached an agreement", "took part in".
LIGHT = frozenset(
    "make take give have reach hold enter undertake conduct bring put issue begin start open come conclude obtain secure receive"
    " offer arrive produce win see carry".split()
)
