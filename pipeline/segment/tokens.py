"""Words, by jieba inside spaCy, cut at numbers first: a number, its magnitude and its unit are never cut through."""

from __future__ import annotations

import tempfile
from functools import cache
from typing import TYPE_CHECKING

from pipeline.lexicon import words
from pipeline.patterns.numbers import MORE, NUMBER, UNIT, plain

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from pipeline.segment.cutter import Cutter


class ReportTokenizer:
    """Text to ``Doc``: the number, the 余 or 多 behind it and the unit are tokens of their own; jieba cuts what lies between.

    The jieba tokenizer is private, so words added here are not seen elsewhere in the process.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._jieba = _private_jieba()

    def words(self, text: str) -> list[str]:
        """The tokens of ``text``; joined they are the text again."""
        view, tokens, at, cut = plain(text), [], 0, self._jieba.words
        for match in NUMBER.finditer(view):
            start, end = match.span()
            if start < at:
                continue
            more = MORE.match(view, end)
            unit = UNIT.match(view, more.end() if more else end)
            if not unit and view[start] in "一二三四五六七八九十百千万亿两零":
                continue  # Chinese digits without a unit may be part of a word: 统一, 万家灯火
            tokens.extend(cut(text[at:start]))
            tokens.append(text[start:end])
            at = end
            for piece in (more, unit):
                if piece:
                    tokens.append(text[at : piece.end()])
                    at = piece.end()
        tokens.extend(cut(text[at:]))
        return tokens

    def __call__(self, text: str) -> Doc:
        from spacy.tokens import Doc

        tokens = self.words(text)
        return Doc(self.vocab, words=tokens, spaces=[False] * len(tokens))


@cache
def _private_jieba() -> Cutter:
    """A jieba of our own with the words of the lexicon; its cache is kept out of the shared temporary folder."""
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
    """jieba reads its cache by marshal; a file planted in a shared folder would be trusted, so the folder is the user's own."""
    import os
    from pathlib import Path

    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "workreport"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return tempfile.mkdtemp(prefix="workreport-")
    return str(folder)


@cache
def nlp() -> Language:
    """The one spaCy pipeline of the process, built from code; nothing is downloaded or loaded from disk."""
    import spacy

    language = spacy.blank("zh")
    language.tokenizer = ReportTokenizer(language.vocab)
    language.max_length = 100_000_000
    return language
