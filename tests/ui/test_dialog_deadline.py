"""Tests of "Why this date?" and of the dialog of the agreed date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from case_samples import AGREED, NOW, TODAY, nameless
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from sgdesk.domain.partnerships import AgreedDate, CalendarChange, CalendarChangeKind
from sgdesk.errors import UserError
from sgdesk.records.strips import StripKind
from sgdesk.services.deadlines import explain_deadline
from sgdesk.services.settings import save_calendar_change
from sgdesk.ui.dialogs.agreed_date_dialog import AgreedDateDialog
from sgdesk.ui.dialogs.deadline_dialog import DeadlineDialog
from sgdesk.ui.dialogs.deadline_words import (
    agreed_box,
    agreed_facts,
    counting_words,
    rule_box,
    rule_facts,
    strip_days,
)


@pytest.fixture
def explain(desk):
    """Explain a deadline of the full case."""
    return lambda code: explain_deadline(desk.register, desk.full_id, code, today=TODAY)


@pytest.fixture
def open_dialog(qtbot, desk):
    def open_it(code, case_id=None):
        dialog = DeadlineDialog(desk.context, case_id or desk.full_id, code)
        qtbot.addWidget(dialog)
        dialog.open()
        QTest.qWaitForWindowActive(dialog)
        return dialog

    return open_it


def facts(found):
    return {fact.label: fact.words for fact in found}


def test_the_dialog_says_the_sentence_and_shows_its_days(open_dialog):
    dialog = open_dialog("RR-15")
    sentence = "Notified Tue 10 Nov 2026 (day 0). Day 15 = Tue 1 Dec 2026. Skipped: 6 weekend days."
    assert dialog.sentence_label.plain_text() == sentence
    assert "<b>Tue 1 Dec 2026</b>" in dialog.sentence_label.text()
    assert not dialog.strip.isHidden()
    assert dialog.title_label.text() == "Rapid Review to the Panel"
    assert dialog.windowTitle() == "Why this date?"
    assert dialog.focusWidget() is dialog.close_button
    assert nameless(dialog) == []


def test_the_sentence_can_be_copied(open_dialog):
    dialog = open_dialog("RR-15")
    dialog.count_card.link_button.click()
    assert QGuiApplication.clipboard().text() == dialog.sentence_label.plain_text()
    assert dialog.count_card.link_button.text() == "Copied"


def test_the_rule_is_told_whole(explain):
    told = facts(rule_facts(explain("RR-15")))
    assert told["Period"] == "15 working days after the notified date"
    assert told["Weight"] == "Panel expectation"
    assert told["Edition"] == "Working Together 2026"
    assert told["Counting"] == "The day after the trigger is day 1"
    counting = next(one for one in rule_facts(explain("RR-15")) if one.label == "Counting")
    assert counting.note == "If the trigger day is day 1: Mon 30 Nov 2026"


def test_a_rule_to_be_confirmed_says_so(explain):
    source = next(one for one in rule_facts(explain("PANEL-RESP")) if one.label == "Source")
    assert "ask your partnership" in source.note


def test_what_nothing_completes_is_a_date_to_keep_in_mind(desk):
    desk.finish()
    detail = explain_deadline(desk.register, desk.full_id, "PUB-1Y", today=TODAY)
    period = rule_facts(detail)[0]
    assert period.note == "Nothing completes it: it is a date to keep in mind"
    assert "Counting" not in facts(rule_facts(detail))
    assert strip_days(detail) == ()
    assert rule_box(detail).note == "Stays in view."


def test_both_dates_stand_side_by_side(open_dialog, explain):
    dialog = open_dialog("RR-RETURN")
    assert dialog.rule_date.date_label.text() == "Tue 24 Nov 2026"
    assert dialog.agreed_date.date_label.text() == "Wed 25 Nov 2026"
    assert dialog.rule_date.size() == dialog.agreed_date.size()
    assert facts(agreed_facts(explain("RR-RETURN"))) == {
        "Reason": AGREED.reason,
        "Authority": AGREED.authority,
        "Recorded": f"Mon 23 Nov 2026, {NOW.astimezone():%H:%M} by Officer",
    }
    assert agreed_box(explain("RR-15")).date == "None agreed"


def test_a_met_deadline_says_when_it_was_done(explain):
    done = agreed_facts(explain("SIN-5"))
    assert facts(done) == {"Done": "Tue 10 Nov 2026"}
    assert done[0].note == "Met"


def test_an_agreed_date_of_a_met_deadline_is_told_as_past(desk):
    desk.finish()
    detail = explain_deadline(desk.register, desk.full_id, "RR-RETURN", today=TODAY)
    assert agreed_box(detail).note == "Was agreed before it was done."


def test_a_date_that_cannot_be_counted_says_what_is_missing(desk):
    waiting = explain_deadline(desk.register, desk.bare_id, "SIN-5", today=TODAY)
    assert counting_words(waiting) == (
        "Waiting for the aware date. Record it, and the date is counted."
    )
    assert strip_days(waiting) == ()
    assert rule_box(waiting).date == "Aware date missing"
    missing = explain_deadline(desk.register, desk.bare_id, "LR-6M", today=TODAY)
    assert counting_words(missing).startswith("This rule does not apply: ")


def test_bank_holidays_and_closures_are_named_under_the_strip(desk):
    for day, kind, name in (
        (date(2026, 11, 16), CalendarChangeKind.ADDED, "Day of Mourning"),
        (date(2026, 11, 17), CalendarChangeKind.CLOSURE, "Office move"),
    ):
        save_calendar_change(desk.register, CalendarChange(day, kind, name))
    detail = explain_deadline(desk.register, desk.full_id, "RR-15", today=TODAY)
    days = {day.day: day for day in strip_days(detail)}
    holiday, closure = days[date(2026, 11, 16)], days[date(2026, 11, 17)]
    assert (holiday.kind, holiday.note) == (
        StripKind.BANK_HOLIDAY,
        "Day of Mourning: not counted",
    )
    assert (closure.kind, closure.note) == (StripKind.CLOSURE, "Office move: counts")
    assert days[date(2026, 11, 10)].kind is StripKind.TRIGGER
    assert days[date(2026, 12, 2)].kind is StripKind.DUE


def test_the_agreed_date_is_edited_from_here_and_shown_at_once(open_dialog, desk):
    dialog = open_dialog("RR-15")
    assert dialog.agreed_button.text() == "Agree another date"
    dialog.agreed_button.click()
    editor = dialog.findChild(AgreedDateDialog)
    editor.agreed_field.set_value(date(2026, 12, 4))
    editor.reason_edit.setPlainText("A return is late.")
    editor.authority_combo.setCurrentText("The Panel")
    editor.save()
    assert dialog.agreed_date.date_label.text() == "Fri 4 Dec 2026"
    assert dialog.rule_date.date_label.text() == "Tue 1 Dec 2026"
    assert dialog.agreed_button.text() == "Edit agreed date"


def test_open_case_closes_and_asks_for_the_case(open_dialog, desk, qtbot):
    dialog = open_dialog("RR-15")
    with qtbot.waitSignal(dialog.case_asked) as asked:
        dialog.case_button.click()
    assert asked.args == [desk.full_id]
    assert not dialog.isVisible()


def test_enter_and_escape_close_the_dialog(open_dialog):
    dialog = open_dialog("RR-15")
    QTest.keyClick(dialog.close_button, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    dialog = open_dialog("RR-15")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_partnerships_own_deadline_has_no_case_and_no_agreed_date(qtbot, desk):
    dialog = DeadlineDialog(desk.context, None, "YR-12")
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.case_button.isHidden()
    assert dialog.agreed_button.isHidden()
    assert "Record it in Settings" in dialog.sentence_label.plain_text()


def test_a_rule_that_the_case_does_not_have_is_refused(desk):
    with pytest.raises(UserError):
        DeadlineDialog(desk.context, desk.full_id, "NO-RULE")


@pytest.fixture
def agreed(qtbot, desk, explain):
    """Open the dialog of the agreed date of a rule; what it saves is in `saved`."""

    def open_it(code):
        saved = []
        dialog = AgreedDateDialog(desk.context, explain(code), saved.append)
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog, saved

    return open_it


def test_an_agreed_date_comes_back_unchanged(agreed):
    dialog, saved = agreed("RR-RETURN")
    assert not dialog.is_changed()
    dialog.save()
    assert saved == [AGREED]


def test_an_agreed_date_needs_its_day_its_reason_and_its_authority(agreed):
    dialog, saved = agreed("RR-15")
    assert dialog.back_check.parentWidget().isHidden()
    dialog.save()
    assert saved == []
    titles = [link.text() for link in dialog.problem_panel.links()]
    assert sorted(titles) == ["Agreed date", "Authority", "Reason"]


def test_an_agreed_date_says_how_far_it_is_from_the_rules(agreed):
    dialog, _ = agreed("RR-RETURN")
    row = dialog.fields.row("agreed_on")
    assert row.message.text() == "1 working day after the date by the rule"
    dialog.agreed_field.set_value(date(2026, 11, 20))
    dialog.edited("agreed_on")
    assert row.message.text() == "2 working days before the date by the rule"
    dialog.agreed_field.set_value(date(2300, 11, 20))
    dialog.edited("agreed_on")
    assert row.message.text() == ""


def test_an_agreed_date_can_be_taken_back(agreed):
    dialog, saved = agreed("RR-RETURN")
    dialog.back_check.click()
    assert not dialog.reason_edit.isEnabled()
    dialog.reason_edit.clear()
    dialog.save()
    assert saved == [None]


def test_an_agreed_date_keeps_the_type_that_services_take(agreed):
    dialog, saved = agreed("RR-15")
    dialog.agreed_field.set_value(date(2026, 12, 3))
    dialog.reason_edit.setPlainText("Late.")
    dialog.authority_combo.setCurrentText("The Panel")
    dialog.save()
    assert saved == [AgreedDate(date(2026, 12, 3), "Late.", "The Panel")]
    assert replace(saved[0], reason="") != saved[0]
