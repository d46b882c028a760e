"""The service: a file in, its document or its table out; jobs for many; whether it is well."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import FastAPI, HTTPException, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse, Response

from pipeline import __version__
from pipeline.batch.records import Fault
from pipeline.classify.model import MODEL
from pipeline.emit.schema import schema
from pipeline.errors import PipelineError
from pipeline.serve.jobs import Job, Jobs
from pipeline.serve.limits import Bounds, admitted
from pipeline.serve.tables import FORMS, table
from pipeline.serve.work import Workers

_BODY = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}
_TOO_MUCH = 503


def app(*, token: str | None = None, bounds: Bounds = Bounds(), model: Path = MODEL) -> FastAPI:  # noqa: B008
    """Make the service. Without ``token`` anybody who reaches it may use it."""
    workers = Workers(bounds.workers, model, bounds.report)
    jobs = Jobs(workers, most=bounds.jobs)

    @asynccontextmanager
    async def living(_: FastAPI) -> AsyncIterator[None]:
        with workers:
            yield

    server = FastAPI(
        title="workreport", version=__version__, lifespan=living, docs_url=None, redoc_url=None
    )

    @server.middleware("http")
    async def guard(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
        open_to_all = request.url.path in ("/health", "/openapi.json")
        if not open_to_all and not admitted(request.headers.get("authorization"), token):
            return JSONResponse({"detail": "令牌不对"}, 401, {"WWW-Authenticate": "Bearer"})
        length = request.headers.get("content-length", "0")
        if not length.isdigit() or int(length) > bounds.bytes:
            return JSONResponse({"detail": f"一次最多 {bounds.bytes} 字节"}, 413)
        return await answer(request)

    @server.exception_handler(PipelineError)
    async def fault(_: Request, fault: PipelineError) -> JSONResponse:
        return JSONResponse(_detail(fault.reason, fault.place, fault.remedy), 422)

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
            status = _TOO_MUCH if found.kind in ("LimitError", "WorkerDied") else 422
            return JSONResponse(_detail(found.reason, found.place, found.remedy), status)
        return Response(await run_in_threadpool(table, [found], to), media_type=FORMS[to])

    @server.post(
        "/jobs", status_code=202, summary="A .zip of reports: begin a job", openapi_extra=_BODY
    )
    async def begin(request: Request, name: str = "reports.zip") -> dict[str, Any]:
        return jobs.start(await _body(request, bounds.bytes), name).status()

    @server.get("/jobs/{id}", summary="How far a job is")
    async def job(id: str) -> dict[str, Any]:
        return _found(jobs, id).status()

    @server.get("/jobs/{id}/documents", summary="What a job has made so far")
    async def made(
        id: str, to: Literal["jsonl", "csv", "xlsx", "documents"] = "documents"
    ) -> Response:
        found = list(_found(jobs, id).documents)
        if to == "documents":
            lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in found)
            return Response(lines, media_type="application/jsonl")
        return Response(await run_in_threadpool(table, found, to), media_type=FORMS[to])

    return server


def _found(jobs: Jobs, id: str) -> Job:
    job = jobs.of(id)
    if job is None:
        raise HTTPException(404, "没有这个任务")
    return job


def _detail(reason: str, place: str, remedy: str) -> dict[str, str]:
    return {"detail": reason, "place": place, "remedy": remedy}


async def _body(request: Request, most: int) -> bytes:
    """The bytes of a request, given up as soon as there are too many, whatever it had said of their number."""
    data = bytearray()
    async for piece in request.stream():
        data += piece
        if len(data) > most:
            raise HTTPException(413, f"一次最多 {most} 字节")
    return bytes(data)
