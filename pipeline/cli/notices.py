"""What a user must know after many reports: what failed, what was kept, renamed, left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.language import _, notice, say
from pipeline.cli.loudness import quiet, verbose

if TYPE_CHECKING:
    from pipeline.batch import Fault, Found, Outcome

_FEW = 5  # names in a line; -v says all


def notices(found: Found, outcomes: Sequence[Outcome], output: str) -> None:
    """Say on stderr: failures one by one, then what was kept, renamed and left out."""
    from pipeline.batch import RECORD
    from pipeline.batch.files import old

    faults: list[tuple[Fault, str]] = [(fault, "") for fault in found.faults]
    faults += [(o.fault, old(o.job.target)) for o in outcomes if o.fault]
    for fault, before in faults:
        failed(fault, before)
    if faults:
        say(
            "共 {faults} 处失败，全部记在 {output}/{record}。",
            err=True,
            faults=len(faults),
            output=output,
            record=RECORD,
        )
    for outcome in outcomes:
        if not outcome.fault and not outcome.indicators:
            notice("提醒：{source} 里没有找到指标，请确认它是报告正文。", source=outcome.job.source)
    if same := sum(outcome.state == "kept" for outcome in outcomes):
        notice("{same} 份以前做过，没有变化，没有重做（--force 全部重做）。", same=same)
    if found.renamed:
        names = few([f"{job.source} → {job.target}" for job in found.renamed])
        notice(
            "{renamed} 份因重名或名字太长，结果换了名字：{names}",
            renamed=len(found.renamed),
            names=names,
        )
    left_out(found.left_out)


def failed(fault: Fault, before: str = "") -> None:
    """Say that a report failed; ``before`` is where an older result of it went, if there was one.
    """
    from pipeline.batch.files import exists

    said = "{kind}：{place}：{reason}。{remedy}"
    line = _(said).format(
        kind=fault.kind, place=fault.place, reason=_(fault.reason), remedy=_(fault.remedy)
    )
    if before and exists(before):
        line += _("（以前的结果改名为 {before}）").format(before=before)
    say("失败：{line}", err=True, line=line)


def left_out(files: Sequence[str]) -> None:
    """Say how many files of each kind could not be read, and name some."""
    if not files or quiet():
        return
    kinds = Counter(Path(file).suffix.lower() for file in files)
    counted = "、".join(f"{kind} {count}" for kind, count in kinds.most_common())
    names = few([Path(file).name for file in files])
    notice(
        "跳过 {count} 个读不了的文件（{counted}；请先另存为 Word、PDF 或文本）：{names}",
        count=len(files),
        counted=counted,
        names=names,
    )


def few(names: Sequence[str]) -> str:
    """The first few names, or all of them with ``-v``."""
    return "、".join(names if verbose() else names[:_FEW]) + (
        "" if verbose() or len(names) <= _FEW else "…"
    )


def done_line(outcome: Outcome) -> None:
    """With ``-v``, one line a report as it ends."""
    if verbose():
        ended = _("失败") if outcome.fault else f"{outcome.indicators} {_('个指标')}"
        say(
            "{source} → {target}  {ended}  {seconds} s",
            err=True,
            source=outcome.job.source,
            target=outcome.job.target,
            ended=ended,
            seconds=f"{outcome.seconds:.2f}",
        )
