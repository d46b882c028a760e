"""The command line: one file a command; each parses, calls one function of the library, and prints."""

from __future__ import annotations

import importlib
import sys

import click

from pipeline import __version__
from pipeline.errors import PipelineError
from pipeline.start import status_of

_COMMANDS = ("extract", "show", "explain", "review", "check", "track", "export", "uncoded", "schema", "evaluate", "train")


class _Lazy(click.Group):
    """Imports a command's module only when it is asked for, so that ``--help`` costs nothing; faults become one line and exit 1."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            raise click.UsageError(f"没有 {cmd_name} 这个命令；有 {'、'.join(_COMMANDS)}", ctx)
        command: click.Command = getattr(importlib.import_module(f"pipeline.cli.{cmd_name}"), cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except PipelineError as fault:
            click.echo(f"错误：{fault}", err=True)
            sys.exit(1)
        except click.UsageError as fault:
            from pipeline.cli.usage import said

            click.echo(said(fault), err=True)
            sys.exit(2)
        except KeyboardInterrupt as fault:  # before click makes its own line of it
            click.echo("已中断。", err=True)
            sys.exit(status_of(fault))


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="workreport")
def main() -> None:
    """从中文工作报告里取出每个数字，并说明它量的是什么。 Chinese work reports into indicators, each with its place in the text."""
