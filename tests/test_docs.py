"""What the pages say is so: their code runs, their commands exist, what is made from the source is made anew, one fits in the other."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from pipeline import __version__
from pipeline.cli import main

from . import pages, samples
from .conftest import ROOT

DOCS = ROOT / "docs"
PAGES = sorted(path for path in [*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
PYTHON = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
SHELL = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
RUN = [path for path in PAGES if PYTHON.search(path.read_text(encoding="utf-8")) and not path.name.startswith("many.")]
NAME = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["name"]


def id_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("page", RUN, ids=id_of)
def test_the_code_of_a_page_runs(page: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    for block in PYTHON.findall(page.read_text(encoding="utf-8")):
        exec(compile(block, page.name, "exec"), names)


@pytest.mark.parametrize("page", PAGES, ids=id_of)
def test_the_commands_of_a_page_exist(page: Path):
    """Every option in a line that calls workreport is one of that command."""
    for block in SHELL.findall(page.read_text(encoding="utf-8")):
        for call in re.findall(r"workreport (\w+)([^|\n#]*)", block):
            command = main.get_command(None, call[0])  # type: ignore[arg-type]
            known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
            assert {word for word in call[1].split() if re.fullmatch(r"--[\w-]+|-\w", word)} <= known, call


@pytest.mark.parametrize("page", PAGES, ids=id_of)
def test_the_links_of_a_page_lead_somewhere(page: Path):
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
        assert (page.parent / link).exists(), link


def test_every_install_line_installs_this_project():
    text = "\n".join(path.read_text(encoding="utf-8") for path in [*PAGES, *(ROOT / "pipeline").rglob("*.py"), *(ROOT / "pipeline").rglob("*.tsv")])
    for said in re.findall(r"(?:pip|pipx|uv pip) install ([^\n`。；]*)", text):
        for word in re.findall(r"'([^']*)'|(\S+)", said)[:1]:
            target = "".join(word)
            ours = re.split(r"[\[=<>]", target)[0]
            assert ours in (NAME, ".", "--no-index", "s3fs"), said


@pytest.mark.parametrize("name", list(pages.PAGES))
def test_pages_from_the_source_are_as_the_source_says(name: str):
    """``make docs`` writes them."""
    assert (DOCS / name).read_text(encoding="utf-8") == pages.PAGES[name]()


def test_the_sample_outputs_are_what_the_command_makes(tmp_path: Path):
    """``make samples`` writes them."""
    samples.write(tmp_path)
    made = {path.name for path in tmp_path.iterdir()}
    assert made == {path.name for path in (DOCS / "samples").iterdir()}
    document = "traffic-police-2023.json"
    assert json.loads((tmp_path / document).read_text(encoding="utf-8")) == json.loads((DOCS / "samples" / document).read_text(encoding="utf-8"))
    assert _rows(tmp_path / "numbers.xlsx") == _rows(DOCS / "samples" / "numbers.xlsx")
    assert (tmp_path / "review.html").read_bytes() == (DOCS / "samples" / "review.html").read_bytes()


def _rows(path: Path) -> list[tuple]:
    from openpyxl import load_workbook

    return list(load_workbook(path, read_only=True)["观测"].iter_rows(values_only=True))


def test_the_notebook_runs(monkeypatch: pytest.MonkeyPatch):
    nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed (extra [dev])")
    nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed (extra [dev])")
    notebook = nbformat.read(DOCS / "tour.ipynb", as_version=4)
    nbclient.NotebookClient(notebook, timeout=600, kernel_name="python3", resources={"metadata": {"path": str(ROOT)}}).execute()
    assert any("text/html" in output.get("data", {}) for cell in notebook.cells for output in cell.get("outputs", []))


def test_the_readmes_are_short_and_say_the_same():
    english, chinese = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh.md"))
    assert all(len(text.splitlines()) <= 75 for text in (english, chinese))
    targets = [[link.replace(".zh.md", ".md") for link in re.findall(r"\]\(([^)]+)\)", text)] for text in (english, chinese)]
    assert sorted(targets[0]) == sorted(targets[1])
    assert english.count("\n## ") == chinese.count("\n## ")


ONE = ("columns.md", "reference/api.md", "reference/schema.md")  # in both languages, or names and docstrings


@pytest.mark.parametrize("page", [path for path in PAGES if DOCS in path.parents and ".zh" not in path.name], ids=id_of)
def test_every_page_of_the_site_has_its_chinese_twin(page: Path):
    if str(page.relative_to(DOCS)) in ONE:
        return
    english, chinese = (path.read_text(encoding="utf-8") for path in (page, page.with_suffix(".zh.md")))
    assert english.count("\n#") == chinese.count("\n#")
    assert english.count("\n|") == chinese.count("\n|")
    assert english.count("\n```") == chinese.count("\n```")


def test_the_version_is_said_once():
    stated = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert stated == __version__
    assert f"\nversion: {__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


def test_the_changelog_speaks_of_the_schema_of_today():
    from pipeline.emit import SCHEMA_VERSION

    assert f"schema {SCHEMA_VERSION}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
