"""A number that a person marks or types is read by the pipeline's own rules, with and without a server; what cannot be read is never 0."""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess

import pytest

from pipeline.check.findings import KINDS
from pipeline.emit.schema import schema
from pipeline.extract.numbers import value_of
from pipeline.patterns.review import MODULE_IMPORT
from pipeline.review.decisions import core
from pipeline.review.page import static
from pipeline.review.readings import disagreements, readings, readings_in
from pipeline.review.words import page_words

from ..review_pages import decision


def read(text: str) -> list[list]:
    document = {"text": text, "passages": [{"span": [0, len(text)]}]}
    return [[text[a:b], *rest] for a, b, *rest in readings(document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新建学校七个。", ["七个", 7, 7, "个", "exact"]),
        ("占比三成。", ["三成", 30, 30, "%", "exact"]),
        ("惠及约8万人。", ["8万人", 80000, 80000, "人", "approx"]),
        ("服务企业近300家。", ["300家", 300, 300, "家", "max"]),
        ("投资超过1.3万亿元。", ["1.3万亿元", 1300000000000, 1300000000000, "元", "min"]),
        ("培训2-3次。", ["2-3次", 2, 3, "次", "range"]),
        ("走访十余家。", ["十余家", 10, 10, "家", "min"]),
    ],
)
def test_numbers_in_words_are_read(text: str, expected: list):
    assert read(text) == [expected]


def test_what_is_no_number_is_not_read():
    assert read("工作取得进展。") == []
    assert readings_in({"text": "取得进展"}, 0, 4) == []


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not on this machine: the page's reading of typed numbers is not compared")
def test_what_is_typed_is_read_on_the_page_as_in_the_pipeline():
    chance = random.Random(20)
    made = ["".join(chance.choice("零一二三四五六七八九十百千万亿兆两半余多几来廿卅点0123456789.") for _ in range(chance.randint(1, 7))) for _ in range(20_000)]
    typed = [text for text in made if not re.search(r"(?<!\d)\.(?!\d)", text)] + ["七", "两千三百五", "1.3万亿", "一千多万", "8万", "1,234.5", "半百", "万亿", "五亿零六万", "12点五", "三点五亿", "九" * 70]
    script = "const t = String.raw;\n" + MODULE_IMPORT.sub("", static("numbers.js")).replace("export ", "") + "\nconsole.log(JSON.stringify(JSON.parse(require('fs').readFileSync(0)).map(valueOf)))"
    found = json.loads(subprocess.run(["node", "-e", script], input=json.dumps(typed), capture_output=True, text=True, check=True).stdout)
    expected = [None if (value := value_of(text)) is None else float(value) for text in typed]
    assert [text for text, mine, theirs in zip(typed, expected, found, strict=True) if (mine is None) != (theirs is None) or (mine is not None and mine != pytest.approx(theirs, rel=1e-12))] == []
    assert sum(value is not None for value in found) > 2_000


def test_a_number_that_is_not_what_stands_at_its_place_is_said(document):
    indicator = next(i for i in document["indicators"] if i["value"] and i["value"]["low"] > 10)
    right = decision(document, indicator["id"], "correct", value=core(indicator))
    assert disagreements([right], document) == []
    value = {**core(indicator), "value": {**indicator["value"], "low": 0, "high": 0}}
    (said,) = disagreements([decision(document, indicator["id"], "correct", value=value)], document)
    assert indicator["value"]["text"] in said


def test_checks_have_names_on_the_page():
    (stated,) = re.findall(r'\[[^\[\]]*"part_of_whole"[^\[\]]*\]', json.dumps(schema()))
    kinds = set(json.loads(stated))
    assert len(kinds) > 9
    assert kinds <= set(KINDS) == set(page_words()["checks"])
    assert all("_" not in name for name in page_words()["checks"].values())
