"""The title of a report: as stated, or the lines of its head that name one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from pipeline.patterns import header as h
from pipeline.patterns import issuers as b
from pipeline.patterns import subtitles as s
from pipeline.patterns import titles as t
from pipeline.patterns.digits import arabic
from pipeline.read import full_names
from pipeline.read.headlines import headline, serials
from pipeline.read.title_line import (
    breaks_off,
    is_serial,
    is_title,
    may_be_of_title,
    tidy,
    undressed,
    unquoted,
)
from pipeline.read.title_lines import LONGEST_NAME, SHORTEST, begins, says_of_what

_HEAD_LINES = 24
_MOST_LINES = 3  # that a title is broken into


def title(stated: str | None, head: Sequence[str], apart: Collection[int] = ()) -> str | None:
    """The stated title where it names a report, else the first of the head that does, or a fuller
    one below, else what was stated, else a headline.

    ``apart`` are the lines of the head above which a line was left blank, where not all are.
    """
    stated = tidy(stated) if stated else None
    found = list(_candidates(head[:_HEAD_LINES], apart))
    if stated and is_title(stated):
        return next((own for own in found if _names_more(own, stated)), stated)
    if not found:
        return stated or headline(head) or next(serials(head), None)
    return _fullest(found)


def _fullest(found: Sequence[str]) -> str:
    """Choose, of the titles that a head holds, the first, or one below it that says all it does."""
    if t.OF_A_COLUMN.fullmatch(found[0]):
        found = list(filter(says_of_what, found)) or found
    kernel = t.TEMPLATE.sub("", found[0])
    return next((one for one in found[1:] if kernel in one or _says_all(one, kernel)), found[0])


def _says_all(one: str, kernel: str) -> bool:
    """Tell whether a title says in other order all that the headline of a page does, and more:
    2022年度某局部门决算 | 某局2022年度部门决算说明."""
    return len(kernel) > 2 * SHORTEST and not Counter(kernel.replace(" ", "")) - Counter(one)


def _names_more(own: str, stated: str) -> bool:
    """Whether a report names its place itself, and the title that a page states does not:
    2024年政府工作报告 | 某旗人民政府工作报告, 关于2023年预算的报告 | 关于某县2023年预算的报告; or
    where a field of a page breaks off: …工作总结和 | …工作总结和2024年工作计划."""
    if t.UNFINISHED.search(stated):
        return own != stated and own.startswith(stated)
    if own.startswith("关于") and stated.startswith("关于"):
        return own != stated and own.endswith(stated.removeprefix("关于"))
    rest = b.YEAR_FIRST.sub("", arabic(stated))
    return own != rest and own.endswith(rest) and bool(b.GOVERNMENT_REPORT.search(rest))


def _candidates(head: Sequence[str], apart: Collection[int]) -> Iterator[str]:
    """Lines that name a report, from the top, with the lines round them that belong to the title;
    none below the salutation or the first sentence."""
    above: list[str] = []
    for i, (raw, under) in enumerate(pairwise([*head, ""])):
        if _ends_head(raw):
            return
        if is_serial(raw, under):
            continue
        bare = undressed(raw)
        line = unquoted(bare)
        letter = i in apart and _heads_letter(line, under)
        if letter or s.DASHED.match(raw) or t.SUBTITLE.match(raw):
            above = []  # what stands over the title of a letter is its head
        whole = _with_lines_above(above, bare) or (line if is_title(line) else None)
        if whole:
            below = [undressed(one) for one in head[i + 1 : i + _MOST_LINES]]
            yield _with_lines_below(whole, below)
        above = [*above, bare][-_MOST_LINES:]


def _ends_head(line: str) -> bool:
    """Whether a line is the salutation, or a sentence."""
    if "按" in line[:8] and t.EDITOR.match(line):
        return False
    return bool(t.SPEECH.match(line)) or (len(line) > LONGEST_NAME and line.endswith("。"))


def _heads_letter(line: str, below: str) -> bool:
    """Whether a line is the title of a letter: whom it is to stands below."""
    return bool(below and t.ADDRESSED.fullmatch(below.strip())) and is_title(line)


def _with_lines_above(above: Sequence[str], line: str) -> str | None:
    """The title that ``line`` ends and a line above it begins, None where there is none."""
    if line in above or s.AT_A_SESSION.match(line) or not t.TITLE_HINT.search(line):
        return None
    if not may_be_of_title(line):
        return None
    for start in range(max(0, len(above) + 1 - _MOST_LINES), len(above)):
        if _are_several(above[:start], above[start]):
            continue
        lines = [*(one.rstrip("：") for one in above[start:]), line]  # 某县人民检察院：
        broken = all(map(breaks_off, lines[:-1]))
        joined = h.BESIDE.sub(" ", "".join(lines))
        if broken and is_title(joined) and _goes_on(lines):
            return joined
    return None


def _are_several(above: Sequence[str], line: str) -> bool:
    """Whether a line is one of several bodies, each on a line of its own, that give a report."""
    if not above or not (b.BODY_NAME.fullmatch(above[-1]) and b.BODY_NAME.fullmatch(line)):
        return False
    return not (b.JOINT.match(above[-1] + line) or full_names.is_short_for(above[-1], line))


def _goes_on(lines: Sequence[str]) -> bool:
    """Whether each of several lines belongs to a title with those above it."""
    return all(begins(lines[:i], lines[i]) for i in range(1, len(lines)))


def _with_lines_below(line: str, below: Sequence[str]) -> str:
    """A title with the lines below that it goes on with: …工作总结 / 及2024年工作计划."""
    whole = joined = line
    for one in below:
        if one == line or len(one) > LONGEST_NAME or one[:1] in "【[" or not may_be_of_title(one):
            break
        if whole == joined and not _is_gone_on_with(joined, one):
            break
        joined += one
        if is_title(joined) and not t.UNFINISHED.search(joined):
            whole = joined
    return whole


def _is_gone_on_with(title: str, line: str) -> bool:
    if t.GOES_ON.match(line) or t.UNFINISHED.search(title):
        return True
    return bool(t.BARE_TITLE.fullmatch(line)) and not t.ENDS_A_TITLE.search(title)
