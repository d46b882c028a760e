"""The labelled tables as Chromium and LibreOffice print them without lines, and how many of their figures are read as in Markdown.

    python -m tests.printed FOLDER [case.md …]    (default: all cases; the files stay in FOLDER)
"""

from __future__ import annotations

import io
import subprocess
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import docx
from docx.shared import Pt

from .carriers import as_docx, as_html, wrong
from .documents import chromium, converted
from .table_formats import agreement
from .tabled import cases, parts

PAGES = {
    "chromium apart": "@page{size:1600px 1000px} body{width:1500px} table{font-size:9pt} td{padding:3px 12px;text-align:center}",
    "chromium small": "@page{size:A4} body{width:700px} table{font-size:7pt;width:700px} td{padding:1px 3px;text-align:right}",
}
SIZES = {"office 8": 8.0, "office 6.5": 6.5}
DRESS = "body{font-family:'Noto Serif CJK SC'} table{border-collapse:collapse} td:first-child{text-align:left} p{margin:0}"


def by_chromium(case: Path, css: str, target: Path) -> None:
    """Print a case as a page of this style."""
    page = target.with_suffix(".html")
    body = as_html(case).decode().partition("<body>")[2]
    page.write_text(f"<meta charset='utf-8'><style>{DRESS}{css}</style><body>{body}", encoding="utf-8")
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer", f"--user-data-dir={target.parent / 'chromium'}", f"--print-to-pdf={target}")
    subprocess.run([str(chromium()), *options, page.as_uri()], check=True, capture_output=True, timeout=120)


def by_office(case: Path, size: float, target: Path) -> Path:
    """Write a case as a Word file in characters of this size."""
    file = docx.Document(io.BytesIO(as_docx(case)))
    for paragraph in (one for table in file.tables for row in table.rows for cell in row.cells for one in cell.paragraphs):
        paragraph.paragraph_format.space_after = Pt(1)
        for run in paragraph.runs:
            run.font.size = Pt(size)
    path = target.with_suffix(".docx")
    file.save(str(path))
    return path


def printed(folder: Path, paths: Sequence[Path]) -> dict[str, list[tuple[Path, Path]]]:
    """The cases printed in every way: each with its file."""
    made: dict[str, list[tuple[Path, Path]]] = defaultdict(list)
    for way, css in PAGES.items():
        for case in paths:
            target = folder / f"{case.stem} {way}.pdf"
            by_chromium(case, css, target)
            made[way].append((case, target))
    for way, size in SIZES.items():
        written = [by_office(case, size, folder / f"{case.stem} {way}.pdf") for case in paths]
        converted(written, "pdf")
        made[way] += [(case, path.with_suffix(".pdf")) for case, path in zip(paths, written, strict=True)]
    return made


def main() -> None:
    folder = Path(sys.argv[1]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    paths = [Path(arg) for arg in sys.argv[2:]] or [*cases(aside=False), *cases(aside=True)]
    for way, files in printed(folder, paths).items():
        right = every = same = told = 0
        for case, file in files:
            data = file.read_bytes()
            count, odd = wrong(case, "a.pdf", data)
            alike, both, _ = agreement(parts(case)[0], lambda _text, data=data: data)  # type: ignore[misc]
            right, every, same, told = right + count - len(odd), every + count, same + alike, told + both
        print(f"{way:16}cells {right / every:.3f} of {every}; as in Markdown {same / told:.3f} of {told}")


if __name__ == "__main__":
    main()
