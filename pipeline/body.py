"""Whose report it is: one body over the years, however it is spelled,
and one name for each of its reports.
"""

from __future__ import annotations

from hashlib import sha256
from typing import NamedTuple

from pipeline.lexicon.bodies import in_full
from pipeline.lexicon.regions import short_names
from pipeline.patterns import bodies as p

UNKNOWN = "_U"  # SDMX: unspecified
_GREATER = 12  # characters of a greater area before the body's own: 新疆维吾尔自治区|伊犁州


class Body(NamedTuple):
    """An area (its code, or else its name) and the kind of body; empty where unknown."""

    area: str
    kind: str

    def __bool__(self) -> bool:
        """Whether anything is known of it."""
        return bool(self.area or self.kind)


def body(issuer: str | None, title: str | None, area: str | None, place: str | None) -> Body:
    """The body behind an issuer as written.

    ``area`` is the code of its region and ``place`` the name of it. The government of an area is
    one body, whoever speaks for it: 自治区人民政府, 第十四届人民政府, or a title alone.

    >>> body("第十四届人民政府", "2023年政府工作报告", "540000", "西藏自治区")
    Body(area='540000', kind='government')
    >>> body("清河县公安局交通警察大队", None, "130534", "清河县")
    Body(area='130534', kind='公安局交通警察大队')
    >>> body("恩施州发改委", None, "422800", "恩施土家族苗族自治州")
    Body(area='422800', kind='发展改革委员会')
    """
    said = spoken(issuer)
    own = _without(p.SESSION.sub("", said), area or "", place or "")
    bare = _one_form(p.LEVEL_HEAD.sub("", own)) or said
    kind = _kind(said, title or "")
    if kind:
        return Body(f"{area or place or ''}{_elsewhere(bare, kind)}", kind)
    return Body(area or "", bare)


def _without(issuer: str, area: str, place: str) -> str:
    """An issuer without the area it names first, in full or for short, which may stand behind a
    greater one, or behind whose committee it is: 共青团|清河县|委员会."""
    for name in (place, *short_names(place, area), p.LEVEL.sub("", place)):
        before, found, rest = issuer.partition(name) if len(name) > 1 else ("", "", "")
        if found and rest and len(before) <= _GREATER:
            return before + rest if p.ORGANISATION.fullmatch(before) else rest
    return issuer


def _one_form(name: str) -> str:
    """The name of a body without its place, in the one form of all its spellings."""
    name = in_full(name)
    for pattern, meant in p.COMMITTEES:
        name = pattern.sub(meant, name)
    return name


def _elsewhere(bare: str, kind: str) -> str:
    """The place an issuer still names once its area is taken off: a town or a street in it."""
    pattern = p.KINDS.get(kind)
    rest = pattern.sub("", bare) if pattern else ""
    return "" if p.LEVEL_ALONE.fullmatch(rest) else rest


def spoken(issuer: str | None) -> str:
    """An issuer as people read it; an address of a page is none.

    >>> spoken("https://www.example.gov.cn/a.html"), spoken("清河县人民政府")
    ('', '清河县人民政府')
    """
    return p.ADDRESS.sub("", issuer or "").strip()


def _kind(issuer: str, title: str) -> str:
    """The kind told by the issuer, or by the title where the issuer is silent or only a place."""
    for kind, pattern in p.KINDS.items():
        if pattern.search(issuer):
            return kind
    if issuer and not p.PLACE_ONLY.fullmatch(issuer):
        return ""
    return next((kind for kind, pattern in p.TITLES.items() if pattern.search(title)), "")


def doc_id(found: Body, review: str | None, plan: str | None, *beside: str) -> str:
    """Which report this is: area, period planned (else reviewed), and eight digits over the body
    and its periods.

    Path, title and content are no part of it, so a corrected file, another spelling of the title
    or a newer extraction is the same report. ``beside`` tells it apart where the body is unknown.
    """
    area = found.area if found.area.isdigit() else UNKNOWN
    told = "\n".join((found.area, found.kind, review or "", plan or "", *beside))
    digest = sha256(told.encode()).hexdigest()[:8]
    return f"{area}-{plan or review or UNKNOWN}-{digest}".replace("/", "_")
