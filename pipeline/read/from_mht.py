"""A page saved as one file (.mht, .mhtml): a MIME message whose HTML part is the page."""

from __future__ import annotations

import email
import email.policy
from collections import Counter

from pipeline.errors import ReadError
from pipeline.read.content import Content
from pipeline.read.from_html import from_html

_MOST_NESTS = 20  # parts made of parts; real pages have one or two
_MOST_PARTS = 5_000  # pictures and styles
_LONGEST_HEADER = 20_000
_MOST_PAGES = 20  # frames


class _Bounded(email.policy.Compat32):
    """Counts parts and the length of their headers as they are met:
    the parser itself would go on, one call deeper for each nest.
    """

    place: str
    met: Counter[str]

    def __init__(self, place: str) -> None:
        super().__init__()
        object.__setattr__(self, "place", place)  # a policy is frozen
        object.__setattr__(self, "met", Counter())

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """A header, where it is no longer than those of browsers."""
        name, value = super().header_source_parse(sourcelines)
        if len(value) > _LONGEST_HEADER:
            raise ReadError(
                f"网页存档里有 {_LONGEST_HEADER} 字以上的标头", place=self.place, remedy=_AGAIN
            )
        if name.lower() == "content-type":
            self.met["parts"] += 1
            self.met["nests"] += value.strip().lower().startswith(("multipart", "message"))
            if self.met["parts"] > _MOST_PARTS or self.met["nests"] > _MOST_NESTS:
                raise ReadError(
                    "网页存档里的部分太多，或套了太多层", place=self.place, remedy=_AGAIN
                )
        return name, value


_AGAIN = "请用浏览器打开后另存为 HTML 或文本。"


def from_mht(data: bytes, *, place: str) -> Content:
    """The page with the most text among the HTML parts: a page of frames has one for each."""
    pages = [
        part
        for part in email.message_from_bytes(data, policy=_Bounded(place)).walk()
        if part.get_content_type() == "text/html"
    ][:_MOST_PAGES]
    contents, faults = [], []
    for page in pages:
        payload = page.get_payload(decode=True)
        try:
            contents.append(
                from_html(
                    payload if isinstance(payload, bytes) else b"",
                    place=place,
                    declared=page.get_content_charset(),
                )
            )
        except ReadError as fault:
            faults.append(fault)
    if contents:
        return max(contents, key=lambda content: len(content.text))
    raise (
        faults[0]
        if faults
        else ReadError(
            "网页存档里没有网页", place=place, remedy="请用浏览器重新保存，类型选“网页，单个文件”。"
        )
    )
