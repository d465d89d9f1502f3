"""XML from outside: looked at before a parser sees it."""

from __future__ import annotations

import re

_DECLARED = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]*)[\"']")
_SPELLINGS = frozenset({b"utf-8", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252"})
_OF_16_BITS = {
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
    b"<\0": "utf-16-le",
    b"\0<": "utf-16-be",
}
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_DEFINES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def is_plain_markup(content: bytes) -> bool:
    """Return whether XML defines no entities of its own and is spelt plainly.

    An entity can name a file of this computer, or stand for itself a million times. A spelling
    such as UTF-7 would hide the definition from whoever looks at the bytes.
    """
    if spelling := _OF_16_BITS.get(content[:2]):
        try:
            content = content.decode(spelling).encode("utf-8")
        except UnicodeError:
            return False
    else:
        found = _DECLARED.match(content.removeprefix(_BYTE_ORDER_MARK))
        if found is not None and found[1].lower() not in _SPELLINGS:
            return False
    return (
        content.removeprefix(_BYTE_ORDER_MARK).lstrip().startswith(b"<")
        and b"\0" not in content
        and not _DEFINES.search(content)
    )
