"""Where a report looks back over several years: what stands undated is not of the last one."""

from __future__ import annotations

from pipeline.document import Document
from pipeline.patterns.arithmetic import ONE_YEAR_TOO, OVER_YEARS

_FAR = 400  # how far before a number, in its paragraph, the years may be named


def several_years(document: Document, at: int) -> bool:
    """Whether the section or the paragraph around ``at`` tells of several years together."""
    titles = (s.title for s in document.sections if s.span.start <= at < s.span.end)
    if any(OVER_YEARS.search(title) and not ONE_YEAR_TOO.search(title) for title in titles):
        return True
    paragraph = document.text.rfind("\n", 0, at) + 1
    return bool(OVER_YEARS.search(document.text, max(paragraph, at - _FAR), at))
