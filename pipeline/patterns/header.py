"""What the head of a report says of itself: title, issuer, date, source."""

from __future__ import annotations

import regex

FIELD = regex.compile(r"^\s*(?:-\s*)?(?P<key>标题|title|名称|发布时间|发布日期|成文日期|生成日期|日期|date|发布机构|发文机关|信息来源|来源|文章来源|source)\s?[:：]\s*(?P<value>.*?)\s*$", regex.IGNORECASE)
TITLE_KEYS = frozenset(("标题", "title", "名称"))
DATE_KEYS = frozenset(("发布时间", "发布日期", "成文日期", "生成日期", "日期", "date"))
PUBLISHER_KEYS = frozenset(("发布机构", "发文机关"))
ATTRIBUTION_KEYS = frozenset(("来源", "信息来源", "文章来源", "source"))
# ## 某县2023年工作总结: the marks of a Markdown heading round a title
MARKDOWN = regex.compile(r"^[#*\s]++|[#*\s]++$")

# 2023-03-31 10:25 来源:市交警支队; 2026年02月10日 07时41分
DATE = regex.compile(r"(?P<year>20\d\d)\s?[-年/.]\s?(?P<month>\d{1,2})\s?[-月/.]\s?(?P<day>\d{1,2})日?")
SIGNED_DATE = regex.compile(r"\s*(?P<year>20\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日\s*")

# a line that names a report: 政府工作报告, …工作总结及…工作计划
TITLE = regex.compile(r"(?=.{4,80}$).*?(?:政府工作报告|工作报告|工作总结|总结|工作(?:思路|计划|要点|情况|打算|安排)|述职报告|情况(?:的)?报告).{0,40}")
# 常德市公安局交通警察支队|2022年…, 关于…
ISSUER_IN_TITLE = regex.compile(r"^(?P<issuer>[\p{Han}（）]{2,30}?(?:局|厅|委员会|支队|大队|总队|法院|检察院|人民政府|管委会|办事处|中心|办公室|学校|医院|集团|委|区|县|镇|乡|街道|部|署|院))(?=\s|关于|20\d\d|二|政府工作报告|工作|全市|全县|上半年|年度|$)")
GOVERNMENT = regex.compile(r"(?:代表)(?P<name>[\p{Han}]{0,12}?(?:人民政府|国务院|人民法院|人民检察院))")
CONGRESS = regex.compile(r"在(?P<place>[\p{Han}]{2,14}?(?:省|自治区|市|州|盟|县|区|旗|镇|乡))第[\p{Han}\d]{1,4}届人民代表大会")
