"""Bytes → Page: decoding, HTML, plain text, the stories on the page, metadata."""

from onrecord.pages.limits import Limits
from onrecord.pages.load import LoadedPage, load, load_text
from onrecord.pages.sources import Source

__all__ = ["Limits", "LoadedPage", "Source", "load", "load_text"]
