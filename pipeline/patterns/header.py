"""What the head of a report says of itself: its fields, and the dates it bears."""

from __future__ import annotations

import re

import regex

TITLE_KEYS = frozenset(("标题", "title", "名称"))
DATE_KEYS = frozenset(
    (
        "发布时间", "发布日期", "成文日期", "成文时间", "生成日期", "生成时间", "公开时间", "公开日期",
        "印发日期", "发文日期", "发文时间", "日期", "时间", "date",
    )
)  # fmt: skip
PUBLISHER_KEYS = frozenset(
    (
        "发布机构", "发布单位", "发布部门", "发文机关", "发文单位", "制发机关", "公开主体", "公开单位",
        "部门（单位）名称", "单位（部门）名称", "单位名称", "部门名称", "填报单位", "填报部门", "编制单位",
        "编报单位", "报送单位", "报告单位", "汇报单位", "预算单位", "责任部门", "责任单位", "供稿单位", "供稿",
        "撰稿", "发布者", "所属机构", "作者", "项目单位", "项目实施单位", "项目承担单位", "实施单位", "自评单位",
        "发文机构", "制发单位", "成文单位", "发布主体", "信息公开单位", "供稿部门", "拟稿单位", "起草单位",
    )
)  # fmt: skip
ATTRIBUTION_KEYS = frozenset(("来源", "信息来源", "文章来源", "稿件来源", "source"))
_KEYS = "|".join(
    sorted(TITLE_KEYS | DATE_KEYS | PUBLISHER_KEYS | ATTRIBUTION_KEYS, key=len, reverse=True)
)
KEY_MARK = re.compile("[:：\\]】]")  # behind which a value stands
KEY_ENDS = tuple(
    sorted(
        {key[-2:] for key in TITLE_KEYS | DATE_KEYS | PUBLISHER_KEYS | ATTRIBUTION_KEYS}
        | {"章）", "章)", "称）", "称)", " 称", " 题", "\u3000称", "\u3000题"}
    )
)
# 发布机构: 某县审计局 生成日期: 2023-11-08 15:29; a value ends where the next field begins
FIELD = regex.compile(
    rf"(?:^\s{{0,4}}+(?:-\s)?[\[(（【]?|(?<=[\s\])】|（(]))(?P<key>{_KEYS})\s?"
    r"(?:[（(](?:盖章|公章|签章|加盖公章|全称)[)）])?\s?[\]】]?[:：]"
    rf"|[\[【](?P<key>{_KEYS})[\]】]",  # [发布机构] 某县水利局
    regex.IGNORECASE,
)
# 发布机构　　某县水利局 | 发布时间 2023-07-12: a table of a page that was pasted, without colons
PLAIN_KEYS = frozenset(
    (
        "标题", "名称", "发布时间", "发布日期", "成文日期", "成文时间", "生成日期", "公开日期", "印发日期",
        "发文日期", "发布机构", "发布单位", "发布部门", "发文机关", "发文单位", "发文机构", "制发机关", "公开主体",
    )
)  # fmt: skip
PLAIN_HINT = re.compile(r"发布|发文|成文|生成|公开|印发|制发|名[ \u3000]{0,4}称|标[ \u3000]{0,4}题")
CELL_END = re.compile(r"[ \u3000]{0,8}[\t|｜]+[ \u3000]{0,8}|[ \u3000]{2,}")
SPACED_KEY = re.compile(r"(?<![^\s|｜])([名标])[ \u3000]{1,6}([称题])(?![^\s|｜])")
FIELD_BEHIND = regex.compile(
    r"(?<=[\s|\])】])[\[【（(]?\p{Han}{2,6}[\]】]?[:：]|(?<=\s)[\[【]\p{Han}{2,6}[\]】]"
)
# 某县林业局|（盖章）
SEAL = regex.compile(r"[（(](?:盖\s?章|公\s?章|章|加盖公章|印章)[)）]?$")
# title: on a line of its own holds all of the line
TITLE_FIELD = regex.compile(
    r"^\s*(?:标\s{0,4}题|title|名\s{0,4}称)\s?[:：]\s*(?P<value>\S.*?)\s*$", regex.IGNORECASE
)
FRONT_MATTER = regex.compile(r"-{3,}")
# 某市气象局        签发：某某: what stands far behind a body is of it
FAR = regex.compile(r"[ \u3000\t]{3,60}|\u3000{2,60}")
# names that stand beside each other
BLANK = " \t\u3000"
BESIDE = regex.compile(rf"[{BLANK}]{{1,20}}")

# 来源：某县统计局|　2024-01-22
DATE_BEHIND = regex.compile(
    r"[\s（(]{1,8}(?:19|20)\d\d(?:年\s?\d{1,2}月(?:\s?\d{1,2}日)?|[-./]\d{1,2}[-./]\d{1,2}).{0,12}$"
)
# 首页 走进某县, 当前位置：首页 > 统计: what only the page of a site has below its name
NAVIGATION = regex.compile(r"首页|位置|无障碍|长者|登录|导航|加入收藏")

# 2023-03-31 10:25 来源:市交警支队; 2026年02月10日 07时41分
_BLANK = r"[^\S\n\t]?"
# no blank wider than one, and no two signs: 2020年 | 12.02 are cells of a table
DATE = regex.compile(
    rf"(?<!\d)(?P<year>(?:19|20)\d\d){_BLANK}(?:年{_BLANK}(?P<month>\d{{1,2}}){_BLANK}月"
    rf"|(?P<sign>[-/.]){_BLANK}(?P<month>\d{{1,2}}){_BLANK}(?P=sign)){_BLANK}"
    r"(?P<day>\d{1,2})日?"
)
SIGNED_DATE = regex.compile(
    r"[\s(（]*+(?P<year>(?:19|20)\d\d)年\s?(?P<month>\d{1,2})月\s?(?P<day>\d{1,2})日[\s)）]*+"
)
SIGNED_ENDS = frozenset("日)）")  # how the date that signs ends
# 二〇二四年五月, （2024年5月）, 县水利局　2024年5月: a line that is the month in which a document was written
MONTH_ALONE = regex.compile(
    r"[\s(（]*+(?:\p{Han}{2,24}(?:[局委办院会厅府处部站所科股]|中心|公司|集团|办公室|领导小组)\s*+)?(?P<year>(?:19"
    r"|20)\d\d)年\s?(?P<month>\d{1,2})月[\s)）]*+"
)
# 2024年1月8日在某县第十八届|人民代表大会: the day of a session is none of publication
DAY_OF_SESSION = regex.compile(r"\d\s?日\s?(?:[在于]|召开)|会议|大会")
