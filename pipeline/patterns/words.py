"""What jieba cuts at before it looks at words: the same blocks as its own, of which every second is
a run of word characters.
"""

from __future__ import annotations

import regex

BLOCK = regex.compile(r"([\u4E00-\u9FD5a-zA-Z0-9+#&._%\-]++)")
BLANK = regex.compile(r"(\r\n|\s)")
