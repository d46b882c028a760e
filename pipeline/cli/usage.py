"""What is said when a command is typed wrongly."""

from __future__ import annotations

from pathlib import Path

import click


class Existing(click.Path):
    """A path that must exist: a file or a folder, or only one of them; ``-`` is standard input where it is allowed."""

    def __init__(self, *, file: bool = True, folder: bool = True, standard_input: bool = False) -> None:
        super().__init__(path_type=Path)
        self._file, self._folder, self._standard_input = file, folder, standard_input

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Path:  # type: ignore[override]
        path = Path(value)
        if self._standard_input and value == "-":
            return path
        if not path.exists():
            self.fail(f"没有这个文件或文件夹：{value}", param, ctx)
        if path.is_dir() and not self._folder:
            self.fail(f"要一个文件，这是文件夹：{value}", param, ctx)
        if not path.is_dir() and not self._file:
            self.fail(f"要一个文件夹，这是文件：{value}", param, ctx)
        return path


class Place(click.Path):
    """A file or folder that must exist, ``-``, or a URL (``s3://…``), as it was typed."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:  # type: ignore[override]
        if "://" in value:
            return value
        return str(Existing(standard_input=True).convert(value, param, ctx))


def said(fault: click.UsageError) -> str:
    """One line on what is wrong and how to see the right usage."""
    command = fault.ctx.command_path if fault.ctx else "workreport"
    if isinstance(fault, click.MissingParameter) and fault.param is not None:
        reason = f"缺少 {'、'.join(fault.param.opts) if isinstance(fault.param, click.Option) else fault.param.make_metavar(fault.ctx) if fault.ctx else fault.param.name}"
    elif isinstance(fault, click.NoSuchOption):
        reason = f"没有 {fault.option_name} 这个选项"
    else:
        reason = fault.message
    return f"用法有误：{reason}。用 {command} --help 查看用法。"
