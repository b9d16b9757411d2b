"""French words and phrase forms of time: data, no logic. How the tables are read stands in languages/en/dates.py.

WORDS["MONTH"]["mars"] == 3
("point", "{daymonth} {year}")
"""

from collections.abc import Mapping

# A form or a row of words is easier to read on one line, and a list of words as a sentence than as a list.
# fmt: off
_ONES = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
).split()
_ORDINALS = (
    "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième "
    "treizième quatorzième quinzième seizième"
).split()
_ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split()
_CHRIST = ("J.-C.", "J.‑C.", "J.C.", "J. C.", "J-C", "JC", "J.-C", "Jésus-Christ")
_SPACES = (" ", "\u00a0", "\u202f")

WORDS: Mapping[str, Mapping[str, int | str]] = {
    "MONTH": {
        "janvier": 1, "février": 2, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8,
        "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12, "decembre": 12,
    },
    "MON": {
        "janv": 1, "jan": 1, "févr": 2, "fév": 2, "fevr": 2, "avr": 4, "juil": 7, "sept.": 9, "oct": 10, "nov": 11,
        "déc": 12, "dec": 12,
    },
    "WEEKDAY": {"lundi": 1, "mardi": 2, "mercredi": 3, "jeudi": 4, "vendredi": 5, "samedi": 6, "dimanche": 7},
    "SEASON": {"printemps": "SP", "automne": "FA", "hiver": "WI"},
    # Seasons that are other words as often: "a été".
    "FALL": {"été": "SU"},
    "DAYTIME": {
        "matin": "MO", "matinée": "MO", "après-midi": "AF", "soir": "EV", "soirée": "EV", "nuit": "NI",
    },
    "DAWN": {"aube": "MO", "midi": "MI", "minuit": "NI", "crépuscule": "EV"},
    "UNIT": {
        "jour": "D", "journée": "D", "semaine": "W", "mois": "M", "décennie": "DE", "heure": "TH", "minute": "TM",
    },
    # A year, which a figure may follow: "l'an VIII", "l'année 1920".
    "YEAR": {"an": "Y", "année": "Y"},
    "CENTURY": {"siècle": "CE"},
    "CENTURIES": {"siècles": "CE"},
    "UNITS": {"jours": "D", "semaines": "W", "ans": "Y", "décennies": "DE", "heures": "TH", "minutes": "TM"},
    "YEARS": {"années": "Y"},
    "NUM": {word: value for value, word in enumerate(_ONES, 1)} | {"une": 1},
    "TENS": {
        "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "quatre-vingt": 80,
        "quatre-vingts": 80,
    },
    "HUNDRED": {"cent": 100, "cents": 100},
    "THOUSAND": {"mille": 1000, "mil": 1000},
    "ORD": {word: value for value, word in enumerate(_ORDINALS, 1)} | {"première": 1, "second": 2, "seconde": 2},
    "ORDS": {"premiers": 1, "premières": 1, "derniers": -1, "dernières": -1},
    "NTH": {"1er": 1, "1ᵉʳ": 1, "1re": 1} | {f"{n}{end}": n for n in range(2, 32) for end in ("e", "ᵉ", "ème")},
    # "XIXe siècle", and as small capitals are often kept, "xixe siècle".
    "ROMANTH": {
        f"{written}{end}": value
        for value, word in enumerate(_ROMAN, 1) for written in (word, word.lower()) for end in ("e", "ᵉ", "ème", "è")
    } | {"Ier": 1, "ier": 1, "Iᵉʳ": 1},
    "ROMAN": {word: value for value, word in enumerate(_ROMAN, 1)},
    "VAGUE": {"plusieurs": "X", "quelques": "X"},
    "HALF": {"demi": "0.5", "demie": "0.5"},
    # "Le" may stand before the number of a day.
    "LE": {"le": 1},
    "THE": {"la": 1, "les": 1, "l'": 1, "l’": 1},
    "THIS": {"ce": 0, "cet": 0, "cette": 0},
    "HERE": {"là": 0},
    "OF": {"de": 1, "d'": 1, "d’": 1},
    # "Du" begins a range ("du 2 au 5 mars") as well as it names ("le traité du 16 mars").
    "FROM": {"du": 1, "dès": 1},
    "IN": {"en": 1, "dans": 1},
    "TO": {"au": 1, "à": 1},
    "UNTIL": {
        f"jusqu{mark}{word}": "before" for mark in "'’" for word in ("en", "au", "à")
    },
    "AND": {"et": 1, "&": 1},
    "OR": {"ou": 1},
    "BETWEEN": {"entre": 1},
    "DURING": {"pendant": 1, "durant": 1, "courant": 1},
    "SINCE": {"depuis": "after"},
    "SAME": {"même": 0},
    "FOLLOWING": {"suivant": 1, "suivante": 1, "prochain": 1, "prochaine": 1},
    "PREVIOUS": {"précédent": -1, "précédente": -1, "dernier": -1, "dernière": -1},
    "EDGE": {
        "début": "START", "commencement": "START", "fin": "END", "milieu": "MID", "mi": "MID",
    },
    "EVE": {"veille": -1, "avant-veille": -2, "lendemain": 1, "surlendemain": 2},
    "PLUS": {"plus": 1},
    "LATER": {"tard": 1, "tôt": -1},
    "AFTER": {"après": 1},
    "BEFORE": {"avant": -1},
    "AGO": {"il y a": -1},
    "SHORTLY": {"peu": 1},
    "ABOUT": {"vers": "about", "environ": "about", "autour": "about"},
    "PROBABLY": {
        "probablement": "probably", "peut-être": "probably", "sans doute": "probably",
    },
    "CIRCA": {"circa": "about", "ca": "about"},
    "BC": {f"{word}{space}{christ}": -1 for word in ("av.", "avant") for space in _SPACES for christ in _CHRIST}
    | {f"avant {word}ère": -1 for word in ("notre ", "l'", "l’")},
    "AD": {f"{word}{space}{christ}": 1 for word in ("ap.", "apr.", "après") for space in _SPACES for christ in _CHRIST}
    | {"de notre ère": 1},
    "EVERY": {"chaque": 1, "tous les": 1, "toutes les": 1},
    "SET": {"quotidiennement": "XXXX-XX-XX", "annuellement": "XXXX", "mensuellement": "XXXX-XX"},
    "REF": {
        "aujourd'hui": "PRESENT_REF", "aujourd’hui": "PRESENT_REF", "maintenant": "PRESENT_REF",
        "actuellement": "PRESENT_REF", "autrefois": "PAST_REF", "jadis": "PAST_REF", "récemment": "PAST_REF",
    },
    "TIME": {"époque": "", "moment": ""},
    "INSTANT": {"courant": 0},
    "HOLIDAY": {"noël": "12-25"},
    "FUNC": dict.fromkeys("il elle ils elles on nous".split(), 1),
    "NOT": dict.fromkeys("ne pas jamais non point".split(), 1),
    "QTY": dict.fromkeys((
    "hommes soldats marins officiers chevaux cavaliers canons fusils tonnes kilomètres km mètres hectares francs "
    "livres roubles marks morts tués blessés prisonniers personnes habitants familles navires pages voix"
).split(), 1),
    "MARK": {
        "ancien style": "julian", "vieux style": "julian", "v. s.": "julian", "a. s.": "julian", "julien": "julian",
        "nouveau style": "gregorian", "n. s.": "gregorian", "grégorien": "gregorian",
    },
    "REPMONTH": {
        "vendémiaire": 1, "brumaire": 2, "frimaire": 3, "nivôse": 4, "pluviôse": 5, "ventôse": 6, "germinal": 7,
        "floréal": 8, "prairial": 9, "messidor": 10, "thermidor": 11, "fructidor": 12,
    },
    "COMPLEMENTARY": {"complémentaire": 13},
}

CAPITALISED = ("HOLIDAY",)
EXACT = ("BC", "AD", "ROMAN", "ROMANTH")
JOINED = (
    r"[Aa]ujourd['’]hui|[Jj]usqu['’](?:en|au|à)\b|[LlDd]['’](?!\d)|[Aa]vant-veille\b|[Aa]près-midi\b"
    r"|[Qq]uatre-vingts?\b|[Pp]eut-être\b|[Ss]ans[ ]doute\b|[Ii]l[ ]y[ ]a\b|[Tt]ou(?:s|tes)[ ]les\b"
    r"|[Ss]ept\.(?=\s*\d)"
    r"|(?:av\.|avant|apr?\.|après)\s(?:J\.[-‑\s]?C\.?|J-?C\b|Jésus-Christ)|avant[ ](?:notre[ ]|l['’])ère|de[ ]notre[ ]ère"
    r"|(?:ancien|vieux|nouveau)[ ]style\b|[van]\.[ ]s\."
)
SURENESS = ("ABOUT", "PROBABLY", "CIRCA")
NOT_BEFORE = ("UNTIL", "BEFORE")
DENIED_WHEN = ("UNTIL", "BEFORE")
SIDES = {"BEFORE": "before", "UNTIL": "before", "AFTER": "after", "SINCE": "after"}
# « Sur la base des préliminaires d’octobre »: those of the October before.
NAMING_WHAT_WAS = (
    r"(?i:\b(?:préliminaires|armistice|accords?|convention|traité|protocole) (?:de |d['’])$)",
    r"(?!\s+\d)",
)
BOOKS = frozenset("publié publiée publiés imprimé imprimée édition éditions écrit écrivait mémoires historien".split())
RECORDS = frozenset("consulté consultée copyright © réimpression".split())
KIN = {
    "mort": "mour", "mourut": "mour", "mourir": "mour", "tomba": "chute", "tombé": "chute", "naissance": "né",
    "naquit": "né", "prise": "pris", "prit": "pris", "signature": "sign", "signa": "sign", "signé": "sign",
}
ENDINGS = ("ée", "ées", "és", "é", "a", "s", "e")
CUSTOMS = {
    "Russie": "russia", "Moscou": "russia", "Pétersbourg": "russia", "Petrograd": "russia", "Ukraine": "ukraine",
    "Bulgarie": "bulgaria", "Sofia": "bulgaria", "Serbie": "serbia", "Belgrade": "serbia", "Roumanie": "romania",
    "Bucarest": "romania", "Grèce": "greece", "Athènes": "greece", "Angleterre": "great britain",
    "Londres": "great britain", "Irlande": "ireland", "Suède": "sweden",
}
NAMING = ("OF", "FROM")
DECADE_ENDING = ""
DAY_FIRST = True

UNIONS = {
    "W": "WEEKDAY",
    "UNIT": "UNIT YEAR CENTURY",
    "UNITS": "UNITS YEARS CENTURIES",
    "ANYUNIT": "UNIT YEAR CENTURY UNITS YEARS CENTURIES",
    "THE": "THE LE",
    "D": "D1 NTH",
    "SEAS": "SEASON FALL",
    "ERA": "BC AD",
    "WHICH": "FOLLOWING PREVIOUS",
    "OFF": "OF FROM",
}

MACROS = {
    "y": "year:(Y4 (?!QTY)|(?:N3|D1|D2)(?=BC|AD)) (?:era:ERA)?",
    "spelt": "spelt:(?:THOUSAND (?:NUM? HUNDRED)? (?:TENS|DASH|NUM|AND)*)",
    "year": "(?:{y}|(?:IN|OF)? THE? YEAR (?:{y}|{spelt})|{spelt})",
    "month": "month:(?:MONTH|MON DOT?)",
    "month2": "month2:(?:MONTH|MON DOT?)",
    "wk": "(?:THE? weekday:W COMMA?)?",
    "daymonth": "(?:{wk} THE? day:D {month}|{wk} THE day:{n} {month})",
    "n": "(?:(?:TENS|NUM|HUNDRED|THOUSAND) (?:DASH? (?:AND (?=NUM))? (?:TENS|NUM|HUNDRED|THOUSAND))*|D1|D2|N3|DEC)",
    "count": "count:(?:VAGUE|{n})",
    "approx": "(?:approx:(?:ABOUT|CIRCA DOT?|PROBABLY))?",
    "at": "(?:THE? daytime:[DAYTIME DAWN] OFF)?",
    "mark": "(?:LPAR? mark:MARK RPAR?)?",
    "mod": "(?:THE? mod:EDGE (?:DASH|OFF THE?)?)?",
    "nth": "nth:(?:ROMANTH|ORD|NTH)",
    "whichyear": "OF (?:THE which:SAME wunit:UNIT|THE wunit:UNIT which:WHICH|wunit:THIS)",
}

FORMS: tuple[tuple[str, str], ...] = (
    # One day under two calendars.
    ("both", "{wk} THE? day:D SLASH day2:D {month} {y}?"),
    ("both", "{wk} THE? day:D LPAR day2:D mark2:MARK? RPAR {month} {y}?"),
    ("both", "{wk} THE? day:D {month} SLASH day2:D {month2} {y}?"),
    ("both", "{wk} THE? day:D {month} LPAR mark2:MARK? day2:D {month2} mark2:MARK? RPAR {y}?"),
    # The Republic's calendar.
    ("republican", "THE? day:D month:REPMONTH COMMA? (?:OF? THE? YEAR year:(?:ROMAN|D1|NUM))?"),
    ("republican", "month:REPMONTH COMMA? OF? THE? YEAR year:(?:ROMAN|D1|NUM)"),
    ("republican", "THE? day:[D ORD] UNIT month:COMPLEMENTARY COMMA? OF? THE? YEAR year:(?:ROMAN|D1)"),
    ("republican", "THE? YEAR year:ROMAN"),
    ("numeric", "value:NUMERIC"),
    # Days of one month.
    ("days", "{at} THE? day:D [TO UNTIL DASH] THE? day2:D {month} {y}?"),
    ("days", "{at} (?<=BETWEEN) THE? day:D AND THE? day2:D {month} {y}?"),
    ("dayslist", "THE? D (?:COMMA THE? D)+ COMMA? [AND OR] THE? D {month} {y}?"),
    ("pair", "THE? day:D [AND OR] THE? day2:D {month} {y}?"),
    # Years.
    ("years", "(?:THE? season:SEAS OFF?)? year:Y4 [DASH SLASH] year2:[D1 D2] (?!DASH|MONTH|D1|SLASH)"),
    ("years", "THE? season:SEAS OFF? year:Y4 [DASH SLASH] year2:Y4"),
    ("years", "year:[N3 D1 D2 Y4] [DASH TO] year2:[N3 D1 D2 Y4] era:ERA"),
    ("years", "(?<=BETWEEN) year:[N3 D1 D2 Y4] AND year2:[N3 D1 D2 Y4] era:ERA"),
    # A day.
    ("point", "{at} {daymonth} {mark} COMMA? {year} {mark} (?:TO daytime:DAYTIME)?"),
    ("point", "{at} {daymonth} {whichyear}"),
    ("point", "{at} {daymonth} {mark}"),
    ("point", "THE? day:D FROM? which:INSTANT"),
    ("point", "THE? holiday:HOLIDAY {y}?"),
    # A month, a season.
    ("point", "{mod} (?:THE? UNIT OF)? {month} {year}"),
    ("point", "{mod} (?:THE? UNIT OF)? {month} {whichyear}"),
    ("point", "{mod} (?:THE? UNIT OF)? month:MONTH"),
    ("point", "{mod} THE? season:SEAS (?:OFF (?:THE YEAR)?)? {y}"),
    ("which", "{mod} THE season:SEAS which:WHICH"),
    ("which", "{mod} which:THIS season:SEAS (?:DASH HERE)?"),
    ("point", "{mod} THE season:SEAS"),
    ("point", "(?<=[IN TO FROM]) season:SEASON"),
    ("point", "(?<=IN) season:FALL"),
    # Centuries, decades, years.
    ("centuries", "{mod} THE? nth:(?:ROMANTH) [AND OR TO DASH] THE? nth2:(?:ROMANTH) century:[CENTURY CENTURIES] (?:era:ERA)?"),
    ("point", "{mod} THE? {nth} century:CENTURY (?:era:ERA)?"),
    ("point", "{mod} THE? YEARS decade:[Y4 D1 D2 TENS]"),
    ("portion", "THE {count} which:ORDS unit:[UNIT UNITS] OFF (?:THE? YEAR)? (?:{month})? {y}"),
    ("point", "{mod} (?:approx:CIRCA DOT?)? (?:THE? YEAR)? {y}"),
    ("point", "THE YEAR (?:{spelt}|year:N3)"),
    # Weekdays, clock and times of day.
    ("point", "THE? weekday:WEEKDAY (?:which:WHICH)? (?:daytime:DAYTIME)?"),
    ("clock", "clock:[D1 NUM DEC] [UNIT UNITS] (?=OF THE? DAYTIME)"),
    ("clock", "(?<=TO) clock:DAWN"),
    # Measured from what was last spoken of.
    ("shift", "{approx} {count} unit:ANYUNIT PLUS dir:LATER"),
    ("shift", "unit:UNITS PLUS dir:LATER"),
    ("shift", "dir:AGO {count} unit:ANYUNIT"),
    ("event", "{approx} {count} unit:ANYUNIT dir:[AFTER BEFORE] (?=THE|NAME|WORD)"),
    ("event", "(?:THE)? eve:EVE OFF (?=NAME|WORD|THE)"),
    ("shift", "{approx} {count} unit:ANYUNIT dir:[AFTER BEFORE PREVIOUS]"),
    ("vaguely", "SHORTLY dir:[AFTER BEFORE] (?!THE|NAME|WORD|Y4|D1)"),
    ("daystep", "THE? which:EVE FROM? (?:TO)? (?:unit:DAYTIME)?"),
    ("which", "{mod} THE which:SAME unit:[UNIT DAYTIME]"),
    ("which", "{mod} THE unit:[UNIT DAYTIME] which:WHICH"),
    ("which", "{mod} which:THIS which:SAME? unit:[UNIT DAYTIME] (?:DASH HERE)?"),
    ("which", "mod:EDGE OFF THE? unit:UNIT"),
    ("nthday", "THE nth:ORD unit:[UNIT DAYTIME]"),
    ("point", "LE day:[D1 NTH] (?=COMMA|DOT|FUNC|PARA)"),
    # Lengths and repetitions.
    ("set", "EVERY {count}? unit:ANYUNIT"),
    ("length", "{approx} count:({n} unit:ANYUNIT AND HALF)"),
    ("length", "count:(?:NUM? HALF) DASH unit:UNIT"),
    ("lengths", "{approx} count:{n} [TO OR] count2:{n} unit:ANYUNIT"),
    ("lengths", "{approx} count:[D1 D2] DASH count2:[D1 D2] unit:ANYUNIT"),
    ("length", "{approx} {count} unit:ANYUNIT"),
    # Words that point.
    ("set", "value:SET"),
    ("ref", "value:REF"),
    ("that", "which:THIS which:SAME? TIME (?:DASH HERE)?"),
    ("that", "(?:THE)? which:SAME TIME"),
    ("unit", "THE unit:YEAR"),
)
