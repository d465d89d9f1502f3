from __future__ import annotations

import pytest

from sgdesk.domain.attachments import (
    AttachmentDraft,
    check_attachment,
    ending_of,
    opening_problem,
    size_words,
)


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (1, "1 byte"),
        (820, "820 bytes"),
        (2048, "2 kB"),
        (1_500_000, "1.4 MB"),
        (25 * 1024 * 1024, "25 MB"),
    ],
)
def test_a_size_is_told_in_words(size, words):
    assert size_words(size) == words


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("Return.PDF", ".pdf"),
        ("return.pdf.exe", ".exe"),
        ("return.exe . ", ".exe"),
        ("README", ""),
        ("odd.e-nding", ""),
        (".hidden", ".hidden"),
    ],
)
def test_the_ending_is_the_one_the_system_goes_by(name, ending):
    assert ending_of(name) == ending


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("setup.exe", "a .exe file is a program or starts one"),
        ("Letter.pdf.LNK ", "a .lnk file is a program or starts one"),
        ("script.js", "a .js file is a program or starts one"),
        ("go.bat", "a .bat file is a program or starts one"),
        ("report.docm", "a .docm file can hold macros"),
        ("page.html", "a .html file can run scripts"),
        ("noending", "no ending"),
    ],
)
def test_what_could_run_is_kept_but_not_opened_and_the_reason_is_said(name, why):
    said = opening_problem(name)
    assert why in said
    assert "You can save a copy." in said


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.xlsx", "a.jpg", "a.msg", "a.txt", "a.zip"])
def test_documents_may_be_opened(name):
    assert opening_problem(name) == ""


def test_an_attachment_needs_a_title_of_bearable_length():
    assert check_attachment(AttachmentDraft(title="Minutes")) == []
    for title, said in (("  ", "neutral words"), ("x" * 121, "120 characters")):
        (problem,) = check_attachment(AttachmentDraft(title=title))
        assert problem.field == "title"
        assert said in problem.message


def test_no_name_of_a_file_is_in_a_repr():
    assert "Planted" not in repr(
        AttachmentDraft(title="x", file_name="Planted.pdf", note="Planted")
    )
