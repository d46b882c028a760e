"""``workreport serve``: the same over HTTP."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import click

from pipeline.cli.usage import Existing


@click.command()
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="在哪个地址上听；不是本机时必须给 --token-file。",
)
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8766, show_default=True, help="端口。"
)
@click.option(
    "--token-file",
    type=Existing(folder=False),
    help="放着令牌的文件：请求要带 Authorization: Bearer 令牌。",
)
@click.option(
    "-j", "--jobs", type=click.IntRange(min=1), help="几个进程一起做（默认：处理器核数）。"
)
@click.option(
    "--memory",
    type=click.IntRange(min=256),
    default=1024,
    metavar="MB",
    show_default=True,
    help="一份报告最多用多少内存（MB）。",
)
@click.option(
    "--seconds",
    type=click.IntRange(min=1),
    default=60,
    metavar="N",
    show_default=True,
    help="一份报告最多用多少秒处理器时间。",
)
@click.option(
    "--megabytes",
    type=click.IntRange(min=1),
    default=50,
    show_default=True,
    help="一次最多送多大。",
)
def serve(
    host: str,
    port: int,
    token_file: Path | None,
    jobs: int | None,
    memory: int,
    seconds: int,
    megabytes: int,
) -> None:
    """在本机开一个服务：送来一份文件，得到它的 JSON 或表；送来 .zip，得到一个任务。OpenAPI 说明在 /openapi.json。

    \b
    例：workreport serve --token-file token.txt
        curl --data-binary @报告.docx "http://127.0.0.1:8766/documents?name=报告.docx&to=csv"
    """
    from pipeline.batch import Limits, cores
    from pipeline.cli.language import _, notice
    from pipeline.errors import ServeError

    if missing := [
        name for name in ("fastapi", "uvicorn") if importlib.util.find_spec(name) is None
    ]:
        raise ServeError(
            f"缺少 {'、'.join(missing)}",
            place="workreport serve",
            remedy="请运行 pip install 'workreport-zh[serve]'。",
        )
    import uvicorn

    from pipeline.serve import Bounds, app
    from pipeline.serve.limits import token_of

    token = token_of(token_file)
    if token is None and host not in ("127.0.0.1", "::1", "localhost"):
        raise click.UsageError(_("--host 不是本机时要给 --token-file，否则谁都能用"))
    bounds = Bounds(megabytes * 1_000_000, Limits(memory, seconds), jobs or cores())
    notice("服务在 http://{host}:{port}，按 Ctrl+C 结束。", host=host, port=port)
    uvicorn.run(
        app(token=token, bounds=bounds),
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
    )
