"""Every bad input of docs/bad-input.md: a clear error or a sane result, in bounded time and memory."""

from __future__ import annotations

import io
import json
import os
import random
import resource
import struct
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.batch import find
from pipeline.chain import run
from pipeline.cli import main
from pipeline.errors import ReadError
from pipeline.read import load, members, read, read_bytes, read_text
from pipeline.read.content import MOST_BYTES

from .conftest import ROOT
from .documents import as_docx, as_page
from .growth import in_proportion

REPORT = "汐江市教育局2023年工作总结\n一、主要成绩\n新增学位1200个，同比增长5%。\n"
SECONDS = 20.0  # of the processor, ten times what the slowest takes


def zipped(parts: dict[str, bytes], **options: object) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def with_flag(data: bytes, flag: int) -> bytes:
    """The zip with a flag set in both headers of its first member: 1 is encrypted."""
    raw = bytearray(data)
    raw[6] |= flag
    raw[raw.index(b"PK\x01\x02") + 8] |= flag
    return bytes(raw)


def noise(size: int) -> bytes:
    return random.Random(7).randbytes(size)


CT = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
# what it is called in docs/bad-input.md: how it is made, and the reason given (None: it is read)
BAD: dict[str, tuple[Callable[[], bytes], str | None]] = {
    "empty": (lambda: b"", "空"),
    "one byte": (lambda: b"a", None),
    "one byte that is no text": (lambda: b"\xff", "无法识别编码|坏字节|字节序"),
    "all blanks": (lambda: " \n\t\u3000\n".encode() * 1000, "没有可读的文字"),
    "a byte order mark alone": (lambda: b"\xef\xbb\xbf", "没有可读的文字"),
    "one line of 50 MB": (lambda: "增长5%，".encode() * 5_000_000, "太大了"),
    "1,200,000 characters": (lambda: "增".encode() * 1_200_000, "太大了"),
    "random bytes": (lambda: noise(100_000), "编码|字节"),
    "random bytes that begin as a PDF": (lambda: b"%PDF-1.7\n" + noise(50_000), "PDF"),
    "random bytes that begin as a zip": (lambda: b"PK\x03\x04" + noise(50_000), "损坏"),
    "random bytes that begin as old Word": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise(50_000), "不完整"),
    "UTF-8 cut in the middle": (lambda: REPORT.strip().encode()[:-1], r"utf-8 有 1 处坏字节，第一处在第 3 行"),
    "UTF-8 with a broken character": (lambda: REPORT.encode().replace("学位".encode(), "学位".encode()[:-1]), "第 3 行"),
    "UTF-16 of odd length": (lambda: REPORT.encode("utf-16")[:-1], "utf-16"),
    "NUL and control characters": (lambda: (REPORT * 9).replace("同比", "\x00同\x07比\x1b[31m").encode(), None),
    "mostly NUL": (lambda: b"\0" * 5000, "零字节"),
    "lone surrogates, as UTF-8": (lambda: REPORT.encode().replace("学位".encode(), b"\xed\xa0\x80"), "坏字节|无法识别编码"),
    "lone surrogates, as UTF-16": (lambda: REPORT.replace("学位", "\ud800").encode("utf-16", "surrogatepass"), "utf-16"),
    "lone surrogates, as HTML": (lambda: f"<html><p>{REPORT}&#xD800;&#55296;增长3%。</p></html>".encode(), None),
    "bidi overrides": (lambda: REPORT.replace("1200个", "\u202e1200\u202c个\u2066").encode(), None),
    "an empty zip": (lambda: zipped({}), "压缩包"),
    "a zip given as a report": (lambda: zipped({"a.txt": b"x"}), "压缩包"),
    "Word: no document": (lambda: zipped({"word/styles.xml": b"<a/>", "[Content_Types].xml": CT}), "没有正文"),
    "Word: a document that is no XML": (lambda: zipped({"word/document.xml": b"<w:document", "[Content_Types].xml": CT}), "不是合格的 XML"),
    "Word: a zip bomb": (lambda: zipped({"word/document.xml": b" " * 60_000_000, "[Content_Types].xml": CT}), "太大了"),
    "Word: XML nested 100,000 deep": (lambda: zipped({"word/document.xml": b"<a>" * 100_000 + b"</a>" * 100_000}), "不是合格的 XML"),
    "Word: encrypted parts": (lambda: with_flag(zipped({"word/document.xml": b"<a/>"}), 1), "密码"),
    "Word: cut off": (lambda: zipped({"word/document.xml": noise(20_000)})[:-300], "损坏"),
    "Word with a password": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le"), "密码"),
    "Excel": (lambda: zipped({"xl/workbook.xml": b"<a/>", "[Content_Types].xml": CT}), "Excel"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + noise(1000), "图片"),
    "a program": (lambda: b"\x7fELF" + noise(1000), "程序"),
    "HTML nested 100,000 deep": (lambda: b"<html><body>" + b"<div>" * 100_000 + "增长5%。".encode() + b"</div>" * 100_000, "太多层"),
    "HTML: tables nested 600 deep": (lambda: b"<html><body>" + b"<table><tr><td>" * 600 + "增长5%。".encode(), None),
    "HTML: 200,000 tags never closed": (lambda: b"<html><body>" + "<p><b><a href=x>增长5%。".encode() * 200_000, "太多层"),
    "HTML nested 2,000 deep": (lambda: b"<html><body>" + b"<div>" * 2_000 + "增长5%。".encode(), None),
    "HTML with scripts": (lambda: f"<html><script>document.write('新增9999个')</script><body onload=alert(1)><p>{REPORT}</p><iframe src='file:///etc/passwd'></iframe>".encode(), None),
    "HTML without text": (lambda: b"<html><body><script>load()</script></body></html>", "没有正文"),
    "HTML: an entity of an entity": (lambda: b'<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><html><p>' + "增长5%。&b;".encode(), None),
    "a saved page nested 300 deep": (lambda: b"MIME-Version: 1.0\n" + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(300)), "层"),
    "a saved page without a page": (lambda: b"MIME-Version: 1.0\nContent-Type: text/plain\n\nx", "没有网页"),
    "10,000 numbers in a row": (lambda: "、".join(str(n) for n in range(10_000)).encode(), None),
    "1,000,000 digits": (lambda: b"9" * 1_000_000, None),
    "200,000 Chinese digits": (lambda: "九".encode() * 200_000, None),
    "a thousand 分别": (lambda: ("收入" + "分别" * 1000 + "增长5%。").encode(), None),
    "brackets never closed": (lambda: ("（增长5%" * 3_000).encode(), None),
    "quotes never closed": (lambda: ("“增长5%《" * 3_000).encode(), None),
    "3,000 headings": (lambda: "\n".join("一、" + "（一）" * (n % 3) + f"工作{n}" for n in range(3_000)).encode(), None),
    "a formula in a name": (lambda: '=HYPERLINK("http://x")新增1200个。'.encode(), None),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_input(tmp_path: Path, name: str):
    make, reason = BAD[name]
    path = tmp_path / "bad.txt"
    path.write_bytes(make())
    before, start = peak(), time.process_time()
    if reason is None:
        document = run(path)
        json.dumps(document, ensure_ascii=False).encode("utf-8")
        assert "9999个" not in str(document["text"])
    else:
        with pytest.raises(ReadError, match=reason) as fault:
            run(path)
        assert str(path) in str(fault.value)
        assert fault.value.remedy
    assert time.process_time() - start < SECONDS
    assert peak() - before < 2_000, "megabytes"


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def test_the_table_of_bad_input_names_every_test():
    rows = (ROOT / "docs" / "bad-input.md").read_text(encoding="utf-8")
    assert [name for name in BAD if f"| {name} |" not in rows] == []


def test_200_megabytes_are_refused_unread(tmp_path: Path):
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    before = peak()
    with pytest.raises(ReadError, match="太大了"):
        read(path)
    assert peak() - before < 50


def test_a_text_in_memory_with_lone_surrogates_is_refused():
    with pytest.raises(ReadError, match="代理码位"):
        read_text("增长\ud8005%")


def test_a_zip_bomb_is_refused(tmp_path: Path):
    (tmp_path / "bomb.zip").write_bytes(zipped({"a.txt": b"\0" * (MOST_BYTES + 1)}))
    (report,) = members(tmp_path / "bomb.zip")
    with pytest.raises(ReadError, match="太大了"):
        load(report)


def test_a_zip_of_too_many_members_is_refused(tmp_path: Path):
    (tmp_path / "many.zip").write_bytes(zipped({f"{n}.txt": b"" for n in range(20_001)}))
    with pytest.raises(ReadError, match="成员"):
        members(tmp_path / "many.zip")


def test_a_zip_that_lies_about_sizes_is_refused(tmp_path: Path):
    raw = bytearray(zipped({"a.txt": b"x" * 1000}))
    at = raw.index(b"PK\x01\x02")
    raw[at + 24 : at + 28] = struct.pack("<I", 0xFFFFFFF0)
    (tmp_path / "lie.zip").write_bytes(bytes(raw))
    with pytest.raises(ReadError, match="太大了"):
        members(tmp_path / "lie.zip")


def test_no_name_in_a_zip_leads_out_of_it(tmp_path: Path):
    names = ["../../up.txt", "/etc/root.txt", "C:\\windows\\w.txt", "a/../../b.txt", "..\\..\\back.txt", "./c.txt", "名\n字.txt", "=1+1.txt", "$(touch x).txt"]
    (tmp_path / "z.zip").write_bytes(zipped({name: REPORT.encode() for name in names}))
    out = tmp_path / "out"
    made = find([str(tmp_path / "z.zip")], str(out)).jobs
    assert len(made) == len(names)
    for job in made:
        assert out in Path(job.target).resolve().parents
        assert read(Path(job.source)).text == REPORT


def test_two_members_of_one_name_are_told_apart(tmp_path: Path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("总结.txt", REPORT)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("总结.txt", REPORT)
    (tmp_path / "utf8.zip").write_bytes(out.getvalue())
    assert [path.name for path in members(tmp_path / "utf8.zip")] == ["总结.txt", "总结 (2).txt"]


def test_names_written_by_windows_are_chinese(tmp_path: Path):
    latin = "工作总结.txt".encode("gb18030").decode("cp437")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("x" * len("工作总结.txt".encode("gb18030")), REPORT)
    raw = out.getvalue().replace(b"x" * len(latin), "工作总结.txt".encode("gb18030"))
    (tmp_path / "gbk.zip").write_bytes(raw)
    assert [path.name for path in members(tmp_path / "gbk.zip")] == ["工作总结.txt"]


def test_litter_and_a_broken_member_do_not_stop_the_others(tmp_path: Path):
    archive = tmp_path / "all.zip"
    archive.write_bytes(zipped({"好/r.txt": REPORT.encode(), "坏/r.docx": b"PK\x03\x04 no", "__MACOSX/._r.txt": b"x", "内.zip": zipped({"a.txt": b"x"}), "r.pptx": b"x"}))
    result = CliRunner().invoke(main, ["extract", str(archive), "-o", str(tmp_path / "out")])
    assert result.exit_code == 1
    assert [str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.json")] == ["all.zip/好/r.json"]
    assert "坏/r.docx" in result.output
    assert "r.pptx" in result.output
    assert "内.zip" in result.output
    assert "损坏" in result.output


def test_a_page_of_many_elements_is_read_in_proportion():
    def read_page(times: int) -> None:
        many = 2_500 * times
        page = b"<html><body>" + "<p>增长<i></i><b>5%</b>。</p>".encode() * many
        assert read_bytes(page, place="p.html").text.count("\n") == many - 1

    assert in_proportion(read_page)


def test_a_name_does_not_tell_the_kind(tmp_path: Path):
    as_docx(REPORT.strip().split("\n"), tmp_path / "w.docx").rename(tmp_path / "word.txt")
    (tmp_path / "page.doc").write_bytes(as_page(REPORT.strip().split("\n")))
    (tmp_path / "text.pdf").write_text(REPORT, encoding="utf-8")
    found = {path.name: read(path) for path in tmp_path.iterdir()}
    assert {report.text.strip() for report in found.values()} == {REPORT.strip()}
    assert [found[name].source.media_type.rpartition(".")[2] for name in ("word.txt", "page.doc", "text.pdf")] == ["document", "text/html", "text/plain"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are of POSIX")
def test_what_is_no_file_is_named_at_once(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.txt")
    for path in (tmp_path / "pipe.txt", Path("/dev/zero"), tmp_path):
        with pytest.raises(ReadError, match=r"不是普通文件|读不到文件"):
            read(path)
    with pytest.raises(ReadError, match="读不到文件"):
        read(tmp_path / ("长" * 3_000))


def test_a_file_that_changes_while_it_is_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "r.txt"
    path.write_text(REPORT, encoding="utf-8")
    real = os.fstat

    def grows(handle: int) -> os.stat_result:
        found = real(handle)
        with path.open("a", encoding="utf-8") as file:
            file.write("又来一行。\n")
        return found

    monkeypatch.setattr("pipeline.read.places.os.fstat", grows)
    with pytest.raises(ReadError, match="在读的时候变了"):
        read(path)
