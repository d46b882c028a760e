"""Word lists as data.

Each file is loaded once, checked, and refused with its line where it breaks the rules.
"""

from pipeline.lexicon.units import Unit, units
from pipeline.lexicon.words import words

__all__ = ["Unit", "units", "words"]
