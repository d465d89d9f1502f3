from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from sgdesk.config.seen_heads import SeenHead, keep_seen, read_seen

AT = datetime(2026, 11, 20, 17, 5, tzinfo=UTC)
HEAD = SeenHead(530, "3fa92b41" * 8, AT, 2)


def test_what_was_seen_is_kept_for_each_register_apart(tmp_path):
    other = SeenHead(7, "0" * 64, AT)
    keep_seen(tmp_path, "a1", HEAD)
    keep_seen(tmp_path, "b2", other)
    assert (read_seen(tmp_path, "a1"), read_seen(tmp_path, "b2")) == (HEAD, other)
    assert read_seen(tmp_path, "c3") is None


def test_the_registers_seen_last_are_remembered(tmp_path):
    for number in range(52):
        later = SeenHead(530, HEAD.digest, AT + timedelta(days=number))
        keep_seen(tmp_path, f"{number:02d}", later)
    assert read_seen(tmp_path, "01") is None
    assert read_seen(tmp_path, "02") is not None


def test_nothing_of_it_tells_a_seal_when_it_is_shown():
    assert HEAD.digest not in repr(HEAD)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"a1": 3}',
        '{"a1": {"entries": 3}}',
        '{"a1": {"entries": "x", "head": "", "at": "2026-11-20T17:05:00+00:00", "restores": 0}}',
        '{"a1": {"entries": 3, "head": "x", "at": "2026-11-20T17:05:00+00:00", "restores": 0}}',
        '{"a1": {"entries": 3, "head": "x", "at": "one day", "restores": 0}}',
        "[" * 50_000,
    ],
    ids=range(9),
)
def test_what_cannot_be_read_counts_as_never_seen(tmp_path, text):
    (tmp_path / "seen-history.json").write_text(text)
    assert read_seen(tmp_path, "a1") is None
    keep_seen(tmp_path, "a1", HEAD)
    assert read_seen(tmp_path, "a1") == HEAD
