"""The kinds of checks, from ``kinds.toml``.

Their names, what they hold against what, an example.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

_TRUSTED = 0.9
_SAID = {
    "en": ("kind", "stated", "follows from", "example"),
    "zh": ("种类", "报告所说", "由什么推出", "例"),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of check.

    ``example`` agrees; with ``wrong`` in the place of ``right`` it does not. ``before`` is what the
    report of the year before says, where the check is over two. ``trust`` is how often a finding
    of this kind was a fault of the report.
    """

    code: str
    zh: str
    stated: tuple[str, str]
    follows: tuple[str, str]
    example: str
    right: str
    wrong: str
    before: str | None
    trust: float


@cache
def kinds() -> dict[str, Kind]:
    """Load every kind by its code, in the order of the file."""
    shapes = tomllib.loads(files(__package__).joinpath("kinds.toml").read_text(encoding="utf-8"))
    return {
        code: Kind(
            code=code,
            zh=shape["zh"],
            stated=tuple(shape["stated"]),
            follows=tuple(shape["from"]),
            example=shape["example"],
            right=shape["right"],
            wrong=shape["wrong"],
            before=shape.get("before"),
            trust=shape.get("trust", _TRUSTED),
        )
        for code, shape in shapes.items()
    }


def markdown(lang: Literal["en", "zh"]) -> str:
    """Write the table of kinds for ``docs/checks.md`` and its Chinese twin."""
    said = 0 if lang == "en" else 1
    rows = [
        (f"{kind.zh} `{kind.code}`", kind.stated[said], kind.follows[said], _shown(kind, lang))
        for kind in kinds().values()
    ]
    lines = [_SAID[lang], ("---",) * 4, *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _shown(kind: Kind, lang: Literal["en", "zh"]) -> str:
    first = kind.example.partition("\n")[0]
    if kind.before is None:
        return first
    earlier = kind.before.rpartition("\n")[2]
    return f"{'year before' if lang == 'en' else '上年'}：{earlier}　{first}"
