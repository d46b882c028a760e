"""Times that date no figure: that of a cause, of what is dealt with, of what a share is of."""

from __future__ import annotations

import regex

from pipeline.extract.year_parts import When
from pipeline.patterns import periods as p
from pipeline.patterns.causes import CAUSE

# 因|上年基数较高，完成3亿元, 受|2022年疫情影响
CAUSED_BY = regex.compile(rf"(?:{CAUSE})[^，。；]{{0,4}}$")
# 低保标准达到|上年度|居民收入的20%
MEASURED_BY = regex.compile(rf"{p.MEASURED_BY}了?(?:当地|全[国省市县区])?$")
MEASURE_OF = regex.compile(r"的?[^，。；、\d的]{2,16}的\s?(?=\d)")
# 较一季度、|上半年|分别加快1.4个和0.3个百分点: what a list is compared with
COMPARED_WITH = regex.compile(r"[比较](?:[^，。；、\d比较]{1,8}[、和及与]){1,3}[比较]?$|[比较]$")
_NEAR = 8  # characters before a time that say whose it is


def is_of_another(view: str, start: int, time: When) -> bool:
    """Tell whether a time is that of a cause, of what is dealt with, or of what a share is of.

    受|上年|基数较低影响完成3亿元, 对|2023年度|图斑逐块核查, 占|2020年|生产总值的12%.

    >>> is_of_another("受上年基数较低影响完成3亿元", 0, When(1, 3, 2022, 2022))
    True
    >>> is_of_another("上年完成3亿元", 0, When(0, 2, 2022, 2022))
    False
    """
    listed = max(start, time.at - 3 * _NEAR), time.at
    if COMPARED_WITH.search(view, *listed):
        return True
    near = max(start, time.at - _NEAR), time.at
    if MEASURED_BY.search(view, *near) and MEASURE_OF.match(view, time.to):
        return True
    return bool(CAUSED_BY.search(view, *near) or p.DEALT_WITH.search(view, *near))
