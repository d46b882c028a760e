"""``workreport extract``: reports into JSON."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.classify.model import MODEL
from pipeline.cli.usage import Place
from pipeline.start import status_of

if TYPE_CHECKING:
    from pipeline.batch import Fault, Form, Found, Outcome


@click.command()
@click.argument("paths", nargs=-1, required=True, type=Place())
@click.option("-o", "--output", required=True, help="结果写入的文件夹，或 s3://、hdfs:// 等地址。")
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="几个进程一起做（默认：处理器核数）。")
@click.option("--force", is_flag=True, help="做过的也重做。")
@click.option("--as", "form", type=click.Choice(["json", "parquet"]), default="json", help="一份报告一个 JSON，或一份报告一个 Parquet（每个数字一行）。")
@click.option("--engine", type=click.Choice(["local", "dask"]), default="local", help="在本机，或在 Dask 集群上。")
@click.option("--scheduler", metavar="ADDRESS", help="Dask 调度器的地址（默认：在本机起一个集群）。")
@click.option("--memory", type=click.IntRange(min=256), default=1024, metavar="MB", help="读一份报告最多用多少内存（默认 1024 MB），超过就只算这一份失败。")
@click.option("--seconds", type=click.IntRange(min=1), metavar="N", help="一份报告最多用多少秒处理器时间（默认按文件大小，60 至 600 秒）。")
@click.option("--model", type=click.Path(dir_okay=False, path_type=Path), default=MODEL, help="段落分类模型（默认随程序附带）。")
def extract(paths: tuple[str, ...], output: str, jobs: int | None, force: bool, form: Form, engine: str, scheduler: str | None, memory: int, seconds: int | None, model: Path) -> None:
    """把报告（Word、WPS、PDF、OFD、网页、文本、.zip，或放它们的文件夹，逐层查找；- 是标准输入）变成 JSON，一份报告一个文件。

    \b
    做过而没有变的不重做；随时可以中断，再运行同样的命令就从那里接着做。每份的经过记在输出文件夹的 _run.jsonl 里。
    退出码：0 全部成功；1 有报告失败（逐一说明原因）；2 用法有误；130 被中断（Ctrl-C），143 被终止（SIGTERM）。
    例：workreport extract corpus/reports -o outputs/
    """
    from functools import partial

    from pipeline.batch import Limits, cores, find, run_all, settings
    from pipeline.batch.files import plain
    from pipeline.cli.tables import batch_table, progress

    output = plain(output).rstrip("/") or "/"
    found = find(paths, output, form=form)
    if not found.jobs and not found.faults:
        raise click.UsageError(f"没有找到报告（Word、WPS、PDF、OFD、网页、文本、.zip）：{'、'.join(paths)}")
    if scheduler and engine != "dask":
        raise click.UsageError("--scheduler 要和 --engine dask 一起用")
    if engine == "dask" and "-" in paths:
        raise click.UsageError("标准输入不能交给集群")
    cluster = None
    if engine == "dask":
        from pipeline.batch.cluster import on_dask

        cluster = partial(on_dask, scheduler=scheduler, workers=jobs or cores())
    finished = 0
    try:
        with progress([job.size for job in found.jobs]) as advance:

            def done(outcome: Outcome) -> None:
                nonlocal finished
                finished += 1
                advance(outcome.job.size)

            shared = settings(model, form=form, force=force, limits=Limits(memory, seconds))
            outcomes = run_all(found, output, shared, workers=jobs or cores(), cluster=cluster, done=done, page=lambda job, number, count: advance.page(job.name, number, count))
    except KeyboardInterrupt as stop:
        click.echo(f"已中断：{len(found.jobs)} 份里做完 {finished} 份，写好的在 {output}；没有写了一半的文件，再运行同样的命令就从这里接着做。", err=True)
        sys.exit(status_of(stop))
    batch_table(outcomes)
    _notices(found, outcomes, output)
    sys.exit(1 if found.faults or any(outcome.fault for outcome in outcomes) else 0)


def _notices(found: Found, outcomes: list[Outcome], output: str) -> None:
    """On stderr, what a user must know: failures one by one, then what was kept, renamed and left out."""
    from pipeline.batch import RECORD
    from pipeline.batch.files import exists, old
    from pipeline.batch.names import on_screen

    faults: list[tuple[Fault, str]] = [(fault, "") for fault in found.faults]
    faults += [(o.fault, old(o.job.target)) for o in outcomes if o.fault]
    for fault, before in faults:
        click.echo(on_screen(f"失败：{fault}" + (f"（以前的结果改名为 {before}）" if before and exists(before) else "")), err=True)
    if faults:
        click.echo(on_screen(f"共 {len(faults)} 处失败，全部记在 {output}/{RECORD}。"), err=True)
    for outcome in outcomes:
        if not outcome.fault and not outcome.indicators:
            click.echo(on_screen(f"提醒：{outcome.job.source} 里没有找到指标，请确认它是报告正文。"), err=True)
    if same := sum(outcome.state == "kept" for outcome in outcomes):
        click.echo(f"{same} 份以前做过，没有变化，没有重做（--force 全部重做）。", err=True)
    if found.renamed:
        said = "、".join(f"{job.source} → {job.target}" for job in found.renamed[:5])
        click.echo(on_screen(f"{len(found.renamed)} 份因重名或名字太长，结果换了名字：{said}{'…' if len(found.renamed) > 5 else ''}"), err=True)
    if found.left_out:
        names = "、".join(Path(file).name for file in found.left_out[:5])
        click.echo(on_screen(f"跳过 {len(found.left_out)} 个读不了的文件（请先另存为 Word、PDF 或文本）：{names}{'…' if len(found.left_out) > 5 else ''}"), err=True)
