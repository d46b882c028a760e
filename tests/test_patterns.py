"""No pattern backtracks without bound: time on ten times the text is about ten times the time."""

from __future__ import annotations

import importlib
import pkgutil
import time

import pytest
import regex

from pipeline import patterns

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
