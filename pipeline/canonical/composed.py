"""The entry of a name all of whose words the lexicon knows: 新建|农村|公办|幼儿园, 康养产业|增加值."""

from __future__ import annotations

from functools import cache

from pipeline.canonical.cut import AND, Cut, words_of
from pipeline.canonical.normal_form import normal_form, spelled
from pipeline.lexicon import units
from pipeline.lexicon.families import OF, OF_PARTS, Family, families
from pipeline.lexicon.parts import parts
from pipeline.lexicon.things import things

_MOST = 7  # words of a name
_RATES = frozenset(("", "%", "百分点", "千分点", "倍", "‰"))
_SHARE = "占"
_SUMS = frozenset(("value_added", "output_value", "revenue", "profit", "tax"))
_TOLD = frozenset(("rate", "share", "index", "output"))
_LEADING = frozenset(
    ("完成", "实施", "推进", "推动")
)  # beside another act, or a measure, they say nothing


def composed(name: str, topic: str | None, unit: str) -> str | None:
    """The code of a name by its words; None where one is unknown, or the name says too little.

    >>> composed("新建农村公办幼儿园", None, "所"), composed("农村公办幼儿园", None, "所")
    ('facilities:农村公办幼儿园/新建', None)
    >>> composed("稀土产业增加值", None, ""), composed("产值", "稀土", "元")
    ('value_added:稀土产业增加值', None)
    """
    if "、" in name or OF_PARTS in name or name.endswith(("）", ")")):
        return None
    form = normal_form(name)
    if _SHARE in form[1:].removesuffix("占比") and unit in _RATES:
        return _share(form)
    for one in dict.fromkeys((form, form.removesuffix("数"), spelled(name))):
        if (cut := words_of(one)) and (family := _family(cut.head, unit)):
            return _code(cut, family) if _is_plain(cut, family, topic) else None
    return None


def _is_plain(cut: Cut, family: Family, topic: str | None) -> bool:
    """Whether a name says by itself what is measured, whatever the topic of its row."""
    return (not topic or _clear(cut, family)) and _says_enough(cut, family)


def _code(cut: Cut, family: Family) -> str:
    """Family, words and what was done."""
    done = [verb for verb in cut.verbs if verb not in _LEADING]
    done = done or (list(cut.verbs) if family.counted else [])
    acts = dict.fromkeys(_act(verb, family) for verb in done)
    act = OF_PARTS + "".join(acts) if acts else ""
    return f"{family.code}{OF}{''.join(cut.words)}{act}"


def _counted(head: str) -> bool:
    """Whether a head names things that are counted, and no amount."""
    return head not in parts().amounts and all(
        families()[code].counted for code in parts().heads[head]
    )


def _share(form: str) -> str | None:
    """X占Y比重: the words of part and whole."""
    part, _, whole = form.partition(_SHARE)
    for tail in ("比重", "比例"):
        whole = whole.removesuffix(tail)
    first, second = words_of(part, whole=False), words_of(whole, whole=False)
    if not first or not second or not set(first.words) - parts().weak - parts().wide:
        return None
    return f"share{OF}{''.join(first.words)}占{''.join(second.words)}比重"


def _family(head: str, unit: str) -> Family | None:
    """The family of a head whose level may be counted in ``unit``."""
    for code in parts().heads.get(head, ()):
        family = families()[code]
        if unit in _RATES:
            if family.kind != "level" or unit != "%":
                return family
            continue
        known = units().get(unit.split("/")[0])
        of_these = parts().units.get(unit)
        if (known.kind if known else unit) in family.units and (not of_these or code in of_these):
            return family
    return None


def _says_enough(cut: Cut, family: Family) -> bool:
    """Whether a name tells its thing from others: a kind, and an act where things are counted."""
    if len(cut.verbs) > 2 or len(cut.words) > _MOST:
        return False
    if family.counted and not _done(cut) and cut.head not in parts().amounts:
        return False
    if _two_measures(cut, family):
        return False
    if any(map(_strong, cut.words[:-1])):
        return True
    return cut.head not in parts().wide and (bool(cut.verbs) or len(cut.words) > 1)


def _done(cut: Cut) -> bool:
    """Whether a name says what was done: in front, or within (中央财政|安排|就业补助资金).

    Not where it counts who did it: 村镇银行|完成|改革任务.
    """
    known = parts()
    for at, word in enumerate(cut.words[:-1]):
        if word in known.verbs and word not in known.said:
            return not any(before in known.heads for before in cut.words[:at])
    return bool(cut.verbs)


def _two_measures(cut: Cut, family: Family) -> bool:
    """工业增加值利润, 覆盖率和参合率: what is measured twice is no one thing."""
    same = _SUMS if family.code in _SUMS else {family.code} & _TOLD
    for word, after in zip(cut.words, cut.words[1:], strict=False):
        if same.intersection(parts().heads.get(word, ())):
            return True
        if after in AND and word in parts().heads and not _counted(word):
            return True
    of_people = "people" in parts().heads.get(cut.words[-2], ()) if len(cut.words) > 1 else False
    return family.code == "share" and of_people  # 职工比例: of what, is not said


def _clear(cut: Cut, family: Family) -> bool:
    """Whether a name stands without its topic.

    It has a kind that tells what, or an act with a thing.
    """
    if family.counted and not cut.verbs and cut.head not in parts().amounts:
        return sum(map(_strong, cut.words[:-1])) > 1
    if any(map(_strong, cut.words[:-1])):
        return True
    return family.counted and cut.head not in parts().wide


def _strong(word: str) -> bool:
    """Whether a word tells what is meant, not only where or how big."""
    return word in parts().said and word not in parts().weak


def _act(verb: str, family: Family) -> str:
    """What a verb says was done: of the family's acts the one that is spelled so, else the verb."""
    spellings = _spellings()
    for act in family.acts:
        if verb in spellings[act]:
            return things().acts[act][0]
    return verb


@cache
def _spellings() -> dict[str, frozenset[str]]:
    return {act: frozenset(map(spelled, written)) for act, written in things().acts.items()}
