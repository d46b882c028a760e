"""``workreport evaluate``: the pipeline against labelled reports."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.classify.model import MODEL


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--texts", type=click.Path(exists=True, file_okay=False, path_type=Path), help="文本所在的文件夹（默认在标注旁边，或其上级的 reports/）。")
@click.option("--errors", is_flag=True, help="逐条列出错误。")
@click.option("--model", type=click.Path(dir_okay=False, path_type=Path), default=MODEL, help="段落分类模型。")
def evaluate(folder: Path, texts: Path | None, errors: bool, model: Path) -> None:
    """用 FOLDER 里的标注给流水线打分：总分、每份报告的分，及段落的混淆矩阵。

    \b
    例：workreport evaluate corpus/ --errors
    """
    from pipeline.cli.scores import print_scores
    from pipeline.cli.tables import progress
    from pipeline.evaluate import evaluate as evaluate_all
    from pipeline.evaluate import load_all

    labels = load_all(folder, texts)
    with progress(len(labels)) as advance:
        scores = evaluate_all(labels, model=model, done=advance)
    print_scores(scores)
    if errors:
        for what, role, text, wanted, got in scores[""].errors:
            click.echo(f"{what}\t{role}\t{text}\t{wanted}\t{got}")
