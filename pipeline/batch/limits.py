"""What one report may take: memory, processor time, time by the clock, size of files, open files.

The limits are the operating system's, set in the process that reads, so that they hold in the
middle of a library that never asks. The clock and the memory are watched from outside as well; on
Windows, which has no such limits, so is the processor time.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import dataclass

if sys.platform != "win32":
    import resource

_MB = 1 << 20
_STARTING = 60  # processor seconds that a report of any size may take
_EACH_MB = 60
_MOST = 3_600  # a scan of some hundred pages
_CONVERSION = 120  # seconds more by the clock: LibreOffice runs in a process of its own
_BUSY = 4  # times as long by the clock, on a machine that does other things as well
_OPEN_FILES = 512
_PICTURE = 120  # processor seconds more for each page that is a picture
_PICTURES = 1024  # MB more for the models that read them
_ADVICE = "请确认这是一份报告、来源可信；确实是的话，请拆成几个文件，或用 {option} 放宽。"


@dataclass(frozen=True, slots=True)
class Limits:
    """``memory`` in MB; ``seconds`` of processor time, None for as many as the size of the file
    gives; ``output`` of a file written, in MB.
    """

    memory: int = 1024
    seconds: int | None = None
    output: int = 1024

    @property
    def room(self) -> int:
        """MB where pages are read that are pictures."""
        return self.memory + _PICTURES

    def processor(self, size: int) -> int:
        """Processor seconds for a report of ``size`` bytes."""
        return self.seconds or min(_MOST, _STARTING + size * _EACH_MB // _MB)

    def clock(self, size: int) -> int:
        """Seconds by the clock, after which a report that does not even compute is given up."""
        return _BUSY * self.processor(size) + _CONVERSION


DEFAULT = Limits()


@dataclass(frozen=True, slots=True)
class Passed:
    """A limit that a report went beyond, in words, with what to do."""

    reason: str
    remedy: str


def out_of_memory(limits: Limits) -> Passed:
    """The memory is used up."""
    return Passed(f"读它要的内存超过上限（{limits.memory} MB）", _ADVICE.format(option="--memory"))


def out_of_time(limits: Limits, size: int) -> Passed:
    """The processor time is used up."""
    return Passed(
        f"处理器时间超过上限（{limits.processor(size)} 秒）", _ADVICE.format(option="--seconds")
    )


def out_of_patience(limits: Limits, size: int) -> Passed:
    """The time by the clock is used up."""
    return Passed(f"等了 {limits.clock(size)} 秒还没有读完", _ADVICE.format(option="--seconds"))


def confine(limits: Limits) -> None:
    """Set for this process, and for what it starts, all that stays the same from report to report.

    Nothing where the system has no such limits (Windows).
    """
    if sys.platform != "win32":
        _keep_to(resource.RLIMIT_DATA, limits.memory * _MB)
        _keep_to(resource.RLIMIT_FSIZE, limits.output * _MB)
        _keep_to(resource.RLIMIT_NOFILE, _OPEN_FILES)
        _keep_to(resource.RLIMIT_CORE, 0)


def allow(seconds: int) -> None:
    """Give this process so many seconds of processor time from now on;
    the system ends it (SIGXCPU) when they are gone.
    """
    if sys.platform != "win32":
        used = resource.getrusage(resource.RUSAGE_SELF)
        _keep_to(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + seconds + 1)


def allow_picture(limits: Limits) -> None:
    """Give this process what reading a page takes that is a picture:
    time from now on, and room for the models.
    """
    allow(_PICTURE)
    if sys.platform != "win32":
        _keep_to(resource.RLIMIT_DATA, limits.room * _MB)


def _keep_to(kind: int, most: int) -> None:
    """Set one limit; a stricter one of the administrator stays."""
    if sys.platform != "win32":
        _, hard = resource.getrlimit(kind)
        with suppress(ValueError, OSError):
            resource.setrlimit(
                kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard)
            )
