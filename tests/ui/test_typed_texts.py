"""What an editor holds is taken as text and put back, whatever is in it."""

from __future__ import annotations

from datetime import date

import pytest
from case_samples import TODAY
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_samples import type_into_all

from sgdesk.domain.answers import ANSWER_WORDS, Answer, Considered
from sgdesk.domain.dates import Precision, UncertainDate
from sgdesk.domain.people import Age, AgeUnit
from sgdesk.ui.dialogs.age_box import AgeBox
from sgdesk.ui.dialogs.code_checks import CodeChecks
from sgdesk.ui.dialogs.date_fields import make_date_field
from sgdesk.ui.dialogs.editors import ChoiceCombo, CountBox, SuggestingCombo, TextArea
from sgdesk.ui.dialogs.question_box import QuestionBox
from sgdesk.ui.dialogs.typed_texts import put_back, typed_in, words_in
from sgdesk.ui.dialogs.uncertain_date_field import UncertainDateField
from sgdesk.ui.dialogs.value_lines import ValueLines

QUESTIONS = {"a": "Was it asked?", "b": "Was it answered?"}
MAKERS = {
    "line": lambda _context: QLineEdit(),
    "text": lambda _context: TextArea(),
    "count": lambda _context: CountBox(99),
    "choice": lambda _context: ChoiceCombo(ANSWER_WORDS),
    "suggesting": lambda _context: SuggestingCombo(("", "Post")),
    "date": make_date_field,
    "uncertain": lambda context: UncertainDateField(context, "Incident"),
    "age": lambda _context: AgeBox(),
    "codes": lambda _context: CodeChecks(QUESTIONS),
    "questions": lambda _context: QuestionBox(QUESTIONS),
    "values": lambda _context: ValueLines("Add a theme", ("Neglect",)),
}


@pytest.mark.parametrize("kind", MAKERS)
def test_an_editor_takes_back_all_that_was_in_it(qtbot, desk, kind):
    first, second = MAKERS[kind](desk.context), MAKERS[kind](desk.context)
    for editor in (first, second):
        qtbot.addWidget(editor)
    empty = typed_in(first)
    assert type_into_all(first)
    assert typed_in(first) != empty
    assert put_back(second, typed_in(first))
    assert typed_in(second) == typed_in(first)
    assert words_in(second) == words_in(first)
    put_back(second, empty)
    assert typed_in(second) == empty


def test_a_day_is_kept_as_that_day_and_not_as_the_word_for_it(qtbot, desk):
    field = make_date_field(desk.context)
    qtbot.addWidget(field)
    field.line_edit.setText("today")
    field.line_edit.textEdited.emit("today")
    assert typed_in(field) == TODAY.isoformat()
    put_back(field, "2026-11-02")
    assert field.value() == date(2026, 11, 2)
    put_back(field, "31/11/2026")
    assert field.line_edit.text() == "31/11/2026"
    assert not field.is_sound()


def test_a_choice_that_is_gone_and_parts_that_are_others_are_not_put_back(qtbot):
    combo, codes = ChoiceCombo({None: "Nobody", "a": "Aunt"}), CodeChecks(QUESTIONS)
    for editor in (combo, codes):
        qtbot.addWidget(editor)
    assert not put_back(combo, "uncle")
    assert put_back(combo, "a")
    assert put_back(combo, "")
    assert combo.value() is None
    assert not put_back(codes, '["1"]')


def test_a_passphrase_is_never_taken(qtbot):
    edit = QLineEdit("ripe lantern")
    qtbot.addWidget(edit)
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    assert typed_in(edit) == ""
    inside = QWidget()
    edit.setParent(inside)
    qtbot.addWidget(inside)
    assert typed_in(inside) == ""
    assert words_in(inside) == ""


def test_what_is_read_names_the_parts(qtbot, desk):
    box, age = QuestionBox(QUESTIONS), AgeBox()
    incident = UncertainDateField(desk.context, "Incident")
    for editor in (box, age, incident):
        qtbot.addWidget(editor)
    box.set_value((Considered("a", Answer.YES, "On Monday"),))
    assert "Was it asked?: Yes\nWas it asked?: text: On Monday" in words_in(box)
    age.set_value(Age(4, AgeUnit.YEARS))
    assert words_in(age) == "Age, number: 4\nAge, unit: years"
    incident.set_value(UncertainDate(Precision.YEAR, date(2025, 1, 1)))
    assert words_in(incident).endswith("Incident, year: 2025")
    codes = CodeChecks(QUESTIONS)
    qtbot.addWidget(codes)
    codes.set_value(("b",))
    assert words_in(codes) == "Was it asked?: no\nWas it answered?: yes"
