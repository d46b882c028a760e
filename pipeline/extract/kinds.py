"""Which numbers are figures, and what the others are: the first rule that holds decides."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import lru_cache

from pipeline.extract import conditions as c
from pipeline.extract import sizes as z
from pipeline.extract.sight import Sight
from pipeline.patterns import kinds as p

FRACTION = "fraction"  # the rule of 三分之一: a plain number here, a percentage as a quantity
HELD = "held"  # the rule of 持平, a change of nothing


@dataclass(frozen=True, slots=True)
class Rule:
    """What a number is, and how one can tell: ``gloss`` says it in Chinese.

    The number that ⟨…⟩ marks is decided by this rule in each text of ``holds``, and by another in
    each of ``fails``; a test looks. ``units`` (kinds of unit), ``han`` (Chinese digits) and
    ``opens`` (the character behind the digits, if not a blank) say of which numbers it is asked;
    ``inside``: only of those that quotes, an address or an idiom hold.
    """

    kind: str
    name: str
    gloss: str
    condition: Callable[[Sight], object]
    holds: tuple[str, ...]
    fails: tuple[str, ...]
    units: tuple[str, ...] = ()
    han: bool | None = None
    opens: Collection[str] = ()
    inside: bool = False

    def is_asked(self, unit_kind: str, han: bool, follows: str, inside: bool) -> bool:
        """Tell whether it may hold of a number with such a unit, digits and character behind."""
        if self.units and unit_kind not in self.units:
            return False
        if self.han is not None and self.han != han:
            return False
        if self.inside and not inside:
            return False
        return not self.opens or follows in self.opens or follows.isspace()


RULES: tuple[Rule, ...] = (
    Rule("name", "address", "网址、时刻、文号、长串编码里的数字", lambda s: s.addressed,
         ("发布于http://a.cn/⟨202312⟩/t1.htm", "签到⟨8⟩:30，共12人"), ("检查企业⟨202312⟩家",), inside=True),
    Rule("word", "idiom", "成语、地名等词语里的数字", lambda s: s.in_idiom,
         ("⟨千⟩方百计稳就业", "对接长⟨三角⟩"), ("走访⟨三千⟩户",), inside=True),
    Rule("word", "held_of", "持平的：说的是哪一类，不是变动",
         lambda s: s.atom.unit_kind == "held" and s.next == "的",
         ("上涨的16个，⟨持平⟩的1个",), ("价格与上年⟨持平⟩",),
         units=("held",)),
    Rule("figure", HELD, "持平：变动为零", lambda s: s.atom.unit_kind == "held",
         ("价格与上年⟨持平⟩",), ("保持平稳，新增⟨3⟩家",),
         units=("held",)),
    Rule("ordinal", "list_marker", "段首编号", c.list_marker,
         ("⟨3⟩.生态保护修复。", "（⟨三⟩）监管有力"), ("下降⟨3.5⟩%",),
         opens=p.MARKER_OPENS),
    Rule("ordinal", "enumerator", "一是、二要：句内编号", c.enumerator,
         ("⟨一⟩是加强监管", "加强监管，⟨二⟩要优化服务"), ("办理⟨一⟩百件",),
         opens=p.ENUMERATOR_OPENS, han=True),
    Rule("slogan", "short_quote", "引号里的口号、代称", lambda s: s.quoted,
         ("落实“⟨五个⟩严禁”", "完成“⟨三⟩无”小区改造"), ("“双随机”检查⟨30⟩次",), inside=True),
    Rule("date", "year", "年份", c.year,
         ("⟨2022年⟩建成", "⟨二零二二年⟩建成"), ("工期⟨3年⟩", "连续⟨20年⟩"),
         opens="年"),
    Rule("date", "quarter", "季度，前几个月", c.quarter,
         ("前⟨三⟩季度投资", "前⟨10⟩个月完成"), ("用时⟨10⟩个月",),
         opens=p.QUARTER_OPENS),
    Rule("date", "month", "月份", c.month, ("⟨1月⟩份", "⟨1—11月⟩"), ("补贴3个月⟨12⟩万元",),
         opens="月"),
    Rule("date", "day", "日期", c.day, ("1月⟨26日⟩", "6月⟨5⟩号"), ("日均接待⟨26⟩人",),
         opens=p.DAY_OPENS),
    Rule("time", "clock", "钟点", c.clock,
         ("⟨14时25分⟩接报", "上午⟨9⟩时集合", "延长至晚上⟨9点⟩半", "巡查至⟨23点⟩"), ("新增点位⟨23个⟩", "平均用时⟨5分30秒⟩")),
    Rule("number", "cell", "独占一格的数字：说它是什么的在别的格里", c.cell,
         ("| 家庭年收入 | ⟨18600元⟩ | 类别 | B |", "| 出勤率 | ≥⟨90%⟩ |", "收入\t⟨86元⟩\t成本\t12元"),
         ("| 新建水池⟨3座⟩ | 完成 |", "收入⟨86元⟩\t成本12元")),
    Rule("figure", "rank", "位次：居全省第几、进入前几", c.rank,
         ("位列全省第⟨二⟩", "进入全省前⟨三⟩", "居全国第⟨9⟩位", "为全省第⟨三⟩多", "居全国⟨36位⟩"),
         ("排名倒数第⟨2⟩", "第⟨二⟩批试点", "前⟨3⟩年")),
    Rule("ordinal", "ordinal", "第几：序数", c.ordinal,
         ("第⟨二批⟩试点", "第⟨3⟩产业园", "排名全县末⟨两位⟩"), ("试点⟨二十批⟩", "居全国⟨36位⟩")),
    Rule("number", "vague", "几十、数百：不是确数", c.vague,
         ("挽回损失几⟨十万元⟩", "惠及数⟨百万⟩群众", "建成好几⟨十个⟩站点"), ("参保人数⟨百万人⟩", "到位资金⟨二十几亿元⟩"),
         han=True),
    Rule("name", "slash", "斜线两边、又不是分数的数字：日期、血压、代称", c.slashed,
         ("⟨11⟩/28检查", "⟨24⟩/7在线", "血压140/⟨90mmHg⟩以下", "新建⟨4⟩/5G基站"),
         ("⟨2/3⟩的村完成改造", "死亡率⟨6.9/10万⟩")),
    Rule("number", "structure", "比例各项：a:b:c", lambda s: s.atom.unit_kind == "structure",
         ("三次产业结构为⟨6.5⟩:40.1:53.4", "医护比⟨1⟩：1.6"), ("收入比为⟨2.31∶1⟩",),
         units=("structure",)),
    Rule("name", "code", "代号：字母、加号、乘号相连", c.in_code,
         ("PM⟨2.5⟩浓度", "⟨5⟩G基站", "⟨1⟩+2+6格局"), ("建成⟨5个⟩", "PUE⟨1.25⟩，")),
    Rule("name", "named_number", "名称里的编号：热线、大队、届次、制式", c.named_number,
         ("拨打⟨12345⟩热线", "直属⟨一⟩大队", "⟨3人⟩制篮球", "省委十届⟨十一次⟩、十二次全会", "省委十届十一次、⟨十二次⟩全会"),
         ("招聘⟨3人⟩", "召开⟨12次⟩会议")),
    Rule("date", "bare_year", "不带“年”字的年份", c.bare_year,
         ("获评⟨2023⟩全国典型案例",), ("受理⟨2023件⟩",),
         units=("",), han=False),
    Rule("number", "garbled", "标点错乱、无法确认的数字", c.garbled,
         ("完成投资12,⟨6亿元⟩",), ("分别为12亿元,⟨6亿元⟩",)),
    Rule("name", "class_of", "届别：哪一年毕业的", c.class_of,
         ("⟨2023届⟩毕业生就业率92%",), ("举办⟨4届⟩博览会", "新增⟨2023个⟩项目"),
         units=("count",), han=False),
    Rule("name", "of_a_magnitude", "以量级称呼的县、镇、村", c.of_a_magnitude,
         ("⟨千亿县⟩超过30个", "建成⟨百亿镇⟩12个"), ("新增⟨30个⟩县", "新增⟨30县⟩"),
         units=("count",), han=True),
    Rule("name", "policy", "以条数为名的政策", c.policy,
         ("出台引才新⟨14条⟩，",), ("更新线路⟨14条⟩，",),
         units=("count",)),
    Rule("name", "phase", "几期工程、几届会议", c.phase,
         ("医院⟨二期⟩开工", "⟨二十届⟩四中全会"), ("举办⟨4届⟩博览会",),
         han=True),
    Rule("count", "enumeration", "归纳用的数：几个方面、几大领域", c.enumeration,
         ("抓好⟨七个⟩方面", "⟨5⟩大领域", "⟨9项⟩工作"), ("引进⟨9个⟩企业",),
         opens=p.ENUMERATED_OPENS),
    Rule("word", "in_word", "词语里的数字：统一、进一步", c.in_word,
         ("统⟨一⟩部署", "进⟨一⟩步"), ("增长⟨一成⟩",),
         han=True),
    Rule("class", "threshold", "事故等级的门槛，不是实际伤亡", z.threshold,
         ("未发生一次死亡⟨3人⟩以上事故", "未发生⟨10人⟩以上亡人火灾", "直接损失⟨1000万元⟩以上事故为零"), ("事故死亡⟨3人⟩，",)),
    Rule("class", "exchanged", "汇率里被兑换的一方：1美元兑",
         lambda s: s.atom.unit_kind == "money" and s.after.startswith("兑"),
         ("平均汇率为⟨1美元⟩兑6.73元人民币",), ("平均汇率为1美元兑⟨6.73元⟩",)),
    Rule("class", "arena", "位次的范围：几个市州里的第几", z.arena,
         ("居⟨9个⟩市州第1", "在⟨14个⟩县区中排名第3"), ("新建⟨9个⟩社区", "培训⟨9个⟩村第一批"),
         units=("count",), han=False),
    Rule("class", "size_class", "说明类别而不是数量：年龄、等级、规格、每若干", z.size_class,
         ("为⟨60岁⟩以上老年人体检", "海拔⟨1500米⟩", "3座⟨35万千瓦⟩电站", "每⟨50公斤⟩补贴",
          "年产值在⟨1000万元与2000万元之间⟩的企业", "每⟨10股⟩派息",
          "产值超⟨10亿元⟩的企业4家", "其中⟨3人⟩以上的仅5个",
          "其中⟨50人⟩以上集体访3批", "集体经济⟨百万元⟩村4个", "培育超⟨百亿元⟩产业集群3个", "新增⟨5亿元⟩企业8家", "⟨千亿⟩产业集群增至2个"),
         ("改造学校⟨200所⟩以上", "装机⟨35万千瓦⟩")),
    Rule("duration", "duration", "时长", z.duration,
         ("连续⟨7年⟩增长", "提前⟨半年⟩投用", "历经⟨3年6个月⟩"), ("平均停留⟨3.2天⟩", "建设工期⟨两年半⟩"),
         units=("time",)),
    Rule("count", "small_chinese", "只作描述的汉字小数目", z.small_chinese,
         ("⟨两个⟩乡镇通了公交", "⟨三家⟩单位联办"), ("打机井⟨两口⟩，", "检查⟨三十五家⟩", "下降⟨半个百分点⟩"),
         han=True),
    Rule("figure", "people", "不带量词的人数", z.people,
         ("⟨6434万⟩农村人口",), ("⟨6434万元⟩资金",),
         units=("",)),
    Rule("number", "bare_chinese", "没有量词的汉字数字", z.bare_chinese,
         ("⟨百⟩尺之竿",), ("户均增收⟨三万五⟩。",),
         han=True),
    Rule("figure", FRACTION, "几分之几", lambda s: s.atom.unit_kind == "fraction",
         ("超过⟨三分之一⟩的村", "完成⟨2/3⟩"), ("降低⟨百分之五⟩",),
         units=("fraction",)),
    Rule("figure", "quantity", "带单位的数量", lambda s: s.atom.unit_kind and s.atom.unit_kind != "per",
         ("投资⟨12亿元⟩", "增速为⟨-2.1%⟩", "检查⟨三十五家⟩", "气温⟨零下12.6℃⟩"), ("综合指数⟨1.78⟩，",)),
    Rule("figure", "bare_measure", "指数、比值、得分等不带单位的量", z.bare_measure,
         ("空气质量综合指数⟨1.78⟩，", "收入比⟨2.2∶1⟩", "数据中心PUE值⟨1.25⟩。", "海洋产值突破⟨万亿⟩。"), ("编号⟨178⟩，",)),
    Rule("number", "bare_number", "其余数字", lambda s: True, ("编号⟨178⟩，",), ("检查⟨178家⟩",)),
)  # fmt: skip


def taken_for(sight: Sight) -> Rule:
    """Give the rule that says what a number is."""
    atom = sight.atom
    inside = sight.quoted or sight.addressed or sight.in_idiom
    for rule in _asked(atom.unit_kind, atom.han, sight.next, inside):
        if rule.condition(sight):
            return rule
    raise AssertionError("the last rule always holds")


@lru_cache(maxsize=4096)
def _asked(unit_kind: str, han: bool, follows: str, inside: bool) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if rule.is_asked(unit_kind, han, follows, inside))
