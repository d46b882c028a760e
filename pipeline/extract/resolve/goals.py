"""Goals told beside what was done: 年初计划引进5人，实际引进3人; 管理率71%（目标64%）; 控制在65%的警戒线以内."""

from __future__ import annotations

import regex

from pipeline.extract.mentions import Mention
from pipeline.extract.phrase import NOTHING, Phrase
from pipeline.extract.resolve.state import Setting, State
from pipeline.patterns import clauses as c
from pipeline.records import Span

# 年初|计划|引进领军人才5人，实际引进3人
_PLAN_OPENS = r"(?:年初|原定?|年度|全年|今年|(?:20|19)\d\d年)?(?P<due>计划|目标|拟定?|预计)(?!(?:总|年度)?投资)"
PLANNED_FIRST = regex.compile(rf"\s{{0,4}}+{_PLAN_OPENS}(?=[\p{{Han}}“]{{2}})")
PLAN_NAMED = regex.compile(rf"^{_PLAN_OPENS}(?=[\p{{Han}}“]{{2}})")
# 管理率71%（|目标|64%）
DUE_ALONE = regex.compile(r"\s{0,4}+(?:年度|全年|年初|省定?|市定?|国家|规划)?(?:目标|计划|任务|指标)[值数]?[为：:≥]?\s?")
# 控制在65%|的警戒线以内|
LIMIT = regex.compile(r"目标|红线|上限|警戒线|计划|指标|任务")
HELD = regex.compile(r"控制|保持|稳定")
DONE = regex.compile(r"^(?:实际|实)")


def beside_what_was_done(setting: Setting, mention: Mention) -> Span | None:
    """Find the word that makes a number a goal where 实际 tells behind it what was done."""
    view, left, end = setting.view, mention.figure.left, mention.figure.end
    if mention.bracketed and DUE_ALONE.fullmatch(view, *left):
        return Span(*left)
    if not c.DONE_OF_DUE.match(view, end):
        return None
    match = c.DUE.match(view, *left) or PLANNED_FIRST.match(view, *left)
    if match:
        return Span(*match.span("due"))
    told = view[end : end + 1] in "，；" and mention.said.bound in ("min", "max")
    return mention.said.cue("bound") if told else None  # 占比|不低于|70%，实际达78%


def held_within(setting: Setting, mention: Mention) -> Span | None:
    """Find the limit that what was told before is held within: 负债率58%，控制在65%|的警戒线以内|."""
    at = mention.figure.bound_at
    told = mention.cell and setting.sentence.cells[mention.cell - 1].figures
    if at is None or not told or mention.position or mention.opener != "，":
        return None
    limit = LIMIT.search(setting.view, *at) and HELD.search(setting.view, *mention.figure.left)
    return at if limit else None


def due_in_bracket(setting: Setting, state: State, lead: Mention) -> Phrase:
    """Name a goal in a bracket by what stands before it: 管理率71%（|目标64%|）; NOTHING for others."""
    alone = lead.bracketed and DUE_ALONE.fullmatch(setting.view, *lead.figure.left)
    return state.last.name.by("inherited") if alone and state.last else NOTHING


def without_the_plan(state: State, name: Phrase, *, goal: bool) -> Phrase:
    """Take what says planned or done off a name: |年初计划|引进领军人才5人，|实际|引进3人."""
    if goal:
        return name.without(PLAN_NAMED, count=1)
    last = state.last
    if last is None or last.goal is None or not DONE.match(name):
        return name
    done = name.without(DONE, count=1)
    return last.name.by("inherited") if last.name.startswith(done) else done
