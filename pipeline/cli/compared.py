"""What was compared, as tables: checks with their verdicts, targets with their outcomes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.markup import escape
from rich.text import Text

from pipeline.cli.amounts import plain
from pipeline.cli.language import _, notice
from pipeline.cli.tables import MOST_ROWS, show, table

if TYPE_CHECKING:
    from pipeline.records import Span
    from pipeline.sheet import Row
    from pipeline.track.figures import Figure
    from pipeline.track.targets import Target

_COLOURS = {"不符": "red", "无法判断": "yellow", "contradiction": "red", "cannot tell": "yellow"}
_MET = {"yes": "[green]达成[/green]", "no": "[red]未达[/red]", "open": "左右，不定"}


def check_table(rows: Sequence[Row]) -> None:
    """Show findings in the language they are in, as many as given, none cut; the report's column
    only where it is filled.
    """
    named = any(row.get("body") for row in rows)
    found = table(*(["单位", "时期"] if named else []), "核对", "结果", "说明", title="数字核对")
    for column in found.columns[:-1]:
        column.no_wrap = True
    found.columns[-1].overflow = "fold"
    for row in rows:
        said = [escape(str(row[key] or "")) for key in ("body", "period")] if named else []
        status = Text(str(row["status"]), style=_COLOURS.get(str(row["status"]), ""))
        found.add_row(*said, str(row["kind"]), status, escape(str(row["finding"])))
    show(found)


def check_totals(counted: Mapping[tuple[str, str], int], *, reports: int) -> None:
    """Show how many checks of each kind agree, contradict, or cannot tell."""
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
    """Show targets with their outcomes, as many as a screen is for.

    Of what was not found only what has an outcome or an explicit absence.

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
            if len(found.rows) < MOST_ROWS:
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
    gap = (
        ""
        if row.gap is None
        else f"{row.gap:+f}"
        if abs(row.gap) < 10**4
        else plain(float(row.gap))
    )
    outcome = _said(row.outcome, clause) if row.outcome else ""
    met = _("名称相近，请核对" if row.match == "similar" else _MET.get(row.met or "", ""))
    year = row.plan or str(row.year)
    return (
        escape(row.body.speaker),
        year,
        escape(row.measure.label),
        escape(aim),
        escape(outcome),
        gap,
        met,
    )


def _said(figure: Figure, clause: Callable[[Figure], Span]) -> str:
    span = clause(figure)
    return "".join(figure.document.text[span.start : span.end].split())
