import pytest
from sqlcipher3 import dbapi2
from store_samples import KEY, add_case

from sgdesk.store.audit_chain import SEALED_COLUMNS, START, AuditHead, chain_key, seal
from sgdesk.store.cipher import connect
from sgdesk.store.engine import Store

REST = ", ".join(SEALED_COLUMNS[1:])
FORGED = REST.replace("previous", "digest")
APPEND_ONLY = "the audit trail is append-only"
UPSERT = (
    "INSERT INTO audit SELECT * FROM audit WHERE seq = 4 "
    "ON CONFLICT (seq) DO UPDATE SET actor = 'x'"
)


def tamper(connection, statement):
    """Change the trail and hide how: whoever holds the key can take the triggers away and back."""
    rules = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    kept = dict(rules.fetchall())
    for name in kept:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(statement)
    for sql in kept.values():
        connection.execute(sql)


@pytest.fixture
def opened(store):
    """A connection of the key's holder, past everything that the program guards."""
    for number in range(4):
        add_case(store, number)
    store.close()
    connection = connect(store.path, KEY)
    yield connection
    connection.close()


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE audit SET actor = 'x' WHERE seq = 2", APPEND_ONLY),
        ("DELETE FROM audit WHERE seq = 2", APPEND_ONLY),
        ("DELETE FROM audit", APPEND_ONLY),
        ("REPLACE INTO audit SELECT * FROM audit WHERE seq = 2", "in order"),
        ("INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE seq = 4", "in order"),
        (f"INSERT INTO audit SELECT 9, {REST}, digest FROM audit WHERE seq = 2", "in order"),  # noqa: S608
        (f"INSERT INTO audit SELECT NULL, {REST}, digest FROM audit WHERE seq = 2", "in order"),  # noqa: S608
        ("INSERT INTO audit SELECT * FROM audit WHERE seq = 2 ON CONFLICT DO NOTHING", "in order"),
        (UPSERT, "in order"),
        ("UPDATE OR REPLACE audit SET seq = 3 WHERE seq = 4", APPEND_ONLY),
        ("UPDATE audit SET seq = seq", APPEND_ONLY),
    ],
)
def test_slips_are_stopped_by_the_register_itself(opened, statement, said):
    before = opened.execute("SELECT * FROM audit").fetchall()
    with pytest.raises(dbapi2.IntegrityError, match=said):
        opened.execute(statement)
    assert opened.execute("SELECT * FROM audit").fetchall() == before


def test_replace_is_stopped_by_the_order_where_delete_triggers_do_not_see_it(opened):
    opened.execute("PRAGMA recursive_triggers = 0")
    with pytest.raises(dbapi2.IntegrityError, match="in order"):
        opened.execute("REPLACE INTO audit SELECT * FROM audit WHERE seq = 4")


def test_replace_is_stopped_by_the_delete_trigger_too(opened):
    opened.execute("DROP TRIGGER audit_in_order")
    with pytest.raises(dbapi2.IntegrityError, match=APPEND_ONLY):
        opened.execute("REPLACE INTO audit SELECT * FROM audit WHERE seq = 2")


@pytest.mark.parametrize(
    ("tampering", "said"),
    [
        ("UPDATE audit SET changes = replace(changes, 'neglect', 'x') WHERE seq = 2", "Entry 2"),
        ("UPDATE audit SET at = '2020-01-01' WHERE seq = 3", "Entry 3"),
        ("UPDATE audit SET actor = 'x' WHERE seq = 1", "Entry 1"),
        ("UPDATE audit SET case_id = NULL WHERE seq = 4", "Entry 4"),
        ("UPDATE audit SET digest = '00' WHERE seq = 2", "Entry 2"),
        ("UPDATE audit SET previous = '00' WHERE seq = 3", "after entry 2"),
        ("DELETE FROM audit WHERE seq = 2", "after entry 1"),
        ("DELETE FROM audit WHERE seq = 1", "after entry 0"),
        ("UPDATE audit SET seq = seq + 1 WHERE seq = 4", "after entry 3"),
        ("UPDATE audit SET actor = x'00' WHERE seq = 2", "Entry 2"),
        ("UPDATE audit SET digest = x'00' WHERE seq = 4", "Entry 4"),
        (f"INSERT INTO audit SELECT 5, {FORGED}, 'x' FROM audit WHERE seq = 4", "Entry 5"),  # noqa: S608
    ],
)
def test_tampering_by_the_keys_holder_is_found(store, opened, tampering, said):
    tamper(opened, tampering)
    opened.close()
    with Store.open(store.path, KEY) as again:
        (problem,) = again.integrity_problems()
    assert said in problem


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TRIGGER audit_in_order",
        "CREATE TRIGGER mine BEFORE INSERT ON audit BEGIN SELECT RAISE(IGNORE); END",
    ],
)
def test_a_trigger_taken_away_or_added_is_found(store, opened, statement):
    opened.execute(statement)
    opened.close()
    with Store.open(store.path, KEY) as again:
        assert again.integrity_problems() == [
            "What keeps the history from being changed was taken away or altered."
        ]


def test_a_text_that_is_none_is_damage_and_no_crash(store, opened):
    tamper(opened, "UPDATE audit SET changes = CAST(x'ff' AS TEXT) WHERE seq = 2")
    opened.close()
    with Store.open(store.path, KEY) as again:
        (problem,) = again.integrity_problems()
    assert "damaged" in problem


def test_how_far_the_reading_is_is_told(store):
    for number in range(3):
        add_case(store, number)
    told = []
    found = store.check(lambda done, length: told.append((done, length)), lambda: None)
    assert told == [(0, 0), (0, 3)]
    assert found.problems == []
    assert found.chain.head == store.audit_head()
    assert found.chain.first_at == found.chain.last_at == "2026-11-03T09:30:00.000000+00:00"


def test_the_check_can_be_stopped(store):
    class StoppedError(Exception):
        pass

    def stop(*_):
        raise StoppedError

    add_case(store)
    with pytest.raises(StoppedError):
        store.check(stop, lambda: None)


def test_a_cut_off_end_is_shown_by_a_head_printed_before(store):
    for number in range(3):
        add_case(store, number)
    printed = store.audit_head()
    store.close()
    connection = connect(store.path, KEY)
    tamper(connection, "DELETE FROM audit WHERE seq = 3")
    connection.close()
    with Store.open(store.path, KEY) as again:
        assert again.integrity_problems() == []
        assert again.audit_head() != printed


def test_the_head_starts_at_nothing_and_is_printed_short(store):
    assert store.audit_head() == AuditHead(0, START)
    add_case(store)
    head = store.audit_head()
    assert head.words() == f"1 / {head.digest[:8]}"
    with store.rows() as rows:
        columns = ", ".join(SEALED_COLUMNS)
        (sealed,) = rows.all(f"SELECT {columns} FROM audit")  # noqa: S608
    assert head.digest == seal(chain_key(KEY), sealed)


def test_the_seal_needs_the_registers_key(store):
    add_case(store)
    with store.rows() as rows:
        (sealed,) = rows.all(f"SELECT {', '.join(SEALED_COLUMNS)} FROM audit")  # noqa: S608
    assert seal(chain_key(bytes(32)), sealed) != store.audit_head().digest
    assert chain_key(KEY) != KEY
