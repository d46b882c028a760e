"""Whether a process is still there: what one left behind may be removed once it is not."""

from __future__ import annotations

import os
import sys


def runs(process: int) -> bool:
    """Whether a process of this number is there; on Windows always said to be, for asking would end it."""
    if sys.platform == "win32":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
