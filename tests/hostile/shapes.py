"""Sentences made to cost: a grammar of what leads the rules on, repeated without end.

    python -m tests.hostile.shapes [characters [name …]]     growth of time and memory on doubling, from 25,000 characters on to so many (400,000)
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, NamedTuple

from pipeline.chain import analyse
from pipeline.read import read_text

from ..growth import most_by_square

# every kind of connective, unit, bound, bracket, date, numeral
PIECES = (
    "到", "至", "从", "由3%到", "提高到", "比上年", "较2020年", "同比", "其中：工业", "其中", "分别", "和", "、", "，", "：", "又", "半", "余", "成", "倍", "元6角", "元/人/年", "分之三", "个百分点", "万亿",
    "以上", "不超过", "约", "左右", "（", "）", "“5”", "《", "年", "月1日至", "年底", "前三季度", "第", "位", "十四五", "一", "零", ".", ",", "-", "—", "/", " ", "\t", "\n", "等", "各", "每", "占比", "翻", "减少", "？", "；",
)  # fmt: skip
# what the rules look back to, forward to and share out; between bars what is repeated and what stands once, in turn
CHAINS = {
    "parts": (
        "工业5亿元，其中制造业3亿元，", "其中：制造业3亿元；", "（其中制造业3亿元", "其中制造业（增长5%）3亿元、",
        "其中甲类5件，其余3件，", "另有5件，", "其余5件，", "另有甲类5件、乙类3件，其余", "，其中甲、乙、丙分别增长5%、3%、2%",
        "5件（其中甲类3件，其余2件），", "占全省的5%，其中",
    ),
    "lists": (
        "甲业、|分别增长|5%、", "甲业5亿元、|分别增长|5%、", "甲业产值、|分别完成|5亿元、|同比分别增长|3%、", "甲业（含乙业）、|分别增长|5%、",
        "甲业、乙业和丙业分别增长5%、3%和2%，", "甲业、乙业5亿元、3亿元，", "总量、|分别居全省第|1、", "分别比上年增长5%、3%，",
        "甲业、|改造甲业|600、", "新增甲、|共|5个、", "5亿元、|分别增长|5%、|占比分别为|5%、", "甲业和", "甲业及其",
    ),
    "relative clauses": (
        "实现的", "总投资5亿元的项目", "投资5亿元以上的、", "由甲建设的总投资5亿元的", "涉及5户的3个项目的", "年产5万吨的", "所", "其所属的",
        "在甲地建成的5个", "为5户解决的",
    ),
    "siblings": (
        "甲业增长5%，", "检查5家，整改3家，", "查处甲案5件、乙案3件，", "新增5个、改造3个，", "达5亿元，", "居全省第1，", "增长5%、3亿元，",
        "处理5人、移送3人；", "完成实现达到5亿元，", "由3%提高到5%提高到", "5家3人2件",
    ),
    "brackets": (
        "甲业（5亿元）、", "甲（5%）、乙（", "（5家）、", "甲业（占3%）5亿元、", "甲业（乙业（", "（甲5家、乙3家）", "“甲业5%”、", "《甲》5件（", "甲业[5%]、",
    ),
    "shares": (
        "工业5亿元，工业占比3%，", "占比5%，", "完成5亿元，完成率5%，", "计划5亿元，完成3亿元，完成率5%，", "甲业5亿元，占全省的5%，", "甲类5件、乙类3件，合计8件，",
    ),
    "headings": (
        "一、甲业\n", "（一）甲业。", "1.甲业：5个。\n", "一是甲业5个，", "甲业方面，5个；", "——甲业5个。", "【甲业】5个\n", "第一，甲业。", "在甲业方面，",
        "推进甲业改革。检查5家。", "推进甲业改革，", "甲业改革取得成效。\n", "实施甲业工程，新增5个。\n", "甲业改革\n5个。\n", "（一）甲业改革\n增长5%。\n",
    ),
    "comparisons": (
        "5亿元（同比增长3%）、", "同比增长5%（上年3%），", "比上年（3亿元）增长5%，", "（比上年增长5%，", "（同比", "同比（环比）增长5%（3%），",
        "比2020年（3亿元）增长5%，", "较上年同期（", "比甲业高5个百分点、", "高于甲业、|5个百分点、", "比上年、|增长|5%、", "上年为3亿元，", "同期5亿元（上年",
    ),
}  # fmt: skip
FRAMES = ("{piece}", "5{piece}", "增长5%{piece}")
READINGS = 5
MOST = 2.4  # times as much for twice the text: n log n, and a little for the allocator
_SMALL = 32.0  # megabytes below which a reading says nothing of memory: the allocator takes them in steps
_FIRST = "全县粮食总产量达到12.5万吨，同比增长3.2%。"  # what is loaded on first use is no cost of a sentence


class Cost(NamedTuple):
    """Of one reading: seconds of the processor, and how far memory rose."""

    seconds: float
    megabytes: float


class Growth(NamedTuple):
    """How much more the larger text takes."""

    time: float
    memory: float

    def within(self, most: float) -> bool:
        """Whether neither grows by more than ``most``."""
        return self.time <= most and self.memory <= most


def sentences() -> dict[str, str]:
    """The part that is repeated, by name."""
    found = {frame.format(piece=piece): frame.format(piece=piece) for piece in PIECES for frame in FRAMES}
    found |= {f"{one} with sentence ends": f"{one}。" for one in ("5元/人/年、", "由3%到5%，", "（增长5%", "其中：工业5亿元，")}
    found |= {f"{a} and {b} in turn": f"5{a}5{b}" for a, b in zip(PIECES[:30], PIECES[7:37], strict=True)}
    found |= {f"{kind}: {part}": part for kind, parts in CHAINS.items() for part in parts}
    found |= {f"{kind}: {part} with sentence ends": f"{part.rstrip('，、；。')}。" for kind, parts in CHAINS.items() for part in parts if "|" not in part and not part.endswith(("\n", "。"))}
    return found


def text_of(part: str, characters: int) -> str:
    """The part repeated, up to so many characters; of what stands between bars every second stands once."""
    pieces = part.split("|")
    share = characters // ((len(pieces) + 1) // 2)
    return "某县工作报告" + "".join(piece if number % 2 else piece * (share // len(piece)) for number, piece in enumerate(pieces)) + "增长5%。"


def cost(part: str, characters: int) -> Cost:
    """What one reading of the part, repeated up to so many characters, takes in a copy of this process: readings share no memory."""
    text = text_of(part, characters)
    mine, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        analyse(read_text(_FIRST))  # pages that are copied on first use are none either
        before, start = _peak(), time.process_time()
        analyse(read_text(text))
        os.write(theirs, json.dumps((time.process_time() - start, _peak() - before)).encode())
        os._exit(0)
    os.close(theirs)
    with os.fdopen(mine) as said:
        answer = said.read()
    os.waitpid(child, 0)
    if not answer:
        raise ChildProcessError(f"{characters} characters of {part!r} were not read")
    return Cost(*json.loads(answer))


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def growth(part: str, characters: int, *, times: int = 2, most: float = MOST, readings: int = READINGS) -> Growth:
    """How much more ``times`` the characters cost, of the best of some readings; ends early where that is ``most`` or less."""
    small = large = Cost(float("inf"), float("inf"))
    found = Growth(float("inf"), float("inf"))
    for _ in range(readings):
        small, large = _best(small, cost(part, characters)), _best(large, cost(part, times * characters))
        found = Growth(large.seconds / small.seconds, large.megabytes / max(small.megabytes, _SMALL))
        if found.within(most):
            break
    return found


def growth_seen(part: str, characters: int, *, times: int, most: float) -> Growth:
    """``growth``, of half the text where that tells enough: what would grow by more than ``most`` shows there too, with room to spare."""
    half = growth(part, characters // 2, times=times, readings=1)
    if half.time <= most_by_square(0.25, times, most) and half.memory <= most / 4:
        return half
    return growth(part, characters, times=times, most=most)


def _best(one: Cost, other: Cost) -> Cost:
    return Cost(min(one.seconds, other.seconds), min(one.megabytes, other.megabytes))


class Measurer:
    """A process of one thread that measures growth: a copy of a process of several may wait for what another thread holds."""

    def __init__(self, asked: IO[str], answers: IO[str]) -> None:
        self._asked, self._answers = asked, answers

    def growth(self, part: str, characters: int, *, times: int, most: float) -> Growth:
        """``growth_seen``, measured there."""
        print(json.dumps([part, characters, times, most]), file=self._asked, flush=True)
        return Growth(*json.loads(self._answers.readline()))


@contextmanager
def measurer() -> Iterator[Measurer]:
    """A measuring process, warm; it ends with this."""
    process = subprocess.Popen([sys.executable, "-m", __spec__.name, "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin
    assert process.stdout
    with process:
        yield Measurer(process.stdin, process.stdout)
        process.stdin.close()


def _serve() -> None:
    for line in sys.stdin:
        part, characters, times, most = json.loads(line)
        print(json.dumps(growth_seen(part, characters, times=times, most=most)), flush=True)


def _table(most: int, names: list[str]) -> None:
    for name, part in sentences().items():
        size = 25_000
        while size < most and (not names or name in names):
            found = growth(part, size)
            print(f"{size:7} to {2 * size:7}  time {found.time:5.2f}  memory {found.memory:5.2f}  {name!r}", flush=True)
            size *= 2


if __name__ == "__main__":
    analyse(read_text(_FIRST))
    if sys.argv[1:] == ["-"]:
        _serve()
    else:
        _table(int(sys.argv[1]) if len(sys.argv) > 1 else 400_000, sys.argv[2:])
