"""Importing a public list: recognised, put right, paired, saved once, and known the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog
from wizard_samples import PAGE, TODAY, make_register

from sgdesk.domain.cases import CaseKind
from sgdesk.errors import UserError
from sgdesk.records.imports import ImportState
from sgdesk.services import imports
from sgdesk.services.briefings import list_briefings
from sgdesk.services.case_list import list_cases
from sgdesk.services.case_views import get_case
from sgdesk.ui.context import AppContext
from sgdesk.ui.wizards.import_wizard import ImportWizard

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from sgdesk.services.register import Register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    register, _key = make_register(tmp_path)
    yield register
    register.close()


@pytest.fixture
def context(register: Register) -> AppContext:
    return AppContext(register, lambda: TODAY)


@pytest.fixture
def wizard(qtbot: QtBot, context: AppContext) -> ImportWizard:
    return open_wizard(qtbot, context)


def open_wizard(qtbot: QtBot, context: AppContext) -> ImportWizard:
    wizard = ImportWizard(context)
    qtbot.addWidget(wizard)
    wizard.open()
    return wizard


def idle(qtbot: QtBot, wizard: ImportWizard) -> None:
    qtbot.waitUntil(lambda: not wizard.is_working)


def read(qtbot: QtBot, wizard: ImportWizard, text: str = PAGE) -> None:
    wizard.source_page.text_edit.setPlainText(text)
    wizard.next()
    idle(qtbot, wizard)


def save(qtbot: QtBot, wizard: ImportWizard) -> None:
    while wizard.page is not wizard.ready_page:
        wizard.next()
    wizard.next()
    idle(qtbot, wizard)


def choose(wizard: ImportWizard, number: int) -> None:
    assert wizard.check_page.table.choose(number)


def states(wizard: ImportWizard) -> list[ImportState]:
    return [row.review.state for row in wizard.check_page.model.records()]


def type_date(wizard: ImportWizard, text: str) -> None:
    line = wizard.check_page.pane.date_field.line_edit
    line.setText(text)
    line.textEdited.emit(text)


def test_a_pasted_page_is_shown_before_anything_is_saved(
    wizard: ImportWizard, qtbot: QtBot, register: Register
) -> None:
    assert "Paste the text" in wizard.status.label.text()
    read(qtbot, wizard)

    assert wizard.page is wizard.check_page
    assert states(wizard) == [ImportState.NEW] * 3
    assert wizard.check_page.second_label.text() == "3 reviews: 3 new"
    assert wizard.check_page.count_label.text() == "3 of 3 chosen"
    assert list_cases(register, today=TODAY) == ()


def test_the_import_saves_cases_and_briefings_and_says_so(
    wizard: ImportWizard, qtbot: QtBot, register: Register, context: AppContext
) -> None:
    read(qtbot, wizard)
    with qtbot.waitSignal(context.changed):
        save(qtbot, wizard)

    cases = list_cases(register, today=TODAY)
    assert sorted(case.reference for case in cases)[:2] == [
        "National Review into the death of a child",
        "ZZTS2019-20/02",
    ]
    assert len(list_briefings(register)) == 2
    assert wizard.ready_page.title_label.text() == "Imported"
    assert wizard.loss() == ("", "")

    with qtbot.waitSignals([wizard.cases_asked, wizard.accepted]):
        wizard.ready_page.cases_button.click()


def test_the_second_run_knows_everything_and_chooses_nothing(
    wizard: ImportWizard, qtbot: QtBot, register: Register, context: AppContext
) -> None:
    read(qtbot, wizard)
    save(qtbot, wizard)
    wizard.next()

    again = open_wizard(qtbot, context)
    read(qtbot, again)
    assert states(again) == [ImportState.KNOWN] * 3
    assert again.check_page.count_label.text() == "0 of 3 chosen"
    again.next()
    assert not any(box.isEnabled() for box in again.briefings_page.boxes)
    again.next()
    assert again.ready_page.title_label.text() == "Nothing to import"
    assert not again.footer.next_button.isEnabled()
    again.next()
    assert len(list_cases(register, today=TODAY)) == 3


def test_a_review_that_differs_can_be_brought_up_to_date(
    wizard: ImportWizard, qtbot: QtBot, register: Register, context: AppContext
) -> None:
    read(qtbot, wizard)
    save(qtbot, wizard)
    wizard.next()

    again = open_wizard(qtbot, context)
    read(qtbot, again, PAGE.replace("17.12.2024", "18.12.2024"))
    assert states(again)[0] is ImportState.CHANGED
    choose(again, 0)
    assert "The register says Tue 17 Dec 2024" in again.check_page.pane.state_label.text()
    again.check_page.new_button.click()
    assert again.check_page.count_label.text() == "1 of 3 chosen"
    save(qtbot, again)

    days = {case.reference: case.published_on for case in list_cases(register, today=TODAY)}
    assert str(days["ZZTS2020-21-01"]) == "2024-12-18"


def test_what_the_officer_corrects_is_what_is_saved(
    wizard: ImportWizard, qtbot: QtBot, register: Register
) -> None:
    read(qtbot, wizard)
    pane = wizard.check_page.pane
    choose(wizard, 0)
    pane.reference_edit.setText("ZZTS2020-21-07")
    pane.reference_edit.textEdited.emit("ZZTS2020-21-07")
    type_date(wizard, "16/12/2024")
    pane.summary_edit.setPlainText("A baby was harmed.")
    choose(wizard, 1)
    pane.title_edit.setText("Violence in a park")
    pane.title_edit.textEdited.emit("Violence in a park")
    choose(wizard, 2)
    pane.chosen_box.click()
    assert wizard.check_page.count_label.text() == "2 of 3 chosen"
    save(qtbot, wizard)

    cases = {case.reference: case for case in list_cases(register, today=TODAY)}
    assert set(cases) == {"ZZTS2020-21-07", "ZZTS2019-20/02"}
    view = get_case(register, cases["ZZTS2020-21-07"].case_id, today=TODAY)
    assert view.kind is CaseKind.LOCAL
    assert view.publication is not None
    assert str(view.publication.published_on) == "2024-12-16"
    assert view.publication.summary == "A baby was harmed."


def test_a_corrected_reference_is_compared_with_the_register_anew(
    wizard: ImportWizard, qtbot: QtBot, context: AppContext
) -> None:
    read(qtbot, wizard)
    save(qtbot, wizard)
    wizard.next()

    again = open_wizard(qtbot, context)
    read(qtbot, again)
    choose(again, 0)
    pane = again.check_page.pane
    pane.reference_edit.setText("ZZTS2031-32-09")
    pane.reference_edit.textEdited.emit("ZZTS2031-32-09")
    qtbot.waitUntil(lambda: states(again)[0] is ImportState.NEW)
    assert pane.reference_edit.text() == "ZZTS2031-32-09"
    assert pane.state_label.text().startswith("New")


def test_a_date_that_cannot_be_read_is_kept_and_stops_the_next_step(
    wizard: ImportWizard, qtbot: QtBot
) -> None:
    read(qtbot, wizard)
    choose(wizard, 0)
    type_date(wizard, "31/2/2024")
    choose(wizard, 1)

    pane = wizard.check_page.pane
    assert pane.date_field.line_edit.text() == "31/2/2024"
    assert wizard.check_page.table.chosen_record().number == 0
    assert "cannot be read" in wizard.status.label.text()
    wizard.footer.help_button.setFocus()
    wizard.next()
    assert wizard.page is wizard.check_page
    assert wizard.focusWidget() is pane.date_field.line_edit


def test_every_problem_is_listed_and_leads_to_its_review(
    wizard: ImportWizard, qtbot: QtBot
) -> None:
    read(qtbot, wizard, PAGE.replace("4.9.2024", "4.9.2034"))
    page = wizard.check_page
    links = [link.text() for link in page.panel.links()]
    assert links
    assert all(text.startswith("Line ") for text in links)
    page.panel.links()[0].click()
    assert page.table.chosen_record().number == 1

    choose(wizard, 0)
    type_date(wizard, "3/6/2027")
    links = [link.text() for link in page.panel.links()]
    assert links[0] == "Review 1"
    assert "1 thing to put right" in page.panel.problem_frame.title_label.text()
    assert not wizard.footer.next_button.isEnabled()
    qtbot.waitUntil(page.panel.links()[0].isVisible)
    wizard.next()
    assert wizard.focusWidget() is page.panel.links()[0]
    choose(wizard, 2)
    page.panel.links()[0].click()
    assert page.table.chosen_record().number == 0


def test_two_reviews_that_become_one_are_told(wizard: ImportWizard, qtbot: QtBot) -> None:
    read(qtbot, wizard)
    choose(wizard, 1)
    pane = wizard.check_page.pane
    pane.reference_edit.setText("zzts2020/21/01")
    pane.reference_edit.textEdited.emit("zzts2020/21/01")
    assert "chosen twice" in wizard.status.label.text()

    qtbot.keyClick(wizard.check_page.table, Qt.Key.Key_Space)
    assert wizard.status.label.text() == ""
    wizard.check_page.none_button.click()
    assert wizard.check_page.count_label.text() == "0 of 3 chosen"


def test_a_page_without_a_list_is_told_and_stays(wizard: ImportWizard, qtbot: QtBot) -> None:
    read(qtbot, wizard, "Opening hours\nMonday to Friday")
    assert wizard.page is wizard.source_page
    assert "No review was recognised" in wizard.source_page.notice.text()


def test_a_briefing_can_be_paired_or_left_out(
    wizard: ImportWizard, qtbot: QtBot, register: Register
) -> None:
    read(qtbot, wizard)
    wizard.next()
    page = wizard.briefings_page
    assert [box.accessibleName() for box in page.boxes] == [
        "Import Never shake a baby",
        "Import Violence between young people",
    ]
    page.combos[0].setCurrentIndex(1)
    page.combos[0].setCurrentIndex(0)
    page.combos[0].setCurrentIndex(1)
    page.boxes[1].click()
    save(qtbot, wizard)

    (briefing,) = list_briefings(register)
    assert briefing.title == "Never shake a baby"
    assert briefing.references == ("ZZTS2020-21-01",)


def test_a_page_without_briefings_says_so(wizard: ImportWizard, qtbot: QtBot) -> None:
    read(qtbot, wizard, PAGE.partition("Briefings")[0])
    wizard.next()
    assert wizard.page is wizard.briefings_page
    assert wizard.briefings_page.boxes == []
    wizard.next()
    assert wizard.footer.next_button.isEnabled()


def test_a_file_is_read_in_place_of_the_text(
    wizard: ImportWizard, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "page.txt"
    file.write_text(PAGE, encoding="utf-8")
    page = wizard.source_page
    page.file_button.click()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    assert page.file_label.text() == "page.txt"
    wizard.next()
    idle(qtbot, wizard)
    assert states(wizard) == [ImportState.NEW] * 3

    wizard.back()
    page.clear_button.click()
    assert page.path is None
    assert not wizard.footer.next_button.isEnabled()


def test_a_file_can_be_dropped_anywhere_on_the_page(wizard: ImportWizard, tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text(PAGE, encoding="utf-8")
    drop = QMimeData()
    drop.setUrls([QUrl.fromLocalFile(str(file))])
    action, button, keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPoint(5, 5), action, drop, button, keys)
    wizard.source_page.dragEnterEvent(enter)
    assert enter.isAccepted()
    wizard.source_page.dropEvent(QDropEvent(QPointF(5, 5), action, drop, button, keys))
    assert wizard.source_page.path == file

    wizard.source_page.use_text()
    assert wizard.source_page.text_edit.canInsertFromMimeData(drop)
    wizard.source_page.text_edit.insertFromMimeData(drop)
    assert wizard.source_page.path == file


def test_dropped_words_are_text(wizard: ImportWizard) -> None:
    words = QMimeData()
    words.setText("Case reference: ZZTS2020-21-01")
    wizard.source_page.text_edit.insertFromMimeData(words)
    assert wizard.source_page.path is None
    assert wizard.source_page.text().startswith("Case reference")


def test_a_file_that_cannot_be_read_is_told(
    wizard: ImportWizard, qtbot: QtBot, tmp_path: Path
) -> None:
    wizard.source_page.use_file(str(tmp_path / "gone.txt"))
    wizard.next()
    idle(qtbot, wizard)
    assert wizard.page is wizard.source_page
    assert wizard.source_page.notice.text()


def test_closing_asks_only_when_corrections_would_be_lost(
    wizard: ImportWizard, qtbot: QtBot
) -> None:
    read(qtbot, wizard)
    assert wizard.loss() == ("", "")
    choose(wizard, 0)
    type_date(wizard, "16/12/2024")
    wizard.reject()
    assert wizard.footer.is_asking
    with qtbot.waitSignal(wizard.rejected):
        wizard.footer.leave_button.click()


def test_a_refused_import_says_why_and_keeps_everything(
    wizard: ImportWizard, qtbot: QtBot, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        raise UserError("The disk is full.")

    read(qtbot, wizard)
    monkeypatch.setattr(imports, "save_import", refuse)
    save(qtbot, wizard)
    assert wizard.ready_page.notice.text() == "The disk is full."
    assert not wizard.ready_page.is_done
    assert list_cases(register, today=TODAY) == ()


def test_a_narrow_window_puts_the_fields_below_the_table(
    wizard: ImportWizard, qtbot: QtBot
) -> None:
    read(qtbot, wizard)
    wizard.resize(700, 600)
    split = wizard.check_page._split
    qtbot.waitUntil(lambda: split.orientation() == Qt.Orientation.Vertical)
