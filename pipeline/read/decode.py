"""Bytes to text: BOM, then UTF-16 by its zero bytes, then strict UTF-8, then GB18030,
then what charset-normalizer finds.
"""

from __future__ import annotations

import codecs

from pipeline.errors import ReadError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What a page may declare; one that says gb2312 or gbk means GB18030, of which both are subsets.
# Other names are not tried: some codecs are slow by design.
_DECLARED = dict.fromkeys(
    ("gb2312", "gbk", "gb_2312-80", "x-gbk", "gb18030"), "gb18030"
) | dict.fromkeys(("big5", "big5-hkscs", "x-x-big5"), "big5hkscs")
_COMMON = frozenset(
    "的一是在和有工作发展全市区县年月人建设推进加强提高完成实施管理安全服务企业项目政府"
)
_SAMPLE = 20_000
_FEW = 20  # characters
# one broken character in so many is a slip of the site, more is another encoding
_MOST_BROKEN = 2_000


def decode(
    data: bytes, *, declared: str | None = None, place: str, lenient: bool = False
) -> tuple[str, str]:
    """Text and the name of its encoding.

    Raises ``ReadError`` where no encoding gives Chinese text, naming the first bad byte where one
    nearly does.

    ``lenient`` reads over a few broken characters, as browsers do:
    content systems cut descriptions in the middle of one.

    >>> decode("增长5%".encode("gb18030"), place="a.txt")
    ('增长5%', 'gb18030')
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding, place), encoding
    if data[:_SAMPLE].count(0) > len(data[:_SAMPLE]) // 50:
        return _of_two_bytes(data, place)
    likely = _DECLARED.get((declared or "").lower(), "gb18030")
    tried = ("utf-8", likely, "gb18030", "utf-16-le", "utf-16-be", "big5hkscs")
    for encoding in dict.fromkeys(tried):
        text = _try(data, encoding)
        if text is not None and (encoding == "utf-8" or _looks_chinese(text)):
            return text, encoding
    found = _damaged(data, likely, place, lenient=lenient) or _guessed(data)
    if found is None:
        raise ReadError(
            "无法识别编码（试过 UTF-8、UTF-16、GB18030、Big5 等）",
            place=place,
            remedy="请另存为 UTF-8 文本后重试。",
        )
    return found


def _of_two_bytes(data: bytes, place: str) -> tuple[str, str]:
    """UTF-16 without a mark, known by its zero bytes."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _try(data, encoding)
        if text is not None and "\0" not in text and _looks_chinese(text):
            return text, encoding
    raise ReadError(
        "不是文本文件（含大量零字节）",
        place=place,
        remedy="请确认文件类型；能读的有 Word、PDF、OFD、网页和文本。",
    )


def _damaged(data: bytes, likely: str, place: str, *, lenient: bool) -> tuple[str, str] | None:
    """Text of which a few characters are broken; ``ReadError`` where that is not to be borne."""
    for encoding in dict.fromkeys((likely, "utf-8", "gb18030")):
        text = _broken(data, encoding)
        if text is None or not _is_nearly_whole(text):
            continue
        if lenient:
            return text, encoding
        broken = text.count("\ufffd")
        raise ReadError(
            f"按 {encoding} 有 {broken} 处坏字节，第一处在{_where(data, encoding)}",
            place=place,
            remedy="文件可能被截断或损坏，请重新获取；或用编辑器打开另存为 UTF-8。",
        )
    return None


def _is_nearly_whole(text: str) -> bool:
    few = text.count("\ufffd") * _MOST_BROKEN <= len(text) + _MOST_BROKEN
    return few and _looks_chinese(text.replace("\ufffd", ""))


def _strict(data: bytes, encoding: str, place: str) -> str:
    text = _try(data, encoding)
    if text is None:
        raise ReadError(
            f"按字节序标记应为 {encoding}，但解码失败，第一处坏字节在{_where(data, encoding)}",
            place=place,
            remedy="文件可能被截断或损坏，请重新获取。",
        )
    return text


def _where(data: bytes, encoding: str) -> str:
    """Line and byte of the first fault, in words."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError as fault:
        line = data[: fault.start].count(b"\n") + 1
        return f"第 {line} 行（第 {fault.start + 1} 字节）"
    return "未知位置"


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _broken(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding, "replace")
    except (UnicodeError, LookupError):
        return None


def _guessed(data: bytes) -> tuple[str, str] | None:
    """What charset-normalizer makes of a sample, where all of it decodes to Chinese:
    HZ, ISO-2022, Macintosh code pages.
    """
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    text = _try(data, best.encoding) if best else None
    return (
        (text, best.encoding)
        if best and text is not None and not text.isascii() and _looks_chinese(text)
        else None
    )


def _looks_chinese(text: str) -> bool:
    """Whether the commonest characters of reports show up as often as they do in Chinese;
    rare characters mean a wrong code page.

    In a few words none need show up; they are Chinese where GB 2312 has them all.
    """
    sample = text[:_SAMPLE].replace("\u3000", "")
    size = len(sample) - len(sample.encode("ascii", "ignore"))
    if size < _FEW:
        few = "".join(
            character for character in sample if not character.isascii() and not character.isspace()
        )
        return _try(few.encode("gb2312", "replace"), "gb2312") == few
    return sum(map(sample.count, _COMMON)) * 40 >= size
