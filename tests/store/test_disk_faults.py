import errno
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from nobody import somebody_without_rights
from sqlalchemy.exc import OperationalError
from store_samples import ACTOR, AT, CHEAP, KEY, add, add_case, count, make_case

from sgdesk.errors import UserError
from sgdesk.store import copies, errors
from sgdesk.store.cipher import check_file, connect, make_empty
from sgdesk.store.engine import Store, rows_of
from sgdesk.store.errors import (
    CannotOpenError,
    DamagedRegisterError,
    DiskFaultError,
    DiskFullError,
    ReadOnlyError,
    RegisterBusyError,
    RegisterMovedError,
    StoreError,
    error_for,
    told,
)
from sgdesk.store.keys import new_key_file, open_with_passphrase

resource = pytest.importorskip("resource", reason="this system has no limits of this kind")


@pytest.fixture
def locked_folder():
    """A folder that holds a register and its keys, which may be read and not written."""
    folder = Path(tempfile.mkdtemp())
    with Store.create(folder / "register.sgdesk", KEY) as store:
        add_case(store)
    new_key_file(folder / "register.keys", "acorn ferry lilac", cost=CHEAP)
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o700)
    shutil.rmtree(folder)


class _SqliteError(Exception):
    def __init__(self, code):
        super().__init__("CHILD NAME")
        self.sqlite_errorcode = code


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (5, RegisterBusyError),
        (6, RegisterBusyError),
        (8, ReadOnlyError),
        (8 | 1 << 8, ReadOnlyError),
        (10, DiskFaultError),
        (10 | 13 << 8, DiskFaultError),
        (11, DamagedRegisterError),
        (13, DiskFullError),
        (14, CannotOpenError),
        (26, DamagedRegisterError),
    ],
)
def test_each_result_code_has_its_sentence(code, kind):
    failure = _SqliteError(code)
    wrapped = OperationalError("UPDATE", {}, failure)
    for one in (failure, wrapped):
        error = error_for(one)
        assert type(error) is kind
        assert "CHILD" not in str(error)
        assert str(error) == kind.sentence


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.EACCES, ReadOnlyError),
        (errno.EROFS, ReadOnlyError),
        (errno.ENOENT, CannotOpenError),
        (errno.ENOSPC, DiskFullError),
        (errno.EDQUOT, DiskFullError),
        (errno.EIO, DiskFaultError),
    ],
)
def test_the_systems_own_errors_have_theirs(number, kind):
    assert type(error_for(OSError(number, "x"))) is kind


@pytest.mark.parametrize("failure", [OSError(errno.EEXIST, "x"), _SqliteError(19), KeyError("x")])
def test_other_failures_keep_their_own_error(failure):
    assert error_for(failure) is None
    with pytest.raises(type(failure)), told(type(failure)):
        raise failure


def test_every_error_of_the_store_is_a_sentence_with_a_way_out():
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    sentences = {kind.__name__: kind.sentence for kind in kinds if issubclass(kind, StoreError)}
    del sentences["StoreError"]
    assert len(sentences) > 15
    for sentence in sentences.values():
        assert sentence[0].isupper()
        assert sentence.endswith(".")
    assert issubclass(StoreError, UserError)


def test_a_full_disk_keeps_what_was_saved_and_works_again_with_room(store):
    add_case(store, 1)
    with store.rows() as rows:
        ((pages,),) = rows.all("PRAGMA page_count")

    def save_a_long_one():
        with store.write(ACTOR, AT) as session:
            rows_of(session).all(f"PRAGMA max_page_count = {pages + 1}")
            session.add(make_case(2, area_of_incident="x" * 50_000))

    with pytest.raises(DiskFullError) as told_by:
        save_a_long_one()
    assert "xxx" not in str(told_by.value.__cause__)
    assert count(store, "case_file") == count(store, "audit") == 1
    pages = 1_000_000
    save_a_long_one()
    assert count(store, "case_file") == 2
    assert store.integrity_problems() == []


def test_a_file_that_may_not_grow_keeps_what_was_saved(store):
    add_case(store, 1)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    size = max(path.stat().st_size for path in store.path.parent.iterdir())
    saved = [1]

    def save_without_end():
        for number in range(2, 1000):
            add_case(store, number)
            saved.append(number)

    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 30_000, hard))
    try:
        with pytest.raises(DiskFaultError):
            save_without_end()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert len(saved) > 1
    assert count(store, "case_file") == len(saved)
    add_case(store, len(saved) + 1)
    store.close()
    with Store.open(store.path, KEY) as again:
        assert count(again, "case_file") == len(saved) + 1
        assert again.integrity_problems() == []


def test_a_read_only_folder_is_not_a_wrong_key(locked_folder):
    with somebody_without_rights():
        with pytest.raises(ReadOnlyError):
            Store.open(locked_folder / "register.sgdesk", KEY)
        with pytest.raises(ReadOnlyError):
            connect(locked_folder / "register.sgdesk", KEY)
        with pytest.raises(ReadOnlyError):
            make_empty(locked_folder / "new")
        with pytest.raises(ReadOnlyError):
            new_key_file(locked_folder / "new", "acorn ferry lilac", cost=CHEAP)
        assert open_with_passphrase(locked_folder / "register.keys", "acorn ferry lilac")


def test_a_file_that_may_not_be_read_is_said_to_be_so(locked_folder):
    for path in locked_folder.iterdir():
        path.chmod(0)
    with somebody_without_rights():
        with pytest.raises(ReadOnlyError):
            open_with_passphrase(locked_folder / "register.keys", "acorn ferry lilac")
        with pytest.raises(CannotOpenError):
            check_file(locked_folder / "register.sgdesk")


def test_a_folder_that_is_gone_is_said_to_be_so(tmp_path):
    for opening in (Store.open, Store.create):
        with pytest.raises(CannotOpenError):
            opening(tmp_path / "gone" / "register.sgdesk", KEY)
    with pytest.raises(CannotOpenError):
        new_key_file(tmp_path / "gone" / "register.keys", "acorn ferry lilac", cost=CHEAP)


@pytest.mark.skipif(os.name != "posix", reason="this system does not let open files be moved")
@pytest.mark.parametrize("end", ["", "-wal"], ids=["register", "log"])
def test_nothing_is_told_as_saved_where_the_open_files_are_in_their_place_no_more(store, end):
    add_case(store, 1)
    assert count(store, "case_file") == 1
    place = Path(f"{store.path}{end}")
    elsewhere = place.with_name("elsewhere")
    place.rename(elsewhere)
    with pytest.raises(RegisterMovedError):
        add_case(store, 2)
    assert count(store, "case_file") == 1
    elsewhere.rename(place)
    add_case(store, 2)
    assert count(store, "case_file") == 2


@pytest.mark.skipif(os.name != "posix", reason="as above")
def test_nothing_is_told_as_saved_beside_another_register(store, tmp_path):
    add_case(store, 1)
    store.path.rename(tmp_path / "elsewhere")
    store.path.write_bytes(b"another")
    with pytest.raises(RegisterMovedError):
        add_case(store, 2)


def test_a_disk_that_fails_at_the_last_moment_leaves_no_register(tmp_path, monkeypatch):
    def failing(_descriptor):
        raise OSError(errno.EIO, "x")

    monkeypatch.setattr(copies.os, "fsync", failing)
    with pytest.raises(DiskFaultError):
        Store.create(tmp_path / "r", KEY)
    assert not (tmp_path / "r").exists()
    monkeypatch.undo()
    with Store.create(tmp_path / "r", KEY) as store:
        add(store, make_case())
