"""A slogan for a title, and the line below it that says where the report was given."""

from __future__ import annotations

import regex

# ——在某县第十三次代表大会上的报告
DASHED = regex.compile(r"[-—–―─]{1,3}\s?(?:\p{Han}{2,4}同志)?在")
AT_A_SESSION = regex.compile(
    r"(?:\p{Han}{2,4}同志)?在.{4,90}上的?(?:\p{Han}{0,6}报告|讲话|发言|致辞|汇报|说明)(?:[（(][^（()）]{1,12}[）)])?$"
)
SLOGAN = regex.compile(r"[\p{Han}“”‘’《》、，·—－!！\s\d]{6,44}")
# 凝心聚力促改革 真抓实干谱新篇: two halves, or the verb that a slogan opens with
SLOGAN_OPENS = regex.compile(
    r"[\p{Han}“”]{4,16}[\s，]{1,6}[\p{Han}“”]{4}"
    r"|(?:为|以|在|奋|勇|坚|牢记|凝|聚|锚定|团结|踔厉|守正|砥砺|担当|实干|真抓|开拓|同心|深|全|扬|乘|攻坚|抢抓|解放|推"
    r"|加快|不忘|高举|继往|履|正视|提|强|巾帼|让|书写|谱写|擘画|开创|建功|争|创|服务|助力|扛|接续|感恩|永远|心|党建|把"
    r"|用|打造|围绕|立足|紧|突出|着力)"
)
# 奋进新征程|——在某县总工会第九次代表大会上的报告
BELOW_SLOGAN = regex.compile(r"(?<=.)——(?=\p{Han})")
# 在某县总工会|…, 李望同志在|…: a title that says where a report was given
OPENS_AT = regex.compile(r"(?:\p{Han}{2,4}同志)?在")
