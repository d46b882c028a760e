"""What the readers of the formats share: the content they give back, and how much of anything they
take in.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.errors import ReadError
from pipeline.records import Cells, Heading, Recognised

# The longest report at hand has 30,000 characters; a million take about 15 s and 0.7 GB.
MOST_CHARACTERS = 1_000_000
MOST_TABLED = 20_000_000  # characters in tables, which cost a tenth of those in sentences
MOST_BYTES = 200_000_000  # of a file: scans and pictures are large
MOST_PAGES = 5_000
MOST_MARKUP = 40_000_000  # of one XML part or one page of HTML, unpacked
MOST_TAGS = 1_000_000  # of one page; some 400 bytes of memory each


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a document and what its format knows of it.

    ``encoding`` is empty for formats that have none of their own. ``stated`` may hold ``title``,
    ``issuer``, ``publisher``, ``attribution`` and ``published`` (ISO 8601). ``headings`` are whole
    lines that the format marks as headings; ``pages`` are the offsets at which pages start,
    ``grids`` the cells of its tables, ``recognised`` the lines that were read in pictures.
    """

    text: str
    encoding: str = ""
    stated: dict[str, str] = field(default_factory=dict)
    headings: tuple[Heading, ...] = ()
    pages: tuple[int, ...] = ()
    grids: tuple[Cells, ...] = ()
    recognised: tuple[Recognised, ...] = ()


def bounded(size: int, most: int, what: str, *, place: str) -> None:
    """Raise ``ReadError`` where ``size`` is above ``most``;
    ``what`` is the counted thing with its measure word, such as ``字``.
    """
    if size > most:
        raise ReadError(
            f"太大了（超过 {most // 10_000} 万{what}）",
            place=place,
            remedy="请确认这是一份报告，而不是汇编或数据；确实是的话，请拆成几个文件。",
        )
