"""Workbooks, pictures, zips and hidden parts in which something private stands."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import xlsxwriter
from lxml import etree
from PIL import Image, PngImagePlugin


def workbook() -> bytes:
    """A workbook in which each row, comment, name and property gives somebody away."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"author": "Odalys Fennimore"})
    sheet = book.add_worksheet("Petra")
    sheet.write_row(0, 0, ["Bexa", "Holloway"])
    sheet.write_datetime(2, 0, date(2019, 10, 3), book.add_format({"num_format": "d mmm yyyy"}))
    sheet.write_comment(3, 0, "Ask Siobhán", {"author": "Reviewer"})
    sheet.write_rich_string(5, 0, "The Quel", book.add_format({"bold": True}), "lish", " family")
    sheet.write_url(7, 0, "https://riverton.example/quellish", string="more", tip="RV4 7QX")
    sheet.set_header("&CLarkfield Rise")
    book.define_name("Quellish", "=Petra!$A$1")
    book.close()
    return stream.getvalue()


def picture() -> bytes:
    """A picture whose properties name a child."""
    stream = io.BytesIO()
    described = PngImagePlugin.PngInfo()
    described.add_text("Description", "Petra at nursery")
    Image.new("RGB", (4, 4)).save(stream, "PNG", pnginfo=described)
    return stream.getvalue()


def packed(members: dict[str, bytes]) -> bytes:
    """A zip of `members`."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def with_hidden_part(content: bytes, name: str, text: str) -> bytes:
    """Return an Office file with one more part that nothing shows."""
    stream = io.BytesIO()
    root = etree.Element("data")
    root.text = text
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(stream, "w") as after:
        for item in before.infolist():
            after.writestr(item, before.read(item))
        after.writestr(name, etree.tostring(root))
    return stream.getvalue()
