from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sgdesk.config.openings import last_opening, note_opening


def test_an_opening_is_kept_to_the_next(tmp_path):
    moment = datetime(2026, 11, 20, 17, 5, tzinfo=UTC)
    assert last_opening(tmp_path) is None
    note_opening(tmp_path, moment)
    assert last_opening(tmp_path) == moment


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2026-11-20T17:05:00", "0001-01-01T00:00:00+23:59", "\xff"]
)
def test_what_cannot_be_read_counts_as_never(tmp_path, text):
    (tmp_path / "last-opened.txt").write_text(text, encoding="latin-1")
    assert last_opening(tmp_path) is None
