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
_ASIDE = """
    subdistrict-2022 tourism-culture-bureau-2022 dali-2025 kaifeng-2023
    court-2024 hospital-2023 social-security-q3-2024 communique-2023 school-2023 emergency-q3-2024 tax-2023
    civil-affairs-q3-2024 village-2023 customs-half-2024 congress-2024 park-q1-2024
    fire-2024 labour-2024 statistics-half-2024 resources-half-2024 commerce-2024 justice-2024
    finance-2024 civil-affairs-2024 discipline-2024 communique-2024 group-2024 traffic-squad-2023
    communique-2022 govwork-2024 schoolyear-2024 water-year-2023
    town-year-2024 water-company-2023 health-county-2023 traffic-brigade-2024
    power-company-2023 township-2024 union-city-2023 communique-city-2024 hrss-county-2023
    housing-county-2024 tourism-city-q3-2024 civil-district-half-2024
    housing-fund-2024 petition-district-2024 post-admin-2023
    library-city-2023 grain-reserve-2023 red-cross-city-2024 archives-county-2024 bus-company-2023
    science-association-2023 natural-resources-county-2023 civil-defence-2023 hotline-city-2023
    federation-literary-2024 gas-company-2024 highway-bureau-2023
    museum-2023 maternal-hospital-2023 railway-station-2024
    court-county-2023 hospital-people-2024 civil-affairs-bureau-2023 transport-bureau-2024
    water-bureau-half-2024
    抚州市-2023 永州市-2023 湖南省-2015 湘潭市-2025 焦作市-2021 福州市-2026
    natural-resources-county-2022 market-city-2024 ecology-county-q3-2023
    青岛市-1999 廊坊市-2014 庆阳市-2018 长沙市-2022 那曲市-2023
"""
ASIDE = frozenset(_ASIDE.split())
OWN = ROOT / "corpus"
COMMUNIQUE = "communique-national-"  # labels of a communiqué, beside those of the report of that year


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
    """The labels of ``corpus/strict``, whose texts lie in the shared folder, and of ``corpus/genres`` beside their texts."""
    for labels in sorted([*(OWN / "strict").glob("*.jsonl"), *(OWN / "genres").glob("*.jsonl")]):
        text = text_of(labels)
        if chosen(labels.stem) and text.is_file():
            gold, strict = read(labels)
            yield text, _reader(labels.stem, gold, strict)


def text_of(labels: Path) -> Path:
    """The report that a file of labels is of."""
    beside = labels.with_suffix(".txt")
    if labels.stem.startswith(COMMUNIQUE):
        return SHARED / "reports" / "communique" / f"{labels.stem.removeprefix('communique-')}.md"
    local = SHARED / "reports" / "local" / f"{labels.stem}.md"
    return next((one for one in (beside, local) if one.is_file()), SHARED / "reports" / beside.name)


def read(labels: Path) -> tuple[dict[str, Any], dict[int, Any]]:
    """Labels of ours as the scorer takes them: figures in their windows, and the strict label of each."""
    lines = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines()]
    figures = [{"high": one["low"], "bound": "exact", **one} for one in lines[1:] if not one.get("optional")]
    optional = [one["span"] for one in lines[1:] if one.get("optional")]
    return {"windows": lines[0]["windows"], "figures": figures, "optional": optional}, dict(enumerate(figures))


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
