"""What was extracted, as tables: the reports of a batch, the indicators of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.markup import escape

from pipeline.batch.names import on_screen
from pipeline.cli.amounts import BASES, LABELS, plain, quantity
from pipeline.cli.language import _
from pipeline.cli.loudness import quiet
from pipeline.cli.tables import MOST_ROWS, show, table

if TYPE_CHECKING:
    from pipeline.batch import Outcome


def batch_table(outcomes: Sequence[Outcome]) -> None:
    """Show one line a report: indicators, changes, passages by label, seconds; then the sums.

    Of a large batch the first reports only.
    """
    if quiet():
        return
    found = table(title="提取结果", footer=len(outcomes) > 1)
    good = [outcome for outcome in outcomes if not outcome.fault]
    found.add_column(
        "报告", footer=f"共 {len(outcomes)} 份，失败 {len(outcomes) - len(good)}", no_wrap=True
    )
    found.add_column("指标", justify="right", footer=str(sum(o.indicators for o in good)))
    found.add_column("变化", justify="right", footer=str(sum(o.changes for o in good)))
    for key, word in LABELS.items():
        found.add_column(word, justify="right", footer=str(sum(o.labels.get(key, 0) for o in good)))
    found.add_column("秒", justify="right", footer=f"{sum(o.seconds for o in outcomes):.1f}")
    for o in outcomes[:MOST_ROWS]:
        name, seconds = (
            escape(on_screen(o.job.name)),
            _("未变") if o.state == "kept" else f"{o.seconds:.1f}",
        )
        if o.fault:
            found.add_row(
                f"[red]{name}[/red]", f"[red]{_('失败')}[/red]", *[""] * (len(LABELS) + 1), seconds
            )
        else:
            found.add_row(
                name,
                str(o.indicators),
                str(o.changes),
                *(str(o.labels.get(k, 0)) for k in LABELS),
                seconds,
            )
    if len(outcomes) > MOST_ROWS:
        found.add_row(_(f"…另有 {len(outcomes) - MOST_ROWS} 份"))
    show(found)


def indicator_table(document: Mapping[str, Any]) -> None:
    """Show the indicators of one document: name, value, change or rank, period, passage."""
    labels = {passage["id"]: passage for passage in document["passages"]}
    report = document["report"]
    title = report["title"] or document["source"]["path"]
    found = table(title=f"{title}　{len(document['indicators'])} 个指标")
    for word, justify in (
        ("", "right"),
        ("指标", "left"),
        ("数值", "right"),
        ("变化 / 位次", "left"),
        ("时期", "left"),
        ("段落", "left"),
        ("可信", "right"),
    ):
        found.add_column(word, justify=justify, overflow="fold")  # type: ignore[arg-type]
    for number, indicator in enumerate(document["indicators"], 1):
        moves = [
            f"{_(BASES[change['basis']])} {quantity(change, signed=True)}"
            for change in indicator["changes"]
        ]
        if indicator["rank"]:
            moves.append(
                _(
                    f"{'前' if indicator['rank']['bound'] == 'max' else '第'} "
                    f"{plain(indicator['rank']['low'])} 位"
                )
            )
        value = quantity(indicator["value"]) if indicator["value"] else ""
        if indicator["base"]:
            value = f"{quantity(indicator['base'])} → {value}"
        period = (indicator["period"] or "") + (
            f" {_('目标')}" if indicator["modality"] == "target" else ""
        )
        found.add_row(
            str(number),
            indicator["name"],
            value,
            "；".join(moves),
            period,
            _(LABELS[labels[indicator["passage"]]["label"]]),
            f"{indicator['confidence']:.2f}",
        )
    show(found)
