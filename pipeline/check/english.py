"""The sentence of a finding in English: what a check read, what follows, what the text says.

The sentence is made in Chinese, and a document holds it so. Names and amounts are the report's own
words and stay as they are; numbers that were computed are said in English.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from itertools import takewhile
from typing import Any

from pipeline.check.wording import SAID
from pipeline.english import Lang, filled, lines

_FOLLOWS = "，推算为"
_LEADS = {"，文中为": "the text says", "，正文为": "the sentence says", "，应为": "it should be"}
_STATUS = {said: status for status, said in SAID.items()}
_AS_WRITTEN, _WOULD, _BEFORE = "（按写法在{}之间）", "；若为{}则相合", "（上一份报告：{}）"
_FACTORS = (("万亿", 10**12), ("亿", 10**8), ("万", 10**4))
_LARGE = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_UNITS = {"百分点": "percentage points", "倍": "times", "元": "yuan", "天": "days"}
_LED = {"增": "up ", "减": "down ", "至少": "at least ", "至多": "at most ", "约": "about "}
_TABLE = "表中{}"
_NAMES = 0xF0000  # private characters stand for names while the words around them are read


def english(message: str, names: Iterable[str] = ()) -> str:
    """Say a finding in English; what is no sentence of a check stays as it is.

    ``names`` are those of its indicators: a word in a name is then not taken for one of ours.

    >>> english("用水量从5到6，推算为20%，文中为25%：不符；若为20%则相合", ["用水量"])
    '用水量 from 5 to 6 gives 20%; the text says 25%: contradiction; 20% would agree'
    """
    known = dict(enumerate(sorted(set(names) - {""}, key=len, reverse=True), _NAMES))
    held = message
    for stand_in, name in known.items():
        held = held.replace(name, chr(stand_in))
    held, earlier = _cut(held, _BEFORE)
    read, follows, rest = held.partition(_FOLLOWS)
    lead = next((one for one in _LEADS if one in rest), None)
    if not follows or lead is None:
        return message
    computed, _, rest = rest.partition(lead)
    found = f"{_read(read)} gives {_amounts(computed)}; {_LEADS[lead]} {_verdict(rest)}"
    if earlier:
        found += f" (in the report before: {earlier})"
    spaced = "".join(f"{one} " if ord(one) in known else one for one in found)
    for mark in " ,;:)":  # no blank in front of these
        spaced = spaced.replace(f" {mark}", mark)
    return spaced.translate(known)


def in_language(document: Mapping[str, Any], lang: Lang) -> Mapping[str, Any]:
    """Give a JSON document whose findings are said in a language; all else is the same."""
    if lang == "zh":
        return document
    names = {one["id"]: one["name"] for one in document["indicators"]}
    checks = []
    for check in document.get("checks") or ():
        held = [names[id] for id in check.get("indicators") or () if id in names]
        checks.append({**check, "message": english(check.get("message") or "", held)})
    return {**document, "checks": checks}


def _verdict(rest: str) -> str:
    """What is stated, and whether it agrees: 19个：不符；若为9个则相合."""
    rest, would = _cut(rest, _WOULD)
    said, _, status = rest.rpartition("：")
    said, written = _cut(said, _AS_WRITTEN)
    found = _part(said)
    if written:
        found += f" ({_amounts(written)} as it is written)"
    found += f": {_STATUS.get(status, status)}"
    return f"{found}; {_amounts(would)} would agree" if would else found


def _cut(text: str, form: str) -> tuple[str, str]:
    """What stands before a form at the end of a text, and what fills the form."""
    first, last = form.split("{}")
    before, mark, inside = text.rpartition(first)
    return (before, inside.removesuffix(last)) if mark and inside.endswith(last) else (text, "")


@cache
def _forms() -> list[tuple[list[str], str]]:
    """What a check may have read, with its English; those with most words of their own first."""
    text = files(__package__).joinpath("english.tsv").read_text(encoding="utf-8")
    found = [(chinese.split("{}"), said) for chinese, said in lines(text).items()]
    return sorted(found, key=lambda form: (-len(form[0][0]), -sum(map(len, form[0]))))


def _read(text: str) -> str:
    for pieces, said in _forms():
        holes = filled(pieces, text)
        if holes is not None:
            inner = _read if pieces == _TABLE.split("{}") else _part
            return said.format(*map(inner, holes))
    return _part(text)


def _part(text: str) -> str:
    """Names and amounts of the report, with the words in front that are ours: 减202人, 约800万元."""
    lead = next((one for one in _LED if text.startswith(one)), "")
    return _LED.get(lead, "") + text.removeprefix(lead).replace("、", ", ")


def _amounts(text: str) -> str:
    """A number that was computed, or two with 至 between them, and its unit."""
    return " to ".join(map(_amount, text.split("至")))


def _amount(text: str) -> str:
    """Say a computed number in English.

    >>> _amount("2.76万亿元"), _amount("31.25万人"), _amount("-33.67%"), _amount("2.13")
    ('2.76 trillion yuan', '312,500 人', '-33.67%', '2.13')
    """
    digits = "".join(takewhile("-0123456789.".__contains__, text))
    unit = text.removeprefix(digits)
    if not digits.strip("-."):
        return text
    number = Decimal(digits)
    for word, factor in _FACTORS:
        if unit.startswith(word):
            number, unit = number * factor, unit.removeprefix(word)
            break
    size, word = next((one for one in _LARGE if abs(number) >= one[0]), (1, ""))
    said = f"{(number / size).normalize():,f} {word}".rstrip()
    return f"{said}{unit}" if unit in ("", "%", "‰") else f"{said} {_UNITS.get(unit, unit)}"
