"""Quantities made up from a grammar — numeral × magnitude × unit × sign × rough word × list — each with what it must be read as."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from hypothesis import strategies as st

MAGNITUDES = {"": 1, "万": 10**4, "亿": 10**8, "百万": 10**6, "千万": 10**7, "万亿": 10**12, "萬": 10**4, "億": 10**8}
# as written: as it must be read
COUNTED = {"人": "人", "家": "家", "件": "件", "人次": "人次", "台次": "台次", "件次": "件次", "床日": "床日", "标台": "标台", "学时": "学时", "股": "股", "个": "个", "户": "户"}
MEASURED = {
    "元": "元", "美元": "美元", "吨": "吨", "公里": "公里", "芯公里": "芯公里", "人公里": "人公里", "平方米": "平方米", "㎡": "平方米", "km²": "平方公里", "km^2": "平方公里",
    "千米²": "平方公里", "立方米": "立方米", "m3": "立方米", "m³": "立方米", "千瓦时": "千瓦时", "kW·h": "千瓦时", "kWh": "千瓦时", "千瓦": "千瓦", "m³/d": "立方米/日", "t/d": "吨/日",
    "吨标准煤": "吨标准煤", "亩": "亩", "斤": "斤", "公斤/亩": "公斤/亩", "元/吨": "元/吨",
}  # fmt: skip
RATIOS = {"%": "%", "％": "%", "‰": "‰", "个百分点": "百分点", "百分点": "百分点", "倍": "倍", "个基点": "基点", "BP": "基点", "℃": "℃", "摄氏度": "℃", "微克/立方米": "微克/立方米", "μg/m3": "微克/立方米", "毫克/升": "毫克/升", "mg/L": "毫克/升"}
DIGITS = "零一二三四五六七八九"
FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")
LEADS = ("指标值为", "总量达到", "规模增至", "全年完成", "实际数是", "：", "合计")


@dataclass(frozen=True)
class Fact:
    """A stretch of a sentence, and the (low, high, unit, bound) of each figure that it holds."""

    text: str
    right: tuple[tuple[Decimal, Decimal, str, str], ...]


def fact(text: str, unit: str, low: Decimal, high: Decimal | None = None, bound: str = "exact") -> Fact:
    high = low if high is None else high
    return Fact(text, ((low, high, unit, "range" if low != high else bound),))


def chinese(value: int) -> str:
    """The usual Chinese writing of a whole number below 10000."""
    text, gap = "", False
    for factor, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, factor)
        if digit:
            text += ("零" if gap and text else "") + ("" if digit == 1 and word == "十" and not text else DIGITS[digit]) + word
        gap = not digit
    return text or "零"


@st.composite
def digits(draw: st.DrawFn) -> tuple[str, Decimal]:
    """A number in digits as offices write it: with commas, wide, torn by blanks, with letters for digits."""
    whole, places = draw(st.integers(1, 999_999)), draw(st.integers(0, 2))
    decimals = f".{draw(st.integers(1, 10**places - 1)):0{places}}" if places else ""
    value, plain = Decimal(f"{whole}{decimals}"), f"{whole}"
    if 1900 <= whole <= 2100:
        return plain + decimals, value
    grouped = f"{whole:,}"
    ways = [plain + decimals, plain + decimals, (plain + decimals).translate(WIDE)]
    if whole > 999:
        ways += [grouped + decimals, *(grouped.replace(",", mark) + decimals for mark in (" ", "，", "'", "\u00a0", "\u202f"))]
    if places:
        ways += [f"{plain}. {decimals[1:]}", f"{plain} {decimals}"]
    if whole > 9 and "1" in plain[1:]:
        ways.append(plain[0] + plain[1:].replace("1", "l", 1) + decimals if places else plain[0] + plain[1:])
    return draw(st.sampled_from(ways)), value


@st.composite
def han(draw: st.DrawFn) -> tuple[str, Decimal]:
    """A number in Chinese numerals, with 点 or in the digits of cheques."""
    whole = draw(st.integers(11, 9999))
    text = chinese(whole)
    if whole % 10 and draw(st.booleans()):
        tenths = draw(st.integers(1, 9))
        return f"{text}点{DIGITS[tenths]}", Decimal(f"{whole}.{tenths}")
    if whole >= 100 and draw(st.booleans()):
        return text.translate(FORMAL), Decimal(whole)
    return text, Decimal(whole)


@st.composite
def counts(draw: st.DrawFn) -> Fact:
    """1 286.5万吨, 三百二十六点五亿元, 4.2万芯公里."""
    written, value = draw(st.one_of(digits(), han()))
    magnitude = draw(st.sampled_from(list(MAGNITUDES)))
    if not written[0].isascii() and magnitude in ("百万", "千万") and "点" not in written:
        magnitude = "万"
    units = MEASURED if value != value.to_integral_value() and not magnitude else MEASURED | COUNTED
    unit = draw(st.sampled_from(list(units)))
    return fact(written + magnitude + unit, units[unit], value * MAGNITUDES[magnitude])


@st.composite
def ratios(draw: st.DrawFn) -> Fact:
    """-2.1%, 负0.8‰, 零下12.6℃, 6. 8个百分点."""
    written, value = draw(digits())
    unit = draw(st.sampled_from(list(RATIOS)))
    signs = ["", "-", "－", "−", "–", "负", "+", *(["零下"] if RATIOS[unit] == "℃" else [])]
    sign = draw(st.sampled_from(signs)) if "/" not in RATIOS[unit] else ""
    return fact(sign + written + unit, RATIOS[unit], value if sign in ("", "+") else -value)


@st.composite
def halves(draw: st.DrawFn) -> Fact:
    """半个百分点, 两个半百分点, 一倍半, 三成半."""
    n = draw(st.integers(1, 9))
    number = "两" if n == 2 else DIGITS[n]
    half = Decimal("0.5")
    return draw(st.sampled_from([
        fact("半个百分点", "百分点", half), fact(f"{number}个半百分点", "百分点", n + half), fact(f"{n}个半百分点", "百分点", n + half),
        fact(f"{number}倍半", "倍", n + half), fact(f"{number}成半", "%", 10 * (n + half)), fact(f"{n}吨半", "吨", n + half),
        fact("百分百", "%", Decimal(100)), fact(f"百分之{DIGITS[n]}点五", "%", n + half), fact(f"百分之{n}.5", "%", n + half),
    ]))  # fmt: skip


@st.composite
def rough(draw: st.DrawFn) -> Fact:
    """三百多家, 八十几万元, 五十来人, 1200余吨, 三四十户."""
    tens, unit = draw(st.integers(2, 9)), draw(st.sampled_from(["家", "人", "户", "吨"]))
    ten, low, high = DIGITS[tens] + "十", Decimal(10 * tens), Decimal(10 * tens + 10)
    ways = [
        fact(f"{ten}多{unit}", unit, low, bound="min"), fact(f"{ten}余{unit}", unit, low, bound="min"), fact(f"{ten}几万{unit}", unit, low * 10**4, bound="min"),
        fact(f"{ten}来{unit}", unit, low, bound="approx"), fact(f"{tens}00余{unit}", unit, low * 10, bound="min"), fact(f"{tens}00多万{unit}", unit, low * 10**5, bound="min"),
    ]  # fmt: skip
    if tens < 9:
        ways.append(fact(f"{DIGITS[tens]}{DIGITS[tens + 1]}十{unit}", unit, low, high))
    return draw(st.sampled_from(ways))


@st.composite
def ranges(draw: st.DrawFn) -> Fact:
    """5%—6%, 3至8万吨, 介于5%和6%之间, 在800公斤与900公斤之间."""
    low, high = sorted(draw(st.lists(st.decimals("0.1", 99, places=1), min_size=2, max_size=2, unique=True)))
    magnitude, unit = draw(st.sampled_from([("", "%"), ("", "个百分点"), ("", "公斤"), ("万", "吨"), ("亿", "元")]))
    read, factor = {"个百分点": "百分点"}.get(unit, unit), MAGNITUDES[magnitude]
    tail = magnitude + unit
    joint = draw(st.sampled_from(["-", "—", "－", "~", "～", "至", "到", "–"]))
    ways = [f"{low}{joint}{high}{tail}", f"{low}{tail}{joint}{high}{tail}", f"介于{low}{tail}和{high}{tail}之间", f"在{low}{tail}与{high}{tail}之间"]
    return fact(draw(st.sampled_from(ways)), read, low * factor, high * factor)


@st.composite
def lists(draw: st.DrawFn) -> Fact:
    """分别为32.6、41.8和7.9万吨: unit and magnitude said once; 由35增加到46.2亿元."""
    values = draw(st.lists(st.decimals("1.1", "99.9", places=1), min_size=2, max_size=5))
    magnitude, unit = draw(st.sampled_from([("", "%"), ("万", "吨"), ("亿", "元"), ("", "个百分点"), ("万", "人"), ("", "微克/立方米"), ("万", "亩")]))
    read, factor = {"个百分点": "百分点"}.get(unit, unit), MAGNITUDES[magnitude]
    moved = draw(st.sampled_from(["降到", "增加到", "提高到", "升至", "降至", "调整为"]))
    if draw(st.booleans()):
        values = values[:2]
        text = f"{draw(st.sampled_from(['由', '从', '由上年的', '由2021年的']))}{values[0]}{moved}{values[1]}{magnitude}{unit}"
    else:
        text = "分别为" + "、".join(map(str, values[:-1])) + draw(st.sampled_from(["、", "和"])) + f"{values[-1]}{magnitude}{unit}"
    return Fact(text, tuple((value * factor, value * factor, read, "exact") for value in values))


currencies = st.builds(
    lambda sign, n, magnitude: fact(f"{sign[0]}{n}{magnitude}", sign[1], n * MAGNITUDES[magnitude]),
    st.sampled_from([("US$", "美元"), ("$", "美元"), ("€", "欧元"), ("￥", "元"), ("¥", "元"), ("£", "英镑"), ("HK$", "港元")]),
    st.decimals("0.1", 9999, places=1), st.sampled_from(["", "万", "亿"]),
)  # fmt: skip
# what is no figure at all
vague = st.sampled_from(["几十万元", "数百万元", "好几十个站点", "数亿元", "几百处隐患", "好几百户"]).map(lambda text: Fact(text, ()))
labels = st.sampled_from([
    "11/28", "24/7在线", "血压140/90mmHg以下", "4/5G基站", "1/2孩家庭", "14时25分", "9点30分", "14:25", "一次死亡3人以上事故", "死亡10人以上火灾", "23.3:36.3:40.4", "1:1.6", "第3/8页", "12,6亿元",
]).map(lambda text: Fact(text, ()))  # fmt: skip

quantities = st.one_of(counts(), ratios(), halves(), rough(), ranges(), lists(), currencies, vague, labels)


@st.composite
def told(draw: st.DrawFn) -> Fact:
    """One to three quantities in a sentence, each behind words that lead to it."""
    parts = draw(st.lists(quantities, min_size=1, max_size=3))
    text = "".join(f"{draw(st.sampled_from(LEADS))}{part.text}{draw(st.sampled_from(['，', '；', '。']))}" for part in parts)
    return Fact("某项" + text, tuple(right for part in parts for right in part.right))


# words before and behind a level, and the bound that they give
BEFORE = {
    "exact": ["", "达", "达到", "达到了", "为", "在", "稳定在", "保持在", "上升至", "控制在", "已达", "高达", "多达", "仅为", "仅有", "只有", "累计达", "预计达"],
    "approx": ["约", "大约", "约为", "大致在", "达到约"],
    "min": ["超", "超过", "超过了", "逾", "突破", "突破了", "破", "升破", "跨过", "迈上", "不低于", "不少于", "不下", "至少", "高于", "大于", "多于", "首次突破", "首次超过", "已超", "有望突破"],
    "max": ["近", "接近", "将近", "达到近", "不足", "不到", "不及", "低于", "少于", "小于", "不超过", "不高于", "未超过", "未突破", "跌破", "最多", "至多"],
}
BEHIND = {
    "exact": ["", "之多", "的水平"], "approx": ["左右", "上下"],
    "min": ["以上", "及以上", "开外", "出头", "有余"], "max": ["以内", "以下", "之内", "不到"],
}  # fmt: skip
LEVELS = (("粮食总产量", "86.5万吨"), ("森林覆盖率", "62.3%"), ("存款余额", "320亿元"), ("从业人员", "3.2万人"), ("人口自然增长率", "-2.1‰"))


@st.composite
def bounded(draw: st.DrawFn) -> tuple[str, str, str]:
    """A sentence that says a level with a bound, the name of the level, and the bound."""
    name, quantity = draw(st.sampled_from(LEVELS))
    bound = draw(st.sampled_from(list(BEFORE)))
    if draw(st.booleans()):
        words = draw(st.sampled_from(BEFORE[bound])), ""
    else:
        words = draw(st.sampled_from(BEFORE["exact"])), draw(st.sampled_from(BEHIND[bound]))
    return f"{name}{words[0]}{quantity}{words[1]}。", name, bound
