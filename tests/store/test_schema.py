import json
import re

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from every_entity import ENTITIES
from sqlalchemy import create_engine, inspect
from sqlcipher3 import dbapi2
from store_samples import ACTOR, AT, DAY, KEY, add, add_case, count

from sgdesk.store import schema
from sgdesk.store.base import Base
from sgdesk.store.cipher import APPLICATION_ID, connect, make_empty
from sgdesk.store.engine import Store
from sgdesk.store.entities.cases import ChildEntity
from sgdesk.store.entities.notifications import NotificationEntity
from sgdesk.store.errors import NotARegisterError, RegisterTooNewError, UpgradeFailedError
from sgdesk.store.schema import STEPS, needs_upgrade, upgrade, version_of

REBUILD = (
    "CREATE TABLE new_file AS SELECT * FROM case_file",
    "DROP TABLE case_file",
    "ALTER TABLE new_file RENAME TO case_file",
)


def engine_on(connection):
    return create_engine("sqlite+pysqlite://", module=dbapi2, creator=lambda: connection)


def rebuild(connection):
    """A step that drops a table which others refer to, as any change of a constraint must."""
    for statement in REBUILD:
        connection.execute(statement)
    connection.execute("CREATE UNIQUE INDEX pk_case_file ON case_file (id)")
    connection.execute("ALTER TABLE case_file ADD COLUMN colour VARCHAR")


def shape(connection):
    """Everything SQLAlchemy can tell of each table, without the layout of the statements."""
    found = inspect(engine_on(connection))
    parts = {
        table: (
            found.get_columns(table),
            found.get_check_constraints(table),
            found.get_foreign_keys(table),
            found.get_indexes(table),
            [found.get_pk_constraint(table)],
        )
        for table in found.get_table_names()
    }
    return {
        table: [sorted(_flat(one) for one in part) for part in told]
        for table, told in parts.items()
    }


def _flat(constraint):
    return re.sub(r"\\n|\s", "", json.dumps(constraint, default=str, sort_keys=True))


@pytest.fixture
def open_file(tmp_path):
    made = []

    def opened(path=None, **options):
        if path is None:
            path = tmp_path / f"{len(made)}.db"
            make_empty(path)
        made.append(connect(path, KEY, **options))
        return made[-1]

    yield opened
    for connection in made:
        connection.close()


def test_every_entity_is_known():
    assert {entity.__table__ for entity in ENTITIES} == set(Base.metadata.tables.values())


def test_the_steps_make_what_the_entities_say(open_file):
    stepped = open_file(foreign_keys=False)
    upgrade(stepped)
    with engine_on(stepped).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []


def test_the_steps_make_the_same_checks_keys_and_indexes_too(open_file):
    stepped, direct = open_file(foreign_keys=False), open_file()
    upgrade(stepped)
    Base.metadata.create_all(engine_on(direct))

    assert shape(stepped) == shape(direct)
    assert len(shape(stepped)) == len(ENTITIES)


def test_every_constraint_is_named_by_the_convention(open_file):
    stepped = open_file(foreign_keys=False)
    upgrade(stepped)
    found = inspect(engine_on(stepped))
    for table in found.get_table_names():
        constraints = [
            found.get_pk_constraint(table),
            *found.get_foreign_keys(table),
            *found.get_check_constraints(table),
            *found.get_indexes(table),
        ]
        names = [str(one["name"]) for one in constraints]
        assert all(re.match(f"(pk|fk|ck|uq|ix)_{table}", name) for name in names), names
        assert len(names) == len(set(names))


def test_case_data_is_never_erased_along_with_what_it_refers_to():
    keys = [key for table in Base.metadata.tables.values() for key in table.foreign_keys]
    assert {key.ondelete for key in keys} == {"RESTRICT"}
    assert len(keys) > 10


def test_a_new_register_is_marked_and_up_to_date(store):
    with store.rows() as rows:
        assert rows.all("PRAGMA user_version") == [(len(STEPS),)]
        assert rows.all("PRAGMA application_id") == [(APPLICATION_ID,)]
        assert rows.all("PRAGMA foreign_key_check") == []


def test_a_newer_register_is_refused_and_left_alone(store, monkeypatch):
    store.close()
    before = store.path.read_bytes()
    monkeypatch.setattr(schema, "STEPS", ())
    with pytest.raises(RegisterTooNewError):
        Store.open(store.path, KEY)
    assert store.path.read_bytes() == before


def test_an_empty_database_is_not_a_register(open_file):
    with pytest.raises(NotARegisterError):
        needs_upgrade(open_file())


def test_steps_do_not_run_while_foreign_keys_are_on(open_file):
    with pytest.raises(ValueError, match="foreign keys"):
        upgrade(open_file())


def test_an_older_register_is_brought_up_to_date_with_a_copy_kept(store, monkeypatch):
    case_id = add_case(store)
    add(store, *(ChildEntity(case_id=case_id, pseudonym=f"Child {n}") for n in range(40)))
    add(store, NotificationEntity(case_id=case_id, notified_on=DAY))
    head = store.audit_head()
    store.close()
    monkeypatch.setattr(schema, "STEPS", (*STEPS, rebuild))
    with Store.open(store.path, KEY) as newer:
        assert count(newer, "child") == 40
        assert count(newer, "notification") == 1
        assert newer.audit_head() == head
        assert newer.integrity_problems() == []
        with newer.rows() as rows:
            assert rows.all("PRAGMA user_version") == [(len(STEPS) + 1,)]
            assert rows.all("SELECT colour FROM case_file") == [(None,)]
    monkeypatch.undo()
    kept = store.path.with_name(f"register-version-{len(STEPS)}.sgdesk")
    with Store.open(kept, KEY) as older:
        assert count(older, "child") == 40
        assert older.audit_head() == head


def test_the_same_step_with_foreign_keys_on_would_have_failed(store):
    """The sabotage that shows what the rule above is for."""
    case_id = add_case(store)
    add(store, ChildEntity(case_id=case_id, pseudonym="Child A"))
    store.close()
    connection = connect(store.path, KEY)
    with pytest.raises(dbapi2.IntegrityError):
        rebuild(connection)
    connection.close()


@pytest.mark.parametrize("failure", ["statement", "reference"])
def test_a_failing_step_leaves_neither_its_tables_nor_its_version(store, failure, monkeypatch):
    case_id = add_case(store)
    add(store, ChildEntity(case_id=case_id, pseudonym="Child A"))
    store.close()

    def fail(connection):
        if failure == "statement":
            connection.execute("CREATE TABLE nonsense (")
        connection.execute("DELETE FROM case_file")

    monkeypatch.setattr(schema, "STEPS", (*STEPS, rebuild, fail))
    with pytest.raises(UpgradeFailedError, match="as it was") as told_by:
        Store.open(store.path, KEY)
    assert re.search("incomplete|1 references", str(told_by.value.__cause__))
    assert f"register-version-{len(STEPS)}.sgdesk" in str(told_by.value)
    monkeypatch.undo()
    with Store.open(store.path, KEY) as again:
        assert count(again, "case_file") == 1
        assert again.integrity_problems() == []
        with again.rows() as rows:
            assert "colour" not in [row[1] for row in rows.all("PRAGMA table_info(case_file)")]


def test_the_register_works_after_a_refused_upgrade(store, monkeypatch):
    store.close()

    def fail(connection):
        raise LookupError

    monkeypatch.setattr(schema, "STEPS", (*STEPS, fail))
    with pytest.raises(UpgradeFailedError):
        Store.open(store.path, KEY)
    monkeypatch.undo()
    with Store.open(store.path, KEY) as again, again.write(ACTOR, AT):
        pass
    connection = connect(store.path, KEY)
    assert version_of(connection) == len(STEPS)
    connection.close()
