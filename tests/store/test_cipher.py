import stat

import apsw
import pytest
from sqlcipher3 import dbapi2
from store_samples import KEY, add, add_case, count, files_of, make_case

from sgdesk.store import cipher
from sgdesk.store.cipher import check_file, connect, make_empty
from sgdesk.store.engine import Store
from sgdesk.store.entities.cases import ChildEntity
from sgdesk.store.errors import (
    CannotOpenError,
    CutShortError,
    EmptyRegisterError,
    NotARegisterError,
    NotEncryptedError,
    RegisterMissingError,
    WrongKeyError,
)

MARKERS = ("Zzyxmarker Jane", "zzyxmarker-2026", "Zzyxmarker neglect")


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "register.sgdesk"
    Store.create(path, KEY).close()
    return path


def test_nothing_of_a_case_is_in_clear_on_the_disk(store):
    case = make_case(title=MARKERS[2], reference=MARKERS[1], reference_key=MARKERS[1])
    child = ChildEntity(case_id=case.id, pseudonym="Child A", name=MARKERS[0])
    add(store, case, child)
    files = files_of(store.path)
    assert {"", "-wal", "-shm"} <= files.keys()
    for content in files.values():
        assert b"zzyxmarker" not in content.lower()
        assert KEY not in content
        assert KEY.hex().encode() not in content
    assert not files[""].startswith(b"SQLite format 3")
    assert len(files["-wal"]) > 4096


def test_the_files_are_the_owners_alone(store):
    add_case(store)
    modes = {
        found.name: stat.S_IMODE(found.stat().st_mode) for found in store.path.parent.iterdir()
    }
    assert len(modes) == 4
    assert set(modes.values()) == {0o600}


def test_every_connection_runs_with_every_setting(path):
    connection = connect(path, KEY)
    held = {name: connection.execute(f"PRAGMA {name}").fetchone() for name in cipher._SETTINGS}
    assert held == {name: (value,) for name, value in cipher._SETTINGS.items()}
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_foreign_keys_are_off_where_steps_run(path):
    connection = connect(path, KEY, foreign_keys=False)
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (0,)
    connection.close()


def test_a_setting_that_is_not_taken_is_not_passed_over(path, monkeypatch):
    monkeypatch.setitem(cipher._SETTINGS, "synchronous", 9)
    with pytest.raises(RuntimeError, match="settings"):
        connect(path, KEY)


def test_a_library_that_does_not_encrypt_is_not_used(tmp_path, monkeypatch):
    def silent(statement):
        return "SELECT 1 WHERE 0" if statement == "PRAGMA cipher_version" else statement

    class Plain(dbapi2.Connection):
        def execute(self, statement, *parameters):
            return super().execute(silent(statement), *parameters)

    make_empty(tmp_path / "empty")
    usual = dbapi2.connect
    monkeypatch.setattr(
        cipher.dbapi2, "connect", lambda *args, **options: usual(*args, factory=Plain, **options)
    )
    with pytest.raises(RuntimeError, match="does not encrypt"):
        connect(tmp_path / "empty", KEY)


@pytest.mark.parametrize("key", [bytes(32), KEY[::-1]], ids=["zeros", "backwards"])
def test_a_wrong_key_is_named(path, key):
    with pytest.raises(WrongKeyError):
        connect(path, key)


@pytest.mark.parametrize("key", [b"", b"short", KEY + b"1"], ids=["none", "short", "long"])
def test_a_key_of_another_length_never_reaches_the_file(path, key):
    with pytest.raises(ValueError, match="32 bytes"):
        connect(path, key)


def test_a_damaged_first_page_is_never_opened(path):
    content = bytearray(path.read_bytes())
    content[100] ^= 1
    path.write_bytes(content)
    with pytest.raises(WrongKeyError):
        Store.open(path, KEY)


@pytest.mark.parametrize("size", [0, 1, 100, 4095])
def test_a_file_cut_short_is_not_taken_for_an_empty_register(path, size):
    content = path.read_bytes()[:size]
    path.write_bytes(content)
    with pytest.raises(CutShortError if size else EmptyRegisterError):
        Store.open(path, KEY)
    assert path.read_bytes() == content


@pytest.mark.parametrize("size", [4097, 9000, -1])
def test_a_file_that_ends_within_a_page_is_cut_short(path, size):
    content = path.read_bytes()[:size]
    path.write_bytes(content)
    with pytest.raises(CutShortError):
        Store.open(path, KEY)
    assert path.read_bytes() == content


def test_a_file_may_end_within_a_page_while_the_log_holds_that_page_whole(path):
    """As after a crash while saves were being folded in."""
    connection = connect(path, KEY)
    connection.execute("CREATE TABLE later (a)")
    log = path.with_name(f"{path.name}-wal")
    saved, kept = path.read_bytes(), log.read_bytes()
    connection.close()
    path.write_bytes(saved + bytes(1000))
    log.write_bytes(kept)
    with Store.open(path, KEY) as store, store.rows() as rows:
        assert rows.all("SELECT * FROM later") == []
        assert store.integrity_problems() == []


def test_a_plain_database_is_refused_and_left_alone(path):
    path.unlink()
    plain = apsw.Connection(str(path))
    plain.execute("CREATE TABLE t (a); INSERT INTO t VALUES (1)")
    plain.close()
    content = path.read_bytes()
    with pytest.raises(NotEncryptedError):
        Store.open(path, KEY)
    assert path.read_bytes() == content


def test_an_encrypted_database_of_another_program_is_refused(path):
    path.unlink()
    make_empty(path)
    other = connect(path, KEY)
    other.execute("CREATE TABLE t (a)")
    other.close()
    with pytest.raises(NotARegisterError):
        Store.open(path, KEY)


def test_a_missing_register_is_not_made(tmp_path):
    path = tmp_path / "none.sgdesk"
    with pytest.raises(RegisterMissingError):
        Store.open(path, KEY)
    assert not path.exists()
    with pytest.raises(CannotOpenError):
        connect(path, KEY)
    assert not path.exists()


def test_a_folder_in_the_registers_place_cannot_be_opened(tmp_path):
    with pytest.raises(CannotOpenError):
        check_file(tmp_path)


def test_an_empty_file_takes_the_place_of_what_an_attempt_left(tmp_path):
    path = tmp_path / "r.part"
    path.write_bytes(b"half")
    path.chmod(0o644)
    make_empty(path)
    assert path.read_bytes() == b""
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_failing_read_leaves_no_connection_behind(path):
    with pytest.raises(WrongKeyError):
        Store.open(path, bytes(32))
    with Store.open(path, KEY) as store:
        assert count(store, "case_file") == 0
