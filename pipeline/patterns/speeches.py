"""Speeches at the start of a year: how they turn from the year behind to the one ahead without
naming it."""

from __future__ import annotations

import regex

# 在全县水利工作会议上的|讲话
SPEECH_TITLE = regex.compile(
    r"(?:讲话|发言|致辞|讲稿|讲话稿|主持词|部署)(?:稿|提纲|摘要|要点)?(?:[（(][^（()）]{1,16}[)）])?$"
)
# 二、真抓实干，确保完成全年任务: a later part of a speech sets out what is to be done
SETS_OUT = regex.compile(
    r"(?:强化|推动|推进|突出|狠抓|抓好|抓实|抓住|实干|确保|聚焦|奋力|扎实|全力|攻坚|落实|加快|加强|明确(?:任务|重点|目标)|把握重点|坚定|压实|真抓|苦干|担当"
    r"|做好|提升|开创)"
)
# 一、肯定成绩, 二、正视问题: or what was, and how things stand
AS_THEY_STAND = regex.compile(
    r"肯定|认清|正视|看到|认识|回顾|总结|成绩|成效|问题|差距|不足|形势|去年|上年|过去"
)
# 今年，改造小区12个, 今年市里下达任务4亿元: of the year in which it is said; not 今年以来
THIS_YEAR = regex.compile(r"\W{0,3}(?:第?[一二三四五六七八九十]{1,2}(?:[、，]|是|要))?今年(?!以来)")
# 力争完成投资8亿元, 6月底前必须完成除险加固5座: what is to be done
MUST = regex.compile(
    r"\W{0,3}(?:第?[一二三四五六七八九十]{1,2}(?:[、，]|是|要))?(?:[^，。；]{2,9}前[，]?)?(?:必须|务必|要(?!求|看到|清醒|认识)|力争"
    r"|确保(?!了)|争取)"
)
