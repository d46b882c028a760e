"""A chart a measure: what was reached over the years, beside what was aimed at.

Needs the extra ``charts`` (matplotlib) and a Chinese font.
"""

from __future__ import annotations

import os
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.batch import make_folder
from pipeline.errors import MissingError
from pipeline.patterns.names import UNSAFE
from pipeline.track.figures import RATIO, Measure
from pipeline.track.series import Point
from pipeline.track.targets import Target
from pipeline.track.wording import Goal

# as they are named on Linux, Windows and macOS; the first found is taken
FONTS = (
    "Noto Sans CJK",
    "Source Han Sans",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "WenQuanYi",
    "SimHei",
    "Noto Serif CJK",
    "Source Han Serif",
    "SimSun",
    "Songti SC",
    "AR PL",
)
_SAMPLE = "报"


@dataclass(slots=True)
class _Chart:
    """By year: what was reached, and what was aimed at."""

    reached: dict[int, float] = field(default_factory=dict)
    aimed: dict[int, Goal] = field(default_factory=dict)


def draw(
    folder: Path, points: Sequence[Point], targets: Sequence[Target], suffix: str
) -> list[Path]:
    """One file (``svg`` or ``png``) for each measure of the lexicon told of twice or more.

    Raises ``MissingError``.
    """
    try:
        import matplotlib
    except ImportError as fault:
        raise MissingError(
            "画图要用 matplotlib，没有装",
            place="track --charts",
            remedy="请运行 pip install 'workreport-zh[charts]'。",
        ) from fault
    settings: Any = {
        "font.family": [font()],
        "axes.unicode_minus": False,
        "svg.hashsalt": "workreport",
    }
    make_folder(folder)
    written = []
    with matplotlib.rc_context(settings):
        for (body, measure), chart in _charts(points, targets).items():
            if len({*chart.reached, *chart.aimed}) > 1:
                path = folder / f"{UNSAFE.sub('_', f'{body}-{measure.label}')}.{suffix}"
                _save(_figure(body, measure, chart), path, suffix)
                written.append(path)
    return written


def font() -> str:
    """The name of a font of this machine that has Chinese characters.

    Raises ``MissingError`` where there is none.
    """
    from matplotlib.font_manager import findSystemFonts, fontManager, get_font

    for known in (True, False):
        if (
            not known
        ):  # matplotlib remembers the fonts of its first run; one installed since is not among them
            listed = {entry.fname for entry in fontManager.ttflist}
            for path in sorted(set(findSystemFonts()) - listed):
                with suppress(
                    OSError, RuntimeError
                ):  # a broken font is no reason not to look at the next
                    fontManager.addfont(path)
        for wanted in FONTS:
            for entry in fontManager.ttflist:
                if entry.name.startswith(wanted) and get_font(entry.fname).get_char_index(
                    ord(_SAMPLE)
                ):
                    return str(entry.name)
    raise MissingError(
        "这台机器上没有找到中文字体",
        place="track --charts",
        remedy="请安装一种，例如 Noto Sans CJK（Debian：apt install fonts-noto-cjk）。",
    )


def _charts(
    points: Sequence[Point], targets: Sequence[Target]
) -> Mapping[tuple[str, Measure], _Chart]:
    charts: dict[tuple[str, Measure], _Chart] = defaultdict(_Chart)
    for point in points:
        if not point.measure.known:
            continue
        body = point.body.speaker
        if point.figure:
            charts[body, point.measure].reached[point.year] = float(point.figure.quantity.low)
        if point.stated and not point.measure.growth and point.measure.unit != RATIO:
            charts[body, point.measure.pace()].reached[point.year] = float(point.stated.low)
    for row in targets:
        if row.goal and row.measure.known and row.plan is None:
            charts[row.body.speaker, row.measure].aimed[row.year] = row.goal
    return charts


def _figure(body: str, measure: Measure, chart: _Chart) -> Any:
    """A line of what was reached, beside what was aimed at.

    A bar from low to high of what was aimed at, a mark pointing to the open side.
    """
    from matplotlib.figure import Figure
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    figure = Figure(figsize=(8, 4.5), layout="constrained")
    axes = figure.subplots()
    years = sorted(chart.reached)
    if years:
        span = range(years[0], years[-1] + 1)  # a year without a number breaks the line
        axes.plot(
            span,
            [chart.reached.get(year, float("nan")) for year in span],
            marker="o",
            color="#1f5fa8",
            label="结果",
        )
    named = False
    for year, goal in sorted(chart.aimed.items()):
        ends = [float(end) for end in (goal.low, goal.high) if end is not None]
        mark = "^" if goal.high is None else "v" if goal.low is None else "_"
        axes.plot(
            [year] * len(ends),
            ends,
            marker=mark,
            markersize=11,
            markeredgewidth=2,
            linestyle="-",
            color="#c0392b",
            label=None if named else "目标（▲至少，▼至多）",
        )
        named = True
    axes.set_title(f"{body}　{measure.label}")
    axes.set_ylabel(measure.unit, rotation=0)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: _short(value)))
    axes.grid(axis="y", alpha=0.3)
    axes.legend()
    return figure


def _short(value: float) -> str:
    """9000000 as 900万."""
    for factor, word in ((10**12, "万亿"), (10**8, "亿"), (10**4, "万")):
        if abs(value) >= factor:
            return f"{value / factor:g}{word}"
    return f"{value:g}"


def _save(figure: Any, path: Path, suffix: str) -> None:
    """Whole or not at all: into a temporary neighbour, then renamed.

    The same picture gives the same bytes.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".workreport-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            figure.savefig(
                file, format=suffix, dpi=150, metadata={"Date": None} if suffix == "svg" else None
            )
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
