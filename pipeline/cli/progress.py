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


class Bar:
    """A bar on the terminal. Call it with the size of each report done; tell it of each page that is read as a picture."""

    def __init__(self, bar: Progress, sizes: Sequence[int]) -> None:
        self._bar = bar
        self._task = bar.add_task(
            "", total=sum(sizes) + len(sizes), done=0, all=len(sizes), rate=0.0, page=""
        )
        self._finished = 0

    def __call__(self, size: int = 1) -> None:
        self._finished += 1
        rate = self._finished / max(self._bar.tasks[0].elapsed or 0.0, 0.001)
        self._bar.update(self._task, advance=size + 1, done=self._finished, rate=rate, page="")

    def page(self, name: str, number: int, count: int) -> None:
        """Say which page of a report is being read."""
        self._bar.update(
            self._task,
            page=_("正在识别 {name} 第 {number}/{count} 页").format(
                name=escape(on_screen(name)), number=number, count=count
            ),
        )


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
        TextColumn("{task.fields[page]}"),
        console=stderr,
        transient=True,
        disable=quiet() or not stderr.is_terminal,
    ) as bar:
        yield Bar(bar, sizes)
