"""Scores as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.cli.amounts import LABELS as WORDS
from pipeline.cli.language import _, say
from pipeline.cli.tables import show, table
from pipeline.evaluate.calibration import calibration_error
from pipeline.evaluate.tallies import LABELS, MEASURES, QUALIFIERS, Score

_WORDS = {
    "figure": "找到数字",
    "quantity": "＋数值与单位",
    "name": "＋名称",
    "fact": "事实（数值、名称、角色）",
    "change": "变化（含基准）",
    "rank": "位次",
}
_QUALIFIERS = {"link": "变化归到数值", "bound": "界限", "modality": "已然 / 目标", "period": "时期"}


def print_scores(scores: Mapping[str, Score]) -> None:
    """The overall table, one line a report, and the confusion of passage labels."""
    total = scores[""]
    if total.tallies["figure"].gold:
        figures = table("", "精确率", "召回率", "F1", "标注数", title="数字与指标")
        for measure in MEASURES:
            t = total.tallies[measure]
            figures.add_row(
                _(_WORDS[measure]),
                f"{t.precision:.3f}",
                f"{t.recall:.3f}",
                f"{t.f1:.3f}",
                str(t.gold),
            )
        for qualifier in QUALIFIERS:
            q = total.qualifiers[qualifier]
            figures.add_row(_(_QUALIFIERS[qualifier]), "", "", f"{q.recall:.3f}", str(q.gold))
        show(figures)
        say(
            "按可信度从低到高排列，最低的五分之一里有 {share} 的错误。",
            share=f"{low_confidence_share(total.outcomes):.0%}",
        )
    reports = table("报告", "数字 F1", "事实 F1", "变化 F1", "段落准确率", title="各报告")
    for name, score in scores.items():
        if name:
            tallies = score.tallies
            reports.add_row(
                name,
                *(
                    f"{tallies[m].f1:.3f}" if tallies[m].gold else "–"
                    for m in ("figure", "fact", "change")
                ),
                f"{score.passage_accuracy:.3f}",
            )
    show(reports)
    horizon = f"，时态准确率 {total.horizon.recall:.3f}" if total.horizon.gold else ""
    passages = table(
        title=f"段落：准确率 {total.passage_accuracy:.3f}{horizon}（行为标注，列为预测）"
    )
    for word in ("", *(WORDS[label] for label in LABELS), "精确率", "召回率", "F1"):
        passages.add_column(word, justify="right")
    for label in LABELS:
        t = total.label_tally(label)
        passages.add_row(
            _(WORDS[label]),
            *(str(total.confusion[label, got]) for got in LABELS),
            f"{t.precision:.3f}",
            f"{t.recall:.3f}",
            f"{t.f1:.3f}",
        )
    show(passages)
    if total.labelled:
        say(
            "段落概率的校准误差（ECE，十档）{error}。",
            error=f"{calibration_error(total.labelled):.3f}",
        )


def low_confidence_share(outcomes: Sequence[tuple[float, bool]]) -> float:
    """Which part of the mistakes stands in the lowest fifth by confidence; of figures as sure as
    the last of the fifth, their share (1 where there are no mistakes).
    """
    ranked = sorted(outcomes, key=lambda outcome: outcome[0])
    wrong = sum(not right for _, right in ranked)
    fifth = len(ranked) // 5
    if not wrong or not fifth:
        return 1.0
    last = ranked[fifth - 1][0]
    below, level = (
        [right for sure, right in ranked if sure < last],
        [right for sure, right in ranked if sure == last],
    )
    return (below.count(False) + level.count(False) * (fifth - len(below)) / len(level)) / wrong
