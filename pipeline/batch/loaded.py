"""Everything a process needs, loaded by importing this:
the fork server does, and its children share the memory.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from pipeline.chain import model_at
from pipeline.errors import PipelineError

# what the first report would load
from pipeline.read import dating, header, issuers, reading, titles  # noqa: F401
from pipeline.segment.tokens import private_jieba
from pipeline.shipped import MODEL


def load(model: Path) -> None:
    """Load words and model; a fault is left to the first report, which can say it."""
    private_jieba()
    with suppress(PipelineError):
        model_at(model)


load(MODEL)
