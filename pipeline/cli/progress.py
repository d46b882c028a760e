"""The progress bar of the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from pipeline.batch.names import on_screen
from pipeline.cli.language import _
from pipeline.cli.loudness import quiet
from pipeline.progress import Part

_PARTS = {
    "page": "正在识别 {name} 第 {number}/{count} 页",
    "sheet": "正在读 {name} 第 {number}/{count} 张工作表",
    "table": "正在整理 {name} 第 {number}/{count} 张表",
}


class Bar:
    """A bar on the terminal.

    Call it with the size of each report done; tell it of the parts that a report has reached.
    """

    def __init__(self, bar: Progress, sizes: Sequence[int]) -> None:
        self._bar = bar
        self._task = bar.add_task(
            "", total=sum(sizes) + len(sizes), done=0, all=len(sizes), rate=0.0, part=""
        )
        self._finished = 0

    def __call__(self, size: int = 1) -> None:
        self._finished += 1
        rate = self._finished / max(self._bar.tasks[0].elapsed or 0.0, 0.001)
        self._bar.update(self._task, advance=size + 1, done=self._finished, rate=rate, part="")

    def reach(self, name: str, part: Part) -> None:
        """Say which part of a report is being read."""
        said = _(_PARTS[part.kind]).format(
            name=escape(on_screen(name)), number=part.number, count=part.total
        )
        self._bar.update(self._task, part=said)


@contextmanager
def progress(sizes: Sequence[int], doing: str = "提取") -> Iterator[Bar]:
    """A bar with count, rate and time left on a terminal; nothing where stderr is none.

    Time left goes by bytes: large reports may come first.
    """
    columns = (
        TextColumn(_(doing)),
        BarColumn(),
        TextColumn("{task.fields[done]}/{task.fields[all]} " + _("份")),
        TextColumn("{task.fields[rate]:.1f} " + _("份/秒")),
    )
    stderr = Console(stderr=True)
    with Progress(
        *columns,
        TimeElapsedColumn(),
        TextColumn(_("还要")),
        TimeRemainingColumn(),
        TextColumn("{task.fields[part]}"),
        console=stderr,
        transient=True,
        disable=quiet() or not stderr.is_terminal,
    ) as bar:
        yield Bar(bar, sizes)
