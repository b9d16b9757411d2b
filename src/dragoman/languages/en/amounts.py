"""English words for how much and how long: coins, stretches of time, numbers, and the hedges before them.

UNITS["pesetas"] -> "peseta"        SCALES["million"] -> 1_000_000
"""

from dragoman.languages.wordlist import wordlist

# Money as treaties speak of it, in one form each; "pounds of flour" is the price of asking for no more than a number.
_COINS = (
    "dollar dollars", "franc francs", "pound pounds", "tael taels", "yen", "mark marks reichsmark reichsmarks",
    "ruble rubles rouble roubles", "lira lire liras", "florin florins", "guilder guilders gulden", "thaler thalers taler talers",
    "piastre piastres piaster piasters", "crown crowns", "krona kronor krone kroner kronen", "ducat ducats",
    "livre livres", "peso pesos", "peseta pesetas", "rupee rupees", "zloty zlotys", "dinar dinars", "leu lei", "lev leva",
    "sequin sequins", "purse purses", "escudo escudos", "milreis", "sovereign sovereigns", "shilling shillings",
    "drachma drachmas", "tomans toman",
)  # fmt: skip
_OTHERS = (
    "year years", "month months", "week weeks", "day days", "vote votes", "battleship battleships",
    "division divisions", "warship warships", "instalment instalments installment installments",
)  # fmt: skip
UNITS = {word: words.split()[0] for words in (*_COINS, *_OTHERS) for word in words.split()}
SIGNS = {"$": "dollar", "£": "pound", "€": "euro", "¥": "yen"}
# A stretch of time is compared only where it is how long a thing holds, or how soon it is to be done.
TIMES = frozenset({"year", "month", "week", "day"})
LASTING = wordlist("for of last lasts lasted lasting")
TERMS = wordlist("lease term truce alliance treaty pact armistice loan")
DELAY = "within"
# "They had eighteen months in which to withdraw": within eighteen months.
TO_DO_IT = ("in", "which", "to")
AT_MOST = "at most"
# "Limited to eighteen months" and "for no more than nine": each says how long it may be.
LIMITS = (
    "limited to", "restricted to", "no more than", "not more than", "no longer than", "not longer than", "at most",
    "not exceeding", "not to exceed", "a maximum of",
)  # fmt: skip
# "Ten years later" tells when, not how long.
WHEN = wordlist("later ago earlier before after since previously old hence")
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "milliard": 10**9, "billion": 10**9}
SCALES = _SCALES | {f"{word}s": value for word, value in _SCALES.items()}
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()  # fmt: skip
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS = (
    {word: i for i, word in enumerate(_SMALL)} | {word: 20 + 10 * i for i, word in enumerate(_TENS)} | {"a": 1, "an": 1}
)
# A number that is only about right speaks against no other.
HEDGES = wordlist(
    "about some around approximately roughly nearly almost over under least most than up circa perhaps maybe estimated"
    " between or another further additional first"
)
