"""Documents read back: the JSON of ``emit`` found, read and checked, for the commands that work on what was extracted; ``load`` makes records of it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from pipeline.body import Body, body, spoken
from pipeline.emit import SCHEMA_VERSION
from pipeline.errors import ReadError, Refuse
from pipeline.records import (
    Cell,
    Change,
    Check,
    Evidence,
    Indicator,
    Quantity,
    Rank,
    Region,
    Section,
    Span,
)

_REMEDY = "请给出 workreport extract 写的 JSON；旧版本写的请重新提取。"
_FIELDS = ("source", "report", "text", "sections", "passages", "indicators", "pipeline")
_T = TypeVar("_T")
STANDARD_INPUT = Path("-")
LINES = (".jsonl", ".ndjson")
_MARK = b'"schema_version"'
_VERSION = f'"schema_version": "{SCHEMA_VERSION}"'.encode()
_TEXT_KEY = b'"text":'
_BEFORE_TEXT = 16384  # bytes in which the head of a document ends
_HEAD = 100  # bytes in which a document as written by ``emit`` names its version


@dataclass(frozen=True, slots=True)
class Document:
    """One report as extracted. ``path`` is the JSON file, ``source`` the report it came from; spans count into ``text``."""

    path: Path
    source: str
    title: str | None
    issuer: str | None
    region: Region | None
    review_year: int | None
    plan_year: int | None
    text: str
    passages: tuple[Span, ...]
    indicators: tuple[Indicator, ...]
    checks: tuple[Check, ...]
    sections: tuple[Section, ...] = ()

    @property
    def name(self) -> str:
        """What findings call it: the file without its suffix."""
        return self.path.stem

    @property
    def speaker(self) -> str:
        """Who reports, for people to read: the issuer as written, else the area, the title, the file."""
        issuer = spoken(self.issuer)
        place = self.region.name if self.region else ""
        return issuer or place or self.title or self.name

    @property
    def body(self) -> Body:
        """Who reports: the area and the kind of body, one over years and spellings; empty where unknown."""
        region = self.region
        return body(self.issuer, self.title, *((region.code, region.name) if region else (None, None)))


def files(paths: Iterable[Path]) -> list[Path]:
    """Every document in ``paths``, each once, folders searched to the bottom; JSON of another kind that lies in a folder (a datapackage.json) is passed over.

    What is torn or cannot be read is kept, so that reading it says why. Raises ``ReadError`` where there is none.
    """
    paths = list(paths)
    found: dict[Path, Path] = {}
    for path in paths:
        for file in sorted(one for one in path.rglob("*.json") if one.is_file() and not _of_another_kind(one)) if path.is_dir() else [path]:
            found.setdefault(file.resolve(), file)
    if not found:
        raise ReadError("没有 workreport 的 JSON", place="、".join(map(str, paths)), remedy="请先用 workreport extract 提取，或指出它写入的文件夹。")
    return list(found.values())


def several(found: Sequence[Path]) -> bool:
    """Whether files may hold more documents than one, so that one may be torn and others whole."""
    lines = (file == STANDARD_INPUT or file.suffix.lower() in LINES for file in found)
    return len(found) > 1 or any(lines)


def _of_another_kind(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            if _MARK in file.read(_HEAD):
                return False
        content = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return False
    return not (isinstance(content, dict) and "schema_version" in content and "indicators" in content)


def content(path: Path, *, exact: bool = False) -> dict[str, Any]:
    """The document in a file or on standard input (``-``), as plain JSON; with ``exact`` its numbers are ``Decimal``. Raises ``ReadError`` where it cannot be read, is torn, none of ours, or of another version."""
    return _checked(_text(path), path, exact=exact)


def contents(
    path: Path, *, exact: bool = False, refuse: Refuse | None = None
) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Each document of a file with the path that stands for it.

    One of a JSON file, one a line of a .jsonl; standard input (``-``) may be either. Raises
    ``ReadError``, or tells ``refuse`` of it and goes on.
    """
    if path.suffix.lower() not in LINES and path != STANDARD_INPUT:
        for found in _kept(lambda: content(path, exact=exact), refuse):
            yield path, found
        return
    for text in _kept(lambda: _text(path), refuse):
        one = path == STANDARD_INPUT and not _is_json(text.partition("\n")[0])
        for number, line in enumerate([text] if one else text.splitlines(), 1):
            place = path if one else Path(f"{path}:{number}")
            if line.strip():
                for found in _kept(partial(_checked, line, place, exact=exact), refuse):
                    yield Path(found["source"]["path"]), found


def _kept(read: Callable[[], _T], refuse: Refuse | None) -> Iterator[_T]:
    """What ``read`` gives; nothing where it cannot and somebody wants to be told of it."""
    try:
        found = read()
    except ReadError as fault:
        if refuse is None:
            raise
        refuse(fault)
        return
    yield found


def _is_json(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False


def _text(path: Path) -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig") if path == STANDARD_INPUT else path.read_text(encoding="utf-8-sig")
    except OSError as fault:
        raise ReadError(f"读不了（{fault.strerror}）", place=str(path), remedy="请检查路径和权限。") from fault
    except ValueError as fault:
        raise ReadError("不是 workreport 的输出，或不是完整的 JSON", place=str(path), remedy=_REMEDY) from fault


def _checked(text: str, path: Path, *, exact: bool) -> dict[str, Any]:
    try:
        found = json.loads(text, parse_float=Decimal if exact else None)
    except ValueError as fault:
        raise ReadError("不是 workreport 的输出，或不是完整的 JSON", place=str(path), remedy=_REMEDY) from fault
    version = found.get("schema_version") if isinstance(found, dict) else None
    if version is None:
        raise ReadError("不是 workreport 的输出", place=str(path), remedy=_REMEDY)
    if version != SCHEMA_VERSION:
        raise ReadError(f"版本是 {version}，这里读 {SCHEMA_VERSION}", place=str(path), remedy=_REMEDY)
    if missing := [field for field in _FIELDS if field not in found]:
        raise ReadError(f"不是完整的 workreport 输出，缺少 {'、'.join(missing)}", place=str(path), remedy=_REMEDY)
    return found  # type: ignore[no-any-return]


def load_all(paths: Iterable[Path]) -> list[Document]:
    """Every document in ``paths`` (see ``files``), in order of body and year. Raises ``ReadError`` naming the file."""
    return list(in_order(paths))


def in_order(paths: Iterable[Path], refuse: Refuse | None = None) -> Iterator[Document]:
    """Every document in ``paths``, one at a time, in order of body and year.

    Only what tells the order is held, so that thousands of reports need no more memory than one;
    of a stream of documents (``.jsonl``, ``-``) all are. Raises ``ReadError`` naming the file, or
    tells ``refuse`` of it and goes on.
    """
    found = files(paths)
    refuse = refuse if several(found) else None
    if any(file == STANDARD_INPUT or file.suffix.lower() in LINES for file in found):
        told = (one for file in found for one in contents(file, exact=True, refuse=refuse))
        yield from arranged(d for one in told for d in _kept(partial(_loaded, *one), refuse))
        return
    placed = [(key, file) for file in found for key in _kept(partial(_place, file), refuse)]
    for _, file in sorted(placed):
        yield from _kept(partial(load, file), refuse)


def arranged(documents: Iterable[Document]) -> list[Document]:
    """Documents in order of body and year, as checks and series take them."""
    return sorted(documents, key=lambda one: (one.body, one.review_year or 0, one.name))


def beside(path: Path, year: int) -> Path | None:
    """The document in the folder of ``path`` that is the same body's report on ``year``; None without one, or where it is not sure which."""
    body = _order(path)[0]
    if not any(body):
        return None
    neighbours = (file for file in sorted(path.parent.glob("*.json")) if file != path)
    found = [file for file in neighbours if _is(file, body, year)]
    return found[0] if len(found) == 1 else None


def _is(path: Path, wanted: Body, year: int) -> bool:
    try:
        found, reviewed, _ = _order(path)
    except (ReadError, OSError, KeyError, TypeError, AttributeError):
        return False
    return found == wanted and reviewed == year


def _place(path: Path) -> tuple[Body, int, str]:
    """What tells where a document stands among others. Raises ``ReadError``."""
    try:
        return _order(path)
    except (KeyError, TypeError, AttributeError, OSError) as fault:
        raise ReadError("不是完整的 workreport 输出", place=str(path), remedy=_REMEDY) from fault


def _order(path: Path) -> tuple[Body, int, str]:
    report = _head(path) or content(path)["report"]
    region = report["region"] or {"code": None, "name": None}
    found = body(report["issuer"], report["title"], region["code"], region["name"])
    return found, report["review_year"] or 0, path.stem


def _head(path: Path) -> dict[str, Any] | None:
    """What a document as written by ``emit`` says of its report before its text; None where it is laid out otherwise."""
    with path.open("rb") as file:
        start = file.read(_BEFORE_TEXT)
    end = start.find(_TEXT_KEY)
    if end < 0 or _VERSION not in start[:_HEAD]:
        return None
    try:
        found = json.loads(start[:end].rstrip().rstrip(b",") + b"}")
    except ValueError:
        return None
    return found.get("report") if isinstance(found, dict) else None


def load(path: Path) -> Document:
    """One document. Raises ``ReadError`` where the file is no document of this version."""
    return _loaded(path, content(path, exact=True))


def parsed(shape: Mapping[str, Any], *, path: Path) -> Document:
    """The document in plain Python objects, such as ``emit`` makes. Raises ``ReadError`` where it is none of this version."""
    return _loaded(path, json.loads(json.dumps(shape), parse_float=Decimal))


def _loaded(path: Path, shape: Mapping[str, Any]) -> Document:
    try:
        return _document(path, shape)
    except (ValueError, KeyError, TypeError) as fault:
        raise ReadError("不是完整的 workreport 输出", place=str(path), remedy=_REMEDY) from fault


def _document(path: Path, content: Mapping[str, Any]) -> Document:
    report = content["report"]
    return Document(
        path, content["source"]["path"], report["title"], report["issuer"], Region(**report["region"]) if report["region"] else None, report["review_year"], report["plan_year"],
        content["text"], tuple(Span(*p["span"]) for p in content["passages"]), tuple(_indicator(i) for i in content["indicators"]), tuple(_check(c) for c in content["checks"]),
        tuple(_section(s) for s in content["sections"]),
    )  # fmt: skip


def _section(shape: Mapping[str, Any]) -> Section:
    plain = {key: shape[key] for key in ("id", "level", "marker", "title", "parent")}
    return Section(**plain, span=Span(*shape["span"]))


_PLAIN = ("id", "passage", "name", "topic", "scope", "period", "modality", "canonical", "code")


def _indicator(shape: Mapping[str, Any]) -> Indicator:
    rank = shape["rank"]
    return Indicator(
        **{key: shape[key] for key in _PLAIN},
        value=_quantity(shape["value"]),
        base=_quantity(shape["base"]),
        changes=tuple(_change(change) for change in shape["changes"]),
        rank=Rank(_there(rank), rank["among"]) if rank else None,
        cell=Cell(**shape["cell"]) if shape["cell"] else None,
        part_of=shape.get("part_of"),
        same_as=shape.get("same_as"),
        evidence=tuple(Evidence(e["part"], Span(*e["span"]), e["rule"]) for e in shape["evidence"]),
        confidence=float(shape["confidence"]),
    )


def _change(shape: Mapping[str, Any]) -> Change:
    return Change(_there(shape), shape["basis"], shape["against"], shape["form"])


def _there(shape: Mapping[str, Any]) -> Quantity:
    return Quantity(Span(*shape["span"]), Decimal(shape["low"]), Decimal(shape["high"]), shape["unit"], shape["bound"], shape.get("period"))


def _quantity(shape: Mapping[str, Any] | None) -> Quantity | None:
    return None if shape is None else _there(shape)


def _check(shape: Mapping[str, Any]) -> Check:
    stated, computed = ((Decimal(shape[key][0]), Decimal(shape[key][1])) for key in ("stated", "computed"))
    said = shape["kind"], shape["status"], tuple(shape["indicators"]), shape["message"]
    return Check(*said, stated, computed, shape["unit"], Span(*shape["span"]), shape["certainty"])
