"""English words that say little about which thing is named: papers, what they are about, titles, empty words.

"treaty" in PAPERS        MATTERS["amity"] -> "friendship"
"""

from dragoman.languages.wordlist import wordlist

# They join words and name nothing.
STOP = wordlist("the a an of and to in on at for by with between s his her its their our this that these those said")
# Sorts of instruments: every one is one of them.
PAPERS = wordlist(
    "treaty treaties agreement agreements convention conventions pact pacts draft drafts protocol protocols accord"
    " accords armistice peace alliance declaration act acts charter settlement truce note notes memorandum letter"
    " letters ultimatum compact concordat covenant proclamation resolution resolutions text document documents"
    " instrument deal cease fire ceasefire article art final general"
)
# What an instrument is about; many are about the same, so this does not name it, but it tells two of one day apart.
MATTERS = {
    "friendship": "friendship", "amity": "friendship", "commerce": "commerce", "trade": "commerce",
    "commercial": "commerce", "alliance": "alliance", "navigation": "navigation", "consular": "consular",
    "boundary": "boundary", "boundaries": "boundary", "border": "boundary", "limits": "boundary",
    "extradition": "extradition", "arbitration": "arbitration", "neutrality": "neutrality", "military": "military",
    "naval": "naval", "economic": "economic", "financial": "financial", "aggression": "aggression",
    "reinsurance": "reinsurance", "annexation": "annexation", "cession": "cession",
}  # fmt: skip
DESCRIBING = frozenset(MATTERS) | wordlist(
    "secret mutual assistance preliminary new first second third definitive defensive offensive separate provisional"
    " political bilateral joint formal previous previously pre existing earlier later own such same illegitimate"
    " unequal old proposed signed unsigned prepared only following present subsequent original initial two three both"
    " all several other another understanding non concerning regarding respecting relating diplomatic relations"
)
# Which of two instruments of one sort is meant: the preliminary peace is not the definitive one.
TELLING_APART = wordlist(
    "secret preliminary preliminaries definitive final provisional supplementary additional first second third new"
    " military naval commercial separate public later earlier"
)
MONTHS = wordlist(
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sept sep oct nov dec"
)
# They stand before a person's name and are none.
TITLES = wordlist(
    "mr mrs sir lord lady count baron prince king queen emperor tsar czar sultan shah pasha bey general marshal admiral"
    " colonel major captain commodore lieutenant president premier chancellor minister prime foreign secretary state"
    " ambassador envoy commissar commissioner consul senator governor doctor dr professor comrade cardinal bishop"
    " archbishop pope duke earl marquess marquis viscount chairman delegate representative us u american british french"
    " german russian soviet turkish elect former vice deputy people peoples foreign his her majesty"
)
# Words of the story that say nothing about which act is told.
EMPTY = wordlist(
    "that this with from have which were been their they also would could when after before into upon under only more"
    " than then during between other both about some such these those most over being while where there because had has"
    " was not but its his her him the and for are would until since however later very own all any each no"
)
POINTING = wordlist("this that the said these those")
# Names for all who took part: they stand for the parties of the instrument or of the conference.
ALL_SIDES = wordlist(
    "parties sides governments countries states powers delegations delegates negotiators belligerents signatories"
    " nations plenipotentiaries commissioners representatives"
)
# Extent in time and in measure: what is given for a time is not given for good.
FOR_A_TIME = ("until", "till", "for a term of", "for a period of", "temporar", "provisional", "for the duration")
FOR_GOOD = (
    "absolute", "in perpetuity", "perpetual", "forever", "for ever", "permanent", "in full", "outright", "irrevocabl",
    "unconditional", "without limit",
)  # fmt: skip
# A part of a thing is not the whole of it: what is told of one need not be so of the other.
PARTS = wordlist(
    "part parts half halves portion portions partition partitioned divided division remainder rest instalment instalments"
    " installment installments annually yearly each"
)
# Before the name of a land these make a part of it: "the northern districts of Schleswig"; elsewhere they say where it is.
OF_A_PART = wordlist(
    "north south east west northern southern eastern western upper lower strip districts north-east north-west"
    " south-east south-west north-eastern north-western south-eastern south-western"
)
# Who ratifies what an envoy has signed.
PARLIAMENTS = wordlist(
    "assembly senate congress parliament diet duma reichstag sejm chamber house council cortes knesset majlis"
    " legislature commons lords deputies voters people"
)
# A denial with one of these is of its own time: what "had not yet" happened may have happened since.
SO_FAR = wordlist(
    "yet still then until till initially first before immediately meanwhile already now once time when while during"
    " longer hitherto originally far long"
)
_COUNTED = (
    "one first", "two second", "three third", "four fourth", "five fifth", "six sixth", "seven seventh", "eight eighth",
    "nine ninth", "ten tenth", "eleven eleventh", "twelve twelfth", "thirteen thirteenth", "fourteen fourteenth",
    "fifteen fifteenth",
)  # fmt: skip
TENS = {
    "twenty": "20",
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "sixty": "60",
    "seventy": "70",
    "eighty": "80",
    "ninety": "90",
}
NUMBERS = {word: str(i) for i, words in enumerate(_COUNTED, start=1) for word in wordlist(words)} | TENS
# Words with which tellers say one thing; the first stands for all.
_ALIKE = (
    "aid assistance assist help support", "treaty agreement pact accord convention", "border boundary frontier boundaries",
    "troops army forces military soldiers", "sever break broke broken breaking", "sign conclude signing conclusion",
    "annul abrogate cancel terminate denounce void", "cede cession transfer yield", "territory land region lands territories",
    "weapons arms ammunition munitions", "independence independent", "postpone delay defer", "reject refuse decline",
    "attack assault", "capture seize", "war hostilities", "ratify ratification", "recognize recognise recognition",
    "envoy minister ambassador", "money gold subsidy", "develop draw prepare drafting",
)  # fmt: skip
ALIKE = {word: words.split()[0] for words in _ALIKE for word in words.split()}
# Which of several meetings or wars is meant.
COUNTING = ("first", "second", "third", "fourth", "fifth", "sixth", "new", "last")
MEETINGS = (
    "conference", "congress", "meeting", "talks", "negotiations", "round", "session", "summit", "war", "battle", "campaign",
    "coalition",
)  # fmt: skip
# A clause that begins so is of another time than the sentence it stands in.
RELATIVE = ("after ", "following ", "before ", "since ", "once ", "until ", "prior to ", "ever since ")
# First parts of compounds: "Franco-Spanish".
COMBINING = {
    "franco": "French", "anglo": "English", "russo": "Russian", "sino": "Chinese", "graeco": "Greek", "greco": "Greek",
    "austro": "Austrian", "turco": "Turkish", "italo": "Italian", "serbo": "Serbian", "hispano": "Spanish",
    "prusso": "Prussian", "polono": "Polish", "soviet": "Soviet", "germano": "German", "americano": "American",
    "dano": "Danish", "luso": "Portuguese", "perso": "Persian", "nippo": "Japanese", "finno": "Finnish",
}  # fmt: skip
