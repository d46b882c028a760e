"""``workreport review``: the page on which a person confirms the numbers."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import click

from pipeline.cli.usage import Existing
from pipeline.errors import ReviewError


@click.command()
@click.argument("reports", type=Existing(), default="outputs")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="端口；0 表示任选一个。")
@click.option("--no-browser", is_flag=True, help="不打开浏览器，只打印网址。")
@click.option("--reviewer", help="审核人（默认取 git 的 user.name，再取系统用户名）；页面上也能改。")
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), help="不开服务，把这一份报告的审核页写成单个网页文件。")
@click.option("--apply", "decisions", type=Existing(folder=False), help="收下单个网页文件保存的决定。")
@click.option("--to-gold", type=click.Path(file_okay=False, path_type=Path), help="把已作的决定写成标注，供 evaluate 和 train 用。")
def review(reports: Path, port: int, no_browser: bool, reviewer: str | None, html: Path | None, decisions: Path | None, to_gold: Path | None) -> None:
    """在网页上核对 REPORTS（workreport extract 写的 JSON 或文件夹，默认 outputs）里的数字：左边原文，右边指标，全程可用键盘。

    决定存在 JSON 旁边的 review.sqlite3 里，只增不改。

    \b
    例：workreport review outputs/
        workreport review --html 核对.html outputs/traffic-police-2023.json
        workreport review --apply 决定.json outputs/
        workreport review --to-gold labels/ outputs/
    """
    if sum(bool(one) for one in (html, decisions, to_gold)) > 1:
        raise click.UsageError("--html、--apply、--to-gold 一次只用一个")
    if missing := [name for name in ("fastapi", "uvicorn", "jinja2") if importlib.util.find_spec(name) is None]:
        raise ReviewError(f"缺少 {'、'.join(missing)}", place="workreport review", remedy="请运行 pip install 'workreport[review]'。")
    if html:
        _write_page(reports, html, reviewer)
    elif decisions:
        _apply(decisions, reports)
    elif to_gold:
        _gold(reports, to_gold)
    else:
        _serve(reports, port, no_browser, reviewer)


def _write_page(reports: Path, target: Path, reviewer: str | None) -> None:
    from pipeline.batch import write_whole
    from pipeline.review.folder import entries
    from pipeline.review.page import single_file
    from pipeline.review.reviewer import reviewer_name

    if reports.is_dir():
        raise click.UsageError("--html 一次写一份报告，请给出一个 JSON 文件")
    (entry,) = entries(reports).values()
    write_whole(target, single_file(entry, entry.load(), reviewer=reviewer_name(reviewer)))
    click.echo(f"已写 {target}（{target.stat().st_size / 1000:.0f} kB）：在任何机器上用浏览器打开，核对后点“保存决定”，再用 workreport review --apply 收下。")


def _apply(decisions: Path, reports: Path) -> None:
    from pipeline.review.apply import apply

    applied = apply(decisions, reports)
    click.echo(f"{applied.entry.path}：收下 {applied.new} 个决定" + (f"，另外 {applied.held - applied.new} 个早已有了" if applied.new < applied.held else ""))
    for said in applied.odd:
        click.echo(f"请核对：{said}", err=True)
    for lost in applied.lost:
        click.echo(f"不再成立：“{lost.decision.evidence[:40]}” {lost.reason}", err=True)


def _gold(reports: Path, target: Path) -> None:
    from pipeline.review.folder import entries
    from pipeline.review.gold import to_gold

    found = entries(reports)
    written = {name: labels for name, entry in found.items() if (labels := to_gold(entry, target)) is not None}
    for name, labels in written.items():
        click.echo(f"{target / (Path(name).name + '.json')}：{len(labels['figures'])} 个数字，{len(labels['passages'])} 个段落")
    if not written:
        click.echo(f"{reports} 里还没有可作标注的决定：一段话里的指标全部核对过，才成为标注。", err=True)
        sys.exit(1)


def _serve(reports: Path, port: int, no_browser: bool, reviewer: str | None) -> None:
    import webbrowser

    from pipeline.review.folder import entries
    from pipeline.review.reviewer import reviewer_name
    from pipeline.review.server import serve

    found = entries(reports)

    def ready(address: str) -> None:
        if len(found) == 1:
            from urllib.parse import quote

            address += f"report/{quote(next(iter(found)))}"
        click.echo(f"审核页：{address}（{len(found)} 份报告；按 Ctrl+C 结束，决定随时已存好）")
        if not no_browser:
            webbrowser.open(address)

    serve(reports, reviewer=reviewer_name(reviewer), port=port, ready=ready)
