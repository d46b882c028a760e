"""What stands above a table: its title, the note of its unit, each read by itself, and what only
says which table of many it is, who made it, or when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from pipeline.patterns import tables as p
from pipeline.patterns import units as u
from pipeline.records import Span
from pipeline.tables.grid import Grid
from pipeline.tables.units import Unit, known_unit, unit

_LINES_BEFORE = 5  # between which and the grid a title may stand
_SHORT = 4  # characters of a unit that need not be known
_LONGEST = 80  # characters of a title, or of a line with a unit in it


_Kind = Literal["title", "time", "aside", "text"]


class Captions(NamedTuple):
    """Where title and unit stand."""

    title: Span | None = None
    unit: Span | None = None


def captions(grid: Grid, rows: int, floor: int, start: int) -> Captions:
    """Title and unit of a grid that begins at ``start``: those in its first ``rows``, else in the
    lines above it down to ``floor``."""
    inside = _read(grid.text, _cells_up(grid, rows))
    if inside.title and inside.unit:
        return inside
    above = _read(grid.text, _lines_up(grid.text, floor, start))
    return Captions(inside.title or above.title, inside.unit or above.unit)


def corner(grid: Grid, names: Iterable[int], rows: Iterable[int]) -> Span | None:
    """The unit that the cells over the names of the rows say: 单位：亿元, 指标（万元）."""
    for cell in (grid.at(row, column) for row in rows for column in names):
        if cell is None:
            continue
        note, _ = _parted(grid.text, cell.span)
        if note is None and (behind := u.BEHIND_NAMES.search(grid.text, *cell.span)):
            said = [unit(piece) for piece in p.UNIT_SPLIT.split(behind["unit"])]
            note = Span(*behind.span()) if all(map(_is_of_figures, said)) else None
        if note is not None:
            return note
    return None


def _is_of_figures(found: Unit | None) -> bool:
    """Whether a unit behind what names rows is that of their figures, and no word: 月份（月）."""
    if found is None or found.kind in ("time", "count"):
        return False
    return found.kind != "other" or found.factor > 1


def _read(text: str, pieces: Iterable[Span]) -> Captions:
    """Title and unit among pieces, the nearest to the heads first; a time alone is a title where
    nothing else is one."""
    found: dict[_Kind, Span] = {}
    unit = None
    for piece in pieces:
        note, rest = _parted(text, piece)
        rest = _without_maker(text, rest)
        words = text[slice(*rest)].strip("*_#　 \t")
        kind = _kind(words)
        if p.GOES_ON.fullmatch(words) and "title" not in found:
            return Captions(rest, unit)
        if "title" in found and kind != "aside":
            break
        unit = unit or note
        if kind == "text":
            break
        found.setdefault(kind, rest)
    return Captions(found.get("title") or found.get("time"), unit)


def _kind(words: str) -> _Kind:
    """What a piece may be to the table below it: ``aside`` says which of many it is or who made
    it, ``text`` goes before it."""
    timed = p.ASIDE.fullmatch(words) or p.TIME_NOTE.fullmatch(words)
    form = (p.FORM_NOTE, p.SAID_OF, p.SHEET_NAME)
    formal = not timed and any(one.fullmatch(words) for one in form)
    saved = u.SAVE_FOR.fullmatch(words)
    if formal or saved or not words or p.TABLE_NUMBER.fullmatch(words) or p.MAKER.fullmatch(words):
        return "aside"
    if not _may_be_title(words):
        return "text"
    return "time" if timed else "title"


def _without_maker(text: str, rest: Span) -> Span:
    """What stands before the words that say who made a table, where they follow its title."""
    made = p.MADE_BESIDE.search(text, *rest)
    return Span(rest.start, made.start()) if made else rest


def _parted(text: str, piece: Span) -> tuple[Span | None, Span]:
    """The note of a unit in a piece, and what stands beside it."""
    note = None
    if piece.end - piece.start <= _LONGEST:
        found = p.UNIT_NOTE_BESIDE.finditer(text, *piece)
        note = next((one for one in found if _is_unit(one["unit"])), None)
    if note is None:
        return _stated(text, piece)
    before, behind = Span(piece.start, note.start()), Span(note.end(), piece.end)
    rest = before if len(text[slice(*before)].strip()) >= _SHORT - 1 else behind
    return _bare(text, Span(*note.span())), _bare(text, rest)


def _stated(text: str, piece: Span) -> tuple[Span | None, Span]:
    """A note of a unit that does not say 单位：, alone or in brackets behind a title, and the rest."""
    if _is_note(text[slice(*piece)]):
        return piece, Span(piece.end, piece.end)
    behind = u.BEHIND_TITLE.search(text, *piece)
    if behind and _is_note(behind[0]) and not known_unit(behind[0]):
        return Span(*behind.span()), _bare(text, Span(piece.start, behind.start()))
    return None, piece


def _is_unit(said: str) -> bool:
    """Whether what follows 单位： is a unit, and not the body that made the table."""
    said = u.SAVE_FOR.sub("", said)
    pieces = p.UNIT_OR_SLASH.split(p.CURRENCY.sub("", said))
    short = len(said) <= _SHORT and unit(said) is not None
    return short or any(known_unit(piece) for piece in pieces if piece)


def _is_note(said: str) -> bool:
    """Whether words say nothing but a unit: （亿元）, 除另有说明外，金额单位为人民币千元."""
    found = u.UNIT_STATED.fullmatch(said) if len(said) <= _LONGEST else None
    if u.BEHIND_TITLE.fullmatch(said) and all(map(known_unit, p.UNIT_SPLIT.split(said[1:-1]))):
        return True
    if found is None or not any(map(found.group, ("open", "lead", "currency", "save"))):
        return False
    return known_unit(found["unit"]) is not None


def _bare(text: str, span: Span) -> Span:
    words = text[slice(*span)]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def _may_be_title(words: str) -> bool:
    if len(words) > _LONGEST or p.SENTENCE_MARK.search(u.BEHIND_TITLE.sub("", words)):
        return False
    return words[-1:] not in "，,：:" and not words.startswith(("!", "|", "http"))


def _cells_up(grid: Grid, rows: int) -> Iterator[Span]:
    """The cells of the rows above the heads, the nearest first."""
    for row in range(rows - 1, -1, -1):
        yield from (cell.span for cell in grid.row(row) if grid.said(cell))


def _lines_up(text: str, floor: int, start: int) -> Iterator[Span]:
    """What stands in the lines above a place, parted by wide gaps, the nearest first."""
    end, seen = start - 1, 0
    while end > floor and seen < _LINES_BEFORE:
        begin = max(text.rfind("\n", 0, end) + 1, floor)
        pieces = [Span(*match.span()) for match in p.CAPTION_PIECE.finditer(text, begin, end)]
        yield from reversed(pieces)
        seen += bool(pieces)
        end = begin - 1
