"""Tests of the letter as a Word document: what it says, how it reads aloud, and what it hides."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from docx.oxml.ns import qn

from sgdesk.exports.word.letter import letter_document
from sgdesk.records.letters import Letter

ON = date(2026, 11, 23)
LETTER = Letter(
    key="chase",
    to="lead@housing.test",
    recipient="Tenancy lead",
    subject="RIV2026-27-01: return overdue",
    body="Dear Tenancy lead,\n\nPlease send it today.\n\nYours sincerely\nBusiness support",
    sender="Riverton Partnership\nBusiness support\n1 High Street",
    mark="OFFICIAL-SENSITIVE",
)
FILE = letter_document(LETTER, on=ON)


def opened(file=FILE):
    return Document(io.BytesIO(file))


def parts(file=FILE):
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_a_letter_says_its_head_date_recipient_subject_and_text_in_order():
    assert [one.text for one in opened().paragraphs] == [
        "Riverton Partnership",
        "Business support",
        "1 High Street",
        "23 November 2026",
        "Tenancy lead",
        "RIV2026-27-01: return overdue",
        "Dear Tenancy lead,",
        "Please send it today.",
        "Yours sincerely\nBusiness support",
    ]


def test_the_subject_is_the_heading_that_screen_readers_find():
    headings = [one.text for one in opened().paragraphs if one.style.name == "Heading 1"]
    assert headings == [LETTER.subject]


def test_the_mark_stands_on_head_and_foot_of_every_page():
    section = opened().sections[0]
    assert section.header.paragraphs[0].text == section.footer.paragraphs[0].text == LETTER.mark


def test_a_letter_without_recipient_and_sender_begins_with_the_date():
    bare = replace(LETTER, recipient="", sender="")
    assert [one.text for one in opened(letter_document(bare, on=ON)).paragraphs][:2] == [
        "23 November 2026",
        LETTER.subject,
    ]


def test_a_sender_of_one_line_is_enough():
    alone = letter_document(replace(LETTER, sender="Riverton Partnership"), on=ON)
    assert opened(alone).paragraphs[1].text == "23 November 2026"


def test_the_language_is_british_english_everywhere():
    assert opened().core_properties.language == "en-GB"
    assert b"en-US" not in b"".join(parts().values())
    languages = {one.get(qn("w:val")) for one in opened().styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}


def test_the_properties_name_nobody_and_no_case():
    properties = opened().core_properties
    assert properties.title == "Chase"
    assert properties.author == properties.last_modified_by == properties.comments == ""
    assert properties.created.date() == properties.modified.date() == ON
    core = parts()["docProps/core.xml"]
    assert b"RIV2026" not in core
    assert b"Tenancy" not in core


def test_nothing_speaks_of_where_the_template_was_made():
    names = parts()
    text = b"".join(names.values())
    for stranger in (b"python-docx", b"Microsoft Macintosh", b"Normal.dotm"):
        assert stranger not in text
    for leftover in ("thumbnail", "customXml", "stylesWithEffects", "app.xml"):
        assert not [name for name in names if leftover in name]


def test_the_page_is_a4():
    section = opened().sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


@pytest.mark.parametrize(
    ("ink", "shown"),
    [("#5B2A86", "5B2A86"), ("#F2A541", "12344D"), ("violet", "12344D")],
)
def test_the_heading_takes_the_partnership_s_colour_where_it_can_be_read(ink, shown):
    heading = opened(letter_document(LETTER, on=ON, ink=ink)).styles["Heading 1"]
    assert str(heading.font.color.rgb) == shown


def test_headings_and_lists_of_the_text_are_headings_and_lists():
    body = "First.\n\n# Notes to editors\n\n- One.\n- Two.\n\n- One\nbut no list\n\n# Not\nthis"
    styles = [
        (one.style.name, one.text)
        for one in opened(letter_document(replace(LETTER, body=body), on=ON)).paragraphs
    ]
    assert styles[-6:] == [
        ("Normal", "First."),
        ("Heading 2", "Notes to editors"),
        ("List Bullet", "One."),
        ("List Bullet", "Two."),
        ("Normal", "- One\nbut no list"),
        ("Normal", "# Not\nthis"),
    ]


def test_hostile_text_comes_out_clean():
    hostile = replace(LETTER, body="A\x00\x0b\ud800b\n\n\n\n<w:p>&amp;</w:p>", subject="S\x07\nT")
    texts = [one.text for one in opened(letter_document(hostile, on=ON)).paragraphs]
    assert texts[-3:] == ["S T", "A\n\ufffdb", "<w:p>&amp;</w:p>"]


def test_the_validator_finds_nothing(openxml_audit, tmp_path):
    target = tmp_path / "letter.docx"
    target.write_bytes(FILE)
    assert openxml_audit(target) == []


def test_the_validator_sees_a_broken_letter(openxml_audit, tmp_path):
    target = tmp_path / "letter.docx"
    with zipfile.ZipFile(target, "w") as package:
        for name, content in parts().items():
            broken = content.replace(b'<w:pStyle w:val="Heading1"/>', b"<w:wrong/>")
            package.writestr(name, broken)
    assert openxml_audit(target) != []
