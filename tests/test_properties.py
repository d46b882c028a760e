"""Over made-up reports, noise and damaged files: never an unhandled exception, spans equal to their text, the same bytes twice."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from pipeline.read import from_office

from .generated import damaged, file_holds, files, text_holds, texts

SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture)


@given(text=texts)
@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=SLOW)
def test_any_text(text: str):
    text_holds(text)


@given(data=files)
@settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=SLOW)
def test_any_file(monkeypatch: pytest.MonkeyPatch, data: bytes):
    monkeypatch.setattr(from_office, "soffice", lambda: None)  # a start of LibreOffice for each damaged file is too slow here
    file_holds(data)


@given(data=damaged())
@settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=SLOW)
def test_any_damaged_file(monkeypatch: pytest.MonkeyPatch, data: bytes):
    monkeypatch.setattr(from_office, "soffice", lambda: None)
    file_holds(data)
