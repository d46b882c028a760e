"""The topic of a row: what it needs and its own clause does not say.

Candidates are found by rule (``candidates``): the theme of each clause without a figure in the
sentence, an earlier figure's name, the themes of the sentence before, the headings. Whether a row
needs one is a logistic regression over what can be seen of it, and which candidate it is a ranking
of them (``topic_signs``, ``lexicon/topics.toml``, learned by ``python -m tests.topics``): in the
labels, rules for this choice kept multiplying.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

import regex

from pipeline.extract import contributions, measures
from pipeline.extract.candidate import Origin
from pipeline.extract.candidates import candidates, themes
from pipeline.extract.discourse import Discourse
from pipeline.extract.elided import elided_subject
from pipeline.extract.mentions import Sentence
from pipeline.extract.phrase import NOTHING, Phrase
from pipeline.extract.row import Row
from pipeline.extract.topic_signs import Beside, Group, Seen, row_signs, signs
from pipeline.lexicon import words
from pipeline.lexicon.trust import Sign, table
from pipeline.patterns import places

# How likely a row must need a topic, times that it is this one, by where that is from. A missing
# one
# costs a reader the row; one for nothing a glance where a clause or a heading says it, and more
# where it is the name of the figure before, which stands beside most rows and is theirs in few.
_LIKELY: Mapping[Origin, float] = {
    "figure": 0.15, "topic": 0.15, "heading": 0.2, "parent": 0.2, "sentence": 0.3,
}  # fmt: skip
LEAST = 0.1
# that the second best is the one it needs: then both are said, for either may be
_EITHER = 0.12
_SHORT_PART = 6
_OWNER = 4  # characters of what a whole is of
_VERB = 4  # characters before or at the start of a theme that may be its verb
# 打造|全省示范区, 申建|自贸试验区, 某区建设|产业示范区: what is made, and not where
MAKES = regex.compile(r"\L<makes>", makes=words("makes"))


def with_topics(rows: Sequence[Row], sentence: Sentence, said: Discourse) -> list[Row]:
    """Give each row of a sentence the topic it needs."""
    done: list[Row] = []
    for row in rows:
        if twin := _twin(row, done):  # 去年同期为96件: of what the row beside it is
            need, share = twin.need, twin.share
            scope = row.scope or twin.scope
            done.append(row._replace(topic=twin.topic, scope=scope, need=need, share=share))
            continue
        found, need, share = topic(row, done, sentence, said)
        need, share = round(need, 3), round(share, 3)
        named = found and found.last_rule != "figure_before"  # 建成示范区12个，|新增
        bounded = named and not row.scope and places.HINT.search(found)
        place = places.THEME.fullmatch(found) if bounded else None
        if place and not _is_made(found, sentence):  # 成渝地区双城经济圈建设: where, and not of what
            scope = found[: place.end("place")].by("place_before")
            done.append(row._replace(scope=scope, need=need, share=share))
        else:
            done.append(row._replace(topic=found, need=need, share=share))
    return done


def _twin(row: Row, done: Sequence[Row]) -> Row | None:
    """Find the row that another only tells an earlier value of."""
    if not row.beside:
        return None
    return next((one for one in reversed(done) if str(one.name) == str(row.name)), None)


def _is_made(place: Phrase, sentence: Sentence) -> bool:
    """Tell whether a place is what is made, and not where something is done."""
    led = max(0, place.start - _VERB), place.start
    return bool(MAKES.search(sentence.view, *led) or MAKES.search(place, 0, len(place) - _VERB))


def topic(
    row: Row, before: Sequence[Row], sentence: Sentence, said: Discourse
) -> tuple[Phrase, float, float]:
    """Choose the topic of ``row``, NOTHING where it is clear without.

    Also how likely it needs one, and how likely the best candidate is the right one.

    What 其中 or a bracket opens is of its whole; for others the table of weights decides.
    """
    if part_of_whole(row):
        return row.whole.by("whole"), 1.0, 1.0
    if subject := elided_subject(row, sentence):
        return subject, 1.0, 1.0
    near = themes(row, sentence)
    seen = row_signs(row, near, before, sentence.view)
    needed = _weights("need")["start", ""] + _sum("need", seen)
    need = 1 / (1 + math.exp(-needed))
    if need < LEAST:
        return NOTHING, need, 1.0
    found = candidates(row, near, before, said)
    if not found:
        return NOTHING, need, 1.0
    beside = Beside.of(row, before, near, sentence)
    sums = [_sum("choice", signs(beside, one)) for one in found]
    open_to = [at for at, one in enumerate(found) if not one.beside]
    if not open_to:
        return NOTHING, need, 0.0
    best = max(open_to, key=sums.__getitem__)
    share = 1 / sum(math.exp(one - sums[best]) for one in sums)
    if need * share < _LIKELY.get(found[best].origin, LEAST):
        return NOTHING, need, share
    second = max((at for at in open_to if at != best), key=sums.__getitem__, default=best)
    open_ = second != best and need * share * math.exp(sums[second] - sums[best]) >= _EITHER
    chosen = found[best].beside_another(found[second]) if open_ else found[best].topic
    return chosen, need, share


def part_of_whole(row: Row) -> bool:
    """Tell whether a row is a part of a whole that its own name does not say."""
    if not row.whole:
        return False
    whole = str(row.whole)
    if contributions.pulls(row.name):
        return True
    head = measures.measure_of(whole) or whole[-2:]
    if whole in row.name:
        return False
    owner = whole.removesuffix(head)
    apart = row.within and measures.is_measure(whole) and len(owner) >= _OWNER
    if apart and not set(owner[:_OWNER]) & set(str(row.name)):
        return True  # 对外承包工程|营业额1559亿元，其中对沿线国家完成营业额911亿元
    return head not in row.name or len(row.name) <= _SHORT_PART


def _sum(question: str, seen: Iterable[Seen]) -> float:
    """Sum the weights of what is seen of a row or of a candidate."""
    score = 0.0
    for group, values in seen:
        score += _weight(question, group, values)
    return score


@lru_cache(maxsize=8192)
def _weight(question: str, group: Group, values: tuple[Any, ...]) -> float:
    """Sum the weights of a group of signs that go together."""
    weights = _weights(question)
    return sum(weights.get(sign, 0.0) for sign in group(*values))


@cache
def _weights(question: str) -> dict[Sign, float]:
    """Read the weights of one question, by group and value."""
    found: dict[Sign, float] = {}
    for (asked, sign), weight in table("topics.toml").items():
        if asked == question:
            group, _, value = sign.partition("=")
            found[group, value] = weight
    return found
