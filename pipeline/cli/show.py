"""``workreport show``: a document as a table."""

from __future__ import annotations

import json
from pathlib import Path

import click

from pipeline.cli.usage import Existing
from pipeline.errors import ReadError


@click.command()
@click.argument("document", type=Existing(folder=False))
@click.option("--passages", is_flag=True, help="另列出各段落及其类别。")
def show(document: Path, passages: bool) -> None:
    """以表格显示一份 JSON 里的指标（名称、数值、变化、时期、段落类别）和数字核对的结果。

    \b
    例：workreport show outputs/traffic-police-2023.json
    """
    from pipeline.cli.tables import LABELS, check_table, indicator_table

    try:
        content = json.loads(document.read_text(encoding="utf-8"))
        indicator_table(content)
        if content["checks"]:
            check_table([("", one["kind"], one["status"], one["message"]) for one in content["checks"]])
    except (ValueError, KeyError, TypeError) as fault:
        raise ReadError("不是 workreport 的输出", place=str(document), remedy="请给出 workreport extract 写的 JSON。") from fault
    if passages:
        for passage in content["passages"]:
            mark = "？" if passage["unsure"] else " "
            click.echo(f"{passage['id']:>5} {LABELS[passage['label']]}{mark}{passage['confidence']:.2f}  {passage['text']}")
