"""What one caller may ask for at most, and who may ask."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from pathlib import Path

from pipeline.batch.limits import DEFAULT, Limits
from pipeline.errors import ServeError

_SHORTEST = 16  # characters of a token


@dataclass(frozen=True, slots=True)
class Bounds:
    """``bytes`` of one request, what one report may take, ``workers`` processes, ``jobs`` that are
    kept.
    """

    bytes: int = 50_000_000
    report: Limits = DEFAULT
    workers: int = 2
    jobs: int = 1_000


def token_of(path: Path | None) -> str | None:
    """The token in a file; None without a file. Raises ``ServeError`` where it cannot be read or is
    too short to be one.
    """
    if path is None:
        return None
    try:
        token = path.read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as fault:
        raise ServeError(
            "令牌文件读不了", place=str(path), remedy="请检查路径、权限和编码。"
        ) from fault
    if len(token) < _SHORTEST:
        example = f"python -c 'print(\"{secrets.token_urlsafe(24)}\")' > {path}"
        raise ServeError(
            f"令牌太短，至少 {_SHORTEST} 个字符", place=str(path), remedy=f"例：{example}。"
        )
    return token


def admitted(stated: str | None, token: str | None) -> bool:
    """Whether ``Authorization: Bearer …`` is the token; compared in constant time."""
    return token is None or hmac.compare_digest((stated or "").encode(), f"Bearer {token}".encode())
