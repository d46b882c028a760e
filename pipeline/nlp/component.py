"""The component: a ``Doc`` in, the same ``Doc`` with its numerals, figures, indicators and passages
as spans.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from pipeline.chain import analyse, model_at
from pipeline.emit import emit, number
from pipeline.nlp.attributes import KEY, Shape, register, roles
from pipeline.nlp.tokenizer import Tokenizer
from pipeline.read import read_text
from pipeline.records import Result
from pipeline.shipped import MODEL

_ASSIGNS = ["doc.spans", "doc.user_data", "doc._.workreport"]


class WorkReport:
    """Reads the text of a ``Doc`` as a report. It keeps nothing but the path of its model."""

    def __init__(self, model: Path = MODEL) -> None:
        self.model = model

    def __call__(self, doc: Doc) -> Doc:
        """Set the span groups and ``doc._.workreport``; a text without a word is left as it is."""
        found = self._document(doc.text) if doc.text.strip() else None
        if found:
            doc.user_data[KEY] = found
        for name, spans in _groups(doc, found).items():
            doc.spans[name] = SpanGroup(doc, name=name, spans=spans)
        return doc

    def _document(self, text: str) -> dict[str, Any]:
        result = analyse(read_text(text), model=self.model)
        found = emit(result, model=model_at(self.model).name) | {"numerals": _numerals(result)}
        return json.loads(json.dumps(found))  # type: ignore[no-any-return]


@Language.factory("workreport", default_config={"tokenizer": True, "model": None}, assigns=_ASSIGNS)
def component(nlp: Language, name: str, tokenizer: bool, model: str | None) -> WorkReport:
    """Make the component for ``nlp.add_pipe("workreport")``.

    With ``tokenizer`` the words of ``nlp`` are cut as the pipeline cuts them. ``model`` is the
    path of another passage classifier.
    """
    register()
    if tokenizer:
        nlp.tokenizer = Tokenizer(nlp.vocab)
        nlp.max_length = 100_000_000
    return WorkReport(Path(model) if model else MODEL)


def _numerals(result: Result) -> list[dict[str, object]]:
    return [
        {
            "id": f"n{count}", "span": list(one.span), "kind": one.kind, "value": number(one.low),
            "value_high": number(one.high), "unit": one.unit, "bound": one.bound,
        }
        for count, one in enumerate(result.numerals, 1)
    ]  # fmt: skip


def _groups(doc: Doc, found: Shape | None) -> dict[str, list[Span]]:
    if found is None:
        return {"numerals": [], "figures": [], "indicators": [], "passages": []}
    indicators = found["indicators"]
    return {
        "numerals": [_span(doc, one["span"], one["kind"], one["id"]) for one in found["numerals"]],
        "figures": [
            _span(doc, figure["span"], role, one["id"])
            for one in indicators
            for role, figure in roles(one)
        ],
        "indicators": [_span(doc, _extent(one), one["modality"], one["id"]) for one in indicators],
        "passages": [_span(doc, one["span"], one["label"], one["id"]) for one in found["passages"]],
    }


def _extent(indicator: Shape) -> tuple[int, int]:
    """From the words of the name, where they stand before the figures, to the end of the last
    figure.
    """
    figures = [one["span"] for _, one in roles(indicator)]
    first, last = min(figures)[0], max(end for _, end in figures)
    names = [one["span"] for one in indicator["evidence"] if one["part"] == "name"]
    return min([first, *(start for start, _ in names)]), max([last, *(end for _, end in names)])


def _span(doc: Doc, span: tuple[int, int], label: str, name: str) -> Span:
    """A span over every token that the characters touch: another tokenizer may cut elsewhere."""
    found = doc.char_span(*span, label=label, span_id=name, alignment_mode="expand")
    assert found is not None
    return found
