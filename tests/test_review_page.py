"""The review page in real headless Chromium: the whole flow by keyboard, the single file, undo, reload, crash, a second tab, hostile text, speed and accessibility."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.review import Store, reviewed
from pipeline.review.decisions import anchor

from .review_pages import ARGUMENTS, AXE, CHROMIUM, extracted, served

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (extra [dev])")
pytest.importorskip("fastapi", reason="extra [review] is not installed")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine (apt-get install chromium)")

REPORT = "traffic-police-2023"
HOSTILE = (
    "某局2024年工作总结\n\n一、“引号”与<b>标签</b>\n"
    "全年<script>window.broken=1</script>受理案件𠮷𠮷812起，同比增长9.4%。</script><img src=x onerror=\"window.broken=2\">\n"
    "'单引号'\"双引号\"`反引号`\u2028查处违法行为305件，javascript:alert(1)，{{ 7*7 }}。\n"
)


@pytest.fixture(scope="session")
def browser():
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


def opened(tabs, address: str):
    page = tabs.new_page()
    page.goto(address)
    page.wait_for_selector("html[data-ready]", timeout=10_000)
    return page


@pytest.fixture
def page(tabs, folder):
    with served(folder) as address:
        yield opened(tabs, f"{address}/report/{REPORT}")


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


# linked both ways (1, 2), marks, risk order and reasons (8, 9), four states (10)


def test_a_row_and_its_place_in_the_text_follow_each_other(page, document):
    indicator = next(i for i in document["indicators"] if i["value"] and i["changes"] and i["rule"] == "subject")
    page.locator(f"#row-{indicator['id']}").click()
    assert page.locator("mark.part-value").all_inner_texts() == [indicator["value"]["text"]]
    assert page.locator("mark.part-change").all_inner_texts() == [change["text"] for change in indicator["changes"]]
    assert "".join(page.locator("mark.part-name").all_inner_texts()) in indicator["name"]
    assert page.locator("mark.part-value").is_visible()
    other = next(i for i in reversed(document["indicators"]) if i["value"])
    page.locator(f"mark[data-ids='{other['id']}']").first.click()
    assert selected(page) == other["id"]
    looks = {role: page.evaluate(f"(() => {{ const e = document.createElement('mark'); e.className = 'part-{role}'; document.body.append(e); const s = getComputedStyle(e); return [s.textDecorationStyle, s.textDecorationLine, s.outlineStyle, s.boxShadow !== 'none'].join(); }})()") for role in ("name", "value", "change", "period", "bound", "base", "rank")}
    assert len(set(looks.values())) == len(looks), "each part has a shape of its own, not only a colour"


def test_the_riskiest_stand_first_with_the_reason_in_words(tabs, tmp_path, samples):
    def with_checks(document):
        document["checks"] = [{"kind": "yoy_vs_difference", "status": "contradiction", "indicators": [document["indicators"][-1]["id"]], "message": "两年之差是12，文中说15"}]
        document["indicators"][5]["value"]["text"] = "没有的话"

    folder = extracted(next(s for s in samples if s.stem == REPORT), tmp_path, with_checks).parent
    with served(folder) as address:
        page = opened(tabs, f"{address}/report/{REPORT}")
        first = page.locator(".row").nth(0).inner_text() + page.locator(".row").nth(1).inner_text()
        assert "两年之差是12，文中说15" in first
        assert "无出处" in first
        assert page.locator("#grounded").inner_text() == "无出处 1"
        kinds = page.locator(".row").evaluate_all("rows => rows.map(row => row.className.match(/is-(\\w+)/)[1])")
        assert kinds == sorted(kinds, key=["failed", "review", "auto"].index)
        assert {"failed", "review", "auto"} == set(kinds)
        assert page.locator("#filter-check option").all_inner_texts()[1:] == ["无出处　1", "同比与前后两数之差不合　1"]
        page.select_option("#filter-check", "ungrounded")
        assert page.locator(".row").count() == 1


def test_every_number_is_grounded_and_the_screen_says_so(page):
    assert page.locator("#grounded").inner_text() == "无出处 0"


# the flow by keyboard (6), at most one key for each right number, counts (progress), record (13)


def test_a_whole_report_by_keyboard_with_one_key_each(page, folder, document):
    total = len(document["indicators"])
    start = time.perf_counter()
    for _ in range(total):
        page.keyboard.press("Enter")
    seconds = time.perf_counter() - start
    assert page.locator("#tally").inner_text() == f"{total} / {total}"
    saved(page)
    found = reviewed(document, Store(folder), REPORT)
    assert len(found["indicators"]) == total
    assert seconds < total * 0.5, "the page keeps up with a person who presses two keys a second"
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


def test_correcting_every_field_by_keyboard(page, folder, document):
    indicator = next(i for i in document["indicators"] if i["value"] and len(i["changes"]) == 1 and not i["rank"] and not i["base"])
    page.locator(f"#row-{indicator['id']}").click()
    page.keyboard.press("e")
    for name, text in (("name", "改后的名称"), ("scope", "全市"), ("period", "2022-Q3"), ("low-0", "100"), ("high-0", "200"), ("unit-0", "件"), ("low-1", "-5"), ("high-1", "-5"), ("why", "表里另有口径")):
        page.locator(f"#detail [name={name}]").fill(text)
    for name, value in (("modality", "target"), ("bound-0", "range"), ("bound-1", "min"), ("basis-1", "plan")):
        page.select_option(f"#detail [name={name}]", value)
    page.locator("#detail [name=name]").press("Enter")
    saved(page)
    (item,) = reviewed(document, Store(folder), REPORT)["indicators"]
    assert (item["name"], item["scope"], item["period"], item["modality"]) == ("改后的名称", "全市", "2022-Q3", "target")
    assert (item["value"]["low"], item["value"]["high"], item["value"]["unit"], item["value"]["bound"]) == (100, 200, "件", "range")
    assert (item["changes"][0]["low"], item["changes"][0]["bound"], item["changes"][0]["basis"]) == (-5, "min", "plan")
    assert (item["review"]["review_status"], item["review"]["machine"]["name"]) == ("corrected", indicator["name"])
    assert Store(folder).of(REPORT)[0][1].why == "表里另有口径"


def test_accepting_a_correction_keeps_it(page, folder, document):
    row = selected(page)
    page.keyboard.press("e")
    page.locator("#detail [name=name]").fill("改后的名称")
    page.locator("#detail [name=name]").press("Enter")
    for key in ("Home", "f", "Home", "Enter", "Home", "Enter"):
        page.keyboard.press(key)
    saved(page)
    assert actions(folder) == ["correct", "flag", "correct"], "what is accepted already is not decided again"
    assert [(i["id"], i["name"]) for i in reviewed(document, Store(folder), REPORT)["indicators"]] == [(row, "改后的名称")]


def test_a_wrong_correction_is_told_and_not_saved(page, folder):
    page.keyboard.press("e")
    page.locator("#detail [name=period]").fill("去年")
    page.locator("#detail [name=period]").press("Enter")
    assert "2024-Q3" in page.locator(".fault").inner_text()
    page.keyboard.press("Escape")
    assert page.locator("#detail form").count() == 0
    assert actions(folder) == []


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


def test_the_span_is_corrected_by_selecting_text_and_by_keys(page, folder, document):
    indicator = next(i for i in document["indicators"] if i["value"])
    other = next(i for i in document["indicators"] if i["value"] and i["passage"] != indicator["passage"])
    page.locator(f"#row-{indicator['id']}").click()
    page.keyboard.press("e")
    page.locator("#detail [name=low-0]").focus()
    select_text(page, document, *other["value"]["span"])
    assert page.locator(".evidence").first.inner_text().strip("“”") == other["value"]["text"]
    page.locator("[data-index='0'] [title=终点左移]").press("Enter")
    page.locator("[data-index='0'] [title=终点右移]").press("Enter")
    page.locator("#detail [name=name]").press("Enter")
    saved(page)
    (item,) = reviewed(document, Store(folder), REPORT)["indicators"]
    assert item["value"]["span"] == other["value"]["span"]
    assert item["value"]["text"] == document["text"][slice(*item["value"]["span"])]


def test_a_missed_figure_is_added_from_a_selection(page, folder, document):
    start = document["text"].index("2024年1月18日")
    select_text(page, document, start, start + 4)
    page.keyboard.press("m")
    page.locator("#detail [name=name]").fill("补录的指标")
    page.locator("#detail [name=name]").press("Enter")
    saved(page)
    (item,) = reviewed(document, Store(folder), REPORT)["indicators"]
    assert (item["name"], item["value"]["span"], item["value"]["low"], item["review"]["review_status"]) == ("补录的指标", [start, start + 4], 2024, "added")
    assert page.locator(".row").count() == len(document["indicators"]) + 1
    page.keyboard.press("Backspace")
    assert page.locator(".row").count() == len(document["indicators"])


def test_a_passage_is_relabelled(page, folder, document):
    page.keyboard.press("4")
    page.keyboard.press("0")
    saved(page)
    passage = next(i["passage"] for i in document["indicators"] if i["id"] == selected(page))
    before = next(p for p in document["passages"] if p["id"] == passage)
    after = next(p for p in reviewed(document, Store(folder), REPORT)["passages"] if p["id"] == passage)
    assert (after["label"], after["horizon"] != before["horizon"]) == ("problem", True)
    assert "label-problem" in page.locator(f"[data-passage={passage}]").first.get_attribute("class")


def test_a_passage_without_numbers_is_reached_by_key_and_by_click(page, folder, document):
    taken = {i["passage"] for i in document["indicators"]}
    number, bare = next((n, p) for n, p in enumerate(document["passages"]) if n > 2 and p["id"] not in taken and p["label"] != "problem")
    page.locator(f"[data-passage={document['passages'][number - 1]['id']}]").first.click(position={"x": 4, "y": 10})
    page.keyboard.press("BracketRight")
    assert page.locator("#detail h2").inner_text() == f"段落 {bare['id']}"
    page.keyboard.press("4")
    page.keyboard.press("Enter")
    saved(page)
    assert actions(folder) == ["relabel"], "no indicator is selected, so there is none to accept"
    page.keyboard.press("ArrowDown")
    assert selected(page)


def test_a_key_held_down_decides_once(page, folder):
    page.evaluate("for (const repeat of [false, true, true]) document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, code: 'Enter', repeat }))")
    saved(page)
    assert actions(folder) == ["accept"]


def test_a_selection_left_standing_changes_nothing_later(page, document):
    indicator = next(i for i in document["indicators"] if i["value"])
    page.locator(f"#row-{indicator['id']}").click()
    page.keyboard.press("e")
    select_text(page, document, *indicator["value"]["span"])
    page.locator("#detail [name=low-0]").fill("7")
    page.locator("#detail h2").click()
    assert page.locator("#detail [name=low-0]").input_value() == "7"


# undo and the latest decisions (12)


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


# bulk, bound to filter and screen (11), filters with counts (14)


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


def test_filters_have_counts_and_search_finds_by_name(page, document):
    section = page.locator("#filter-section option").nth(2)
    wanted = int(section.inner_text().split("　")[-1])
    page.select_option("#filter-section", section.get_attribute("value"))
    assert page.locator(".row").count() == wanted
    page.keyboard.press("c")
    for label in ("achievement", "target"):
        page.select_option("#filter-label", label)
        inside = {p["id"] for p in document["passages"] if p["label"] == label}
        assert page.locator(".row").count() == sum(i["passage"] in inside for i in document["indicators"])
    page.locator("#clear").click()
    page.keyboard.press("Slash")
    page.keyboard.type("事故")
    assert page.locator(".row").count() == sum("事故" in i["name"] for i in document["indicators"])


# shortcuts on the screen and a sheet of them (7); Chinese input methods


def test_keys_are_visible_and_explained(page):
    assert page.locator("#detail .deeds kbd").all_inner_texts() == ["Enter", "E", "X", "空格", "F"]
    page.keyboard.press("Shift+Slash")
    assert page.locator("#sheet").is_visible()
    assert page.locator("#sheet-body .keys div").count() >= 17
    page.keyboard.press("Escape")
    assert not page.locator("#sheet").is_visible()


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


# nothing is lost


def test_a_reload_and_a_second_tab_show_the_same(tabs, folder):
    with served(folder) as address:
        one = opened(tabs, f"{address}/report/{REPORT}")
        two = opened(tabs, f"{address}/report/{REPORT}")
        one.keyboard.press("Enter")
        saved(one)
        two.keyboard.press("j")
        two.keyboard.press("x")
        saved(two)
        one.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        until(one, "document.getElementById('tally').textContent.startsWith('2 /')")
        one.reload()
        one.wait_for_selector("html[data-ready]")
        assert one.locator("#tally").inner_text().startswith("2 /")
        assert sorted(actions(folder)) == ["accept", "reject"]


def test_a_killed_server_loses_nothing(tabs, folder):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    def start() -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "pipeline", "review", str(folder), "--port", str(port), "--no-browser", "--reviewer", "甲"]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", env={**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"})
        assert f"127.0.0.1:{port}/report/{REPORT}" in process.stdout.readline()
        return process

    server = start()
    try:
        page = opened(tabs, f"http://127.0.0.1:{port}/report/{REPORT}")
        page.keyboard.press("Enter")
        saved(page)
        server.send_signal(signal.SIGKILL)
        server.wait()
        page.keyboard.press("Enter")
        page.keyboard.press("x")
        until(page, "document.getElementById('saving').className.includes('is-unsaved')")
        assert "已存在浏览器里" in page.locator("#saving").inner_text()
        server = start()
        saved(page)
        assert actions(folder) == ["accept", "accept", "reject"]
        page.reload()
        page.wait_for_selector("html[data-ready]")
        assert page.locator("#tally").inner_text().startswith("3 /")
    finally:
        server.kill()
        server.wait()


def test_the_reviewer_can_be_changed_on_the_page_and_is_remembered(page, folder):
    page.locator("#who").fill("李明")
    page.locator("#who").press("Escape")
    page.keyboard.press("Enter")
    saved(page)
    assert [decision.who for _, decision in Store(folder).of(REPORT)] == ["李明"]
    page.reload()
    assert page.locator("#who").input_value() == "李明"


def test_decisions_that_no_longer_hold_are_listed_after_a_new_extraction(tabs, folder, document):
    with served(folder) as address:
        page = opened(tabs, f"{address}/report/{REPORT}")
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
        saved(page)
        first = Store(folder).of(REPORT)[0][1].subject
        changed = json.loads(json.dumps(document))
        next(i for i in changed["indicators"] if i["id"] == first)["name"] = "新版本的名称"
        changed["pipeline"]["version"] = "9.9"
        (folder / f"{REPORT}.json").write_text(json.dumps(changed, ensure_ascii=False), encoding="utf-8")
        page.reload()
        page.wait_for_selector("html[data-ready]")
        assert page.locator("#tally").inner_text().startswith("1 /")
        page.locator("#lost").click()
        assert "新版本的名称" in page.locator("#sheet-body").inner_text()


# one file, offline (15), as text (21), code points (4, 5), hostile text


def test_the_single_file_works_from_disk_and_its_decisions_come_home(tabs, folder, document, tmp_path):
    target = tmp_path / "核对 页.html"
    assert CliRunner().invoke(main, ["review", "--html", str(target), "--reviewer", "乙", str(folder / f"{REPORT}.json")]).exit_code == 0
    tabs.set_offline(True)
    page = opened(tabs, target.as_uri())
    for key in ("Enter", "x", "Enter"):
        page.keyboard.press(key)
    assert "3 个还没有另存" in page.locator("#saving").inner_text()
    page.close()
    page = opened(tabs, target.as_uri())
    assert page.locator("#tally").inner_text().startswith("3 /")
    with page.expect_download() as download:
        page.locator("#download").click()
    download.value.save_as(tmp_path / "决定.json")
    assert page.locator("#saving").inner_text() == "已保存"
    result = CliRunner().invoke(main, ["review", "--apply", str(tmp_path / "决定.json"), str(folder)])
    assert result.exit_code == 0, result.output
    assert actions(folder) == ["accept", "reject", "accept"]
    assert len(reviewed(document, Store(folder), REPORT)["indicators"]) == 2


@pytest.mark.parametrize("offline", [False, True])
def test_text_from_a_report_never_runs_and_offsets_are_code_points(tabs, tmp_path, offline):
    source = tmp_path / "in" / "hostile.txt"
    source.parent.mkdir()
    source.write_text(HOSTILE, encoding="utf-8")
    path = extracted(source, tmp_path / "out")
    document = json.loads(path.read_text(encoding="utf-8"))
    with served(path.parent) as address:
        if offline:
            CliRunner().invoke(main, ["review", "--html", str(tmp_path / "p.html"), str(path)])
        page = opened(tabs, (tmp_path / "p.html").as_uri() if offline else f"{address}/report/hostile")
        assert page.evaluate("window.broken") is None
        assert page.locator("#source script, #source img, #source b").count() == 0
        assert "\n".join(page.locator("#source .line").all_text_contents()) == document["text"]
        assert page.locator("#grounded").inner_text() == "无出处 0"
        indicator = next(i for i in document["indicators"] if i["value"] and i["value"]["low"] == 812)
        page.locator(f"#row-{indicator['id']}").click()
        assert page.locator("mark.part-value").all_inner_texts() == ["812起"]
        start = document["text"].index("305件")
        select_text(page, document, start, start + 4)
        page.keyboard.press("m")
        assert page.locator(".evidence").inner_text().strip("“”") == "305件"
        page.locator("#detail [name=name]").fill("<script>window.broken=3</script>\"'")
        page.locator("#detail [name=name]").press("Enter")
        assert page.locator("#tally").inner_text().startswith("1 /")
        page.keyboard.press("r")
        assert page.evaluate("window.broken") is None
        if not offline:
            page.keyboard.press("Escape")
            saved(page)
            assert [decision.span for _, decision in Store(path.parent).of("hostile")] == [(start, start + 4)]


# speed, accessibility, paper


def a_thousand(document):
    """The report ten times over: more than 1,000 indicators in one text."""
    text, passages, indicators, sections = document["text"], document["passages"], document["indicators"], document["sections"]
    copies = -(-1000 // len(indicators))
    moved = json.dumps([passages, indicators, sections])
    for key in ("text", "passages", "indicators", "sections"):
        document[key] = "" if key == "text" else []
    for n in range(copies):
        shift = n * len(text)
        more_passages, more_indicators, more_sections = json.loads(moved)
        for one in [*more_passages, *more_sections, *(p for i in more_indicators for p in (i["value"], i["base"], i["rank"], *i["changes"]) if p)]:
            one["span"] = [at + shift for at in one["span"]]
        for one in [*more_passages, *more_indicators, *more_sections]:
            for key in ("id", "passage", "section", "parent"):
                if one.get(key):
                    one[key] = f"{one[key]}-{n}"
        document["text"] += text
        document["passages"] += more_passages
        document["indicators"] += more_indicators
        document["sections"] += more_sections


PRESS = """async () => {
    const times = [];
    for (let i = 0; i < 60; i++) {
        const start = performance.now();
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, code: i % 3 ? 'Enter' : 'ArrowDown' }));
        document.body.offsetHeight;
        times.push(performance.now() - start);
        await new Promise(requestAnimationFrame);
    }
    return times.sort((a, b) => a - b);
}"""


def test_a_thousand_indicators_open_in_a_second_and_never_stutter(tabs, tmp_path, samples):
    path = extracted(next(s for s in samples if s.stem == REPORT), tmp_path, a_thousand)
    total = len(json.loads(path.read_text(encoding="utf-8"))["indicators"])
    assert total >= 1000
    with served(tmp_path) as address:
        walls, works = [], []
        for _ in range(3):
            page = tabs.new_page()
            metrics = page.context.new_cdp_session(page)
            metrics.send("Performance.enable", {"timeDomain": "threadTicks"})
            start, busy = time.perf_counter(), time.process_time()
            page.goto(f"{address}/report/{REPORT}", wait_until="commit")
            page.wait_for_selector("html[data-ready]")
            walls.append(time.perf_counter() - start)
            rendered = {metric["name"]: metric["value"] for metric in metrics.send("Performance.getMetrics")["metrics"]}["TaskDuration"]
            works.append(time.process_time() - busy + rendered)
        assert page.locator(".row").count() == total
        keys = min((page.evaluate(PRESS) for _ in range(3)), key=lambda times: times[56])
    print(f"{total} indicators opened in {min(walls):.2f} s ({min(works):.2f} s of work); a key takes {keys[30]:.1f} ms in the middle, {keys[56]:.1f} ms at the 95th of 100")
    assert min(works) < 1, "what the server and the page compute, whatever else the machine does"
    if os.getloadavg()[0] < (os.cpu_count() or 1):
        assert min(walls) < 1
        assert keys[56] < 50
    assert keys[30] < 50


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not at hand (.ci/run fetches it)")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault(tabs, folder, scheme):
    def faults(page):
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")["violations"]
        return [(fault["id"], fault["nodes"][0]["html"]) for fault in found if fault["impact"] in ("serious", "critical")]

    with served(folder) as address:
        page = opened(tabs, f"{address}/report/{REPORT}")
        page.emulate_media(color_scheme=scheme)
        page.keyboard.press("Enter")
        page.keyboard.press("x")
        assert faults(page) == []
        page.keyboard.press("e")
        assert faults(page) == []
        page.keyboard.press("Escape")
        page.keyboard.press("Shift+Slash")
        assert faults(page) == []
        page.goto(f"{address}/")
        assert faults(page) == []


def test_changes_are_told_to_a_screen_reader(page):
    page.keyboard.press("Enter")
    assert page.locator("#live").get_attribute("aria-live") == "polite"
    assert page.locator("#live").inner_text().startswith("已接受：")
    assert page.locator("#list").get_attribute("aria-activedescendant") == page.locator(".row[aria-selected=true]").get_attribute("id")
    assert page.locator("#progress").get_attribute("aria-valuenow") == "1"


def test_paper_gets_a_table_with_the_quoted_passages(page, document):
    page.keyboard.press("Enter")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#paper").is_visible()
    assert not page.locator("#list").is_visible()
    assert page.locator("#paper tbody tr").count() == len(document["indicators"])
    assert page.locator("#paper tbody tr").first.inner_text().startswith("接受 测试员")
    assert len(page.pdf()) > 20_000


def test_the_anchor_of_every_row_is_in_the_text(page, document):
    ids = set(" ".join(page.locator("#source mark[data-ids]").evaluate_all("marks => marks.map(mark => mark.dataset.ids)")).split())
    assert ids == {indicator["id"] for indicator in document["indicators"]}
    assert all(document["text"][slice(*anchor(i))] for i in document["indicators"])
