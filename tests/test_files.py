from __future__ import annotations

import os
import re
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.files import make_folder, safe_name, sweep_parts, write_atomically


def test_a_file_is_written_whole_and_for_its_owner_alone(tmp_path):
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    assert write_atomically(target, b"new") == target
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [target]


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(tmp_path, monkeypatch):
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")

    def refuse(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="No space"):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_is_made_with_those_above_it_and_brought_on_to_the_disk(tmp_path, monkeypatch):
    synced, usual = [], os.fsync

    def note(descriptor):
        synced.append(os.fstat(descriptor).st_ino)
        usual(descriptor)

    monkeypatch.setattr(os, "fsync", note)
    folder = tmp_path / "one" / "two"
    make_folder(folder)
    assert (
        stat.S_IMODE(folder.stat().st_mode) == stat.S_IMODE(folder.parent.stat().st_mode) == 0o700
    )
    if os.name == "posix":
        assert synced == [tmp_path.stat().st_ino, folder.parent.stat().st_ino]
    make_folder(folder)
    assert len(synced) == 2 * (os.name == "posix")


def test_a_failed_replacement_is_cleaned_up_too(tmp_path, monkeypatch):
    def refuse(_self, _target):
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError):
        write_atomically(tmp_path / "a.pdf", b"new")
    assert list(tmp_path.iterdir()) == []


def test_what_an_interrupted_write_left_is_swept(tmp_path):
    (tmp_path / ".sgdesk-abc.part").write_bytes(b"half")
    (tmp_path / "kept.pdf").write_bytes(b"whole")
    assert sweep_parts(tmp_path) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["kept.pdf"]


def test_spellings_that_differ_get_names_that_differ():
    assert safe_name("BSCP2018-19-01") == "BSCP2018-19-01"
    assert safe_name("BSCP2018-19/01") != safe_name("BSCP2018-19-01")
    assert safe_name("CON") != "CON"
    assert safe_name("..").startswith("case-")
    assert len(safe_name("x" * 300)) <= 80


@given(st.text(max_size=120))
def test_every_text_gives_a_name_that_every_system_takes(text):
    name = safe_name(text)
    assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9-]*", name)
    assert len(name) <= 80
    assert name.casefold() not in {"con", "prn", "aux", "nul", "com1", "lpt9"}


@given(st.lists(st.text(max_size=40), unique=True, max_size=30))
def test_names_of_different_texts_differ(texts):
    assert len({safe_name(text) for text in texts}) == len(texts)
