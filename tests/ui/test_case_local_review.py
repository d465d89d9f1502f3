"""The tab of a local review: what it reads of the review, and what its forms do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from case_samples import DELAY, TODAY, nameless, opened, texts
from review_samples import (
    BEGAN,
    ENTRIES,
    LINE,
    REVIEW,
    hint,
    open_review,
    review_of,
    type_day,
)

from sgdesk.domain.agency_requests import AgencyRequestDraft
from sgdesk.domain.local_reviews import LocalReviewDraft
from sgdesk.domain.partnerships import AgencyDraft
from sgdesk.services.settings import list_agencies, save_agency
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.dialogs.local_review_forms import FORMS, form_with


@pytest.fixture
def open_tab(desk, open_case_page):
    """Open the tab on the full case, with a review and with entries."""
    return partial(open_review, desk, open_case_page)


def test_a_case_without_a_review_offers_to_record_it(open_tab, desk):
    page, tab = open_tab(review=None)
    assert all(part.isHidden() for part in (*tab.lists.values(), tab.quality))
    tab.facts.card.body.itemAt(0).widget().button.click()
    dialog = opened(page.window(), FormDialog)
    type_day(dialog, "initiated_on", BEGAN)
    dialog.save()
    assert review_of(desk) == LocalReviewDraft(initiated_on=BEGAN)
    assert not tab.lists["version"].isHidden()


def test_the_facts_read_what_is_recorded_and_how_it_stands(open_tab):
    _, tab = open_tab()
    said = set(texts(tab.facts))
    assert {
        "Mon 4 May 2026",
        "Wed 4 Nov 2026",
        "From another region.",
        "Version 1.0, Agreed Mon 15 Jun 2026",
        "From Sat 1 Jun 2024 to not recorded",
        "Mon 4 Jan 2027",
        "A trial is listed.",
        "Waiting",
    } <= said
    assert (
        "Forecast 4 Jan 2027: 2 months after the six months. "
        "Tell the Panel and the Secretary of State why." in said
    )


def test_a_scope_and_terms_that_nobody_agreed_read_as_not_recorded(open_tab):
    bare = LocalReviewDraft(initiated_on=BEGAN)
    _, tab = open_tab(review=bare)
    terms, forecast = tab.facts.parts()[1].section, tab.facts.parts()[2].section
    assert [fact.words for fact in terms.facts] == ["", "", ""]
    assert [fact.label for fact in forecast.facts] == ["Forecast of publication"]


def test_a_scope_to_a_day_alone_says_so(open_tab):
    _, tab = open_tab(review=replace(REVIEW, scope_from_on=None, scope_to_on=BEGAN))
    assert "From not recorded to Mon 4 May 2026" in texts(tab.facts)


def test_told_reasons_are_told_under_the_forecast(open_tab):
    _, tab = open_tab(replace(DELAY, pauses=()))
    said = " ".join(texts(tab.facts))
    assert "The Panel and the Secretary of State were told why." in said
    assert "Reasons for delay told" in said


def test_signatures_are_ticked_one_by_one(open_tab):
    signed = replace(REVIEW, health_signed_on=TODAY, health_signed_by="Chief nurse")
    _, tab = open_tab(review=signed)
    facts = {fact.label: (fact.words, fact.note) for fact in tab.facts.parts()[3].section.facts}
    assert facts["Sign-off, health"] == ("Mon 23 Nov 2026", "Chief nurse")
    assert facts["Sign-off, police"] == ("Waiting", "")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.title)
def test_each_form_shows_what_is_recorded_and_changes_nothing_by_itself(open_tab, form):
    page, tab = open_tab()
    tab.open_step(form.fields()[0].name)
    dialog = opened(page.window(), FormDialog)
    assert dialog.accessibleName() == form.title
    assert dialog.draft() == REVIEW
    assert not dialog.is_changed()


def test_every_field_of_the_review_stands_on_one_form():
    asked = [one.name for form in FORMS for one in form.fields()]
    assert sorted([*asked, "quality"]) == sorted(LocalReviewDraft.__dataclass_fields__)
    assert form_with("terms").title == "Terms of reference"
    assert form_with("nothing of the kind") is FORMS[0]


def test_edit_opens_the_form_of_its_section_and_the_tab_follows(open_tab, desk):
    page, tab = open_tab()
    tab.facts.edit_buttons()[2].click()
    dialog = opened(page.window(), FormDialog)
    assert dialog.focusWidget() is dialog.editors["forecast_on"].line_edit
    dialog.editors["forecast_reason"].setPlainText("Two agencies were late.")
    dialog.save()
    assert review_of(desk) == replace(REVIEW, forecast_reason="Two agencies were late.")
    assert "Two agencies were late." in texts(tab.facts)


def test_two_forms_that_are_open_at_once_do_not_undo_each_other(open_tab, desk):
    page, tab = open_tab()
    tab.open_step("chair")
    first = opened(page.window(), FormDialog)
    tab.open_step("terms")
    second = next(
        one
        for one in page.window().findChildren(FormDialog)
        if one.isVisible() and one is not first
    )
    first.editors["chair"].setText("Health")
    first.save()
    second.editors["terms"].setPlainText("Why?")
    second.save()
    assert review_of(desk) == replace(REVIEW, chair="Health", terms="Why?")


def test_the_six_months_are_counted_as_the_day_is_typed(open_tab):
    page, tab = open_tab()
    tab.open_step("")
    dialog = opened(page.window(), FormDialog)
    type_day(dialog, "initiated_on", date(2026, 8, 30))
    assert hint(dialog, "initiated_on") == (
        "Six months end Sun 28 Feb 2027; last working day Fri 26 Feb 2027"
    )
    type_day(dialog, "initiated_on", date(2026, 8, 26))
    assert hint(dialog, "initiated_on") == "Six months end Fri 26 Feb 2027"
    type_day(dialog, "initiated_on", None)
    assert hint(dialog, "initiated_on") == "The six months start with the decision to initiate."
    type_day(dialog, "initiated_on", date(2300, 1, 1))
    assert hint(dialog, "initiated_on") == "Six months end Sun 1 Jul 2300"
    assert hint(dialog, "decision_told_on") == "Due Fri 27 Nov 2026"


def test_a_forecast_is_set_against_the_six_months_as_it_is_typed(open_tab):
    page, tab = open_tab()
    tab.open_step("forecast_on")
    dialog = opened(page.window(), FormDialog)
    type_day(dialog, "forecast_on", date(2026, 12, 4))
    assert hint(dialog, "forecast_on") == (
        "Forecast 4 Dec 2026: 1 month after the six months. "
        "Tell the Panel and the Secretary of State why."
    )
    type_day(dialog, "forecast_on", date(2026, 11, 4))
    assert hint(dialog, "forecast_on").endswith("That day is over: set a new forecast.")
    type_day(dialog, "forecast_on", None)
    assert hint(dialog, "forecast_on") == "Six months end Wed 4 Nov 2026"


def test_a_form_warns_of_its_own_fields_alone_and_refuses_what_cannot_be(open_tab):
    page, tab = open_tab(review=replace(REVIEW, independence=""))
    tab.open_step("terms")
    dialog = opened(page.window(), FormDialog)
    assert dialog.problems() == []
    type_day(dialog, "scope_to_on", date(2024, 5, 1))
    assert [one.field for one in dialog.problems()] == ["scope_to_on"]


def test_a_reviewer_from_an_agency_of_the_case_is_asked_about(open_tab, desk):
    save_agency(desk.register, None, AgencyDraft(name="Riverton Police"))
    agency = list_agencies(desk.register)[0].agency_id
    page, tab = open_tab(AgencyRequestDraft(agency_id=agency, asked_on=BEGAN))
    tab.open_step("")
    dialog = opened(page.window(), FormDialog)
    dialog.editors["reviewer_organisation"].setText("Riverton Police")
    assert [(one.field, one.is_warning) for one in dialog.problems()] == [
        ("reviewer_organisation", True)
    ]


def test_f2_edits_what_holds_the_keyboard(open_tab):
    page, tab = open_tab(LINE)
    for button, title in (
        (tab.lists["line"].parts()[0].edit_button, "Key line of enquiry"),
        (tab.quality.parts()[1].edit_button, "Setting up the review"),
        (tab.facts.edit_buttons()[3], "Legal check and sign-off"),
        (page.header.trail_button, "Local review"),
    ):
        button.setFocus()
        page.edit_chosen()
        dialog = opened(page.window(), FormDialog)
        assert dialog.accessibleName() == title
        dialog.reject()


def test_before_a_case_is_shown_the_tab_opens_nothing(desk, qtbot):
    from sgdesk.ui.pages.case_local_review_tab import LocalReviewTab  # noqa: PLC0415 - bare

    tab = LocalReviewTab(desk.context)
    qtbot.addWidget(tab)
    tab.edit_chosen()
    tab.open_step("line")
    tab.quality.edit_asked.emit(None)
    assert tab.findChildren(FormDialog) == []


@pytest.mark.parametrize("size", [(1240, 820), (700, 820)])
def test_every_control_has_a_name_for_screen_readers(open_tab, size):
    page, _ = open_tab(*(draft for draft, _ in ENTRIES.values()), size=size)
    assert nameless(page) == []
