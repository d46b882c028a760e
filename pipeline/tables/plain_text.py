"""Tables written in plain text: rows of Markdown, cells parted by tabs or by wide gaps, and files
of values parted by commas."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.patterns import tables as p
from pipeline.records import Cells, Span, TableCell

_FEWEST = 2  # rows of a table
_LONGEST_SECTION = 30  # characters of a line inside a table that has one cell only
_MOST_BROKEN = 6  # lines of one row of values
_WIDE = ("\u3000", "&emsp;")
Row = list[Span]
_Form = Callable[[str, Span], Row | None]


def text_grids(text: str) -> Iterator[Cells]:
    """The cells of every grid that ``text`` writes out, in order."""
    forms = _forms(text)
    if not forms:
        return
    lines = list(_unbroken(text, _lines(text)))
    if values := _separated(text, lines):
        yield _cells(text, values)
        return
    at = 0
    while at < len(lines):
        for row_of in forms:
            end = _reach(text, lines, at, row_of)
            rows = [row_of(text, line) or [line] for line in lines[at:end]]
            if row_of is _piped:
                rows = [row for row in rows if not _is_rule(text, row)]
            if len(rows) >= _FEWEST and _are_cells(row_of, rows):
                yield _cells(text, rows)
                at = end - 1
                break
        at += 1


def _forms(text: str) -> list[_Form]:
    """The ways of writing a row for which ``text`` has the signs."""
    signs = (
        (_piped, p.PIPE.search(text)),
        (_tabbed, "\t" in text),
        (_gapped, any(gap.search(text) for gap in p.GAPS_INSIDE)),
    )
    written: list[_Form] = [form for form, found in signs if found]
    return [*written, *(form for form in _OF_VALUES if form.mark in text)]


class _Values:
    """Cells parted by a mark, which a quoted one may hold, in a line that is no sentence."""

    def __init__(self, mark: str) -> None:
        self.mark = mark

    def __call__(self, text: str, line: Span) -> Row | None:
        """The cells of a line."""
        if self.mark not in text[slice(*line)] or p.SENTENCE_MARK.search(text, *line):
            return None
        row = _values(text, line, self.mark)
        return row if len(row) > 1 else None


_OF_VALUES = (_Values(","), _Values(";"))


def _are_cells(form: _Form, rows: Sequence[Row]) -> bool:
    """Whether rows have several cells; as many in most of them, where commas part them: not lines
    of prose with a comma here and there."""
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths or form not in _OF_VALUES:
        return bool(widths)
    width, count = widths.most_common(1)[0]
    return width == max(widths) and count >= _FEWEST and count * 2 > widths.total()


def _lines(text: str) -> Iterator[Span]:
    """Every line, the blank ones as empty spans."""
    at = 0
    for line in text.splitlines(keepends=True):
        content = line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
        start = at + (len(content) - len(content.lstrip()) if content.strip() else 0)
        yield Span(start, at + len(content.rstrip()) if content.strip() else start)
        at += len(line)


def _unbroken(text: str, lines: Iterable[Span]) -> Iterator[Span]:
    """The lines, those that end inside a quoted value with those in which it goes on."""
    open_: Span | None = None
    broken = 0
    for line in lines:
        quotes = text.count('"', *line)
        if open_ is None and not (quotes % 2 and p.QUOTED_VALUE.search(text, *line)):
            yield line
            continue
        open_ = Span(open_.start if open_ else line.start, line.end)
        broken += 1
        if (quotes % 2 and broken > 1) or broken > _MOST_BROKEN:
            yield open_
            open_, broken = None, 0
    if open_ is not None:
        yield open_


def _reach(
    text: str, lines: Sequence[Span], at: int, row_of: _Form
) -> int:
    """Where the table that begins at a line ends: a short line of one cell
    between two rows belongs to it."""
    end = at
    while end < len(lines):
        if row_of(text, lines[end]):
            end += 1
        elif (
            end > at
            and row_of is not _piped
            and row_of is not _gapped
            and end + 1 < len(lines)
            and _is_section(text, lines[end])
            and row_of(text, lines[end + 1])
        ):
            end += 2
        else:
            break
    return end


def _is_section(text: str, line: Span) -> bool:
    return (
        0 < line.end - line.start <= _LONGEST_SECTION
        and p.SENTENCE_MARK.search(text, *line) is None
    )


def _piped(text: str, line: Span) -> Row | None:
    """The cells of ``| a | b |``; the outer bars may be missing or stand inside a bold mark."""
    start, end = line
    while start < end and text[start] in "*_ ":
        start += 1
    bars = [match.start() for match in p.PIPE.finditer(text, start, end)]
    if not bars:
        return None
    edges = [start - 1, *bars] if bars[0] != start else bars
    if text[edges[-1] + 1 : end].strip("*_ "):
        edges.append(end)
    return [Span(a + 1, b) for a, b in pairwise(edges)] if len(edges) > 2 else None


def _is_rule(text: str, row: Row) -> bool:
    start, end = row[0].start, row[-1].end
    return p.RULE_LINE.fullmatch(text, start, end) is not None and "-" in text[start:end]


def _tabbed(text: str, line: Span) -> Row | None:
    tabs = [match.span() for match in p.TAB.finditer(text, *line)]
    return _parted(text, line, tabs) if tabs else None


def _gapped(text: str, line: Span) -> Row | None:
    """Cells parted by two blanks and more; of two cells and more, so that a line with one gap is
    enough only among its like."""
    gaps = [match.span() for match in p.GAP.finditer(text, *line)]
    return (
        _parted(text, line, gaps) if gaps and p.SENTENCE_MARK.search(text, *line) is None else None
    )


def _parted(text: str, line: Span, gaps: Sequence[tuple[int, int]]) -> Row:
    starts = [_line_start(text, line.start), *(end for _, end in gaps)]
    return [
        Span(a, b) for a, b in zip(starts, [*(start for start, _ in gaps), line.end], strict=True)
    ]


def _line_start(text: str, at: int) -> int:
    while at and text[at - 1] in " \u3000\u00a0":
        at -= 1
    return at


def _separated(text: str, lines: Sequence[Span]) -> list[Row]:
    """The rows where the whole text is values parted by commas, as many in each
    line; none where it is not."""
    filled = [line for line in lines if line.end > line.start]
    if len(filled) < _FEWEST or "," not in text[slice(*filled[0])]:
        return []
    rows = [_values(text, line, ",") for line in filled]
    widths = {len(row) for row in rows}
    return rows if len(widths) == 1 and widths.pop() > 1 else []


def _values(text: str, line: Span, mark: str) -> Row:
    """The values of one line; a quoted one may hold commas."""
    row, at = [], _line_start(text, line.start)
    for value in next(csv.reader([text[at : line.end]], delimiter=mark)):
        quoted = text[at : at + 1] == '"'
        end = at + len(value) + (2 + value.count('"') if quoted else 0)
        row.append(Span(at + quoted, end - quoted))
        at = end + 1
    return row


def _cells(text: str, rows: Sequence[Row]) -> Cells:
    return Cells(
        cell
        for number, row in enumerate(rows)
        for column, span in enumerate(row)
        if (cell := cell_at(text, number, column, span))
    )


def cell_at(
    text: str, row: int, column: int, span: Span, *, rows: int = 1, columns: int = 1
) -> TableCell | None:
    """The cell in a stretch of text, without the dress round it; None where nothing is left.

    Wide blanks before it are its indent.
    """
    start, end = span
    first = p.CELL_EDGE.match(text, start, end)
    lead = text[start : first.end()] if first else ""
    start += len(lead)
    end = next(
        (edge.start() for edge in p.CELL_EDGE.finditer(text, start, end) if edge.end() == end), end
    )
    indent = sum(map(lead.count, _WIDE)) + (lead.count("\u00a0") + lead.count("&nbsp;")) // 2
    if indent == 0 and "<br" not in lead and lead.isspace() and len(lead) > 2:
        indent = len(lead) // 2
    return TableCell(row, column, Span(start, end), rows, columns, indent) if end > start else None
