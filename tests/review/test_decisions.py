"""The record of decisions, what holds after a new extraction, and what decisions become."""

from __future__ import annotations

import copy
import json
import sqlite3

import jsonschema
import pytest
from click.testing import CliRunner

from pipeline.classify.model import MODEL
from pipeline.cli import main
from pipeline.emit.schema import schema
from pipeline.errors import LexiconError, ReviewError
from pipeline.evaluate import evaluate, load_all
from pipeline.explain import explanation
from pipeline.extract.grammar import glosses
from pipeline.review import Store, review, reviewed
from pipeline.review.decisions import anchor, core, says_same
from pipeline.review.gold import to_gold
from pipeline.review.incoming import decisions_of
from pipeline.review.marks import marks, steps
from pipeline.review.risk import risks
from pipeline.review.standing import standing
from pipeline.review.words import page_words

from ..review_pages import decision, extracted

pytest.importorskip("fastapi", reason="extra [review] is not installed")


def corrected(record: dict, **changed) -> dict:
    return {**core(record), **changed}


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


def test_what_comes_in_is_checked_against_the_text(document):
    good = decision(document, "i1", "accept").plain()
    assert decisions_of([good], document, place="x")[0] == decision(document, "i1", "accept")
    for change, reason in (
        ({"action": "approve"}, "action"), ({"extra": 1}, "extra"), ({"evidence": "别的"}, "不是“别的”"), ({"subject": "../../x"}, "subject"), ({"subject": "i9999"}, "没有 i9999"),
        ({"at": "yesterday"}, "at"), ({"who": ""}, "who"), ({"action": "correct"}, "带的值不对"), ({"action": "undo"}, "撤销"), ({"span": [5, 2**40]}, "原文 5"),
        ({"action": "correct", "value": corrected(document["indicators"][2], value={**document["indicators"][2]["value"], "low": 9, "high": 1})}, "下限大于上限"),
        ({"action": "correct", "value": corrected(document["indicators"][0], value=None, changes=[], rank=None)}, "至少要有"),
        ({"action": "correct", "value": corrected(document["indicators"][0], period="去年")}, "period"),
        ({"machine": {key: value for key, value in good["machine"].items() if key != "value"}}, "machine"),
    ):  # fmt: skip
        with pytest.raises(ReviewError, match=reason):
            decisions_of([good | change], document, place="x")


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
    rules = {
        e["rule"]
        for sample in samples
        for i in json.loads(extracted(sample, tmp_path).read_text(encoding="utf-8"))["indicators"]
        for e in i["evidence"]
        if e["part"] == "name"
    }
    assert rules <= set(glosses())


def test_words_of_the_page_are_checked(monkeypatch):
    page_words.cache_clear()
    monkeypatch.setattr("pipeline.review.words._TABLES", ("labels",))
    with pytest.raises(LexiconError, match=r"words\.toml"):
        page_words()
    monkeypatch.undo()
    page_words.cache_clear()


def test_name_and_bound_are_marked_where_they_stand():
    text = "2023年，全市新建成停车场约１２０个，新增泊位超过2.5万个。"
    indicator = explanation(text)["indicators"][0]
    found = {part: [text[a:b] for a, b in spans] for part, spans in marks(indicator).items()}
    assert (found["name"], found["bound"]) == (["新建成停车场"], ["约"])


def test_a_name_brought_from_afar_is_marked_where_it_stands():
    text = "一般程序道路交通事故812起，死亡186人。"
    indicator = explanation(text)["indicators"][1]
    assert [text[a:b] for a, b in marks(indicator)["name"]] == ["一般程序道路交通事故", "死亡"]
    assert steps(indicator, "name") == ["ellipsis", "subject"]


def test_a_decision_of_the_older_contract_holds_where_the_machine_says_the_same(document):
    record = core(document["indicators"][0])
    older = {key: value for key, value in record.items() if key != "topic"}
    older["changes"] = [{k: v for k, v in c.items() if k not in ("against", "form")} for c in older["changes"]]
    assert says_same(record, older)
    assert not says_same(record, {**older, "name": "别的名称"})
