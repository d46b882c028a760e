"""``workreport export``: documents into a table."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.documents import of_documents
from pipeline.cli.language import _, notice, spoken
from pipeline.errors import Refuse, ReviewError

if TYPE_CHECKING:
    from pipeline.export import Written

_FORMATS = ("csv", "parquet", "xlsx", "jsonl", "sql", "sdmx-csv")


@click.command()
@of_documents
@click.option(
    "--to",
    "form",
    type=click.Choice(_FORMATS),
    help="格式；不给则看 -o 的后缀：.csv .parquet .xlsx .jsonl .db，或数据库地址。",
)
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="PATH",
    help="写入的文件，- 是标准输出；--to sql 时也可以是数据库地址（postgresql://user@host/db）。",
)
@click.option(
    "--reviewed", is_flag=True, help="只要审核时接受、更正或补录的数字（workreport review）。"
)
@click.option("--force", is_flag=True, help="覆盖导出后被人改过的文件。")
def export(
    paths: tuple[Path, ...], form: str | None, output: str, reviewed: bool, force: bool
) -> None:
    """把提取出的 JSON（文件，或放它们的文件夹）变成一张表：每行一个数字，连同含义、时期、单位和原文位置。

    旁边写一份 datapackage.json，说明每一列。数据库里同一份报告再导入一次不变，新版本替换旧行。

    \b
    退出码：0 写好；1 有文件读不了（逐一指出并略过，其余照写），或写不了（什么也不写）；2 用法有误。
    例：workreport export outputs/ -o numbers.xlsx
        workreport export outputs/ --to sql -o postgresql://user@host/db
        workreport extract r.docx -o - | workreport export - -o - | head
    """
    from pipeline.cli.left_out import left_out
    from pipeline.cli.progress import progress
    from pipeline.document import files as documents
    from pipeline.document import several
    from pipeline.export import export as write
    from pipeline.export import form_of

    form = form or ("csv" if output == "-" else form_of(output))
    if form is None:
        raise click.UsageError(
            _("看不出 {output} 要什么格式，请加 --to（{forms}）").format(
                output=output, forms="、".join(_FORMATS)
            )
        )
    if "://" in output and form != "sql":
        raise click.UsageError(
            _("--to {form} 要写进文件，{place} 是数据库地址").format(
                form=form, place=output.rpartition("@")[2]
            )
        )
    if output == "-" and form == "sql":
        raise click.UsageError(_("数据库不能写到标准输出，请给出文件或数据库地址"))
    files = documents(paths)
    with left_out() as refuse:
        told = refuse if several(files) else None
        with progress([1] * len(files), "导出") as advance, _target(output, form) as target:
            read = _read(files, advance, told, reviewed=reviewed)
            written = write(read, target, form, force=force, refuse=told)
        _said(written, output, form)


def _said(written: Written, output: str, form: str) -> None:
    """Say what was written, what seems to be there twice, and what is in no table."""
    place = _("标准输出") if output == "-" else "、".join(map(str, written.files)) or _("数据库")
    notice(
        "{reports} 份报告，{rows} 个数字 → {place}",
        reports=written.reports,
        rows=written.rows,
        place=place,
    )
    for first, second, kept in written.same:
        if kept is None:
            notice(
                "提醒：{second} 与 {first} 是同一个文件的两次提取，只写入了前一份。",
                first=first,
                second=second,
            )
        else:
            notice(
                "提醒：{first} 与 {second} 像是同一单位同一时期的报告，两份都已写入（后一份编号 {kept}），请核对是否重复。",
                first=first,
                second=second,
                kept=kept,
            )
    if form == "sdmx-csv" and written.undated:
        notice(
            "提醒：{undated} 个数字时期不明，SDMX 不收，没有写进去；其他格式里有。",
            undated=written.undated,
        )


@contextmanager
def _target(output: str, form: str) -> Iterator[str]:
    """Where the table goes: as it was said, or a file that is then copied to standard output."""
    if output != "-":
        yield output
        return
    with tempfile.TemporaryDirectory(prefix="workreport-") as folder:
        path = Path(folder) / f"table.{form}"
        yield str(path)
        with path.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.flush()


def _read(
    files: Sequence[Path], advance: Callable[[], None], refuse: Refuse | None, *, reviewed: bool
) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """The documents, one at a time; ``refuse`` is told of those that cannot be read.

    With ``reviewed`` only what a person confirmed of each, from the record beside it. Raises
    ``ReviewError`` where nothing was.
    """
    from pipeline.check.english import in_language
    from pipeline.document import contents

    found = False
    for file, document in (
        (place, one) for path in files for place, one in contents(path, refuse=refuse)
    ):
        if reviewed:
            from pipeline.review import Store
            from pipeline.review import reviewed as confirmed

            document = confirmed(document, Store(file.parent), file.stem)
            found = found or bool(document["indicators"])
        yield file, in_language(document, spoken())
        advance()
    if reviewed and not found:
        raise ReviewError(
            "还没有审核过的数字",
            place="、".join(str(file) for file in files[:5]),
            remedy="请先用 workreport review 核对。",
        )
