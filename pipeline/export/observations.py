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
from pipeline.export.identity import UNKNOWN, doc_id, indicator_code
from pipeline.export.places import Places
from pipeline.export.times import Period, compared, parsed
from pipeline.export.wording import Sentence
from pipeline.lexicon.unit_codes import unit_code
from pipeline.patterns import figures as f
from pipeline.patterns.numbers import plain
from pipeline.records import Span

Cell = str | int | float | None
Row = dict[str, Cell]

_CONTEXT = 32  # characters of prefix and suffix, as Web Annotation clients keep
_WORST_FIRST = ("contradiction", "cannot_tell", "consistent")


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
        self._checks = _checks(document["checks"])
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
            **_review(indicator, role, figure),
        }  # fmt: skip

    def _meaning(self, indicator: Mapping[str, Any], role: str, figure: Mapping[str, Any]) -> Row:
        """When, what kind of number, how much, in which unit, at which prices."""
        span, sentence = Span(*figure["span"]), self._sentences[indicator["passage"]]
        period = parsed(figure.get("period") or indicator["period"])
        kind = transformation(role, indicator["name"], figure["unit"], form=figure.get("form"))
        basis = _basis(kind, figure, period)
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
            "price_basis": sentence.price_basis(span) if _priced(kind, figure["unit"]) else None,
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


def evidence_spans(indicator: Mapping[str, Any], part: str) -> list[list[int]]:
    """Give where a part of a row was read, in order; none for words that a rule supplied."""
    stretches = [e["span"] for e in indicator["evidence"] if e["part"] == part]
    return [span for span in stretches if span[0] < span[1]]


def steps(indicator: Mapping[str, Any]) -> list[str]:
    """Give the rules that made the name, each once."""
    return list(dict.fromkeys(e["rule"] for e in indicator["evidence"] if e["part"] == "name"))


def figures(indicator: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The figures of an indicator with their roles: value, base, change, rank."""
    for role in ("value", "base"):
        if indicator[role]:
            yield role, indicator[role]
    for change in indicator["changes"]:
        yield "change", change
    if indicator["rank"]:
        yield "rank", indicator["rank"]


def transformation(role: str, name: str, unit: str, *, form: str | None = None) -> str:
    """A code of CL_TIMETRANS_TYPE: N a level, G a rate of growth, D a difference, GC a contribution
    to growth; R (own) a multiple of the earlier value.

    >>> said = (("change", "%"), ("change", "元"), ("value", "元"))
    >>> tuple(transformation(role, "财政收入", unit) for role, unit in said)
    ('G', 'D', 'N')
    """
    if f.CONTRIBUTION.search(name) and unit in ("%", "百分点"):
        return "GC"
    if form == "multiple":
        return "R"
    if role == "change":
        rate = form == "rate" if form else unit in ("%", "‰", "倍")
        return "G" if rate else "D"
    return "G" if role != "rank" and unit == "%" and f.RATE_OF_CHANGE.search(name) else "N"


def _basis(kind: str, figure: Mapping[str, Any], period: Period | None) -> str:
    """What a number is compared with; a level that is itself a growth rate (涨幅2.6%) is one against
    the year before, as a bare 增长 is.
    """
    if kind == "G" and "basis" not in figure:
        return "yoy" if period and period.months <= 12 else UNKNOWN
    return str(figure.get("basis", "_Z"))


def _priced(kind: str, unit: str) -> bool:
    """Whether prices matter: rates of growth, and money."""
    return kind == "G" or unit_code(unit).partition("_")[0] in ("CNY", "USD")


def report_columns(document: Mapping[str, Any]) -> Row:
    """The columns that say which report a row is from."""
    report, source = document["report"], document["source"]
    region = report["region"] or {"code": None, "name": None}
    return {
        "doc_id": doc_id(document), "source_path": source["path"],
        "source_sha256": source["sha256"],
        "report_title": report["title"], "issuer": report["issuer"],
        "published": report["published"], "REF_AREA": region["code"],
        "ref_area_name": region["name"],
    }  # fmt: skip


def section_paths(sections: list[Mapping[str, Any]]) -> dict[str, str]:
    """``一、工作回顾 / （一）…`` for each section."""
    paths: dict[str, str] = {}
    for section in sections:
        own = " ".join((section["marker"] + section["title"]).split())
        above = paths.get(section["parent"] or "")
        paths[section["id"]] = f"{above} / {own}" if above else own
    return paths


def _checks(checks: list[Mapping[str, Any]]) -> dict[str, Row]:
    """For each indicator the worst status of its checks, and what they say."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for check in checks:
        rank = _WORST_FIRST.index(check["status"].replace(" ", "_"))
        for indicator in check["indicators"]:
            found[indicator].append((rank, check["message"]))
    return {
        key: {
            "check_status": _WORST_FIRST[min(each)[0]],
            "check_detail": "；".join(said for _, said in sorted(each)),
        }
        for key, each in found.items()
    }


def _review(indicator: Mapping[str, Any], role: str, figure: Mapping[str, Any]) -> Row:
    """What a person decided, and the number that the machine had at this place, or else in this
    role; all empty until someone did.
    """
    review = indicator.get("review") or {}
    had = (
        [part for part in figures(review["machine"]) if part[0] == role]
        if review.get("machine")
        else []
    )
    machine = next(
        (part for _, part in had if part["span"] == figure["span"]),
        had[0][1] if len(had) == 1 else None,
    )
    said = (
        None
        if machine is None
        else "–".join(dict.fromkeys((f"{machine['low']}", f"{machine['high']}")))
    )
    return {
        "review_status": review.get("review_status"),
        "reviewer": review.get("reviewer"),
        "reviewed_at": review.get("reviewed_at"),
        "value_machine": said,
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
