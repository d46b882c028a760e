"""The words around a figure: the bound as written, the prices a change is at."""

from __future__ import annotations

from bisect import bisect_left

from pipeline.patterns import figures as f
from pipeline.records import Span


class Sentence:
    """A passage with its figures.

    Offsets are those of the document's text; ``view`` is its plain view (half-width digits, same
    length).
    """

    def __init__(self, text: str, view: str, span: Span, figures: list[Span]) -> None:
        self._text, self._view, self.span = text, view, span
        self._figures = sorted(set(figures))

    def before(self, figure: Span) -> str:
        """What the sentence says before a figure."""
        return self._view[self.span.start : figure.start]

    def modifier(self, figure: Span, bound: str) -> str | None:
        """The word of the bound as written (左右, 不低于, 余), also where a list says it once:
        分别增长5%、6.5%左右.
        """
        if bound in ("exact", "range"):
            return None
        inside = f.BOUND_INSIDE.search(self._view, *figure)
        if inside and inside.groupdict().get(bound):
            return str(inside[bound])
        return self._behind(figure, bound) or self._ahead(figure, bound)

    def _behind(self, figure: Span, bound: str) -> str | None:
        for item in self._list_from(figure):
            if (match := f.BOUND_BEHIND.match(self._view, item.end, self.span.end)) and match[
                bound
            ]:
                return str(match[bound])
        return None

    def _ahead(self, figure: Span, bound: str) -> str | None:
        for item in self._list_to(figure):
            if (match := f.BOUND_AHEAD.match(self._view, self.span.start, item.start)) and match[
                bound
            ]:
                return str(match[bound])
        return None

    def price_basis(self, figure: Span) -> str:
        """``real``, ``nominal`` or ``unstated``: what the words that lead to a figure, or to the
        list it is in, or a bracket behind it say of prices.
        """
        first = self._list_to(figure)[-1]
        at = self._figures.index(first)
        start = self._past_bracket(self._figures[at - 1].end) if at else self.span.start
        lead = f.SENTENCE_PART.split(self._view[start : first.start])[-1]
        words = lead + self._view[figure.end : self._past_bracket(figure.end)]
        last = max(
            (
                (match.end(), basis)
                for basis, pattern in (("real", f.REAL), ("nominal", f.NOMINAL))
                for match in pattern.finditer(words)
            ),
            default=None,
        )
        return last[1] if last else "unstated"

    def _past_bracket(self, at: int) -> int:
        match = f.BRACKET_BEHIND.match(self._view, at, self.span.end)
        return match.end() if match else at

    def _list_from(self, figure: Span) -> list[Span]:
        """The figure and the items behind it in its list, in order."""
        found = [figure]
        for item in self._figures[bisect_left(self._figures, figure) + 1 :]:
            if not f.LIST_JOINT.fullmatch(self._view, found[-1].end, item.start):
                break
            found.append(item)
        return found

    def _list_to(self, figure: Span) -> list[Span]:
        """The figure and the items before it in its list, nearest first."""
        found = [figure]
        for item in reversed(self._figures[: bisect_left(self._figures, figure)]):
            if not f.LIST_JOINT.fullmatch(self._view, item.end, found[-1].start):
                break
            found.append(item)
        return found
