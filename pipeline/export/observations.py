"""observations: the document of one report into a tidy table, one number a row. The columns are
those of ``columns.toml``.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from pipeline.export.amounts import MODIFIERS, amount
from pipeline.export.around import check_columns, report_columns, review_columns, section_paths
from pipeline.export.columns import Row
from pipeline.export.figures import evidence_spans, figures, steps
from pipeline.export.identity import UNKNOWN, indicator_code
from pipeline.export.kinds import basis_of, priced, transformation
from pipeline.export.places import Places
from pipeline.export.times import compared, parsed
from pipeline.export.wording import Sentence
from pipeline.lexicon.unit_codes import unit_code
from pipeline.patterns import figures as f
from pipeline.patterns.numbers import plain
from pipeline.records import Span

_CONTEXT = 32  # characters of prefix and suffix, as Web Annotation clients keep


def observations(document: Mapping[str, Any]) -> list[Row]:
    """The rows of one document, in its order: of each indicator its value, base, changes and rank.

    Every row has every column of ``columns.toml``; what the text leaves open is None. Offsets count
    code points of the document's ``text``, end exclusive. ``KeyError``, ``TypeError`` or
    ``ValueError`` say that this is no document of ours.
    """
    return list(_Rows(document))


class _Rows:
    """The rows of one document, with what they share."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = document
        self._text: str = document["text"]
        self._of_report = report_columns(document)
        self._passages = {passage["id"]: passage for passage in document["passages"]}
        self._paths = section_paths(document["sections"])
        self._checks = check_columns(document["checks"])
        self._tables = Places(document)
        self._sentences = self._read_sentences()
        self._seen: Counter[int] = Counter()

    def __iter__(self) -> Iterator[Row]:
        for indicator in self._document["indicators"]:
            for role, figure in figures(indicator):
                yield self._row(indicator, role, figure)

    def _read_sentences(self) -> dict[str, Sentence]:
        spans: dict[str, list[Span]] = defaultdict(list)
        for indicator in self._document["indicators"]:
            spans[indicator["passage"]].extend(
                Span(*figure["span"]) for _, figure in figures(indicator)
            )
        view = plain(self._text)
        return {
            key: Sentence(self._text, view, Span(*self._passages[key]["span"]), found)
            for key, found in spans.items()
        }

    def _row(self, indicator: Mapping[str, Any], role: str, figure: Mapping[str, Any]) -> Row:
        span = Span(*figure["span"])
        if self._text[span.start : span.end] != figure["text"]:
            raise ValueError(f"text[{span.start}:{span.end}] is not {figure['text']!r}")
        self._seen[span.start] += 1
        passage = self._passages[indicator["passage"]]
        return {
            "obs_id": f"{self._of_report['doc_id']}-{span.start}-{self._seen[span.start]}",
            **self._of_report,
            "topic": indicator["topic"], "scope": indicator["scope"],
            "INDICATOR": indicator_code(indicator), "canonical": indicator.get("canonical"),
            "indicator_text": indicator["name"],
            **self._meaning(indicator, role, figure),
            "text": figure["text"], "char_start": span.start, "char_end": span.end,
            "prefix": self._text[max(0, span.start - _CONTEXT) : span.start],
            "suffix": self._text[span.end : span.end + _CONTEXT],
            "part_spans": self._part_spans(indicator, figure), **self._tables.of(indicator, span),
            "indicator_id": indicator["id"], "passage_id": passage["id"],
            "section_path": self._paths.get(passage["section"]),
            "passage_type": passage["label"], "horizon": passage["horizon"],
            **self._checks.get(indicator["id"], {"check_status": None, "check_detail": None}),
            "rule_id": "+".join(steps(indicator)), "confidence": indicator["confidence"],
            "tool_version": self._document["pipeline"]["version"],
            **review_columns(indicator, role, figure),
        }  # fmt: skip

    def _meaning(self, indicator: Mapping[str, Any], role: str, figure: Mapping[str, Any]) -> Row:
        """When, what kind of number, how much, in which unit, at which prices."""
        span, sentence = Span(*figure["span"]), self._sentences[indicator["passage"]]
        period = parsed(figure.get("period") or indicator["period"])
        kind = transformation(role, indicator["name"], figure["unit"], form=figure.get("form"))
        basis = basis_of(kind, figure, period)
        since = compared(period, basis, sentence.before(span))
        found = amount(figure)
        measure = "baseline" if role == "base" else indicator["modality"]
        return {
            "FREQ": period.freq if period else UNKNOWN,
            "TIME_PERIOD": period.time_period if period else None,
            "period_start": period.start if period else None,
            "period_end": period.end if period else None,
            "MEASURE": measure, "role": role, "TRANSFORMATION": kind, "COMPARE_BASIS": basis,
            "against": figure.get("against") or figure.get("among"),
            "compare_period": since.time_period if since else None,
            "OBS_VALUE": _number(found.value), "value_low": _number(found.low),
            "value_high": _number(found.high),
            "modifier": sentence.modifier(span, figure["bound"]),
            "modifier_norm": MODIFIERS[figure["bound"]],
            "unit_text": figure["unit"], "UNIT_MEASURE": unit_code(figure["unit"]),
            "UNIT_MULT": found.power, "value_base": _number(found.full),
            "value_exact": None if found.full is None else f"{found.full:f}",
            "price_basis": sentence.price_basis(span) if priced(kind, figure["unit"]) else None,
            "OBS_STATUS": self._status(indicator, figure, measure),
        }  # fmt: skip

    def _status(self, indicator: Mapping[str, Any], figure: Mapping[str, Any], measure: str) -> str:
        """A letter of CL_OBS_STATUS: what the text says of the number (P preliminary, E estimated)
        goes before what the review says (A, V).
        """
        if measure == "actual" and f.PRELIMINARY.search(
            self._sentences[indicator["passage"]].before(Span(*figure["span"]))
        ):
            return "P"
        if measure == "actual" and figure["bound"] == "approx":
            return "E"
        return (
            "A"
            if (indicator.get("review") or {}).get("review_status")
            in ("accepted", "corrected", "added")
            else "V"
        )

    def _part_spans(self, indicator: Mapping[str, Any], figure: Mapping[str, Any]) -> str:
        """JSON: where the value and the words of name, topic and period stand, and the sentence
        around them.
        """
        span, sentence = Span(*figure["span"]), self._sentences[indicator["passage"]]
        parts: dict[str, Any] = {"value": span, "sentence": sentence.span}
        for part, key in (("name", "indicator"), ("topic", "topic"), ("period", "period")):
            if found := evidence_spans(indicator, part):
                parts[key] = found
        return json.dumps(parts, separators=(",", ":"))


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
