"""Plain text, tables with commas and calendar files."""

from __future__ import annotations

import codecs
import csv
import io
import re
from typing import TYPE_CHECKING

from sgdesk.exports.reading.found import Placed

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_text(content: bytes) -> Iterator[Placed]:
    """Yield each paragraph, by the number of its first line."""
    lines: list[str] = []
    first = 1
    for number, line in enumerate([*decoded(content).splitlines(), ""], start=1):
        if line.strip():
            lines.append(line)
            continue
        yield Placed(f"line {first}", "\n".join(lines))
        lines, first = [], number + 1


def read_rows(content: bytes) -> Iterator[Placed]:
    """Yield each row of a table with commas, its cells apart."""
    rows = csv.reader(io.StringIO(decoded(content), newline=""))
    for number, row in enumerate(rows, start=1):
        yield Placed(f"row {number}", "\t".join(row))


def read_calendar(content: bytes) -> Iterator[Placed]:
    """Yield each line of a calendar file, folded lines joined and escapes undone."""
    unfolded = re.sub(r"\r?\n[ \t]", "", decoded(content))
    for number, line in enumerate(unfolded.splitlines(), start=1):
        name, _, value = line.partition(":")
        text = re.sub(r"\\[nN]", "\n", value)
        what = name.split(";")[0].casefold()
        yield Placed(f"calendar entry, {what}, line {number}", re.sub(r"\\(.)", r"\1", text))
        yield Placed(f"calendar entry, settings of {what}, line {number}", _settings(name))


def decoded(content: bytes) -> str:
    """Return `content` as text: UTF-8 or UTF-16 as it is marked, else as old Windows wrote."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _settings(name: str) -> str:
    """Return what stands between the name of a line and its value, as in CN=… of an organiser."""
    return name.partition(";")[2].replace(";", " ").replace("=", " ").replace('"', " ")
