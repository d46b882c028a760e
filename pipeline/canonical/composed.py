"""The entry of a name all of whose words the lexicon knows: 新建|农村|公办|幼儿园, 康养产业|增加值."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.canonical.normal_form import normal_form, spelled
from pipeline.lexicon import units
from pipeline.lexicon.indicators import OF, OF_PARTS, Family, families
from pipeline.lexicon.parts import parts
from pipeline.lexicon.things import things
from pipeline.patterns.names import SIZE

_MOST = 7  # words of a name
_AND = frozenset("和与及或")
_LINKS = frozenset("和与及等在对为向由从于到了已均共被获")
_RATES = frozenset(("", "%", "百分点", "倍", "‰"))
_SHARE = "占"
_SUMS = frozenset(("value_added", "output_value", "revenue", "profit", "tax"))
_TOLD = frozenset(("rate", "share", "index", "output"))
_LEADING = frozenset(("完成", "实施", "推进", "推动"))  # beside another act, or a measure, they say nothing


@dataclass(frozen=True, slots=True)
class Cut:
    """A name cut into words: what was done, and what with."""

    verbs: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def head(self) -> str:
        """The last word, which says what is counted or measured."""
        return self.words[-1]


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
            stands = not topic or _clear(cut, family)
            return _code(cut, family) if stands and _says_enough(cut, family) else None
    return None


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
        if after in _AND and word in parts().heads and not _counted(word):
            return True
    of_people = "people" in parts().heads.get(cut.words[-2], ()) if len(cut.words) > 1 else False
    return family.code == "share" and of_people  # 职工比例: of what, is not said


def _clear(cut: Cut, family: Family) -> bool:
    """Whether a name stands without its topic: it has a kind that tells what, or an act with a thing."""
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


# where a cut stands: among the verbs in front, behind a kind, behind a head, behind a verb at the end
_FRONT, _KIND, _HEAD, _BEHIND = range(4)
_Way = tuple[float, tuple[str, ...], tuple[str, ...]]


@lru_cache(1 << 15)
def words_of(form: str, *, whole: bool = True) -> Cut | None:
    """A name cut into the fewest known words, verbs in front; None where a part of it is no word.

    Without ``whole`` its last word need not be a head.
    """
    ways: list[dict[int, _Way]] = [{} for _ in range(len(form) + 1)]
    ways[0][_FRONT] = (0, (), ())
    for start in range(len(form)):
        for word in _words_at(form, start) if ways[start] else ():
            end = start + len(word)
            for state, way in ways[start].items():
                for after, longer in _steps(word, state, way, last=end == len(form)):
                    best = ways[end].get(after)
                    if best is None or longer[0] < best[0]:
                        ways[end][after] = longer
    ends = (_HEAD, _BEHIND) if whole else (_HEAD, _KIND)
    found = [ways[-1][state] for state in ends if state in ways[-1]]
    return Cut(*min(found)[1:]) if found else None


def _words_at(form: str, start: int) -> Iterator[str]:
    """The known words that begin at ``start``, and 新 with a verb behind it."""
    for size in _sizes().get(form[start], ()):
        word = form[start : start + size]
        if len(word) == size and word in _all():
            yield word
    if how_big := SIZE.match(form, start):
        yield how_big.group()


def _steps(word: str, state: int, way: _Way, *, last: bool) -> Iterator[tuple[int, _Way]]:
    """Where a word leads from a state, and at what cost."""
    known = parts()
    cost, verbs, words = way
    if state == _BEHIND:
        return
    if state == _FRONT and word in known.light:
        yield _FRONT, (cost + 0.5, verbs, words)
    if state == _FRONT and verbs and word in _AND and not last:
        yield _FRONT, (cost + 0.5, verbs, words)
    if state == _FRONT and word in known.verbs:
        yield _FRONT, (cost + 1, (*verbs, known.verbs[word]), words)
    if word in known.said or word[0].isdigit():
        first = known.said.get(word, word)
        after = _HEAD if word in known.heads else _KIND
        yield after, (cost + 1, verbs, (*words, first))
    elif state != _FRONT and not last and (word in _LINKS or word in known.verbs):
        yield _KIND, (cost + 1.5, verbs, (*words, word))
    if state == _HEAD and last and word in known.verbs:
        yield _BEHIND, (cost + 1, (*verbs, known.verbs[word]), words)


@cache
def _all() -> frozenset[str]:
    known = parts()
    return frozenset((*known.light, *known.verbs, *known.said, *_LINKS, *_AND))


@cache
def _sizes() -> dict[str, tuple[int, ...]]:
    """The lengths of the known words by their first character."""
    sizes: dict[str, set[int]] = {}
    for word in _all():
        sizes.setdefault(word[0], set()).add(len(word))
    return {first: tuple(sorted(found)) for first, found in sizes.items()}
