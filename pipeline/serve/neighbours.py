"""Who may not ask, whatever the request: pages of other sites in a browser here, and those who never finish asking."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

HERE = ("127.0.0.1", "localhost", "::1")
PATIENCE = 60  # seconds between two pieces of a request


class OwnHost:
    """Answers requests that name this machine itself, and that no page of another site has sent.

    A name that an attacker lets point to this machine (DNS rebinding) is not one of its own. Only where there is no token: who has that may come by any name.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            headers = Headers(scope=scope)
            named = [f"//{headers.get('host', '')}", *headers.getlist("origin")]
            if not all(_here(name) for name in named):
                await JSONResponse(_refused("只回答本机", "从别处用，请用 --token-file 给一个令牌。"), 403)(scope, receive, send)
                return
        await self._app(scope, receive, send)


class Patient:
    """Gives a request up whose next piece does not come."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = finished = late = False

        async def piece() -> Any:
            nonlocal finished, late
            if finished:  # what comes now is only the end of the connection
                return await receive()
            try:
                found = await asyncio.wait_for(receive(), PATIENCE)
            except TimeoutError:
                finished = late = True
                return {"type": "http.disconnect"}
            finished = not found.get("more_body", False)
            return found

        async def answer(message: Any) -> None:
            nonlocal begun
            if not late:
                begun = True
                await send(message)

        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            await self._app(scope, piece, answer)
        except Exception:
            if not late:
                raise
        if late and not begun:
            await JSONResponse(_refused(f"{PATIENCE} 秒里没有送来下一段", "请再送一次。"), 408)(scope, receive, send)


def _here(address: str) -> bool:
    try:
        return urlsplit(address).hostname in HERE
    except ValueError:
        return False


def _refused(detail: str, remedy: str) -> dict[str, str]:
    return {"detail": detail, "place": "", "remedy": remedy}
