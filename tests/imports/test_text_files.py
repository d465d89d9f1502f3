"""Text files: every common spelling is read, everything else gets a sentence."""

from __future__ import annotations

import os

import pytest

from sgdesk.errors import UserError
from sgdesk.imports.text_files import LARGEST, load_text

WORDS = "Case reference: PRAC2031-32-02\r\n‘Nobody asked’ – a child’s café"


@pytest.mark.parametrize(
    "spelling", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_every_common_spelling_is_read(tmp_path, spelling):
    page = tmp_path / "page.txt"
    page.write_bytes(WORDS.encode(spelling))

    assert load_text(page) == WORDS


def test_an_empty_file_is_an_empty_text(tmp_path):
    page = tmp_path / "page.txt"
    page.touch()

    assert load_text(page) == ""


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.7 ...", "This is a PDF. Open it, copy the text and paste it here."),
        (b"PK\x03\x04word/document.xml", "This is a Word, Excel, PowerPoint or zip file."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "This is an older Office file."),
        (b"{\\rtf1 text}", "This is a rich text file."),
        (b"\n <!DOCTYPE html><p>", "This is a saved web page. Open it in a browser"),
        (b"<html lang=en>", "This is a saved web page."),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "This file holds no plain text."),
        (b"text\x01\x02", "This file holds no plain text."),
        (b"\xff\xfe\x00\x00t\x00\x00\x00", "This file holds no plain text."),
        (b"\xff\xfea", "This file holds no plain text."),
        (b"caf\x81", "This file holds no plain text."),
    ],
)
def test_what_is_no_plain_text_is_refused_with_the_way_out(tmp_path, content, sentence):
    page = tmp_path / "page.txt"
    page.write_bytes(content)

    with pytest.raises(UserError) as refused:
        load_text(page)
    assert str(refused.value).startswith(sentence)
    assert "page.txt" not in str(refused.value)


def test_a_file_at_the_limit_is_read_and_one_byte_more_is_refused(tmp_path):
    page = tmp_path / "page.txt"
    page.write_bytes(b"x" * LARGEST)
    assert len(load_text(page)) == LARGEST

    page.write_bytes(b"x" * (LARGEST + 1))
    with pytest.raises(UserError, match="too large for a page of reviews"):
        load_text(page)


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    with pytest.raises(UserError, match="cannot be found"):
        load_text(tmp_path / "missing.txt")
    with pytest.raises(UserError, match="This is a folder"):
        load_text(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    with pytest.raises(UserError, match="a device or a pipe"):
        load_text(pipe)


def test_a_file_that_may_not_be_opened_is_refused(tmp_path, monkeypatch):
    page = tmp_path / "page.txt"
    page.write_text("text", encoding="utf-8")

    def refuse(*_args: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(UserError, match="cannot be opened"):
        load_text(page)
