"""``workreport evaluate``: the pipeline against labelled reports."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.usage import Existing


@click.command()
@click.argument("folder", type=Existing(file=False))
@click.option(
    "--texts",
    type=Existing(file=False),
    help="文本所在的文件夹（默认在标注旁边，或其上级的 reports/）。",
)
@click.option("--errors", is_flag=True, help="逐条列出错误。")
@click.option("--model", type=click.Path(dir_okay=False, path_type=Path), help="段落分类模型。")
def evaluate(folder: Path, texts: Path | None, errors: bool, model: Path | None) -> None:
    """用 FOLDER 里的标注给流水线打分：总分、每份报告的分，及段落的混淆矩阵。

    \b
    例：workreport evaluate corpus/reports --errors
    """
    from pipeline.cli.language import _
    from pipeline.cli.progress import progress
    from pipeline.cli.scores import print_scores
    from pipeline.evaluate import evaluate as evaluate_all
    from pipeline.evaluate import load_all
    from pipeline.shipped import MODEL

    labels = load_all(folder, texts)
    with progress([1] * len(labels)) as advance:
        scores = evaluate_all(labels, model=model or MODEL, done=advance)
    print_scores(scores)
    if errors:
        click.echo(
            "\t".join(_(word) for word in ("报告:位置", "错误", "角色", "原文", "标注", "得到"))
        )
        for name, score in scores.items():
            for what, role, start, text, wanted, got in score.errors if name else ():
                click.echo(f"{name}:{start}\t{what}\t{role}\t{text}\t{wanted}\t{got}")
