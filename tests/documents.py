"""The same report as each kind of file that offices make, by real writers (python-docx, LibreOffice, Chromium, reportlab) or as they write."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import docx
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

from pipeline.read.from_office import soffice

from . import ofd
from .sheets import MICROSOFT, WPS, Place, column, numbered, paged, written

HEADING = re.compile(r"([一二三四五六七八九十]+、)|([（(][一二三四五六七八九十]+[)）])")


def lines_of(report: Path) -> list[str]:
    """The lines of a text report that hold something."""
    return [line.strip() for line in report.read_text(encoding="utf-8").split("\n") if line.strip()]


def blocks(lines: Sequence[str]) -> list[tuple[bool, list[str]]]:
    """Runs of lines with whether they are the rows of a table (cells parted by tabs)."""
    return [(tabbed, list(run)) for tabbed, run in groupby(lines, lambda line: "\t" in line)]


def as_page(lines: Sequence[str]) -> bytes:
    """A page that says gb2312 and is GB18030, with navigation before and a footer behind."""
    body = "".join(
        "<table>" + "".join(f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in row.split(chr(9)))}</tr>" for row in run) + "</table>" if tabbed else "".join(f"<p>　　{html.escape(line)}</p>\n" for line in run)
        for tabbed, run in blocks(lines)
    )
    page = f'<!DOCTYPE html><html><head><meta charset="gb2312"></head><body><div class="nav"><a>首页</a></div><div id="zoom">{body}</div><div class="footer">版权所有 2025</div></body></html>'
    return page.encode("gb18030")


def wrap(line: str, width: int) -> list[str]:
    """A line in pieces of one width; no mark that closes stands at the head of one."""
    return re.findall(rf".{{1,{width}}}[，。；：、”）》！？%]?", line)


def as_wrapped(lines: Sequence[str], width: int = 40) -> str:
    """Plain text broken at a fixed width, its paragraphs set in."""
    return "\n".join(line if "\t" in line else "\n".join(wrap("　　" + line, width)) for line in lines)


def as_docx(lines: Sequence[str], path: Path, *, styled: bool = False) -> Path:
    """A Word file: paragraphs, tables where lines have cells, a footer; ``styled`` gives short lines that begin with 一、 or （一） the style of a heading."""
    document = docx.Document()
    for tabbed, run in blocks(lines):
        if tabbed:
            table = document.add_table(len(run), max(row.count("\t") + 1 for row in run))
            for row, line in zip(table.rows, run, strict=True):
                for cell, text in zip(row.cells, line.split("\t"), strict=False):
                    cell.text = text
        else:
            for line in run:
                heading = HEADING.match(line) if styled and len(line) < 40 and line[-1] not in "。；，" else None
                document.add_paragraph(line, style=f"Heading {heading.lastindex}" if heading else None)
    document.sections[0].footer.paragraphs[0].text = "内部资料 注意保存 2099年第77期"
    document.save(str(path))
    return path


def converted(paths: Sequence[Path], form: str) -> list[Path]:
    """What LibreOffice makes of ``paths``, all in one run: ``doc``, ``rtf``, ``odt``, ``pdf``."""
    program, folder = soffice(), paths[0].parent
    assert program is not None
    profile = (folder / "profile").as_uri()
    subprocess.run([program, "--headless", f"-env:UserInstallation={profile}", "--convert-to", form, "--outdir", str(folder), *map(str, paths)], check=True, capture_output=True, timeout=300)
    return [path.with_suffix(f".{form}") for path in paths]


def as_pdf(lines: Sequence[str], path: Path, *, head: str = "") -> Path:
    """A PDF as a typesetter makes it: justified, indented by two characters, a running head and a page number on every page."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    style = ParagraphStyle("body", fontName="STSong-Light", fontSize=12, leading=20, firstLineIndent=24, wordWrap="CJK", alignment=4)

    def margins(canvas: object, document: object) -> None:
        canvas.setFont("STSong-Light", 9)  # type: ignore[attr-defined]
        canvas.drawString(72, 800, head)  # type: ignore[attr-defined]
        canvas.drawCentredString(297, 40, f"— {document.page} —")  # type: ignore[attr-defined]

    SimpleDocTemplate(str(path), pagesize=(595, 842)).build([Paragraph(html.escape(line.replace("\t", " ")), style) for line in lines], onFirstPage=margins, onLaterPages=margins)
    return path


def _pages(lines: Sequence[str]) -> list[list[Place]]:
    return numbered(paged(column([line.replace("\t", " ") for line in lines], left=72, width=451, top=770)), "汐江市2099年文件汇编")


def as_wps_pdf(lines: Sequence[str]) -> bytes:
    """A PDF whose nominal sizes are twenty times too large."""
    return written(_pages(lines), WPS)


def as_microsoft_pdf(lines: Sequence[str]) -> bytes:
    """A PDF of one nominal size."""
    return written(_pages(lines), MICROSOFT)


def as_ofd(lines: Sequence[str]) -> bytes:
    return ofd.written(ofd.Document(_pages(lines), drawn=ofd.scaled))


def in_columns(lines: Sequence[str]) -> bytes:
    """A PDF of two columns."""
    halves = paged(column([line.replace("\t", " ") for line in lines], left=60, width=220, top=770, size=10.5, leading=16))
    pages = [[*halves[at], *(Place(place.text, place.x + 255, place.y, place.size) for half in halves[at + 1 : at + 2] for place in half)] for at in range(0, len(halves), 2)]
    return written(numbered(pages, "汐江市2099年文件汇编"))


def chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser")


def printed(lines: Sequence[str], path: Path) -> Path:
    """What Chromium prints of a page, with its head and foot: date, title, address, page number."""
    program = chromium()
    assert program is not None
    page = path.with_name(f"{path.stem}.page.html")
    body = "".join(f'<p style="text-indent:2em;text-align:justify">{html.escape(line)}</p>' for line in lines[1:])
    page.write_text(f'<!DOCTYPE html><meta charset="utf-8"><title>{html.escape(lines[0])}</title><h1 style="text-align:center">{html.escape(lines[0])}</h1>{body}', encoding="utf-8")
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", f"--user-data-dir={path.parent / 'chromium'}", f"--print-to-pdf={path}")
    subprocess.run([program, *options, page.as_uri()], check=True, capture_output=True, timeout=120)
    page.unlink()
    return path
