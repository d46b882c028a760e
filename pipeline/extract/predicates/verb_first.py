"""Changes whose verb stands before what changed: 提高|城市低保标准|10%, 同比少|死亡|18人."""

from __future__ import annotations

import regex

from pipeline.extract.comparison import OWN
from pipeline.extract.predicates.reading import Reading
from pipeline.lexicon import words

# 死亡57人，同比|少|死亡18人: how many fewer came to harm
FEWER = regex.compile(r"\s*(?P<verb>(?P<down>少)|多)(?P<what>死亡|受伤|伤亡|亡人|发案|发生)")
# 提高|城市低保标准|10%, 压缩|办理时限|60%, 平均|减|环节|61%: how far something was raised or cut
RAISED = regex.compile(
    r"\s{0,4}(?P<verb>(?P<down>\L<cut>)|\L<lift>)了?(?P<what>\p{Han}{2,16}?\L<thing>)\s{0,4}"
    r"|\s{0,4}(?:累计|平均)?(?P<verb>(?P<down>减|压减|压缩|缩短|精简))了?"
    r"(?P<what>(?:办理|审批|申报|申请)?\L<eased>)\s{0,4}"
    # 精简|机构|20%, 压减|审批事项|30%
    r"|\s{0,4}(?P<verb>(?P<down>压减|压缩|精简|缩减|削减|核减))了?"
    r"(?P<what>(?!后|至|到|率|比例|幅度|比率)[\p{Han}“”]{2,12}?)\s{0,4}"
    # 提高|工作效率|30%, 降低|药占比|2.3个百分点; not 降低|率|
    r"|\s{0,4}(?P<verb>(?P<down>降低|下调|调低)|提高|上调|调高)了?"
    r"(?P<what>(?!后|至|到|率|比例|幅度|比率)[\p{Han}“”]{2,12}?(?<![至到]))\s{0,4}",
    cut=words("cuts"),
    lift=words("raises"),
    thing=words("raised"),
    eased=words("eased"),
)
# 咨询检测786人次，较上年|多|检出2例, 比上年多提供岗位4100个: another act, done more often than then
MORE_DONE = regex.compile(
    rf"\s{{0,4}}(?:(?P<yoy>同比)|[比较](?:{OWN}))(?:的)?(?P<verb>(?P<down>少)|多)"
    r"(?P<what>\L<act>[\p{Han}“”]{0,8})\s?",
    act=[word for word in words("action") if len(word) > 1],
)
REACHING = regex.compile(r"[至到]")


def more_done(r: Reading, start: int) -> regex.Match[str] | None:
    """Match how much more often another act was done: 较上年|多检出|2例."""
    return None if r.ratio or r.followed else MORE_DONE.fullmatch(r.view, start, r.number)


def verb_first(r: Reading, start: int, *, counts: bool) -> regex.Match[str] | None:
    """Match a subject that opens with the verb of its change.

    A rate may be raised or cut where nothing behind it says how it moved; of a number that
    ``counts`` fewer may have come to harm.
    """
    if r.ratio:
        to = REACHING.search(r.view, r.end, r.number)  # 提高教师占比|至|85%
        return None if r.moved or to else RAISED.fullmatch(r.view, start, r.end)
    return FEWER.fullmatch(r.view, start, r.end) if counts else None
