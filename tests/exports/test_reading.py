"""Odd, broken and rare parts of files: read where they can be, and never a reason to stop."""

from __future__ import annotations

import io
import zipfile

import pikepdf
import pytest
import xlsxwriter
from PIL import Image

from sgdesk.exports.reading.finished import read_texts
from sgdesk.exports.reading.found import Inside, Placed

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
TYPES = {"[Content_Types].xml": b"<Types/>"}


def zipped(parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def read(name, content):
    """Return the texts by their places; of two in one place the last."""
    return {one.where: one.text for one in read_texts(name, content)}


def relations(*held):
    lines = "".join(
        f'<Relationship Id="{key}" Type="x/{kind}" Target="{target}"/>'
        for key, kind, target in held
    )
    return f"<Relationships>{lines}</Relationships>".encode()


def test_what_was_read_says_nothing_in_a_log():
    assert repr(Placed("page 1", "private")) == "<Placed page 1>"
    assert repr(Inside("page 1", "private", b"private")) == "<Inside page 1>"


def test_a_zip_in_a_zip_in_a_zip_is_read_and_no_deeper():
    content = b"deep"
    for _ in range(5):
        content = zipped({"x": content})
    assert not any("deep" in one.text for one in read_texts("a.zip", content))
    assert any(
        "deep" in one.text for one in read_texts("a.zip", zipped({"x": zipped({"y": b"deep"})}))
    )


def test_a_word_part_is_read_with_its_text_boxes_names_and_comments():
    document = f"""<w:document xmlns:w="{W}"><!-- draft --><w:body>
      <w:p><w:r><w:t>outer</w:t><w:txbxContent><w:p><w:r><w:t>inner</w:t></w:r></w:p>
      </w:txbxContent></w:r></w:p><w:bookmarkStart w:name="mark"/><w:tag w:val="tagged"/>
    </w:body></w:document>"""
    custom = b'<Properties><property name="Child"><lpwstr>private</lpwstr></property></Properties>'
    parts = {
        **TYPES,
        "word/document.xml": document.encode(),
        "docProps/custom.xml": custom,
        "docProps/thumbnail.bin": b"",
        "word/fonts/font1.odttf": b"\0",
        "word/theme/theme1.xml": b"<theme>plain</theme>",
    }
    found = read_texts("a.docx", zipped(parts))
    assert {one.text for one in found} >= {"outer", "inner", " draft ", "mark", "tagged", "Child"}
    assert Placed("properties: lpwstr", "private") in found
    assert Placed("hidden part of the file", "plain") in found


def test_a_deck_without_its_main_part_is_read_all_the_same():
    parts = {**TYPES, "ppt/slides/slide1.xml": b"<sld><p><t>lost</t></p></sld>"}
    assert read("a.pptx", zipped(parts)) == {"file name": "a", "hidden part of the file": "lost"}


def test_a_slide_that_is_missing_or_shown_twice_is_no_reason_to_stop():
    main = (
        f'<presentation xmlns="{P}" xmlns:r="{R}"><sldIdLst><sldId r:id="a"/><sldId r:id="b"/>'
        '<sldId r:id="c"/><sldId r:id="gone"/></sldIdLst></presentation>'
    )
    parts = {
        **TYPES,
        "ppt/presentation.xml": main.encode(),
        "ppt/_rels/presentation.xml.rels": relations(
            ("a", "slide", "slides/slide1.xml"),
            ("b", "slide", "/ppt/slides/slide1.xml"),
            ("c", "slide", "slides/slide9.xml"),
        ),
        "ppt/slides/slide1.xml": b"<sld><p><t>shown</t></p></sld>",
        "ppt/slides/_rels/slide1.xml.rels": relations(("a", "odd", "odd.xml")),
        "ppt/slides/odd.xml": b"<odd>strange</odd>",
    }
    found = read("a.pptx", zipped(parts))
    assert found["slide 1"] == "shown"
    assert found["slide 1, hidden data"] == "strange"
    assert "slide 2" not in found


def workbook(rows, *, strings="", more=None):
    main = (
        f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets><sheet name="One" r:id="a"/>'
        '<sheet name="Two" r:id="b"/><sheet name="Three" r:id="c"/></sheets></workbook>'
    )
    sheet = f'<worksheet xmlns="{S}"><sheetData>{rows}</sheetData></worksheet>'
    styles = (
        f'<styleSheet xmlns="{S}"><numFmts><numFmt numFmtId="170" formatCode="[Red]0.0"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    )
    parts = {
        **TYPES,
        "xl/workbook.xml": main.encode(),
        "xl/_rels/workbook.xml.rels": relations(
            ("a", "worksheet", "worksheets/sheet1.xml"),
            ("b", "worksheet", "worksheets/sheet1.xml"),
        ),
        "xl/worksheets/sheet1.xml": sheet.encode(),
        "xl/sharedStrings.xml": f'<sst xmlns="{S}">{strings}</sst>'.encode(),
        "xl/styles.xml": styles.encode(),
        **(more or {}),
    }
    return zipped({name: content for name, content in parts.items() if content is not None})


def test_cells_of_every_kind_are_read():
    rows = (
        '<row r="1"><c t="s"><v>0</v></c><c t="s"><v>9</v></c><c t="s"><v>x</v></c></row>'
        '<row r="2"><c t="inlineStr"><is><t>in</t><rPh><t>hidden</t></rPh><t>line</t></is></c>'
        "</row>"
        '<row r="3"><c s="1"><v>45000</v></c><c s="1"><v>-4</v></c><c s="1"><v>odd</v></c></row>'
        '<row r="4"><c><v>7</v><f>A1&amp;"x"</f></c></row>'
    )
    strings = "<si><r><t>run</t></r><r><t> two</t></r></si><si><t>left over</t></si>"
    found = read("a.xlsx", workbook(rows, strings=strings))
    assert found["sheet 1, row 1"].split("\t") == ["run two", "", ""]
    assert found["sheet 1, row 2"] == "inline"
    assert found["sheet 1, row 3"].split("\t") == ["2023-03-15", "-4", "odd"]
    assert found["sheet 1, row 4"] == '7 A1&"x"'
    assert found["text that no cell shows"] == "left over"
    assert "sheet 2, row 1" not in found


def test_a_workbook_without_strings_styles_or_main_part_is_read_all_the_same():
    rows = '<row r="1"><c s="1"><v>45000</v></c></row>'
    bare = {"xl/styles.xml": None, "xl/sharedStrings.xml": None}
    assert read("a.xlsx", workbook(rows, more=bare))["sheet 1, row 1"] == "45000"
    plain = f'<styleSheet xmlns="{S}"/>'.encode()
    found = read("a.xlsx", workbook(rows, more={"xl/styles.xml": plain}))
    assert found["sheet 1, row 1"] == "45000"
    found = read("a.xlsx", workbook(rows, more={"xl/workbook.xml": None}))
    assert found["hidden part of the file"] == "45000"


def test_two_sheets_may_share_a_part():
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    picture = io.BytesIO()
    Image.new("RGB", (2, 2)).save(picture, "PNG")
    for _ in range(2):
        sheet = book.add_worksheet()
        sheet.insert_image(0, 0, "x.png", {"image_data": picture, "description": "A ring"})
    book.close()
    found = read("a.xlsx", stream.getvalue())
    assert found["sheet 1, drawing, alt text"] == found["sheet 2, drawing, alt text"] == "A ring"
    rows = '<row r="1"><c><v>1</v></c></row>'
    shared = relations(
        ("a", "odd", "../odd.xml"), ("b", "odd", "../odd.xml"), ("c", "odd", "no.xml")
    )
    more = {"xl/worksheets/_rels/sheet1.xml.rels": shared, "xl/odd.xml": b"<odd>strange</odd>"}
    assert read("a.xlsx", workbook(rows, more=more))["sheet 1, hidden data"] == "strange"
    behind = {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(("a", "image", "../media/ring.png")),
        "xl/media/ring.png": picture.getvalue(),
    }
    assert read("a.xlsx", workbook(rows, more=behind))["sheet 1, picture, file name"] == "ring"


def test_an_empty_web_page_has_no_text_and_an_old_one_is_read():
    assert read("a.html", b" ") == {"file name": "a"}
    old = '<meta charset="iso-8859-1"><p>Zoë</p><p title="">x</p>'.encode("latin-1")
    assert read("a.htm", old)["paragraph 1"] == "Zoë"


def test_a_web_page_may_hold_files_in_its_addresses():
    page = b'<p>x</p><a href="data:text/plain,hello%20there">y</a><img src="data:x;base64,%%%=">'
    found = read("a.html", page)
    assert found["picture or file in the page, line 1"] == "hello there"


def test_a_broken_picture_is_no_reason_to_stop_and_a_camera_s_words_are_read():
    assert read("a.png", b"\x89PNG broken") == {"file name": "a"}
    picture, stream = Image.new("RGB", (2, 2)), io.BytesIO()
    exif = picture.getexif()
    exif[0x010E] = "Described"
    exif[0x9C9D] = "Windows".encode("utf-16-le")
    exif[0x9C9E] = b"plain"
    exif[0x0112] = 1
    picture.save(stream, "JPEG", exif=exif)
    texts = {one.text for one in read_texts("a.jpg", stream.getvalue())}
    assert texts == {"a", "Described", "Windows", "plain"}


def pdf(change):
    stream = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        change(document)
        document.save(stream)
    return stream.getvalue()


def test_a_bare_pdf_is_read():
    assert read("a.pdf", pdf(lambda _document: None)) == {"file name": "a"}


def test_the_notes_fields_and_streams_of_a_page_are_read():
    def change(document):
        page = document.pages[0]
        page.Annots = pikepdf.Array(
            [
                pikepdf.Dictionary(T=pikepdf.String("Who"), Contents=pikepdf.String("What")),
                pikepdf.Dictionary(A=pikepdf.Dictionary(S=pikepdf.Name("/GoTo"))),
            ]
        )
        page.Contents = pikepdf.Array(
            [
                document.make_stream(b"q Q"),
                document.make_stream(b"/Span <</ActualText <FEFF0041>>> BDC EMC"),
                pikepdf.Dictionary(),
            ]
        )
        tags = pikepdf.Dictionary(K=pikepdf.Dictionary(Alt=pikepdf.String("Loose"), K=3))
        document.Root.StructTreeRoot = tags

    found = read("a.pdf", pdf(change))
    assert found["page 1, author of a note"] == "Who"
    assert found["page 1, alt text of a link or note"] == "What"
    assert found["page 1, text for screen readers"] == "A"
    assert found["tags of the document, alt text"] == "Loose"


def test_tags_that_lead_round_in_a_circle_come_to_an_end(monkeypatch):
    monkeypatch.setattr("sgdesk.exports.reading.pages._MOST_ELEMENTS", 20)

    def change(document):
        root = document.make_indirect(pikepdf.Dictionary(Alt=pikepdf.String("Round")))
        root.K = root
        document.Root.StructTreeRoot = root

    assert read("a.pdf", pdf(change))["tags of the document, alt text"] == "Round"


@pytest.mark.parametrize("name", ["a.bin", "a", "a.svg"])
def test_a_kind_of_file_that_is_not_known_is_read_as_text(name):
    content = b"<svg><title>Zarbel</title></svg>"
    assert "Zarbel" in " ".join(one.text for one in read_texts(name, content))
