"""Output shown in a document, renewed from what the code prints.

::

    <!-- output: onrecord read examples/harbour-talks.txt -->
    ```
    what the command prints stands here
    ```

``output (first 12 lines): …`` shows only the beginning. ``output: python`` runs the nearest
``python`` block above. A test compares; ``make docs`` renews.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

MARKER = re.compile(
    r"(?P<head><!-- output(?: \(first (?P<lines>\d+) lines\))?: (?P<command>[^\n]+?) -->\n+"
    r"```\w*\n)"
    r"(?P<shown>.*?)(?P<tail>^```$)",
    flags=re.DOTALL | re.MULTILINE,
)
PYTHON_BLOCK = re.compile(r"^```python\n(.*?)^```$", flags=re.DOTALL | re.MULTILINE)


def renewed(document: str) -> str:
    """The document with every shown output as the code prints it now.

    Raises:
        subprocess.CalledProcessError: a command failed.
        ValueError: a marker asks for something that is not understood.
    """

    def replacement(match: re.Match[str]) -> str:
        output = _output(match["command"], above=document[: match.start()])
        if match["lines"]:
            output = "".join(output.splitlines(keepends=True)[: int(match["lines"])])
        return match["head"] + output.rstrip("\n") + "\n" + match["tail"]

    return MARKER.sub(replacement, document)


def _output(command: str, *, above: str) -> str:
    program, *arguments = shlex.split(command)
    if program == "onrecord":
        return _run([sys.executable, "-m", "onrecord", *arguments])
    blocks = PYTHON_BLOCK.findall(above)
    if command == "python" and blocks:
        return _run([sys.executable, "-c", blocks[-1]])
    raise ValueError(f"output of {command!r}: only onrecord and a python block above can be shown")


def _run(command: list[str]) -> str:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout


def main() -> None:
    """Renew the documents named on the command line."""
    for name in sys.argv[1:]:
        path = Path(name)
        before = path.read_text("utf-8")
        after = renewed(before)
        if after != before:
            path.write_text(after, "utf-8")
            sys.stdout.write(f"renewed {name}\n")


if __name__ == "__main__":
    main()
