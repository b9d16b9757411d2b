"""English words and phrase forms of time: data, no logic.

    WORDS["MONTH"]["june"] == 6         a class, its words, and what each is worth
    FORMS: ("point", "M DOT? <day>DAY ...")   what stands for what, in order of preference

A form is a regular expression over classes of words, written with spaces. `<name>` before a class or a group in
brackets names what it catches; a name in UNIONS or MACROS stands for its definition. The machinery
(extractors/dates_words.py) knows the names of classes and slots, and no English.
"""

_UNITS = ("day", "week", "month", "year", "decade", "century", "hour", "minute", "fortnight", "weekend", "millennium")
_UNIT_CODES = ("D", "W", "M", "Y", "DE", "CE", "TH", "TM", "W2", "WE", "ML")

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}

WORDS: dict[str, dict[str, int | str]] = {
    # Names that only mean a month; "May" and "March" stand alone only after a word of time.
    "MONTH": {
        "january": 1,
        "february": 2,
        "april": 4,
        "june": 6,
        "july": 7,
        "august": 8,
        "september": 9,
        "october": 10,
        "november": 11,
        "december": 12,
    },
    "MAY": {"may": 5, "march": 3},
    "MON": {
        "jan": 1,
        "feb": 2,
        "febr": 2,
        "mar": 3,
        "apr": 4,
        "jun": 6,
        "jul": 7,
        "aug": 8,
        "sep": 9,
        "sept": 9,
        "oct": 10,
        "octr": 10,
        "nov": 11,
        "novr": 11,
        "dec": 12,
        "decr": 12,
    },
    "WEEKDAY": {
        "monday": 1,
        "tuesday": 2,
        "wednesday": 3,
        "thursday": 4,
        "friday": 5,
        "saturday": 6,
        "sunday": 7,
    },
    "WKD": {"mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7},
    "SEASON": {"summer": "SU", "winter": "WI", "autumn": "FA", "springtime": "SP", "wintertime": "WI"},
    "FALL": {"fall": "FA", "spring": "SP"},
    "DAYTIME": {
        "morning": "MO",
        "afternoon": "AF",
        "evening": "EV",
        "night": "NI",
        "dawn": "MO",
        "daybreak": "MO",
        "sunrise": "MO",
        "dusk": "EV",
        "sunset": "EV",
        "nightfall": "EV",
        "twilight": "EV",
        "midday": "MI",
        "forenoon": "MO",
        "noon": "MI",
        "midnight": "NI",
        "daytime": "DT",
        "nighttime": "NI",
    },
    "DAYTIMES": {"mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI"},
    "UNIT": dict(zip(_UNITS, _UNIT_CODES, strict=True)),
    "UNITS": {
        **dict(zip((u + "s" for u in _UNITS), _UNIT_CODES, strict=True)),
        "centuries": "CE",
        "millennia": "ML",
    },
    "NUM": {word: value for value, word in enumerate(_ONES, 1)},
    "TENS": {word: 10 * value for value, word in enumerate(_TENS, 2)},
    "HUNDRED": {"hundred": 100},
    "THOUSAND": {"thousand": 1000},
    "ORD": {word: value for value, word in enumerate(_ORDINALS, 1)} | {"twentieth": 20, "thirtieth": 30},
    "NTH": {f"{n}{'th' if 10 < n % 100 < 14 else _ENDINGS.get(n % 10, 'th')}": n for n in range(1, 32)}
    | {"2d": 2, "3d": 3, "22d": 22, "23d": 23},
    "NTHS": {f"{n}{'th' if 10 < n % 100 < 14 else _ENDINGS.get(n % 10, 'th')}": n for n in range(32, 101)},
    "VAGUE": {"several": "X", "few": "X", "many": "X", "some": "X", "numerous": "X", "countless": "X"},
    "COUPLE": {"couple": 2, "dozen": 12, "score": 20},
    "HALF": {"half": 1},
    "QUARTER": {"quarter": 1, "quarters": 1},
    "A": {"a": 1, "an": 1},
    "THE": {"the": 1},
    "THIS": {"this": 0, "that": 0, "these": 0, "those": 0},
    "OF": {"of": 1},
    "IN": {"in": 1},
    "ON": {"on": 1, "upon": 1},
    "AT": {"at": 1},
    "BY": {"by": 1},
    "AND": {"and": 1, "&": 1},
    "OR": {"or": 1},
    "TO": {"to": 1, "until": 1, "till": 1, "through": 1, "thru": 1, "til": 1},
    "FROM": {"from": 1},
    "BETWEEN": {"between": 1, "betwixt": 1},
    "DURING": {"during": 1, "throughout": 1, "over": 1, "within": 1, "toward": 1, "towards": 1, "into": 1},
    "SINCE": {"since": "after"},
    "FOR": {"for": 1},
    "SAME": {"same": 0, "selfsame": 0, "very": 0},
    "NEXT": {"next": 1, "following": 1, "subsequent": 1, "ensuing": 1, "succeeding": 1, "coming": 1},
    "PREVIOUS": {"previous": -1, "preceding": -1, "prior": -1, "foregoing": -1},
    "LAST": {"last": -1, "past": -1},
    "OTHER": {"other": 0},
    "EARLY": {"early": "START", "late": "END", "mid": "MID", "middle": "MID"},
    "EDGE": {
        "beginning": "START",
        "start": "START",
        "outset": "START",
        "opening": "START",
        "end": "END",
        "close": "END",
        "ending": "END",
        "conclusion": "END",
        "middle": "MID",
        "turn": "START",
        "eve": "END",
    },
    "PART": {"rest": "", "remainder": "", "whole": "", "course": "", "part": "", "days": "", "weeks": "", "months": ""},
    "LATER": {"later": 1, "afterwards": 1, "afterward": 1, "thereafter": 1, "hence": 1},
    "EARLIER": {"earlier": -1, "previously": -1, "beforehand": -1},
    "AGO": {"ago": -1},
    "AFTER": {"after": 1, "following": 1},
    "BEFORE": {"before": -1},
    "INSTANT": {"instant": 0, "inst": 0, "ultimo": -1, "ult": -1, "proximo": 1, "prox": 1},
    "ABOUT": {
        "about": "about",
        "around": "about",
        "circa": "about",
        "ca": "about",
        "c": "about",
        "approximately": "about",
        "roughly": "about",
        "nearly": "about",
        "almost": "about",
    },
    "PROBABLY": {"probably": "probably", "perhaps": "probably", "possibly": "probably", "presumably": "probably"},
    "ONLY": {"only": 1, "just": 1, "exactly": 1, "barely": 1, "fully": 1, "precisely": 1, "scarcely": 1},
    "MORE": {"more": "MORE_THAN", "less": "LESS_THAN", "fewer": "LESS_THAN"},
    "THAN": {"than": 1},
    "BC": {"BC": -1, "B.C.": -1, "BCE": -1, "B.C.E.": -1},
    "AD": {"AD": 1, "A.D.": 1, "CE": 1, "C.E.": 1},
    "EVERY": {"every": 1, "each": 1},
    "SET": {
        "daily": "XXXX-XX-XX",
        "weekly": "XXXX-WXX",
        "monthly": "XXXX-XX",
        "yearly": "XXXX",
        "annually": "XXXX",
        "annual": "XXXX",
        "nightly": "XXXX-XX-XXTNI",
        "hourly": "XXXX-XX-XXTXX",
    },
    "REF": {
        "now": "PRESENT_REF",
        "nowadays": "PRESENT_REF",
        "currently": "PRESENT_REF",
        "current": "PRESENT_REF",
        "former": "PAST_REF",
        "formerly": "PAST_REF",
        "recently": "PAST_REF",
        "recent": "PAST_REF",
        "future": "FUTURE_REF",
    },
    "PRESENT": {"present": "PRESENT_REF"},
    "DEICTIC": {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1},
    "TIME": {"time": "", "moment": "", "period": "", "point": "", "juncture": ""},
    "LONG": {"long": 1, "old": 1},
    "OCLOCK": {"o'clock": 1, "o’clock": 1},
    "HRS": {"hrs": 1, "hours": 1, "h": 1},
    "AM": {"a.m.": 0, "am": 0, "AM": 0, "A.M.": 0},
    "PM": {"p.m.": 12, "pm": 12, "PM": 12, "P.M.": 12},
    "HOLIDAY": {"christmas": "12-25", "easter": "", "midsummer": "06-24", "michaelmas": "09-29"},
    "FUNC": dict.fromkeys(
        (
            "he she it they we you i who which there his her its their was were is are had has have did would could "
            "at with when but as while where because although though so both all no not only also"
        ).split(),
        1,
    ),
    "QTY": dict.fromkeys(
        (
            "men soldiers troops sailors marines officers horses horsemen infantry cavalry guns cannon rifles tons "
            "miles kilometres kilometers km yards feet metres meters acres dollars pounds roubles rubles francs marks "
            "killed wounded dead casualties prisoners people persons inhabitants families ships vessels aircraft "
            "vehicles tanks planes words pages votes copies barrels bushels hectares per mm hp"
        ).split(),
        1,
    ),
    "NUMBER": dict.fromkeys("no nos number numbers resolution article page pp p vol fig chapter route".split(), 1),
    "POINT": {"version": 1},
    "MARK": {"O.S.": "julian", "OS": "julian", "N.S.": "gregorian", "NS": "gregorian"},
}

# Classes whose words count only with a capital ("march", "august" and "sun" are other words).
CAPITALISED = ("MONTH", "MAY", "MON", "WEEKDAY", "WKD", "HOLIDAY")
# Classes whose words count only as they are written here.
EXACT = ("BC", "AD", "AM", "PM", "MARK")
# Words with points or apostrophes inside, so that they are read as one.
JOINED = r"[BA]\.\s?[CDH]\.(?:\s?E\.)?|[ON]\.\s?S\.|[ap]\.\s?m\.|[AP]\.\s?M\.|[Oo]['’]clock"

UNIONS = {
    "M": "MONTH MAY MON",
    "W": "WEEKDAY WKD",
    "D": "D1 NTH",
    "S": "SEASON FALL",
    "ERA": "BC AD",
    "PREP": "IN BY OF SINCE FROM TO DURING AFTER BEFORE BETWEEN EARLY EDGE ON FOR",
    "ANYUNIT": "UNIT UNITS DAYTIME DAYTIMES",
    "DIR": "LATER EARLIER AGO",
    "ENDS": "TO DASH",
}

MACROS = {
    "yr": "year:(Y4 (?!QTY)|(?:N3|D1|D2)(?=ERA)|(?<=AD)(?:N3|D1|D2))(?:SLASH dual:[D1 D2])? (era:ERA)?",
    "wk": "(weekday:W DOT? COMMA?)?",
    "card": "(?:TENS (?:DASH? NUM)?|NUM|D1|D2|N3|Y4|BIG)",
    "count": "count:(?:A? (?:VAGUE|COUPLE OF?)|A? HALF (?:DASH? A)?|(?:TENS (?:DASH? NUM)?|NUM|D1|D2|N3|BIG)(?: HUNDRED)?|A)",
    "approx": "(?:approx:(ABOUT|PROBABLY|MORE THAN|ONLY|VAGUE (?=D1|D2|NUM|TENS)))?",
    "at": "(?:THE? daytime:DAYTIME (?:OF|ON))?",
    "of": "(?:(?:THE? mod:(?:EARLY|EDGE)(?: PART)?(?:DASH|OF|IN)?))?",
    "mark": "(?:LPAR? mark:MARK RPAR?)?",
}

FORMS: tuple[tuple[str, str], ...] = (
    # One day under two calendars.
    ("both", "THE? day:D SLASH day2:D OF? month:M DOT? COMMA? (?:{yr})?"),
    ("both", "THE? day:D LPAR day2:D RPAR OF? month:M DOT? COMMA? (?:{yr})?"),
    ("both", "day:D month:M DOT? SLASH day2:D month2:M DOT? COMMA? (?:{yr})?"),
    ("both", "month:M DOT? day:D SLASH month2:M DOT? day2:D COMMA? (?:{yr})?"),
    ("both", "month:M DOT? day:D SLASH day2:D COMMA? (?:{yr})?"),
    ("both", "month:M DOT? day:D LPAR day2:D RPAR COMMA? (?:{yr})?"),
    # Days of one month.
    ("days", "{at} THE? day:D ENDS THE? day2:D OF? month:M DOT? COMMA? (?:{yr})?"),
    ("days", "{at} month:M DOT? day:D ENDS THE? day2:D (?!M) (?:COMMA? {yr})?"),
    ("pair", "THE? day:D AND THE? day2:D OF? month:M DOT? COMMA? (?:{yr})?"),
    ("pair", "month:M DOT? day:D AND THE? day2:D (?!M|ANYUNIT|DASH) (?:COMMA? {yr})?"),
    # Years.
    ("years", "year:Y4 DASH year2:[D1 D2] (?!DASH|M)"),
    ("years", "year:[N3 D1 D2 Y4] DASH year2:[N3 D1 D2 Y4] era:ERA"),
    ("years", "(?<=FROM) year:[N3 D1 D2 Y4] TO year2:[N3 D1 D2 Y4] era:ERA"),
    ("yearpair", "year:[N3 D1 D2] AND year2:[N3 D1 D2 Y4] era:ERA"),
    # A day, a month, a season, a year.
    ("point", "{at} {wk} {approx} (?:THE)? day:D OF? month:M DOT? COMMA? OF? {yr} {mark}"),
    ("point", "{at} {wk} {approx} month:M DOT? THE? day:D COMMA? OF? {yr} {mark}"),
    ("point", "{at} {wk} {approx} (?:THE)? day:(?:D|TENS DASH ORD|ORD) OF month:M DOT? (?:COMMA? {yr})?"),
    ("point", "{at} {wk} {approx} (?:THE)? day:D OF? month:M DOT? {mark}"),
    ("point", "{at} {wk} {approx} month:M DOT? THE? day:(?:D|TENS DASH ORD|ORD) (?!CLOCK) {mark}"),
    ("point", "{of} month:M DOT? COMMA? OF? {yr}"),
    ("point", "{of} month:MONTH"),
    ("point", "{of} month:MAY (?=DASH M|AND M|TO M)"),
    ("point", "(?<=PREP) (?:mod:EARLY DASH?)? month:MAY"),
    ("point", "mod:EARLY DASH? month:MAY"),
    ("point", "THE? (?:mod:EDGE OF) month:MAY"),
    ("point", "THE? (?:mod:(?:EARLY|EDGE) (?:DASH|OF|IN)?)? THE? season:S (?:OF|COMMA)? {yr}"),
    (
        "point",
        "THE? (?:mod:(?:EARLY|EDGE) (?:DASH|OF|IN)?)? THE? nth:(?:NTH|ORD|TENS DASH ORD) DASH? century:UNIT (era:ERA)?",
    ),
    ("point", "THE? (?:mod:(?:EARLY|EDGE) (?:DASH|OF|IN)?)? THE? decade:DECADE (era:ERA)?"),
    ("point", "THE? (?:mod:(?:EARLY|EDGE|PART)(?: PART)? (?:DASH|OF|IN)?) {yr}"),
    ("point", "(?:approx:ABOUT DOT?)? {yr}"),
    ("point", "weekday:WEEKDAY daytime:DAYTIME?"),
    # Measured from what was last spoken of.
    ("shift", "{approx} {count} unit:ANYUNIT dir:DIR"),
    ("shift", "unit:UNITS dir:DIR"),
    ("shift", "{approx} {count} unit:ANYUNIT dir:[AFTER BEFORE SINCE] event:WORD"),
    ("shift", "{approx} {count} unit:ANYUNIT dir:[AFTER BEFORE]"),
    ("which", "THE? which:[NEXT PREVIOUS LAST SAME] unit:[UNIT DAYTIME]"),
    ("which", "which:THIS SAME? unit:[UNIT DAYTIME]"),
    ("length", "THE? [NEXT LAST PREVIOUS ORD] {count} unit:[UNIT UNITS DAYTIMES]"),
    ("length", "{approx} {count} DASH? unit:[UNIT UNITS DAYTIMES]"),
    ("ref", "value:REF"),
    ("set", "value:SET"),
    (
        "which",
        "THE? (?:mod:(?:EARLY|EDGE) (?:OF|IN)) THE? (?:THIS? which:SAME|which:[THIS NEXT PREVIOUS LAST])? unit:UNIT",
    ),
)
