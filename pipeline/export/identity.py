"""Names that stay: of a report over its versions, of an indicator over reports."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

UNKNOWN = "_U"  # SDMX: unspecified


def doc_id(document: Mapping[str, Any]) -> str:
    """Which report this is: area, year planned (else reviewed), and eight digits over who issued it, its title and its years.

    Path and content are no part of it, so a corrected file or a newer extraction is a version of the same report. Where the
    issuer is unknown the path is taken in: two reports may be kept as one too few, never lost one in the other.
    """
    report, source = document["report"], document["source"]
    area = report["region"]["code"] if report["region"] else UNKNOWN
    known = [report["issuer"], "".join((report["title"] or "").split()), report["review_year"], report["plan_year"]]
    if not report["issuer"]:
        known.append(source["path"])
    return f"{area}-{report['plan_year'] or report['review_year'] or UNKNOWN}-{_digest(area, *known)}"


def indicator_code(indicator: Mapping[str, Any]) -> str:
    """The code of the lexicon; else ``N_`` and a digest of the canonical name, the same wherever that name stands."""
    return indicator["code"] or f"N_{_digest(indicator['canonical'], length=12)}"


def _digest(*parts: object, length: int = 8) -> str:
    return sha256("\n".join("" if part is None else str(part) for part in parts).encode()).hexdigest()[:length]
