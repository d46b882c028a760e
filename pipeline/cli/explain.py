"""``workreport explain``: every number of a sentence, what it was taken for, and why."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import click


@click.command()
@click.argument("text", required=False)
@click.option("--json", "as_json", is_flag=True, help="每句一行 JSON。")
def explain(text: str | None, as_json: bool) -> None:
    """说明一句话里每个数字被当作什么、依据哪条规则、归到哪个指标。不给 TEXT 就从标准输入读，一行一句。

    \b
    例：workreport explain "死亡398人，同比下降33.7%"
    """
    from pipeline.explain import explanation

    lines: Iterable[str] = [text] if text is not None else click.open_file("-", encoding="utf-8")
    for line in lines:
        found = explanation(line.rstrip("\r\n"))
        if as_json:
            click.echo(json.dumps(found, ensure_ascii=False))
        else:
            _print(found)


def _print(found: dict[str, Any]) -> None:
    from pipeline.cli.tables import console, quantity, table

    out = console()
    out.print(found["text"], markup=False, highlight=False)
    numerals = table("数字", "位置", "数值", "单位", "当作", "规则", title="数字")
    for n in found["numerals"]:
        numerals.add_row(str(n["text"]), f"{n['span'][0]}–{n['span'][1]}", str(n["value"]), str(n["unit"]), str(n["kind"]), str(n["rule"]))
    out.print(numerals)
    if not found["indicators"]:
        return
    indicators = table("指标", "数值", "变化", "位次", "时期", "名称来自", title="指标")
    for i in found["indicators"]:
        moves = "；".join(f"{quantity(c, signed=True)} ({c['basis']})" for c in i["changes"])
        indicators.add_row(str(i["name"]), quantity(i["value"]) if i["value"] else "", moves, quantity(i["rank"]) if i["rank"] else "", str(i["period"] or ""), str(i["rule"]))
    out.print(indicators)
