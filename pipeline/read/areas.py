"""The area that a report is about, with its code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.lexicon import regions
from pipeline.patterns import areas as a
from pipeline.patterns import body_places as bp
from pipeline.patterns import issuers as b
from pipeline.patterns import titles as t
from pipeline.patterns.digits import arabic
from pipeline.records import Region

NATION = Region("中华人民共和国", "000000")
_HEAD_LINES = 16
_LONGEST_LINE = 60
_LONGEST_PLACE = 10  # characters of a place before its kind


def congress(opening: str, head: Sequence[str]) -> str | None:
    """The place of the session to which a report is given: 会议文件之三 | 某县|第十届人民代表大会."""
    session = bp.CONGRESS.search(opening) if "届" in opening else None
    if session is None:
        return None
    start, end = session.span("place")
    ends = (_behind("".join(line.split()), opening) for line in head[:_HEAD_LINES])
    for at in ends:
        if start < at < end and _is_place(opening[start:at], opening[at:end]):
            start = at
    return opening[start:end]


def _behind(line: str, opening: str) -> int:
    """Where a line ends in an opening; -1 where it is not found."""
    at = opening.find(line) if line else -1
    return at + len(line) if at >= 0 else -1


def _is_place(above: str, below: str) -> bool:
    """Tell whether the place that two lines seem to name is all in the second: not 某省大理 | 白族自治州."""
    return not (regions.leading(above + below) or bp.GOES_ON.match(below))


def region(
    named: tuple[str | None, str | None, str | None],
    head: Sequence[str],
    opening: str,
    year: int | None,
) -> Region | None:
    """The area of the report with its GB/T 2260 code as of ``year``: from what is ``named``, the
    place of the session, the body and the title, or from the line of who speaks."""
    _, body, heading = named
    for source in _places(named, head, opening):
        if name := _named_by(source, year):
            return Region(*name)
        if bp.NATIONAL.fullmatch(source) or bp.NATION.match(source):
            return NATION
    if "代表国务院" in opening or "受国务院委托" in opening:
        return NATION
    names = (bp.BEFORE_PLACE.sub("", arabic(name)) for name in (body, heading) if name)
    bare = (regions.bare(name, a.OF_A_CITY, year) for name in names)
    found = next(filter(None, bare), None) or _told(body, head, opening, year)
    return Region(*found) if found else None


def _places(
    named: tuple[str | None, str | None, str | None], head: Sequence[str], opening: str
) -> Iterator[str]:
    """What may open with the place of a report, the surest first."""
    _, body, _ = named
    level = body is not None and bp.LEVEL_FIRST.match(body)  # 县审计局: of which county?
    called = _called_in_full(body, opening) if level and body else None
    yield from filter(None, (*named, called))
    for line in head[:_HEAD_LINES] if level else ():
        if line and len(line) <= _LONGEST_LINE and _speaks(line):
            yield line


def _speaks(line: str) -> bool:
    return bool(b.BODY_LINE.fullmatch(line) or a.SITE.match(line))


def _named_by(source: str, year: int | None) -> tuple[str, str] | None:
    """The place that the name of a body or a title opens with; of a branch that of its own place:
    国网湖南省电力有限公司|桃源县供电分公司, 江苏靖江|农村商业银行."""
    source = bp.BEFORE_PLACE.sub("", arabic(source))
    found = regions.leading(source, year)
    for start in (0, *(branch.end() for branch in a.BRANCH.finditer(source))):
        rest = source[start:]
        name = regions.leading(rest, year) if start else None
        if start or (found and found[1].endswith("0000")):
            name = regions.bare(rest, a.OF_A_CITY, year) or name
        if name and (found is None or name[1].startswith(found[1].rstrip("0"))):
            found = name
    return found


def _told(
    body: str | None, head: Sequence[str], opening: str, year: int | None
) -> tuple[str, str] | None:
    """The county that an opening says a village, a school or a firm lies in, or to which it
    reports."""
    lies = any(word in opening for word in a.LIES_HINTS)
    if lies and (said := a.LIES_IN.search(opening)):
        found = regions.leading(opening[said.end() : said.end() + _LONGEST_LINE], year)
        if found and not found[1].endswith("0000"):
            return found
    if not body or not a.BELOW_COUNTY.search(body):
        return None
    letters = (line for line in head[:_HEAD_LINES] if t.ADDRESSED.fullmatch(line))
    places = (regions.leading(bp.BEFORE_PLACE.sub("", line), year) for line in letters)
    return next((one for one in places if one and not one[1].endswith("00")), None)


def _called_in_full(body: str, opening: str) -> str | None:
    """What an opening calls a body of which a line says only the level: 区审计局 | 某某区审计局."""
    at = opening.find(body)
    while at >= 0:
        for start in range(max(0, at - _LONGEST_PLACE), at):
            if a.WORD_RUNS_ON.search(opening, max(0, start - 1), start):
                continue
            if regions.leading(opening[start : at + 1]):
                return opening[start : at + len(body)]
        at = opening.find(body, at + 1)
    return None
