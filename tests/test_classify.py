"""The classifier: its file, its refusals, its labels."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pipeline.chain import analyse
from pipeline.classify import classify
from pipeline.classify.features import features
from pipeline.classify.model import MODEL, load, save
from pipeline.classify.train import arrays, examples, nearest, taught, train
from pipeline.errors import LabelsError, ModelError
from pipeline.labels import load_all
from pipeline.read import read, read_text
from pipeline.segment import segment

from .conftest import ROOT


@pytest.fixture
def model_file(tmp_path):
    path = tmp_path / "m.npz"
    save(path, ["achievement", "measure"], ["group=a", "group=b", "pair=忙务"], np.array([[1, 0], [0, 1], [2, 0], [0, 0]], dtype=np.float32))
    return path


def test_a_model_reads_back(model_file):
    model = load(model_file)
    assert model.labels == ("achievement", "measure")
    known = model.index.rows("group", ["a", "unknown"]), model.index.rows("no such group", ["a"]), model.index.pairs(np.array([24537, 24537], np.uint32), np.array([21153, 24537], np.uint32))
    assert [rows.tolist() for rows in known] == [[0, -1], [-1], [2, -1]]
    found = np.array([0, 1, 1, 2]), np.array([0, 2])
    assert model.probabilities(found).round(4).tolist() == [[0.7311, 0.2689], [0.5, 0.5], [0.8808, 0.1192]]


def test_the_same_weights_give_the_same_bytes(model_file, tmp_path):
    other = tmp_path / "n.npz"
    save(other, ["achievement", "measure"], ["group=a", "group=b", "pair=忙务"], np.array([[1, 0], [0, 1], [2, 0], [0, 0]], dtype=np.float32))
    assert model_file.read_bytes() == other.read_bytes()


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
    return examples(labels)


@pytest.fixture(scope="module")
def pipeline(known):
    return taught(known)


def test_the_shipped_model_is_what_the_corpus_trains(pipeline, tmp_path):
    """A change of the labels or of what the features see asks for ``make train``."""
    save(tmp_path / "again.npz", *arrays(pipeline))
    again, shipped = load(tmp_path / "again.npz"), load()
    assert (again.labels, again.index.groups, again.index.numbers) == (shipped.labels, shipped.index.groups, shipped.index.numbers)
    assert again.index.tables.keys() == shipped.index.tables.keys()
    assert all((again.index.tables[group] == rows).all() for group, rows in shipped.index.tables.items())
    assert all((mine == theirs).all() for again_level, level in zip(again.index.pair_levels, shipped.index.pair_levels, strict=True) for mine, theirs in zip(again_level, level, strict=True))
    assert np.allclose(again.weights, shipped.weights, atol=0.01)
    assert np.allclose(again.intercept, shipped.intercept, atol=0.01)


def test_scikit_learn_and_the_plain_arrays_say_the_same_of_every_passage(pipeline, labels, known, tmp_path):
    save(tmp_path / "m.npz", *arrays(pipeline))
    model = load(tmp_path / "m.npz")
    given = []
    for one in labels:
        segmented = segment(read(one.source))
        table = model.probabilities(features(segmented, model.index))
        given += [table[nearest(segmented, *passage["span"])] for passage in one.raw["passages"]]
    wanted = pipeline.predict_proba([example.features for example in known])
    assert np.allclose(wanted, given, atol=1e-4)
    assert (wanted.argmax(axis=1) == np.argmax(given, axis=1)).all()


def test_nothing_to_label_gives_nothing():
    model = load()
    nothing = segment(read_text("增长5%。"))
    empty = replace(nothing, sections=(), passages=(), words=())
    assert classify(empty, model) == ()
    assert model.probabilities(features(empty, model.index)).shape == (0, len(model.labels))


def test_a_model_of_two_labels_says_what_scikit_learn_says(known, tmp_path):
    two = [example for example in known if example.label in ("measure", "target")][:600]
    pipeline = taught(two)
    save(tmp_path / "two.npz", *arrays(pipeline))
    model = load(tmp_path / "two.npz")
    row = {f"{group}={name}": i for group, names in model.index.groups.items() for name, i in names.items()}
    row |= {f"{group}={word}": int(table[i]) for group, table in model.index.tables.items() for word, i in model.index.numbers.items() if table[i] >= 0}
    rows = [sorted(row[name] for name in set(example.features) if name in row) for example in two]
    assert all(rows)
    bounds = np.cumsum([0, *map(len, rows)])
    given = model.probabilities((bounds, np.concatenate(rows)))
    without_pairs = [tuple(name for name in example.features if name in row) for example in two]
    assert np.allclose(given, pipeline.predict_proba(without_pairs), atol=1e-4)


@pytest.mark.parametrize("passages", [lambda all: all[:5], lambda all: [one for one in all if one["label"] == "measure"]], ids=["few", "one label"])
def test_too_little_to_learn_from_is_said(passages, labels, tmp_path):
    one = labels[0]
    with pytest.raises(LabelsError, match="标注太少"):
        train([replace(one, raw=one.raw | {"passages": passages(one.raw["passages"])})], tmp_path / "m.npz")
    assert not (tmp_path / "m.npz").exists()
