"""Words for spaCy: jieba's, with a number, its magnitude and its unit never cut through."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.segment.tokens import tokens

NAME = "workreport.tokenizer.v1"


class Tokenizer:
    """A spaCy tokenizer; it has no state but the vocabulary."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Cut ``text`` into words; joined they are the text again."""
        words = tokens(text)
        return Doc(self.vocab, words=words, spaces=[False] * len(words))

    def to_bytes(self, **_: object) -> bytes:
        """Give nothing: there is nothing to keep."""
        return b""

    def from_bytes(self, _: bytes, **__: object) -> Tokenizer:
        """Take nothing, and be the same."""
        return self

    def to_disk(self, _: Path, **__: object) -> None:
        """Keep nothing."""

    def from_disk(self, _: Path, **__: object) -> Tokenizer:
        """Take nothing, and be the same."""
        return self


def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """Give spaCy what it makes the tokenizer with (``[nlp.tokenizer]`` of a config)."""
    return _of


def _of(nlp: Language) -> Tokenizer:
    return Tokenizer(nlp.vocab)
