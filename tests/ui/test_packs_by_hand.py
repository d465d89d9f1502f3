"""Briefing packs through the window, by keys alone: written, checked, made, sent, out of date."""

from __future__ import annotations

import zipfile
from datetime import date

import pytest
from officer import an_officer
from PIL import Image
from pptx import Presentation
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from test_deadlines_by_hand import go, open_case, read, settings
from whole_case_steps import record_case

from sgdesk.records.exports import DocumentKind
from sgdesk.services.briefings import briefings_on, get_briefing
from sgdesk.services.outdated_files import list_logged_files
from sgdesk.ui.dialogs.briefing_dialog import BriefingDialog
from sgdesk.ui.dialogs.letter_dialog import LetterDialog
from sgdesk.ui.wizards.export_wizard import ExportWizard

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)
TITLE, FIRST, HEADLINE = "Two siblings, neglect", "RIVT 1", "Behind the door"
NAME = "Rowan Bellweather"
INK = "#7A1F5C"
_KINDS = (DocumentKind.BRIEFING, DocumentKind.DECK, DocumentKind.WEB)


@pytest.fixture
def officer(qtbot, tmp_path):
    (tmp_path / "register").mkdir()
    with an_officer(qtbot, tmp_path / "register", MONDAY) as one:
        yield one


def choose_file(officer, words, path):
    """Push a button and type the path of a file into the window that it opens."""
    officer.push(words)
    chooser = officer.on_top(QFileDialog)
    officer.type_text(chooser.findChild(QLineEdit), f"{path}\n")
    read()


def say_who_we_are(officer, folder):
    """Logo, contact lines, and a colour that is refused before a darker one is taken."""
    picture = folder / "logo.jpg"
    Image.new("CMYK", (300, 100), (90, 40, 0, 20)).save(picture)
    form = settings(officer, "Documents").form
    choose_file(officer, "Choose file", picture)
    officer.type_into(form.fields, contacts="01234 567890")
    officer.type_text(form.ink_field.line_edit, "#9AA7B0")
    officer.push("Save")
    assert "4.5 to 1" in form.fields.row("ink").message.text()
    officer.look("01-colour-refused")
    officer.type_text(form.ink_field.line_edit, INK)
    officer.push("Save")
    profile = officer.register.profile
    assert (profile.ink, profile.contacts) == (INK, ("01234 567890",))
    assert profile.logo_png


def use_a_template(officer, folder, qtbot):
    """A presentation of another program is tried and used."""
    file = folder / "own.pptx"
    Presentation().save(str(file))
    section = settings(officer, "Deck template")
    qtbot.waitUntil(lambda: not section.message.text(), timeout=20_000)
    for words, state in (
        ("Choose file", ""),
        ("Use this template", "Decks are made on your template “own.pptx”."),
    ):
        with qtbot.waitSignal(section.settled, timeout=20_000):
            if state:
                officer.push(words, section)
            else:
                choose_file(officer, words, file)
        assert section.state_label.text().startswith(state)
        assert officer.window.focusWidget() in (section.choose_button, section.use_button)
    officer.look("02-template")


def record_it(officer):
    """A child with a name, and a publication under embargo."""
    record_case(officer, TITLE, reference=FIRST, aware_on=MONDAY)
    officer.do(
        "Add a child",
        officer.tab("children"),
        name=NAME,
        born_on=date(2019, 4, 3),
        address="12 Larkspur Close, Riverton",
        school="Hollyhurst Primary School",
    )
    tab = officer.tab("publication")
    officer.do(
        "Record the publication", tab, planned_on=date(2026, 4, 1), embargo_on=date(2026, 4, 1)
    )
    officer.do("Edit The report", tab, title=HEADLINE, summary="A child was hurt at home.")


def write_a_briefing(officer):
    """The title and the summary are there; the real name gets in."""
    officer.go_on_to(TUESDAY)
    page = go(officer, 6)
    officer.push("Write a briefing", page)
    read()
    dialog = officer.on_top(BriefingDialog)
    assert dialog.content.title_edit.text() == HEADLINE
    officer.fill(background=f"{NAME} was seen by the MASH, and the school failed to ask why.")
    learning = dialog.content.point_lists["key_learning"]
    officer.push("Add item", learning)
    type_on(officer, "See the child.\tAsk who has seen the child alone.")
    officer.look("03-briefing")
    officer.save()
    read()
    assert officer.window.focusWidget() is page.reviews_tab.pane.buttons["main"]


def type_on(officer, text):
    """Type where the keyboard is; a tab goes on to the next field."""
    for character in text:
        target = QApplication.focusWidget()
        if character == "\t":
            QTest.keyClick(target, Qt.Key.Key_Tab)
        else:
            QTest.keyClicks(target, character)


def open_pack(officer, qtbot):
    """Ctrl+E on Publications takes the chosen review."""
    page = go(officer, 6)
    officer.choose(page.reviews_tab.list_card.table, FIRST)
    officer.press("Ctrl+E", page.reviews_tab.list_card.table)
    wizard = officer.on_top(ExportWizard)
    idle(qtbot, wizard)
    assert [one.title for one in wizard.reviews_page.chosen()] == [HEADLINE]
    return wizard


def idle(qtbot, wizard):
    qtbot.waitUntil(lambda: not wizard.is_working, timeout=20_000)


def go_on(officer, qtbot, wizard):
    officer.press("Ctrl+Return", wizard)
    idle(qtbot, wizard)


def be_stopped_by_the_name(officer, qtbot):
    """Blocked, edited from there, checked again, and nothing stops it any more."""
    wizard = open_pack(officer, qtbot)
    go_on(officer, qtbot, wizard)
    for kind in DocumentKind:
        card = wizard.documents_page.cards[kind]
        if card.isChecked() != (kind in _KINDS):
            card.setFocus(Qt.FocusReason.TabFocusReason)
            QTest.keyClick(card, Qt.Key.Key_Space)
    go_on(officer, qtbot, wizard)
    assert wizard.page is wizard.checks_page
    assert "3 findings stop the pack" in wizard.page.missing()
    officer.look("04-blocked")
    officer.press("Ctrl+Return", wizard)
    assert wizard.page is wizard.checks_page
    officer.push("Edit the briefing", wizard)
    officer.fill(background="A child was seen by several services.")
    officer.save()
    idle(qtbot, wizard)
    assert wizard.page.missing() == ""
    return wizard


def save_it(officer, qtbot, wizard, folder):
    """Enter in the field of the folder saves: a folder that cannot be made, then one that can."""
    go_on(officer, qtbot, wizard)
    field = wizard.place_page.folder_edit
    (folder / "file.txt").write_text("not a folder", "utf-8")
    officer.type_text(field, f"{folder / 'file.txt' / 'pack'}\n")
    idle_after_enter(qtbot, wizard)
    assert "cannot be made" in wizard.page.notice.text()
    officer.look("05-no-folder")
    officer.type_text(field, f"{folder / 'pack'}\n")
    idle_after_enter(qtbot, wizard)
    assert wizard.page is wizard.result_page
    officer.look("06-result")
    assert {file.suffix for file in (folder / "pack").iterdir()} >= {".pdf", ".pptx", ".html"}


def idle_after_enter(qtbot, wizard):
    QApplication.processEvents()
    idle(qtbot, wizard)


def record_who_received_it(officer, wizard):
    officer.do("Record who received it", wizard, name="Press office")
    officer.press("Ctrl+Return", wizard)
    read()
    assert QApplication.activeModalWidget() is None
    assert all(one.recipients for one in files(officer) if one.briefing_id is not None)


def files(officer):
    return list_logged_files(officer.register, today=officer.day)


def go_out_of_date(officer):
    """A field of the briefing changes: its files say so, and which field it was."""
    page = go(officer, 6)
    page.tabs.tab_bar.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):
        QTest.keyClick(page.tabs.tab_bar, Qt.Key.Key_Right)
    assert page.tabs.key == "briefings"
    officer.choose(page.briefings_tab.list_card.table, HEADLINE)
    officer.press("F2", page.briefings_tab.list_card.table)
    read()
    officer.fill(subtitle="What we learned in spring")
    officer.save()
    read()
    assert {one.changed for one in files(officer) if one.briefing_id} == {("Subtitle",)}
    QTest.keyClick(page.tabs.tab_bar, Qt.Key.Key_Right)
    read()
    assert "3 out of date" in page.tabs.tab_bar.tabText(3)
    officer.look("07-out-of-date")


def release(officer):
    """The day comes; the mark goes by an explicit step, and comes back by another."""
    officer.go_on_to(date(2026, 4, 1))
    open_case(officer)
    tab = officer.tab("publication")
    officer.do("Edit Before and on the day", tab, published_on=officer.day)
    for words, yes, is_released in (
        ("Release the documents", "Release", True),
        ("Mark them again", "Mark again", False),
        ("Release the documents", "Release", True),
    ):
        officer.push(words, tab)
        officer.push(yes, tab)
        read()
        assert bool(officer.view.publication.released_on) is is_released
    officer.look("08-released")


def make_it_again_as_a_zip(officer, qtbot, folder):
    """Of the case on show; now without the mark, all in one file."""
    officer.press("Ctrl+E")
    wizard = officer.on_top(ExportWizard)
    idle(qtbot, wizard)
    for _ in range(3):
        go_on(officer, qtbot, wizard)
    assert wizard.page is wizard.place_page
    card = wizard.place_page.folder_card
    card.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(card, Qt.Key.Key_Right)
    officer.type_text(wizard.place_page.folder_edit, str(folder / "pack"))
    go_on(officer, qtbot, wizard)
    (file,) = (folder / "pack").glob("*.zip")
    officer.look("09-zip")
    with zipfile.ZipFile(file) as pack:
        (name,) = (name for name in pack.namelist() if name.endswith(".html"))
        text = pack.read(name).decode("utf-8")
    assert HEADLINE in text
    assert "OFFICIAL-SENSITIVE" not in text
    officer.leave()


def draft_a_press_statement(officer):
    tab = officer.tab("publication")
    officer.push("Press statement", tab)
    read()
    shown = officer.on_top(LetterDialog)
    assert "See the child." in shown.body_edit.toPlainText()
    officer.look("10-press")
    officer.leave()


def look_back(officer):
    """The documents of the case, its history, and one save taken back."""
    officer.tab("documents")
    officer.look("11-documents")
    assert {"briefing", "deck", "web", "pack"} <= {one.kind for one in officer.view.documents}
    (briefing_id,) = briefings_on(officer.register, officer.page.case_id)
    page = go(officer, 6)
    officer.press("F2", page.files_tab.list_card.table)
    officer.fill(name="Chair of the Panel")
    officer.save()
    read()
    sent = recipients(officer)
    officer.press("Ctrl+Z")
    read()
    assert recipients(officer) == sent - 1
    assert get_briefing(officer.register, briefing_id).subtitle == "What we learned in spring"


def recipients(officer):
    return sum(len(one.recipients) for one in files(officer))


def test_a_pack_is_written_checked_made_and_sent_by_keys_alone(officer, qtbot, tmp_path):
    say_who_we_are(officer, tmp_path)
    use_a_template(officer, tmp_path, qtbot)
    record_it(officer)
    write_a_briefing(officer)
    wizard = be_stopped_by_the_name(officer, qtbot)
    save_it(officer, qtbot, wizard, tmp_path)
    record_who_received_it(officer, wizard)
    go_out_of_date(officer)
    release(officer)
    make_it_again_as_a_zip(officer, qtbot, tmp_path)
    draft_a_press_statement(officer)
    look_back(officer)
