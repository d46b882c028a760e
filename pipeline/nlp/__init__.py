"""workreport in spaCy: ``spacy.blank("zh").add_pipe("workreport")``.

The component sets the span groups ``numerals``, ``figures``, ``indicators`` and ``passages``, and
what each span says under ``._.``; the tokenizer is the one that never cuts through a quantity.
spaCy finds both by entry point.
"""

from __future__ import annotations

from pipeline.nlp.attributes import GROUPS, register
from pipeline.nlp.component import WorkReport, component
from pipeline.nlp.tokenizer import Tokenizer, create_tokenizer

__all__ = ["GROUPS", "Tokenizer", "WorkReport", "component", "create_tokenizer", "register"]

register()
