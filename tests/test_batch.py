"""Folders of reports: good ones are done, bad ones named, nothing is half-written, and no name leads out of the output folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.batch import files, find
from pipeline.cli import main
from pipeline.errors import WriteError

from .batches import REPORT, extract, in_this_process, record, results
from .conftest import ROOT


def test_one_broken_file_does_not_stop_the_others(tmp_path: Path, samples):
    folder, out = tmp_path / "in", tmp_path / "out"
    (folder / "deep").mkdir(parents=True)
    (folder / "good.txt").write_bytes(samples[0].read_bytes())
    (folder / "deep" / "good.txt").write_bytes(samples[1].read_bytes())
    (folder / "broken.txt").write_bytes(b"%PDF-1.4 not a text")
    (folder / "empty.html").write_bytes(b"")
    result = extract(folder, "-o", out)
    assert result.exit_code == 1
    assert results(out) == ["deep/good.json", "good.json"]
    assert "失败：ReadError" in result.output
    assert "broken.txt" in result.output
    assert "empty.html" in result.output
    assert json.loads((out / "good.json").read_text(encoding="utf-8"))["source"]["path"] == str(folder / "good.txt")
    failed = [line for line in record(out) if line["state"] == "failed"]
    assert [Path(line["report"]).name for line in failed] == ["broken.txt", "empty.html"]
    assert all(line[key] for line in failed for key in ("kind", "reason", "place", "remedy"))


def test_two_inputs_of_one_name_do_not_overwrite_each_other(tmp_path: Path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "r.txt").write_text(REPORT, encoding="utf-8")
    result = extract(tmp_path / "a" / "r.txt", tmp_path / "b" / "r.txt", "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "同名" in result.output
    assert results(tmp_path / "out") == ["r.json"]


def test_names_that_differ_in_the_suffix_keep_it(tmp_path: Path):
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    (source / "r.txt").write_text(REPORT, encoding="utf-8")
    assert extract(source, "-o", out).exit_code == 0
    assert results(out) == ["r.json"]
    (source / "r.html").write_text(f"<html><body>{REPORT}</body></html>", encoding="utf-8")
    result = extract(source, "-o", out)
    assert result.exit_code == 0
    assert results(out) == ["r.html.json", "r.txt.json"]  # and r.json, now nobody's, is gone
    assert "换了名字" in result.output


def said_by(out: Path) -> dict[str, str]:
    """Which report each result is of."""
    return {name: json.loads((out / name).read_bytes())["source"]["path"] for name in results(out)}


def test_reports_of_one_name_in_two_runs_are_both_kept(tmp_path: Path):
    out = tmp_path / "out"
    sources = [tmp_path / office / "工作总结.txt" for office in ("水务", "交通", "deep/交通")]
    for number, source in enumerate(sources):
        source.parent.mkdir(parents=True)
        source.write_text(REPORT.replace("12.5", f"1{number}.5"), encoding="utf-8")
    first, second, third = (extract(source, "-o", out) for source in sources)
    assert (first.exit_code, second.exit_code, third.exit_code) == (0, 0, 0)
    assert "换了名字" not in first.output
    assert f"{sources[1]} → {out}/交通/工作总结.json" in second.output
    digested = next(name for name in results(out) if "-" in name)  # a second 交通, told apart by a digest
    assert said_by(out) == {"工作总结.json": str(sources[0]), "交通/工作总结.json": str(sources[1]), digested: str(sources[2])}
    before = said_by(out)
    assert all("没有重做" in extract(source, "-o", out).output for source in reversed(sources))
    assert said_by(out) == before


def test_reports_that_differ_in_the_suffix_in_two_runs_are_both_kept(tmp_path: Path):
    out = tmp_path / "out"
    (tmp_path / "r.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "r.html").write_text(f"<html><body>{REPORT}</body></html>", encoding="utf-8")
    extract(tmp_path / "r.txt", "-o", out)
    extract(tmp_path / "r.html", "-o", out)
    assert said_by(out) == {"r.json": str(tmp_path / "r.txt"), "r.html.json": str(tmp_path / "r.html")}


@pytest.mark.parametrize("other", ["r.html", "elsewhere/r.txt"])
def test_a_report_that_fails_takes_no_other_result_away(tmp_path: Path, other: str):
    out, broken = tmp_path / "out", tmp_path / other
    (tmp_path / "r.txt").write_text(REPORT, encoding="utf-8")
    broken.parent.mkdir(exist_ok=True)
    broken.write_bytes(b"Rar! no report")
    extract(tmp_path / "r.txt", "-o", out)
    assert extract(broken, "-o", out).exit_code == 1
    assert said_by(out) == {"r.json": str(tmp_path / "r.txt")}
    (tmp_path / "r.txt").write_bytes(b"Rar! no report")
    broken.write_text(REPORT, encoding="utf-8")
    assert extract(tmp_path / "r.txt", "-o", out).exit_code == 1
    assert extract(broken, "-o", out).exit_code == 0
    assert (out / "_r.json.old").exists()  # what was read of r.txt, when it could be read


def test_a_report_that_was_moved_keeps_its_name(tmp_path: Path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "r.txt").write_text(REPORT, encoding="utf-8")
    extract(tmp_path / "a" / "r.txt", "-o", tmp_path / "out")
    (tmp_path / "a").rename(tmp_path / "b")
    assert extract(tmp_path / "b" / "r.txt", "-o", tmp_path / "out").exit_code == 0
    assert said_by(tmp_path / "out") == {"r.json": str(tmp_path / "b" / "r.txt")}
    (tmp_path / "b").rename(tmp_path / "c")
    (tmp_path / "c" / "r.txt").write_text(REPORT.replace("12.5", "13"), encoding="utf-8")  # moved and changed: another report, for all we know
    extract(tmp_path / "c" / "r.txt", "-o", tmp_path / "out")
    assert results(tmp_path / "out") == ["c/r.json", "r.json"]


def test_an_input_named_twice_is_done_once(samples, tmp_path: Path):
    (tmp_path / "link.txt").symlink_to(samples[0])
    assert len(find([str(samples[0]), str(samples[0].parent), str(tmp_path)], "out").jobs) == len(samples)


def test_links_in_a_circle_end(tmp_path: Path):
    (tmp_path / "b" / "c").mkdir(parents=True)
    (tmp_path / "b" / "c" / "r.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "b" / "c" / "up").symlink_to(tmp_path)
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    found = find([str(tmp_path)], str(tmp_path / "out"))
    assert [job.name for job in found.jobs] == ["b/c/r", "gone", "self"]
    assert [fault.place for fault in found.faults] == [str(tmp_path / "pipe.txt")]
    assert extract(tmp_path, "-o", tmp_path / "out").exit_code == 1
    assert results(tmp_path / "out") == ["b/c/r.json"]


NAMES = ["有 空 格.txt", "换\n行.txt", "[red]x[b].txt", "-o.txt", "$(touch x).txt", "a" * 251 + ".txt", "长" * 83 + ".txt", ".txt.txt", "\u202eevil.txt", os.fsdecode(b"\xff\xfe.txt")]


def test_any_name_is_taken(tmp_path: Path):
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    for name in NAMES:
        (source / name).write_text(REPORT, encoding="utf-8")
    result = extract(source, "-o", out)
    assert result.exit_code == 0, result.output
    found = [path for path in out.rglob("*") if path.suffix == ".json"]
    assert len(found) == len(NAMES)
    assert {path.parent for path in found} == {out}
    assert sum(len(os.fsencode(path.name)) > 230 for path in found) == 2  # cut, with a digest
    assert "名字太长" in result.output
    assert all(json.loads(path.read_bytes())["indicators"] for path in found)
    assert len(record(out)) == len(NAMES)
    assert "没有重做" in extract(source, "-o", out).output


def test_two_long_names_that_begin_alike_stay_two(tmp_path: Path):
    for end in "ab":
        (tmp_path / ("长" * 82 + end + ".txt")).write_text(REPORT, encoding="utf-8")
    assert len({job.target for job in find([str(tmp_path)], "out").jobs}) == 2


@contextmanager
def unprivileged(folder: Path) -> Iterator[None]:
    """As somebody to whom permissions apply (root passes them all)."""
    user = os.geteuid()
    with pytest.MonkeyPatch.context() as patch:
        in_this_process(patch)
        extract(folder, "-o", folder / "warm")  # what is imported later could not be read
    if user == 0:
        for path in (folder, *folder.rglob("*"), *list(folder.parents)[:1]):
            os.chown(path, 65534, 65534)
        os.seteuid(65534)
    try:
        with pytest.MonkeyPatch.context() as patch:
            in_this_process(patch)  # the server of processes belongs to who ran the tests
            yield
    finally:
        os.seteuid(user)
        for path in folder.rglob("*"):
            if not path.is_symlink():
                path.chmod(0o755)


@pytest.fixture
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "in").mkdir()
        yield Path(name) / "in"


def test_unreadable_folders_and_files_are_named_and_the_rest_is_done(folder: Path):
    out = folder / "out"
    for name in ("open", "shut"):
        (folder / name).mkdir()
        (folder / name / "r.txt").write_text(REPORT, encoding="utf-8")
    (folder / "secret.txt").write_text(REPORT, encoding="utf-8")
    with unprivileged(folder):
        (folder / "secret.txt").chmod(0)
        (folder / "shut").chmod(0)
        result = extract(folder, "-o", out)
    assert result.exit_code == 1, result.output
    assert results(out) == ["open/r.json"]
    for name in ("secret.txt", "shut"):
        assert f"失败：ReadError：{folder / name}" in result.output
        assert any(line["place"] == str(folder / name) for line in record(out) if line["state"] == "failed")


def test_a_read_only_output_is_refused_before_any_report_is_read(folder: Path):
    (folder / "r.txt").write_text(REPORT, encoding="utf-8")
    (folder / "out").mkdir()
    with unprivileged(folder):
        (folder / "out").chmod(0o555)
        result = extract(folder, "-o", folder / "out")
    assert (result.exit_code, result.output.count("\n")) == (1, 1), result.output
    assert str(folder / "out") in result.output
    assert not list((folder / "out").iterdir())


def test_a_report_whose_own_place_cannot_be_written_fails_alone(folder: Path):
    for name in ("a", "b"):
        (folder / name).mkdir()
        (folder / name / "r.txt").write_text(REPORT, encoding="utf-8")
    with unprivileged(folder):
        (folder / "out" / "a").mkdir(parents=True)
        (folder / "out" / "a").chmod(0o555)
        result = extract(folder, "-o", folder / "out")
    assert result.exit_code == 1
    assert "失败：WriteError" in result.output
    assert results(folder / "out") == ["b/r.json"]


def command(*arguments: object, **how: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "pipeline", "extract", *map(str, arguments)], capture_output=True, text=True, timeout=120, **how)  # type: ignore[call-overload,no-any-return]


def test_a_write_that_stops_half_way_leaves_nothing(tmp_path: Path, samples):
    import resource

    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "small.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "in" / "large.txt").write_bytes(samples[0].read_bytes())
    result = command(tmp_path / "in", "-o", tmp_path / "out", "-j", "1", cwd=ROOT, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)))
    assert result.returncode == 1
    assert "WriteError" in result.stderr
    assert results(tmp_path / "out") == ["small.json"]


def test_a_failed_write_leaves_the_old_file_and_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    target = tmp_path / "r.json"
    target.write_text("old", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pipeline.batch.files.os.fsync", full)
    with pytest.raises(WriteError, match="No space left"):
        files.write(str(target), b"new")
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_defect_of_ours_stops_one_report_and_keeps_its_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    import pipeline.chain

    in_this_process(monkeypatch)
    real = pipeline.chain.analyse
    monkeypatch.setattr(pipeline.chain, "analyse", lambda report, **how: 1 // 0 if report.source.path.endswith("a.txt") else real(report, **how))
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(REPORT, encoding="utf-8")
    result = extract(tmp_path, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "ZeroDivisionError" in result.output
    assert "Traceback" not in result.output
    assert results(tmp_path / "out") == ["b.json"]
    assert "Traceback" in str(record(tmp_path / "out")[0]["trace"])
    assert record(tmp_path / "out")[0]["kind"] == "Defect"


def test_reports_in_a_zip_and_on_standard_input_are_reports_like_others(tmp_path: Path, samples):
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    with zipfile.ZipFile(source / "all.zip", "w") as archive:
        for path in samples[:2]:
            archive.writestr(f"2023/{path.name}", path.read_bytes())
        archive.writestr("../../evil.txt", REPORT)
        archive.writestr("2023/photo.jpg", b"\xff\xd8\xff")
    (source / "broken.zip").write_bytes(b"PK\x03\x04 not a zip")
    result = CliRunner().invoke(main, ["extract", str(source), "-", "-o", str(out), "-j", "2"], input=REPORT.encode())
    assert result.exit_code == 1
    assert results(out) == sorted(["all.zip/evil.json", "stdin.json", *(f"all.zip/2023/{path.stem}.json" for path in samples[:2])])
    assert f"失败：ReadError：{source / 'broken.zip'}" in result.output
    assert json.loads((out / "all.zip" / "2023" / f"{samples[0].stem}.json").read_bytes())["indicators"]
