"""What the report of the year before says against this one: checks over two reports, for the page
of the later.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline.check.reports import between
from pipeline.document import beside, load
from pipeline.errors import ReadError


def across(path: Path, document: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The checks of a document against the report of the same body and the year before, where it
    lies in the same folder.

    They name the figure of this report; their words say what the earlier one has.
    """
    year = document["report"]["review_year"]
    earlier = beside(path, year - 1) if year else None
    if earlier is None:
        return
    try:
        before, now = load(earlier), load(path)
    except ReadError:  # a torn neighbour is no reason not to review this one
        return
    for check, indicator, _ in between(before, now):
        yield {
            "kind": check.kind, "status": check.status, "indicators": [indicator.id],
            "message": f"{check.message}（上一份报告：{before.name}）",
        }  # fmt: skip
