"""Every Chinese word that a person may read on the command line, found in the source: ``python -m tests.english`` lists what has no English yet.

Taken are the words of the commands (help, messages, tables) and the reasons and remedies of faults; what is filled in is ``{}``.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

from pipeline.check.findings import COLUMNS
from pipeline.check.kinds import kinds
from pipeline.cli.rules import grammar
from pipeline.english import catalogue, english
from pipeline.review.words import english as of_page
from pipeline.review.words import page_words

from .conftest import ROOT

_SAYING = {"_", "say", "notice", "table", "add_column", "UsageError", "progress"}
_FAULTS = {"Fault", "Passed", "Refusal", "refused"}  # whose words stand in order
_WORDS = {"LABELS", "BASES", "TAKEN", "STATUS", "_STATUS", "_MET", "_BOUNDS", "_WORDS", "_QUALIFIERS", "_COMMANDS"}


def chinese(text: str) -> bool:
    return any("\u4e00" <= character <= "\u9fff" for character in text)


def template(node: ast.expr) -> str | None:
    """A string as the catalogue has it: what an f-string fills in is ``{}``."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)  # type: ignore[misc]
    return None


def of_commands(tree: ast.Module) -> Iterator[str]:
    """What the files of the command line say: in calls that speak, in help, in lists of words, in docstrings of commands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            parts = [word.value for word in node.keywords if word.arg in ("help", "title", "footer")]
            if name in _SAYING:
                parts += node.args
            yield from filter(None, map(template, parts))
        elif isinstance(node, ast.FunctionDef) and any("command" in ast.unparse(one) or "group" in ast.unparse(one) for one in node.decorator_list):
            yield inspect.cleandoc(ast.get_docstring(node, clean=False) or "")


def of_lists(tree: ast.Module) -> Iterator[str]:
    """Words that tables of the command line show for codes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and any(getattr(target, "id", "") in _WORDS for target in node.targets) and isinstance(node.value, ast.Dict):
            yield from filter(None, map(template, node.value.values))


def of_faults(tree: ast.Module) -> Iterator[str]:
    """Reasons and remedies of faults: of every call that has a remedy."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if any(word.arg == "remedy" for word in node.keywords):
            yield from filter(None, map(template, [*node.args[:1], *(word.value for word in node.keywords if word.arg == "remedy")]))
        elif getattr(node.func, "id", "") in _FAULTS:
            yield from filter(None, map(template, node.args))


def said(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [*of_faults(tree), *(of_commands(tree) if "cli" in path.relative_to(ROOT).parts else ()), *(of_lists(tree) if {"cli", "check"} & {*path.relative_to(ROOT).parts} else ())]
    return [one for one in dict.fromkeys(found) if chinese(one)]


def missing() -> list[str]:
    found = [one for path in sorted((ROOT / "pipeline").rglob("*.py")) for one in said(path)]
    found += [kind.zh for kind in kinds().values()]
    found += [column.title for column in COLUMNS if chinese(column.title)]
    found += [word for line in grammar() for word in (line.room, line.gloss)]
    return [one for one in dict.fromkeys(found) if one not in catalogue() and english(one) == one]


def of_script(source: str) -> list[str]:
    """What a script of the review page says: its templates t`…`, what they fill in as ``{}``, those inside them too."""
    found: list[str] = []

    def words(at: int) -> tuple[str, int]:
        said = ""
        while source[at] != "`":
            if source.startswith("${", at):
                at, said = code(at + 2), said + "{}"
            else:
                step = 2 if source[at] == "\\" else 1
                at, said = at + step, said + source[at : at + step]
        return said, at + 1

    def code(at: int) -> int:
        depth = 0
        while at < len(source) and (depth or source[at] != "}"):
            if source[at] == "`":
                tagged = re.search(r"(?<![\w.])t$", source[max(0, at - 2) : at])
                said, at = words(at + 1)
                if tagged:
                    found.append(said)
                continue
            depth += {"{": 1, "}": -1}.get(source[at], 0)
            at += 1
        return at + 1

    at = 0
    while at < len(source):
        at = code(at)
    return found


def missing_on_the_page() -> list[str]:
    """What the review page says without English: its scripts, templates, and words for codes."""
    room = ROOT / "pipeline" / "review"
    found = [one for path in sorted((room / "static").glob("*.js")) for one in of_script(path.read_text(encoding="utf-8"))]
    found += [one for path in sorted((room / "templates").glob("*.html")) for one in re.findall(r"""\bt\((?:'([^']*)'|"([^"]*)")""", path.read_text(encoding="utf-8")) for one in one if one]
    found += [text for name, table in page_words("zh").items() if name != "checks" for text in table.values()]
    found += re.findall(r"""\bt\("([^"]*)\"""", (room / "server.py").read_text(encoding="utf-8"))
    return [one for one in dict.fromkeys(found) if chinese(one) and one not in of_page()]


if __name__ == "__main__":
    for one in missing() + missing_on_the_page():
        print(one.replace("\n", "\\n"))
