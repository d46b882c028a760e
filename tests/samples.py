"""The sample outputs: ``python -m tests.samples docs/samples`` writes them (``make samples``); a test repeats it.

A document, the table of the sample reports as a workbook, and a review page in one file.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from click.testing import CliRunner

from pipeline.cli import main

from .conftest import ROOT

REPORT = "corpus/reports/traffic-police-2023.txt"


def write(folder: Path) -> None:
    """Write the samples into ``folder``, as the command line writes them."""
    folder.mkdir(parents=True, exist_ok=True)
    here, target = Path.cwd(), folder.absolute()
    os.chdir(ROOT)  # the paths in the documents are those of the README
    try:
        _run("extract", REPORT, "-o", str(target / "traffic-police-2023.json"))
        _run("extract", "corpus/reports", "-o", str(target / "all.jsonl"), "-j", "1")
        _run("export", str(target / "all.jsonl"), "-o", str(target / "numbers.xlsx"), "--force")
        _run("review", "--html", str(target / "review.html"), "--reviewer", "sample", str(target / "traffic-police-2023.json"))
    finally:
        os.chdir(here)
    for name in ("all.jsonl", "datapackage.json"):
        (target / name).unlink()


def _run(*arguments: str) -> None:
    result = CliRunner(env={"WORKREPORT_LANG": "zh"}).invoke(main, list(arguments))
    if result.exit_code:
        raise SystemExit(result.output)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
