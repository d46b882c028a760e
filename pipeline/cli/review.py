"""``workreport review``: the page on which a person confirms the numbers."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import click

from pipeline.cli.language import _, say, spoken
from pipeline.cli.usage import Existing
from pipeline.errors import ReviewError


@click.command()
@click.argument("reports", type=Existing(), default="outputs")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8765,
    show_default=True,
    help="端口；0 表示任选一个。",
)
@click.option("--no-browser", is_flag=True, help="不打开浏览器，只打印网址。")
@click.option(
    "--reviewer", help="审核人（默认取 git 的 user.name，再取系统用户名）；页面上也能改。"
)
@click.option(
    "--html",
    type=click.Path(dir_okay=False, path_type=Path),
    help="不开服务，把这一份报告的审核页写成单个网页文件。",
)
@click.option(
    "--apply", "decisions", type=Existing(folder=False), help="收下单个网页文件保存的决定。"
)
@click.option(
    "--to-gold",
    type=click.Path(file_okay=False, path_type=Path),
    help="把已作的决定写成标注，供 evaluate 和 train 用。",
)
def review(
    reports: Path,
    port: int,
    no_browser: bool,
    reviewer: str | None,
    html: Path | None,
    decisions: Path | None,
    to_gold: Path | None,
) -> None:
    """在网页上核对 REPORTS（workreport extract 写的 JSON 或文件夹，默认 outputs）里的数字：左边原文，右边指标，全程可用键盘。

    决定存在 JSON 旁边的 review.sqlite3 里，只增不改。

    \b
    例：workreport review outputs/
        workreport review --html 核对.html outputs/traffic-police-2023.json
        workreport review --apply 决定.json outputs/
        workreport review --to-gold labels/ outputs/
    """
    if sum(bool(one) for one in (html, decisions, to_gold)) > 1:
        raise click.UsageError(_("--html、--apply、--to-gold 一次只用一个"))
    if missing := [
        name for name in ("fastapi", "uvicorn", "jinja2") if importlib.util.find_spec(name) is None
    ]:
        raise ReviewError(
            f"缺少 {'、'.join(missing)}",
            place="workreport review",
            remedy="请运行 pip install 'workreport-zh[review]'。",
        )
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
        raise click.UsageError(_("--html 一次写一份报告，请给出一个 JSON 文件"))
    (entry,) = entries(reports).values()
    write_whole(
        target, single_file(entry, entry.load(), reviewer=reviewer_name(reviewer), lang=spoken())
    )
    say(
        "已写 {target}（{size} kB）：在任何机器上用浏览器打开，核对后点“保存决定”，再用 workreport review --apply 收下。",
        target=target,
        size=f"{target.stat().st_size / 1000:.0f}",
    )


def _apply(decisions: Path, reports: Path) -> None:
    from pipeline.review.apply import apply

    applied = apply(decisions, reports)
    before = (
        _("，另外 {before} 个早已有了").format(before=applied.held - applied.new)
        if applied.new < applied.held
        else ""
    )
    say(
        "{path}：收下 {new} 个决定{before}", path=applied.entry.path, new=applied.new, before=before
    )
    for odd in applied.odd:
        say("请核对：{odd}", err=True, odd=odd)
    for lost in applied.lost:
        say(
            "不再成立：“{evidence}” {reason}",
            err=True,
            evidence=lost.decision.evidence[:40],
            reason=lost.reason,
        )


def _gold(reports: Path, target: Path) -> None:
    from pipeline.review.folder import entries
    from pipeline.review.gold import to_gold

    found = entries(reports)
    written = {
        name: labels
        for name, entry in found.items()
        if (labels := to_gold(entry, target)) is not None
    }
    for name, labels in written.items():
        say(
            "{place}：{figures} 个数字，{passages} 个段落",
            place=target / (Path(name).name + ".json"),
            figures=len(labels["figures"]),
            passages=len(labels["passages"]),
        )
    if not written:
        say(
            "{reports} 里还没有可作标注的决定：一段话里的指标全部核对过，才成为标注。",
            err=True,
            reports=reports,
        )
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
        say(
            "审核页：{address}（{reports} 份报告；按 Ctrl+C 结束，决定随时已存好）",
            address=address,
            reports=len(found),
        )
        if not no_browser:
            webbrowser.open(address)

    serve(reports, reviewer=reviewer_name(reviewer), port=port, ready=ready, lang=spoken())
