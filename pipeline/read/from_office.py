"""Old Word files, WPS, RTF and OpenDocument, by LibreOffice: converted to .docx in a folder of its
own, without macros and links, within a time limit."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from pipeline.errors import ReadError
from pipeline.processes import end_started
from pipeline.read.content import Content
from pipeline.read.from_docx import from_docx

_SECONDS = 120
_ELSEWHERE = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_INSTALL = (
    "请安装 LibreOffice（Debian、Ubuntu：apt-get install libreoffice-writer-nogui；"
    "Windows、macOS：libreoffice.org），或用 Word、WPS 另存为 .docx。"
)
# What LibreOffice may not do with a file from anywhere: run macros, follow links, ask the network.
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
_ITEMS = "".join(
    f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}">'
    f"<value>{value}</value></prop></item>\n"
    for path, name, value in _SETTINGS
)
_PROFILE = f"""<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{_ITEMS}</oor:items>
"""


def from_office(data: bytes, *, place: str) -> Content:
    """The content of an old Word, WPS, RTF or OpenDocument file.

    Raises ``ReadError``, also where LibreOffice is not installed.
    """
    program = soffice()
    if program is None:
        raise ReadError(
            "旧版 Word、WPS、RTF 文件要用 LibreOffice 转换，这台机器上没有",
            place=place,
            remedy=_INSTALL,
        )
    with tempfile.TemporaryDirectory(prefix="workreport-", ignore_cleanup_errors=True) as folder:
        source, profile = Path(folder, "report.doc"), Path(folder, "profile", "user")
        source.write_bytes(data)
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        _run(
            [
                program,
                "--headless",
                "--norestore",
                f"-env:UserInstallation={profile.parent.as_uri()}",
                "--convert-to",
                "docx:MS Word 2007 XML",
                "--outdir",
                folder,
                str(source),
            ],
            folder,
            place,
        )
        converted = source.with_suffix(".docx")
        if not converted.is_file():
            raise ReadError(
                "LibreOffice 打不开这个文件（可能损坏或有密码）",
                place=place,
                remedy="请用 Word 或 WPS 打开，去掉密码后另存为 .docx。",
            )
        return from_docx(converted.read_bytes(), place=place)


def soffice() -> str | None:
    """The LibreOffice of this machine, None where there is none."""
    return (
        shutil.which("soffice")
        or shutil.which("libreoffice")
        or next((path for path in _ELSEWHERE if os.access(path, os.X_OK)), None)
    )


def _run(command: list[str], folder: str, place: str) -> None:
    """Run LibreOffice and whatever it starts, and end all of it when its time is over."""
    environment = {
        name: value
        for name in ("PATH", "SYSTEMROOT", "SYSTEMDRIVE", "COMSPEC", "LANG", "LC_ALL")
        if (value := os.environ.get(name))
    }
    environment |= {
        "HOME": folder,
        "TMPDIR": folder,
        "TEMP": folder,
        "TMP": folder,
        "http_proxy": "http://127.0.0.1:9",
        "https_proxy": "http://127.0.0.1:9",
    }
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
            cwd=folder,
            start_new_session=True,
        )
    except OSError as fault:
        raise ReadError(
            f"LibreOffice 启动失败（{fault.strerror}）", place=place, remedy=_INSTALL
        ) from fault
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired as fault:
        raise ReadError(
            f"LibreOffice 转换超过 {_SECONDS} 秒",
            place=place,
            remedy="请用 Word 或 WPS 打开后另存为 .docx。",
        ) from fault
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """soffice is a script whose children outlive it; its session ends as one."""
    if process.poll() is None:
        if sys.platform == "win32":
            end_started(process.pid)
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
