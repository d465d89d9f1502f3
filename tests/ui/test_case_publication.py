"""Tests of the publication of a case: its tab, its forms with their notes, its letters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from case_samples import PUBLICATION, TODAY, nameless, opened, texts
from publishing_samples import PLANNED, publication_tab

from sgdesk.domain.answers import Answer, Considered
from sgdesk.domain.publications import PackFileDraft, PublicationDraft
from sgdesk.domain.review_questions import PUBLICATION_GATES
from sgdesk.services.reviews import save_publication
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.dialogs.publication_dialogs import PublicationDialogs
from sgdesk.ui.dialogs.publication_forms import PUBLICATION_FORMS
from sgdesk.ui.pages.release_card import ReleaseCard

PASSED = tuple(Considered(code, Answer.YES) for code in PUBLICATION_GATES)


@pytest.fixture
def open_tab(open_case_page, desk):
    """Open the tab over the full case with `draft` recorded; over one without for None."""

    def open_it(draft=PLANNED, *entries):
        return publication_tab(desk, open_case_page, draft, *entries)

    return open_it


@pytest.fixture
def open_form(qtbot, desk):
    """Open a form of the publication over the full case with `draft` in place of its own."""

    def open_it(name, draft=None):
        dialogs = PublicationDialogs(desk.context, None)
        dialog = dialogs.open(replace(desk.view(), publication=draft), name)
        qtbot.addWidget(dialog)
        return dialog

    return open_it


def held(desk):
    return desk.view().publication


def hint(dialog, name):
    return dialog.fields.row(name).message.text()


# The forms


def test_every_field_of_a_publication_stands_on_one_form(open_form):
    named = [field.name for form in PUBLICATION_FORMS.values() for field in form.fields()]
    by_a_step_of_its_own = {"released_on"}
    assert sorted(named) == sorted(
        PublicationDraft.__dataclass_fields__.keys() - by_a_step_of_its_own
    )


@pytest.mark.parametrize("name", PUBLICATION_FORMS)
@pytest.mark.parametrize("draft", [PUBLICATION, replace(PLANNED, gates=PASSED), None])
def test_what_is_recorded_comes_back_unchanged(open_form, name, draft):
    dialog = open_form(name, draft)
    assert dialog.draft() == (draft or PublicationDraft())
    assert not dialog.is_changed()
    assert nameless(dialog) == []


def test_a_planned_date_says_when_the_full_report_must_go(open_form):
    dialog = open_form("dates")
    dialog.editors["planned_on"].set_value(date(2026, 6, 3))
    dialog.edited("planned_on")
    assert hint(dialog, "planned_on") == "Full report to the Panel by Fri 22 May 2026"
    assert hint(dialog, "copy_sent_on") == "Due Fri 22 May 2026"
    dialog.editors["copy_sent_on"].set_value(date(2026, 5, 22))
    dialog.edited("copy_sent_on")
    assert hint(dialog, "copy_sent_on") == "In time"
    dialog.editors["copy_sent_on"].set_value(date(2026, 5, 26))
    dialog.edited("copy_sent_on")
    assert hint(dialog, "copy_sent_on").startswith("After Fri 22 May 2026")
    dialog.editors["planned_on"].set_value(date(2300, 1, 1))
    dialog.edited("planned_on")
    assert hint(dialog, "planned_on") == ""


def test_a_publication_date_says_how_long_the_report_stays(open_form):
    old = replace(PUBLICATION, published_on=date(2025, 11, 20), planned_on=None)
    dialog = open_form("dates", old)
    assert hint(dialog, "published_on") == "Keep available until Fri 20 Nov 2026 at least"
    dialog = open_form("after", PUBLICATION)
    assert hint(dialog, "archived_on") == "Leaves the list Tue 20 Nov 2029"


def test_a_publication_date_names_the_gates_that_are_open(open_form):
    draft = replace(PLANNED, embargo_on=None, embargo_time="", gates=PASSED[1:])
    dialog = open_form("dates", draft)
    dialog.editors["published_on"].set_value(TODAY)
    dialog.save()
    assert not dialog.isVisible()
    dialog = open_form("dates", replace(draft, published_on=TODAY))
    assert hint(dialog, "published_on").startswith("1 gate is open: Legal check of the report.")


def test_all_problems_of_a_publication_are_shown_at_once(open_form):
    dialog = open_form("dates")
    dialog.editors["embargo_time"].setText("noon")
    dialog.editors["web_address"].setText("example.org")
    dialog.save()
    assert dialog.isVisible()
    assert hint(dialog, "embargo_time").startswith("Write it as 10:00")
    assert hint(dialog, "web_address").startswith("Begin it with https://")


def test_a_problem_of_another_form_is_told_with_its_field(open_form):
    dialog = open_form("decision", replace(PUBLICATION, gates=PASSED))
    dialog.editors["not_published"].set_value(Answer.YES)
    dialog.save()
    assert dialog.isVisible()
    said = " ".join(texts(dialog.problem_panel))
    assert "The partners decided not to publish" in said or "Publication date" in said
    assert hint(dialog, "not_published_reason").startswith("Say why the report is not published")


# The tab


def test_a_case_without_a_publication_offers_to_record_it(qtbot, open_tab):
    page, tab = open_tab(None)
    qtbot.waitUntil(tab.empty.isVisible)
    assert not tab.stop_card.isVisible()
    tab.empty.button.click()
    dialog = opened(page, FormDialog)
    dialog.editors["planned_on"].set_value(date(2026, 12, 14))
    dialog.save()
    assert tab.stop_card.isVisible()
    assert not tab.empty.isVisible()


def test_the_tab_reads_the_record_its_gates_and_what_stops_it(open_tab):
    gates = (
        Considered("legal_check", Answer.YES, "By the solicitor."),
        Considered("press_statement", Answer.NOT_APPLICABLE),
    )
    _page, tab = open_tab(replace(PLANNED, gates=gates, web_slot_on=date(2026, 12, 14)))
    assert {"Behind the door", "Mon 14 Dec 2026, 10:00", "By the solicitor."} <= set(texts(tab))
    assert tab.gate_card.note_label.text() == "2 of 9 passed"
    stops = next(one for one in texts(tab.stop_card) if "gates are open" in one)
    assert stops.startswith("7 gates are open: ")
    assert stops.endswith("Embargo until Mon 14 Dec 2026, 10:00.")
    states = [one.rpartition(": ")[2] for one in texts(tab.gate_list) if ": " in one]
    assert [states.count(one) for one in ("passed", "open", "not applicable")] == [2, 7, 1]


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (PublicationDraft(gates=PASSED), "Nothing: every gate is passed."),
        (replace(PUBLICATION, gates=PASSED), "Published Fri 20 Nov 2026."),
        (
            PublicationDraft(not_published=Answer.YES, not_published_reason="Known at once."),
            "The partners decided not to publish.",
        ),
    ],
)
def test_one_line_says_what_stops_publication(open_tab, draft, words):
    _page, tab = open_tab(draft)
    assert words in texts(tab.stop_card)


def test_a_finished_publication_reads_whole(open_tab):
    done = replace(
        PUBLICATION,
        copy_sent_route="Secure e-mail",
        deposit_acknowledged_on=date(2026, 11, 23),
        webinar_on=date(2027, 1, 4),
        webinar_address="https://example.org/webinar",
    )
    _page, tab = open_tab(done)
    assert {
        "Learning together",
        "Secure e-mail",
        "Sat 20 Nov 2027",
        "https://example.org/learning",
        "Acknowledged Mon 23 Nov 2026",
        "https://example.org/webinar",
        "No such decision",
    } <= set(texts(tab))


def test_a_decision_not_to_publish_is_read_with_its_reasons(open_tab):
    draft = PublicationDraft(not_published=Answer.YES, not_published_reason="Known at once.")
    _page, tab = open_tab(draft)
    assert {"Yes", "Known at once."} <= set(texts(tab.record_card))


def test_each_section_opens_its_form_and_the_tab_follows(open_tab, desk):
    page, tab = open_tab()
    for part, field in zip(
        tab.record_card.parts(), ("title", "planned_on", "deposited_on", "not_published"),
        strict=True,
    ):  # fmt: skip
        part.edit_button.click()
        dialog = opened(page, FormDialog)
        assert field in dialog.editors
        dialog.reject()
    tab.gate_card.link_button.click()
    dialog = opened(page, FormDialog)
    dialog.editors["gates"].answers["legal_check"].set_value(Answer.YES)
    dialog.save()
    assert held(desk).gates == (Considered("legal_check", Answer.YES, ""),)
    assert tab.gate_card.note_label.text() == "1 of 10 passed"


def test_f2_edits_what_holds_the_keyboard_else_what_comes_next(open_tab):
    page, tab = open_tab(PLANNED, PackFileDraft())
    for target, field in (
        (tab.record_card.parts()[0].edit_button, "title"),
        (tab.gate_card.link_button, "gates"),
        (tab.pack.parts()[0].edit_button, "approved_by"),
        (tab.print_button, "planned_on"),
    ):
        target.setFocus()
        page.edit_chosen()
        dialog = opened(page, FormDialog)
        assert field in dialog.editors
        dialog.reject()


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (PLANNED, "copy_sent_on"),
        (replace(PLANNED, copy_sent_on=TODAY), "published_on"),
        (replace(PUBLICATION, archived_on=None), "archived_on"),
        (replace(PUBLICATION, archived_on=None, deposited_on=None), "deposited_on"),
        (PUBLICATION, "deposited_on"),
    ],
)
def test_the_next_step_opens_at_the_date_that_is_missing(open_tab, draft, field):
    page, _tab = open_tab(draft)
    page.open_step("publication")
    dialog = opened(page, FormDialog)
    assert dialog.editors[field].isAncestorOf(dialog.focusWidget())


# The handling mark of its documents


def release_words(tab):
    return " ".join(texts(tab.release_card))


def test_documents_keep_their_mark_until_the_officer_releases_them(open_tab, desk):
    _, tab = open_tab()
    card = tab.release_card
    assert "carries the handling mark" in release_words(tab)
    card.button.click()
    assert "Mon 14 Dec 2026, 10:00" in card.confirm_line.sentence_label.text()
    assert held(desk).released_on is None
    card.confirm_line.yes_button.click()
    assert held(desk).released_on == TODAY
    assert "Released on Mon 23 Nov 2026" in release_words(tab)
    card.button.click()
    card.confirm_line.yes_button.click()
    assert held(desk).released_on is None


def test_a_release_that_cannot_be_says_what_to_record_first(open_tab, desk):
    _, tab = open_tab(PublicationDraft(title="Behind the door"))
    tab.release_card.button.click()
    line = tab.release_card.confirm_line
    assert "record the day of publication" in line.sentence_label.text()
    assert line.yes_button.isHidden()
    line.no_button.click()
    assert held(desk).released_on is None
    ReleaseCard(desk.context).ask()


def test_a_release_that_fails_meanwhile_is_told(open_tab, desk):
    _, tab = open_tab()
    said = []
    desk.context.troubled.connect(said.append)
    save_publication(desk.register, desk.full_id, PublicationDraft(title="T"), today=TODAY)
    tab.release_card.confirm_line.confirmed.emit(desk.full_id)
    assert len(said) == 1
    assert held(desk).released_on is None
