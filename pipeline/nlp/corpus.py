"""Labelled reports as ``.spacy`` files with the configs of a training, for ``spacy train``.

``textcat`` learns the function of a passage, one ``Doc`` a passage; ``spancat`` learns the figures
and their roles, one ``Doc`` a passage that has any. Whole reports are kept for ``dev``, every
fifth.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, DocBin, SpanGroup
from thinc.api import Config

from pipeline.labels import Labels
from pipeline.nlp.tokenizer import NAME, Tokenizer
from pipeline.read import read

LABELS = ("achievement", "measure", "other", "problem", "target")
KEY = "figures"
_KEPT = 5  # every fifth report is for dev


def write(labels: Sequence[Labels], folder: Path) -> dict[str, int]:
    """Write ``textcat`` and ``spancat`` below ``folder``; the number of ``Doc``s of each file."""
    import spacy

    nlp = spacy.blank("zh")
    nlp.tokenizer = Tokenizer(nlp.vocab)
    written = {}
    for task, docs_of in (("textcat", _passages), ("spancat", _figures)):
        place = folder / task
        place.mkdir(parents=True, exist_ok=True)
        for part, chosen in zip(("train", "dev"), split(labels), strict=True):
            docs = [doc for one in chosen for doc in docs_of(nlp, one)]
            DocBin(docs=docs).to_disk(place / f"{part}.spacy")
            written[f"{task}/{part}.spacy"] = len(docs)
        config(task).to_disk(place / "config.cfg")
    return written


def split(labels: Sequence[Labels]) -> tuple[list[Labels], list[Labels]]:
    """Part reports into those to learn from and those to be asked about."""
    train = [one for number, one in enumerate(labels) if number % _KEPT]
    return train, [one for number, one in enumerate(labels) if number % _KEPT == 0]


def _passages(nlp: Language, labels: Labels) -> Iterator[Doc]:
    text = read(labels.source).text
    for passage in labels.raw["passages"]:
        doc = nlp.make_doc(text[slice(*passage["span"])])
        if len(doc):
            doc.cats = {label: float(label == passage["label"]) for label in LABELS}
            yield doc


def _figures(nlp: Language, labels: Labels) -> Iterator[Doc]:
    text = read(labels.source).text
    for passage in labels.raw["passages"]:
        start, end = passage["span"]
        inside = [one for one in labels.raw["figures"] if start <= one["span"][0] < end]
        doc = nlp.make_doc(text[start:end])
        spans = [_span(doc, one, start) for one in inside]
        if inside:
            doc.spans[KEY] = SpanGroup(doc, name=KEY, spans=[span for span in spans if span])
            yield doc


def _span(doc: Doc, figure: dict[str, Any], start: int) -> Any:
    first, last = figure["span"]
    return doc.char_span(first - start, last - start, label=figure["role"], alignment_mode="expand")


def config(task: str) -> Config:
    """The config of a training of ``textcat`` or ``spancat`` with our tokenizer; paths are those of
    this folder.
    """
    from spacy.cli.init_config import init_config

    found = init_config(lang="zh", pipeline=[task], optimize="efficiency", gpu=False, silent=True)
    found["nlp"]["tokenizer"] = {"@tokenizers": NAME}
    found["paths"] |= {"train": "train.spacy", "dev": "dev.spacy"}
    if task == "spancat":
        found["components"]["spancat"]["spans_key"] = KEY
        found["training"]["score_weights"] = {f"spans_{KEY}_f": 1.0}
    return found
