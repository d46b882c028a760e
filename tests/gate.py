"""Scores that may not fall unseen: pinned per measure and per figure in ``gate.json``, on the labelled corpus and, where at hand, on outside labels.

    python -m tests.gate                 compare, list gains and losses by case
    python -m tests.gate --update        pin what is now; refuses where a score fell
    python -m tests.gate --update --allow-regression
"""  # fmt: skip

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from pipeline.cli.scores import low_confidence_share
from pipeline.evaluate import load_all, score
from pipeline.evaluate.matching import figures_of
from pipeline.evaluate.tallies import MEASURES, QUALIFIERS

from .once import document

ROOT = Path(__file__).parents[1]
PINNED = ROOT / "tests" / "gate.json"
SHARED = ROOT.parent / "shared"
SETS = {"corpus": (ROOT / "corpus" / "reports", None), "outside": (ROOT / "corpus" / "outside", SHARED / "reports"), "gold": (SHARED / "gold", SHARED / "reports")}
_SLACK = 1e-9


def measure() -> dict[str, Any]:
    """For each set of labels at hand: a digest of the labels, the scores, and the figures that are wrong (report:start)."""
    found: dict[str, Any] = {}
    for name, (folder, texts) in SETS.items():
        if not folder.is_dir() or (texts and not texts.is_dir()):
            continue
        labels = load_all(folder, texts)
        pairs = [(one.raw, document(one.source)) for one in labels]
        total = score(pairs)
        scores = {m: round(total.tallies[m].f1, 4) for m in MEASURES} | {q: round(total.qualifiers[q].recall, 4) for q in QUALIFIERS} | {"passages": round(total.passage_accuracy, 4), "trust": round(low_confidence_share(total.outcomes), 4)}
        wrong = sorted(case for one, pair in zip(labels, pairs, strict=True) for case in _wrong(one.path.stem, pair))
        digest = hashlib.sha256("".join(one.path.read_text(encoding="utf-8") for one in labels).encode()).hexdigest()[:16]
        found[name] = {"labels": digest, "scores": scores, "wrong": wrong}
    return found


def _wrong(report: str, pair: tuple[dict[str, Any], dict[str, Any]]) -> list[str]:
    labels, document = pair
    cases = []
    for figure in labels["figures"]:
        alone = {**labels, "figures": [figure], "passages": []}
        near = {**document, "indicators": [i for i in document["indicators"] if any(q["span"][0] < figure["span"][1] and figure["span"][0] < q["span"][1] for _, q, _, _ in figures_of({"indicators": [i]}))]}
        outcome = score([(alone, near)])
        if any(what != "spurious" for what, *_ in outcome.errors):
            cases.append(f"{report}:{figure['span'][0]}")
    return cases


def compare(now: dict[str, Any], pinned: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Lines to print, and the falls that may not pass in silence."""
    lines, falls = [], []
    for name, fresh in now.items():
        old = pinned.get(name)
        if old is None:
            lines.append(f"{name}: nothing pinned")
            continue
        if old["labels"] != fresh["labels"]:
            lines.append(f"{name}: the labels changed ({old['labels']} -> {fresh['labels']}), so their scores are not compared")
            continue
        for key, value in fresh["scores"].items():
            before = old["scores"].get(key)
            if before is not None and abs(value - before) > _SLACK:
                lines.append(f"{name} {key}: {before:.4f} -> {value:.4f}")
                if value < before:
                    falls.append(f"{name} {key}: {before:.4f} -> {value:.4f}")
        was, is_now = set(old["wrong"]), set(fresh["wrong"])
        lines += [f"{name} gained {case}" for case in sorted(was - is_now)] + [f"{name} lost {case}" for case in sorted(is_now - was)]
    return lines, falls


def main() -> None:
    now = measure()
    pinned = json.loads(PINNED.read_text(encoding="utf-8")) if PINNED.exists() else {}
    lines, falls = compare(now, pinned)
    print("\n".join(lines) or "nothing moved")
    if "--update" in sys.argv:
        if falls and "--allow-regression" not in sys.argv:
            sys.exit("a score fell; say --allow-regression if that is meant, and say why in the commit")
        PINNED.write_text(json.dumps({**pinned, **now}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    elif falls:
        sys.exit("a score fell")


if __name__ == "__main__":
    main()
