"""The same tables as pages without lines, set in several ways: how many of their figures are read as in the Markdown they come from.

    python -m tests.table_formats [file.md …]    (default: the cases of tables, and the communiqués of ../shared)
"""

from __future__ import annotations

import io
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

from reportlab.pdfgen.canvas import Canvas

from pipeline.chain import analyse
from pipeline.emit import emit
from pipeline.read import read_bytes, read_text

from .conftest import SHARED
from .sheets import HEIGHT, WIDTH, Place, drawn_plain, width_of, wrapped
from .tabled import cases, parts, quantities

Grid = list[list[str]]
_SIZE, _LEADING, _PITCH = 9.0, 11.5, 18.0


@dataclass(frozen=True)
class Setting:
    """How a table is set: blanks between columns (in points), the widest a name and a head may be (in characters), how figures stand, and how wide the page is."""

    gap: float
    name: int
    head: int
    figures: Literal["centre", "right"] = "centre"
    pitch: float = _PITCH


SETTINGS = {
    "wide": Setting(gap=26, name=24, head=16),
    "narrow": Setting(gap=7, name=10, head=5),
    "narrow right": Setting(gap=9, name=9, head=4, figures="right"),
    "heads touch": Setting(gap=4.5, name=12, head=30),
    "tight": Setting(gap=10, name=8, head=6, figures="right", pitch=13.5),
}


def shown(text: str) -> Iterator[str | Grid]:
    """Lines of prose, and the words of tables."""
    rows: Grid = []
    for line in [*re.sub(r"<[a-z]+>|[*]{2}", "", text).splitlines(), ""]:
        if line.startswith("|"):
            cells = [cell.rstrip().removeprefix(" ") for cell in line.strip().strip("|").split("|")]
            if not all(set(cell) <= {"-", ":"} and cell for cell in cells) and "---" not in line:
                rows.append(cells)
            continue
        if rows:
            yield without_empty(rows)
            rows = []
        if line.strip():
            yield line.strip("#* ")


def without_empty(rows: Grid) -> Grid:
    """The rows without columns in which nothing stands."""
    wide = max(map(len, rows))
    full = [row + [""] * (wide - len(row)) for row in rows]
    kept = [c for c in range(wide) if any(row[c] for row in full)]
    return [[row[c] for c in kept] for row in full]


def set_table(rows: Grid, setting: Setting, top: float) -> Iterator[Place]:
    """The words of a table, each line of a cell a place, from ``top`` downwards."""
    most = [setting.name, *[setting.head] * (len(rows[0]) - 1)]
    wide = {c: sum(most[c : last + 1]) for c, last in spans(rows).items()}
    cells = [[wrapped(word, max(_SIZE * limit, longest(rows, c)), _SIZE) if word else [] for c, (word, limit) in enumerate(zip(row, [wide.get(c, limit) for c, limit in enumerate(most)] if at == 0 else most, strict=True))] for at, row in enumerate(rows)]
    widths = [max((width_of(line, _SIZE) for at, row in enumerate(cells) if at or c not in wide for line in row[c]), default=_SIZE) for c in range(len(rows[0]))]
    lefts = [60.0]
    for width in widths:
        lefts.append(lefts[-1] + width + setting.gap)
    over = spans(rows)
    y = top
    for at, row in enumerate(cells):
        deep = max(map(len, row), default=1) or 1
        for c, lines in enumerate(row):
            if at == 0 and c in over:
                right = lefts[over[c]] + widths[over[c]]
                yield from (Place(line, (lefts[c] + right - width_of(line, _SIZE)) / 2, y - n * _LEADING, _SIZE) for n, line in enumerate(lines))
                continue
            start = y - (deep - len(lines)) * _LEADING / 2  # in the middle of the row
            for n, line in enumerate(lines):
                yield Place(line.strip("\u3000 "), placed(line, lefts[c], widths[c], c, at, setting), start - n * _LEADING, _SIZE)
        y -= (deep - 1) * _LEADING + setting.pitch


def spans(rows: Grid) -> dict[int, int]:
    """The heads of the first row that stand over several columns, with the last of each: where the row below has no name, blanks go on with what is to their left."""
    found: dict[int, int] = {}
    if len(rows) > 1 and not rows[1][0].strip() and any(rows[1]):
        filled = [c for c, word in enumerate(rows[0]) if word] + [len(rows[0])]
        found = {c: behind - 1 for c, behind in pairwise(filled) if behind - c > 1 and c}
    return found


def longest(rows: Grid, column: int) -> float:
    """The width of a figure, which is never broken."""
    return 0.0 if column == 0 else max((width_of(row[column], _SIZE) for row in rows[1:] if any(c.isdigit() for c in row[column])), default=0.0)


def placed(line: str, left: float, width: float, column: int, row: int, setting: Setting) -> float:
    room = width - width_of(line, _SIZE)
    if column == 0 and row:
        return left + width_of(line, _SIZE) - width_of(line.lstrip("\u3000 "), _SIZE)
    return left + (room if setting.figures == "right" and row else room / 2)


def pages(text: str, setting: Setting) -> Iterator[list[Place]]:
    """Each table on a page of its own, below the prose before it."""
    page: list[Place] = []
    y = HEIGHT - 60
    for part in shown(text):
        if isinstance(part, str):
            for n, line in enumerate(wrapped(part, 451, 11, first=0)):
                page.append(Place(line, 60, y - n * 16, 11))
            y = page[-1].y - 22
            if y < 120:
                yield page
                page, y = [], HEIGHT - 60
            continue
        for at, rows in enumerate(cut(part, setting)):
            if at or y < HEIGHT / 2:
                if page:
                    yield page
                page, y = [], HEIGHT - 60
            page += set_table(rows, setting, y - 6)
            y = min(place.y for place in page) - 34
    if page:
        yield page


def cut(rows: Grid, setting: Setting) -> Iterator[Grid]:
    """A long table over pages, its heads on each."""
    most = int((HEIGHT - 150) / (setting.pitch + _LEADING))
    for at in range(1, len(rows), most):
        yield [rows[0], *rows[at : at + most]]


def pdf(text: str, setting: Setting) -> bytes:
    """A PDF without one line drawn."""
    data = io.BytesIO()
    width_of("登", 9)  # registers the font
    canvas = Canvas(data, pagesize=(max(WIDTH, 1200), HEIGHT), invariant=1)
    for page in pages(text, setting):
        for place in page:
            drawn_plain(canvas, place)
        canvas.showPage()
    canvas.save()
    return data.getvalue()


def meant(found: dict[str, Any]) -> Counter[tuple[object, ...]]:
    """What the indicators of tables say, without where it stands."""
    return Counter(
        (i["name"], i["topic"], i["scope"], i["period"], i["modality"], role, q["low"], q["high"], q["unit"])
        for i in found["indicators"]
        if i["cell"]
        for role, q, _ in quantities(i)
    )


def agreement(text: str, write: Callable[[str], bytes]) -> tuple[int, int, Counter[tuple[object, ...]]]:
    """How many figures are the same, of how many, and those that are not."""
    one = meant(emit(analyse(read_text(text)), model="test"))
    other = meant(emit(analyse(read_bytes(write(text), place="a.pdf")), model="test"))
    return (one & other).total(), one.total(), one - other


def texts(files: Sequence[str]) -> Iterator[tuple[str, str]]:
    for path in [*map(Path, files)] or [*cases(aside=False), *cases(aside=True), *sorted((SHARED / "reports" / "communique").glob("*.md"))]:
        yield path.stem, parts(path)[0] if "\n%col" in path.read_text(encoding="utf-8") else path.read_text(encoding="utf-8")


if __name__ == "__main__":
    sums: dict[str, list[int]] = {name: [0, 0] for name in SETTINGS}
    for title, text in texts([arg for arg in sys.argv[1:] if arg != "-e"]):
        for name, setting in SETTINGS.items():
            same, every, odd = agreement(text, lambda text, setting=setting: pdf(text, setting))  # type: ignore[misc]
            sums[name][0] += same
            sums[name][1] += every
            if odd:
                print(title, name, f"{same}/{every}", *(list(odd)[:3] if "-e" in sys.argv else ()))
    for name, (same, every) in sums.items():
        print(f"{name:14}{same / every:.3f} of {every}")
