import json

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlcipher3 import dbapi2
from store_samples import ACTOR, AT, DAY, add, add_case, count, make_case
from ways_past import WAYS_PAST_THE_ENTITIES

from sgdesk.domain.briefings import Point
from sgdesk.domain.rapid_reviews import Decision
from sgdesk.store import audit
from sgdesk.store.engine import rows_of
from sgdesk.store.entities.audit import AuditEntity
from sgdesk.store.entities.briefings import BriefingEntity
from sgdesk.store.entities.cases import CaseEntity, ChildEntity
from sgdesk.store.entities.partnerships import PartnershipEntity
from sgdesk.store.entities.rapid_reviews import RapidReviewEntity
from sgdesk.store.errors import StoreError, UnauditedWriteError


def trail(store):
    """Each audit row as (action, table, changes)."""
    with store.rows() as rows:
        found = rows.all("SELECT action, table_name, changes FROM audit ORDER BY seq")
    return [(action, table, json.loads(changes)) for action, table, changes in found]


def change(store, entity, row_id, **values):
    with store.write(ACTOR, AT) as session:
        row = session.get_one(entity, row_id)
        for name, value in values.items():
            setattr(row, name, value)


def test_a_new_row_is_told_with_every_field_that_says_something(store):
    case_id = add_case(store, themes=("neglect",))
    with store.rows() as rows:
        (row,) = rows.all("SELECT * FROM audit")
    assert row[:7] == (
        1,
        "2026-11-03T09:30:00.000000+00:00",
        ACTOR,
        "added",
        "case_file",
        case_id.hex,
        case_id.hex,
    )
    assert json.loads(row[7]) == {
        "aware_on": [None, "2026-10-05"],
        "incident_precision": [None, "blank"],
        "kind": [None, "local"],
        "media_interest": [None, "blank"],
        "outside_england": [None, "blank"],
        "reference": [None, "PRAC2026-27-01"],
        "reference_key": [None, "prac2026-27-01"],
        "themes": [None, ["neglect"]],
        "title": [None, "Two siblings, neglect"],
    }


def test_a_change_is_told_field_by_field_old_and_new(store):
    case_id = add_case(store)
    review = RapidReviewEntity(case_id=case_id, meeting_on=DAY)
    add(store, review)
    change(
        store,
        RapidReviewEntity,
        review.id,
        decision=Decision.LOCAL_REVIEW,
        decided_on=DAY,
        meeting_on=None,
        chair="",
    )
    assert trail(store)[2] == (
        "changed",
        "rapid_review",
        {
            "decided_on": [None, "2026-10-05"],
            "decision": ["not_made", "local_review"],
            "meeting_on": ["2026-10-05", None],
        },
    )
    with store.rows() as rows:
        assert rows.all("SELECT case_id FROM audit") == [(case_id.hex,)] * 3


def test_a_save_that_changes_nothing_leaves_no_row(store):
    case_id = add_case(store)
    change(store, CaseEntity, case_id, title="Two siblings, neglect", owner="")
    assert len(trail(store)) == 1
    with store.read() as session:
        assert session.get_one(CaseEntity, case_id).revision == 1


def test_removing_restoring_and_erasing_have_words_of_their_own(store):
    case_id = add_case(store)
    change(store, CaseEntity, case_id, deleted_at=AT)
    change(store, CaseEntity, case_id, deleted_at=None, owner="me")
    with store.write(ACTOR, AT) as session:
        session.delete(session.get_one(CaseEntity, case_id))
    rows = trail(store)
    assert [row[0] for row in rows] == ["added", "removed", "restored", "erased"]
    assert rows[3][2]["title"] == ["Two siblings, neglect", None]
    assert count(store, "case_file") == 0


def test_what_was_written_is_told_even_if_it_was_never_read(store):
    case = make_case()
    with store.write(ACTOR, AT) as session:
        session.add(case)
        session.flush()
        case.owner = "me"
        case.closed_on = DAY
        session.flush()
        session.expire(case)
        case.owner = "you"
    assert [row[2] for row in trail(store)][1:] == [
        {"closed_on": [None, "2026-10-05"], "owner": ["", "me"]},
        {"owner": ["me", "you"]},
    ]


def test_many_rows_of_one_save_are_told_in_the_order_they_were_added(store):
    cases = [make_case(number) for number in range(20)]
    add(store, *cases)
    with store.rows() as rows:
        told = [row_id for (row_id,) in rows.all("SELECT row_id FROM audit ORDER BY seq")]
    assert told == [case.id.hex for case in cases]


def test_points_are_told_as_texts_and_a_picture_by_its_hash(store):
    add(store, BriefingEntity(title="B", key_learning=(Point("Lead", "text"),)))
    add(store, PartnershipEntity(name="Ashford", prefix="PRAC", logo_png=b"\x89PNG"))
    briefing, partnership = (row[2] for row in trail(store))
    assert briefing["key_learning"] == [None, [["Lead", "text"]]]
    assert partnership["logo_png"][1].startswith("sha256:0f4636c7")
    with store.rows() as rows:
        assert rows.all("SELECT DISTINCT case_id FROM audit") == [(None,)]


def test_a_value_that_cannot_be_told_is_a_mistake_not_a_gap():
    with pytest.raises(TypeError, match="cannot tell a object"):
        audit._plain(object())
    with pytest.raises(TypeError, match="cannot tell a type"):
        audit._plain(Point)


@pytest.mark.parametrize("way", WAYS_PAST_THE_ENTITIES)
def test_a_write_past_the_entities_is_refused(store, way):
    add_case(store)
    statement = WAYS_PAST_THE_ENTITIES[way]

    def write_by_session(give):
        with give as session:
            session.execute(statement)

    def write_by_connection(give):
        with give as session:
            session.connection().execute(statement)

    for write in (write_by_session, write_by_connection):
        for give in (store.write(ACTOR, AT), store.read()):
            with pytest.raises(UnauditedWriteError):
                write(give)
    assert count(store, "case_file") == count(store, "audit") == 1
    assert store.integrity_problems() == []


def test_many_rows_at_once_are_refused_like_one(store):
    add_case(store)
    many = "UPDATE case_file SET owner = ?"
    with pytest.raises(UnauditedWriteError), store.write(ACTOR, AT) as session:
        session.connection().exec_driver_sql(many, [("x",), ("y",)])


def test_the_room_of_the_register_cannot_be_made_anew_in_a_session(store):
    add_case(store)
    with pytest.raises(OperationalError), store.write(ACTOR, AT) as session:
        session.execute(text("VACUUM"))
    assert count(store, "case_file") == 1


def test_below_the_sessions_writing_is_refused_too(store):
    add_case(store)
    with (
        pytest.raises(dbapi2.OperationalError, match="readonly"),
        store.write(ACTOR, AT) as session,
    ):
        rows_of(session).all("UPDATE case_file SET owner = 'x' RETURNING id")
    with pytest.raises(StoreError), store.rows() as rows:
        rows.all("UPDATE case_file SET owner = 'x' RETURNING id")
    assert count(store, "audit") == 1


def test_after_a_flush_writing_is_refused_again_even_by_the_flushs_own_words(store):
    case_id = add_case(store)
    words = []

    def hear(_connection, _cursor, statement, *_):
        words.append(statement)

    event.listen(store._opened_sessions()._engine, "before_cursor_execute", hear)

    def write_again():
        with store.write(ACTOR, AT) as session:
            session.get_one(CaseEntity, case_id).owner = "x"
            session.flush()
            own = next(one for one in words if one.startswith("UPDATE case_file"))
            rows_of(session).all(own, ("y", 3, case_id.hex, 2))

    with pytest.raises(dbapi2.OperationalError, match="readonly"):
        write_again()
    with store.rows() as rows:
        assert rows.all("SELECT owner FROM case_file") == [("",)]


def test_a_flush_of_some_changes_only_is_refused(store):
    case_id = add_case(store)
    with pytest.raises(UnauditedWriteError), store.write(ACTOR, AT) as session:
        session.flush([session.get_one(CaseEntity, case_id)])


def test_bulk_saving_is_refused_and_a_flush_opens_no_gap_behind_it(store):
    def save_in_bulk():
        with store.write(ACTOR, AT) as session:
            session.add(make_case(1))
            session.flush()
            session.bulk_save_objects([make_case(2)])

    with pytest.raises(UnauditedWriteError):
        save_in_bulk()
    assert count(store, "case_file") == count(store, "audit") == 0


def test_reading_with_a_common_table_is_no_write(store):
    add_case(store)
    with store.read() as session:
        wanted = text("WITH kept AS (SELECT * FROM case_file) SELECT count(*) FROM kept")
        assert session.scalar(wanted) == 1


def test_a_failed_flush_leaves_no_audit_row(store):
    add_case(store, 1)
    with store.write(ACTOR, AT) as session:
        with pytest.raises(IntegrityError), session.begin_nested():
            session.add(make_case(1))
        session.add(make_case(2))
    assert [row[2]["reference"][1][-2:] for row in trail(store)] == ["01", "02"]


def test_the_program_cannot_write_its_own_audit_rows(store):
    row = AuditEntity(
        seq=1,
        at=AT,
        actor="x",
        action="added",
        table_name="t",
        row_id=make_case().id,
        changes="{}",
        previous="",
        digest="",
    )
    with pytest.raises(UnauditedWriteError):
        add(store, row)
    add_case(store)
    with pytest.raises(UnauditedWriteError), store.write(ACTOR, AT) as session:
        session.get_one(AuditEntity, 1).actor = "Somebody else"
    with pytest.raises(UnauditedWriteError), store.write(ACTOR, AT) as session:
        session.delete(session.get_one(AuditEntity, 1))


def test_the_trail_is_read_back_as_entities(store):
    case_id = add_case(store)
    with store.read() as session:
        row = session.get_one(AuditEntity, 1)
        assert (row.at, row.actor, row.row_id, row.case_id) == (AT, ACTOR, case_id, case_id)


def test_a_childs_name_is_in_the_trail_and_in_no_repr(store):
    child = ChildEntity(case_id=add_case(store), pseudonym="Child A", name="Zzyx")
    add(store, child)
    assert trail(store)[1][2]["name"] == [None, "Zzyx"]
    assert "Zzyx" not in repr(child)
    assert repr(child) == f"<ChildEntity {child.id}>"
