"""A PostgreSQL for the tests: the one that the environment names, else a private one from the binaries of this machine, else none."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psutil

VARIABLE = "WORKREPORT_TEST_DATABASE"


@contextmanager
def server() -> Iterator[str]:
    """The URL of a database to write into. Raises ``LookupError`` that says what is missing."""
    if stated := os.environ.get(VARIABLE):
        yield stated
        return
    with private() as mine:
        yield mine.url


class Private:
    """A server of our own, which may be killed and started again."""

    def __init__(self, postgres: str, folder: Path, run: dict[str, Any]) -> None:
        self._command = [postgres, "-D", str(folder / "data"), "-k", str(folder), "-c", "listen_addresses=", "-c", "fsync=off"]
        self._folder, self._run = folder, run
        self.url = f"postgresql://tester@/postgres?host={folder}"

    def start(self) -> None:
        """Start it; ready when this returns."""
        with (self._folder / "log").open("wb") as log:
            self._process = subprocess.Popen(self._command, stdout=log, stderr=log, cwd=self._folder, **self._run)
        _wait(self._process, self._folder)

    def kill(self) -> None:
        """Kill it with all its processes, as a power cut would."""
        victims = [psutil.Process(self._process.pid), *psutil.Process(self._process.pid).children(recursive=True)]
        for victim in victims:
            with suppress(psutil.NoSuchProcess):
                victim.kill()
        self._process.wait(timeout=30)
        psutil.wait_procs(victims[1:], timeout=30)

    def stop(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait(timeout=30)


@contextmanager
def private() -> Iterator[Private]:
    """A server of our own. Raises ``LookupError`` that says what is missing."""
    initdb, postgres = _binary("initdb"), _binary("postgres")
    if not initdb or not postgres:
        raise LookupError(f"no PostgreSQL: set {VARIABLE} to a database URL, or install postgresql")
    user = _user()
    with tempfile.TemporaryDirectory(prefix="wr-pg-") as name:
        folder = Path(name)
        if user:
            shutil.chown(folder, user)
        run: dict[str, Any] = {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []} if user else {}
        made = subprocess.run([initdb, "-D", folder / "data", "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"], capture_output=True, text=True, cwd=folder, **run)
        if made.returncode:
            raise LookupError(f"initdb failed: {made.stderr.strip()[-200:]}")
        found = Private(postgres, folder, run)
        found.start()
        try:
            yield found
        finally:
            found.stop()


def _binary(name: str) -> str | None:
    """A program of the server; Debian keeps them outside PATH."""
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]) if path.parts[-3].isdigit() else 0)
    return str(installed[-1]) if installed else shutil.which(name)


def _user() -> str | None:
    """PostgreSQL refuses to run as root; then it runs as somebody else."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(user for user in ("postgres", "nobody") if user in known)


def _wait(process: subprocess.Popen[bytes], folder: Path) -> None:
    for _ in range(200):
        if (folder / ".s.PGSQL.5432").exists() and "ready to accept" in (folder / "log").read_text(errors="replace"):
            return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise LookupError(f"postgres did not start: {(folder / 'log').read_text(errors='replace')[-300:]}")
