from __future__ import annotations

import stat
from pathlib import Path

from sgdesk.config.paths import own_folders
from sgdesk.config.resources import resource


def test_one_variable_moves_all_folders_and_they_are_private(sgdesk_home):
    folders = own_folders().make()
    for folder in (folders.register, folders.settings, folders.cache, folders.logs):
        assert folder.parent == sgdesk_home
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_without_it_the_systems_own_folders_are_used(monkeypatch):
    monkeypatch.delenv("SGDESK_HOME")
    folders = own_folders()
    assert folders.register.name == "register"
    assert "sgdesk" in str(folders.settings)


def test_resources_are_found_beside_the_package_and_in_a_bundle(monkeypatch, tmp_path):
    assert resource("fonts").is_dir()
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert resource("fonts") == Path(tmp_path, "resources", "fonts")
