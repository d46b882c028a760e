"""How bodies write themselves, and what kind of body that is."""

from __future__ import annotations

import regex

# an address of a page is no body
ADDRESS = regex.compile(r"https?://\S*+|www\.\S*+")
# 第十四届, 十七届, （第三次会议）
SESSION = regex.compile(r"第?[一二三四五六七八九十百\d]{1,5}届|[（(][^（）()]*+[）)]|\s")
# 清河县 is 清河 in the names of its offices
LEVEL = regex.compile(
    r"(?:(?:维吾尔|壮族|回族)?自治区|特别行政区|省|市|县|区|旗|盟|州|镇|乡|街道)$"
)
# 市公安局, 县财政局: the level alone names no place; not 市场监管局
LEVEL_HEAD = regex.compile(
    r"^(?!市[场监容]|市政(?![府协法])|区[域块])[省市县区州盟旗镇乡](?=\p{Han}{2})"
)
# whose committee of a place it is: |共青团|清河县委员会
ORGANISATION = regex.compile(
    r"中共|中国共产党|共青团|中国共产主义青年团|政协|中国人民政治协商会议|民[盟建进革]|农工党|致公党|九三学社"
    r"|中国(?:民主(?:同盟|建国会|促进会)|国民党革命委员会|农工民主党|致公党)"
)
# one form of the committees of an area: 县委, 中共…委员会; 团委, 团县委; 中共…纪律检查委员会
COMMITTEES = (
    (regex.compile(r"^(?:中共)?委(?:员会)?$"), "中共委员会"),
    (regex.compile(r"^(?:共青团|团)[省市县区州盟旗镇乡]?委(?:员会)?$"), "共青团委员会"),
    (regex.compile(r"^中共(?!委员会$)"), ""),
    (regex.compile(r"人民政府(?=\p{Han}{2,20}(?:委员会|局)$)"), ""),
)
LEVEL_ALONE = regex.compile(
    r"(?:自治|行政|人民)?[省市县区州盟旗镇乡局]?|街道|人民|中华人民共和国|中央|全国|我[省市县区]"
)
# kinds of body that an area has one of
KINDS = {
    "congress": regex.compile(r"人民代表大会常务委员会|人大(?:常委会|常务委员会)"),
    "court": regex.compile(r"(?:(?:中级|高级|基层|最高)?人民)?法院$"),
    "procuratorate": regex.compile(r"(?:人民)?检察院$"),
    "consultative": regex.compile(r"(?:政协|(?:中国人民)?政治协商会议)(?:委员会)?"),
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
