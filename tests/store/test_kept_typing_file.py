from __future__ import annotations

import logging
import os
import stat

import pytest

from sgdesk.store import kept_typing
from sgdesk.store.kept_typing import MOST_BYTES, read_kept, remove_kept, write_kept

KEY, OTHER_KEY = bytes(range(32)), bytes(32)
CONTENT = b"what was typed: Zoe, 4 years"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "register.typing"


def put_aside(path):
    return [one.name for one in path.parent.iterdir() if one.name.startswith("put-aside-")]


def test_what_is_kept_is_read_again_and_the_last_state_wins(path):
    assert read_kept(path, KEY) is None
    write_kept(path, KEY, b"first")
    write_kept(path, KEY, CONTENT)
    assert read_kept(path, KEY) == CONTENT
    remove_kept(path)
    remove_kept(path)
    assert read_kept(path, KEY) is None
    assert list(path.parent.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_only_the_officer_may_read_the_file(path):
    write_kept(path, KEY, CONTENT)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_nothing_is_kept_in_clear_and_never_twice_in_the_same_bytes(path):
    write_kept(path, KEY, CONTENT)
    first = path.read_bytes()
    write_kept(path, KEY, CONTENT)
    assert b"typed" not in first.removeprefix(kept_typing._MARK)
    assert first != path.read_bytes()
    assert KEY not in first


@pytest.mark.parametrize("at", [0, 25, 60, -1])
def test_a_damaged_file_is_put_aside_and_counts_as_none(path, caplog, at):
    write_kept(path, KEY, CONTENT)
    damaged = bytearray(path.read_bytes())
    damaged[at] ^= 1
    path.write_bytes(damaged)
    with caplog.at_level(logging.WARNING):
        assert read_kept(path, KEY) is None
    assert not path.exists()
    assert len(put_aside(path)) == 1
    assert "put aside" in caplog.text
    assert str(path.parent) not in caplog.text


def test_a_file_of_another_register_or_cut_short_is_put_aside(path):
    for content in (None, b"", b"abc", kept_typing._MARK):
        write_kept(path, OTHER_KEY, CONTENT)
        if content is not None:
            path.write_bytes(content)
        assert read_kept(path, KEY) is None
    assert len(put_aside(path)) == 4


def test_what_is_too_long_is_neither_written_nor_read(path, monkeypatch):
    write_kept(path, KEY, CONTENT)
    with pytest.raises(ValueError, match="too long"):
        write_kept(path, KEY, b"x" * (MOST_BYTES + 1))
    assert read_kept(path, KEY) == CONTENT
    monkeypatch.setattr(kept_typing, "MOST_BYTES", len(CONTENT) - 1)
    assert read_kept(path, KEY) is None
    assert len(put_aside(path)) == 1
