from __future__ import annotations

import json
from hashlib import sha256
from importlib.metadata import version

from sgdesk.config.calendars import LIBRARY, working_calendar


def test_the_kept_calendar_is_the_computed_one_and_saves_computing(tmp_path, monkeypatch):
    computed = working_calendar(tmp_path)
    (kept,) = tmp_path.iterdir()

    def fail():
        raise AssertionError("the library was asked again")

    monkeypatch.setattr("sgdesk.config.calendars._from_library", fail)
    assert working_calendar(tmp_path).bank_holidays == computed.bank_holidays
    seal, _, days = kept.read_text().partition("\n")
    assert len(seal) == 64
    assert len(json.loads(days)) == len(computed.bank_holidays)


def test_a_damaged_copy_is_made_anew(tmp_path):
    first = working_calendar(tmp_path).bank_holidays
    (kept,) = tmp_path.iterdir()
    sound = kept.read_text()
    moved = sound.replace("2026-12-25", "2026-12-24")
    nested = f"{sha256(b'[' * 9999).hexdigest()}\n{'[' * 9999}"
    for damage in ("", "[]", '{"2026-13-01": "x"}', "\x00", moved, nested, "x" * 2_000_000):
        kept.write_text(damage)
        assert working_calendar(tmp_path).bank_holidays == first
        assert kept.read_text() == sound


def test_kept_days_are_named_after_the_release_that_is_installed():
    assert version("holidays") == LIBRARY
