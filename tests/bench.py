"""How fast, as ratios measured side by side in one run: ``make bench`` (or ``python -m tests.bench [--quick]``).

Everything is compared with ``jieba.lcut`` of the same text, the floor a jieba pipeline stands on, so that the figures mean the
same on any machine. Each report is timed beside its own ``lcut``; of the rounds the quickest of each counts.
"""

from __future__ import annotations

import gc
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from .conftest import ROOT, SHARED

ROUNDS = 5
BARE = "import spacy, jieba; jieba.setLogLevel(60); jieba.lcut('全市生产安全事故起数下降。')"


def texts() -> list[Path]:
    """The reports of shared/, or those of corpus/ where it is absent."""
    return sorted((SHARED / "reports").glob("*.txt")) or sorted((ROOT / "corpus").glob("*/*.txt"))


def throughput(reports: list[Path]) -> dict[str, float]:
    """Seconds of each stage and of ``jieba.lcut`` over all reports, one process, warm: the sum of each report's quickest round."""
    import jieba

    from pipeline.canonical import canonical
    from pipeline.chain import model_at
    from pipeline.check import check
    from pipeline.classify import classify
    from pipeline.emit import emit, written
    from pipeline.extract import extract
    from pipeline.read import read
    from pipeline.records import Result
    from pipeline.segment import segment
    from pipeline.shipped import MODEL

    jieba.setLogLevel(60)
    jieba.initialize()
    model = model_at(MODEL)
    total: dict[str, float] = {}
    for path in [reports[0], *reports]:  # the first once more, to warm up
        raw = path.read_text(encoding="utf-8", errors="replace")
        best: dict[str, float] = {}

        for _ in range(ROUNDS):
            _timed(best, "jieba.lcut", jieba.lcut, raw)
            report = _timed(best, "read", read, path)
            segmented = _timed(best, "segment", segment, report)
            numerals, found = _timed(best, "extract", extract, segmented)
            indicators = _timed(best, "canonical", canonical, found)
            labels = _timed(best, "classify", classify, segmented, model)
            checks = _timed(best, "check", check, report.text, indicators)
            document = _timed(best, "emit", emit, Result(segmented, numerals, indicators, labels, checks), model=model.name)
            _timed(best, "JSON", written, document)
        if path is reports[0] and not total:
            total = dict.fromkeys(best, 0.0)
            continue
        for stage, seconds in best.items():
            total[stage] += seconds
    return total


def _timed(best: dict[str, float], stage: str, work: Callable[..., Any], *arguments: object, **named: object) -> Any:
    start = time.perf_counter()
    result = work(*arguments, **named)
    best[stage] = min(best.get(stage, 1e9), time.perf_counter() - start)
    return result


def growth(report: Path) -> dict[int, float]:
    """Seconds for the text of one report once, ten and a hundred times over, in turn; the quickest of each counts."""
    from pipeline.batch.inside import collect_rarely
    from pipeline.chain import analyse
    from pipeline.read import read_text
    from pipeline.read.content import MOST_CHARACTERS

    collect_rarely()
    text = report.read_text(encoding="utf-8")[: MOST_CHARACTERS // 100 - 1] + "\n"
    found: dict[int, float] = {}
    for _ in range(ROUNDS):
        for times in (1, 10, 100):
            gc.collect()
            start = time.perf_counter()
            analyse(read_text(text * times))
            found[times] = min(found.get(times, 1e9), time.perf_counter() - start)
    return found


def cold(report: Path) -> tuple[float, float]:
    """Seconds of a whole process on 5,000 characters, and of a bare one that imports spaCy and jieba and cuts a sentence; the quickest of alternating runs."""
    with tempfile.TemporaryDirectory() as folder:
        short = Path(folder) / "short.txt"
        short.write_text(report.read_text(encoding="utf-8")[:5000], encoding="utf-8")
        ours = [sys.executable, "-m", "pipeline", "extract", str(short), "-o", folder, "--force"]
        bare = [sys.executable, "-c", BARE]
        return tuple(min(times) for times in zip(*((_wall(ours), _wall(bare)) for _ in range(ROUNDS)), strict=True))  # type: ignore[return-value]


def _wall(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""})
    return time.perf_counter() - start


def memory(reports: list[Path], counts: tuple[int, int]) -> tuple[float, float]:
    """Peak MB of a process after the smaller and the larger count of reports (Linux; ``ru_maxrss`` would begin with the peak of the process that starts it)."""
    code = (
        "import re, sys; from pathlib import Path; from pipeline.chain import run\n"
        "paths = [Path(p) for p in sys.argv[3:]]\n"
        "for i in range(int(sys.argv[2])):\n"
        "    run(paths[i % len(paths)])\n"
        "    if i + 1 in (int(sys.argv[1]), int(sys.argv[2])): print(int(re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1]) / 1024)\n"
    )
    command = [sys.executable, "-c", code, *map(str, counts), *map(str, sorted(reports, key=lambda p: p.stat().st_size)[: len(reports) // 2])]
    first, last = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout.split()
    return float(first), float(last)


def peer(reports: list[Path]) -> float | None:
    """Seconds of Recognizers-Text (Chinese numbers with units) on the same text, None where it is not installed."""
    try:
        from recognizers_number_with_unit import recognize_dimension
    except ImportError:
        return None
    start = time.perf_counter()
    for path in reports:
        for line in path.read_text(encoding="utf-8").splitlines():
            recognize_dimension(line, "zh-cn")
    return time.perf_counter() - start


def main(arguments: Iterable[str]) -> None:
    """Print the table of the README."""
    quick = "--quick" in arguments
    reports = texts()
    characters = sum(len(path.read_text(encoding="utf-8")) for path in reports)
    total = throughput(reports)
    floor = total.pop("jieba.lcut")
    whole = sum(total.values())
    print(f"| {len(reports)} reports, {characters:,} characters, one process, warm | time ÷ jieba.lcut | characters a second |\n| --- | --- | --- |")
    print(f"| `jieba.lcut` alone | 1.00 | {characters / floor:,.0f} |\n| **end to end, JSON text included** | **{whole / floor:.2f}** | {characters / whole:,.0f} |")
    for stage, seconds in total.items():
        print(f"| {stage} | {seconds / floor:.2f} | |")
    if (seconds := peer(reports)) is not None:
        print(f"| Recognizers-Text (numbers with units only) | {seconds / floor:.2f} | {characters / seconds:,.0f} |")
    print(f"| peak memory, MB | | {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} |")
    middle = sorted(reports, key=lambda path: path.stat().st_size)[len(reports) // 2]
    ours, bare = cold(middle)
    print(f"| cold start on 5,000 characters ÷ a bare process with spaCy and jieba ({bare:.2f} s) | {ours / bare:.2f} | |")
    times = growth(middle)
    print(f"| ten times the text ÷ once | {times[10] / times[1]:.1f} | |\n| a hundred times ÷ once | {times[100] / times[1]:.1f} | |")
    counts = (50, 200) if quick else (200, 10_000)
    first, last = memory(reports, counts)
    print(f"| peak memory after {counts[1]:,} reports ÷ after {counts[0]:,} ({first:.0f} MB) | {last / first:.2f} | |")


if __name__ == "__main__":
    main(sys.argv[1:])
