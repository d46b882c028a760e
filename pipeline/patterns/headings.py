"""Numbered headings, sentence ends and page dress."""

from __future__ import annotations

import re
from functools import lru_cache

import regex

from pipeline.patterns.edges import Starts

_HAN = "一二三四五六七八九十百"

# rank, name, pattern: the smaller the rank, the higher the heading
MARKERS: tuple[tuple[int, str, regex.Pattern[str]], ...] = (
    (
        1,
        "part",
        regex.compile(rf"第[{_HAN}]{{1,3}}(?:部分|章|编)[、：:\s]?"),
    ),  # 第一部分 2024年工作回顾
    (2, "han", regex.compile(rf"[{_HAN}]{{1,3}}、(?=\S)")),  # 一、2022年工作总结
    (
        3,
        "bracketed",
        regex.compile(rf"[（(][{_HAN}]{{1,3}}[)）]、?"),
    ),  # （一）创先争优实现历史突破。
    (4, "arabic", regex.compile(r"\d{1,2}[.．、](?=[^\d\s])\s?")),  # 3.生态保护修复稳步实施。
    (
        5,
        "arabic_bracketed",
        regex.compile(r"[（(]\d{1,2}[)）]、?|[①②③④⑤⑥⑦⑧⑨⑩]"),
    ),  # （1）做好重点群体高质量就业
    (6, "ordinal", regex.compile(rf"第[{_HAN}]{{1,2}}[，,、]")),  # 第一，
    (7, "run_in", regex.compile(rf"[{_HAN}]{{1,2}}(?:是|要)(?=\S)")),  # 一是
)

# what a marker begins with, digits aside
MARKER_OPENS = frozenset(f"第（({_HAN}")

# all that numbers or marks the beginning of a passage: 一、, （二）, 3., 一是
NUMBERING = regex.compile(
    r"(?:[\s*#]|[一二三四五六七八九十]{1,3}、|[（(][\d一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.．、](?!\d)"
    r"|[一二三四五六七八九十]{1,2}(?:是|要)|第[一二三四五六七八九十]{1,2}[，,、]|[①-⑳●■◆▲•·—–-])*+"
)

# **一、过去五年工作回顾**: Markdown round a heading is dress
DRESS = regex.compile(r"[*#\s\u3000_]+")
# a line that is a number of some length, or a number with its unit: 2.5 alone is a scrap of a word
CELL = regex.compile(
    r"(?=.{0,12}(?:\d{3}|[,，%‰％\p{Han}+−-]))[-+−±]?\d[\d.,，]*+\s?(?:[%‰％]|\p{Han}{1,2})?"
)
# what no cell holds that stands on a line of its own
CELL_MARK = regex.compile(r"[。；：:，！？]|(?<!\d),(?!\d)")
SENTENCE_END = frozenset("。！？；!?;")
CLOSING = frozenset("”’」』）)》】〉")
OPENING = {
    "“": "”", "‘": "’", "「": "」", "『": "』", "（": "）", "(": ")", "《": "》", "【": "】", "〈": "〉",
}  # fmt: skip
# what may open or close a quote, or end a sentence or a line
_MARKS = sorted(SENTENCE_END | CLOSING | OPENING.keys() | set(OPENING.values()))
MARK = re.compile(f"[{''.join(map(re.escape, _MARKS))}]")
LINE_BREAK = regex.compile(r"[\n\r\u2028\u2029\x0b\x0c]")

# a line of page dress: navigation, print and share links, the size of the font, captions,
# attachment lists
_OPENING = r"""
        (?:您|你)?(?:现在|当前|目前)?(?:所在|所处)?的?位置[:：]?.*  | (?:当前|所在|所属)栏目[:：].* | (?:首页|网站首页)\s*[>》›].*
      | 【?字[号体][:：]?.{0,20} | (?:大|中|小|加大|还原|减小|默认|超大)[】\]]?
      | (?:下载|打印|全屏|收藏|关闭|分享到?|返回顶部|打印本页|关闭窗口|关闭本页|我要纠错|纠错
            |繁體|简体|无障碍阅读|语音播报|视力保护色|分享|复制链接)[:：]?
      | (?:(?:【|\[|\|)?\s?(?:打印|下载|关闭|收藏|分享)(?:本[页文]|窗口)?\s?(?:】|\]|\|)?\s?){1,4}+
      | [•·●▪►]\s?(?:微信|微博|新浪微博|腾讯微博|QQ(?:空间|好友)?|朋友圈|抖音|快手|客户端
            |人人网|豆瓣|更多|首页|返回|搜索|登录|注册|邮箱).{0,6}
      | (?:网站)?(?:首页|导航|地图|简介|声明)|详细信息|正文|信息详情|无障碍|适老化.{0,6}|手机版|搜索|登录|注册
      | (?:网站首页|首页|无障碍\S{0,4}+|长者(?:模式|版)|设为首页|加入收藏)
        (?:[\s|｜·•]{1,5}+[^\s|｜·•，。；：、！？]{2,8}+){2,16}+
      | [\[【]\s?(?:索\s?引\s?号|公开范围|公开方式|文\s?号|主题词|发布机构|发布日期|成文日期|生成日期
            |名\s{0,4}称)\s?[\]】].*
      | 公开范围|索引号|归档时间|公开时限|主题分类|发文字号|组配分类
      | 分享到[:：].{0,24}
      | (?:主办|承办|协办|版权所有|技术支持|主管|维护|联系电话|网站标识码)(?:单位)?\s?[:：].{0,40}
      | 您是第\s?\d*\s?位.{0,8}
      | (?:责任)?编辑[:：].{0,20} | 扫一扫.{0,20} | (?:相关|附件)(?:附件|链接|下载|文档|阅读|新闻)?(?:[>》:：]+)?
      | (?:上|下)一[篇条][:：].* | (?:浏览|阅读|点击)(?:次数|量|数)[:：]?\s*\d*.* | >+ | ［?\[?字体[:：].*
      | [\[【（(]?\s?(?:索\s?引\s?号|公开范围|公开时限|公开程序|公开形式|公开类别|归档时间|文件编号
            |文件名称|发文字号|责任部门|组配分类|体裁|服务对象|信息分类|生效日期|废止日期|有效期|关\s?键\s?[词字]
            |内容概述|信息类别|主题类别)\s?[\]】）)]?\s?[:：|｜].*
      | (?:原文链接|本地目录|页面链接与图片|栏目|文号|索引号|主题词|信息索引|公开方式|公文种类
            |分类|有效性|主题分类|发文机关|成文日期|生成日期|发布机构|发布时间|发布日期|标题|信息来源|来源|作者|时间
            |source|title|url|date|日期|记者|摄影)\s?[:：].*
      | -{3,} | _{3,} | ={3,}
      | \d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?\s*(?:\d{1,2}[:时]\d{2}(?:[:分]\d{0,2}秒?)?)?\s*(?:来源[:：].*)?
      | [0-9a-f]{24,}:? | https?://\S+ | 来源[:：]?.{0,30}
    """
# furniture that is known by what stands in it or ends it, not by how it begins
_INSIDE = (
    r".{0,12}[>›]\s*(?:信息公开|政务公开|首页|正文)\b.* | .?ICP备.{0,24} | .?公网安备.{0,24} "
    r"| .{0,40}(?:摄|供图)\s*"
)
_FLAGS = regex.VERBOSE | regex.IGNORECASE
FURNITURE = regex.compile(rf"\s*+(?:{_OPENING} | {_INSIDE})\s*", _FLAGS)
_FURNITURE_STARTS = Starts(regex.compile(rf"(?:{_OPENING})", _FLAGS))
_DRESS_SIGN = re.compile(r"[:：>›\[【|/\-_=]")
_LONG_HEAD = 16  # characters in which it does
_LONG_DRESS = 60  # characters; what is longer names itself at its head: 您现在的位置：…


def is_dress(line: str) -> bool:
    """Whether a line is page dress. Most lines are paragraphs, and told by their length.

    >>> is_dress("当前位置：首页 > 政务公开"), is_dress("全年增长5%。")
    (True, False)
    """
    if len(line) > _LONG_DRESS and not _DRESS_SIGN.search(line, 0, _LONG_HEAD):
        return False
    if not _FURNITURE_STARTS[line.lstrip()[:1]] and not _may_hold_furniture(line):
        return False
    return _is_furniture(line)


@lru_cache(4096)
def _is_furniture(line: str) -> bool:
    return FURNITURE.fullmatch(line) is not None


def _may_hold_furniture(line: str) -> bool:
    return ">" in line or "›" in line or "备" in line or line.rstrip().endswith(("摄", "供图"))


# 12.“双高计划”：2024年教育部提出… : a glossary entry behind the report
NOTE = regex.compile(
    r"\s*(?:\d{1,3}[.．、]|[（(]\d{1,3}[)）]|\[\d{1,3}\]|[①-⑳]|[*★])?"
    r"\s?(?:“[^”]{1,40}+”[^，。；：:]{0,16}+|[^，。；：:]{2,40}+)[:：]\s?(?:是指|指|即|包括|[\p{Han}“])"
)
COLON = re.compile(r"[:：](?=.)")  # inside a line
# |附件2：名词解释|, |《政府工作报告》有关用语说明|, |注释：|: what says that only notes stand behind it;
# not 附件1, 附属医院建设情况, 注释性说明工作
_REPORTED = (
    r"(?:(?:[^，。；：:、《》\s]{0,24}《)?[^，。；：:、《》\s]{0,12}?(?:报告|公报|草案|规划)》?)?[中的里]?"
)
_SOME = r"(?:有关|相关|部分|主要|专业|重要|统计|[和及、])*+"
_WORDS = r"(?:名词|用语|术语|词语|词汇|概念|缩略[语词]|指标|[和及、])++"
_EXPLAINED = r"的?(?:简要)?(?:解释|注释|说明|释义|注解|[和及与、])++"
NOTE_HEADING = regex.compile(
    r"[\s*#]*+[（(【]?(?:附[件录]?\s?[\d一二三四五六七八九十]{0,2}+[：:、.．\s]{0,3}+)?"
    rf"(?:{_REPORTED}{_SOME}{_WORDS}{_EXPLAINED}|附?注释|注解|附注|缩略语)"
    r"(?:[（(][^（）()]{1,16}[)）])?[：:]?[】）)]?[\s*]*+"
)
