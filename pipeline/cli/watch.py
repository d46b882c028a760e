"""``workreport watch``: a folder that reports come into."""

from __future__ import annotations

import time
from pathlib import Path

import click

from pipeline.cli.usage import Existing


@click.command()
@click.argument("folder", type=Existing(file=False))
@click.option(
    "-o", "--output", required=True, type=click.Path(file_okay=False), help="JSON 写入的文件夹。"
)
@click.option(
    "--table",
    "target",
    metavar="PATH",
    help="另外保持一张表：.csv .xlsx .parquet .jsonl .db，或数据库地址。",
)
@click.option(
    "--every",
    type=click.FloatRange(min=0.1),
    default=5.0,
    show_default=True,
    help="每隔几秒看一次。",
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="几个进程一起做。",
)
def watch(folder: Path, output: str, target: str | None, every: float, jobs: int) -> None:
    """守着一个文件夹：新来的、改过的报告，写完整了就变成 JSON，每份只做一次；中途断电、被杀，再运行就从那里接着。

    \b
    例：workreport watch 收件箱/ -o outputs/ --table numbers.db
    """
    from functools import partial

    from pipeline.batch import settings
    from pipeline.batch.watch import Watch, rounds
    from pipeline.cli.language import _, notice, say
    from pipeline.cli.notices import failed
    from pipeline.export import form_of
    from pipeline.shipped import MODEL

    form = form_of(target) if target else None
    if target and form is None:
        raise click.UsageError(_("看不出 {output} 要什么格式").format(output=target))
    place = (target, form) if target and form else None
    notice("守着 {folder}，结果写到 {output}/，按 Ctrl+C 结束。", folder=folder, output=output)
    seen = Watch(str(folder), output, settings(MODEL), workers=jobs)
    for outcomes in rounds(seen, place, output, partial(time.sleep, every)):
        for outcome in outcomes:
            if outcome.fault:
                failed(outcome.fault)
            else:
                say("{source} → {target}", source=outcome.job.source, target=outcome.job.target)
