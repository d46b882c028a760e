"""A sentence read: every figure with its predicate, and the words that may name it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import regex

from pipeline.extract import actions, measures, subjects
from pipeline.extract.clauses import Cell, Figure
from pipeline.extract.phrase import NOTHING, Phrase, take
from pipeline.extract.predicates import Comparand, Predicate, predicate
from pipeline.extract.referred import past_bracket, past_number
from pipeline.extract.subjects import Head
from pipeline.extract.themes import theme
from pipeline.extract.things import counted, sized_by
from pipeline.lexicon import words
from pipeline.patterns import clauses as c
from pipeline.records import Span

# 老年人家庭、|中心城区|122个公交站台: where the second is
WHERE = regex.compile(r"\s*(?:\L<part>)\s*", part=words("part_of_area"))
# 41个|问题|已整改39个, 12件|为民实事|办结11件: what was done of the things counted counts apart
DONE_OF_THEM = regex.compile(
    r"(?r)(?<=[\p{Han}”》]{2})(?:已经?|均|都|现)?(?:\L<outcome>)",
    outcome=(*words("outcome"), *words("outcome_of_works")),
)
HOW_WRONG = regex.compile(r"(?r)(?:违规|违法|擅自|超范围|超标准|重复|虚假|被继续|被)+")
LIST_OPENERS = frozenset(("、", "和", "与", "及", "以及", "并", "或"))
_LONGEST_THING = 8  # characters of what is counted before another act: 新建3座|泵站|、铺设管道
CLAUSES_BACK = 6  # in which a theme is sought
_NO_WORDS = frozenset(("", "至", "到"))  # 从业人员减少120人|至|3460人
_SPEAKING = {"moved", "to", "peer", "compared", "shifted", "grown", "basis", "rank", "level"}


class Mention(NamedTuple):
    """A figure with what is said of it: its predicate, the words before and behind it.

    ``cell`` is the one it stands in, ``position`` its place there; ``name`` is what a list makes
    of its subject, ``comparand`` what it is the size of.
    """

    figure: Figure
    said: Predicate
    subject: Span
    behind: Span
    cell: int
    opener: str
    position: int
    bracketed: bool
    name: Phrase = NOTHING
    comparand: Comparand | None = None

    @property
    def first_in_cell(self) -> bool:
        """Whether no figure of its cell stands before it."""
        return self.position == 0

    @property
    def subject_said(self) -> bool:
        """Whether words of its own stand before its predicate."""
        return self.subject.end > self.subject.start

    @property
    def unit(self) -> str:
        return self.figure.numeral.unit


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of the view with its cells.

    ``edges[i]`` says whether a word begins at ``i``; ``heads``, ``themes`` and ``texts`` are
    what was read so far; ``opening`` is the first cell without figures.
    """

    view: str
    span: Span
    cells: tuple[Cell, ...]
    edges: Sequence[int]
    heads: dict[Span, Head] = field(default_factory=dict, compare=False, repr=False)
    themes: dict[int, Phrase] = field(default_factory=dict, compare=False, repr=False)
    texts: dict[Span, Phrase] = field(default_factory=dict, compare=False, repr=False)
    opening: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Find the opening once: every row asks for it."""
        cells = enumerate(self.cells)
        found = next((at for at, cell in cells if not cell.figures), len(self.cells))
        object.__setattr__(self, "opening", found)

    def mentions(self) -> list[Mention]:
        """Give every figure with its predicate.

        The words between two figures of a cell go to the one they belong to.
        """
        found: list[Mention] = []
        for index, cell in enumerate(self.cells):
            nexts = [figure.numeral.span.start for figure in cell.figures[1:]] + [cell.span.end]
            if not cell.figures:
                continue
            said = [
                predicate(
                    self.view,
                    f.left,
                    f.numeral,
                    self.edges,
                    followed=self.view[f.end : n].strip() not in _NO_WORDS,
                )
                for f, n in zip(cell.figures, nexts, strict=True)
            ]
            said[0] = past_bracket(self.view, self.cells, index, said[0])
            for i in range(1, len(said)):
                said[i] = past_number(self.view, cell.figures[i - 1], said[i])
            sized = None
            for i, figure in enumerate(cell.figures):
                subject = (
                    said[i].subject
                    if i == 0
                    else self._between(
                        cell.figures[i - 1], said[i], bool(self.text(Span(figure.end, nexts[i])))
                    )[1]
                )
                if sized:  # the size of those counted before, and of nothing behind it
                    subject, sized = said[i].subject, None
                    behind = Span(figure.end, figure.end)
                elif i + 1 == len(cell.figures):
                    behind = Span(figure.end, cell.span.end)
                else:
                    following = bool(self.text(Span(cell.figures[i + 1].end, nexts[i + 1])))
                    between = self._between(figure, said[i + 1], following)[0]
                    behind = counted(self.view, figure, between, bounded=bool(said[i + 1].bound))
                    sized = sized_by(self.view, figure, cell.span.end)
                    behind = sized or behind
                    if self._speaks(said[i + 1]) and not self.nothing(subject):
                        behind = Span(figure.end, figure.end)
                before = self.view[figure.left.start : figure.left.end].rstrip()[-1:]
                opener = cell.opener if i == 0 else before if before in LIST_OPENERS else ""
                trimmed, aside = self._trimmed(subject), cell.bracketed
                found.append(Mention(figure, said[i], trimmed, behind, index, opener, i, aside))
        return found

    def _speaks(self, said: Predicate) -> bool:
        return any(kind in _SPEAKING for kind in said.said)

    def _between(self, first: Figure, said: Predicate, followed: bool) -> tuple[Span, Span]:
        """Part the words between two figures: behind the first, subject of the second.

        技改专项资金|支持; what was done with a sum is all of the second: 1250万元|建成甲、乙|2个.
        """
        span = said.subject
        among = c.AMONG_THEM.match(self.view, span.start)
        spent = first.numeral.unit.endswith("元") and followed and self._acts_on(span)
        if among or spent:
            opens = among.end() if among else span.start
            return Span(span.start, span.start), Span(opens, span.end)
        if among := c.AMONG.match(self.view, *span):
            return Span(span.start, among.start()), Span(span.end, span.end)
        listed = self.view.rfind("、", *span)
        if listed > 0 and WHERE.fullmatch(self.view, listed + 1, span.end):
            return Span(span.start, listed), Span(listed + 1, span.end)  # 2543户|老人家庭、中心城区|122个站台
        short = 0 < listed <= span.start + _LONGEST_THING and not followed
        if short and self._acts_on(own := Span(listed + 1, span.end)):
            return Span(span.start, listed), own  # 3座泵站、|铺设管道|12公里, 1.1万人就业、|人均|增收
        if self._speaks(said):
            return span, span
        cut = actions.trailing_action(self.view, span, self.edges)
        if not followed:  # 重点行业排污许可质量审查|19家, but 批次|1753亩
            if done := DONE_OF_THEM.match(self.view, *span):
                return Span(span.start, done.start()), span
            if listed > 0 and measures.is_measure(
                self.view[listed + 1 : span.end]
            ):  # 32个|批次、|面积4862亩
                return Span(span.start, listed), Span(listed + 1, span.end)
            if acted := actions.behind_subject(self.view, span, self.edges):
                how = HOW_WRONG.match(self.view, span.start + 2, acted)
                acted = how.start() if how else acted  # 2家单位|违规发放津补贴|31.5万元
                return Span(span.start, acted), Span(acted, span.end)
            return span, span if span.end - span.start > 3 else Span(span.end, span.end)
        return Span(span.start, cut), Span(cut, span.end)

    def _acts_on(self, span: Span) -> bool:
        """Whether a stretch opens with an act and says to what: 改造城东, not 改造; or says 人均."""
        said = self.view[span.start : span.end]
        own = Span(span.end - len(said.lstrip()), span.end)
        acts = own.start < actions.action(self.view, own, self.edges).end < own.end - 1
        return acts or c.PER_START.match(said) is not None

    def nothing(self, span: Span) -> bool:
        """Whether a subject names nothing of its own: blank, a preposition, a verb alone."""
        start = self.head(span).start
        text = self.text(Span(start, span.end))
        return (
            not text
            or self.view[start : span.end].rstrip().endswith("等")
            or bool(c.PREPOSITION_TAIL.fullmatch(text))
            or actions.action(self.view, Span(start, span.end), self.edges).end >= span.end
        )

    def head(self, span: Span) -> Head:
        """The subject in ``span`` without its opening words; read once."""
        found = self.heads.get(span)
        if found is None:
            found = self.heads[span] = subjects.head(self.view, span, self.edges)
        return found

    def theme(self, index: int) -> Phrase:
        """What the clause ``index`` is about, where it holds no figure; read once."""
        if index not in self.themes:
            self.themes[index] = theme(self.view, self.cells[index].span, self.edges)
        return self.themes[index]

    def first_theme(self) -> Phrase:
        """What the first clause without a figure, of the last few, is about."""
        last = range(max(0, len(self.cells) - CLAUSES_BACK), len(self.cells))
        found = (self.theme(index) for index in last if not self.cells[index].figures)
        return next(filter(None, found), NOTHING)

    def text(self, span: Span) -> Phrase:
        """What stands in ``span``, tidied; read once."""
        found = self.texts.get(span)
        if found is None:
            found = self.texts[span] = subjects.tidy(take(self.view, span, "subject"))
        return found

    def _trimmed(self, span: Span) -> Span:
        """Take what stands before the predicate that a subject has of its own.

        经济总量|跨过两个万亿元大关、超过6万亿元.
        """
        if self.view[span.start : span.end].rstrip().endswith("、") and (
            cut := c.CLAUSE_VERB.search(self.view, span.start + 2, span.end)
        ):
            return Span(span.start, cut.start())
        return span

    def subject_of(self, mention: Mention) -> Span:
        """The subject of a mention without its opening words."""
        return Span(self.head(mention.subject).start, mention.subject.end)

    def cut(self, text: str) -> tuple[str, ...]:
        """The words of a stretch of the sentence that reads ``text``."""
        at = self.view.find(text, self.span.start, self.span.end)
        if at < 0:
            return (text,)
        stops = [i for i in range(at + 1, at + len(text)) if self.edges[i]]
        return tuple(
            self.view[a:b] for a, b in zip([at, *stops], [*stops, at + len(text)], strict=True)
        )
