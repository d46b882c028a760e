"""Title, issuer, region, date and years of a report, from its head, its headings and its signature."""

from __future__ import annotations

import datetime

from pipeline.lexicon import regions
from pipeline.patterns import header as h
from pipeline.patterns import periods as p
from pipeline.records import Region, Span

_HEAD_LINES = 24


def fields(head: list[str]) -> dict[str, str]:
    """``title``, ``publisher``, ``attribution`` and ``published`` that the head states as ``标题: …`` lines."""
    found: dict[str, str] = {}
    for line in head[:_HEAD_LINES]:
        match = h.FIELD.match(line)
        if not match or not match["value"]:
            continue
        key = match["key"].lower()
        if key in h.TITLE_KEYS:
            found.setdefault("title", match["value"])
        elif key in h.DATE_KEYS and (date := iso_date(match["value"])):
            found.setdefault("published", date)
        elif key in h.PUBLISHER_KEYS:
            found.setdefault("publisher", match["value"])
        elif key in h.ATTRIBUTION_KEYS:
            found.setdefault("attribution", match["value"])
    return found


def title(stated: str | None, head: list[str]) -> str | None:
    """The stated title where it names a report, else the first line of the head that does, else what was stated."""
    if stated and h.TITLE.fullmatch(stated):
        return stated
    for line in head[:_HEAD_LINES]:
        if not line.endswith(("。", "；", "，")) and ">" not in line and h.TITLE.fullmatch(line):
            return h.MARKDOWN.sub("", line)
    return stated


def published(head: list[str], tail: list[str]) -> str | None:
    """The date of a head line (``2023-03-31 10:25 来源:…``), else of the signature at the end. ISO 8601."""
    for line in head[:_HEAD_LINES]:
        if len(line) <= 40 and not p.DELIVERED.search(line) and (date := iso_date(line)):
            return date
    for line in reversed(tail):
        if h.SIGNED_DATE.fullmatch(line):
            return iso_date(line)
    return None


def iso_date(text: str) -> str | None:
    """The first date of ``text`` as ISO 8601, None without one or where it is no day of the calendar.

    >>> iso_date("2023年3月31日"), iso_date("2023-02-31")
    ('2023-03-31', None)
    """
    match = h.DATE.search(text)
    if not match:
        return None
    try:
        return datetime.date(int(match["year"]), int(match["month"]), int(match["day"])).isoformat()
    except ValueError:
        return None


def issuer(heading: str | None, text: str) -> str | None:
    """The body that speaks: from the title, else from 我代表…政府 and the congress it was delivered to."""
    if heading and (match := h.ISSUER_IN_TITLE.match(heading)) and "政府工作报告" not in match["issuer"]:
        name = str(match["issuer"])
        return name + "人民政府" if "政府工作报告" in heading and name[-1] in "省市县区州盟旗镇乡" else name
    spoken = h.GOVERNMENT.search(text[:2500])
    if not spoken:
        return None
    name = str(spoken["name"])
    place = h.CONGRESS.search(text[:2500])
    if place and name[:1] in "省市县区州盟旗镇乡自人":
        kind = name[name.index("人民") :]
        return f"{place['place']}{kind}"
    return name if name[:1] not in "省市县区州盟旗镇乡人" else None


def region(heading: str | None, body: str | None, text: str) -> Region | None:
    """The area of the report with its GB/T 2260 code: the longest place name in title, issuer or the line of delivery."""
    place = h.CONGRESS.search(text[:2500])
    for source in (place["place"] if place else None, body, heading):
        if not source:
            continue
        if "国务院" in source:
            return Region("中华人民共和国", "000000")
        name = regions.leading(p.YEAR_PREFIX.sub("", source))
        if name:
            return Region(*name)
    return Region("中华人民共和国", "000000") if "我代表国务院" in text[:1500] else None


def years(heading: str | None, text: str, lines: list[str], date: str | None) -> tuple[int | None, int | None]:
    """The year looked back on and the year planned; the surest evidence first: title, delivery, headings, opening words, date."""
    heading = heading or ""
    if match := p.TITLE_BOTH.search(heading):
        return int(match["review"]), int(match["plan"])
    delivered = p.DELIVERED.search(text[:1500])
    if delivered and "报告" in heading + text[:1500]:
        return int(delivered["year"]) - 1, int(delivered["year"])
    if match := p.TITLE_PLAN.search(heading):
        return int(match["plan"]) - 1, int(match["plan"])
    if match := p.TITLE_REVIEW.search(heading):
        return int(match["review"]), int(match["review"]) + 1
    headings = [line.strip() for line in lines if len(line) <= 40 and not line.endswith(("。", "，", "；"))]
    for pattern, plan_offset in ((p.HEADING_PLAN, 0), (p.HEADING_REVIEW, 1)):
        if found := [int(match.group(1)) + plan_offset for line in headings if (match := pattern.search(line))]:
            return max(found) - 1, max(found)
    if openings := [int(match["plan"]) for match in p.OPENING_YEAR.finditer(text)]:
        year = max(openings)
        return year - 1, year
    if date:
        year = int(date[:4])
        return year - 1, year
    return _commonest_year(text)


def _commonest_year(text: str) -> tuple[int | None, int | None]:
    """Without any other sign, the year most spoken of is the one looked back on."""
    counts: dict[int, int] = {}
    for match in p.ONE_YEAR.finditer(text):
        if not p.COMPARED_YEAR.search(text, max(0, match.start() - 1), match.start()):
            counts[int(match["year"])] = counts.get(int(match["year"]), 0) + 1
    if not counts:
        return None, None
    year = max(counts, key=lambda y: (counts[y], y))
    return year, year + 1


def spans_of_lines(text: str) -> list[Span]:
    """Every line with something on it, without the blanks around it."""
    found, at = [], 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = at + line.index(stripped)
            found.append(Span(start, start + len(stripped)))
        at += len(line) + 1
    return found
