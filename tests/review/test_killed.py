"""A server that is killed while it writes: every decision that it acknowledged is there."""

from __future__ import annotations

import http.client
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from pipeline.review.folder import Entry

from ..conftest import ROOT
from ..review_pages import decision
from .test_server import PAGE, RECORD

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="servers are copies of a process")
KILLS = 20


class Servers:
    """The process that starts them, one after the other, on one port."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "tests.review.killable", str(folder)]
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.address = f"127.0.0.1:{self._line()}"

    def start(self) -> int:
        """The next server; its process."""
        print(file=self._process.stdin, flush=True)
        return int(self._line())

    def _line(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().strip()

    def close(self) -> None:
        with self._process:
            self._process.kill()


@pytest.fixture
def servers(entry: Entry) -> Iterator[Servers]:
    found = Servers(entry.path.parent)
    yield found
    found.close()


def written(address: str, one: dict[str, object], acknowledged: list[str]) -> None:
    """Send decisions one after the other, each under an id of its own, until nobody answers."""
    connection = http.client.HTTPConnection(address, timeout=10)
    with suppress(OSError, http.client.HTTPException):
        connection.request("GET", PAGE)
        token = connection.getresponse().read().decode().split('name="token" content="')[1].split('"')[0]
        while True:
            name = f"d{len(acknowledged)}-{time.monotonic_ns()}"
            body = json.dumps({"decisions": [one | {"id": name}]}).encode()
            connection.request("POST", RECORD, body, {"Content-Type": "application/json", "X-Workreport-Token": token})
            answer = connection.getresponse()
            answer.read()
            assert answer.status == 200
            acknowledged.append(name)
    connection.close()


def test_every_decision_that_was_acknowledged_is_there_after_twenty_kills(entry: Entry, document, servers: Servers):
    seed = random.randrange(2**32)
    print("seed", seed)
    chance, one = random.Random(seed), decision(document, "i1", "accept").plain()
    acknowledged: list[str] = []
    for number in range(KILLS):
        server, before = servers.start(), len(acknowledged)
        writer = threading.Thread(target=written, args=(servers.address, one, acknowledged))
        writer.start()
        end = time.monotonic() + 60
        while len(acknowledged) == before and writer.is_alive() and time.monotonic() < end:
            time.sleep(0.002)
        time.sleep(chance.uniform(0, 0.1))
        os.kill(server, signal.SIGKILL)
        writer.join(60)
        assert len(acknowledged) > before, number
        stored = {decision.id for _, decision in entry.store.of(entry.report)}
        assert {*acknowledged} <= stored
        assert len(stored) <= len(acknowledged) + number + 1  # one at most was written, and its answer lost
    with closing(sqlite3.connect(entry.store.path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
