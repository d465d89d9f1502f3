"""The practice register's files: there while it is open, and gone for good afterwards."""

from __future__ import annotations

import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sgdesk.services.practice import open_practice

TODAY = date(2026, 11, 23)


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def opened():
    return open_practice(today=TODAY, now=lambda: datetime(2026, 11, 23, 9, tzinfo=UTC))


def test_closing_leaves_nothing(temporary):
    opened().close()
    assert list(temporary.iterdir()) == []


def test_what_a_killed_program_left_goes_with_the_next_start(temporary):
    left = opened()
    left.store.close()  # as the end of its process lets go of the lock
    with_files = left.folder
    second = opened()
    assert not with_files.exists()
    second.close()


def test_a_practice_register_in_use_is_left_alone(temporary):
    first, second = opened(), opened()
    assert first.folder.exists()
    first.close()
    second.close()


def test_a_folder_that_another_start_is_just_filling_is_left_alone(temporary):
    just_made = Path(tempfile.mkdtemp(prefix="sgdesk-practice-"))
    opened().close()
    assert just_made.exists()
