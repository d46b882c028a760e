"""Every regular expression of the project, and only those.

Conventions. Verbose mode where a pattern is longer than a line; named groups; a real phrase above
each. Quantifiers over open classes are possessive (``*+``, ``++``) so that no pattern backtracks
without bound. Words come in by named list (``\\L<units>``) from ``pipeline.lexicon``, never by
hand-built alternation. Patterns run on the *plain view* of a text
(``pipeline.patterns.numbers.plain``): full-width digits, point and percent sign are mapped one to
one, so offsets stand.
"""
