"""The dialog that draws every form told as data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from window_steps import activate

from sgdesk.domain.answers import Answer, Considered
from sgdesk.domain.delays import DelayDraft, check_delay
from sgdesk.domain.prose import prose
from sgdesk.domain.value_lists import VALUE_LISTS, ValueListKey
from sgdesk.errors import Problem
from sgdesk.services.entries import list_entries
from sgdesk.ui.dialogs.code_checks import CodeChecks
from sgdesk.ui.dialogs.entry_dialogs import EntryForms
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.dialogs.form_editors import set_value, value_of
from sgdesk.ui.dialogs.forms import FieldKind, Form, FormField, FormPart, FormSetting
from sgdesk.ui.dialogs.question_box import QuestionBox

TODAY = date(2026, 11, 23)


@dataclass(frozen=True, slots=True)
class SampleDraft:
    line: str = ""
    text: str = prose()
    day_on: date | None = None
    colour: str = "red"
    kind: str = ""
    was_asked: Answer = Answer.BLANK
    is_sure: bool = False
    count: int = 1
    codes: tuple[str, ...] = ()
    questions: tuple[Considered, ...] = ()
    not_in_the_form: str = ""


FORM = Form(
    "Edit sample",
    "Sample",
    (
        FormPart(
            "One",
            (
                (
                    FormField("line", "Line", hint="A word."),
                    FormField("day_on", "Day", FieldKind.DATE),
                ),
                (FormField("text", "Text", FieldKind.PROSE, lines=4),),
                (
                    FormField(
                        "colour", "Colour", FieldKind.CHOICE, words={"red": "Red", "blue": "Blue"}
                    ),
                    FormField("kind", "Kind", FieldKind.VALUES, values=ValueListKey.PROCEEDINGS),
                ),
            ),
        ),
        FormPart(
            "Two",
            (
                (FormField("was_asked", "Asked", FieldKind.ANSWER),),
                (FormField("is_sure", "Sure", FieldKind.FLAG, hint="It is sure"),),
                (FormField("count", "Count", FieldKind.COUNT),),
                (
                    FormField(
                        "codes", "Codes", FieldKind.CODES, words={"a": "First", "b": "Second"}
                    ),
                ),
                (FormField("questions", "Questions", FieldKind.QUESTIONS, words={"q": "Why so?"}),),
            ),
        ),
    ),
)

FULL = SampleDraft(
    line="Word",
    text="First\nSecond",
    day_on=date(2026, 11, 2),
    colour="blue",
    kind="Inquest",
    was_asked=Answer.NOT_ASKED,
    is_sure=True,
    count=7,
    codes=("b",),
    questions=(Considered("q", Answer.YES, "Because"),),
    not_in_the_form="Stays",
)


@pytest.fixture
def saved():
    return []


@pytest.fixture
def open_form(qtbot, desk, saved):
    def open_it(draft, setting=FormSetting(about="ZZSP2026-27-05")):  # noqa: B008 - frozen
        dialog = FormDialog(desk.context, FORM, draft, saved.append, setting)
        qtbot.addWidget(dialog)
        dialog.open()
        QTest.qWaitForWindowActive(dialog)
        return dialog

    return open_it


@pytest.mark.parametrize("draft", [SampleDraft(), FULL])
def test_a_form_gives_back_what_it_was_given(open_form, saved, draft):
    dialog = open_form(draft)
    assert not dialog.is_changed()
    assert dialog.draft() == draft
    dialog.save()
    assert saved == [draft]


def test_fields_that_a_form_does_not_have_stay_as_they_are(open_form, saved):
    dialog = open_form(FULL)
    set_value(dialog.editors["line"], "Other")
    dialog.save()
    assert saved == [replace(FULL, line="Other")]


def test_every_kind_of_field_tells_of_its_edits(open_form):
    for name in FORM.fields():
        dialog = open_form(SampleDraft())
        set_value(dialog.editors[name.name], getattr(FULL, name.name))
        assert dialog.is_changed(), name.name
        assert name.name in dialog._touched or name.kind is FieldKind.DATE


def test_hints_stand_under_their_fields_and_notes_in_their_place(open_form):
    notes = FormSetting(notes=lambda draft: {"line": f"{len(draft.line)} letters"})
    dialog = open_form(SampleDraft(), notes)
    assert dialog.fields.row("line").message.text() == "0 letters"
    QTest.keyClicks(dialog.editors["line"], "abc")
    assert dialog.fields.row("line").message.text() == "3 letters"
    assert open_form(SampleDraft()).fields.row("line").message.text() == "A word."


def test_choices_may_be_given_when_the_form_opens(open_form):
    setting = FormSetting(choices={"colour": {"red": "Red", "green": "Green"}})
    combo = open_form(SampleDraft(), setting).editors["colour"]
    assert [combo.itemText(at) for at in range(combo.count())] == ["Red", "Green"]


def test_a_list_of_values_is_suggested_and_anything_else_is_taken_too(open_form, saved):
    dialog = open_form(replace(FULL, kind="Something of its own"))
    combo = dialog.editors["kind"]
    words = [combo.itemText(at) for at in range(combo.count())]
    assert words == ["", *VALUE_LISTS[ValueListKey.PROCEEDINGS].defaults]
    dialog.save()
    assert saved[0].kind == "Something of its own"


def test_problems_of_the_check_are_shown_and_nothing_is_saved(open_form, saved):
    setting = FormSetting(check=lambda _draft: [Problem("line", "Line: it is empty.")])
    dialog = open_form(SampleDraft(), setting)
    dialog.save()
    assert saved == []
    assert dialog.fields.row("line").message.text() == "It is empty."


def test_ticks_and_answers_that_another_form_made_stay(qtbot):
    checks, box = CodeChecks({"a": "First"}), QuestionBox({"q": "Why so?"})
    qtbot.addWidget(checks)
    qtbot.addWidget(box)
    other = Considered("elsewhere", Answer.NO, "Kept")
    checks.set_value(("a", "z"))
    box.set_value((other, Considered("q", Answer.UNKNOWN, "")))
    checks.boxes["a"].click()
    assert checks.value() == ("z",)
    assert box.value() == (Considered("q", Answer.UNKNOWN, ""), other)


def test_an_editor_of_another_kind_is_refused(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    with pytest.raises(TypeError):
        value_of(widget)
    with pytest.raises(TypeError):
        set_value(widget, "")


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    QTest.qWaitForWindowActive(made)
    return made


DELAY_FORM = Form(
    "Edit delay",
    "Delay",
    (
        FormPart(
            "What",
            (
                (FormField("kind", "What it is"),),
                (FormField("reason", "Reason", FieldKind.PROSE),),
            ),
        ),
    ),
)


def test_an_entry_is_saved_through_its_form_and_the_pages_are_told(desk, window):
    told = []
    desk.context.changed.connect(told.append)
    forms = EntryForms(desk.context, window)
    dialog = forms.open(DELAY_FORM, desk.full_id, None, DelayDraft())
    activate(dialog)
    dialog.save()
    assert [link.accessibleName() for link in dialog.problem_panel.links()] == [
        "What it is: Choose it from the list, or write it.",
        "Reason: Say why the review waits.",
    ]
    QTest.keyClicks(dialog.editors["kind"], "Inquest")
    QTest.keyClicks(dialog.editors["reason"], "The coroner asked")
    QTest.keyClick(dialog.editors["reason"], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (entry,) = list_entries(desk.context.register, DelayDraft, desk.full_id)
    assert entry.draft == DelayDraft(kind="Inquest", reason="The coroner asked")
    assert [changes.what for changes in told] == ["Delay saved"]


def test_a_check_of_ones_own_outweighs_the_one_of_the_kind(desk, window):
    setting = FormSetting(check=lambda draft: check_delay(draft, today=TODAY)[:1])
    dialog = EntryForms(desk.context, window).open(
        DELAY_FORM, desk.full_id, None, DelayDraft(), setting
    )
    dialog.save()
    assert len(dialog.problem_panel.links()) == 1
