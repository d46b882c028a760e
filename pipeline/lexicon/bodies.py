"""The full form of what offices, committees and associations are called for short, from
``bodies.tsv``: 发改局, 残联.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import regex

from pipeline.errors import LexiconError

_WHERE = frozenset(("field", "word"))
_JOINERS = regex.compile(r"(?<=\p{Han}{2})[和与及、](?=\p{Han}{2})")
# 信访|办, 政法|委: what the end of a name leaves out; not 街道办
_SHORT_END = regex.compile(r"(?<!街道|[镇乡])(?P<end>委|办)$")
_FULL_END = {"委": "委员会", "办": "办公室"}


@cache
def _short_forms() -> dict[str, dict[str, str]]:
    """Short form to full one, by where it stands. Raises ``LexiconError`` with file and line."""
    table: dict[str, dict[str, str]] = {where: {} for where in _WHERE}
    for number, line in enumerate(
        files(__package__).joinpath("bodies.tsv").read_text(encoding="utf-8").splitlines(), 1
    ):
        if not line or line.startswith("#"):
            continue
        short, full, where = (*line.split("\t"), "", "")[:3]
        if not full or where not in _WHERE or short in table[where]:
            raise LexiconError(
                f"{line!r} is no short form, full form and place, or stands twice",
                place=f"bodies.tsv:{number}",
                remedy="Write short form, tab, full form, tab, field or word, once.",
            )
        table[where][short] = full
    return table


@cache
def _patterns() -> tuple[tuple[regex.Pattern[str], dict[str, str]], ...]:
    """What finds the short forms: a field of work where its office follows, others anywhere."""
    forms = _short_forms()
    level = "省市县区州盟旗镇乡"
    field = regex.compile(
        rf"(?<![^\P{{Han}}{level}])\L<short>(?=[局厅委办])", short=list(forms["field"])
    )
    word = regex.compile(r"\L<short>(?!员会)", short=list(forms["word"]))
    return ((field, forms["field"]), (word, forms["word"]))


def _replaced(name: str, pattern: regex.Pattern[str], forms: dict[str, str]) -> str:
    return pattern.sub(lambda found: forms[found[0]], name)


def in_full(name: str) -> str:
    """The form in which names of bodies are compared, without the place they are of.

    >>> in_full("发改局"), in_full("发展和改革局"), in_full("残联"), in_full("公安局交警大队")
    ('发展改革局', '发展改革局', '残疾人联合会', '公安局交通警察大队')
    """
    name = _JOINERS.sub("", name)
    for pattern, forms in _patterns():
        name = _replaced(name, pattern, forms)
    return _SHORT_END.sub(lambda found: _FULL_END[found["end"]], name)
