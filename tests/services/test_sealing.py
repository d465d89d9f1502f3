"""PDFs sealed with a password: who has it reads all of them, who has it not reads nothing."""

from __future__ import annotations

import csv
import hashlib
import io
import logging
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pack_samples import BOTH, DRAFT, names_in
from pikepdf import PasswordError, Pdf
from pypdfium2 import PdfDocument, PdfiumError
from services_samples import TODAY, make_case

from sgdesk.errors import RejectedError, UserError
from sgdesk.exports.pdf import sealing as pdf_sealing
from sgdesk.exports.pdf.accessibility import inspect_pdf
from sgdesk.exports.pdf.sealing import is_sealed_copy, seal_pdf
from sgdesk.records.packs import PackPlace, can_be_sealed
from sgdesk.services.briefings import save_briefing
from sgdesk.services.outdated_files import list_logged_files
from sgdesk.services.pack_contents import CONTENTS_NAME, CONTENTS_TABLE_NAME
from sgdesk.services.packs import run_pack
from sgdesk.services.papers import new_paper, paper_bytes
from sgdesk.services.sealing import password_problems, suggest_password

OPENED_BY = "lamp orbit gravel seventeen"
NOTE = "RIV2026-27-01 Briefing Note.pdf"


@pytest.fixture
def briefing_id(register):
    case_id = make_case(register)
    return save_briefing(register, None, replace(DRAFT, case_ids=(case_id,))).briefing_id


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def plain(register):
    return paper_bytes(new_paper(register, "A paper", (), today=TODAY, file_stem="a-paper"))


def said_in(content, password):
    with Pdf.open(BytesIO(content), password=password) as pdf:
        bits = pdf.encryption.bits if pdf.is_encrypted else 0
        return bits, pdf.allow, pdf.Root.Metadata.read_bytes()


def test_only_the_password_opens_a_sealed_file(plain):
    sealed = seal_pdf(plain, OPENED_BY)
    assert len(PdfDocument(sealed, password=OPENED_BY)) == 1
    for wrong in ("", None, OPENED_BY.upper(), OPENED_BY[:-1], f"{OPENED_BY} "):
        with pytest.raises(PdfiumError):
            PdfDocument(sealed, password=wrong)
        with pytest.raises(PasswordError):
            Pdf.open(BytesIO(sealed), password=wrong or "")


def test_a_sealed_file_may_be_read_aloud_and_does_not_call_itself_an_archive_file(plain):
    bits, allowed, packet = said_in(seal_pdf(plain, OPENED_BY), OPENED_BY)
    assert bits == 256
    assert allowed.accessibility
    assert allowed.extract
    assert b"<pdfaid:part>" in said_in(plain, "")[2]
    assert b"<pdfaid:part>" not in packet
    assert b"<pdfaid:conformance>" not in packet
    assert b"<pdfuaid:part>1" in packet


def test_a_sealed_file_is_as_accessible_as_before_and_shows_nothing(register, plain):
    sealed = seal_pdf(plain, OPENED_BY)
    with Pdf.open(BytesIO(sealed), password=OPENED_BY) as pdf:
        opened = BytesIO()
        pdf.save(opened)
    assert inspect_pdf(opened.getvalue()).problems == inspect_pdf(plain).problems == ()
    for told in (b"A paper", b"/Title", register.profile.name.encode()):
        assert told not in sealed


def test_a_seal_that_does_not_hold_is_found(plain):
    sealed = seal_pdf(plain, OPENED_BY)
    assert is_sealed_copy(sealed, plain, OPENED_BY)
    assert not is_sealed_copy(plain, plain, OPENED_BY)
    assert not is_sealed_copy(seal_pdf(plain, OPENED_BY[1:]), plain, OPENED_BY)
    assert not is_sealed_copy(sealed[: len(sealed) // 2], plain, OPENED_BY)


def test_a_seal_over_other_words_is_found(register, plain):
    other = paper_bytes(new_paper(register, "Another", (), today=TODAY, file_stem="a-paper"))
    assert not is_sealed_copy(seal_pdf(other, OPENED_BY), plain, OPENED_BY)


def test_every_pdf_of_a_pack_is_sealed_and_the_sheet_says_what_that_means(
    register, briefing_id, out
):
    place = PackPlace(out, password=OPENED_BY)
    saved = run_pack(register, [briefing_id], BOTH, place, today=TODAY)
    for name in (NOTE, CONTENTS_NAME):
        with pytest.raises(PdfiumError):
            PdfDocument(out / name)
    pages = PdfDocument(out / CONTENTS_NAME, password=OPENED_BY)
    words = " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pages)
    assert "protected with a password" in words
    assert "not PDF/A any more" in words
    rows = list(csv.DictReader(io.StringIO((out / CONTENTS_TABLE_NAME).read_text("utf-8-sig"))))
    assert [row["Password"] for row in rows] == ["yes", "no"]
    for row in rows:
        assert row["SHA-256"] == hashlib.sha256((out / row["File"]).read_bytes()).hexdigest()
    assert [line.is_sealed for line in saved.lines] == [True, False]


def test_without_a_password_nothing_is_sealed_and_nothing_said_of_it(register, briefing_id, out):
    run_pack(register, [briefing_id], BOTH, PackPlace(out), today=TODAY)
    pages = PdfDocument(out / CONTENTS_NAME)
    assert "protected" not in " ".join(page.get_textpage().get_text_bounded() for page in pages)


def test_the_password_is_kept_nowhere(register, briefing_id, out, caplog):
    caplog.set_level(logging.DEBUG)
    place = PackPlace(out, password=OPENED_BY)
    run_pack(register, [briefing_id], BOTH, place, today=TODAY)
    assert OPENED_BY not in repr(place) + caplog.text
    logged = list_logged_files(register, today=TODAY)
    assert OPENED_BY not in repr(logged)
    with register.store.rows() as rows:
        tables = [name for (name,) in rows.all("SELECT name FROM sqlite_master WHERE type='table'")]
        held = [str(rows.all(f'SELECT * FROM "{name}"')) for name in tables]  # noqa: S608
    assert OPENED_BY not in "".join(held)
    note = (out / NOTE).read_bytes()
    assert hashlib.sha256(note).hexdigest() in {one.sha256 for one in logged}


def test_a_weak_password_saves_nothing(register, briefing_id, out):
    weak = PackPlace(out, password=OPENED_BY[:4])
    with pytest.raises(RejectedError) as refused:
        run_pack(register, [briefing_id], BOTH, weak, today=TODAY)
    assert refused.value.problems[0].field == "password"
    assert "12 characters" in refused.value.problems[0].message
    assert names_in(out) == []


def test_a_seal_that_fails_its_check_saves_nothing(register, briefing_id, out, monkeypatch):
    monkeypatch.setattr(pdf_sealing, "is_sealed_copy", lambda *_: False)
    with pytest.raises(UserError, match="could not be protected"):
        run_pack(register, [briefing_id], BOTH, PackPlace(out, password=OPENED_BY), today=TODAY)
    assert names_in(out) == []


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("short one", "12 characters"),
        ("password password", "first that anybody would guess"),
        (" leading lantern river", "spaces"),
        ("double  lantern river", "spaces"),
        ("zo\u00eb lantern river gravel", "accents"),
        ("tab\x07lantern river gravel", "accents"),
        ("lantern river gravel " * 7 + "end", "127"),
    ],
    ids=["short", "guessed", "leading", "double", "accent", "bell", "long"],
)
def test_what_is_wrong_with_a_password_is_said(password, said):
    (problem,) = password_problems(password)
    assert said in problem.message
    assert problem.message.startswith("Password:")


def test_a_suggested_password_is_sound():
    assert password_problems(suggest_password()) == []


@settings(max_examples=25)
@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=12, max_size=127))
def test_every_password_that_is_taken_opens_its_file_to_the_letter(password):
    if not password_problems(password):
        assert is_sealed_copy(seal_pdf(PAGE, password), PAGE, password)


def test_only_pdfs_can_be_sealed():
    assert can_be_sealed("Note.PDF")
    assert not can_be_sealed("Deck.pptx")


def _page():
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        made = BytesIO()
        pdf.save(made)
    return made.getvalue()


PAGE = _page()
