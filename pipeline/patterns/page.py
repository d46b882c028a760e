"""Marks of a web page: its charset, the containers of content systems, and what is page dress."""

from __future__ import annotations

import regex

CHARSET = regex.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)")
# containers of the content systems that government sites run
ARTICLE_IDS = frozenset(["zoom", "trs_editor", "ucap-content", "pages_content", "article-content", "news_content", "bt_content", "xxgk_content", "content_text", "article_content", "articlecontent", "view", "trs_paper_preview", "conttxt", "info-content", "txt_txt"])
DROPPED_CLASSES = regex.compile(r"(?:^|[\s_-])(?:nav|menu|crumb|breadcrumb|position|footer|copyright|share|bdsharebuttonbox|print|fontsize|related|xgnews|qrcode|erweima|sidebar|toolbar|prev|next|editor-info|attach)(?:$|[\s_-])")
HTML = regex.compile(rb"^\s*(?:\xef\xbb\xbf)?(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,400}?-->\s*)?<(?:!doctype\s+html|html|head|body|div|p|table|meta|title)\b", regex.IGNORECASE | regex.DOTALL)

# what does not count when two names are compared
NOT_WORD = regex.compile(r"[\s\W_]+")
