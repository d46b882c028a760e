"""Documents that cannot be read among many: each is named, the rest is done, and the exit code
tells.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from pipeline.cli.language import notice
from pipeline.cli.usage import fault_said
from pipeline.errors import PipelineError, Refuse


@contextmanager
def left_out() -> Iterator[Refuse]:
    """Give what is to be told of a document that cannot be read; name them all behind the work, and
    exit with 1.
    """
    faults: list[PipelineError] = []
    try:
        yield faults.append
    finally:
        for fault in faults:
            click.echo(fault_said(fault), err=True)
    if faults:
        notice("{count} 份读不了，已略过，其余照做。", count=len(faults))
        sys.exit(1)
