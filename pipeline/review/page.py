"""What the page of one report is made of, and the page as one file for a machine without the tool.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from pipeline.english import Lang
from pipeline.errors import ReviewError
from pipeline.patterns.review import MODULE_EXPORT, MODULE_IMPORT
from pipeline.review.across import across
from pipeline.review.decisions import Decision, Json, core, digest
from pipeline.review.marks import marks, steps
from pipeline.review.readings import readings
from pipeline.review.risk import risks
from pipeline.review.standing import standing
from pipeline.review.words import english, page_words, speaker

if TYPE_CHECKING:
    from jinja2 import Environment

    from pipeline.review.folder import Entry

ENTRY_MODULE = "main.js"
_OF_PASSAGE = ("id", "section", "kind", "span", "label", "horizon", "confidence", "unsure")


def page_data(entry: Entry, document: Mapping[str, Any], lang: Lang = "zh") -> Json:
    """Everything the page shows, as plain JSON: spans in code points, indicators riskiest first,
    decisions that stand, and those that do not.
    """
    record = entry.store.of(entry.report)
    kept, lost = standing(document, [decision for _, decision in record])
    found = {indicator["id"]: indicator for indicator in document["indicators"]}
    checked = {
        **document,
        "checks": [*(document.get("checks") or ()), *across(entry.path, document)],
    }
    indicators = [
        {"id": id, "passage": found[id]["passage"], "record": core(found[id]),
         "confidence": found[id]["confidence"], "steps": steps(found[id], "name"),
         "state": risk.state, "reasons": risk.reasons, "checks": risk.checks,
         "marks": marks(found[id]),
         "cell": found[id]["cell"]}
        for id, risk in risks(checked, lang).items()
    ]  # fmt: skip
    report = document["report"]
    return {
        "name": entry.name, "title": report["title"] or entry.name, "issuer": report["issuer"],
        "published": report["published"],
        "document": digest(document), "version": document["pipeline"]["version"],
        "source": document["source"],
        "text": document["text"], "readings": readings(document),
        "sections": [
            {"id": s["id"], "level": s["level"],
             "title": f"{s['marker']}{s['title']}", "span": s["span"]}
            for s in document["sections"]
        ],
        "passages": [
            {key: p[key] for key in _OF_PASSAGE} | _recognised(p) for p in document["passages"]
        ],
        "tables": [
            {"id": t["id"], "span": t["span"], "title": t["title"],
             "head": t["header_rows"], "cells": t["cells"]}
            for t in document.get("tables", ())
        ],
        "indicators": indicators, "decisions": [decision.plain() for decision in kept],
        "seq": record[-1][0] if record else 0,
        "lost": [{"decision": one.decision.plain(), "reason": one.reason} for one in lost],
        "words": page_words(lang),
    }  # fmt: skip


def _recognised(passage: Mapping[str, Any]) -> Json:
    """Of a passage that was read in a picture: how surely, and the page of each of its lines."""
    found = passage.get("recognised")
    return (
        {
            "recognised": {
                "confidence": found["confidence"],
                "pages": [line["page"] for line in found["lines"]],
            }
        }
        if found
        else {}
    )


def page(
    entry: Entry, document: Mapping[str, Any], *, reviewer: str, token: str, lang: Lang = "zh"
) -> str:
    """The page as the server gives it: style and scripts are files of their own."""
    data = {**page_data(entry, document, lang), "reviewer": reviewer, "offline": False}
    return (
        _environment()
        .get_template("report.html")
        .render(
            title=data["title"], data=escaped(data), token=token, policy=None, **_language(lang)
        )
    )


def single_file(
    entry: Entry, document: Mapping[str, Any], *, reviewer: str, lang: Lang = "zh"
) -> str:
    """The page as one file: style and scripts inside, allowed by their digests and nothing else; it
    can reach no network.
    """
    data = {**page_data(entry, document, lang), "reviewer": reviewer, "offline": True}
    style, script = static("review.css"), bundle(ENTRY_MODULE)
    policy = (
        f"default-src 'none'; img-src data:; style-src 'sha256-{_sha256(style)}'; "
        f"script-src 'sha256-{_sha256(script)}'; base-uri 'none'; form-action 'none'"
    )
    return (
        _environment()
        .get_template("report.html")
        .render(
            title=data["title"],
            data=escaped(data),
            style=style,
            script=script,
            policy=policy,
            **_language(lang),
        )
    )


def listing(rows: list[Json], lang: Lang = "zh") -> str:
    """The page that lists the reports with their progress."""
    return (
        _environment()
        .get_template("reports.html")
        .render(rows=rows, words=page_words(lang), **_language(lang))
    )


def _language(lang: Lang) -> Json:
    """What a template needs to speak a language; the scripts get the English as data."""
    catalogue = escaped(dict(english())) if lang == "en" else None
    return {"t": speaker(lang), "lang": "en" if lang == "en" else "zh-CN", "english": catalogue}


def escaped(data: object) -> str:
    """JSON that can stand inside a script element: nothing in it can close the element or open a
    comment.

    >>> escaped("</script>")
    '"\\\\u003c/script\\\\u003e"'
    """
    plain = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        plain = plain.replace(character, f"\\u{ord(character):04x}")
    return plain.encode("utf-8", "backslashreplace").decode(
        "utf-8"
    )  # half of a surrogate pair is no character; JSON writes it as an escape


def static(name: str) -> str:
    """The text of one of the page's own files."""
    return files("pipeline.review").joinpath("static", name).read_text(encoding="utf-8")


@cache
def bundle(entry: str) -> str:
    """The module ``entry`` and all it imports as one script: each module once, behind those it
    needs, its import and export words left out.
    """
    order: list[str] = []
    parts: dict[str, str] = {}

    def visit(name: str) -> None:
        if name in parts:
            return
        text = parts[name] = static(name)
        for needed in MODULE_IMPORT.finditer(text):
            visit(needed["file"])
        order.append(name)

    visit(entry)
    script = "\n".join(
        MODULE_EXPORT.sub("", MODULE_IMPORT.sub("", parts[name])).strip() for name in order
    )
    return f'\n"use strict";\n(() => {{\n{script}\n}})();\n'


def _sha256(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


@cache
def _environment() -> Environment:
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
    except ImportError as fault:
        raise ReviewError(
            "审核页需要另外的包",
            place="workreport review",
            remedy="请运行 pip install 'workreport-zh[review]'。",
        ) from fault
    return Environment(
        loader=PackageLoader("pipeline.review"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def progress(document: Mapping[str, Any], kept: list[Decision]) -> dict[str, int]:
    """How many indicators are in each of the four states."""
    last = {decision.subject: decision.action for decision in kept if decision.action != "relabel"}
    decided = {subject for subject, action in last.items() if action not in ("later", "flag")}
    counts = Counter(
        "decided"
        if id in decided
        else "review"
        if id in last and risk.state == "auto"
        else risk.state
        for id, risk in risks(document).items()
    )
    added = sum(
        1
        for subject in decided
        if subject not in {indicator["id"] for indicator in document["indicators"]}
    )
    return {
        state: counts[state] + (added if state == "decided" else 0)
        for state in page_words()["states"]
    }
