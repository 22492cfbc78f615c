"""One tree of errors. Each says what was wrong, in which source, and what to do.

::

    OnrecordError
    ├── SourceError            the input cannot be had or read
    │   ├── SourceNotFound     no such file, or the address does not answer
    │   ├── SourceTooLarge     over the size limit
    │   ├── UnreadableSource   an image, an archive, a binary: not a news page
    │   └── EmptySource        nothing to read
    ├── ActorsFileError        a file of actors, or a dump of them, is broken; its line is named
    ├── DossierError           a file of issues is broken; its line is named
    ├── ReadingTimeout         a page took longer than the limit
    └── BundleError            the model files are missing, damaged or do not fit together
"""

from __future__ import annotations


class OnrecordError(Exception):
    """Base of all errors raised on purpose. ``str(error)`` is one line.

    Attributes: ``source`` names the input (path, address or "-"), ``problem`` says what was
    wrong with it, ``remedy`` what to do.
    """

    def __init__(
        self, problem: str, *, source: str | None = None, remedy: str | None = None
    ) -> None:
        self.problem = problem
        self.source = source
        self.remedy = remedy
        line = f"{source}: {problem}" if source else problem
        super().__init__(" ".join(f"{line}; {remedy}".split()) if remedy else line)


class SourceError(OnrecordError):
    """The input cannot be had or read."""


class SourceNotFound(SourceError):
    """No such file, or the address does not answer."""


class SourceTooLarge(SourceError):
    """Over the size limit."""


class UnreadableSource(SourceError):
    """Not a news page: an image, an archive, a binary."""


class EmptySource(SourceError):
    """Nothing to read."""


class ActorsFileError(OnrecordError):
    """A file of actors, or a dump of them, is broken. The message has the number of the line."""


class DossierError(OnrecordError):
    """A file of issues is broken. The message has the number of the line."""


class ReadingTimeout(OnrecordError):
    """A page took longer than the limit."""


class BundleError(OnrecordError):
    """The model files are missing, damaged or do not fit together."""
