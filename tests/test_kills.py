"""Runs that are killed and begun again, on each engine; ``python -m tests.kills 50 local`` (and ``dask``) does the same fifty times."""

from __future__ import annotations

import os
import random
import tempfile
from pathlib import Path

import pytest

from .kills import disturbed


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")
@pytest.mark.parametrize(("engine", "kills", "times"), [("local", 3, 1), ("dask", 2, 1)], ids=["local", "dask"])
def test_a_run_that_was_killed_ends_in_the_bytes_of_one_that_was_not_and_nothing_is_left_over(engine: str, kills: int, times: int):
    seed = random.randrange(2**32)
    print("seed", seed)
    with tempfile.TemporaryDirectory() as folder:  # a socket lies below it, whose path has to be short
        assert disturbed(Path(folder), engine=engine, kills=kills, times=times, chance=random.Random(seed))
