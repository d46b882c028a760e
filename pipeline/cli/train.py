"""``workreport train``: the passage classifier from labelled reports."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.language import say
from pipeline.cli.usage import Existing


@click.command()
@click.option("--corpus", required=True, multiple=True, type=Existing(file=False), help="带标注的报告（格式同 corpus/），可给多个。")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="模型写到哪里（.npz）。")
def train(corpus: tuple[Path, ...], output: Path | None) -> None:
    """用带标注的报告训练段落分类模型。

    \b
    例：workreport train --corpus my-labels/ -o my-model.npz && workreport extract r.txt --model my-model.npz -o out/
    """
    from pipeline.classify.model import MODEL
    from pipeline.classify.train import train as train_model
    from pipeline.labels import load_all

    labels = [one for folder in corpus for one in load_all(folder)]
    digest = train_model(labels, output or MODEL)
    say("用 {reports} 份报告训练，写到 {output}，sha256 {digest}", reports=len(labels), output=output or MODEL, digest=digest)
