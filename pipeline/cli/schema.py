"""``workreport schema``: the JSON Schema of the output."""

from __future__ import annotations

import json

import click


@click.command()
def schema() -> None:
    """打印输出 JSON 的 JSON Schema（2020-12）。

    \b
    例：workreport schema > workreport.schema.json
    """
    from pipeline.emit.schema import schema as document_schema

    click.echo(json.dumps(document_schema(), ensure_ascii=False, indent=1))
