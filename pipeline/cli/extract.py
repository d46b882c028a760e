"""``workreport extract``: reports into JSON."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.classify.model import MODEL
from pipeline.cli.usage import Existing

if TYPE_CHECKING:
    from pipeline.batch import Outcome


@click.command()
@click.argument("paths", nargs=-1, required=True, type=Existing(standard_input=True))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="JSON 写入的文件夹。")
@click.option("--model", type=click.Path(dir_okay=False, path_type=Path), default=MODEL, help="段落分类模型（默认随程序附带）。")
def extract(paths: tuple[Path, ...], output: Path, model: Path) -> None:
    """把报告（Word、WPS、PDF、网页、文本、.zip，或放它们的文件夹，逐层查找；- 是标准输入）变成 JSON，一份报告一个文件。

    \b
    退出码：0 全部成功；1 有报告失败（逐一说明原因）；2 用法有误；130 被中断。
    例：workreport extract corpus/reports -o outputs/
    """
    from pipeline.batch import jobs, left_out, make_folder, run_all
    from pipeline.chain import model_at
    from pipeline.cli.tables import batch_table, progress

    work = jobs(paths, output)
    if not work:
        raise click.UsageError(f"没有找到报告（Word、WPS、PDF、网页、文本、.zip）：{'、'.join(map(str, paths))}")
    model_at(model)
    make_folder(output)
    finished = 0
    try:
        with progress(len(work)) as advance:

            def done() -> None:
                nonlocal finished
                finished += 1
                advance()

            outcomes = run_all(work, model=model, done=done)
    except KeyboardInterrupt:
        click.echo(f"已中断：{len(work)} 份里处理完 {finished} 份，写好的在 {output}；没有写了一半的文件，再运行一次即可。", err=True)
        sys.exit(130)
    batch_table(outcomes)
    for outcome in outcomes:
        if outcome.fault:
            click.echo(f"失败：{outcome.fault}" + (f"（{outcome.job.target} 是以前的结果）" if outcome.job.target.exists() and not _written(outcome, outcomes) else ""), err=True)
        elif not outcome.indicators:
            click.echo(f"提醒：{outcome.job.source} 里没有找到指标，请确认它是报告正文。", err=True)
    if skipped := left_out(paths):
        click.echo(f"跳过 {len(skipped)} 个读不了的文件（请先另存为 Word、PDF 或文本）：{'、'.join(file.name for file in skipped[:5])}{'…' if len(skipped) > 5 else ''}", err=True)
    sys.exit(1 if any(outcome.fault for outcome in outcomes) else 0)


def _written(outcome: Outcome, outcomes: list[Outcome]) -> bool:
    """Whether another report of this run wrote the file that ``outcome`` would have written."""
    return any(other.job.target == outcome.job.target and not other.fault for other in outcomes)
