"""``workreport extract``: reports into JSON."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pipeline.classify.model import MODEL


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(file_okay=False, path_type=Path), help="JSON 写入的文件夹。")
@click.option("--model", type=click.Path(dir_okay=False, path_type=Path), default=MODEL, help="段落分类模型（默认随程序附带）。")
def extract(paths: tuple[Path, ...], output: Path, model: Path) -> None:
    """把报告（.txt、.html，或放它们的文件夹，逐层查找）变成 JSON，一份报告一个文件。

    \b
    退出码：0 全部成功；1 有报告失败（逐一说明原因）；2 用法有误。
    例：workreport extract reports/ -o outputs/
    """
    from pipeline.batch import jobs, run_all
    from pipeline.cli.tables import batch_table, progress

    work = jobs(paths, output)
    if not work:
        raise click.UsageError(f"没有找到 .txt 或 .html 文件：{'、'.join(map(str, paths))}")
    with progress(len(work)) as advance:
        outcomes = run_all(work, model=model, done=advance)
    batch_table(outcomes)
    failed = [outcome for outcome in outcomes if outcome.fault]
    for outcome in failed:
        click.echo(f"失败：{outcome.fault}", err=True)
    sys.exit(1 if failed else 0)
