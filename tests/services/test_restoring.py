from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from services_samples import CASE, TODAY, make_case

from sgdesk.domain.agency_requests import AgencyRequestDraft, AgencyReturnDraft
from sgdesk.domain.attachments import AttachmentDraft
from sgdesk.domain.briefings import BriefingDraft
from sgdesk.domain.cases import CaseLinkDraft
from sgdesk.domain.dates import Precision, UncertainDate
from sgdesk.domain.delays import DelayDraft
from sgdesk.domain.family import FamilyContactDraft, FamilyMemberDraft
from sgdesk.domain.local_reviews import LocalReviewDraft
from sgdesk.domain.notifications import NotificationDraft
from sgdesk.domain.partnerships import AgencyDraft, AgreedDate
from sgdesk.domain.people import Age, AgeUnit, ChildDraft
from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.rapid_reviews import Decision, RapidReviewDraft
from sgdesk.errors import RejectedError, UserError
from sgdesk.progress import silent
from sgdesk.services.agency_requests import save_request, save_return
from sgdesk.services.agreed_dates import save_agreed_date
from sgdesk.services.attachments import (
    add_attachment,
    list_attachments,
    remove_attachment,
    save_attachment,
)
from sgdesk.services.briefings import save_briefing
from sgdesk.services.case_links import save_link
from sgdesk.services.case_views import get_case
from sgdesk.services.cases import save_case
from sgdesk.services.children import remove_child, save_child
from sgdesk.services.entries import list_entries, remove_entry, save_entry
from sgdesk.services.history import read_history
from sgdesk.services.restoring import bring_back, restore_value
from sgdesk.services.reviews import (
    save_local_review,
    save_notification,
    save_publication,
    save_rapid_review,
)
from sgdesk.services.settings import list_agencies, save_agency
from sgdesk.store.entities.cases import ChildEntity
from sgdesk.store.entities.notifications import NotificationEntity
from sgdesk.store.queries.find import find_part

CHILD = ChildDraft(pseudonym="Child A", name="Planted Name", sex="Female")
BRIEFING = BriefingDraft(title="Neglect")
DELAY = DelayDraft(kind="Criminal trial", reason="A trial is listed.")


@pytest.fixture
def case_id(register):
    return make_case(register)


def last(register, what):
    """Return the newest change of that name."""
    return next(row for row in read_history(register) if row.what == what)


def restore(register, what):
    row = last(register, what)
    return restore_value(register, row.seq, row.field, today=TODAY)


def bring(register, what):
    return bring_back(register, last(register, what).seq, today=TODAY)


def view(register, case_id):
    return get_case(register, case_id, today=TODAY)


def test_an_earlier_value_is_put_back_and_the_history_tells_of_it(register, case_id):
    save_case(register, case_id, replace(CASE, owner="Somebody"), today=TODAY)
    changes = restore(register, "Case: Owner")
    assert changes.what == "Case: Owner restored"
    assert changes.case_ids == {case_id}
    assert view(register, case_id).draft == CASE
    row = last(register, "Case: Owner")
    assert (row.old, row.new) == ("Somebody", "Business support")


def test_a_value_that_holds_already_is_not_put_back(register, case_id):
    save_case(register, case_id, replace(CASE, owner="Somebody"), today=TODAY)
    save_case(register, case_id, CASE, today=TODAY)
    row = read_history(register, case_id=case_id)[1]
    assert row.new == "Somebody"
    with pytest.raises(UserError, match="holds already"):
        restore_value(register, row.seq, row.field, today=TODAY)


def test_a_restore_cannot_make_a_bad_record(register, case_id):
    save_case(register, case_id, replace(CASE, aware_on=date(2026, 11, 9)), today=TODAY)
    later = UncertainDate(Precision.EXACT, date(2026, 11, 8))
    moved = replace(CASE, aware_on=date(2026, 11, 9), incident=later)
    save_case(register, case_id, moved, today=TODAY)
    with pytest.raises(RejectedError, match="before the incident"):
        restore(register, "Case: Aware date")
    assert view(register, case_id).draft == moved


def test_a_reference_is_put_back_with_its_key_unless_another_case_has_it(register, case_id):
    save_case(register, case_id, replace(CASE, reference="RIV 9"), today=TODAY)
    row = last(register, "Case: Reference")
    other = replace(CASE, further_references=())
    taken = make_case(register, other)
    with pytest.raises(RejectedError, match="belongs to another case"):
        restore_value(register, row.seq, "reference", today=TODAY)
    save_case(register, taken, replace(other, reference="RIV 10"), today=TODAY)
    restore_value(register, row.seq, "reference", today=TODAY)
    with pytest.raises(RejectedError, match="belongs to another case"):
        save_case(register, taken, other, today=TODAY)


def test_what_is_one_field_to_the_officer_is_put_back_together(register, case_id):
    period = UncertainDate(Precision.PERIOD, date(2026, 10, 1), date(2026, 11, 2))
    save_case(register, case_id, replace(CASE, incident=period), today=TODAY)
    unknown = replace(CASE, incident=UncertainDate(Precision.UNKNOWN))
    save_case(register, case_id, unknown, today=TODAY)
    restore(register, "Case: Incident, last day")
    assert view(register, case_id).draft.incident == period
    child = replace(CHILD, stated_age=Age(3, AgeUnit.MONTHS))
    save_child(register, case_id, None, child, today=TODAY)
    child_id = view(register, case_id).children[0].child_id
    save_child(register, case_id, child_id, CHILD, today=TODAY)
    restore(register, "Child A: Age as told, number")
    assert view(register, case_id).children[0].draft.stated_age == Age(3, AgeUnit.MONTHS)


def test_a_private_value_is_put_back_unseen(register, case_id):
    save_child(register, case_id, None, CHILD, today=TODAY)
    child_id = view(register, case_id).children[0].child_id
    save_child(register, case_id, child_id, replace(CHILD, name=""), today=TODAY)
    changes = restore(register, "Child A: Real name changed")
    assert "Planted" not in changes.what
    assert view(register, case_id).children[0].draft.name == "Planted Name"


def test_each_part_of_a_case_takes_its_values_back(register, case_id):
    for save, before, after, what in (
        (
            save_notification,
            NotificationDraft(notified_on=date(2026, 11, 10), receipt="R 17"),
            NotificationDraft(notified_on=date(2026, 11, 10), receipt="R 18"),
            "Notification: Receipt",
        ),
        (
            save_rapid_review,
            RapidReviewDraft(chair="Police"),
            RapidReviewDraft(chair="Health"),
            "Rapid Review: Chair",
        ),
        (
            save_local_review,
            LocalReviewDraft(initiated_on=date(2026, 11, 20), reviewer="One"),
            LocalReviewDraft(initiated_on=date(2026, 11, 20), reviewer="Two"),
            "Local review: Reviewer",
        ),
        (
            save_publication,
            PublicationDraft(spokesperson="Chair"),
            PublicationDraft(spokesperson="Nobody"),
            "Publication: Spokesperson",
        ),
    ):
        save(register, case_id, before, today=TODAY)
        save(register, case_id, after, today=TODAY)
        restore(register, what)
    held = view(register, case_id)
    assert held.notification is not None
    assert held.notification.receipt == "R 17"
    assert held.rapid_review == RapidReviewDraft(chair="Police")
    assert held.local_review is not None
    assert held.local_review.reviewer == "One"
    assert held.publication is not None
    assert held.publication.spokesperson == "Chair"


def test_a_decision_is_not_put_back_without_its_reasons(register, case_id):
    made = RapidReviewDraft(
        decision=Decision.LOCAL_REVIEW, decided_on=date(2026, 11, 20), reasons="It shows a need."
    )
    save_rapid_review(register, case_id, made, today=TODAY)
    save_rapid_review(register, case_id, RapidReviewDraft(), today=TODAY)
    with pytest.raises(RejectedError) as refused:
        restore(register, "Rapid Review: Decision")
    assert {problem.field for problem in refused.value.problems} >= {"decided_on", "reasons"}


def test_requests_and_returns_take_their_values_back(register, case_id):
    save_agency(register, None, AgencyDraft(name="Police"))
    agency_id = list_agencies(register)[0].agency_id
    asked = AgencyRequestDraft(agency_id=agency_id, asked_on=date(2026, 11, 11), note="First")
    save_request(register, case_id, None, asked, today=TODAY)
    (entry,) = list_entries(register, AgencyRequestDraft, case_id)
    save_request(register, case_id, entry, replace(asked, note="Second"), today=TODAY)
    restore(register, "Agency request, Police: Note")
    for version in ("1", "2"):
        entry = list_entries(register, AgencyRequestDraft, case_id)[0]
        answered = AgencyReturnDraft(received_on=date(2026, 11, 12), version=version)
        save_return(register, case_id, entry, answered, today=TODAY)
    restore(register, "Agency request, Police: Version")
    assert list_entries(register, AgencyRequestDraft, case_id)[0].draft.note == "First"
    assert last(register, "Agency request, Police: Version").new == "1"


def test_links_agreed_dates_and_files_take_their_values_back(register, case_id, tmp_path):
    other = make_case(register, replace(CASE, reference="RIV 9", further_references=()))
    link = CaseLinkDraft(other_case_id=other, note="One")
    save_link(register, case_id, None, link, today=TODAY)
    (held,) = list_entries(register, CaseLinkDraft, case_id)
    save_link(register, case_id, held, replace(link, note="Two"), today=TODAY)
    restore(register, "Linked case: Note")
    for reason in ("One waits.", "Two wait."):
        agreed = AgreedDate(date(2026, 12, 1), reason, "The Panel")
        save_agreed_date(register, case_id, "RR-15", agreed)
    row = next(row for row in read_history(register) if row.what.endswith(": Reason"))
    restore_value(register, row.seq, "reason", today=TODAY)
    path = tmp_path / "a.txt"
    path.write_text("a")
    add_attachment(register, case_id, path, AttachmentDraft(title="One"), progress=silent)
    (file,) = list_attachments(register, case_id)
    save_attachment(register, file, AttachmentDraft(title="Two"))
    restore(register, "Attachment, Two: Title")
    assert read_history(register)[0].new == "One"
    assert list_attachments(register, case_id)[0].draft.title == "One"
    assert list_entries(register, CaseLinkDraft, case_id)[0].draft.note == "One"


def test_what_a_value_points_at_must_still_be_there(register, case_id):
    save_entry(register, case_id, None, FamilyMemberDraft(relationship="Mother"), today=TODAY)
    (member,) = list_entries(register, FamilyMemberDraft, case_id)
    contact = FamilyContactDraft(
        member_id=member.entry_id, kind="Other", contacted_on=date(2026, 11, 12)
    )
    save_entry(register, case_id, None, contact, today=TODAY)
    (held,) = list_entries(register, FamilyContactDraft, case_id)
    save_entry(register, case_id, held, replace(contact, member_id=None), today=TODAY)
    remove_entry(register, case_id, member)
    with pytest.raises(UserError, match="points at was removed"):
        restore(register, "Family contact, Other: Family member")
    bring(register, "Family member, Mother: removed")
    restore(register, "Family contact, Other: Family member")
    assert list_entries(register, FamilyContactDraft, case_id)[0].draft == contact


def test_a_record_that_was_removed_is_brought_back_before_its_values_are(register, case_id):
    save_entry(register, case_id, None, DELAY, today=TODAY)
    (held,) = list_entries(register, DelayDraft, case_id)
    save_entry(register, case_id, held, replace(DELAY, contact="Officer"), today=TODAY)
    (held,) = list_entries(register, DelayDraft, case_id)
    remove_entry(register, case_id, held)
    with pytest.raises(UserError, match="Bring it back first"):
        restore(register, "Delay, Criminal trial: Whom to ask")
    changes = bring(register, "Delay, Criminal trial: removed")
    assert changes.what == "Delay, Criminal trial brought back"
    assert changes.case_ids == {case_id}
    assert list_entries(register, DelayDraft, case_id)[0].draft.contact == "Officer"
    with pytest.raises(UserError, match="there already"):
        bring(register, "Delay, Criminal trial: removed")
    restore(register, "Delay, Criminal trial: Whom to ask")
    assert list_entries(register, DelayDraft, case_id)[0].draft == DELAY


def test_a_record_that_would_be_bad_today_is_not_brought_back(register, case_id, monkeypatch):
    save_entry(register, case_id, None, replace(DELAY, started_on=TODAY), today=TODAY)
    (held,) = list_entries(register, DelayDraft, case_id)
    remove_entry(register, case_id, held)
    row = last(register, "Delay, Criminal trial: removed")
    with pytest.raises(RejectedError):
        bring_back(register, row.seq, today=date(2026, 1, 5))
    assert list_entries(register, DelayDraft, case_id) == ()


def test_a_child_comes_back_beside_the_one_that_is_first_listed_now(register, case_id):
    for name in ("Child A", "Child B"):
        save_child(register, case_id, None, replace(CHILD, pseudonym=name), today=TODAY)
    remove_child(register, case_id, view(register, case_id).children[0].child_id)
    bring(register, "Child A: removed")
    firsts = {
        row.draft.pseudonym: row.draft.is_first_listed for row in view(register, case_id).children
    }
    assert firsts == {"Child A": False, "Child B": True}


def test_a_further_reference_comes_back_unless_another_case_has_it(register, case_id):
    save_case(register, case_id, replace(CASE, further_references=()), today=TODAY)
    other = replace(CASE, reference="RIV 9")
    taken = make_case(register, other)
    row = next(
        row
        for row in read_history(register, case_id=case_id)
        if row.what == "Further reference, COV 7: removed"
    )
    with pytest.raises(RejectedError, match="belongs to another case"):
        bring_back(register, row.seq, today=TODAY)
    save_case(register, taken, replace(other, further_references=()), today=TODAY)
    bring_back(register, row.seq, today=TODAY)
    assert view(register, case_id).draft.further_references == ("COV 7",)
    with pytest.raises(UserError, match="there already"):
        bring_back(register, row.seq, today=TODAY)


def test_an_agreed_date_does_not_come_back_beside_another(register, case_id):
    agreed = AgreedDate(date(2026, 12, 1), "One waits.", "The Panel")
    save_agreed_date(register, case_id, "RR-15", agreed)
    save_agreed_date(register, case_id, "RR-15", None)
    row = next(row for row in read_history(register) if row.can_bring_back)
    save_agreed_date(register, case_id, "RR-15", agreed)
    with pytest.raises(UserError, match="taken its place"):
        bring_back(register, row.seq, today=TODAY)
    save_agreed_date(register, case_id, "RR-15", None)
    bring_back(register, row.seq, today=TODAY)


def test_neither_a_file_nor_a_request_comes_back_twice(register, case_id, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("a")
    draft = AttachmentDraft(title="One")
    add_attachment(register, case_id, path, draft, progress=silent)
    remove_attachment(register, list_attachments(register, case_id)[0])
    row = last(register, "Attachment, One: removed")
    add_attachment(register, case_id, path, draft, progress=silent)
    with pytest.raises(UserError, match="same file"):
        bring_back(register, row.seq, today=TODAY)
    remove_attachment(register, list_attachments(register, case_id)[0])
    bring_back(register, row.seq, today=TODAY)
    assert len(list_attachments(register, case_id)) == 1
    save_agency(register, None, AgencyDraft(name="Police"))
    agency_id = list_agencies(register)[0].agency_id
    asked = AgencyRequestDraft(agency_id=agency_id, asked_on=date(2026, 11, 11))
    save_request(register, case_id, None, asked, today=TODAY)
    remove_entry(register, case_id, list_entries(register, AgencyRequestDraft, case_id)[0])
    row = last(register, "Agency request, Police: removed")
    save_request(register, case_id, None, asked, today=TODAY)
    with pytest.raises(UserError, match="taken its place"):
        bring_back(register, row.seq, today=TODAY)
    remove_entry(register, case_id, list_entries(register, AgencyRequestDraft, case_id)[0])
    bring_back(register, row.seq, today=TODAY)
    assert len(list_entries(register, AgencyRequestDraft, case_id)) == 1


def test_what_does_not_belong_to_a_case_or_is_no_such_change_is_refused(register, case_id):
    save_briefing(register, None, BRIEFING)
    save_child(register, case_id, None, CHILD, today=TODAY)
    added = last(register, "Child A: added")
    save_case(register, case_id, replace(CASE, reference="RIV 9"), today=TODAY)
    changed = last(register, "Case: Reference")
    with register.store.rows() as rows:
        ((briefing,),) = rows.all("SELECT seq FROM audit WHERE table_name = 'briefing'")
    for seq, field in (
        (briefing, "title"),
        (999, "title"),
        (added.seq, "sex"),
        (changed.seq, "title"),
        (changed.seq, "reference_key"),
    ):
        with pytest.raises(UserError, match="cannot be put back"):
            restore_value(register, seq, field, today=TODAY)
    with pytest.raises(UserError, match="cannot be put back"):
        bring_back(register, added.seq, today=TODAY)


def test_a_part_of_a_case_that_went_comes_back(register, case_id):
    with register.write() as session:
        held = find_part(session, NotificationEntity, case_id)
        assert held is not None
        held.deleted_at = register.now()
    assert view(register, case_id).notification is None
    bring(register, "Notification: removed")
    assert view(register, case_id).notification is not None


def test_a_contact_with_the_whole_family_comes_back(register, case_id):
    contact = FamilyContactDraft(kind="Other", contacted_on=date(2026, 11, 12))
    save_entry(register, case_id, None, contact, today=TODAY)
    remove_entry(register, case_id, list_entries(register, FamilyContactDraft, case_id)[0])
    bring(register, "Family contact, Other: removed")
    assert list_entries(register, FamilyContactDraft, case_id)[0].draft == contact


def test_a_row_that_was_erased_whole_is_not_brought_back(register, case_id):
    save_child(register, case_id, None, CHILD, today=TODAY)
    child_id = view(register, case_id).children[0].child_id
    remove_child(register, case_id, child_id)
    with register.write() as session:
        session.delete(session.get(ChildEntity, child_id))
    removed = [row for row in read_history(register) if row.can_bring_back]
    assert len(removed) == 2
    for row in removed:
        with pytest.raises(UserError, match="cannot be put back"):
            bring_back(register, row.seq, today=TODAY)
