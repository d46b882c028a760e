"""What the program is built on: every dependency is used, explained and pinned."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from importlib.metadata import requires

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from .audit import FILES, verdict
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


def hashed(name: str) -> dict[str, tuple[list[str], int]]:
    """Of each package in a file of ``.hashes/``: its versions (one or more, by Python), and how many digests the last of them has."""
    found: dict[str, tuple[list[str], int]] = {}
    for entry in re.split(r"\n(?=\w)", (ROOT / ".hashes" / name).read_text(encoding="utf-8")):
        if match := re.match(r"([\w.-]+)==([\w.]+)", entry):
            versions = [*found.get(match[1], ([], 0))[0], match[2]]
            found[match[1]] = versions, len(re.findall(r"--hash=sha256:[0-9a-f]{64}\b", entry))
    return found


def needed(name: str, extras: frozenset[str] = frozenset()) -> Iterator[str]:
    """The packages that an installed one needs, through all of theirs."""
    waiting, seen = [(name, extras)], set()
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        for need in map(Requirement, requires(one[0]) or ()):
            if need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in ("", *one[1])):
                yield canonicalize_name(need.name)
                waiting.append((need.name, frozenset(need.extras)))


def test_all_that_the_two_commands_install_has_its_digests():
    pins, found = (ROOT / ".constraints.txt").read_text(encoding="utf-8"), hashed("run.txt")
    assert {*needed("workreport-zh", frozenset({"review"}))} <= {*found}
    for name, (versions, digests) in (found | hashed("build.txt")).items():
        assert digests, name
        assert all(re.search(rf"^{re.escape(name)}=={re.escape(version)}( |$)", pins, re.MULTILINE) for version in versions), name


def test_the_two_commands_install_nothing_unchecked():
    said = subprocess.run(["make", "-n", "-W", ".hashes/run.txt", ".venv/.ready"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    installs = [line.rpartition(") ")[2] for line in said.splitlines() if "pip install" in line]
    assert [arguments for arguments in installs if "--require-hashes" in arguments and "-r .hashes/" in arguments] == installs[:2]
    assert installs[2:] == ["--no-deps --no-build-isolation -e ."]  # the checkout itself


def test_a_known_weakness_fails_the_audit_and_an_index_out_of_reach_does_not():
    weak = {"id": "X-1", "fix_versions": ["2.0"]}
    assert verdict({"dependencies": [{"name": "a", "version": "1.0", "vulns": [weak]}, {"name": "b", "version": "1.0", "vulns": []}]})[0] == 1
    assert verdict({"dependencies": [{"name": "b", "version": "1.0", "vulns": []}]}) == (0, ["pip-audit: 1 of 1 packages audited, 0 known weaknesses"])
    for nothing in (None, {"dependencies": []}, {"dependencies": [{"name": "a", "skip_reason": "not found"}]}):
        status, (said,) = verdict(nothing)
        assert (status, "nothing was audited" in said) == (0, True)
    assert all(path.is_file() for path in FILES)


def test_the_page_of_promises_names_tests_that_there_are():
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", (ROOT / "docs" / "promises.md").read_text(encoding="utf-8"))
    assert len(named) > 25
    assert [f"{file}::{test}" for file, test in named if f"def {test}(" not in (ROOT / file).read_text(encoding="utf-8")] == []
