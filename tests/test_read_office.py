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

needs_office = pytest.mark.skipif(soffice() is None, reason="LibreOffice is not on this machine (apt-get install libreoffice-writer-nogui)")


@needs_office
def test_a_link_to_a_server_is_not_followed():
    called = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(60)

        def listen() -> None:
            try:
                server.accept()
                called.set()
            except OSError:
                return

        thread = threading.Thread(target=listen, daemon=True)
        thread.start()
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        field = r"{\field{\*\fldinst INCLUDEPICTURE \\d \"" + address + r"/a.png\"}{\fldrslt x}}{\field{\*\fldinst INCLUDETEXT \"" + address + r"/b.doc\"}{\fldrslt y}}"
        report = read_bytes((r"{\rtf1\ansi\ansicpg936 {\*\template " + address + r"/t.dot}" + field + r"\par Growth 5%.\par}").encode(), place="r.doc")
        server.close()
        thread.join(5)
    assert "Growth 5%." in report.text
    assert not called.is_set()


@pytest.mark.skipif(os.name != "posix", reason="a shell script stands for LibreOffice")
def test_a_conversion_that_hangs_is_ended_with_all_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nsleep 60 &\necho $! > {tmp_path}/child\nwait\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(from_office, "soffice", lambda: str(program))
    monkeypatch.setattr(from_office, "_SECONDS", 1)
    start = time.monotonic()
    with pytest.raises(ReadError, match="超过 1 秒"):
        read_bytes(b"{\\rtf1 x}", place="r.doc")
    assert time.monotonic() - start < 20
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
