"""A sentence read: every figure with its predicate, and the words that may name it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.extract import actions, subjects
from pipeline.extract.between import parted, speaks
from pipeline.extract.clauses import Cell, Figure
from pipeline.extract.phrase import NOTHING, Phrase, take
from pipeline.extract.predicates import Comparand, Predicate, predicate
from pipeline.extract.referred import past_bracket, past_number
from pipeline.extract.subjects import Head
from pipeline.extract.themes import theme
from pipeline.extract.things import counted, sized_by
from pipeline.patterns import clauses as c
from pipeline.records import Span

LIST_OPENERS = frozenset(("、", "和", "与", "及", "以及", "并", "或"))
CLAUSES_BACK = 6  # in which a theme is sought
_NO_WORDS = frozenset(("", "至", "到"))  # 从业人员减少120人|至|3460人


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
            stretches = map(Span, (figure.end for figure in cell.figures), nexts)
            followed = [bool(self.text(stretch)) for stretch in stretches]
            parts = [
                parted(self.view, self.edges, before, own, followed=more)
                for before, own, more in zip(cell.figures, said[1:], followed[1:], strict=False)
            ]
            sized = None
            for i, figure in enumerate(cell.figures):
                subject = parts[i - 1][1] if i else said[i].subject
                if sized:  # the size of those counted before, and of nothing behind it
                    subject, sized = said[i].subject, None
                    behind = Span(figure.end, figure.end)
                elif i + 1 == len(cell.figures):
                    behind = Span(figure.end, cell.span.end)
                else:
                    bounded = bool(said[i + 1].bound)
                    behind = counted(self.view, figure, parts[i][0], bounded=bounded)
                    sized = sized_by(self.view, figure, cell.span.end)
                    behind = sized or behind
                    if speaks(said[i + 1]) and not self.nothing(subject):
                        behind = Span(figure.end, figure.end)
                before = self.view[figure.left.start : figure.left.end].rstrip()[-1:]
                opener = cell.opener if i == 0 else before if before in LIST_OPENERS else ""
                trimmed, aside = self._trimmed(subject), cell.bracketed
                found.append(Mention(figure, said[i], trimmed, behind, index, opener, i, aside))
        return found

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

    def begin_at(self, span: Span, start: int) -> None:
        """Read the head of a subject anew: it begins behind a verb of change (压减|会议|32%)."""
        behind = Span(start, start)
        self.heads[span] = self.head(span)._replace(start=start, action=behind)

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
