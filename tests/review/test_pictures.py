"""The picture of a line beside what was read in it: of that line, from that file, and of no other."""

from __future__ import annotations

import copy
import hashlib
import http.client
import io
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw

from pipeline.errors import ReviewError
from pipeline.review.pictures import picture
from pipeline.review.risk import risks

from .. import ofd
from ..review_pages import served

pytest.importorskip("fastapi", reason="extra [review] is not installed")

BOX = [0.1, 0.2, 0.6, 0.25]


def page(grey: int) -> Image.Image:
    """A white page with a bar of this grey where the line is."""
    found = Image.new("L", (800, 1200), 255)
    ImageDraw.Draw(found).rectangle((80, 240, 480, 300), fill=grey)
    return found


def file_of(form: str) -> bytes:
    data = io.BytesIO()
    if form == "PNG":
        page(90).save(data, form)
    elif form == "OFD":
        page(90).save(data, "PNG")
        resources = f'<ofd:Res {ofd.SPACE} BaseLoc="Res"><ofd:MultiMedias><ofd:MultiMedia ID="8" Type="Image"><ofd:MediaFile>p.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>'
        return ofd.written(ofd.Document([[]], pictures=True, more={"Doc_0/DocumentRes.xml": resources.encode(), "Doc_0/Res/p.png": data.getvalue()}))
    else:
        page(0).save(data, form, save_all=True, append_images=[page(90)])
    return data.getvalue()


def marked(document: dict[str, Any], source: Path, *, page: int = 1, confidence: float = 0.99) -> dict[str, Any]:
    """The document as if its first passage had been read in this file."""
    found = copy.deepcopy(document)
    found["source"] |= {"path": str(source), "sha256": hashlib.sha256(source.read_bytes()).hexdigest()}
    found["passages"][0]["recognised"] = {"confidence": confidence, "lines": [{"page": page, "box": BOX, "confidence": confidence}]}
    return found


@pytest.mark.parametrize(("form", "number"), [("PDF", 2), ("TIFF", 2), ("PNG", 1), ("OFD", 1)])
def test_it_is_that_line_of_that_page(tmp_path: Path, document: dict[str, Any], form: str, number: int):
    source = tmp_path / "r"
    source.write_bytes(file_of(form))
    found = np.asarray(Image.open(io.BytesIO(picture(marked(document, source, page=number), document["passages"][0]["id"], 0))).convert("L"))
    assert found.shape[1] > 3 * found.shape[0]
    assert abs(float(np.median(found)) - 90) < 6


def test_a_file_that_changed_or_went_shows_none(tmp_path: Path, document: dict[str, Any]):
    source = tmp_path / "r.png"
    source.write_bytes(file_of("PNG"))
    found, first = marked(document, source), document["passages"][0]["id"]
    for passage, number in ((first, 1), (first, -1), (document["passages"][1]["id"], 0), ("p0", 0)):
        with pytest.raises(ReviewError, match="没有这一行"):
            picture(found, passage, number)
    source.write_bytes(file_of("PDF"))
    with pytest.raises(ReviewError, match="改过"):
        picture(found, first, 0)
    source.unlink()
    with pytest.raises(ReviewError, match="看不到图片"):
        picture(found | {"source": found["source"] | {"path": str(tmp_path / "gone")}}, first, 0)


def test_a_page_that_is_not_there(tmp_path: Path, document: dict[str, Any]):
    for form in ("PDF", "TIFF", "OFD"):
        source = tmp_path / form
        source.write_bytes(file_of(form))
        with pytest.raises(ReviewError, match="第 9 页"):
            picture(marked(document, source, page=9), document["passages"][0]["id"], 0)


def test_the_server_gives_it_as_a_picture(tmp_path: Path, document: dict[str, Any]):
    source, first = tmp_path / "r.png", document["passages"][0]["id"]
    source.write_bytes(file_of("PNG"))
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "r.json").write_text(json.dumps(marked(document, source)), encoding="utf-8")
    with served(tmp_path / "out") as address:
        connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=10)
        for number, status, kind in ((0, 200, "image/png"), (5, 422, "application/json")):
            connection.request("GET", f"/line/r?passage={first}&number={number}")
            answer = connection.getresponse()
            assert (answer.status, answer.getheader("content-type")) == (status, kind)
            assert "img-src 'self'" in (answer.getheader("Content-Security-Policy") or "")
            answer.read()
        connection.close()


def test_what_was_read_unsurely_is_looked_at(tmp_path: Path, document: dict[str, Any]):
    (tmp_path / "r.png").write_bytes(file_of("PNG"))
    found = marked(document, tmp_path / "r.png", confidence=0.7)
    passage = document["indicators"][0]["passage"]
    for one in found["passages"]:
        if one["id"] == passage:
            one["recognised"] = found["passages"][0]["recognised"]
    risk = risks(found)[document["indicators"][0]["id"]]
    assert risk.state != "auto"
    assert "识别自图片，把握不大（0.70）" in risk.reasons
