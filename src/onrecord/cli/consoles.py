"""How wide text is, whether it has styles, and how it is taken from where it was printed."""

from __future__ import annotations

from io import StringIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

PLAIN_WIDTH = 100
"""Columns where the output is not a terminal."""

WIDEST = 130
"""Columns beyond which lines are hard to follow; a wider terminal is not filled."""

NARROWEST_TABLE = 80
"""Columns below which things stand one below another."""


def console_of(*, colour: bool) -> Console:
    """A console that keeps what is printed; ``colour`` allows styles, if there is a terminal."""
    terminal = Console()
    styled = colour and terminal.is_terminal
    return Console(
        file=StringIO(),
        force_terminal=styled,
        color_system="standard" if styled and terminal.color_system else None,
        no_color=terminal.no_color,
        width=min(terminal.width, WIDEST) if styled else PLAIN_WIDTH,
        highlight=False,
        emoji=False,
        markup=False,
    )


def text_of(console: Console) -> str:
    """What was printed, without white space at the ends of lines."""
    text = console.file.getvalue()  # type: ignore[attr-defined]
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def grid(*, header: bool, apart: int = 1) -> Table:
    """A table as wide as the console, with its rows ``apart`` lines apart and no column yet."""
    return Table(
        box=SIMPLE_HEAD,
        show_header=header,
        show_edge=False,
        padding=(0, 2, 0, 0),
        expand=True,
        leading=apart,
    )
