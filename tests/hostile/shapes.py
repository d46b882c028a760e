"""Sentences made to cost: a grammar of what leads the rules on, repeated without end.

    python -m tests.hostile.shapes [characters]     the growth of all of them on doubling, from 25,000 characters on
"""

from __future__ import annotations

import sys
import time

from pipeline.chain import analyse
from pipeline.read import read_text

# every kind of connective, unit, bound, bracket, date, numeral
PIECES = (
    "到", "至", "从", "由3%到", "提高到", "比上年", "较2020年", "同比", "其中：工业", "其中", "分别", "和", "、", "，", "：", "又", "半", "余", "成", "倍", "元6角", "元/人/年", "分之三", "个百分点", "万亿",
    "以上", "不超过", "约", "左右", "（", "）", "“5”", "《", "年", "月1日至", "年底", "前三季度", "第", "位", "十四五", "一", "零", ".", ",", "-", "—", "/", " ", "\t", "\n", "等", "各", "每", "占比", "翻", "减少", "？", "；",
)  # fmt: skip
FRAMES = ("{piece}", "5{piece}", "增长5%{piece}")


def sentences() -> dict[str, str]:
    """The part that is repeated, by name."""
    found = {frame.format(piece=piece): frame.format(piece=piece) for piece in PIECES for frame in FRAMES}
    found |= {f"{one} with sentence ends": f"{one}。" for one in ("5元/人/年、", "由3%到5%，", "（增长5%", "其中：工业5亿元，")}
    found |= {f"{a} and {b} in turn": f"5{a}5{b}" for a, b in zip(PIECES[:30], PIECES[7:37], strict=True)}
    return found


def seconds(part: str, characters: int) -> float:
    """Processor time of one reading of the part, repeated up to so many characters."""
    text = part * (characters // len(part))
    start = time.process_time()
    analyse(read_text(f"某县工作报告{text}增长5%。"))
    return time.process_time() - start


def growth(part: str, characters: int, *, times: int = 2, readings: int = 5, enough: float = 0.0) -> float:
    """How much more ``times`` the characters cost, of the best of some readings; ends early where that is ``enough`` or less."""
    small = large = float("inf")
    for _ in range(readings):
        small, large = min(small, seconds(part, characters)), min(large, seconds(part, times * characters))
        if large / small <= enough:
            break
    return large / small


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 25_000
    analyse(read_text("增长5%。"))
    for name, part in sentences().items():
        print(f"{growth(part, size, readings=2, enough=2.4):5.2f}  {seconds(part, 2 * size):6.2f} s  {name!r}", flush=True)
