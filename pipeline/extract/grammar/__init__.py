"""The rules by which the parts of a row are taken, each a value: what it is called and means, and
examples that hold it to its word.

``workreport rules`` prints them; the review page takes its glosses from here.
"""

from __future__ import annotations

from pipeline.extract.grammar.lists import LISTED
from pipeline.extract.grammar.names import NAMES
from pipeline.extract.grammar.others import OF_TABLES, OTHERS
from pipeline.extract.grammar.taking import Taking

__all__ = ["TAKINGS", "Taking", "glosses"]

TAKINGS = NAMES + LISTED + OTHERS + OF_TABLES


def glosses() -> dict[str, str]:
    """Give the gloss of every rule by its name, that of a name before others."""
    return {taking.name: taking.gloss for taking in reversed(TAKINGS)}
