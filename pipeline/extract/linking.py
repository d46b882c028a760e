"""The figures of one sentence into drafts: which number is the value, the change or the rank of what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract import measures, names, subjects
from pipeline.extract.drafts import Draft, bound_evidence, level_name, one_kind, quantity, related, signed
from pipeline.extract.kinds import FRACTION
from pipeline.extract.mentions import LIST_OPENERS, Mention, Sentence
from pipeline.extract.naming import RECENT, Naming
from pipeline.extract.phrase import NOTHING, Phrase, stands_for, take
from pipeline.extract.predicates import RATIOS
from pipeline.extract.timing import Times
from pipeline.patterns import clauses as c
from pipeline.records import Change, Evidence, Form, Rank, Span


class Linking:
    """Reads the mentions of a sentence from left to right and places each number."""

    def __init__(self, sentence: Sentence, times: Times) -> None:
        self._sentence, self._times = sentence, times
        self._drafts: list[Draft] = []
        self._reference: Span | None = None  # what the last base of comparison was
        self._naming = Naming(sentence, self._drafts)

    def link(self) -> list[Draft]:
        """All drafts of the sentence, in order of their first figure."""
        mentions = self._sentence.mentions()
        i = 0
        bases: list[Mention] = []
        while i < len(mentions):
            group = self._list_from(mentions, i)
            i += len(group)
            if group[0].said.origin and i < len(mentions) and group[0].said.role != "change":
                bases = group
                continue
            if bases and group[0].said.role == "rank":  # 由第四升至第三: the earlier rank is an indicator of the year before
                name = self._contest(bases[0]) or self._sentence.text(self._sentence.subject_of(bases[0])) or (self._drafts[-1].name if self._drafts else self._sentence.pending(bases[0]))
                before = self._new([name], bases[0])[0]
                before.rank, before.year = Rank(quantity(bases[0], bases)), -1
                bases = []
            self._place(group, bases)
            bases = []
        return self._drafts

    def _list_from(self, mentions: list[Mention], i: int) -> list[Mention]:
        """The figures that share one predicate: 分别下降14.9%、33.7%、13.1%."""
        group = [mentions[i]]
        for following in range(i + 1, len(mentions)):
            mention = mentions[following]
            if mention.opener not in LIST_OPENERS or not mention.first_in_cell:
                break
            before = group[-1]
            bare = mention.subject.end <= mention.subject.start and set(mention.said.said) <= {"bound", "adverb", "from"}
            known = group[0].said.role == "change" and any(d.value and d.value.unit == mention.unit for d in self._drafts[-RECENT:])  # 减少5起、4人
            alike = one_kind(mention.unit, before.unit) or group[0].said.shared or known
            if c.LEVEL_VERB.search(self._sentence.view, mention.figure.left.start, mention.figure.left.end) and not group[0].said.shared:
                break  # 新增1700公里、|突破7000公里
            if bare and alike and not self._sentence.text(before.behind) and mention.said.role != "rank":
                if self._sentence.text(mention.behind) and not group[0].said.shared:
                    break
                group.append(mention)
            else:
                break
        return group

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
                    arena = self._arena(lead)
                    draft.rank = Rank(quantity(mention, group), str(arena) or None)
                    draft.said.extend(arena.evidence("among"))
                    self._bound(draft, mention, group)
                else:
                    self._move(draft, mention, group)

    def _move(self, draft: Draft, mention: Mention, group: list[Mention]) -> None:
        """Give a draft its change: how far, against what, in which form."""
        speaking = mention if mention.said.basis else group[0]
        basis = self._times.basis(speaking)
        against = self._against(speaking, basis)
        unit = mention.unit
        form: Form = "rate" if unit in ("%", "‰", "倍") else "difference"
        if mention.said.multiple:
            form = "multiple"
        draft.moves.append(mention)
        self._bound(draft, mention, group)
        draft.changes.append(Change(signed(mention, group), basis, str(against) or None, form))
        draft.said.extend(against.evidence("against"))
        if span := speaking.said.cue("basis"):
            draft.said.append(Evidence("basis", span, "comparison"))

    def _against(self, mention: Mention, basis: str) -> Phrase:
        """Take what a change is compared with: its own words, else what the sentence opens with."""
        if basis not in ("base", "plan", "peer", "previous_period"):
            return NOTHING
        span = mention.said.against
        if span is None and basis == "base":
            opening = self._times.compared_with
            span = opening or self._reference
        if span is None:
            return NOTHING
        self._reference = span
        return subjects.tidy(take(self._sentence.view, span, "comparison"))

    def _bound(self, draft: Draft, mention: Mention, group: list[Mention]) -> None:
        if quantity(mention, group).bound in ("min", "max", "approx"):
            draft.said.extend(bound_evidence(mention, group, self._sentence.view))

    def _arena(self, mention: Mention) -> Phrase:
        """Take the arena of a rank: 全省 of 居全省第二."""
        span = mention.said.among
        return subjects.tidy(take(self._sentence.view, span, "arena")) if span else NOTHING

    def _role(self, group: list[Mention], owner: Mention) -> str:
        """A fall of a count is a change beside its level, else a value of its own (农村贫困人口减少245万人)."""
        lead = group[0]
        role = lead.said.role
        unit = lead.unit
        if role == "change" and lead.said.sign < 0 and unit not in RATIOS and lead.figure.numeral.rule != FRACTION and not {"compared", "peer"} & set(lead.said.said):
            text = self._sentence.text(self._sentence.subject_of(owner))
            levels = [d for d in self._drafts[-RECENT:] if d.value is not None and d.value.unit == unit]
            if not any(not text or related(d.name, text) for d in levels):
                return "value"
        if role == "value" and unit == "%" and len(group) == 1 and not self._sentence.nothing(owner.subject) and c.RATE.fullmatch(self._sentence.text(lead.behind)):
            return "change"
        if role == "value" and lead.said.grown:
            text = self._sentence.text(self._sentence.subject_of(owner))
            added = lead.said.grown == "增加"  # it alone speaks of the level before it, whatever its verb
            levels = [d for d in self._drafts[-RECENT:] if d.value is not None and d.value.unit == unit and not d.increment and (related(d.name, text) if text else added or not d.action)]
            if levels and not self._sentence.text(lead.behind):
                return "change"
        return role

    def _values(self, group: list[Mention], bases: list[Mention], owner: Mention) -> None:
        lead = group[0]
        head = self._sentence.head(owner.subject)
        subject = Span(head.start, owner.subject.end)
        behind = group[-1].behind if len(group) == 1 else Span(lead.figure.end, lead.figure.end)
        text = self._sentence.text(subject)
        total = bool(text) and c.TOTAL.fullmatch(text) and bool(self._drafts) and self._drafts[-1].increment
        plain = not text or bool(c.PREPOSITION_TAIL.fullmatch(text)) or total
        completions = self._naming.completions(group, owner)
        if not completions and plain and not lead.said.grown and not names.words_behind(self._sentence.view, behind) and self._continue_value(group, bases):
            return
        found = completions or self._naming.named(group, owner, head, subject, behind)
        for position, (mention, draft) in enumerate(zip(group, found, strict=True)):
            draft.value = quantity(mention, group)
            self._bound(draft, mention, group)
            if bases:
                draft.base = replace(quantity(bases[min(position, len(bases) - 1)], bases), period=self._times.base_year(bases[0], lead))
            if mention.said.role == "change" and mention.said.sign < 0:
                at = Span(mention.said.subject.end, mention.figure.numeral.span.start)
                draft.name += stands_for("减少", at, "fall_of_a_count")
            if word := lead.said.grown:
                draft.increment = True
                at = Span(lead.said.subject.end, lead.figure.numeral.span.start)
                grown = stands_for(word, at, "increment")
                if not draft.name.startswith(word):
                    if self._sentence.text(subject):
                        draft.name += grown
                    else:
                        draft.name = grown + draft.name.removeprefix(draft.action)
            elif head.action.end > head.action.start and self._sentence.view[head.action.start : head.action.end] in ("新增", "净增", "净增加"):
                draft.increment = True
            draft.mention = lead if bases else draft.mention
            self._drafts.append(draft)

    def _continue_value(self, group: list[Mention], bases: list[Mention]) -> bool:
        """达到9680亿斤 after 增产291亿斤: the level of the indicator just changed. True where the figures were placed."""
        last = self._drafts[-len(group) :]
        lead = group[0]
        if len(last) < len(group):
            return False
        for draft, mention in zip(last, group, strict=True):
            size = quantity(mention, group)
            if draft.value is None and (size.unit != "%" or draft.rank is None):
                draft.value = size
                self._bound(draft, mention, group)
                if bases:
                    draft.base = replace(quantity(bases[0], bases), period=self._times.base_year(bases[0], lead))
            elif draft.increment and draft.value is not None and size.unit in (draft.value.unit, ""):  # 参保人数增加7359万，总计达到1.17亿
                size = replace(size, unit=draft.value.unit)
                draft.moves.insert(0, draft.mention)
                draft.mention = mention
                draft.changes.insert(0, Change(draft.value, "base" if self._times.spans_years else "yoy"))
                draft.value, draft.increment = size, False
                draft.name, draft.action = level_name(draft.name), ""
            elif c.MILESTONE.match(self._sentence.view, mention.figure.end, self._sentence.span.end) and draft.value is not None:
                continue
            else:
                self._drafts.append(Draft(draft.name.by("inherited"), draft.scope, mention, draft.action, size, within=draft.within))
        return True

    def _owners(self, group: list[Mention], owner: Mention, role: str) -> list[Draft]:
        """The drafts that changes or ranks belong to; new ones where the sentence gives no value for them."""
        head = self._sentence.head(owner.subject)
        subject = Span(head.start, owner.subject.end)
        text = self._sentence.text(subject)
        count = len(group)
        if not text:
            pending = (self._contest(owner) if role == "rank" else NOTHING) or self._sentence.pending(owner)
            if count > 1 and pending and len(measures.share_out(pending, count, ())) == count and len(set(measures.share_out(pending, count, ()))) == count and len(self._drafts) < count:
                return self._new(measures.share_out(pending, count, self._sentence.cut(pending)), owner)
            if self._drafts and self._drafts[-1].year and role == "rank":
                return self._new([self._drafts[-1].name.by("inherited")], owner)
            if self._drafts and self._times.other_period(owner, self._drafts[-1].mention):  # 上半年增长5.6%，下半年|增长6.2%
                return self._new([self._drafts[-1].name.by("inherited")] * count, owner)
            if self._drafts:
                units = [m.unit for m in group]
                if role == "change" and not set(units) & RATIOS and len(set(units)) == len(units):  # each count to the level counted in its unit
                    levels = [next((d for d in reversed(self._drafts[-RECENT:]) if d.value and d.value.unit == unit), None) for unit in units]
                    if all(levels):
                        return [level for level in levels if level]
                return self._latest(count, owner)
            name = pending or self._sentence.text(group[0].behind)
            return self._new(measures.share_out(name, count, self._sentence.cut(name)), owner)
        name = names.compose(self._sentence.view, subject, Span(subject.end, subject.end), self._sentence.edges)
        if role == "rank" and (contest := self._contest(owner)):
            name = contest
        found = measures.share_out(name, count, self._sentence.cut(text))
        if role == "change":
            found = [measures.what_moved(name) for name in found]
        completed = [self._naming.completed(found[0], owner), *(measures.completed_beside(found[0], name) for name in found[1:])]
        drafts = []
        for name, full in zip(found, completed, strict=True):
            known = self._known(name, role) if not (head.within and role == "rank") else None
            if known and self._times.other_period(owner, known.mention):  # 2023年产值修订为19亿元，2024年|产值增长5%
                known = None
            if known is None:
                known = self._new([full], owner, head.scope)[0]
            drafts.append(known)
        return drafts

    def _contest(self, owner: Mention) -> Phrase:
        """What a rank was won in, where the clause or the one before it says so: 在全省绩效考评中."""
        before = self._sentence.before(owner)
        for span in (owner.subject, before):
            if match := c.CONTEST_IN.match(self._sentence.view, *span):
                who, contest = (take(self._sentence.view, Span(*match.span(part)), "contest") for part in ("who", "contest"))
                return subjects.tidy(who.without(c.SCOPE_HEAD) + contest)
        pending = self._sentence.pending(owner)
        return pending if c.CONTEST.search(pending) else NOTHING

    def _latest(self, count: int, owner: Mention) -> list[Draft]:
        """The last ``count`` indicators of the sentence, each for one number; the last one for all where there are fewer."""
        if count == 1:
            return [self._drafts[-1]]
        near = self._drafts[-max(count, RECENT) :]
        free = [d for d in near if not d.changes] or near
        if len(free) >= count:
            return free[-count:]
        return self._new([self._drafts[-1].name.by("inherited")] * count, owner)

    def _known(self, name: Phrase, role: str) -> Draft | None:
        """The draft of this sentence that has this name; of several that end in it the one with the shortest name."""
        alike = [d for d in self._drafts[-RECENT:] if related(d.name, name) and (role == "rank" or d.value is not None)]
        return min(reversed(alike), key=lambda d: (d.name != name, len(d.name)), default=None)

    def _new(self, found: Sequence[Phrase], mention: Mention, scope: Phrase | None = None) -> list[Draft]:
        drafts = [Draft(name, scope, mention) for name in found]
        self._drafts.extend(drafts)
        return drafts
