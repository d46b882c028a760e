"""No pattern backtracks without bound: eight times the text costs about eight times the work."""

from __future__ import annotations

import importlib
import pkgutil
import re
from functools import partial

import pytest
import regex

import pipeline
from pipeline.chain import analyse
from pipeline.read import read_text

from .conftest import ROOT
from .growth import TIMES, in_proportion, spent

# pieces that, repeated, lead a pattern on; pairs of them alternate
PIECES = ("1", "1,", "1.", "万", "一", "“", "（", "增长", "分别", "、", "的", "年", "第", "同比", "零", "a", " ", "：", "1年", "增长5%、", "比", "\n", "\t", "-", "<!--", "charset=", "发布时间：", "（一）", "2023年1月", ">", "附件", "MIME-Version: ", "某县")
HOSTILE = (*PIECES, *(a + b for a, b in zip(PIECES, PIECES[5:] + PIECES[:5], strict=True)))
# what makes the end of a match fail after all
TAILS = ("", "\0", "。", "x")


def _all() -> list[tuple[str, regex.Pattern]]:
    found: list[tuple[str, regex.Pattern]] = []
    for info in pkgutil.walk_packages(pipeline.__path__, "pipeline."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            values = value if isinstance(value, tuple) else (value,)
            for item in values:
                entries = item if isinstance(item, tuple) else (item,)
                found.extend((f"{info.name.removeprefix('pipeline.').removeprefix('patterns.')}.{name}", p) for p in entries if isinstance(p, (regex.Pattern, re.Pattern)))
    return list({id(pattern): (name, pattern) for name, pattern in reversed(found)}.values())


PATTERNS = _all()
SOURCES = [path.read_text(encoding="utf-8") for path in (ROOT / "pipeline").rglob("*.py")]


def test_there_are_patterns():
    assert len(PATTERNS) > 60


def ways(name: str, pattern: regex.Pattern) -> set[str]:
    """The methods by which the code runs a pattern; all that look at a whole line where it is run under another name.

    One that reads backwards is only ever asked what ends at a place.
    """
    own, called = name.rpartition(".")[2], set()
    for source in SOURCES:
        if own in source:
            names = "|".join([own, *re.findall(rf"\bfor (\w+) in (?:\w+\.)?{own}\b", source)])  # several, one after the other
            called |= set(re.findall(rf"\b(?:{names})\.(match|fullmatch|search|finditer|sub|split)\(", source))
    return {"search" if way in ("finditer", "sub", "split") else way for way in called} or ({"match"} if pattern.flags & regex.REVERSE else {"match", "fullmatch", "search"})


@pytest.mark.parametrize(("name", "pattern"), PATTERNS, ids=[name for name, _ in PATTERNS])
def test_growth(name: str, pattern: regex.Pattern):
    """Eight times the text costs a pattern no more than about eight times the time, run as the code runs it."""

    def run(way: str, piece: str, tail: str, length: int) -> None:
        text: str | bytes = piece * (length // len(piece)) + tail
        text = text.encode() if isinstance(pattern.pattern, bytes) else text
        if way == "search":
            for _ in pattern.finditer(text):
                pass
        else:
            getattr(pattern, way)(text)

    for way in sorted(ways(name, pattern)):
        for piece in HOSTILE:
            for tail in TAILS:
                work = partial(run, way, piece, tail)
                if spent(partial(work, 500 * TIMES)) > 0.01:
                    assert in_proportion(lambda times, work=work: work(500 * times)), (way, piece, tail)


@pytest.mark.parametrize(
    "make",
    [
        lambda k: "推进工作" * (1500 * k) + "增长5%。",
        lambda k: "全市共办理案件12起，同比增长5%。" * (150 * k),
        lambda k: "增长" + "、".join(f"{i}%" for i in range(600 * k)) + "。",
        lambda k: "分别" * (1500 * k) + "增长5%。",
        lambda k: "（增长5%" * (300 * k),
        lambda k: "一" * (4000 * k),
        lambda k: "1" * (20000 * k),
        lambda k: "收入增长5%，" * (300 * k),
        lambda k: "2\n" * (800 * k),
        lambda k: "“增长5%" * (300 * k),
        lambda k: "建成3个国家级、" * (300 * k),
        lambda k: "省财政安排3亿元，利用外资、投资分别增长4%、5%，" * (150 * k),
        lambda k: "投资5" + "余" * (4000 * k) + "元。",
        lambda k: "投资" + "半" * (4000 * k) + "个百分点。",
        lambda k: "投资1" + " 286" * (1500 * k) + "万元。",
        lambda k: "能耗5" + "吨/" * (2000 * k) + "元。",
        lambda k: "由5到" * (1500 * k) + "6万元。",
    ],
    ids=["no_punctuation", "no_line_break", "list", "respectively", "open_brackets", "chinese_digits", "digits", "changes", "scraps", "open_quotes", "grades", "amounts", "rough_words", "halves", "torn_digits", "chained_units", "bases"],
)
def test_a_hostile_page_costs_in_proportion_to_its_length(make):
    assert in_proportion(lambda times: analyse(read_text(make(times)))), "eight times the text may not cost much more than eight times the work"
