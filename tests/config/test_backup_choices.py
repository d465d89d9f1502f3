import json

import pytest

from sgdesk.config.settings import Settings, load_settings, save_settings


def test_the_second_place_and_its_moments_are_kept(tmp_path):
    kept = Settings(
        second_place="/media/drive/Kinder é",
        second_copied_at="2026-11-23T09:00:00+00:00",
        tried_at="2026-11-20T09:00:00+00:00",
        verified_at="2026-11-21T09:00:00+00:00",
    )
    save_settings(tmp_path, kept)
    assert load_settings(tmp_path) == kept


@pytest.mark.parametrize(
    "name", ["second_place", "second_copied_at", "tried_at", "backup_failed_at", "verified_at"]
)
@pytest.mark.parametrize("value", [3, None, "\0", "x" * 5000])
def test_a_broken_choice_is_as_at_first(tmp_path, name, value):
    (tmp_path / "settings.json").write_text(json.dumps({name: value}))
    assert load_settings(tmp_path) == Settings()


def test_a_moment_without_its_zone_is_none(tmp_path):
    (tmp_path / "settings.json").write_text('{"tried_at": "2026-11-20T09:00:00"}')
    assert load_settings(tmp_path).tried_at == ""
