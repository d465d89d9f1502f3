"""Dates that would move: seen before anything is saved, applied or left, by every way of saving."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID

import pytest
from case_samples import NOTIFICATION, RAPID_REVIEW, TODAY, nameless, opened, part_tab, texts
from moving_samples import apply_moves, moves_list
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from settings_samples import form_of, make_settings_desk, show_settings
from window_steps import activate, open_window, trigger

from sgdesk.domain.counting import Counting
from sgdesk.domain.partnerships import CalendarChange, CalendarChangeKind
from sgdesk.errors import UserError
from sgdesk.records.moved_dates import KeptDate, MovedDate, Recalculation
from sgdesk.services.deadlines import explain_deadline
from sgdesk.services.held_cases import read_all_held
from sgdesk.services.reviews import save_notification, save_rapid_review
from sgdesk.services.settings import save_calendar_change
from sgdesk.ui.dialogs import moving_dates
from sgdesk.ui.dialogs.deadline_dialog import DeadlineDialog
from sgdesk.ui.dialogs.moved_dates_dialog import MovedDatesDialog
from sgdesk.ui.dialogs.moving_dates import save_asking, save_for_all_cases
from sgdesk.ui.dialogs.waiting_save import WaitDialog
from sgdesk.ui.look.current import current, put_in_force
from sgdesk.ui.models.moved_columns import KEPT_COLUMNS, MOVED_COLUMNS
from sgdesk.ui.pages.case_page import CasePage

MOURNING = CalendarChange(date(2026, 11, 25), CalendarChangeKind.ADDED, "Day of mourning")
MOVED = MovedDate(
    UUID(int=1),
    "ZZSP 1",
    "RR-15",
    "Rapid Review to the Panel",
    date(2026, 12, 1),
    date(2026, 12, 2),
    "Calendar changed",
    working_days=1,
)
KEPT = KeptDate(
    UUID(int=1), "ZZSP 1", "SIN-5", "Notify the Panel", date(2026, 11, 13), "Met 1 day late"
)
FUNERAL = CalendarChange(date(2026, 11, 16), CalendarChangeKind.ADDED, "State funeral")


@pytest.fixture
def page(qtbot, desk):
    desk.register.asks_before_moving = True
    shown = CasePage(desk.context, desk.full_id)
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.fixture
def show(qtbot):
    def shown(*told, **more):
        dialog = MovedDatesDialog(Recalculation(*told), **more)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return shown


def cells(columns, row):
    return [(one.text(row), one.second(row) if one.second else "") for one in columns]


def due(desk, code="RR-15"):
    detail = explain_deadline(desk.register, desk.full_id, code, today=TODAY)
    return detail.row.due


def change_calendar(desk):
    return save_calendar_change(desk.register, MOURNING)


def test_a_row_says_before_and_after_by_how_much_and_why():
    assert cells(MOVED_COLUMNS, MOVED) == [
        ("ZZSP 1", "Rapid Review to the Panel"),
        ("Tue 1 Dec 2026", ""),
        ("Wed 2 Dec 2026", "1 working day later"),
        ("Calendar changed", ""),
    ]
    agreed = replace(MOVED, agreed_on=date(2026, 12, 9), working_days=-3)
    assert cells(MOVED_COLUMNS, agreed)[2:] == [
        ("Wed 2 Dec 2026", "3 working days earlier"),
        ("Calendar changed. Agreed Wed 9 Dec 2026 stays", ""),
    ]
    new = replace(MOVED, before=None, working_days=None)
    assert cells(MOVED_COLUMNS, new)[1:3] == [("No date", ""), ("Wed 2 Dec 2026", "")]
    weekend = replace(MOVED, working_days=0)
    assert cells(MOVED_COLUMNS, weekend)[2][1] == "No working day between"
    assert [one.text(KEPT) for one in KEPT_COLUMNS] == [
        "ZZSP 1",
        "Notify the Panel",
        "Fri 13 Nov 2026",
        "Met 1 day late",
    ]
    for column in MOVED_COLUMNS:
        rows = sorted([MOVED, new], key=column.sort_key or column.text)
        assert len(rows) == 2


def test_the_list_says_what_applying_does_and_names_every_control(show):
    dialog = show((MOVED, MOVED), (KEPT,))
    assert dialog.accessibleName() == "2 due dates move in 1 case"
    assert dialog.apply_button.text() == "Apply: move 2 dates"
    assert dialog.leave_button.text() == "Do not change"
    assert dialog.kept_button.text() == "1 met deadline keeps its result"
    assert dialog.kept_card.isVisible()
    assert nameless(dialog) == []


def test_large_text_leaves_both_answers_on_a_small_screen(show):
    put_in_force(replace(current(), text_scale=2.0))
    dialog = show((MOVED,) * 12, (KEPT,))
    dialog.resize(1248, 656)
    dialog.grab()
    assert dialog.height() == 656, "the body scrolls; nothing pushes the answers off the screen"
    assert dialog.footer.geometry().bottom() < 656


def test_many_kept_results_are_folded_away_until_asked_for(show):
    dialog = show((MOVED,), (KEPT,) * 12)
    assert dialog.kept_button.text() == "12 met deadlines keep their result"
    assert not dialog.kept_card.isVisible()
    QTest.mouseClick(dialog.kept_button, Qt.MouseButton.LeftButton)
    assert dialog.kept_card.isVisible()
    assert dialog.kept_button.accessibleDescription() == "Fold them away"
    QTest.keyClick(dialog.kept_button, Qt.Key.Key_Return)
    assert not dialog.kept_card.isVisible()


def test_only_kept_results_are_shown_open(show):
    dialog = show((), (KEPT,) * 12)
    assert dialog.accessibleName() == "No open date moves"
    assert dialog.apply_button.text() == "Apply"
    assert dialog.kept_card.isVisible()
    assert not dialog.moved_card.isVisible()


def test_the_keyboard_applies_or_leaves(show, qtbot):
    dialog = show((MOVED,))
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    activate(dialog)
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    dialog = show((MOVED,))
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_afterwards_the_same_list_has_nothing_to_decide(show):
    dialog = show((MOVED,), is_done=True)
    assert dialog.accessibleName() == "1 due date moved"
    assert dialog.windowTitle() == "Dates that moved"
    assert not dialog.apply_button.isVisible()
    assert dialog.leave_button.text() == "Close"


def test_a_form_shows_the_list_keeps_what_was_typed_and_closes_when_it_is_applied(
    qtbot, page, desk
):
    part_tab(page, "notification").open_step("")
    form = opened(page)
    form.fields.row("notified_on").editor.set_value(date(2026, 11, 11))
    form.save()
    dialog = moves_list(qtbot)
    dialog.leave_button.click()
    assert form.isVisible()
    assert form.draft().notified_on == date(2026, 11, 11)
    assert due(desk) == date(2026, 12, 1)
    form.save()
    apply_moves(qtbot)
    assert not form.isVisible()
    assert due(desk) == date(2026, 12, 2)


def test_a_list_that_is_out_of_date_by_then_is_shown_anew(qtbot, page, desk):
    save_asking(desk.context, partial(change_calendar, desk), page)
    dialog = moves_list(qtbot)
    other = CalendarChange(date(2026, 11, 26), CalendarChangeKind.ADDED, "Another day")
    desk.register.asks_before_moving = False
    save_calendar_change(desk.register, other)
    desk.register.asks_before_moving = True
    dialog.apply_button.click()
    again = moves_list(qtbot)
    assert again is not dialog
    assert due(desk) == date(2026, 12, 2)
    again.apply_button.click()
    assert due(desk) == date(2026, 12, 3)


def test_what_cannot_be_saved_is_told_where_it_was_asked(qtbot, page, desk):
    def refuse():
        raise UserError("It is gone.")

    told = []
    save_asking(desk.context, refuse, page, tell=told.append)
    assert [str(one) for one in told] == ["It is gone."]
    with qtbot.waitSignal(desk.context.troubled):
        save_asking(desk.context, refuse, page)


def test_settings_ask_before_they_date_every_case_anew(qtbot, tmp_path):
    desk = make_settings_desk(tmp_path)
    desk.register.asks_before_moving = True
    settings = show_settings(qtbot, desk)
    form = form_of(settings, "Counting")
    form.choice.set_value(Counting.TRIGGER_IS_DAY_1)
    form.save()
    moves_list(qtbot).leave_button.click()
    assert form.is_changed()
    assert desk.register.counting is Counting.DAY_AFTER
    form.save()
    apply_moves(qtbot)
    assert not form.is_changed()
    assert desk.register.counting is Counting.TRIGGER_IS_DAY_1
    desk.register.close()


def test_the_history_asks_before_it_restores_a_date(qtbot, page, desk):
    desk.register.asks_before_moving = False
    changed = replace(NOTIFICATION, notified_on=date(2026, 11, 11))
    save_notification(desk.register, desk.full_id, changed, today=TODAY)
    desk.register.asks_before_moving = True
    page.reload()
    tab = part_tab(page, "history")
    rows = tab.table.model().records()
    row = next(one for one in rows if one.can_restore and one.field == "notified_on")
    tab.table.choose((row.seq, row.field))
    tab.put_back()
    apply_moves(qtbot)
    assert due(desk) == date(2026, 12, 1)


def test_undo_asks_and_the_status_line_shows_what_moved(qtbot, desk):
    window = open_window(qtbot, desk.context)
    desk.register.asks_before_moving = False
    changed = replace(NOTIFICATION, notified_on=date(2026, 11, 11))
    save = partial(save_notification, desk.register, desk.full_id, changed, today=TODAY)
    desk.context.apply(save())
    desk.register.asks_before_moving = True
    assert window.status_line.moved_button.text() == "3 due dates moved: show"
    window.status_line.moved_button.click()
    shown = moves_list(qtbot)
    assert shown.accessibleName() == "3 due dates moved"
    shown.leave_button.click()
    trigger(window, "undo")
    assert due(desk) == date(2026, 12, 2)
    apply_moves(qtbot)
    assert due(desk) == date(2026, 12, 1)
    desk.context.apply(replace_nothing(desk))
    assert not window.status_line.moved_button.isVisible()


def replace_nothing(desk):
    return save_rapid_review(
        desk.register, desk.full_id, replace(RAPID_REVIEW, chair="Police"), today=TODAY
    )


def test_a_large_register_is_dated_anew_in_the_background(qtbot, page, desk, monkeypatch):
    monkeypatch.setattr(moving_dates, "_MANY_CASES", 0)
    read_all_held(desk.register)
    save_for_all_cases(desk.context, partial(change_calendar, desk), page)
    (waiting,) = page.findChildren(WaitDialog)
    assert waiting.isVisible()
    waiting.reject()
    assert waiting.isVisible()
    moves_list(qtbot).leave_button.click()
    assert due(desk) == date(2026, 12, 1)
    save_for_all_cases(desk.context, partial(change_calendar, desk), page)
    with qtbot.waitSignal(desk.context.changed):
        apply_moves(qtbot)
    assert due(desk) == date(2026, 12, 2)
    assert not any(one.isVisible() for one in page.findChildren(WaitDialog))


@pytest.mark.parametrize("error", [UserError("It is gone."), ValueError("a fault")])
def test_trouble_in_the_background_is_told(qtbot, page, desk, monkeypatch, error):
    monkeypatch.setattr(moving_dates, "_MANY_CASES", 0)
    read_all_held(desk.register)

    def fail():
        raise error

    with qtbot.waitSignal(desk.context.troubled) as told:
        save_for_all_cases(desk.context, fail, page)
    assert told.args == [error]


def test_why_this_date_tells_what_it_was_before(qtbot, desk):
    save_calendar_change(desk.register, MOURNING)
    dialog = DeadlineDialog(desk.context, desk.full_id, "RR-15")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.earlier_card.isVisible()
    said = texts(dialog.earlier_card)
    assert "Until Mon 23 Nov 2026" in said
    assert "Tue 1 Dec 2026" in said
    why = "Moved then: Wed 25 Nov 2026 is no working day now: Day of mourning"
    assert why in said
    assert not dialog.kept_card.isVisible()


def test_a_kept_result_is_explained_as_it_was_and_judged_anew_on_request(qtbot, desk):
    sent = replace(RAPID_REVIEW, sent_on=date(2026, 11, 20))
    save_rapid_review(desk.register, desk.full_id, sent, today=TODAY)
    save_calendar_change(desk.register, FUNERAL)
    dialog = DeadlineDialog(desk.context, desk.full_id, "RR-15")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.kept_card.isVisible()
    assert "Tue 1 Dec 2026" in dialog.sentence_label.plain_text()
    assert "State funeral" not in dialog.sentence_label.plain_text()
    assert not dialog.strip.isVisible()
    assert dialog.rule_date.date_label.text() == "Tue 1 Dec 2026"
    assert "Judged by" in texts(dialog.kept_card)
    dialog.kept_card.link_button.click()
    dialog.kept_card.confirm_line.yes_button.click()
    assert not dialog.kept_card.isVisible()
    assert "State funeral" in dialog.sentence_label.plain_text()
    assert due(desk) == date(2026, 12, 2)


def test_the_dialog_closes_when_its_deadline_goes(qtbot, desk):
    dialog = DeadlineDialog(desk.context, desk.full_id, "RR-15")
    qtbot.addWidget(dialog)
    dialog.show()
    from sgdesk.domain.notifications import NotificationKind  # noqa: PLC0415 - only here

    care = replace(NOTIFICATION, kind=NotificationKind.CARE_LEAVER_DEATH)
    desk.context.apply(save_notification(desk.register, desk.full_id, care, today=TODAY))
    assert not dialog.isVisible()
