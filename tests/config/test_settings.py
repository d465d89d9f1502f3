"""The officer's choices survive a restart, and a broken file costs no more than itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sgdesk.config.settings import Settings, load_settings, save_settings

if TYPE_CHECKING:
    from pathlib import Path

CHOSEN = Settings(
    "dark",
    1.5,
    is_comfortable=True,
    window_geometry="01ff",
    is_reminding=False,
    remind_at="14:30",
    reminds_outside=False,
    quiet_on="2026-11-23",
)


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    save_settings(tmp_path, CHOSEN)

    assert load_settings(tmp_path) == CHOSEN


def test_without_a_file_everything_is_as_at_first(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings()
    assert load_settings(tmp_path / "nowhere") == Settings()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "7", '"dark"', "[" * 100_000, "\x00", '{"scheme": NaN}']
)
def test_a_broken_file_is_as_no_file(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.json").write_text(text, encoding="utf-8")

    assert load_settings(tmp_path) == Settings()


@pytest.mark.parametrize(
    "broken",
    [
        {"scheme": "pink"},
        {"scheme": ["dark"]},
        {"text_scale": 9},
        {"text_scale": True},
        {"text_scale": None},
        {"is_comfortable": 1},
        {"window_geometry": "not hexadecimal"},
        {"window_geometry": 5},
        {"is_reminding": "yes"},
        {"remind_at": "25:00"},
        {"remind_at": ["09:00"]},
        {"reminds_outside": None},
        {"quiet_on": "tomorrow"},
        {"quiet_on": 20261123},
        {"unknown": 1},
        {"second_place": "\ud800", "quiet_on": ""},
        {"second_place": "a\0b"},
        {"second_copied_at": "0001-01-01T00:00:00+23:59"},
        {"tried_at": "2026-11-23T09:00:00"},
    ],
)
def test_a_broken_choice_leaves_the_sound_ones(tmp_path: Path, broken: dict[str, object]) -> None:
    sound = {
        "scheme": "dark",
        "text_scale": 2.0,
        "is_comfortable": True,
        "window_geometry": "0a",
        "is_reminding": False,
        "remind_at": "",
        "reminds_outside": False,
        "quiet_on": "2026-11-23",
    }
    (tmp_path / "settings.json").write_text(json.dumps(sound | broken), encoding="utf-8")

    loaded = load_settings(tmp_path)

    first = Settings()
    for name, value in sound.items():
        expected = getattr(first, name) if name in broken else value
        assert getattr(loaded, name) == expected


def test_bytes_that_are_no_text_are_as_no_file(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_bytes(b"\xff\xfe\x00")

    assert load_settings(tmp_path) == Settings()


def test_a_failed_save_keeps_the_file_of_before(tmp_path: Path) -> None:
    save_settings(tmp_path, CHOSEN)

    with pytest.raises(OSError, match="nowhere"):
        save_settings(tmp_path / "nowhere", Settings())

    assert load_settings(tmp_path) == CHOSEN
