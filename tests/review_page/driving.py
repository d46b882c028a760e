"""Driving the review page as a person does."""

from __future__ import annotations

from pathlib import Path

from pipeline.review import Store

REPORT = "traffic-police-2023"


def opened(tabs, address: str):
    page = tabs.new_page()
    page.goto(address)
    page.wait_for_selector("html[data-ready]", timeout=10_000)
    return page


def until(page, condition: str) -> None:
    """Wait for a condition; the page's policy forbids the evaluation that Playwright's own waiting needs."""
    for _ in range(400):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(25)
    raise AssertionError(f"never came true: {condition}")


def saved(page) -> None:
    until(page, "document.getElementById('saving').textContent === '已保存' && !Object.keys(localStorage).some((key) => key.startsWith('workreport:unsent'))")


def selected(page) -> str:
    return page.locator(".row[aria-selected=true]").get_attribute("data-id")


def actions(folder: Path) -> list[str]:
    return [decision.action for _, decision in Store(folder).of(REPORT)]


def select_text(page, document, start: int, end: int) -> None:
    """Select characters of the report with the mouse, as a person does: the offsets are code points."""
    line = document["text"].count("\n", 0, start)
    before = document["text"].rfind("\n", 0, start) + 1
    units = [len(document["text"][before:at].encode("utf-16-le")) // 2 for at in (start, end)]
    page.evaluate(
        """([line, a, b]) => {
            const walker = document.createTreeWalker(document.querySelectorAll('#source .line')[line], NodeFilter.SHOW_TEXT);
            const place = (at) => { let node = walker.currentNode = walker.root; while ((node = walker.nextNode())) { if (at <= node.length) return [node, at]; at -= node.length; } };
            getSelection().setBaseAndExtent(...place(a), ...place(b));
            document.querySelector('#source').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
            document.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
        }""",
        [line, *units],
    )
    page.wait_for_timeout(50)
