from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from page_registers import TROUBLE
from PySide6.QtWidgets import QFileDialog, QLabel
from settings_samples import show_settings

from sgdesk.services import backups
from sgdesk.services.backups import back_up
from sgdesk.ui.dialogs.backup_words import age_words


@pytest.fixture
def desk(settings_desk):
    settings_desk.context.setProperty(TROUBLE, True)
    return settings_desk


@pytest.fixture
def open_card(qtbot, desk):
    def open_it():
        page = show_settings(qtbot, desk)
        page.show_section("Security")
        card = page.section.kept.backups
        qtbot.waitUntil(lambda: "Last tried" in words_of(card))
        return page, card

    return open_it


def words_of(card):
    return "\n".join(label.text() for label in card.fact_list.findChildren(QLabel))


@pytest.fixture
def drive(tmp_path_factory):
    return tmp_path_factory.mktemp("drive")


def test_it_says_what_there_is_before_the_first_backup(desk, open_card):
    _, card = open_card()
    words = words_of(card)
    assert "None yet" in words
    assert "takes its backups with it" in words
    assert "Never" in words
    assert not card.forget_button.isVisible()


def test_it_says_when_the_last_was_made_and_tried(desk, open_card):
    back_up(desk.register)
    desk.context.change_settings(tried_at=desk.register.now().isoformat())
    _, card = open_card()
    assert "number 1" in words_of(card)
    assert "and found good" in words_of(card)


def test_a_second_place_gets_the_newest_backup_at_once(qtbot, desk, open_card, drive):
    _, card = open_card()
    chooser = card.choose()
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit(str(drive))
    chooser.close()
    qtbot.waitUntil(lambda: "last copied today" in words_of(card))
    assert desk.context.settings.second_place == str(drive)
    assert card.message.text().endswith("It is in the second place too.")
    assert "same disk" in words_of(card)
    card.forget_button.click()
    qtbot.waitUntil(lambda: "takes its backups with it" in words_of(card))
    assert desk.context.settings.second_place == ""
    assert list(drive.iterdir())


def test_a_place_that_will_not_do_is_not_kept(desk, open_card):
    _, card = open_card()
    card.use(str(desk.register.folder))
    assert "outside" in card.message.text()
    assert desk.context.settings.second_place == ""


def test_a_drive_that_is_away_is_told_calmly_with_its_age(qtbot, desk, open_card, drive):
    copied = desk.register.now() - timedelta(days=3)
    desk.context.change_settings(
        second_place=str(drive / "gone"), second_copied_at=copied.isoformat()
    )
    _, card = open_card()
    assert "last copied 3 days ago" in words_of(card)
    assert "Backups on this computer go on" in words_of(card)
    assert card.message.text() == ""


def test_a_copy_that_failed_is_told(qtbot, desk, open_card, drive, monkeypatch):
    def failing(*_):
        raise OSError("a network drive")

    monkeypatch.setattr(backups, "copy_set", failing)
    _, card = open_card()
    card.use(str(drive))
    qtbot.waitUntil(lambda: "could not be copied" in card.message.text())
    assert "not copied to yet" in words_of(card)


def test_a_state_that_cannot_be_read_is_told(qtbot, desk, open_card, monkeypatch):
    def failing(*_):
        raise backups.UserError("The folder cannot be read.")

    _, card = open_card()
    monkeypatch.setattr(backups, "backup_state", failing)
    card.reload()
    qtbot.waitUntil(lambda: card.message.text() == "The folder cannot be read.")


def test_the_link_asks_for_all_backups_and_a_save_reads_again(qtbot, desk, open_card):
    page, card = open_card()
    with qtbot.waitSignal(page.backups_asked):
        card.link_button.click()
    back_up(desk.register)
    with qtbot.waitSignal(card.shown_now):
        page.reload()
    assert "number 1" in words_of(card)


@pytest.mark.parametrize(
    ("days", "words"),
    [(-2, "today, 09:00"), (0, "today, 09:00"), (1, "yesterday"), (9, "9 days ago")],
)
def test_ages_are_told_in_days_of_the_calendar(days, words):
    now = datetime(2026, 11, 23, 9).astimezone()
    assert age_words(now - timedelta(days=days), now) == words
