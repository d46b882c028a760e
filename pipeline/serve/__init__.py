"""serve: the same over HTTP. ``app`` is the service, ``jobs`` what is done for many, ``work`` one
report in a process of its own.
"""

from __future__ import annotations

from pipeline.serve.app import app
from pipeline.serve.limits import Bounds

__all__ = ["Bounds", "app"]
