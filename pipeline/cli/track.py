"""``workreport track``: the same indicator over the years, and each target beside its outcome."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.documents import into_file, of_documents, refuse_unknown
from pipeline.cli.language import _, notice
from pipeline.cli.rows import as_rows, print_rows

if TYPE_CHECKING:
    from pipeline.errors import Refuse
    from pipeline.track.series import Point
    from pipeline.track.targets import Target


@click.command()
@of_documents
@into_file(help="series.csv、targets.csv 写入的文件夹；与 --panel 一起则是一个文件（.csv .dta .parquet .xlsx）。")
@click.option(
    "--panel",
    metavar="CODE",
    help="只要这个指标的面板：单位×年，目标与结果一行（代码见 indicators.toml，如 gdp）。",
)
@click.option(
    "--charts",
    type=click.Choice(["svg", "png"]),
    help="另给两年以上的序列各画一张图，放在 charts/ 下。",
)
@as_rows
def track(
    paths: tuple[Path, ...],
    output: Path | None,
    panel: str | None,
    charts: str | None,
    form: str | None,
) -> None:
    """把同一单位历年的报告连起来：每个指标的序列（数值、报告所说的变化、由前后两份报告算出的变化），每个目标和下一份报告里的结果。

    \b
    例：workreport track outputs/ -o tracked/ --charts svg
        workreport track outputs/ --panel gdp -o gdp.dta
        workreport track outputs/ --csv | head     （目标和结果；--json 连同序列）
    """
    from pipeline.cli.left_out import left_out

    with left_out() as refuse:
        if panel is not None:
            _panel(paths, panel, output, charts, form, refuse)
        elif form and not output:
            _print(paths, form, refuse)
        elif output is None or form:
            raise click.UsageError(_("请给出 -o 文件夹，或者 --csv、--json 输出到屏幕"))
        else:
            _write(paths, output, charts, refuse)


def _write(paths: tuple[Path, ...], output: Path, charts: str | None, refuse: Refuse) -> None:
    """Write series and targets body by body; of each only its reports are held."""
    from pipeline.cli.compared import target_table
    from pipeline.document import in_order
    from pipeline.track import by_body
    from pipeline.track.files import counted, write
    from pipeline.track.series import series
    from pipeline.track.targets import targets

    sums: dict[str, int] = {}
    drawn: list[Path] = []
    told = counted(
        ((series(reports), targets(reports)) for reports in by_body(in_order(paths, refuse))), sums
    )
    with target_table() as add:

        def each() -> Iterator[tuple[list[Point], list[Target]]]:
            for points, rows in told:
                add(rows)
                if charts:
                    from pipeline.track.charts import draw

                    drawn.extend(draw(output / "charts", points, rows, charts))
                yield points, rows

        written = write(output, each())
    if charts:
        notice("图 {drawn} 张：{folder}", drawn=len(drawn), folder=output / "charts")
    points, rows = sums.get("points", 0), sums.get("targets", 0)
    notice(
        "{points} 个序列值、{targets} 行目标：{written}",
        points=points,
        targets=rows,
        written="、".join(map(str, written)),
    )


def _panel(
    paths: tuple[Path, ...],
    code: str,
    output: Path | None,
    charts: str | None,
    form: str | None,
    refuse: Refuse,
) -> None:
    """One indicator, body by year."""
    from pipeline.document import in_order
    from pipeline.lexicon.indicators import entry
    from pipeline.sheet import write
    from pipeline.track.panel import COLUMNS, panel

    known = entry(code)
    if known is None:
        raise click.UsageError(
            _(
                "词典里没有 {code} 这个代码（见 pipeline/lexicon/indicators.toml，如 gdp、urban_new_jobs）"
            ).format(code=code)
        )
    if charts:
        raise click.UsageError(_("--panel 不画图，请去掉 --charts"))
    rows = panel(in_order(paths, refuse), code)
    if form and output is None:
        print_rows(rows, form, [column.name for column in COLUMNS])
        return
    if output is None or form:
        raise click.UsageError(_("请给出 -o 文件，或者 --csv、--json 输出到屏幕"))
    refuse_unknown(output)
    count = write(output, COLUMNS, rows, title=known.name)
    notice("{name}：{rows} 行：{output}", name=known.name, rows=count, output=output)


def _print(paths: tuple[Path, ...], form: str, refuse: Refuse) -> None:
    """Print the targets with their outcomes as csv, or series and targets as JSON."""
    from pipeline.api.many import tracked
    from pipeline.document import in_order

    found = tracked(in_order(paths, refuse))
    if form == "csv":
        click.echo(found.targets.to_csv(index=False), nl=False)
        return
    tables = {"series": found.series, "targets": found.targets}
    click.echo(
        json.dumps(
            {name: json.loads(table.to_json(orient="records")) for name, table in tables.items()},
            ensure_ascii=False,
            indent=1,
        )
    )
