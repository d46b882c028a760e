"""Where the program starts: from its first moment, Ctrl-C and SIGTERM end it with one line and the
usual status.
"""

from __future__ import annotations

import signal
import sys
from io import TextIOWrapper
from types import FrameType
from typing import TextIO


class Stopped(KeyboardInterrupt):
    """Told to end by a signal; ``status`` is what the process ends with (130 for Ctrl-C,
    143 for SIGTERM).
    """

    def __init__(self, number: int) -> None:
        super().__init__()
        self.status = 128 + number


def status_of(fault: KeyboardInterrupt) -> int:
    """The exit status of a program that was stopped."""
    return fault.status if isinstance(fault, Stopped) else 130


def run() -> None:
    """Run the command line and end the process."""
    status: object = 0
    for stream in (sys.stdout, sys.stderr):
        _speak_chinese(stream)
    try:
        for name in ("SIGINT", "SIGTERM"):
            signal.signal(getattr(signal, name), _stop)
        from pipeline.cli import main

        main()
    except SystemExit as end:
        status = end.code
    except KeyboardInterrupt as fault:
        print("已中断。", file=sys.stderr)
        status = status_of(fault)
    _deaf()  # what is left is cleaning up
    sys.exit(status)  # type: ignore[arg-type]


def _speak_chinese(stream: TextIO | None) -> None:
    """Let a stream take what is said: in UTF-8 where its encoding has no Chinese (a pipe on
    Windows, an old locale).
    """
    if not isinstance(stream, TextIOWrapper):
        return
    try:
        "中文".encode(stream.encoding)
        stream.reconfigure(errors="replace" if stream.isatty() else stream.errors)
    except UnicodeEncodeError:
        stream.reconfigure(encoding="utf-8")


def _stop(number: int, frame: FrameType | None) -> None:
    while frame:
        # what is raised there is lost
        if sys.platform != "win32" and frame.f_code.co_name == "__del__":
            signal.signal(signal.SIGALRM, lambda _, later: _stop(number, later))
            signal.setitimer(signal.ITIMER_REAL, 0.01)
            return
        frame = frame.f_back
    _deaf()  # once is enough: a second one would disturb the cleaning up
    raise Stopped(number)


def _deaf() -> None:
    for name in ("SIGINT", "SIGTERM"):
        signal.signal(getattr(signal, name), signal.SIG_IGN)
