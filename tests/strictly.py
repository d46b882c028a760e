"""Strict labels of rows, and what a row of a document lacks: the measure of the shared folder's scorer."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
# a third of our own labels, of bureaus and of cities, that nothing is learned from
ASIDE = frozenset(("subdistrict-2022", "tourism-culture-bureau-2022", "dali-2025", "kaifeng-2023"))


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A labelled figure as it came out: where its indicator starts, what it still lacks."""

    report: str
    at: int
    name: str
    missing: tuple[tuple[str, ...], ...]
    topic: str | None
    complete: bool
    faultless: bool = True
    id: str = ""

    def completed_by(self, phrase: str) -> bool:
        """Tell whether ``phrase`` is the labelled topic, or says all that the row lacks."""
        said = scorer()
        row = said.canonical_name(phrase)
        if self.missing:
            return all(said.met(need, row) for need in self.missing)
        return bool(self.topic) and said.said(self.topic, phrase) and len(phrase) <= 2 * len(self.topic or "")


def scorer() -> ModuleType:
    """The shared scorer of strict labels, loaded once."""
    if "strict" not in sys.modules:
        for name in ("score", "strict"):
            spec = importlib.util.spec_from_file_location(name, SHARED / "score" / f"{name}.py")
            module = importlib.util.module_from_spec(spec)  # type: ignore[arg-type]
            sys.modules[name] = module
            spec.loader.exec_module(module)  # type: ignore[union-attr]
    return sys.modules["strict"]


def rows(*, aside: bool = False) -> dict[Path, Callable[[Any], Iterator[Row]]]:
    """For each labelled report a function from its document to its rows; ``aside``: those that nothing learns from."""
    if aside:
        return dict(_own(lambda name: name in ASIDE))
    found: dict[Path, Callable[[Any], Iterator[Row]]] = {}
    for labels in sorted((SHARED / "strict").glob("*.jsonl")):
        gold = json.loads((SHARED / "gold" / f"{labels.stem}.json").read_text(encoding="utf-8"))
        strict = scorer().labels(labels)
        found[SHARED / "reports" / f"{labels.stem}.txt"] = _reader(labels.stem, gold, strict)
    return found | dict(_own(lambda name: name not in ASIDE))


def _own(chosen: Callable[[str], bool]) -> Iterator[tuple[Path, Callable[[Any], Iterator[Row]]]]:
    """The labels of ``corpus/strict``, whose texts lie in the shared folder."""
    for labels in sorted((ROOT / "corpus" / "strict").glob("*.jsonl")):
        text = SHARED / "reports" / f"{labels.stem}.txt"
        if not chosen(labels.stem) or not text.is_file():
            continue
        lines = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines()]
        figures = [{"high": one["low"], "bound": "exact", **one} for one in lines[1:] if not one.get("optional")]
        optional = [one["span"] for one in lines[1:] if one.get("optional")]
        gold = {"windows": lines[0]["windows"], "figures": figures, "optional": optional}
        yield text, _reader(labels.stem, gold, dict(enumerate(figures)))


def _reader(report: str, gold: Any, strict: Any) -> Callable[[Any], Iterator[Row]]:
    def read(document: Any) -> Iterator[Row]:
        tool = scorer()
        by_gold, _ = tool.matched(gold, document)
        for n, (role, quantity, indicator) in by_gold.items():
            label = strict.get(n)
            if label is None or label.get("skip"):
                continue
            among = (indicator.get("rank") or {}).get("among") or "" if role == "rank" else ""
            against = quantity.get("against") or "" if role == "change" else ""
            said = tool.canonical_name("|".join((indicator["name"], indicator["scope"] or "", among, against)))
            missing = tuple(tuple(need) for need in label["needs"] if not tool.met(need, said))
            first = min((indicator["value"] or {}).get("span", [10**9])[0], *(c["span"][0] for c in indicator["changes"]), (indicator["rank"] or {}).get("span", [10**9])[0], (indicator["base"] or {}).get("span", [10**9])[0])
            topic = label.get("topic")
            one = topic if isinstance(topic, str) else (topic or [None])[0]
            faultless = not tool.faults(gold["figures"][n], label, role, quantity, indicator)
            yield Row(report, first, indicator["name"], missing, one, not missing, faultless, indicator["id"])

    return read
