"""Extracted reports against labelled ones: precision, recall and F1 of figures and facts, accuracy of qualifiers and passages."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.patterns.page import NOT_WORD

LABELS = ("achievement", "measure", "target", "problem", "other")
MEASURES = ("figure", "quantity", "name", "fact", "change", "rank")
QUALIFIERS = ("link", "bound", "modality", "period")
_UNITS = {
    "㎡": "平方米", "m²": "平方米", "平米": "平方米", "km": "公里", "千米": "公里", "kw": "千瓦", "％": "%", "百分比": "%", "个百分点": "百分点", "pp": "百分点",
    "人民币元": "元", "名": "人", "位次": "位", "名次": "位",
}  # fmt: skip

Figure = tuple[str, dict[str, Any], dict[str, Any], "list[int] | None"]


@dataclass(slots=True)
class Tally:
    """Counts of right, predicted and labelled."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.predicted + self.gold) if self.predicted + self.gold else 0.0


@dataclass(slots=True)
class Score:
    """All counts over some reports. ``errors`` are (what, role, first character, text, wanted, got); ``confusion`` counts (label, predicted label).

    ``outcomes`` (of figures) and ``labelled`` (of passages) are (confidence, right).
    """

    tallies: dict[str, Tally] = field(default_factory=lambda: {measure: Tally() for measure in MEASURES})
    qualifiers: dict[str, Tally] = field(default_factory=lambda: {qualifier: Tally() for qualifier in QUALIFIERS})
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    horizon: Tally = field(default_factory=Tally)
    errors: list[tuple[str, str, int, str, str, str]] = field(default_factory=list)
    outcomes: list[tuple[float, bool]] = field(default_factory=list)
    labelled: list[tuple[float, bool]] = field(default_factory=list)

    @property
    def passage_accuracy(self) -> float:
        total = sum(self.confusion.values())
        return sum(n for (want, got), n in self.confusion.items() if want == got) / total if total else 0.0

    def label_tally(self, label: str) -> Tally:
        """Right, predicted and labelled passages of one label."""
        return Tally(
            self.confusion[label, label],
            sum(n for (_, got), n in self.confusion.items() if got == label),
            sum(n for (want, _), n in self.confusion.items() if want == label),
        )


def score(pairs: Iterable[tuple[dict[str, Any], dict[str, Any]]]) -> Score:
    """Score (labels, document) pairs. Only the labelled windows of a text count; optional figures neither help nor harm."""
    total = Score()
    for gold, output in pairs:
        _score_figures(total, gold, output)
        _score_passages(total, gold, output)
    return total


def _score_figures(total: Score, gold: dict[str, Any], output: dict[str, Any]) -> None:
    predicted = [f for f in figures_of(output) if any(a <= f[1]["span"][0] < b for a, b in gold["windows"])]
    wanted = gold["figures"]
    pairs = _matched(predicted, wanted)
    for i, (role, quantity, indicator, _) in enumerate(predicted):
        if i in pairs or any(_overlap(quantity["span"], s) for s in [*gold["optional"], *(f["span"] for f in wanted)]):
            continue
        for measure in (*MEASURES[:4], *((role,) if role in ("change", "rank") else ())):
            total.tallies[measure].predicted += 1
        total.errors.append(("spurious", role, quantity["span"][0], quantity["text"], "", indicator["name"]))
        total.outcomes.append((indicator["confidence"], False))
    of_gold = {g: i for i, g in pairs.items()}
    for g, want in enumerate(wanted):
        own = (want["role"],) if want["role"] in ("change", "rank") else ()
        for measure in (*MEASURES[:4], *own):
            total.tallies[measure].gold += 1
        if g not in of_gold:
            total.errors.append(("missed", want["role"], want["span"][0], output["text"][slice(*want["span"])], want["name"], ""))
        else:
            _score_one(total, want, predicted[of_gold[g]])


def _score_one(total: Score, want: dict[str, Any], found: Figure) -> None:
    role, quantity, indicator, value_span = found
    number, name, same_role = _same_quantity(quantity, want), name_matches(indicator["name"], want), role == want["role"]
    basis = want["role"] != "change" or quantity.get("basis") == want.get("basis")
    fact = number and name and same_role
    total.outcomes.append((indicator["confidence"], fact and basis))
    for measure, right in (("figure", True), ("quantity", number), ("name", name), ("fact", fact)):
        total.tallies[measure].predicted += 1
        total.tallies[measure].right += right
    if role in ("change", "rank"):
        total.tallies[role].predicted += 1
    if want["role"] == "change":
        total.tallies["change"].right += fact and basis
        if want.get("of"):
            _count(total.qualifiers["link"], bool(value_span and _overlap(value_span, want["of"])))
    elif want["role"] == "rank":
        total.tallies["rank"].right += fact
    _count(total.qualifiers["bound"], quantity["bound"] == want["bound"])
    _count(total.qualifiers["modality"], indicator["modality"] == want["modality"])
    if want.get("period"):
        _count(total.qualifiers["period"], str(quantity.get("period") or indicator["period"]) == str(want["period"]))
    wrong = [what for what, right in (("number", number), ("name", name), ("role", same_role), ("basis", basis)) if not right]
    if wrong:
        wanted = f"{want['name']} | {want['low']} {want['unit']} {want.get('basis', '')}"
        got = f"{role} {indicator['name']} | {quantity['low']} {quantity['unit']} {quantity.get('basis', '')}"
        total.errors.append(("wrong " + "+".join(wrong), want["role"], want["span"][0], quantity["text"], wanted, got))


def _count(tally: Tally, right: bool) -> None:
    tally.gold += 1
    tally.predicted += 1
    tally.right += right


def _score_passages(total: Score, gold: dict[str, Any], output: dict[str, Any]) -> None:
    passages = output["passages"]
    for want in gold["passages"]:
        best = max(passages, key=lambda p: _overlap(p["span"], want["span"]), default=None)
        if best is None or not _overlap(best["span"], want["span"]):
            got = "other"
        else:
            got = best["label"]
            total.labelled.append((best["confidence"], got in (want["label"], want.get("also"))))
            if "horizon" in want:
                _count(total.horizon, best["horizon"] == want["horizon"])
        total.confusion[got if got == want.get("also") else want["label"], got] += 1


def figures_of(output: dict[str, Any]) -> Iterator[Figure]:
    """The figures of a document: (role, quantity, indicator, span of the value it belongs to)."""
    for indicator in output["indicators"]:
        value = indicator["value"]
        if value:
            yield "value", value, indicator, None
        if indicator["base"]:
            yield "value", indicator["base"], indicator, None
        span = value["span"] if value else None
        for change in indicator["changes"]:
            yield "change", change, indicator, span
        if indicator["rank"]:
            yield "rank", indicator["rank"], indicator, span


def _matched(predicted: Sequence[Figure], wanted: Sequence[dict[str, Any]]) -> dict[int, int]:
    """Which predicted figure is which labelled one: same role first, then the larger overlap."""
    candidates = sorted(
        ((n, found[0] == want["role"], i, g) for i, found in enumerate(predicted) for g, want in enumerate(wanted) if (n := _overlap(found[1]["span"], want["span"]))),
        key=lambda c: (-c[1], -c[0]),
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, g in candidates:
        if i not in pairs and g not in taken:
            pairs[i] = g
            taken.add(g)
    return pairs


def _overlap(a: Sequence[int], b: Sequence[int]) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _same_number(a: float | None, b: float | None) -> bool:
    return a is not None and b is not None and abs(a - b) <= max(0.005, 1e-6 * abs(b))


def _same_quantity(found: dict[str, Any], want: dict[str, Any]) -> bool:
    return _same_number(found["low"], want["low"]) and _same_number(found["high"], want.get("high", want["low"])) and _unit(found["unit"]) == _unit(want["unit"])


def _unit(unit: str) -> str:
    unit = unicodedata.normalize("NFKC", unit or "").strip().lower()
    return _UNITS.get(unit, unit)


def _plain_name(name: str) -> str:
    return NOT_WORD.sub("", unicodedata.normalize("NFKC", name or "").lower())


def name_matches(found: str, want: dict[str, Any]) -> bool:
    """Equal to the name, its core or an alias; or holding the core with little that the name lacks; or nearly the name."""
    p = _plain_name(found)
    accepted = [_plain_name(n) for n in (want["name"], want["core"], *want.get("alias", ()))]
    if not p or p in accepted:
        return bool(p)
    core = accepted[1]
    for name in (accepted[0], *accepted[2:]):
        common = _common(p, name)
        if (core in p and common / len(p) >= 0.6) or common / max(len(p), len(name)) >= 0.75:
            return True
    return False


def _common(a: str, b: str) -> int:
    """Length of the longest common subsequence."""
    row = [0] * (len(b) + 1)
    for x in a:
        previous = 0
        for j, y in enumerate(b, 1):
            kept = row[j]
            row[j] = previous + 1 if x == y else max(kept, row[j - 1])
            previous = kept
    return row[-1]
