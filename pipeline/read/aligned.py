"""Tables without lines: rows whose cells stand below each other, parted by strips that nearly no row crosses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from pipeline.patterns.tables import NUMBERED_TITLE, SENTENCE_MARK, TABLE_NOTE, UNIT_NOTE
from pipeline.read.glyphs import Glyph
from pipeline.read.lines import Row, line_of
from pipeline.read.ruled import CellText, Found, seen_of
from pipeline.tables import kind_of

_GAP = 0.9  # sizes between two cells
_FEWEST = 3  # rows with cells that a table has
_ALONE = 2  # rows of one cell in succession that do not end it
_CROSSING = 0.12  # of the rows may cross a strip: heads over several columns
_NEAR = 0.4  # sizes between two cells with such a strip between them
_STRIP = 0.45  # sizes a strip is wide at least
_TIGHT = 0.8  # of the usual distance of rows: nearer, a line goes on with the one above
_NEXT_LINE = 1.8  # sizes from one line of a head to the next
_CENTRED = 0.8
_MOST_WIDE = 3000  # points


def aligned(rows: Sequence[Row], ruled: Sequence[Found]) -> Iterator[Found]:
    """The tables among the rows of a page outside those that are drawn."""
    drawn = {n for table in ruled for n in range(table.first, table.last)}
    runs = [list(row.runs(_GAP)) if n not in drawn else [] for n, row in enumerate(rows)]
    at = 0
    while at < len(rows):
        last = _reach(rows, runs, at)
        if last - at >= _FEWEST and sum(len(run) > 1 for run in runs[at:last]) >= _FEWEST:
            found = _table(rows, runs, at, last)
            if found is not None:
                yield found
            at = last
        else:
            at = max(last, at + 1)


def _reach(rows: Sequence[Row], runs: Sequence[list[tuple[Glyph, ...]]], at: int) -> int:
    """Where a stretch of rows with cells ends that begins at a row: at a sentence, a title, and where new heads follow on figures."""
    if len(runs[at]) < 2:
        return at
    last, alone, figures = at + 1, 0, False
    for n in range(at, len(runs)):
        kinds = [kind_of(line_of(Row(run)).text) for run in runs[n]]
        heads = len(kinds) > 1 and set(kinds) == {"text"} and kinds != ["text"] * 2
        if not runs[n] or (figures and heads) or (len(kinds) < 2 and _is_between(line_of(rows[n]).text)):
            break
        alone = alone + 1 if len(kinds) < 2 else 0
        if alone > _ALONE:
            break
        figures = figures or "number" in kinds[1:]
        if not alone:
            last = n + 1
    return last


def _is_between(text: str) -> bool:
    """Whether a line stands between tables: a sentence, a title, a unit, a note."""
    return bool(SENTENCE_MARK.search(text) or NUMBERED_TITLE.match(text) or UNIT_NOTE.fullmatch(text) or TABLE_NOTE.match(text))


def _table(rows: Sequence[Row], runs: Sequence[list[tuple[Glyph, ...]]], first: int, last: int) -> Found | None:
    size = median(row.size for row in rows[first:last])
    low, high, strips = _strips(runs[first:last], size)
    if not strips:
        return None
    edges = [low, *((left + right) / 2 for left, right in strips), high]
    runs = [*runs[:first], *(_parted(run, strips) for run in runs[first:last]), *runs[last:]]
    while first > 0 and _tops(rows[first - 1], runs[first - 1], rows[first], edges):
        first -= 1
    lines = [_line(runs[n], edges) for n in range(first, last)]
    figures = [_has_figures(line) for line in lines]
    _merge_heads(lines, figures, rows[first:last], runs[first:last])
    if sum(figures) < _FEWEST - 1:
        return None
    gaps = [rows[n].baseline - rows[n + 1].baseline for n in range(first, last - 1) if figures[n - first] and figures[n + 1 - first]]
    pitch = median(gaps) if gaps else 0.0
    while last < len(rows) and len(runs[last]) == 1 and rows[last].right <= edges[1] and rows[last - 1].baseline - rows[last].baseline < _TIGHT * pitch:
        lines.append(_line(runs[last], edges))  # the name of the last row goes on
        figures.append(False)
        last += 1
    here = rows[first:last]
    cells = _gathered(lines, figures, [row.baseline for row in here], pitch)
    return Found(first, last, here[0].baseline, tuple(edges), cells, tuple(row.baseline for row in here), size, seen_of(here))


def _tops(row: Row, runs: Sequence[tuple[Glyph, ...]], head: Row, edges: Sequence[float]) -> bool:
    """Whether a line is the first of a head that is broken over several: right above, and within one column."""
    if len(runs) != 1 or row.baseline - head.baseline > _NEXT_LINE * row.size or _is_between(line_of(row).text):
        return False
    starts = [run[0].x for run in head.runs(_GAP)]
    for left, right in pairwise(edges[1:]):
        behind = min((start for start in starts if start > right - 1), default=right + 1)
        if left - 1 <= row.left < right and row.right <= max(behind - row.size / 2, right + 1):
            return True
    return False


def _strips(runs: Sequence[list[tuple[Glyph, ...]]], size: float) -> tuple[float, float, list[tuple[float, float]]]:
    """The left and right ends of the rows with cells, and the strips that few of them cross: these part the columns."""
    cells = [run for run in runs if len(run) > 1]
    low, high = min(run[0][0].x for run in cells), max(run[-1][-1].right for run in cells)
    wide = int(high - low) + 1
    if wide > _MOST_WIDE:
        return low, high, []
    steps = [0] * (wide + 2)
    for run in cells:
        for part in run:
            steps[max(0, int(part[0].x - low))] += 1
            steps[min(wide, int(part[-1].right - low)) + 1] -= 1
    strips, covered, free = [], 0, 0
    for place in range(wide + 1):
        covered += steps[place]
        if covered <= _CROSSING * len(cells):
            free += 1
        else:
            if free >= _STRIP * size and place > free:
                strips.append((low + place - free, low + place))
            free = 0
    return low, high, strips


def _parted(runs: list[tuple[Glyph, ...]], strips: Sequence[tuple[float, float]]) -> list[tuple[Glyph, ...]]:
    """The cells of a row, also where two heads stand so near that only the strip between their columns parts them."""
    if len(runs) < 2:
        return runs
    found: list[tuple[Glyph, ...]] = []
    for run in runs:
        start = 0
        for at, (before, after) in enumerate(pairwise(run), 1):
            near = after.x - before.right > _NEAR * after.size
            if near and any(before.right < right + 1 and after.x > left - 1 for left, right in strips):
                found.append(run[start:at])
                start = at
        found.append(run[start:])
    return found


def _line(runs: Sequence[tuple[Glyph, ...]], edges: Sequence[float]) -> list[CellText]:
    """The cells of a row: each run in the columns that it covers."""
    cells: list[CellText] = []
    for run in runs:
        left, right = run[0].x, run[-1].right
        over = [c for c in range(len(edges) - 1) if min(right, edges[c + 1]) - max(left, edges[c]) > 0.35 * min(right - left, edges[c + 1] - edges[c])]
        column = over[0] if over else max(0, sum(left >= edge for edge in edges[:-1]) - 1)
        text = line_of(Row(run)).text.replace("\t", " ")
        if cells and column < cells[-1].column + cells[-1].width:
            cells[-1] = cells[-1]._replace(text=cells[-1].text + text)
        else:
            cells.append(CellText(text, column, max(1, len(over)), 1, max(0, round((left - edges[0]) / run[0].size)) if column == 0 else 0))
    return cells


def _merge_heads(lines: list[list[CellText]], figures: Sequence[bool], rows: Sequence[Row], runs: Sequence[list[tuple[Glyph, ...]]]) -> None:
    """Heads broken over several lines as one: what stands right above, in one column and centred on it."""
    heads = figures.index(True) if True in figures else 0
    middles = [{cell.column: ((run[0].x + run[-1].right) / 2, run[0].x) for cell, run in zip(lines[n], runs[n], strict=False)} for n in range(heads)]
    for n in range(heads - 1):
        if not lines[n] or rows[n].baseline - rows[n + 1].baseline > _NEXT_LINE * rows[n].size or len(lines[n + 1]) != len(runs[n + 1]):
            continue
        below = {cell.column: cell for cell in lines[n + 1]}
        shared = [cell for cell in lines[n] if cell.column in below]
        places = [(middles[n].get(cell.column, (0.0, 0.0)), middles[n + 1][cell.column]) for cell in shared]
        fits = all(min(abs(a - b) for a, b in zip(*pair, strict=True)) < _CENTRED * rows[n].size for pair in places)
        if shared and fits and all(cell.width == 1 for cell in (*lines[n], *lines[n + 1])):
            above = {cell.column: cell for cell in lines[n]}
            lines[n + 1] = [_stacked(above.get(column), below.get(column)) for column in sorted({*above, *below})]
            middles[n + 1] |= {column: middle for column, middle in middles[n].items() if column not in middles[n + 1]}
            lines[n] = []


def _stacked(above: CellText | None, below: CellText | None) -> CellText:
    if above is None or below is None:
        one = above or below
        assert one is not None
        return one
    return above._replace(text=above.text + below.text)


def _has_figures(line: Sequence[CellText]) -> bool:
    return any(cell.column > 0 and kind_of(cell.text) == "number" for cell in line)


def _gathered(lines: Sequence[list[CellText]], figures: Sequence[bool], heights: Sequence[float], pitch: float) -> list[list[CellText]]:
    """The rows; a name alone that stands tightly above or below a row with figures is part of its name."""
    done: list[list[CellText]] = []
    waiting = ""  # the first lines of a name
    seen = False
    for n, line in enumerate(lines):
        if not line:
            continue
        alone = not figures[n] and len(line) == 1 and line[0].column == 0
        above = n > 0 and heights[n - 1] - heights[n] < _TIGHT * pitch
        below = n + 1 < len(lines) and heights[n] - heights[n + 1] < _TIGHT * pitch
        if alone and below and seen and not (above and done and figures[n - 1]):
            waiting += line[0].text
            continue
        if alone and above and seen and done and done[-1] and done[-1][0].column == 0:
            done[-1][0] = done[-1][0]._replace(text=done[-1][0].text + line[0].text)
            continue
        seen = seen or figures[n] or (n + 1 < len(lines) and figures[n + 1])
        done.append(_named(line, waiting))
        waiting = ""
    return done


def _named(line: Sequence[CellText], name: str) -> list[CellText]:
    if not name:
        return list(line)
    if line and line[0].column == 0:
        return [line[0]._replace(text=name + line[0].text), *line[1:]]
    return [CellText(name, 0), *line]
