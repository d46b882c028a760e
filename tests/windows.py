"""The product on a system that lacks what only POSIX has: ``python -m tests.windows FOLDER REPORT``.

The libraries are loaded as they are on this machine; then all that Windows has not is taken away from what is ours (modules, functions, signals,
forking), the system is called ``win32``, and every command runs. What it prints are the places of the results, a line each.
"""

from __future__ import annotations

import importlib
import locale
import multiprocessing
import os
import signal
import sys
from collections.abc import Collection
from pathlib import Path
from types import ModuleType
from typing import Any

# chosen by the system when they are loaded, so before it is called another
LIBRARIES = (
    "asyncio", "click", "fastapi.testclient", "filelock", "getpass", "jieba", "jinja2", "lxml.etree", "msgspec", "numpy", "pandas", "platformdirs", "psutil", "pyarrow", "python_calamine", "regex", "rich.console",
    "rich.progress", "sklearn.linear_model", "sqlalchemy.dialects.sqlite", "uvicorn", "webbrowser", "xlsxwriter", "multiprocessing.forkserver", "multiprocessing.popen_spawn_posix",
)  # fmt: skip
MODULES = ("fcntl", "grp", "pty", "pwd", "resource", "termios", "tty")
OF_OS = (
    "O_NONBLOCK", "chown", "fork", "forkpty", "getegid", "geteuid", "getgid", "getpgid", "getsid", "getuid", "killpg", "mkfifo", "nice", "sched_getaffinity", "setpgid", "setsid", "statvfs",
    "sysconf", "uname", "wait",
)  # fmt: skip
OF_SIGNAL = ("ITIMER_REAL", "SIGALRM", "SIGHUP", "SIGUSR1", "SIGXCPU", "alarm", "pthread_sigmask", "setitimer")


class Without(ModuleType):
    """A module as it is on Windows; what was loaded before keeps its own."""

    def __init__(self, module: ModuleType, names: Collection[str]) -> None:
        super().__init__(module.__name__)
        self._module, self._names = module, names

    def __getattr__(self, name: str) -> Any:
        if name in self._names:
            raise AttributeError(f"{self.__name__}.{name} is not on Windows")
        return getattr(self._module, name)


def become() -> None:
    """Take away what Windows has not."""
    for name in LIBRARIES:
        importlib.import_module(name)
    for name in MODULES:
        sys.modules[name] = None  # type: ignore[assignment]
    sys.modules["os"], sys.modules["signal"] = Without(os, OF_OS), Without(signal, OF_SIGNAL)
    multiprocessing.get_all_start_methods = lambda: ["spawn"]  # type: ignore[assignment]
    locale.getlocale = lambda *_: ("English_United Kingdom", "1252")  # type: ignore[assignment]
    for name in ("LANG", "LC_ALL", "LC_MESSAGES"):
        os.environ.pop(name, None)
    sys.platform = "win32"


def walk(folder: Path, report: Path) -> None:
    """Run every command that a person runs, and what the two that go on for ever are made of."""
    from fastapi.testclient import TestClient

    from pipeline import processes, start
    from pipeline.batch import limits, settings
    from pipeline.batch.watch import Watch
    from pipeline.cli import main
    from pipeline.serve import Bounds, app
    from pipeline.shipped import MODEL

    made, document = folder / "made", folder / "made" / f"{report.stem}.json"
    commands: list[list[str | Path]] = [
        ["extract", report, "-o", made, "-j", "1"],
        ["show", document], ["check", document, "-o", folder / "findings.xlsx"],
        *(["export", document, "-o", folder / f"numbers{suffix}"] for suffix in (".csv", ".xlsx", ".parquet", ".jsonl", ".db")),
        ["export", document, "--to", "sdmx-csv", "-o", folder / "sdmx.csv"],
        ["track", document, "-o", folder / "tracked"], ["explain", "新增学位1200个。"],
        ["review", document, "--html", folder / "review.html"],
        ["rules"], ["schema"], ["uncoded", document],
    ]  # fmt: skip
    assert not any(hasattr(module, name) for module, name in ((limits, "resource"), (processes.os, "sysconf"), (start.signal, "SIGALRM")))
    serving, watching = folder / "come", Watch(str(folder / "come"), str(folder / "watched"), settings(MODEL))
    serving.mkdir()
    (serving / report.name).write_bytes(report.read_bytes())
    assert [len(watching.look()) for _ in range(3)] == [0, 1, 0]
    with TestClient(app(bounds=Bounds(workers=1)), base_url="http://127.0.0.1:8766") as client:
        answer = client.post("/documents", params={"name": report.name}, content=report.read_bytes())
        (folder / "served.json").write_bytes(answer.content)
    for command in commands:
        try:
            main([str(word) for word in command], standalone_mode=False)
        except SystemExit as end:
            if end.code:
                raise


if __name__ == "__main__":
    become()
    walk(Path(sys.argv[1]), Path(sys.argv[2]))
