"""Folders of reports: good ones are done, bad ones named, nothing is half-written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.batch import jobs, write_whole
from pipeline.cli import main
from pipeline.errors import ReadError


def test_one_broken_file_does_not_stop_the_others(tmp_path: Path, samples):
    folder, out = tmp_path / "in", tmp_path / "out"
    (folder / "deep").mkdir(parents=True)
    (folder / "good.txt").write_bytes(samples[0].read_bytes())
    (folder / "deep" / "good.txt").write_bytes(samples[1].read_bytes())
    (folder / "broken.txt").write_bytes(b"%PDF-1.4 not a text")
    (folder / "empty.html").write_bytes(b"")
    result = CliRunner().invoke(main, ["extract", str(folder), "-o", str(out)])
    assert result.exit_code == 1
    assert sorted(str(p.relative_to(out)) for p in out.rglob("*") if p.is_file()) == ["deep/good.json", "good.json"]
    assert "broken.txt" in result.output
    assert "PDF" in result.output
    assert "empty.html" in result.output
    assert json.loads((out / "good.json").read_text(encoding="utf-8"))["source"]["path"] == str(folder / "good.txt")


def test_two_inputs_of_one_name_do_not_overwrite_each_other(tmp_path: Path, samples):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "r.txt").write_bytes(samples[0].read_bytes())
    result = CliRunner().invoke(main, ["extract", str(tmp_path / "a" / "r.txt"), str(tmp_path / "b" / "r.txt"), "-o", str(tmp_path / "out")])
    assert result.exit_code == 1
    assert "同名" in result.output
    assert len(list((tmp_path / "out").iterdir())) == 1


def test_a_dead_file_does_not_block_a_good_one_of_the_same_name(tmp_path: Path, samples):
    (tmp_path / "r.html").write_bytes(b"")
    (tmp_path / "r.txt").write_bytes(samples[0].read_bytes())
    result = CliRunner().invoke(main, ["extract", str(tmp_path), "-o", str(tmp_path / "out")])
    assert result.exit_code == 1
    assert (tmp_path / "out" / "r.json").is_file()
    assert "以前的结果" not in result.output


def test_an_input_named_twice_is_done_once(samples, tmp_path: Path):
    assert len(jobs([samples[0], samples[0].parent], tmp_path)) == len(samples)


def test_a_failed_write_leaves_the_old_file_and_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    target = tmp_path / "r.json"
    target.write_text("old", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pipeline.batch.os.fsync", full)
    with pytest.raises(ReadError, match="No space left"):
        write_whole(target, "new")
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]
