"""The door for files from outside: an ordinary file of the right size, read once, or a sentence."""

from __future__ import annotations

import os
import socket

import pytest

from sgdesk.errors import CancelledError, UserError
from sgdesk.outside import reading
from sgdesk.outside.reading import Taking, is_plain_file, read_file, read_own_file

TAKING = Taking(100, too_large="Too large.", empty="Empty.")


def refusal(path, taking=TAKING):
    with pytest.raises(UserError) as refused:
        read_file(path, taking)
    assert str(path.parent) not in str(refused.value)
    return str(refused.value)


def test_a_file_up_to_the_limit_comes_whole(tmp_path):
    file = tmp_path / "file"
    for content in (b"x", b"x" * 100):
        file.write_bytes(content)
        assert read_file(file, TAKING) == content
    file.write_bytes(b"x" * 101)
    assert refusal(file) == "Too large."


def test_an_empty_file_is_taken_only_where_that_makes_sense(tmp_path):
    file = tmp_path / "file"
    file.touch()
    assert refusal(file) == "Empty."
    assert read_file(file, Taking(1, too_large="")) == b""


def test_a_link_counts_as_what_it_leads_to(tmp_path):
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_bytes(b"x")
    link.symlink_to(file)
    assert read_file(link, TAKING) == b"x"
    file.unlink()
    assert refusal(link) == TAKING.missing


def test_folders_pipes_sockets_and_devices_are_refused_and_not_waited_for(tmp_path):
    pipe, endless, ear = tmp_path / "pipe", tmp_path / "endless", tmp_path / "ear"
    os.mkfifo(pipe)
    endless.symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(ear))
        assert refusal(tmp_path) == TAKING.folder
        for path in (pipe, endless, ear):
            assert refusal(path) == TAKING.special


def test_what_becomes_a_pipe_between_looking_and_opening_is_not_waited_for(tmp_path, monkeypatch):
    file = tmp_path / "file"
    file.write_bytes(b"x")
    found = reading._refuse_kind
    seen = []

    def exchange(mode, taking):
        found(mode, taking)
        if not seen:
            seen.append(mode)
            file.unlink()
            os.mkfifo(file)

    monkeypatch.setattr(reading, "_refuse_kind", exchange)
    assert refusal(file) == TAKING.special


def test_a_file_that_cannot_be_opened_and_a_name_that_no_system_has_are_told(tmp_path, monkeypatch):
    file = tmp_path / "file"
    file.write_bytes(b"x")
    assert refusal(tmp_path / "a\0b") == TAKING.unreadable

    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr(os, "open", refuse)
    assert refusal(file) == TAKING.unreadable


def test_a_file_that_grows_is_still_refused_and_reading_can_be_stopped(tmp_path):
    file = tmp_path / "file"
    file.write_bytes(b"x" * 100)

    def grow(_done, _total, _label):
        with file.open("ab") as stream:
            stream.write(b"x")

    with pytest.raises(UserError, match="Too large"):
        read_file(file, TAKING, grow)

    def stop(_done, _total, _label):
        raise CancelledError

    file.write_bytes(b"x")
    with pytest.raises(CancelledError):
        read_file(file, TAKING, stop)


def test_the_bytes_that_were_looked_at_are_the_bytes_that_are_used(tmp_path, monkeypatch):
    file = tmp_path / "file"
    file.write_bytes(b"first")
    opened = []
    found = os.open

    def count(path, *more):
        opened.append(path)
        return found(path, *more)

    monkeypatch.setattr(os, "open", count)
    read_file(file, TAKING)
    assert opened == [file]


def test_only_a_file_itself_is_plain(tmp_path):
    file, link, pipe = tmp_path / "file", tmp_path / "link", tmp_path / "pipe"
    file.touch()
    link.symlink_to(file)
    os.mkfifo(pipe)
    paths = (file, link, pipe, tmp_path, tmp_path / "gone", tmp_path / "a\0b")
    assert [is_plain_file(path) for path in paths] == [True, *[False] * 5]


def test_own_files_are_small_ordinary_and_in_plain_text(tmp_path):
    file, pipe = tmp_path / "file", tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(FileNotFoundError):
        read_own_file(file)
    file.write_text("ŵ", encoding="utf-8")
    assert read_own_file(file) == "ŵ"
    for content in (b"\xff", b"x" * (2 << 20)):
        file.write_bytes(content)
        with pytest.raises(ValueError, match=r"."):
            read_own_file(file)
    with pytest.raises(ValueError, match="ordinary"):
        read_own_file(pipe)
