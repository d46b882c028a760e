"""``workreport rules``: the grammar, for a linguist: every rule with its gloss and its examples."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

import click

from pipeline.cli.language import _


class Line(NamedTuple):
    """A rule as it is printed."""

    room: str
    name: str
    fills: str
    gloss: str
    yes: tuple[str, ...]
    no: tuple[str, ...]


@click.command()
@click.option("--json", "as_json", is_flag=True, help="每条规则一行 JSON。")
def rules(as_json: bool) -> None:
    """打印语法：每条规则叫什么、管什么、在哪些例句里成立、在哪些例句里不成立。

    \b
    例：workreport rules | less
    """
    room = ""
    for line in grammar():
        if as_json:
            said = line._replace(room=_(line.room), gloss=_(line.gloss))
            click.echo(json.dumps(said._asdict(), ensure_ascii=False))
            continue
        if line.room != room:
            room = line.room
            click.echo(f"\n{_(room)}")
        click.echo(f"  {line.name} → {line.fills}　{_(line.gloss)}")
        for example in line.yes:
            click.echo(f"    ✓ {example}")
        for example in line.no:
            click.echo(f"    ✗ {example}")


def grammar() -> Iterator[Line]:
    """Give every rule, with what it fills and the examples that hold it to its word."""
    from pipeline.extract.comparands import REFERENCES
    from pipeline.extract.grammar import TAKINGS
    from pipeline.extract.kinds import RULES as KINDS
    from pipeline.extract.resolve.roles import RULES as ROLES

    for kind in KINDS:
        yield Line("数字是什么", kind.name, kind.kind, kind.gloss, kind.holds, kind.fails)
    for role in ROLES:
        yield Line("水平还是变化", role.name, role.role, role.gloss, role.yes, role.no)
    for reference in REFERENCES:
        yield Line(
            "跟什么比",
            reference.name,
            reference.basis,
            reference.gloss,
            reference.yes,
            reference.no,
        )
    for taking in TAKINGS:
        yield Line(
            "一行各部分从哪里来", taking.name, taking.fills, taking.gloss, taking.yes, taking.no
        )
