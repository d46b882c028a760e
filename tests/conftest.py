"""Where the tests find their material. Outside reports are used where they are at hand, and their tests say so where not."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

# before anything counts: several test processes share the processors, and sums by several threads wait for each other there
for _threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(_threads, "1")
# every process of a run, and each that a test starts, would compile all modules and tests anew
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

import pytest  # noqa: E402

from pipeline.batch import cores  # noqa: E402

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "corpus"
CASES = Path(__file__).parent / "cases"
SHARED = ROOT.parent / "shared"
LONGEST = (
    "test_patterns.py", "test_costs.py", "test_cluster.py", "test_hostile_files.py", "test_classify.py", "test_resume.py", "test_limits.py", "test_formats.py",
    "test_docs.py", "test_gate.py", "test_document.py", "test_reading.py", "test_deciding.py",
)  # fmt: skip


def cases(name: str) -> list[tuple[str, str]]:
    """``text => expectation`` lines of a case file, comments left out."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [(a.strip(), b.strip()) for a, _, b in (line.partition("=>") for line in lines if line.strip() and not line.startswith("#"))]


def pytest_xdist_auto_num_workers() -> int:
    """One process more than processors: a fifth of the time some test waits, for a browser, a cluster, a killed run."""
    return cores() + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Set tests of outside reports apart: ``pytest -m outside``, or ``-m "not outside"``. The longest files come first, so that no process waits for the last of them."""
    items.sort(key=lambda item: LONGEST.index(item.path.name) if item.path.name in LONGEST else len(LONGEST))
    for item in items:
        if "shared" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.outside)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Remove what the processes of a run shared, once they have ended."""
    uid = getattr(getattr(session.config.pluginmanager.get_plugin("dsession"), "nodemanager", None), "testrunuid", None)
    if uid:
        shutil.rmtree(Path(tempfile.gettempdir()) / f"once-{uid}", ignore_errors=True)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of outside reports and labels."""
    if not (SHARED / "reports").is_dir():
        pytest.skip("outside reports are not on this machine (../shared)")
    return SHARED


@pytest.fixture(scope="session")
def samples() -> list[Path]:
    """The sample reports of corpus/."""
    return sorted((CORPUS / "reports").glob("*.txt"))
