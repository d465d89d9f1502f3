"""Names of files: shown as they are, and legal on every system."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.domain.file_names import is_legal_name, is_reserved
from sgdesk.outside.names import shown_name, shown_path


def test_a_name_cannot_turn_its_ending_around():
    assert shown_name(Path("/home/someone/photo\u202egpj.exe")) == "photogpj.exe"
    assert shown_name("a\u200f\u2066\u00ad\x07b.pdf") == "ab.pdf"
    assert shown_path("/media/\u202ekcits") == "/media/kcits"


def test_a_long_name_keeps_its_start_and_its_end():
    name = shown_name(f"start{'x' * 400}.docx")
    assert len(name) == 120
    assert name.startswith("start")
    assert name.endswith(".docx")


@given(st.text(st.characters(codec=None, exclude_categories=[]), max_size=60))
def test_what_is_shown_can_be_written_down(name):
    shown_name(name.replace("/", "")).encode("utf-8")
    shown_path(name).encode("utf-8")


@pytest.mark.parametrize(
    "name", ["CON", "con", "nul.txt", "COM1", "com¹.pdf", "LPT9 .x", "CONIN$", "aux.tar.gz"]
)
def test_devices_of_windows_are_known(name):
    assert is_reserved(name)
    assert not is_legal_name(name)


@pytest.mark.parametrize(
    "name",
    ["", " ", ".", "..", "a.", " a", "a ", "a/b", "a\\b", "a:b", "a\0", "a\n", "a\u202e", "\ud800"],
    ids=ascii,
)  # fmt: skip
def test_what_some_system_refuses_or_hides_is_not_legal(name):
    assert not is_legal_name(name)


@pytest.mark.parametrize("name", ["Gwynedd – pecyn ŵ 2026.zip", "a..b", "context.pdf", "COM10"])
def test_ordinary_names_are_legal(name):
    assert is_legal_name(name)
