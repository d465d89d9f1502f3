from uuid import uuid4

import pytest
from store_samples import ACTOR, AT, add, add_case

from sgdesk.store.entities.cases import CaseEntity, ChildEntity
from sgdesk.store.entities.notifications import NotificationEntity
from sgdesk.store.errors import ChangedMeanwhileError, NoSuchRecordError
from sgdesk.store.queries.find import find_part, get_live, list_parts


def test_a_row_is_found_by_its_key_unless_it_was_removed(store):
    case_id = add_case(store)
    with store.read() as session:
        assert get_live(session, CaseEntity, case_id).id == case_id
        with pytest.raises(NoSuchRecordError):
            get_live(session, CaseEntity, uuid4())
    with store.write(ACTOR, AT) as session:
        session.get_one(CaseEntity, case_id).deleted_at = AT
    with store.read() as session, pytest.raises(NoSuchRecordError):
        get_live(session, CaseEntity, case_id)


def test_a_row_that_moved_on_is_told_from_the_one_the_officer_saw(store):
    case_id = add_case(store)
    with store.write(ACTOR, AT) as session:
        assert get_live(session, CaseEntity, case_id, 1).revision == 1
        session.get_one(CaseEntity, case_id).owner = "me"
    with store.read() as session:
        assert get_live(session, CaseEntity, case_id, 2).owner == "me"
        with pytest.raises(ChangedMeanwhileError):
            get_live(session, CaseEntity, case_id, 1)


def test_parts_are_found_by_their_case(store):
    case_id, other = add_case(store, 1), add_case(store, 2)
    add(
        store,
        NotificationEntity(case_id=case_id, receipt="R1"),
        ChildEntity(case_id=case_id, position=1, pseudonym="Child B"),
        ChildEntity(case_id=case_id, position=0, pseudonym="Child A"),
        ChildEntity(case_id=case_id, position=2, pseudonym="Gone", deleted_at=AT),
    )
    with store.read() as session:
        assert find_part(session, NotificationEntity, case_id).receipt == "R1"
        assert find_part(session, NotificationEntity, other) is None
        children = list_parts(session, ChildEntity, case_id)
        assert [child.pseudonym for child in children] == ["Child A", "Child B"]
        assert list_parts(session, ChildEntity, other) == []
