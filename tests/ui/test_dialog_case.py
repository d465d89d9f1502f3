"""Tests of the dialogs for a case and a child, and of the editors only they use."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from case_samples import CASE, CHILDREN, nameless
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest

from sgdesk.domain.answers import Answer
from sgdesk.domain.cases import CaseDraft, CaseKind
from sgdesk.domain.dates import Precision, UncertainDate
from sgdesk.domain.editions import Edition
from sgdesk.domain.people import Age, AgeUnit, ChildDraft, ChildRole
from sgdesk.ui.dialogs.age_box import AgeBox
from sgdesk.ui.dialogs.case_dialog import CaseDialog
from sgdesk.ui.dialogs.child_forms import child_form, child_setting
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.dialogs.uncertain_date_field import UncertainDateField

DAY = date(2026, 11, 5)
INCIDENTS = [
    UncertainDate(),
    UncertainDate(Precision.EXACT, DAY),
    UncertainDate(Precision.APPROXIMATE, DAY),
    UncertainDate(Precision.MONTH, date(2026, 11, 1)),
    UncertainDate(Precision.YEAR, date(2026, 1, 1)),
    UncertainDate(Precision.PERIOD, DAY, date(2026, 11, 9)),
    UncertainDate(Precision.PERIOD, DAY),
    UncertainDate(Precision.UNKNOWN),
    UncertainDate(Precision.NOT_ASKED),
    UncertainDate(Precision.NOT_APPLICABLE),
]
FULL = replace(
    CASE,
    kind=CaseKind.NATIONAL,
    area_of_residence="South",
    edition=Edition.WT2018,
    edition_reason="It began under it.",
    closed_on=date(2026, 11, 20),
    closed_reason="All done.\nFiled.",
    outside_england=Answer.NO,
    media_interest=Answer.NOT_ASKED,
)


@pytest.fixture
def drafts():
    return []


@pytest.fixture
def open_case(qtbot, desk, drafts):
    """Open the dialog of the full case with `draft`, or of a new case for None."""

    def open_it(draft):
        view = replace(desk.view(), draft=draft) if draft else None
        dialog = CaseDialog(desk.context, view, drafts.append)
        qtbot.addWidget(dialog)
        dialog.open()
        QTest.qWaitForWindowActive(dialog)
        return dialog

    return open_it


@pytest.fixture
def open_child(qtbot, desk, drafts):
    def open_it(draft, **changes):
        view = replace(desk.view(), **changes)
        setting = child_setting(desk.context, view)
        dialog = FormDialog(desk.context, child_form(draft), draft, drafts.append, setting)
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    return open_it


@pytest.fixture
def incident_field(qtbot, desk):
    field = UncertainDateField(desk.context, "Incident")
    qtbot.addWidget(field)
    field.show()
    return field


def hint(dialog, name):
    return dialog.fields.row(name).message.text()


@pytest.mark.parametrize("draft", [CASE, FULL])
def test_a_case_comes_back_unchanged(open_case, draft):
    dialog = open_case(draft)
    assert dialog.draft() == draft
    assert not dialog.is_changed()
    assert set(dialog.fields.titles) == set(CaseDraft.__dataclass_fields__)
    assert nameless(dialog) == []


@pytest.mark.parametrize("incident", INCIDENTS)
def test_every_way_of_knowing_the_incident_date_comes_back_unchanged(open_case, incident):
    draft = replace(CASE, incident=incident)
    assert open_case(draft).draft() == draft


def test_a_new_case_comes_with_the_next_free_reference_and_starts_at_the_description(
    open_case, drafts
):
    dialog = open_case(None)
    assert dialog.reference_edit.text().endswith("2026-27-01")
    assert dialog.focusWidget() is dialog.title_edit
    assert hint(dialog, "reference") == "The next free one; type over it."
    dialog.reference_edit.setText("ZZSP2026-27-07")
    QTest.keyClicks(dialog.title_edit, "Infant, burns")
    QTest.keyClick(dialog.title_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [draft.title for draft in drafts] == ["Infant, burns"]
    assert dialog.windowTitle() == "New case"


def test_a_reference_that_another_case_holds_is_noticed_while_it_is_typed(qtbot, open_case):
    dialog = open_case(None)
    dialog.reference_edit.setText("zzsp 2026/27/05")
    qtbot.waitUntil(lambda: "belongs to another case" in hint(dialog, "reference"))
    assert dialog.problem_panel.isHidden()


def test_further_references_are_compared_too(qtbot, open_case):
    dialog = open_case(CASE)
    dialog.further_list.setPlainText("ZZ/17\n\nZZSP2026-27-06")
    qtbot.waitUntil(lambda: "belongs to another case" in hint(dialog, "further_references"))


def test_another_edition_than_by_the_dates_asks_for_its_reason(open_case, drafts):
    dialog = open_case(CASE)
    reason = dialog.fields.row("edition_reason")
    assert reason.isHidden()
    assert hint(dialog, "edition") == "In force on the aware date: Working Together 2026"
    dialog.edition_combo.set_value(Edition.WT2023)
    assert not reason.isHidden()
    dialog.save()
    assert drafts == []
    assert dialog.focusWidget() is dialog.edition_reason_edit
    dialog.edition_reason_edit.setPlainText("It began under it.")
    dialog.save()
    assert drafts[0].edition is Edition.WT2023


def test_the_aware_date_says_by_when_to_notify(open_case):
    dialog = open_case(CASE)
    assert hint(dialog, "aware_on") == "Notify by Fri 13 Nov 2026"
    dialog.aware_field.set_value(None)
    dialog.edited("aware_on")
    assert hint(dialog, "aware_on") == ""
    assert hint(dialog, "edition") == "In force today: Working Together 2026"


def test_themes_are_chosen_from_the_list_or_typed_and_none_twice(open_case):
    dialog = open_case(CASE)
    themes = dialog.theme_list
    values = {action.text(): action for action in themes.menu.actions()}
    values["Domestic abuse"].trigger()
    values["Neglect"].trigger()
    assert dialog.draft().themes == (*CASE.themes, "Domestic abuse")
    themes.add_button.click()
    assert themes.menu.isVisible()
    themes.menu.close()
    assert dialog.is_changed()


def test_a_national_review_needs_no_reference(open_case, drafts):
    dialog = open_case(replace(CASE, reference="", kind=CaseKind.NATIONAL))
    assert hint(dialog, "reference") == "A national review needs none."
    dialog.save()
    assert len(drafts) == 1


def test_an_exact_date_goes_over_into_its_month_but_a_month_into_no_day(incident_field):
    incident_field.set_value(UncertainDate(Precision.EXACT, DAY))
    incident_field.precision_combo.set_value(Precision.MONTH)
    assert incident_field.value() == UncertainDate(Precision.MONTH, date(2026, 11, 1))
    incident_field.set_value(UncertainDate(Precision.MONTH, date(2026, 3, 1)))
    incident_field.precision_combo.set_value(Precision.EXACT)
    assert incident_field.value() == UncertainDate(Precision.EXACT)


def test_only_the_parts_that_the_answer_needs_are_shown(incident_field):
    parts = {
        Precision.EXACT: {"start"},
        Precision.PERIOD: {"start", "end"},
        Precision.MONTH: {"month", "year"},
        Precision.YEAR: {"year"},
        Precision.UNKNOWN: set(),
    }
    fields = {
        "start": incident_field.start_field,
        "end": incident_field.end_field,
        "month": incident_field.month_combo,
        "year": incident_field.year_edit,
    }
    for precision, names in parts.items():
        incident_field.precision_combo.set_value(precision)
        assert {name for name, part in fields.items() if not part.isHidden()} == names


def test_a_year_that_is_none_is_said_in_words_and_kept(incident_field, qtbot):
    incident_field.precision_combo.set_value(Precision.YEAR)
    with qtbot.waitSignal(incident_field.value_changed):
        incident_field.year_edit.setText("26")
    assert incident_field.problem() == "Type the year in four digits, as in 2026."
    incident_field.settle()
    assert incident_field.message.text() == incident_field.problem()
    assert incident_field.value() == UncertainDate(Precision.YEAR)
    incident_field.year_edit.setText("")
    assert incident_field.is_sound()


def test_a_period_with_an_unreadable_day_is_not_sound(incident_field):
    incident_field.set_value(UncertainDate(Precision.PERIOD, DAY))
    QTest.keyClicks(incident_field.end_field.line_edit, "sometime")
    assert incident_field.problem()
    incident_field.precision_combo.set_value(Precision.UNKNOWN)
    assert incident_field.is_sound()


def test_an_incident_that_cannot_be_read_stops_saving(open_case, drafts):
    dialog = open_case(replace(CASE, incident=UncertainDate(Precision.YEAR, date(2026, 1, 1))))
    dialog.incident_field.year_edit.setText("twenty")
    dialog.save()
    assert drafts == []
    assert dialog.problem_panel.links()[0].text() == "Incident"


@pytest.mark.parametrize(
    "draft",
    [
        *CHILDREN,
        ChildDraft(
            pseudonym="Child C",
            stated_age=Age(0, AgeUnit.UNBORN),
            died_on=date(2026, 11, 6),
            role=ChildRole.BOTH,
            is_first_listed=True,
        ),
    ],
)
def test_a_child_comes_back_unchanged(open_child, draft):
    dialog = open_child(draft)
    assert dialog.draft() == draft
    assert set(dialog.fields.titles) == set(ChildDraft.__dataclass_fields__)
    assert nameless(dialog) == []


def test_the_age_at_the_incident_is_said_while_the_date_of_birth_is_typed(open_child, desk):
    dialog = open_child(ChildDraft(pseudonym="Child A"))
    assert hint(dialog, "stated_age") == "When the date of birth is not known."
    assert hint(dialog, "born_on") == "Of an unborn child the expected date."
    QTest.keyClicks(dialog.editors["born_on"].line_edit, "1/8/2026")
    assert hint(dialog, "born_on") == "Age at the incident: 3 months"
    dialog.editors["stated_age"].unit_combo.set_value(AgeUnit.YEARS)
    assert hint(dialog, "born_on") == ""
    assert hint(dialog, "stated_age") == "Counts before the date of birth."


def test_neither_title_bar_nor_context_line_holds_the_childs_name(open_child):
    dialog = open_child(CHILDREN[0])
    assert dialog.windowTitle() == "Edit child"
    assert "Planted" not in dialog.accessibleName()


def test_a_child_without_a_pseudonym_is_not_saved(open_child, drafts):
    dialog = open_child(ChildDraft())
    dialog.save()
    assert drafts == []
    assert dialog.problem_panel.links()[0].text() == "Pseudonym"


def test_an_age_counts_only_in_units_that_are_counted(qtbot):
    box = AgeBox()
    qtbot.addWidget(box)
    box.show()
    assert box.value() is None
    box.unit_combo.set_value(AgeUnit.WEEKS)
    assert not box.count_box.isHidden()
    box.count_box.setValue(7)
    assert box.value() == Age(7, AgeUnit.WEEKS)
    box.unit_combo.set_value(AgeUnit.UNBORN)
    assert box.count_box.isHidden()
    assert box.value() == Age(0, AgeUnit.UNBORN)


def test_the_mouse_wheel_scrolls_the_form_and_changes_no_answer(open_child):
    dialog = open_child(CHILDREN[1])
    for widget in (
        dialog.editors["role"],
        dialog.editors["stated_age"].count_box,
        dialog.editors["stated_age"].unit_combo,
    ):
        event = QWheelEvent(
            QPointF(5, 5),
            QPointF(5, 5),
            QPoint(0, -120),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        widget.wheelEvent(event)
        assert not event.isAccepted()
    assert dialog.draft() == CHILDREN[1]
