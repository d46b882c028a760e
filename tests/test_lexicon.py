"""Word lists hold to their own rules, and say where they do not."""

from __future__ import annotations

import pytest

from pipeline.errors import LexiconError
from pipeline.lexicon import regions, units, words
from pipeline.lexicon import words as words_module
from pipeline.lexicon.cues import TABLES, cues
from pipeline.lexicon.words import listed


def test_units_load_and_are_canonical():
    table = units()
    assert table["㎡"].canonical == "平方米"
    assert all(unit.canonical for unit in table.values())


def test_an_unknown_list_is_an_error_that_names_the_known_ones():
    with pytest.raises(LexiconError, match="adverb"):
        words("no such list")


def test_words_come_longest_first():
    lengths = [len(word) for word in words_module("action")]
    assert lengths == sorted(lengths, reverse=True)


def test_regions_are_found_by_their_chain():
    assert regions.leading("湖南省常德市公安局") == ("常德市", "430700")
    assert regions.leading("湖南全省") == ("湖南省", "430000")
    assert regions.leading("汐江市教育局") is None


def test_a_word_that_is_twice_in_a_list_is_refused_with_its_place():
    with pytest.raises(LexiconError, match="推进"):
        listed("推进 落实 推进", "cues.toml [clause.act]")


def test_a_table_of_cues_that_is_missing_is_named(monkeypatch):
    monkeypatch.setattr("pipeline.lexicon.cues.TABLES", ("cue", "clause"))
    with pytest.raises(LexiconError, match="opening"):
        cues.__wrapped__("cue")


def test_cues_have_lists_in_every_table():
    assert all(words for table in TABLES for words in cues(table).values())
    assert "推进" in cues("clause")["act"]
