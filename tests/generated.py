"""Reports, files and noise made up by hypothesis, and what must hold for each: shared by the property tests and the fuzz target."""

from __future__ import annotations

import copy
import io
import json
import zipfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import docx
from hypothesis import strategies as st
from lxml import etree

from pipeline.chain import analyse
from pipeline.emit import emit
from pipeline.errors import PipelineError
from pipeline.evaluate.matching import figures_of
from pipeline.read import read_bytes, read_text
from pipeline.read.numbering import W
from pipeline.records import Report

from .conftest import CORPUS
from .documents import as_ofd, as_page, in_columns
from .hostile import markup, ofd, packages, pdfs, workbooks

_SUBJECTS = ("全县事故", "死亡", "城镇居民人均可支配收入", "规模以上工业增加值", "新增就业", "检查企业", "道路里程", "网办率", "粮食总产量", "城乡居民收入")
_UNITS = ("起", "人", "%", "万元", "亿元", "个百分点", "家次", "公里", "万亩", "‰", "倍", "")
_MOVES = ("，同比下降", "，增长", "，比上年减少", "，居全省第", "，较2020年提高", "，环比增长", "，分别增长")
_GLUE = ("。", "；", "，", "、", "\n", "\n一、", "（一）", "其中", "和", "　", "从", "提高到", "以上", "超过", "“", "”", "（", "）", "：", "\t", "分别", "至", "约", "余")
_NUMBERS = st.one_of(
    st.integers(0, 10**9).map(str), st.decimals(0, 10_000, places=2, allow_nan=False).map(str), st.text("一二三四五六七八九十百千万亿两零〇半", min_size=1, max_size=8), st.text("0123456789.,，%－-~—", min_size=1, max_size=8)
)

sentences = st.builds("".join, st.tuples(st.sampled_from(_SUBJECTS), st.sampled_from(("", "达", "为", "完成", "超过", "共")), _NUMBERS, st.sampled_from(_UNITS), st.sampled_from(("", *_MOVES)), _NUMBERS, st.sampled_from(_UNITS), st.sampled_from(_GLUE)))
pieces = st.one_of(st.sampled_from((*_SUBJECTS, *_UNITS, *_MOVES, *_GLUE, "2023年", "“十四五”", "同比", "今年", "1月", "前三季度")), _NUMBERS, st.text(max_size=6))
texts = st.one_of(
    st.lists(sentences, min_size=1, max_size=12).map("".join), st.lists(pieces, min_size=1, max_size=60).map("".join), st.text(max_size=300),
    st.text(st.characters(categories=("Lo", "Nd", "Po", "Zs", "Cc", "Cf", "Mn")), max_size=300),
)  # fmt: skip


def _docx(lines: list[str]) -> bytes:
    document, data = docx.Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph("".join(c for c in line if c >= " " and c not in "\ufffe\uffff"))
    document.save(data)
    return data.getvalue()


def _zip(names: list[str]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in names:
            archive.writestr(name.replace("\0", "") or "x", b"x")
    return data.getvalue()


_SAMPLE = (CORPUS / "reports" / "traffic-police-2023.txt").read_text(encoding="utf-8").split("\n")[:8]
_SEEDS = [_docx(_SAMPLE), as_page(_SAMPLE), "\n".join(_SAMPLE).encode("gb18030"), _zip(["a.txt", "b/总结.docx"]), "\n".join(_SAMPLE).encode("utf-16")]


@cache
def _ofd() -> bytes:
    return as_ofd(_SAMPLE)


@cache
def _seeds() -> list[bytes]:
    """Good files to be damaged: those made here, PDFs and an OFD file."""
    from .test_read_pdf import canvas, write

    return [*_SEEDS, in_columns(_SAMPLE), _ofd(), canvas(lambda page: write(page, (72, 700, "全年检查286家次，事故14起，"), (72, 680, "死亡9人，同比下降5%。")))]


class _Words(NamedTuple):
    """What a format writes into its parts."""

    attributes: tuple[str, ...]
    values: tuple[str, ...]
    tags: tuple[str, ...]


_COMMON = ("", "0", "1", "-1", "99999999999", "true", "../../x")
_WORD = _Words((f"{W}val", f"{W}type"), (*_COMMON, "restart", "%1"), tuple(f"{W}{name}" for name in ("p", "r", "t", "tbl", "tr", "tc", "del", "ins", "sdt", "pPr", "numPr", "txbxContent", "br", "vMerge", "body")))
_OFD = _Words(
    ("Boundary", "CTM", "Size", "HScale", "X", "Y", "DeltaX", "DeltaY", "ID", "BaseLoc", "Type", "Visible", "TemplateID", "ResourceID"),
    (*_COMMON, "nan", "inf", "1e308", "0 0 0 0", "0 0 0 0 0 0", "1 0 0 -1 0 0", "g 999999999 1", "g g g", "g 3", "Background", "false", "Content.xml"),
    tuple(f"{{http://www.ofdspec.org/2016}}{name}" for name in ("Page", "Layer", "Content", "PageBlock", "TextObject", "TextCode", "ImageObject", "Template", "TemplatePage", "DocRoot", "Versions", "Version")),
)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A good file with some bytes changed, cut out, doubled or put in; of Word and OFD files also the parts inside, packed again."""
    if draw(st.integers(0, 4)):
        return _damaged(draw, draw(st.sampled_from(_seeds())))
    if draw(st.booleans()):
        return _repacked(draw, _ofd(), _OFD)
    return _repacked(draw, _SEEDS[0], _WORD, ("_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels", "word/styles.xml", "word/numbering.xml"))


def _repacked(draw: st.DrawFn, data: bytes, words: _Words, names: Sequence[str] = ()) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in names or old.namelist():
            part = old.read(name)
            new.writestr(name, draw(_xml(part, words)) if draw(st.booleans()) else part)
    return out.getvalue()


@st.composite
def _xml(draw: st.DrawFn, data: bytes, words: _Words) -> bytes:
    """A part with elements cut out, doubled, wrapped in others, or attributes changed; now and then plain damage."""
    if not draw(st.integers(0, 5)):
        return _damaged(draw, data)
    root = etree.fromstring(data)
    for _ in range(draw(st.integers(1, 12))):
        nodes = list(root.iter("{*}*"))
        node, other = draw(st.sampled_from(nodes)), draw(st.sampled_from(nodes))
        how = draw(st.sampled_from(("drop", "double", "move", "attribute", "text", "rename")))
        if how == "drop" and node.getparent() is not None:
            node.getparent().remove(node)
        elif how == "double" and len(nodes) < 3_000:
            other.append(copy.deepcopy(node))
        elif how == "move" and node is not root and node not in other.iterancestors() and node is not other:
            other.append(node)
        elif how == "attribute":
            node.set(draw(st.sampled_from([*node.attrib, *words.attributes])), draw(st.sampled_from(words.values)))
        elif how == "text":
            node.text = draw(st.sampled_from(("", "增长5%", "%1、", " ", "\n")))
        else:
            node.tag = draw(st.sampled_from(words.tags))
    return etree.tostring(root)


def _damaged(draw: st.DrawFn, seed: bytes) -> bytes:
    data = bytearray(seed)
    for _ in range(draw(st.integers(0, 8))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        how = draw(st.sampled_from(("set", "cut", "double", "insert", "end")))
        if how == "set" and data:
            data[at] = draw(st.integers(0, 255))
        elif how == "cut":
            del data[at : at + draw(st.integers(1, 400))]
        elif how == "double":
            data[at:at] = data[at : at + draw(st.integers(1, 400))]
        elif how == "insert":
            data[at:at] = draw(st.binary(max_size=30))
        elif how == "end":
            del data[at:]
    return bytes(data)


# files made to do harm (tests/hostile), small: what breaks a reader does so at any size
hostile = st.builds(lambda shape, size: shape(size), st.sampled_from([shape for _, shape in (*markup.pages(), *packages.words(), *packages.zips(), *pdfs.shapes(), *ofd.shapes(), *workbooks.shapes())]), st.integers(1, 200))
files = st.one_of(hostile, st.binary(max_size=600), texts.map(str.encode), st.lists(texts, max_size=5).map(as_page), damaged())


def holds(report: Report) -> None:
    """The document of a report keeps its promises: spans in range and equal to their text, passages in order, the same bytes twice."""
    document = emit(analyse(report), model="m")
    text = document["text"]
    assert isinstance(text, str)
    written = json.dumps(document, ensure_ascii=False, allow_nan=False).encode("utf-8")
    for _, quantity, _, _ in figures_of(document):
        start, end = quantity["span"]
        assert 0 <= start < end <= len(text)
        assert text[start:end] == quantity["text"]
    last = 0
    for passage in document["passages"]:  # type: ignore[attr-defined]
        start, end = passage["span"]
        assert last <= start < end <= len(text)
        assert text[start:end] == passage["text"]
        last = end
    assert json.dumps(emit(analyse(report), model="m"), ensure_ascii=False).encode("utf-8") == written


def text_holds(text: str) -> None:
    """``holds`` for a text, or a fault that says where and what to do."""
    try:
        report = read_text(text)
    except PipelineError as fault:
        if not fault.remedy:
            raise
        return
    assert report.text == text
    holds(report)


def file_holds(data: bytes) -> None:
    """``holds`` for a file of any kind, or a fault that says where and what to do."""
    try:
        report = read_bytes(data, place="r")
    except PipelineError as fault:
        if not fault.remedy:
            raise
        return
    holds(report)


def save(folder: Path, data: bytes) -> Path:
    """Keep what was found."""
    from hashlib import sha256

    folder.mkdir(parents=True, exist_ok=True)
    path = folder / sha256(data).hexdigest()[:16]
    path.write_bytes(data)
    return path
