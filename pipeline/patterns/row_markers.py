"""What stands before the names of rows: numbers of an outline, and codes."""

from __future__ import annotations

import regex

# what is counted on before the sort it is of is no marker: 三、四级手术, 一、二、三产业
_SORT = (
    r"(?:一(?=、二)|二(?=、三)|三(?=、四)|四(?=、五)|五(?=、六)|六(?=、七))(?:、[二三四五六七八九])+"
    r"(?:级|类|等(?=[级品奖功])|次?产业|线|季度|年级|本(?=批|院|线)|环)"
)
ROW_MARKER = regex.compile(
    rf"^(?:(?!{_SORT})(?P<han>[一二三四五六七八九十]{{1,3}}、)"
    r"|(?P<bracketed>[（(][一二三四五六七八九十]{1,3}[)）]、?)"
    r"|(?P<arabic>\d{1,2}[.．、](?=\D|(?:19|20)\d\d年))|(?P<inner>[（(]\d{1,2}[)）])|(?P<ring>[①-⑳])"
    r"|(?P<roman>[Ⅰ-Ⅻ][.．、]?)|[A-H][.．、](?=\p{Han}))"
)
# a code before a name: 20101 人大事务, 201一般公共服务支出, 13-农副食品加工业
CODED = regex.compile(
    r"[（(\[]?(?P<code>\d{2,9}(?=[\s)）\].．、-])"
    r"|\d{3}(?:\d\d){0,2}(?=\p{Han}))[\s)）\].．、-]*+(?=\p{Han})"
)
MARKER_RANKS = ("han", "roman", "bracketed", "arabic", "inner", "ring")
