"""``workreport track``: the same indicator over the years, and each target beside its outcome."""

from __future__ import annotations

import json
from pathlib import Path

import click

from pipeline.cli.language import _, notice
from pipeline.cli.rows import as_rows
from pipeline.cli.usage import Existing


@click.command()
@click.argument("paths", nargs=-1, required=True, type=Existing(standard_input=True), metavar="JSON...")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="series.csv、targets.csv 写入的文件夹。")
@click.option("--charts", type=click.Choice(["svg", "png"]), help="另给两年以上的序列各画一张图，放在 charts/ 下。")
@as_rows
def track(paths: tuple[Path, ...], output: Path | None, charts: str | None, form: str | None) -> None:
    """把同一单位历年的报告连起来：每个指标的序列（数值、报告所说的变化、由前后两份报告算出的变化），每个目标和下一份报告里的结果。

    \b
    例：workreport track outputs/ -o tracked/ --charts svg
        workreport track outputs/ --csv | head     （目标和结果；--json 连同序列）
    """
    if form and not output:
        _print(paths, form)
        return
    if output is None or form:
        raise click.UsageError(_("请给出 -o 文件夹，或者 --csv、--json 输出到屏幕"))
    from pipeline.cli.tables import target_table
    from pipeline.document import load_all
    from pipeline.track import track as follow
    from pipeline.track.files import write

    points, targets = follow(load_all(paths))
    written = list(write(output, points, targets))
    if charts:
        from pipeline.track.charts import draw

        drawn = draw(output / "charts", points, targets, charts)
        notice("图 {drawn} 张：{folder}", drawn=len(drawn), folder=output / "charts")
    target_table(targets)
    notice("{points} 个序列值、{targets} 行目标：{written}", points=len(points), targets=len(targets), written="、".join(map(str, written)))


def _print(paths: tuple[Path, ...], form: str) -> None:
    """Print the targets with their outcomes as csv, or series and targets as JSON."""
    from pipeline.api.many import track as follow

    found = follow(paths)
    if form == "csv":
        click.echo(found.targets.to_csv(index=False), nl=False)
        return
    tables = {"series": found.series, "targets": found.targets}
    click.echo(json.dumps({name: json.loads(table.to_json(orient="records")) for name, table in tables.items()}, ensure_ascii=False, indent=1))
