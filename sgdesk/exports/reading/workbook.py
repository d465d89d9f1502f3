"""An Excel workbook: cells row by row, names, comments, headers, properties."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from lxml import etree

from sgdesk.exports.reading.found import Placed
from sgdesk.exports.reading.office import (
    listed_parts,
    local,
    parsed,
    read_any,
    read_parts,
    read_properties,
    read_rest,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sgdesk.exports.reading.found import Inside
    from sgdesk.exports.reading.office import Element, Part

_MAIN, _STRINGS, _STYLES = "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"
_DATE_FORMATS = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
"""Number formats that every workbook has and that show dates; ECMA-376, part 1, 18.8.30."""
_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 - Excel counts days from here, zoneless
_LATEST = 2_958_465
"""Excel's number for the last day of the year 9999."""
_WORDS = {
    "comments": "comment",
    "threadedComment": "comment",
    "table": "table",
    "drawing": "drawing",
    "vmlDrawing": "comment",
    "image": "picture",
    "chart": "chart",
}


def read(content: bytes) -> Iterator[Placed | Inside]:
    """Yield every text of the workbook; cells that show dates come as dates."""
    parts = read_parts(content)
    strings = _strings(parts)
    date_styles = _date_styles(parts)
    main = parts.get(_MAIN)
    read_already = {_MAIN, _STRINGS, _STYLES}
    if main:
        yield from read_any(main, "names in the workbook")
    shown: set[str] = set()
    for number, name in enumerate(listed_parts(main, "sheet"), start=1):
        for item in _sheet(parts, name, f"sheet {number}", (strings, date_styles), read_already):
            if isinstance(item, Placed):
                shown.update(item.text.split("\t"))
            yield item
    for text in strings:
        if text not in shown:
            yield Placed("text that no cell shows", text)
    if styles := parts.get(_STYLES):
        yield from read_any(styles, "styles of the workbook")
    yield from read_properties(parts)
    yield from read_rest(parts, read_already)


def _sheet(
    parts: Mapping[str, Part],
    name: str,
    where: str,
    looks: tuple[Sequence[str], set[int]],
    read_already: set[str],
) -> Iterator[Placed | Inside]:
    part = parts.get(name)
    if not part or name in read_already:
        return
    read_already.add(name)
    root = parsed(part.content)
    for row in root.iter("{*}row"):
        cells = [_cell(cell, *looks) for cell in row.iterchildren("{*}c")]
        yield Placed(f"{where}, row {row.get('r', '?')}", "\t".join(cells))
        row.clear()  # what is left over is read below
    yield from (Placed(f"{where}, link", link) for link in part.links)
    rest = part._replace(content=etree.tostring(root), links=())
    yield from read_any(rest, f"{where}, header, footer, hint or rule")
    for kind, target in part.relations.values():
        if target in parts and target not in read_already:
            read_already.add(target)
            yield from read_any(parts[target], f"{where}, {_WORDS.get(kind, 'hidden data')}")


def _cell(cell: Element, strings: Sequence[str], date_styles: set[int]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _joined(cell)
    value = next((one.text or "" for one in cell.iterchildren("{*}v")), "")
    formula = next((one.text or "" for one in cell.iterchildren("{*}f")), "")
    if kind == "s":
        value = strings[int(value)] if value.isdigit() and int(value) < len(strings) else ""
    elif kind == "n" and int(cell.get("s", "0")) in date_styles:
        value = _as_date(value)
    return f"{value} {formula}".strip()


def _as_date(value: str) -> str:
    try:
        days = float(value)
    except ValueError:
        return value
    if not 0 < days < _LATEST:
        return value
    return (_FIRST_DAY + timedelta(days=days)).date().isoformat()


def _strings(parts: Mapping[str, Part]) -> list[str]:
    part = parts.get(_STRINGS)
    return [_joined(item) for item in parsed(part.content)] if part else []


def _joined(element: Element) -> str:
    return "".join(
        one.text or "" for one in element.iter("{*}t") if local(one.getparent()) != "rPh"
    )


def _date_styles(parts: Mapping[str, Part]) -> set[int]:
    """Return which cell styles show a number as a date."""
    part = parts.get(_STYLES)
    if not part:
        return set()
    root = parsed(part.content)
    formats = set(_DATE_FORMATS)
    for one in root.iter("{*}numFmt"):
        bare = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", one.get("formatCode", ""))
        if re.search(r"[dy]", bare, re.IGNORECASE):
            formats.add(int(one.get("numFmtId", "0")))
    cells = root.find("{*}cellXfs")
    looks = [] if cells is None else list(cells)
    return {at for at, look in enumerate(looks) if int(look.get("numFmtId", "0")) in formats}
