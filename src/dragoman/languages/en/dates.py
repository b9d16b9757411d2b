"""English words and phrase forms of time: data, no logic.

    WORDS["MONTH"]["june"] == 6                          a class, its words, and what each is worth
    ("point", "{daymonth} COMMA? {year}")                a kind of phrase, and a form of it

A form is a regular expression over classes of words, written with spaces between them. `slot:` names what the class or
the brackets after it catch; `{name}` stands for the macro of that name, a name in UNIONS for any of its classes. Of the
forms that fit in one place the first in the list wins. The machinery (dates/words.py) knows the names of
slots and of the classes of figures and signs, and no English.
"""

from collections.abc import Mapping

# A form or a row of words is easier to read on one line, and a list of words as a sentence than as a list.
# fmt: off
_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split()

WORDS: Mapping[str, Mapping[str, int | str]] = {
    # Names that only mean a month. "May" and "March" stand alone only after a word of time.
    "MONTH": {
        "january": 1, "february": 2, "april": 4, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10,
        "november": 11, "december": 12,
    },
    "MAY": {"may": 5, "march": 3},
    "MON": {
        "jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
        "oct": 10, "octr": 10, "nov": 11, "novr": 11, "dec": 12, "decr": 12,
    },
    "WEEKDAY": {
        "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
    },
    "WKD": {"mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7},
    "SEASON": {"summer": "SU", "winter": "WI", "autumn": "FA", "springtime": "SP", "summertime": "SU"},
    # Seasons that are other words as often.
    "FALL": {"fall": "FA", "spring": "SP"},
    # What a season before it is the name of, and no time: "the Winter Palace".
    "PALACE": dict.fromkeys("palace garden gardens hotel house street games olympics".split(), 1),
    "DAYTIME": {
        "morning": "MO", "forenoon": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "nightfall": "EV",
    },
    # Times of day that are a moment.
    "DAWN": {
        "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "dusk": "EV", "sunset": "EV", "twilight": "EV",
        "noon": "MI", "midday": "MI", "midnight": "NI", "noontime": "MI",
    },
    "DAYTIMES": {"mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI"},
    "DAYLONG": {"daytime": "DT", "nighttime": "NI", "overnight": "NI"},
    "DAY": {"day": "D"},
    "UNIT": {
        "week": "W", "month": "M", "year": "Y", "decade": "DE", "hour": "TH",
        "minute": "TM", "fortnight": "W2", "weekend": "WE", "millennium": "ML",
    },
    "CENTURY": {"century": "CE"},
    "CENTURIES": {"centuries": "CE"},
    "UNITS": {
        "days": "D", "weeks": "W", "months": "M", "years": "Y", "decades": "DE", "hours": "TH",
        "minutes": "TM", "fortnights": "W2", "weekends": "WE", "millennia": "ML",
    },
    "NUM": {word: value for value, word in enumerate(_ONES, 1)},
    "TENS": {word: 10 * value for value, word in enumerate(_TENS, 2)},
    "DECADES": {f"{word[:-1]}ies": 10 * value for value, word in enumerate(_TENS, 2)},
    "HUNDRED": {"hundred": 100},
    "THOUSAND": {"thousand": 1000},
    "ORD": {word: value for value, word in enumerate(_ORDINALS, 1)} | {"twentieth": 20, "thirtieth": 30},
    "NTH": {f"{n}{'th' if 10 < n < 14 else _ENDINGS.get(n % 10, 'th')}": n for n in range(1, 32)}
    | {"2d": 2, "3d": 3, "22d": 22, "23d": 23},
    "FINAL": {"final": "", "closing": ""},
    "ROMAN": {word: value for value, word in enumerate(_ROMAN, 1)},
    "VAGUE": {
        "several": "X", "few": "X", "many": "X", "numerous": "X", "countless": "X", "some": "X", "various": "X",
        "more": "X", "most": "X",
    },
    "COUPLE": {"couple": 2, "dozen": 12},
    "HALF": {"half": "0.5"},
    "A": {"a": 1, "an": 1},
    "THE": {"the": 1},
    "NEARBY": {"this": 0},
    "FARTHER": {"that": 0},
    "THESE": {"these": "PRESENT_REF", "those": "PAST_REF"},
    "OF": {"of": 1},
    "IN": {"in": 1},
    "ON": {"on": 1, "upon": 1},
    "AT": {"at": 1},
    "BY": {"by": 1},
    "AND": {"and": 1, "&": 1},
    "OR": {"or": 1},
    "TO": {"to": 1, "through": 1, "thru": 1},
    "UNTIL": {"until": "before", "till": "before", "til": "before"},
    "FROM": {"from": 1},
    "ONWARDS": {"onwards": 1, "onward": 1, "forward": 1, "forwards": 1},
    "BETWEEN": {"between": 1, "betwixt": 1},
    "DURING": {"during": 1, "throughout": 1, "toward": 1, "towards": 1, "into": 1, "through-out": 1},
    "OVER": {"over": 1},
    "WITHIN": {"within": 1},
    "SINCE": {"since": "after"},
    "FOR": {"for": 1},
    "SAME": {"same": 0, "selfsame": 0, "very": 0},
    "NEXT": {"next": 1},
    "FOLLOWING": {"following": 1, "subsequent": 1, "ensuing": 1, "succeeding": 1, "coming": 1},
    "PREVIOUS": {"previous": -1, "preceding": -1, "prior": -1},
    "LAST": {"last": -1, "past": -1},
    "EARLY": {"early": "START", "late": "END", "mid": "MID", "mid-": "MID"},
    "EDGE": {
        "beginning": "START", "start": "START", "outset": "START", "opening": "START", "end": "END", "close": "END",
        "middle": "MID", "turn": "START",
    },
    "EVE": {"eve": -1},
    "MORROW": {"morrow": 1},
    "PART": {"part": "", "half": "", "portion": "", "stages": "", "phase": ""},
    "REST": {"rest": "", "remainder": "", "whole": "", "course": ""},
    "LATER": {"later": 1, "afterwards": 1, "afterward": 1, "hence": 1},
    "EARLIER": {"earlier": -1, "previously": -1, "beforehand": -1},
    "AGO": {"ago": -1},
    "AFTER": {"after": 1},
    "BEFORE": {"before": -1},
    "SHORTLY": {"shortly": 1, "soon": 1, "long": 1},
    "INSTANT": {"instant": 0, "inst": 0, "ultimo": -1, "ult": -1, "proximo": 1, "prox": 1},
    "CIRCA": {"circa": "about", "ca": "about", "c": "about"},
    "ABOUT": {
        "about": "about", "around": "about", "approximately": "about", "roughly": "about", "nearly": "about",
        "almost": "about",
    },
    "PROBABLY": {"probably": "probably", "perhaps": "probably", "possibly": "probably", "presumably": "probably"},
    "ONLY": {"only": 1, "just": 1, "exactly": 1, "barely": 1, "fully": 1, "scarcely": 1},
    "LESS": {"less": 1, "fewer": 1, "longer": 1},
    "THAN": {"than": 1},
    "CLOSE": {"least": 1, "up": 1},
    "BC": {"BC": -1, "B.C.": -1, "BCE": -1, "B.C.E.": -1},
    "AD": {"AD": 1, "A.D.": 1, "CE": 1, "C.E.": 1},
    "AH": {"AH": 1, "A.H.": 1},
    "EVERY": {"every": 1, "each": 1},
    "ALL": {"all": 1},
    "SET": {
        "daily": "XXXX-XX-XX", "weekly": "XXXX-WXX", "monthly": "XXXX-XX", "yearly": "XXXX", "annually": "XXXX",
        "annual": "XXXX", "hourly": "XXXX-XX-XXTXX", "nightly": "XXXX-XX-XXTNI",
    },
    "REF": {
        "now": "PRESENT_REF", "nowadays": "PRESENT_REF", "currently": "PRESENT_REF", "current": "PRESENT_REF",
        "former": "PAST_REF", "formerly": "PAST_REF", "recently": "PAST_REF", "recent": "PAST_REF",
        "future": "FUTURE_REF",
    },
    "PRESENT": {"present": "PRESENT_REF"},
    "MODERN": {"modern": "PRESENT_REF"},
    "TODAY": {"today": 0, "tonight": 0, "to-day": 0, "to-night": 0},
    "TOMORROW": {"yesterday": -1, "tomorrow": 1, "to-morrow": 1},
    "TIME": {"time": "", "moment": "", "juncture": ""},
    "PERIOD": {"period": "", "era": ""},
    "LONG": {"long": 1},
    "OLD": {"old": 1},
    "S": {"s": 1},
    "OCLOCK": {"o'clock": 1, "o’clock": 1},
    "HRS": {"hrs": 1, "h": 1},
    "AM": {"a.m.": 0, "am": 0, "AM": 0, "A.M.": 0},
    "PM": {"p.m.": 12, "pm": 12, "PM": 12, "P.M.": 12},
    # Halves and quarters of a year stand where a season does (EDTF 33 to 36, 40, 41).
    "HALFYEAR": {
        "first half": "H1", "second half": "H2", "latter half": "H2", "first quarter": "Q1", "second quarter": "Q2",
        "third quarter": "Q3", "fourth quarter": "Q4", "last quarter": "Q4",
    },
    "HALFPAST": {"quarter": 15},
    "PAST": {},
    "CHRISTMAS": {"christmas": "12-25", "michaelmas": "09-29", "midsummer": "06-24"},
    "NEW": {"new": 1},
    "LORD": {"lord": 1},
    "OUR": {"our": 1},
    "REIGN": {"reign": 1},
    "KINGLY": {"king": 1, "queen": 1, "his": 1, "her": 1, "majesty": 1},
    # Words that can follow "the 5th" when it is a day: "on the 5th he left". After other words it numbers a thing.
    "FUNC": dict.fromkeys((
    "he she it they we you i who which there his its their was were is are had has have did would could with "
    "when but while where because although though so both also under a.m."
).split(), 1),
    "AS": {"as": 1},
    "NOT": {"not": 1, "never": 1, "nor": 1, "no": 1, "nothing": 1, "n't": 1},
    # What four figures count when they are not a year.
    "QTY": dict.fromkeys((
    "men soldiers troops sailors marines officers horses horsemen infantry cavalry guns cannon rifles tons "
    "tonnes miles kilometres kilometers km yards feet metres meters acres dollars pounds roubles rubles francs "
    "marks killed wounded dead casualties prisoners people persons inhabitants families ships vessels aircraft "
    "strong vehicles tanks planes words pages votes copies barrels bushels hectares mm hp volunteers "
    "regulars copies"
).split(), 1),
    "PER": {"per": 1},
    # What four figures number when they are not a year; "no." is told by its point.
    "NUMBER": dict.fromkeys((
    "nos number numbers article articles page pages pp p vol volume fig chapter route line room flight folio despatch "
    "dispatch telegram document documents doc section clause paragraph para item file resolution order"
).split(), 1),
    "MARK": {
        "O.S.": "julian", "OS": "julian", "Old Style": "julian", "old style": "julian", "Julian": "julian",
        "N.S.": "gregorian", "NS": "gregorian", "New Style": "gregorian", "new style": "gregorian",
        "Gregorian": "gregorian",
    },
    # Other calendars. The months of the Rumi year are counted as the Julian months they are.
    "RUMIMONTH": {
        "mart": 3, "nisan": 4, "mayıs": 5, "mayis": 5, "haziran": 6, "temmuz": 7, "ağustos": 8, "agustos": 8,
        "eylül": 9, "eylul": 9, "şubat": 2, "subat": 2, "teşrinievvel": 10, "tesrinievvel": 10, "teşrinisani": 11,
        "tesrinisani": 11, "kânunuevvel": 12, "kanunuevvel": 12, "kânunusani": 1, "kanunusani": 1,
    },
    "TESRIN": {"teşrin": 10, "tesrin": 10, "tishrin": 10, "kanun": 12, "kânun": 12},
    "HIJRIMONTH": {
        "muharram": 1, "muharrem": 1, "safar": 2, "safer": 2, "rajab": 7, "receb": 7, "recep": 7, "shaban": 8,
        "şaban": 8, "saban": 8, "shaaban": 8, "ramadan": 9, "ramazan": 9, "ramadhan": 9, "shawwal": 10, "şevval": 10,
        "sevval": 10, "zilkade": 11, "zilhicce": 12,
    },
    "SHABAN": {"sha": 8},
    "RABI": {"rabi": 3, "rebi": 3, "rebiülevvel": 3, "rebiülahir": 4, "jumada": 5, "cemaziyelevvel": 5},
    "DHU": {"dhu": 11, "zul": 11, "zu": 11},
    "QADA": {"qada": 0, "qa": 0, "qadah": 0, "qida": 0, "kade": 0, "hijja": 1, "hijjah": 1, "hicce": 1},
    "SECOND": {
        "awwal": 0, "evvel": 0, "ula": 0, "awal": 0, "thani": 1, "sani": 1, "akhir": 1, "ahir": 1, "akhira": 1,
        "akhirah": 1, "thaniya": 1,
    },
    "AL": {"al": 1, "u": 1, "ul": 1, "ül": 1, "i": 1, "l": 1},
    "REPMONTH": {
        "vendémiaire": 1, "vendemiaire": 1, "brumaire": 2, "frimaire": 3, "nivôse": 4, "nivose": 4, "pluviôse": 5,
        "pluviose": 5, "ventôse": 6, "ventose": 6, "germinal": 7, "floréal": 8, "floreal": 8, "prairial": 9,
        "messidor": 10, "thermidor": 11, "fructidor": 12,
    },
    "COMPLEMENTARY": {"complementary": 13, "complémentaire": 13, "sansculottide": 13},
    "KING": {
        "geo": "george", "george": "george", "vict": "victoria", "victoria": "victoria", "eliz": "elizabeth",
        "elizabeth": "elizabeth", "hen": "henry", "henry": "henry", "edw": "edward", "edward": "edward", "ed": "edward",
        "will": "william", "wm": "william", "william": "william", "car": "charles", "cha": "charles",
        "charles": "charles", "jac": "james", "ja": "james", "james": "james", "ann": "anne", "anne": "anne",
        "mary": "mary", "ric": "richard", "rich": "richard", "richard": "richard",
    },
}

# Classes whose words count only with a capital ("march", "august" and "sun" are other words).
CAPITALISED = (
    "MONTH", "MAY", "MON", "WEEKDAY", "WKD", "CHRISTMAS", "RUMIMONTH", "TESRIN", "HIJRIMONTH", "SHABAN", "RABI", "DHU",
    "REPMONTH", "KING", "PALACE",
)
# Classes whose words count only as they are written here.
EXACT = ("BC", "AD", "AH", "AM", "PM", "MARK", "ROMAN")
# Words with points, spaces or apostrophes inside, that are read as one.
JOINED = (
    r"[BA]\.\s?[CDH]\.(?:\s?E\.)?|[ON]\.\s?S\.|[ap]\.\s?m\.|[AP]\.\s?M\.|[Oo]['’]clock"
    r"|(?:Old|old|New|new)[ ](?:Style|style)\b"
    r"|(?:(?:first|second|latter)[ ]half|(?:first|second|third|fourth|last)[ ]quarter)(?=[ ]of[ ]\d{4}\b)"
)
# Classes a word of which shows how sure the account is, or on which side of the date a thing fell.
SURENESS = ("ABOUT", "PROBABLY", "CIRCA")
NOT_BEFORE = ("UNTIL", "BEFORE")
# Those of them that, denied, say when: "not until May" is in May, "not before May" is any time after.
DENIED_WHEN = ("UNTIL",)
# Classes that can join a date to the thing it names: "the Treaty of 1783".
NAMING = ("OF",)
# Words beside a year that is a book's; and beside any date that is of the record and not of what it tells.
# A month between these is the name of something done before: "on the basis of the October preliminaries". "The August
# crisis followed" is of the August to come.
NAMING_WHAT_WAS = (
    r"(?i:\b(?:of|under|upon|from|by|with|on) the $)",
    r"\s+(?!(?:in|of|on|at|and|to|that|was|were|when)\b)[a-z]{3,}",
)
BOOKS = frozenset((
    "published printed reprinted edition editions edited copyright wrote writes writing historian historians memoirs "
    "bibliography press"
).split())
RECORDS = frozenset("retrieved accessed copyright © downloaded reprinted posted updated".split())
# Words of one event that begin differently, by the beginning they share here.
KIN = {
    "fell": "fall", "fallen": "fall", "died": "death", "dead": "death", "dying": "death", "began": "begin",
    "begun": "begin", "beginning": "begin", "start": "begin", "started": "begin", "broke": "break",
    "outbreak": "break", "met": "meet", "meeting": "meet", "left": "leave", "leaving": "leave", "took": "take",
    "taken": "take", "taking": "take", "signature": "sign", "fled": "fligh", "arrived": "arriv", "arrival": "arriv",
    "coronation": "crown", "birth": "born", "fought": "fight", "lost": "loss", "losing": "loss",
    "seizure": "seiz", "seized": "seiz",
}
ENDINGS = ("ings", "ing", "ed", "s", "e")
# Names that tell by which country's custom a day may have been counted, by its name in `calendars.customs`.
CUSTOMS = {
    "Russia": "russia", "Russian": "russia", "Moscow": "russia", "Petersburg": "russia", "Petrograd": "russia",
    "Kronstadt": "russia", "Ukraine": "ukraine", "Kiev": "ukraine", "Bulgaria": "bulgaria", "Bulgarian": "bulgaria",
    "Sofia": "bulgaria", "Serbia": "serbia", "Servia": "serbia", "Serbian": "serbia", "Belgrade": "serbia",
    "Romania": "romania", "Roumania": "romania", "Rumania": "romania", "Bucharest": "romania", "Greece": "greece",
    "Greek": "greece", "Athens": "greece", "Albania": "albania", "England": "great britain", "English": "great britain",
    "Britain": "great britain", "British": "great britain", "London": "great britain", "Ireland": "ireland",
    "Dublin": "ireland", "Sweden": "sweden", "Swedish": "sweden", "Stockholm": "sweden",
}
# What makes a year a decade: "the 1920s".
DECADE_ENDING = "s"
# Whether "4/3/1921" can only be the fourth of the third month.
DAY_FIRST = False
# A key of more words than one is looked for first.
SIDES = {
    "NOT BEFORE": "after", "NOT LATER THAN": "before", "NOT EARLIER THAN": "after", "LATER THAN": "after", "EARLIER THAN": "before",
    "PREVIOUS TO": "before", "FOLLOWING TO": "after", "CLOSE TO": "before",
    "BEFORE": "before", "UNTIL": "before", "AFTER": "after", "SINCE": "after",
}

UNIONS = {
    "M": "MONTH MAY MON",
    "W": "WEEKDAY WKD",
    "UNIT": "UNIT DAY CENTURY",
    "UNITS": "UNITS CENTURIES",
    "AFTERS": "NEXT FOLLOWING",
    "D": "D1 NTH",
    "FUNC": "FUNC AS",
    "SEAS": "SEASON FALL",
    "ERA": "BC AD",
    "PREP": "IN BY OF SINCE FROM TO UNTIL DURING AFTER BEFORE BETWEEN EARLY EDGE FOR OVER",
    "ANYUNIT": "UNIT DAY UNITS CENTURY CENTURIES DAYTIME DAYTIMES",
    "WHICH": "SAME NEXT FOLLOWING PREVIOUS",
    "DIR": "LATER EARLIER AGO",
    "ENDS": "TO UNTIL DASH",
    "THIS": "NEARBY FARTHER",
    "STOP": "COMMA DOT SEMI COLON PARA STOP RPAR QUOTE DASH",
}

MACROS = {
    # A year: four figures, or fewer beside an era. Not "1500 men".
    "y": "(?:AD)? year:(Y4 (?!QTY|PER|APOS S QTY)|(?:N3|D1|D2)(?=BC|AD)|(?<=AD)(?:N3|D1|D2)) (?:[SLASH DASH] dual:D1 (?!D1|M|DASH))? (?:era:ERA)?",
    "spelt": "words:(?:NUM THOUSAND (?:COMMA? AND? NUM HUNDRED)?|NUM HUNDRED) (?:COMMA? AND? (?:TENS (?:DASH? NUM)?|NUM))?",
    "lord": "IN? THE? UNIT? (?:OF OUR LORD)?",
    "year": "(?:{y}|{lord} COMMA? (?:spelt:{words}|{y}))",
    "words": "(?:NUM THOUSAND (?:COMMA? AND? NUM HUNDRED)?|NUM HUNDRED) (?:COMMA? AND? (?:TENS (?:DASH? NUM)?|NUM))?",
    "month": "month:(?:MONTH|MAY|MON DOT?)",
    "month2": "month2:(?:MONTH|MAY|MON DOT?)",
    "oday": "day:(?:TENS DASH? ORD|ORD)",
    # "the 5th of March", "March the 5th", "the fifth day of March", "16 Mar."
    "daymonth": "(?:(?:THE|THIS)? (?<!NOT DOT) (?<!NUMBER) day:D DAY? OF? {month}|(?:THE|THIS) {oday} DAY? OF? {month}|{month} THE? day:D (?!APOS)|{month} THE? {oday})",
    "wk": "(?:weekday:W (?:DOT|COMMA)? COMMA? (?:THE (?=D|ORD|TENS))?)?",
    "at": "(?:(?:THE|ON)? (?:EARLY)? daytime:[DAYTIME DAWN] (?:OF|ON|COMMA)|{clock} (?:ON|COMMA)|weekday:WEEKDAY daytime:[DAYTIME DAWN] (?:COMMA|OF))?",
    "clock": "clock:(?:CLOCK (?:AM|PM|HRS)?|[D1 DEC NUM] (?:AM|PM|OCLOCK)|DAWN)",
    "of": "(?:mod:EARLY (?:DASH|IN)?|THE mod:EARLY PART OF|THE? mod:EDGE OF|THE REST OF)?",
    "ofthe": "(?:THE? mod:EARLY (?:PART OF|IN|DASH)? THE?|THE? mod:EDGE OF THE?|THE REST OF THE?|THE|THIS)?",
    "n": "(?:(?:TENS (?:DASH? NUM)?|NUM|D1|D2|N3|BIG|DEC)(?: [HUNDRED THOUSAND])?|A? [HUNDRED THOUSAND])",
    "count": "count:(?:A? VAGUE|A? COUPLE OF?|A? HALF DASH? A?|{n} (?:AND A HALF)?|A)",
    "many": "count:(?:A? VAGUE|A? COUPLE OF?|HALF A COUPLE|{n} (?:AND A HALF)?)",
    "approx": "(?:approx:(?:ABOUT|CIRCA DOT?|PROBABLY|(?:VAGUE|LESS) THAN|ONLY|CLOSE TO|AT CLOSE|EDGE TO|VAGUE (?=D1|D2|NUM|TENS)))?",
    "mark": "(?:LPAR? mark:MARK RPAR?)?",
    "whichyear": "OF (?:THE? which:WHICH|which:THIS which:SAME?) wunit:UNIT",
    "np": "(?:OF (?:THE|A)? (?:WORD DASH)? (?:WORD? WORD|NAME (?:NAME)*) (?=STOP|PREP|AND|ON|AT|LPAR))?",
}

FORMS: tuple[tuple[str, str], ...] = (
    # One day under two calendars.
    ("both", "{wk} THE? day:D SLASH day2:D OF? {month} (?:COMMA? {y})?"),
    ("both", "{wk} THE? day:D LPAR day2:D mark2:MARK? RPAR OF? {month} (?:COMMA? {y})?"),
    ("both", "{wk} day:D {month} SLASH day2:D {month2} (?:COMMA? {y})?"),
    ("both", "{wk} day:D {month} COMMA? early:Y4 SLASH day2:D {month2} COMMA? {y}"),
    ("both", "{wk} {month} day:D COMMA? early:Y4 SLASH {month2} day2:D COMMA? {y}"),
    ("both", "{wk} THE? day:D OF? {month} LPAR mark2:MARK? THE? day2:D OF? {month2} COMMA? mark2:MARK? RPAR (?:COMMA? {y})?"),
    ("both", "{wk} {month} day:D SLASH {month2} day2:D (?:COMMA? {y})?"),
    ("both", "{wk} {month} day:D LPAR mark2:MARK? {month2} day2:D mark2:MARK? RPAR (?:COMMA? {y})?"),
    ("both", "{wk} {month} day:D SLASH day2:D (?:COMMA? {y})?"),
    ("both", "{wk} {month} day:D LPAR day2:D RPAR (?:COMMA? {y})?"),
    ("both", "{wk} {daymonth} COMMA? {y} [LPAR] mark2:MARK COMMA? day2:D {month2} (?:COMMA? year2:Y4)? RPAR"),
    ("both", "{wk} {daymonth} COMMA? {y} [LPAR] day2:D {month2} (?:COMMA? year2:Y4)? COMMA? mark2:MARK RPAR"),
    ("both", "{wk} {daymonth} COMMA? {y} [LPAR] {month2} day2:D (?:COMMA? year2:Y4)? COMMA? mark2:MARK RPAR"),
    # Other calendars.
    ("rumi", "(?:day:D)? (?:month:RUMIMONTH|month:TESRIN DASH? AL? DASH? second:[SECOND ROMAN]) COMMA? year:Y4"),
    ("hijri", "(?:day:D)? OF? month:(?:HIJRIMONTH|SHABAN APOS WORD) COMMA? (?:AH)? year:[N3 Y4 D2 BIG] (?:AH)?"),
    ("hijri", "(?:day:D)? OF? (?:month:RABI APOS?|month:DHU) DASH? AL? (?:DASH|APOS)? second:[SECOND ROMAN QADA] (?:APOS WORD?)? COMMA? (?:AH)? year:[N3 Y4 D2 BIG] (?:AH)?"),
    ("hijri", "THE? UNIT? AH year:[D1 D2 N3 Y4 BIG]"),
    ("hijri", "THE? UNIT? year:[N3 Y4 D2 D1] AH"),
    ("republican", "THE? day:D OF? month:REPMONTH COMMA? (?:OF? THE? [UNIT A]? year:(?:ROMAN|D1|NUM))?"),
    ("republican", "month:REPMONTH COMMA? OF? THE? [UNIT A] year:(?:ROMAN|D1|NUM)"),
    ("republican", "THE? day:(?:D|ORD) month:COMPLEMENTARY UNIT? COMMA? OF? THE? [UNIT A]? year:(?:ROMAN|D1)"),
    ("republican", "THE? UNIT year:(?:ROMAN) (?!WORD|NAME)"),
    ("regnal", "year:D1 (?:AND year2:D1)? king:KING DOT COMMA? (?:number:[ROMAN D1] DOT?)?"),
    ("regnal", "year:D1 (?:AND year2:D1)? king:KING number:ROMAN (?=DOT|COMMA|CIRCA|RPAR)"),
    ("regnal", "IN? THE year:(?:TENS DASH? ORD|ORD|NTH) UNIT OF (?:THE REIGN OF)? (?:THE)? (?:KINGLY)* king:KING (?:THE)? number:[ROMAN ORD]?"),
    # Numbers only.
    ("numeric", "value:NUMERIC"),
    # Days of one month.
    ("days", "{at} {wk} THE? day:D ENDS THE? day2:D OF? {month} (?:(?:COMMA|OF)? {y})?"),
    ("days", "{at} (?<=FROM) THE? day:D TO THE? day2:D OF? {month} (?:(?:COMMA|OF)? {y})?"),
    ("days", "{at} {month} THE? day:D DASH day2:D (?!M|DASH) (?:COMMA? {y})?"),
    ("days", "{at} (?<=FROM) {month} THE? day:D TO THE? day2:D (?!M) (?:COMMA? {y})?"),
    ("days", "{at} (?<=BETWEEN) {month} THE? day:D AND THE? day2:D (?!M) (?:COMMA? {y})?"),
    ("days", "{at} (?<=BETWEEN) THE? day:D AND THE? day2:D OF? {month} (?:COMMA? {y})?"),
    ("dayslist", "THE? D (?:COMMA THE? D)+ COMMA? [AND OR] THE? D OF? {month} (?:(?:COMMA|OF)? {y})?"),
    ("dayslist", "{month} THE? D (?:COMMA THE? D)+ COMMA? [AND OR] THE? D (?!M|ANYUNIT|DASH|QTY|WORD) (?:COMMA? {y})?"),
    ("pair", "THE? day:D AND THE? day2:D OF? {month} (?:(?:COMMA|OF)? {y})?"),
    ("pair", "THE? day:D [OR] THE? day2:D OF? {month} (?:(?:COMMA|OF)? {y})?"),
    ("pair", "{month} day:D [AND OR] THE? day2:D (?!M|ANYUNIT|DASH|QTY|WORD) (?:COMMA? {y})?"),
    # Years.
    ("years", "(?:THE? season:SEAS (?:OF|COMMA)?)? year:Y4 [DASH SLASH] year2:[D1 D2] (?!DASH|M|D1|SLASH)"),
    ("years", "THE? season:SEAS (?:OF|COMMA)? year:Y4 [DASH SLASH] year2:Y4"),
    ("years", "year:[N3 D1 D2 Y4] DASH year2:[N3 D1 D2 Y4] era:ERA"),
    ("years", "year:[N3 D1 D2 Y4] [TO UNTIL] year2:[N3 D1 D2 Y4] era:ERA"),
    ("years", "(?<=BETWEEN) year:[N3 D1 D2 Y4] AND year2:[N3 D1 D2 Y4] era:ERA"),
    ("yearpair", "year:[N3 D1 D2] [AND OR] year2:[N3 D1 D2 Y4] era:ERA"),
    ("shortyear", "(?<=[IN BY SINCE UNTIL]) year:N3 (?!ERA|QTY|UNITS|DASH|DAYTIMES|AH|AND)"),
    ("shortyear", "THE? season:SEAS OF year:N3 (?!ERA)"),
    ("shortyear", "year:N3 DASH year2:N3 (?=RPAR|PARA)"),
    ("yearrest", "THE REST OF year:[N3] (?=AND)"),
    # A day.
    ("point", "{at} {wk} {daymonth} {mark} (?:COMMA? OF?|COMMA? IN THE UNIT OF OUR LORD COMMA?|IN|OF THE UNIT) {year} {mark}"),
    ("point", "{at} {wk} {daymonth} {whichyear}"),
    ("point", "{at} {wk} {daymonth} {mark}"),
    ("point", "{at} THE? day:[D ORD] OF (?:THE? which:WHICH|which:THIS which:SAME?|THE which:PRESENT) wunit:UNIT"),
    ("deictic", "{at} {wk} THE? day:D DOT? which:INSTANT DOT?"),
    ("deictic", "{at} {wk} THE? day:D OF WORD? which:INSTANT"),
    # A week of a month.
    ("weekof", "THE (?:VAGUE)? nth:[ORD NTH LAST FINAL] unit:UNIT OF {month} (?:COMMA? {y})?"),
    # A month.
    ("which", "which:LAST month:[MONTH MAY MON]"),
    ("which", "month:[MONTH MAY] which:[LAST NEXT] (?=STOP|FUNC|PREP|AND)"),
    ("point", "{of} {month} (?:COMMA|OF|COMMA OF)? {y}"),
    ("point", "{of} {month} {whichyear}"),
    ("which", "THE? (?:mod:EARLY|mod:EDGE OF)? THE? which:WHICH {month}"),
    ("which", "THE? (?:mod:EARLY|mod:EDGE OF)? which:THIS which:SAME? month:[MONTH]"),
    ("point", "{of} month:MONTH"),
    ("point", "{of} month:MAY (?=(?:DASH|AND|TO|COMMA|OR|SLASH) M|ENDS M)"),
    ("point", "(?<=PREP) month:MAY (?!NAME|WORD WORD WORD NAME OF)"),
    ("point", "(?<=IN) month:MAY (?=NAME (?!APOS|OF))"),
    ("point", "THE? mod:EARLY DASH? month:MAY"),
    ("point", "THE? mod:EDGE OF month:MAY"),
    # A season, a half or a quarter of a year.
    ("point", "THE? season:HALFYEAR OF {y}"),
    ("point", "{ofthe} season:SEAS (?:OF|COMMA)? THE? {y}"),
    ("which", "THE? (?:mod:EARLY|mod:EDGE OF)? THE? which:[WHICH LAST] season:SEAS"),
    ("which", "THE? (?:mod:EARLY|mod:EDGE OF)? which:THIS which:SAME? season:SEAS"),
    ("point", "{ofthe} season:SEAS {whichyear}"),
    ("point", "(?:THE? mod:EARLY (?:IN|DASH)? THE?|THE? mod:EDGE OF THE?|THE (?!SEASON [NAME PALACE])) season:SEASON"),
    ("point", "(?:THE? mod:EARLY (?:IN|DASH)? THE?|THE? mod:EDGE OF THE?) season:FALL (?!OF)"),
    ("point", "(?<=PREP) THE season:FALL (?!OF|WORD)"),
    ("point", "(?<=[IN BY]) season:FALL (?!OF|WORD)"),
    ("season", "season:SEASON"),
    ("point", "season:FALL (?=DASH SEAS|AND SEAS|TO SEAS|NAME)"),
    # Centuries, decades, years.
    ("centuries", "{ofthe} nth:(?:NTH|ORD|TENS DASH ORD) [AND OR TO DASH] THE? nth2:(?:NTH|ORD|TENS DASH ORD) DASH? century:[CENTURY CENTURIES] (?:era:ERA)?"),
    ("point", "{ofthe} nth:(?:NTH|ORD|TENS DASH ORD) DASH? century:CENTURY (?:era:ERA)?"),
    ("point", "{ofthe} decade:DECADE (?:era:ERA)?"),
    ("point", "{ofthe} decade:(?:NUM DASH? DECADES)"),
    ("point", "(?:THE? mod:EARLY (?:PART OF|IN|DASH)? THE?|THE? mod:EDGE OF THE?|THE) APOS? decade:DECADES"),
    ("point", "(?:THE? mod:EARLY (?:PART OF|IN|DASH)?|THE? mod:EDGE OF|THE REST OF|THE mod:EARLY (?:PART OF)) (?:THE UNIT)? {y}"),
    ("portion", "THE which:[LAST ORD FINAL] {count} unit:[UNIT UNITS] OF (?:{month} COMMA?)? {y}"),
    ("point", "(?:approx:CIRCA DOT?)? THE? UNIT {y}"),
    ("point", "THE? UNIT {year}"),
    ("point", "(?:approx:CIRCA DOT?)? {y}"),
    # Holidays and weekdays.
    ("point", "holiday:CHRISTMAS (?:UNIT|EVE|daytime:[DAYTIME])? (?:(?:OF|COMMA)? {y})?"),
    ("newyear", "THE NEW unit:UNIT (?!APOS)"),
    ("newyear", "THE? NEW UNIT APOS S (?:UNIT|which:EVE) (?:(?:OF|COMMA)? {y})?"),
    ("deictic", "weekday:WEEKDAY which:[NEXT LAST] (?=STOP|FUNC|PREP|AND)"),
    ("point", "THE? (?:which:[NEXT FOLLOWING PREVIOUS LAST])? weekday:WEEKDAY (?:daytime:[DAYTIME DAWN])?"),
    # Clock and times of day.
    ("event", "THE unit:DAYTIME OF (?=THE|NAME)"),
    ("event", "(?<=ON) THE unit:DAY OF (?=THE WORD|NAME)"),
    ("clock", "{clock}"),
    ("which", "THE? (?:mod:EARLY)? THE? which:[WHICH LAST] unit:[DAYTIME DAYLONG]"),
    ("deictic", "which:NEARBY unit:DAYTIME (?=STOP|AND|FUNC|PREP)"),
    ("which", "THE? (?:mod:EARLY|LATER|EARLIER)? which:THIS which:SAME? unit:[DAYTIME]"),
    ("which", "(?:mod:EARLY IN|EARLY)? THE unit:DAYTIME (?!WORD WORD|DASH)"),
    ("daytime", "unit:DAYTIME DASH TIME"),
    ("daytime", "unit:[DAYTIME DAYLONG]"),
    ("today", "(?<=TO) THIS UNIT (?=STOP|PREP|AND)"),
    # Measured from what was last spoken of.
    ("shift", "{approx} {count} unit:ANYUNIT dir:DIR"),
    ("shift", "(?:ONLY)? unit:UNITS dir:DIR"),
    ("portion", "THE? which:[LAST ORD FINAL] {count} unit:[UNIT UNITS] OF {month} (?:COMMA? {y})?"),
    ("shift", "{approx} {count} unit:ANYUNIT dir:[AFTER BEFORE] THIS (?=STOP|FUNC|AND)"),
    ("event", "{approx} {count} unit:ANYUNIT dir:[AFTER BEFORE] (?=NAME|WORD|THE|A|THIS|THESE|NEW|KINGLY|FUNC|NOT)"),
    ("event", "THE unit:[UNIT DAYTIME] dir:[AFTER BEFORE] (?=NAME|THE|A|KINGLY)"),
    ("event", "(?:THE)? eve:[EVE MORROW] OF (?=NAME|WORD|THE|A)"),
    ("daystep", "(?<=ON) THE which:MORROW"),
    ("shift", "{approx} {count} unit:ANYUNIT dir:[AFTER BEFORE PREVIOUS]"),
    ("shift", "THE unit:[UNIT DAYTIME] dir:[AFTER BEFORE]"),
    ("vaguely", "SHORTLY dir:[LATER EARLIER]"),
    ("which", "(?:LATER|EARLIER|mod:EARLY) (?:IN|ON)? THE? (?:which:THIS? which:[SAME]?|which:WHICH) unit:UNIT"),
    ("which", "(?:LATER|EARLIER|mod:EARLY) which:THIS unit:UNIT"),
    ("which", "(?:THE? mod:EARLY PART OF|THE? mod:EDGE OF|THE REST OF) THE? (?:which:THIS which:SAME?|which:[WHICH])? unit:UNIT"),
    ("which", "unit:UNIT APOS S mod:EDGE"),
    ("nthday", "(?:mod:EARLY (?:IN|ON)|THE? mod:EDGE OF)? THE nth:(?:ORD|NTH|TENS DASH ORD|FINAL) unit:[UNIT DAYTIME] (?:OF (?:THE|A)? (?:WORD|NAME NAME?))?"),
    ("nth", "(?:(?:ON OR)? approx:ABOUT)? THE day:NTH (?=STOP|FUNC|NOT|PREP|AND|THE|A|ON|AT)"),
    # Lengths and repetitions.
    ("length", "{approx} (?:THE|THIS|THESE)? [NEXT FOLLOWING LAST PREVIOUS ORD FINAL] {count} unit:[UNITS DAYTIMES] {np}"),
    ("vaguelength", "THE? [NEXT FOLLOWING LAST PREVIOUS REF] unit:[UNITS]"),
    ("pastlength", "THE LAST unit:[UNIT]"),
    ("pastlength", "(?<=[FOR OVER]) THE NEXT unit:[UNIT]"),
    ("which", "THE? which:[WHICH LAST] unit:[UNIT]"),
    ("which", "which:THIS which:SAME? unit:[UNIT]"),
    ("set", "EVERY {count}? unit:[UNIT UNITS DAYTIME WEEKDAY SEASON]"),
    ("rate", "(?<=PER) unit:UNIT"),
    ("rate", "(?<=[QTY RPAR HUNDRED THOUSAND BIG]) A unit:UNIT"),
    ("length", "{approx} {count} DASH? unit:[UNIT UNITS] DASH? OLD"),
    ("lengths", "{approx} count:{n} [TO DASH OR] count2:{n} unit:UNITS"),
    ("length", "unit:[UNIT UNITS] DASH LONG"),
    ("length", "{approx} count:{n} DASH? unit:UNIT (?:DASH? LONG)?"),
    ("length", "count:A unit:UNITS APOS TIME?"),
    ("length", "{approx} (?:THE (?=[NUM TENS] UNITS))? {many} (?:WORD)? unit:[UNITS DAYTIMES] (?:LONG)? {np}"),
    ("length", "{approx} A unit:[UNIT] (?:AND A HALF)? (?=APOS|STOP|OF|AND|OR|LONG|PREP|LPAR)"),
    ("length", "count:HALF (?:A|DASH) unit:UNIT"),
    ("length", "(?<=[FOR OVER WITHIN AFTER IN SINCE]) unit:UNITS {np}"),
    ("length", "{approx} A unit:[UNIT]"),
    # Words that point.
    ("set", "value:SET"),
    ("ref", "value:[PRESENT MODERN] DASH? UNIT"),
    ("ref", "(?<=[AT THE]) value:PRESENT (?=STOP|PREP|TIME|UNIT|FUNC|NOT) (?:TIME)?"),
    ("deictic", "which:[TODAY TOMORROW]"),
    ("ref", "value:REF"),
    ("past", "(?<=IN) THE LAST (?=STOP|AND|PREP)"),
    ("that", "(?<=[AT BY UNTIL SINCE FROM TO IN DURING ON FOR UNTIL]) which:THIS which:SAME? TIME"),
    ("that", "(?<=[AT BY SINCE FROM TO IN DURING ON UNTIL ABOUT]) THE which:SAME TIME"),
    ("that", "(?<=[AT BY UNTIL SINCE FROM TO IN DURING FOR OVER]) which:THIS which:SAME? unit:PERIOD (?!OF)"),
    ("atthetime", "(?<=AT) THE TIME (?!OF|LPAR)"),
    ("unit", "THE unit:UNIT"),
    ("unit", "unit:UNIT (?=DASH WORD|APOS S)"),
    ("units", "value:THESE unit:UNITS"),
    ("length", "THE? unit:UNITS"),
)
