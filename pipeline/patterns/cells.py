"""Cells that hold no figure of a table: fields of forms, codes, times of day."""

from __future__ import annotations

import regex

from pipeline.patterns.tables import ROW_HEAD

# behind what a form asks: 总投资|（万元）|, 姓名|：|
BEHIND_FIELD = regex.compile(r"(?:[（(][^（()）]{1,16}[)）])?[:：]?$")
# what a form is answered by that is no number: 0731-82212345, 430721198001015678
DIGITS_ALONE = regex.compile(r"[\d\s+()（）./—-]{6,}[xX]?")
# how the head of a column of figures ends
HEADS_FIGURES = regex.compile(
    r"(?:[额量数值率比重度计]|收入|支出|面积|人口|投资|资金|金额|经费|利润|税收|[年月]|[%％]|百分点|同比|增[长减幅速]|合计"
    r"|排名|位次|名次|得分|分值|完成|实际|预算|决算|计划|目标|任务)$"
)
# how the head of a column of names ends: 预算科目, 学校类别, 院区
HEADS_NAMES = regex.compile(rf"^.{{0,8}}(?:{ROW_HEAD.pattern})(?:名\s*称)?$")
# what looks like a number and is none: 0736-7712345, 430721198001015678
CODE_ALONE = regex.compile(r"0\d[\d\s-]*+|\d{15,}+[xX]?")
# a row named by a number: 1路, 3号楼, 二标段
NAMED_BY_NUMBER = regex.compile(
    r"第?[A-Za-z]?(?:\d{1,4}|[一二三四五六七八九十]{1,3})"
    r"(?:路|号(?:楼|线|地块|井|机组)?|栋|幢|标段|标|网格|班|线|区|期|组|单元|车间|机组)"
)
# a time of day, which counts nothing: 6:00, 9:00—9:30
_TIME = r"(?:[01]?\d|2[0-4])[:：][0-5]\d"
CLOCK = regex.compile(rf"{_TIME}(?:\s?[-—–~～至]{{1,2}}\s?{_TIME})?")
# |  |18600元|  |: all that a cell holds, with its bounds
CELL_BEFORE = regex.compile(r"(?P<edge>[|\t])[^\S\t]{0,8}[≥≤>＞<＜≧≦约近超过不低于高少]{0,4}$")
CELL_AFTER = regex.compile(r"(?:以[上下内]|左右|上下)?[^\S\t]{0,8}(?:(?P<edge>[|\t])|$)")
