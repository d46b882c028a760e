"""A browser, a folder of documents, and the page on it. Where Chromium or its driver is missing, the tests of the page are skipped and say so."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from ..review_pages import ARGUMENTS, CHROMIUM, extracted, served
from .driving import REPORT, opened


@pytest.fixture(scope="session")
def browser():
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (extra [dev])")
    pytest.importorskip("fastapi", reason="extra [review] is not installed")
    if CHROMIUM is None:
        pytest.skip("Chromium is not on this machine (apt-get install chromium)")
    with sync_api.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield found
        found.close()


@pytest.fixture(scope="session")
def pristine(tmp_path_factory, samples) -> Path:
    return extracted(next(s for s in samples if s.stem == REPORT), tmp_path_factory.mktemp("pristine"))


@pytest.fixture
def folder(tmp_path, pristine) -> Path:
    (tmp_path / pristine.name).write_bytes(pristine.read_bytes())
    return tmp_path


@pytest.fixture
def document(folder) -> dict:
    return json.loads((folder / f"{REPORT}.json").read_text(encoding="utf-8"))


@pytest.fixture
def tabs(browser):
    """A browser profile; every request that would leave the machine, every error and every breach of the policy fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="zh-CN", accept_downloads=True)
    outside, faults = [], []

    def seen(route):
        address = urlsplit(route.request.url)
        if address.scheme in ("http", "https") and address.hostname != "127.0.0.1":
            outside.append(route.request.url)
            route.abort()
        else:
            route.continue_()

    context.route("**/*", seen)
    context.on("weberror", lambda fault: faults.append(str(fault.error)))
    context.on("console", lambda message: faults.append(message.text) if "Content Security Policy" in message.text else None)
    yield context
    context.close()
    assert outside == []
    assert faults == []


@pytest.fixture
def page(tabs, folder):
    with served(folder) as address:
        yield opened(tabs, f"{address}/report/{REPORT}")
