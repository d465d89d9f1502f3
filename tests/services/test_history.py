from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest
from services_samples import CASE, NOW, TODAY, make_case

from sgdesk.domain.agency_requests import AgencyRequestDraft
from sgdesk.domain.answers import Answer, Considered
from sgdesk.domain.attachments import AttachmentDraft
from sgdesk.domain.briefings import BriefingDraft, Point
from sgdesk.domain.cases import CaseDraft
from sgdesk.domain.delays import DelayDraft
from sgdesk.domain.family import FamilyContactDraft, FamilyMemberDraft
from sgdesk.domain.learning import FindingDraft, RecommendationDraft
from sgdesk.domain.partnerships import AgencyDraft, AgreedDate
from sgdesk.domain.people import ChildDraft, HouseholdMemberDraft
from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.timetables import Milestone, Timetable, standard_milestones
from sgdesk.errors import UserError
from sgdesk.progress import silent
from sgdesk.services.agency_requests import save_request
from sgdesk.services.agreed_dates import save_agreed_date
from sgdesk.services.attachments import add_attachment, list_attachments, remove_attachment
from sgdesk.services.briefings import save_briefing
from sgdesk.services.case_views import get_case
from sgdesk.services.cases import save_case
from sgdesk.services.children import remove_child, save_child
from sgdesk.services.entries import list_entries, remove_entry, save_entry
from sgdesk.services.entry_kinds import ENTRY_KINDS
from sgdesk.services.field_words import UNSAID
from sgdesk.services.history import (
    RESTORABLE,
    read_history,
    read_history_page,
    read_whole_change,
)
from sgdesk.services.record_words import RECORD_WORDS
from sgdesk.services.reviews import save_publication
from sgdesk.services.saving_ways import way_of
from sgdesk.services.settings import list_agencies, save_agency
from sgdesk.services.stored_values import ENTITIES
from sgdesk.services.timetables import list_timetables, remove_timetable, save_timetable

CHILD = ChildDraft(pseudonym="Child A", name="Planted Name")


def rows_of(register, case_id):
    return {row.what: row for row in read_history(register, case_id=case_id)}


def add_child(register, case_id, draft=CHILD):
    save_child(register, case_id, None, draft, today=TODAY)
    return get_case(register, case_id, today=TODAY).children[-1].child_id


@pytest.mark.parametrize("table", sorted(ENTITIES))
def test_every_table_has_a_word_and_every_field_has_words(table):
    said = RECORD_WORDS[table].fields
    columns = {column.name for column in ENTITIES[table].__table__.columns} - UNSAID
    assert set(said) == columns
    assert all(one.title.strip() for one in said.values())
    titles = [one.title for one in said.values()]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("table", sorted(ENTITIES))
def test_what_a_field_refers_to_has_a_name_and_its_enumeration_has_words(table):
    for column in ENTITIES[table].__table__.columns:
        if column.name in UNSAID:
            continue
        said = RECORD_WORDS[table].fields[column.name]
        for key in column.foreign_keys:
            assert said.refers == key.column.table.name
        members = getattr(column.type, "enum_class", None) or ()
        assert {member.value for member in members} <= {str(code) for code in said.words}


@pytest.mark.parametrize(
    "kind",
    [*ENTRY_KINDS, CaseDraft, ChildDraft, AttachmentDraft, AgencyDraft, HouseholdMemberDraft],
)
def test_what_a_draft_keeps_out_of_its_repr_stays_out_of_the_history(kind):
    tables = {"CaseDraft": "case_file", "ChildDraft": "child", "AttachmentDraft": "attachment"}
    tables |= {"AgencyDraft": "agency"}
    table = tables.get(kind.__name__) or ENTRY_KINDS[kind].entity.__tablename__
    for item in fields(kind):
        if not item.repr and not item.metadata.get("is_prose"):
            assert RECORD_WORDS[table].fields[item.name].is_private, item.name


@pytest.mark.parametrize("table", sorted(RESTORABLE - {"case_reference"}))
def test_every_record_of_a_case_can_be_saved_from_its_history(table):
    read, save = way_of(table, "")
    assert callable(read)
    assert callable(save)


def test_each_change_is_told_with_old_and_new(register):
    case_id = make_case(register)
    save_case(
        register, case_id, replace(CASE, owner="", title="x" * 300, reference="RIV 9"), today=TODAY
    )
    rows = rows_of(register, case_id)
    assert (rows["Case: Owner"].old, rows["Case: Owner"].new) == ("Business support", "blank")
    assert rows["Case: Reference"].new == "RIV 9"
    assert not any("key" in what for what in rows)
    title = rows["Case: Description"]
    assert len(title.new) == 200
    assert read_whole_change(register, title.seq, "title") == (CASE.title, "x" * 300)
    assert rows["Notification: added"].actor == "Business support"
    assert rows["Case: Owner"].at == NOW
    assert (rows["Case: Owner"].record, rows["Case: Owner"].field) == ("Case", "owner")
    assert rows["Case: Owner"].can_restore
    assert not rows["Case: added"].can_restore


def test_a_record_that_came_is_told_with_its_first_values(register):
    case_id = make_case(register)
    rows = rows_of(register, case_id)
    said = rows["Case: added"].new
    assert "Reference: RIV2026-27-01" in said
    assert "Themes: Neglect" in said
    assert "Aware date: Fri 6 Nov 2026" in said
    assert "Not answered" not in said
    assert rows["Further reference, COV 7: added"].new == "Reference: COV 7"


def test_a_record_that_went_is_told_with_what_it_held_and_can_be_brought_back(register):
    case_id = make_case(register)
    child_id = add_child(register, case_id)
    named = replace(CHILD, sex="Female", looked_after=Answer.YES)
    save_child(register, case_id, child_id, named, today=TODAY)
    remove_child(register, case_id, child_id)
    row = read_history(register, case_id=case_id)[0]
    assert row.what == "Child A: removed"
    assert row.can_bring_back
    assert row.new == ""
    assert "Sex: Female" in row.old
    assert "Looked after: Yes" in row.old
    assert "Planted" not in row.old
    save_case(register, case_id, replace(CASE, further_references=()), today=TODAY)
    row = read_history(register, case_id=case_id)[0]
    assert (row.what, row.old) == ("Further reference, COV 7: removed", "Reference: COV 7")
    assert row.can_bring_back


def test_a_childs_name_changes_without_being_told(register):
    case_id = make_case(register)
    child_id = add_child(register, case_id)
    renamed = replace(CHILD, name="Planted Other", pseudonym="Child B")
    save_child(register, case_id, child_id, renamed, today=TODAY)
    rows = read_history(register, case_id=case_id)
    row = next(row for row in rows if row.what == "Child B: Real name changed")
    assert row.can_restore
    assert read_whole_change(register, row.seq, "name") == ("", "")
    assert not any("Planted" in row.old + row.new + row.what for row in rows)


def test_ids_are_told_as_names_enumerations_and_answers_in_their_words(register):
    case_id = make_case(register)
    for name in ("Northern police", "Eastern health"):
        save_agency(register, None, AgencyDraft(name=name))
    health, police = (row.agency_id for row in list_agencies(register))
    asked = AgencyRequestDraft(agency_id=police, asked_on=date(2026, 11, 11), contact="Planted")
    save_request(register, case_id, None, asked, today=TODAY)
    (entry,) = list_entries(register, AgencyRequestDraft, case_id)
    save_request(register, case_id, entry, replace(asked, agency_id=health), today=TODAY)
    member = FamilyMemberDraft(name="Planted", relationship="Mother")
    save_entry(register, case_id, None, member, today=TODAY)
    (held,) = list_entries(register, FamilyMemberDraft, case_id)
    contact = FamilyContactDraft(
        member_id=held.entry_id, kind="Other", contacted_on=date(2026, 11, 12), replied=Answer.NO
    )
    save_entry(register, case_id, None, contact, today=TODAY)
    (entry,) = list_entries(register, FamilyContactDraft, case_id)
    moved = replace(contact, replied=Answer.NOT_ASKED, member_id=None)
    save_entry(register, case_id, entry, moved, today=TODAY)
    rows = rows_of(register, case_id)
    agency = rows["Agency request, Eastern health: Agency"]
    assert (agency.old, agency.new) == ("Northern police", "Eastern health")
    replied = rows["Family contact, Other: Replied"]
    assert (replied.old, replied.new) == ("No", "Not asked")
    assert rows["Family contact, Other: Family member"].old == "Mother"
    assert "Family member: Mother" in rows["Family contact, Other: added"].new
    assert "Family member, Mother: added" in rows
    assert not any("Planted" in row.old + row.new for row in rows.values())


def test_of_questions_only_those_are_told_that_changed(register):
    case_id = make_case(register)
    first = Considered("legal_check", Answer.YES, "By the solicitor.")
    before = PublicationDraft(gates=(first, Considered("web_slot", Answer.NO)))
    save_publication(register, case_id, before, today=TODAY)
    after = PublicationDraft(gates=(first, Considered("web_slot", Answer.YES)))
    save_publication(register, case_id, after, today=TODAY)
    row = rows_of(register, case_id)["Publication: Checklist"]
    assert row.old == "Place and time on the website agreed: No"
    assert row.new == "Place and time on the website agreed: Yes"
    added = rows_of(register, case_id)["Publication: added"].new
    assert "Legal check of the report: Yes, By the solicitor." in added


def test_codes_of_rules_and_points_of_a_briefing_are_told_in_words(register):
    case_id = make_case(register)
    delay = DelayDraft(
        kind="Criminal trial",
        reason="A trial is listed.",
        authority="The partners",
        next_check_on=date(2026, 12, 1),
        pauses=("LR-6M",),
    )
    save_entry(register, case_id, None, delay, today=TODAY)
    agreed = AgreedDate(date(2026, 12, 1), "One agency waits.", "The Panel")
    save_agreed_date(register, case_id, "RR-15", agreed)
    rows = rows_of(register, case_id)
    assert "LR-6M" not in rows["Delay, Criminal trial: added"].new
    assert any(what.startswith("Agreed date, Rapid Review") for what in rows)
    draft = BriefingDraft(title="Neglect", key_learning=(Point("Ask", "and listen."),))
    save_briefing(register, None, draft)
    said = read_history(register)[0]
    assert said.what == "Briefing, Neglect: added"
    assert "Key learning: Ask: and listen." in said.new
    assert not said.can_bring_back


def test_a_record_whose_label_is_blank_goes_by_its_kind(register):
    case_id = make_case(register)
    save_entry(register, case_id, None, FindingDraft(text="Nobody asked."), today=TODAY)
    (held,) = list_entries(register, FindingDraft, case_id)
    draft = RecommendationDraft(number="1", text="Ask.", finding_id=held.entry_id)
    save_entry(register, case_id, None, draft, today=TODAY)
    rows = rows_of(register, case_id)
    assert "Finding: added" in rows
    assert "Finding: Finding" in rows["Recommendation 1: added"].new


def test_a_file_that_went_is_told_by_its_title_and_never_by_its_name(register, tmp_path):
    case_id = make_case(register)
    path = tmp_path / "Planted.txt"
    path.write_text("Planted")
    add_attachment(register, case_id, path, AttachmentDraft(title="Minutes"), progress=silent)
    remove_attachment(register, list_attachments(register, case_id)[0])
    rows = rows_of(register, case_id)
    assert rows["Attachment, Minutes: added"].new == "Title: Minutes"
    assert rows["Attachment, Minutes: removed"].can_bring_back


def test_history_since_a_moment_leaves_out_what_was_before(register):
    make_case(register)
    assert read_history(register, since=NOW) == ()
    assert read_history(register, since=NOW - timedelta(seconds=1))
    assert len(read_history(register)) >= 4


def test_a_long_history_comes_in_parts(register):
    case_id = make_case(register)
    for number in range(105):
        draft = DelayDraft(kind=f"Delay {number}", reason="Waits.")
        save_entry(register, case_id, None, draft, today=TODAY)
        entry = list_entries(register, DelayDraft, case_id)[-1]
        remove_entry(register, case_id, entry)
    newest = read_history_page(register, case_id)
    assert len(newest.rows) == 200
    assert newest.older is not None
    older = read_history_page(register, case_id, before=newest.older)
    assert older.older is None
    told = [row.seq for row in (*newest.rows, *older.rows)]
    assert told == sorted(told, reverse=True)
    assert len(set(told)) == len(told) == 213
    assert len(read_history(register, case_id=case_id)) == 200


def test_what_is_not_in_the_history_cannot_be_looked_at(register):
    make_case(register)
    for seq, field in ((99, "title"), (1, "no such field")):
        with pytest.raises(UserError, match="not in the history"):
            read_whole_change(register, seq, field)


def test_a_timetable_is_told_in_one_line_with_its_milestones(register):
    (before,) = read_history(register)[:1]
    draft = Timetable(TODAY, standard_milestones())
    save_timetable(register, None, draft)
    row = next(one for one in list_timetables(register) if one.timetable_id)
    (added, *others) = read_history(register)
    assert others[0] == before
    assert added.what == "Local timetable, Mon 23 Nov 2026: added"
    assert added.new.startswith("In force from: Mon 23 Nov 2026; Milestones: Copy of the notif")

    first, *steps = draft.milestones
    save_timetable(register, row, replace(draft, milestones=(replace(first, owner="Lead"), *steps)))
    changed, *others = read_history(register)
    assert changed.what == f"Milestone, {first.name}: Owner"
    assert others[0] == added

    (row,) = (one for one in list_timetables(register) if one.timetable_id)
    remove_timetable(register, row)
    gone, *others = read_history(register)
    assert gone.what == "Local timetable, Mon 23 Nov 2026: removed"
    assert "; Milestones: " in gone.old
    assert others[0] == changed


def test_a_milestone_added_to_a_timetable_is_told_by_itself(register):
    save_timetable(register, None, Timetable(TODAY, standard_milestones()))
    row = next(one for one in list_timetables(register) if one.timetable_id)
    register.now = lambda: NOW + timedelta(minutes=1)
    own = Milestone("LOCAL-1", "Strategy meeting minutes in", 3)
    changed = replace(row.timetable, note="Agreed", milestones=(*row.timetable.milestones, own))
    save_timetable(register, row, changed)
    told = [one.what for one in read_history(register, since=NOW)]
    assert "Milestone, Strategy meeting minutes in: added" in told
    assert "Local timetable, Mon 23 Nov 2026: Note" in told
