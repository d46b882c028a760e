"""A review server and documents for the tests of the review room and for the pictures of its page."""

from __future__ import annotations

import json
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from pipeline.review import Decision
from pipeline.review.decisions import anchor, core, digest

from .once import written

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
AXE = Path(__file__).parents[1] / ".venv" / "axe.min.js"
ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"]


def extracted(source: Path, folder: Path, change: Callable[[dict[str, Any]], None] = lambda document: None) -> Path:
    """A report's document written into ``folder``, after ``change``."""
    document: dict[str, Any] = json.loads(written(source))
    change(document)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{source.stem}.json"
    target.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return target


@contextmanager
def served(path: Path, reviewer: str = "测试员", lang: Literal["zh", "en"] = "zh") -> Iterator[str]:
    """The address of a server of ``path``, stopped at the end."""
    import uvicorn

    from pipeline.review.server import app, free_port

    taken = free_port(0)
    port = taken.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app(path, reviewer=reviewer, port=port, lang=lang), log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [taken]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)
    taken.close()


def decision(found: dict[str, Any], subject: str, action: str, *, number: int = 0, **changed: Any) -> Decision:
    """A decision on ``subject`` as the page makes it."""
    indicator = next((i for i in found["indicators"] if i["id"] == subject), None)
    passage = next((p for p in found["passages"] if p["id"] == subject), None)
    value = changed.get("value")
    start, end = anchor(indicator) if indicator else passage["span"] if passage else anchor(value)
    text = found["text"]
    fields: dict[str, Any] = {
        "id": f"d{number:04d}-{subject}", "subject": subject, "action": action, "value": None, "machine": core(indicator) if indicator else None, "span": (start, end), "evidence": text[start:end],
        "prefix": text[max(0, start - 32) : start], "suffix": text[end : end + 32], "who": "王小芳", "at": f"2026-03-02T08:{number // 60:02d}:{number % 60:02d}.000Z", "why": "", "undoes": None,
        "document": digest(found), "version": found["pipeline"]["version"],
    }  # fmt: skip
    return Decision(**(fields | changed))
