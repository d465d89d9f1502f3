"""The overview says what must happen next and what is missing, and each leads where it is done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from case_samples import TODAY, texts
from PySide6.QtWidgets import QLabel, QPushButton

from sgdesk.domain.delays import DelayDraft
from sgdesk.domain.review_parts import ReviewEventDraft
from sgdesk.records.cases import CaseSpan, MissingItem, NextStep
from sgdesk.services.entries import save_entry
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.pages.case_timeline import milestones, time_between, timeline_spans
from sgdesk.ui.printing.paper_preview import PaperPreview

IDLE = NextStep("Nothing is due", "No deadline of this case is open.", "", "")


def links(page):
    card = page.overview.missing_card
    return {
        one.accessibleName(): one
        for one in card.findChildren(QPushButton)
        if one.accessibleName().endswith(": fill in")
    }


def test_up_to_three_steps_stand_in_order_with_reason_and_rule(open_case_page, qtbot):
    page = open_case_page()
    card, steps = page.overview.next_steps, page.view.next_steps
    assert 1 < len(steps) <= 3
    assert steps[0] == page.view.next_step
    said = texts(card)
    for number, step in enumerate(steps, start=1):
        assert {str(number), step.words, step.reason, step.rule} <= set(said)
    assert [one.accessibleName() for one in card.buttons] == [
        f"{step.words}: {step.button}" for step in steps
    ]
    with qtbot.waitSignal(page.overview.step_asked) as asked:
        card.buttons[1].click()
    assert asked.args == [steps[1].dialog]


def test_where_nothing_is_due_it_says_so_without_a_button(open_case_page):
    page = open_case_page()
    page.overview.show_case(replace(page.view, next_steps=(), next_step=IDLE))
    assert page.overview.next_steps.buttons == []
    card = page.overview.next_steps
    assert {IDLE.words, IDLE.reason} <= {one.text() for one in card.findChildren(QLabel)}


def test_the_keyboard_stays_on_its_step(open_case_page):
    page = open_case_page()
    page.overview.next_steps.buttons[-1].setFocus()
    page.reload()
    assert page.window().focusWidget() is page.overview.next_steps.buttons[-1]
    first = page.view.next_steps[:1]
    page.overview.show_case(replace(page.view, next_steps=first))
    assert page.window().focusWidget() is page.overview.next_steps.buttons[0]


def test_what_is_missing_is_headed_by_the_next_meeting(open_case_page, desk):
    page = open_case_page()
    page.overview.show_case(replace(page.view, meeting=None))
    assert page.overview.missing_card.title_label.text() == "Still missing"
    event = ReviewEventDraft("Panel meeting", date(2026, 11, 24))
    save_entry(desk.register, desk.full_id, None, event, today=TODAY)
    page.reload()
    assert page.overview.missing_card.title_label.text() == (
        "Before Tuesday’s panel meeting you still need"
    )
    page.overview.show_case(replace(page.view, missing=()))
    assert page.overview.missing_card.isHidden()


def test_each_missing_item_leads_to_where_it_is_filled_in(open_case_page, qtbot):
    page = open_case_page()
    assert len(links(page)) == len(page.view.missing)
    words = page.view.missing[0].words
    name = f"{words[:1].upper()}{words[1:]}: fill in"
    with qtbot.waitSignal(page.overview.step_asked) as asked:
        links(page)[name].click()
    assert asked.args == [page.view.missing[0].dialog]


def test_the_details_of_a_child_open_its_form(open_case_page):
    page = open_case_page()
    row = page.view.children[0]
    page.open_step(f"child:{row.child_id}")
    (dialog,) = [one for one in page.window().findChildren(FormDialog) if one.isVisible()]
    assert dialog.draft().pseudonym == row.draft.pseudonym
    dialog.reject()
    item = MissingItem(f"details of {row.draft.pseudonym}: sex", f"child:{row.child_id}")
    page.overview.show_case(replace(page.view, missing=(item,)))
    assert list(links(page)) == ["Details of Child A: sex: fill in"]


def test_proceedings_stand_over_the_timeline(open_case_page, desk):
    delay = DelayDraft("Inquest", reason="It waits.", started_on=date(2026, 11, 12))
    save_entry(desk.register, desk.full_id, None, delay, today=TODAY)
    page = open_case_page()
    assert "Inquest: since 12 Nov 2026, goes on" in page.timeline.accessibleDescription()


def test_spans_reach_from_their_first_day_to_their_last_or_to_today(desk):
    view = desk.view()
    ended = CaseSpan("Inquest", date(2026, 11, 6), date(2026, 11, 10))
    goes_on = CaseSpan("Trial", date(2026, 11, 10), None)
    to_come = CaseSpan("Hearing", date(2026, 12, 24), None)
    first, second, third = timeline_spans(replace(view, spans=(ended, goes_on, to_come)), TODAY)
    assert first.start < first.end == second.start < second.end < third.start == third.end
    assert timeline_spans(replace(view, spans=(ended,), steps=()), TODAY) == ()


def test_the_timeline_says_how_much_time_lies_between(desk):
    found = milestones(desk.view())
    assert found[0].gap == ""
    assert [one.gap for one in found[1:3]] == ["1 day", "4 days"]


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (date(2026, 1, 1), ""),
        (date(2026, 1, 2), "1 day"),
        (date(2026, 1, 21), "20 days"),
        (date(2026, 1, 22), "3 weeks"),
        (date(2026, 3, 15), "2 months"),
        (date(2026, 7, 1), "6 months"),
        (date(2026, 12, 31), "1 year"),
        (date(2027, 7, 1), "1½ years"),
        (date(2029, 1, 1), "3 years"),
    ],
)
def test_time_between_is_told_in_the_unit_that_fits(other, words):
    assert time_between(date(2026, 1, 1), other) == words


def test_printing_on_a_case_shows_its_front_sheet(open_case_page):
    page = open_case_page()
    page.print_list()
    (preview,) = page.window().findChildren(PaperPreview)
    assert preview.windowTitle() == "SGDesk: Print case front sheet"
    assert preview.paper.title == "Case ZZSP2026-27-05"
    preview.reject()


def test_a_case_that_is_gone_is_not_printed(open_case_page, desk, qtbot):
    page = open_case_page()
    page.case_id = uuid4()
    with qtbot.waitSignal(desk.context.troubled):
        page.print_list()
