"""The command line: one file a command; each parses, calls one function of the library, and prints.
"""

from __future__ import annotations

import copy
import importlib
import os
import sys
from collections.abc import Sequence
from gettext import gettext
from inspect import cleandoc
from typing import Any, NoReturn, TypeVar

import click

from pipeline import __version__
from pipeline.cli import settings
from pipeline.cli.language import _, begin, chosen
from pipeline.cli.loudness import set_loudness
from pipeline.start import status_of

# each with its line in --help, so that no command is imported for it
_COMMANDS = {
    "extract": "把报告变成 JSON。",
    "show": "以表格显示一份 JSON。",
    "explain": "说明一句话里的每个数字。",
    "review": "在网页上核对数字。",
    "check": "核对数字是否相符。",
    "track": "把历年的报告连起来：序列、目标和结果。",
    "export": "变成一张表：Excel、CSV、数据库。",
    "uncoded": "数一数词典里还没有的指标。",
    "serve": "在本机开一个 HTTP 服务。",
    "watch": "守着一个文件夹，来一份做一份。",
    "rules": "打印语法：每条规则和它的例句。",
    "schema": "打印 JSON 的结构。",
    "evaluate": "用标注给流水线打分。",
    "train": "训练段落分类模型。",
}
_C = TypeVar("_C", bound=click.Command)
_OPTIONS = ("lang", "quiet", "verbose")


def _common() -> list[click.Parameter]:
    """The options that every command has."""
    language = click.Choice(["zh", "en"])
    loud: dict[str, Any] = {"is_flag": True, "expose_value": False, "callback": set_loudness}
    return [
        click.Option(
            ["--lang"], type=language, expose_value=False, help="语言：zh 中文，en English。"
        ),
        click.Option(["-q", "--quiet"], help="只说结果和错误。", **loud),
        click.Option(["-v", "--verbose"], help="逐份逐个地说。", **loud),
    ]


def _spoken(command: _C) -> _C:
    """Give a copy of a command whose help is in the language that is spoken."""
    found = copy.copy(command)
    found.help, found.params = _(cleandoc(command.help or "")), []
    found._help_option = None
    for parameter in command.params:
        parameter = copy.copy(parameter)
        if isinstance(parameter, click.Option):
            parameter.help = _(parameter.help or "")
        found.params.append(parameter)
    return found


class _Group(click.Group):
    """Imports a command's module only when it is run, so that ``--help`` costs nothing; faults
    become one line.
    """

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> Any:
        """Choose the language before anything is said, then run."""
        arguments = list(sys.argv[1:] if args is None else args)
        begin(chosen(arguments, os.environ))
        try:
            path, stated = settings.found()
            begin(chosen(arguments, os.environ, stated.get("lang")))
            if path:
                settings.check(path, stated, _OPTIONS, _COMMANDS)
        except click.UsageError as fault:
            _end(fault)
        own = {key: stated[key] for key in _OPTIONS if key in stated}
        extra = {"prog_name": "workreport", "default_map": own} | extra
        return click.Group.main(_spoken(self), arguments, *rest, **extra)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = importlib.import_module(f"pipeline.cli.{cmd_name}")
        command: click.Command = copy.copy(getattr(module, cmd_name))
        command.params = [*command.params, *_common()]
        return _spoken(command)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        from pipeline.cli.usage import no_command

        if args[0] not in _COMMANDS:
            raise click.UsageError(no_command(args[0], _COMMANDS), ctx)
        name, command, rest = super().resolve_command(ctx, args)
        path, stated = settings.found()
        if path and command and name and name in stated:
            ctx.default_map = {name: settings.defaults(path, stated[name], command)}
        return name, command, rest

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(gettext("Commands")):
            formatter.write_dl([(name, _(said)) for name, said in _COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> object:
        from pipeline.errors import PipelineError

        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as fault:  # before click makes its own line of it
            click.echo(_("已中断。"), err=True)
            sys.exit(status_of(fault))
        except PipelineError as fault:
            from pipeline.cli.usage import fault_said

            click.echo(fault_said(fault), err=True)
            sys.exit(1)
        except click.UsageError as fault:
            _end(fault)


def _end(fault: click.UsageError) -> NoReturn:
    from pipeline.cli.usage import said

    click.echo(said(fault), err=True)
    sys.exit(2)


@click.group(
    cls=_Group,
    params=_common(),
    context_settings={
        "help_option_names": ["-h", "--help"], "max_content_width": 110,
        "auto_envvar_prefix": "WORKREPORT",
    },
)  # fmt: skip
@click.version_option(__version__, prog_name="workreport", help="显示版本后退出。")
def main() -> None:
    """从中文工作报告里取出每个数字，并说明它量的是什么。
    Chinese work reports into indicators, each with its place in the text."""
