"""Opening: what bars it, in words; to read only where it cannot be written; older ones."""

import os
import shutil
import tempfile
from pathlib import Path
from unittest.mock import patch

import pytest
from backup_samples import opened, second_case, titles
from kept_registers import copied_register
from nobody import somebody_without_rights
from services_samples import CHEAP, NOW, OPENING_WORDS, PROFILE, make_case

from sgdesk.errors import NeedsBackupError, UserError
from sgdesk.services import opening
from sgdesk.services.backups import back_up, list_backups
from sgdesk.services.made_files import log_documents
from sgdesk.services.opening import find_trouble, open_store, remains_words
from sgdesk.services.register import Register, create_register, open_with_recovery_key
from sgdesk.store import schema
from sgdesk.store.backup_sets import list_sets
from sgdesk.store.errors import (
    CutShortError,
    DamagedKeyFileError,
    EmptyRegisterError,
    MissingKeyFileError,
    NotEncryptedError,
    OlderAndReadOnlyError,
    OpenToReadError,
    ReadOnlyError,
    RegisterBusyError,
    RegisterMissingError,
    RegisterTooNewError,
    UnfitPlaceError,
    UpgradeFailedError,
    WrongKeyError,
)

REGISTER, KEYS = "register.sgdesk", "register.keys"


def cut_to(size):
    def cut(folder):
        content = (folder / REGISTER).read_bytes()
        (folder / REGISTER).write_bytes(content[:size])

    return cut


def flip(name, place):
    def change(folder):
        content = bytearray((folder / name).read_bytes())
        content[place] ^= 1
        (folder / name).write_bytes(content)

    return change


def remove(name):
    return lambda folder: (folder / name).unlink()


def make_plain(folder):
    (folder / REGISTER).write_bytes(b"SQLite format 3\0" + bytes(8176))


@pytest.fixture
def folder(register):
    make_case(register)
    register.close()
    return register.folder


TOLD_BEFORE = {
    "empty": (cut_to(0), EmptyRegisterError),
    "cut short": (cut_to(-100), CutShortError),
    "plain": (make_plain, NotEncryptedError),
    "gone": (remove(REGISTER), RegisterMissingError),
    "no key file": (remove(KEYS), MissingKeyFileError),
    "damaged key file": (flip(KEYS, 50), DamagedKeyFileError),
}


@pytest.mark.parametrize("what", TOLD_BEFORE)
def test_what_bars_opening_is_told_before_a_passphrase_is_typed(folder, what):
    harm, kind = TOLD_BEFORE[what]
    harm(folder)
    trouble = find_trouble(folder)
    assert type(trouble) is kind
    assert isinstance(trouble, NeedsBackupError)
    with pytest.raises(kind):
        opened(folder)


def test_nothing_bars_a_register_that_is_whole(folder):
    assert find_trouble(folder) is None


def test_a_damaged_first_page_is_told_when_the_key_is_tried(folder):
    flip(REGISTER, 100)(folder)
    assert find_trouble(folder) is None
    with pytest.raises(WrongKeyError):
        opened(folder)


def test_a_register_that_fails_while_it_is_opened_is_let_go(folder):
    """Or the next try, after a backup was gone back to, would find it open."""
    size = (folder / REGISTER).stat().st_size
    for page in range(1, size // 4096):
        flip(REGISTER, page * 4096 + 50)(folder)
    for _ in range(2):
        with pytest.raises(NeedsBackupError):
            opened(folder)


def test_a_folder_that_does_it_harm_is_refused_before_anything_is_made(tmp_path):
    folder = tmp_path / "OneDrive" / "register"
    folder.mkdir(parents=True)
    with pytest.raises(UnfitPlaceError, match="OneDrive"):
        create_register(folder, PROFILE, OPENING_WORDS, now=lambda: NOW, cost=CHEAP)
    assert list(folder.iterdir()) == []


def test_a_register_in_such_a_folder_is_not_opened_and_not_changed(folder, tmp_path):
    synchronised = tmp_path / "Dropbox"
    shutil.copytree(folder, synchronised)
    before = {path.name: path.read_bytes() for path in synchronised.iterdir()}
    assert isinstance(find_trouble(synchronised), UnfitPlaceError)
    with pytest.raises(UnfitPlaceError, match="own disk"):
        opened(synchronised)
    assert {path.name: path.read_bytes() for path in synchronised.iterdir()} == before


def test_what_writes_that_were_cut_short_left_goes_at_the_next_opening(folder):
    for name in (".sgdesk-1.part", f"{REGISTER}.part", f"{REGISTER}.part-wal"):
        (folder / name).write_bytes(b"half")
    (folder / ".sgdesk-1.set" / "new").mkdir(parents=True)
    opened(folder).close()
    assert sorted(path.name for path in folder.iterdir()) == [KEYS, REGISTER, f"{REGISTER}.lock"]


# Older and newer versions


@pytest.fixture
def next_version():
    def step(connection):
        connection.execute("ALTER TABLE case_file ADD COLUMN colour VARCHAR")

    with patch.object(schema, "STEPS", (*schema.STEPS, step)):
        yield


def fail(_connection):
    raise LookupError("a word of somebody")


def test_an_older_register_is_backed_up_with_its_key_file_before_steps_run(folder, next_version):
    register = opened(folder)
    (kept,) = list_sets(folder / "backups")
    assert kept.manifest.version == len(schema.STEPS) - 1
    assert kept.manifest.head == register.store.audit_head()
    register.close()


def test_an_upgrade_that_fails_leaves_all_as_it_was_and_names_the_backup(folder):
    with patch.object(schema, "STEPS", (*schema.STEPS, fail)):
        for _ in range(3):
            with pytest.raises(UpgradeFailedError, match="Backup 1 in the folder backups") as told:
                opened(folder)
            assert "somebody" not in str(told.value)
    assert [one.number for one in list_sets(folder / "backups")] == [1]
    register = opened(folder)
    assert len(titles(register)) == 1
    register.close()


def test_a_damaged_backup_of_the_older_one_is_not_relied_on(folder):
    steps = (*schema.STEPS, fail)
    with patch.object(schema, "STEPS", steps), pytest.raises(UpgradeFailedError):
        opened(folder)
    flip("backups/backup-000001/register.sgdesk", 9000)(folder)
    with patch.object(schema, "STEPS", steps), pytest.raises(UpgradeFailedError, match="Backup 2"):
        opened(folder)


def test_a_newer_register_is_refused_unchanged(folder):
    before = (folder / REGISTER).read_bytes()
    older = schema.STEPS[:-1]
    with patch.object(schema, "STEPS", older), pytest.raises(RegisterTooNewError):
        opened(folder)
    assert (folder / REGISTER).read_bytes() == before
    assert not (folder / "backups").exists()


# Folders that cannot be written


@pytest.fixture
def protected():
    """A register that may be read and not written."""
    if os.name != "posix":
        pytest.skip("other systems know no such modes")
    folder = Path(tempfile.mkdtemp())
    register, key = copied_register(folder, PROFILE, OPENING_WORDS, now=lambda: NOW, cost=CHEAP)
    make_case(register)
    register.close()
    yield folder, key
    folder.chmod(0o700)
    shutil.rmtree(folder)


def protect(folder):
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o555)


def leave_saves_in_the_log(folder):
    """As after a crash: the last case lies in the log alone."""
    register = opened(folder)
    second_case(register)
    log = folder / f"{REGISTER}-wal"
    saved = (folder / REGISTER).read_bytes(), log.read_bytes()
    register.close()
    (folder / REGISTER).write_bytes(saved[0])
    log.write_bytes(saved[1])


def test_a_register_that_cannot_be_written_is_opened_to_read(protected):
    folder, _ = protected
    protect(folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with somebody_without_rights():
        register = opened(folder)
        assert "read only" in register.refusal
        assert len(titles(register)) == 1
        with pytest.raises(OpenToReadError):
            second_case(register)
        assert back_up(register) is None
        with pytest.raises(UserError, match="read only"):
            back_up(register, is_asked=True)
        assert list_backups(register) == []
        assert log_documents(register, (), ()) == ()
        with pytest.raises(UserError, match="read only"):
            log_documents(register, (), (), {"a": object()})
        register.close()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_saves_that_lie_in_the_log_are_shown_and_left_there(protected, tmp_path, monkeypatch):
    folder, _ = protected
    leave_saves_in_the_log(folder)
    protect(folder)
    private = Path(tempfile.mkdtemp())
    private.chmod(0o777)
    monkeypatch.setattr(tempfile, "tempdir", str(private))
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with somebody_without_rights():
        register = opened(folder)
        assert titles(register) == {"Two siblings, neglect", "Infant, head injury"}
        assert register.refusal
        with pytest.raises(RegisterBusyError):
            opened(folder)
        register.close()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert list(private.iterdir()) == []
    private.rmdir()


def test_a_copy_that_fails_lets_go_of_everything(protected, monkeypatch):
    folder, _ = protected
    leave_saves_in_the_log(folder)
    protect(folder)
    private = Path(tempfile.mkdtemp())
    private.chmod(0o777)
    monkeypatch.setattr(tempfile, "tempdir", str(private))

    def full(*_):
        raise OSError(28, "x")

    with somebody_without_rights():
        with patch.object(opening, "copy_file", full), pytest.raises(UserError, match="full"):
            opened(folder)
        opened(folder).close()
    assert list(private.iterdir()) == []
    private.rmdir()


def test_an_older_register_that_cannot_be_written_is_refused(protected, next_version):
    folder, _ = protected
    protect(folder)
    with somebody_without_rights(), pytest.raises(OlderAndReadOnlyError):
        opened(folder)


def test_the_recovery_key_sets_no_passphrase_where_nothing_can_be_written(protected):
    folder, key = protected
    protect(folder)
    with somebody_without_rights():
        for _ in range(2):
            with pytest.raises(OpenToReadError):
                open_with_recovery_key(
                    folder, key, "quite another passphrase", now=lambda: NOW, cost=CHEAP
                )
        opened(folder).close()


def test_a_restore_that_waits_is_not_passed_over_by_reading(protected):
    """Or the register that was to go out would be shown."""
    folder, _ = protected
    (folder / "restoring" / "new").mkdir(parents=True)
    protect(folder)
    assert find_trouble(folder) is None
    with somebody_without_rights(), pytest.raises((ReadOnlyError, UserError)):
        opened(folder)


def test_opening_a_store_says_why_where_it_cannot_be_read_either(folder):
    (folder / REGISTER).unlink()
    (folder / REGISTER).mkdir()
    with pytest.raises(UserError):
        open_store(folder, bytes(32), NOW)


# What is left of a register that is gone


def test_nothing_is_told_of_an_empty_folder_or_a_lone_key_file(tmp_path):
    assert remains_words(tmp_path) == ""
    (tmp_path / KEYS).write_bytes(b"{}")
    assert remains_words(tmp_path) == ""


def test_backups_of_a_register_that_is_gone_are_told(register):
    back_up(register)
    register.close()
    (register.folder / REGISTER).unlink()
    assert "a backup of it is in its folder" in remains_words(register.folder)
    shutil.copytree(
        register.folder / "backups" / "backup-000001", register.folder / "backups" / "backup-000002"
    )
    assert "2 backups of it are in its folder" in remains_words(register.folder)


@pytest.mark.parametrize("name", ["replaced-1/x", f"{REGISTER}-wal"])
def test_other_pieces_are_told_too(tmp_path, name):
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(b"x")
    assert "other files of it are" in remains_words(tmp_path)


def test_a_folder_that_cannot_be_read_tells_nothing(tmp_path, monkeypatch):
    def refuse(_):
        raise PermissionError

    monkeypatch.setattr(opening, "list_sets", refuse)
    assert remains_words(tmp_path) == ""


def test_a_new_register_leaves_the_old_ones_backups_and_log_alone(register):
    back_up(register)
    register.close()
    folder = register.folder
    (folder / REGISTER).unlink()
    (folder / f"{REGISTER}-wal").write_bytes(b"old saves")
    (folder / "put-aside-1").mkdir()
    new, _ = create_register(folder, PROFILE, OPENING_WORDS, now=lambda: NOW, cost=CHEAP)
    assert isinstance(new, Register)
    assert new.store.integrity_problems() == []
    assert list_backups(new) == []
    new.close()
    aside = folder / "put-aside-2"
    assert sorted(path.name for path in aside.iterdir()) == [
        "backups", KEYS, f"{REGISTER}-wal",
    ]  # fmt: skip
    assert len(list_sets(aside / "backups")) == 1
