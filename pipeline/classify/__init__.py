"""classify: passages by their function."""

from __future__ import annotations

from pipeline.classify.features import features
from pipeline.classify.model import Model
from pipeline.classify.without_tables import without_tables
from pipeline.records import Horizon, Label, LabelName, Passage, Segmented

__all__ = ["classify"]

_DRESS = ("furniture", "note")


def classify(segmented: Segmented, model: Model) -> tuple[Label, ...]:
    """One label a passage, in order: by ``model``, but for page dress, glossary notes and rows of
    tables, which are ``other`` by rule.
    """
    told = without_tables(segmented)
    given = iter(_given(told, model) if told.passages else ())
    return tuple(
        [
            _by_rule(passage) if passage.kind == "table" else next(given)
            for passage in segmented.passages
        ]
    )


def _given(segmented: Segmented, model: Model) -> list[Label]:
    """One label for each passage."""
    table = model.probabilities(features(segmented, model.index))
    given = zip(
        segmented.passages,
        [model.labels[best] for best in table.argmax(axis=1).tolist()],
        table.max(axis=1).round(4).tolist(),
        strict=True,
    )
    return [
        _by_rule(passage)
        if passage.kind in _DRESS
        else Label(passage.id, label, _horizon(label, passage), probability, "model")
        for passage, label, probability in given
    ]


def _by_rule(passage: Passage) -> Label:
    return Label(passage.id, "other", "realised", 1.0, passage.kind)


def _horizon(label: LabelName, passage: Passage) -> Horizon:
    """A target lies ahead and an achievement behind; an action or a difficulty lies where its part
    of the report does.
    """
    if label == "target":
        return "planned"
    if label == "achievement":
        return "realised"
    return passage.part.horizon if label == "measure" else "realised"
