"""What can go wrong with an input, as a small tree.

PipelineError ├── ReadError        the file cannot be read as a report │   └── LimitError   reading
it takes more memory or time than it may ├── WriteError       the result cannot be written ├──
BatchError       many reports cannot be run: the folder is in use, the cluster is away, an extra is
not installed ├── LexiconError     a word list breaks its own rules ├── LabelsError      a file of
labels does not fit its text or its format ├── ModelError       a model file is missing, altered or
of another version ├── ExportError      a table cannot be written, or what it would be made of is no
document ├── ReviewError      a decision does not fit its report, or the store of decisions cannot
be used ├── ServeError       the service cannot be started, or cannot take what it was sent └──
MissingError     the machine lacks what a feature needs: an extra package, a font

Each carries a place and a remedy. Anything else that is raised is a defect of ours and may crash.
"""

from __future__ import annotations

from collections.abc import Callable


class PipelineError(Exception):
    """An expected fault: what is wrong, where, and what to do about it."""

    def __init__(self, reason: str, *, place: str, remedy: str) -> None:
        super().__init__(f"{place}：{reason}。{remedy}")
        self.reason = reason
        self.place = place
        self.remedy = remedy


class ReadError(PipelineError):
    """The file cannot be read as a report."""


class LimitError(ReadError):
    """Reading the file takes more memory or time than it may."""


class WriteError(PipelineError):
    """The result cannot be written."""


class BatchError(PipelineError):
    """Many reports cannot be run: the folder is in use, the cluster is away,
    an extra is not installed.
    """


class LexiconError(PipelineError):
    """A word list breaks its own rules."""


class LabelsError(PipelineError):
    """A file of labels does not fit its text or its format."""


class ModelError(PipelineError):
    """A model file is missing, altered or of another version."""


class ReviewError(PipelineError):
    """A decision does not fit its report, or the store of decisions cannot be used."""


class ExportError(PipelineError):
    """A table cannot be written, or what it would be made of is no document."""


class ServeError(PipelineError):
    """The service cannot be started, or cannot take what it was sent."""


class MissingError(PipelineError):
    """The machine lacks what a feature needs: an extra package, a font."""


# what is told of an input that cannot be used, where the others are to be used all the same
Refuse = Callable[[PipelineError], None]
