"""Words, by jieba, cut at numbers first: a number, its magnitude and its
unit are never cut through."""

from __future__ import annotations

import tempfile
from functools import cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from pipeline.lexicon import words
from pipeline.patterns.numbers import MORE, NUMBER, UNIT, plain

if TYPE_CHECKING:
    from pipeline.segment.cutter import Cutter


def tokens(text: str) -> list[str]:
    """The words of ``text``; joined they are the text again.

    The number, the 余 or 多 behind it and the unit are words of their
    own; jieba cuts what lies between.
    """
    view = plain(text)
    words = words_of(view)
    return words if view == text else _as_written(words, text)


def words_of(view: str) -> list[str]:
    """The words of a plain view."""
    found, at, cut = list[str](), 0, private_jieba().words
    for match in NUMBER.finditer(view):
        start, end = match.span()
        if start < at:
            continue
        more = MORE.match(view, end)
        unit = UNIT.match(view, more.end() if more else end)
        if not unit and view[start] in "一二三四五六七八九十百千万亿两零":
            continue  # Chinese digits without a unit may be part of a word: 统一, 万家灯火
        found.extend(cut(view[at:start]))
        found.append(view[start:end])
        at = end
        for piece in (more, unit):
            if piece:
                found.append(view[at : piece.end()])
                at = piece.end()
    found.extend(cut(view[at:]))
    return found


def _as_written(words: list[str], text: str) -> list[str]:
    """The words of the plain view as the text has them: ⽣产 for 生产."""
    ends = list(accumulate(map(len, words), initial=0))
    return [text[a:b] for a, b in pairwise(ends)]


@cache
def private_jieba() -> Cutter:
    """A jieba of our own with the words of the lexicon, so that none added here is seen elsewhere
    in the process; its cache is kept out of the shared temporary folder."""
    import logging

    import jieba

    from pipeline.segment.cutter import Cutter

    jieba.setLogLevel(logging.WARNING)
    tokenizer = Cutter()
    tokenizer.tmp_dir = _cache_folder()
    tokenizer.initialize()
    for word in {*words("cut"), *(w for w in words("measure") if len(w) > 1)}:
        tokenizer.add_word(word)
    return tokenizer


def _cache_folder() -> str:
    """jieba reads its cache by marshal; a file planted in a shared folder would be trusted, so
    the folder is the user's own."""
    import platformdirs

    folder = platformdirs.user_cache_path("workreport", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return tempfile.mkdtemp(prefix="workreport-")
    return str(folder)
