"""What is said when a command is typed wrongly, or meets a fault that was expected."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path

import click

from pipeline.cli.language import _
from pipeline.errors import PipelineError


class Existing(click.Path):
    """A path that must exist: a file or a folder, or only one of them; ``-`` is standard input
    where it is allowed.
    """

    def __init__(
        self, *, file: bool = True, folder: bool = True, standard_input: bool = False
    ) -> None:
        super().__init__(path_type=Path)
        self._file, self._folder, self._standard_input = file, folder, standard_input

    def convert(  # type: ignore[override]
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        path = Path(value)
        if self._standard_input and value == "-":
            return path
        if not path.exists():
            self.fail(_("没有这个文件或文件夹：{value}").format(value=value), param, ctx)
        if path.is_dir() and not self._folder:
            self.fail(_("要一个文件，这是文件夹：{value}").format(value=value), param, ctx)
        if not path.is_dir() and not self._file:
            self.fail(_("要一个文件夹，这是文件：{value}").format(value=value), param, ctx)
        return path


class Place(click.Path):
    """A file or folder that must exist, ``-``, or a URL (``s3://…``), as it was typed."""

    def convert(  # type: ignore[override]
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        if "://" in value:
            return value
        return str(Existing(standard_input=True).convert(value, param, ctx))


def no_command(typed: str, known: Iterable[str]) -> str:
    """Say that there is no such command, and which one may be meant."""
    meant = difflib.get_close_matches(typed, list(known), n=2, cutoff=0.5)
    said = _("没有 {typed} 这个命令").format(typed=typed)
    if meant:
        return said + _("，是不是 {meant}").format(meant="、".join(meant))
    return said + _("；有 {known}").format(known="、".join(known))


def said(fault: click.UsageError) -> str:
    """One line on what is wrong and how to see the right usage."""
    command = fault.ctx.command_path if fault.ctx else "workreport"
    return _("用法有误：{reason}。用 {command} --help 查看用法。").format(
        reason=_reason(fault), command=command
    )


def _reason(fault: click.UsageError) -> str:
    if isinstance(fault, click.MissingParameter) and fault.param is not None:
        parameter = fault.param
        named = (
            "、".join(parameter.opts)
            if isinstance(parameter, click.Option)
            else str(parameter.name)
        )
        if not isinstance(parameter, click.Option) and fault.ctx:
            named = parameter.make_metavar(fault.ctx)
        return _("缺少 {named}").format(named=named)
    if isinstance(fault, click.NoSuchOption):
        meant = "、".join(fault.possibilities or ())
        found = _("没有 {option} 这个选项").format(option=fault.option_name)
        return found + (_("，是不是 {meant}").format(meant=meant) if meant else "")
    return fault.format_message().rstrip("。.")


def fault_said(fault: PipelineError) -> str:
    """One line on a fault of the input: where, what, and what to do about it."""
    from pipeline.batch.names import on_screen

    place, reason, remedy = (_(str(part)) for part in (fault.place, fault.reason, fault.remedy))
    return on_screen(
        _("错误：{place}：{reason}。{remedy}").format(place=place, reason=reason, remedy=remedy)
    )
