"""Names for values: from the words of the mention, and from what the sentence has named before."""

from __future__ import annotations

from pipeline.extract import lists, measures, names, subjects
from pipeline.extract.drafts import Draft, stem
from pipeline.extract.kinds import FRACTION
from pipeline.extract.mentions import LIST_OPENERS, Mention, Sentence
from pipeline.extract.predicates import RATIOS
from pipeline.extract.subjects import Head
from pipeline.lexicon import words
from pipeline.patterns import clauses as c
from pipeline.records import Span

# How many indicators back a figure may belong to one; keeps a sentence of thousands linear.
RECENT = 40
_OUTCOMES = frozenset(words("outcome"))
_SAME_THING = {"产量": "产", "总产": "产", "总产量": "产", "单产": "产", "规模": "产", "银牌": "牌", "铜牌": "牌"}
_CLOSED = frozenset(words("closed"))
_TRANSITIVE = frozenset(words("transitive"))


class Naming:
    """Names the values of one sentence; ``drafts`` grows as the sentence is read, and is what elided names lean on."""

    def __init__(self, sentence: Sentence, drafts: list[Draft]) -> None:
        self._sentence, self._drafts = sentence, drafts

    def named(self, group: list[Mention], owner: Mention, head: Head, subject: Span, behind: Span) -> list[Draft]:
        """A draft for each value of ``group``; ``owner`` has the subject, ``head`` and ``subject`` are it read, ``behind`` the words behind the last."""
        lead, count = group[0], len(group)
        share = self._share(lead, subject)
        if share:
            return [Draft(share, head.scope, "share", owner) for _ in group]
        if count == 1 and not self._sentence.text(behind) and (self._sentence.nothing(owner.subject) or c.BARE_CLASSIFIER.search(self._sentence.text(subject))):
            behind = lists.shared_behind(self._sentence, lead)
        subject = lists.without_whom(self._sentence, lead, subject)
        name = self._done_for(lead, behind) or self._among(lead, behind) or names.compose(self._sentence.view, subject, behind, self._sentence.edges)
        if count == 1:
            name += lists.shared_noun(self._sentence, lead)
        verb = self._sentence.view[head.action.start : head.action.end] if head.action.end <= subject.end else ""
        rule = "behind" if self._sentence.text(behind) else "subject"
        if not name:
            pending = self._sentence.pending(owner)
            name, rule = (pending, "pending_clause") if pending else (self._drafts[-1].name, "inherited") if self._drafts else ("", "none")
        if name in _TRANSITIVE and not self._sentence.text(behind):
            name, rule = self._object(name, owner, lead), "inherited_object"
        if count == 1 and lead.unit.endswith("元") and c.GIVES.search(name):
            name += self._sentence.purpose(lead)
        carried = self._carried(lead, head, behind)
        if carried and not name.startswith(carried):
            name, rule, verb = carried + name, "carried_action", carried
        shared = measures.share_out(name, count, self._sentence.cut(name)) if count > 1 else [name]
        if count > 1:
            rule = "shared_list" if len(set(shared)) == count else "shared_name"
        drafts = [Draft(self.completed(n, owner), head.scope, rule, owner) for n in shared]
        for draft, n in zip(drafts, shared, strict=True):
            draft.action, draft.within, draft.completed = verb, head.within, draft.name != n
        return drafts

    def _done_for(self, lead: Mention, behind: Span) -> str:
        """为508名|被执行人|出具信用修复证明, 对7所|学校、2家|卫生院|开展内部审计: what was done, then to whom."""
        view, last = self._sentence.view, lists.behind_whom(self._sentence, lead)
        done = names.act_behind(view, last, self._sentence.edges) if last else None
        if done is None:
            return ""
        act, whom = done
        return subjects.tidy(view[act.start : act.end] + (whom if last == behind else names.words_behind(view, behind)))

    def _among(self, lead: Mention, behind: Span) -> str:
        """11家|重点企业|中有7家|减产, 停业的民宿|中已有41家|恢复营业: of whom, then what they did."""
        left = lead.figure.left
        among = c.AMONG.match(self._sentence.view, *left)
        after = names.words_behind(self._sentence.view, behind) if among else ""
        if not among or not after:
            return ""
        start = left.start if lead.position else self._sentence.head(Span(left.start, among.start())).start
        return subjects.tidy(self._sentence.view[start : among.start()] + after)

    def completions(self, group: list[Mention], owner: Mention) -> list[Draft]:
        """为年度目标的107%, 分别完成任务的101%和102%: how far what was named just before came; none where the words say something else."""
        if group[0].unit != "%" or not c.COMPLETION.fullmatch(self._sentence.text(owner.subject).removeprefix("分别")):
            return []
        count = len(group)
        wholes = [draft.name for draft in self._drafts[-count:]] if len(self._drafts) >= count else [self._drafts[-1].name if self._drafts else self._sentence.pending(group[0])] * count
        return [Draft(f"{whole}目标完成率", None, "share", owner) for whole in wholes] if all(wholes) else []

    def _share(self, lead: Mention, subject: Span) -> str:
        """占全国比重: a share says of what; without a part of its own it is a share of the indicator before."""
        text = self._sentence.text(subject)
        if lead.unit != "%" and lead.figure.numeral.rule != FRACTION:
            return ""
        match = c.SHARE.match(text)
        if not match:
            return ""
        part = match["part"] or (self._drafts[-1].name if self._drafts else self._sentence.pending(lead))
        return subjects.tidy(f"{part}占{match['whole']}比重" if match["whole"] else f"{part}占比")

    def _object(self, verb: str, owner: Mention, lead: Mention) -> str:
        """新开工保障性安居工程666万套，基本建成|544万套: a verb alone counts the object of the figure before it."""
        for draft in reversed(self._drafts[-RECENT:]):
            if draft.value is not None and draft.value.unit == lead.unit:
                return verb + draft.name.removeprefix(draft.action)
        pending = self._sentence.pending(owner)
        return verb + pending if len(pending) <= 16 else verb

    def _carried(self, lead: Mention, head: Head, behind: Span) -> str:
        """淘汰落后炼钢产能1691万吨、|炼铁产能2113万吨: the verb of the item before governs this one too."""
        if not self._drafts or not self._drafts[-1].action or self._drafts[-1].action in _CLOSED or head.action.end > head.action.start or lead.said.role != "value":
            return ""
        before = self._drafts[-1]
        same_unit = before.value is not None and before.value.unit == lead.unit
        listed = lead.opener in LIST_OPENERS and (same_unit or not measures.is_measure(self._sentence.text(self._sentence.subject_of(lead))))
        plain_list = lead.opener == "，" and same_unit and not lead.said.said and not self._told(lead, behind)
        if head.within and (own := c.ACTION.match(names.words_behind(self._sentence.view, behind))) and own.end() > 1:  # 其中4人|分别判处有期徒刑
            return ""
        if not (listed or plain_list or head.within) or lead.unit in ("%", "‰", "倍"):
            return ""
        return before.action

    def _told(self, lead: Mention, behind: Span) -> bool:
        """，完成合法性审查1097件, ，8家企业|获评智能工厂: whether the item has a verb of its own, at its opening or behind the number."""
        view = self._sentence.view
        opens = c.LIGHT_VERB.match(view[lead.subject.start : lead.subject.end].lstrip())
        return bool(opens) or names.verb_behind(view, behind, names.words_behind(view, behind), self._sentence.edges) is not None

    def completed(self, name: str, mention: Mention) -> str:
        """死亡 after 一般程序道路交通事故 → 一般程序道路交通事故死亡."""
        bracketed = mention.opener == "（" and name in _OUTCOMES  # （已完成56条）
        if not measures.dependent(name) and not bracketed:
            return name
        governor = next((draft for draft in reversed(self._drafts[-RECENT:]) if self._governs(draft, mention)), None)
        if governor is None:
            return name + self._sentence.pending(mention) if c.PER_HEAD.fullmatch(name) else name
        if c.PER_HEAD.fullmatch(name):
            return name + governor.name.removeprefix(governor.action)
        if governor.name.endswith(name):
            return name
        whole = stem(governor.name)
        if governor.action and name.startswith(governor.action):  # 整改案件…整改率
            whole = whole.removeprefix(governor.action)
        elif name[:2] == whole[-2:]:  # 房屋签约…签约率
            whole = whole[:-2]
        elif name in _SAME_THING and (last := c.GIVES_WAY[_SAME_THING[name]].search(whole)):
            whole = whole[: last.start()]
        return whole + name

    def _governs(self, draft: Draft, mention: Mention) -> bool:
        """Whether a draft may complete a name: it stands on its own, is no ratio, and not in a bracket that the mention is outside of."""
        alone = not draft.completed and not measures.dependent(draft.name) and not c.PER_HEAD.match(draft.name)
        return alone and (mention.bracketed or not draft.mention.bracketed) and not (draft.value and draft.value.unit in RATIOS)
