"""What the page shows: text and table tied together, risk first, filters, keys, paper, a screen reader, a thousand rows."""

from __future__ import annotations

import json
import time

import pytest

from pipeline.review.decisions import anchor

from ..review_pages import AXE, extracted, served
from .driving import REPORT, opened, selected, until


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


def test_a_row_and_its_place_in_the_text_follow_each_other(page, document):
    indicator = next(i for i in document["indicators"] if i["value"] and i["changes"] and {e["rule"] for e in i["evidence"] if e["part"] == "name"} == {"subject"})
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
        assert page.locator("#filter-check option").all_inner_texts()[1:] == ["无出处　1", "同比与增减量　1"]
        page.select_option("#filter-check", "ungrounded")
        assert page.locator(".row").count() == 1


def test_every_number_is_grounded_and_the_screen_says_so(page):
    assert page.locator("#grounded").inner_text() == "无出处 0"


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


def test_keys_are_visible_and_explained(page):
    assert page.locator("#detail .deeds kbd").all_inner_texts() == ["Enter", "E", "X", "空格", "F"]
    page.keyboard.press("Shift+Slash")
    assert page.locator("#sheet").is_visible()
    assert page.locator("#sheet-body .keys div").count() >= 17
    page.keyboard.press("Escape")
    assert not page.locator("#sheet").is_visible()


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


def test_ten_times_the_indicators_cost_a_page_no_more_than_in_proportion(tabs, tmp_path, samples):
    """Measured is the work of server and page, the best of three, whatever else the machine does; and the key in the middle of sixty."""
    report = next(s for s in samples if s.stem == REPORT)
    works, keys, totals = {}, {}, {}
    for name, change in (("few", lambda document: None), ("many", a_thousand)):
        path = extracted(report, tmp_path / name, change)
        totals[name] = len(json.loads(path.read_text(encoding="utf-8"))["indicators"])
        with served(tmp_path / name) as address:
            works[name] = min(opening(tabs, f"{address}/report/{REPORT}") for _ in range(3))
            page = opened(tabs, f"{address}/report/{REPORT}")
            assert page.locator(".row").count() == totals[name]
            keys[name] = min(page.evaluate(PRESS)[30] for _ in range(3))
    assert totals["many"] >= 1000
    times = totals["many"] / totals["few"]
    print(f"{totals['many']} indicators are {works['many']:.2f} s of work, {totals['few']} {works['few']:.2f} s; a key {keys['many']:.1f} and {keys['few']:.1f} ms")
    assert works["many"] < 3 * times * works["few"]
    assert keys["many"] < 3 * times * max(keys["few"], 1)


def opening(tabs, address: str) -> float:
    """Processor seconds of the server and the page until the page is ready."""
    page = tabs.new_page()
    metrics = page.context.new_cdp_session(page)
    metrics.send("Performance.enable", {"timeDomain": "threadTicks"})
    busy = time.process_time()
    page.goto(address, wait_until="commit")
    page.wait_for_selector("html[data-ready]")
    rendered = {metric["name"]: metric["value"] for metric in metrics.send("Performance.getMetrics")["metrics"]}["TaskDuration"]
    page.close()
    return float(time.process_time() - busy + rendered)


CHROME = """() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), said = [];
    const ours = "script, #source, .outline, #filter-section, q, .fact dd, .passage-text, .row, .figure-column, .reasons, #detail h2, h1";
    for (let node; (node = walker.nextNode()); ) if (!node.parentElement.closest(ours)) said.push(node.data);
    for (const one of document.querySelectorAll("[aria-label], [placeholder], [title]"))
        if (!one.closest("#source, .outline, .list")) said.push(one.ariaLabel || "", one.placeholder || "", one.title || "");
    return said.filter((words) => /[\\u4e00-\\u9fff]/.test(words));
}"""


def test_the_page_speaks_english_on_request(tabs, folder):
    """What the page says itself; the words of the report stay as they are."""
    with served(folder, reviewer="A. Reader", lang="en") as address:
        page = opened(tabs, f"{address}/report/{REPORT}")
        assert page.locator("html").get_attribute("lang") == "en"
        page.keyboard.press("n")
        assert page.evaluate(CHROME) == []
        page.keyboard.press("e")
        assert page.evaluate(CHROME) == []
        page.keyboard.press("Escape")
        page.keyboard.press("?")
        assert page.evaluate(CHROME) == []
        page.keyboard.press("Escape")
        page.keyboard.press("Enter")
        until(page, "document.getElementById('saving').textContent === 'Saved'")
        page.goto(address)
        assert page.title() == "Reports to review"
