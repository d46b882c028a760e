"""Who may not ask, whatever the request: pages of other sites in a browser here, and those who
never finish asking.
"""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import urlsplit

from fastapi import Request
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pipeline.serve.refusals import Refusal, refused

_HERE = ("127.0.0.1", "localhost", "::1")
PATIENCE = 60  # seconds between two pieces of a request


def from_here(headers: Headers) -> bool:
    """Whether a request names this machine itself, and no page of another site has sent it.

    A name that somebody lets point to this machine (DNS rebinding) is not its own.

    >>> [from_here(Headers({"host": f"{name}:8766"})) for name in ("localhost", "evil.example")]
    [True, False]
    >>> from_here(Headers({"host": "127.0.0.1", "origin": "http://evil.example"}))
    False
    """
    addresses = [f"//{headers.get('host', '')}", *headers.getlist("origin")]
    return all(_host(address) in _HERE for address in addresses)


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None


class Patient:
    """Gives a request up whose next piece does not come in ``PATIENCE`` seconds."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        waiting = _Waiting(receive, send)
        try:
            await self._app(scope, waiting.receive, waiting.send)
        except Exception:
            if not waiting.late:
                raise
        if waiting.late and not waiting.begun:
            late = Refusal(408, f"{PATIENCE} 秒里没有送来下一段", "", "请再送一次。")
            await refused(Request(scope), late)(scope, receive, send)


class _Waiting:
    """Both ends of one request, with what became of it."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive, self._send = receive, send
        self._whole = self.late = self.begun = False

    async def receive(self) -> Message:
        if self._whole:  # what comes now is only the end of the connection
            return await self._receive()
        try:
            found: dict[str, Any] = dict(await asyncio.wait_for(self._receive(), PATIENCE))
        except TimeoutError:
            self._whole = self.late = True
            return {"type": "http.disconnect"}
        self._whole = not found.get("more_body", False)
        return found

    async def send(self, message: Message) -> None:
        if not self.late:
            self.begun = True
            await self._send(message)
