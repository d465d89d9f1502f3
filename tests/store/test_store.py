import os
import subprocess
import sys
import threading
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlcipher3 import dbapi2
from store_samples import ACTOR, AT, DAY, KEY, add, add_case, count, make_case

from sgdesk.domain.briefings import Point
from sgdesk.store import engine
from sgdesk.store.cipher import connect
from sgdesk.store.engine import Store
from sgdesk.store.entities.briefings import BriefingEntity
from sgdesk.store.entities.cases import AgreedDateEntity, CaseEntity, ChildEntity
from sgdesk.store.entities.notifications import NotificationEntity
from sgdesk.store.entities.partnerships import PARTNERSHIP_ID, PartnershipEntity
from sgdesk.store.errors import (
    ChangedMeanwhileError,
    RegisterExistsError,
    UnauditedWriteError,
)

START = """
import sys
from pathlib import Path
from sgdesk.store.engine import Store
from sgdesk.store.keys import open_with_passphrase
from sgdesk.store.queries.case_facts import read_case_facts
from sgdesk.store.queries.profile import read_calendar_changes, read_profile
with Store.create(Path(sys.argv[1]), bytes(32)) as store:
    pass
with Store.open(Path(sys.argv[1]), bytes(32)) as store, store.rows() as rows:
    assert read_case_facts(rows) == []
    assert read_profile(rows) is None
heavy = {"sqlalchemy", "alembic", "asyncio", "sqlite3"}
print(sorted(heavy & sys.modules.keys()))
"""


def test_what_was_saved_is_there_when_opened_again(tmp_path):
    path = tmp_path / "r"
    with Store.create(path, KEY) as store:
        case_id = add_case(store, themes=("neglect", "“curly” ’n’ 🦉"))
    with Store.open(path, KEY) as store, store.read() as session:
        case = session.get_one(CaseEntity, case_id)
        assert (case.title, case.aware_on) == ("Two siblings, neglect", DAY)
        assert case.themes == ("neglect", "“curly” ’n’ 🦉")


def test_closing_leaves_one_file_and_an_empty_lock(store):
    add_case(store)
    store.close()
    sizes = {path.name: path.stat().st_size for path in store.path.parent.iterdir()}
    assert sizes.keys() == {"register.sgdesk", "register.sgdesk.lock"}
    assert sizes["register.sgdesk.lock"] == 0
    store.close()


def test_a_full_disk_at_closing_loses_nothing(store, monkeypatch):
    def failing(_connection):
        raise dbapi2.OperationalError

    add_case(store)
    with monkeypatch.context() as patched:
        patched.setattr(engine, "fold_log", failing)
        store.close()
    with Store.open(store.path, KEY) as again:
        assert count(again, "case_file") == 1


def test_a_register_is_never_made_over_another(store):
    store.close()
    before = store.path.read_bytes()
    with pytest.raises(RegisterExistsError):
        Store.create(store.path, bytes(32))
    assert store.path.read_bytes() == before


def test_making_one_again_after_an_interrupted_attempt_works(tmp_path):
    (tmp_path / "r.part").write_bytes(b"half a page")
    Store.create(tmp_path / "r", KEY).close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["r", "r.lock"]


def test_an_exception_rolls_everything_back(store):
    def failing():
        with store.write(ACTOR, AT) as session:
            session.add(make_case())
            session.flush()
            raise LookupError

    with pytest.raises(LookupError):
        failing()
    assert count(store, "case_file") == count(store, "audit") == 0


def test_a_part_added_before_its_case_is_saved_all_the_same(store):
    case = make_case()
    add(store, NotificationEntity(case_id=case.id, notified_on=DAY), case)
    assert count(store, "notification") == 1


def test_a_part_without_its_case_is_not_saved(store):
    orphan = NotificationEntity(case_id=make_case().id)
    with pytest.raises(IntegrityError):
        add(store, orphan)
    assert count(store, "notification") == count(store, "audit") == 0


def test_a_case_that_something_hangs_on_cannot_be_erased(store):
    case_id = add_case(store)
    add(store, ChildEntity(case_id=case_id, pseudonym="Child A"))
    with pytest.raises(IntegrityError), store.write(ACTOR, AT) as session:
        session.delete(session.get_one(CaseEntity, case_id))
    assert count(store, "child") == count(store, "case_file") == 1


def test_an_answer_outside_its_list_is_refused_by_the_register_itself(store):
    case_id = add_case(store)
    store.close()
    connection = connect(store.path, KEY)
    with pytest.raises(dbapi2.IntegrityError, match="ck_case_file_kind"):
        connection.execute("UPDATE case_file SET kind = 'LOCAL' WHERE id = ?", [case_id.hex])
    assert connection.execute("SELECT kind FROM case_file").fetchone() == ("local",)
    connection.close()


@pytest.mark.parametrize(
    "make",
    [
        lambda _: make_case(1),
        lambda case_id: NotificationEntity(case_id=case_id),
        lambda case_id: AgreedDateEntity(
            case_id=case_id, rule_code="RR15", agreed_on=DAY, reason="r", authority="a"
        ),
    ],
)
def test_what_there_is_one_of_stays_one_and_a_removed_one_makes_room(store, make):
    case_id = add_case(store, 99)
    first = make(case_id)
    add(store, first)
    with pytest.raises(IntegrityError):
        add(store, make(case_id))
    with store.write(ACTOR, AT) as session:
        session.get_one(type(first), first.id).deleted_at = AT
    add(store, make(case_id))


def test_many_cases_may_be_without_a_reference(store):
    add(store, *(make_case(reference="", reference_key=None) for _ in range(3)))
    assert count(store, "case_file") == 3


def test_there_is_one_partnership(store):
    add(store, PartnershipEntity(name="Ashford", prefix="PRAC"))
    with store.read() as session:
        assert session.get_one(PartnershipEntity, PARTNERSHIP_ID).ink == "#12344D"
    with pytest.raises(IntegrityError):
        add(store, PartnershipEntity(name="Another", prefix="OTHR"))


def test_points_of_a_briefing_come_back_as_points(store):
    points = (Point("Lead.", "Text"), Point("", "Only “text”"))
    briefing = BriefingEntity(title="B", key_learning=points, questions=("Why?",))
    add(store, briefing)
    with store.read() as session:
        held = session.get_one(BriefingEntity, briefing.id)
        assert (held.key_learning, held.good_practice) == (points, ())
        assert held.questions == ("Why?",)


def test_a_moment_without_a_time_zone_is_refused(store):
    with pytest.raises(ValueError, match="time zone"), store.write(ACTOR, datetime(2026, 1, 1)):  # noqa: DTZ001
        pytest.fail("the block must not run")


def test_a_moment_is_kept_in_utc(store):
    case_id = add_case(store)
    local = datetime(2026, 7, 1, 12, tzinfo=timezone(timedelta(hours=1)))
    with store.write(ACTOR, AT) as session:
        session.get_one(CaseEntity, case_id).deleted_at = local
    with store.read() as session:
        assert session.get_one(CaseEntity, case_id).deleted_at == local
    with store.rows() as rows:
        assert rows.all("SELECT deleted_at FROM case_file") == [
            ("2026-07-01T11:00:00.000000+00:00",)
        ]


def test_revision_grows_with_each_save(store):
    case_id = add_case(store)
    for expected in (1, 2, 3):
        with store.write(ACTOR, AT) as session:
            case = session.get_one(CaseEntity, case_id)
            assert case.revision == expected
            case.owner = str(expected)


def test_a_save_over_a_newer_version_is_refused(store):
    case_id = add_case(store)
    with store.read() as session:
        stale = session.get_one(CaseEntity, case_id)
        session.expunge(stale)
    with store.write(ACTOR, AT) as session:
        session.get_one(CaseEntity, case_id).owner = "First"
    stale.owner = "Second"
    with pytest.raises(ChangedMeanwhileError):
        add(store, stale)
    with store.rows() as rows:
        assert rows.all("SELECT owner, revision FROM case_file") == [("First", 2)]
    assert count(store, "audit") == 2


def test_a_session_that_reads_refuses_to_write(store):
    with store.read() as session:
        session.add(make_case())
        with pytest.raises(UnauditedWriteError, match="only reads"):
            session.flush()
    with store.rows() as rows, pytest.raises(dbapi2.OperationalError, match="readonly"):
        rows.all("DELETE FROM case_file")


def test_a_view_does_not_change_while_it_is_read(store):
    add_case(store, 1)
    with store.rows() as rows, store.read() as session:
        before = rows.all("SELECT count(*) FROM case_file")
        assert len(session.scalars(select(CaseEntity)).all()) == 1
        add_case(store, 2)
        assert rows.all("SELECT count(*) FROM case_file") == before
        assert len(session.scalars(select(CaseEntity)).all()) == 1
    assert count(store, "case_file") == 2


def test_threads_save_one_after_the_other_and_lose_nothing(store):
    case_id = add_case(store, owner="")
    failures = []

    def work():
        try:
            for _ in range(10):
                with store.write(ACTOR, AT) as session:
                    session.get_one(CaseEntity, case_id).owner += "x"
        except BaseException as failure:  # noqa: BLE001
            failures.append(failure)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with store.read() as session:
        assert session.get_one(CaseEntity, case_id).owner == "x" * 40


def test_no_connection_stays_out(store):
    add_case(store)
    with store.rows() as first, store.rows() as second:
        assert first.all("SELECT 1") == second.all("SELECT 1")
    assert store._sessions._engine.pool.checkedout() == 0
    assert len(store._idle) == 2


def test_opening_and_reading_lists_loads_no_sqlalchemy(tmp_path):
    found = subprocess.run(  # noqa: S603
        [sys.executable, "-c", START, str(tmp_path / "r")],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ,
    )
    assert found.stdout.strip() == "[]"


def test_warming_up_may_run_beside_the_first_save(tmp_path):
    with Store.create(tmp_path / "r", KEY) as store:
        warm = threading.Thread(target=store.warm_up)
        warm.start()
        add_case(store)
        warm.join()
        assert count(store, "case_file") == 1
