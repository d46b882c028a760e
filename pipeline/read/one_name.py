"""The one name of a body over the years and spellings: 省政府, 第十四届人民政府, 州人民政府."""

from __future__ import annotations

import regex

from pipeline.patterns import body_places as bp
from pipeline.patterns import issuers as b
from pipeline.read.areas import NATION
from pipeline.records import Region


def named(
    body: str | None, heading: str | None, session: str | None, place: Region | None
) -> str | None:
    """The one name of a body: 省政府, 自治区人民政府, 第十四届人民政府 are the government of the place;
    县统计局 is the one of that county. ``session`` is the place that its session names."""
    where = session or (place.name if place else None)
    body = _reporting(heading) if body is None else body
    if place == NATION and body in ("政府", "人民政府"):
        return "国务院"
    office, committee = bp.OFFICE.match(body), bp.PARTY_COMMITTEE.fullmatch(body)
    if not office and not committee:
        return _called(body, where) if body else None
    return _of_level(committee, where) if where else None


def _reporting(heading: str | None) -> str:
    """The body that a title alone tells of: 政府工作报告."""
    return "政府" if b.GOVERNMENT_REPORT.search(heading or "") else ""


def _of_level(committee: regex.Match[str] | None, where: str) -> str:
    """The government of a place, or the committee of the Party there."""
    if committee is None:
        return f"{where}人民政府"
    if where.endswith(committee["level"]):
        return f"中共{where}委"
    return _called(committee[0], where)


def _called(body: str, where: str | None) -> str:
    level = bp.LEVEL_FIRST.match(body)
    if where and level and where.endswith(level["level"][-1]):
        return where + body[level.end() :]
    body = bp.NATION_FIRST.sub("", body)
    return body[:-2] + "人民政府" if bp.SHORT_GOVERNMENT.search(body) else body
