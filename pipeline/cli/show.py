"""``workreport show``: a document as a table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.rows import as_rows
from pipeline.cli.usage import Existing

if TYPE_CHECKING:
    from pipeline.sheet import Row


@click.command()
@click.argument("document", type=Existing(folder=False, standard_input=True))
@click.option("--passages", is_flag=True, help="另列出各段落及其类别。")
@as_rows
def show(document: Path, passages: bool, form: str | None) -> None:
    """以表格显示一份 JSON（- 是标准输入）里的指标（名称、数值、变化、时期、段落类别）和数字核对的结果。

    \b
    例：workreport show outputs/traffic-police-2023.json
        workreport show --csv outputs/traffic-police-2023.json > rows.csv
    """
    from pipeline.cli.amounts import LABELS
    from pipeline.cli.compared import check_table
    from pipeline.cli.extracted import indicator_table
    from pipeline.cli.language import _
    from pipeline.document import content

    shown = content(document)
    if form:
        _rows(shown, form)
        return
    indicator_table(shown)
    if shown["checks"]:
        check_table(list(_checks(shown)))
    if passages:
        for passage in shown["passages"]:
            mark = "？" if passage["unsure"] else " "
            click.echo(
                f"{passage['id']:>5} {_(LABELS[passage['label']])}{mark}"
                f"{passage['confidence']:.2f}  {passage['text']}"
            )


def _checks(shown: dict[str, Any]) -> Iterator[Row]:
    from pipeline.check.english import in_language
    from pipeline.check.findings import KINDS, STATUS
    from pipeline.cli.language import _, spoken

    for one in in_language(shown, spoken())["checks"]:
        said = {"kind": _(KINDS[one["kind"]]), "status": _(STATUS[one["status"]])}
        yield {**said, "finding": one["message"]}


def _rows(shown: dict[str, object], form: str) -> None:
    from pipeline.api.wide import COLUMNS, rows
    from pipeline.cli.rows import print_rows

    print_rows(rows(shown), form, [name for name, _, _ in COLUMNS])
