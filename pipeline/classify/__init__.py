"""classify: passages by their function."""

from __future__ import annotations

from pipeline.classify.features import features
from pipeline.classify.model import Model
from pipeline.records import Horizon, Label, LabelName, Passage, Segmented

__all__ = ["classify"]


def classify(segmented: Segmented, model: Model) -> tuple[Label, ...]:
    """One label a passage, in order: by ``model``, but for page dress and glossary notes, which are ``other`` by rule."""
    table = model.probabilities(features(segmented, model.index), len(segmented.passages))
    found = []
    for passage, best, probability in zip(segmented.passages, table.argmax(axis=1).tolist(), table.max(axis=1).round(4).tolist(), strict=True):
        if passage.kind in ("furniture", "note"):
            found.append(Label(passage.id, "other", "realised", 1.0, passage.kind))
            continue
        label: LabelName = model.labels[best]
        found.append(Label(passage.id, label, _horizon(label, passage), probability, "model"))
    return tuple(found)


def _horizon(label: LabelName, passage: Passage) -> Horizon:
    """A target lies ahead and an achievement behind; an action or a difficulty lies where its part of the report does."""
    if label == "target":
        return "planned"
    if label == "achievement":
        return "realised"
    return passage.part.horizon if label == "measure" else "realised"
