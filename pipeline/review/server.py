"""The local server: the list of reports, the page of each, and the one address that decisions are
sent to.
"""

from __future__ import annotations

import asyncio
import secrets
import socket
import sys
from collections.abc import Awaitable, Callable, Collection
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

from fastapi import Body, FastAPI, Header, HTTPException, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response
from fastapi.staticfiles import StaticFiles

from pipeline.english import Lang
from pipeline.errors import PipelineError, ReviewError
from pipeline.review.folder import Entry, entries
from pipeline.review.incoming import decisions_of
from pipeline.review.page import listing, page, progress
from pipeline.review.pictures import picture
from pipeline.review.standing import standing
from pipeline.review.words import speaker

HOST = "127.0.0.1"
LARGEST = 8_000_000  # bytes of one request; 2,000 decisions are about 3 MB
PATIENCE = 60  # seconds in which a request must have come and be answered
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY, "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer", "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
}  # fmt: skip


def app(path: Path, *, reviewer: str, port: int, lang: Lang = "zh") -> FastAPI:
    """The server of the documents at ``path``.

    It answers its own host name and origin only; what is written needs the token that its pages
    carry; names in an address are looked up among the documents found, never made into a path.
    """
    server = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    token, t = secrets.token_urlsafe(24), speaker(lang)
    _guard(server, {f"{name}:{port}" for name in (HOST, "localhost")}, t)
    known: dict[str, Entry] = {}

    def named(name: str) -> Entry:
        if name not in known:
            known.update(entries(path))
        if name not in known:
            raise HTTPException(404, t("没有这份报告：{}", name))
        return known[name]

    @server.get("/", response_class=HTMLResponse)
    def reports() -> str:
        return listing([_row(entry) for entry in entries(path).values()], lang)

    @server.get("/report/{name:path}", response_class=HTMLResponse)
    def report(name: str) -> str:
        entry = named(name)
        return page(entry, entry.load(), reviewer=reviewer, token=token, lang=lang)

    @server.get("/line/{name:path}")
    def line(name: str, passage: str, number: int) -> Response:
        return Response(picture(named(name).load(), passage, number), media_type="image/png")

    @server.get("/decisions/{name:path}")
    def since(name: str, after: int = 0) -> dict[str, Any]:
        return _since(named(name), after)

    @server.post("/decisions/{name:path}")
    def decide(
        name: str,
        decisions: Annotated[list[Any], Body(embed=True)],
        after: Annotated[int, Body(embed=True)] = 0,
        x_workreport_token: Annotated[str, Header()] = "",
    ) -> dict[str, Any]:
        if not secrets.compare_digest(x_workreport_token.encode(), token.encode()):
            raise HTTPException(403, t("令牌不对，请刷新页面"))
        entry = named(name)
        entry.store.add(entry.report, decisions_of(decisions, entry.load(), place=entry.name))
        return _since(entry, after)

    server.mount("/static", StaticFiles(directory=str(files("pipeline.review").joinpath("static"))))
    return server


def _guard(server: FastAPI, hosts: Collection[str], t: Callable[..., str]) -> None:
    """Let the server answer its own pages only, what is not too large, and in time; its faults in
    words."""
    origins = {f"http://{host}" for host in hosts}

    def refused(status: int, detail: str) -> JSONResponse:
        return JSONResponse({"detail": detail}, status_code=status, headers=_HEADERS)

    @server.middleware("http")
    async def guard(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
        origin = request.headers.get("origin")
        stranger = origin is not None and origin not in origins
        if stranger or request.headers.get("host") not in hosts:
            return refused(403, t("只回答本机自己的页面"))
        length = request.headers.get("content-length", "0" if request.method == "GET" else "")
        if not length.isdigit() or int(length) > LARGEST:
            return refused(413, t("一次送来的太多，或没有说有多少"))
        try:
            response = await asyncio.wait_for(answer(request), PATIENCE)
        except TimeoutError:
            return refused(408, t("{} 秒里没有送完", PATIENCE))
        response.headers.update(_HEADERS)
        return response

    @server.exception_handler(PipelineError)
    async def fault(_: Request, fault: PipelineError) -> JSONResponse:
        detail = f"{fault.place}：{t(fault.reason)}。{t(fault.remedy)}"
        return JSONResponse({"detail": detail}, status_code=422)


def _since(entry: Entry, after: int) -> dict[str, Any]:
    """Decisions behind number ``after``, and the number of the last."""
    found = entry.store.of(entry.report, after=after)
    return {
        "decisions": [decision.plain() for _, decision in found],
        "seq": found[-1][0] if found else after,
    }


def _row(entry: Entry) -> dict[str, Any]:
    document = entry.load()
    record = [decision for _, decision in entry.store.of(entry.report)]
    kept, lost = standing(document, record)
    counts = progress(document, kept)
    latest = max(record, key=lambda decision: decision.at, default=None)
    report = document["report"]
    return {
        "name": entry.name, "title": report["title"] or entry.name, "issuer": report["issuer"],
        "year": report["review_year"] or report["plan_year"],
        "counts": counts, "total": sum(counts.values()), "lost": len(lost),
        "latest": f"{latest.who} · {latest.at[:16].replace('T', ' ')} UTC" if latest else "",
    }  # fmt: skip


def free_port(port: int) -> socket.socket:
    """A socket on ``port`` of this machine only.

    Raises ``ReviewError`` where another program has it.
    """
    taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if sys.platform != "win32":  # there it would let two servers share the port
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((HOST, port))
    except OSError as fault:
        taken.close()
        raise ReviewError(
            f"端口用不了（{fault.strerror}）",
            place=f"{HOST}:{port}",
            remedy="也许审核页已经开着；或用 --port 换一个端口。",
        ) from fault
    return taken


def serve(
    path: Path, *, reviewer: str, port: int, ready: Callable[[str], None], lang: Lang = "zh"
) -> None:
    """Answer until interrupted; ``ready`` is called with the address once the port is taken. Raises
    ``ReviewError``.
    """
    import uvicorn

    with free_port(port) as taken:
        taken.listen()  # a browser that is quicker than the server waits
        bound = taken.getsockname()[1]
        config = uvicorn.Config(
            app(path, reviewer=reviewer, port=bound, lang=lang),
            log_level="warning",
            access_log=False,
            server_header=False,
        )
        ready(f"http://{HOST}:{bound}/")
        uvicorn.Server(config).run(sockets=[taken])
