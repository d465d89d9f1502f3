"""Name what nothing in the program uses: functions, classes, methods, constants, imports.

Being used by a test alone is not being used. What a library calls by name (Qt's overrides are the
ones written in camelCase) and the fields of records are left out: vulture cannot see their use.
"""

from __future__ import annotations

import linecache
from pathlib import Path
from typing import TYPE_CHECKING

from vulture import Vulture

if TYPE_CHECKING:
    from vulture.core import Item

ROOT = Path(__file__).resolve().parents[1]
PLACES = ("sgdesk", "main.py", "packaging")
CERTAIN_ENOUGH = 60
KINDS = {"function", "class", "method", "property", "import", "unreachable_code"}
# Names that a library calls: Qt's models, delegates and engines, logging, SQLAlchemy, argparse,
# html.parser.
CALLED_BY_LIBRARIES = [
    "__*__", "clone", "data", "emit", "event", "filter", "flags", "format", "index", "key",
    "cache_ok", "handle_*", "paint", "parent", "process_*", "text",
]  # fmt: skip
# What the main window asks of a page by name, and a table that only migrations fill.
CALLED_BY_NAME = ["focus_filter", "AuditEntity"]


def main() -> int:
    """Print a line per piece of dead code. Return 1 if there is any."""
    search = Vulture(
        ignore_names=[*CALLED_BY_LIBRARIES, *CALLED_BY_NAME], ignore_decorators=["@*.listens_for"]
    )
    search.scavenge([str(ROOT / place) for place in PLACES])
    dead = [item for item in search.get_unused_code(CERTAIN_ENOUGH) if is_meant(item)]
    for item in dead:
        print(line(item))
    return int(bool(dead))


def is_meant(item: Item) -> bool:
    if item.typ == "variable":
        return is_at_top_level(item)
    return bool(item.typ in KINDS) and not is_qt_override(item)


def is_at_top_level(item: Item) -> bool:
    """Return whether a variable is a module's; a record's field stands indented."""
    return not linecache.getline(str(item.filename), item.first_lineno).startswith((" ", "\t"))


def is_qt_override(item: Item) -> bool:
    return bool(item.typ == "method" and item.name != item.name.lower())


def line(item: Item) -> str:
    place = Path(item.filename).relative_to(ROOT).as_posix()
    return f"{place}:{item.first_lineno}: unused {item.typ} {item.name}"


if __name__ == "__main__":
    raise SystemExit(main())
