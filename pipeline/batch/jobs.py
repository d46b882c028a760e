"""Which reports there are, and where the result of each goes."""

from __future__ import annotations

import os
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath, PurePosixPath

from pipeline.batch.files import is_url, plain, remote
from pipeline.batch.names import component, unicode_of
from pipeline.batch.records import Fault, Form, Job
from pipeline.errors import ReadError
from pipeline.read import ARCHIVES, OTHER_SUFFIXES, STANDARD_INPUT, SUFFIXES, members


@dataclass(slots=True)
class Found:
    """The jobs in order, the faults met on the way (unreadable folders, names that clash),
    and the documents of kinds not read.
    """

    jobs: list[Job] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    renamed: list[Job] = field(default_factory=list)


def find(paths: Iterable[str], output: str, *, form: Form = "json") -> Found:
    """Every report in ``paths``, folders searched to the bottom;
    a folder's own structure is kept below ``output``.

    A file named twice, or reached by two links, is one job.
    Where two reports of one folder differ in the suffix only, both results keep it (``r.txt.json``,
    ``r.html.json``); where results would still meet, the later report is refused.
    """
    found, seen = Found(), set()
    wanted: list[tuple[str, PurePath, int]] = []  # source, its path below the folder given, size
    named: dict[PurePath, set[PurePath]] = defaultdict(set)
    for path in map(plain, paths):
        for file, below, size in _reports(path, found):
            same = file if is_url(file) else os.path.realpath(file)
            if same not in seen:
                seen.add(same)
                wanted.append((file, below, size))
                named[below.with_suffix("")].add(below)
    taken: dict[str, str] = {}
    for file, below, size in wanted:
        name = below.with_suffix("")
        kept = below if len(named[name]) > 1 else name
        parts = [component(part) for part in kept.parts]
        target = "/".join([plain(output).rstrip("/"), *parts]) + f".{form}"
        job = Job(file, target, name.as_posix(), size)
        first = taken.setdefault(os.path.normcase(job.target), file)  # on Windows A.json is a.json
        if first is not file:
            found.faults.append(
                Fault(
                    "ReadError",
                    f"与 {unicode_of(first)} 同名，结果会互相覆盖",
                    unicode_of(file),
                    "请改名，或分开写到不同的文件夹。",
                )
            )
            continue
        found.jobs.append(job)
        if [*name.parts] != parts:
            found.renamed.append(job)
    return found


def _reports(path: str, found: Found) -> Iterator[tuple[str, PurePath, int]]:
    if path == str(STANDARD_INPUT):
        yield path, PurePath("stdin"), 0
    elif is_url(path):
        yield from _far(path, found)
    elif os.path.isdir(path):
        for file, size in sorted(_walk(path, found), key=lambda file: PurePath(file[0]).parts):
            if suffix_of(file) in SUFFIXES + ARCHIVES:
                yield from _inside(file, path, size, found)
            elif suffix_of(file) in OTHER_SUFFIXES:
                found.left_out.append(file)
    else:
        yield from _inside(path, os.path.dirname(path), _size(path), found)


def _inside(file: str, above: str, size: int, found: Found) -> Iterator[tuple[str, PurePath, int]]:
    """The file itself, or the reports in it where it is a .zip;
    one that cannot be opened is a job, so that its fault is named.
    """
    try:
        inside = [str(name) for name in members(Path(file))] if suffix_of(file) in ARCHIVES else []
    except ReadError:
        inside = []
    found.left_out.extend(name for name in inside if suffix_of(name) in OTHER_SUFFIXES + ARCHIVES)
    names = [name for name in inside if suffix_of(name) in SUFFIXES] or [file]
    for name in names:
        yield name, PurePath(os.path.relpath(name, above or ".")), size // len(names)


def suffix_of(file: str) -> str:
    """The suffix in lower case, with its dot."""
    return os.path.splitext(file)[1].lower()


def _walk(folder: str, found: Found) -> Iterator[tuple[str, int]]:
    """Files below ``folder`` with their sizes.

    Links are followed, last; a folder met before (links in a circle) is not entered again.
    """
    folders, links, entered = [folder], deque[str](), set()
    while folders or links:
        here = folders.pop() if folders else links.popleft()
        try:
            state = os.stat(here)
            if (state.st_dev, state.st_ino) in entered:
                continue
            entered.add((state.st_dev, state.st_ino))
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError as fault:
            found.faults.append(_unreadable(here, fault))
            continue
        links.extend(
            entry.path for entry in entries if entry.is_symlink() and os.path.isdir(entry.path)
        )
        folders.extend(entry.path for entry in entries if entry.is_dir(follow_symlinks=False))
        yield from (
            (entry.path, _size(entry.path))
            for entry in entries
            if not os.path.isdir(entry.path) and _regular(entry.path, found)
        )


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0  # a link to nowhere: reading will say so


def _regular(path: str, found: Found) -> bool:
    """False for pipes and devices, on which reading would wait for ever; they are named."""
    if os.path.isfile(path) or not os.path.exists(path):
        return True
    if suffix_of(path) in SUFFIXES:
        found.faults.append(
            Fault(
                "ReadError", "不是普通文件（管道、套接字或设备）", unicode_of(path), "请存成文件。"
            )
        )
    return False


def _unreadable(path: str, fault: OSError) -> Fault:
    return Fault(
        "ReadError",
        f"打不开（{fault.strerror or fault}）",
        unicode_of(path),
        "请检查权限；其中的报告没有处理。",
    )


def _far(url: str, found: Found) -> Iterator[tuple[str, PurePath, int]]:
    system, root = remote(url)
    try:
        if system.isfile(root):
            yield url, PurePosixPath(root.rpartition("/")[2]), int(system.size(root) or 0)
            return
        entries = system.find(root, detail=True)
    except OSError as fault:
        found.faults.append(_unreadable(url, fault))
        return
    for path, entry in sorted(entries.items()):
        if suffix_of(path) in SUFFIXES:
            yield (
                str(system.unstrip_protocol(path)),
                PurePosixPath(path[len(root) :].lstrip("/")),
                int(entry.get("size") or 0),
            )
        elif suffix_of(path) in OTHER_SUFFIXES + ARCHIVES:
            found.left_out.append(str(system.unstrip_protocol(path)))
