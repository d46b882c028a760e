"""What the service refuses, and in which language it says so: Chinese, or English where the caller
prefers it.
"""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import Request
from fastapi.responses import JSONResponse

from pipeline.batch.records import Fault
from pipeline.english import Lang, english

_LANGUAGES: tuple[Lang, ...] = ("zh", "en")
_TOO_MUCH = 503
_NO_REPORT = 422


class Refusal(Exception):
    """A request that is not served: its status, what is wrong, where, and what to do about it."""

    def __init__(self, status: int, reason: str, place: str, remedy: str) -> None:
        super().__init__(reason)
        self.status = status
        self.fault = Fault("ServeError", reason, place, remedy)


def refused(request: Request, refusal: Refusal) -> JSONResponse:
    """Answer a request that is not served."""
    lang = preferred(request.headers.get("accept-language"))
    headers = {"Content-Language": lang, "Vary": "Accept-Language"}
    if refusal.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    said = told(refusal.fault, lang)
    body = {"detail": said["reason"], "place": said["place"], "remedy": said["remedy"]}
    return JSONResponse(body, refusal.status, headers)


def of_fault(fault: Fault) -> Refusal:
    """Make a refusal of what stopped a report."""
    status = _TOO_MUCH if fault.kind in ("LimitError", "WorkerDied") else _NO_REPORT
    return Refusal(status, fault.reason, fault.place, fault.remedy)


def told(fault: Fault, lang: Lang) -> Mapping[str, str]:
    """Give a fault as it is told: kind, place, reason and remedy."""
    reason, remedy = fault.reason, fault.remedy
    if lang == "en":
        reason, remedy = english(reason), english(remedy)
    return {"kind": fault.kind, "place": fault.place, "reason": reason, "remedy": remedy}


def preferred(accepted: str | None) -> Lang:
    """Choose the language from the header ``Accept-Language``: Chinese, unless English is liked
    better.

    >>> [preferred(one) for one in ("en-GB,en;q=0.9", "fr, en;q=0.5, zh-CN;q=0.8", "*", None)]
    ['en', 'zh', 'zh', 'zh']
    """
    best: tuple[float, Lang] = (0.0, "zh")
    for part in (accepted or "").split(","):
        tag, _, weight = part.partition(";")
        language = tag.strip().lower().partition("-")[0]
        for known in _LANGUAGES:
            if language == known and _number(weight) > best[0]:
                best = _number(weight), known
    return best[1]


def _number(weight: str) -> float:
    try:
        return float(weight.strip().removeprefix("q=")) if weight else 1.0
    except ValueError:
        return 0.0
