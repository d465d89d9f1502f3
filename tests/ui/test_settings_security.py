"""Settings, Security: each card says how things stand and leads to what can be changed."""

from __future__ import annotations

import pytest
from page_registers import TROUBLE
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from settings_samples import OPENING_WORDS, show_settings

from sgdesk.config.disk_encryption import DiskEncryption
from sgdesk.services import register_keys
from sgdesk.services.register import open_register
from sgdesk.ui.pages import settings_place
from sgdesk.ui.pages.settings_page import SettingsPage
from sgdesk.ui.tasks import wait_for_work

NEW_WORDS = "violet harbour under nine stars"


@pytest.fixture
def desk(settings_desk):
    settings_desk.context.setProperty(TROUBLE, True)
    return settings_desk


@pytest.fixture
def opened(qtbot, desk):
    """The page with its section on security."""
    page = show_settings(qtbot, desk)
    page.show_section("Security")
    return page


@pytest.fixture
def kept(opened):
    return opened.section.kept


def words_of(widget):
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


# Locking


def test_how_long_until_locking_is_chosen_and_shown_wherever_it_was_chosen(desk, kept):
    combo = kept.locking.minutes_combo
    assert combo.currentText() == "10 minutes"
    combo.set_value(5)
    assert desk.context.settings.lock_after == 5
    desk.context.change_settings(lock_after=30)
    assert combo.currentText() == "30 minutes"


# Commands


def test_each_card_asks_for_the_command_of_its_button(qtbot, opened, kept):
    asked = []
    opened.command_asked.connect(asked.append)
    for button in (
        kept.locking.link_button,
        kept.backups.try_button,
        kept.seal.verify_button,
    ):
        button.click()
    assert asked == ["lock", "try_backup", "verify_history"]
    with qtbot.waitSignal(opened.recovery_key_asked):
        kept.recovery.renew_button.click()
    with qtbot.waitSignal(opened.help_asked) as helped:
        opened.section.protection_card.help_link.click()
    assert helped.args == ["security"]


# Passphrase


def fill(form, old=OPENING_WORDS):
    form.old_edit.setText(old)
    form.new_passphrase.first_edit.setText(NEW_WORDS)
    form.new_passphrase.second_edit.setText(NEW_WORDS)


def test_the_passphrase_is_changed_and_opens_the_register(qtbot, opened, kept):
    card, form = kept.passphrase, opened.section.form
    assert not form.isVisible()
    card.open_button.click()
    assert form.isVisible()
    assert form.old_edit.hasFocus()
    fill(form)
    assert opened.section.is_changed()
    with (
        qtbot.waitSignal(form.settled, timeout=20_000),
        qtbot.waitSignal(opened._context.keys_changed, timeout=20_000),
    ):
        form.foot.save_button.click()
    assert "keep opening with the passphrase of their day" in card.message.text()
    assert not form.isVisible()
    assert card.open_button.hasFocus()
    assert not opened.section.is_changed()
    register = opened._context.register
    register.close()
    open_register(register.folder, NEW_WORDS, now=register.now).close()


def test_ctrl_and_enter_change_the_passphrase_from_every_line(qtbot, opened, kept):
    form = opened.section.form
    kept.passphrase.open_form()
    opened.window().activateWindow()
    qtbot.waitUntil(form.old_edit.hasFocus)
    fill(form)
    with qtbot.waitSignal(form.settled, timeout=20_000):
        qtbot.keyClick(form.old_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "keep opening with the passphrase of their day" in kept.passphrase.message.text()


def test_a_wrong_passphrase_is_said_so_and_nothing_changes(qtbot, opened, kept):
    form = opened.section.form
    kept.passphrase.open_form()
    fill(form, "not the right words at all")
    with qtbot.waitSignal(form.settled, timeout=20_000):
        form.save()
    assert "not the passphrase" in form.old_row.message.text()
    assert form.new_passphrase.passphrase() == NEW_WORDS
    assert form.isVisible()
    form.old_edit.textEdited.emit("x")
    assert form.old_row.message.text() == ""


def test_what_is_missing_for_a_new_passphrase_is_pointed_out(opened):
    form = opened.section.form
    form.save()
    assert form.old_row.message.text() == "Type the passphrase that opens the register now."
    form.old_edit.setText(OPENING_WORDS)
    form.save()
    assert form.new_passphrase.first_row.message.text()


def test_a_form_that_is_given_up_forgets_what_was_typed(opened, kept):
    kept.passphrase.open_button.click()
    form = opened.section.form
    fill(form)
    form.foot.undo_button.click()
    assert not form.isVisible()
    assert not opened.section.is_changed()
    kept.passphrase.open_button.click()
    assert form.foot.undo_button.isVisible()


def test_leaving_a_half_typed_passphrase_asks_and_forgets_it(opened):
    form = opened.section.form
    form.old_edit.setText(OPENING_WORDS)
    opened.show_section("Rules")
    assert form.foot.is_asking
    assert form.foot.save_and_leave_button.isHidden()
    form.foot.discard_button.click()
    assert opened.key == "Rules"
    assert form.old_edit.text() == ""


# Recovery key


def test_the_paper_in_force_is_named_by_its_day_and_read_again_when_it_changes(
    qtbot, desk, opened, kept
):
    card = kept.recovery
    qtbot.waitUntil(lambda: "made on Mon 23 Nov 2026" in words_of(card))
    shown = register_keys.offer_recovery_key(desk.register, OPENING_WORDS)
    day = desk.context.today().replace(day=24)
    register_keys.renew_recovery_key(desk.register, shown, today=day)
    desk.context.keys_changed.emit()
    qtbot.waitUntil(lambda: "made on Tue 24 Nov 2026" in words_of(card))


def test_a_paper_whose_day_was_not_noted_is_the_first_one(qtbot, opened, kept, monkeypatch):
    monkeypatch.setattr(register_keys, "recovery_key_day", lambda _register: None)
    kept.recovery.reload()
    qtbot.waitUntil(lambda: "made with the register" in words_of(kept.recovery))


def test_a_key_file_that_cannot_be_read_is_told(qtbot, desk, opened, kept):
    wait_for_work()
    (desk.register.folder / "register.keys").write_bytes(b"{}")
    with qtbot.waitSignal(kept.recovery.shown_now):
        kept.recovery.reload()
    assert "damaged" in kept.recovery.message.text()


def test_cards_out_of_sight_read_nothing(opened, kept):
    opened.show_section("Rules")
    wait_for_work()
    kept.recovery.fact_list.set_facts([])
    kept.seal.fact_list.set_facts([])
    opened._context.keys_changed.emit()
    opened.reload()
    wait_for_work()
    assert words_of(kept.recovery.fact_list) == ""
    assert words_of(kept.seal.fact_list) == ""


# History seal


def test_the_end_of_the_history_is_shown_as_it_is_printed(qtbot, desk, kept):
    head = desk.register.store.audit_head().words()
    qtbot.waitUntil(lambda: head in words_of(kept.seal))
    assert "Not on this computer yet" in words_of(kept.seal)
    desk.context.change_settings(verified_at=desk.register.now().isoformat())
    qtbot.waitUntil(lambda: "and found whole" in words_of(kept.seal))


# Where the register lies


def test_the_folder_is_shown_and_copied(opened):
    card = opened.section.place_card
    folder = str(opened._context.register.folder)
    assert folder in words_of(card)
    card.copy_link.click()
    assert QGuiApplication.clipboard().text() == folder
    assert card.copy_link.text() == "Copied"


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (DiskEncryption.ON, "switched off"),
        (DiskEncryption.OFF, "Off, as the system tells"),
        (DiskEncryption.UNKNOWN, "Could not be read"),
    ],
    ids=["on", "off", "unknown"],
)
def test_disk_encryption_is_told_once_it_is_read(qtbot, desk, monkeypatch, found, said):
    asked = []

    def read(folder):
        asked.append(folder)
        return found

    monkeypatch.setattr(settings_place, "disk_encryption", read)
    page = show_settings(qtbot, desk)
    page.show_section("Security")
    card = page.section.place_card
    qtbot.waitUntil(lambda: said in words_of(card))
    page.show_section("Rules")
    page.show_section("Security")
    wait_for_work()
    assert asked == [desk.register.folder]


# Practice


def test_in_practice_there_is_nothing_to_lock_back_up_or_change(qtbot, desk, monkeypatch):
    monkeypatch.setattr(desk.register, "is_practice", True)
    page = SettingsPage(desk.context)
    qtbot.addWidget(page)
    page.show_section("Security")
    assert page.section.kept is None
    assert page.section.form is None
    assert not page.section.is_changed()
    page.section.ask()
    page.show_section("Rules")
    assert page.key == "Rules"
    page.section.ask()
    page.section.reload()
    assert "kept nowhere" in "".join(
        label.text() for label in page._sections["Security"].findChildren(QLabel)
    )
    page._sections["Security"].reload()
