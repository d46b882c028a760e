"""Amounts of each of several years, which read as the total without a word: 五年来，|年均|引资3亿元."""

from __future__ import annotations

import regex

from pipeline.extract.mentions import Mention
from pipeline.extract.phrase import Phrase, take
from pipeline.extract.resolve.state import Setting
from pipeline.records import Span

OF_EACH_YEAR = regex.compile(r"(?P<word>年均|平均每年|每年平均|每年|年平均)")


def of_each_year(setting: Setting, mention: Mention, name: Phrase) -> Phrase:
    """Keep in the name of an amount that it is of each year, where it is told over several."""
    said = OF_EACH_YEAR.search(setting.view, *mention.figure.left)
    told = "年均" in name or "每年" in name or mention.said.grown or mention.unit.endswith("/年")
    if said is None or told:
        return name
    start, end = setting.times.years(mention)
    if start == end and said["word"].startswith("每年"):  # 每年补助600元, of one year
        return name
    word = take(setting.view, Span(*said.span("word")), "of_each_year")
    return word.removesuffix("平均") + name if name.startswith("平均") else word + name
