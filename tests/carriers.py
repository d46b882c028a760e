"""The labelled tables in every format that carries one, with their merged cells, and how many of their figures each gives.

    python -m tests.carriers [-e] [--only=FORMAT] [case.md …]    (default: all cases; -e shows what is wrong)

A case may say with ``%merge top left bottom right`` which of its cells are one: where Markdown has blanks, other formats have a cell over rows and columns.
"""

from __future__ import annotations

import io
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from difflib import SequenceMatcher
from html import escape
from pathlib import Path
from typing import Any

import docx
import openpyxl
from openpyxl.styles import Alignment
from reportlab.pdfgen.canvas import Canvas

from pipeline.chain import analyse
from pipeline.emit import emit
from pipeline.read import read_bytes
from pipeline.tables.figures import figure

from . import ofd
from .setting import Rule, Setting, laid
from .sheets import HEIGHT, WIDTH, Place, drawn_plain, width_of
from .tabled import Cell, cases, expected, faults, parts

Merge = tuple[int, int, int, int]
_MILLIMETRES = 25.4 / 72
_NUMBER = re.compile(r"-?\d{1,3}(?:,\d{3})*(?:\.(\d+))?|-?\d+(?:\.(\d+))?")


@dataclass(frozen=True)
class Case:
    """A table in its words: the lines above it, its rows, its merged cells, the lines below."""

    above: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    merged: tuple[Merge, ...]
    below: tuple[str, ...]

    def spans(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Rows and columns of each cell that covers several, by its place."""
        return {
            (top, left): (bottom - top + 1, right - left + 1)
            for top, left, bottom, right in self.merged
        }

    def covered(self) -> set[tuple[int, int]]:
        """The places that a cell from elsewhere covers."""
        return {
            (r, c)
            for top, left, bottom, right in self.merged
            for r in range(top, bottom + 1)
            for c in range(left, right + 1)
            if (r, c) != (top, left)
        }


def case_of(path: Path) -> Case:
    """A case as its formats show it."""
    text, said = parts(path)
    lines = text.splitlines()
    at = [n for n, line in enumerate(lines) if line.startswith("|")]
    rows = [
        tuple(
            cell.rstrip(" ").removeprefix(" ").replace("<br>", "\n")
            for cell in lines[n].strip().strip("|").split("|")
        )
        for n in at
        if "---" not in lines[n]
    ]
    wide = max(map(len, rows))
    merged = tuple(tuple(map(int, line.split()[1:])) for line in said if line.startswith("%merge"))
    kept = [line.strip("#* \u3000") if line.startswith(("#", "*")) else line for line in lines]
    return Case(
        tuple(filter(None, kept[: at[0]])),
        tuple(row + ("",) * (wide - len(row)) for row in rows),
        merged,
        tuple(filter(None, kept[at[-1] + 1 :])),  # type: ignore[arg-type]
    )


def as_markdown(path: Path) -> bytes:
    """The case as it is written."""
    return parts(path)[0].encode()


def as_html(path: Path) -> bytes:
    """A page with ``rowspan`` and ``colspan``."""
    case = case_of(path)
    spans, covered = case.spans(), case.covered()
    body = []
    for r, row in enumerate(case.rows):
        cells = []
        for c, word in enumerate(row):
            if (r, c) not in covered:
                height, width = spans.get((r, c), (1, 1))
                shape = (f' rowspan="{height}"' if height > 1 else "") + (
                    f' colspan="{width}"' if width > 1 else ""
                )
                cells.append(f"<td{shape}><p>{escape(word).replace(chr(10), '<br>')}</p></td>")
        body.append(f"<tr>{''.join(cells)}</tr>")
    above, below = (
        "".join(f"<p>{escape(line)}</p>" for line in lines) for lines in (case.above, case.below)
    )
    return f"<html><head><meta charset='utf-8'></head><body>{above}<table>{''.join(body)}</table>{below}</body></html>".encode()


def as_docx(path: Path) -> bytes:
    """A Word file."""
    case = case_of(path)
    file = docx.Document()
    for line in case.above:
        file.add_paragraph(line)
    table = file.add_table(len(case.rows), len(case.rows[0]))
    for r, row in enumerate(case.rows):
        for c, word in enumerate(row):
            if word:
                table.cell(r, c).text = word
    for top, left, bottom, right in case.merged:
        table.cell(top, left).merge(table.cell(bottom, right))
    for line in case.below:
        file.add_paragraph(line)
    data = io.BytesIO()
    file.save(data)
    return data.getvalue()


def as_xlsx(path: Path) -> bytes:
    """A workbook: titles in the first rows over the width of the table, numbers as numbers in a style that shows them as written."""
    case = case_of(path)
    book = openpyxl.Workbook()
    sheet = book.active
    wide = len(case.rows[0])
    for line in case.above:
        sheet.append([line])
        sheet.merge_cells(
            start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=wide
        )
    start = len(case.above) + 1
    for r, row in enumerate(case.rows, start):
        for c, word in enumerate(row, 1):
            if word:
                _fill(sheet.cell(r, c), word)
    for top, left, bottom, right in case.merged:
        sheet.merge_cells(
            start_row=start + top,
            end_row=start + bottom,
            start_column=left + 1,
            end_column=right + 1,
        )
    for n, line in enumerate(case.below, start + len(case.rows)):
        sheet.cell(n, 1).value = line
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _fill(cell: Any, word: str) -> None:
    plain = word.strip()
    number = _NUMBER.fullmatch(plain)
    if number is None or (len(plain) > 1 and plain[0] == "0" and "." not in plain):
        cell.value = plain
        cell.alignment = Alignment(indent=len(word) - len(word.lstrip("\u3000")))
        return
    decimals = len(number[1] or number[2] or "")
    cell.value = float(plain.replace(",", "")) if decimals else int(plain.replace(",", ""))
    cell.number_format = ("#,##0" if "," in plain else "0") + (
        "." + "0" * decimals if decimals else ""
    )


def as_csv(path: Path) -> bytes:
    """A file of values parted by commas, as Excel saves a sheet: as many in each line."""
    case = case_of(path)
    wide = len(case.rows[0])
    rows = [
        *((line, *[""] * (wide - 1)) for line in case.above),
        *case.rows,
        *((line, *[""] * (wide - 1)) for line in case.below),
    ]
    return (
        "\n".join(
            ",".join(f'"{word}"' if "," in word else word.replace("\n", "") for word in row)
            for row in rows
        ).encode()
        + b"\n"
    )


def pages_of(path: Path, setting: Setting) -> tuple[list[Place], list[Rule]]:
    """The places and the lines of a page with the case."""
    case = case_of(path)
    places, y = [], HEIGHT - 60
    for line in case.above:
        places.append(Place(line, 60, y, 11))
        y -= 18
    table, rules = laid(case.rows, case.spans(), case.covered(), setting, y)
    places += table
    y = min(place.y for place in places) - 26
    for line in case.below:
        places.append(Place(line, 60, y, 9))
        y -= 14
    return places, rules


def as_pdf(path: Path, setting: Setting, *, ruled: bool) -> bytes:
    """A page, with lines round the cells or without one."""
    places, rules = pages_of(path, setting)
    data = io.BytesIO()
    width_of("登", 9)  # registers the font
    canvas = Canvas(data, pagesize=(max(WIDTH, 1400), HEIGHT), invariant=1)
    for place in places:
        drawn_plain(canvas, place)
    for rule in rules if ruled else ():
        canvas.line(*rule)
    canvas.showPage()
    canvas.save()
    return data.getvalue()


def as_ofd(path: Path, setting: Setting, *, ruled: bool) -> bytes:
    """The same page as an OFD file."""
    places, rules = pages_of(path, setting)

    def stroke(x0: float, y0: float, x1: float, y1: float) -> str:
        low, left, wide, high = min(y0, y1), min(x0, x1), abs(x1 - x0), abs(y1 - y0)
        box = f"{left * _MILLIMETRES} {(HEIGHT - low - high) * _MILLIMETRES} {max(wide, 0.1) * _MILLIMETRES} {max(high, 0.1) * _MILLIMETRES}"
        return f'<ofd:PathObject ID="9" Boundary="{box}"><ofd:AbbreviatedData>M 0 0 L {wide * _MILLIMETRES} {high * _MILLIMETRES}</ofd:AbbreviatedData></ofd:PathObject>'

    def drawn(place: Place, number: int) -> str:
        lines = "".join(stroke(*rule) for rule in rules) if ruled and place is places[0] else ""
        return lines + ofd.plain(place, number)

    return ofd.written(ofd.Document([places], drawn=drawn))


WIDE = Setting(gap=26, name=24, head=16)
FORMATS: dict[str, Callable[[Path], bytes]] = {
    "a.md": as_markdown,
    "a.html": as_html,
    "a.docx": as_docx,
    "a.xlsx": as_xlsx,
    "a.csv": as_csv,
    "a.pdf": lambda path: as_pdf(path, WIDE, ruled=True),
    "a.ofd": lambda path: as_ofd(path, WIDE, ruled=True),
    "gaps.pdf": lambda path: as_pdf(path, WIDE, ruled=False),
}


def number_of(word: str) -> Decimal | None:
    """The number of a cell, whatever the form in which a format shows it."""
    found = figure(word)
    return found.low if found else None


def found_at(wanted: Sequence[Cell], document: Mapping[str, Any]) -> Iterator[Cell]:
    """The cells of a case where they stand in the text of a document of another format: in the same order, with the same numbers."""
    cells = [cell for table in document["tables"] for cell in table["cells"]]
    if (moved := _moved(wanted, cells, document["text"])) is not None:
        yield from moved
        return
    spans = [
        tuple(cell["span"])
        for cell in sorted(cells, key=lambda cell: cell["span"])
        if number_of(document["text"][slice(*cell["span"])]) is not None
    ]
    numbers = [number_of(document["text"][slice(*span)]) for span in spans]
    ordered = sorted(wanted, key=lambda cell: cell.span)
    blocks = SequenceMatcher(
        None, [number_of(cell.text) for cell in ordered], numbers, autojunk=False
    ).get_matching_blocks()
    place = {a + n: spans[b + n] for a, b, size in blocks for n in range(size)}
    for n, cell in enumerate(ordered):
        yield replace(cell, span=place.get(n, (-2, -1)))  # type: ignore[arg-type]


def _moved(
    wanted: Sequence[Cell], cells: Sequence[Mapping[str, Any]], text: str
) -> list[Cell] | None:
    """The cells by row and column, where a grid is that of the case, some rows further down."""
    at = {(cell["row"], cell["column"]): tuple(cell["span"]) for cell in cells}
    for down in range(-3, 6):
        spans = [at.get((cell.row + down, cell.column), (-2, -1)) for cell in wanted]
        same = [
            number_of(text[slice(*span)]) == number_of(cell.text)
            for cell, span in zip(wanted, spans, strict=True)
        ]
        if sum(same) * 10 >= 9 * len(wanted):
            return [replace(cell, span=span) for cell, span in zip(wanted, spans, strict=True)]  # type: ignore[arg-type]
    return None


def wrong(path: Path, name: str, data: bytes) -> tuple[int, list[tuple[str, list[str]]]]:
    """How many cells a case has, and those that a format gives wrongly, with their faults."""
    text, said = parts(path)
    wanted = list(expected(text, said))
    document = emit(analyse(read_bytes(data, place=name)), model="test")
    found = [
        (cell.text, odd) for cell in found_at(wanted, document) if (odd := faults(cell, document))
    ]
    return len(wanted), found


def main() -> None:
    only = [arg.removeprefix("--only=") for arg in sys.argv[1:] if arg.startswith("--only=")]
    paths = [Path(arg) for arg in sys.argv[1:] if not arg.startswith("-")] or [
        *cases(aside=False),
        *cases(aside=True),
    ]
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for path in paths:
        for name, write in FORMATS.items():
            if only and name not in only:
                continue
            every, odd = wrong(path, name, write(path))
            sums[name][0] += every - len(odd)
            sums[name][1] += every
            if odd:
                print(
                    path.stem,
                    name,
                    f"{every - len(odd)}/{every}",
                    *(odd if "-e" in sys.argv else ()),
                )
    for name, (right, every) in sums.items():
        print(f"{name:10}{right / every:.3f} of {every}")


if __name__ == "__main__":
    main()
