"""Measure the pipeline on labelled reports."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from pipeline.chain import run
from pipeline.evaluate.score import score
from pipeline.evaluate.tallies import Score
from pipeline.labels import Labels, load_all

__all__ = ["Labels", "Score", "evaluate", "load_all", "score"]


def evaluate(
    labels: list[Labels], *, model: Path, done: Callable[[], None] = lambda: None
) -> dict[str, Score]:
    """The score of every report, by name, and of all together under ``""``."""
    documents = []
    for one in labels:
        documents.append(json.loads(json.dumps(run(one.source, model=model))))
        done()
    pairs = [(one.raw, document) for one, document in zip(labels, documents, strict=True)]
    return {one.path.stem: score([pair]) for one, pair in zip(labels, pairs, strict=True)} | {
        "": score(pairs)
    }
