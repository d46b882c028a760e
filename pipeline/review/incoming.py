"""Decisions as the page sends them or a file holds them, checked before they are written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import regex
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from pipeline.errors import ReviewError
from pipeline.patterns import review as p
from pipeline.review.decisions import Action, Decision, digest, parts

FORMAT = "workreport-decisions/1"


def _whole(pattern: regex.Pattern[str]) -> AfterValidator:
    def check(text: str) -> str:
        if not pattern.fullmatch(text):
            raise ValueError(f"{text[:40]!r} 的写法不对")
        return text

    return AfterValidator(check)


Id = Annotated[str, _whole(p.ID)]
Line = Annotated[str, Field(max_length=400)]
Offset = Annotated[int, Field(ge=0)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)


class Quantity(_Strict):
    text: Line
    span: tuple[Offset, Offset]
    low: int | float
    high: int | float
    unit: Annotated[str, Field(max_length=40)]
    bound: Literal["exact", "approx", "min", "max", "range"]
    period: str | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Quantity:
        if self.low > self.high:
            raise ValueError("下限大于上限")
        if (self.bound == "range") != (self.low != self.high):
            raise ValueError("上下限不同才是区间，是区间上下限就不同")
        return self


class Change(Quantity):
    basis: Literal["yoy", "previous_period", "annual_average", "base", "peer", "plan"]
    against: Line | None = None
    form: Literal["rate", "difference", "multiple"] = "rate"


class Rank(Quantity):
    among: Line | None = None


class Record(_Strict):
    name: Annotated[str, Field(min_length=1, max_length=200)]
    topic: Line | None = None
    scope: Line | None
    period: Annotated[str, _whole(p.PERIOD)] | None
    modality: Literal["actual", "target"]
    value: Quantity | None
    base: Quantity | None
    changes: list[Change]
    rank: Rank | None

    @model_validator(mode="after")
    def _measures(self) -> Record:
        if not (self.value or self.changes or self.rank):
            raise ValueError("一个指标至少要有数值、变化、位次之一")
        return self


class Label(_Strict):
    label: Literal["achievement", "measure", "target", "problem", "other"]
    horizon: Literal["realised", "planned"]


class Incoming(_Strict):
    """One decision; its fields are those of ``Decision``."""

    id: Id
    subject: Id
    action: Action
    value: Record | Label | None
    machine: Record | Label | None
    span: tuple[Offset, Offset]
    evidence: str
    prefix: Line
    suffix: Line
    who: Annotated[str, Field(min_length=1, max_length=80)]
    at: Annotated[str, _whole(p.MOMENT)]
    why: Annotated[str, Field(max_length=2000)]
    undoes: Id | None
    document: Annotated[str, _whole(p.DIGEST)]
    version: Line

    @model_validator(mode="after")
    def _fits_its_action(self) -> Incoming:
        wanted = {"correct": Record, "add": Record, "relabel": Label}.get(self.action)
        if not isinstance(self.value, wanted or type(None)):
            raise ValueError(f"{self.action} 带的值不对")
        if (self.action == "undo") != (self.undoes is not None):
            raise ValueError("撤销要指出撤销哪一个决定，别的动作不要")
        return self


class DecisionFile(_Strict):
    """What the offline page saves: the decisions on one report."""

    format: Literal["workreport-decisions/1"]
    name: str
    sha256: Annotated[str, _whole(p.DIGEST)]
    document: Annotated[str, _whole(p.DIGEST)]
    saved_at: str
    decisions: list[Incoming]


def decisions_of(raw: object, document: Mapping[str, Any], *, place: str) -> list[Decision]:
    """Decisions from parsed JSON (a list), each checked; those on this very extraction also against
    its text. Raises ``ReviewError`` naming which one is wrong and how.
    """
    if not isinstance(raw, list):
        raise ReviewError("不是一串决定", place=place, remedy="请从审核页重新保存。")
    found = []
    now = digest(document)
    known = {item["id"] for kind in ("indicators", "passages") for item in document[kind]}
    for number, item in enumerate(raw, 1):
        try:
            given = Incoming.model_validate(item).model_dump(exclude={"value", "machine"})
            # as sent: a model would fill in what was left out
            decision = Decision(**given, value=item["value"], machine=item["machine"])
        except ValidationError as fault:
            raise ReviewError(
                f"第 {number} 个决定不合格式（{_said(fault)}）",
                place=place,
                remedy="请从审核页重新保存。",
            ) from fault
        if decision.document == now:
            _fits(decision, document["text"], known, place=f"{place} 第 {number} 个决定")
            if decision.action == "add":
                known.add(decision.subject)
        found.append(decision)
    return found


def decision_file(path: Path) -> DecisionFile:
    """A file of decisions. Raises ``ReviewError`` where it is none."""
    try:
        return DecisionFile.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except ValidationError as fault:
        raise ReviewError(
            f"不是审核页保存的决定（{_said(fault)}）",
            place=str(path),
            remedy="请给出页面上“保存决定”得到的文件。",
        ) from fault
    except (OSError, ValueError) as fault:
        raise ReviewError(
            f"读不了（{fault}）", place=str(path), remedy="请给出页面上“保存决定”得到的文件。"
        ) from fault


def _fits(decision: Decision, text: str, known: set[str], *, place: str) -> None:
    quoted = [(decision.span, decision.evidence)]
    if decision.action in ("correct", "add") and decision.value:
        quoted += [(part["span"], part["text"]) for _, part in parts(decision.value)]
    for span, said in quoted:
        if text[slice(*span)] != said:
            raise ReviewError(
                f"原文 {span[0]}–{span[1]} 处不是“{said[:40]}”",
                place=place,
                remedy="偏移按 Unicode 码位计数；请从审核页重新保存。",
            )
    if (
        decision.action != "add"
        and decision.subject not in known
        and not decision.subject.startswith(("a-", "kept-"))
    ):
        raise ReviewError(
            f"报告里没有 {decision.subject}", place=place, remedy="请从审核页重新保存。"
        )


def _said(fault: ValidationError) -> str:
    first = fault.errors(include_url=False)[0]
    return f"{'.'.join(str(step) for step in first['loc'])}：{first['msg']}"
