"""Marks of a web page: its charset, the containers of content systems, what is page dress, and
where it states what about itself.
"""

from __future__ import annotations

import re

import regex

from pipeline.lexicon import words

CHARSET = regex.compile(rb"charset\s*+=\s*+[\"']?\s*+([A-Za-z0-9_.:-]++)")
# <?xml …?>, comments and blanks, then a tag that opens a page or a fragment of one
HTML = regex.compile(
    rb"(?:\s++|<\?xml[^>]{0,200}+>|<!--(?:(?!-->).)*+-->)*+<(?:!doctype\s++html|html|head"
    rb"|body|div|p|table|meta|title|article|section|span|font|center|h[1-6]|script|style|link"
    rb"|ucapcontent)\b",
    regex.IGNORECASE | regex.DOTALL,
)
MHT = regex.compile(
    rb"\A(?=[A-Za-z][\w-]{1,40}:).{0,3000}?^MIME-Version:\s*+1\.0",
    regex.IGNORECASE | regex.DOTALL | regex.MULTILINE,
)
# Word 2003 XML, and OpenDocument in one file
WORD_XML = regex.compile(
    rb"\A(?:\xef\xbb\xbf)?<\?xml.{0,600}?(?:progid=\"Word\.Document\"|<w:wordDocument"
    rb"|office:mimetype=\"application/vnd\.oasis\.opendocument\.text\")",
    regex.DOTALL,
)

# ids and classes: of the container of an article, and of what stands round it (share bars, 上一篇,
# breadcrumbs)
ARTICLE = regex.compile(r"(?:^|\s)\L<marks>(?:$|\s)", marks=words("article_marks"))
DRESS = regex.compile(r"(?:^|[\s_-])\L<marks>(?:$|[\s_-])", marks=words("dress_marks"))
# </body> and </html>: what stands behind a stray one belongs to the page
END_TAG = re.compile(r"</(?:body|html)\s{0,9}>", re.IGNORECASE)
# marks of notes: 2, [1], (1), ①, *, 注1
MARK_OF_NOTE = regex.compile(
    r"[\[［(（【]?(?:注(?:释)?\s?)?(?:\d{1,3}|[+−–-]\d|[①-⑳]|[*＊†‡]{1,3}|[a-e])?[\]］)）】]?"
)
# what a raised number belongs to: km, m, 公里, 10, R, )
RAISED_UNIT = regex.compile(r"(?:[A-Za-zμΩ]|[千百厘分毫平]?米|公里|(?<!\d)10)$")
RAISED = regex.compile(r"vertical-align\s*+:\s*+(?:super|text-top)")
HIDDEN = regex.compile(r"(?:display\s*+:\s*+none|visibility\s*+:\s*+hidden)")
PRESERVED = regex.compile(r"white-space\s*+:\s*+pre")
ATTACHED = regex.compile(
    r"\.(?:docx?|pdf|xlsx?|pptx?|zip|rar|wps|et|ofd|csv)(?:$|[?#])", regex.IGNORECASE
)
# what is left of a line once its links to attachments are gone: 附件：1.
ATTACHMENTS = regex.compile(
    r"(?:(?:相关)?附件|附)?[\s:：\d.．、，,；;《》【】\[\]()（）-]*+(?:点击下载|下载)?\s*+"
)

# a run of blanks, a line break of the markup among them or not
BLANK_SIGNS = " \n\t\r\f\u00a0\u200b\ufeff"
BLANKS = re.compile(f"[{BLANK_SIGNS}]+")

# what a page states in a visible line, or in the two cells of a row: 发布时间：2023-03-31 10:25 来源：市交警支队
_DATE = r"[\s:：\]】]{0,6}+(?P<value>20\d\d\s?[-年/.]\s?\d{1,2}\s?[-月/.]\s?\d{1,2})"
PUBLISHED = tuple(
    regex.compile(rf"{label}{_DATE}")
    for label in (
        r"(?:发布|公开|公布|信息)(?:日期|时间)",
        r"(?:生成|成文|发文|印发)(?:日期|时间)",
        r"(?:日期|时间)",
    )
)
DATED_LINE = regex.compile(
    r"[^\d]{0,12}(?P<value>20\d\d\s?[-年/.]\s?\d{1,2}\s?[-月/.]\s?\d{1,2})日?(?:\s.*+|$)"
)
_NAME = (
    r"[】\]]?\s{0,4}[:：\t]\s{0,4}"
    r"(?P<value>(?:(?!点击|浏览|阅读|访问|字[号体]|作者|发布|编辑|打印|时间|日期)[\p{Han}（）()A-Za-z·]){2,40})"
)
PUBLISHER = regex.compile(rf"(?:发布|公开|发文|制发)(?:机构|单位|机关|主体){_NAME}")
ATTRIBUTION = regex.compile(rf"(?:信息来源|文章来源|稿件来源|稿源|来源){_NAME}")
# 某县2023年工作总结_某县人民政府门户网站
TITLE_PARTS = regex.compile(
    r"\s?[_|｜]\s?|\s[-–—]++\s|(?<![-–—])[-–—]++(?=[^-–—]{2,24}(?:网|网站|门户|人民政府|平台|公开)$)"
)

# what does not count when two names are compared
NOT_WORD = regex.compile(r"[\s\W_]+")
# B12, and #,##0.00_ or 0.0% of a workbook
CELL_REFERENCE = regex.compile(r"(?P<column>[A-Z]{1,3})(?P<row>\d{1,7})")
NUMBER_FORMAT = regex.compile(
    r"(?:\[[^\]]{0,20}\]|_.|\*.|[-+ ¥$\"])*+[#,?0]++(?<=0)(?:\.(?P<decimals>0++))?+"
    r"(?P<percent>%)?+(?![#?/\p{L}])"
)
