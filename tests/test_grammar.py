"""Every rule that takes words for a row holds in its own examples, and says what it took."""

from __future__ import annotations

import re

import pytest

from pipeline.explain import explanation
from pipeline.extract.grammar import TAKINGS, Taking
from pipeline.extract.resolve.roles import RULES, RoleRule

MARK = re.compile(r"⟨(.*?)⟩")


def row_of(marked: str) -> dict:
    """The indicator of the first marked figure of a sentence."""
    at = marked.index("⟨")
    text = marked.replace("⟨", "").replace("⟩", "")
    for indicator in explanation(text)["indicators"]:
        figures = [indicator["value"], indicator["rank"], *indicator["changes"]]
        if any(figure and figure["span"][0] <= at < figure["span"][1] for figure in figures):
            return indicator
    raise AssertionError(f"no figure at {at} of {text}")


def part(indicator: dict, fills: str) -> str | None:
    if fills == "among":
        return indicator["rank"]["among"]
    if fills == "against":
        return indicator["changes"][0]["against"]
    return indicator[fills]


@pytest.mark.parametrize(("taking", "example"), [(one, example) for one in TAKINGS for example in one.yes])
def test_a_rule_takes_what_its_example_says(taking: Taking, example: str):
    sentence, _, wanted = example.partition(" => ")
    indicator = row_of(sentence)
    assert part(indicator, taking.fills) == wanted
    assert taking.name in {e["rule"] for e in indicator["evidence"] if e["part"] == taking.fills}


@pytest.mark.parametrize(("taking", "example"), [(one, example) for one in TAKINGS for example in one.no])
def test_a_rule_leaves_alone_what_is_not_its_own(taking: Taking, example: str):
    evidence = row_of(example)["evidence"]
    assert taking.name not in {e["rule"] for e in evidence if e["part"] == taking.fills}


def role(marked: str) -> str:
    indicator = row_of(marked)
    at = marked.index("⟨")
    inside = lambda figure: figure and figure["span"][0] <= at < figure["span"][1]  # noqa: E731
    if inside(indicator["value"]):
        return "value"
    return "rank" if inside(indicator["rank"]) else "change"


@pytest.mark.parametrize(("rule", "example"), [(one, example) for one in RULES for example in one.yes])
def test_a_rule_of_roles_decides_its_examples(rule: RoleRule, example: str):
    assert role(example) == rule.role


@pytest.mark.parametrize(("rule", "example"), [(one, example) for one in RULES for example in one.no])
def test_a_rule_of_roles_leaves_others_alone(rule: RoleRule, example: str):
    assert role(example) != rule.role


def test_every_rule_has_a_gloss_of_its_own():
    known = [(one.name, one.fills) for one in TAKINGS]
    assert len(set(known)) == len(known)
    assert all(one.gloss for one in TAKINGS)
