import pytest
from sqlcipher3 import dbapi2
from store_samples import ACTOR, AT, KEY, add_case, count

from sgdesk.store import copies
from sgdesk.store.checks import integrity_problems
from sgdesk.store.cipher import connect
from sgdesk.store.copies import copy_register
from sgdesk.store.engine import Store
from sgdesk.store.entities.cases import CaseEntity
from sgdesk.store.errors import DamagedRegisterError, StoreError


@pytest.fixture
def path(store):
    for number in range(30):
        add_case(store, number, area_of_incident="x" * 500)
    store.close()
    return store.path


def problems_of(path):
    try:
        with Store.open(path, KEY) as store:
            return store.integrity_problems()
    except StoreError as failure:
        return [str(failure)]


def test_a_sound_register_has_no_problems(path):
    assert problems_of(path) == []


def test_an_altered_page_that_nothing_uses_is_named_too(path):
    connection = connect(path, KEY)
    connection.execute("CREATE TABLE passing AS SELECT zeroblob(40000)")
    connection.execute("DROP TABLE passing")
    connection.close()
    content = bytearray(path.read_bytes())
    content[-20_000] ^= 1
    path.write_bytes(content)
    assert problems_of(path) == ["1 page of the register was altered on the disk."]


def test_a_damaged_page_in_use_is_told_to_the_officer(path):
    content = bytearray(path.read_bytes())
    pages = len(content) // 4096
    for page in range(pages - 8, pages):
        content[page * 4096 + 50] ^= 1
    path.write_bytes(content)
    with Store.open(path, KEY) as store:
        with pytest.raises(DamagedRegisterError), store.rows() as rows:
            rows.all("SELECT * FROM case_file")
        with pytest.raises(DamagedRegisterError), store.write(ACTOR, AT) as session:
            session.query(CaseEntity).all()


def test_what_refers_to_nothing_is_found(path):
    connection = connect(path, KEY, foreign_keys=False)
    connection.execute(
        "INSERT INTO case_reference (id, revision, case_id, position, reference, reference_key) "
        "VALUES ('a', 1, 'none', 0, 'A/1', 'a1')"
    )
    assert integrity_problems(connection, KEY) == ["1 entry refers to something that is gone."]
    connection.close()


def test_an_index_that_disagrees_with_its_table_is_found(path):
    connection = connect(path, KEY)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("DELETE FROM sqlite_schema WHERE name = 'ix_child_case_id'")
    connection.close()
    connection = connect(path, KEY)
    assert "The register's structure is damaged." in integrity_problems(connection, KEY)
    connection.close()


def test_a_copy_is_whole_encrypted_and_private(path, tmp_path):
    target = tmp_path / "copy.sgdesk"
    target.write_bytes(b"an older copy")
    with Store.open(path, KEY) as store:
        add_case(store, 31)
        with store._connection() as connection:
            copy_register(connection, KEY, target)
    assert target.stat().st_mode & 0o777 == 0o600
    with Store.open(target, KEY) as copy:
        assert count(copy, "case_file") == 31
        assert copy.integrity_problems() == []
    assert not list(tmp_path.glob("copy.sgdesk.part*"))


def test_an_unsound_copy_never_takes_the_place_of_an_older_one(path, tmp_path, monkeypatch):
    target = tmp_path / "copy.sgdesk"
    target.write_bytes(b"an older copy")
    monkeypatch.setattr(copies, "integrity_problems", lambda *_: ["damaged"])
    connection = connect(path, KEY)
    with pytest.raises(DamagedRegisterError):
        copy_register(connection, KEY, target)
    connection.close()
    assert target.read_bytes() == b"an older copy"
    assert not list(tmp_path.glob("copy.sgdesk.part*"))


def test_a_statement_that_fails_for_another_reason_keeps_its_own_error(store):
    with pytest.raises(dbapi2.OperationalError, match="no such table"), store.rows() as rows:
        rows.all("SELECT * FROM no_such_list")
