"""Files broken at random, and packages that are built to do harm."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping

MUCH = 330_000_000
"""Bytes, of which a few hundred thousand are left when they are packed."""
LAYOUT = "ppt/slideLayouts/slideLayout2.xml"
EVIL_NAMES = (
    "../../evil", "/etc/evil", "C:\\evil", "C:evil", "..\\..\\evil", "a/../../../evil",
    "CON", "ppt/COM¹.xml", "ppt/nul.txt", "evil.", "evil ", "\\\\host\\share\\evil", "./evil",
    "ppt//evil", "a\0b",
)  # fmt: skip
ENTITY = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
LAUGHS = (
    b"<!DOCTYPE x [<!ENTITY a0 'ha'>"
    + b"".join(b"<!ENTITY a%d '%s'>" % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
    + b']><x y="&a11;">&a11;</x>'
)
IN_UTF_7 = b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x [+ADwAIQ-ENTITY a "b">]><x/>'
ATTRIBUTE = re.compile(rb'"[^"]*"')
WILD = [b'"-1"', b'"0"', b'"99999999999999999999"', b'"NaN"', b'""', b'"\xc3\x9f"', b'"rId1"']


def broken(content: bytes, chance: random.Random) -> bytes:
    """Return `content` changed in one way that happens by accident."""
    change: Callable[[bytes, random.Random], bytes] = chance.choice(
        [_flipped, _cut, _doubled, _emptied, _with_noise, _with_wild_words]
    )
    return change(content, chance)


def with_parts(package: bytes, parts: Mapping[str, bytes | None]) -> bytes:
    """Return `package` with parts put in place of others, and without those that are None."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        held = {name: source.read(name) for name in source.namelist()}
    return zipped({name: one for name, one in {**held, **parts}.items() if one is not None})


def zipped(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as target:
        for name, content in parts.items():
            entry = zipfile.ZipInfo("x")
            entry.filename = entry.orig_filename = name  # as it is, a NUL too
            entry.compress_type = method
            target.writestr(entry, content, compresslevel=1)  # quickly: it packs bombs
    return stream.getvalue()


def broken_part(package: bytes, chance: random.Random) -> bytes:
    """Return a package with one XML part broken and everything around it sound."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        name = chance.choice([one for one in source.namelist() if one.endswith((".xml", ".rels"))])
        content = source.read(name)
    return with_parts(package, {name: chance.choice([broken, _with_wild_words])(content, chance)})


def lying_headers(package: bytes, chance: random.Random) -> bytes:
    """Return a package whose table of contents says something else than its entries."""
    content = bytearray(package)
    places = [one.start() for one in re.finditer(b"PK\x01\x02", package)]
    for place in chance.sample(places, k=min(len(places), chance.randint(1, 4))):
        field, width = chance.choice([(8, "<H"), (10, "<H"), (20, "<I"), (24, "<I"), (42, "<I")])
        most = 0xFFFF if width == "<H" else 0xFFFFFFFF
        number = chance.choice([0, 1, 9, 12, 14, most, chance.randint(0, most)])
        struct.pack_into(width, content, place + field, number)
    return bytes(content)


def packages_that_harm(package: bytes) -> dict[str, Callable[[], bytes]]:
    """Return packages of which each is built to take memory, time, or a place outside itself."""

    def layout(content: bytes) -> bytes:
        return with_parts(package, {LAYOUT: content})

    found: dict[str, Callable[[], bytes]] = {
        "bomb that says it is small": lambda: _small_by_its_word(package, bytes(MUCH)),
        "bomb as a layout": lambda: layout(bytes(MUCH)),
        "a bomb beside": lambda: with_parts(package, {"ppt/media/a.bin": bytes(MUCH)}),
        "a million shapes": lambda: layout(b"<a>" + b"<b/>" * 4_000_000 + b"</a>"),
        "packed by bzip2": lambda: _with_method(package, zipfile.ZIP_BZIP2),
        "packed by lzma": lambda: _with_method(package, zipfile.ZIP_LZMA),
        "many bombs": lambda: zipped({f"{n}.xml": bytes(4_900_000) for n in range(60)}),
        "many entries": lambda: zipped({f"{n}": b"" for n in range(60_000)}),
        "overlapping": lambda: _overlapping(package),
        "a package within": lambda: with_parts(
            package, {"ppt/media/a.zip": zipped({"a": bytes(MUCH)})}
        ),
        "file from this computer": lambda: layout(ENTITY),
        "laughs": lambda: layout(LAUGHS),
        "laughs in 16 bits": lambda: layout(LAUGHS.decode().encode("utf-16")),
        "laughs in 7 bits": lambda: layout(IN_UTF_7),
        "macros": lambda: with_parts(package, {"ppt/vbaProject.bin": b"x"}),
        "twice": lambda: _twice(package),
        "nested": lambda: layout(b"<a>" * 300_000 + b"</a>" * 300_000),
    }
    return found | {
        f"name {name!a}": partial(with_parts, package, {name: b"evil"}) for name in EVIL_NAMES
    }


def _with_method(package: bytes, method: int) -> bytes:
    """Return `package` with a layout packed by a method that Office never uses."""
    stream = io.BytesIO(with_parts(package, {LAYOUT: None}))
    with zipfile.ZipFile(stream, "a") as target:
        target.writestr(LAYOUT, bytes(MUCH // 10), compress_type=method)
    return stream.getvalue()


def picture_bomb(width: int, height: int, rows: int = 0) -> bytes:
    """Return a PNG of that size in a few bytes: all of it, or its first rows."""

    def chunk(name: bytes, content: bytes) -> bytes:
        total = struct.pack(">I", zlib.crc32(name + content))
        return struct.pack(">I", len(content)) + name + content + total

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    packer = zlib.compressobj(9)
    row = bytes(1 + 4 * width)
    body = b"".join(packer.compress(row) for _ in range(rows or height)) + packer.flush()
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def _small_by_its_word(package: bytes, content: bytes) -> bytes:
    data = bytearray(with_parts(package, {LAYOUT: content}))
    name = LAYOUT.encode()
    table = data.index(name, data.index(b"PK\x01\x02")) - 46
    struct.pack_into("<I", data, table + 24, 1000)
    return bytes(data)


def _overlapping(package: bytes) -> bytes:
    """Return a package two of whose entries are the same bytes."""
    data = bytearray(package)
    first, second = [one.start() for one in re.finditer(b"PK\x01\x02", package)][:2]
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    return bytes(data)


def _twice(package: bytes) -> bytes:
    """Return a package with two parts of one name."""
    other = LAYOUT.replace("slideLayout2", "slideLayoutX")
    data = with_parts(package, {other: b"<again/>"})
    return data.replace(other.encode(), LAYOUT.encode())


def _flipped(content: bytes, chance: random.Random) -> bytes:
    data = bytearray(content or b" ")
    for _ in range(chance.randint(1, 20)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _doubled(content: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(len(content) + 1) for _ in range(2))
    return content[:end] + content[start:end] * chance.randint(1, 3) + content[end:]


def _emptied(content: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(len(content) + 1) for _ in range(2))
    return content[:start] + bytes(end - start) + content[end:]


def _with_noise(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + chance.randbytes(chance.randint(1, 400)) + content[at:]


def _with_wild_words(content: bytes, chance: random.Random) -> bytes:
    """Return text with some of its quoted values exchanged; other content with bytes flipped."""
    places = list(ATTRIBUTE.finditer(content[:200_000]))
    if not places:
        return _flipped(content, chance)
    for place in sorted(chance.sample(places, k=min(3, len(places))), key=lambda one: -one.start()):
        content = content[: place.start()] + chance.choice(WILD) + content[place.end() :]
    return content
