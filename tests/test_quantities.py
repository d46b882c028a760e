"""Quantities of a grammar are read as what they were made from, whatever way they are written."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.numbers import value_of
from pipeline.extract.numerals import numerals
from pipeline.patterns.numbers import plain

from . import quantities as q
from .test_extract import indicators


def figures(text: str) -> tuple[tuple[Decimal, Decimal, str, str], ...]:
    found = numerals(text, plain(text), 0, len(text))
    return tuple((n.low, n.high, n.unit, n.bound) for n in found if n.kind == "figure")


@given(st.integers(1, 9999))
@settings(max_examples=250, deadline=None, derandomize=True)
def test_a_chinese_numeral_has_its_value(value: int):
    assert value_of(q.chinese(value)) == value


@pytest.mark.parametrize("make", [q.counts(), q.ratios(), q.halves(), q.rough(), q.ranges(), q.lists(), q.currencies, q.vague, q.labels],
                         ids=["counts", "ratios", "halves", "rough", "ranges", "lists", "currencies", "vague", "labels"])  # fmt: skip
def test_each_kind_of_quantity_is_read(make: st.SearchStrategy[q.Fact]):
    @given(make, st.sampled_from(q.LEADS), st.sampled_from("，。；"))
    @settings(max_examples=250, deadline=None, derandomize=True)
    def holds(fact: q.Fact, lead: str, end: str):
        assert figures(f"某项{lead}{fact.text}{end}") == fact.right, fact.text

    holds()


@given(q.told())
@settings(max_examples=250, deadline=None, derandomize=True)
def test_a_sentence_of_several_quantities_is_read(fact: q.Fact):
    assert figures(fact.text) == fact.right, fact.text


@given(q.told())
@settings(max_examples=250, deadline=None, derandomize=True)
def test_the_plain_view_moves_no_character(fact: q.Fact):
    assert len(plain(fact.text)) == len(fact.text)
    assert plain(plain(fact.text)) == plain(fact.text)


@given(q.bounded())
@settings(max_examples=400, deadline=None, derandomize=True)
def test_words_round_a_level_give_its_bound_and_stay_out_of_its_name(told: tuple[str, str, str]):
    sentence, name, bound = told
    [found] = indicators(sentence)
    assert found.value is not None
    assert (str(found.name), found.value.bound) == (name, bound), sentence
