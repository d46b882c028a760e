"""Lines of a page that are no text of the report, and characters that mean nothing."""

from __future__ import annotations

import regex

# — 3 —, - 3 -, 第3页 共10页, 3/10, Page 3 of 10
PAGE_NUMBER = regex.compile(r"\s*+[-–—―－・·~]*+\s*+(?:第\s*+)?(?:Page\s*+)?(?:\d{1,4}|[ivxlIVXL]{1,6})(?:\s*+页)?(?:\s*+(?:[/,，]|of|共)?\s*+(?:共|总)?\s*+\d{1,4}\s*+页?)?\s*+[-–—―－・·~]*+\s*+")
DIGITS = regex.compile(r"\d++")
# what opens a line and cannot be broken, as writers break lines: 56.2万, 顽”，  5.1%、7.9%，  把“规
_OPEN, _CLOSE, _NARROW = "[“‘（《「(]", "[，。；：！？、”’）》」%‰)]", "[!-~]"
HEAD = regex.compile(rf"{_OPEN}*+(?:{_NARROW}++|.){_CLOSE}*+(?:{_NARROW}++{_CLOSE}*+|[“‘]{_OPEN}*+(?:{_NARROW}++|.){_CLOSE}*+)*+")
# where a paragraph begins although the line before is full: 。|一、 and 。|（一）
BEGINS = regex.compile(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}(?:部分|章)")
# no meaning outside their font: private use, unassigned by the font
PRIVATE = regex.compile(r"[\uE000-\uF8FF\uFFFD\uFFFE\uFFFF\x00-\x08]")
