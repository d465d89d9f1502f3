"""Files from outside that are no template, or not to be trusted: each is refused in words."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from openpyxl import Workbook
from own_samples import LAYOUT, MASTER, OFFICE, SHIPPED, TYPES, as_kind, changed, with_parts
from PIL import Image

from sgdesk.errors import UserError
from sgdesk.exports.deck.own.cleaning import clean_template
from sgdesk.exports.deck.own.foreign_package import MOST_BYTES, ForeignPackage

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MACRO = "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"


def zipped(parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return stream.getvalue()


def workbook():
    stream = io.BytesIO()
    Workbook().save(stream)
    return stream.getvalue()


def locked_entry():
    """A package whose first entry says that it is locked with a password."""
    data = bytearray(SHIPPED)
    start = data.index(b"PK\x01\x02")
    flags = struct.unpack_from("<H", data, start + 8)[0]
    struct.pack_into("<H", data, start + 8, flags | 1)
    return bytes(data)


def twice():
    stream = io.BytesIO(SHIPPED)
    with zipfile.ZipFile(stream, "a") as target, pytest.warns(UserWarning, match="Duplicate"):
        target.writestr(MASTER, b"<again/>")
    return stream.getvalue()


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
REFUSED = {
    "empty": (b"", "no PowerPoint"),
    "pdf": (b"%PDF-1.7", "no PowerPoint"),
    "too large": (b"PK" + bytes(MOST_BYTES), "too large"),
    "old": (OLD + bytes(600), "old .ppt"),
    "locked": (OLD + "EncryptedPackage".encode("utf-16-le"), "password"),
    "locked entry": (locked_entry(), "password"),
    "cut": (SHIPPED[:4000], "damaged"),
    "zip of anything": (zipped({"a.txt": b"a"}), "no PowerPoint"),
    "libreoffice": (zipped({"mimetype": b"x", "content.xml": b"<x/>"}), "LibreOffice"),
    "word": (
        changed(
            SHIPPED,
            TYPES,
            "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
            WORD,
        ),
        "Word",
    ),
    "excel": (workbook(), "Excel"),
    "macros": (
        changed(
            SHIPPED,
            TYPES,
            "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
            MACRO,
        ),
        "macros",
    ),
    "vba": (with_parts(SHIPPED, {"ppt/vbaProject.bin": b"x"}), "macros"),
    "no main type": (changed(SHIPPED, TYPES, "presentation.main", "other.main"), "no PowerPoint"),
    "bomb": (with_parts(SHIPPED, {"ppt/media/a.bin": bytes(20_000_000)}), "unpacks"),
    "many": (
        zipped({f"{number}": b"" for number in range(2001)}),
        "unpacks",
    ),
    "huge": (
        zipped({str(number): bytes(4_900_000) for number in range(42)}),
        "unpacks",
    ),
    "leads out": (with_parts(SHIPPED, {"../../evil": b"x"}), "damaged"),
    "absolute": (with_parts(SHIPPED, {"/evil": b"x"}), "damaged"),
    "drive": (with_parts(SHIPPED, {"C:evil": b"x"}), "damaged"),
    "twice": (twice(), "damaged"),
    "no relations": (with_parts(SHIPPED, {"_rels/.rels": None}), "damaged"),
    "no xml": (with_parts(SHIPPED, {MASTER: b"<p:sldMaster"}), "damaged"),
    "not a master": (with_parts(SHIPPED, {MASTER: b"<other/>"}), "damaged"),
    "not a theme": (with_parts(SHIPPED, {"ppt/theme/theme1.xml": b"<other/>"}), "damaged"),
    "empty layout": (with_parts(SHIPPED, {LAYOUT: b""}), "damaged"),
    "entities": (
        with_parts(
            SHIPPED, {LAYOUT: b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>'}
        ),
        "damaged",
    ),
    "strict": (
        with_parts(
            SHIPPED,
            {
                "ppt/presentation.xml": (
                    b'<p:presentation xmlns:p="http://purl.oclc.org/ooxml/presentationml/main"/>'
                )
            },
        ),
        "strict",
    ),
    "no size": (changed(SHIPPED, "ppt/presentation.xml", 'cx="12192000"', 'cx="wide"'), "damaged"),
    "tiny": (changed(SHIPPED, "ppt/presentation.xml", 'cx="12192000"', 'cx="12"'), "damaged"),
    "no masters": (
        changed(SHIPPED, "ppt/presentation.xml", "p:sldMasterId ", "p:other "),
        "slide master",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_template_is_refused_in_a_sentence(name):
    data, words = REFUSED[name]
    with pytest.raises(UserError, match=words) as refusal:
        clean_template(data)
    assert str(refusal.value).endswith(".")


def test_a_lying_size_is_no_way_around_the_limit():
    data = bytearray(SHIPPED)
    start = data.index(b"PK\x01\x02")
    struct.pack_into("<I", data, start + 24, 10)  # the content is longer than it says
    with pytest.raises(UserError, match="damaged"):
        clean_template(bytes(data))


@pytest.mark.parametrize("kind", ["template.main", "slideshow.main"])
def test_templates_and_shows_are_taken_as_presentations_are(kind):
    assert clean_template(as_kind(SHIPPED, kind)).content == clean_template(SHIPPED).content


def test_too_many_layouts_are_refused():
    ids = "".join(f'<p:sldLayoutId id="{n}" r:id="L{n}"/>' for n in range(401))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideLayout"
    relations = "".join(
        f'<Relationship Id="L{n}" Type="{kind}" Target="../slideLayouts/x{n}.xml"/>'
        for n in range(401)
    )
    data = changed(SHIPPED, MASTER, "</p:sldLayoutIdLst>", f"{ids}</p:sldLayoutIdLst>")
    data = changed(
        data,
        "ppt/slideMasters/_rels/slideMaster1.xml.rels",
        "</Relationships>",
        f"{relations}</Relationships>",
    )
    with pytest.raises(UserError, match="400 layouts"):
        clean_template(data)


def test_far_more_shapes_than_slides_need_are_refused():
    with pytest.raises(UserError, match="far more shapes"):
        clean_template(with_parts(SHIPPED, {LAYOUT: b"<a>" + b"<b/>" * 300_000 + b"</a>"}))


def test_a_layout_that_hides_entities_in_another_spelling_is_refused():
    entities = '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    for spelling in ("utf-16", "utf-16-le", "cp037"):
        with pytest.raises(UserError, match="damaged"):
            clean_template(with_parts(SHIPPED, {LAYOUT: entities.encode(spelling)}))


def test_a_picture_that_is_shown_often_is_drawn_once(monkeypatch):
    stream = io.BytesIO()
    Image.new("RGB", (60, 40)).save(stream, "PNG")
    relation = f'<Relationship Id="P7" Type="{OFFICE}/image" Target="../media/a.png"/>'
    relations = "ppt/slideLayouts/_rels/slideLayout2.xml.rels"
    data = with_parts(SHIPPED, {"ppt/media/a.png": stream.getvalue()})
    data = changed(data, relations, "</Relationships>", f"{relation}</Relationships>")
    picture = (
        '<p:pic><p:nvPicPr><p:cNvPr id="90" name="x"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
        '<p:blipFill><a:blip r:embed="P7"/></p:blipFill><p:spPr/></p:pic>'
    )
    data = changed(data, LAYOUT, "</p:spTree>", f"{picture * 40}</p:spTree>")
    read = []
    found = ForeignPackage.picture
    monkeypatch.setattr(
        ForeignPackage, "picture", lambda self, name: read.append(name) or found(self, name)
    )
    clean_template(data)
    assert read == ["ppt/media/a.png"]
