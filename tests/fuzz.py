"""Made-up reports and damaged files, requests to the servers, decisions and tables, for as long as you like; each find is written to ``.fuzz/`` and stops nothing.

    make fuzz [SECONDS=600]    or    python -m tests.fuzz 600 [seed]    or    python -m tests.fuzz FILE … to repeat finds (of reports and files; the others are said in full)

Ends with 1 where something was found: an exception that is no PipelineError, a broken promise, or a case of more than 30 seconds.
"""

from __future__ import annotations

import random
import sys
import time
import traceback
import warnings
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from pipeline.read import from_office, ocr

from .generated import damaged, file_holds, files, save, text_holds, texts
from .sent import Decided, Exported, Sent, Servers, decided, decided_holds, exported_holds, sent, servers, tables

Case = str | bytes | Sent | Decided | Exported

FINDS = Path(".fuzz")
_SLOW = 30.0
_TELL = 30.0  # seconds between lines of progress
_ROUND = 200  # cases under one seed


class Fuzz:
    """A run: cases tried, finds by the place in the code where they broke."""

    def __init__(self, end: float, asked: Servers) -> None:
        self.end, self.cases, self.finds, self._asked = end, 0, dict[str, Path](), asked

    def _holds(self, case: Case) -> None:
        if isinstance(case, Sent):
            self._asked.holds(case)
        elif isinstance(case, Decided):
            decided_holds(case)
        elif isinstance(case, Exported):
            exported_holds(case)
        elif isinstance(case, str):
            text_holds(case)
        else:
            file_holds(case)

    def case(self, data: Case) -> None:
        """Try one case; note what it finds."""
        if time.monotonic() > self.end:
            return
        self.cases += 1
        start = time.monotonic()
        try:
            self._holds(data)
            if time.monotonic() - start > _SLOW:
                raise TimeoutError(f"{time.monotonic() - start:.0f} s")
        except Exception as fault:
            frame = traceback.extract_tb(fault.__traceback__)[-1]
            key = f"{type(fault).__name__} at {frame.filename}:{frame.lineno}"
            if key not in self.finds:
                self.finds[key] = save(FINDS, data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass") if isinstance(data, str) else repr(data).encode("utf-8", "backslashreplace"))
                print(f"FOUND {key}: {fault!s:.200}\n  python -m tests.fuzz {self.finds[key]}", flush=True)

    def round(self, number: int) -> None:
        """A round of cases from one seed."""

        @seed(number)
        @settings(max_examples=_ROUND, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
        @given(data=st.one_of(texts, files, damaged(), sent, decided, tables))
        def cases(data: Case) -> None:
            self.case(data)

        cases()


def main(arguments: list[str]) -> int:
    if arguments and not arguments[0].isdigit():
        for name in arguments:
            file_holds(Path(name).read_bytes())
            print(f"{name}: nothing found")
        return 0
    seconds = int(arguments[0]) if arguments else 600
    first = int(arguments[1]) if len(arguments) > 1 else random.SystemRandom().randrange(10**9)
    from_office.soffice = lambda: None  # its start takes seconds; damaged files for it are tried by the tests
    ocr.installed = lambda: False  # a page takes seconds
    warnings.simplefilter("ignore")
    with servers() as asked:
        fuzz, start = Fuzz(time.monotonic() + seconds, asked), time.monotonic()
        number, told = first, start
        while time.monotonic() < fuzz.end:
            fuzz.round(number)
            number += 1
            if time.monotonic() > told + _TELL:
                told = time.monotonic()
                print(f"{told - start:6.0f} s  {fuzz.cases} cases  {len(fuzz.finds)} found", flush=True)
    print(f"seeds {first} to {number - 1}: {fuzz.cases} cases in {seconds} s, {len(fuzz.finds)} found")
    return 1 if fuzz.finds else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
