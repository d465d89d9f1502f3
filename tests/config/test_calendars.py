from __future__ import annotations

import json
from importlib.metadata import version

from sgdesk.config.calendars import LIBRARY, working_calendar


def test_the_kept_calendar_is_the_computed_one_and_saves_computing(tmp_path, monkeypatch):
    computed = working_calendar(tmp_path)
    (kept,) = tmp_path.iterdir()

    def fail():
        raise AssertionError("the library was asked again")

    monkeypatch.setattr("sgdesk.config.calendars._from_library", fail)
    assert working_calendar(tmp_path).bank_holidays == computed.bank_holidays
    assert len(json.loads(kept.read_text())) == len(computed.bank_holidays)


def test_a_damaged_copy_is_made_anew(tmp_path):
    first = working_calendar(tmp_path).bank_holidays
    (kept,) = tmp_path.iterdir()
    for damage in ("", "[]", '{"2026-13-01": "x"}', "\x00"):
        kept.write_text(damage)
        assert working_calendar(tmp_path).bank_holidays == first


def test_kept_days_are_named_after_the_release_that_is_installed():
    assert version("holidays") == LIBRARY
