"""Names put together out of what a row and its column say: 制造业|企业数, 收入|合计."""

from __future__ import annotations

from pipeline.extract.phrase import NOTHING, Phrase
from pipeline.patterns import heads as p
from pipeline.patterns.arithmetic import COMPLETED_CELL
from pipeline.patterns.counted_things import SCORE

_QUALIFIES = 4  # characters of a head that only says more of what a row measures: 项目|支出


def of_total(
    word: Phrase, measure: Phrase, above: Phrase, subject: Phrase
) -> tuple[Phrase, Phrase]:
    """Name what a total is of, with the topic above that: 收入|合计, 资产|总计."""
    if _is_total(word, measure):
        return measure, above  # 资产总计, 负债合计
    whole = measure or above or subject
    if whole and word not in whole:
        sizes = range(len(word) - 1, 1, -1)
        shared = next((size for size in sizes if whole.endswith(word[:size])), 0)
        if not shared and p.TOTAL_ALONE.fullmatch(word) is None:  # 收入合计
            return (word + measure, above) if measure else (word, whole)
        return whole + word[shared:], NOTHING if whole is above else above
    return word, above


def _is_total(word: Phrase, measure: Phrase) -> bool:
    """Whether a column is a total already, over a row that is one too."""
    if not measure or word in measure:
        return bool(measure)
    return measure[-1] == "计" and p.TOTAL_ALONE.fullmatch(word) is not None


def of_row_and_column(name: Phrase, measure: Phrase, *, indicators: bool) -> Phrase:
    """Put row and column together as one name: 制造业|企业数, 专利授权|授权数; not 发电量|产量,
    where the row measures already."""
    if measure in name or (p.RATIO_NAME.search(name) and p.STOCK.fullmatch(measure)):
        return name
    if _is_share(measure):
        return name + measure
    if shared := _shared(name, measure):
        return name + measure[shared:]
    stem = p.COUNT_TAIL.sub("", measure)
    if p.MEASURE.search(name):
        return _of_measure(name, measure, stem)
    if indicators and not _measures(measure):
        return measure + name
    if len(stem) > 1 and stem in name:
        return name + measure[len(stem) :]
    return name + measure


def _is_share(measure: Phrase) -> bool:
    """Whether a column measures which part a row is of something, or how that is made up."""
    share = p.SHARE_OF.match(measure) or p.OF_LAST.match(measure)
    return bool(share or p.STRUCTURE.fullmatch(measure))


def _measures(measure: Phrase) -> bool:
    said = p.MEASURE.search(measure) or p.COUNTED.search(measure) or SCORE.fullmatch(measure)
    return bool(said)


def _of_measure(name: Phrase, measure: Phrase, stem: str) -> Phrase:
    """A row that measures something already, and what its column measures."""
    if COMPLETED_CELL.search(measure):  # 健康管理率|目标完成率
        return name + measure
    sizes = range(len(measure) - 2, 1, -1)
    if shared := next((size for size in sizes if name.endswith(measure[-size:])), 0):
        if len(measure) - shared > _QUALIFIES:  # 办公费|一般公共预算基本支出公用经费
            return measure + name
        return name[:-shared] + measure  # 农林水支出|项目支出
    if name[-1] == measure[-1] or (stem and stem in name):
        return name
    return name + measure if _measures(measure) else measure + name


def _shared(name: str, behind: str) -> int:
    """How many characters a name ends with that the next word begins with, two at least."""
    sizes = range(min(len(name), len(behind)) - 1, 1, -1)
    return next((size for size in sizes if name.endswith(behind[:size])), 0)
