"""Registers that can be read and not written, and stores that refuse to write."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from nobody import somebody_without_rights
from store_samples import ACTOR, AT, KEY, add_case, count, files_of

from sgdesk.store import schema
from sgdesk.store.cipher import connect, log_of, prove_writable
from sgdesk.store.engine import Store
from sgdesk.store.errors import (
    OlderAndReadOnlyError,
    OpenToReadError,
    ReadOnlyError,
    RefusesWritesError,
    RegisterBusyError,
)
from sgdesk.store.lock import RegisterLock


@pytest.fixture
def folder():
    made = Path(tempfile.mkdtemp())
    with Store.create(made / "register.sgdesk", KEY) as store:
        add_case(store)
    yield made
    made.chmod(0o700)
    shutil.rmtree(made)


def protect(folder, *, is_locked=True):
    if not is_locked:
        (folder / "register.sgdesk.lock").unlink()
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o555)


@pytest.mark.parametrize("is_locked", [True, False])
def test_a_protected_register_is_read_and_refuses_to_be_written(folder, is_locked):
    protect(folder, is_locked=is_locked)
    before = files_of(folder / "register.sgdesk")
    with somebody_without_rights(), Store.open_to_read(folder / "register.sgdesk", KEY) as store:
        assert isinstance(store.refusal, OpenToReadError)
        assert count(store, "case_file") == 1
        assert store.integrity_problems() == []
        with store.read() as session:
            assert session.connection().exec_driver_sql("SELECT 1").scalar() == 1
        with pytest.raises(OpenToReadError), store.write(ACTOR, AT):
            pass
    assert files_of(folder / "register.sgdesk") == before


@pytest.mark.skipif(os.name != "posix", reason="other systems know no such modes")
def test_a_write_protected_file_in_a_good_folder_is_found_before_the_first_save(folder):
    path = folder / "register.sgdesk"
    folder.chmod(0o777)
    for one in folder.iterdir():
        one.chmod(0o666)
    path.chmod(0o444)
    with somebody_without_rights(), pytest.raises(ReadOnlyError):
        Store.open(path, KEY).close()


def test_proving_that_it_can_be_written_writes_nothing(folder):
    before = files_of(folder / "register.sgdesk")
    connection = connect(folder / "register.sgdesk", KEY)
    prove_writable(connection)
    connection.close()
    assert files_of(folder / "register.sgdesk") == before


def test_saves_in_the_log_are_never_left_out_by_reading_the_file_alone(folder):
    log_of(folder / "register.sgdesk").write_bytes(b"a save")
    with pytest.raises(ReadOnlyError):
        Store.open_to_read(folder / "register.sgdesk", KEY)


def test_a_register_that_is_open_is_not_read_beside_it(folder):
    with (
        Store.open(folder / "register.sgdesk", KEY),
        pytest.raises((RegisterBusyError, ReadOnlyError)),
    ):
        Store.open_to_read(folder / "register.sgdesk", KEY)


def test_an_older_register_is_not_opened_where_it_cannot_be_brought_up_to_date(folder, monkeypatch):
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, lambda _: None))
    with pytest.raises(OlderAndReadOnlyError):
        Store.open_to_read(folder / "register.sgdesk", KEY)


def test_the_lock_is_shared_with_a_reader_that_may_not_write_it(folder):
    path = folder / "register.sgdesk"
    protect(folder)
    with somebody_without_rights():
        held = RegisterLock(path, is_to_read=True)
        with pytest.raises(RegisterBusyError):
            RegisterLock(path, is_to_read=True)
        with pytest.raises(ReadOnlyError):
            RegisterLock(path)
        held.release()


def test_a_store_that_was_told_to_refuse_writes_no_more_and_reads_on(store):
    add_case(store, 1)
    store.refusal = RefusesWritesError()
    with pytest.raises(RefusesWritesError, match="Go back to a backup"):
        add_case(store, 2)
    assert count(store, "case_file") == 1


def test_what_follows_closing_is_done_once(store):
    done = []
    store.after_close = lambda: done.append(1)
    store.close()
    store.close()
    assert done == [1]
