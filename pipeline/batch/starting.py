"""How a process is started: from a small server, apart from this script, deaf to Ctrl-C."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from types import ModuleType
from typing import Any

_starting = threading.Lock()
_SAFE = "PYTHONSAFEPATH"


def context() -> Any:
    """Processes are forked from a small server that has everything loaded and runs no threads;
    where there is none (Windows), each loads by itself.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    found: Any = multiprocessing.get_context("forkserver")
    found.set_forkserver_preload(["pipeline.batch.loaded"])
    return found


def warm() -> None:
    """Start the server that processes are forked from: it loads while this process goes on.

    Nothing where there is none (Windows).
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return
    from multiprocessing import forkserver

    context()
    with suppress(OSError), _unheard(), _apart():  # a process that cannot start says so itself
        forkserver.ensure_running()


def start(process: Any) -> None:
    """Start a process; also within the processes of Dask, which may have none by default."""
    mine = multiprocessing.current_process()
    config: dict[str, Any] = getattr(mine, "_config", {})
    daemon = config.get("daemon")
    try:
        if daemon:
            config["daemon"] = False
        with _unheard(), _apart():
            process.start()
    finally:
        if daemon:
            config["daemon"] = daemon


@contextmanager
def _unheard() -> Iterator[None]:
    """Let what is started leave Ctrl-C to this process from its first moment."""
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # when it starts, it lets signals through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _apart() -> Iterator[None]:
    """Let a process be started that runs neither the script of this one nor what lies in its
    folder.

    So a script need not be guarded by ``if __name__ == "__main__"``, and a folder that is called
    ``pipeline`` where a person happens to be is not taken for ours.
    """
    with _starting:
        main, safe = sys.modules["__main__"], os.environ.get(_SAFE)
        sys.modules["__main__"], os.environ[_SAFE] = ModuleType("__main__"), "1"
        try:
            yield
        finally:
            sys.modules["__main__"] = main
            if safe is None:
                del os.environ[_SAFE]
            else:
                os.environ[_SAFE] = safe
