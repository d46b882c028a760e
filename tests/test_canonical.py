"""One name for one thing: the lexicon and the normal form, tested both ways."""

from __future__ import annotations

import pytest

from pipeline.canonical import canonical
from pipeline.canonical.normal_form import normal_form
from pipeline.errors import LexiconError
from pipeline.lexicon.indicators import indicators, parse

from .conftest import CASES
from .test_extract import indicators as extracted

PAIRS = [line.split() for line in (CASES / "names.txt").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
GOOD = 'gdp = { name = "生产总值", unit = "元", examples = ["生产总值增长5%。"] }'


def one(name: str) -> tuple[str, str | None]:
    """Canonical name and code of a name as written."""
    indicator = extracted("粮食产量50万吨。")[0]
    found = canonical([type(indicator)(**{field: getattr(indicator, field) for field in indicator.__slots__} | {"name": name})])[0]
    assert found.name == name
    return found.canonical, found.code


@pytest.mark.parametrize(("first", "sign", "second"), PAIRS)
def test_pair(first: str, sign: str, second: str):
    assert (one(first) == one(second)) == (sign == "=")


@pytest.mark.parametrize("name", sorted({name for first, _, second in PAIRS for name in (first, second)}))
def test_a_normal_form_is_its_own_normal_form(name: str):
    assert normal_form(normal_form(name)) == normal_form(name)


@pytest.mark.parametrize(("code", "sentence"), [(entry.code, example) for entry in indicators().values() for example in entry.examples])
def test_every_example_gives_its_code_in_its_unit(code: str, sentence: str):
    found = canonical(extracted(sentence))
    assert [indicator.code for indicator in found] == [code]
    assert found[0].value is None or found[0].value.unit == indicators()[code].unit


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (GOOD.replace("unit", "units"), r"unknown keys: \['units'\]; missing keys: \['unit'\]"), (GOOD.replace("gdp", "GDP"), "lower-case latin"), (GOOD.replace('"元"', '"wotsit"'), "wotsit"),
        (f"{GOOD}\n{GOOD.replace('gdp', 'other')}", "already a name of 'gdp'"), (f"{GOOD}\n{GOOD}", "not TOML"), (GOOD.replace('"生产总值增长5%。"', ""), "no example"),
        (GOOD.replace("unit", 'growth = "x", unit'), "growth 'x'"),
    ],
)  # fmt: skip
def test_a_broken_entry_is_refused(text: str, reason: str):
    with pytest.raises(LexiconError, match=reason):
        parse(text)
