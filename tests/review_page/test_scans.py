"""Beside what was read in a picture, the page shows the picture of the line; where the file has gone, it says so."""

from __future__ import annotations

import json
from pathlib import Path

from ..review.test_pictures import file_of, marked
from ..review_pages import served
from .driving import opened, until


def test_the_line_is_shown_and_its_absence_said(tabs, tmp_path: Path, document: dict):
    source, first = tmp_path / "r.png", document["indicators"][0]
    source.write_bytes(file_of("PNG"))
    found = marked(document, source)
    next(one for one in found["passages"] if one["id"] == first["passage"])["recognised"] = found["passages"][0]["recognised"]
    out = tmp_path / "out"
    out.mkdir()
    (out / "r.json").write_text(json.dumps(found), encoding="utf-8")
    (out / "gone.json").write_text(json.dumps(found | {"source": found["source"] | {"path": str(tmp_path / "gone.png")}}), encoding="utf-8")
    with served(out) as address:
        page = opened(tabs, f"{address}/report/r")
        page.locator(f".row[data-id={first['id']}]").click()
        until(page, "document.querySelector('.scan img') && document.querySelector('.scan img').naturalWidth > 100")
        assert "把握 0.99" in page.locator(".scan figcaption").inner_text()
        page = opened(tabs, f"{address}/report/gone")
        page.locator(f".row[data-id={first['id']}]").click()
        until(page, "document.querySelector('.scan') && document.querySelector('.scan').textContent.includes('看不到图片')")
