"""The same report in every format gives the same indicators: number, unit, name and change of at least 99 in 100 agree.

    python -m tests.test_formats [folder …]    the figure for each format over all reports in the folders (default: corpus/reports and ../shared/reports)
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pipeline.chain import run
from pipeline.read.from_office import soffice

from .conftest import CORPUS, SHARED
from .documents import as_docx, as_microsoft_pdf, as_ofd, as_page, as_pdf, as_wps_pdf, chromium, converted, in_columns, lines_of, printed

PLACED = ("typeset pdf", "wps pdf", "microsoft pdf", "two columns pdf", "ofd")
FORMATS = ("html", "docx", "styled docx", "doc", "pdf", "chromium pdf", *PLACED)
BAR = 0.99
PLACED_BAR = 0.998
needs_chromium = pytest.mark.skipif(chromium() is None, reason="no Chromium on this machine (apt-get install chromium fonts-noto-cjk)")
needs_office = pytest.mark.skipif(soffice() is None, reason="LibreOffice is not on this machine (apt-get install libreoffice-writer-nogui)")


def facts(document: dict[str, Any]) -> Counter[tuple[object, ...]]:
    """(name, number, unit, changes) of every indicator."""
    found: Counter[tuple[object, ...]] = Counter()
    for indicator in document["indicators"]:
        level = indicator["value"] or indicator["rank"] or {}
        changes = tuple((change["low"], change["high"], change["unit"], change["basis"]) for change in indicator["changes"])
        found[indicator["name"], level.get("low"), level.get("high"), level.get("unit"), changes] += 1
    return found


@cache
def _facts_of(report: Path) -> Counter[tuple[object, ...]]:
    return facts(run(report))


def agreement(report: Path, copy: Path) -> tuple[int, int]:
    """How many indicators of two files of one report are the same, of how many."""
    one, other = _facts_of(report), facts(run(copy))
    return (one & other).total(), max(one.total(), other.total())


def copies(reports: Sequence[Path], folder: Path) -> Iterator[tuple[Path, str, Path]]:
    """Each report with its copies in all formats that can be made here."""
    words = [as_docx(lines_of(report), folder / f"{report.stem}.docx") for report in reports]
    made = {"docx": words, "html": [folder / f"{report.stem}.html" for report in reports], "typeset pdf": [folder / f"{report.stem}-typeset.pdf" for report in reports]}
    for report, page, typeset in zip(reports, made["html"], made["typeset pdf"], strict=True):
        page.write_bytes(as_page(lines_of(report)))
        as_pdf(lines_of(report), typeset, head="汐江市2099年文件汇编")
    for form, write in (("wps pdf", as_wps_pdf), ("microsoft pdf", as_microsoft_pdf), ("two columns pdf", in_columns), ("ofd", as_ofd)):
        made[form] = [folder / f"{report.stem}-{form.replace(' ', '-')}.{form[-3:]}" for report in reports]
        for report, file in zip(reports, made[form], strict=True):
            file.write_bytes(write(lines_of(report)))
    made["styled docx"] = [as_docx(lines_of(report), folder / f"{report.stem}-styled.docx", styled=True) for report in reports]
    if soffice():
        made |= {form: converted(words, form) for form in ("doc", "pdf")}
    if chromium():
        made["chromium pdf"] = [printed(lines_of(report), folder / f"{report.stem}-chromium.pdf") for report in reports]
    for form, files in made.items():
        yield from ((report, form, copy) for report, copy in zip(reports, files, strict=True))


@pytest.fixture(scope="module")
def agreements(tmp_path_factory: pytest.TempPathFactory, samples: list[Path]) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for report, form, copy in copies(samples[:3], tmp_path_factory.mktemp("formats")):
        found.setdefault(form, []).append(agreement(report, copy))
    return found


@pytest.mark.parametrize("form", [pytest.param(form, marks=needs_office if form in ("doc", "pdf") else needs_chromium if form == "chromium pdf" else ()) for form in FORMATS])
def test_every_format_gives_the_same_indicators(agreements: dict[str, list[tuple[int, int]]], form: str):
    same, of = (sum(column) for column in zip(*agreements[form], strict=True))
    assert of > 250
    assert same / of >= (PLACED_BAR if form in PLACED else BAR), agreements[form]


def _all(folders: Sequence[Path]) -> None:
    reports = [report for folder in folders for report in sorted(folder.glob("*.txt"))]
    total: dict[str, list[int]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for report, form, copy in copies(reports, Path(folder)):
            same, of = agreement(report, copy)
            total.setdefault(form, [0, 0])
            total[form][0] += same
            total[form][1] += of
            if same / of < BAR:
                print(f"{report.stem} {form} {same}/{of}")
    for form, (same, of) in total.items():
        print(f"{form:12} {same / of:.4f}  {same} of {of} indicators, {len(reports)} reports")


if __name__ == "__main__":
    _all([Path(name) for name in sys.argv[1:]] or [CORPUS / "reports", SHARED / "reports"])
