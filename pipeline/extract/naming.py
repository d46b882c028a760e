"""Names for values: from the words of the mention, and from what the sentence has named before."""

from __future__ import annotations

from pipeline.extract import lists, measures, names, subjects
from pipeline.extract.drafts import Draft, stem
from pipeline.extract.kinds import FRACTION
from pipeline.extract.mentions import LIST_OPENERS, Mention, Sentence
from pipeline.extract.phrase import NOTHING, Phrase, supplied, take
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
    """Names the values of one sentence.

    ``drafts`` grows as the sentence is read, and is what elided names lean on.
    """

    def __init__(self, sentence: Sentence, drafts: list[Draft]) -> None:
        self._sentence, self._drafts = sentence, drafts

    def named(
        self, group: list[Mention], owner: Mention, head: Head, subject: Span, behind: Span
    ) -> list[Draft]:
        """Draft each value of ``group``.

        ``owner`` has the subject, ``head`` and ``subject`` are it read, ``behind`` is the words
        behind the last number.
        """
        lead, count = group[0], len(group)
        if share := self._share(lead, subject):
            return [Draft(share, head.scope, owner) for _ in group]
        alone = count == 1 and not self._sentence.text(behind)
        classified = c.BARE_CLASSIFIER.search(self._sentence.text(subject))
        if alone and (self._sentence.nothing(owner.subject) or classified):
            behind = lists.shared_behind(self._sentence, lead)
        name = self._worded(group, owner, lists.without_whom(self._sentence, lead, subject), behind)
        verb = ""
        if head.action.end <= subject.end:
            verb = self._sentence.view[head.action.start : head.action.end]
        carried = self._carried(lead, head, behind)
        if carried and not name.startswith(carried):
            name, verb = carried + name, str(carried)
        shared = [name]
        if count > 1:
            shared = measures.share_out(name, count, self._sentence.cut(name))
        drafts = []
        for own in shared:
            full = self.completed(own, owner)
            drafts.append(
                Draft(
                    full,
                    head.scope,
                    owner,
                    action=verb,
                    within=head.within,
                    completed=full != own,
                )
            )
        return drafts

    def _worded(
        self, group: list[Mention], owner: Mention, subject: Span, behind: Span
    ) -> Phrase:
        """Compose the name of a group from its words, or from those of the figure before it."""
        lead, sentence = group[0], self._sentence
        name = (
            self._done_for(lead, behind)
            or self._among(lead, behind)
            or names.compose(sentence.view, subject, behind, sentence.edges)
        )
        if len(group) == 1:
            name += lists.shared_noun(sentence, lead)
        name = name or sentence.pending(owner)
        if not name and self._drafts:
            name = self._drafts[-1].name.by("inherited")
        if name in _TRANSITIVE and not sentence.text(behind):
            name = self._object(name, owner, lead)
        if len(group) == 1 and lead.unit.endswith("元") and c.GIVES.search(name):
            name += sentence.purpose(lead)
        return name

    def _done_for(self, lead: Mention, behind: Span) -> Phrase:
        """为508名|被执行人|出具信用修复证明: what was done, then to whom."""
        view, last = self._sentence.view, lists.behind_whom(self._sentence, lead)
        done = names.act_behind(view, last, self._sentence.edges) if last else None
        if done is None:
            return NOTHING
        act, whom = done
        if last != behind:
            whom = names.words_behind(view, behind)
        return subjects.tidy(take(view, act, "act_behind") + whom)

    def _among(self, lead: Mention, behind: Span) -> Phrase:
        """11家|重点企业|中有7家|减产, 停业的民宿|中已有41家|恢复营业: of whom, then what they did."""
        view, left = self._sentence.view, lead.figure.left
        among = c.AMONG.match(view, *left)
        after = names.words_behind(view, behind) if among else NOTHING
        if not among or not after:
            return NOTHING
        start = left.start
        if not lead.position:
            start = self._sentence.head(Span(left.start, among.start())).start
        return subjects.tidy(take(view, Span(start, among.start()), "among") + after)

    def completions(self, group: list[Mention], owner: Mention) -> list[Draft]:
        """Name completion rates (完成年度目标的107%) by what was named just before.

        None where the phrase is not about a target.
        """
        own = self._sentence.text(owner.subject).removeprefix("分别")
        if group[0].unit != "%" or not c.COMPLETION.fullmatch(own):
            return []
        count = len(group)
        if len(self._drafts) >= count:
            wholes = [draft.name for draft in self._drafts[-count:]]
        elif self._drafts:
            wholes = [self._drafts[-1].name] * count
        else:
            wholes = [self._sentence.pending(group[0])] * count
        if not all(wholes):
            return []
        at = owner.figure.numeral.span.start
        rate = supplied("目标完成率", at, "completion")
        return [Draft(whole.by("inherited") + rate, None, owner) for whole in wholes]

    def _share(self, lead: Mention, subject: Span) -> Phrase:
        """占全国比重: a share says of what; without a part of its own it is one of the last indicator."""
        text = self._sentence.text(subject)
        if lead.unit != "%" and lead.figure.numeral.rule != FRACTION:
            return NOTHING
        match = c.SHARE.match(text)
        if not match:
            return NOTHING
        part = text[slice(*match.span("part"))]
        if not part:
            part = self._drafts[-1].name.by("inherited") if self._drafts else self._sentence.pending(lead)
        of = text[match.end("part") :].without(c.OF)
        whole = of[: 1 + len(match["whole"])] if match["whole"] else of[:1]
        noun = "比重" if match["whole"] else "比"
        return subjects.tidy(part + whole + supplied(noun, lead.figure.numeral.span.start, "share"))

    def _object(self, verb: Phrase, owner: Mention, lead: Mention) -> Phrase:
        """新开工保障性安居工程666万套，基本建成|544万套: a verb alone counts the last object."""
        for draft in reversed(self._drafts[-RECENT:]):
            if draft.value is not None and draft.value.unit == lead.unit:
                return verb + draft.name.removeprefix(draft.action).by("inherited_object")
        pending = self._sentence.pending(owner)
        return verb + pending if len(pending) <= 16 else verb

    def _carried(self, lead: Mention, head: Head, behind: Span) -> Phrase:
        """淘汰落后炼钢产能1691万吨、|炼铁产能2113万吨: the verb of the item before governs this too."""
        if not self._drafts or lead.said.role != "value" or head.action.end > head.action.start:
            return NOTHING
        before = self._drafts[-1]
        if not before.action or before.action in _CLOSED or lead.unit in ("%", "‰", "倍"):
            return NOTHING
        own = c.ACTION.match(names.words_behind(self._sentence.view, behind))
        if head.within and own and own.end() > 1:  # 其中4人|分别判处有期徒刑
            return NOTHING
        if not (head.within or self._in_list(lead, before, behind)):
            return NOTHING
        at = before.name.find(before.action)
        if at < 0:
            return supplied(before.action, lead.figure.numeral.span.start, "gapping")
        return before.name[at : at + len(before.action)].by("gapping")

    def _in_list(self, lead: Mention, before: Draft, behind: Span) -> bool:
        """Tell whether a figure stands in one list with the figure before it."""
        same_unit = before.value is not None and before.value.unit == lead.unit
        if lead.opener in LIST_OPENERS:
            subject = self._sentence.text(self._sentence.subject_of(lead))
            return same_unit or not measures.is_measure(subject)
        plain = lead.opener == "，" and not lead.said.said
        return plain and same_unit and not self._told(lead, behind)

    def _told(self, lead: Mention, behind: Span) -> bool:
        """，完成合法性审查1097件, ，8家企业|获评智能工厂: whether the item has a verb of its own."""
        view = self._sentence.view
        opens = c.LIGHT_VERB.match(view[lead.subject.start : lead.subject.end].lstrip())
        after = names.words_behind(view, behind)
        return bool(opens) or names.verb_behind(view, behind, after, self._sentence.edges) is not None

    def completed(self, name: Phrase, mention: Mention) -> Phrase:
        """死亡 after 一般程序道路交通事故 → 一般程序道路交通事故死亡."""
        bracketed = mention.opener == "（" and name in _OUTCOMES  # （已完成56条）
        if not measures.dependent(name) and not bracketed:
            return name
        recent = reversed(self._drafts[-RECENT:])
        governor = next((draft for draft in recent if self._governs(draft, mention)), None)
        per_head = c.PER_HEAD.fullmatch(name)
        if governor is None:
            return name + self._sentence.pending(mention) if per_head else name
        if per_head:
            return name + governor.name.removeprefix(governor.action).by("ellipsis")
        if governor.name.endswith(name):
            return name
        return _governing(governor, name) + name

    def _governs(self, draft: Draft, mention: Mention) -> bool:
        """Tell whether a draft may complete a name.

        It stands on its own, is no ratio, and not in a bracket that the mention is outside of.
        """
        if draft.completed or measures.dependent(draft.name) or c.PER_HEAD.match(draft.name):
            return False
        if draft.value and draft.value.unit in RATIOS:
            return False
        return mention.bracketed or not draft.mention.bracketed


def _governing(governor: Draft, name: Phrase) -> Phrase:
    """Give of a governor what goes before a name that leans on it."""
    whole = stem(governor.name)
    if governor.action and name.startswith(governor.action):  # 整改案件…整改率
        whole = whole.removeprefix(governor.action)
    elif name[:2] == whole[-2:]:  # 房屋签约…签约率
        whole = whole[:-2]
    elif name in _SAME_THING and (last := c.GIVES_WAY[_SAME_THING[name]].search(whole)):
        whole = whole[: last.start()]
    return whole.by("ellipsis")
