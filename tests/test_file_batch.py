"""Several files come to stand in a folder together, or none of them does."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sgdesk import files
from sgdesk.files import FileBatch


def put(folder: Path, contents: dict[str, bytes], *, fails_after: bool = False) -> None:
    with FileBatch(folder) as batch:
        batch.make_folder()
        for name, content in contents.items():
            batch.stage(name, content)
        for name in contents:
            batch.place(name)
        if fails_after:
            raise ValueError("not logged")


def what_stands_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_all_files_stand_in_a_folder_that_is_made_for_them(tmp_path):
    folder = tmp_path / "one" / "two"
    put(folder, {"a": b"1", "b": b"2"})
    assert what_stands_in(folder) == {"a": b"1", "b": b"2"}


def test_before_they_are_placed_nothing_has_changed_for_anybody_who_looks(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    with FileBatch(tmp_path) as batch:
        batch.make_folder()
        batch.stage("a", b"new")
        assert (tmp_path / "a").read_bytes() == b"old"
        batch.place("a")
    assert what_stands_in(tmp_path) == {"a": b"new"}


@pytest.mark.parametrize("refused", [1, 2, 3], ids=["first", "second", "third"])
def test_if_one_cannot_be_placed_the_others_are_taken_back(tmp_path, monkeypatch, refused):
    (tmp_path / "b").write_bytes(b"old")
    replace, calls = Path.replace, iter(range(1, 10))

    def fail_once(self, target):
        if next(calls) == refused:
            raise PermissionError
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail_once)
    with pytest.raises(PermissionError):
        put(tmp_path, {"a": b"1", "b": b"2", "c": b"3"})
    assert what_stands_in(tmp_path) == {"b": b"old"}


def test_if_one_cannot_be_written_the_folder_is_gone_again(tmp_path, monkeypatch):
    write, calls = files._write_part, iter(range(1, 10))

    def fail_at_the_second(folder, content):
        if next(calls) == 2:
            raise OSError(28, "No space left on device")
        return write(folder, content)

    monkeypatch.setattr(files, "_write_part", fail_at_the_second)
    with pytest.raises(OSError, match="No space"):
        put(tmp_path / "one" / "two", {"a": b"1", "b": b"2"})
    assert list(tmp_path.iterdir()) == []


def test_what_fails_after_the_last_file_takes_them_all_back(tmp_path):
    (tmp_path / "kept").mkdir()
    with pytest.raises(ValueError, match="not logged"):
        put(tmp_path / "kept", {"a": b"1"}, fails_after=True)
    assert list(tmp_path.rglob("*")) == [tmp_path / "kept"]


def test_without_links_the_file_that_was_there_comes_back_from_a_copy(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"old")

    def refuse(_source, _target):
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    with pytest.raises(ValueError, match="not logged"):
        put(tmp_path, {"a": b"new"}, fails_after=True)
    assert what_stands_in(tmp_path) == {"a": b"old"}


def test_a_folder_below_a_file_cannot_be_made_and_nothing_is_left_of_the_attempt(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotADirectoryError):
        put(tmp_path / "file" / "pack", {"a": b"1"})
    assert what_stands_in(tmp_path) == {"file": b""}


def test_what_an_interrupted_batch_left_is_swept_by_the_next(tmp_path):
    (tmp_path / ".sgdesk-abc.part").write_bytes(b"half")
    put(tmp_path, {"a": b"1"})
    assert what_stands_in(tmp_path) == {"a": b"1"}
