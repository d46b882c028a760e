"""No pattern backtracks without bound: time on ten times the text is about ten times the time."""

from __future__ import annotations

import importlib
import pkgutil
import time

import pytest
import regex

from pipeline import patterns
from pipeline.chain import analyse
from pipeline.read import read_text

HOSTILE = ("1", "1,", "1.", "万", "一", "“", "（", "增长", "分别", "、", "的", "年", "第", "同比", "零", "a", " ", "：", "1年", "增长5%、", "比")


def _all() -> list[tuple[str, regex.Pattern]]:
    found = []
    for info in pkgutil.iter_modules(patterns.__path__):
        module = importlib.import_module(f"pipeline.patterns.{info.name}")
        for name, value in vars(module).items():
            values = value if isinstance(value, tuple) else (value,)
            for item in values:
                entries = item if isinstance(item, tuple) else (item,)
                found.extend((f"{info.name}.{name}", p) for p in entries if isinstance(p, regex.Pattern))
    return found


PATTERNS = _all()


def test_there_are_patterns():
    assert len(PATTERNS) > 60


@pytest.mark.parametrize(("name", "pattern"), PATTERNS, ids=[name for name, _ in PATTERNS])
def test_growth(name: str, pattern: regex.Pattern):
    bytes_pattern = isinstance(pattern.pattern, bytes)
    for piece in HOSTILE:
        text: str | bytes = piece * (3000 // len(piece))
        text = text.encode() if bytes_pattern else text
        start = time.perf_counter()
        pattern.match(text)
        pattern.fullmatch(text)
        elapsed = time.perf_counter() - start
        assert elapsed < 1.0, (name, piece, elapsed)


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
    ],
    ids=["no_punctuation", "no_line_break", "list", "respectively", "open_brackets", "chinese_digits", "digits", "changes", "scraps", "open_quotes"],
)
def test_a_hostile_page_costs_in_proportion_to_its_length(make):
    def seconds(k: int) -> float:
        text = make(k)
        start = time.perf_counter()
        analyse(read_text(text))
        return time.perf_counter() - start

    seconds(1)
    once = max(min(seconds(1) for _ in range(3)), 0.01)
    assert seconds(8) < 8 * once * 3 + 0.3, "eight times the text may not cost much more than eight times the time"
