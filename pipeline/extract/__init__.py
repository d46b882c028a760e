"""extract: the numbers of a report, and the indicators they are figures of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.extract.bylines import bylines
from pipeline.extract.clauses import cells
from pipeline.extract.compared import Compared
from pipeline.extract.counted_places import with_counted_places
from pipeline.extract.discourse import Discourse, headings_of
from pipeline.extract.distributive import named_over, with_each
from pipeline.extract.finished import finished
from pipeline.extract.frozen import replace
from pipeline.extract.mentions import Sentence
from pipeline.extract.numerals import numerals
from pipeline.extract.owners import labelled, with_owners
from pipeline.extract.phrase import NOTHING, Phrase, supplied, take
from pipeline.extract.resolve import resolve
from pipeline.extract.row import NAMELESS, Row
from pipeline.extract.timing import Times
from pipeline.extract.topics import with_topics
from pipeline.extract.year_parts import When
from pipeline.patterns.framed import GOES_ON
from pipeline.patterns.headings import SENTENCE_END
from pipeline.patterns.numbers import SCRAP, plain, view_of
from pipeline.periods import Period
from pipeline.records import Indicator, Numeral, Passage, Section, Segmented, Span

__all__ = ["extract"]

_FIRST_YEAR, _LAST_YEAR = 1949, 2099
_GAP = 20  # blanks that may stand between two sentences
_EARLIER = 8  # rows of the sentences before that a figure may lean on


def extract(segmented: Segmented) -> tuple[tuple[Numeral, ...], tuple[Indicator, ...]]:
    """Find the numerals of the passages with what each is, and the indicators, in order."""
    report = segmented.report
    view = view_of(report.text)
    all_numerals: list[Numeral] = []
    indicators: list[Indicator] = []
    of_head = bylines(segmented)
    titles = {
        section.id: NOTHING if section.id in of_head else _title(view, section)
        for section in segmented.sections
    }
    headings = _headings(segmented, titles)
    said, at_section = Discourse(), ""
    last = NOTHING
    compared = Compared()
    framed: When | None = None
    earlier: tuple[Row, ...] = ()
    reviewed, planned = (
        Period.known(report.review_period, report.review_year),
        Period.known(report.plan_period, report.plan_year),
    )
    at = view.find(plain(report.title)) if report.title else -1
    document = Span(at, at + len(report.title)) if report.title and at >= 0 else Span(0, 0)
    together = list(_sentences(segmented.passages, report.text))
    view = _without_breaks(view, [span for span, passages in together if len(passages) > 1])
    passed: list[Span] = []  # sentences without figures behind the last one with some
    for span, passages in together:
        found = numerals(report.text, view, *span)
        if span.start < document.end:
            found = tuple(_of_title(numeral, document) for numeral in found)
        all_numerals.extend(found)
        section, kind = passages[0].section or "", passages[0].kind
        if section != at_section or _paragraph_ends(report.text, span.start):
            said, at_section = Discourse(headings.get(section, ())), section
            compared, earlier, framed = Compared(), (), None
            passed = []
        figures = [numeral for numeral in found if numeral.kind == "figure"]
        if not figures:
            if kind == "sentence":
                passed.append(span)
            continue
        if kind == "note":
            continue
        sentence = Sentence(view, span, cells(view, span, figures), segmented.edges)
        chained = view[max(0, span.start - _GAP) : span.start].rstrip().endswith(("；", ";"))
        times = Times(
            sentence,
            passages[-1].part,
            reviewed,
            planned,
            now=report.spoken_year,
            document=document,
            framed=framed if chained or GOES_ON.match(view, *span) else None,
        )
        framed = times.frame(chained=chained)
        compared = compared.after(chained=chained)
        resolved, compared = resolve(sentence, times, compared, earlier, chained=chained)
        rows = [
            row if row.name else row.named(_borrowed(last, titles.get(section, NOTHING), span))
            for row in resolved
        ]
        rows = with_counted_places(with_each(rows, sentence), sentence)
        said, passed = said.past(passed, view, segmented.edges), []
        rows, owner = with_owners(rows, sentence, said.owner, said.place, chained=chained)
        rows = labelled(rows, said.label)
        rows = with_topics(rows, sentence, said)
        last = next((row for row in reversed(rows) if not row.of_growth), rows[-1]).name
        earlier = (*earlier, *rows)[-_EARLIER:]
        said = said.after(sentence, rows, owner)
        for row in rows:
            at = row.mention.figure.numeral.number.start
            passage = next(p for p in passages if at < p.span.end)
            indicators.append(finished(times, named_over(row), len(indicators) + 1, passage.id))
    return tuple(all_numerals), tuple(indicators)


def _borrowed(last: Phrase, title: Phrase, span: Span) -> Phrase:
    """Name a change that opens a line (增长13.6%，…) by what was spoken of last, else the heading."""
    return last.by("sentence_before") or title or supplied("未指明", span.start, NAMELESS)


def _paragraph_ends(text: str, at: int) -> bool:
    """Tell whether a line ends before ``at``."""
    while at and text[at - 1] in " \u3000\t":
        at -= 1
    return not at or text[at - 1] in "\r\n"


def _of_title(numeral: Numeral, title: Span) -> Numeral:
    """2020县教育局工作总结: four digits that may be a year are one in a title."""
    inside = title.start <= numeral.span.start < title.end
    if (
        inside
        and numeral.kind == "figure"
        and _FIRST_YEAR <= numeral.low <= _LAST_YEAR
        and numeral.number.end - numeral.number.start == len("2020")
    ):
        return replace(numeral, kind="date", rule="year_of_title")
    return numeral


def _title(view: str, section: Section) -> Phrase:
    at = view.find(section.title, section.span.start) if section.title else -1
    return take(view, Span(at, at + len(section.title)), "heading") if at >= 0 else NOTHING


def _headings(segmented: Segmented, titles: dict[str, Phrase]) -> dict[str, tuple[Phrase, ...]]:
    """Give the themes of the heading of each section and of the one above it."""
    return {
        section.id: headings_of(
            segmented.edges,
            titles.get(section.id, NOTHING),
            titles.get(section.parent or "", NOTHING),
        )
        for section in segmented.sections
    }


def _sentences(
    passages: Sequence[Passage], text: str
) -> Iterator[tuple[Span, tuple[Passage, ...]]]:
    """Passages, and as one what a line break has torn apart: 广义货币M / 2 / 增长13.6%."""
    together: list[Passage] = []
    for passage in passages:
        if passage.kind == "furniture":
            continue
        in_table = passage.kind == "table"
        if together and (
            in_table or not _torn(text[slice(*together[-1].span)], text[slice(*passage.span)])
        ):
            yield Span(together[0].span.start, together[-1].span.end), tuple(together)
            together = []
        if not in_table:
            together.append(passage)
    if together:
        yield Span(together[0].span.start, together[-1].span.end), tuple(together)


def _without_breaks(view: str, torn: Sequence[Span]) -> str:
    """The view with blanks for the line breaks inside torn sentences; no character moves."""
    pieces, at = [], 0
    for start, end in torn:
        pieces += [view[at:start], view[start:end].replace("\n", " ").replace("\r", " ")]
        at = end
    return "".join([*pieces, view[at:]])


def _torn(before: str, after: str) -> bool:
    """Tell whether a break between two lines stands inside a sentence.

    A scrap of a line, or a line that opens with a closing mark.
    """
    if before[-1] in SENTENCE_END or before[-1] in "：:":
        return False
    return bool(SCRAP.fullmatch(after) or SCRAP.fullmatch(before) or after[0] in "，、）)》”%％")
