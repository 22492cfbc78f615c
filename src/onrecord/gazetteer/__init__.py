"""Places of the world by name, offline: what they are and where."""

from onrecord.gazetteer.entry import Entry, great_circle
from onrecord.gazetteer.gazetteer import Gazetteer
from onrecord.gazetteer.names import name_key

__all__ = ["Entry", "Gazetteer", "great_circle", "name_key"]
