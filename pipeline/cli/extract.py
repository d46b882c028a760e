"""``workreport extract``: reports into JSON."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.language import _, notice, say
from pipeline.cli.usage import Place
from pipeline.start import status_of

if TYPE_CHECKING:
    from pipeline.batch import Form, Found, Outcome, Settings


@click.command()
@click.argument("paths", nargs=-1, required=True, type=Place())
@click.option(
    "-o",
    "--output",
    required=True,
    help="写到哪里：文件夹；x.json 是一份，x.jsonl 每行一份，- 是标准输出；s3://、hdfs:// 等地址。",
)
@click.option(
    "-j", "--jobs", type=click.IntRange(min=1), help="几个进程一起做（默认：处理器核数）。"
)
@click.option("--force", is_flag=True, help="做过的也重做。")
@click.option(
    "--as",
    "form",
    type=click.Choice(["json", "parquet"]),
    default="json",
    help="一份报告一个 JSON，或一份报告一个 Parquet（每个数字一行）。",
)
@click.option(
    "--engine",
    type=click.Choice(["local", "dask"]),
    default="local",
    help="在本机，或在 Dask 集群上。",
)
@click.option(
    "--scheduler", metavar="ADDRESS", help="Dask 调度器的地址（默认：在本机起一个集群）。"
)
@click.option(
    "--memory",
    type=click.IntRange(min=256),
    default=1024,
    metavar="MB",
    help="读一份报告最多用多少内存（默认 1024 MB），超过就只算这一份失败。",
)
@click.option(
    "--seconds",
    type=click.IntRange(min=1),
    metavar="N",
    help="一份报告最多用多少秒处理器时间（默认按文件大小，60 至 3600 秒）。",
)
@click.option(
    "--model",
    type=click.Path(dir_okay=False, path_type=Path),
    help="段落分类模型（默认随程序附带）。",
)
def extract(
    paths: tuple[str, ...],
    output: str,
    jobs: int | None,
    force: bool,
    form: Form,
    engine: str,
    scheduler: str | None,
    memory: int,
    seconds: int | None,
    model: Path | None,
) -> None:
    """把报告（Word、WPS、PDF、OFD、网页、文本、.zip，或放它们的文件夹，逐层查找；- 是标准输入）变成 JSON，一份报告一个文件。

    \b
    做过而没有变的不重做；随时可以中断，再运行同样的命令就从那里接着做。每份的经过记在输出文件夹的 _run.jsonl 里。
    退出码：0 全部成功；1 有报告失败（逐一说明原因）；2 用法有误；130 被中断（Ctrl-C），143 被终止（SIGTERM）。
    例：workreport extract corpus/reports -o outputs/
        curl -s https://example.org/report.html | workreport extract - -o - | jq .indicators
    """
    from pipeline.batch import Limits, cores, find, settings
    from pipeline.batch.files import plain
    from pipeline.cli import stream
    from pipeline.shipped import MODEL

    output = plain(output).rstrip("/") or "/"
    found = find(paths, output, form=form)
    if not found.jobs and not found.faults:
        raise click.UsageError(
            _("没有找到报告（Word、WPS、PDF、OFD、网页、文本、.zip）：{paths}").format(
                paths="、".join(paths)
            )
        )
    _check_engine(engine, scheduler, paths)
    limits, workers, model = Limits(memory, seconds), jobs or cores(), model or MODEL
    if stream.is_stream(output):
        if form != "json" or engine != "local":
            raise click.UsageError(_("写到标准输出或一个文件时只能是 JSON，在本机做"))
        sys.exit(stream.extract(found, output, model, limits=limits, workers=workers))
    shared = settings(model, form=form, force=force, limits=limits)
    sys.exit(_into_folder(found, output, shared, workers, (engine, scheduler)))


def _check_engine(engine: str, scheduler: str | None, paths: tuple[str, ...]) -> None:
    if scheduler and engine != "dask":
        raise click.UsageError(_("--scheduler 要和 --engine dask 一起用"))
    if engine == "dask" and "-" in paths:
        raise click.UsageError(_("标准输入不能交给集群"))


def _into_folder(
    found: Found, output: str, shared: Settings, workers: int, engine: tuple[str, str | None]
) -> int:
    from functools import partial

    from pipeline.batch import run_all
    from pipeline.cli.extracted import batch_table
    from pipeline.cli.notices import done_line, notices
    from pipeline.cli.progress import progress

    cluster = None
    if engine[0] == "dask":
        from pipeline.batch.cluster import on_dask

        cluster = partial(on_dask, scheduler=engine[1], workers=workers)
    finished = 0
    try:
        with progress([job.size for job in found.jobs]) as advance:

            def done(outcome: Outcome) -> None:
                nonlocal finished
                finished += 1
                advance(outcome.job.size)
                done_line(outcome)

            outcomes = run_all(
                found,
                output,
                shared,
                workers=workers,
                cluster=cluster,
                done=done,
                reached=lambda job, part: advance.reach(job.name, part),
            )
    except KeyboardInterrupt as stop:
        say(
            "已中断：{all} 份里做完 {finished} 份，写好的在 {output}；没有写了一半的文件，再运行同样的命令就从这里接着做。",
            err=True,
            all=len(found.jobs),
            finished=finished,
            output=output,
        )
        return status_of(stop)
    batch_table(outcomes)
    notices(found, outcomes, output)
    good = sum(not outcome.fault for outcome in outcomes)
    if good:
        following = _(
            "workreport export {output} -o numbers.xlsx（一张表），workreport review {output}（逐个核对）"
        ).format(output=output)
        notice(
            "{good} 份结果在 {output}/。接着可以：{following}",
            good=good,
            output=output,
            following=following,
        )
    return 1 if found.faults or good < len(outcomes) else 0
