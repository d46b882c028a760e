"""Bytes to text: BOM, then UTF-16 by its zero bytes, then strict UTF-8, then GB18030."""

from __future__ import annotations

import codecs

from pipeline.errors import ReadError

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# A page that says gb2312 or gbk means GB18030, of which both are subsets.
_ALIASES = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "utf8": "utf-8"}
_COMMON = frozenset("的一是在和有工作发展全市区县年月人建设推进加强提高完成实施管理安全服务企业项目政府")
_SAMPLE = 20_000


def decode(data: bytes, *, declared: str | None = None, place: str) -> tuple[str, str]:
    """Text and the name of its encoding. Raises ``ReadError`` where no encoding gives Chinese text.

    >>> decode("增长5%".encode("gb18030"), place="a.txt")
    ('增长5%', 'gb18030')
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding, place), encoding
    zeros = data[:_SAMPLE].count(0)
    if zeros > len(data[:_SAMPLE]) // 50:
        for encoding in ("utf-16-le", "utf-16-be"):
            text = _try(data, encoding)
            if text is not None and _looks_chinese(text):
                return text, encoding
        raise ReadError("不是文本文件（含大量零字节）", place=place, remedy="请确认文件类型；目前支持 .txt 与 .html。")
    for encoding in dict.fromkeys(("utf-8", _ALIASES.get((declared or "").lower(), (declared or "gb18030").lower()), "gb18030", "utf-16-le", "utf-16-be", "big5")):
        text = _try(data, encoding)
        if text is not None and (encoding == "utf-8" or _looks_chinese(text)):
            return text, encoding
    raise ReadError("无法识别编码（试过 UTF-8、UTF-16、GB18030、Big5）", place=place, remedy="请另存为 UTF-8 文本后重试。")


def _strict(data: bytes, encoding: str, place: str) -> str:
    text = _try(data, encoding)
    if text is None:
        raise ReadError(f"按字节序标记应为 {encoding}，但解码失败", place=place, remedy="文件可能被截断或损坏，请重新获取。")
    return text


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _looks_chinese(text: str) -> bool:
    """Whether the commonest characters of reports show up as often as they do in Chinese; rare characters mean a wrong code page."""
    sample = [character for character in text[:_SAMPLE] if not character.isascii() and not character.isspace()]
    if not sample:
        return True
    return sum(character in _COMMON for character in sample) * 40 >= len(sample)
