"""Tables and the progress bar of the terminal. Chinese characters are two columns wide; rich knows that."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

if TYPE_CHECKING:
    from pipeline.batch import Outcome

LABELS = {"achievement": "成绩", "measure": "举措", "target": "目标", "problem": "问题", "other": "其他"}
_BASES = {"yoy": "同比", "previous_period": "环比", "annual_average": "年均", "base": "较基期", "peer": "较他方", "plan": "较计划"}
_BOUNDS = {"exact": "", "approx": "约", "min": "≥", "max": "≤", "range": ""}


def table(*headers: str, title: str, footer: bool = False) -> Table:
    """A table without lines: box-drawing characters are one column wide in some Chinese fonts and two in others, and would not meet."""
    return Table(*headers, title=title, title_justify="left", title_style="bold", header_style="bold underline", footer_style="bold", box=None, padding=(0, 2, 0, 0), pad_edge=False, show_footer=footer)


def console() -> Console:
    """As wide as the terminal or as ``COLUMNS`` says; 120 columns where neither does, so that a piped table is not folded."""
    found = Console()
    return found if found.is_terminal or "COLUMNS" in os.environ else Console(width=120)


@contextmanager
def progress(total: int, doing: str = "提取") -> Iterator[Callable[[], None]]:
    """A bar with count and time left on a terminal; nothing where the output is no terminal."""
    columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), TextColumn("份"), TimeRemainingColumn())
    stderr = Console(stderr=True)
    with Progress(*columns, console=stderr, transient=True, disable=not stderr.is_terminal) as bar:
        task = bar.add_task("", total=total)
        yield lambda: bar.advance(task)


def batch_table(outcomes: Sequence[Outcome]) -> None:
    """One line a report: indicators, changes, passages by label, seconds; then the sums."""
    found = table(title="提取结果", footer=len(outcomes) > 1)
    good = [outcome for outcome in outcomes if not outcome.fault]
    found.add_column("报告", footer=f"共 {len(outcomes)} 份，失败 {len(outcomes) - len(good)}", no_wrap=True)
    found.add_column("指标", justify="right", footer=str(sum(o.indicators for o in good)))
    found.add_column("变化", justify="right", footer=str(sum(o.changes for o in good)))
    for key, word in LABELS.items():
        found.add_column(word, justify="right", footer=str(sum(o.labels.get(key, 0) for o in good)))
    found.add_column("秒", justify="right", footer=f"{sum(o.seconds for o in outcomes):.1f}")
    for o in outcomes:
        if o.fault:
            found.add_row(f"[red]{o.job.name}[/red]", "[red]失败[/red]", *[""] * (len(LABELS) + 1), f"{o.seconds:.1f}")
        else:
            found.add_row(o.job.name, str(o.indicators), str(o.changes), *(str(o.labels.get(k, 0)) for k in LABELS), f"{o.seconds:.1f}")
    console().print(found)


def indicator_table(document: Mapping[str, Any]) -> None:
    """The indicators of one document: name, value, change or rank, period, and the label of their passage."""
    labels = {passage["id"]: passage for passage in document["passages"]}
    report = document["report"]
    title = report["title"] or document["source"]["path"]
    found = table(title=f"{title}　{len(document['indicators'])} 个指标")
    for word, justify in (("", "right"), ("指标", "left"), ("数值", "right"), ("变化 / 位次", "left"), ("时期", "left"), ("段落", "left"), ("可信", "right")):
        found.add_column(word, justify=justify, overflow="fold")  # type: ignore[arg-type]
    for number, indicator in enumerate(document["indicators"], 1):
        moves = [f"{_BASES[change['basis']]} {quantity(change, signed=True)}" for change in indicator["changes"]]
        if indicator["rank"]:
            moves.append(("前 " if indicator["rank"]["bound"] == "max" else "第 ") + f"{plain(indicator['rank']['low'])} 位")
        value = quantity(indicator["value"]) if indicator["value"] else ""
        if indicator["base"]:
            value = f"{quantity(indicator['base'])} → {value}"
        period = (indicator["period"] or "") + (" 目标" if indicator["modality"] == "target" else "")
        found.add_row(str(number), indicator["name"], value, "；".join(moves), period, LABELS[labels[indicator["passage"]]["label"]], f"{indicator['confidence']:.2f}")
    console().print(found)


def quantity(shape: Mapping[str, Any], *, signed: bool = False) -> str:
    """A number for people: 301万起, ≥51%, +14.9%, 2–3个. The bound of a change speaks of its size, so a fall of 10% or more is 降≥10%."""
    low, high = shape["low"], shape["high"]
    if signed and low == high == 0:
        return ("基本" if shape["bound"] == "approx" else "") + "持平"
    bound = _BOUNDS[shape["bound"]]
    if signed and (bound or low != high):
        bound, low, high = ("降" if low < 0 else "增") + bound, *sorted((abs(low), abs(high)))
    elif signed and low > 0:
        bound = "+"
    return f"{bound}{plain(low)}–{plain(high)}{shape['unit']}" if low != high else f"{bound}{plain(low)}{shape['unit']}"


def plain(value: float) -> str:
    """3010000 as 301万, 398 as 398; at most six significant digits after the magnitude."""
    for factor, word in ((10**12, "万亿"), (10**8, "亿"), (10**4, "万")):
        if abs(value) >= factor:
            return f"{value / factor:.10g}{word}"
    return f"{value:.10g}"
