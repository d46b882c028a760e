"""Runs of many reports, killed at random moments and begun again: what is left at the end is what a run leaves that nobody disturbed.

    python -m tests.kills [kills=50] [local | dask] [seed]
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import psutil

from .conftest import CORPUS, ROOT

ENGINES = {"local": ("-j", "2"), "dask": ("-j", "2", "--engine", "dask")}
_OURS = ("_run.jsonl", ".run.lock")  # what a run leaves beside the results
_PATIENCE = 300.0


def reports(folder: Path, times: int) -> Path:
    """The sample reports, ``times`` over."""
    folder.mkdir()
    for number in range(times):
        for sample in sorted((CORPUS / "reports").glob("*.txt")):
            (folder / f"{sample.stem}-{number}.txt").write_bytes(sample.read_bytes())
    return folder


class Runs:
    """``workreport extract`` of ``source`` on an engine, with a folder for temporary files of its own."""

    def __init__(self, folder: Path, source: Path, engine: str, chance: random.Random) -> None:
        self._source, self._options, self._chance = source, ENGINES[engine], chance
        self._temporary, self._said = folder / "tmp", folder / "said.txt"
        self._temporary.mkdir()
        self._family: list[psutil.Process] = []

    def undisturbed(self, out: Path) -> None:
        """Run to the end. No process stays."""
        process = self._start(out)
        assert process.wait(timeout=_PATIENCE) == 0, self._said.read_text(encoding="utf-8")
        self._ended()

    def killed(self, out: Path) -> bool:
        """Run until a random moment, then kill: the command alone, one of its processes first, or all at once. False where the run was quicker."""
        process = self._start(out)
        wanted = _lines(out) + self._chance.randint(0, 5)
        end = time.monotonic() + _PATIENCE
        while _lines(out) < wanted and process.poll() is None and time.monotonic() < end:
            time.sleep(0.005)
        time.sleep(self._chance.uniform(0, 0.5))
        family = self._children(process)
        how = self._chance.choice(("command", "one first", "all"))
        if how == "one first" and family:
            _kill(self._chance.choice(family).pid)
            time.sleep(self._chance.uniform(0, 0.2))
        for victim in [process.pid, *(child.pid for child in family if how == "all")]:
            _kill(victim)
        self._ended()
        return process.wait() == -signal.SIGKILL

    def _start(self, out: Path) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "pipeline", "extract", str(self._source), "-o", str(out), *self._options]
        kept = ("PATH", "HOME", "SYSTEMROOT", "LANG", "VIRTUAL_ENV")  # not what other tests have set
        environment = {name: os.environ[name] for name in kept if name in os.environ}
        environment["TMPDIR"] = str(self._temporary)
        with self._said.open("w", encoding="utf-8") as said:
            return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=said, stderr=said, start_new_session=True)

    def _children(self, process: subprocess.Popen[bytes]) -> list[psutil.Process]:
        with suppress(psutil.NoSuchProcess):
            self._family = psutil.Process(process.pid).children(recursive=True)
        return self._family

    def _ended(self) -> None:
        """Wait until what was started is gone by itself."""
        assert psutil.wait_procs(self._family, timeout=60)[1] == [], "processes outlive the command"
        self._family = []

    def left(self) -> list[str]:
        """Temporary files that are still there."""
        return sorted(str(path.relative_to(self._temporary)) for path in self._temporary.rglob("*") if path.is_file())


def contents(out: Path) -> dict[str, bytes]:
    """Every file below ``out`` with its bytes, but for the run record and its lock."""
    return {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file() and path.name not in _OURS}


def disturbed(folder: Path, *, engine: str, kills: int, times: int, chance: random.Random) -> int:
    """Kill runs so many times, and hold every folder that was finished against an undisturbed one. Returns how many were."""
    runs = Runs(folder, reports(folder / "in", times), engine, chance)
    runs.undisturbed(folder / "undisturbed")
    wanted, left, done, finished = contents(folder / "undisturbed"), runs.left(), 0, 0  # Dask leaves two empty locks of its own, always
    assert all(name.endswith(".lock") for name in left)
    while done < kills:
        out = folder / f"out-{finished}"
        for _ in range(chance.randint(1, 10)):
            if done == kills or not runs.killed(out):
                break
            done += 1
        runs.undisturbed(out)
        assert contents(out) == wanted
        assert runs.left() == left
        finished += 1
    return finished


def _lines(out: Path) -> int:
    with suppress(OSError):
        return (out / "_run.jsonl").read_bytes().count(b"\n")
    return 0


def _kill(process: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)


def main(arguments: list[str]) -> None:
    kills, engine = int(arguments[0]) if arguments else 50, arguments[1] if len(arguments) > 1 else "local"
    seed = int(arguments[2]) if len(arguments) > 2 else random.SystemRandom().randrange(2**32)
    print(f"{engine}, seed {seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        finished = disturbed(Path(folder), engine=engine, kills=kills, times=4, chance=random.Random(seed))
    print(f"{kills} kills, {finished} folders finished afterwards, each with the bytes of an undisturbed run and no file left over")


if __name__ == "__main__":
    main(sys.argv[1:])
