"""The document: its schema, its evidence, its sameness, over our samples and every outside report at hand."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import jsonschema
import pytest

from pipeline.chain import run
from pipeline.emit.schema import schema
from pipeline.evaluate.matching import figures_of

from .conftest import CORPUS, SHARED
from .once import document as once

REPORTS = sorted((CORPUS / "reports").glob("*.txt")) + sorted((SHARED / "reports").glob("*.txt"))
VALIDATOR = jsonschema.Draft202012Validator(schema())


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_document(path: Path):
    document = once(path)
    assert list(VALIDATOR.iter_errors(document)) == []
    text = document["text"]
    assert text == path.read_bytes().decode("utf-8")
    for _, quantity, _, _ in figures_of(document):
        assert text[slice(*quantity["span"])] == quantity["text"]
    spans = [p["span"] for p in document["passages"]]
    assert all(text[slice(*p["span"])] == p["text"] for p in document["passages"])
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(indicator["name"] for indicator in document["indicators"])
    passages = {p["id"]: p["span"] for p in document["passages"]}
    for indicator in document["indicators"]:
        assert indicator["passage"] in passages


def test_the_same_input_gives_the_same_bytes(samples):
    first, second = (json.dumps(run(samples[0]), ensure_ascii=False) for _ in range(2))
    assert first == second


def test_an_invalid_document_is_refused():
    document = json.loads(json.dumps(run(REPORTS[0])))
    document["indicators"][0]["modality"] = "maybe"
    document["extra"] = 1
    assert len(list(VALIDATOR.iter_errors(document))) == 2
