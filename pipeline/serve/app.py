"""The service: a file in, its document or its table out; jobs for many; whether it is well."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import FastAPI, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from pipeline import __version__
from pipeline.batch.records import Fault
from pipeline.emit.schema import schema
from pipeline.english import Lang
from pipeline.errors import PipelineError
from pipeline.serve.jobs import Job, Jobs
from pipeline.serve.limits import Bounds, admitted
from pipeline.serve.neighbours import Patient, from_here
from pipeline.serve.refusals import Refusal, of_fault, preferred, refused
from pipeline.serve.tables import FORMS, table
from pipeline.serve.work import Workers
from pipeline.shipped import MODEL

_BODY = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}
_LOOK = "用法见 /openapi.json。"


def app(
    *,
    token: str | None = None,
    bounds: Bounds = Bounds(),  # noqa: B008
    model: Path = MODEL,
) -> FastAPI:
    """Make the service. Without ``token`` anybody who reaches it may use it."""
    workers = Workers(bounds.workers, model, bounds.report)
    jobs = Jobs(workers, bounds)

    @asynccontextmanager
    async def living(_: FastAPI) -> AsyncIterator[None]:
        with workers, jobs:
            yield

    server = FastAPI(
        title="workreport", version=__version__, lifespan=living, docs_url=None, redoc_url=None
    )

    _guard(server, token, bounds)
    server.add_middleware(Patient)
    _faults(server)

    @server.get("/health", summary="Whether the service is well")
    async def health() -> dict[str, str]:
        return {"status": "ok", "version": __version__}

    @server.get("/schema", summary="The JSON Schema of a document")
    async def document_schema() -> dict[str, Any]:
        return schema()

    @server.post(
        "/documents", summary="One report in, its document or table out", openapi_extra=_BODY
    )
    async def documents(
        request: Request,
        name: Annotated[str, Query(description="what the document calls the file")] = "report",
        to: Annotated[
            Literal["json", "csv", "xlsx", "jsonl"], Query(description="the form")
        ] = "json",
    ) -> Response:
        data = await _body(request, bounds.bytes)
        found = await run_in_threadpool(workers.document, data, name)
        if isinstance(found, Fault):
            raise of_fault(found)
        return Response(await run_in_threadpool(table, [found], to), media_type=FORMS[to])

    _of_many(server, jobs, bounds)
    return server


def _guard(server: FastAPI, token: str | None, bounds: Bounds) -> None:
    """Let in who may use the service, and what is not too large."""

    @server.middleware("http")
    async def guard(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
        if token is None and not from_here(request.headers):
            return refused(request, _other_host())
        open_to_all = request.url.path in ("/health", "/openapi.json")
        if not open_to_all and not admitted(request.headers.get("authorization"), token):
            return refused(request, _no_token())
        length = request.headers.get("content-length", "0")
        if not length.isdigit() or int(length) > bounds.bytes:
            return refused(request, _too_large(bounds.bytes))
        return await answer(request)


def _of_many(server: FastAPI, jobs: Jobs, bounds: Bounds) -> None:
    """Take many reports at once, and tell how far they are."""

    @server.post(
        "/jobs", status_code=202, summary="A .zip of reports: begin a job", openapi_extra=_BODY
    )
    async def begin(request: Request, name: str = "reports.zip") -> dict[str, Any]:
        begun = jobs.start(await _body(request, bounds.bytes), name)
        return begun.status(_lang(request))

    @server.get("/jobs/{id}", summary="How far a job is")
    async def job(request: Request, id: str) -> dict[str, Any]:
        return _found(jobs, id).status(_lang(request))

    @server.get("/jobs/{id}/documents", summary="What a job has made so far")
    async def made(
        id: str, to: Literal["jsonl", "csv", "xlsx", "documents"] = "documents"
    ) -> Response:
        found = list(_found(jobs, id).documents)
        if to == "documents":
            lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in found)
            return Response(lines, media_type="application/jsonl")
        return Response(await run_in_threadpool(table, found, to), media_type=FORMS[to])


def _faults(server: FastAPI) -> None:
    """Let every fault be told in the same shape, in the language of the caller."""

    @server.exception_handler(Refusal)
    async def refusal(request: Request, fault: Refusal) -> Response:
        return refused(request, fault)

    @server.exception_handler(PipelineError)
    async def expected(request: Request, fault: PipelineError) -> Response:
        return refused(request, Refusal(422, fault.reason, fault.place, fault.remedy))

    @server.exception_handler(RequestValidationError)
    async def unfit(request: Request, fault: RequestValidationError) -> Response:
        named = "、".join(str(one["loc"][-1]) for one in fault.errors())
        return refused(request, Refusal(422, f"参数不对：{named}", request.url.path, _LOOK))

    @server.exception_handler(HTTPException)
    async def unknown(request: Request, fault: HTTPException) -> Response:
        place = request.url.path
        if fault.status_code == 405:
            return refused(request, Refusal(405, f"不能用 {request.method}", place, _LOOK))
        return refused(request, Refusal(fault.status_code, "没有这个地址", place, _LOOK))


def _other_host() -> Refusal:
    return Refusal(403, "只回答本机", "", "从别处用，请用 --token-file 给一个令牌。")


def _no_token() -> Refusal:
    return Refusal(401, "令牌不对", "Authorization", "请求要带 Authorization: Bearer 令牌。")


def _too_large(most: int) -> Refusal:
    return Refusal(413, f"一次最多 {most} 字节", "Content-Length", "请分几次送。")


def _lang(request: Request) -> Lang:
    return preferred(request.headers.get("accept-language"))


def _found(jobs: Jobs, id: str) -> Job:
    job = jobs.of(id)
    if job is None:
        raise Refusal(404, "没有这个任务", f"/jobs/{id}", "做完一段时间后会被忘掉，请重新送来。")
    return job


async def _body(request: Request, most: int) -> bytes:
    """Read the bytes of a request, given up as soon as there are too many, whatever it had said."""
    data = bytearray()
    async for piece in request.stream():
        data += piece
        if len(data) > most:
            raise _too_large(most)
    return bytes(data)
