"""``workreport explain``: every number of a sentence, what it was taken for, and why."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from typing import Any

import click

from pipeline.cli.language import _


@click.command()
@click.argument("text", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="每句一行 JSON。")
def explain(text: tuple[str, ...], as_json: bool) -> None:
    """说明一句话里每个数字被当作什么、依据哪条规则、归到哪个指标。不给 TEXT 就从标准输入读，一行一句。

    \b
    例：workreport explain "死亡398人，同比下降33.7%"
    """
    from pipeline.explain import explanation

    for line in [_argument(" ".join(text))] if text else _lines():
        if as_json:
            click.echo(json.dumps(explanation(line), ensure_ascii=False))
        elif line.strip():
            _print(explanation(line))


def _argument(text: str) -> str:
    """A word of the command line; a terminal of another encoding than the system's hands over
    undecoded bytes.
    """
    from pipeline.read.decode import decode

    return (
        decode(os.fsencode(text), place="命令行")[0]
        if any("\udc80" <= character <= "\udcff" for character in text)
        else text
    )


def _lines() -> Iterator[str]:
    """Standard input, line by line as it is typed, or as a whole in any encoding that reports come
    in.
    """
    from pipeline.read.decode import decode

    if sys.stdin.isatty():
        yield from (line.rstrip("\r\n") for line in sys.stdin)
    else:
        lines = decode(sys.stdin.buffer.read(), place="标准输入")[0].split("\n")
        yield from (line.rstrip("\r") for line in (lines if lines[-1] else lines[:-1]))


def _print(found: dict[str, Any]) -> None:
    from pipeline.cli.amounts import TAKEN, quantity
    from pipeline.cli.tables import show, table

    click.echo(found["text"])
    numerals = table("数字", "位置", "数值", "单位", "当作", "规则", title="数字")
    for n in found["numerals"]:
        numerals.add_row(
            str(n["text"]),
            f"{n['span'][0]}–{n['span'][1]}",
            str(n["value"]),
            str(n["unit"]),
            _(TAKEN[n["kind"]]),
            str(n["rule"]),
        )
    show(numerals)
    if not found["indicators"]:
        return
    indicators = table("指标", "主题", "数值", "变化", "位次", "时期", "名称来自", title="指标")
    for i in found["indicators"]:
        moves = "；".join(f"{quantity(c, signed=True)} （{_compared(c)}）" for c in i["changes"])
        value = quantity(i["value"]) if i["value"] else ""
        rank = quantity(i["rank"]) if i["rank"] else ""
        if rank and i["rank"]["among"]:
            rank = f"{i['rank']['among']}{rank}"
        indicators.add_row(
            str(i["name"]),
            "，".join(filter(None, (i["topic"], i["scope"]))),
            f"{quantity(i['base'])} → {value}" if i["base"] else value,
            moves,
            rank,
            str(i["period"] or ""),
            "，".join(_steps(found["text"], i)),
        )
    show(indicators)


def _compared(change: dict[str, Any]) -> str:
    from pipeline.cli.amounts import BASES

    basis = _(BASES[change["basis"]])
    return f"{basis}：{change['against']}" if change["against"] else basis


def _steps(text: str, indicator: dict[str, Any]) -> list[str]:
    """Each rule of the name with the characters it took."""
    name = [e for e in indicator["evidence"] if e["part"] == "name"]
    return [f"{e['rule']} {text[slice(*e['span'])]}".strip() for e in name]
