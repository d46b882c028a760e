"""Places and their GB/T 2260 codes, from ``regions.tsv``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from pipeline.errors import LexiconError


@cache
def regions() -> dict[str, tuple[str, ...]]:
    """The codes that bear a name (鼓楼区 is in five cities). Raises ``LexiconError`` with file and line."""
    table: dict[str, tuple[str, ...]] = {}
    for number, line in enumerate(files(__package__).joinpath("regions.tsv").read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        name, _, code = line.partition("\t")
        if len(code) != 6 or not code.isdigit():
            raise LexiconError(f"code {code!r} is not six digits", place=f"regions.tsv:{number}", remedy="Write name, tab, code.")
        table[name] = (*table.get(name, ()), code)
    return table


def leading(text: str) -> tuple[str, str] | None:
    """The chain of place names that ``text`` opens with, as (name, code) of its last link; None without one, or where it is not unique.

    >>> leading("湖南省常德市公安局"), leading("鼓楼区教育局")
    (('常德市', '430700'), None)
    """
    found: tuple[str, str] | None = None
    at = 0
    while at < len(text):
        for length in range(min(14, len(text) - at), 1, -1):
            name = text[at : at + length]
            name = _FULL.get(name, name)
            inside = [code for code in regions().get(name, ()) if found is None or (code.startswith(found[1].rstrip("0")) and code != found[1])]
            if len(inside) == 1:
                found, at = (name, inside[0]), at + length
                break
        else:
            return found
    return found


_FULL = {
    name.removesuffix("省").removesuffix("市"): name
    for name in ["北京市", "天津市", "河北省", "山西省", "辽宁省", "吉林省", "黑龙江省", "上海市", "江苏省", "浙江省", "安徽省", "福建省", "江西省", "山东省", "河南省", "湖北省", "湖南省", "广东省", "海南省", "重庆市", "四川省", "贵州省", "云南省", "陕西省", "甘肃省", "青海省", "台湾省"]
} | {"内蒙古": "内蒙古自治区", "广西": "广西壮族自治区", "西藏": "西藏自治区", "宁夏": "宁夏回族自治区", "新疆": "新疆维吾尔自治区"}
