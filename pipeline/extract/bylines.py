"""Lines of the head of a report that say who wrote it and when, and open no part of it."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from pipeline.patterns import header, issuers
from pipeline.records import Section, Segmented

# （2023年第三季度）, （书面）, 2023年9月18日, （1—8月）: what stands below a title and says of when it is
ASIDE = regex.compile(
    r"\s*[（(【\[][^（）()【】\[\]]{1,40}[)）】\]]\s*"
    r"|\s*(?:19|20)\d\d\s?年(?:度|第?[一二三四1-4]季度|[上下]半年"
    r"|\s?\d{1,2}\s?(?:[-—–~至]\s?\d{1,2}\s?)?月(?:份|\s?\d{1,2}\s?日)?)?\s*"
)
_NAMING = (issuers.BODY_LINE, issuers.IN_OFFICE, header.SIGNED_DATE, header.MONTH_ALONE, ASIDE)


def bylines(segmented: Segmented) -> frozenset[str]:
    """Give the ids of the sections that a line of the head opened: a body, a date, the title again.

    The head ends with the first sentence and with the first numbered heading.
    """
    return frozenset(section.id for section in _of_head(segmented) if _is_one(section, segmented))


def _of_head(segmented: Segmented) -> Iterator[Section]:
    told = (one.span.start for one in segmented.passages if one.kind in ("sentence", "table"))
    end = next(told, len(segmented.report.text))
    for section in segmented.sections:
        if section.marker or section.span.start >= end:
            return
        yield section


def _is_one(section: Section, segmented: Segmented) -> bool:
    line, title = section.title, segmented.report.title or ""
    if len(line) > 1 and title and (line in title or title in line):
        return True
    return any(pattern.fullmatch(line) for pattern in _NAMING)
