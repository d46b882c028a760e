"""What was spoken of before a sentence: headings, the first themes of a paragraph, the last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import regex

from pipeline.extract import subjects
from pipeline.extract.acting_places import OPENS, developed
from pipeline.extract.mentions import Sentence
from pipeline.extract.phrase import NOTHING, Phrase
from pipeline.extract.row import Row
from pipeline.extract.themes import theme
from pipeline.lexicon import words
from pipeline.patterns import clauses as c
from pipeline.patterns import places
from pipeline.records import Span

# 加强宏观调控|，促进经济发展: the clauses of a heading
_PARTS = re.compile(r"[^，,；;：: \u3000]+")
# 1.保交房攻坚战。|列入清单项目7个…: a heading that runs into its paragraph
RUN_IN = regex.compile(
    r"\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十\d]{1,3}[.．、]|[一二三四五六七八九十]是)"
    r"\s?[^，。；：\d]{2,18}。?\s*"
    r"|\s*(?:[—–-]{1,2}|[●◆■▲★◎※•·])\s?[^，。；：]{2,18}。?\s*"
)
# 政府性基金预算|执行情况, 安全生产|工作开展情况: how it stands with what a heading is about
STATE = regex.compile(
    r"(?:工作|任务)?(?:执行|开展|完成|进展|推进|落实|实施|运行|收支|建设进展)*"
    r"(?:的?(?:主要|总体|基本|具体|有关|相关))?(?:情况|概况|现状|形势)(?:及|和|与)?(?:成效|特点|分析|说明|问题)?$"
)
_BARE = frozenset(words("heading_bare"))
_FIRST = 2  # sentences without figures at the head of a paragraph, beside the last one


class Discourse(NamedTuple):
    """What a row may refer to that was said before its sentence.

    ``headings`` are the themes of that of the section and of the one above it, ``label`` that of a
    heading that runs into the paragraph (——三号线。全长…), ``opening`` and ``before`` the first themes
    of the paragraph and of the sentence before, ``place`` is what the paragraph is about where that
    is a part of the area. Frozen: each sentence gives the next.
    """

    headings: tuple[Phrase, ...] = ()
    label: Phrase = NOTHING
    opening: Phrase = NOTHING
    before: Phrase = NOTHING
    topic: Phrase = NOTHING
    owner: Phrase = NOTHING
    place: Phrase = NOTHING

    def past(self, sentences: Sequence[Span], view: str, edges: Sequence[int]) -> Discourse:
        """Give the discourse behind sentences without figures: two and the last one are read."""
        if not sentences:
            return self
        opening, before, label = self.opening, self.before, self.label
        if not opening and RUN_IN.fullmatch(view, *sentences[0]):
            label = theme(view, sentences[0], edges).by("heading") or label
        place = self.place
        if not (opening or place):
            place = _place(view, sentences[0], edges)
        for start, end in (*sentences[:-1][:_FIRST], sentences[-1]):
            stop = c.BREAK.search(view, start, end)
            found = theme(view, Span(start, stop.start() if stop else end), edges)
            opening, before = opening or found, found or before
        return Discourse(self.headings, label, opening, before, NOTHING, self.owner, place)

    def after(self, sentence: Sentence, rows: Sequence[Row], owner: Phrase) -> Discourse:
        """Give the discourse of the sentence that follows in the same paragraph."""
        found = sentence.first_theme()
        last = rows[-1].topic if rows else NOTHING
        opening, before = self.opening or found, found or self.before
        whole = any(row.scope and row.scope.last_rule == "scope_head" for row in rows)  # 全市
        place = NOTHING if whole else self.place
        return Discourse(self.headings, self.label, opening, before, last, owner, place)


def _place(view: str, span: Span, edges: Sequence[int]) -> Phrase:
    """Take the place that a sentence without figures says its paragraph is about: 大力开发建设|临江新区|。"""
    if not places.NAMED_HINT.search(view, *span):
        return NOTHING
    at = span.start
    for mark in (*c.BREAK.finditer(view, *span), None):
        clause = Span(at, mark.start() if mark else span.end)
        behind = Span(subjects.opening(view, clause, edges), clause.end)
        if place := developed(view, behind, edges):
            return place.by(OPENS)
        at = mark.end() if mark else at
    return NOTHING


def headings_of(edges: Sequence[int], *titles: Phrase) -> tuple[Phrase, ...]:
    """Take the themes of headings, from the nearest up; ``edges`` says where words begin."""
    found = (title[slice(*_theme_of(title, edges))] for title in titles if title)
    return tuple(one.by("heading") for one in found if one)


def _theme_of(title: Phrase, edges: Sequence[int]) -> tuple[int, int]:
    """Find where the theme of a heading stands in it, its first clause that has one; else empty."""
    text = str(title)
    own = [*edges[title.start : title.start + len(text)], 1]
    for part in _PARTS.finditer(text):
        start, end = part.span()
        stated = STATE.search(text, start, end)
        end = stated.start() if stated else end
        if stated and text[start:end] in _BARE:
            continue
        if found := theme(text, Span(start, end), own):
            return found.start, found.end
    return 0, 0
