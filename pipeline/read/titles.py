"""The title of a report: as stated, or the lines of its head that name one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from pipeline.patterns import header as h
from pipeline.patterns import issuers as b
from pipeline.patterns import subtitles as s
from pipeline.patterns import titles as t
from pipeline.periods import arabic, written_in
from pipeline.read import full_names
from pipeline.read.title_lines import LONGEST_NAME, SHORTEST, begins, says_of_what

_HEAD_LINES = 24
_LONGEST = 100
_LONGEST_DRESSED = 500  # with the marks round it
_HEADLINES = 8  # in which a headline stands
_MOST_LINES = 3  # that a title is broken into
_CHINESE = ("\u3400", "\u9fff")


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
        return stated or _headline(head) or next(_serials(head[:_HEADLINES]), None)
    if t.OF_A_COLUMN.fullmatch(found[0]):
        found = list(filter(says_of_what, found)) or found
    kernel = t.TEMPLATE.sub("", found[0])
    return next((one for one in found[1:] if kernel in one or _says_all(one, kernel)), found[0])


def _says_all(one: str, kernel: str) -> bool:
    """Whether a title says in other order all that the headline of a page does, and more: 2022年度某局部门决算
    | 某局2022年度部门决算说明."""
    return len(kernel) > 2 * SHORTEST and not Counter(kernel.replace(" ", "")) - Counter(one)


def _names_more(own: str, stated: str) -> bool:
    """Whether a report names its place itself, and the title that a page states does not:
    2024年政府工作报告 | 某旗人民政府工作报告, 关于2023年预算的报告 | 关于某县2023年预算的报告."""
    if own.startswith("关于") and stated.startswith("关于"):
        return own != stated and own.endswith(stated.removeprefix("关于"))
    rest = b.YEAR_FIRST.sub("", arabic(stated))
    return own != rest and own.endswith(rest) and bool(b.GOVERNMENT_REPORT.search(rest))


def _serials(head: Sequence[str]) -> Iterator[str]:
    """The names of serials that stand above the number of an issue."""
    return (tidy(line) for line, below in pairwise(head) if _is_serial(line, below))


def _is_serial(line: str, below: str) -> bool:
    """Whether a line is the name of a serial; what names a period itself is a title."""
    serial = t.SERIAL.search(tidy(line)) and t.ISSUE.match(below)
    return bool(serial) and not any(written_in(arabic(line)))


def tidy(line: str) -> str:
    """A title without the marks round it, blanks inside a letter-spaced word, and its repetition.

    >>> tidy("## 政 府 工 作 报 告 ##"), tidy("**2015年统计公报[1]**"), tidy("《某县2023年工作总结》")
    ('政府工作报告', '2015年统计公报', '某县2023年工作总结')
    """
    line = t.OF_A_SITE.sub("", _undressed(line))
    if quoted := t.QUOTED_WHOLE.fullmatch(line):
        line = quoted["title"]
    half = len(line) // 2
    return line[:half] if half >= SHORTEST and line[:half] == line[half:] else line


def _undressed(line: str) -> str:
    """A line without marks and blanks, in the quotes it stands in: it may be part of a title."""
    if len(line) > _LONGEST_DRESSED:
        return line
    for dress in (t.MARKDOWN, t.SUBTITLE, t.NOTE_MARK, t.RUN_ON, t.COLUMN, t.TORN):
        line = dress.sub("", line)
    return t.LETTER_SPACED.sub("", line) if len(t.LETTER_SPACED.findall(line)) > 2 else line


def is_title(line: str, *, alone: bool = True) -> bool:
    """Whether a line names a report.

    A note (…情况, …分析) must also say of what or when; not so ``alone``, as the first line of two.
    """
    if not SHORTEST <= len(line) <= _LONGEST or not t.TITLE_HINT.search(line):
        return False
    if t.NO_TITLE.search(line) or t.MENU.search(arabic(line)):
        return False
    rule = next((rule for rule in t.TITLES if rule.pattern.search(line)), None)
    if rule is None:
        return False
    return rule.fills == "title" or not alone or says_of_what(line)


def is_foreign(line: str) -> bool:
    """Whether a line is in Latin letters, as the name of a bank below its Chinese one.

    >>> is_foreign("QINGHE RURAL BANK CO., LTD."), is_foreign("青禾ESG报告"), is_foreign("2023")
    (True, False, False)
    """
    if _CHINESE[0] <= line[:1] <= _CHINESE[1]:
        return False
    return bool(t.IN_LATIN.fullmatch(line) and t.FOUR_LETTERS.search(line))


def _candidates(head: Sequence[str], apart: Collection[int]) -> Iterator[str]:
    """Lines that name a report, from the top, with the lines round them that belong to the title;
    none below the salutation or the first sentence."""
    above: list[str] = []
    for i, (raw, under) in enumerate(pairwise([*head, ""])):
        if _ends_head(raw):
            return
        if _is_serial(raw, under):
            continue
        line, bare = tidy(raw), _undressed(raw)
        if s.DASHED.match(raw) or t.SUBTITLE.match(raw) or (i in apart and _heads_letter(line, under)):
            above = []  # what stands over the title of a letter is its head
        whole = _with_lines_above(above, bare) or (line if is_title(line) else None)
        if whole:
            below = [_undressed(one) for one in head[i + 1 : i + _MOST_LINES]]
            yield _with_lines_below(whole, below)
        above = [*above, bare][1 - _MOST_LINES :]


def _ends_head(line: str) -> bool:
    """Whether a line is the salutation, or a sentence."""
    if t.EDITOR.match(line):
        return False
    return bool(t.SPEECH.match(line)) or (len(line) > LONGEST_NAME and line.endswith("。"))


def _heads_letter(line: str, below: str) -> bool:
    """Whether a line is the title of a letter: whom it is to stands below."""
    return bool(below and t.ADDRESSED.fullmatch(below.strip())) and is_title(line)


def _with_lines_above(above: Sequence[str], line: str) -> str | None:
    """The title that ``line`` ends and a line above it begins, None where there is none."""
    if line in above or s.AT_A_SESSION.match(line) or not t.TITLE_HINT.search(line):
        return None
    if not _may_be_of_title(line):
        return None
    for start in range(len(above)):
        if _are_several(above[:start], above[start]):
            continue
        lines = [*(one.rstrip("：") for one in above[start:]), line]  # 某县人民检察院：
        broken = all(map(_breaks_off, lines[:-1]))
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


def _breaks_off(above: str) -> bool:
    """Whether a line may be one of several of a title, and no title by itself."""
    return _may_be_of_title(above) and (not is_title(above) or bool(t.UNFINISHED.search(above)))


def _may_be_of_title(line: str) -> bool:
    return len(line) <= _LONGEST and not (
        t.NO_TITLE.search(line)
        or h.FIELD.search(line)
        or t.OF_A_MASTHEAD.search(line)
        or h.FAR.search(line)
    )


def _with_lines_below(line: str, below: Sequence[str]) -> str:
    """A title with the lines below that it goes on with: …工作总结 / 及2024年工作计划."""
    whole = joined = line
    for one in below:
        if one == line or len(one) > LONGEST_NAME or one[:1] in "【[" or not _may_be_of_title(one):
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


def _headline(head: Sequence[str]) -> str | None:
    """The first line above the first sentence that says of what or when it is (前三季度石鼓区经济运行稳中提质),
    else that stands where a title does: below a masthead, or above the body that speaks."""
    lines = ["", *map(tidy, _above_sentences(head[:_HEADLINES])), ""]
    may_be = [
        i
        for i, (line, below) in enumerate(pairwise(lines))
        if _may_be_headline(line) and not _is_serial(line, below)
    ]
    telling = next((i for i in may_be if _tells(lines[i]) or _is_below_masthead(lines, i)), None)
    found = telling or next((i for i in may_be if b.BODY_LINE.fullmatch(lines[i + 1])), None)
    if not found:
        return None
    above, line = lines[found - 1 : found + 1]
    joined = b.BODY_NAME.fullmatch(above) and t.OPENS_WITH_PERIOD.match(line)
    return above + line if joined and not t.PLACE_NAMED.search(line) else line


def _above_sentences(head: Sequence[str]) -> Sequence[str]:
    """The lines above the first that is a sentence or a salutation; none where there is none."""
    ends = (line.endswith("。") or t.SPEECH.match(line) for line in head)
    return head[: next((i for i, end in enumerate(ends) if end), 0)]


def _may_be_headline(line: str) -> bool:
    if not 2 * SHORTEST <= len(line) <= LONGEST_NAME or not _breaks_off(line):
        return False
    if not t.FOUR_WORDS.search(line):
        return False
    line = arabic(line)
    if (period := next(written_in(line), None)) and period.match[0] == line.strip("（）()"):
        return False
    return not (t.SENTENCE_MARK.search(line) or b.BODY_LINE.fullmatch(line) or t.MENU.search(line))


def _tells(line: str) -> bool:
    says = any(written_in(line)) or t.OF_THE_WHOLE.search(line) or t.OPENS_WITH_BODY.match(line)
    return bool(says)


def _is_below_masthead(lines: Sequence[str], i: int) -> bool:
    return not t.SPEAKER_LINE.search(lines[i]) and any(map(t.OF_A_MASTHEAD.search, lines[:i]))
