"""Packages from outside: bombs, names that lead out, lies and locks are refused from without."""

from __future__ import annotations

import io
import re
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.errors import UserError
from sgdesk.outside.kinds import document_kind, holds_macros, is_program
from sgdesk.outside.markup import is_plain_markup
from sgdesk.outside.packages import MOST_ENTRIES, Refusals, leads_out, open_package

REFUSALS = Refusals(damaged="Damaged.", locked="Locked.", bomb="Bomb.")
ENTRY = b"PK\x01\x02"


def package(parts, method=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as target:
        for name, content in parts.items():
            entry = zipfile.ZipInfo("x")
            entry.filename = entry.orig_filename = name
            entry.compress_type = method
            target.writestr(entry, content)
    return stream.getvalue()


def told(content, field, width, number, entry=0):
    """Return a package whose table says another number of an entry."""
    data = bytearray(content)
    place = [one.start() for one in re.finditer(ENTRY, content)][entry]
    struct.pack_into(width, data, place + field, number)
    return bytes(data)


def refusal(content):
    with pytest.raises(UserError) as refused:
        open_package(content, REFUSALS)
    return str(refused.value)


def test_parts_are_read_by_name():
    held = open_package(package({"a/b.xml": b"<x/>", "c": b""}), REFUSALS)
    assert held.names == {"a/b.xml", "c"}
    assert held.read("a/b.xml") == b"<x/>"
    assert (held.size("a/b.xml"), held.size("c"), held.size("gone")) == (4, 0, 0)
    with pytest.raises(UserError, match="Damaged"):
        held.read("gone")


def test_bombs_are_refused_before_anything_is_unpacked():
    large = bytes(6_000_000)
    assert refusal(package({"a": large})) == "Bomb."
    assert refusal(package({f"{n}": b"" for n in range(MOST_ENTRIES + 1)})) == "Bomb."
    assert refusal(ENTRY * (4 * MOST_ENTRIES + 1)) == "Bomb."
    assert refusal(told(package({"a": b"x"}), 24, "<I", 200_000_001)) == "Bomb."


def test_a_part_that_says_it_is_small_gives_no_more_than_it_says():
    held = open_package(told(package({"a": bytes(5_000_000)}), 24, "<I", 10), REFUSALS)
    with pytest.raises(UserError, match="Damaged"):
        held.read("a")


def test_what_is_no_package_locked_or_lies_is_told():
    sound = package({"a": b"one", "b": b"two"})
    offset = struct.unpack_from("<I", sound, sound.index(ENTRY) + 42)[0]
    assert refusal(b"PK no package") == "Damaged."
    assert refusal(told(sound, 8, "<H", 1)) == "Locked."
    assert refusal(told(sound, 42, "<I", offset, entry=1)) == "Damaged."
    assert refusal(told(sound, 20, "<I", 90)) == "Damaged."
    assert refusal(package({"a": b"x"}, zipfile.ZIP_LZMA)) == "Damaged."
    assert refusal(package({"a": b"x", "A": b"y"})) == "Damaged."


@pytest.mark.parametrize(
    "name",
    ["../a", "/a", "a/../b", "C:a", "a\\b", "a\0b", "CON", "x/nul.xml", "COM¹", "a.", "a ", "a//b"],
    ids=ascii,
)  # fmt: skip
def test_a_name_that_leads_out_or_stands_for_a_device_is_refused(name):
    assert leads_out(name)
    assert refusal(package({name: b"x"})) == "Damaged."


def test_names_as_office_writes_them_are_fine():
    for name in ("[Content_Types].xml", "_rels/.rels", "ppt/media/image1.png", "ppt/media/"):
        assert not leads_out(name)
    assert leads_out("")


@given(st.binary(max_size=300))
def test_any_bytes_are_a_package_or_refused(content):
    said = ""
    try:
        open_package(b"PK\x03\x04" + content, REFUSALS)
    except UserError as error:
        said = str(error)
    assert said in {"", "Damaged.", "Locked.", "Bomb."}


DEFINES = '<!DOCTYPE x [<!ENTITY a "b">]><x/>'


@pytest.mark.parametrize("spelling", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_entities_are_seen_in_every_spelling(spelling):
    assert is_plain_markup("<x/>".encode(spelling))
    assert not is_plain_markup(DEFINES.encode(spelling))


@pytest.mark.parametrize(
    "content",
    [
        b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x><x/>',
        DEFINES.encode("cp037"),
        DEFINES.encode("utf-32"),
        b"\xff\xfe<\x00x",
        b"<x>\x00</x>",
        b"no markup",
        b"",
    ],
    ids=["utf-7", "ebcdic", "utf-32", "cut", "null", "text", "empty"],
)
def test_spellings_that_could_hide_entities_are_refused(content):
    assert not is_plain_markup(content)


def test_usual_spellings_are_taken():
    for name in ("UTF-8", "utf-8", "us-ascii", "Windows-1252", "ISO-8859-1"):
        assert is_plain_markup(f"<?xml version='1.0' encoding='{name}'?>\n<x/>".encode())


def test_a_file_is_known_by_what_is_in_it():
    assert document_kind(b"%PDF-1.7") == "a PDF"
    assert document_kind(b"text") == ""
    for program in (b"MZ\x90\x00\x03", b"\x7fELF\x02", b"#!/bin/sh", b"L\0\0\0\1\x14\2\0"):
        assert is_program(program)
    assert not is_program(b"MZ is how this text begins")


def test_macros_are_found_in_either_form_of_office_file():
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
    assert holds_macros(old + "_VBA_PROJECT".encode("utf-16-le"))
    assert not holds_macros(old)
    assert holds_macros(package({"word/vbaProject.bin": b"x"}))
    assert holds_macros(package({"xl/macrosheets/sheet1.xml": b"x"}))
    assert not holds_macros(package({"word/document.xml": b"x"}))
    for other in (b"%PDF", b"PK no package", b"PK" + ENTRY * 8_001):
        assert not holds_macros(other)
