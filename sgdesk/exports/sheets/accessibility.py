"""What would keep people from reading a workbook: checked on the finished file."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from sgdesk.records.packs import Inspection

if TYPE_CHECKING:
    from collections.abc import Iterator

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_SHEETS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_PROPERTIES, _FIRST = "docProps/core.xml", "xl/worksheets/sheet1.xml"


def inspect_workbook(data: bytes) -> Inspection:
    """Return how many rows the first sheet has and what is wrong with it.

    Raises whatever the library raises if `data` is no workbook.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        properties = etree.fromstring(parts.read(_PROPERTIES))
        sheet = etree.fromstring(parts.read(_FIRST))
    rows = len(sheet.findall(f"{_SHEETS}sheetData/{_SHEETS}row"))
    return Inspection(rows, "row", tuple(_problems(properties, sheet)))


def _problems(properties: etree._Element, sheet: etree._Element) -> Iterator[str]:
    if not (properties.findtext(_TITLE) or "").strip():
        yield "It has no title in its properties."
    if sheet.find(f"{_SHEETS}sheetViews/{_SHEETS}sheetView/{_SHEETS}pane") is None:
        yield "The head row does not stay in view."
    if sheet.find(f"{_SHEETS}mergeCells") is not None:
        yield "It has merged cells."
