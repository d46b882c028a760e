"""What others send to the servers, and what goes out of the exports, made up by hypothesis; and what must hold for each."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from fastapi.testclient import TestClient
from hypothesis import strategies as st

from pipeline.chain import analyse
from pipeline.emit import emit
from pipeline.errors import PipelineError
from pipeline.export import FORMATS, export
from pipeline.read import read_text
from pipeline.review import reviewed
from pipeline.review.incoming import decisions_of
from pipeline.review.server import app as review_app
from pipeline.review.store import Store
from pipeline.serve import Bounds
from pipeline.serve import app as service_app

from .conftest import CORPUS
from .generated import texts
from .once import document, written
from .review_pages import decision

_SAMPLE = CORPUS / "reports" / "traffic-police-2023.txt"
_PORT = 8765
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Sent(NamedTuple):
    """A request to the review server or the service."""

    server: str
    method: str
    path: str
    headers: dict[str, str]
    body: bytes


class Decided(NamedTuple):
    """A list of decisions, as a page might send it or anybody else."""

    raw: Any


class Exported(NamedTuple):
    """A text whose table is written in every format."""

    text: str


_LEAVES = st.one_of(st.none(), st.booleans(), st.integers(-(10**20), 10**20), st.floats(), st.text(max_size=20), st.sampled_from(("i1", "p1", "a-1", "accept", "add", "undo", "relabel", "correct", "1e999", "2023", "<script>", "\u2028")))
_ANYTHING = st.recursive(_LEAVES, lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)), max_leaves=12)


@st.composite
def _decision(draw: st.DrawFn) -> Any:
    """A good decision with some of its fields, at any depth, changed for anything, or left out."""
    found = document(_SAMPLE)
    indicator = draw(st.sampled_from(found["indicators"]))
    action = draw(st.sampled_from(("accept", "reject", "correct", "add")))
    record = {key: indicator[key] for key in ("name", "topic", "scope", "period", "modality", "value", "base", "changes", "rank")}
    good = decision(found, indicator["id"], action, **({"value": record} if action in ("correct", "add") else {})).plain()
    raw = json.loads(json.dumps(good, default=str))
    for _ in range(draw(st.integers(0, 4))):
        inner = raw
        while isinstance(inner, dict) and inner and draw(st.booleans()):
            deeper = [value for value in inner.values() if isinstance(value, dict) and value]
            if not deeper:
                break
            inner = draw(st.sampled_from(deeper))
        key = draw(st.sampled_from([*inner, "more"]))
        if draw(st.booleans()):
            inner[key] = draw(_ANYTHING)
        else:
            inner.pop(key, None)
    return raw


decided = st.one_of(_ANYTHING, st.lists(_decision(), max_size=3)).map(Decided)
_NAMES = st.one_of(st.sampled_from(("traffic-police-2023", "..", "../../etc/passwd", "%2e%2e", "", "a" * 300, "\0")), st.text(max_size=20))
_PATHS = st.builds(
    lambda room, name, query: f"/{room}/{quote(name, safe='')}{query}",
    st.sampled_from(("report", "decisions", "line", "static", "documents", "jobs", "jobs/x/documents", "schema", "openapi.json", "health", "")), _NAMES,
    st.sampled_from(("", "?after=-1", "?after=99999999999999999999999", "?after=x", "?passage=p1&number=0", "?passage=&number=-5", "?to=csv", "?to=xlsx&name=" + quote("名\n=1+1"), "?to=nosuch", "?name=" + "a" * 3_000)),
)  # fmt: skip
_HEADERS = st.dictionaries(
    st.sampled_from(("content-type", "origin", "host", "x-workreport-token", "authorization", "content-length", "accept-language", "range")),
    st.sampled_from(("application/json", "text/plain", "null", "http://evil.example", "127.0.0.1:8765", "x" * 5_000, "-1", "0", "99999999999999", "é".encode().decode("latin-1"), "multipart/form-data; boundary=x", "bytes=0-", "Bearer x")),
    max_size=3,
)  # fmt: skip
_BODIES = st.one_of(st.binary(max_size=200), decided.map(lambda one: json.dumps({"decisions": one.raw}, default=str).encode()), texts.map(lambda text: text.encode("utf-8", "replace")), st.just(b"[" * 10_000))
sent = st.builds(Sent, st.sampled_from(("review", "service")), st.sampled_from(("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH")), _PATHS, _HEADERS, _BODIES)
tables = texts.map(Exported)


class Servers:
    """Both servers, in this process, on a folder of one report."""

    def __init__(self, folder: Path, review: TestClient, service: TestClient) -> None:
        self._folder = folder
        self._clients = {"review": review, "service": service}
        page = review.get("/report/traffic-police-2023").text
        self._token = page.split('name="token" content="')[1].split('"')[0]

    def holds(self, one: Sent) -> None:
        """An answer that is no defect, and a record of decisions that can be read."""
        headers = {"host": f"127.0.0.1:{_PORT}", "x-workreport-token": self._token, **one.headers}
        coded = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
        answer = self._clients[one.server].request(one.method, one.path, headers=coded, content=one.body)
        assert answer.status_code < 500 or answer.status_code == 503, (answer.status_code, answer.text[:300])
        assert "Traceback" not in answer.text
        Store(self._folder).of("traffic-police-2023")


@contextmanager
def servers() -> Iterator[Servers]:
    """Both servers, which end with this."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        (folder / "traffic-police-2023.json").write_text(written(_SAMPLE), encoding="utf-8")
        review = stack.enter_context(TestClient(review_app(folder, reviewer="甲", port=_PORT), base_url=f"http://127.0.0.1:{_PORT}"))
        service = stack.enter_context(TestClient(service_app(bounds=Bounds(workers=1)), base_url="http://127.0.0.1"))
        yield Servers(folder, review, service)


def decided_holds(one: Decided) -> None:
    """Decisions that are taken can be stored, read back and laid over the document; others are refused with a remedy."""
    found = document(_SAMPLE)
    try:
        taken = decisions_of(one.raw, found, place="p")
    except PipelineError as fault:
        if not fault.remedy:
            raise
        return
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        store.add("r", taken)
        assert {decision.id for decision in taken} == {decision.id for _, decision in store.of("r")}
        json.dumps(reviewed(found, store, "r"), ensure_ascii=False, allow_nan=False).encode("utf-8")


def exported_holds(one: Exported) -> None:
    """Every format takes every document, with as many rows, and no cell of a table runs."""
    try:
        found = json.loads(json.dumps(emit(analyse(read_text(one.text)), model="m"), ensure_ascii=False))
    except PipelineError as fault:
        if not fault.remedy:
            raise
        return
    with tempfile.TemporaryDirectory() as folder:
        for form, about in FORMATS.items():
            target = Path(folder) / f"table-{form}{about.suffixes[0] if about.suffixes else '.csv'}"
            try:
                rows = export([(Path("r.json"), found)], str(target), form).rows
            except PipelineError as fault:
                if not fault.remedy or "没有一个数字" not in fault.reason:
                    raise
                continue
            if form == "csv":
                cells = list(csv.reader(io.StringIO(target.read_text(encoding="utf-8-sig"), newline="")))
                assert len(cells) == rows + 1
                assert not [cell for line in cells for cell in line if cell.startswith(_FORMULA) and not _number(cell)]
            if form == "sql":
                with closing(sqlite3.connect(target)) as connection:
                    assert connection.execute("SELECT COUNT(*) FROM observations").fetchone() == (rows,)


def _number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
