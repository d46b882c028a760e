"""Correcting, adding and relabelling."""

from __future__ import annotations

from pipeline.review import Store, reviewed

from .driving import REPORT, actions, saved, select_text, selected


def test_correcting_every_field_by_keyboard(page, folder, document):
    indicator = next(i for i in document["indicators"] if i["value"] and len(i["changes"]) == 1 and not i["rank"] and not i["base"])
    page.locator(f"#row-{indicator['id']}").click()
    page.keyboard.press("e")
    for name, text in (("name", "改后的名称"), ("scope", "全市"), ("period", "2022-Q3"), ("low-0", "100"), ("high-0", "200"), ("unit-0", "件"), ("low-1", "-5"), ("high-1", "-5"), ("why", "表里另有口径")):
        page.locator(f"#detail [name={name}]").fill(text)
    for name, value in (("modality", "target"), ("bound-0", "range"), ("bound-1", "min"), ("basis-1", "plan")):
        page.select_option(f"#detail [name={name}]", value)
    page.locator("#detail [name=name]").press("Enter")
    assert "再保存一次" in page.locator(".fault").inner_text()  # what was typed is not what stands there
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


def test_a_number_that_cannot_be_read_is_asked_for_and_one_in_words_is_read(page, folder, document):
    start = document["text"].index("工作")
    select_text(page, document, start, start + 2)
    page.keyboard.press("m")
    page.locator("#detail [name=name]").fill("补录的指标")
    assert page.locator("#detail [name=low-0]").input_value() == ""
    page.locator("#detail [name=name]").press("Enter")
    assert "读不成数字" in page.locator(".fault").inner_text()
    assert actions(folder) == []
    for field, text in (("low-0", "两千三百"), ("high-0", "2,300")):
        page.locator(f"#detail [name={field}]").fill(text)
    page.locator("#detail [name=name]").press("Enter")
    saved(page)
    (item,) = reviewed(document, Store(folder), REPORT)["indicators"]
    assert (item["value"]["low"], item["value"]["high"]) == (2300, 2300)


def test_a_number_that_differs_from_its_place_is_asked_about_once(page, folder, document):
    indicator = next(i for i in document["indicators"] if i["value"] and not i["changes"] and not i["base"])
    page.locator(f"#row-{indicator['id']}").click()
    page.keyboard.press("e")
    for field in ("low-0", "high-0"):
        page.locator(f"#detail [name={field}]").fill("7")
    page.locator("#detail [name=name]").press("Enter")
    assert "再保存一次" in page.locator(".fault").inner_text()
    assert actions(folder) == []
    page.locator("#detail [name=name]").press("Enter")
    saved(page)
    assert [item["value"]["low"] for item in reviewed(document, Store(folder), REPORT)["indicators"]] == [7]


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


def test_a_selection_left_standing_changes_nothing_later(page, document):
    indicator = next(i for i in document["indicators"] if i["value"])
    page.locator(f"#row-{indicator['id']}").click()
    page.keyboard.press("e")
    select_text(page, document, *indicator["value"]["span"])
    page.locator("#detail [name=low-0]").fill("7")
    page.locator("#detail h2").click()
    assert page.locator("#detail [name=low-0]").input_value() == "7"
