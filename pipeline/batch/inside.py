"""What goes on inside a process that reads reports: it confines itself, takes calls,
and ends with its parent.
"""

from __future__ import annotations

import gc
import json
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from pipeline.batch import files
from pipeline.batch.limits import Limits, allow, allow_picture, confine
from pipeline.processes import end_started
from pipeline.progress import Part, listen

_OFTEN = 0.2  # seconds between two words about small parts
_ROUNDS = 10  # a process may start another while it is looked for


def work(connection: Connection, model: Path, limits: Limits, folder: str, token: str) -> None:
    """Answer calls until the other end is closed.

    ``folder`` is for temporary files, ``token`` marks results being written.
    """
    collect_rarely()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "setsid"):
        os.setsid()  # what is started here is known by its session
    tempfile.tempdir = folder
    os.environ |= dict.fromkeys(("TMPDIR", "TEMP", "TMP"), folder)  # for what is started here
    files.sign(token)
    threading.Thread(target=_end_with_parent, args=(folder,), daemon=True).start()
    from pipeline.batch.loaded import load

    load(model)
    confine(limits)

    told = 0.0

    def tell(part: Part) -> None:
        nonlocal told
        if part.kind == "page":
            allow_picture(limits)
        elif time.monotonic() - told < _OFTEN:
            return
        told = time.monotonic()
        connection.send_bytes(json.dumps({"part": part}).encode("ascii"))

    listen(tell)
    with suppress(EOFError, OSError):
        while True:
            function, arguments, seconds = connection.recv()
            allow(seconds)
            try:
                answer = json.dumps({"value": function(*arguments)})
            except MemoryError:
                answer = json.dumps({"passed": "memory"})
            connection.send_bytes(answer.encode("ascii"))


def collect_rarely() -> None:
    """Look for cycles once in 100,000 new objects: records hold none, and a report of a million
    characters was gone through again and again (a tenth of its time).
    """
    gc.set_threshold(100_000, 50, 100)


def _end_with_parent(folder: str) -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        end_started(os.getpid())
        end_session(os.getpid())
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(1)


def end_session(leader: int) -> None:
    """End every process of the session of ``leader`` but itself.

    LibreOffice is a script whose children outlive it. Linux only; elsewhere
    ``processes.end_started`` ends them, before their parent.
    """
    if sys.platform != "linux":
        return
    for _ in range(_ROUNDS):
        found = [process for process in _session(leader) if process != leader]
        for process in found:
            with suppress(OSError):
                os.kill(process, signal.SIGKILL)
        if not found:
            return


def _session(leader: int) -> list[int]:
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, ValueError, IndexError):
            state, _, _, session = (entry / "stat").read_text().rpartition(")")[2].split()[:4]
            if int(session) == leader and state not in "ZX":
                found.append(int(entry.name))
    return found
