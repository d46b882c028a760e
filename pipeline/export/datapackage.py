"""datapackage.json: what the files of a folder are, column by column (Data Package,
datapackage.org).
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from pipeline.errors import ExportError
from pipeline.export import to_sdmx
from pipeline.export.columns import Column, codelists, columns

NAME = "datapackage.json"
_WHERE = {
    "xlsx": {"sheetName": "观测"},
    "sql": {"table": "observations"},
}  # where in the file the table is


def schema(form: str) -> dict[str, Any]:
    """The columns of a format as a Table Schema: SDMX orders them its own way and adds three,
    databases have them in lower case.
    """
    fields = [_field(column) for column in (to_sdmx.ordered() if form == "sdmx-csv" else columns())]
    if form == "sdmx-csv":
        fields = [{"name": name, "type": "string"} for name in to_sdmx.OPENING] + fields
    if form == "sql":
        fields = [{**field, "name": field["name"].lower()} for field in fields]
    return {"fields": fields, "primaryKey": ["obs_id"], "missingValues": [""]}


def _field(column: Column) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": column.name,
        "type": column.type,
        "title": column.title,
        "description": f"{column.zh} | {column.en}",
        "example": column.example,
    }
    if column.standard:
        found["standard"] = column.standard
    if column.codes:
        found["constraints"] = {"enum": [code.id for code in codelists()[column.codes]]}
    return found


def described(folder: Path) -> dict[str, Any]:
    """The package that stands in a folder, or a new one.

    Raises ``ExportError`` where the file there is no data package.
    """
    path = folder / NAME
    if not path.exists():
        return {
            "name": "workreport",
            "title": "工作报告里的数字 Numbers from work reports",
            "resources": [],
        }
    try:
        package = json.loads(path.read_text(encoding="utf-8"))
        if not all(isinstance(resource["path"], str | list) for resource in package["resources"]):
            raise TypeError
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise ExportError(
            "不是数据包说明文件，不敢覆盖",
            place=str(path),
            remedy="请移走它，或把表写到别的文件夹。",
        ) from fault
    return package  # type: ignore[no-any-return]


def with_resource(
    package: dict[str, Any], file: Path, *, form: str, kind: str, media_type: str
) -> dict[str, Any]:
    """The package with ``file`` described in it, in place of what it said of a file of that name
    before. Other files stay as they are.
    """
    resource: dict[str, Any] = {
        "name": _slug(file.name),
        "path": file.name,
        "format": kind,
        "mediatype": media_type,
        "encoding": "utf-8",
        "schema": schema(form),
    }
    if form in _WHERE:
        resource["dialect"] = _WHERE[form]
    if form != "sql":  # a database goes on changing
        resource |= {"bytes": file.stat().st_size, "hash": digest(file)}
    return {
        **package,
        "resources": [
            *(other for other in package["resources"] if other["path"] != file.name),
            resource,
        ],
    }


def stated(package: dict[str, Any], file: Path) -> str | None:
    """The digest that the package states of a file; None where it knows none."""
    return next(
        (
            resource.get("hash")
            for resource in package["resources"]
            if resource["path"] == file.name
        ),
        None,
    )


def digest(file: Path) -> str:
    """``sha256:…`` of a file, as a data package writes it."""
    with file.open("rb") as stream:
        found = sha256()
        while block := stream.read(1 << 20):
            found.update(block)
    return f"sha256:{found.hexdigest()}"


def _slug(name: str) -> str:
    """A resource name may hold lower-case letters, digits and .

    _ - only; a Chinese file name is told by a digest.
    """
    plain = "".join(
        character
        for character in name.lower()
        if character.isascii() and (character.isalnum() or character in "._-")
    ).strip(".")
    return (
        plain
        if len(plain) == len(name)
        else f"{sha256(name.encode()).hexdigest()[:8]}-{plain}".strip("-")
    )
