"""Deciding by keyboard: one key each, undo, bulk acceptance, a Chinese input method."""

from __future__ import annotations

import json

from pipeline.review import Store, reviewed

from ..review_pages import extracted, served
from .driving import REPORT, actions, opened, saved, selected, until


def test_a_whole_report_by_keyboard_with_one_key_each(page, folder, document):
    total = len(document["indicators"])
    for _ in range(total):
        page.keyboard.press("Enter")
    assert page.locator("#tally").inner_text() == f"{total} / {total}"
    saved(page)
    found = reviewed(document, Store(folder), REPORT)
    assert len(found["indicators"]) == total
    one = Store(folder).of(REPORT)[0][1]
    assert (one.who, one.version, one.machine is not None, document["text"][slice(*one.span)]) == ("测试员", document["pipeline"]["version"], True, one.evidence)


def test_a_real_report_by_keyboard(tabs, tmp_path, shared):
    """An outside report of 203 indicators: accepted one key each, then exported as reviewed; nothing of it is without a place in the text."""
    path = extracted(shared / "reports" / "jilin-2026.txt", tmp_path)
    document = json.loads(path.read_text(encoding="utf-8"))
    with served(tmp_path) as address:
        page = opened(tabs, f"{address}/report/{path.stem}")
        assert page.locator("#grounded").inner_text() == "无出处 0"
        for _ in document["indicators"]:
            page.keyboard.press("Enter")
        saved(page)
        assert page.locator(".row.is-decided").count() == len(document["indicators"])
    assert len(reviewed(document, Store(tmp_path), path.stem)["indicators"]) == len(document["indicators"])


def test_keys_decide_and_move(page, folder):
    first, second, third, fourth = page.locator(".row").evaluate_all("rows => rows.slice(0, 4).map(row => row.dataset.id)")
    for key, row in (("KeyA", first), ("KeyX", second), ("Space", third), ("KeyF", fourth)):
        assert selected(page) == row
        page.keyboard.press(key)
    saved(page)
    page.keyboard.press("w")
    page.keyboard.type("两处口径不一")
    page.keyboard.press("Enter")
    page.keyboard.press("x")
    page.keyboard.press("Backspace")
    saved(page)
    assert actions(folder) == ["accept", "reject", "later", "flag", "reject", "undo"]
    assert Store(folder).of(REPORT)[4][1].why == "两处口径不一"
    assert [page.locator(f"#row-{row} .hidden").inner_text() for row in (first, second, third, fourth)] == ["接受：", "驳回：", "稍后：", "存疑："]
    page.keyboard.press("Home")
    assert selected(page) == first
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("k")
    assert selected(page) == second
    page.keyboard.press("n")
    assert page.locator(".row[aria-selected=true]").get_attribute("class").endswith("verdict-none"), "what was put off comes last"
    assert "accept" in page.evaluate("document.querySelector('.deed-accept').className")


def test_a_key_held_down_decides_once(page, folder):
    page.evaluate("for (const repeat of [false, true, true]) document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, code: 'Enter', repeat }))")
    saved(page)
    assert actions(folder) == ["accept"]


def test_undo_takes_back_one_act_and_the_list_takes_back_any(page, folder):
    for key in ("Enter", "Enter", "x"):
        page.keyboard.press(key)
    page.keyboard.press("Backspace")
    assert page.locator("#tally").inner_text().startswith("2 /")
    page.keyboard.press("r")
    assert page.locator("#sheet-body li").count() == 2
    page.locator("#sheet-body li .tag").last.click()
    page.keyboard.press("Escape")
    assert page.locator("#tally").inner_text().startswith("1 /")
    saved(page)
    assert actions(folder) == ["accept", "accept", "reject", "undo", "undo"], "what was taken back stays in the record"


def test_bulk_accept_takes_what_the_filter_shows_and_the_reader_saw_and_one_key_takes_it_back(page, folder, document):
    page.locator("[data-state=auto]").click()
    shown = page.locator(".row").count()
    assert page.locator("[data-state=auto] b").inner_text() == str(shown)
    page.wait_for_timeout(200)
    page.keyboard.press("Shift+KeyA")
    taken = int(page.locator("#sheet .deed-accept").inner_text().split()[1])
    assert 0 < taken < shown
    assert f"{shown - taken} 个还没有滚动到" in page.locator("#sheet-body").inner_text()
    page.keyboard.press("Enter")
    assert page.locator("#tally").inner_text().startswith(f"{taken} /")
    saved(page)
    decided = [decision.subject for _, decision in Store(folder).of(REPORT)]
    assert decided == page.locator(".row").evaluate_all("rows => rows.map(row => row.dataset.id)")[:taken]
    page.keyboard.press("Backspace")
    assert page.locator("#tally").inner_text().startswith("0 /")


def test_keys_work_with_a_chinese_input_method_on(page, folder):
    def press(**event):
        page.evaluate("(event) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...event }))", event)

    press(code="KeyX", key="x", isComposing=True)
    press(code="Enter", key="Enter", isComposing=True)
    assert page.locator("#tally").inner_text().startswith("0 /"), "what belongs to a composition is not ours"
    press(code="KeyX", key="Process", keyCode=229)
    press(code="KeyA", key="Process", keyCode=229)
    saved(page)
    assert actions(folder) == ["reject", "accept"]


def test_composing_in_the_search_box_waits_for_the_words(page, document):
    client = page.context.new_cdp_session(page)
    page.keyboard.press("Slash")
    client.send("Input.imeSetComposition", {"text": "shigu", "selectionStart": 5, "selectionEnd": 5})
    assert page.locator(".row").count() == len(document["indicators"])
    client.send("Input.insertText", {"text": "事故"})
    until(page, "document.getElementById('words').value === '事故'")
    assert 0 < page.locator(".row").count() < len(document["indicators"])
