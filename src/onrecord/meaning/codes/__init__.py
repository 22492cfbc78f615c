"""Codes of actors: the country and PLOVER sectors of a name or phrase."""

from onrecord.meaning.codes.coder import Coded, Coder

__all__ = ["Coded", "Coder"]
