"""A document of a sample report, and the folder it is reviewed in."""

from __future__ import annotations

import json

import pytest

from pipeline.review.folder import entries

from ..review_pages import extracted

pytest.importorskip("fastapi", reason="extra [review] is not installed")


@pytest.fixture(scope="module")
def document(tmp_path_factory, samples):
    path = extracted(next(s for s in samples if s.stem == "traffic-police-2023"), tmp_path_factory.mktemp("review"))
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture
def entry(tmp_path, document):
    (tmp_path / "报告.json").write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return entries(tmp_path)["报告"]
