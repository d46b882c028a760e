"""What says that a document is of several years: of a term, of as many as a heading counts."""

from __future__ import annotations

import regex

# 在某县第十三次代表大会上的报告: of a congress that meets every five years
OF_A_TERM = regex.compile(
    r"第[\p{Han}\d]{1,4}次(?:党员|会员|团员|妇女|侨)?代表大会"
    r"|第[\p{Han}\d]{1,4}届(?:党员|会员|团员|妇女|侨)代表大会(?!第)"
    r"|第[\p{Han}\d]{1,4}届(?:常务)?(?:理事会|监事会|执行?委员?会|主席团)(?:的)?工作报告"
)
FIVE_YEARS_HEADING = regex.compile(
    r"(?<!(?:今后|未来|往后|下|下一?个|新的)的?)五年(?:来|的)?.{0,6}(?:工作|回顾|总结|成就|成绩)"
    r"|五年来(?!.{0,12}(?:体会|启示|经验|感受))|这五年"
)
NEXT_YEARS_HEADING = regex.compile(
    r"(?:今后|未来|往后|下一?个?|新的)的?(?:[两三四五十]年|一个时期)"
)
# 今后工作的建议: what one term leaves to the next
TO_THE_NEXT = regex.compile(r"今后(?!五年|一个时期).{0,8}建议|对(?:新一届|下一?届)")
# 一、2021年至2023年|主要工作|: words that look back on years that have passed, ahead on others
WORK_OF_YEARS = regex.compile(r"(?:的|主要|重点|全[省市县区院局]|本会|我们)*工作$")
