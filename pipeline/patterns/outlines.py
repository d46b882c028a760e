"""Titles of plans of many years and of what was carried out in a part of a year, and the years that
such documents reach.
"""

from __future__ import annotations

import regex

from pipeline.patterns.document_periods import WAS_CARRIED_OUT

# 2023年|国民经济和社会发展计划、财政预算|上半年|执行情况: what was due in a year, and how it was carried
# out in a part of it
WHAT_WAS_DUE = regex.compile(
    r"[^，。]{0,40}?(?:计划|预算|任务|目标|要点|安排|方案|项目|实事|收支|事项)(?:》)?(?:的|在)?"
)
CARRIED_OUT_IN_PART = regex.compile(rf"{WAS_CARRIED_OUT}|(?:工作)?(?:总结|小结|汇报|自查)")
# 青禾县“十四五”教育发展|规划|（2021—2025年）, 第十四个五年规划和2035年远景目标|纲要|（草案）的说明: a title
# that ends as that of a plan of many years does
OUTLINE = regex.compile(
    r"(?:规划|纲要|愿景)(?:》)?(?:[（(][^（()）]{1,24}[)）])*+(?:的(?:报告|说明|议案|通知))?$"
)
FIVE_YEAR_PLAN_IN_FULL = regex.compile(r"第(?P<name>十[一二三四五六]?|[八九])个五年(?:规划|计划)")
# 一、发展基础, 第一章 “十三五”发展成就: what such a plan looks back on
FOUNDATION = regex.compile(
    r"(?:发展|工作|现实|规划|总体)?(?:基础|现状|成就|成效|成绩|背景|形势|环境|回顾|起点)(?:$|[与和及、])"
)
# 到2026年: the year to which something is aimed at
REACHED_IN = regex.compile(r"到(?P<year>20\d\d)年(?![前以])")
# 截至|2023|年6月底: as of when the first years of a plan are told
AS_OF_YEAR = regex.compile(r"截[至止]到?(?P<year>20\d\d)年")
