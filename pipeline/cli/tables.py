"""Tables and the progress bar of the terminal. Chinese characters are two columns wide; rich knows that."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table

from pipeline.batch.names import on_screen
from pipeline.cli.language import _, notice
from pipeline.cli.loudness import quiet

if TYPE_CHECKING:
    from pipeline.batch import Outcome
    from pipeline.progress import Part
    from pipeline.records import Span
    from pipeline.sheet import Row
    from pipeline.track.figures import Figure
    from pipeline.track.targets import Target

LABELS = {"achievement": "成绩", "measure": "举措", "target": "目标", "problem": "问题", "other": "其他"}
_WIDE = 100_000  # columns, where nothing says how many there are
_ROWS = 100  # of a batch; more would drown what failed
BASES = {"yoy": "同比", "previous_period": "环比", "annual_average": "年均", "base": "较基期", "peer": "较他方", "plan": "较计划"}
TAKEN = {"figure": "指标数字", "date": "日期", "time": "时刻", "duration": "时长", "ordinal": "序号", "name": "名称的一部分", "word": "词的一部分", "slogan": "提法", "class": "规格、档次", "count": "列举、描述", "number": "其他数字"}  # what a numeral is taken for
_STATUS = {"一致": "一致", "不符": "[red]不符[/red]", "无法判断": "[yellow]无法判断[/yellow]"}
_PARTS = {"page": "正在识别 {name} 第 {number}/{count} 页", "sheet": "正在读 {name} 第 {number}/{count} 张工作表", "table": "正在整理 {name} 第 {number}/{count} 张表"}
_MET = {"yes": "[green]达成[/green]", "no": "[red]未达[/red]", "open": "左右，不定"}
_BOUNDS = {"exact": "", "approx": "约", "min": "≥", "max": "≤", "range": ""}


class _Spoken(Table):
    """A table whose heads and foots are in the language that is spoken."""

    def add_column(self, header: Any = "", footer: Any = "", **options: Any) -> None:
        super().add_column(_(header), _(footer), **options)


def table(*headers: str, title: str, footer: bool = False) -> Table:
    """A table without lines: box-drawing characters are one column wide in some Chinese fonts and two in others, and would not meet."""
    found = _Spoken(
        title=_(title), title_justify="left", title_style="bold", header_style="bold underline", footer_style="bold",
        box=None, padding=(0, 2, 0, 0), pad_edge=False, show_footer=footer,
    )  # fmt: skip
    for header in headers:
        found.add_column(header)
    return found


def console() -> Console:
    """As wide as the terminal or as ``COLUMNS`` says; where neither does, as wide as what is shown, so that a pipe gets every line whole."""
    found = Console()
    return found if found.is_terminal or "COLUMNS" in os.environ else Console(width=_WIDE)


def show(shown: Table) -> None:
    """Print a table; into a pipe, without the blanks that would fill its lines."""
    out = console()
    if out.width < _WIDE:
        out.print(shown)
        return
    with out.capture() as captured:
        out.print(shown)
    click.echo("\n".join(line.rstrip() for line in captured.get().splitlines()))


class Bar:
    """A bar on the terminal. Call it with the size of each report done; tell it of the parts that a report has reached."""

    def __init__(self, bar: Progress, sizes: Sequence[int]) -> None:
        self._bar = bar
        self._task = bar.add_task("", total=sum(sizes) + len(sizes), done=0, all=len(sizes), rate=0.0, part="")
        self._finished = 0

    def __call__(self, size: int = 1) -> None:
        self._finished += 1
        rate = self._finished / max(self._bar.tasks[0].elapsed or 0.0, 0.001)
        self._bar.update(self._task, advance=size + 1, done=self._finished, rate=rate, part="")

    def reach(self, name: str, part: Part) -> None:
        """Say which part of a report is being read."""
        self._bar.update(self._task, part=_(_PARTS[part.kind]).format(name=escape(on_screen(name)), number=part.number, count=part.total))


@contextmanager
def progress(sizes: Sequence[int], doing: str = "提取") -> Iterator[Bar]:
    """A bar with count, rate and time left on a terminal; nothing where stderr is none.

    Time left goes by bytes: large reports may come first.
    """
    columns = (TextColumn(_(doing)), BarColumn(), TextColumn("{task.fields[done]}/{task.fields[all]} " + _("份")), TextColumn("{task.fields[rate]:.1f} " + _("份/秒")))
    stderr = Console(stderr=True)
    with Progress(*columns, TimeElapsedColumn(), TextColumn(_("还要")), TimeRemainingColumn(), TextColumn("{task.fields[part]}"), console=stderr, transient=True, disable=quiet() or not stderr.is_terminal) as bar:
        yield Bar(bar, sizes)


def batch_table(outcomes: Sequence[Outcome]) -> None:
    """One line a report: indicators, changes, passages by label, seconds; then the sums. Of a large batch the first reports only."""
    if quiet():
        return
    found = table(title="提取结果", footer=len(outcomes) > 1)
    good = [outcome for outcome in outcomes if not outcome.fault]
    found.add_column("报告", footer=f"共 {len(outcomes)} 份，失败 {len(outcomes) - len(good)}", no_wrap=True)
    found.add_column("指标", justify="right", footer=str(sum(o.indicators for o in good)))
    found.add_column("变化", justify="right", footer=str(sum(o.changes for o in good)))
    for key, word in LABELS.items():
        found.add_column(word, justify="right", footer=str(sum(o.labels.get(key, 0) for o in good)))
    found.add_column("秒", justify="right", footer=f"{sum(o.seconds for o in outcomes):.1f}")
    for o in outcomes[:_ROWS]:
        name, seconds = escape(on_screen(o.job.name)), _("未变") if o.state == "kept" else f"{o.seconds:.1f}"
        if o.fault:
            found.add_row(f"[red]{name}[/red]", f"[red]{_('失败')}[/red]", *[""] * (len(LABELS) + 1), seconds)
        else:
            found.add_row(name, str(o.indicators), str(o.changes), *(str(o.labels.get(k, 0)) for k in LABELS), seconds)
    if len(outcomes) > _ROWS:
        found.add_row(_(f"…另有 {len(outcomes) - _ROWS} 份"))
    show(found)


def indicator_table(document: Mapping[str, Any]) -> None:
    """The indicators of one document: name, value, change or rank, period, and the label of their passage."""
    labels = {passage["id"]: passage for passage in document["passages"]}
    report = document["report"]
    title = report["title"] or document["source"]["path"]
    found = table(title=f"{title}　{len(document['indicators'])} 个指标")
    for word, justify in (("", "right"), ("指标", "left"), ("数值", "right"), ("变化 / 位次", "left"), ("时期", "left"), ("段落", "left"), ("可信", "right")):
        found.add_column(word, justify=justify, overflow="fold")  # type: ignore[arg-type]
    for number, indicator in enumerate(document["indicators"], 1):
        moves = [f"{_(BASES[change['basis']])} {quantity(change, signed=True)}" for change in indicator["changes"]]
        if indicator["rank"]:
            moves.append(_(f"{'前' if indicator['rank']['bound'] == 'max' else '第'} {plain(indicator['rank']['low'])} 位"))
        value = quantity(indicator["value"]) if indicator["value"] else ""
        if indicator["base"]:
            value = f"{quantity(indicator['base'])} → {value}"
        period = (indicator["period"] or "") + (f" {_('目标')}" if indicator["modality"] == "target" else "")
        found.add_row(str(number), indicator["name"], value, "；".join(moves), period, _(LABELS[labels[indicator["passage"]]["label"]]), f"{indicator['confidence']:.2f}")
    show(found)


def check_table(rows: Sequence[Row]) -> None:
    """Findings, as many as given, none of them cut; the report's column is left out where it is empty."""
    named = any(row.get("body") for row in rows)
    found = table(*(["单位", "时期"] if named else []), "核对", "结果", "说明", title="数字核对")
    for column in found.columns[:-1]:
        column.no_wrap = True
    found.columns[-1].overflow = "fold"
    for row in rows:
        said = [escape(str(row[key] or "")) for key in ("body", "period")] if named else []
        status = _(_STATUS[str(row["status"])])
        found.add_row(*said, _(str(row["kind"])), status, escape(str(row["finding"])))
    show(found)


def check_totals(counted: Mapping[tuple[str, str], int], *, reports: int) -> None:
    """How many checks of each kind agree, contradict, or cannot tell."""
    from pipeline.check.findings import KINDS, STATUS

    totals = table(title=f"{reports} 份报告，{sum(counted.values())} 处核对", footer=True)
    totals.add_column("核对", footer="合计")
    for status, word in STATUS.items():
        count = sum(n for (_, s), n in counted.items() if s == status)
        totals.add_column(word, justify="right", footer=str(count))
    for kind, word in KINDS.items():
        if any(k == kind for k, _ in counted):
            totals.add_row(_(word), *(str(counted.get((kind, status), 0)) for status in STATUS))
    show(totals)


@contextmanager
def target_table() -> Iterator[Callable[[Sequence[Target]], None]]:
    """Targets with their outcomes, as many as a screen is for; of what was not found only what has an outcome or an explicit absence.

    Call it with the rows of each body; the table is shown at the end.
    """
    found = table("单位", "年", "指标", "目标", "结果", "差", "达成", title="目标与结果")
    for column, justify in ((1, "right"), (5, "right")):
        found.columns[column].justify = justify  # type: ignore[assignment]
    for column in (2, 3, 4):
        found.columns[column].overflow = "fold"
    found.columns[1].no_wrap = found.columns[6].no_wrap = True
    left = 0

    def add(rows: Sequence[Target]) -> None:
        nonlocal left
        for row in rows:
            if row.status == "not found" or (row.outcome is None and not row.measure.known):
                continue
            if len(found.rows) < _ROWS:
                found.add_row(*_target_cells(row))
            else:
                left += 1

    yield add
    show(found)
    if left:
        notice("…另有 {left} 行，见 targets.csv", left=left)


def _target_cells(row: Target) -> tuple[str, ...]:
    from pipeline.track.wording import clause

    aim = _said(row.target, clause) if row.target else _("报告不设目标")
    gap = "" if row.gap is None else f"{row.gap:+f}" if abs(row.gap) < 10**4 else plain(float(row.gap))
    outcome = _said(row.outcome, clause) if row.outcome else ""
    met = _("名称相近，请核对" if row.match == "similar" else _MET.get(row.met or "", ""))
    year = row.plan or str(row.year)
    return escape(row.body.speaker), year, escape(row.measure.label), escape(aim), escape(outcome), gap, met


def _said(figure: Figure, clause: Callable[[Figure], Span]) -> str:
    span = clause(figure)
    return "".join(figure.document.text[span.start : span.end].split())


def quantity(shape: Mapping[str, Any], *, signed: bool = False) -> str:
    """A number for people: 301万起, ≥51%, +14.9%, 2–3个. The bound of a change speaks of its size, so a fall of 10% or more is 降≥10%."""
    low, high = shape["low"], shape["high"]
    if signed and low == high == 0:
        return _("基本持平" if shape["bound"] == "approx" else "持平")
    bound = _(_BOUNDS[shape["bound"]])
    if signed and (bound or low != high):
        bound, low, high = _("降" if low < 0 else "增") + bound, *sorted((abs(low), abs(high)))
    elif signed and low > 0:
        bound = "+"
    return f"{bound}{plain(low)}–{plain(high)}{shape['unit']}" if low != high else f"{bound}{plain(low)}{shape['unit']}"


def plain(value: float) -> str:
    """3010000 as 301万, 398 as 398; at most six significant digits after the magnitude."""
    for factor, word in ((10**12, "万亿"), (10**8, "亿"), (10**4, "万")):
        if abs(value) >= factor:
            return f"{value / factor:.10g}{word}"
    return f"{value:.10g}"
