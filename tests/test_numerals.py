"""Numbers: values, units, bounds and kinds."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from pipeline.extract.kinds import RULES, Rule
from pipeline.extract.numbers import value_of
from pipeline.extract.numerals import numerals
from pipeline.patterns.numbers import plain

from .conftest import SHARED, cases

CASES = cases("numerals.txt")


def found(text: str):
    return numerals(text, plain(text), 0, len(text))


def written(text: str) -> str:
    shapes = []
    for n in found(text):
        value = f"{float(n.low):.16g}" + (f"~{float(n.high):.16g}" if n.high != n.low else "")
        shapes.append(f"{text[n.span.start : n.span.end]}:{value} {n.unit}{'' if n.bound == 'exact' else '/' + n.bound}@{n.kind}")
    return " ; ".join(shapes)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_case(text: str, expected: str):
    assert written(text) == expected


def test_every_rule_decides_some_case_or_sample(samples):
    texts = [text for text, _ in CASES] + [line for path in samples for line in path.read_text(encoding="utf-8").splitlines()]
    used = {n.rule for text in texts for n in found(text)}
    assert {rule.name for rule in RULES} - used == set()


@pytest.mark.parametrize("value", [0, 7, 10, 11, 20, 105, 110, 250, 999, 1001, 1010, 2300, 10000, 13000, 100200, 45622, 10**8, 500000006])
def test_chinese_numerals_of_known_values(value: int):
    assert value_of(chinese(value)) == Decimal(value)


def chinese(value: int) -> str:
    """The full Chinese writing of a whole number, to test the reading by."""
    if value == 0:
        return "零"
    text = ""
    for factor, word in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        head, value = divmod(value, factor)
        if head:
            text += ("零" if text and head < 1000 and word in "亿万" and text[-1] in "亿万" else "") + chinese(head) + word
            if value and value < factor // 10:
                text += "零"
    return text + ("零一二三四五六七八九"[value] if value else "") if text else "零一二三四五六七八九"[value]


@pytest.mark.skipif(not (SHARED / "specs").is_dir(), reason="the outside numeral cases are not on this machine (../shared/specs)")
def test_outside_cases_reach_their_bar():
    from pipeline.explain import explanation

    right = total = 0
    for line in (SHARED / "specs" / "numerals.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        got = explanation(case["input"].replace("\n", " "))["numerals"]
        total += 1
        right += all(any(_meets(n, want) for n in got) for want in case["results"]) if case["results"] else not any(n["kind"] in ("figure", "number") for n in got)
    assert right / total >= 0.97


def _meets(numeral, want) -> bool:
    a, b = numeral["span"]
    near = abs(numeral["value"] - want["value"]) <= 1e-9 * max(1.0, abs(want["value"]))
    return a < want["end"] and want["start"] < b and near and (want["unit"] != "%" or numeral["unit"] == "%")


MARKED = [(rule, text, True) for rule in RULES for text in rule.holds] + [(rule, text, False) for rule in RULES for text in rule.fails]


@pytest.mark.parametrize(("rule", "text", "decides"), MARKED, ids=[f"{rule.name}-{text}" for rule, text, _ in MARKED])
def test_a_rule_keeps_its_word(rule: Rule, text: str, decides: bool):
    """The number that ⟨…⟩ marks is decided by the rule in its examples, and by another in the others."""
    at, sentence = text.index("⟨"), text.replace("⟨", "").replace("⟩", "")
    [marked] = [n for n in found(sentence) if n.span.start <= at < n.span.end]
    assert (marked.rule == rule.name) == decides, marked


def test_every_rule_has_a_gloss_and_examples():
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.gloss and rule.holds for rule in RULES)
