"""The record of decisions, what holds after a new extraction, and what decisions become."""

from __future__ import annotations

import copy
import csv
import http.client
import json
import sqlite3
from collections.abc import Iterator
from html.parser import HTMLParser

import jsonschema
import pytest
from click.testing import CliRunner

from pipeline.classify.model import MODEL
from pipeline.cli import main
from pipeline.emit.schema import schema
from pipeline.errors import LexiconError, ReadError, ReviewError
from pipeline.evaluate import evaluate, load_all
from pipeline.review import Store, review, reviewed
from pipeline.review.decisions import anchor, core, digest
from pipeline.review.folder import entries
from pipeline.review.gold import to_gold
from pipeline.review.incoming import decisions_of
from pipeline.review.marks import marks
from pipeline.review.page import escaped, page_data, single_file, static
from pipeline.review.risk import risks
from pipeline.review.standing import standing
from pipeline.review.words import page_words

from .review_pages import decision, extracted, served

pytest.importorskip("fastapi", reason="extra [review] is not installed")
from pipeline.review.server import free_port


@pytest.fixture(scope="module")
def document(tmp_path_factory, samples):
    path = extracted(next(s for s in samples if s.stem == "traffic-police-2023"), tmp_path_factory.mktemp("review"))
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture
def entry(tmp_path, document):
    (tmp_path / "报告.json").write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return entries(tmp_path)["报告"]


def corrected(record: dict, **changed) -> dict:
    return {**core(record), **changed}


# the record


def test_a_decision_comes_back_as_it_was_written(tmp_path, document):
    store = Store(tmp_path)
    one = decision(document, "i3", "correct", value=corrected(document["indicators"][2], name="事故"), why="少了“一般程序”")
    assert store.add("r", [one]) == 1
    assert store.of("r") == [(1, one)]
    assert store.of("other") == []


def test_the_same_decision_twice_is_one(tmp_path, document):
    store = Store(tmp_path)
    one = decision(document, "i1", "accept")
    assert [store.add("r", [one]), store.add("r", [one])] == [1, 0]


def test_the_record_can_only_grow(tmp_path, document):
    store = Store(tmp_path)
    store.add("r", [decision(document, "i1", "accept")])
    with sqlite3.connect(store.path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        for forbidden in ("UPDATE decisions SET who = 'x'", "DELETE FROM decisions"):
            with pytest.raises(sqlite3.IntegrityError, match="only added"):
                connection.execute(forbidden)


def test_a_broken_record_is_named_and_kept(tmp_path, document):
    (tmp_path / "review.sqlite3").write_bytes(b"not a database, but not ours to overwrite" * 40)
    with pytest.raises(ReviewError, match=r"review\.sqlite3"):
        Store(tmp_path).add("r", [decision(document, "i1", "accept")])
    assert (tmp_path / "review.sqlite3").read_bytes().startswith(b"not a database")


# what holds


def test_the_latest_decision_decides_and_undo_brings_back_the_one_before(entry, document):
    first, second = decision(document, "i1", "accept", number=1), decision(document, "i1", "reject", number=2)
    entry.store.add(entry.report, [first, second])
    assert review(document, entry.store, entry.report).verdicts["i1"].status == "rejected"
    entry.store.add(entry.report, [decision(document, "i1", "undo", number=3, undoes=second.id)])
    assert review(document, entry.store, entry.report).verdicts["i1"].status == "accepted"
    entry.store.add(entry.report, [decision(document, "i1", "flag", number=4)])
    assert "i1" not in review(document, entry.store, entry.report).verdicts


def newer(document: dict, head: str = "") -> dict:
    """The same report from a newer version: other ids, and ``head`` before the text."""
    found = copy.deepcopy(document)
    found["pipeline"]["version"] = "9.9"
    found["text"] = head + found["text"]
    for passage in found["passages"]:
        passage["span"] = [at + len(head) for at in passage["span"]]
    for number, indicator in enumerate(found["indicators"]):
        indicator["id"] = f"n{number}"
        for part in [indicator["value"], indicator["base"], indicator["rank"], *indicator["changes"]]:
            if part:
                part["span"] = [at + len(head) for at in part["span"]]
    return found


@pytest.mark.parametrize("head", ["", "𠮷县的报告\n"])
def test_decisions_whose_evidence_stands_move_to_the_new_extraction(document, head):
    own = corrected(document["indicators"][1], name="改过的名称")
    old = [decision(document, "i1", "accept", number=1), decision(document, "i2", "correct", number=2, value=own), decision(document, "i3", "reject", number=3), decision(document, "p9", "relabel", number=4, value={"label": "measure", "horizon": "planned"})]
    kept, lost = standing(newer(document, head), old)
    assert lost == []
    assert [(one.subject, one.action) for one in kept] == [("n0", "accept"), ("n1", "correct"), ("n2", "reject"), ("p9", "relabel")]
    assert newer(document, head)["text"][slice(*kept[1].value["value"]["span"])] == kept[1].value["value"]["text"]


def test_decisions_whose_evidence_fell_are_listed_with_the_reason(document):
    old = [decision(document, "i1", "accept", number=1), decision(document, "i2", "accept", number=2), decision(document, "i3", "accept", number=3)]
    changed = newer(document)
    changed["indicators"][0]["name"] = "另一个名称"
    del changed["indicators"][1]
    start, end = anchor(document["indicators"][2])
    changed["text"] = changed["text"][:start] + "〇" * (end - start) + changed["text"][end:]
    kept, lost = standing(changed, old)
    assert kept == []
    assert ["结果不同" in lost[0].reason, "没有指标" in lost[1].reason, "有改动" in lost[2].reason] == [True, True, True]


def test_a_value_of_a_person_outlives_the_machines(document):
    own = corrected(document["indicators"][0], name="人写的名称")
    changed = newer(document)
    changed["indicators"][0]["name"] = "机器的新名称"
    assert [(d.subject, d.action) for d in standing(changed, [decision(document, "i1", "correct", value=own)])[0]] == [("n0", "correct")]
    del changed["indicators"][0]
    (kept,), lost = standing(changed, [decision(document, "i1", "correct", value=own)])
    assert (kept.action, kept.value["name"], lost) == ("add", "人写的名称", [])


def test_what_was_added_corrects_the_machine_once_it_finds_it_too(document):
    without = copy.deepcopy(document)
    missed = core(without["indicators"].pop(0))
    kept, _ = standing(document, [decision(without, "a-0001", "add", value=missed)])
    assert [(one.subject, one.action) for one in kept] == [("i1", "correct")]


# what comes in


def test_what_comes_in_is_checked_against_the_text(document):
    good = decision(document, "i1", "accept").plain()
    assert decisions_of([good], document, place="x")[0] == decision(document, "i1", "accept")
    for change, reason in (
        ({"action": "approve"}, "action"), ({"extra": 1}, "extra"), ({"evidence": "别的"}, "不是“别的”"), ({"subject": "../../x"}, "subject"), ({"subject": "i9999"}, "没有 i9999"),
        ({"at": "yesterday"}, "at"), ({"who": ""}, "who"), ({"action": "correct"}, "带的值不对"), ({"action": "undo"}, "撤销"), ({"span": [5, 2**40]}, "原文 5"),
        ({"action": "correct", "value": corrected(document["indicators"][2], value={**document["indicators"][2]["value"], "low": 9, "high": 1})}, "下限大于上限"),
        ({"action": "correct", "value": corrected(document["indicators"][0], value=None, changes=[], rank=None)}, "至少要有"),
        ({"action": "correct", "value": corrected(document["indicators"][0], period="去年")}, "period"),
    ):  # fmt: skip
        with pytest.raises(ReviewError, match=reason):
            decisions_of([good | change], document, place="x")


# what decisions become


def test_reviewed_holds_what_was_accepted_corrected_or_added_and_nothing_else(entry, document):
    wide = corrected(document["indicators"][1], name="改过的名称")
    missed = corrected(document["indicators"][4], name="漏掉的指标")
    entry.store.add(entry.report, [
        decision(document, "i1", "accept", number=1), decision(document, "i2", "correct", number=2, value=wide), decision(document, "i3", "reject", number=3),
        decision(document, "i4", "later", number=4), decision(document, "a-1", "add", number=5, value=missed, span=anchor(missed)), decision(document, "p9", "relabel", number=6, value={"label": "problem", "horizon": "realised"}),
    ])  # fmt: skip
    found = reviewed(document, entry.store, entry.report)
    assert [(i["name"], i["review"]["review_status"], i["review"]["reviewer"]) for i in found["indicators"]] == [(document["indicators"][0]["name"], "accepted", "王小芳"), ("改过的名称", "corrected", "王小芳"), ("漏掉的指标", "added", "王小芳")]
    assert [i["review"]["machine"] and i["review"]["machine"]["name"] for i in found["indicators"]] == [document["indicators"][0]["name"], document["indicators"][1]["name"], None]
    assert next(p for p in found["passages"] if p["id"] == "p9")["label"] == "problem"
    assert found["indicators"][1]["confidence"] == document["indicators"][1]["confidence"], "the machine's score is kept after a decision"
    jsonschema.validate(found, schema())


def test_a_wholly_accepted_report_scores_as_its_own_gold_and_can_be_trained_on(entry, document, tmp_path):
    labelled = {p["id"]: {"label": p["label"], "horizon": p["horizon"]} for p in document["passages"]}
    entry.store.add(entry.report, [decision(document, i["id"], "accept", number=n) for n, i in enumerate(document["indicators"])])
    entry.store.add(entry.report, [decision(document, id, "relabel", number=200 + n, value=label) for n, (id, label) in enumerate(labelled.items())])
    gold = tmp_path / "gold"
    labels = to_gold(entry, gold)
    quantities = sum(bool(i["value"]) + bool(i["base"]) + len(i["changes"]) + bool(i["rank"]) for i in document["indicators"])
    assert (len(labels["figures"]), len(labels["passages"])) == (quantities, len(document["passages"]))
    score = evaluate(load_all(gold), model=MODEL)[""]
    assert [score.tallies[what].f1 for what in ("figure", "quantity", "name", "fact", "change")] == [1, 1, 1, 1, 1]
    assert [tally.right / tally.gold for tally in score.qualifiers.values() if tally.gold] == [1.0] * sum(bool(tally.gold) for tally in score.qualifiers.values())
    assert score.passage_accuracy == 1
    model = tmp_path / "own.npz"
    assert CliRunner().invoke(main, ["train", "--corpus", str(gold), "-o", str(model)]).exit_code == 0
    assert model.exists()


def test_gold_speaks_only_of_passages_whose_every_figure_was_decided(entry, document, tmp_path):
    passage = document["indicators"][0]["passage"]
    inside = [i for i in document["indicators"] if i["passage"] == passage]
    other = next(i for i in document["indicators"] if sum(o["passage"] == i["passage"] for o in document["indicators"]) > 1 and i["passage"] != passage)
    entry.store.add(entry.report, [decision(document, i["id"], "accept", number=n) for n, i in enumerate([*inside, other])])
    labels = to_gold(entry, tmp_path / "gold")
    assert labels["windows"] == [next(p["span"] for p in document["passages"] if p["id"] == passage)]
    assert labels["passages"] == [], "what the machine thought of a passage is no label"


def test_rejected_figures_are_no_figures(entry, document, tmp_path):
    passage = document["indicators"][0]["passage"]
    inside = [i for i in document["indicators"] if i["passage"] == passage]
    entry.store.add(entry.report, [decision(document, i["id"], "reject", number=n) for n, i in enumerate(inside)])
    labels = to_gold(entry, tmp_path / "gold")
    assert (labels["figures"], len(labels["windows"])) == ([], 1)


# risk, reasons, marks


def test_failed_checks_come_first_then_low_confidence_then_order(document):
    checked = copy.deepcopy(document)
    last = checked["indicators"][-1]["id"]
    checked["checks"] = [{"kind": "yoy_vs_difference", "status": "contradiction", "indicators": [last], "message": "812－186≠903"}, {"kind": "sum", "status": "cannot tell", "indicators": ["i1"], "message": ""}]
    found = risks(checked)
    sure = {i["id"]: i["confidence"] for i in checked["indicators"]}
    assert next(iter(found)) == last
    assert "812－186≠903" in found[last].reasons[0]
    open_ones = [sure[id] for id, risk in found.items() if risk.state == "review"]
    assert open_ones == sorted(open_ones)
    order = [i["id"] for i in checked["indicators"]]
    easy = [id for id, risk in found.items() if risk.state == "auto"]
    assert easy == sorted(easy, key=order.index)
    assert all(risk.reasons for risk in found.values() if risk.state != "auto")


def test_a_number_that_is_not_in_the_text_is_a_failed_check(document):
    adrift = copy.deepcopy(document)
    adrift["indicators"][2]["value"]["text"] = "9999起"
    risk = risks(adrift)["i3"]
    assert (risk.state, risk.checks) == ("failed", ("ungrounded",))
    assert "无出处" in risk.reasons[0]
    assert not any("ungrounded" in one.checks for one in risks(document).values())


def test_documents_without_checks_can_be_reviewed(document):
    without = {key: value for key, value in document.items() if key != "checks"}
    assert len(risks(without)) == len(document["indicators"])


def test_every_rule_of_the_pipeline_has_its_reason_in_words(samples, tmp_path):
    rules = {i["rule"] for sample in samples for i in json.loads(extracted(sample, tmp_path).read_text(encoding="utf-8"))["indicators"]}
    assert rules <= set(page_words()["rules"])


def test_words_of_the_page_are_checked(monkeypatch):
    page_words.cache_clear()
    monkeypatch.setattr("pipeline.review.words._TABLES", ("labels",))
    with pytest.raises(LexiconError, match=r"words\.toml"):
        page_words()
    monkeypatch.undo()
    page_words.cache_clear()


def test_name_period_and_bound_are_found_in_the_text():
    text = "2023年，全市新建成停车场约１２０个，新增泊位超过2.5万个。"
    indicator = {"name": "新建成停车场", "period": "2023", "value": {"text": "１２０个", "span": [15, 19], "low": 120, "high": 120, "unit": "个", "bound": "approx"}, "base": None, "changes": [], "rank": None}
    found = marks(text, indicator, (0, len(text)))
    assert {role: [text[a:b] for a, b in spans] for role, spans in found.items()} == {"name": ["新建成停车场"], "period": ["2023年"], "bound": ["约"]}


def test_a_name_brought_from_afar_is_marked_where_it_stands():
    text = "一般程序道路交通事故812起，死亡186人。"
    indicator = {"name": "一般程序道路交通事故死亡", "period": None, "value": {"text": "186人", "span": [18, 22], "low": 186, "high": 186, "unit": "人", "bound": "exact"}, "base": None, "changes": [], "rank": None}
    assert [text[a:b] for a, b in marks(text, indicator, (0, len(text)))["name"]] == ["一般程序道路交通事故", "死亡"]


# files and the command


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
    assert (result.exit_code, "pip install 'workreport[review]'" in result.output) == (1, True)


def test_the_data_of_the_page_leave_nothing_out(entry, document):
    data = page_data(entry, document)
    assert {i["id"] for i in data["indicators"]} == {i["id"] for i in document["indicators"]}
    assert data["text"] == document["text"]


# the server


@pytest.fixture
def server(entry):
    with served(entry.path.parent) as address:
        yield address.removeprefix("http://")


def ask(server: str, path: str, *, method: str = "GET", body: bytes | Iterator[bytes] | None = None, **headers: str) -> tuple[int, str, dict[str, str]]:
    """One request as it is written: nothing in the path is tidied up."""
    connection = http.client.HTTPConnection(server, timeout=10)
    connection.request(method, path, body, {"Content-Type": "application/json", **{name.replace("_", "-"): value for name, value in headers.items()}})
    answer = connection.getresponse()
    found = answer.status, answer.read().decode("utf-8"), dict(answer.getheaders())
    connection.close()
    return found


PAGE = "/report/%E6%8A%A5%E5%91%8A"
RECORD = "/decisions/%E6%8A%A5%E5%91%8A"


def test_the_server_answers_its_own_host_and_origin_only(server):
    assert ask(server, "/")[0] == 200
    assert [ask(server, "/", Host=host)[0] for host in ("evil.example:8765", "127.0.0.1:1", "127.0.0.1")] == [403, 403, 403]
    assert [ask(server, "/", Origin=origin)[0] for origin in ("http://evil.example", "null", "http://127.0.0.1")] == [403, 403, 403]
    assert ask(server, "/", Origin=f"http://{server}")[0] == 200


def test_a_write_needs_the_token(server, entry, document):
    token = ask(server, PAGE)[1].split('name="token" content="')[1].split('"')[0]
    one = decision(document, "i1", "accept").plain()
    body = json.dumps({"decisions": [one]}).encode()
    assert [ask(server, RECORD, method="POST", body=body, **sent)[0] for sent in ({}, {"X_Workreport_Token": "x"})] == [403, 403]
    assert entry.store.of(entry.report) == []
    assert json.loads(ask(server, RECORD, method="POST", body=body, X_Workreport_Token=token)[1])["seq"] == 1
    status, said, _ = ask(server, RECORD, method="POST", body=json.dumps({"decisions": [one | {"id": "x2", "evidence": "别的"}]}).encode(), X_Workreport_Token=token)
    assert (status, "不是“别的”" in json.loads(said)["detail"]) == (422, True)


def test_a_flood_is_refused_unread(server):
    connection = http.client.HTTPConnection(server, timeout=10)
    connection.putrequest("POST", RECORD)
    connection.putheader("Content-Length", "9000000")
    connection.endheaders()
    assert connection.getresponse().status == 413
    assert ask(server, RECORD, method="POST", body=iter([b"["]))[0] == 413, "of a length that is not said"


@pytest.mark.parametrize("path", ["/report/../../etc/passwd", "/report/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "/report//etc/passwd", "/static/../page.py", "/static/%2e%2e/page.py", "/docs", "/redoc", "/openapi.json", "/report/review.sqlite3"])
def test_no_path_leaves_the_folder_and_no_docs_page_is_there(server, path):
    assert ask(server, path)[0] == 404


def test_the_server_sends_a_strict_policy_and_its_pages_hold_no_script(server):
    _, text, headers = ask(server, PAGE)
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "<style" not in text
    assert 'style="' not in text
    assert text.count("<script") == 2


def test_decisions_since_a_number_are_told_to_another_tab(server, entry, document):
    entry.store.add(entry.report, [decision(document, f"i{n}", "accept", number=n) for n in (1, 2, 3)])
    answer = json.loads(ask(server, f"{RECORD}?after=1")[1])
    assert ([d["subject"] for d in answer["decisions"]], answer["seq"]) == (["i2", "i3"], 3)


def test_the_list_shows_progress_and_what_no_longer_holds(server, entry, document):
    entry.store.add(entry.report, [decision(document, "i1", "accept", number=1), decision(document, "i2", "accept", number=2, document="0" * 64, machine={**core(document["indicators"][1]), "name": "别的"})])
    page = ask(server, "/")[1]
    assert f"1 / {len(document['indicators'])}" in page
    assert "1 个旧决定不再成立" in page


def test_a_port_that_is_taken_is_named(entry):
    with served(entry.path.parent) as address, pytest.raises(ReviewError, match=address.rpartition(":")[2]):
        free_port(int(address.rpartition(":")[2]))


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
