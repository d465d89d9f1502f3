"""ZIP files and Office files made of what is in them alone, not of the moment they are made."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_PLAIN_FILE = 0o644 << 16
_UNIX = 3
_EARLIEST = (1980, 1, 1)
"""The first day that a ZIP file can name, which Office writes as well."""
_CORE = "docProps/core.xml"
_WORKBOOK = ".xlsx"
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def zipped(parts: Mapping[str, bytes], on: date | None = None) -> bytes:
    """Return one ZIP file with `parts` in their order, the same bytes for the same parts.

    Every entry is dated `on`, or else as Office does it. It says nothing of the computer.
    """
    day = (on.year, on.month, on.day) if on else _EARLIEST
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (*day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _PLAIN_FILE
            archive.writestr(entry, content)
    return stream.getvalue()


def without_clock(office: bytes, on: date) -> bytes:
    """Return an Office file as it would have been made at the beginning of the day `on`.

    The libraries write the present moment into every entry and into properties that are not
    set, and into those of the workbooks behind charts. Packed anew, the same content is the
    same bytes, so that a fingerprint says whether two files are the same.
    """
    moment = f"{on:%Y-%m-%d}T00:00:00Z".encode()
    parts: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(office)) as package:
        for name in package.namelist():
            content = package.read(name)
            if name == _CORE:
                content = _MOMENT.sub(rb"\g<1>" + moment, content)
            elif name.endswith(_WORKBOOK):
                content = without_clock(content, on)
            parts[name] = content
    return zipped(parts)
