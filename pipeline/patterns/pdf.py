"""Lines of a page that are no text of the report, and characters that mean nothing."""

from __future__ import annotations

import regex

from pipeline.lexicon import words

# — 3 —, - 3 -, 第3页 共10页, 3/10, Page 3 of 10
PAGE_NUMBER = regex.compile(
    r"\s*+[-–—―－・·~]*+\s*+(?:第\s*+)?(?:Page\s*+)?(?:\d{1,4}|[ivxlIVXL]{1,6})(?:\s*+页)?"
    r"(?:\s*+(?:[/,，]|of|共)?\s*+(?:共|总)?\s*+\d{1,4}\s*+页?)?\s*+[-–—―－・·~]*+\s*+"
)
# what a browser prints above and below a page:
# 2024/1/11 14:25	某局工作总结 · https://…	1/5 · 某局工作总结	页码，1/5 · 1 / 5	2024/1/11 14:25
_DAY = r"(?:\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})"
_MOMENT = rf"{_DAY}[,，]?\s{{0,3}}(?:[上下]午)?\s?\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:\s?[AP]M)?"
_SHEETS = r"(?:\d{1,4}\s?/\s?\d{1,4}|第\s?\d{1,4}\s?页[,，]?\s?共\s?\d{1,4}\s?页)"
_URL = r"(?:https?|file)://[^\s]{1,2000}"
PRINTED = regex.compile(
    rf"{_MOMENT}(?:\s.{{0,200}})?|{_SHEETS}\s{_MOMENT}"
    rf"|{_URL}(?:\s{{1,3}}(?:{_SHEETS}|{_MOMENT}|{_DAY}))?"
    rf"|[^\n]{{0,200}}\s(?:页码[,，]\s?\d{{1,4}}/\d{{1,4}}|{_URL})",
    regex.IGNORECASE,
)
DIGITS = regex.compile(r"\d++")
# what stands above a table on every page and is part of it
UNIT_LINE = regex.compile(r".{0,60}单位\s?[:：].{1,30}")
# what opens a line and cannot be broken, as writers break lines: 56.2万, 顽”，  5.1%、7.9%，  把“规
_OPEN, _CLOSE, _NARROW = "[“‘（《「(]", "[，。；：！？、”’）》」%‰)]", "[!-~]"
HEAD = regex.compile(
    rf"{_OPEN}*+(?:{_NARROW}++|.){_CLOSE}*+"
    rf"(?:{_NARROW}++{_CLOSE}*+|[“‘]{_OPEN}*+(?:{_NARROW}++|.){_CLOSE}*+)*+"
)
# where a paragraph begins although the line before is full: 。|一、 and 。|（一）
BEGINS = regex.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}(?:部分|章)"
)
# what opens the item of a list: 一、 （一） 1. 1、 （1） ① • —
ITEM = regex.compile(
    r"(?:第[一二三四五六七八九十百\d]{1,4}[章节条款项]|[（(【\[][一二三四五六七八九十\d]{1,3}[)）】\]]"
    r"|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}(?:、|[.．](?!\d)|[)）])|[①-⑳❶-❿⑴-⒇]"
    r"|[•●○◆◇■□▪▲★☆※➢✓·*\uf000-\uf0ff](?!\d)|[-–—](?=\s))"
)
# a line that ends so goes on in the next where it is full
ENDED = regex.compile(r".*[。！？；：:!?;…][”’）)」]?", regex.DOTALL)
# no meaning outside their font: private use, unassigned by the font
PRIVATE = regex.compile(r"[\uE000-\uF8FF\uFFFD\uFFFE\uFFFF\x00-\x08]")
# how the sign of thousandths is misread in a picture: 死亡率2.3%。，
PER_MILLE = regex.compile(r"(?<=\d)%(?:[。oO°](?=[，、；。）)])|[oO°])")
# brackets of two widths, as pictures are read: (一）
BRACKETS = regex.compile(r"\((?P<within>[^()（）\n]{0,80})）|（(?P<within>[^()（）\n]{0,80})\)")
HAN = regex.compile(r"\p{Han}")
# Chinese as it is written most; whatever a font of another order gives instead is seldom
# among these
COMMON = regex.compile("[" + "".join(words("common_characters")) + "]")
# Latin letters in a row, and what tells that they are no word:
# no vowel, or five consonants in a row
LATIN = regex.compile(r"[A-Za-z]++")
VOWEL = regex.compile(r"[aeiouy]", regex.IGNORECASE)
CONSONANTS = regex.compile(r"[bcdfghjklmnpqrstvwxz]{5}", regex.IGNORECASE)
# what may stand in a text of any language and says nothing of which
NEUTRAL = regex.compile(r"[\s\d，。、；：？！“”‘’（）《》【】〔〕—…·％%.,;:()\-+/~|～〇×°℃①-⑳]")
