"""classify: passages by their function."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.classify.features import features
from pipeline.classify.model import Model
from pipeline.records import Horizon, Indicator, Label, LabelName, Passage, Segmented

__all__ = ["classify"]


def classify(segmented: Segmented, indicators: Sequence[Indicator], model: Model) -> tuple[Label, ...]:
    """One label a passage, in order: by ``model``, but for page dress and glossary notes, which are ``other`` by rule."""
    found = []
    table = model.probabilities(features(segmented, indicators))
    for passage, probabilities in zip(segmented.passages, table, strict=True):
        if passage.kind in ("furniture", "note"):
            found.append(Label(passage.id, "other", "realised", 1.0, passage.kind))
            continue
        best = int(probabilities.argmax())
        label: LabelName = model.labels[best]  # type: ignore[assignment]
        found.append(Label(passage.id, label, _horizon(label, passage), round(float(probabilities[best]), 4), "model"))
    return tuple(found)


def _horizon(label: LabelName, passage: Passage) -> Horizon:
    """A target lies ahead and an achievement behind; an action or a difficulty lies where its part of the report does."""
    if label == "target":
        return "planned"
    if label == "achievement":
        return "realised"
    return passage.part.horizon if label == "measure" else "realised"
