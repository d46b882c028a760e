"""The code that the pages show is run, top to bottom of each page, where the page says it stands."""

from __future__ import annotations

import re

import pytest

from .conftest import ROOT

PAGES = ["docs/python.md", "docs/spacy.md"]
BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", PAGES)
def test_code_of_a_page_runs(page: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(ROOT)
    blocks = BLOCK.findall((ROOT / page).read_text(encoding="utf-8"))
    assert blocks
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, page, "exec"), names)
