"""English words of what surrounds a text: mastheads, bars of links, bylines, licences. Patterns, no logic.

    "To be continued" -> one of SERIES        "Photo: Jane Roe" -> one of CREDITS

All patterns are matched against one whole line, whatever its case.
"""

# Words that stay small in a title.
SMALL_WORDS = (
    "a", "an", "and", "as", "at", "but", "by", "de", "del", "der", "des", "di", "du", "e", "el", "en", "et",
    "for", "from", "had", "in", "into", "la", "le", "les", "nor", "of", "off", "on", "onto", "or", "over",
    "per", "since", "than", "that", "the", "their", "to", "und", "under", "until", "up", "upon", "van",
    "versus", "via", "von", "vs", "with", "within", "without", "between", "against", "before", "after",
    "during", "its", "his", "her", "c", "d", "l",
)  # fmt: skip

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
)  # fmt: skip

WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"

# What a line is when the whole of it matches: why -> patterns.
LINES: dict[str, tuple[str, ...]] = {
    "weather box": (
        r"[+\-−–]?\s?\d{1,2}(?:[.,]\d)?\s*(?:°|º|degrees)\s*[cf]?\b.{0,40}",
        r".{0,40}\s[+\-−–]?\d{1,2}(?:[.,]\d)?\s*[°º]\s*[cf]?",
        r"(?:weather|humidity|wind|feels like|visibility|pressure)\b.{0,40}",
    ),
    "exchange rates": (r"(?:usd|eur|rub|gbp|amd|try|\$|€|£)\s*[:=/]?\s*\d[\d.,]*(?:.{0,30}\d)?",),
    "clock": (r"(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*(?:gmt|utc|cet|est|msk)(?:[+\-]\d+)?)?",),
    "series marker": (
        r"[(\[]?\s*(?:to be continued|continued (?:on|from) (?:page\s*\d+|next page|the next page)|continues?"
        r"(?: below| on page \d+)?|continued|the end|end|finis|-?\s?30\s?-|###|\*\s?\*\s?\*|end of (?:the )?"
        r"(?:article|text|part\s\w+)|part\s(?:\d+|[ivx]+|one|two|three)\s(?:of|/)\s(?:\d+|[ivx]+|two|three|four))\s*"
        r"[)\].…]*",
        r"(?:read (?:the )?)?(?:beginning|first part|previous part|next part|second part)\s*(?:here|:.{0,80})?",
    ),
    "link to something else": (
        r"(?:read|see|watch|listen)\s(?:also|more|next|too|on)\b.{0,140}",
        r"(?:also|you (?:may|might) also) (?:read|like|enjoy|be interested)\b.{0,140}",
        r"(?:related|recommended|similar|more)\s*(?:articles?|stories|story|news|posts?|topics?|reading|links?|content"
        r"|materials?)\b.{0,100}",
        r"(?:related|recommended)\s*:.{0,140}",
        r"(?:more (?:on|about|from)|most (?:read|popular|viewed|recent)|latest (?:news|articles|posts|stories)|trending"
        r"|popular(?: now| posts| articles)?|editor[’']?s (?:choice|picks?)|top (?:stories|news)|don[’']?t miss"
        r"|in (?:this|the same)"
        r" (?:section|issue)|news ?feed|all news|breaking(?: news)?)\s*:?.{0,60}",
        r"(?:previous|next|older|newer)(?: (?:article|post|story|page|news|posts|articles|entry))?\s*[:→←»«>]*",
        r"[←→«»‹›<>]+\s*.{0,80}|.{0,80}\s[→»›>]+",
        r"(?:continue reading|read the full (?:article|text|story)|full (?:text|article|story)|download(?: the)?"
        r" (?:pdf|article|file|full text)|click here|learn more|find out more|show more|load more|view all|see "
        r"all|source link)"
        r"\b.{0,60}",
        r"(?:https?://|www\.)\S+",
        r"[\w.+\-]+@[\w\-]+\.[\w.]+",
    ),
    "share bar": (
        r"(?:(?:share|tweet|post|like|follow(?: us)?|pin(?: it)?|e-?mail(?: this)?|print(?: this| page| "
        r"friendly)?|copy(?: link)?"
        r"|save|bookmark|send|comment|facebook|twitter|x|telegram|whats ?app|viber|linked ?in|instagram|youtube"
        r"|rss|vk|reddit"
        r"|pinterest|messenger|ok|on|to|via|with|this|article|page|story|friends|by|a|link|us|and|or|flipboard"
        r"|tumblr|threads"
        r"|mastodon|bluesky|skype)\b[\s,|/·•:+&]*){1,16}\d{0,6}",
        r"(?:share|follow|find|join|like)\s(?:this|us|it|on|with|our)\b.{0,80}",
        r"\d[\d.,]*k?\s*(?:shares?|likes?|views?|reads?|tweets?|reactions?|followers|visits|hits|downloads)",
        r"(?:shares?|likes?|views?|reads?|hits|visits)\s*[:(]?\s*\d[\d.,]*k?\s*\)?",
    ),
    "comments": (
        r"(?:\d+|no|one|add|leave|post|write|show|view|hide|read|your|all)?\s*(?:a\s)?(?:comments?|repl(?:y|ies)"
        r"|responses?)"
        r"(?:\s*(?:\(\d+\)|\d+|off|closed|are closed|section|here|on this .{0,30}))?\s*[:.]?",
        r"(?:leave a (?:reply|comment)|your e-?mail address will not be published|required fields are marked|log ?in to"
        r" (?:comment|reply)|be the first to comment|join the (?:conversation|discussion))\b.{0,100}",
    ),
    "cookie or consent notice": (
        r".{0,120}\b(?:uses?|using|our use of|accept(?: all)?|the use of|essential|necessary|manage"
        r"|about)\s(?:of\s)?cookies\b"
        r".{0,200}",
        r"(?:accept(?: all)?|reject(?: all)?|decline|i agree|agree|got it|ok|allow all|manage (?:preferences"
        r"|consent|options)"
        r"|cookie (?:policy|settings|preferences|notice)|privacy (?:policy|settings|notice)|terms (?:of (?:use"
        r"|service)|and"
        r" conditions|& conditions)|do not sell my .{0,40})[.!]?",
    ),
    "subscription": (
        r"(?:subscribe|sign up|sign in|log ?in|register|donate|support us|become a (?:member|patron|subscriber)"
        r"|get our newsletter"
        r"|newsletter|join our|start your free trial|create (?:an )?account|my account)\b(?:(?!\bas\b).){0,120}",
    ),
    "advertisement": (
        r"(?:advertisement|advertising|ads?|sponsored(?: content| by.{0,60})?|promoted|partner content)\s*[:.]?",
    ),
    "credit": (
        r"(?:photo|photos|photograph|photography|image|images|picture|illustration|credit|credits|photo credit"
        r"|image credit|video"
        r"|graphic|cover photo|caption|getty images)s?\s*(?:(?:by|credit|courtesy|from|source)\b\s*:?"
        r"|[:©/])\s*.{1,140}",
        r".{0,100}\s?[/|]\s?(?:getty images|reuters|afp|ap photo|ap|tass|shutterstock|wikimedia commons|public domain)",
    ),
    "copyright": (
        r"(?:©|\(c\)|copyright)\s.{0,160}",
        r".{0,120}\ball rights reserved\b.{0,80}",
        r"(?:reproduction|republication|use of (?:the )?materials?|reprint(?:ing)?|when quoting|any use)\b.{0,80}"
        r"\b(?:prohibited|permission|mandatory|required|allowed|obligatory|link)\b.{0,80}",
        r"(?:powered|designed|developed|hosted|created|made) by .{1,40}",
    ),
    "tags": (
        r"(?:tags?|keywords?|topics?|categor(?:y|ies)|filed under|labels?|tagged(?: with)?|posted in|section"
        r"|rubric)\s*:.{0,200}",
        r"(?:#[\w\-]+[\s,]*){1,30}",
    ),
    "reading time": (
        r"(?:reading time\s*:?\s*)?\d{1,3}\s*[\-–]?\s*min(?:ute)?s?\s*(?:read|reading)?|(?:reading time|time to "
        r"read|length)\s*:?"
        r" ?\d.{0,20}",
    ),
    "navigation": (
        r"(?:home|menu|search|main|contacts?|contact us|about|about us|archive|archives|site ?map|skip to (?:main "
        r")?content"
        r"|back to (?:top|home|.{1,20})|go (?:back|to top)|top|up|back|close|open menu|toggle navigation"
        r"|navigation|faq|help"
        r"|language|english|eng|en|ru|arm|fr|de|tr|русский|հայերեն|français|deutsch|türkçe|feedback|advertise"
        r"|impressum|imprint"
        r"|careers|jobs|press|events|videos?|gallery|photos|multimedia|podcasts?|live|radio|tv|news|home ?page"
        r"|all|follow"
        r"|categories|sections|tags|links|rss|mobile version|desktop version|print version|font size|a-|a\+|aa)",
        r"(?:home|main(?: page)?)\s*[/>»›|→\-]\s*.{1,120}",
        r"(?:[\w&’' ]{2,24}\s*[|·•»›]\s*){2,20}[\w&’' ]{2,24}",
        r"you are here\b.{0,100}",
        r"(?:page|part)\s\d+\s(?:of|/)\s\d+",
        r"(?:\[|\()?(?:edit|edit source|hide|show|top|back|link|citation needed|pdf|html|txt)(?:\]|\))?",
    ),
}

# Who wrote, when posted: the line goes, what it says is kept in the provenance.
BYLINE = (
    r"(?:written |posted |story |text |an article |article |reported |edited |prepared |translated "
    r")?by:?\s(?P<who>[A-Z].{2,80})",
    r"(?:author|authors|text|writer|editor|correspondent|byline)s?\s*:\s*(?P<who>.{3,100})",
)
POSTED = (
    r"(?:(?:first )?(?:published|posted|updated|last updated|last modified|modified|date|created|added)(?: on| "
    r"at)?\s*:?\s*)?"
)

# A statement of the text itself about where it comes from.
PUBLISHES = (
    r"(?P<who>[A-Z][^.:;“”\"\n]{2,70}?)\s(?:has |have |had )?(?:just |recently )?(?:published|publishes|released"
    r"|releases|issued"
    r"|presents|presented)\s(?:the |a |an |its |their )?(?:\w+ ){0,4}?(?:article|essay|study|report|paper|series"
    r"|analysis"
    r"|research|interview|book|work)\b"
)
WORK_BY = (
    r"\b(?:article|essay|study|report|paper|series|analysis|research|book|work)\b[^.“”\"\n]{0,60}"
    r"(?:[“\"«][^”\"»\n]{1,200}[”\"»][,]?\s)?\bby\s(?P<who>[^.;:\n]*?(?:\b[A-Z]\.\s[^.;:\n]*?)*)(?=[.;:\n]"
    r"|\s(?:is|was|are|which|that)\b|$)"
)

# A short line that begins so is part of the text: the close of a treaty or a letter.
CLOSING = (
    r"(?:\(?(?:signed|done|given|dated|sealed|concluded)\b(?:\sat\b|\sin\b|\sby\b|\son\b|[\s,:)])|yours\b"
    r"|sincerely\b|l\.\s?s\.)"
)

# Digitised books.
PAGE = r"[\[({]?\s*(?:pg|page|p)\.?\s*(?:\d{1,4}|[ivxlc]{1,8})(?:\s*(?:of|/)\s*\d{1,4})?\s*[\])}]?"
LICENCE_ENDS = r"\*{3}\s?start of (?:the|this) .{0,100}|\*end\*?the small print.{0,80}|\*end the small print.{0,80}"
LICENCE_BEGINS = r"\*{3}\s?end of (?:the|this) .{0,100}"
LICENCE_FIELDS = {"title": r"title:\s*(.+)", "author": r"author:\s*(.+)"}
CHAPTER = (
    r"(?:(?:the )?(?:chapter|book|part|section|volume|appendix|annex|letter|lecture|act)\s(?:the\s)?(?:[ivxlcdm]+"
    r"|\d+|[a-z]"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|last)\b.{0,80}"
    r"|(?:preface|introduction|foreword|conclusion|epilogue|prologue|notes|footnotes|bibliography|references"
    r"|contents|index"
    r"|summary|abstract|overview|(?:historical )?(?:overview|background)|resources|appendix)\.?)"
)
NOTE = r"(?:\[(?:\d{1,4}|[*†‡a-z])\]|\[?footnote\s(?:\d{1,4}|[a-z*])|[*†‡]{1,3}\s?(?=[A-Z“\"]))"

# How pages call the boxes around an article, in `class` and `id`: why -> pattern.
CONTAINERS: dict[str, str] = {
    "navigation": r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|pagination|pager|skip-?link|toc)(?:$"
    r"|[\s_-])",
    "cookie or consent notice": r"cookie|consent|gdpr",
    "share bar": r"(?:^|[\s_-])(?:share|sharing|social|addtoany|sharedaddy)(?:$|[\s_-])|share-?(?:bar|buttons?|links?)",
    "link to something else": r"(?:^|[\s_-])(?:related|recommended|read-?(?:also|more|next)|more-?news|popular|trending"
    r"|also-?read|similar|latest)(?:$|[\s_-])|related-?(?:posts?|articles?|links|news|content)",
    "comments": r"(?:^|[\s_-])(?:comments?|respond|disqus\w*|replies)(?:$|[\s_-])|comment-?(?:list|form|section)",
    "subscription": r"newsletter|subscri(?:be|ption)|paywall|sign-?up",
    "advertisement": r"(?:^|[\s_-])(?:ads?|advert\w*|banner|sponsored|promo\w*)(?:$|[\s_-])",
    "weather box": r"weather|forecast",
    "aside of the page": r"sidebar|(?:^|[\s_-])(?:widget|ticker)(?:$|[\s_-])",
    "tags": r"(?:^|[\s_-])(?:tags?|tag-?(?:list|links|cloud))(?:$|[\s_-])",
    "foot of the page": r"(?:^|[\s_-])(?:footer|site-?footer|page-?footer|colophon)(?:$|[\s_-])",
    "head of the page": r"(?:^|[\s_-])(?:masthead|site-?header|page-?header|top-?bar)(?:$|[\s_-])",
}
