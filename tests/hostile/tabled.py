"""Tables made to cost: a grammar of heads of rows and of columns, alone and in turn, and of what one cell may say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

Table = Callable[[int], str]

# heads of rows, by their number
ROWS: dict[str, Callable[[int], str]] = {
    "names": lambda n: f"行业{n}",
    "one name": lambda _: "工业",
    "no name": lambda _: "增长%",
    "parts": lambda n: f"其中：行业{n}",
    "further in": lambda n: "　" * (n % 50) + f"行业{n}",
    "further out": lambda n: "　" * (50 - n % 50) + f"行业{n}",
    "once in": lambda n: "　　" * (n > 0) + "行业",
    "markers": lambda n: ("一、", "（一）", "1.")[n % 3] + f"行业{n}",
    "low markers": lambda n: ("（1）" if n else "一、") + f"行业{n}",
    "totals": lambda _: "合计",
    "years": lambda n: f"{1990 + n % 40}年",
    "nothing": lambda _: "",
}
COLUMNS = (
    "2023年",
    "增长%",
    "比上年增减（亿元）",
    "占比%",
    "全省排名",
    "完成预算%",
    "单位",
    "企业数",
    "",
    "2023年企业数增长%",
)
# what a cell says again and again
CELLS = (
    "①x",
    "[1]",
    "①",
    "【a】 ",
    "（",
    "）",
    "（）",
    "长",
    "　",
    " ",
    "5",
    "5%",
    "-",
    "、",
    "/",
    "，",
    "其中：",
    "合计",
    "亿元",
    "2023年",
    "增长",
    "*",
    "（亿元）",
    "2023年1月",
    "占比",
    "一、",
    "#",
    "：",
)
_TOP = "某县2023年统计表\n单位：万元\n"


def rows(*kinds: str) -> Table:
    """Very many rows, with heads of these kinds in turn."""
    return lambda size: (
        _TOP
        + "指标\t2023年\t增长%\n"
        + "".join(
            f"{ROWS[kinds[n % len(kinds)]](n // len(kinds))}\t{size * 2 - n}.5\t{n}\n"
            for n in range(size)
        )
    )


def columns(*heads: str) -> Table:
    """Very many columns, with these heads in turn; three rows."""
    return lambda size: (
        _TOP
        + "指标\t"
        + "\t".join(heads[n % len(heads)] for n in range(size // 4))
        + ("\n行业" + "\t5" * (size // 4)) * 3
        + "\n"
    )


def names(size: int) -> str:
    """Very many columns that name the rows, and one that counts."""
    return _TOP + "指标\t" * (size // 4) + "2023年\n" + ("行业\t" * (size // 4) + "5\n") * 3


def cell(said: str, place: int) -> Table:
    """One cell without end: in the head of a column, of a row, or where a number stands."""
    lines = ["指标\t2023年\t增长%", "工业\t5\t5", "农业\t5\t5", "林业\t5\t5"]

    def table(size: int) -> str:
        line, column = ((0, 1), (1, 0), (1, 1))[place]
        words = lines[line].split("\t")
        words[column] = f"产值{said * (size * 5 // len(said))}"
        return _TOP + "\n".join([*lines[:line], "\t".join(words), *lines[line + 1 :]]) + "\n"

    return table


def shapes() -> Iterator[tuple[str, Table]]:
    """Every shape of a table by name."""
    yield from ((f"rows: {kind}", rows(kind)) for kind in ROWS)
    yield from ((f"rows: {one}, {other}", rows(one, other)) for one, other in combinations(ROWS, 2))
    yield from ((f"columns: {head}", columns(head)) for head in COLUMNS)
    yield from (
        (f"columns: {one}, {other}", columns(one, other)) for one, other in combinations(COLUMNS, 2)
    )
    yield "columns: names", names
    yield from (
        (f"cell {place}: {said}", cell(said, place)) for said in CELLS for place in range(3)
    )
