"""What a span says under ``._.``, read from the document that the component keeps in
``Doc.user_data``.

The getters compute from plain data that ``DocBin`` and worker processes carry along, so that
nothing is lost on the way. A span knows which indicator it belongs to by its ``id_``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from spacy.tokens import Doc, Span

GROUPS = ("numerals", "figures", "indicators", "passages")
KEY = "workreport"
ATTRIBUTES = (
    "value", "value_high", "unit", "bound", "period", "modality", "basis", "indicator", "topic",
    "scope", "confidence", "horizon",
)  # fmt: skip

Shape = Mapping[str, Any]


def register() -> None:
    """Make the attributes known to spaCy; again is as once."""
    Doc.set_extension("workreport", getter=document, force=True)
    for name in ATTRIBUTES:
        Span.set_extension(name, getter=_Getter(name), force=True)


def document(doc: Doc) -> Shape | None:
    """The JSON document of ``doc``, or None where the component has not seen it."""
    found: Shape | None = doc.user_data.get(KEY)
    return found


class _Getter:
    """The getter of one attribute; an object, so that processes can be handed it."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self, span: Span) -> Any:
        return said(span).get(self._name)


def said(span: Span) -> Shape:
    """All that is known of a span: of a figure with its indicator, of an indicator, a passage, a
    numeral.
    """
    found = document(span.doc)
    if found is None:
        return {}
    if span.id_ in (indicators := _by_id(found, "indicators")):
        return _of_figure(indicators[span.id_], span)
    if span.id_ in (passages := _by_id(found, "passages")):
        return passages[span.id_]
    numeral = next((one for one in found["numerals"] if one["id"] == span.id_), None)
    return numeral or {}


def _by_id(found: Shape, key: str) -> dict[str, Shape]:
    return {one["id"]: one for one in found[key]}


def _of_figure(indicator: Shape, span: Span) -> Shape:
    """The indicator with the figure that the span stands on; of one that spans a whole row, its
    value.
    """
    shared = {
        "indicator": indicator["name"],
        **{key: indicator[key] for key in ("topic", "scope", "modality", "confidence")},
    }
    chosen = [one for role, one in roles(indicator) if role == span.label_] or [
        one for _, one in roles(indicator)
    ]
    figure = min(chosen, key=lambda one: abs(one["span"][0] - span.start_char))
    return {
        **shared,
        "value": figure["low"],
        "value_high": figure["high"],
        "unit": figure["unit"],
        "bound": figure["bound"],
        "basis": figure.get("basis"),
        "period": figure.get("period") or indicator["period"],
    }


def roles(indicator: Shape) -> Iterator[tuple[str, Shape]]:
    """The figures of an indicator with their roles."""
    for role in ("value", "base", "rank"):
        if indicator[role]:
            yield role, indicator[role]
    yield from (("change", change) for change in indicator["changes"])
