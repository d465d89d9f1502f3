"""Every way in which the services save leaves a word in the history of every row it changed.

The walk goes all these ways once, over invented cases. A way that is new is found in the source,
and has to be walked too.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from agency_samples import ASKED, NAMES, add_agencies, rows_by_name
from learning_samples import make_chain
from pack_samples import DECK, DRAFT
from services_samples import CASE, CHEAP, NOW, OPENING_WORDS, PROFILE, TODAY, make_case
from written_rows import Witness, reaching

from sgdesk.config.resources import resource
from sgdesk.domain.action_closing import ClosingDraft
from sgdesk.domain.agency_marks import ReturnMark
from sgdesk.domain.agency_requests import AgencyRequestDraft, AgencyReturnDraft, ChaseStep
from sgdesk.domain.attachments import AttachmentDraft
from sgdesk.domain.boilerplate import BoilerplateDraft, BoilerplateKey
from sgdesk.domain.cases import CaseLinkDraft
from sgdesk.domain.dates import UncertainDate
from sgdesk.domain.delays import DelayDraft
from sgdesk.domain.learning import ActionDraft, EvidenceDraft
from sgdesk.domain.letters import LetterKey, LetterTemplate
from sgdesk.domain.local_reviews import LocalReviewDraft
from sgdesk.domain.made_files import ExportRecipientDraft
from sgdesk.domain.milestones import MilestoneDraft
from sgdesk.domain.notifications import NotificationDraft, RecipientDraft
from sgdesk.domain.partnerships import (
    AgencyContactDraft,
    AgencyDraft,
    AgreedDate,
    CalendarChange,
    CalendarChangeKind,
    FormerNameDraft,
)
from sgdesk.domain.people import ChildDraft
from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.rapid_reviews import RapidReviewDraft
from sgdesk.domain.review_parts import MonitoringDraft
from sgdesk.domain.saved_views import SavedViewDraft
from sgdesk.domain.timetables import Milestone, Timetable, standard_milestones
from sgdesk.domain.value_lists import ValueListKey
from sgdesk.progress import silent
from sgdesk.records.letters import Letter
from sgdesk.records.packs import PackPlace
from sgdesk.services import agency_directory as directory
from sgdesk.services import agency_requests as requests
from sgdesk.services import attachments, calendar_years, deck_templates, review_letters, settings
from sgdesk.services.action_closing import close_action
from sgdesk.services.agency_marks import mark_request
from sgdesk.services.agreed_dates import save_agreed_date
from sgdesk.services.boilerplate import list_wordings, remove_wording, save_wording
from sgdesk.services.briefings import save_briefing
from sgdesk.services.case_links import save_link
from sgdesk.services.case_views import get_case
from sgdesk.services.cases import save_case
from sgdesk.services.chases import draft_chase, log_chase
from sgdesk.services.children import remove_child, save_child
from sgdesk.services.deadline_calendars import save_deadline_calendar
from sgdesk.services.deadline_files import save_deadline_workbook
from sgdesk.services.deadline_reports import deadline_report
from sgdesk.services.deadlines import list_deadlines
from sgdesk.services.delays import end_delay
from sgdesk.services.entries import list_entries, remove_entry, save_entry
from sgdesk.services.history import read_history
from sgdesk.services.imports import plan_import, save_import
from sgdesk.services.judging import judge_anew
from sgdesk.services.letters import save_template
from sgdesk.services.milestones import save_milestone_done
from sgdesk.services.opened_copies import opened_copies
from sgdesk.services.outdated_files import (
    list_logged_files,
    remove_export_recipient,
    save_export_recipient,
)
from sgdesk.services.pack_recipients import save_pack_recipient
from sgdesk.services.packs import run_pack
from sgdesk.services.panel_letters import log_late_letter
from sgdesk.services.papers import save_paper
from sgdesk.services.practice import open_practice
from sgdesk.services.recipients import save_recipient
from sgdesk.services.register import create_register
from sgdesk.services.releases import mark_again, release_documents
from sgdesk.services.request_letters import draft_request, log_request
from sgdesk.services.restoring import bring_back, restore_value
from sgdesk.services.reviews import (
    save_local_review,
    save_notification,
    save_publication,
    save_rapid_review,
)
from sgdesk.services.saved_views import list_views, remove_view, save_view
from sgdesk.services.settings import list_agencies, save_agency
from sgdesk.services.timetables import list_timetables, remove_timetable, save_timetable
from sgdesk.services.undo import last_change, undo
from sgdesk.services.value_lists import save_value_list

NOTIFIED = date(2026, 11, 10)
ROUTE = "Secure e-mail"
PAGE = """Case reference: RIV2024-25-02
Publication date: 10.02.2026
This review, entitled ‘Behind a wall’, looks at a young person who was hurt by another child.
"""


@pytest.fixture
def witness(monkeypatch):
    return Witness(monkeypatch)


@pytest.fixture
def register(tmp_path):
    folder = tmp_path / "register"
    folder.mkdir()
    made, _ = create_register(folder, PROFILE, OPENING_WORDS, now=lambda: NOW, cost=CHEAP)
    yield made
    made.close()


def test_every_way_of_saving_tells_each_row_it_changed(witness, register, tmp_path):
    case_id = make_case(register, notified_on=None)
    other = make_case(register, replace(CASE, reference="RIV2026-27-02", further_references=()))
    open_practice(today=TODAY, now=lambda: NOW).close()
    walk_the_case(register, case_id, other)
    walk_the_review(register, case_id)
    walk_agencies(register, other)
    walk_learning(register, other)
    walk_files(register, other, tmp_path)
    walk_publishing(register, other, tmp_path)
    walk_settings(register)
    walk_back(register, other)
    folder = tmp_path / "another"
    folder.mkdir()
    create_register(folder, PROFILE, OPENING_WORDS, now=lambda: NOW, cost=CHEAP)[0].close()
    assert reaching() - witness.saved.keys() == set(), "ways of saving that nobody walked"
    assert register.store.integrity_problems() == []


def walk_the_case(register, case_id, other):
    save_case(register, case_id, replace(CASE, title="Another", themes=()), today=TODAY)
    save_notification(register, case_id, NotificationDraft(notified_on=NOTIFIED), today=TODAY)
    save_child(register, case_id, None, ChildDraft(pseudonym="Child A", name="X"), today=TODAY)
    (child,) = get_case(register, case_id, today=TODAY).children
    remove_child(register, case_id, child.child_id)
    save_link(
        register, case_id, None, CaseLinkDraft(other_case_id=other, note="Same family"), today=TODAY
    )
    lead = RecipientDraft(recipient="Lead", told_on=TODAY)
    save_recipient(register, case_id, None, lead, today=TODAY)
    agreed = AgreedDate(date(2026, 12, 4), "The coroner asked", "Lead partners")
    save_agreed_date(register, case_id, "RR-15", agreed)
    save_agreed_date(register, case_id, "RR-15", None)


def walk_the_review(register, case_id):
    early = replace(
        CASE, reference="RIV2026-27-03", further_references=(), aware_on=date(2026, 10, 9)
    )
    judged = make_case(register, replace(early, incident=UncertainDate()))
    save_rapid_review(register, judged, RapidReviewDraft(sent_on=date(2026, 11, 20)), today=TODAY)
    day = date(2026, 10, 12)
    save_notification(register, judged, NotificationDraft(notified_on=day), today=TODAY)
    judge_anew(register, judged, "RR-15")
    save_rapid_review(register, case_id, RapidReviewDraft(late_reason="Late"), today=TODAY)
    log_late_letter(register, case_id, ROUTE, today=TODAY)
    save_local_review(register, case_id, LocalReviewDraft(initiated_on=NOTIFIED), today=TODAY)
    view = get_case(register, case_id, today=TODAY)
    review_letters.log_commission_letter(register, view, today=TODAY)
    letter = Letter("monitoring", "", "A reviewer", "How it stands", "Dear all")
    review_letters.log_monitoring_letter(register, case_id, None, letter, today=TODAY)
    (held,) = list_entries(register, MonitoringDraft, case_id)
    remove_entry(register, case_id, held)
    delay = DelayDraft(
        kind="Criminal trial",
        reason="No witness is spoken to.",
        authority="Lead partners",
        next_check_on=date(2026, 12, 2),
        pauses=("LR-6M",),
    )
    save_entry(register, case_id, None, delay, today=TODAY)
    (entry,) = list_entries(register, DelayDraft, case_id)
    review_letters.log_delay_letter(register, case_id, entry, today=TODAY)
    (entry,) = list_entries(register, DelayDraft, case_id)
    end_delay(register, case_id, entry, today=TODAY)


def walk_agencies(register, case_id):
    keys = add_agencies(register)
    key = keys["Housing"]
    directory.save_contact(register, key, None, AgencyContactDraft(name="Deputy"), today=TODAY)
    old = FormerNameDraft("Old housing", date(2026, 1, 1))
    directory.save_earlier_name(register, key, None, old, today=TODAY)
    directory.rename_agency(register, key, AgencyDraft("Homes"), date(2026, 10, 31), today=TODAY)
    asked = [keys[name] for name in NAMES]
    requests.ask_agencies(register, case_id, asked, ASKED, today=TODAY)

    def row(name):
        return rows_by_name(register, case_id)[name]

    mark_request(register, row("Schools"), ReturnMark.RECEIVED, today=TODAY)
    one = row("Riverton Police")
    back = AgencyReturnDraft(received_on=TODAY)
    requests.save_return(register, case_id, one.return_entry, back, today=TODAY)
    one = row("Homes")
    again = replace(one.request, route="Letter")
    requests.save_request(register, case_id, one.request_entry, again, today=TODAY)
    one = row("Homes")
    log_request(register, one, draft_request(register, one, today=TODAY), "E-mail", today=TODAY)
    one = row("Homes")
    letter = draft_chase(register, one, ChaseStep.REMINDER, today=TODAY)
    log_chase(register, one, ChaseStep.REMINDER, letter, ROUTE, today=TODAY)
    requests.remove_request(register, case_id, row("Acute hospital trust").request_entry)


def walk_learning(register, case_id):
    chain = make_chain(register, case_id)
    action = chain.one(ActionDraft)
    closing = ClosingDraft(
        closed_on=TODAY, closed_by="Lead", evidence_kind="Audit", evidence_on=TODAY, evidence="40"
    )
    close_action(register, case_id, action, closing, today=TODAY)
    assert list_entries(register, EvidenceDraft, case_id)


def walk_files(register, case_id, folder):
    path = folder / "minutes.pdf"
    path.write_bytes(b"minutes")
    draft = AttachmentDraft(title="Minutes", kind="Minutes")
    attachments.add_attachment(register, case_id, path, draft, progress=silent)
    (row,) = attachments.list_attachments(register, case_id)
    attachments.save_attachment(register, row, replace(draft, title="Others"))
    copies = opened_copies(register)
    copy = copies.open(case_id, row.attachment_id)
    copy.path.chmod(0o600)
    copy.path.write_bytes(b"changed")
    copies.bring_back(copy)
    copy.path.write_bytes(b"changed again, and left open")
    copies.close()
    attachments.remove_attachment(register, attachments.list_attachments(register, case_id)[0])
    rows = list_deadlines(register, today=TODAY)
    paper = deadline_report(register, rows, today=TODAY)
    save_paper(register, paper, folder / "paper.pdf")
    save_deadline_workbook(register, rows, folder / "rows.xlsx", today=TODAY)
    save_deadline_calendar(register, rows, folder / "rows.ics", today=TODAY)


def walk_publishing(register, case_id, folder):
    day = TODAY - timedelta(days=3)
    published = PublicationDraft(title="Behind the door", published_on=day)
    save_publication(register, case_id, published, today=TODAY)
    release_documents(register, case_id, today=TODAY)
    mark_again(register, case_id)
    changes = save_briefing(register, None, replace(DRAFT, case_ids=(case_id,)))
    place = PackPlace(folder / "pack")
    saved = run_pack(register, [changes.briefing_id], DECK, place, today=TODAY)
    who = ExportRecipientDraft("Communications team", TODAY)
    save_pack_recipient(register, saved.export_ids, who, today=TODAY)
    (export_id,) = saved.export_ids
    save_export_recipient(register, export_id, None, replace(who, name="Web"), today=TODAY)
    (made,) = [one for one in list_logged_files(register, today=TODAY) if one.recipients]
    remove_export_recipient(register, made.recipients[0])
    save_import(register, plan_import(register, PAGE, today=TODAY), today=TODAY)


def walk_settings(register):
    settings.save_profile(register, replace(PROFILE, handling_mark="SEEN"), today=TODAY)
    save_agency(register, None, AgencyDraft("Probation"))
    assert list_agencies(register)
    closure = CalendarChange(date(2027, 6, 15), CalendarChangeKind.CLOSURE, "Office move")
    settings.save_calendar_change(register, closure)
    calendar_years.copy_closures(register, 2028)
    (row,) = [one for one in settings.list_calendar(register, 2028) if one.change]
    settings.remove_calendar_change(register, row.change_id)
    year = register.calendar.announced_to.year + 1
    calendar_years.confirm_year(register, year, today=TODAY)
    calendar_years.take_back_year(register, year)
    save_value_list(register, ValueListKey.SEXES, ("Girl", "Boy"))
    save_value_list(register, ValueListKey.SEXES, ("Boy", "Girl"))
    save_template(register, LetterTemplate(LetterKey.CHASE, "Own {reference}", "Dear {recipient}"))
    wording = BoilerplateDraft(BoilerplateKey.STATEMENT.value, TODAY + timedelta(10), "No names.")
    save_wording(register, None, wording)
    remove_wording(register, list_wordings(register)[-1])
    save_view(register, None, SavedViewDraft("deadlines", "Overdue", "overdue"))
    (view,) = list_views(register, "deadlines")
    remove_view(register, view.view_id)
    own = resource("deck", "sgdesk-16x9.pptx").read_bytes()
    deck_templates.save_template(register, deck_templates.read_template("own.potx", own))
    deck_templates.use_template(register, is_used=False)
    deck_templates.remove_template(register)


def walk_back(register, case_id):
    own = Milestone("LOCAL-1", "Visit", 4)
    draft = Timetable(date(2026, 11, 1), (own, *standard_milestones()))
    save_timetable(register, None, draft)
    step = MilestoneDraft(date(2026, 11, 12))
    save_milestone_done(register, case_id, "LOCAL-1", step, today=TODAY)
    save_milestone_done(register, case_id, "LOCAL-1", MilestoneDraft(), today=TODAY)
    newest = next(row for row in read_history(register, case_id=case_id) if row.can_bring_back)
    bring_back(register, newest.seq, today=TODAY)
    undo(register, last_change(register))
    named = replace(CASE, reference="RIV2026-27-02", further_references=(), title="New")
    save_case(register, case_id, named, today=TODAY)
    changed = next(
        row
        for row in read_history(register, case_id=case_id)
        if row.can_restore and row.field == "title"
    )
    restore_value(register, changed.seq, "title", today=TODAY)
    remove_timetable(register, list_timetables(register)[-1])


def test_saving_what_is_there_already_writes_nothing(witness, register):
    case_id = make_case(register, notified_on=NOTIFIED)
    save_child(register, case_id, None, ChildDraft(pseudonym="Child A"), today=TODAY)
    (child,) = get_case(register, case_id, today=TODAY).children
    save_rapid_review(register, case_id, RapidReviewDraft(chair="Chair"), today=TODAY)
    request = AgencyRequestDraft(agency_id=add_agencies(register)["Housing"])
    requests.save_request(register, case_id, None, request, today=TODAY)
    (entry,) = list_entries(register, AgencyRequestDraft, case_id)
    head, saved = register.store.audit_head(), dict(witness.saved)
    save_case(register, case_id, CASE, today=TODAY)
    save_notification(register, case_id, NotificationDraft(notified_on=NOTIFIED), today=TODAY)
    save_child(register, case_id, child.child_id, ChildDraft(pseudonym="Child A"), today=TODAY)
    save_rapid_review(register, case_id, RapidReviewDraft(chair="Chair"), today=TODAY)
    requests.save_request(register, case_id, entry, entry.draft, today=TODAY)
    settings.save_profile(register, PROFILE, today=TODAY)
    assert register.store.audit_head() == head
    assert witness.saved == saved


def test_the_witness_sees_a_row_that_nobody_told(witness, register, monkeypatch):
    """A test that cannot fail proves nothing: the history is made to keep silent once."""
    monkeypatch.setattr("sgdesk.store.audit._append", lambda *_: [])
    with pytest.raises(AssertionError, match="no entry tells"):
        make_case(register)


def test_the_witness_sees_another_value_told_than_stored(witness, register, monkeypatch):
    def lie(_old, new):
        return {name: [None, "something else"] for name, value in new.items() if name == "title"}

    monkeypatch.setattr("sgdesk.store.audit._differences", lie)
    with pytest.raises(AssertionError, match="another value"):
        make_case(register)


def test_the_source_is_read_for_every_way_of_saving():
    ways = reaching()
    assert {
        "cases.save_case",
        "register.create_register",
        "opened_copies.OpenedCopies.bring_back",
    } <= ways
    assert "packs.save_pack" in ways, "it saves through others"
    assert not any(name.startswith("history.") for name in ways)
