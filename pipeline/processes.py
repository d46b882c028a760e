"""What the system says of a process: whether it is there, what it holds and took;
and how to end it with all it started.

Linux is asked by ``/proc`` and signals; other systems, which have neither in full, through psutil.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

_MB = 1 << 20


def runs(process: int) -> bool:
    """Whether a process of this number is there."""
    if sys.platform == "win32":  # where a signal to ask would end it
        import psutil

        return bool(psutil.pid_exists(process))
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def memory_of(process: int) -> int:
    """MB that a process holds now; 0 where the system does not say."""
    try:
        if sys.platform == "linux":
            pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
            return pages * os.sysconf("SC_PAGE_SIZE") // _MB
        import psutil

        return int(psutil.Process(process).memory_info().rss) // _MB
    except Exception:  # it is gone, or is not ours to ask
        return 0


def processor_of(process: int) -> float:
    """Processor seconds that a process took; 0 where the system itself sees to a limit of them."""
    if sys.platform != "win32":
        return 0.0
    try:
        import psutil

        took = psutil.Process(process).cpu_times()
        return float(took.user + took.system)
    except Exception:  # as above
        return 0.0


def end_started(process: int) -> None:
    """End what a process started, and what that started; on Linux its session is ended instead,
    once it is gone.
    """
    if sys.platform == "linux":
        return
    import psutil

    with suppress(psutil.Error):
        for one in psutil.Process(process).children(recursive=True):
            with suppress(psutil.Error):
                one.kill()
