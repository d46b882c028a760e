"""One run at a time in an output folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from pipeline.batch import files
from pipeline.errors import BatchError, WriteError

_LOCK = ".run.lock"


@contextmanager
def locked(output: str) -> Iterator[None]:
    """Keep every other run out of the folder ``output``.

    Raises ``BatchError`` while another one is in it. Object stores have no locks.
    """
    if files.is_url(output):
        yield
        return
    lock = FileLock(f"{output}/{_LOCK}", timeout=0)
    try:
        lock.acquire()
    except Timeout as fault:
        raise BatchError(
            "另一次运行正在写这个文件夹", place=output, remedy="请等它结束，或换一个输出文件夹。"
        ) from fault
    except NotImplementedError:  # a network folder without locks
        yield
        return
    except OSError as fault:
        raise WriteError(
            f"写不进输出文件夹（{fault.strerror}）", place=output, remedy="请检查权限和磁盘空间。"
        ) from fault
    try:
        yield
    finally:
        lock.release()
