"""The one place that knows the order of the stages: read → segment → extract (with the tables:
tabulate) → canonical → classify → check → emit.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pipeline.canonical import canonical
from pipeline.check import check, linked
from pipeline.classify import classify
from pipeline.classify.model import Model, load
from pipeline.emit import emit
from pipeline.extract import extract
from pipeline.read import load as load_bytes
from pipeline.read import read_bytes
from pipeline.reading import as_read, as_written
from pipeline.records import Report, Result
from pipeline.segment import segment
from pipeline.shipped import MODEL
from pipeline.tabulate import in_order, tabulate


@cache
def model_at(path: Path) -> Model:
    """The model in ``path``, loaded once per process."""
    return load(path)


def analyse(report: Report, *, model: Path = MODEL) -> Result:
    """Everything known of a report already read."""
    segmented = segment(as_read(report))
    numerals, found = extract(segmented)
    indicators = linked(report.text, canonical(in_order(found, tabulate(segmented))))
    labels = classify(segmented, model_at(model))
    result = Result(
        segmented, numerals, indicators, labels, check(segmented.report.text, indicators)
    )
    return as_written(result, report)


def run(path: Path, *, model: Path = MODEL) -> dict[str, object]:
    """One file in, one document out (CONTRACT: ``workreport schema``).

    Raises ``PipelineError``, and never returns half a document.
    """
    return run_bytes(load_bytes(path), str(path), model=model)


def run_bytes(data: bytes, place: str, *, model: Path = MODEL) -> dict[str, object]:
    """``run`` for the bytes of a file that lies elsewhere (a cluster's store):
    pure, the same bytes and ``place`` give the same document.
    """
    return emit(analyse(read_bytes(data, place=place), model=model), model=model_at(model).name)
