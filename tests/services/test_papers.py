"""What stands around every paper comes from the register, and its PDF is logged."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
from services_samples import PROFILE, TODAY, make_case
from sqlalchemy import select

from sgdesk.errors import UserError
from sgdesk.records.exports import document_words
from sgdesk.records.papers import PaperText
from sgdesk.services import made_files
from sgdesk.services.case_views import get_case
from sgdesk.services.made_files import field_prints
from sgdesk.services.papers import new_paper, save_paper
from sgdesk.store.entities.exports import ExportEntity

PARTS = (PaperText("Today", ("Ring the school.",)),)


def a_paper(register, **changes):
    choices = {"file_stem": "call-list", "summary": "One call."} | changes
    return new_paper(register, "Calls", PARTS, today=TODAY, **choices)


def test_a_paper_carries_partnership_mark_counting_and_the_end_of_the_audit_trail(register):
    make_case(register)
    paper = a_paper(register)
    assert (paper.title, paper.summary, paper.parts) == ("Calls", "One call.", PARTS)
    assert (paper.partnership, paper.mark) == (PROFILE.name, "OFFICIAL-SENSITIVE")
    assert "day after the trigger is day 1" in paper.counting
    assert f"History seal {register.store.audit_head().words()}." in paper.counting
    assert not paper.is_landscape
    assert paper.in_landscape().is_landscape
    assert paper.file_name == "Call List 2026-11-23.pdf"


def test_the_paper_of_practice_says_so_and_has_no_trail(practice):
    paper = a_paper(practice)
    assert paper.mark.startswith("PRACTICE")
    assert "seal" not in paper.counting


def test_a_saved_paper_is_a_pdf_and_logged_with_its_cases(register, tmp_path):
    case_id = make_case(register)
    paper = replace(a_paper(register), case_ids=(case_id,))
    file = save_paper(register, paper, tmp_path / "calls.pdf")
    assert (file.path.name, file.kind, file.title) == ("calls.pdf", "call-list", "Calls")
    with pypdfium2.PdfDocument(file.path) as document:
        assert "Ring the school." in document[0].get_textpage().get_text_bounded()
    with register.store.read() as session:
        (logged,) = session.scalars(select(ExportEntity))
        assert (logged.kind, logged.sha256) == ("call-list", file.sha256)
        assert logged.fields == field_prints(paper)
    assert len(get_case(register, case_id, today=TODAY).documents) == 1


def test_a_paper_that_cannot_be_written_is_told_and_not_logged(register, tmp_path, monkeypatch):
    def refuse(_target, _content):
        raise PermissionError

    monkeypatch.setattr(made_files, "write_atomically", refuse)
    with pytest.raises(UserError, match=r"calls\.pdf could not be written"):
        save_paper(register, a_paper(register), tmp_path / "calls.pdf")
    with register.store.read() as session:
        assert not list(session.scalars(select(ExportEntity)))


def test_documents_are_called_by_what_they_are():
    assert document_words("briefing") == "Learning briefing (PDF, one page)"
    assert document_words("case-front-sheet") == "Case front sheet"
