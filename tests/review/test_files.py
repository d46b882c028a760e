"""Documents, the single file, what comes back from it, and the command."""

from __future__ import annotations

import copy
import csv
import json
from html.parser import HTMLParser

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.errors import ReadError
from pipeline.review.decisions import core, digest
from pipeline.review.folder import entries
from pipeline.review.page import escaped, page_data, single_file, static

from ..review_pages import decision

pytest.importorskip("fastapi", reason="extra [review] is not installed")


def corrected(record: dict, **changed) -> dict:
    return {**core(record), **changed}


def test_only_documents_inside_the_folder_are_offered(tmp_path, document):
    inside, outside = tmp_path / "in", tmp_path / "out"
    (outside / "empty").mkdir(parents=True)
    (inside / "sub").mkdir(parents=True)
    for folder in (inside / "sub", outside):
        (folder / "a.json").write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    (inside / "other.json").write_text("{}", encoding="utf-8")
    (inside / "link.json").symlink_to(outside / "a.json")
    assert list(entries(inside)) == ["sub/a"]
    with pytest.raises(ReadError, match="没有 workreport"):
        entries(outside / "empty")
    with pytest.raises(ReadError, match=r"other\.json"):
        entries(inside / "other.json")


def test_the_single_file_names_no_other_file_and_cannot_be_broken_out_of(entry, document):
    hostile = copy.deepcopy(document)
    hostile["report"]["title"] = "</script><script>alert(1)</script>\u2028"
    page = single_file(entry, hostile, reviewer="“甲”<b>")
    assert page.startswith('<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">')
    assert "<script>alert" not in page
    assert "\u2028" not in page.split('id="data">')[1]
    found: list[str] = []

    class References(HTMLParser):
        def handle_starttag(self, tag, attrs):
            found.extend(value for name, value in attrs if name in {"src", "href", "action", "srcset", "poster", "data", "formaction", "ping"})

    References().feed(page)
    assert set(found) == {"data:,"}
    assert "url(" not in static("review.css")
    assert "@import" not in static("review.css")


def test_half_a_surrogate_pair_can_be_written(document):
    assert json.loads(escaped("\ud83d")) == "\ud83d"


def test_apply_takes_the_decisions_of_the_offline_page(tmp_path, entry, document):
    file = tmp_path / "决定.json"
    content = {"format": "workreport-decisions/1", "name": "报告", "sha256": document["source"]["sha256"], "document": digest(document), "saved_at": "2026-03-02T09:00:00Z", "decisions": [decision(document, "i1", "accept").plain()]}
    file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    result = CliRunner().invoke(main, ["review", "--apply", str(file), str(tmp_path)])
    assert (result.exit_code, "收下 1 个决定" in result.output) == (0, True), result.output
    assert "另外 1 个早已有了" in CliRunner().invoke(main, ["review", "--apply", str(file), str(tmp_path)]).output
    assert [d.who for _, d in entry.store.of(entry.report)] == ["王小芳"]
    content["decisions"] += [decision(document, "i2", "accept", evidence="别的").plain()]
    file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    broken = CliRunner().invoke(main, ["review", "--apply", str(file), str(tmp_path)])
    assert (broken.exit_code, "第 2 个决定" in broken.output, len(entry.store.of(entry.report))) == (1, True, 1)
    content["sha256"] = "0" * 64
    file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    assert "没有这些决定所说的报告" in CliRunner().invoke(main, ["review", "--apply", str(file), str(tmp_path)]).output


def test_the_command_writes_a_page_and_labels(tmp_path, entry, document):
    page = tmp_path / "页" / "核对.html"
    assert CliRunner().invoke(main, ["review", "--html", str(page), str(entry.path)]).exit_code == 0
    assert page.read_bytes().decode("utf-8").startswith("<!doctype html>")
    assert CliRunner().invoke(main, ["review", "--html", str(page), str(tmp_path)]).exit_code == 2
    gold = tmp_path / "gold"
    assert CliRunner().invoke(main, ["review", "--to-gold", str(gold), str(tmp_path)]).exit_code == 1
    entry.store.add(entry.report, [decision(document, i["id"], "accept", number=n) for n, i in enumerate(document["indicators"])])
    result = CliRunner().invoke(main, ["review", "--to-gold", str(gold), str(entry.path)])
    assert (result.exit_code, sorted(p.name for p in gold.iterdir())) == (0, ["报告.json", "报告.txt"])


def test_a_missing_extra_is_named(monkeypatch, entry):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    result = CliRunner().invoke(main, ["review", str(entry.path)])
    assert (result.exit_code, "pip install 'workreport-zh[review]'" in result.output) == (1, True)


def test_the_data_of_the_page_leave_nothing_out(entry, document):
    data = page_data(entry, document)
    assert {i["id"] for i in data["indicators"]} == {i["id"] for i in document["indicators"]}
    assert data["text"] == document["text"]


def test_export_takes_reviewed_numbers_only(tmp_path, entry, document):
    table = tmp_path / "数字.csv"
    wide = corrected(document["indicators"][2], value={**document["indicators"][2]["value"], "low": 999, "high": 999})
    entry.store.add(entry.report, [decision(document, "i1", "accept", number=1), decision(document, "i3", "correct", number=2, value=wide), decision(document, "i4", "reject", number=3)])
    result = CliRunner().invoke(main, ["export", str(entry.path), "--reviewed", "-o", str(table)])
    assert result.exit_code == 0, result.output
    rows = list(csv.DictReader(table.read_text(encoding="utf-8-sig").splitlines()))
    assert {row["indicator_id"] for row in rows} == {"i1", "i3"}
    (value,) = [row for row in rows if row["indicator_id"] == "i3" and row["role"] == "value"]
    assert (value["OBS_VALUE"], value["value_machine"], value["review_status"], value["reviewer"], value["OBS_STATUS"]) == ("999", f"{document['indicators'][2]['value']['low']}", "corrected", "王小芳", "A")
    assert all(row["value_machine"] for row in rows)


def test_export_says_when_nothing_was_reviewed(tmp_path, entry):
    result = CliRunner().invoke(main, ["export", str(entry.path), "--reviewed", "-o", str(tmp_path / "x.csv")])
    assert (result.exit_code, "还没有审核过的数字" in result.output, (tmp_path / "x.csv").exists()) == (1, True, False)
