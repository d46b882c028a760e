"""How the other parts of a row are taken: whole, topic, scope, arena, reference, period."""

from pipeline.extract.grammar.taking import Taking

OTHERS = (
    Taking(
        "whole",
        "其中或括号里的数字，主题是它的总体",
        "topic",
        (
            "汽车保有量300万辆，其中新能源汽车⟨45万辆⟩。 => 汽车保有量",
            "死亡事故中，涉及摩托车的占31%，农村道路占比⟨六成⟩。 => 死亡事故",
            "国家基金47项，直接经费2136万元，其中面上项目⟨19项⟩。 => 国家基金",
            "经营主体3126户，其中企业784户，个体工商户2291户，合作社⟨51户⟩。 => 经营主体",
        ),
        (
            "在整治工作中，农村道路占比⟨六成⟩。",
            "获科学技术奖14项，其中一等奖2项、二等奖4项，社科成果奖⟨11项⟩。",
        ),
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
    Taking(
        "each",
        "按每一份计的数",
        "scope",
        ("早稻、晚稻每斤分别提高3分、⟨5分⟩。 => 每斤", "基础养老金每人每月提高⟨10元⟩。 => 每人每月"),
        ("养老金提高⟨10元⟩。",),
    ),
    Taking("agent", "句首行动的机构", "scope", ("住建部门新增停车泊位⟨86个⟩。 => 住建部门",), ("联合法院发出保护令⟨8份⟩。",)),
    Taking(
        "owner",
        "前面说过是谁的数字",
        "scope",
        (
            "区属国企资产总额1100亿元，负债总额⟨592亿元⟩。 => 区属国企",
            "市本级一般公共预算收入168亿元，政府性基金收入⟨74亿元⟩。 => 市本级",
        ),
        (
            "全县资产总额1100亿元，负债总额⟨592亿元⟩。",
            "缴存单位中，国有企业占8.9%，私营企业占⟨31.4%⟩。",
        ),
    ),
    Taking("owner_before", "前一句说过是谁的数字", "scope", ()),
    Taking(
        "place_of_the_act",
        "“在……”之后的动作在哪里做",
        "scope",
        (
            "在国道平交路口增设减速带⟨1280米⟩。 => 国道平交路口",
            "在国道平交路口增设减速带1280米、爆闪灯⟨64套⟩。 => 国道平交路口",
        ),
        ("在全市率先建成智慧车驾管中心⟨3个⟩。",),
    ),
    Taking("place_before", "前面分句说的地方", "scope", ()),
    Taking("arena", "位次排在谁当中", "among", ("粮食产量居全省第⟨二⟩。 => 全省",)),
    Taking(
        "comparison",
        "跟什么比",
        "against",
        (
            "增速高于全省均值⟨1.2个百分点⟩。 => 全省均值",
            "合格率高于全省平均⟨1.3个百分点⟩。 => 全省平均",
            "产量比2019年增长⟨12%⟩。 => 2019年",
            "里程8.4公里，较原路线缩短⟨3.2公里⟩。 => 原路线",
            "办理时限较省定时限压减⟨62%⟩。 => 省定时限",
            "新馆办证量是老馆的⟨2.7倍⟩。 => 老馆",
            "中标金额48亿元，较招标控制价下浮⟨6.2%⟩。 => 招标控制价",
        ),
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
