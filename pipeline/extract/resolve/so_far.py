"""Totals of all the years beside what is of this one: 新增会员1200人，|累计会员|8.7万人."""

from __future__ import annotations

import regex

from pipeline.extract.mentions import Mention
from pipeline.extract.phrase import NOTHING, Phrase, take
from pipeline.extract.resolve.state import Setting, State
from pipeline.records import Span

# |累计|会员8.7万人, 截至目前已|累计|支出9.6亿元
SO_FAR = regex.compile(r"\s{0,4}+(?:截[至止]目前|目前|至今)?[已共]?(?P<word>累计|滚存)(?=\p{Han}{2})")


def said(setting: Setting, lead: Mention) -> Phrase:
    """Take the word that makes an item a total of all the years; NOTHING where none is said."""
    match = SO_FAR.match(setting.view, *lead.figure.left)
    return take(setting.view, Span(*match.span("word")), "total") if match else NOTHING


def told_apart(setting: Setting, state: State, lead: Mention, name: Phrase) -> Phrase:
    """Keep the word in a name that would read as that of a row before: 当期结余…，|累计|结余."""
    word = said(setting, lead)
    alike = word and name and not name.startswith(word) and any(
        row.value and row.value.unit == lead.unit and row.name.endswith(name)
        for row in state.recent
    )
    return word + name if alike else name
