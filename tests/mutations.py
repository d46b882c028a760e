"""How many errors put into real reports the checks see: python -m tests.mutations [open|kept].

``cases/mutations.csv`` holds positions and digits only: in the report at ``../shared/reports`` the
digit at ``at`` is changed, which breaks a relation that the report states. Half of the rows are
kept back: rules are written by looking at the others. A row counts as seen where the changed
report has a contradiction, within 600 characters, that the report as it stands has not.
"""

from __future__ import annotations

import csv
import functools
import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pipeline.chain import run_bytes
from pipeline.check.findings import findings
from pipeline.document import Document, load

from .conftest import CASES, SHARED

REPORTS = SHARED / "reports"
_NEAR = 600
_YEAR = re.compile(r"(?P<body>.*?)(?P<year>\d{4})(?P<suffix>\..*)")


def rows(half: str) -> list[dict[str, str]]:
    """The rows of one half, or of both."""
    with (CASES / "mutations.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if half in ("all", row["half"])]


def document(text: str, name: str) -> Document:
    """What the pipeline says of a text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.json"
        path.write_text(json.dumps(run_bytes(text.encode(), name)), encoding="utf-8")
        return load(path)


@functools.cache
def unchanged(name: str) -> Document:
    """A report as it stands."""
    return document((REPORTS / name).read_text(encoding="utf-8"), name)


def year_before(name: str) -> Document | None:
    """The report of the same body of the year before, where it is at hand."""
    match = _YEAR.fullmatch(name)
    earlier = f"{match['body']}{int(match['year']) - 1}{match['suffix']}" if match else ""
    return unchanged(earlier) if earlier and (REPORTS / earlier).exists() else None


def contradictions(one: Document) -> Iterator[tuple[str, int, str]]:
    """Kind, place and words of what does not agree, within the report and with the year before."""
    before = year_before(one.source)
    for found in findings([before, one] if before else [one]):
        if found.document is one and found.check.status == "contradiction":
            yield found.check.kind, found.check.span.start, found.check.message


def seen(row: dict[str, str]) -> bool:
    """Whether the error of a row is flagged."""
    text, at = (REPORTS / row["report"]).read_text(encoding="utf-8"), int(row["at"])
    if text[at] != row["digit"]:
        raise SystemExit(f"{row['report']} is not the text that the positions count into")
    changed = document(text[:at] + row["changed"] + text[at + 1 :], row["report"])
    known = set(contradictions(unchanged(row["report"])))
    return any(abs(one[1] - at) < _NEAR for one in set(contradictions(changed)) - known)


def main(half: str) -> None:
    """Print how many are seen, by relation."""
    found, all_rows = Counter[str](), rows(half)
    for row in sorted(all_rows, key=lambda row: row["report"]):
        found[row["relation"]] += seen(row)
    for relation, count in Counter(row["relation"] for row in all_rows).items():
        print(f"{relation:26} {found[relation]:3} of {count}")
    print(f"{'all':26} {sum(found.values()):3} of {len(all_rows)}  {sum(found.values()) / len(all_rows):.3f}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "all")
