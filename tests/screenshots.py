"""Pictures of the review page, to be looked at: ``make screenshots`` (python -m tests.screenshots FOLDER [REPORT.txt])."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from pipeline.review import Store

from .conftest import ROOT
from .review_pages import ARGUMENTS, CHROMIUM, decision, extracted, served

SIZES = {"1280": (1280, 800), "projector": (1024, 768), "wide": (1920, 1080)}


def with_a_failed_check(document: dict[str, Any]) -> None:
    """One contradiction of our own, so that all four states are in the picture."""
    one = next(i for i in document["indicators"] if i["value"] and i["changes"])
    document["checks"].append({"kind": "yoy_vs_difference", "status": "contradiction", "indicators": [one["id"]], "message": f"{one['value']['text']} 与 {one['changes'][0]['text']} 推出的上年数不合"})


def take(page: Page, address: str, name: str, row: str) -> None:
    page.goto(f"{address}/report/{name}")
    page.wait_for_selector("html[data-ready]")
    page.locator(f"#row-{row}").click()
    page.wait_for_timeout(300)


def main(folder: Path, source: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work, sync_playwright() as playwright:
        path = extracted(source, Path(work), with_a_failed_check)
        document = json.loads(path.read_text(encoding="utf-8"))
        row = next(i["id"] for i in document["indicators"] if i["value"] and i["value"]["bound"] != "exact" and i["changes"])  # all its parts are in the picture
        decided = [i["id"] for i in document["indicators"] if {e["rule"] for e in i["evidence"] if e["part"] == "name"} == {"subject"} and i["id"] != row][4:40]
        Store(path.parent).add(path.stem, [decision(document, id, "reject" if n % 9 == 4 else "accept", number=n) for n, id in enumerate(decided)])
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        with served(path.parent, reviewer="王小芳") as address:
            for scheme in ("light", "dark"):
                for title, (width, height) in SIZES.items():
                    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme, locale="zh-CN")
                    take(page, address, path.stem, row)
                    page.screenshot(path=folder / f"report-{title}-{scheme}.png")
                    page.close()
            page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="zh-CN")
            take(page, address, path.stem, row)
            page.keyboard.press("e")
            page.screenshot(path=folder / "edit.png")
            page.keyboard.press("Escape")
            for name, key in (("keys", "Shift+Slash"), ("recent", "r")):
                page.keyboard.press(key)
                page.wait_for_timeout(100)
                page.screenshot(path=folder / f"{name}.png")
                page.keyboard.press("Escape")
            page.pdf(path=folder / "print.pdf")
            page.goto(address)
            page.screenshot(path=folder / "reports.png")
        browser.close()
    print("\n".join(str(picture) for picture in sorted(folder.iterdir())))


if __name__ == "__main__":
    if CHROMIUM is None:
        sys.exit("没有找到 Chromium，截不了图；请先 apt-get install chromium。")
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "corpus/reports/traffic-police-2023.txt")
