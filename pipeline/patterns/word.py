"""Marks in the parts of a Word file."""

from __future__ import annotations

import regex

# the number of a level in the text of an automatic number: 第%1章, （%2）
LEVEL = regex.compile(r"%([1-9])")
# a paragraph of a cell that is an item of its own: 1. … （二）… ①…
MARKED = regex.compile(r"[（(]?[\d一二三四五六七八九十]{1,3}[)）、.．]|[①-⑳•●■◆▲·-]")
# names of styles: of headings, in the languages Word writes them, and of the table of contents
HEADING_STYLE = regex.compile(r"(?:heading|标题)\s?([1-9])", regex.IGNORECASE)
CONTENTS_STYLE = regex.compile(r"(?:toc|目录)\s?[1-9]?", regex.IGNORECASE)
