"""The classifier: its file, its refusals, its labels."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pipeline.chain import analyse
from pipeline.classify import classify
from pipeline.classify.clauses import TYPES, clause_types
from pipeline.classify.context import context
from pipeline.classify.examples import documents
from pipeline.classify.features import features
from pipeline.classify.hints import HINTS, NUMBER
from pipeline.classify.incidence import Incidence
from pipeline.classify.index import known as known_features
from pipeline.classify.model import load, save
from pipeline.classify.train import arrays, taught, train
from pipeline.errors import LabelsError, ModelError
from pipeline.labels import load_all
from pipeline.read import read, read_text
from pipeline.reading import as_read
from pipeline.segment import segment
from pipeline.shipped import MODEL

from .conftest import ROOT

# three features and the intercepts, for two labels alone and in context; what is before weighs, the rest of the context does not
TINY = (["achievement", "measure"], ["group=a", "group=b", "pair=忙务"], np.array([[1, 0, 1, 0], [0, 1, 0, 1], [2, 0, 2, 0], [0, 0, 0, 0]], np.float32), np.vstack([np.eye(2), np.zeros((10, 2))]).astype(np.float32))


@pytest.fixture
def model_file(tmp_path):
    path = tmp_path / "m.npz"
    save(path, *TINY)
    return path


def test_a_model_reads_back(model_file):
    model = load(model_file)
    assert model.labels == ("achievement", "measure")
    known = model.index.rows("group", ["a", "unknown"]), model.index.rows("no such group", ["a"]), model.index.pairs(np.array([24537, 24537], np.uint32), np.array([21153, 24537], np.uint32))
    assert [rows.tolist() for rows in known] == [[0, -1], [-1], [2, -1]]
    found = Incidence(np.array([0, 1, 1, 2]), np.array([0, 2]), np.array([-1, -1, -1]))
    # alone: .7311 and .2689, .5 and .5, .8808 and .1192
    assert model.probabilities(found).round(4).tolist() == [[0.7311, 0.2689], [0.6135, 0.3865], [0.8808, 0.1192]]


def test_words_are_looked_up_by_their_characters():
    index = known_features(["word=推进", "word=进", "opens clause=推进", "pair=推进"])
    words = ["推进", "进推", "一二三四五六七八九十一二三四", "推", "进"]
    codes = np.array([ord(character) for character in "".join(words)], np.uint32)
    numbers = index.words(codes, np.cumsum([0, *map(len, words)]))
    assert index.of_words("word", numbers).tolist() == [0, -1, -1, -1, 1]
    assert index.of_words("opens clause", numbers).tolist() == [2, -1, -1, -1, -1]
    assert index.hints(numbers).tolist() == [HINTS["推进"], 0, 0, 0, 0]


def test_context_is_what_stands_around():
    alone = np.array([[0.9, 0.1], [0.2, 0.8], [0.6, 0.4]])
    found = context(alone, np.array([-1, 0, 0]))
    before, after, two_before, two_after, around, heading = np.hsplit(found, 6)
    assert before.tolist() == [[0, 0], [0.9, 0.1], [0.2, 0.8]]
    assert after.tolist() == [[0.2, 0.8], [0.6, 0.4], [0, 0]]
    assert (two_before[2].tolist(), two_after[0].tolist()) == ([0.9, 0.1], [0.6, 0.4])
    assert around.round(2).tolist() == [[0.4, 0.6], [0.75, 0.25], [0.55, 0.45]]
    assert heading.tolist() == [[0, 0], [0.9, 0.1], [0.9, 0.1]]


@pytest.mark.parametrize(
    ("clauses", "wanted"),
    [
        ("全面 推进 改革|加强 市场 建设|产业 增加值 增长 15", ["act", "act", "outcome"]),
        ("以 项目 为 抓手 推进 建设", ["act"]),
        ("建成 7 个 分 考场|治安 形势 明显 改善", ["output", "outcome"]),
        ("推进 改革 使 效率 提升 5", ["outcome"]),
        ("各位 代表|队伍 建设 推进", ["none", "none"]),
    ],
)
def test_clauses_have_a_type(clauses, wanted):
    words = [clause.split() for clause in clauses.split("|")]
    hints = np.array([NUMBER if word.isdigit() else HINTS.get(word, 0) for clause in words for word in clause], np.uint32)
    begins = np.cumsum([0, *map(len, words[:-1])])
    assert [TYPES[number] for number in clause_types(hints, begins)] == wanted


def test_the_same_weights_give_the_same_bytes(model_file, tmp_path):
    other = tmp_path / "n.npz"
    save(other, *TINY)
    assert model_file.read_bytes() == other.read_bytes()


def test_a_model_of_another_format_is_refused(model_file, monkeypatch):
    monkeypatch.setattr("pipeline.classify.model.FORMAT", 99)
    with pytest.raises(ModelError, match="模型格式是 4，本程序要 99"):
        load(model_file)


def test_an_altered_model_is_refused(model_file):
    data = bytearray(model_file.read_bytes())
    data[-30] ^= 1
    model_file.write_bytes(bytes(data))
    with pytest.raises(ModelError, match="校验"):
        load(model_file)


def test_a_missing_model_is_refused_with_a_remedy(tmp_path):
    with pytest.raises(ModelError, match="workreport train"):
        load(tmp_path / "none.npz")


def test_the_shipped_model_is_small():
    assert MODEL.stat().st_size < 5_000_000


def test_labels_follow_function_and_part():
    text = "一、2023年工作总结\n全年刑事案件下降12%，群众满意度位居全市第二。\n出台《夜间巡逻工作办法》，开展专项整治行动。\n二、2024年工作计划\n推进警务机制改革，加强队伍建设。\n"
    labels = [(label.label, label.horizon) for label in analyse(read_text(text)).labels]
    assert labels[1] == ("achievement", "realised")
    assert labels[2] == ("measure", "realised")
    assert labels[4] == ("measure", "planned")


@pytest.fixture(scope="module")
def labels():
    return [one for folder in ("reports", "passages") for one in load_all(ROOT / "corpus" / folder, None)]


@pytest.fixture(scope="module")
def known(labels):
    return documents(labels)


@pytest.fixture(scope="module")
def learned(known):
    return taught(known)


@pytest.fixture(scope="module")
def segmented(labels):
    return [segment(as_read(read(one.source))) for one in labels]


def test_the_shipped_model_is_what_the_corpus_trains(learned, labels, segmented, tmp_path):
    """A change of the labels or of what the features see asks for ``make train``.

    Compared is what the two say of every passage: a feature whose weight stands at the threshold is chosen with the sums of
    one processor and not with those of another.
    """
    save(tmp_path / "again.npz", *arrays(learned))
    again, shipped = load(tmp_path / "again.npz"), load()
    assert again.labels == shipped.labels
    assert abs(again.index.size - shipped.index.size) <= shipped.index.size // 1000
    for one, report in zip(labels, segmented, strict=True):
        mine, theirs = (model.probabilities(features(report, model.index)) for model in (again, shipped))
        assert np.allclose(mine, theirs, atol=0.01), one.path.name
        two, first = np.sort(theirs, axis=1)[:, -2:].T
        clear = first - two > 0.02
        assert (mine.argmax(axis=1) == theirs.argmax(axis=1))[clear].all(), one.path.name


def test_scikit_learn_and_the_plain_arrays_say_the_same_of_every_passage(learned, segmented, known, tmp_path):
    save(tmp_path / "m.npz", *arrays(learned))
    model = load(tmp_path / "m.npz")
    for report, wanted in zip(segmented, learned.predict_proba(known), strict=True):
        given = model.probabilities(features(report, model.index))
        assert np.allclose(wanted, given, atol=1e-4)
        assert (wanted.argmax(axis=1) == given.argmax(axis=1)).all()


def test_nothing_to_label_gives_nothing():
    model = load()
    nothing = segment(read_text("增长5%。"))
    empty = replace(nothing, sections=(), passages=())
    assert classify(empty, model) == ()
    assert model.probabilities(features(empty, model.index)).shape == (0, len(model.labels))


@pytest.mark.parametrize("reports", [2, 6], ids=["stretches as folds", "reports as folds"])
def test_a_model_of_two_labels_says_what_scikit_learn_says(reports, labels, tmp_path):
    few = [replace(one, raw=one.raw | {"passages": [passage for passage in one.raw["passages"] if passage["label"] in ("measure", "target")]}) for one in labels[:reports]]
    known = documents(few)
    learned = taught(known)
    save(tmp_path / "two.npz", *arrays(learned))
    model = load(tmp_path / "two.npz")
    for one, wanted in zip(few, learned.predict_proba(known), strict=True):
        assert np.allclose(wanted, model.probabilities(features(segment(as_read(read(one.source))), model.index)), atol=1e-4)


@pytest.mark.parametrize("passages", [lambda all: all[:5], lambda all: [one for one in all if one["label"] == "measure"]], ids=["few", "one label"])
def test_too_little_to_learn_from_is_said(passages, labels, tmp_path):
    one = labels[0]
    with pytest.raises(LabelsError, match="标注太少"):
        train([replace(one, raw=one.raw | {"passages": passages(one.raw["passages"])})], tmp_path / "m.npz")
    assert not (tmp_path / "m.npz").exists()
