"""Over made-up reports, noise and damaged files: never an unhandled exception, spans equal to their text, the same bytes twice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.canonical.normal_form import normal_form
from pipeline.lexicon import words
from pipeline.read import from_office

from .generated import damaged, file_holds, files, text_holds, texts
from .sent import Decided, Exported, Sent, Servers, decided, decided_holds, exported_holds, sent, servers, tables

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


@given(st.lists(st.sampled_from(words("action")), min_size=1, max_size=7).map("".join))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_a_name_of_nothing_but_verbs_has_a_normal_form_and_only_one(name: str):
    """办理竣工验收备案: each verb in turn could move to the front, for ever."""
    form = normal_form(name)
    assert form
    assert normal_form(form) == form


@pytest.fixture(scope="module")
def asked() -> Iterator[Servers]:
    with servers() as found:
        yield found


@given(one=st.one_of(sent, decided, tables))
@settings(max_examples=120, deadline=None, derandomize=True, suppress_health_check=SLOW)
def test_anything_sent(asked: Servers, one: Sent | Decided | Exported):
    """A request, a list of decisions, or a text whose table goes out in every format."""
    if isinstance(one, Sent):
        asked.holds(one)
    elif isinstance(one, Decided):
        decided_holds(one)
    else:
        exported_holds(one)
