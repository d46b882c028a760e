"""LibreOffice under guard: no network, no hanging, nothing left behind."""

from __future__ import annotations

import os
import socket
import threading
import time
from pathlib import Path

import pytest

from pipeline.errors import ReadError
from pipeline.read import from_office, read_bytes
from pipeline.read.from_office import soffice

from .documents import converted

needs_office = pytest.mark.skipif(soffice() is None, reason="LibreOffice is not on this machine (apt-get install libreoffice-writer-nogui)")


@needs_office
def test_a_link_to_a_server_is_not_followed(tmp_path: Path):
    """The same file calls the server where LibreOffice runs without our guard, so the silence is the guard's doing."""
    calls: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        linked = f'<html><head><link rel="stylesheet" href="{address}/a.css"></head><body><img src="{address}/a.png"><p>Growth 5%.</p></body></html>'.encode()

        def listen() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                calls.append(connection.recv(80))
                connection.close()

        threading.Thread(target=listen, daemon=True).start()
        (tmp_path / "report.doc").write_bytes(linked)
        converted([tmp_path / "report.doc"], "docx")
        assert calls
        calls.clear()
        assert from_office.from_office(linked, place="r.doc").text == "Growth 5%."
        assert calls == []
        server.shutdown(socket.SHUT_RDWR)


@pytest.mark.skipif(os.name != "posix", reason="a shell script stands for LibreOffice")
def test_a_conversion_that_hangs_is_ended_with_all_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nsleep 60 &\necho $! > {tmp_path}/child\nwait\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(from_office, "soffice", lambda: str(program))
    monkeypatch.setattr(from_office, "_SECONDS", 1)
    with pytest.raises(ReadError, match="超过 1 秒"):
        read_bytes(b"{\\rtf1 x}", place="r.doc")
    child = int((tmp_path / "child").read_text())
    for _ in range(50):
        if not _runs(child):
            break
        time.sleep(0.1)
    assert not _runs(child)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not (state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z")


@pytest.mark.skipif(os.name != "posix", reason="a shell script stands for LibreOffice")
def test_a_conversion_without_a_result_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(from_office, "soffice", lambda: str(program))
    with pytest.raises(ReadError, match="打不开"):
        read_bytes(b"{\\rtf1 x}", place="r.doc")
