"""``workreport track``: the same indicator over the years, and each target beside its outcome."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.usage import Existing

if TYPE_CHECKING:
    from pipeline.track.series import Point
    from pipeline.track.targets import Target


@click.command()
@click.argument("paths", nargs=-1, required=True, type=Existing(), metavar="JSON...")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="series.csv、targets.csv 写入的文件夹；与 --panel 一起则是一个文件（.csv .dta .parquet .xlsx）。")
@click.option("--panel", metavar="CODE", help="只要这个指标的面板：单位×年，目标与结果一行（代码见 indicators.toml，如 gdp）。")
@click.option("--charts", type=click.Choice(["svg", "png"]), help="另给两年以上的序列各画一张图，放在 charts/ 下。")
def track(paths: tuple[Path, ...], output: Path, panel: str | None, charts: str | None) -> None:
    """把同一单位历年的报告连起来：每个指标的序列（数值、报告所说的变化、由前后两份报告算出的变化），每个目标和下一份报告里的结果。

    \b
    例：workreport track outputs/ -o tracked/ --charts svg
        workreport track outputs/ --panel gdp -o gdp.dta
    """
    from pipeline.document import in_order

    if panel is not None:
        _panel(paths, panel, output, charts)
        return
    from pipeline.cli.tables import target_table
    from pipeline.track import by_body
    from pipeline.track.files import counted, write
    from pipeline.track.series import series
    from pipeline.track.targets import targets

    sums: dict[str, int] = {}
    drawn: list[Path] = []
    told = counted(((series(reports), targets(reports)) for reports in by_body(in_order(paths))), sums)
    with target_table() as show:

        def each() -> Iterator[tuple[list[Point], list[Target]]]:
            for points, rows in told:
                show(rows)
                if charts:
                    from pipeline.track.charts import draw

                    drawn.extend(draw(output / "charts", points, rows, charts))
                yield points, rows

        written = write(output, each())
    if charts:
        click.echo(f"图 {len(drawn)} 张：{output / 'charts'}", err=True)
    click.echo(f"{sums.get('points', 0)} 个序列值、{sums.get('targets', 0)} 行目标：{'、'.join(map(str, written))}", err=True)


def _panel(paths: tuple[Path, ...], code: str, output: Path, charts: str | None) -> None:
    from pipeline.document import in_order
    from pipeline.lexicon.indicators import entry
    from pipeline.sheet import suffixes, write
    from pipeline.track.panel import COLUMNS, panel

    known = entry(code)
    if known is None:
        raise click.UsageError(f"词典里没有 {code} 这个代码（见 pipeline/lexicon/indicators.toml，如 gdp、urban_new_jobs）")
    if charts:
        raise click.UsageError("--panel 不画图，请去掉 --charts")
    if output.suffix.lower() not in suffixes():
        raise click.UsageError(f"看不出 {output} 要什么格式，后缀请用 {' '.join(suffixes())} 之一")
    rows = write(output, COLUMNS, panel(in_order(paths), code), title=known.name)
    click.echo(f"{known.name}：{rows} 行：{output}", err=True)
