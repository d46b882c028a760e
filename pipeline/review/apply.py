"""Decisions saved by the offline page into the record of the report they are about."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import ReviewError
from pipeline.review.folder import Entry, entries
from pipeline.review.incoming import decision_file, decisions_of
from pipeline.review.readings import disagreements
from pipeline.review.standing import Lost, standing


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of a file of decisions: the report, how many it held, how many were new, which do
    not hold for the report as it is now, and where number and text disagree.
    """

    entry: Entry
    held: int
    new: int
    lost: tuple[Lost, ...]
    odd: tuple[str, ...] = ()


def apply(decisions: Path, reports: Path) -> Applied:
    """Write the decisions of a file into the record of the report of the same source file, all or
    none; applying a file twice changes nothing. Raises ``ReviewError``.
    """
    file = decision_file(decisions)
    loaded = [(entry, entry.load()) for entry in entries(reports).values()]
    same = [
        (entry, document)
        for entry, document in loaded
        if document["source"]["sha256"] == file.sha256
    ]
    named = [pair for pair in same if pair[0].report == Path(file.name).name] or same
    if not named:
        raise ReviewError(
            f"{reports} 里没有这些决定所说的报告（{file.name}，原文 sha256 {file.sha256[:12]}…）",
            place=str(decisions),
            remedy="请指出放着那份 JSON 的文件夹。",
        )
    entry, document = named[0]
    found = decisions_of(
        [item.model_dump(mode="json", exclude_unset=True) for item in file.decisions],
        document,
        place=str(decisions),
    )
    new = entry.store.add(entry.report, found)
    return Applied(
        entry,
        len(found),
        new,
        tuple(standing(document, [decision for _, decision in entry.store.of(entry.report)])[1]),
        tuple(disagreements(found, document)),
    )
