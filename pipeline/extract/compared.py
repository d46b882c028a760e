"""What a change is measured against: as said, else as of the changes before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from pipeline.extract import contributions
from pipeline.records import Basis, Span

if TYPE_CHECKING:
    from pipeline.extract.mentions import Mention
    from pipeline.extract.timing import Times
    from pipeline.extract.year_parts import When

_PARTS = {
    "-H1": "上半年", "-H2": "下半年", "-Q1": "一季度", "-Q2": "二季度", "-Q3": "三季度", "-Q4": "四季度",
}  # fmt: skip
# 上半年|累计|增长7.6%: since the year began; not 五年累计增长
SINCE_THE_YEAR_BEGAN = regex.compile(
    r"^(?!.*(?:\d|[两三四五六七八九十几])年(?:内|来|间|时间|以来|累计)).*累计(?=\p{Han}{2,4}\s?$)"
)
RATES = frozenset(("%", "‰", "倍"))


class Difference(NamedTuple):
    """What a difference was compared with (比年初|增加25.9亿元), for the bare ones behind it."""

    basis: Basis
    reference: Span | None
    unit: str


class Compared(NamedTuple):
    """What the changes before were compared with.

    ``based``: in this chain of sentences (；) the changes are against a named earlier time;
    ``held``: so was the last change of this sentence that said what it is against, and ``at`` the
    time that it is of; ``reference`` is what it is against; ``drawn`` holds in the paragraph.
    """

    based: bool = False
    reference: Span | None = None
    drawn: Difference | None = None
    held: bool = False
    at: When | None = None

    def then(
        self, basis: Basis, reference: Span | None, unit: str, at: When | None, *, said: bool
    ) -> Compared:
        """Give what holds behind one more change, which is of the time ``at``; ``said``: it says
        itself what it is against."""
        based = basis == "base" or (self.based and basis == "annual_average")
        drawn = self.drawn
        if said and unit not in RATES:
            known = reference is not None and basis in ("base", "previous_period")
            drawn = Difference(basis, reference, unit) if known else None
        held = reference is not None and basis == "base" if said else self.held
        at = at if said else self.at
        return Compared(based, reference or self.reference, drawn, held, at)

    def after(self, *, chained: bool) -> Compared:
        """Give what holds in the next sentence of the paragraph."""
        return Compared(based=self.based and chained, drawn=self.drawn)


NOT_COMPARED = Compared()


def basis_of(times: Times, mention: Mention, before: Compared) -> Basis:
    """Give what a change is measured against; a bare one follows those ``before`` it.

    比2002年增长60.98%，利润|增长2.23倍; 存款比年初增加26亿元，贷款|增加21亿元.
    """
    if mention.said.basis:
        year = times.sentence.view[mention.said.subject.end : mention.figure.numeral.span.start]
        start, end = times.years(mention)
        if (
            mention.said.basis == "base"
            and start == end
            and end is not None
            and f"{end - 1}年" in year
            and not year.rstrip().endswith("的")
            and not (times.part.within and _is_end_of(end - 1, year))
        ):
            return "yoy"  # 比2021年 in a report on 2022; not 为2021年的|3.4倍
        if mention.said.basis == "base" and start == end:
            words = times.sentence.view[slice(*mention.figure.left)]
            if SINCE_THE_YEAR_BEGAN.match(words):
                return "yoy"  # 6月增长9.2%，上半年|累计增长|7.6%
        if mention.said.basis == "yoy" and mention.said.against:
            against = times.sentence.view[slice(*mention.said.against)]
            return "yoy" if _is_alike(against, times.part.within) else "base"
        return mention.said.basis
    unit, time = mention.figure.numeral.unit, times.time_of(mention)
    said = time is not None and time is not times.framed and time != before.at
    if before.based and unit == "倍" and not said:
        return "base"
    # 比上月回升1.8个百分点，某行业|拉动|工业增长1.7个百分点: against nothing said before
    alone = mention.said.grown or contributions.pulls(times.sentence.view[slice(*mention.subject)])
    if before.drawn and before.drawn.unit == unit and not alone:
        return before.drawn.basis
    if before.held and not mention.said.grown and not said:
        return "base"  # 资产比年初增加31.7亿元，|增幅8.9%
    if times.compared_from <= mention.figure.left.start:
        return "yoy" if _is_year_before(times, mention) else "base"
    if unit == "倍" and times.part.start != times.part.end:
        return "base"
    over = time.end > time.start if time else times.part.start != times.part.end
    return "base" if over else "yoy"


def _is_alike(against: str, within: str) -> bool:
    """Tell whether a time before is that of the year before: 去年上半年 of half a year, 去年底."""
    if within:
        return against.endswith(_PARTS.get(within, "none"))
    return against.endswith(("底", "末", "全年"))


def _is_year_before(times: Times, mention: Mention) -> bool:
    """Tell whether 与2022年相比 in a report on 2023 names the year before."""
    start, end = times.years(mention)
    reference = times.compared_with
    if reference is None or end is None or start != end or times.part.within:
        return False
    return times.sentence.view[slice(*reference)].strip() == f"{end - 1}年"


def _is_end_of(year: int, words: str) -> bool:
    """Tell whether words name the last day of a year: 比2023年底, which half a year lies behind."""
    return any(f"{year}年{end}" in words for end in "末底")
