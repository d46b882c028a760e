"""What the items of a list share: gapped verbs and modifiers, second lists, wholes and parts."""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex

from pipeline.extract import actions, lists, measures, names
from pipeline.extract.mentions import LIST_OPENERS, Mention
from pipeline.extract.phrase import NOTHING, Phrase, supplied
from pipeline.extract.predicates import RATIOS
from pipeline.extract.resolve import bare_acts, ellipsis, so_far, units
from pipeline.extract.resolve.shared_heads import LENT
from pipeline.extract.resolve.state import Setting, State
from pipeline.extract.row import Row
from pipeline.extract.subjects import Head
from pipeline.lexicon import words
from pipeline.patterns import clauses as c
from pipeline.records import Span

# 城镇|新增|就业: an item that counts what is new has a verb of its own
NEW_WITHIN = re.compile(r"(?:新增|净增)(?![加长减幅速])")

# 落实好21项实事，用心用情用力|办好|市本级16项实事: a verb of its own behind how it was done
ACTS_WELL = re.compile(r"[办做用建管抓守护打讲种学]好(?=[\u4e00-\u9fff])")
HOW_OPEN = regex.compile(rf"(?:直接|间接|另外?|再|还|又|同时|实际|同步)(?={c.ACTION.pattern})")
# |为中小微企业|投放贷款785亿元、融资担保42亿元: for whom all in a list was done
BENEFICIARY = regex.compile(
    rf"(?P<whom>[为给]\p{{Han}}{{0,10}}?\L<whom>)(?={c.ACTION.pattern}|投放|办理|提供|减免|授信)",
    whom=[*words("people"), "企业", "农户", "商户", "工商户", "用户", "家庭", "主体"],
)
# |提出|抗诉8件, |完成|审查97件: a verb of its own, which its name leaves out
LED_BY = regex.compile(r"\s*(?:实现|完成|提出|造成|导致|发生|取得)了?(?=(?!的)\p{Han}{2})")
DENIED = regex.compile(r"^(?:不予|未予|免予|暂不|不再)")
_SHORTEST_ITEM = 2
_NOMINAL = frozenset(words("verbal_noun"))
_TOTALS = frozenset(("总数", "总量", "总计", "合计", "总规模", "总里程"))
_LIGHT_ACTS = frozenset(words("light_act"))
_CAME_IN = words("came_in")
_CLOSED = frozenset(words("closed"))
_BECOMES = words("becomes")
_LEAVES = frozenset(words("leaves"))
_OUTCOMES = frozenset(words("outcome"))


def for_whom(setting: Setting, state: State, lead: Mention) -> Phrase:
    """Give for whom an item of a list was done, where the first says it: 为中小微企业|延期还款24亿元."""
    before = state.before(lead)
    if before is None or before.value is None or lead.opener not in LIST_OPENERS:
        return NOTHING
    whom = BENEFICIARY.match(before.name)
    again = BENEFICIARY.match(setting.sentence.text(lead.subject))
    alike = whom and not again and before.value.unit == lead.unit
    return before.name[: whom.end()].by("gapping") if whom and alike else NOTHING


def carried(setting: Setting, state: State, lead: Mention, head: Head, behind: Span) -> Phrase:
    """Give the verb that an item of a list leaves out.

    淘汰落后炼钢产能1691万吨、|炼铁产能2113万吨: the verb of the item before governs this too.
    """
    before = _lender(state, lead, head)  # 查处酒驾1286起（醉驾638起），|超速|4210起
    if before is None or lead.said.role != "value" or lead.unit in RATIOS:
        return NOTHING
    own_verb = setting.view[head.action.start : head.action.end]
    if own_verb and own_verb not in _NOMINAL:  # 改造供热管网1287公里、|供水管网|105公里
        return NOTHING
    if not _hands_on(before, lead, head) or _counts_apart(setting, before, lead, head):
        return NOTHING
    item = setting.sentence.text(Span(head.start, lead.subject.end))
    rest = before.name.removeprefix(before.action)
    apart = lead.opener == "，" and not head.within
    if apart and rest and item != rest and item.endswith(str(rest)):
        return NOTHING  # 续建项目7个，|前期项目|15个
    done = names.words_behind(setting.view, behind)
    if lead.opener not in LIST_OPENERS and lists.is_joint_act(done):  # 收到举报9件，线索3件|办结
        return NOTHING
    own = c.ACTION.match(done)
    alone = lead.opener not in LIST_OPENERS and setting.sentence.nothing(lead.subject)
    if own and own.end() > 1 and (head.within or alone):
        return NOTHING  # 其中4人|分别判处有期徒刑, 另6处|落实管控措施
    if _ends_in_act(setting, lead):  # 提出抗诉9件，法院采纳|31件
        return NOTHING
    if not (head.within or _in_list(setting, lead, before, behind)):
        return NOTHING
    at = before.name.find(before.action)
    if at < 0:
        return supplied(before.action, lead.figure.numeral.span.start, "gapping")
    return before.name[at : at + len(before.action)].by("gapping")


def _lender(state: State, lead: Mention, head: Head) -> Row | None:
    """Give the row whose verb an item may leave out: of a part the last that is counted like it.

    查处违法8万起，暂扣车辆960辆，其中|酒驾|1500起: of those looked into; none where none is, as in
    吊销驾驶证1163本，其中|终生禁驾|27人; of cases, 71件89人, those concerned are no object.
    """
    before = state.before(lead)
    if before is None or not head.within:
        return before
    rows = [row for row in reversed(state.recent) if lead.bracketed or not row.mention.bracketed]
    alike = (
        at for at, row in enumerate(rows) if row.value and units.of_whole(row.value.unit, lead.unit)
    )
    at = next(alike, None)
    if at is None:
        return None
    before = rows[at + 1] if units.of_people(lead.unit) and rows[at].mention.position else None
    return None if before and before.name == rows[at].name else rows[at]


def _hands_on(before: Row, lead: Mention, head: Head) -> bool:
    """Tell whether the verb of a row may govern the next item: it acts, and upon something.

    Not 关闭|9家，期末门店143家; 信访|总量4126件，其中来信; 资助|率16.8%，其中面上项目19项; nor
    改判12件、|发回重审|5件, 采纳建议11件，|诉讼监督|9件, where the row says nothing of its own to act upon.
    """
    rest = before.name.removeprefix(before.action)
    if not before.action or before.action in _CLOSED:
        return False
    if before.value is not None and before.value.unit in RATIOS:
        return False
    if "的" in rest and head.within:  # 享受补助的优抚对象，其中|残疾军人|: the verb says which
        return False
    if before.name.last_rule == "inherited_object" and not head.within:
        return False
    return bool(rest) and str(rest) != measures.measure_of(rest)


def _counts_apart(setting: Setting, before: Row, lead: Mention, head: Head) -> bool:
    """Tell whether an item says itself how it counts: 吸引毕业生7万人，|城镇新增就业|13万人.

    Also 改造易涝点5处，|剩余|2处; 立案2.34万件，|结案|2.29万件; 新增会员1200人，|累计会员|8.7万人.
    """
    if NEW_WITHIN.search(setting.view, *lead.subject) or so_far.said(setting, lead):
        return True
    left = lead.figure.left
    if ellipsis.REST.search(setting.view, *left) or c.PER_ALONE.fullmatch(setting.view, *left):
        return True
    if head.scope and lead.opener == "，":  # 培训干部430人次，全系统|干部268名
        return True
    if bare_acts.STANDING.match(setting.view, head.start, lead.subject.end):
        return True
    own = setting.sentence.text(Span(head.start, lead.subject.end))
    # 新设企业86户，|每千人拥有企业|126户
    if ACTS_WELL.search(own) or own in _TOTALS or own.startswith("每"):
        return True
    # 减免担保费1亿元、|延期还款|24亿元; 销售彩票756亿元，|直接接收捐赠款|41亿元
    if LENT.search(own) or HOW_OPEN.match(own) or c.PER_START.match(own):
        return True
    if before.action in own:  # 救助群众860人次，其中|临时救助|32人次
        return True
    # 引进内资9亿元，|实际利用外资|2亿美元; 取消用工1200人，其中|转为|正式工; 出栏163万头、|存栏|97万头
    if own.startswith((*_CAME_IN, *_BECOMES)) or own in measures.TWINS:
        return True
    apart = _CLOSED | _LEAVES | _OUTCOMES | _LIGHT_ACTS  # 清理合同6248份、|规范|1937份
    return own in apart


def _ends_in_act(setting: Setting, lead: Mention) -> bool:
    """Tell whether an item says an act of its own right before its number."""
    span, edges = setting.sentence.subject_of(lead), setting.sentence.edges
    start = actions.trailing_action(setting.view, span, edges)
    return span.start < start < span.end and setting.view[start : span.end].strip() not in _NOMINAL


def _in_list(setting: Setting, lead: Mention, before: Row, behind: Span) -> bool:
    """Tell whether a figure stands in one list with the figure before it."""
    same_unit = before.value is not None and before.value.unit == lead.unit
    if lead.opener in LIST_OPENERS:
        subject = setting.sentence.text(setting.sentence.subject_of(lead))
        return same_unit or not measures.is_measure(subject) or (
            subject.endswith("面积") and not measures.dependent(subject)
        )
    plain = lead.opener == "，" and not lead.said.said
    alike = same_unit or _of_one_kind(setting, lead, before)
    return plain and alike and not _told(setting, lead, behind)


def _of_one_kind(setting: Setting, lead: Mention, before: Row) -> bool:
    """新增|学位2150个，医疗床|位100张: whether an item opens or ends as the one before it does."""
    own = setting.sentence.text(setting.sentence.subject_of(lead))
    rest = before.name.removeprefix(before.action)
    if len(own) < _SHORTEST_ITEM or len(rest) < _SHORTEST_ITEM or measures.is_measure(own):
        return False
    return own[0] == rest[0] or own[-1] == rest[-1]


def _told(setting: Setting, lead: Mention, behind: Span) -> bool:
    """，完成合法性审查1097件, ，8家企业|获评智能工厂: whether the item has a verb of its own."""
    view = setting.view
    opens = LED_BY.match(view, *lead.subject)
    said = setting.sentence.text(setting.sentence.subject_of(lead))
    own = c.ACTION.match(said.without(DENIED, count=1))  # |不予|处罚轻微违法案件8起
    if own and own.end() > 1 and own.group() not in _NOMINAL:  # 招聘教师120名，|引进|人才36名
        return True
    after = names.words_behind(view, behind)
    verb = names.verb_behind(view, behind, after, setting.sentence.edges)
    return bool(opens) or verb is not None


def items_of(shared: Sequence[Phrase], action: str) -> list[Phrase]:
    """Give of names that a list shares out what tells each from the others: 民事 of 民事案件."""
    tail = 0
    shortest = min(len(name) for name in shared)
    while tail < shortest and len({name[-tail - 1] for name in shared}) == 1:
        tail += 1
    while tail and min(len(name) for name in shared) - tail < _SHORTEST_ITEM:
        tail -= 1  # 民事案件, 刑事案件: 事 is of the words that differ
    own = [name[: len(name) - tail] for name in shared]
    return [(item.removeprefix(action) if action else item) for item in own]
