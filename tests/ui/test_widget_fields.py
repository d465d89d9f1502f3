"""Tests of labelled fields, sets of fields, and the panel of everything that is wrong."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sgdesk.domain.date_entry import DateReading
from sgdesk.errors import Problem
from sgdesk.ui.widgets.date_field import DateField
from sgdesk.ui.widgets.fields import FieldRow, FieldSet
from sgdesk.ui.widgets.problem_panel import ProblemPanel


def _date_field() -> DateField:
    return DateField(lambda text: DateReading(problem="Not a date.") if text else DateReading())


@pytest.fixture
def form(qtbot):
    """Give a window with three fields and their panel."""
    window = QWidget()
    qtbot.addWidget(window)
    window.fields = FieldSet()
    layout = QVBoxLayout(window)
    for name, title, editor in (
        ("chair", "Chair", QLineEdit()),
        ("reasons", "Reasons", QLineEdit()),
        ("met_on", "Meeting date", _date_field()),
    ):
        layout.addWidget(window.fields.add(name, FieldRow(title, editor, hint=f"About {name}")))
    window.panel = ProblemPanel(window.fields.titles)
    layout.addWidget(window.panel)
    window.show()
    QTest.qWaitForWindowActive(window)
    return window


def test_a_field_has_its_label_as_name_and_its_hint_below(form):
    row = form.fields.row("chair")
    assert row.title == "Chair"
    assert row.title_label.buddy() is row.editor
    assert row.editor.accessibleName() == "Chair"
    assert row.message.text() == "About chair"
    assert row.editor.accessibleDescription() == "About chair"


def test_a_problem_replaces_the_hint_and_marks_the_field_until_it_is_mended(form):
    row = form.fields.row("chair")
    row.set_problem("Name the chair.")
    assert row.message.text() == "Name the chair."
    assert row.editor.property("state") == "problem"
    assert row.editor.accessibleDescription() == "Name the chair."
    row.set_warning("Is this the same chair?")
    assert row.editor.property("state") == "warning"
    row.set_problem("")
    assert row.message.text() == "About chair"
    assert row.editor.property("state") == ""


def test_a_note_stands_beside_the_label(form):
    row = form.fields.row("chair")
    row.set_note("58 words")
    assert row.note_label.text() == "58 words"


def test_problems_stand_under_their_fields_before_warnings(form):
    form.fields.show_problems(
        [
            Problem("chair", "Look again.", is_warning=True),
            Problem("chair", "Name the chair."),
            Problem("reasons", "A short reason.", is_warning=True),
            Problem("elsewhere", "Not of this form."),
        ]
    )
    assert form.fields.row("chair").message.text() == "Name the chair."
    assert form.fields.row("reasons").editor.property("state") == "warning"
    form.fields.show_problems([])
    assert form.fields.row("chair").message.text() == "About chair"


def test_a_date_that_cannot_be_read_speaks_for_itself(form):
    row = form.fields.row("met_on")
    QTest.keyClicks(row.editor.line_edit, "31/11")
    row.editor.settle()
    assert form.fields.reading_problems() == [Problem("met_on", "Not a date.")]
    form.fields.show_problems(form.fields.reading_problems())
    assert row.message.isHidden()
    assert row.editor.message.text() == "Not a date."


def test_a_sound_date_may_still_be_wrong(form):
    row = form.fields.row("met_on")
    row.set_problem("Before the notified date.")
    assert row.message.text() == "Before the notified date."
    assert row.editor.line_edit.property("state") == "problem"
    row.editor.settle()
    assert row.editor.line_edit.property("state") == "problem"


def test_the_keyboard_goes_to_a_field_by_its_name(form):
    assert form.fields.focus("reasons")
    assert form.fields.row("reasons").editor.hasFocus()
    assert not form.fields.focus("elsewhere")


def test_the_panel_hides_while_there_is_nothing_to_say(form):
    assert form.panel.isHidden()
    form.panel.show_problems([Problem("chair", "Name the chair.")])
    assert form.panel.isVisible()
    form.panel.show_problems([])
    assert form.panel.isHidden()
    assert form.panel.links() == []


def test_the_panel_shows_everything_at_once_and_warnings_apart(form):
    form.panel.show_problems(
        [
            Problem("chair", "Name the chair."),
            Problem("met_on", "Give the date."),
            Problem("reasons", "A short reason.", is_warning=True),
            Problem("", "Something else."),
        ]
    )
    assert form.panel.problem_frame.title_label.text() == (
        "3 things to put right before this can be saved"
    )
    assert form.panel.warning_frame.title_label.text() == (
        "1 thing to look at. You can save as it is."
    )
    assert [link.text() for link in form.panel.links()] == [
        "Chair",
        "Meeting date",
        "Show",
        "Reasons",
    ]
    assert form.panel.links()[0].accessibleName() == "Chair: Name the chair."


def test_a_title_of_ones_own_is_shown(form):
    form.panel.show_problems([Problem("chair", "Name the chair.")], title="1 thing before export")
    assert form.panel.problem_frame.title_label.text() == "1 thing before export"
    assert not form.panel.warning_frame.isVisible()


def test_a_link_asks_for_its_field_by_mouse_and_keyboard(form, qtbot):
    form.panel.show_problems([Problem("chair", "Name it."), Problem("reasons", "Write them.")])
    form.panel.focus_first()
    assert form.panel.links()[0].hasFocus()
    with qtbot.waitSignal(form.panel.field_asked) as asked:
        QTest.keyClick(form.panel.links()[0], Qt.Key.Key_Space)
    assert asked.args == ["chair"]
    with qtbot.waitSignal(form.panel.field_asked) as asked:
        form.panel.links()[1].click()
    assert asked.args == ["reasons"]
