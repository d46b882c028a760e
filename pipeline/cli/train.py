"""``workreport train``: the passage classifier from labelled reports."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.language import say
from pipeline.cli.usage import Existing


@click.command()
@click.option(
    "--corpus",
    required=True,
    multiple=True,
    type=Existing(file=False),
    help="带标注的报告（格式同 corpus/），可给多个。",
)
@click.option(
    "--spacy",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="不训练，把标注写成 .spacy 文件和训练配置，供 spacy train 用。",
)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="模型写到哪里（.npz）。"
)
def train(corpus: tuple[Path, ...], folder: Path | None, output: Path | None) -> None:
    """用带标注的报告训练段落分类模型。

    \b
    例：workreport train --corpus labels/ -o my.npz && workreport extract r.txt --model my.npz -o out/
        workreport train --corpus a/ --spacy spacy/ && cd spacy/textcat && spacy train config.cfg
    """
    from pipeline.classify.train import train as train_model
    from pipeline.labels import load_all
    from pipeline.shipped import MODEL

    labels = [one for place in corpus for one in load_all(place)]
    if folder:
        from pipeline.nlp.corpus import write

        for name, count in write(labels, folder).items():
            say("{place}：{count} 段", place=folder / name, count=count)
        return
    digest = train_model(labels, output or MODEL)
    say(
        "用 {reports} 份报告训练，写到 {output}，sha256 {digest}",
        reports=len(labels),
        output=output or MODEL,
        digest=digest,
    )
