"""``workreport track``: the same indicator over the years, and each target beside its outcome."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.usage import Existing


@click.command()
@click.argument("paths", nargs=-1, required=True, type=Existing(), metavar="JSON...")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="series.csv、targets.csv 写入的文件夹。")
@click.option("--charts", type=click.Choice(["svg", "png"]), help="另给两年以上的序列各画一张图，放在 charts/ 下。")
def track(paths: tuple[Path, ...], output: Path, charts: str | None) -> None:
    """把同一单位历年的报告连起来：每个指标的序列（数值、报告所说的变化、由前后两份报告算出的变化），每个目标和下一份报告里的结果。

    \b
    例：workreport track outputs/ -o tracked/ --charts svg
    """
    from pipeline.cli.tables import target_table
    from pipeline.document import load_all
    from pipeline.track import track as follow
    from pipeline.track.files import write

    points, targets = follow(load_all(paths))
    written = list(write(output, points, targets))
    if charts:
        from pipeline.track.charts import draw

        drawn = draw(output / "charts", points, targets, charts)
        click.echo(f"图 {len(drawn)} 张：{output / 'charts'}", err=True)
    target_table(targets)
    click.echo(f"{len(points)} 个序列值、{len(targets)} 行目标：{'、'.join(map(str, written))}", err=True)
