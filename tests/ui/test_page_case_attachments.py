from __future__ import annotations

import tempfile

import pytest
from case_samples import TODAY, make_desk, nameless, texts
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from sgdesk.domain.attachments import AttachmentDraft
from sgdesk.progress import silent
from sgdesk.services.attachments import add_attachment, list_attachments, read_attachment
from sgdesk.services.case_views import get_case
from sgdesk.services.opened_copies import opened_copies
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.pages.case_attachments_tab import AttachmentsTab
from sgdesk.ui.tasks import wait_for_work


@pytest.fixture
def opened(monkeypatch):
    """Files given to other programs; none is started."""
    urls = []

    def open_url(url):
        urls.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return urls


@pytest.fixture
def tab(qtbot, desk, tmp_path, monkeypatch):
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    made = AttachmentsTab(desk.context)
    qtbot.addWidget(made)
    made.resize(620, 700)
    desk.context.changed.connect(lambda _changes: made.show_case(desk.view()))
    made.show_case(desk.view())
    made.show()
    QTest.qWaitForWindowActive(made)
    return made


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "Planted.txt"
    path.write_bytes(b"Planted text")
    return path


def attach(desk, path, title="Minutes"):
    draft = AttachmentDraft(title=title, kind="Minutes", note="Draft.\nTo be agreed.")
    add_attachment(desk.register, desk.full_id, path, draft, progress=silent)


def shown(tab):
    return [row.draft.title for row in tab.card.table.model().records()]


def dialog_of(qtbot, tab):
    qtbot.waitUntil(lambda: any(one.isVisible() for one in tab.findChildren(FormDialog)))
    return next(one for one in tab.findChildren(FormDialog) if one.isVisible())


def test_a_case_without_files_says_how_to_add_one(tab, qtbot):
    assert tab.card.empty.isVisible()
    assert not tab.card.table.isVisible()
    tab.card.empty.button.click()
    dialog = next(one for one in tab.findChildren(QFileDialog) if one.isVisible())
    assert dialog.fileMode() == QFileDialog.FileMode.ExistingFiles
    dialog.reject()


def test_files_are_asked_about_one_after_the_other(tab, desk, file, tmp_path, qtbot):
    second = tmp_path / "second.txt"
    second.write_text("second")
    tab.add_files([file, second])
    dialog = dialog_of(qtbot, tab)
    assert "File 1 of 2: “Planted.txt”, 12 bytes" in texts(dialog)
    dialog.save()
    assert dialog.isVisible()
    dialog.editors["title"].setText("Health return")
    dialog.editors["kind"].setCurrentText("Agency return")
    dialog.save()
    qtbot.waitUntil(lambda: any("File 2 of 2" in said for said in texts(dialog_of(qtbot, tab))))
    dialog_of(qtbot, tab).reject()
    assert shown(tab) == ["Health return"]
    (row,) = list_attachments(desk.register, desk.full_id)
    assert (row.draft.kind, row.draft.file_name) == ("Agency return", "Planted.txt")
    assert tab.card.note_label.text() == "1 file, 12 bytes"


def test_a_file_that_is_refused_is_named_with_the_reason_and_stops_no_other(
    tab, desk, file, tmp_path, qtbot
):
    empty = tmp_path / "empty.pdf"
    empty.touch()
    tab.add_files([empty, tmp_path, file])
    dialog = dialog_of(qtbot, tab)
    assert "File 3 of 3" in " ".join(texts(dialog))
    dialog.reject()
    said = tab.card.message.text()
    assert "“empty.pdf” was not added. The file is empty." in said
    assert "This is a folder." in said
    assert shown(tab) == []


def test_reading_can_be_stopped_and_what_waits_is_forgotten(tab, file, qtbot):
    with qtbot.waitSignal(tab.adding.progressed, check_params_cb=lambda _d, total, _l: not total):
        tab.add_files([file, file])
        tab.card.cancel_button.click()
    wait_for_work()
    tab.card.show_progress(3_000_000, 25_000_000, "Reading the file")
    assert "3 of 24" in texts(tab.card.status)
    tab.card.show_progress(0, 0, "")
    assert not tab.card.status.isVisible()
    tab.adding.cancel()


def test_files_are_dropped(tab, file, qtbot):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)), QUrl("https://example.org/a.pdf")])
    place, action = QPoint(10, 10), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, action, data, left, none)
    tab.dragEnterEvent(enter)
    assert enter.isAccepted()
    tab.dropEvent(QDropEvent(QPointF(place), action, data, left, none))
    dialog = dialog_of(qtbot, tab)
    dialog.editors["title"].setText("Dropped")
    dialog.save()
    qtbot.waitUntil(lambda: shown(tab) == ["Dropped"])
    words = QMimeData()
    words.setText("only words")
    refused = QDragEnterEvent(place, action, words, left, none)
    refused.ignore()
    tab.dragEnterEvent(refused)
    assert not refused.isAccepted()


def test_files_are_pasted_and_words_are_left_alone(tab, desk, file, qtbot):
    attach(desk, file)
    tab.show_case(desk.view())
    other = file.with_name("other.txt")
    other.write_text("other")
    tab.card.table.setFocus()
    for data, count in ((QMimeData(), 0), (QMimeData(), 1)):
        data.setText("only words")
        if count:
            data.setUrls([QUrl.fromLocalFile(str(other))])
        QGuiApplication.clipboard().setMimeData(data)
        QTest.keyClick(tab.card.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert tab.adding._given == count
    assert "“other.txt”, 5 bytes" in texts(dialog_of(qtbot, tab))
    dialog_of(qtbot, tab).reject()


def test_a_file_is_opened_as_a_copy_and_that_is_said(tab, desk, file, opened, qtbot):
    attach(desk, file)
    tab.show_case(desk.view())
    tab.card.table.setFocus()
    QTest.keyClick(tab.card.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(opened))
    assert "read-only copy" in tab.card.message.text()
    path = opened[0].toLocalFile()
    assert path.endswith(".txt")
    assert "Planted" not in path


def test_where_no_program_opens_a_file_that_is_said(tab, desk, file, monkeypatch, qtbot):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    attach(desk, file)
    tab.show_case(desk.view())
    tab.card.open_button.click()
    qtbot.waitUntil(lambda: "No program" in tab.card.message.text())


def test_a_program_is_not_opened_and_the_reason_is_said(tab, desk, tmp_path, opened):
    macro = tmp_path / "a.docm"
    macro.write_text("x")
    attach(desk, macro)
    tab.show_case(desk.view())
    assert not tab.card.open_button.isEnabled()
    assert "macros" in tab.card.open_button.toolTip()
    tab.card.table.setFocus()
    QTest.keyClick(tab.card.table, Qt.Key.Key_Return)
    assert "macros" in tab.card.message.text()
    assert opened == []


def test_a_changed_copy_is_offered_when_the_officer_comes_back(tab, desk, file, opened, qtbot):
    attach(desk, file)
    tab.show_case(desk.view())
    tab.card.open_button.click()
    qtbot.waitUntil(lambda: bool(opened))
    (copy,) = opened_copies(desk.register)._copies
    copy.path.chmod(0o600)
    copy.path.write_bytes(b"edited")
    assert not tab.card.changed.isVisible()
    active = Qt.ApplicationState.ApplicationActive
    QGuiApplication.instance().applicationStateChanged.emit(active)
    assert tab.card.changed.isVisible()
    keep, _leave = tab.card.changed.findChildren(type(tab.card.open_button))
    assert keep.accessibleName() == "Bring back Minutes as a new version"
    keep.click()
    assert shown(tab) == ["Minutes", "Minutes, version 2"]
    assert not tab.card.changed.isVisible()
    row = list_attachments(desk.register, desk.full_id)[1]
    assert read_attachment(desk.register, row.attachment_id) == b"edited"
    copy.path.write_bytes(b"not wanted")
    tab.card.changed.look()
    tab.card.changed.findChildren(type(tab.card.open_button))[-1].click()
    assert not tab.card.changed.isVisible()
    assert len(shown(tab)) == 2


def test_a_change_that_cannot_be_brought_back_is_told(tab, desk, file, opened, qtbot):
    attach(desk, file)
    tab.show_case(desk.view())
    tab.card.open_button.click()
    qtbot.waitUntil(lambda: bool(opened))
    (copy,) = opened_copies(desk.register)._copies
    copy.path.chmod(0o600)
    copy.path.write_bytes(b"")
    tab.card.changed.look()
    with qtbot.waitSignal(desk.context.troubled) as told:
        tab.card.changed.findChildren(type(tab.card.open_button))[0].click()
    assert "The file is empty" in str(told.args[0])


def test_a_copy_is_saved_under_the_title_and_not_under_the_files_name(
    tab, desk, file, tmp_path, qtbot
):
    attach(desk, file)
    tab.show_case(desk.view())
    tab.card.copy_button.click()
    dialog = next(one for one in tab.findChildren(QFileDialog) if one.isVisible())
    assert dialog.selectedFiles()[0].endswith("Minutes.txt")
    dialog.reject()
    row = list_attachments(desk.register, desk.full_id)[0]
    tab.save_to(row, tmp_path / "copy.txt")
    qtbot.waitUntil(lambda: "not encrypted" in tab.card.message.text())
    assert (tmp_path / "copy.txt").read_bytes() == b"Planted text"
    with qtbot.waitSignal(desk.context.troubled):
        tab.save_to(row, tmp_path / "nowhere" / "copy.txt")


def test_what_is_said_of_a_file_is_edited_with_f2(tab, desk, file, qtbot):
    tab.edit_chosen()
    assert not [one for one in tab.findChildren(FormDialog) if one.isVisible()]
    attach(desk, file)
    tab.show_case(desk.view())
    tab.edit_chosen()
    dialog = dialog_of(qtbot, tab)
    assert "“Planted.txt”, 12 bytes" in texts(dialog)
    dialog.editors["title"].setText("Minutes, agreed")
    dialog.save()
    assert shown(tab) == ["Minutes, agreed"]
    tab.card.edit_button.click()
    dialog_of(qtbot, tab).reject()


def test_a_file_is_removed_after_a_question_in_place(tab, desk, file, qtbot):
    attach(desk, file)
    tab.show_case(desk.view())
    tab.card.table.setFocus()
    QTest.keyClick(tab.card.table, Qt.Key.Key_Delete)
    assert tab.card.question_label.isVisible()
    assert tab.card.keep_button.hasFocus()
    tab.card.keep_button.click()
    assert not tab.card.question_label.isVisible()
    assert tab.card.remove_button.hasFocus()
    tab.card.remove_button.click()
    tab.card.confirm_button.click()
    assert shown(tab) == []
    attach(desk, file)
    tab.show_case(desk.view())
    stale = list_attachments(desk.register, desk.full_id)[0]
    tab._remove(stale)
    with qtbot.waitSignal(desk.context.troubled):
        tab._remove(stale)


def test_the_details_tell_note_and_fingerprint_and_never_the_files_name(tab, desk, file):
    attach(desk, file)
    tab.show_case(desk.view())
    said = texts(tab.card)
    assert "Draft. To be agreed." in said
    assert any(words.startswith("Fingerprint (SHA-256): ") for words in said)
    assert not any("Planted" in words for words in said)
    model = tab.card.table.model()
    cells = [model.index(0, column).data() for column in range(model.columnCount())]
    assert cells[:2] == ["Minutes", "12 bytes"]


def test_a_long_note_is_cut_and_another_case_starts_anew(tab, desk, file):
    draft = AttachmentDraft(title="Minutes", note="word " * 100)
    add_attachment(desk.register, desk.full_id, file, draft, progress=silent)
    tab.show_case(desk.view())
    assert tab.card.remark_label.text().endswith("…")
    tab.card.say("Something.")
    tab.show_case(get_case(desk.register, desk.bare_id, today=TODAY))
    assert tab.card.message.text() == ""
    assert tab.card.note_label.text() == "none yet"


def test_every_control_has_a_name_for_screen_readers(tab, desk, file):
    attach(desk, file)
    tab.show_case(desk.view())
    tab.card.remove_button.click()
    assert nameless(tab) == []


def test_nothing_of_the_files_is_left_in_clear_after_the_register_is_closed(
    qtbot, qapp, tmp_path, monkeypatch, opened
):
    place, temp = tmp_path / "register", tmp_path / "temp"
    place.mkdir()
    temp.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temp))
    desk = make_desk(place)
    path = tmp_path / "Planted.txt"
    path.write_bytes(b"Planted text " * 999)
    attach(desk, path)
    path.unlink()
    tab = AttachmentsTab(desk.context)
    qtbot.addWidget(tab)
    tab.show_case(desk.view())
    tab.card.open_button.click()
    qtbot.waitUntil(lambda: bool(opened))
    wait_for_work()
    desk.register.close()
    left = [one for one in tmp_path.rglob("*") if one.is_file()]
    assert left
    assert not any(b"Planted" in one.read_bytes() for one in left)
