"""The same tables as pages without lines, set in several ways: how many of their figures are read as in the Markdown they come from.

    python -m tests.table_formats [file.md …]    (default: the cases of tables, and the communiqués of ../shared)
"""

from __future__ import annotations

import io
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from pipeline.chain import analyse
from pipeline.emit import emit
from pipeline.read import read_bytes, read_text

from .carriers import case_of
from .conftest import SHARED
from .setting import Setting, Spans, laid
from .sheets import HEIGHT, WIDTH, Place, drawn_plain, register_font, wrapped
from .tabled import cases, parts, quantities

Grid = list[list[str]]


SETTINGS = {
    "wide": Setting(gap=26, name=24, head=16),
    "narrow": Setting(gap=7, name=10, head=5),
    "narrow right": Setting(gap=9, name=9, head=4, figures="right"),
    "heads touch": Setting(gap=4.5, name=12, head=30),
    "tight": Setting(gap=10, name=8, head=6, figures="right", between=0.2),
    "small": Setting(gap=5, name=12, head=6, figures="right", size=6.5, between=0.4),
    "left": Setting(gap=12, name=6, head=5, figures="left", size=8, between=0.15, heads="left", high=True),
    "right": Setting(gap=9, name=9, head=6, figures="right", between=0.3, heads="right"),
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


def merges(rows: Grid) -> tuple[dict[tuple[int, int], tuple[int, int]], int]:
    """The merged cells of titles and heads, and how many rows these are: where the row below has no name, blanks go on with what is to their left."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    top = 0
    while top < len(rows) - 2 and rows[top][0] and not any(rows[top][1:]):  # a title, a unit
        found[top, 0] = 1, len(rows[0])
        top += 1
    if len(rows) > top + 1 and not rows[top + 1][0].strip() and any(rows[top + 1]):
        filled = [c for c, word in enumerate(rows[top]) if word] + [len(rows[0])]
        for c, behind in pairwise(filled):
            if behind - c > 1 and c:
                found[top, c] = 1, behind - c
            elif not rows[top + 1][c].strip():
                found[top, c] = 2, 1
        return found, top + 2
    return found, top + 1


def covered_by(spans: Spans) -> set[tuple[int, int]]:
    return {(r + i, c + j) for (r, c), (height, width) in spans.items() for i in range(height) for j in range(width) if i or j}


def pages(text: str, setting: Setting, spans: Spans | None = None) -> Iterator[list[Place]]:
    """Each table on a page of its own, below the prose before it; ``spans`` are the merged cells of the first."""
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
            over = spans or merges(rows)[0]
            page += laid(rows, over, covered_by(over), setting, y - 6)[0]
            y = min(place.y for place in page) - 34
    if page:
        yield page


def cut(rows: Grid, setting: Setting) -> Iterator[Grid]:
    """A long table over pages, its heads on each."""
    most = int((HEIGHT - 150) / (setting.size * (2 * 1.28 + setting.between)))
    heads = merges(rows)[1]
    for at in range(heads, len(rows), most):
        yield [*rows[:heads], *rows[at : at + most]]


def pdf(text: str, setting: Setting, spans: Spans | None = None) -> bytes:
    """A PDF without one line drawn."""
    data = io.BytesIO()
    register_font()
    canvas = Canvas(data, pagesize=(max(WIDTH, 1600), HEIGHT), invariant=1)
    for page in pages(text, setting, spans):
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


@cache
def _as_text(text: str) -> Counter[tuple[object, ...]]:
    return meant(emit(analyse(read_text(text)), model="test"))


def agreement(text: str, write: Callable[[str], bytes]) -> tuple[int, int, Counter[tuple[object, ...]]]:
    """How many figures are the same, of how many, and those that are not."""
    one = _as_text(text)
    other = meant(emit(analyse(read_bytes(write(text), place="a.pdf")), model="test"))
    return (one & other).total(), one.total(), one - other


def texts(files: Sequence[str]) -> Iterator[tuple[str, str, Spans | None]]:
    for path in [*map(Path, files)] or [*cases(aside=False), *cases(aside=True), *sorted((SHARED / "reports" / "communique").glob("*.md"))]:
        if "\n%col" in path.read_text(encoding="utf-8"):
            yield path.stem, parts(path)[0], case_of(path).spans() or None
        else:
            yield path.stem, path.read_text(encoding="utf-8"), None


def main() -> None:
    sums: dict[str, list[int]] = {name: [0, 0] for name in SETTINGS}
    only = [arg.removeprefix("--only=") for arg in sys.argv[1:] if arg.startswith("--only=")]
    for title, text, spans in texts([arg for arg in sys.argv[1:] if not arg.startswith("-")]):
        for name, setting in SETTINGS.items():
            if only and name not in only:
                continue
            same, every, odd = agreement(text, lambda text, setting=setting, spans=spans: pdf(text, setting, spans))  # type: ignore[misc]
            sums[name][0] += same
            sums[name][1] += every
            if odd:
                print(title, name, f"{same}/{every}", *(list(odd)[:3] if "-e" in sys.argv else ()))
    for name, (same, every) in sums.items():
        print(f"{name:14}{same / max(every, 1):.3f} of {every}")


if __name__ == "__main__":
    main()
