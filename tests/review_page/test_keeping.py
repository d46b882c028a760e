"""Nothing is lost and nothing runs: reload, crash, a second tab, a newer extraction, the single file, hostile text."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.review import Store, reviewed

from ..review_pages import extracted, served
from .driving import REPORT, actions, opened, saved, select_text, until

HOSTILE = (
    "某局2024年工作总结\n\n一、“引号”与<b>标签</b>\n"
    "全年<script>window.broken=1</script>受理案件𠮷𠮷812起，同比增长9.4%。</script><img src=x onerror=\"window.broken=2\">\n"
    "'单引号'\"双引号\"`反引号`\u2028查处违法行为305件，javascript:alert(1)，{{ 7*7 }}。\n"
)


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
