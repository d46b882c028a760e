"""The wheel in a fresh environment, away from the clone: a DataFrame in two lines, spaCy in three, the shell in one pipe, the README's own code."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from .conftest import ROOT

REPORT = "corpus/reports/traffic-police-2023.txt"


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """The programs of an environment that has the wheel and, of this one, only what it needs; the folder beside it holds the sample reports and no source."""
    folder = tmp_path_factory.mktemp("fresh")
    done = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index", "-w", folder, ROOT],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode and "No module named" in done.stderr:
        pytest.skip("pip or setuptools is not in this environment (make .venv/.dev)")
    assert done.returncode == 0, done.stderr
    (wheel,) = folder.glob("workreport_zh-*.whl")
    venv.create(folder / "env", with_pip=False, symlinks=True)
    programs = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    python = programs / ("python.exe" if os.name == "nt" else "python")
    site = subprocess.run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], capture_output=True, text=True, check=True).stdout.strip()
    Path(site, "needs.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    subprocess.run([sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", "--ignore-installed", wheel], check=True)
    (folder / "corpus").symlink_to(ROOT / "corpus")
    return programs


def run(installed: Path, *command: str) -> str:
    done = subprocess.run([str(installed / command[0]), *command[1:]], capture_output=True, text=True, cwd=installed.parents[1], check=False, timeout=600)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_is_the_installed_one(installed: Path):
    assert str(installed.parent) in run(installed, "python", "-c", "import workreport, pipeline; print(workreport.__file__, pipeline.__file__)").split()[1]


def test_a_data_frame_in_two_lines(installed: Path):
    lines = f"import workreport as wr\nframe = wr.read({REPORT!r}).to_frame()\nassert len(frame) > 50"
    run(installed, "python", "-c", lines)


def test_spacy_in_three_lines(installed: Path):
    lines = "import spacy\nnlp = spacy.blank('zh')\nnlp.add_pipe('workreport')\ndoc = nlp('新增学位1200个。')\nassert doc.spans['figures'][0]._.value == 1200"
    run(installed, "python", "-c", lines)


def test_the_shell_in_one_pipe(installed: Path):
    command = f"'{installed}/workreport' extract - -o - < {REPORT} | '{installed}/workreport' export - -o - | head -3"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=installed.parents[1], check=True, timeout=600)
    assert len(done.stdout.splitlines()) == 3


@pytest.mark.parametrize("page", ["README.md", "README.zh.md", "docs/tutorial.md"])
def test_the_code_of_the_pages_runs(installed: Path, page: str):
    blocks = re.findall(r"^```python\n(.*?)^```", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    run(installed, "python", "-c", "\n".join(blocks))
