"""No pattern backtracks without bound: eight times the text costs about eight times the work."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import defaultdict
from functools import cache, partial
from itertools import product

import pytest
import regex

import pipeline
from pipeline.chain import analyse
from pipeline.read import read_text

from .conftest import ROOT
from .growth import TIMES, assert_in_proportion, in_proportion, spent

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
LENGTH = 500
# seconds that say nothing yet: 0.01 of the longest text, and of a shorter one what is left of them where the square of the length counts
LITTLE = {LENGTH * times: 0.01 * (times / TIMES) ** 2 for times in (1, 2, 4, TIMES)}


def test_there_are_patterns():
    assert len(PATTERNS) > 60


@cache
def calls() -> dict[str, set[str]]:
    """By the name of a pattern, or of several one after the other, the methods of patterns that the code calls on it."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in (ROOT / "pipeline").rglob("*.py"):
        source, here = path.read_text(encoding="utf-8"), defaultdict(set)
        for name, way in re.findall(r"\b(\w+)\.(match|fullmatch|search|finditer|sub|split)\(", source):
            here[name].add(way)
        for one, several in re.findall(r"\bfor (\w+) in ((?:\w+\.)?\w+)\b", source):
            for name in several.split("."):
                found[name] |= here.get(one, set())
        for name, called in here.items():
            found[name] |= called
    return found


def ways(name: str, pattern: regex.Pattern) -> set[str]:
    """The methods by which the code runs a pattern; all that look at a whole line where it is run under another name.

    One that reads backwards is only ever asked what ends at a place.
    """
    called = calls().get(name.rpartition(".")[2], set())
    return {"search" if way in ("finditer", "sub", "split") else way for way in called} or ({"match"} if pattern.flags & regex.REVERSE else {"match", "fullmatch", "search"})


@cache
def text_of(piece: str, tail: str, length: int, *, as_bytes: bool) -> str | bytes:
    """The piece repeated up to a length, and the tail."""
    text = piece * (length // len(piece)) + tail
    return text.encode() if as_bytes else text


@pytest.mark.parametrize(("name", "pattern"), PATTERNS, ids=[name for name, _ in PATTERNS])
def test_growth(name: str, pattern: regex.Pattern):
    """Eight times the text costs a pattern no more than about eight times the time, run as the code runs it.

    A text is short at first: what costs little there is far from the square of its length.
    """

    def run(way: str, piece: str, tail: str, length: int) -> None:
        text = text_of(piece, tail, length, as_bytes=isinstance(pattern.pattern, bytes))
        if way == "search":
            for _ in pattern.finditer(text):
                pass
        else:
            getattr(pattern, way)(text)

    for way in sorted(ways(name, pattern)):
        for piece, tail in product(HOSTILE, TAILS):
            work = partial(run, way, piece, tail)
            if all(spent(partial(work, length)) > little for length, little in LITTLE.items()):
                assert in_proportion(lambda times, work=work: work(LENGTH * times)), (way, piece, tail)


@pytest.mark.parametrize(
    "make",
    [
        lambda k: "推进工作" * (750 * k) + "增长5%。",
        lambda k: "全市共办理案件12起，同比增长5%。" * (75 * k),
        lambda k: "增长" + "、".join(f"{i}%" for i in range(300 * k)) + "。",
        lambda k: "分别" * (750 * k) + "增长5%。",
        lambda k: "（增长5%" * (150 * k),
        lambda k: "一" * (2000 * k),
        lambda k: "1" * (10000 * k),
        lambda k: "收入增长5%，" * (150 * k),
        lambda k: "2\n" * (400 * k),
        lambda k: "“增长5%" * (150 * k),
        lambda k: "建成3个国家级、" * (150 * k),
        lambda k: "省财政安排3亿元，利用外资、投资分别增长4%、5%，" * (75 * k),
        lambda k: "投资5" + "余" * (2000 * k) + "元。",
        lambda k: "投资" + "半" * (2000 * k) + "个百分点。",
        lambda k: "投资1" + " 286" * (750 * k) + "万元。",
        lambda k: "能耗5" + "吨/" * (1000 * k) + "元。",
        lambda k: "由5到" * (750 * k) + "6万元。",
    ],
    ids=["no_punctuation", "no_line_break", "list", "respectively", "open_brackets", "chinese_digits", "digits", "changes", "scraps", "open_quotes", "grades", "amounts", "rough_words", "halves", "torn_digits", "chained_units", "bases"],
)
def test_a_hostile_page_costs_in_proportion_to_its_length(make):
    assert_in_proportion(lambda times: analyse(read_text(make(times))))
