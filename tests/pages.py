"""The pages of reference, from the source: ``python -m tests.pages docs`` writes them (``make docs``); a test holds them to it."""

from __future__ import annotations

import inspect
import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from click.testing import CliRunner

import workreport as wr
from pipeline.check.kinds import markdown as kinds_table
from pipeline.cli import main
from pipeline.emit.schema import schema
from pipeline.export.columns import markdown

from .conftest import ROOT

_MADE = "Made from the source by `make docs`; a test holds them together."
_MEMBERS = {"Document": ("to_frame", "to_dict", "to_json", "evidence"), "Table": ("to_frame",), "Indicator": ("quantities", "rule")}
_WORDS = {"en": ("Commands", _MADE), "zh": ("命令", "由 `make docs` 从源码写出，有测试核对。")}


def commands(lang: str) -> str:
    """``--help`` of every command."""
    title, made = _WORDS[lang]
    parts = [f"# {title}\n\n{made}\n\n{_help(lang)}"]
    parts += [f"## workreport {name}\n\n{_help(lang, name)}" for name in main.list_commands(None)]  # type: ignore[arg-type]
    return "\n".join(parts)


def _help(lang: str, *command: str) -> str:
    runner = CliRunner(env={"COLUMNS": None, "WORKREPORT_LANG": lang})
    said = runner.invoke(main, [*command, "--help"], prog_name="workreport", terminal_width=100).output
    return f"```text\n{said.rstrip()}\n```\n"


def api() -> str:
    """The public names of ``import workreport``, with what they take and what they say of themselves."""
    parts = [f"# Python API\n\n{_MADE} How they are used: [From Python](../python.md).\n"]
    for name in sorted(wr.__all__, key=lambda name: (not name.islower(), name.lower())):
        thing = getattr(wr, name)
        if name.startswith("__"):
            continue
        head = f"## `{name}{_signature(thing)}`" if not inspect.isclass(thing) else f"## class `{name}`"
        parts.append(f"{head}\n\n{_doc(thing)}\n")
        for member in _MEMBERS.get(name, ()):
            parts.append(f"### `{name}.{member}{_signature(getattr(thing, member))}`\n\n{_doc(getattr(thing, member))}\n")
        if fields := getattr(thing, "__dataclass_fields__", None):
            parts.append("| field | type |\n| --- | --- |\n" + "".join(f"| `{key}` | `{_type(field.type)}` |\n" for key, field in fields.items()))
    return "\n".join(parts)


def _type(type: object) -> str:
    return str(type).replace("|", "\\|")


def _signature(thing: Any) -> str:
    return str(inspect.signature(thing)).replace("self, ", "").replace("(self)", "()").replace("|", "\\|") if callable(thing) else ""


def _doc(thing: Any) -> str:
    return (inspect.getdoc(thing) or "").replace("``", "`")


def of_schema() -> str:
    """The JSON Schema as tables, then in full."""
    whole = schema()
    parts = [f"# JSON Schema\n\n{_MADE} `workreport schema` prints it. Draft 2020-12, version {whole['properties']['schema_version']['const']}.\n"]
    for name, shape in _objects("document", whole):
        rows = [f"| `{key}` | {_kind(value)} | {value.get('description', '')} |" for key, value in shape["properties"].items()]
        parts.append(f"## {name}\n\n| field | type | |\n| --- | --- | --- |\n" + "\n".join(rows) + "\n")
    return "\n".join([*parts, "## In full\n\n```json", json.dumps(whole, ensure_ascii=False, indent=1), "```\n"])


def _objects(name: str, shape: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if "properties" in shape:
        yield name, shape
        for key, value in shape["properties"].items():
            yield from _objects(f"{name}.{key}", value.get("items", value))
    for key, value in shape.get("$defs", {}).items():
        yield from _objects(key, value)


def _kind(shape: Mapping[str, Any]) -> str:
    if "$ref" in shape:
        return f"{shape['$ref'].rpartition('/')[2]}"
    if "enum" in shape:
        return ", ".join(f"`{value}`" for value in shape["enum"])
    if "oneOf" in shape:
        return " or ".join(_kind(one) for one in shape["oneOf"])
    if shape.get("type") == "array":
        return f"array of {_kind(shape.get('items', {}))}"
    kind = shape.get("type", "")
    return " or ".join(kind) if isinstance(kind, list) else str(kind or f"`{shape.get('const', '')}`")


_MARKS = re.compile(r"(<!-- made [^\n]* -->\n)(.*?)(<!-- end -->)", re.DOTALL)


def checks(name: str, lang: Literal["en", "zh"]) -> str:
    """A page of checks with its table of kinds written anew."""
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")
    return _MARKS.sub(lambda found: f"{found[1]}\n{kinds_table(lang)}\n{found[3]}", page)


PAGES = {
    "checks.md": lambda: checks("checks.md", "en"),
    "checks.zh.md": lambda: checks("checks.zh.md", "zh"),
    "columns.md": markdown,
    "reference/commands.md": lambda: commands("en"),
    "reference/commands.zh.md": lambda: commands("zh"),
    "reference/api.md": api,
    "reference/schema.md": of_schema,
}

if __name__ == "__main__":
    for name, made in PAGES.items():
        path = Path(sys.argv[1]) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made(), encoding="utf-8")
