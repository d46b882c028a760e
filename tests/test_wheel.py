"""The wheel in a fresh environment, away from the clone: a DataFrame in two lines, spaCy in three, the shell in one pipe, the code of the pages.

By itself it has the wheel and, of this environment, what it needs; after ``make fresh`` (``WORKREPORT_FRESH``) all comes from a folder of wheels.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from . import documents, fresh
from .conftest import ROOT

REPORT = "corpus/reports/traffic-police-2023.txt"
KEPT = os.environ.get("WORKREPORT_FRESH")
_ALL = [ROOT / "README.md", ROOT / "README.zh.md", *sorted((ROOT / "docs").glob("*.md"))]
PAGES = [page for page in _ALL if KEPT or ".zh" not in page.name]  # their code is the same
BLOCK = r"^```{}\n(.*?)^```"
# a line with one of these is not run: it asks for a network, a person, another machine, or what another test does
NOT_RUN = ("sqlite3 ", ". .venv", "make ", "pip ", "uvx ", "curl ", "dask", "://", " serve", " watch", " train", "decisions.json", "--reviewed", "--to-gold", "$(cat")
SERVES = re.compile(r"review outputs/\s*(#|$)")
FOR_PEOPLE = re.compile(r"&& open \S+")


def built(folder: Path) -> Path:
    done = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index", "-w", folder, ROOT],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode and "No module named" in done.stderr:
        pytest.skip("pip or setuptools is not in this environment (make .venv/.dev)")
    assert done.returncode == 0, done.stderr
    (wheel,) = folder.glob("workreport_zh-*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    return built(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory) -> Path:
    """The Python of an environment that has the wheel and what it needs."""
    if KEPT:
        return fresh.programs(Path(KEPT)) / "python"
    found = fresh.create(tmp_path_factory.mktemp("fresh"))
    site = subprocess.run([found, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], capture_output=True, text=True, check=True).stdout.strip()
    Path(site, "needs.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    fresh.install(found, ["--no-deps", "--ignore-installed", str(wheel)])
    return found


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    """A folder with the sample reports and no source; with what the pages call by name."""
    folder = tmp_path_factory.mktemp("place")
    (folder / "corpus").symlink_to(ROOT / "corpus")
    (folder / "reports").symlink_to(ROOT / "corpus" / "reports")
    text = (ROOT / REPORT).read_text(encoding="utf-8")
    for name in ("report.html", "报告.html"):
        (folder / name).write_bytes(documents.as_page(text.splitlines()))
    documents.as_docx(text.splitlines(), folder / "r.docx")
    return folder


def run(python: Path, place: Path, *command: str) -> str:
    path = os.pathsep.join([str(python.parent), os.environ["PATH"]])
    done = subprocess.run(command, capture_output=True, text=True, cwd=place, check=False, timeout=600, env={**os.environ, "PATH": path, "PAGER": "cat"})
    assert done.returncode == 0, (command, done.stderr)
    return done.stdout


def test_the_wheel_holds_every_file_of_the_program(wheel: Path):
    """What is under version control beside the code, too: words, schemas, the page, the model."""
    listed = subprocess.run(["git", "ls-files", "pipeline", "workreport", "models"], capture_output=True, text=True, cwd=ROOT, check=False)
    if listed.returncode:
        pytest.skip("no git, or no clone")
    ours = {re.sub(r"^models/", "pipeline/models/", name) for name in listed.stdout.splitlines() if not name.endswith((".md", ".svg"))}  # those of the model card
    packed = set(zipfile.ZipFile(wheel).namelist())
    assert ours - packed == set()


def test_it_is_the_installed_one(python: Path, place: Path):
    found = run(python, place, str(python), "-c", "import workreport, pipeline; print(workreport.__file__, pipeline.__file__)")
    assert all(Path(path).is_relative_to(python.parents[1]) for path in found.split())


def test_a_data_frame_in_two_lines(python: Path, place: Path):
    lines = f"import workreport as wr\nframe = wr.read({REPORT!r}).to_frame()\nassert len(frame) > 50"
    run(python, place, str(python), "-c", lines)


def test_spacy_in_three_lines(python: Path, place: Path):
    lines = "import spacy\nnlp = spacy.blank('zh')\nnlp.add_pipe('workreport')\ndoc = nlp('新增学位1200个。')\nassert doc.spans['figures'][0]._.value == 1200"
    run(python, place, str(python), "-c", lines)


def test_the_shell_in_one_pipe(python: Path, place: Path):
    rows = run(python, place, "bash", "-c", f"workreport extract - -o - < {REPORT} | workreport export - -o - | head -3")
    assert len(rows.splitlines()) == 3


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help_in_both_languages(python: Path, place: Path, lang: str):
    said = run(python, place, "workreport", "extract", "--help", "--lang", lang)
    assert ("用法" in said, "Usage" in said) == (lang == "zh", lang == "en")


def blocks(page: Path, kind: str) -> list[str]:
    return re.findall(BLOCK.format(kind), page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def lines(page: Path) -> list[str]:
    """The command lines of a page that can be run as they stand."""
    found = [line for block in blocks(page, "console") for line in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
    kept = [FOR_PEOPLE.sub("", line).strip() for line in found if not any(word in line for word in NOT_RUN) and not SERVES.search(line)]
    return [line.replace("a.docx b.pdf all.zip", "r.docx") for line in kept]


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page, "python") and "mapInPandas" not in page.read_text(encoding="utf-8")], ids=lambda page: page.name)
def test_the_python_of_a_page_runs(python: Path, place: Path, page: Path):
    run(python, place, str(python), "-c", "\n".join(blocks(page, "python")))


@pytest.mark.parametrize("page", [page for page in PAGES if lines(page)], ids=lambda page: page.name)
def test_the_shell_of_a_page_runs(python: Path, place: Path, page: Path):
    if not (place / "outputs").exists():
        run(python, place, "workreport", "-q", "extract", "corpus/reports", "-o", "outputs/")
    for line in lines(page):
        run(python, place, "bash", "-euc", line)
