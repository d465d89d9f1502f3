"""The check after opening: what the window says of it, and what it refuses from then on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from settings_samples import make_settings_desk

from sgdesk.errors import UserError
from sgdesk.services import disk_room
from sgdesk.store.engine import Store
from sgdesk.store.errors import DamagedRegisterError, OpenToReadError
from sgdesk.ui.main_window import MainWindow
from sgdesk.ui.shell.opening_watch import OpeningWatch
from sgdesk.ui.tasks import wait_for_work

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtCore import QObject
    from pytestqt.qtbot import QtBot
    from settings_samples import Desk

PROBLEM = "2 pages of the register were altered on the disk."


@pytest.fixture
def desk(qapp: QObject, tmp_path: Path) -> Iterator[Desk]:
    made = make_settings_desk(tmp_path)
    yield made
    wait_for_work()
    made.register.close()


def watched(desk: Desk, qtbot: QtBot) -> OpeningWatch:
    watch = OpeningWatch(desk.context, desk.context)
    qtbot.addWidget(watch.bar)
    with qtbot.waitSignal(watch.checked):
        watch.begin()
    return watch


def test_a_sound_register_is_told_nothing_about(desk: Desk, qtbot: QtBot) -> None:
    watch = watched(desk, qtbot)
    assert watch.bar.isHidden()
    watch.begin()  # once is enough
    assert desk.context.register.refusal == ""


def test_a_damaged_one_is_told_as_long_as_the_window_stands(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Store, "integrity_problems", lambda _: [PROBLEM])
    watch = watched(desk, qtbot)
    bar = watch.bar
    assert not bar.isHidden()
    assert "Nothing more is saved" in bar.sentence_label.text()
    assert bar.found_label.isHidden()
    bar.found_button.click()
    assert bar.found_label.text() == PROBLEM
    assert not bar.found_label.isHidden()
    bar.found_button.click()
    assert bar.found_label.isHidden()
    with qtbot.waitSignal(bar.backups_asked):
        bar.backups_button.click()


def test_damage_that_keeps_the_first_page_from_being_read_has_it_checked_too(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Store, "integrity_problems", lambda _: [PROBLEM])
    watch = OpeningWatch(desk.context, desk.context)
    qtbot.addWidget(watch.bar)
    desk.context.report(UserError("Something else."))
    assert not watch._is_begun
    with qtbot.waitSignal(watch.checked):
        desk.context.report(DamagedRegisterError())
    assert not watch.bar.isHidden()
    assert not watch.bar.backups_button.isHidden()
    assert desk.context.register.refusal != ""


def test_a_register_that_is_open_to_read_is_told_from_the_beginning(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.context.register.store.refusal = OpenToReadError()
    watch = OpeningWatch(desk.context, desk.context)
    qtbot.addWidget(watch.bar)
    assert "read only" in watch.bar.sentence_label.text()
    assert watch.bar.backups_button.isHidden()
    assert watch.bar.found_button.isHidden()


def test_little_room_on_the_disk_is_told(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk_room, "LEAST_BYTES", 10**18)
    told: list[str] = []
    desk.context.troubled.connect(lambda error: told.append(str(error)))
    watched(desk, qtbot)
    assert len(told) == 1
    assert "MB left" in told[0]


def test_the_window_refuses_a_new_case_and_an_import_before_anything_is_typed(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.context.register.store.refusal = OpenToReadError()
    window = MainWindow(desk.context)
    qtbot.addWidget(window)
    for name in ("new_case", "import_list"):
        window.notice_bar.hide()
        window.commands.action(name).trigger()
        assert "read only" in window.notice_bar.sentence_label.text()
        assert not window.notice_bar.isHidden()
    assert not window.opening_watch.bar.isHidden()
    window.close()
