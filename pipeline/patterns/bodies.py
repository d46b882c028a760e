"""How bodies write themselves, and what kind of body that is."""

from __future__ import annotations

import regex

# an address of a page is no body
ADDRESS = regex.compile(r"https?://\S*+|www\.\S*+")
# 第十四届, （第三次会议）
SESSION = regex.compile(r"第[一二三四五六七八九十百\d]{1,5}届|[（(][^（）()]*+[）)]|\s")
# 清河县 is 清河 in the names of its offices
LEVEL = regex.compile(
    r"(?:(?:维吾尔|壮族|回族)?自治区|特别行政区|省|市|县|区|旗|盟|州|镇|乡|街道)$"
)
# 市公安局, 县财政局: the level alone names no place
LEVEL_HEAD = regex.compile(r"^[省市县区州盟旗镇乡](?=\p{Han}{2})")
LEVEL_ALONE = regex.compile(
    r"(?:自治|行政|人民)?[省市县区州盟旗镇乡局]?|街道|人民|中华人民共和国|中央|全国|我[省市县区]"
)
# kinds of body that an area has one of
KINDS = {
    "congress": regex.compile(r"人民代表大会常务委员会|人大常委会"),
    "court": regex.compile(r"(?:中级|高级|基层|最高)?人民法院$"),
    "procuratorate": regex.compile(r"人民检察院$"),
    "consultative": regex.compile(r"政协|政治协商会议"),
    "statistics": regex.compile(r"统计局|调查总?队"),
    "government": regex.compile(
        r"人民政府$|政府(?:办公[厅室])?$|国务院(?:办公厅)?$|行政公署$|街道办事处$"
    ),
}
# 大连市, 清河县: a place and nothing else
PLACE_ONLY = regex.compile(r"\p{Han}{1,14}(?:省|市|县|区|旗|盟|州|镇|乡|街道)")
TITLES = {
    "statistics": regex.compile(r"统计公报"),
    "plan": regex.compile(r"国民经济和社会发展.{0,20}(?:计划|规划).{0,30}(?:报告|草案)"),
    "budget": regex.compile(r"预算.{0,30}(?:报告|草案)"),
    "court": regex.compile(r"法院工作报告"),
    "procuratorate": regex.compile(r"检察院工作报告"),
    "congress": regex.compile(r"(?:常务委员会|常委会)工作报告"),
    "government": regex.compile(r"政府工作报告|政府.{0,12}工作.{0,4}报告"),
}
