"""``workreport uncoded``: what the lexicon has no entry for, counted."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import click

from pipeline.cli.usage import Existing

_SHOWN = 30


@click.command()
@click.argument("paths", nargs=-1, required=True, type=Existing(), metavar="JSON...")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="全部写入这个文件（.csv .xlsx .jsonl .html）。")
def uncoded(paths: tuple[Path, ...], output: Path | None) -> None:
    """数一数报告里说得多、而词典（indicators.toml）里还没有的指标：出现在几份报告、几个数字、几种写法、例句。

    \b
    要给词典添一条，先看这里。
    例：workreport uncoded outputs/ -o uncoded.csv
    """
    from pipeline.cli.tables import console, table
    from pipeline.coverage import COLUMNS, coverage
    from pipeline.document import in_order
    from pipeline.sheet import suffixes, write

    if output and output.suffix.lower() not in suffixes():
        raise click.UsageError(f"看不出 {output} 要什么格式，后缀请用 {' '.join(suffixes())} 之一")
    found = coverage(in_order(paths))
    shown = table("报告", "数字", "名称", "单位", "现有代码", title="词典里还没有的指标")
    for row in islice(found.rows(), _SHOWN):
        said = (row["reports"], row["figures"], row["name"], row["unit"], row["code"])
        shown.add_row(*("" if cell is None else str(cell) for cell in said))
    console().print(shown)
    total = max(found.figures, 1)
    click.echo(
        f"{found.figures} 个数字：词典有条目 {found.entry / total:.1%}，只知道类别 {found.family / total:.1%}，"
        f"都没有 {found.none / total:.1%}；没有条目的名称 {len(found.names)} 个"
    )
    if output:
        count = write(output, COLUMNS, found.rows(), title="词典里还没有的指标")
        click.echo(f"{count} 个名称：{output}", err=True)
