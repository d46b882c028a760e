"""What a shorter name of a body leaves out."""

from __future__ import annotations

import regex

# 某区工商业联合会|（总商会）: another name of the body
OTHER_NAME = regex.compile(r"(?<=\p{Han}{4})[（(]\p{Han}{2,12}[）)]$")
# what is left off at the end: 文联|合会, 县委|员会, 银行|股份有限公司
COMPANY_TAIL = regex.compile(r"(?:集团)?(?:股份)?有限(?:责任)?公司|集团(?:公司)?|股份公司")
LEFT_OUT_BEHIND = (
    "", "合会", "员会", "会", "员", "股份有限公司", "有限公司", "有限责任公司",
)  # fmt: skip
# a body inside a name: 某县公安|局|城关分局; the term of those elected: 某县第十届人大常委会
BODY_INSIDE = regex.compile(
    r"届|局|委员会|公司|法院|检察院|医院|学校|大学|学院|中心|政府|[支大中]队|银行|协会|办公室|[乡镇村]|街道|社区"
)
RURAL_BANK, RURAL_BANK_SHORT = "农村商业银行", "农商银行"
LONG_PARTY = "中国人民政治协商会议"
# 建议办理情况的报告|某县人民政府: what is run on to a name is none of it
WORDS_BEFORE = regex.compile(r"的|关于|代表|报告|情况|总结|计划|委托|受")
