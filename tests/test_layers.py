"""Who may import whom: stages know the shared modules, never each other; only the chain knows their order."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from .conftest import ROOT

STAGES = ("read", "segment", "extract", "tabulate", "canonical", "classify", "check", "emit")
BELOW = {
    "tables": {"errors", "records", "patterns", "lexicon"}, "tabulate": {"errors", "records", "patterns", "lexicon", "tables", "extract", "periods", "progress"},
    "records": set(), "progress": set(), "errors": set(), "lexicon": {"errors"}, "patterns": {"lexicon"}, "periods": {"patterns"},
    "read": {"errors", "records", "patterns", "lexicon", "periods", "tables", "progress", "processes"}, "segment": {"errors", "records", "patterns", "lexicon", "periods"}, "extract": {"errors", "records", "patterns", "lexicon", "periods"},
    "canonical": {"errors", "records", "patterns", "lexicon"}, "classify": {"errors", "records", "patterns", "lexicon", "shipped"}, "emit": {"errors", "records", "patterns", "lexicon", ""},
    "check": {"errors", "records", "patterns", "lexicon", "canonical", "document", "sheet", "english"}, "sheet": {"cells", "errors"},
    "track": {"cells", "errors", "records", "patterns", "lexicon", "canonical", "document", "check", "batch", "sheet"},
    "export": {"cells", "processes", "errors", "records", "patterns", "lexicon", "body", "canonical"}, "body": {"lexicon", "patterns"},
    "document": {"errors", "records", "emit", "body"},
}  # fmt: skip
# training runs the stages before its own, to see what they would give it
EXEMPT = {"pipeline/classify/examples.py", "pipeline/classify/train.py"}
MODULES = sorted((ROOT / "pipeline").rglob("*.py"))


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "pipeline":
            names.add([*node.module.split("."), ""][1])
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports(path: Path):
    name = str(path.relative_to(ROOT))
    room = path.relative_to(ROOT / "pipeline").parts[0].removesuffix(".py")
    if room in BELOW and name not in EXEMPT:
        assert imported(path) - {room} <= BELOW[room]


def test_every_room_and_the_models_are_installed():
    stated = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"]
    rooms = {".".join(path.parent.relative_to(ROOT).parts) for path in MODULES if path.name == "__init__.py"}
    assert set(stated) == rooms | {"pipeline.models", "workreport"}


@pytest.mark.parametrize("stage", [*STAGES, "track"])
def test_each_stage_has_one_verb_of_its_own_name(stage: str):
    module = __import__(f"pipeline.{stage}", fromlist=[stage])
    assert stage in module.__all__
    assert callable(getattr(module, stage))


ROOMS = ["api", "canonical", "check", "cli", "document", "emit", "export", "lexicon", "nlp", "records", "review", "serve", "track"]


@pytest.mark.parametrize("room", ROOMS)
def test_lines_are_a_hundred_wide_where_they_are(room: str):
    """The other rooms follow; new lines are no longer anywhere."""
    long = [f"{path.name}:{number}" for path in (ROOT / "pipeline" / room).rglob("*.py") for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if len(line) > 100]
    assert long == []


def test_nothing_is_pickled():
    assert not [p for p in MODULES if "import pickle" in p.read_text(encoding="utf-8") or "allow_pickle=True" in p.read_text(encoding="utf-8")]


def test_every_pattern_and_word_list_is_used():
    sources = {path: path.read_text(encoding="utf-8") for path in MODULES}
    everything = "\n".join(sources.values())
    said = Counter(re.findall(r"\w+", everything))
    patterns = [name for path, text in sources.items() if path.parent.name == "patterns" for name in re.findall(r"^([A-Z_]+) = ", text, re.MULTILINE)]
    lists = tomllib.loads((ROOT / "pipeline/lexicon/words.toml").read_text(encoding="utf-8"))
    assert [name for name in patterns if said[name] < 2] == []
    assert [name for name in lists if f'words("{name}")' not in everything] == []
    roles = tomllib.loads((ROOT / "pipeline/lexicon/cues.toml").read_text(encoding="utf-8"))["clause"]
    assert [role for role in roles if f'plays("{role}")' not in everything] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_lines_have_a_hundred_characters(path: Path):
    longer = [number for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1) if len(line) > 100]
    assert longer == []


def decisions(function: ast.AST) -> int:
    """How often a function goes one way or another; functions inside it are counted by themselves."""
    found, nodes = 0, list(ast.iter_child_nodes(function))
    while nodes:
        node = nodes.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        nodes += ast.iter_child_nodes(node)
        found += isinstance(node, ast.If | ast.For | ast.AsyncFor | ast.While | ast.ExceptHandler | ast.IfExp)
        found += len(node.values) - 1 if isinstance(node, ast.BoolOp) else 0
        found += len(node.ifs) if isinstance(node, ast.comprehension) else 0
    return found


def test_decisions_are_counted():
    written = "def f(a):\n    if a and (not a or a > 1):\n        return [b for b in a if b] if a else g\n    def g():\n        while a: pass"
    assert decisions(ast.parse(written).body[0]) == 5


# the rules of numbers are taken apart as they are changed
SHORT = [path for path in MODULES if path.relative_to(ROOT / "pipeline").parts[0] != "extract"]


@pytest.mark.parametrize("path", SHORT, ids=lambda p: str(p.relative_to(ROOT)))
def test_functions_make_at_most_ten_decisions(path: Path):
    functions = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert [node.name for node in functions if decisions(node) > 10] == []
