"""Some three hundred files made to do harm: each is read, or refused by name; none of them is a defect, and all are done in time."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from pipeline.batch import Limits, find, run_all, settings
from pipeline.errors import ReadError
from pipeline.read import members, read
from pipeline.shipped import MODEL

from .hostile import markup, ofd, packages, pdfs, pictures, workbooks

SIZE = 1_000
SHAPES = dict(itertools.chain(markup.pages(), packages.words(), pdfs.shapes(), ofd.shapes(), workbooks.shapes(), pictures.shapes()))
KINDS = {"html": ".html", "mht": ".mht", "docx": ".docx", "pdf": ".pdf", "ofd": ".ofd", "xlsx": ".xlsx", "image": ".tiff"}


def test_there_are_three_hundred():
    assert len(SHAPES) >= 300


@pytest.mark.parametrize("form", KINDS)
def test_files_made_to_do_harm_are_read_or_refused_by_name(tmp_path: Path, form: str):
    source, out = tmp_path / "in", str(tmp_path / "out")
    source.mkdir()
    shapes = {name: shape for name, shape in SHAPES.items() if name.startswith(f"{form} ")}
    for number, shape in enumerate(shapes.values()):
        (source / f"{number}{KINDS[form]}").write_bytes(shape(SIZE))
    outcomes = run_all(find([str(source)], out), out, settings(MODEL, limits=Limits(memory=700, seconds=30)), workers=2)
    assert len(outcomes) == len(shapes)
    names = list(shapes)
    faults = {names[int(outcome.job.name.removesuffix(KINDS[form]))]: outcome.fault for outcome in outcomes if outcome.fault}
    assert {name: fault for name, fault in faults.items() if fault.kind not in ("ReadError", "LimitError", "WorkerDied") or not fault.remedy} == {}
    read = len(outcomes) - len(faults)
    assert form == "image" or read >= len(outcomes) // 4, f"many of them are read: {read}"  # no picture here shows text


@pytest.mark.parametrize(("name", "shape"), list(packages.zips()), ids=lambda part: part if isinstance(part, str) else "")
def test_zips_made_to_do_harm_are_listed_or_refused_by_name(tmp_path: Path, name: str, shape):
    path = tmp_path / "z.zip"
    path.write_bytes(shape(SIZE))
    if name == "zip claims":
        with pytest.raises(ReadError, match="目录"):
            members(path)
        return
    found = members(path)
    assert len(found) == len(set(found)) >= 3
    assert all(len(part.encode()) < 256 for member in found for part in member.parts)
    assert {read(member).text.strip() for member in found if member.suffix == ".txt"} == {markup.SAID}
