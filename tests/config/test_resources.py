"""Tests of finding the files that ship with the program."""

from __future__ import annotations

import sys

from sgdesk.config.resources import resource


def test_in_development_resources_lie_beside_the_package():
    assert resource("icons", "plus.svg").is_file()


def test_in_a_bundle_resources_lie_where_it_was_unpacked(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("icons", "plus.svg") == tmp_path / "resources" / "icons" / "plus.svg"
