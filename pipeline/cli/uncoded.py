"""``workreport uncoded``: what the lexicon has no entry for, counted."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import click

from pipeline.cli.documents import into_file, of_documents, refuse_unknown
from pipeline.cli.language import notice
from pipeline.cli.rows import as_rows

_SHOWN = 30


@click.command()
@of_documents
@into_file(help="全部写入这个文件（.csv .xlsx .jsonl .html）。")
@as_rows
def uncoded(paths: tuple[Path, ...], output: Path | None, form: str | None) -> None:
    """数一数报告里说得多、而词典（indicators.toml）里还没有的指标：出现在几份报告、几个数字、几种写法、例句。

    \b
    要给词典添一条，先看这里。
    例：workreport uncoded outputs/ -o uncoded.csv
    """
    from pipeline.cli.left_out import left_out
    from pipeline.cli.rows import print_rows
    from pipeline.cli.tables import show, table
    from pipeline.coverage import COLUMNS, coverage
    from pipeline.document import in_order
    from pipeline.sheet import write

    if output:
        refuse_unknown(output)
    with left_out() as refuse:
        found = coverage(in_order(paths, refuse))
        if form:
            print_rows(found.rows(), form, [column.name for column in COLUMNS])
            return
        shown = table("报告", "数字", "名称", "单位", "现有代码", title="词典里还没有的指标")
        for row in islice(found.rows(), _SHOWN):
            said = (row["reports"], row["figures"], row["name"], row["unit"], row["code"])
            shown.add_row(*("" if cell is None else str(cell) for cell in said))
        show(shown)
        total = max(found.figures, 1)
        notice(
            "{figures} 个数字：词典有条目 {entry}，由词典里的词组成 {composed}，"
            "只知道类别 {family}，都没有 {none}；没有条目的名称 {names} 个",
            figures=found.figures, entry=f"{found.entry / total:.1%}",
            composed=f"{found.composed / total:.1%}", family=f"{found.family / total:.1%}",
            none=f"{found.none / total:.1%}", names=len(found.names),
        )  # fmt: skip
        if output:
            count = write(output, COLUMNS, found.rows(), title="词典里还没有的指标")
            notice("{count} 个名称：{output}", count=count, output=output)
