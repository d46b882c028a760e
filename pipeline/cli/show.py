"""``workreport show``: a document as a table."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.usage import Existing


@click.command()
@click.argument("document", type=Existing(folder=False))
@click.option("--passages", is_flag=True, help="另列出各段落及其类别。")
def show(document: Path, passages: bool) -> None:
    """以表格显示一份 JSON 里的指标（名称、数值、变化、时期、段落类别）和数字核对的结果。

    \b
    例：workreport show outputs/traffic-police-2023.json
    """
    from pipeline.check.findings import KINDS, STATUS
    from pipeline.cli.tables import LABELS, check_table, indicator_table
    from pipeline.document import content

    shown = content(document)
    indicator_table(shown)
    if shown["checks"]:
        check_table([{"kind": KINDS[one["kind"]], "status": STATUS[one["status"]], "finding": one["message"]} for one in shown["checks"]])
    if passages:
        for passage in shown["passages"]:
            mark = "？" if passage["unsure"] else " "
            click.echo(f"{passage['id']:>5} {LABELS[passage['label']]}{mark}{passage['confidence']:.2f}  {passage['text']}")
