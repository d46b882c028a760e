"""The rules by which the parts of a row are taken, each a value: what it is called and means, and
examples that hold it to its word.

``workreport rules`` prints them; the review page takes its glosses from here.
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.records import RowPart


class Taking(NamedTuple):
    """A rule that takes words for a part of a row.

    In each sentence of ``yes`` the row of the figure in ⟨…⟩ has the part that stands behind =>, and
    its evidence names this rule; in each of ``no`` the rule takes nothing for that figure.
    """

    name: str
    gloss: str
    fills: RowPart
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()


NAMES = (
    Taking("subject", "主语紧挨着数字", "name", ("粮食总产量⟨86万吨⟩。 => 粮食总产量",)),
    Taking("behind", "数字后面的名词", "name", ("建成⟨7个⟩分考场。 => 建成分考场",)),
    Taking(
        "class_noun",
        "举例之后的类名",
        "name",
        ("举办音乐会、舞蹈诗剧等音乐活动⟨30场⟩。 => 举办音乐活动",),
        ("办理抵押、登记等业务⟨40件⟩。",),
    ),
    Taking(
        "last_verb",
        "数字前的动词；在它前面安排资金的话不算",
        "name",
        ("市里安排资金改造和新建⟨88所⟩乡镇卫生院。 => 改造和新建乡镇卫生院",),
        ("改造和新建⟨88所⟩乡镇卫生院。",),
    ),
    Taking(
        "ellipsis",
        "省略的中心语取自前面的指标",
        "name",
        (
            "道路交通事故812起，死亡⟨186人⟩。 => 道路交通事故死亡",
            "落地集采药品318种，平均降价⟨46%⟩。 => 落地集采药品平均降价",
            "受理投诉918件，立案36件，办结率⟨97%⟩。 => 投诉办结率",
        ),
        ("道路交通事故812起，查处酒驾⟨90起⟩。",),
    ),
    Taking(
        "gapping",
        "省略的动词取自并列的前一项",
        "name",
        ("淘汰落后炼钢产能20万吨、炼铁产能⟨30万吨⟩。 => 淘汰落后炼铁产能",),
        (
            "建成学校3所，服务学生⟨2万人⟩。",
            "发出司法建议21份，反馈⟨19份⟩。",
            "维修路灯820盏，新装节能灯⟨160盏⟩。",
            "受理案件860件，结案⟨790件⟩。",
            "改造易涝点7处，剩余⟨2处⟩。",
        ),
    ),
    Taking(
        "inherited",
        "数字前没有主语，沿用前一个指标的名称",
        "name",
        ("工业用电量12亿千瓦时，力争增长⟨8%⟩。 => 工业用电量",),
        ("小麦产量900万吨，玉米产量⟨800万吨⟩。",),
    ),
    Taking(
        "inherited_object",
        "只说动词，宾语沿用前一个指标",
        "name",
        ("新开工保障性住房600套，基本建成⟨500套⟩。 => 建成保障性住房",),
        ("新开工保障性住房600套，建成学校⟨5所⟩。",),
    ),
    Taking(
        "measured_alike",
        "一串同类项目里，量的名称只说一次",
        "name",
        ("采矿业利润156亿元；制造业⟨64亿元⟩。 => 制造业利润",),
        ("采矿业利润156亿元；制造业投资⟨64亿元⟩。",),
    ),
    Taking(
        "rest",
        "“其余”“另”指前面数过的东西里剩下的",
        "name",
        (
            "排查隐患46处，已治理39处，其余⟨7处⟩均落实管控措施。 => 其余隐患落实管控措施",
            "改造易涝点7处，剩余⟨2处⟩计划年底完工。 => 剩余易涝点计划年底完工",
        ),
        ("排查隐患46处，查封设备⟨7台⟩。",),
    ),
    Taking(
        "shared_predicate",
        "并列末项后面的话各项共有",
        "name",
        ("⟨6个⟩集体、14名个人受到省级表彰。 => 集体受到省级表彰",),
        ("表彰⟨6个⟩集体、14名个人。",),
    ),
    Taking(
        "completed_of_the_same",
        "同一事物的第二个数，留下“完成”以示区别",
        "name",
        ("督察交办整改任务16项，已完成⟨12项⟩。 => 完成整改任务",),
        ("交办整改任务⟨16项⟩。",),
    ),
    Taking(
        "clause_before",
        "名称取自前一个分句",
        "name",
        ("城镇居民收入和农村居民收入，分别增长⟨7.8%⟩和8.4%。 => 城镇居民收入",),
        ("稳步推进改革，粮食产量⟨86万吨⟩。",),
    ),
    Taking(
        "sentence_before", "名称取自前一句话", "name", ("粮食产量86万吨。增长⟨3%⟩。 => 粮食产量",)
    ),
    Taking("heading", "名称取自标题", "name", ()),
    Taking("none", "没有找到名称", "name", ()),
    Taking(
        "shared_head",
        "并列各项共用后面的中心词",
        "name",
        (
            "小学、初中在校生分别为⟨3.2万人⟩、1.5万人。 => 小学在校生",
            "二氧化硫、氮氧化物排放量分别下降⟨3%⟩、5%。 => 二氧化硫排放量",
        ),
        ("工业增加值、固定资产投资分别增长⟨3%⟩、5%。",),
    ),
    Taking(
        "shared_lead",
        "并列各项共用前面的动词和修饰语",
        "name",
        ("农村自来水普及率、生活污水治理率分别提高2、⟨5个百分点⟩。 => 农村生活污水治理率",),
        ("粮食产量、油料产量分别增长2%、⟨5%⟩。",),
    ),
    Taking(
        "shared_modifier",
        "并列的后一项省略的修饰语",
        "name",
        (
            "建成国家级绿色工厂136家、绿色工业园区⟨10家⟩。 => 建成国家级绿色工业园区",
            "每百户拥有汽车46辆、电脑⟨62台⟩。 => 每百户拥有电脑",
        ),
        ("国家级绿色工厂136家、省级绿色工厂⟨10家⟩。",),
    ),
    Taking(
        "shared_rate",
        "并列各项共用前面的比较基数",
        "name",
        ("单位地区生产总值能耗、二氧化碳排放分别下降3%、⟨4%⟩。 => 单位地区生产总值二氧化碳排放",),
        ("能耗、用水量分别下降3%、⟨4%⟩。",),
    ),
    Taking(
        "shared_noun",
        "并列各项共用后面的名词",
        "name",
        ("建成⟨4个⟩国家级、6个省级区域医疗中心。 => 建成国家级区域医疗中心",),
        ("建成⟨4个⟩国家级实验室、6个省级中心。",),
    ),
    Taking(
        "pair",
        "城乡、进出口一类合称分成两项",
        "name",
        ("城乡居民收入分别增长⟨7.8%⟩和8.4%。 => 城镇居民收入",),
        ("城乡居民收入增长⟨7.8%⟩。",),
    ),
    Taking(
        "list_owner",
        "并列各项共用前面的主体",
        "name",
        ("市属企业营业收入、利润分别增长6%、⟨9%⟩。 => 市属企业利润",),
        ("进口、出口分别增长6%、⟨9%⟩。",),
    ),
    Taking(
        "second_list",
        "后一组数字仍按前一组的各项排列",
        "name",
        ("民事、刑事案件分别为8600件、1260件，结案率为⟨96.1%⟩、98.7%。 => 民事结案率",),
        ("民事、刑事案件分别为8600件、1260件，结案率为⟨96.1%⟩。",),
    ),
    Taking(
        "per_head",
        "总数之后的人均、日均",
        "name",
        (
            "捐款总额126万元，人均⟨320元⟩。 => 人均捐款总额",
            "厨余垃圾分出量日均⟨126吨⟩。 => 日均厨余垃圾分出量",
        ),
        ("捐款总额126万元，支出⟨320元⟩。", "日均供水量⟨3.2万吨⟩。"),
    ),
    Taking(
        "act_behind",
        "数字后面说做了什么",
        "name",
        ("为⟨508名⟩被执行人出具信用修复证明。 => 出具信用修复证明被执行人",),
        ("建成⟨7个⟩分考场。",),
    ),
    Taking(
        "beneficiary",
        "数字后面说为谁做",
        "name",
        ("为⟨508名⟩被执行人出具信用修复证明。 => 出具信用修复证明被执行人",),
    ),
    Taking(
        "among",
        "一些当中有多少怎样",
        "name",
        ("停业的民宿中已有⟨41家⟩恢复营业。 => 停业的民宿恢复营业",),
    ),
    Taking(
        "purpose",
        "资金的用途",
        "name",
        ("市财政安排⟨8亿元⟩，用于改善校舍。 => 市财政安排改善校舍",),
        ("市财政安排⟨8亿元⟩。",),
    ),
    Taking(
        "share",
        "占比所占的总体",
        "name",
        (
            "服务业增加值占地区生产总值的⟨52%⟩。 => 服务业增加值占地区生产总值比重",
            "抢险救援1218起，社会救助1190起，分别占28.5%和⟨27.9%⟩。 => 社会救助占比",
        ),
        ("公积金贷款市场占有率⟨24.8%⟩。",),
    ),
    Taking(
        "completion",
        "完成计划、目标、预算的比例",
        "name",
        ("植树20万亩，完成年度目标的⟨107%⟩。 => 植树完成年度目标比例",),
    ),
    Taking(
        "increment",
        "新增、净增留在名称里",
        "name",
        ("高新技术企业净增⟨60家⟩。 => 高新技术企业净增",),
        ("高新技术企业达到⟨60家⟩。",),
    ),
    Taking(
        "fall_of_a_count",
        "减少留在名称里",
        "name",
        ("农村贫困人口减少⟨245万人⟩。 => 农村贫困人口减少",),
        ("农村贫困人口比上年减少⟨245万人⟩。",),
    ),
    Taking("medal", "奖牌", "name", ("夺得⟨9金⟩、5银。 => 夺得金牌",)),
    Taking(
        "contest",
        "评比、考核的名称",
        "name",
        ("交管工作在全省绩效考评中位列第⟨二⟩。 => 交管工作绩效考评",),
        ("粮食产量位列全省第⟨二⟩。",),
    ),
    Taking(
        "growth_of_the_economy", "单说经济，指经济增长", "name", ("经济增长⟨6%⟩。 => 经济增长",)
    ),
)
OTHERS = (
    Taking(
        "whole",
        "其中或括号里的数字，主题是它的总体",
        "topic",
        (
            "汽车保有量300万辆，其中新能源汽车⟨45万辆⟩。 => 汽车保有量",
            "死亡事故中，涉及摩托车的占31%，农村道路占比⟨六成⟩。 => 死亡事故",
        ),
        ("在整治工作中，农村道路占比⟨六成⟩。",),
    ),
    Taking("theme", "本句前面没有数字的分句说的事", "topic", ()),
    Taking("theme_before", "前一句说的事", "topic", ()),
    Taking("topic_holds", "前一个数字的主题仍然有效", "topic", ()),
    Taking("figure_before", "前一个数字的名称", "topic", ()),
    Taking("topic_above", "主题自己所属的事", "topic", ()),
    Taking("heading", "标题说的事", "topic", ()),
    Taking(
        "scope_head",
        "句首限定的范围",
        "scope",
        ("全市粮食产量⟨86万吨⟩。 => 全市",),
        ("粮食产量⟨86万吨⟩。",),
    ),
    Taking("agent", "句首行动的机构", "scope", ("住建部门新增停车泊位⟨86个⟩。 => 住建部门",)),
    Taking(
        "owner",
        "前面说过是谁的数字",
        "scope",
        ("区属国企资产总额1100亿元，负债总额⟨592亿元⟩。 => 区属国企",),
        ("全县资产总额1100亿元，负债总额⟨592亿元⟩。",),
    ),
    Taking("owner_before", "前一句说过是谁的数字", "scope", ()),
    Taking(
        "place_of_the_act",
        "“在……”之后的动作在哪里做",
        "scope",
        ("在国道平交路口增设减速带⟨1280米⟩。 => 国道平交路口",),
        ("在全市率先建成智慧车驾管中心⟨3个⟩。",),
    ),
    Taking("place_before", "前面分句说的地方", "scope", ()),
    Taking("arena", "位次排在谁当中", "among", ("粮食产量居全省第⟨二⟩。 => 全省",)),
    Taking(
        "comparison",
        "跟什么比",
        "against",
        ("增速高于全省均值⟨1.2个百分点⟩。 => 全省均值", "产量比2019年增长⟨12%⟩。 => 2019年"),
        ("产量比上年增长⟨12%⟩。",),
    ),
)
# the parts of a figure in a table; tests of tables run their examples
OF_TABLES = (
    Taking("row_head", "名称取自表格的行头", "name", ()),
    Taking("column_head", "名称补上了表格的列头", "name", ()),
    Taking("row_parent", "名称补上了它所属的那一行", "name", ()),
    Taking("row_group", "名称补上了行头左边的类别", "name", ()),
    Taking("table_title", "名称补上了表题", "name", ()),
    Taking("unit_note", "单位取自表题旁的说明", "name", ()),
    Taking("report_year", "表里没有写年份，取报告的年份", "period", ()),
)
TAKINGS = NAMES + OTHERS + OF_TABLES


def glosses() -> dict[str, str]:
    """Give the gloss of every rule by its name, that of a name before others."""
    return {taking.name: taking.gloss for taking in reversed(TAKINGS)}
