"""A short pattern that is looked for before a long one is found wherever the long one is."""

from __future__ import annotations

from collections.abc import Collection
from importlib import import_module

import pytest
import regex

from pipeline.extract import comparison, kinds, owners, predicates, themes
from pipeline.extract.calendar import p as periods
from pipeline.extract.resolve import bare_acts
from pipeline.extract.sight import Sight
from pipeline.patterns import clauses as c
from pipeline.patterns import document_periods, places, reading, titles, written_periods
from pipeline.patterns import kinds as k
from pipeline.patterns import numbers as n
from pipeline.patterns.digits import arabic
from pipeline.patterns.edges import Ends, Starts
from pipeline.patterns.numbers import plain
from pipeline.patterns.rule import Rule

from .conftest import ROOT

TEXTS = [
    line
    for path in sorted((ROOT / "corpus/reports").glob("*.txt")) + sorted((ROOT / "tests/cases").glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if line
]
# what the texts above say rarely
TEXTS += ["年度目标值", "完成整改任务面积", "重点项目建设一是基建投资提速", "服务业支撑作用更加明显", "出资US$1200万，", "停业的民宿中已有41家", "在监测的城市中", "在建的重点项目中"]
RELATIVE = (
    periods.FIVE_YEARS, periods.RECENT_YEARS, periods.NEXT_YEARS, periods.WITHIN_YEARS, periods.LAST_YEAR,
    periods.YEAR_BEFORE_LAST, periods.NEXT_YEAR, periods.SAME_TIME, periods.YEAR_BEFORE, periods.THIS_YEAR, periods.SO_FAR,
)  # fmt: skip
HINTED = {
    "untidy": (c.UNTIDY, (c.INSIDE, c.BLANKS)),
    "goal": (c.GOAL_HINT, (c.GOAL,)),
    "place": (places.HINT, (places.THEME,)),
    "named place": (places.NAMED_HINT, (places.NAMED,)),
    "inside_time": (c.INSIDE_TIME_HINT, (c.INSIDE_TIME,)),
    "owner": (owners.OWNER_HINT, (owners.OWNER,)),
    "against": (comparison.AGAINST_HINT, (comparison.AGAINST,)),
    "quote": (k.QUOTE_HINT, (k.SHORT_QUOTE,)),
    "relative": (periods.RELATIVE_HINT, RELATIVE),
    "target_name": (periods.TARGET_NAME_HINT, (periods.TARGET_NAME,)),
    "target_cue": (periods.TARGET_CUE_HINT, (periods.TARGET_CUE,)),
    "quoted": (c.QUOTE_HINT, (c.QUOTED,)),
    "run_in": (themes._RUN_IN_HINT, (themes._RUN_IN,)),
    "predicate_of_a_theme": (themes._PREDICATE_HINT, (themes._PREDICATE,)),
    "title": (titles.TITLE_HINT, tuple(rule.pattern for rule in titles.TITLES)),
    "period": (written_periods.HINT, tuple(rule.pattern for rule in written_periods.WRITTEN if rule.fills)),
    "plan_opening": (periods.PLAN_HINT, (periods.PLAN_OPENING,)),
}


@pytest.mark.parametrize("name", HINTED)
def test_what_is_found_holds_its_hint(name: str):
    hint, patterns = HINTED[name]
    found = [match.group() for pattern in patterns for text in TEXTS for match in pattern.finditer(text)]
    assert found, "the texts hold no example"
    assert [words for words in found if not hint.search(words)] == []


@pytest.mark.parametrize(("sign", "form"), [(sign, form) for sign, form in zip(written_periods.SIGNED, written_periods.WRITTEN, strict=True) if sign[0]], ids=lambda one: getattr(one, "name", ""))
def test_a_period_holds_the_sign_of_its_form(sign: tuple[str, regex.Pattern[str]], form: Rule):
    found = [match.group() for text in (*TEXTS, *form.holds) for match in sign[1].finditer(text)]
    assert found, "the texts hold no example"
    assert [words for words in found if sign[0] not in words] == []


@pytest.mark.parametrize(
    ("pattern", "hints", "more"),
    [
        (written_periods.HAN_YEAR, (written_periods.HAN_YEAR_1, written_periods.HAN_YEAR_2), ("二〇二三 年", "二〇二三学年", "二零二一至二零二三", "二〇二一—二〇二三", "二○二一-二○二三", "二〇二一到二〇二三")),
        (written_periods.HAN_NUMBER, (written_periods.HAN_MONTH, written_periods.HAN_DAY), ("二〇二三年十二月三十一日", "一月至十月")),
        (document_periods.INNER_HEADING, document_periods.INNER_HINTS, ("完成任务。二、明年计划", "（十一）下步打算", "(三)今后工作")),
        (reading.JUMP, reading.JUMP_HINTS, ("修路（下转第3版）", "【上接A1版】86公里", "(转2版)", "［紧接", "[接第二页]")),
    ],
)  # fmt: skip
def test_what_is_found_holds_one_of_its_hints(pattern: regex.Pattern[str], hints: Collection[regex.Pattern[str]], more: tuple[str, ...]):
    found = [text for text in (*TEXTS, *more) if pattern.search(text)]
    assert len(found) > 2
    assert [text for text in found if not any(hint.search(text) for hint in hints)] == []


def test_a_year_is_found_by_its_end():
    texts = [*TEXTS, "2023年", "12023年", "2023年—2025年", "2023年至\n2025年", "20235年"]
    assert [[m.start() for m in periods.END_OF_YEAR.finditer(text)] for text in texts] == [[m.end() - 1 for m in periods.ONE_YEAR.finditer(text)] for text in texts]


def test_what_turns_a_report_may_turn_it_as_written():
    written = [*TEXTS, "2023\uf98e，增长5%", "**目**标：增长5%", "㈤年来", "\u3000\u2f6c标"]
    turning = [text for text in written if periods.TURN_HINT.search(arabic(periods.DRESS.sub("", text)))]
    assert len(turning) > 100
    assert [text for text in turning if not periods.MAY_TURN.search(text)] == []


@pytest.mark.parametrize(("kind", "reader"), predicates.words.READERS)
def test_what_a_reader_reads_may_end_so(kind: str, reader: regex.Pattern[str]):
    ends = Ends(reader)
    for text in TEXTS:
        for end in range(1, len(text) + 1, 7):
            if match := reader.match(text, max(0, end - 60), end):
                last, tail = text[end - 1], text[max(0, end - 2) : end]
                assert (ends[last], ends[tail]) == (True, True), match.group()


@pytest.mark.parametrize("pattern", [c.LEADING_MARK, c.WITHIN, c.TIME_HEAD, c.LINK, c.ASIDE, c.BOUND_AFTER, k.NAMED_AFTER])
def test_what_a_pattern_matches_may_begin_so(pattern: regex.Pattern[str]):
    starts = Starts(pattern)
    found = [match.group() for text in TEXTS for match in pattern.finditer(text) if match.group()]
    assert found, "the texts hold no example"
    assert [words for words in found if not starts[words[0]]] == []


@pytest.mark.parametrize(
    ("pattern", "opens"),
    [
        (c.SCOPE_HEAD, c.HEAD_OPENS), (c.JOINER, c.HEAD_OPENS), (c.LIGHT_HEAD, c.HEAD_OPENS),
        (c.ACTION, c.ACT_OPENS), (c.LEADING_VERB, c.ACT_OPENS), (n.UNIT, n.UNIT_OPENS), (themes._LEADING, themes._LEADS),
        (n.BETWEEN_AFTER, "之的区"),
    ],
)  # fmt: skip
def test_what_is_asked_for_its_first_character_begins_so(pattern: regex.Pattern[str], opens: Collection[str]):
    found = [match.group() for text in TEXTS for match in pattern.finditer(text)]
    assert found, "the texts hold no example"
    assert [words for words in found if words[0] not in opens and not words[0].isspace()] == []


@pytest.mark.parametrize(
    ("pattern", "ends"),
    [
        (bare_acts.BARE_ACT, bare_acts.ACT_ENDS), (n.CURRENCY, n.CURRENCY_ENDS), (c.AMONG, "有"), (c.FRAME_NAME, "中"), (themes._AMONG, "中"),
    ],
)  # fmt: skip
def test_what_is_asked_for_its_last_character_ends_so(pattern: regex.Pattern[str], ends: Collection[str]):
    found = [match.group() for text in TEXTS for match in pattern.finditer(text)]
    assert found, "the texts hold no example"
    assert [words for words in found if words[-1] not in ends and not words[-1].isspace()] == []


def test_what_is_no_theme_may_be_none():
    clauses = [clause for text in TEXTS for clause in c.BREAK.split(text) if clause]
    none = [clause for clause in clauses if themes._NO_THEME.search(clause)]
    assert none
    assert [clause for clause in none if not themes._may_be_none(clause)] == []


def test_a_rule_is_asked_wherever_it_holds(monkeypatch: pytest.MonkeyPatch):
    room = import_module("pipeline.extract.numerals")
    asked: list[tuple[kinds.Rule, kinds.Rule]] = []

    def every_rule(sight: Sight) -> kinds.Rule:
        rule = next(rule for rule in kinds.RULES if rule.condition(sight))
        asked.append((rule, kinds.taken_for(sight)))
        return rule

    monkeypatch.setattr(room, "taken_for", every_rule)
    for text in map(plain, TEXTS):
        room.numerals(text, text, 0, len(text))
    assert len(asked) > len(kinds.RULES)
    assert [(rule.name, found.name) for rule, found in asked if rule is not found] == []
