"""onrecord reads news pages and keeps the record: who said what, in which words.

::

    import onrecord

    record = onrecord.read("page.html", published="2022-03-11")
    for statement in record.statements:
        print([record.page.text[start:end] for start, end in statement.content])

:func:`read` and :func:`read_text` are for one page; a :class:`Reader` holds the model for many.
The other nouns of a record are in :mod:`onrecord.record`.
"""

import logging

from onrecord.errors import OnrecordError
from onrecord.reader import Reader, code_actor, parse, read, read_text, relate
from onrecord.record import Record, Span

__version__ = "0.1.0"

logging.getLogger(__name__).addHandler(logging.NullHandler())

__all__ = [
    "OnrecordError",
    "Reader",
    "Record",
    "Span",
    "__version__",
    "code_actor",
    "parse",
    "read",
    "read_text",
    "relate",
]
