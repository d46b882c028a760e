"""What the eye passes over in a text: breaks inside sentences, blanks inside numbers, marks of
notes and of Markdown.
"""

from __future__ import annotations

import re
from functools import cache

import regex

OTHER_BREAKS = "\r\x0b\x0c\u2028\u2029"
# ends of a sentence or of what leads to one: a paragraph may end here
ENDS = frozenset("。！？；：!?;:")
CLOSES = frozenset('”’」』）)》】〉"*')
# no line of Chinese begins with them, so a line that does goes on
GOES_ON = frozenset("，、。；：！？）)】’%％‰,;")
# what may stand beyond the width, for no line begins with it
HANGING = "，。；：！？、”’）》」』】%％"
# marks that terminals make as narrow as letters
NARROW = "“”‘’—…·"
# and none ends with them
OPENS = frozenset("“‘「『（(《【〈")
# a line that opens a paragraph, an item, a row: （一） 一、 1. 1、 ① 第一， 一是 - • # > | [1] 附件：
BEGINS = regex.compile(
    r"""
    [（(][一二三四五六七八九十\d]{1,3}[)）] | [一二三四五六七八九十]{1,3}(?:[、.．]|是|要)
    | \d{1,3}(?:[、．](?!\d)|\.(?![\d])) | [①-⑳⑴-⒇㈠-㈩] | 第[一二三四五六七八九十百\d]{1,3}(?:部分|章|节|条)
    | [•●■◆◇○▲△★☆※*#>|] | ·(?!\d) | [-–—+](?![\d.+\p{Han}])
    | \[\d{1,3}\] | (?:附件?|附表|注|表|图)\d{0,2}[:：\s] | (?:各位代表|同志们|以上报告)
    """,
    regex.VERBOSE,
)
# what they begin with
BEGIN_OPENS = frozenset(
    "（(一二三四五六七八九十0123456789第•●■◆◇○▲△★☆※*#>|·-–—+[附注表图各同以①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
)
# 第一， opens an item, or is a rank that the line before leads to
ORDINAL = regex.compile(r"第[一二三四五六七八九十]{1,3}[，,、]")
# 一、 behind these is the end of a word: 统|一、 第|一，
ORDINAL_BEFORE = frozenset("第统唯之其同单专逐进万十百千初划如不任")
# signs of page dress: lines without them that are not short are none
DRESS_SIGNS = frozenset("：:>›》【[［")
# a line that is a date, or a body and a date: a signature
DATED = regex.compile(
    r"(?:\p{Han}{2,30}\s*+)?[（(]?(?:19|20|二[〇○零])[\d〇○零一二三四五六七八九]{2}年[\d一二三四五六七八九十]{1,3}"
    r"月(?:[\d一二三四五六七八九十]{1,3}日)?[)）]?"
)
# 项目单位（盖章）：某县水务局: a field of a form begins a line of its own
FIELD = regex.compile(
    r"\p{Han}{0,6}(?:单位|部门|机构|机关|日期|时间|名称|电话|编号|[系责稿发报表审制告核]人)"
    r"(?:[（(]\p{Han}{2,6}[）)])?[:：]"
)
# 一、2023年工作回顾|……3|: a row of a list of contents, with the page at its end
CONTENTS_ROW = re.compile(r"(?:…|[.．·]{3})[.．·… ]*+\d{1,3}$")
# a number that stands alone on a line between the lines of a page and those of the next:
# 3, — 3 —, 第3页
PAGE = regex.compile(
    r"(?:[-–—―－·~]{1,2}\s?)?(?:第\s?)?\d{1,3}(?:\s?页)?(?:\s?[-–—―－·~]{1,2})?"
    r"(?:\s?(?:/|共)\s?\d{1,3}\s?页?)?"
)
# the same that says so: 第4页, 第 4 页 共 12 页, 共12页 第4页, （第四页）, — 4 —, Page 4 of 12
_OF_PAGES = r"共?\s?\d{1,4}\s?页?"
_HAN_NUMBER = r"[一二三四五六七八九十百]{1,4}"
PAGE_MARKED = regex.compile(
    rf"[（(\[【［]?\s?(?:第\s?(?:\d{{1,4}}|{_HAN_NUMBER})\s?页(?:\s?[，,、/／|]?\s?(?:{_OF_PAGES}"
    rf"|共{_HAN_NUMBER}页))?"
    rf"|共\s?\d{{1,4}}\s?页\s?[，,、/／|]?\s?第\s?\d{{1,4}}\s?页|页码\s?[:：]\s?\d{{1,4}})\s?[）)\]】］]?"
    r"|(?P<mark>[-–—―－·~～_]{1,2})\s?\d{1,4}\s?(?P=mark)"
    r"|[Pp](?:age|AGE)\s?\d{1,4}(?:\s?(?:of|OF|/)\s?\d{1,4})?"
)
# or does not: 4, 4/12, 【4】, P4
PAGE_ALONE = regex.compile(
    r"[\[【［]?\s?(?:[Pp]\.?\s?)?(?P<n>\d{1,3})(?:\s?[/／]\s?\d{1,4})?\s?[\]】］]?"
)
# what each of them holds
PAGE_SIGN = re.compile(r"\d|页")
YEAR = regex.compile(
    r"(?:19|20)\d\d(?:年|[-—–至~]{1,2}(?:19|20)?\d\d年)|\d{1,2}月(?:份|底|末|初|\d{1,2}日)"
)
# a number and its unit open the line, or the rest of a number does
# a title, whole: behind it 2023年，… and 各位代表： are lines of their own
TITLE = regex.compile(
    r"[^，。；：！？]*+(?<=总结|报告|计划|情况|安排|要点|思路|公报|说明|汇报|简报|通报)(?:[（(][^，。（()）]{1,12}[)）])?"
)
COUNT_OPENS = regex.compile(r"\d[\d.,， ]*+[\p{Han}%‰％℃㍱-㏟]")
# what may stand behind the digits of a number on the line before
UNIT_OPENS = frozenset(
    "世十百千万亿余多个人件起家户项元吨公亩米平例次名条座套张辆所头只台场年月日天%％‰％倍位宗处款部种度分小成"
)
# 总投资7.2亿|, |长|12.3%: how the first half ends of what a break tears, and the second begins
MAGNITUDE_ENDS = re.compile(r"\d[百千万亿]{1,2}$")
BEFORE_NUMBER = regex.compile(r"\p{Han}{1,3}(?=\d)")
# a line that is a number, with its unit at most: a cell, not a scrap of a sentence
NUMBER_ALONE = regex.compile(r"[-+−±]?[\d.,，]++\s?(?:[%‰％]|\p{Han}{1,3})?")
# what opens a line and is not broken: a number, a Latin word, a character with the marks behind it
HEAD = regex.compile(r"(?:[!-~]++|.)[，。；：！？、”’）》」%‰]*+")
INNER = re.compile(r"[，。；！？、：]")
STOP = re.compile(r"[。；！？](?![”’）)]*$)")
HAN = re.compile(r"[\u4e00-\u9fff]")

# without width or meaning: soft hyphen, zero-width blanks and joiners, marks of direction
UNSEEN_SIGNS = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062"
    "\u2063\u2064\ufeff"
)
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
_BLANK = r"[ \u00a0\u2000-\u200a\u202f\u205f\u3000]"
# 1 286.5, 816 000, 128 60, 86. 5, 6 . 8, 1，286.5, 1'026'318:
# digits that one blank or mark parts, behind what leads to a number
PARTED = regex.compile(
    r"(?<=[\p{Han}（(≈＋+－−–])(?<!第)"
    rf"(?P<number>\d++(?:{_BLANK}?[.．,，'’]{_BLANK}?\d++|{_BLANK}\d++)++)"
    rf"(?={_BLANK}?(?P<behind>[\p{{Han}}%‰％℃㍱-㏟m]))"
)
BLANK = regex.compile(_BLANK)
NO_DIGIT = regex.compile(r"\D")
WHOLE = regex.compile(r"\d{1,3}(?:,\d{3})++(?:\.\d++)?|\d++(?:\.\d++)?")
A_YEAR = regex.compile(rf"(?:19|20)\d\d{_BLANK}|{_BLANK}(?:19|20)\d\d\Z")
# 地 区 生 产 总 值 512. 6 亿 元: letters set apart; 目 录, 总　　计: a line of a word set apart
SPACED = regex.compile(
    rf"(?<!\S)(?:(?:[\p{{Han}}，。；、：！？（）“”%]|[\d.]{{1,6}}+){_BLANK}){{8,}}+"
)
APART = regex.compile(rf"(?m)^{_BLANK}*+\p{{Han}}(?:{_BLANK}++\p{{Han}}){{1,3}}+[ \u3000]*+$")

# 1997 年的 4850 元, 占 38.5 ‰: a blank between words and a number, in a line of sentences
GAP = regex.compile(
    rf"(?<=[\d%‰％]){_BLANK}(?=[\p{{Han}}，。；、：）%‰％])|(?<=[\p{{Han}}，。；、：（]){_BLANK}(?=\d)"
)
CLAUSE = re.compile(r"[，。；]")
CELLS = re.compile(rf"[\t|]|[^\s。！？]{_BLANK}{{2}}")

# marks of Markdown: **, <!-- and --> (what they hold often says when and where a report was given),
# [1] and [^1] behind a word, [text](address)
STARS = re.compile(r"\*{2,3}")
# *12.3%*, __326公里__, `3`: what is stressed, without its marks; ~~2~~: what is struck out, no range
STRESSED = regex.compile(
    r"(?<![\w*\\])\*(?=[^\s*])(?P<said>[^*\n]{1,80}+)(?<!\s)\*(?![\w*])"
    r"|(?<=\p{Han})\*(?=[^\s*])(?P<said>[^*\n]{1,80}+)(?<!\s)\*(?!\*)"
    r"|(?<!_)__(?=[^\s_])(?P<said>[^_\n]{1,80}+)__(?!_)|`(?P<said>[^`\n]{1,80}+)`"
)
STRUCK = regex.compile(r"(?<![\d%％])~~(?=[^\s~])[^~\n]{1,80}+~~")
# <u>, </span>, &nbsp;, \*, > at the head of a line: what a page is written with
TAG = regex.compile(
    r"</?(?:u|b|i|s|em|strong|span|font|mark|ins|small|sub|sup)(?:\s[^<>\n]{0,80}+)?>", regex.I
)
ENTITY = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|zwnj);")
ESCAPE = re.compile(r"\\(?=[*_#~`\[\]()<>+.!-])")
QUOTED = regex.compile(r"(?m)^ {0,3}(?:> ?){1,3}+(?=\p{Han})")
COMMENT = re.compile(r"<!--|-->")
REFERENCE = regex.compile(
    r"\[\[\^?\d{1,3}\]\](?:\([^()\s]{0,80}+\))?+|\[\^?\d{1,3}\]\(#[^()\s]{0,80}+\)"
    r"|(?<=[\p{Han}”）)》%‰\d。，；！])[\[［]\^?\d{1,3}[\]］](?![(:：])"
)
IMAGE = regex.compile(r"!\[[^\[\]\n]{0,80}+\]\([^()\s]{0,300}+\)")
LINK = regex.compile(
    r"\[(?!\^?\d{1,3}\]\(#)(?P<said>[^\[\]\n]{1,80}+)\]"
    r"\(\s?+(?:https?://|/|#|\./)[^()\s]{0,300}+\)"
)
# （上接A1版）, （下转第三版）: where a newspaper breaks a report off and goes on;
# with the line where it stands alone
_JUMP = r"[（(【\[](?:上接|下转|紧接|转|接)[^（）()【】\[\]\n，。]{1,10}[版页面][^（）()【】\[\]\n，。]{0,6}[)）】\]]"
_GAP = r"[ \u3000]{0,40}+"
JUMP = regex.compile(
    rf"(?P<pair>\n?{_GAP}{_JUMP}{_GAP}\n(?:{_GAP}\n){{0,3}}+{_GAP}{_JUMP}(?:{_GAP}\n)?+)"
    rf"|(?m:^){_GAP}{_JUMP}{_GAP}\n|{_JUMP}"
)
# each begins with a sign that a search finds at once
JUMP_HINTS = tuple(re.compile(f"{re.escape(opening)}[上下紧转接]") for opening in "（([【")
# ² behind a word that is no unit of length: 户籍人口²118.6万人
RAISED = regex.compile(r"(?<=[\p{Han}”）)》%‰。，；])(?<![米里])[⁰¹²³⁴-⁹]++")
# ⼀般公共预算: radicals and compatibility forms that look like the character meant
RADICAL = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")
RADICALS = frozenset(map(chr, (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00))))
BLANKS = frozenset(" \u00a0\u202f\u205f\u3000") | frozenset(map(chr, range(0x2000, 0x200B)))
WIDE_MARKS = frozenset("，'’")
# all signs that are looked for: those that few texts hold, found at once, and those that most hold
_RARE = sorted(UNSEEN_SIGNS | RADICALS | (BLANKS - {" "}) | frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹"))
RARE = re.compile(f"[{''.join(map(re.escape, _RARE))}]")
COMMON = (*" <>!*[［_~`&\\", *sorted(WIDE_MARKS))


@cache
def digits(mark: str) -> re.Pattern[str]:
    """``mark`` between the digits of a number, perhaps; it comes first, for a search goes fast to
    it.
    """
    return re.compile(
        rf"{re.escape(mark)}[{_BLANK[1:-1]}]?(?=[0-9０-９.．,，])"
        r"(?:(?<=[0-9０-９].)|(?<=[0-9０-９]..)|(?<=[.．,，].)|(?<=[.．,，]..))[0-9０-９.．,，]"
    )


@cache
def beside(blank: str) -> re.Pattern[str]:
    """``blank`` between a word and a number."""
    return re.compile(
        rf"{re.escape(blank)}(?:(?<=[0-9%‰％].)(?=[\u4e00-\u9fff，。；、：）%‰％])"
        r"|(?=[0-9])(?<=[\u4e00-\u9fff，。；、：（].))"
    )


@cache
def before(blank: str) -> re.Pattern[str]:
    """``blank`` and a character that is set apart."""
    return re.compile(rf"{blank}[\u4e00-\u9fff](?=[{_BLANK[1:-1]}\n]|\Z)")
