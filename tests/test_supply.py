"""What the program is built on: every dependency is used, explained and pinned."""

from __future__ import annotations

import ast
import re
import tomllib

import pytest

from .conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
FOR_USERS = {extra: needs for extra, needs in PROJECT["optional-dependencies"].items() if extra not in ("dev", "docs")} | {"": PROJECT["dependencies"]}
# packages whose modules have another name, or are used through another package
MODULES = {"charset-normalizer": "charset_normalizer", "dask": "distributed", "pillow": "PIL", "python-calamine": "python_calamine", "scikit-learn": "sklearn"}
THROUGH = {"psycopg": "sqlalchemy", "onnxruntime": "rapidocr"}


def names(needs: list[str]) -> set[str]:
    return {re.split(r"[\[<>=~! ;]", need)[0].lower() for need in needs}


DEPENDENCIES = sorted(set().union(*(names(needs) for needs in FOR_USERS.values())))


def imported() -> set[str]:
    found = set()
    for path in (ROOT / "pipeline").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.split(".")[0])
    return found


def test_every_dependency_is_used():
    used = imported()
    assert [name for name in DEPENDENCIES if MODULES.get(name, THROUGH.get(name, name)) not in used] == []


def test_every_dependency_is_explained_under_its_extra():
    table = dict(re.findall(r"^\| ([a-z0-9-]+) \| ([a-z, ]*?) ?\| \S.*\|$", (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8"), re.MULTILINE))
    table.pop("package", None)
    assert sorted(table) == DEPENDENCIES
    for name, extras in table.items():
        assert {extra for extra, needs in FOR_USERS.items() if name in names(needs)} == set(extras.replace(" ", "").split(","))


@pytest.mark.parametrize("name", DEPENDENCIES)
def test_every_dependency_is_pinned(name: str):
    pins = (ROOT / ".constraints.txt").read_text(encoding="utf-8").lower()
    assert re.search(rf"^{re.escape(name)}==\d", pins, re.MULTILINE)


def test_the_page_of_promises_names_tests_that_there_are():
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", (ROOT / "docs" / "promises.md").read_text(encoding="utf-8"))
    assert len(named) > 25
    assert [f"{file}::{test}" for file, test in named if f"def {test}(" not in (ROOT / file).read_text(encoding="utf-8")] == []
