from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)
from kept_registers import copied_register
from services_samples import CASE, CHEAP, NOW, OPENING_WORDS, PROFILE, TODAY, make_case

from sgdesk.domain.answers import Answer, Considered
from sgdesk.domain.attachments import AttachmentDraft
from sgdesk.domain.briefings import BriefingDraft
from sgdesk.domain.delays import DelayDraft
from sgdesk.domain.partnerships import AgencyDraft, CalendarChange, CalendarChangeKind
from sgdesk.domain.people import ChildDraft
from sgdesk.domain.publications import PublicationDraft
from sgdesk.errors import UserError
from sgdesk.progress import silent
from sgdesk.records.exports import DocumentKind
from sgdesk.records.packs import PackPlace
from sgdesk.services import undo as undo_module
from sgdesk.services.attachments import add_attachment, list_attachments, read_attachment
from sgdesk.services.briefings import save_briefing
from sgdesk.services.case_views import get_case
from sgdesk.services.cases import save_case
from sgdesk.services.children import remove_child, save_child
from sgdesk.services.entries import list_entries, remove_entry, save_entry
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.packs import run_pack
from sgdesk.services.register import open_register
from sgdesk.services.reviews import save_publication
from sgdesk.services.settings import (
    list_agencies,
    save_agency,
    save_calendar_change,
    save_profile,
)
from sgdesk.services.stored_values import ENTITIES
from sgdesk.services.undo import last_change, undo
from sgdesk.store.entities.cases import ChildEntity

if TYPE_CHECKING:
    from pathlib import Path

CHILD = ChildDraft(pseudonym="Child A", name="Planted Name")


def tables(register) -> dict[str, list[Any]]:
    """Return every row that is not removed, of every table but the audit, without its revision."""
    found = {}
    with register.store.rows() as rows:
        for table, entity in ENTITIES.items():
            columns = [c.name for c in entity.__table__.columns if c.name != "revision"]
            names = ", ".join(f'"{name}"' for name in columns)
            held = f'"{table}" WHERE deleted_at IS NULL ORDER BY id'
            found[table] = rows.all(f"SELECT {names} FROM {held}")  # noqa: S608 - own names
    return found


def offer_of(register):
    offer = last_change(register)
    assert offer is not None
    return offer


def test_the_last_save_is_named_taken_back_and_done_again(register):
    case_id = make_case(register)
    save_child(register, case_id, None, CHILD, today=TODAY)
    before = tables(register)
    child_id = get_case(register, case_id, today=TODAY).children[0].child_id
    save_child(register, case_id, child_id, replace(CHILD, sex="Female"), today=TODAY)
    after = tables(register)
    offer = offer_of(register)
    assert (offer.words, offer.at) == ("Undo: Child A saved", NOW)
    changes = undo(register, offer)
    assert (changes.what, changes.case_ids) == ("Undone: Child A saved", {case_id})
    assert tables(register) == before
    again = offer_of(register)
    assert again.words == "Redo: Child A saved"
    assert undo(register, again).what == "Redone: Child A saved"
    assert tables(register) == after
    assert offer_of(register).words == "Undo: Child A saved"


def test_what_is_told_of_a_save_is_the_record_that_came_or_went(register):
    case_id = make_case(register, notified_on=None)
    assert offer_of(register).what == "Case added"
    save_child(register, case_id, None, CHILD, today=TODAY)
    assert offer_of(register).what == "Child A added"
    second = replace(CHILD, pseudonym="Child B", is_first_listed=True)
    save_child(register, case_id, None, second, today=TODAY)
    assert offer_of(register).what == "Child B added"
    child_id = get_case(register, case_id, today=TODAY).children[0].child_id
    remove_child(register, case_id, child_id)
    assert offer_of(register).what == "Child A removed"
    undo(register, offer_of(register))
    draft = BriefingDraft(title="Neglect", case_ids=(case_id,))
    briefing_id = save_briefing(register, None, draft).briefing_id
    save_briefing(register, briefing_id, replace(draft, case_ids=()))
    assert offer_of(register).what == "Reviews of a briefing removed"
    undo(register, offer_of(register))
    save_case(register, case_id, replace(CASE, further_references=()), today=TODAY)
    assert offer_of(register).what == "Further reference, COV 7 removed"


def test_every_row_of_one_save_is_taken_back_together(register):
    case_id = make_case(register)
    before = tables(register)
    changed = replace(CASE, reference="RIV 9", further_references=("NEW 1", "NEW 2"), themes=())
    save_case(register, case_id, changed, today=TODAY)
    undo(register, offer_of(register))
    assert tables(register) == before
    assert get_case(register, case_id, today=TODAY).draft == CASE
    (held,) = read_held_cases(register)
    assert held.local_reference == CASE.reference


def test_a_case_that_was_added_goes_whole_and_comes_back(register):
    before = tables(register)
    make_case(register, notified_on=None)
    after = tables(register)
    undo(register, offer_of(register))
    assert tables(register) == before
    undo(register, offer_of(register))
    assert tables(register) == after


def test_a_file_comes_back_with_its_bytes(register, tmp_path):
    case_id = make_case(register)
    path = tmp_path / "a.txt"
    path.write_bytes(b"bytes")
    add_attachment(register, case_id, path, AttachmentDraft(title="Minutes"), progress=silent)
    assert offer_of(register).what == "Attachment, Minutes added"
    undo(register, offer_of(register))
    assert list_attachments(register, case_id) == ()
    undo(register, offer_of(register))
    (row,) = list_attachments(register, case_id)
    assert read_attachment(register, row.attachment_id) == b"bytes"


def test_answers_to_questions_are_taken_back_as_they_were(register):
    case_id = make_case(register)
    gates = (Considered("legal_check", Answer.YES, "By the solicitor."),)
    save_publication(register, case_id, PublicationDraft(gates=gates), today=TODAY)
    before = tables(register)
    save_publication(register, case_id, PublicationDraft(spokesperson="Chair"), today=TODAY)
    assert offer_of(register).what == "Publication saved"
    undo(register, offer_of(register))
    assert tables(register) == before


def test_a_row_that_was_erased_comes_back_as_it_was(register):
    case_id = make_case(register)
    save_child(register, case_id, None, replace(CHILD, born_on=TODAY), today=TODAY)
    before = tables(register)
    child_id = get_case(register, case_id, today=TODAY).children[0].child_id
    with register.write() as session:
        session.delete(session.get(ChildEntity, child_id))
    assert offer_of(register).what == "Child A removed"
    undo(register, offer_of(register))
    assert tables(register) == before


def test_what_was_saved_before_the_register_was_opened_is_not_offered(register):
    assert last_change(register) is None
    make_case(register)
    folder = register.folder
    register.close()
    again = open_register(folder, OPENING_WORDS, now=lambda: NOW)
    try:
        assert last_change(again) is None
    finally:
        again.close()


def test_the_filling_of_the_practice_register_is_not_offered(practice):
    assert last_change(practice) is None


def test_a_save_that_changed_nothing_leaves_the_offer_as_it_was(register):
    case_id = make_case(register)
    save_case(register, case_id, replace(CASE, owner="x"), today=TODAY)
    before = offer_of(register)
    save_case(register, case_id, replace(CASE, owner="x"), today=TODAY)
    assert offer_of(register) == before


def test_settings_the_calendar_and_documents_are_not_taken_back(register, tmp_path):
    make_case(register)
    closure = CalendarChange(date(2026, 12, 24), CalendarChangeKind.CLOSURE, "Closed")
    for save in (
        lambda: save_profile(register, replace(PROFILE, officer="Quality lead"), today=TODAY),
        lambda: save_calendar_change(register, closure),
        lambda: run_pack(
            register, (), frozenset({DocumentKind.DEADLINES}), PackPlace(tmp_path), today=TODAY
        ),
    ):
        save()
        assert last_change(register) is None


def test_a_save_of_very_many_rows_is_not_taken_back_by_a_key(register, monkeypatch):
    monkeypatch.setattr(undo_module, "_MOST", 1)
    make_case(register, notified_on=None)
    assert last_change(register) is None


def test_an_agency_that_is_of_no_case_is_taken_back_for_the_whole_register(register):
    save_agency(register, None, AgencyDraft(name="Police"))
    assert undo(register, offer_of(register)).case_ids == frozenset()
    assert list_agencies(register) == ()


def test_an_offer_is_refused_when_something_was_saved_since(register):
    case_id = make_case(register)
    save_child(register, case_id, None, CHILD, today=TODAY)
    offer = offer_of(register)
    save_case(register, case_id, replace(CASE, owner="x"), today=TODAY)
    before = tables(register)
    with pytest.raises(UserError, match="something else was saved since"):
        undo(register, offer)
    assert tables(register) == before
    register.written = None
    with pytest.raises(UserError, match="something else was saved since"):
        undo(register, offer)


@pytest.mark.parametrize("is_gone", [True, False])
def test_a_row_that_is_not_as_the_save_left_it_is_not_overwritten(register, is_gone):
    """Another writer than this program would have to be at work; nothing is changed then."""
    case_id = make_case(register)
    save_child(register, case_id, None, CHILD, today=TODAY)
    child_id = get_case(register, case_id, today=TODAY).children[0].child_id
    save_child(register, case_id, child_id, replace(CHILD, sex="Female"), today=TODAY)
    offer, written = offer_of(register), register.written
    with register.write() as session:
        held = session.get(ChildEntity, child_id)
        if is_gone:
            session.delete(held)
        else:
            held.sex = "Male"
    register.written = written
    with pytest.raises(UserError, match="something else was saved since"):
        undo(register, offer)


class Undoing(RuleBasedStateMachine):
    """Any saves, each taken back or not: an undo gives what was before, a redo what was after."""

    folder: Path
    children = Bundle("children")
    delays = Bundle("delays")

    def __init__(self) -> None:
        super().__init__()
        place = self.folder / f"{len(list(self.folder.iterdir()))}"
        place.mkdir()
        self.moments = 0
        self.register, _ = copied_register(place, PROFILE, OPENING_WORDS, now=self._now, cost=CHEAP)
        self.before = tables(self.register)
        self.after = self.before

    def _now(self):
        self.moments = getattr(self, "moments", 0) + 1
        return NOW + timedelta(seconds=self.moments)

    @initialize()
    def begin(self):
        self.case_id = make_case(self.register)
        self.before, self.after = None, tables(self.register)

    def _save(self, save):
        """Save, take it back at once, and do it again."""
        before = self.after
        save()
        self.after = tables(self.register)
        if self.after != before:
            self.before = before
            undo(self.register, offer_of(self.register))
            assert tables(self.register) == before
            undo(self.register, offer_of(self.register))

    @rule(target=children, letter=st.sampled_from("ABC"), first=st.booleans())
    def add_child(self, letter, first):
        draft = replace(CHILD, pseudonym=f"Child {letter}", is_first_listed=first)
        self._save(lambda: save_child(self.register, self.case_id, None, draft, today=TODAY))
        shown = get_case(self.register, self.case_id, today=TODAY).children
        return shown[-1].child_id

    @rule(child=children, sex=st.sampled_from(["", "Female", "Male"]), born=st.booleans())
    def change_child(self, child, sex, born):
        shown = {
            one.child_id: one.draft
            for one in get_case(self.register, self.case_id, today=TODAY).children
        }
        if child in shown:
            draft = replace(shown[child], sex=sex, born_on=date(2026, 8, 1) if born else None)
            self._save(lambda: save_child(self.register, self.case_id, child, draft, today=TODAY))

    @rule(child=consumes(children))
    def remove_child(self, child):
        shown = get_case(self.register, self.case_id, today=TODAY).children
        if child in {one.child_id for one in shown}:
            self._save(lambda: remove_child(self.register, self.case_id, child))

    @rule(
        owner=st.sampled_from(["", "One", "Two"]),
        further=st.lists(st.sampled_from(["A 1", "B 2", "C 3"]), unique=True, max_size=3),
        themes=st.sampled_from([(), ("Neglect",), ("Neglect", "Escalation")]),
    )
    def change_case(self, owner, further, themes):
        draft = replace(CASE, owner=owner, further_references=tuple(further), themes=themes)
        self._save(lambda: save_case(self.register, self.case_id, draft, today=TODAY))

    @rule(target=delays, reason=st.text("ab \n", min_size=1).filter(str.strip))
    def add_delay(self, reason):
        draft = DelayDraft(kind="Other", reason=reason)
        self._save(lambda: save_entry(self.register, self.case_id, None, draft, today=TODAY))
        return multiple()

    @rule()
    def remove_a_delay(self):
        held = list_entries(self.register, DelayDraft, self.case_id)
        if held:
            self._save(lambda: remove_entry(self.register, self.case_id, held[0]))

    @rule()
    def take_back(self):
        offer = last_change(self.register)
        if offer is None:
            return
        undo(self.register, offer)
        if self.before is not None:
            assert tables(self.register) == self.before
            self.before, self.after = self.after, self.before
        else:  # the very first save, whose before is the empty register
            undo(self.register, last_change(self.register))

    @invariant()
    def the_register_is_as_it_was_said_to_be(self):
        assert tables(self.register) == self.after

    def teardown(self):
        self.register.close()


def test_any_saves_and_undos_leave_the_tables_as_they_were_before(tmp_path):
    Undoing.folder = tmp_path
    run_state_machine_as_test(
        Undoing,
        settings=settings(
            max_examples=25,
            stateful_step_count=12,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
