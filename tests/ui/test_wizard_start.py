"""First start: practice or a new register, whose passphrase and recovery key are proved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo
from wizard_samples import CHEAP, TODAY, WORDS, make_register, now

from sgdesk.services.backups import back_up
from sgdesk.services.register import Register, open_register, register_exists
from sgdesk.ui.wizards import recovery_page
from sgdesk.ui.wizards.recovery_print import RecoverySheet, ask_to_print, draw_recovery_sheet
from sgdesk.ui.wizards.start_wizard import StartWizard

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def wizard(qtbot: QtBot, tmp_path: Path) -> Iterator[StartWizard]:
    wizard = StartWizard(tmp_path / "register", now=now, today=lambda: TODAY, cost=CHEAP)
    qtbot.addWidget(wizard)
    (tmp_path / "register").mkdir()
    wizard.show()
    yield wizard
    wizard.abandon()


def fill_partnership(wizard: StartWizard) -> None:
    wizard.next()
    wizard.next()
    wizard.partnership_page.name_edit.setText("Testshire Partnership (invented)")
    wizard.partnership_page.prefix_edit.setText("ZZTS")
    wizard.next()


def make(wizard: StartWizard, qtbot: QtBot) -> str:
    """Go on to the recovery key and return it."""
    fill_partnership(wizard)
    wizard.passphrase_page.fields.first_edit.setText(WORDS)
    wizard.passphrase_page.fields.second_edit.setText(WORDS)
    wizard.next()
    qtbot.waitUntil(lambda: wizard.page is wizard.recovery_page)
    return shown_key(wizard)


def shown_key(wizard: StartWizard) -> str:
    name = wizard.recovery_page.card.accessibleName().removeprefix("Recovery key: ")
    return name.replace(", ", "-").replace(" ", "")


def test_a_new_register_is_handed_over_open_and_opens_with_its_passphrase(
    wizard: StartWizard, qtbot: QtBot, tmp_path: Path
) -> None:
    key = make(wizard, qtbot)
    wizard.recovery_page.typed_edit.setText(key.lower().replace("-", " "))
    wizard.next()
    assert wizard.page is wizard.ready_page

    with qtbot.waitSignal(wizard.register_opened) as opened:
        wizard.next()
    register = opened.args[0]
    assert isinstance(register, Register)
    assert register.profile.name == "Testshire Partnership (invented)"
    assert not wizard.isVisible()
    register.close()

    open_register(tmp_path / "register", WORDS, now=now).close()


def test_practice_is_asked_for_and_makes_nothing(
    wizard: StartWizard, qtbot: QtBot, tmp_path: Path
) -> None:
    wizard.next()
    wizard.how_page.practice_card.setChecked(True)
    assert wizard.footer.next_button.text() == "Practise"

    with qtbot.waitSignal(wizard.practice_asked):
        wizard.next()

    assert not register_exists(tmp_path / "register")


def test_the_partnership_page_shows_the_first_reference(wizard: StartWizard) -> None:
    wizard.next()
    wizard.next()
    wizard.partnership_page.prefix_edit.setText("ZZTS")
    row = wizard.partnership_page.prefix_edit.parentWidget()
    assert row is not None
    assert "ZZTS2026-27-01" in row.message.text()


def test_an_incomplete_partnership_is_pointed_out_under_its_fields(wizard: StartWizard) -> None:
    wizard.next()
    wizard.next()
    page = wizard.partnership_page
    wizard.next()
    assert wizard.page is page
    row = page.name_edit.parentWidget()
    assert row is not None
    assert row.message.text() == "Give its full name."

    page.name_edit.setText("Testshire Partnership (invented)")
    assert row.message.text() == ""


def test_passphrases_that_differ_are_refused(wizard: StartWizard, tmp_path: Path) -> None:
    fill_partnership(wizard)
    fields = wizard.passphrase_page.fields
    fields.first_edit.setText(WORDS)
    fields.second_edit.setText(WORDS + "x")
    wizard.next()

    assert wizard.page is wizard.passphrase_page
    assert "not the same" in fields.second_row.message.text()
    assert not register_exists(tmp_path / "register")

    fields.second_edit.setText(WORDS)
    assert fields.second_row.message.text() == ""
    assert not fields.missing()


def test_a_weak_passphrase_is_refused_with_the_reason(wizard: StartWizard) -> None:
    fill_partnership(wizard)
    fields = wizard.passphrase_page.fields
    assert "Type a passphrase" in wizard.status.label.text()
    fields.first_edit.setText("short")
    wizard.next()
    assert "12 characters" in fields.first_row.message.text()

    fields.first_edit.setText(WORDS)
    assert "second time" in wizard.status.label.text()


def test_a_suggested_passphrase_is_shown_and_typed_once_more(
    wizard: StartWizard, qtbot: QtBot
) -> None:
    fill_partnership(wizard)
    fields = wizard.passphrase_page.fields
    fields.suggest_button.click()
    assert len(fields.passphrase().split()) == 5
    assert fields.first_edit.echoMode() == fields.first_edit.EchoMode.Normal
    assert fields.missing() == "Type the passphrase a second time."

    fields.first_edit.show_button.click()
    assert fields.first_edit.echoMode() == fields.first_edit.EchoMode.Password

    fields.second_edit.setText(fields.passphrase())
    qtbot.keyClick(fields.second_edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wizard.page is wizard.recovery_page)
    assert fields.passphrase() == ""


def test_a_mistyped_recovery_key_goes_no_further(wizard: StartWizard, qtbot: QtBot) -> None:
    key = make(wizard, qtbot)
    page = wizard.recovery_page
    assert not wizard.footer.next_button.isEnabled()

    page.typed_edit.setText(key[:-2])
    qtbot.keyClick(page.typed_edit, Qt.Key.Key_Return)

    assert wizard.page is page
    assert "each group has 5 characters, and 3 are there" in page.typed_row.message.text()
    assert page.typed_row.message.text() == wizard.status.label.text()


def test_another_recovery_key_is_not_taken_for_this_one(wizard: StartWizard, qtbot: QtBot) -> None:
    make(wizard, qtbot)
    wizard.recovery_page.typed_edit.setText("00000-00000-00000-00000-00000-00000-00000")
    wizard.next()
    assert "not the key" in wizard.recovery_page.typed_row.message.text()


def test_the_key_is_hidden_while_it_is_typed_back(wizard: StartWizard, qtbot: QtBot) -> None:
    key = make(wizard, qtbot)
    page = wizard.recovery_page
    page.typed_edit.setText(key[0])
    assert page.card.accessibleName() == "Recovery key, hidden"

    page.show_button.click()
    assert page.typed_edit.text() == ""
    assert shown_key(wizard) == key


def test_the_way_back_is_closed_once_the_register_is_made(
    wizard: StartWizard, qtbot: QtBot
) -> None:
    make(wizard, qtbot)
    wizard.back()
    assert wizard.page is wizard.recovery_page


def test_leaving_without_the_recovery_key_is_asked_and_keeps_the_register(
    wizard: StartWizard, qtbot: QtBot, tmp_path: Path
) -> None:
    make(wizard, qtbot)
    wizard.reject()
    assert wizard.isVisible()
    assert "not confirmed" in wizard.footer.question_label.text()

    with qtbot.waitSignal(wizard.rejected):
        wizard.footer.leave_button.click()

    open_register(tmp_path / "register", WORDS, now=now).close()


def test_leaving_with_something_typed_is_asked(wizard: StartWizard) -> None:
    fill_partnership(wizard)
    wizard.reject()
    assert wizard.footer.is_asking


def test_a_register_that_is_there_already_is_told(
    wizard: StartWizard, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "register" / "register.sgdesk").write_bytes(b"something")
    fill_partnership(wizard)
    wizard.passphrase_page.fields.first_edit.setText(WORDS)
    wizard.passphrase_page.fields.second_edit.setText(WORDS)
    wizard.next()
    qtbot.waitUntil(lambda: not wizard.is_working)

    assert wizard.page is wizard.passphrase_page
    assert "exists" in wizard.passphrase_page.notice.text()


def test_a_backup_can_be_gone_back_to_instead(wizard: StartWizard, qtbot: QtBot) -> None:
    wizard.next()
    assert wizard.how_page.notice.isHidden()
    assert wizard.how_page.new_card.isChecked()
    wizard.how_page.back_card.click()
    assert wizard.footer.next_button.text() == "Show the backups"
    with qtbot.waitSignals([wizard.backups_asked, wizard.accepted]):
        wizard.next()


def test_a_folder_with_backups_of_a_lost_register_proposes_them(
    qtbot: QtBot, tmp_path: Path
) -> None:
    register, _ = make_register(tmp_path)
    back_up(register)
    register.close()
    (tmp_path / "register.sgdesk").unlink()
    wizard = StartWizard(tmp_path, now=now, today=lambda: TODAY, cost=CHEAP)
    qtbot.addWidget(wizard)
    wizard.show()
    wizard.next()
    assert "a backup of it" in wizard.how_page.notice.text()
    assert wizard.how_page.is_going_back
    qtbot.waitUntil(wizard.how_page.back_card.hasFocus)
    wizard.abandon()


def test_a_folder_in_which_a_register_comes_to_harm_is_told_at_once(
    qtbot: QtBot, tmp_path: Path
) -> None:
    wizard = StartWizard(tmp_path / "OneDrive", now=now, today=lambda: TODAY, cost=CHEAP)
    qtbot.addWidget(wizard)
    assert "OneDrive" in wizard.welcome_page.notice.text()
    wizard.abandon()


def test_the_key_reaches_neither_the_clipboard_nor_a_file(
    wizard: StartWizard, qtbot: QtBot, tmp_path: Path
) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("what was there before")
    key = make(wizard, qtbot)
    wizard.recovery_page.typed_edit.setText(key)
    wizard.next()
    with qtbot.waitSignal(wizard.register_opened) as opened:
        wizard.next()
    opened.args[0].close()

    assert clipboard.text() == "what was there before"
    written = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    groups = [group.encode() for group in key.split("-")]
    assert len(written) >= 2
    assert not any(groups[0] in content and groups[5] in content for content in written)
    assert wizard.recovery_page.key == ""


def test_no_printer_is_not_an_error(
    wizard: StartWizard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    make(wizard, qtbot)
    wizard.recovery_page.print_button.click()
    assert "No printer was found" in wizard.recovery_page.notice.text()


def test_the_printed_sheet_gets_the_key(
    wizard: StartWizard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheets: list[RecoverySheet] = []
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["Office"]))
    monkeypatch.setattr(recovery_page, "ask_to_print", lambda sheet, *_more: sheets.append(sheet))
    key = make(wizard, qtbot)
    wizard.recovery_page.print_button.click()

    assert sheets == [RecoverySheet("Testshire Partnership (invented)", TODAY, key)]
    assert key not in repr(sheets)


def test_the_sheet_is_drawn_within_its_margins() -> None:
    page = QImage(2100, 2970, QImage.Format.Format_Grayscale8)
    page.fill(Qt.GlobalColor.white)
    page.setDotsPerMeterX(10_000)
    page.setDotsPerMeterY(10_000)
    painter = QPainter(page)
    sheet = RecoverySheet("Testshire Partnership", TODAY, "-".join(["8X3KD"] * 7))
    draw_recovery_sheet(painter, QRectF(page.rect()), 10, sheet)
    painter.end()

    dark = [
        (x, y)
        for x in range(0, 2100, 3)
        for y in range(0, 2970, 3)
        if page.pixelColor(x, y).lightness() < 128
    ]
    assert dark
    assert min(x for x, _y in dark) >= 240
    assert max(x for x, _y in dark) <= 1860
    assert max(y for _x, y in dark) <= 2720


def test_printing_to_a_file_makes_one_page(
    wizard: StartWizard, qtbot: QtBot, tmp_path: Path
) -> None:
    failures: list[bool] = []
    sheet = RecoverySheet("Testshire", TODAY, "-".join(["8X3KD"] * 7))
    dialog = ask_to_print(sheet, wizard, lambda: failures.append(True))
    dialog.printer().setOutputFileName(str(tmp_path / "key.pdf"))
    dialog.accepted.emit(dialog.printer())
    dialog.reject()
    assert not failures
    assert (tmp_path / "key.pdf").read_bytes().startswith(b"%PDF")


def test_a_printer_that_does_not_answer_is_told(
    wizard: StartWizard, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["Office"]))
    monkeypatch.setattr(QPainter, "begin", lambda *_given: False)
    make(wizard, qtbot)
    wizard.recovery_page.print_button.click()
    dialog = wizard.recovery_page.findChild(QPrintDialog)
    assert dialog is not None
    dialog.accepted.emit(dialog.printer())
    dialog.reject()
    assert "did not answer" in wizard.recovery_page.notice.text()
