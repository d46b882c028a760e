"""The component in spaCy: its spans, its attributes, processes, pages, DocBin, a pipeline on disk."""

from __future__ import annotations

import subprocess
import sys

import pytest
import spacy
from spacy import displacy
from spacy.tokens import Doc, DocBin

from pipeline.labels import load_all
from pipeline.nlp import GROUPS
from pipeline.nlp.attributes import ATTRIBUTES
from pipeline.nlp.corpus import write
from pipeline.read import read
from pipeline.segment import segment

from .conftest import CORPUS

TEXTS = [
    "海州市财政局2023年工作总结\n一、2023年工作情况\n全市一般公共预算收入126.5亿元，同比增长9%，居全省第3位。\n二、2024年工作计划\n力争新建学校3所以上。\n",
    "汐江市教育局2023年工作总结\n新增学位一千二百个，减少大班额12个。\n",
]


@pytest.fixture(scope="module")
def nlp():
    language = spacy.blank("zh")
    language.add_pipe("workreport")
    return language


def said(doc: Doc) -> list[tuple]:
    return [(group, span.text, span.label_, span.id_, *(span._.get(name) for name in ATTRIBUTES)) for group in GROUPS for span in doc.spans[group]]


def test_spans_and_what_they_say(nlp):
    doc = nlp(TEXTS[0])
    figures = {span.text: span for span in doc.spans["figures"]}
    money, growth, rank = figures["126.5亿元"], figures["9%"], figures["3位"]
    assert (money._.value, money._.unit, money._.period, money._.indicator) == (12_650_000_000, "元", "2023", "一般公共预算收入")
    assert (growth.label_, growth._.value, growth._.basis, growth._.indicator) == ("change", 9, "yoy", "一般公共预算收入")
    assert (rank.label_, rank._.value) == ("rank", 3)
    assert figures["3所"]._.modality == "target"
    assert figures["3所"]._.bound == "min"
    assert {span.label_ for span in doc.spans["passages"]} >= {"achievement", "target"}
    assert any(span.text.startswith("一般公共预算收入126.5亿元") for span in doc.spans["indicators"])
    assert {span.label_ for span in doc.spans["numerals"]} >= {"figure", "date"}
    assert doc._.workreport["text"] == TEXTS[0]


@pytest.mark.parametrize("quantity", ["126.5亿元", "一千二百个", "12个"])
def test_no_word_cuts_through_a_quantity(nlp, quantity: str):
    docs = "".join(TEXTS)
    at = docs.index(quantity)
    words = nlp.make_doc(docs)
    borders = {word.idx for word in words}
    assert {at, at + len(quantity)} <= borders
    assert "".join(word.text for word in words) == docs


def test_the_words_are_those_of_the_stages(nlp, samples):
    segmented = segment(read(samples[0]))
    assert tuple(word.text for word in nlp.make_doc(segmented.report.text)) == segmented.words


def test_several_processes_say_the_same(nlp):
    alone = [said(doc) for doc in nlp.pipe(TEXTS)]
    assert [said(doc) for doc in nlp.pipe(TEXTS, n_process=2, batch_size=1)] == alone
    assert all(alone)


def test_docbin_brings_everything_back(nlp):
    docs = list(nlp.pipe(TEXTS))
    again = DocBin().from_bytes(DocBin(store_user_data=True, docs=docs).to_bytes())
    assert [said(doc) for doc in again.get_docs(spacy.blank("zh").vocab)] == [said(doc) for doc in docs]


def test_displacy_shows_the_spans(nlp):
    for key in ("figures", "passages"):
        page = displacy.render(nlp(TEXTS[1]), style="span", options={"spans_key": key}, jupyter=False)
        assert "value" in page or "achievement" in page


def test_a_pipeline_is_saved_and_loaded(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert said(again(TEXTS[0])) == said(nlp(TEXTS[0]))


def test_another_tokenizer_may_stay():
    language = spacy.blank("zh")
    language.add_pipe("workreport", config={"tokenizer": False})
    doc = language(TEXTS[1])
    assert len(doc[0]) == 1
    assert [span._.value for span in doc.spans["figures"]] == [1200, 12]


@pytest.mark.parametrize("text", ["", " \n ", "没有数字。"])
def test_a_text_without_anything_has_empty_groups(nlp, text: str):
    doc = nlp(text)
    assert [len(doc.spans[group]) for group in GROUPS[:3]] == [0, 0, 0]


def test_three_lines_in_a_fresh_process():
    lines = "import spacy\nnlp = spacy.blank('zh')\nnlp.add_pipe('workreport')\ndoc = nlp('新增学位1200个。')\nprint(doc.spans['figures'][0]._.value)"
    done = subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1200"


def test_the_corpus_is_exported_with_a_config_that_trains(tmp_path, samples):
    from spacy.cli.train import train

    labels = [one for one in load_all(CORPUS / "reports", None) if one.path.stem in ("court-2024", "township-2024", "health-commission-2023")]
    counts = write(labels, tmp_path)
    assert set(counts) == {f"{task}/{part}.spacy" for task in ("textcat", "spancat") for part in ("train", "dev")}
    docs = list(DocBin().from_disk(tmp_path / "spancat/train.spacy").get_docs(spacy.blank("zh").vocab))
    assert len(docs) == counts["spancat/train.spacy"]
    assert {span.label_ for doc in docs for span in doc.spans["figures"]} >= {"value", "change"}
    for task in ("textcat", "spancat"):
        place = tmp_path / task
        paths = {f"paths.{part}": str(place / f"{part}.spacy") for part in ("train", "dev")}
        train(place / "config.cfg", place / "model", overrides={**paths, "training.max_steps": 2, "training.eval_frequency": 1})
        trained = spacy.load(place / "model" / "model-last")
        assert trained("全市新增学位1200个。").text
