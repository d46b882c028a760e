"""A page saved as one file (.mht, .mhtml): a MIME message whose HTML part is the page."""

from __future__ import annotations

import email
import email.policy

from pipeline.errors import ReadError
from pipeline.read.content import Content
from pipeline.read.from_html import from_html

_MOST_PARTS = 200  # boundaries declared; real pages have one or two, and each may nest another
_MOST_PAGES = 20  # frames


def from_mht(data: bytes, *, place: str) -> Content:
    """The page with the most text among the HTML parts: a page of frames has one for each."""
    if data.count(b"boundary=") > _MOST_PARTS:
        raise ReadError("网页存档里套了太多层", place=place, remedy="请用浏览器打开后另存为 HTML 或文本。")
    pages = [part for part in email.message_from_bytes(data, policy=email.policy.compat32).walk() if part.get_content_type() == "text/html"][:_MOST_PAGES]
    contents, faults = [], []
    for page in pages:
        payload = page.get_payload(decode=True)
        try:
            contents.append(from_html(payload if isinstance(payload, bytes) else b"", place=place, declared=page.get_content_charset()))
        except ReadError as fault:
            faults.append(fault)
    if contents:
        return max(contents, key=lambda content: len(content.text))
    raise faults[0] if faults else ReadError("网页存档里没有网页", place=place, remedy="请用浏览器重新保存，类型选“网页，单个文件”。")
