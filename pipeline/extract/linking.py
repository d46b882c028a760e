"""The figures of one sentence into indicators: which number is the value, the change or the rank of what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from pipeline.extract import names, periods
from pipeline.extract.clauses import Cell, Figure
from pipeline.extract.names import Head
from pipeline.extract.numerals import FRACTION
from pipeline.extract.periods import When
from pipeline.extract.predicates import RATIOS, Predicate, predicate
from pipeline.lexicon import words
from pipeline.patterns import clauses as c
from pipeline.records import Basis, Bound, Change, Indicator, Part, Quantity, Span

_CENT = Decimal("0.01")
_LIST_OPENERS = frozenset(("、", "和", "与", "及", "以及", "并", "或"))


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure with what is said of it: its predicate, the words behind it, and the cell it stands in."""

    figure: Figure
    said: Predicate
    subject: Span
    behind: Span
    cell: int
    opener: str
    first_in_cell: bool


@dataclass(slots=True)
class Draft:
    """An indicator under construction; it never leaves this module."""

    name: str
    scope: str | None
    rule: str
    mention: Mention
    confidence: float
    action: str = ""
    value: Quantity | None = None
    base: Quantity | None = None
    changes: list[Change] = field(default_factory=list)
    moves: list[Mention] = field(default_factory=list)
    rank: Quantity | None = None
    increment: bool = False
    completed: bool = False
    year: int = 0
    within: bool = False


# How many indicators back a figure may belong to one; keeps a sentence of thousands linear.
_RECENT = 40
_SPEAKING = frozenset(("moved", "to", "peer", "compared", "shifted", "grown", "basis", "rank", "level"))
_TRANSITIVE = frozenset(words("transitive"))


class Sentence:
    """One sentence: its text, its words' edges, and the times that hold in it."""

    def __init__(self, view: str, span: Span, cells: Sequence[Cell], edges: Sequence[bool], part: Part, years: tuple[int | None, int | None]) -> None:
        self.view, self.span, self.cells, self.edges, self.part = view, span, cells, edges, part
        self.review, self.plan = years
        self.drafts: list[Draft] = []
        self._times: list[When | None] = []  # for each cell the time said at its head, else at the head of one before it
        compared = c.COMPARED_WITH.search(view, *span)
        self._compared_from = compared.end() if compared else span.end
        yearly = view.find("每年", *span)
        self._yearly_from = yearly if yearly >= 0 else span.end
        self._last_basis: Basis | None = None

    # -- reading ---------------------------------------------------------------------------------------------------

    def mentions(self) -> list[Mention]:
        """Every figure with its predicate; the words between two figures of a cell go to the one they belong to."""
        found: list[Mention] = []
        for index, cell in enumerate(self.cells):
            nexts = [figure.numeral.span.start for figure in cell.figures[1:]] + [cell.span.end]
            if not cell.figures:
                continue
            said = [predicate(self.view, f.left, f.numeral, self.edges, followed=bool(self.view[f.end : n].strip())) for f, n in zip(cell.figures, nexts, strict=True)]
            for i, figure in enumerate(cell.figures):
                subject = said[i].subject if i == 0 else self._between(said[i], bool(self._text(Span(figure.end, nexts[i]))))[1]
                if i + 1 == len(cell.figures):
                    behind = Span(figure.end, cell.span.end)
                else:
                    following = bool(self._text(Span(cell.figures[i + 1].end, nexts[i + 1])))
                    behind = self._between(said[i + 1], following)[0]
                    if self._speaks(said[i + 1]) and not self._nothing(subject):
                        behind = Span(figure.end, figure.end)
                before = self.view[figure.left.start : figure.left.end].rstrip()[-1:]
                opener = cell.opener if i == 0 else before if before in _LIST_OPENERS else ""
                found.append(Mention(figure, said[i], self._trimmed(subject), behind, index, opener, i == 0))
        return found

    def _speaks(self, said: Predicate) -> bool:
        return any(kind in _SPEAKING for kind in said.said)

    def _between(self, said: Predicate, followed: bool) -> tuple[Span, Span]:
        """The words between two figures, as (behind the first, subject of the second): 技改专项资金|支持."""
        span = said.subject
        if self._speaks(said):
            return span, span
        cut = names.trailing_action(self.view, span, self.edges)
        if not followed:  # 重点行业排污许可质量审查|19家, but 批次|1753亩
            return span, span if span.end - span.start > 3 else Span(span.end, span.end)
        return Span(span.start, cut), Span(cut, span.end)

    def _nothing(self, span: Span) -> bool:
        """Whether a subject names nothing of its own: blank, a preposition, an action verb alone."""
        start = self._head(span).start
        text = names.tidy(self.view[start : span.end])
        return not text or self.view[start : span.end].rstrip().endswith("等") or bool(c.PREPOSITION_TAIL.fullmatch(text)) or names.action(self.view, Span(start, span.end), self.edges).end >= span.end

    def _head(self, span: Span) -> Head:
        return names.head(self.view, span, self.edges)

    # -- linking ---------------------------------------------------------------------------------------------------

    def link(self) -> list[Draft]:
        """All drafts of the sentence, in order of their first figure."""
        mentions = self.mentions()
        i = 0
        bases: list[Mention] = []
        while i < len(mentions):
            group = self._list_from(mentions, i)
            i += len(group)
            if group[0].said.origin and i < len(mentions) and group[0].said.role != "change":
                bases = group
                continue
            if bases and group[0].said.role == "rank":  # 由第四升至第三: the earlier rank is an indicator of the year before
                name = self._text(self._subject_of(bases[0])) or (self.drafts[-1].name if self.drafts else self._pending(bases[0]))
                before = self._new([name], bases[0], "subject", 0.85)[0]
                before.rank, before.year = self._quantity(bases[0], bases), -1
                bases = []
            self._place(group, bases)
            bases = []
        return self.drafts

    def _list_from(self, mentions: list[Mention], i: int) -> list[Mention]:
        """The figures that share one predicate: 分别下降14.9%、33.7%、13.1%."""
        group = [mentions[i]]
        for mention in mentions[i + 1 :]:
            before = group[-1]
            bare = mention.subject.end <= mention.subject.start and set(mention.said.said) <= {"bound", "adverb", "from"}
            known = group[0].said.role == "change" and any(d.value and d.value.unit == mention.figure.numeral.unit for d in self.drafts[-_RECENT:])  # 减少5起、4人
            alike = _one_kind(mention.figure.numeral.unit, before.figure.numeral.unit) or group[0].said.shared or known
            if c.LEVEL_VERB.search(self.view, mention.figure.left.start, mention.figure.left.end) and not group[0].said.shared:
                break  # 新增1700公里、|突破7000公里
            if mention.opener in _LIST_OPENERS and mention.first_in_cell and bare and alike and not self._text(before.behind) and mention.said.role != "rank":
                if self._text(mention.behind) and not group[0].said.shared:
                    break
                group.append(mention)
            else:
                break
        return group

    def _text(self, span: Span) -> str:
        return names.tidy(self.view[span.start : span.end])

    def _place(self, group: list[Mention], bases: list[Mention]) -> None:
        lead = group[0]
        owner = bases[0] if bases else lead
        role = self._role(group, owner)
        if role == "value":
            self._values(group, bases, owner)
        else:
            drafts = self._owners(group, owner, role)
            for draft, mention in zip(drafts, group, strict=True):
                if role == "rank":
                    draft.rank = self._quantity(mention, group)
                else:
                    draft.moves.append(mention)
                    self._last_basis = self._basis(mention if mention.said.basis else lead)
                    draft.changes.append(Change(self._signed(mention, group), self._last_basis))

    def _role(self, group: list[Mention], owner: Mention) -> str:
        """A fall of a count is a change beside its level, else a value of its own (农村贫困人口减少245万人)."""
        lead = group[0]
        role = lead.said.role
        unit = lead.figure.numeral.unit
        if role == "change" and lead.said.sign < 0 and unit not in RATIOS and lead.figure.numeral.rule != FRACTION and not {"compared", "peer"} & set(lead.said.said):
            text = self._text(self._subject_of(owner))
            levels = [d for d in self.drafts[-_RECENT:] if d.value is not None and d.value.unit == unit]
            if not any(not text or _related(d.name, text) for d in levels):
                return "value"
        if role == "value" and "grown" in lead.said.said:
            text = self._text(self._subject_of(owner))
            levels = [d for d in self.drafts[-_RECENT:] if d.value is not None and d.value.unit == unit and not d.increment and (not d.action if not text else _related(d.name, text))]
            if levels and not self._text(lead.behind):
                return "change"
        return role

    def _trimmed(self, span: Span) -> Span:
        """经济总量跨过两个万亿元大关、|超过6万亿元: of a subject with a predicate of its own, what stands before that predicate."""
        if self.view[span.start : span.end].rstrip().endswith("、") and (cut := c.CLAUSE_VERB.search(self.view, span.start + 2, span.end)):
            return Span(span.start, cut.start())
        return span

    def _subject_of(self, mention: Mention) -> Span:
        return Span(self._head(mention.subject).start, mention.subject.end)

    def _values(self, group: list[Mention], bases: list[Mention], owner: Mention) -> None:
        lead = group[0]
        head = self._head(owner.subject)
        subject = Span(head.start, owner.subject.end)
        behind = group[-1].behind if len(group) == 1 else Span(lead.figure.end, lead.figure.end)
        text = self._text(subject)
        total = bool(text) and c.TOTAL.fullmatch(text) and bool(self.drafts) and self.drafts[-1].increment
        plain = not text or bool(c.PREPOSITION_TAIL.fullmatch(text)) or total
        if plain and "grown" not in lead.said.said and not names.words_behind(self.view, behind) and self._continue_value(group, bases):
            return
        found = self._named(group, owner, head, subject, behind)
        for position, (mention, draft) in enumerate(zip(group, found, strict=True)):
            draft.value = self._quantity(mention, group)
            if bases:
                draft.base = replace(self._quantity(bases[min(position, len(bases) - 1)], bases), period=self._base_year(bases[0], lead))
            if mention.said.role == "change" and mention.said.sign < 0:
                draft.name += "减少"
            if "grown" in lead.said.said:
                draft.increment = True
                grown = self.view[owner.said.subject.end : mention.figure.numeral.span.start].strip()
                word = "净增" if "净增" in grown else "新增"
                draft.name = draft.name if draft.name.startswith(word) else draft.name + word if self._text(subject) else word + draft.name.removeprefix(draft.action)
            elif head.action.end > head.action.start and self.view[head.action.start : head.action.end] in ("新增", "净增", "净增加"):
                draft.increment = True
            draft.mention = lead if bases else draft.mention
            self.drafts.append(draft)

    def _continue_value(self, group: list[Mention], bases: list[Mention]) -> bool:
        """达到9680亿斤 after 增产291亿斤: the level of the indicator just changed. True where the figures were placed."""
        last = self.drafts[-len(group) :]
        lead = group[0]
        if len(last) < len(group):
            return False
        for draft, mention in zip(last, group, strict=True):
            quantity = self._quantity(mention, group)
            if draft.value is None and (quantity.unit not in ("%",) or draft.rank is None):
                draft.value = quantity
                if bases:
                    draft.base = replace(self._quantity(bases[0], bases), period=self._base_year(bases[0], lead))
            elif draft.increment and draft.value is not None and draft.value.unit == quantity.unit:
                draft.moves.insert(0, draft.mention)
                draft.mention = mention
                draft.changes.insert(0, Change(draft.value, "base" if self.part.start != self.part.end else "yoy"))
                draft.value, draft.increment = quantity, False
                draft.name, draft.action = _level_name(draft.name), ""
            elif c.MILESTONE.match(self.view, mention.figure.end, self.span.end) and draft.value is not None:
                continue
            else:
                self.drafts.append(Draft(draft.name, draft.scope, "inherited", mention, 0.75, draft.action, quantity, within=draft.within))
        return True

    def _owners(self, group: list[Mention], owner: Mention, role: str) -> list[Draft]:
        """The drafts that changes or ranks belong to; new ones where the sentence gives no value for them."""
        head = self._head(owner.subject)
        subject = Span(head.start, owner.subject.end)
        text = self._text(subject)
        count = len(group)
        if not text:
            pending = self._pending(owner)
            if count > 1 and pending and len(names.share_out(pending, count, ())) == count and len(set(names.share_out(pending, count, ()))) == count and len(self.drafts) < count:
                return self._new(names.share_out(pending, count, self._cut(pending)), owner, "pending_list", 0.85)
            if self.drafts and self.drafts[-1].year and role == "rank":
                return self._new([self.drafts[-1].name], owner, "inherited", 0.85)
            if self.drafts:
                units = [m.figure.numeral.unit for m in group]
                if role == "change" and not set(units) & RATIOS and len(set(units)) == len(units):  # each count to the level counted in its unit
                    levels = [next((d for d in reversed(self.drafts[-_RECENT:]) if d.value and d.value.unit == unit), None) for unit in units]
                    if all(levels):
                        return [level for level in levels if level]
                return self._latest(count, owner)
            name = pending or names.tidy(self.view[group[0].behind.start : group[0].behind.end])
            return self._new(names.share_out(name, count, self._cut(name)), owner, "pending_clause", 0.6)
        name = names.compose(self.view, subject, Span(subject.end, subject.end), self.edges)
        if role == "rank" and c.CONTEST.search(contest := self._pending(owner)):
            name = contest
        found = names.share_out(name, count, self._cut(text))
        drafts = []
        for name in found:
            known = self._known(name, role) if not (head.within and role == "rank") else None
            if known is None:
                name = self._completed(name, owner)
                known = self._new([name], owner, "subject" if count == 1 else "shared_list", 0.95 if len(found) == count else 0.7, scope=head.scope)[0]
            drafts.append(known)
        return drafts

    def _latest(self, count: int, owner: Mention) -> list[Draft]:
        """The last ``count`` indicators of the sentence, each for one number; the last one for all where there are fewer."""
        if count == 1:
            return [self.drafts[-1]]
        near = self.drafts[-max(count, _RECENT) :]
        free = [d for d in near if not d.changes] or near
        if len(free) >= count:
            return free[-count:]
        return self._new([self.drafts[-1].name] * count, owner, "inherited", 0.4)

    def _known(self, name: str, role: str) -> Draft | None:
        """The draft of this sentence that has this name; of several that end in it the one with the shortest name."""
        alike = [d for d in self.drafts[-_RECENT:] if _related(d.name, name) and (role == "rank" or d.value is not None)]
        return min(reversed(alike), key=lambda d: (d.name != name, len(d.name)), default=None)

    def _new(self, found: Sequence[str], mention: Mention, rule: str, confidence: float, scope: str | None = None) -> list[Draft]:
        drafts = [Draft(name, scope, rule, mention, confidence) for name in found]
        self.drafts.extend(drafts)
        return drafts

    def _cut(self, text: str) -> tuple[str, ...]:
        """The words of a stretch of the sentence that reads ``text``."""
        at = self.view.find(text, self.span.start, self.span.end)
        if at < 0:
            return (text,)
        stops = [i for i in range(at + 1, at + len(text)) if self.edges[i]]
        return tuple(self.view[a:b] for a, b in zip([at, *stops], [*stops, at + len(text)], strict=True))

    def _pending(self, mention: Mention) -> str:
        """The subject of the cell before, where that cell holds no figure: 城镇居民收入和农村居民收入，|分别增长…"""
        index = mention.cell - 1
        if index < 0 or self.cells[index].figures:
            return ""
        span = self.cells[index].span
        start = self._head(span).start
        text = self.view[start : span.end]
        cut = c.CLAUSE_VERB.search(text)
        return names.tidy(text[: cut.start()] if cut and cut.start() >= 2 else text)

    def _named(self, group: list[Mention], owner: Mention, head: Head, subject: Span, behind: Span) -> list[Draft]:
        lead, count = group[0], len(group)
        share = self._share(lead, subject)
        if share:
            return [self._draft(share, owner, "share", 0.85, head) for _ in group]
        if count == 1 and not self._text(behind) and (self._nothing(owner.subject) or c.BARE_CLASSIFIER.search(self._text(subject))):
            behind = self._shared_behind(lead)
        for_whom = bool(c.FOR_WHOM.search(self.view, lead.figure.left.start, lead.figure.left.end))
        name = names.compose(self.view, subject, behind, self.edges, for_whom=for_whom)
        verb = self.view[head.action.start : head.action.end] if head.action.end <= subject.end else ""
        rule, confidence = ("subject", 0.95) if not self._text(behind) else ("behind", 0.85)
        if not name:
            pending = self._pending(owner)
            name, rule, confidence = (pending, "pending_clause", 0.6) if pending else (self.drafts[-1].name, "inherited", 0.6) if self.drafts else ("", "none", 0.1)
        if name in _TRANSITIVE and not self._text(behind):
            name, rule, confidence = self._object(name, owner, lead), "inherited_object", 0.7
        carried = self._carried(lead, head, behind)
        if carried and not name.startswith(carried):
            name, rule, verb = carried + name, "carried_action", carried
        shared = names.share_out(name, count, self._cut(name)) if count > 1 else [name]
        if count > 1:
            rule, confidence = "shared_list", 0.9 if len(set(shared)) == count else 0.6
        drafts = [self._draft(self._completed(n, owner), owner, rule, confidence, head) for n in shared]
        for draft, n in zip(drafts, shared, strict=True):
            draft.action, draft.within, draft.completed = verb, head.within, draft.name != n
        return drafts

    def _shared_behind(self, lead: Mention) -> Span:
        """首批12项及第二批14项|重点改革, 12类45件|民生实事: the noun behind the last item serves the first as well."""
        figures = self.cells[lead.cell].figures
        position = figures.index(lead.figure)
        if position + 1 < len(figures) and figures[position + 1].numeral.span.start == lead.figure.end:
            return Span(figures[position + 1].end, self.cells[lead.cell].span.end)
        index = lead.cell + 1
        if index < len(self.cells) and self.cells[index].opener in _LIST_OPENERS and len(self.cells[index].figures) == 1:
            figure = self.cells[index].figures[0]
            if figure.numeral.unit == lead.figure.numeral.unit:
                return Span(figure.end, self.cells[index].span.end)
        return lead.behind

    def _draft(self, name: str, mention: Mention, rule: str, confidence: float, head: Head) -> Draft:
        return Draft(name, head.scope, rule, mention, confidence)

    def _share(self, lead: Mention, subject: Span) -> str:
        """占全国比重: a share says of what; without a part of its own it is a share of the indicator before."""
        text = self._text(subject)
        if lead.figure.numeral.unit == "%" and c.COMPLETION.fullmatch(text):  # 为年度目标的107%
            whole = self.drafts[-1].name if self.drafts else self._pending(lead)
            return f"{whole}目标完成率" if whole else ""
        if lead.figure.numeral.unit != "%" and lead.figure.numeral.rule != FRACTION:
            return ""
        match = c.SHARE.match(text)
        if not match:
            return ""
        part = match["part"] or (self.drafts[-1].name if self.drafts else self._pending(lead))
        return names.tidy(f"{part}占{match['whole']}比重" if match["whole"] else f"{part}占比")

    def _object(self, verb: str, owner: Mention, lead: Mention) -> str:
        """新开工保障性安居工程666万套，基本建成|544万套: a verb alone counts the object of the figure before it."""
        for draft in reversed(self.drafts[-_RECENT:]):
            if draft.value is not None and draft.value.unit == lead.figure.numeral.unit:
                return verb + draft.name.removeprefix(draft.action)
        pending = self._pending(owner)
        return verb + pending if len(pending) <= 16 else verb

    def _carried(self, lead: Mention, head: Head, behind: Span) -> str:
        """淘汰落后炼钢产能1691万吨、|炼铁产能2113万吨: the verb of the item before governs this one too."""
        if not self.drafts or not self.drafts[-1].action or head.action.end > head.action.start or lead.said.role != "value":
            return ""
        before = self.drafts[-1]
        same_unit = before.value is not None and before.value.unit == lead.figure.numeral.unit
        listed = lead.opener in _LIST_OPENERS and (same_unit or not names.is_measure(self._text(self._subject_of(lead))))
        plain_list = lead.opener == "，" and same_unit and not lead.said.said
        if not (listed or plain_list or head.within) or lead.figure.numeral.unit in ("%", "‰", "倍"):
            return ""
        return before.action

    def _completed(self, name: str, mention: Mention) -> str:
        """死亡 after 一般程序道路交通事故 → 一般程序道路交通事故死亡."""
        if not names.dependent(name):
            return name
        governor = next((d for d in reversed(self.drafts[-_RECENT:]) if not d.completed and not (d.value and d.value.unit in RATIOS) and not c.PER_HEAD.match(d.name)), None)
        if governor is None:
            return name + self._pending(mention) if c.PER_HEAD.fullmatch(name) else name
        if c.PER_HEAD.fullmatch(name):
            return name + governor.name.removeprefix(governor.action)
        return f"{_stem(governor.name)}{name}" if not governor.name.endswith(name) else name

    # -- quantities ------------------------------------------------------------------------------------------------

    def _bound(self, mention: Mention, group: list[Mention]) -> Bound:
        """The words at the number itself, else those the list shares: 左右 behind the last item, 均超过 before the first."""
        numeral = mention.figure.numeral
        if numeral.low != numeral.high:
            return "range"
        own = mention.figure.bound or mention.said.bound or (numeral.bound if numeral.bound != "exact" else None)
        if own or len(group) == 1:
            return own or numeral.bound
        last = group[-1].figure.bound
        if last and group[0].said.bound is None and group[-2].figure.bound is None and group[0].figure.bound is None:
            return last
        return group[0].said.bound or numeral.bound

    def _quantity(self, mention: Mention, group: list[Mention]) -> Quantity:
        numeral = mention.figure.numeral
        low, high, unit = numeral.low, numeral.high, numeral.unit
        if numeral.rule == FRACTION:
            low, high, unit = (low * 100).quantize(_CENT), (high * 100).quantize(_CENT), "%"
        return Quantity(numeral.span, low, high, unit, self._bound(mention, group))

    def _signed(self, mention: Mention, group: list[Mention]) -> Quantity:
        quantity = self._quantity(mention, group)
        if group[0].said.sign > 0:
            return quantity
        return replace(quantity, low=-quantity.high if quantity.low != quantity.high else -quantity.low, high=-quantity.low)

    def _basis(self, mention: Mention) -> Basis:
        if mention.said.basis:
            year = self.view[mention.said.subject.end : mention.figure.numeral.span.start]
            start, end = self._years(mention)
            if mention.said.basis == "base" and start == end and end is not None and f"{end - 1}年" in year:
                return "yoy"  # 比2021年 in a report on 2022
            return mention.said.basis
        if self._compared_from <= mention.figure.left.start or (self._last_basis == "base" and self.part.start != self.part.end):
            return "base"
        if mention.figure.numeral.unit == "倍" and self.part.start != self.part.end:
            return "base"
        time = self.time_of(mention)
        over = time.end > time.start if time else self.part.start != self.part.end
        return "base" if over else "yoy"

    # -- times -----------------------------------------------------------------------------------------------------

    def time_of(self, mention: Mention) -> When | None:
        """The time said in the mention's own words, else at the head of the nearest cell before it."""
        left = mention.figure.left
        if mention.figure.numeral.unit == "倍" and "time" in mention.said.said:  # 为“十三五”时期的2.2倍: that time is the base
            left = Span(left.start, mention.said.subject.end)
        own = periods.when(self.view, left, self.part, self.review, self.plan)
        if own:
            return own
        while len(self._times) <= mention.cell:
            self._times.append(self._head_time(len(self._times)) or (self._times[-1] if self._times else None))
        return self._times[mention.cell]

    def _head_time(self, index: int) -> When | None:
        cell = self.cells[index]
        match = c.TIME_OPENING.match(self.view, *cell.span)
        span = Span(cell.span.start, match.end()) if match else Span(cell.span.start, cell.span.start)
        if not cell.figures and index + 1 < len(self.cells):
            span = Span(cell.span.start, min(cell.span.end, cell.span.start + 24))
        return periods.when(self.view, span, self.part, self.review, self.plan)

    def _base_year(self, base: Mention, value: Mention) -> str | None:
        said = periods.when(self.view, base.figure.left, self.part, self.review, self.plan)
        local = self.view[max(base.figure.left.start, base.figure.left.end - 12) : base.figure.left.end]
        if said and str(said.start) in local:
            return periods.written(said.start, said.start)
        start, end = self._years(value)
        if start is None or end is None:
            return None
        return str(start - 1)

    def _years(self, mention: Mention) -> tuple[int | None, int | None]:
        time = self.time_of(mention)
        return (time.start, time.end) if time else (self.part.start, self.part.end)

    def indicator(self, draft: Draft, number: int, passage: str) -> Indicator:
        """The finished record, with its period and modality."""
        mention = draft.mention
        time = self.time_of(mention)
        said = self.view[mention.figure.left.start : mention.figure.end]
        modality = periods.modality(draft.name, time, self.part, self.review, said)
        if c.TARGET_BEHIND.match(self.view, mention.figure.end, self.span.end):
            modality = "target"
        start, end = self._years(mention)
        if draft.year and end is not None:
            start = end = end + draft.year
        if start != end and start is not None:
            level = "to" in mention.said.said or "level" in mention.said.said or bool(mention.said.bound) or draft.rank is not None
            only_change = draft.value is None and draft.rank is None and draft.changes
            if (draft.rank is not None and draft.value is None) or (not only_change and self._yearly_from >= mention.figure.end and not periods.over_span(draft.name, said, level=level, counts_action=bool(draft.action))):
                start = end
        period = periods.written(start, end, time.months if time else "")
        changes = tuple(self._dated(change, move, period) for change, move in zip(draft.changes, draft.moves, strict=True))
        return Indicator(
            id=f"i{number}", passage=passage, name=draft.name, scope=draft.scope, period=period, modality=modality,
            value=draft.value, base=draft.base, changes=changes, rank=draft.rank, confidence=draft.confidence, rule=draft.rule,
        )

    def _dated(self, change: Change, mention: Mention, period: str | None) -> Change:
        """The change with a period of its own where it runs over another one than its indicator: 年均增长6% beside a level of 2025."""
        time = self.time_of(mention)
        start, end = (time.start, time.end) if time and time.start != time.end else (self.part.start, self.part.end)
        if change.basis not in ("base", "annual_average") or start == end:
            return change
        over = periods.written(start, end)
        return change if over in (period, None) else replace(change, quantity=replace(change.quantity, period=over))


def _level_name(name: str) -> str:
    """高新技术企业净增, 净增高新技术企业 → 高新技术企业."""
    return name.removesuffix("新增").removesuffix("净增").removeprefix("新增").removeprefix("净增") or name


def _one_kind(a: str, b: str) -> bool:
    """Whether two units may stand in one list: 元/月 and 元/年, 分 and 毛."""
    return a.split("/")[0] == b.split("/")[0] or {a, b} <= {"分", "毛", "角", "元"}


def _related(known: str, name: str) -> bool:
    """Whether two names of one sentence mean one indicator: equal but for 数量, 规模 and the like, or one the end of the other."""
    if not known or not name:
        return False
    a, b = _stem(known), _stem(name)
    return a == b or (len(name) >= 3 and bool(b) and a.endswith(b)) or (len(a) >= 3 and b.endswith(a))


def _stem(name: str) -> str:
    return c.COUNT_NOUN.sub("", name) or name
