"""Names that stay: of a report over its versions, of an indicator over reports."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from pipeline.body import UNKNOWN, Body, body
from pipeline.body import doc_id as body_doc_id
from pipeline.canonical import key_of
from pipeline.lexicon.families import OF

__all__ = ["UNKNOWN", "body_of", "doc_id", "indicator_code"]


def body_of(document: Mapping[str, Any]) -> Body:
    """The body whose report a document is."""
    report = document["report"]
    region = report["region"] or {"code": None, "name": None}
    return body(report["issuer"], report["title"], region["code"], region["name"])


def doc_id(document: Mapping[str, Any]) -> str:
    """Which report this is: area, period, and eight digits over its body and its periods.

    Where the body is unknown the path is taken in: two reports may be kept as one too few, never
    lost one in the other.
    """
    report, found = document["report"], body_of(document)
    periods = (_text(report["review_year"]), _text(report["plan_year"]))
    dated = () if any(periods) else ("".join((report["title"] or "").split()),)
    beside = dated if found else (document["source"]["path"],)
    return body_doc_id(found, *periods, *beside)


def _text(period: object) -> str | None:
    return None if period is None else str(period)


def indicator_code(indicator: Mapping[str, Any]) -> str:
    """What joins rows of one thing: the code of the lexicon; of a family its code and a digest of
    the name.

    Without a code ``N_`` and a digest of name and topic in the form in which two names of one thing
    are equal; ``U_`` where the name says too little to be joined by (企业, 投资).
    """
    code = indicator["code"]
    if code and OF in code:
        family, _, name = code.partition(OF)
        return f"{family}_{_digest(name, length=12)}"
    if code:
        return str(code)
    joined = key_of(indicator["name"], indicator.get("topic"), None)
    return (
        f"N_{_digest(joined, length=12)}"
        if joined
        else f"U_{_digest(indicator['name'], length=12)}"
    )


def _digest(*parts: object, length: int = 8) -> str:
    return sha256(
        "\n".join("" if part is None else str(part) for part in parts).encode()
    ).hexdigest()[:length]
